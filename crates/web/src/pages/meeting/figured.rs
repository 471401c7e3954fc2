//! The figure of an agenda's item: as the meeting has it, and as the meeting's file prints it.

use domain::code::AgendaKind;
use domain::meeting::told::{OnPaper, Said, Told};
use domain::meeting::{Frozen, Number};
use render::disclosure::WITHHELD;
use render::{Words, day, number};

use crate::pages::paper::laid::{Cell, Grid, Section};

/// A figure with what it counts, its day, n and what is missing (R20).
pub(super) fn figured(t: &Words, section: Section, figure: &Frozen, is_frozen: bool) -> Section {
    let rows = figure.numbers.iter().map(|one| row(t, figure.kind, &one.key, exact(t, one)));
    let on = day::numeric(t, figure.as_of);
    let frozen = t.say_of(if is_frozen { "meeting-frozen" } else { "meeting-not-frozen" }, "day", &on);
    let basis = t.say_with("meeting-basis", &[("n", figure.n.into()), ("missing", figure.missing.into())]);
    let section = section.rows(grid(t, figure.kind, rows.collect()), "").note(format!("{frozen} {basis}"));
    section.note(t.code("meeting-counts", figure.kind.code()))
}

/// The figure as the meeting's file prints it.
pub(super) fn on_paper(t: &Words, section: Section, kind: AgendaKind, figure: &OnPaper, is_frozen: bool) -> Section {
    match figure {
        OnPaper::Exact(figure) => figured(t, section, figure, is_frozen),
        OnPaper::Told(figure) => told(t, section, kind, figure),
        OnPaper::NotTold => section.note(t.say("meeting-not-told")),
        OnPaper::NeverTold => section.note(t.say("meeting-never-told")),
    }
}

/// What the group was told, of which day and in which report.
fn told(t: &Words, section: Section, kind: AgendaKind, figure: &Told) -> Section {
    let rows = figure.numbers.iter().map(|one| {
        let value = said(t, &one.key, one.says);
        let value = match one.of {
            // Of nothing that could be decided there is no part.
            Some(Said::Number(0.0)) => "–".to_owned(),
            Some(of) => t.say_with("meeting-part", &[("n", (&value).into()), ("of", (&said(t, &one.key, of)).into())]),
            None => value,
        };
        row(t, kind, &one.key, value)
    });
    let (on, report) = (day::numeric(t, figure.as_of), t.locale().of(&figure.report));
    let stands = t.say_with(
        "meeting-told",
        &[("day", (&on).into()), ("report", report.into()), ("version", figure.version.into())],
    );
    let [n, missing] = [figure.n, figure.missing].map(|count| said(t, "n", count));
    let basis = t.say_with("meeting-basis", &[("n", (&n).into()), ("missing", (&missing).into())]);
    let counts = match kind {
        AgendaKind::Forecast => t.say("meeting-told-forecast"),
        kind => t.code("meeting-counts", kind.code()),
    };
    let section = section.rows(grid(t, kind, rows.collect()), "").note(format!("{stands} {basis}")).note(counts);
    if figure.withholds() { section.note(t.say_of("meeting-told-withheld", "sign", WITHHELD)) } else { section }
}

fn grid(t: &Words, kind: AgendaKind, rows: Vec<Vec<Cell>>) -> Grid {
    let caption = t.code("agenda", kind.code());
    Grid::new(caption, &[t.say("meeting-figure"), t.say("meeting-count")], rows).counted()
}

fn row(t: &Words, kind: AgendaKind, key: &str, value: String) -> Vec<Cell> {
    let name = match kind {
        AgendaKind::Fidelity => t.code("report-indicator", key),
        _ => t.code("meeting-number", key),
    };
    vec![Cell::text(name), Cell::text(value)]
}

fn exact(t: &Words, one: &Number) -> String {
    // Of nothing that could be decided there is no part.
    let Some(value) = one.value.filter(|_| one.of != Some(0)) else { return "–".to_owned() };
    let value = written(t, &one.key, value);
    match one.of {
        Some(of) => t.say_with("meeting-part", &[("n", (&value).into()), ("of", of.into())]),
        None => value,
    }
}

fn said(t: &Words, key: &str, says: Said) -> String {
    match says {
        Said::Number(value) => written(t, key, value),
        Said::Nothing => "–".to_owned(),
        Said::Withheld => WITHHELD.to_owned(),
    }
}

fn written(t: &Words, key: &str, value: f64) -> String {
    let has_decimal = (value - value.round()).abs() > 1e-9 || key == "average_a_month" || key == "expected";
    number::decimal(t.locale(), value, usize::from(has_decimal))
}
