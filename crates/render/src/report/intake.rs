//! `intake` (R5): the period, its months, its channels.

use domain::report::Report;
use domain::report::intake::{Intake, Month};

use super::Laid;
use super::writer::Writer;
use crate::table::Table;

pub(super) fn lay_out(figure: &Intake, writer: Writer) -> Laid {
    let sum = vec![
        ("column-enrolments", figure.enrolments.to_string()),
        ("report-intake-persons", figure.persons.to_string()),
        ("report-intake-months", figure.months.to_string()),
        ("report-row-average", writer.decimal_if(figure.average_a_month)),
    ];
    let tables = vec![
        writer.lines(&writer.say("report-intake-sum"), sum),
        by_month(&figure.by_month, writer),
        by_channel(figure, writer),
    ];
    let basis = writer.say_with("report-basis-intake", &[("n", figure.n.into()), ("missing", figure.missing.into())]);
    writer.laid(Report::Intake, writer.period(figure.from, figure.to), basis, tables)
}

fn by_month(months: &[Month], writer: Writer) -> Table {
    let row = |month: &Month| {
        let counts = [month.enquiries, month.clarifications, month.enrolments, month.closings];
        std::iter::once(writer.month(&month.month)).chain(counts.map(|count| count.to_string())).collect()
    };
    Table {
        title: writer.say("intake-caption"),
        columns: vec![
            writer.words("column-month"),
            writer.numbers("column-enquiries"),
            writer.numbers("column-clarifications"),
            writer.numbers("column-enrolments"),
            writer.numbers("column-closings"),
        ],
        rows: months.iter().map(row).collect(),
    }
}

/// Every channel, also with none; then the enquiries whose channel is not known, so that the column adds up.
fn by_channel(figure: &Intake, writer: Writer) -> Table {
    let known = figure.by_channel.iter().map(|(channel, count)| (writer.code("channel", channel.code()), *count));
    let rows = known.chain([(writer.say("report-not-known"), figure.missing)]);
    Table {
        title: writer.say("channels-caption"),
        columns: vec![writer.words("column-channel"), writer.numbers("column-enquiries")],
        rows: rows.map(|(channel, count)| vec![channel, count.to_string()]).collect(),
    }
}
