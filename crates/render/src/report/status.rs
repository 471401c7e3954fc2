//! `status` (R2, R3): a line a status.

use domain::report::Report;
use domain::report::status::StatusFigure;

use super::Laid;
use super::writer::Writer;

pub(super) fn lay_out(figure: &StatusFigure, writer: Writer) -> Laid {
    let rows = [
        ("figure-enrolled", figure.enrolled),
        ("figure-clarification", figure.in_clarification),
        ("figure-attached", figure.attached),
        ("figure-closed", figure.closed),
        ("figure-users", figure.different_users),
        ("figure-left", figure.left_in_clarification),
        ("figure-enquiry", figure.enquiry_only),
    ];
    let rows = rows.into_iter().map(|(key, number)| (key, number.to_string())).collect();
    let basis = writer.say_with("report-basis-status", &[("n", figure.n.into()), ("missing", figure.missing.into())]);
    writer.laid(Report::Status, writer.as_of(figure.as_of), basis, vec![writer.lines("", rows)])
}
