//! Days and spans of days in words.

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use domain::programme::Period;

use crate::{Locale, Words};

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9", "month-10",
    "month-11", "month-12",
];
const SHORT_MONTHS: [&str; 12] = [
    "short-month-1",
    "short-month-2",
    "short-month-3",
    "short-month-4",
    "short-month-5",
    "short-month-6",
    "short-month-7",
    "short-month-8",
    "short-month-9",
    "short-month-10",
    "short-month-11",
    "short-month-12",
];
const WEEKDAYS: [&str; 7] = ["weekday-1", "weekday-2", "weekday-3", "weekday-4", "weekday-5", "weekday-6", "weekday-7"];
const SHORT_WEEKDAYS: [&str; 7] = [
    "short-weekday-1",
    "short-weekday-2",
    "short-weekday-3",
    "short-weekday-4",
    "short-weekday-5",
    "short-weekday-6",
    "short-weekday-7",
];

fn named<'a, const N: usize>(words: &'a Words, keys: &'static [&'static str; N], position: u32) -> &'a str {
    keys.get(position as usize).map_or("", |key| words.say(key))
}

/// `5.1.2016`; English `5 Jan 2016`.
pub fn numeric(words: &Words, day: NaiveDate) -> String {
    let mut out = String::with_capacity(12);
    push_numeric(&mut out, words, day);
    out
}

fn push_numeric(out: &mut String, words: &Words, day: NaiveDate) {
    let _ = match words.locale() {
        Locale::Da => write!(out, "{}.{}.{}", day.day(), day.month(), day.year()),
        Locale::En => {
            write!(out, "{} {} {}", day.day(), named(words, &SHORT_MONTHS, day.month0()), day.year())
        }
    };
}

/// The day as a date field takes it and shows it: `5.1.2016`, in both languages.
pub fn typed(day: NaiveDate) -> String {
    format!("{}.{}.{}", day.day(), day.month(), day.year())
}

/// `tirsdag den 5. januar 2016`; English `Tuesday 5 January 2016`.
pub fn long(words: &Words, day: NaiveDate) -> String {
    let weekday = named(words, &WEEKDAYS, day.weekday().num_days_from_monday());
    match words.locale() {
        Locale::Da => format!("{weekday} den {}", medium(words, day)),
        Locale::En => format!("{weekday} {}", medium(words, day)),
    }
}

/// `5. januar 2016`; English `5 January 2016`.
pub fn medium(words: &Words, day: NaiveDate) -> String {
    let month = named(words, &MONTHS, day.month0());
    match words.locale() {
        Locale::Da => format!("{}. {month} {}", day.day(), day.year()),
        Locale::En => format!("{} {month} {}", day.day(), day.year()),
    }
}

/// `20.11.`, with the year where it is not the year of `today`: `3.1.2016`; English `20 Nov`.
pub fn brief(words: &Words, day: NaiveDate, today: NaiveDate) -> String {
    let mut out = String::with_capacity(16);
    push_brief(&mut out, words, day, today);
    out
}

fn push_brief(out: &mut String, words: &Words, day: NaiveDate, today: NaiveDate) {
    if day.year() != today.year() {
        push_numeric(out, words, day);
        return;
    }
    let _ = match words.locale() {
        Locale::Da => write!(out, "{}.{}.", day.day(), day.month()),
        Locale::En => write!(out, "{} {}", day.day(), named(words, &SHORT_MONTHS, day.month0())),
    };
}

/// `fredag 20.11.`, with the year where it is not the year of `today`.
pub fn with_weekday(words: &Words, day: NaiveDate, today: NaiveDate) -> String {
    let mut out = String::with_capacity(24);
    out.push_str(named(words, &WEEKDAYS, day.weekday().num_days_from_monday()));
    out.push(' ');
    push_brief(&mut out, words, day, today);
    out
}

