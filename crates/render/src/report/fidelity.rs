//! `fidelity` (R18): a row an indicator, with the number of courses for each verdict and each reason.

use domain::fidelity::{Indicator, Why};
use domain::report::Report;
use domain::report::fidelity::{FidelityFigure, IndicatorLine};

use super::Laid;
use super::writer::Writer;
use crate::table::Table;

pub(super) fn lay_out(figure: &FidelityFigure, writer: Writer) -> Laid {
    let keys = figure.keys();
    let row = |line: &IndicatorLine| {
        let verdicts = [line.met, line.not_met, line.too_early, line.not_relevant];
        let reasons = Why::ALL.map(|why| line.reasons.get(&why).copied().unwrap_or(0));
        let paths = ["met", "not_met", "too_early", "not_relevant"].into_iter().chain(Why::ALL.map(Why::code));
        let counts = verdicts.into_iter().chain(reasons).zip(paths);
        let counts = counts.map(|(count, path)| writer.count(count, keys.key(&format!("{}.{path}", line.key.code()))));
        std::iter::once(writer.say(indicator_name(line.key)).into()).chain(counts).collect()
    };
    let mut columns = vec![
        writer.words("report-column-indicator"),
        writer.numbers("report-column-met"),
        writer.numbers("report-column-not-met"),
        writer.numbers("report-column-too-early"),
        writer.numbers("report-column-not-relevant"),
    ];
    columns.extend(Why::ALL.map(|why| writer.numbers(reason(why))));
    let table = Table { title: String::new(), columns, rows: figure.indicators.iter().map(row).collect() };
    let basis = writer.say_with("report-basis-fidelity", &[("n", figure.n.into()), ("missing", figure.missing.into())]);
    let laid = writer.laid(Report::Fidelity, writer.as_of(figure.as_of), basis, vec![table]);
    Laid { grounds: writer.grounds(&keys, figure.n, figure.missing), ..laid }
}

const fn reason(why: Why) -> &'static str {
    match why {
        Why::ClosedBefore => "report-reason-closed-before",
        Why::CitizenOutOfReach => "report-reason-out-of-reach",
        Why::NotKnown => "report-reason-not-known",
        Why::NoFactTells => "report-reason-no-fact",
    }
}

/// The key of an indicator's name.
pub const fn indicator_name(indicator: Indicator) -> &'static str {
    match indicator {
        Indicator::PhaseShiftsOnTime => "report-indicator-phase-shifts",
        Indicator::PlanInEachPhase => "report-indicator-plan",
        Indicator::FocusAreas => "report-indicator-focus-areas",
        Indicator::ContactsInFirstMonth => "report-indicator-first-month",
        Indicator::OutsideMeetings => "report-indicator-outside",
        Indicator::NetworkContacts => "report-indicator-network",
        Indicator::ContactsFalling => "report-indicator-falling",
        Indicator::SupportAgreed => "report-indicator-support",
        Indicator::ClosingMeeting => "report-indicator-closing-meeting",
        Indicator::NoEarlyStop => "report-indicator-no-early-stop",
        Indicator::CaseloadWithinCap => "report-indicator-caseload",
        Indicator::WeeklySupervision => "report-indicator-supervision",
    }
}
