//! `/metodefidelitet`: the method's local indicators (R18), each with what it counts, the courses behind it for who may see them, and what
//! to do about it.

use app::view::fidelity::{CourseRow, FidelityPage, Whose};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use domain::access::Action;
use domain::fidelity::{Indicator, Verdict, Why};
use domain::report::fidelity::IndicatorLine;
use render::report::indicator_name;
use render::{Words, day, number};
use serde::Deserialize;

use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::field::DayField;
use crate::frame::{Frame, Place, may};
use crate::part::Mark;
use crate::reader::{Reader, SignedIn};

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    dag: Option<String>,
    vis: Option<String>,
}

/// An indicator's word in an address and in the names of its texts.
const fn word(indicator: Indicator) -> &'static str {
    match indicator {
        Indicator::PhaseShiftsOnTime => "phase_shifts_on_time",
        Indicator::PlanInEachPhase => "plan_in_each_phase",
        Indicator::FocusAreas => "focus_areas",
        Indicator::ContactsInFirstMonth => "contacts_in_first_month",
        Indicator::OutsideMeetings => "outside_meetings",
        Indicator::NetworkContacts => "network_contacts",
        Indicator::ContactsFalling => "contacts_falling",
        Indicator::SupportAgreed => "support_agreed",
        Indicator::ClosingMeeting => "closing_meeting",
        Indicator::NoEarlyStop => "no_early_stop",
        Indicator::CaseloadWithinCap => "caseload_within_cap",
        Indicator::WeeklySupervision => "weekly_supervision",
    }
}

/// The indicators.
pub(crate) async fn fidelity(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let day = DayField::read(asked.dag);
    let of = Indicator::ALL.iter().copied().find(|one| asked.vis.as_deref() == Some(word(*one)));
    let page = app::fidelity::page(&site.app, &cx, day.day, of).await.map_err(|error| reader.fault(error))?;
    show(&reader, &page, &day)
}

struct LineHtml {
    name: &'static str,
    define: &'static str,
    deed: &'static str,
    /// Met, of those decided, not met, too early, not relevant.
    counts: [String; 5],
    asks: bool,
    href: Option<String>,
}

struct RowHtml<'a> {
    href: Option<String>,
    name: &'a str,
    enrolled: String,
    verdict: Mark,
}

#[derive(Template)]
#[template(path = "fidelity.html")]
struct PageHtml<'a> {
    f: Frame<'a>,
    day: String,
    day_fault: Option<&'static str>,
    heading: &'static str,
    note: &'static str,
    basis: String,
    is_empty: bool,
    lines: Vec<LineHtml>,
    behind: Option<String>,
    back: String,
    rows: Vec<RowHtml<'a>>,
    rest: Option<String>,
}

pub(super) fn show(reader: &Reader, page: &FidelityPage, typed: &DayField) -> Result<Html<String>, Fault> {
    let t = render::words(reader.locale);
    let on = day::typed(page.day);
    let place = match (may(reader, Action::SeeDesk), page.whose) {
        (true, _) => Place::Desk,
        (false, Whose::Own) => Place::Own,
        (false, Whose::Team) => Place::Figures,
    };
    let (heading, note) = match page.whose {
        Whose::Team => (t.say("fidelity-team"), t.say("fidelity-team-note")),
        Whose::Own => (t.say("fidelity-own"), t.say("fidelity-own-note")),
    };
    let here = match page.of {
        Some(of) => format!("/metodefidelitet?dag={on}&vis={}", word(of)),
        None => format!("/metodefidelitet?dag={on}"),
    };
    let line = |line: &IndicatorLine| line_html(t, line, page.sees_rows.then_some(on.as_str()));
    laid_out(&PageHtml {
        f: Frame::new(reader, t.say("fidelity-title"), place, here),
        day: typed.shown(Some(page.day)),
        day_fault: typed.fault.map(|key| t.say(key)),
        heading,
        note,
        basis: t.say_with("fidelity-basis", &[("n", page.figure.n.into()), ("missing", page.figure.missing.into())]),
        is_empty: page.figure.n == 0,
        lines: page.figure.indicators.iter().map(line).collect(),
        behind: page.of.map(|of| t.say_of("fidelity-behind", "name", t.say(indicator_name(of)))),
        back: format!("/metodefidelitet?dag={on}"),
        rest: (page.rows.len() < page.total)
            .then(|| t.say_with("fidelity-behind-rest", &[("n", page.rows.len().into()), ("of", page.total.into())])),
        rows: page.rows.iter().map(|row| row_html(t, row)).collect(),
    })
}

fn line_html(t: &'static Words, line: &IndicatorLine, day: Option<&str>) -> LineHtml {
    let key = word(line.key);
    let count = |n: u32| number::count(t.locale(), n);
    LineHtml {
        name: t.say(indicator_name(line.key)),
        define: t.code("fidelity-define", key),
        deed: t.code("fidelity-do", key),
        counts: [line.met, line.met + line.not_met, line.not_met, line.too_early, line.not_relevant].map(count),
        asks: line.not_met > 0,
        href: day.map(|day| format!("/metodefidelitet?dag={day}&vis={key}#forloeb")),
    }
}

fn row_html<'a>(t: &'static Words, row: &'a CourseRow) -> RowHtml<'a> {
    RowHtml {
        href: row.citizen.map(|citizen| format!("/borger/{citizen}/forloeb")),
        name: row.name.reveal(),
        enrolled: day::numeric(t, row.enrolled_on),
        verdict: verdict(t, row.verdict),
    }
}

fn verdict(t: &Words, verdict: Verdict) -> Mark {
    let (look, icon, text) = match verdict {
        Verdict::Met => ("mark-good", "success", t.say("fidelity-verdict-met").to_owned()),
        Verdict::NotMet => ("mark-care", "warning", t.say("fidelity-verdict-not_met").to_owned()),
        Verdict::TooEarly => ("mark-soon", "time", t.say("fidelity-verdict-too_early").to_owned()),
        Verdict::NotRelevant(why) => {
            let why = match why {
                Why::ClosedBefore => t.say("fidelity-why-closed_before"),
                Why::CitizenOutOfReach => t.say("fidelity-why-citizen_out_of_reach"),
                Why::NotKnown => t.say("fidelity-why-not_known"),
                Why::NoFactTells => t.say("fidelity-why-no_fact_tells"),
            };
            ("", "info", t.say_of("fidelity-verdict-not_relevant", "why", why))
        }
    };
    Mark { look, icon, text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_indicator_has_its_definition_and_what_to_do_in_both_languages() {
        for locale in [render::Locale::Da, render::Locale::En] {
            let t = render::words(locale);
            for indicator in Indicator::ALL {
                for list in ["fidelity-define", "fidelity-do"] {
                    assert!(t.has(&format!("{list}-{}", word(*indicator))), "{list} of {indicator:?}");
                }
            }
        }
    }
}
