//! `caseload` (R12): a row a worker.

use domain::report::Report;
use domain::report::caseload::{CaseloadFigure, WorkerLine};

use super::Laid;
use super::writer::Writer;
use crate::table::Table;

pub(super) fn lay_out(figure: &CaseloadFigure, writer: Writer) -> Laid {
    let row = |line: &WorkerLine| {
        vec![
            line.worker.clone().into(),
            writer.inner(line.enrolled),
            writer.inner(line.in_clarification),
            writer.inner(line.total),
            writer.say(if line.over_cap { "report-yes" } else { "report-no" }).into(),
        ]
    };
    let table = Table {
        title: writer.say_with("report-caseload-cap", &[("cap", figure.cap.into())]),
        columns: vec![
            writer.words("column-worker"),
            writer.numbers("column-enrolled"),
            writer.numbers("column-clarification"),
            writer.numbers("column-total"),
            writer.words("report-column-over-cap"),
        ],
        rows: figure.workers.iter().map(row).collect(),
    };
    let basis = writer.say_with("report-basis-caseload", &[("n", figure.n.into()), ("missing", figure.missing.into())]);
    writer.laid(Report::Caseload, writer.as_of(figure.as_of), basis, vec![table])
}
