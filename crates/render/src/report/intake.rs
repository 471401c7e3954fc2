//! `intake` (R5): the period, its months, its channels.

use domain::programme::Period;
use domain::report::Report;
use domain::report::intake::{Intake, Month};
use domain::report::leaving::Keys;
use domain::report::leaving::intake::COLUMNS;

use super::Laid;
use super::writer::Writer;
use crate::table::{Cell, Column, Table};

pub(super) fn lay_out(figure: &Intake, writer: Writer) -> Laid {
    let keys = figure.keys();
    let sum = vec![
        ("column-enrolments", writer.count(figure.enrolments, keys.key("enrolments"))),
        ("report-intake-persons", writer.count(figure.persons, keys.key("persons"))),
        ("report-intake-months", Cell::number(figure.months)),
        ("report-row-average", writer.average(figure.average_a_month, [keys.key("enrolments")])),
    ];
    let mut tables = vec![writer.lines(&writer.say("report-intake-sum"), sum), by_month(figure, writer)];
    tables.extend(by_quarter(figure, writer));
    tables.push(by_channel(figure, writer));
    let basis = writer.say_with("report-basis-intake", &[("n", figure.n.into()), ("missing", figure.missing.into())]);
    let laid = writer.laid(Report::Intake, writer.period(figure.from, figure.to), basis, tables);
    Laid { grounds: writer.grounds(&keys, figure.n, figure.missing), ..laid }
}

fn by_month(figure: &Intake, writer: Writer) -> Table {
    let row = |(month, keys): (&Month, Keys)| {
        let counts = COLUMNS.map(|(path, count)| writer.count(count(month), keys.key(path)));
        std::iter::once(writer.month(&month.month).into()).chain(counts).collect()
    };
    Table {
        title: writer.say("intake-caption"),
        columns: columns("column-month", writer),
        rows: figure.months_and_keys().map(row).collect(),
    }
}

/// Each three months: what is left to tell where a month's counts are too small to leave the team.
fn by_quarter(figure: &Intake, writer: Writer) -> Option<Table> {
    let row = |(period, sums, keys): (Period, [u32; 4], Keys)| {
        let counts = COLUMNS.iter().zip(sums).map(|((path, _), sum)| writer.count(sum, keys.key(path)));
        std::iter::once(writer.period(period.from, period.to).into()).chain(counts).collect()
    };
    let rows: Vec<_> = figure.quarters().into_iter().map(row).collect();
    (!rows.is_empty()).then(|| Table {
        title: writer.say("report-intake-quarters"),
        columns: columns("report-column-quarter", writer),
        rows,
    })
}

fn columns(first: &str, writer: Writer) -> Vec<Column> {
    vec![
        writer.words(first),
        writer.numbers("column-enquiries"),
        writer.numbers("column-clarifications"),
        writer.numbers("column-enrolments"),
        writer.numbers("column-closings"),
    ]
}

/// Every channel, also with none; then the enquiries whose channel is not known, so that the column adds up.
fn by_channel(figure: &Intake, writer: Writer) -> Table {
    let keys = figure.keys();
    let known = figure.by_channel.iter().map(|(channel, count)| {
        let key = keys.key(&format!("by_channel.{}", channel.code()));
        (writer.code("channel", channel.code()), *count, key)
    });
    let rows = known.chain([(writer.say("report-not-known"), figure.missing, keys.key("missing"))]);
    Table {
        title: writer.say("channels-caption"),
        columns: vec![writer.words("column-channel"), writer.numbers("column-enquiries")],
        rows: rows.map(|(channel, count, key)| vec![channel.into(), writer.count(count, key)]).collect(),
    }
}
