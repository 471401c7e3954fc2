//! One cell: what the file holds, and how dates, numbers, CPR numbers and texts are read from it.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::list::is_invisible;

/// What a cell holds. CSV knows only texts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell<'a> {
    Empty,
    Text(Cow<'a, str>),
    Number(f64),
    /// A date cell; `None` where its number is no day.
    Date(Option<NaiveDate>),
    YesNo(bool),
    /// `#N/A` and the like.
    Error,
}

impl<'a> Cell<'a> {
    /// The cell as a text for a reader: without space or anything unseen around it, without NUL inside.
    ///
    /// A number that the spreadsheet made of an id is written as the id was: `12.0` is `12`.
    pub(crate) fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Empty | Self::Error | Self::Date(None) => Cow::Borrowed(""),
            Self::Text(text) => without_nul(text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Date(Some(day)) => Cow::Owned(day.to_string()),
            Self::YesNo(yes) => Cow::Borrowed(if *yes { "ja" } else { "nej" }),
        }
    }

    /// The cell as somebody wrote it: only white space around it is left out, for a mark that turns the writing's direction is part
    /// of what was written. Empty where there is nothing to see.
    pub(crate) fn written(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) if !self.text().is_empty() => without_nul(text.trim()),
            other => other.text(),
        }
    }

    /// The cell as an id, number or date is read: as [`Cell::text`], and with nothing unseen inside either.
    pub(crate) fn word(&self) -> Cow<'_, str> {
        let text = self.text();
        if text.is_ascii() || !text.contains(is_invisible) { text } else { Cow::Owned(text.replace(is_invisible, "")) }
    }

    /// Whether nothing is to be seen in the cell.
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.chars().all(|c| c.is_whitespace() || is_invisible(c)),
            _ => false,
        }
    }

    /// The day, where the cell holds one.
    pub(crate) fn date(&self) -> Option<NaiveDate> {
        match self {
            Self::Date(day) => *day,
            Self::Text(_) => date(&self.word()),
            _ => None,
        }
        .filter(is_plausible)
    }

    /// The whole number in the range, where the cell holds one.
    pub(crate) fn number(&self, from: u32, to: u32) -> Option<u32> {
        let number = match self {
            Self::Number(number) => whole(*number),
            Self::Text(_) => whole_text(&self.word()),
            _ => None,
        };
        number.filter(|number| (from..=to).contains(number))
    }

    /// The ten digits of the CPR number, where the cell holds one. A number cell has lost its leading zero and gets it back.
    pub(crate) fn cpr(&self) -> Option<String> {
        match self {
            Self::Number(number) if number.fract() == 0.0 && (1e8..1e10).contains(number) => {
                cpr(&format!("{number:010}"))
            }
            Self::Text(_) => cpr(&self.word()),
            _ => None,
        }
    }
}

fn without_nul(text: &str) -> Cow<'_, str> {
    if text.contains('\0') { Cow::Owned(text.replace('\0', "")) } else { Cow::Borrowed(text) }
}

fn is_plausible(day: &NaiveDate) -> bool {
    use chrono::Datelike;
    (1900..=2199).contains(&day.year())
}

/// Reads `2015-11-23`, `23-11-2015`, `23.11.2015`, `23/11-15` and their like; a time of day behind it is left out.
///
/// Two digits are a year from 1970 to 2069.
pub(crate) fn date(text: &str) -> Option<NaiveDate> {
    let (day, time) = match text.find(['T', ' ']).map(|at| text.split_at(at)) {
        Some((day, time)) if time.contains(':') => (day, time.get(1..).unwrap_or_default()),
        _ => (text, ""),
    };
    if !time.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b' ' | b'Z')) {
        return None;
    }
    let mut parts = day.split(['-', '.', '/']).map(str::trim);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let number = |part: &str, digits: std::ops::RangeInclusive<usize>| {
        (digits.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| part.parse::<u32>().ok())
            .flatten()
    };
    let month = number(second, 1..=2)?;
    if first.len() == 4 {
        return NaiveDate::from_ymd_opt(number(first, 4..=4)?.try_into().ok()?, month, number(third, 1..=2)?);
    }
    let year = match third.len() {
        4 => number(third, 4..=4)?,
        2 => number(third, 2..=2).map(|year| if year < 70 { 2000 + year } else { 1900 + year })?,
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year.try_into().ok()?, month, number(first, 1..=2)?)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked before")]
fn whole(number: f64) -> Option<u32> {
    (number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number)).then_some(number as u32)
}

/// A whole number in digits; `7,0` and `7.0` are the 7 that some programs write.
fn whole_text(text: &str) -> Option<u32> {
    let (digits, decimals) = text.split_once([',', '.']).unwrap_or((text, "0"));
    let is_whole = !decimals.is_empty() && decimals.bytes().all(|byte| byte == b'0');
    (is_whole && digits.len() <= 9 && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| digits.parse().ok())
        .flatten()
}

