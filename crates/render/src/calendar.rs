//! A calendar file (RFC 5545) of whole days.
//!
//! By hand, because a feed here is five properties long, and the usual crate reads the clock and makes its own ids, which would
//! change at every reading.

use std::fmt::Write as _;

use chrono::{DateTime, NaiveDate, Utc};

/// The longest line, in bytes, before it is folded.
const LINE: usize = 75;

/// One whole day of a calendar, or several.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The same at every reading.
    pub uid: &'a str,
    /// The day, or the first.
    pub on: NaiveDate,
    /// The last of several days.
    pub to: Option<NaiveDate>,
    /// Its words.
    pub title: &'a str,
}

/// The calendar's file, written at a moment.
pub fn write(name: &str, now: DateTime<Utc>, entries: &[Entry<'_>]) -> String {
    let mut out = String::with_capacity(256 + entries.len() * 160);
    let stamp = now.format("%Y%m%dT%H%M%SZ").to_string();
    for text in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Brobygger//DA", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"] {
        line(&mut out, text);
    }
    line(&mut out, &format!("X-WR-CALNAME:{}", escaped(name)));
    for entry in entries {
        let last = entry.to.unwrap_or(entry.on).max(entry.on);
        let after = last.succ_opt().unwrap_or(last);
        line(&mut out, "BEGIN:VEVENT");
        line(&mut out, &format!("UID:{}", escaped(entry.uid)));
        line(&mut out, &format!("DTSTAMP:{stamp}"));
        line(&mut out, &format!("DTSTART;VALUE=DATE:{}", entry.on.format("%Y%m%d")));
        line(&mut out, &format!("DTEND;VALUE=DATE:{}", after.format("%Y%m%d")));
        line(&mut out, &format!("SUMMARY:{}", escaped(entry.title)));
        line(&mut out, "CLASS:PRIVATE");
        line(&mut out, "TRANSP:TRANSPARENT");
        line(&mut out, "END:VEVENT");
    }
    line(&mut out, "END:VCALENDAR");
    out
}

/// Writes a line, folded between letters where it is long.
fn line(out: &mut String, text: &str) {
    let mut length = 0;
    for letter in text.chars() {
        if length + letter.len_utf8() > LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length += letter.len_utf8();
    }
    out.push_str("\r\n");
}

/// A text as a value: what divides values stands behind a backslash.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        let _ = match letter {
            '\\' | ';' | ',' => write!(out, "\\{letter}"),
            '\n' => write!(out, "\\n"),
            '\r' => Ok(()),
            other => write!(out, "{other}"),
        };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_whole_day_ends_on_the_next_one() {
        let now = DateTime::from_timestamp(1_448_269_200, 0).unwrap();
        let entries = [Entry { uid: "1", on: day("2015-12-31"), to: None, title: "Opfølgning" }];
        let text = write("Kalender", now, &entries);
        for wanted in [
            "DTSTART;VALUE=DATE:20151231\r\n",
            "DTEND;VALUE=DATE:20160101\r\n",
            "DTSTAMP:20151123T090000Z\r\n",
            "SUMMARY:Opfølgning\r\n",
        ] {
            assert!(text.contains(wanted), "{wanted}\n{text}");
        }
        assert_eq!(text.matches("\r\n").count(), text.matches('\n').count());
    }

    #[test]
    fn a_long_line_is_folded_between_letters_and_nothing_in_a_text_ends_it() {
        let now = DateTime::from_timestamp(0, 0).unwrap();
        let title = format!("{};\nBEGIN:VEVENT", "æ".repeat(60));
        let text =
            write("K", now, &[Entry { uid: "1", on: day("2016-01-01"), to: Some(day("2016-01-31")), title: &title }]);
        assert!(text.split("\r\n").all(|line| line.len() <= LINE));
        assert_eq!(text.split("\r\n").filter(|line| *line == "BEGIN:VEVENT").count(), 1);
        assert!(text.replace("\r\n ", "").contains("æ\\;\\nBEGIN:VEVENT"));
        assert!(text.contains("DTEND;VALUE=DATE:20160201"), "the day after the last of several");
    }
}
