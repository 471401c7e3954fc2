//! Calendar arithmetic that the rules share: months as R6 counts them, runs of days, ISO weeks.
//!
//! A day is a calendar day in the programme's time zone. Months keep the day of the month, or take the month's last day
//! where there is none; so 31 August + 6 months is 29 February 2016.

use chrono::{Datelike, Months, NaiveDate};

use crate::programme::Period;

/// The day `months` later (R6). Beyond the calendar's end it stays on the last day there is.
pub fn add_months(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// The day `days` later; negative goes back.
pub fn add_days(day: NaiveDate, days: i64) -> NaiveDate {
    let edge = if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
    chrono::Duration::try_days(days).and_then(|span| day.checked_add_signed(span)).unwrap_or(edge)
}

/// Days from `from` to `to`; negative where `to` is the earlier.
pub fn days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
}

/// The greatest number of months that can be added to `from` without passing `to` (R9's months lost); 0 where `to` is earlier.
pub fn whole_months(from: NaiveDate, to: NaiveDate) -> u32 {
    let apart = month_number(to) - month_number(from);
    let Ok(apart) = u32::try_from(apart) else { return 0 };
    if add_months(from, apart) <= to { apart } else { apart.saturating_sub(1) }
}

/// The first day of the day's month.
pub fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The last day of the day's month.
pub fn last_of_month(day: NaiveDate) -> NaiveDate {
    add_days(add_months(first_of_month(day), 1), -1)
}

/// The month as reports write it, such as `2015-01`.
pub fn month_key(day: NaiveDate) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

/// The ISO 8601 week and the year it belongs to: 1 January 2016 lies in week 53 of 2015.
pub fn iso_week(day: NaiveDate) -> (i32, u32) {
    let week = day.iso_week();
    (week.year(), week.week())
}

fn month_number(day: NaiveDate) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month0())
}

impl Period {
    /// Number of days, both ends included; 0 where the period is empty.
    pub fn days(&self) -> i64 {
        (days_between(self.from, self.to) + 1).max(0)
    }

    /// Whether the period holds no day.
    pub fn is_empty(&self) -> bool {
        self.to < self.from
    }

    /// The days that lie in both.
    pub fn overlap(&self, other: &Self) -> Option<Self> {
        let both = Self { from: self.from.max(other.from), to: self.to.min(other.to) };
        (!both.is_empty()).then_some(both)
    }

    /// Whole months of the period (R5), counted from its first day.
    ///
    /// 1 December to 30 November is 12, and so is 24 November to 23 November. Of an odd period the days left over are not
    /// counted: 15 January to 20 March is 2. Less than a month is 0, and then there is no average.
    pub fn whole_months(&self) -> u32 {
        if self.is_empty() { 0 } else { whole_months(self.from, add_days(self.to, 1)) }
    }

    /// Each calendar month that the period touches, in order, cut to the period.
    pub fn months(&self) -> impl Iterator<Item = Self> + use<> {
        let period = *self;
        let first = first_of_month(self.from);
        (0u32..)
            .map(move |number| add_months(first, number))
            .take_while(move |start| *start <= period.to)
            .filter_map(move |start| Self { from: start, to: last_of_month(start) }.overlap(&period))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::example::{any_day, day};

    fn period(from: &str, to: &str) -> Period {
        Period { from: day(from), to: day(to) }
    }

    #[test]
    fn six_months_after_the_last_of_august_is_leap_day() {
        assert_eq!(add_months(day("2015-08-31"), 6), day("2016-02-29"));
    }

    #[test]
    fn a_year_after_leap_day_is_28_february() {
        assert_eq!(add_months(day("2016-02-29"), 12), day("2017-02-28"));
    }

    #[test]
    fn from_new_years_eve_to_31_january_is_one_month_and_to_30_january_none() {
        assert_eq!(whole_months(day("2016-12-31"), day("2017-01-31")), 1);
        assert_eq!(whole_months(day("2016-12-31"), day("2017-01-30")), 0);
    }

    #[test]
    fn from_new_years_eve_to_the_last_of_february_is_two_months() {
        assert_eq!(whole_months(day("2016-12-31"), day("2017-02-28")), 2);
    }

    #[test]
    fn no_months_lie_between_a_day_and_an_earlier_one() {
        assert_eq!(whole_months(day("2016-12-31"), day("2016-01-01")), 0);
    }

    #[test]
    fn the_last_project_year_is_twelve_months() {
        assert_eq!(period("2014-12-01", "2015-11-30").whole_months(), 12);
    }

    #[test]
    fn a_year_from_the_middle_of_a_month_is_twelve_months_too() {
        assert_eq!(period("2014-11-24", "2015-11-23").whole_months(), 12);
        assert_eq!(period("2014-11-24", "2015-11-22").whole_months(), 11);
    }

    #[test]
    fn a_period_of_days_has_no_whole_month() {
        assert_eq!(period("2015-01-15", "2015-02-13").whole_months(), 0);
        assert_eq!(period("2015-01-15", "2015-01-14").whole_months(), 0);
    }

    #[test]
    fn a_period_touches_three_months_and_is_cut_to_its_ends() {
        let months: Vec<Period> = period("2014-12-20", "2015-02-03").months().collect();
        assert_eq!(
            months,
            [
                period("2014-12-20", "2014-12-31"),
                period("2015-01-01", "2015-01-31"),
                period("2015-02-01", "2015-02-03")
            ]
        );
    }

    #[test]
    fn periods_that_only_touch_share_the_day_they_touch_on() {
        let january = period("2015-01-01", "2015-01-31");
        assert_eq!(january.overlap(&period("2015-01-31", "2015-02-10")), Some(period("2015-01-31", "2015-01-31")));
        assert_eq!(january.overlap(&period("2015-02-01", "2015-02-10")), None);
    }

    #[test]
    fn new_years_day_2016_lies_in_week_53_of_2015() {
        assert_eq!(iso_week(day("2016-01-01")), (2015, 53));
        assert_eq!(iso_week(day("2015-11-23")), (2015, 48));
    }

    proptest! {
        #[test]
        fn whole_months_never_pass_the_day_and_one_more_would(from in any_day(), days in 0i64..4000) {
            let to = add_days(from, days);
            let months = whole_months(from, to);
            prop_assert!(add_months(from, months) <= to);
            prop_assert!(add_months(from, months + 1) > to);
        }

        #[test]
        fn the_months_of_a_period_hold_each_of_its_days_once(from in any_day(), days in 0i64..1500) {
            let whole = Period { from, to: add_days(from, days) };
            prop_assert_eq!(whole.months().map(|month| month.days()).sum::<i64>(), whole.days());
        }
    }
}
