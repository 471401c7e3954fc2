//! `forecast` (R22): what is expected, the interval, and the load by month.

use domain::forecast::Load;
use domain::report::Report;
use domain::report::forecast::Forecast;

use super::Laid;
use super::writer::Writer;
use crate::table::{Cell, Table, Value};

pub(super) fn lay_out(figure: &Forecast, writer: Writer) -> Laid {
    let end = |at: usize| {
        let ends = figure.interval_80.and_then(|ends| ends.get(at).copied());
        let rests_on = vec![figure.observed_key()];
        let cell = |end: u32| Cell { text: end.to_string(), value: Value::Number { number: end.into(), rests_on } };
        ends.map_or_else(|| writer.nothing(), cell)
    };
    let keys = figure.keys();
    let rows = vec![
        ("report-row-observed", writer.count(figure.observed, figure.observed_key())),
        ("report-row-average", writer.average(figure.average_a_month, [figure.observed_key()])),
        ("report-row-expected", writer.average(figure.expected, [figure.observed_key()])),
        ("report-row-low", end(0)),
        ("report-row-high", end(1)),
        ("report-row-open-clarifications", writer.count(figure.in_clarification, keys.key("in_clarification"))),
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
    let tables = vec![writer.lines(&writer.say("report-forecast-sum"), rows), load(figure, writer)];
    let laid = writer.laid(Report::Forecast, writer.period(figure.from, figure.to), basis, tables);
    let n = writer.count(figure.n, figure.observed_key());
    Laid { grounds: vec![vec![writer.say("report-row-n").into(), n]], ..laid }
}

fn load(figure: &Forecast, writer: Writer) -> Table {
    let keys = figure.keys();
    let row = |month: &Load| {
        vec![
            writer.month(&month.month).into(),
            writer.count(month.known, keys.key(&Forecast::known_path(&month.month))),
            writer.average(Some(month.expected), [figure.observed_key()]),
        ]
    };
    Table {
        title: writer.say("report-forecast-load"),
        columns: vec![
            writer.words("column-month"),
            writer.numbers("report-column-known"),
            writer.numbers("report-column-expected"),
        ],
        rows: figure.load.iter().map(row).collect(),
    }
}
