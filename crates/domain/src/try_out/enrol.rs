//! "What if we enrol so many more until a day?"

use chrono::NaiveDate;

use crate::course::{Plan, plan};
use crate::day::{add_days, first_of_month};
use crate::programme::{Period, Programme};
use crate::window;

/// One supposed enrolment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its day.
    pub on: NaiveDate,
    /// Its course; none after the funding.
    pub plan: Option<Plan>,
    /// Whether it lies outside every window (R10): it would take an exception.
    pub outside_window: bool,
}

/// The load of one month in the supposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TriedMonth {
    /// The month.
    pub month: Period,
    /// Open courses of today that are not at their planned end on its last day.
    pub known: u32,
    /// Open clarifications, as long as they can still become courses.
    pub in_clarification: u32,
    /// Supposed newcomers who are there on its last day.
    pub more: u32,
    /// The citizens that the workers have room for.
    pub room: u32,
}

impl TriedMonth {
    /// Everybody.
    pub const fn total(&self) -> u32 {
        self.known + self.in_clarification + self.more
    }

    /// How many have no place.
    pub const fn without_place(&self) -> u32 {
        self.total().saturating_sub(self.room)
    }
}

/// What would follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnrolMore {
    /// The supposed enrolments, evenly over the days.
    pub entries: Vec<Entry>,
    /// The months until the funding's end.
    pub months: Vec<TriedMonth>,
}

impl EnrolMore {
    /// How many would have less than the full length.
    pub fn cut_short(&self) -> usize {
        self.entries.iter().filter(|entry| entry.plan.is_some_and(|plan| plan.is_cut_short())).count()
    }

    /// How many could not be enrolled without an exception, or not at all.
    pub fn outside(&self) -> usize {
        self.entries.iter().filter(|entry| entry.outside_window || entry.plan.is_none()).count()
    }

    /// The first month in which somebody has no place.
    pub fn first_full(&self) -> Option<&TriedMonth> {
        self.months.iter().find(|month| month.without_place() > 0)
    }
}

/// Supposes `more` enrolments from the day after `day` until `until`, evenly: the k-th on day floor(days · k / more).
pub fn enrol_more(
    ends: &[NaiveDate],
    in_clarification: u32,
    programme: &Programme,
    room: impl Fn(NaiveDate) -> u32,
    day: NaiveDate,
    (more, until): (u32, NaiveDate),
) -> EnrolMore {
    let days = (until - day).num_days().max(0);
    let entry = |number: u32| {
        let on = add_days(day, days * i64::from(number) / i64::from(more.max(1)));
        Entry { on, plan: plan(on, programme).ok(), outside_window: !window::is_open(programme, on) }
    };
    let entries: Vec<Entry> = (1..=more).map(entry).collect();
    let decide_by = window::closes_on(programme, day).unwrap_or(day);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let tried = |month: Period| {
        let is_there =
            |entry: &&Entry| entry.on <= month.to && entry.plan.is_some_and(|plan| month.to <= plan.planned_end());
        TriedMonth {
            month,
            known: count(ends.iter().filter(|end| month.to <= **end).count()),
            in_clarification: if month.to <= decide_by { in_clarification } else { 0 },
            more: count(entries.iter().filter(is_there).count()),
            room: room(month.to),
        }
    };
    let whole = Period { from: first_of_month(day), to: programme.funding.to };
    let months = if whole.is_empty() { Vec::new() } else { whole.months().map(tried).collect() };
    EnrolMore { entries, months }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{day, programme};

    #[test]
    fn four_more_until_the_end_of_march_come_evenly_and_all_lose_something() {
        // 90 days from 1 January: the entries lie on day 22, 45, 67 and 90.
        let tried = enrol_more(&[], 0, &programme(), |_| 20, day("2016-01-01"), (4, day("2016-03-31")));
        let days: Vec<_> = tried.entries.iter().map(|entry| entry.on).collect();
        assert_eq!(days, ["2016-01-23", "2016-02-15", "2016-03-08", "2016-03-31"].map(day));
        assert_eq!((tried.cut_short(), tried.outside()), (4, 0));
        let more: Vec<u32> = tried.months.iter().map(|month| month.more).collect();
        assert_eq!(more, [1, 2, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4]);
    }

    #[test]
    fn who_would_come_after_the_window_takes_an_exception_and_after_the_funding_nobody_comes() {
        let tried = enrol_more(&[], 0, &programme(), |_| 20, day("2016-03-31"), (2, day("2016-04-02")));
        assert_eq!((tried.entries.len(), tried.outside()), (2, 2));
        let late = enrol_more(&[], 0, &programme(), |_| 20, day("2016-12-30"), (2, day("2017-01-02")));
        assert_eq!(late.entries[1].plan, None);
        assert_eq!(late.entries[0].plan.unwrap().planned_end(), day("2016-12-31"));
    }

    #[test]
    fn the_first_month_without_a_place_for_everybody_is_found() {
        let ends = ["2016-01-31", "2016-06-30"].map(day);
        let tried = enrol_more(&ends, 1, &programme(), |_| 3, day("2016-01-10"), (2, day("2016-02-10")));
        // 31 days: the entries lie on day 15 (25 January) and 31 (10 February).
        let of = |number: usize| {
            let month = tried.months[number];
            (month.known, month.in_clarification, month.more, month.without_place())
        };
        assert_eq!([of(0), of(1), of(2), of(3)], [(2, 1, 1, 1), (1, 1, 2, 1), (1, 1, 2, 1), (1, 0, 2, 0)]);
        assert_eq!(tried.first_full().unwrap().month.from, day("2016-01-01"));
    }

    #[test]
    fn nobody_more_and_a_day_before_today_change_nothing() {
        let tried = enrol_more(&[day("2016-12-31")], 0, &programme(), |_| 1, day("2016-10-01"), (0, day("2016-01-01")));
        assert_eq!((tried.entries.len(), tried.first_full()), (0, None));
        assert_eq!(tried.months.len(), 3);
    }
}
