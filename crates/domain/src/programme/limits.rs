//! What a programme's rules may be: the bounds of its numbers, and how its recruitment windows lie. The file and the screen both ask here.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use crate::programme::Period;

/// Months of a full course (R6).
pub const COURSE_MONTHS: RangeInclusive<u32> = 1..=60;
/// Phases of a course (R7).
pub const PHASES: RangeInclusive<u32> = 1..=12;
/// Months between follow-ups (R8).
pub const FOLLOW_UP_MONTHS: RangeInclusive<u32> = 1..=12;
/// Citizens of a worker (R12).
pub const CASELOAD_CAP: RangeInclusive<u32> = 1..=100;
/// Counts below it are withheld (R19).
pub const WITHHOLD_BELOW: RangeInclusive<u32> = 1..=100;
/// Days after which contact is lost (R11).
pub const LOST_CONTACT_DAYS: RangeInclusive<u32> = 1..=3650;
/// Days without an answer after which a partner is to be written to.
pub const REFERRAL_REMINDER_DAYS: RangeInclusive<u32> = 1..=365;
/// Months that a closed course is kept before somebody looks at it.
pub const RETENTION_MONTHS: RangeInclusive<u32> = 1..=600;

/// What a key may look like: 1 to 64 small letters a-z, digits, `-` and `_`.
pub fn is_key(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte))
}

/// Whether nobody could be enrolled in the window on a day without funding (R6, R10).
pub fn is_inside(funding: Period, window: Period) -> bool {
    funding.contains(window.from) && funding.contains(window.to)
}

/// Of windows in the order of their first days, those that begin before an earlier one has closed: each with its place and that last day.
pub fn overlapping(windows: &[Period]) -> Vec<(usize, NaiveDate)> {
    let mut open_until = None;
    let mut found = Vec::new();
    for (index, window) in windows.iter().enumerate() {
        if let Some(last) = open_until.filter(|last| window.from <= *last) {
            found.push((index, last));
        }
        open_until = open_until.max(Some(window.to));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::day;

    fn period(from: &str, to: &str) -> Period {
        Period { from: day(from), to: day(to) }
    }

    #[test]
    fn windows_may_meet_but_share_no_day() {
        let meet = [period("2016-01-01", "2016-01-31"), period("2016-02-01", "2016-02-29")];
        assert!(overlapping(&meet).is_empty());
        let share = [
            period("2016-01-01", "2016-12-31"),
            period("2016-02-01", "2016-02-29"),
            period("2016-12-31", "2017-01-01"),
        ];
        let last = day("2016-12-31");
        assert_eq!(overlapping(&share), [(1, last), (2, last)]);
    }

    #[test]
    fn a_window_lies_within_the_funding_with_both_its_days() {
        let funding = period("2013-04-01", "2016-12-31");
        assert!(is_inside(funding, funding));
        assert!(!is_inside(funding, period("2013-03-31", "2013-05-01")));
        assert!(!is_inside(funding, period("2016-05-01", "2017-01-01")));
    }
}
