//! `effort` (M32): the team's time by month, phase, kind and with whom, and beside the goals reached in each area.

use domain::code::{ContactKind, With};
use domain::report::Report;
use domain::report::effort::{AreaLine, Beside, Effort, Part, Time};
use domain::report::leaving::effort::reached;

use super::Laid;
use super::writer::Writer;
use crate::catalogue::capital;
use crate::table::{Cell, Column, Table, Value};

pub(super) fn lay_out(figure: &Effort, writer: Writer) -> Laid {
    let keys = figure.keys();
    let [months, phases, types, with, areas] =
        figure.divided().map(|lines| lines.into_iter().map(|(path, _)| keys.key(&path)).collect::<Vec<_>>());
    let minutes = |minutes: u64, key: &str| Cell {
        text: minutes.to_string(),
        value: Value::Number { number: minutes as f64, rests_on: vec![key.to_owned()] },
    };
    let row = |(name, time): (String, Time), key: String| {
        let time = (minutes(time.minutes, &key), writer.count(time.contacts, key));
        vec![capital(&name).into(), time.1, time.0]
    };
    let divided = |title: &str, by: &str, lines: Vec<(String, Time)>, keys: Vec<String>| Table {
        title: writer.say(title),
        columns: columns(by, writer),
        rows: lines.into_iter().zip(keys).map(|(line, key)| row(line, key)).collect(),
    };
    let sum = vec![
        ("report-column-contacts", writer.count(figure.n, keys.key("n"))),
        ("report-row-without-minutes", writer.count(figure.missing, keys.key("missing"))),
        ("report-column-minutes", minutes(figure.minutes, &keys.key("n"))),
    ];
    let by_area = figure.by_area.iter().zip(&figure.goals_reached_by_area).zip(areas).map(|((time, goals), key)| {
        let mut cells = row((area(time, writer), time.time), key);
        cells.push(writer.count(goals.reached, keys.key(&reached(goals.area.as_deref()))));
        cells
    });
    let mut with_goals = columns("report-column-goal-area", writer);
    with_goals.push(writer.numbers("report-column-goals-reached"));
    let by_month = figure.by_month.iter().map(|line| (writer.month(&line.month), line.time)).collect();
    let by_phase = figure.by_phase.iter().map(|line| (part(line.phase, writer), line.time)).collect();
    let by_type = figure
        .by_type
        .iter()
        .map(|line| (code("contact", line.kind.map(ContactKind::code), writer), line.time))
        .collect();
    let by_with =
        figure.by_with.iter().map(|line| (code("with", line.with.map(With::code), writer), line.time)).collect();
    let tables = vec![
        writer.lines(&writer.say("report-effort-sum"), sum),
        Table { title: writer.say("report-effort-areas"), columns: with_goals, rows: by_area.collect() },
        divided("report-effort-months", "column-month", by_month, months),
        divided("report-effort-phases", "report-column-phase", by_phase, phases),
        divided("report-effort-types", "report-column-kind", by_type, types),
        divided("report-effort-with", "report-column-with", by_with, with),
    ];
    let basis = writer.say_with("report-basis-effort", &[("n", figure.n.into()), ("missing", figure.missing.into())]);
    let laid = writer.laid(Report::Effort, writer.period(figure.from, figure.to), basis, tables);
    Laid { grounds: writer.grounds(&keys, figure.n, figure.missing), ..laid }
}

fn columns(by: &str, writer: Writer) -> Vec<Column> {
    vec![writer.words(by), writer.numbers("report-column-contacts"), writer.numbers("report-column-minutes")]
}

fn area(line: &AreaLine, writer: Writer) -> String {
    match (&line.name, &line.area) {
        (Some(name), _) => writer.of(name),
        (None, Some(former)) => writer.say_with("report-goals-former", &[("area", former.into())]),
        (None, None) => writer.say("report-effort-no-area"),
    }
}

fn part(part: Part, writer: Writer) -> String {
    match part {
        Part::Phase(number) => writer.say_with("report-effort-phase", &[("n", number.into())]),
        Part::Beside(Beside::Clarification) => writer.say("report-effort-clarification"),
        Part::Beside(Beside::AfterPlan) => writer.say("report-effort-after"),
    }
}

/// The words of a code; of none, that it is not known.
fn code(list: &str, code: Option<&'static str>, writer: Writer) -> String {
    code.map_or_else(|| writer.say("report-not-known"), |code| writer.code(list, code))
}