/// The ten digits, where the text is a CPR number: a hyphen or space in the middle at most, a real date first.
///
/// The check digit proves nothing since 2007. The century is not looked at: 29 February needs a year that can be a leap year.
fn cpr(text: &str) -> Option<String> {
    let digits: String = match text.len() {
        10 => text.to_owned(),
        11 if matches!(text.as_bytes().get(6), Some(b'-' | b' ')) => text.replacen(['-', ' '], "", 1),
        _ => return None,
    };
    if digits.len() != 10 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize| digits.get(from..from + 2).and_then(|part| part.parse::<u32>().ok());
    let (day, month, year) = (part(0)?, part(2)?, part(4)?);
    NaiveDate::from_ymd_opt((2000 + year).try_into().ok()?, month, day).map(|_| digits)
}

/// What may be repeated in a message: at most ten characters that are digits and signs of a date or a number, and not so
/// many digits that they could be a telephone or CPR number without its signs.
pub(crate) fn harmless(text: &str) -> Option<String> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let signs = text.bytes().filter(|byte| matches!(byte, b'-' | b'.' | b'/' | b',')).count();
    let is_harmless = digits + signs == text.len() && digits > 0 && text.len() <= 10 && (digits <= 4 || signs == 2);
    is_harmless.then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell<'_> {
        Cell::Text(Cow::Borrowed(text))
    }

    #[test]
    fn a_day_is_read_in_every_way_the_format_names() {
        let day = NaiveDate::from_ymd_opt(2015, 11, 3);
        for written in [
            "2015-11-03",
            "03-11-2015",
            "3-11-2015",
            "03.11.2015",
            "3. 11. 2015",
            "03/11-15",
            "3/11-15",
            "3/11/2015",
            " 03-11-15\u{a0}",
            "\u{200e}03-11-2015",
            "2015-11-03 00:00:00",
            "2015-11-03T00:00:00",
            "03-11-2015 08:30",
        ] {
            assert_eq!(text(written).date(), day, "{written}");
        }
    }

    #[test]
    fn what_is_no_day_is_not_guessed_at() {
        for written in [
            "31-02-2015",
            "i går",
            "2015",
            "11-2015",
            "2015-13-01",
            "0-1-2015",
            "03-11-215",
            "03-11-20155",
            "42331",
            "+3-11-2015",
            "3-11-15-1",
            "1015-11-03",
            "٣-١١-٢٠١٥",
            "03-11-2015 kl. 8",
            "",
            "-",
            "--",
        ] {
            assert_eq!(text(written).date(), None, "{written}");
        }
        assert_eq!(Cell::Number(42331.0).date(), None);
        assert_eq!(Cell::Date(None).date(), None);
    }

    #[test]
    fn a_number_has_digits_only_and_stays_in_its_range() {
        for (written, number) in
            [("0", Some(0)), ("1440", Some(1440)), ("45,0", Some(45)), ("007", Some(7)), ("\u{a0}5 ", Some(5))]
        {
            assert_eq!(text(written).number(0, 1440), number, "{written}");
        }
        for written in ["1441", "-1", "+1", "4,5", "4.", "en time", "1e2", "99999999999999999999", "½", "٥"] {
            assert_eq!(text(written).number(0, 1440), None, "{written}");
        }
        assert_eq!(Cell::Number(30.0).number(0, 1440), Some(30));
        assert_eq!(Cell::Number(30.5).number(0, 1440), None);
        assert_eq!(Cell::Number(f64::NAN).number(0, 1440), None);
    }

    #[test]
    fn a_cpr_number_begins_with_a_real_date() {
        for written in ["010203-1234", "0102031234", "010203 1234", "290200-0000", "290204-5555"] {
            assert!(text(written).cpr().is_some(), "{written}");
        }
        for written in
            ["320199-1234", "290201-1234", "000000-0000", "010203123", "01020312345", "01-02031234", "0102o31234"]
        {
            assert_eq!(text(written).cpr(), None, "{written}");
        }
        assert_eq!(text("010203-1234").cpr().as_deref(), Some("0102031234"));
        assert_eq!(Cell::Number(102_031_234.0).cpr().as_deref(), Some("0102031234"));
    }

    #[test]
    fn an_id_that_the_spreadsheet_made_a_number_is_the_id_again() {
        assert_eq!(Cell::Number(12.0).word(), "12");
        assert_eq!(Cell::Number(4_512_345_678.0).text(), "4512345678");
        assert_eq!(text(" B\u{200f}01\u{a0}").word(), "B01");
        assert_eq!(text("a\0b👩‍👧").text(), "ab👩‍👧");
    }

    #[test]
    fn only_what_looks_like_a_date_or_a_short_number_is_repeated() {
        for written in ["31-02-2015", "1/13-15", "-1", "1441", "4,5"] {
            assert_eq!(harmless(written).as_deref(), Some(written));
        }
        for written in ["010203-1234", "0102031234", "12345678", "12 34 56 78", "Signe", "", "-", "1234-56789"] {
            assert_eq!(harmless(written), None, "{written}");
        }
    }
}