/// `fre. 20.11.`, with the year where it is not the year of `today`.
pub fn with_short_weekday(words: &Words, day: NaiveDate, today: NaiveDate) -> String {
    let mut out = String::with_capacity(20);
    out.push_str(named(words, &SHORT_WEEKDAYS, day.weekday().num_days_from_monday()));
    out.push(' ');
    push_brief(&mut out, words, day, today);
    out
}

/// `20.8.–19.12.2015`: the year once where both ends have it.
pub fn period(words: &Words, period: Period) -> String {
    let mut out = String::with_capacity(24);
    push_brief(&mut out, words, period.from, period.to);
    out.push('–');
    push_numeric(&mut out, words, period.to);
    out
}

/// `december 2014`.
pub fn month(words: &Words, day: NaiveDate) -> String {
    format!("{} {}", named(words, &MONTHS, day.month0()), day.year())
}

/// `dec`.
pub fn short_month(words: &Words, day: NaiveDate) -> &str {
    named(words, &SHORT_MONTHS, day.month0())
}

/// `uge 48`: the week that begins on Monday.
pub fn week(words: &Words, day: NaiveDate) -> String {
    words.say_with("week", &[("n", day.iso_week().week().into())])
}

/// `13.58`; English `13:58`.
pub fn clock(words: &Words, moment: NaiveDateTime) -> String {
    let sign = if words.locale() == Locale::Da { '.' } else { ':' };
    format!("{}{sign}{:02}", moment.hour(), moment.minute())
}

/// `for 5 dage siden`, `i dag`, `om 14 dage`: a day as seen from `today`.
pub fn from_today(words: &Words, day: NaiveDate, today: NaiveDate) -> String {
    let days = (day - today).num_days();
    if days > 0 {
        words.say_with("days-ahead", &[("n", days.into())])
    } else {
        words.say_with("days-ago", &[("n", (-days).into())])
    }
}

/// `19 dage`, `1 dag`.
pub fn days(words: &Words, days: i64) -> String {
    words.say_with("days", &[("n", days.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn danish_days_read_as_danes_write_them() {
        let words = words(Locale::Da);
        let day = date(2016, 1, 5);
        assert_eq!(numeric(words, day), "5.1.2016");
        assert_eq!(long(words, day), "tirsdag den 5. januar 2016");
        assert_eq!(with_short_weekday(words, date(2015, 11, 20), date(2015, 11, 23)), "fre. 20.11.");
        assert_eq!(with_weekday(words, date(2016, 1, 3), date(2015, 11, 23)), "søndag 3.1.2016");
        assert_eq!(week(words, date(2015, 11, 23)), "uge 48");
        assert_eq!(week(words, date(2016, 1, 3)), "uge 53");
        assert_eq!(period(words, Period { from: date(2015, 8, 20), to: date(2015, 12, 19) }), "20.8.–19.12.2015");
        assert_eq!(period(words, Period { from: date(2014, 12, 1), to: date(2015, 11, 30) }), "1.12.2014–30.11.2015");
    }

    #[test]
    fn english_days_name_the_month() {
        let words = words(Locale::En);
        assert_eq!(numeric(words, date(2016, 1, 5)), "5 Jan 2016");
        assert_eq!(long(words, date(2016, 1, 5)), "Tuesday 5 January 2016");
        assert_eq!(with_weekday(words, date(2015, 11, 20), date(2015, 11, 23)), "Friday 20 Nov");
    }

    #[test]
    fn a_day_is_told_as_seen_from_today() {
        let words = words(Locale::Da);
        let today = date(2015, 11, 23);
        let told = |day| from_today(words, day, today);
        assert_eq!(told(date(2015, 11, 18)), "for 5 dage siden");
        assert_eq!(told(date(2015, 11, 22)), "i går");
        assert_eq!(told(today), "i dag");
        assert_eq!(told(date(2015, 11, 24)), "i morgen");
        assert_eq!(told(date(2015, 12, 7)), "om 14 dage");
    }
}
