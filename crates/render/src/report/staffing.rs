//! `staffing` (R13): what is given, and the workers needed.

use domain::report::Report;
use domain::report::staffing::StaffingFigure;

use super::Laid;
use super::writer::Writer;

pub(super) fn lay_out(figure: &StaffingFigure, writer: Writer) -> Laid {
    let rows = vec![
        ("report-row-citizens", figure.citizens.to_string()),
        ("report-row-cap", figure.cap.to_string()),
        ("report-row-anchoring", writer.share(figure.anchoring.as_f64())),
        ("report-row-workers", figure.workers.to_string()),
    ];
    let asked = writer.say_with("report-asked-staffing", &[("citizens", figure.citizens.into())]);
    let basis = writer.say_with("report-basis-staffing", &[("n", figure.n.into()), ("missing", figure.missing.into())]);
    writer.laid(Report::Staffing, asked, basis, vec![writer.lines("", rows)])
}
