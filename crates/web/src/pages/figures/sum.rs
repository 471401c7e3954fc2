//! The status as a sum: 16 + 3 = 19, + 37 = 56; and what stands beside it.

use app::view::figures::Status;
use render::{Words, number};

/// One figure with its definition.
pub(super) struct Figure {
    /// How it stands in the sum: `figure-plus`, `figure-sum` or nothing.
    pub(super) look: &'static str,
    pub(super) n: String,
    pub(super) name: &'static str,
    pub(super) rule: String,
    pub(super) rule_label: String,
}

fn figure(t: &'static Words, look: &'static str, key: &'static str, n: u64, status: &Status, on: &str) -> Figure {
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
    Figure { look, n: number::count(t.locale(), n), name, rule, rule_label }
}

/// The figures of the sum, in its order.
pub(super) fn sum(t: &'static Words, status: &Status, on: &str) -> Vec<Figure> {
    [
        ("", "figure-enrolled", status.enrolled),
        ("figure-plus", "figure-clarification", status.in_clarification),
        ("figure-sum", "figure-attached", status.attached),
        ("figure-plus", "figure-closed", status.closed),
        ("figure-sum", "figure-users", status.different_users),
    ]
    .map(|(look, key, n)| figure(t, look, key, n, status, on))
    .into()
}

/// The figures that are never mixed into the sum (R3).
pub(super) fn beside(t: &'static Words, status: &Status, on: &str) -> Vec<Figure> {
    [("figure-left", status.left_in_clarification), ("figure-enquiry", status.enquiry_only)]
        .map(|(key, n)| figure(t, "", key, n, status, on))
        .into()
}
