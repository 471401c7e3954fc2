//! `wind-down` (R9, R10): the sum, then each course and clarification that asks for something.

use domain::report::Report;
use domain::report::wind_down::{CannotEnd, CutShort, Must, Undecided, Why, WindDownFigure};

use super::Laid;
use super::writer::Writer;
use crate::table::{Column, Table};

pub(super) fn lay_out(figure: &WindDownFigure, writer: Writer) -> Laid {
    let rows = vec![
        ("report-row-funding-end", writer.day(figure.funding_end)),
        ("report-row-open", figure.open_courses.to_string()),
        ("report-row-in-time", figure.ends_in_time.to_string()),
        ("report-row-cut-short", figure.cut_short.len().to_string()),
        ("report-row-cannot-end", figure.cannot_end.len().to_string()),
        ("report-row-undecided", figure.clarifications.len().to_string()),
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
fn listed(writer: Writer, title: &str, more: Vec<Column>, rows: Vec<Vec<String>>) -> Table {
    let columns = [writer.words("column-course"), writer.words("column-citizen")].into_iter().chain(more).collect();
    Table { title: writer.say(title), columns, rows }
}

fn cut_short(all: &[CutShort], writer: Writer) -> Table {
    let row = |one: &CutShort| {
        vec![one.course.clone(), one.citizen.clone(), writer.day(one.planned_end), one.months_lost.to_string()]
    };
    let more = vec![writer.words("report-column-planned-end"), writer.numbers("report-column-months-lost")];
    listed(writer, "report-row-cut-short", more, all.iter().map(row).collect())
}

fn cannot_end(all: &[CannotEnd], writer: Writer) -> Table {
    let row = |one: &CannotEnd| vec![one.course.clone(), one.citizen.clone(), writer.say(why(one.why))];
    let more = vec![writer.words("report-column-why")];
    listed(writer, "report-row-cannot-end", more, all.iter().map(row).collect())
}

fn undecided(all: &[Undecided], writer: Writer) -> Table {
    let row = |one: &Undecided| {
        vec![one.course.clone(), one.citizen.clone(), writer.day_if(one.decide_by), writer.say(must(one.must))]
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
