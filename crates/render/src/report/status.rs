//! `status` (R2, R3): a line a status.

use domain::report::Report;
use domain::report::status::StatusFigure;

use super::Laid;
use super::writer::Writer;

pub(super) fn lay_out(figure: &StatusFigure, writer: Writer) -> Laid {
    let keys = figure.keys();
    let rows = [
        ("figure-enrolled", figure.enrolled, "enrolled"),
        ("figure-clarification", figure.in_clarification, "in_clarification"),
        ("figure-attached", figure.attached, "attached"),
        ("figure-closed", figure.closed, "closed"),
        ("figure-users", figure.different_users, "different_users"),
        ("figure-left", figure.left_in_clarification, "left_in_clarification"),
        ("figure-enquiry", figure.enquiry_only, "enquiry_only"),
    ];
    let rows = rows.into_iter().map(|(name, count, path)| (name, writer.count(count, keys.key(path)))).collect();
    let basis = writer.say_with("report-basis-status", &[("n", figure.n.into()), ("missing", figure.missing.into())]);
    let laid = writer.laid(Report::Status, writer.as_of(figure.as_of), basis, vec![writer.lines("", rows)]);
    Laid { grounds: writer.grounds(&keys, figure.n, figure.missing), ..laid }
}
