//! When the program does something by itself: each kind's moments, and how often what failed is tried again.
//!
//! A moment is local to the programme: half past six stays half past six over the change to summer time. To add a kind: a line in
//! [`JobKind`] with its arms here, its doing in `app/src/job/`, its words in `locales/`.

use chrono::{DateTime, Datelike, Days, LocalResult, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc, Weekday};

use crate::code::JobKind;

/// A run is tried so often.
pub const TRIES: u32 = 5;

/// A kind's last and next moment are never further away than this.
pub const FURTHEST_DAYS: u32 = 32;

/// The days on which a kind has a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// Every day.
    EveryDay,
    /// That day of the week.
    Week(Weekday),
    /// That day of the month, from 1 to 28: every month has it.
    Month(u32),
}

/// The moments of a kind, in the programme's time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// The days.
    pub on: On,
    /// The time of day.
    pub at: NaiveTime,
}

/// When a kind has its moments.
pub fn schedule(kind: JobKind) -> Schedule {
    let (on, hour, minute) = match kind {
        JobKind::DailyDigest => (On::EveryDay, 6, 30),
        JobKind::WeeklyDigest => (On::Week(Weekday::Mon), 6, 30),
        JobKind::Retention => (On::Week(Weekday::Mon), 5, 0),
        JobKind::Tidy => (On::EveryDay, 4, 0),
        // Before the mails, which tell that a report waits.
        JobKind::Reports => (On::Month(1), 5, 30),
    };
    Schedule { on, at: NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default() }
}

/// Whether a kind is about mail, and so is not at all where no mail server is named.
pub const fn sends_mail(kind: JobKind) -> bool {
    matches!(kind, JobKind::DailyDigest | JobKind::WeeklyDigest)
}

impl Schedule {
    /// The last moment that is not after `now`. What a server missed while it stood still is this one and none before it.
    pub fn last<Z: TimeZone>(&self, now: DateTime<Utc>, zone: &Z) -> Option<DateTime<Utc>> {
        let today = now.with_timezone(zone).date_naive();
        let days = (0..=u64::from(FURTHEST_DAYS)).map(Days::new);
        days.filter_map(|back| self.on_day(today.checked_sub_days(back)?, zone)).find(|due| *due <= now)
    }

    /// The first moment after `now`.
    pub fn next<Z: TimeZone>(&self, now: DateTime<Utc>, zone: &Z) -> Option<DateTime<Utc>> {
        let today = now.with_timezone(zone).date_naive();
        let days = (0..=u64::from(FURTHEST_DAYS)).map(Days::new);
        days.filter_map(|ahead| self.on_day(today.checked_add_days(ahead)?, zone)).find(|due| *due > now)
    }

    /// The moment of a day, where the day has one.
    fn on_day<Z: TimeZone>(&self, day: NaiveDate, zone: &Z) -> Option<DateTime<Utc>> {
        let is_one = match self.on {
            On::EveryDay => true,
            On::Week(weekday) => day.weekday() == weekday,
            On::Month(number) => day.day() == number,
        };
        if !is_one {
            return None;
        }
        // Where the clock is put forward over the moment, it is as long after as it would have been; put back, the first of the two.
        let wanted = day.and_time(self.at);
        let hours = (0..=3).map(|hours| wanted + TimeDelta::hours(hours));
        hours.into_iter().find_map(|local| match zone.from_local_datetime(&local) {
            LocalResult::Single(moment) | LocalResult::Ambiguous(moment, _) => Some(moment.to_utc()),
            LocalResult::None => None,
        })
    }
}

