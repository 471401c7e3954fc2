//! The status as a sum: 16 + 3 = 19, + 37 = 56; and what stands beside it.

use app::view::figures::Status;
use render::{Words, number};

use super::behind::Behind;

/// One figure with its definition.
pub(super) struct Figure {
    /// How it stands in the sum: `figure-plus`, `figure-sum` or nothing.
    pub(super) look: &'static str,
    pub(super) n: String,
    /// Where the number leads to, for who may see who is behind it.
    pub(super) href: Option<String>,
    pub(super) name: &'static str,
    pub(super) rule: String,
    pub(super) rule_label: String,
}

fn figure(
    t: &'static Words,
    (look, key, path, n): (&'static str, &'static str, &str, u64),
    status: &Status,
    (on, behind): (&str, Option<&Behind>),
) -> Figure {
    let name = t.say(key);
    let rule = t.say_with(
        &format!("{key}-rule"),
        &[
            ("day", on.into()),
            ("n", n.into()),
            ("enrolled", status.enrolled.into()),
            ("clarification", status.in_clarification.into()),
            ("closed", status.closed.into()),
        ],
    );
    let rule_label = t.say_with("rule-label", &[("name", name.into())]);
    let href = behind.filter(|_| n > 0).map(|behind| behind.status(path));
    Figure { look, n: number::count(t.locale(), n), href, name, rule, rule_label }
}

/// The figures of the sum, in its order.
pub(super) fn sum(t: &'static Words, status: &Status, on: (&str, Option<&Behind>)) -> Vec<Figure> {
    [
        ("", "figure-enrolled", "enrolled", status.enrolled),
        ("figure-plus", "figure-clarification", "in_clarification", status.in_clarification),
        ("figure-sum", "figure-attached", "attached", status.attached),
        ("figure-plus", "figure-closed", "closed", status.closed),
        ("figure-sum", "figure-users", "different_users", status.different_users),
    ]
    .map(|one| figure(t, one, status, on))
    .into()
}

/// The figures that are never mixed into the sum (R3).
pub(super) fn beside(t: &'static Words, status: &Status, on: (&str, Option<&Behind>)) -> Vec<Figure> {
    [
        ("", "figure-left", "left_in_clarification", status.left_in_clarification),
        ("", "figure-enquiry", "enquiry_only", status.enquiry_only),
    ]
    .map(|one| figure(t, one, status, on))
    .into()
}
