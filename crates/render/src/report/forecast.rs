//! `forecast` (R22): what is expected, the interval, and the load by month.

use domain::forecast::Load;
use domain::report::Report;
use domain::report::forecast::Forecast;

use super::Laid;
use super::writer::Writer;
use crate::table::Table;

pub(super) fn lay_out(figure: &Forecast, writer: Writer) -> Laid {
    let end = |at: usize| {
        let ends = figure.interval_80.and_then(|ends| ends.get(at).copied());
        ends.map_or_else(|| writer.nothing(), |end| end.to_string())
    };
    let rows = vec![
        ("report-row-observed", figure.observed.to_string()),
        ("report-row-average", writer.decimal_if(figure.average_a_month)),
        ("report-row-expected", writer.decimal_if(figure.expected)),
        ("report-row-low", end(0)),
        ("report-row-high", end(1)),
        ("report-row-open-clarifications", figure.in_clarification.to_string()),
    ];
    let (from, to) = (writer.day(figure.history_from), writer.day(figure.history_to));
    let mut basis = writer.say_with(
        "report-basis-forecast",
        &[
            ("n", figure.n.into()),
            ("months", figure.observed_months.into()),
            ("from", (&from).into()),
            ("to", (&to).into()),
            ("missing", figure.missing.into()),
        ],
    );
    if figure.expected.is_none() {
        basis = format!("{} {basis}", writer.say("forecast-none"));
    }
    let tables = vec![writer.lines(&writer.say("report-forecast-sum"), rows), load(&figure.load, writer)];
    writer.laid(Report::Forecast, writer.period(figure.from, figure.to), basis, tables)
}

fn load(months: &[Load], writer: Writer) -> Table {
    let row = |month: &Load| vec![writer.month(&month.month), month.known.to_string(), writer.decimal(month.expected)];
    Table {
        title: writer.say("report-forecast-load"),
        columns: vec![
            writer.words("column-month"),
            writer.numbers("report-column-known"),
            writer.numbers("report-column-expected"),
        ],
        rows: months.iter().map(row).collect(),
    }
}