/// How long to wait after the try of this number failed; none where it was the last.
pub fn pause_after(tries: u32) -> Option<TimeDelta> {
    let minutes = match tries {
        0 | 1 => 5,
        2 => 15,
        3 => 60,
        4 => 240,
        _ => return None,
    };
    Some(TimeDelta::minutes(minutes))
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Copenhagen;
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn half_past(hour: u32) -> Schedule {
        Schedule { on: On::EveryDay, at: NaiveTime::from_hms_opt(hour, 30, 0).unwrap() }
    }

    #[test]
    fn half_past_six_stays_half_past_six_over_both_changes_of_the_clock() {
        let daily = schedule(JobKind::DailyDigest);
        let next = |now: &str| daily.next(at(now), &Copenhagen).unwrap();
        assert_eq!(next("2015-03-28T12:00:00Z"), at("2015-03-29T04:30:00Z"), "summer time has begun");
        assert_eq!(next("2015-03-28T05:29:59Z"), at("2015-03-28T05:30:00Z"));
        assert_eq!(next("2015-03-28T05:30:00Z"), at("2015-03-29T04:30:00Z"), "a moment has passed when it is reached");
        assert_eq!(next("2015-10-24T12:00:00Z"), at("2015-10-25T05:30:00Z"), "summer time has ended");
        assert_eq!(daily.last(at("2015-10-25T05:29:59Z"), &Copenhagen), Some(at("2015-10-24T04:30:00Z")));
    }

    #[test]
    fn a_moment_that_the_clock_jumps_over_comes_an_hour_later_and_one_that_comes_twice_comes_once() {
        let night = half_past(2);
        assert_eq!(night.next(at("2015-03-29T00:00:00Z"), &Copenhagen), Some(at("2015-03-29T01:30:00Z")));
        assert_eq!(night.next(at("2015-10-24T23:00:00Z"), &Copenhagen), Some(at("2015-10-25T00:30:00Z")));
        assert_eq!(night.next(at("2015-10-25T00:30:00Z"), &Copenhagen), Some(at("2015-10-26T01:30:00Z")));
    }

    #[test]
    fn after_three_days_of_standstill_one_moment_is_caught_up_not_three() {
        let daily = schedule(JobKind::DailyDigest);
        assert_eq!(daily.last(at("2015-11-26T09:00:00Z"), &Copenhagen), Some(at("2015-11-26T05:30:00Z")));
        let weekly = schedule(JobKind::WeeklyDigest);
        assert_eq!(weekly.last(at("2015-11-26T09:00:00Z"), &Copenhagen), Some(at("2015-11-23T05:30:00Z")));
        assert_eq!(weekly.last(at("2015-11-23T05:29:59Z"), &Copenhagen), Some(at("2015-11-16T05:30:00Z")));
        assert_eq!(weekly.next(at("2015-11-23T05:30:00Z"), &Copenhagen), Some(at("2015-11-30T05:30:00Z")));
    }

    #[test]
    fn what_comes_on_the_first_of_the_month_comes_whatever_the_month_s_length_and_the_clock() {
        let monthly = schedule(JobKind::Reports);
        let last = |now: &str| monthly.last(at(now), &Copenhagen);
        let next = |now: &str| monthly.next(at(now), &Copenhagen);
        assert_eq!(last("2015-12-01T04:29:59Z"), Some(at("2015-11-01T04:30:00Z")), "not yet");
        assert_eq!(last("2015-12-01T04:30:00Z"), Some(at("2015-12-01T04:30:00Z")));
        assert_eq!(last("2015-04-01T03:00:00Z"), Some(at("2015-03-01T04:30:00Z")), "summer time has begun since");
        assert_eq!(next("2015-03-01T04:30:00Z"), Some(at("2015-04-01T03:30:00Z")), "31 days and an hour less");
        assert_eq!(next("2016-02-01T04:30:00Z"), Some(at("2016-03-01T04:30:00Z")), "a leap year");
        assert_eq!(last("2015-11-26T09:00:00Z"), Some(at("2015-11-01T04:30:00Z")), "only the last is caught up");
    }

    #[test]
    fn the_pauses_grow_and_end() {
        let pauses: Vec<_> = (1..TRIES).map(|tries| pause_after(tries).unwrap()).collect();
        assert!(pauses.is_sorted() && pauses.first() < pauses.last());
        assert_eq!(pause_after(TRIES), None);
    }

    proptest! {
        #[test]
        fn between_two_moments_that_follow_one_another_there_is_none(seconds in 0i64..200_000_000, kind in 0usize..JobKind::ALL.len()) {
            let now = DateTime::from_timestamp(1_400_000_000 + seconds, 0).unwrap();
            let schedule = schedule(JobKind::ALL[kind]);
            let (last, next) = (schedule.last(now, &Copenhagen).unwrap(), schedule.next(now, &Copenhagen).unwrap());
            prop_assert!(last <= now && now < next);
            prop_assert_eq!(schedule.next(last, &Copenhagen), Some(next));
            prop_assert_eq!(next.with_timezone(&Copenhagen).time(), schedule.at);
            let furthest = TimeDelta::days(i64::from(FURTHEST_DAYS));
            prop_assert!(now - last < furthest && next - now < furthest);
            if let On::Month(number) = schedule.on {
                prop_assert_eq!(next.with_timezone(&Copenhagen).day(), number);
            }
        }
    }
}
