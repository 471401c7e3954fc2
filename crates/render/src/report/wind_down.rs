//! `wind-down` (R9, R10): the sum, then each course and clarification that asks for something.

use domain::report::Report;
use domain::report::wind_down::{CannotEnd, CutShort, Must, Undecided, Why, WindDownFigure};

use super::Laid;
use super::writer::Writer;
use crate::table::{Cell, Column, Table};

pub(super) fn lay_out(figure: &WindDownFigure, writer: Writer) -> Laid {
    let rows = vec![
        ("report-row-funding-end", writer.on(figure.funding_end)),
        ("report-row-open", writer.inner(figure.open_courses)),
        ("report-row-in-time", writer.inner(figure.ends_in_time)),
        ("report-row-cut-short", writer.inner(figure.cut_short.len())),
        ("report-row-cannot-end", writer.inner(figure.cannot_end.len())),
        ("report-row-undecided", writer.inner(figure.clarifications.len())),
    ];
    let mut sum = writer.lines(&writer.say("report-wind-down-sum"), rows);
    // Its first value is a day.
    if let Some(last) = sum.columns.last_mut() {
        last.heading = writer.say("report-column-value");
    }
    let tables = vec![
        sum,
        cut_short(&figure.cut_short, writer),
        cannot_end(&figure.cannot_end, writer),
        undecided(&figure.clarifications, writer),
    ];
    let basis =
        writer.say_with("report-basis-wind-down", &[("n", figure.n.into()), ("missing", figure.missing.into())]);
    writer.laid(Report::WindDown, writer.as_of(figure.as_of), basis, tables)
}

/// Rows that begin with the course and the citizen.
fn listed(writer: Writer, title: &str, more: Vec<Column>, rows: Vec<Vec<Cell>>) -> Table {
    let columns = [writer.words("column-course"), writer.words("column-citizen")].into_iter().chain(more).collect();
    Table { title: writer.say(title), columns, rows }
}

fn cut_short(all: &[CutShort], writer: Writer) -> Table {
    let row = |one: &CutShort| {
        vec![
            one.course.clone().into(),
            one.citizen.clone().into(),
            writer.on(one.planned_end),
            Cell::number(one.months_lost),
        ]
    };
    let more = vec![writer.words("report-column-planned-end"), writer.numbers("report-column-months-lost")];
    listed(writer, "report-row-cut-short", more, all.iter().map(row).collect())
}

fn cannot_end(all: &[CannotEnd], writer: Writer) -> Table {
    let row =
        |one: &CannotEnd| vec![one.course.clone().into(), one.citizen.clone().into(), writer.say(why(one.why)).into()];
    let more = vec![writer.words("report-column-why")];
    listed(writer, "report-row-cannot-end", more, all.iter().map(row).collect())
}

fn undecided(all: &[Undecided], writer: Writer) -> Table {
    let row = |one: &Undecided| {
        vec![
            one.course.clone().into(),
            one.citizen.clone().into(),
            writer.on_if(one.decide_by),
            writer.say(must(one.must)).into(),
        ]
    };
    let more = vec![writer.words("report-column-decide-by"), writer.words("report-column-must")];
    listed(writer, "report-row-undecided", more, all.iter().map(row).collect())
}

const fn why(why: Why) -> &'static str {
    match why {
        Why::EnrolledAfterFunding => "report-why-enrolled-after-funding",
        Why::FundingEnded => "report-why-funding-ended",
        Why::PastPlannedEnd => "report-why-past-planned-end",
        Why::ClarificationAfterFunding => "report-why-clarification-after-funding",
    }
}

const fn must(must: Must) -> &'static str {
    match must {
        Must::EnrolOrEnd => "report-must-enrol-or-end",
        Must::EndOrExcept => "report-must-end-or-except",
        Must::End => "report-must-end",
    }
}
