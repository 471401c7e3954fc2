//! `goals` (M15, M16): a row a goal area.

use domain::report::Report;
use domain::report::goals::{Area, Goals};

use super::Laid;
use super::writer::Writer;
use crate::table::Table;

pub(super) fn lay_out(figure: &Goals, writer: Writer) -> Laid {
    let row = |area: &Area| {
        let counts = [area.set, area.active, area.reached, area.handed_over, area.dropped];
        std::iter::once(name(area, writer)).chain(counts.map(|count| count.to_string())).collect()
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
    let sum = vec![("report-row-goals", figure.n.to_string()), ("report-row-unlinked", figure.unlinked.to_string())];
    let basis = writer.say_with("report-basis-goals", &[("n", figure.n.into()), ("missing", figure.missing.into())]);
    let tables = vec![by_area, writer.lines(&writer.say("report-goals-sum"), sum)];
    writer.laid(Report::Goals, writer.period(figure.from, figure.to), basis, tables)
}

/// The area's name; of one that the programme no longer has, only the key is left.
fn name(area: &Area, writer: Writer) -> String {
    match &area.name {
        Some(name) => writer.of(name),
        None => writer.say_with("report-goals-former", &[("area", (&area.area).into())]),
    }
}
