//! Indicators of the contacts: many at the start, outside the office, with the network, and fewer from phase to phase.

use super::{Case, Reach, Verdict, Why};
use crate::day::{add_days, add_months};
use crate::facts::Contact;
use crate::programme::Period;

/// Contacts needed in the first month.
pub(crate) const FIRST_MONTH: usize = 2;

/// Meetings outside the office needed in phase 1.
pub(crate) const OUTSIDE: usize = 3;

/// Contacts with network or providers needed in phase 1.
pub(crate) const SUPPORT: usize = 2;

/// The first month of the course.
pub(crate) fn first_month(case: &Case<'_>) -> Period {
    let start = case.plan.enrolled_on();
    Period { from: start, to: add_days(add_months(start, 1), -1) }
}

pub(super) fn in_first_month(case: &Case<'_>) -> Verdict {
    case.at_least(FIRST_MONTH, first_month(case), |days| count(case, days, Contact::is_completed))
}

pub(super) fn outside_meetings(case: &Case<'_>) -> Verdict {
    in_first_phase(case, OUTSIDE, Contact::is_outside_meeting)
}

pub(super) fn with_support(case: &Case<'_>) -> Verdict {
    in_first_phase(case, SUPPORT, Contact::reached_support)
}

fn in_first_phase(case: &Case<'_>, needed: usize, counts: impl Fn(&Contact) -> bool) -> Verdict {
    let Some(first) = case.phases.first() else { return Verdict::NotRelevant(Why::NoFactTells) };
    case.at_least(needed, first.days, |days| count(case, days, &counts))
}

/// Compares each phase with the one before it, by contacts a day; a phase that is not over yet is not compared.
pub(super) fn falling(case: &Case<'_>) -> Verdict {
    let pairs = case.phases.windows(2);
    Verdict::of_all(pairs.filter_map(|pair| match pair {
        [before, after] => Some(fewer_than_before(case, before.days, after.days)),
        _ => None,
    }))
}

/// Whether the days after had fewer contacts a day than the days before.
pub(crate) fn fewer_than_before(case: &Case<'_>, before: Period, after: Period) -> Verdict {
    match (case.reach(before), case.reach(after)) {
        (Reach::Never, _) | (_, Reach::Never) => Verdict::NotRelevant(Why::ClosedBefore),
        (Reach::Over(earlier), Reach::Over(later)) => {
            // Contacts a day, compared without dividing.
            let weighed = |contacts: Period, days: Period| {
                i64::try_from(count(case, contacts, Contact::is_completed)).unwrap_or(i64::MAX) * days.days()
            };
            Verdict::decided(weighed(earlier, later) > weighed(later, earlier))
        }
        _ => Verdict::TooEarly,
    }
}

/// How many contacts of a kind lie in a run of days.
pub(crate) fn count(case: &Case<'_>, days: Period, counts: impl Fn(&Contact) -> bool) -> usize {
    case.work.contacts.iter().filter(|contact| days.contains(contact.on) && counts(contact)).count()
}
