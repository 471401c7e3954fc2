//! The tests' clock: a fixed moment, so that no test hangs on the day it runs.
//!
//! `./test` runs the suite once more with `BROBYGGER_TEST_CLOCK` a programme-year ahead: a test that asserts about a day names
//! the day, and takes from here only what "now" is.

use chrono::{DateTime, NaiveDate, Utc};

/// The variable that moves the clock: a moment such as `2016-11-22T09:00:00Z`.
pub const VARIABLE: &str = "BROBYGGER_TEST_CLOCK";

/// Now: 23 November 2015 at nine in the morning (UTC), where [`VARIABLE`] names no other moment.
#[expect(clippy::panic, reason = "a moment that cannot be read would silently test the wrong day")]
pub fn now() -> DateTime<Utc> {
    match std::env::var(VARIABLE) {
        Ok(moment) => DateTime::parse_from_rfc3339(&moment)
            .unwrap_or_else(|fault| panic!("{VARIABLE}={moment} is no moment such as 2016-11-22T09:00:00Z: {fault}"))
            .to_utc(),
        Err(_) => DateTime::from_timestamp_nanos(1_448_269_200_000_000_000),
    }
}

/// Today: the day of [`now`], the same in Copenhagen as in UTC at that hour.
pub fn today() -> NaiveDate {
    now().date_naive()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_stands_on_the_demo_s_day_unless_it_is_moved() {
        let moment = now().to_rfc3339();
        match std::env::var(VARIABLE) {
            Ok(moved) => assert_eq!(DateTime::parse_from_rfc3339(&moved).map(|moment| moment.to_rfc3339()), Ok(moment)),
            Err(_) => assert_eq!(moment, "2015-11-23T09:00:00+00:00"),
        }
    }
}
