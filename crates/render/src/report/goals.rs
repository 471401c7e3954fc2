//! `goals` (M15, M16): a row a goal area.

use domain::report::Report;
use domain::report::goals::{Area, Goals};

use super::Laid;
use super::writer::Writer;
use crate::table::Table;

pub(super) fn lay_out(figure: &Goals, writer: Writer) -> Laid {
    let keys = figure.keys();
    let row = |area: &Area| {
        let counts = [
            ("set", area.set),
            ("active", area.active),
            ("reached", area.reached),
            ("handed_over", area.handed_over),
            ("dropped", area.dropped),
        ];
        let cell = |(state, count)| writer.count(count, keys.key(&format!("by_area.{}.{state}", area.area)));
        std::iter::once(name(area, writer).into()).chain(counts.map(cell)).collect()
    };
    let by_area = Table {
        title: writer.say("report-goals-areas"),
        columns: vec![
            writer.words("report-column-goal-area"),
            writer.numbers("report-column-set"),
            writer.numbers("report-column-active"),
            writer.numbers("report-column-reached"),
            writer.numbers("report-column-handed-over"),
            writer.numbers("report-column-dropped"),
        ],
        rows: figure.by_area.iter().map(row).collect(),
    };
    let sum = vec![
        ("report-row-goals", writer.count(figure.n, keys.key("n"))),
        ("report-row-unlinked", writer.count(figure.unlinked, keys.key("unlinked"))),
    ];
    let basis = writer.say_with("report-basis-goals", &[("n", figure.n.into()), ("missing", figure.missing.into())]);
    let tables = vec![by_area, writer.lines(&writer.say("report-goals-sum"), sum)];
    let laid = writer.laid(Report::Goals, writer.period(figure.from, figure.to), basis, tables);
    Laid { grounds: writer.grounds(&keys, figure.n, figure.missing), ..laid }
}

/// The area's name; of one that the programme no longer has, only the key is left.
fn name(area: &Area, writer: Writer) -> String {
    match &area.name {
        Some(name) => writer.of(name),
        None => writer.say_with("report-goals-former", &[("area", (&area.area).into())]),
    }
}
