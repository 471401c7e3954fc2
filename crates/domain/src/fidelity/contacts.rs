//! Indicators of the contacts: many at the start, outside the office, with the network, and fewer from phase to phase.

use super::{Case, Reach, Verdict, Why};
use crate::day::{add_days, add_months};
use crate::facts::Contact;
use crate::programme::Period;

pub(super) fn in_first_month(case: &Case<'_>) -> Verdict {
    let start = case.plan.enrolled_on();
    let month = Period { from: start, to: add_days(add_months(start, 1), -1) };
    case.at_least(2, month, |days| count(case, days, Contact::is_completed))
}

pub(super) fn outside_meetings(case: &Case<'_>) -> Verdict {
    in_first_phase(case, 3, Contact::is_outside_meeting)
}

pub(super) fn with_support(case: &Case<'_>) -> Verdict {
    in_first_phase(case, 2, Contact::reached_support)
}

fn in_first_phase(case: &Case<'_>, needed: usize, counts: impl Fn(&Contact) -> bool) -> Verdict {
    let Some(first) = case.phases.first() else { return Verdict::NotRelevant(Why::NoFactTells) };
    case.at_least(needed, first.days, |days| count(case, days, &counts))
}

/// Compares each phase with the one before it, by contacts a day; a phase that is not over yet is not compared.
pub(super) fn falling(case: &Case<'_>) -> Verdict {
    let pairs = case.phases.windows(2);
    Verdict::of_all(pairs.filter_map(|pair| match pair {
        [before, after] => Some(match (case.reach(before.days), case.reach(after.days)) {
            (Reach::Never, _) | (_, Reach::Never) => Verdict::NotRelevant(Why::ClosedBefore),
            (Reach::Over(earlier), Reach::Over(later)) => {
                // Contacts a day, compared without dividing.
                let weighed = |contacts: Period, days: Period| {
                    i64::try_from(count(case, contacts, Contact::is_completed)).unwrap_or(i64::MAX) * days.days()
                };
                Verdict::decided(weighed(earlier, later) > weighed(later, earlier))
            }
            _ => Verdict::TooEarly,
        }),
        _ => None,
    }))
}

fn count(case: &Case<'_>, days: Period, counts: impl Fn(&Contact) -> bool) -> usize {
    case.work.contacts.iter().filter(|contact| days.contains(contact.on) && counts(contact)).count()
}
