//! `staffing` (R13): what is given, and the workers needed.

use domain::report::Report;
use domain::report::staffing::StaffingFigure;

use super::Laid;
use super::writer::Writer;
use crate::table::Cell;

pub(super) fn lay_out(figure: &StaffingFigure, writer: Writer) -> Laid {
    let rows = vec![
        ("report-row-citizens", writer.inner(figure.citizens)),
        ("report-row-cap", Cell::number(figure.cap)),
        (
            "report-row-anchoring",
            Cell { text: writer.share(figure.anchoring.as_f64()), ..Cell::number(figure.anchoring.as_f64()) },
        ),
        ("report-row-workers", writer.inner(figure.workers)),
    ];
    let asked = writer.say_with("report-asked-staffing", &[("citizens", figure.citizens.into())]);
    let basis = writer.say_with("report-basis-staffing", &[("n", figure.n.into()), ("missing", figure.missing.into())]);
    writer.laid(Report::Staffing, asked, basis, vec![writer.lines("", rows)])
}
