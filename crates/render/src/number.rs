//! Numbers as they are written in Danish and in English.

use std::fmt::Write as _;

use crate::Locale;

/// The space between a number and its percent sign: the two stay on one line.
const NO_BREAK: char = '\u{a0}';
/// The minus sign: as wide as a plus, and not a hyphen.
const MINUS: char = '\u{2212}';

const fn thousands(locale: Locale) -> char {
    match locale {
        Locale::Da => '.',
        Locale::En => ',',
    }
}

const fn decimal_sign(locale: Locale) -> char {
    match locale {
        Locale::Da => ',',
        Locale::En => '.',
    }
}

/// Writes a whole number with thousands separators.
pub fn push_count(out: &mut String, locale: Locale, number: i64) {
    if number < 0 {
        out.push(MINUS);
    }
    let digits = number.unsigned_abs().to_string();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            out.push(thousands(locale));
        }
        out.push(digit);
    }
}

/// A whole number: `1.234`.
pub fn count(locale: Locale, number: impl TryInto<i64>) -> String {
    let mut out = String::with_capacity(8);
    push_count(&mut out, locale, number.try_into().unwrap_or(i64::MAX));
    out
}

/// A number with a fixed count of decimals: `1.234,5`; a half is rounded away from zero.
pub fn decimal(locale: Locale, number: f64, places: usize) -> String {
    let factor = 10_f64.powi(i32::try_from(places).unwrap_or(0));
    // The nudge makes 0.25 written in binary (0.2499…) round as people round it.
    let rounded = (number.abs() * factor + 1e-9).round() / factor;
    let text = format!("{rounded:.places$}");
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::with_capacity(text.len() + 4);
    if number < 0.0 && rounded > 0.0 {
        out.push(MINUS);
    }
    push_count(&mut out, locale, whole.parse().unwrap_or(i64::MAX));
    if !part.is_empty() {
        out.push(decimal_sign(locale));
        out.push_str(part);
    }
    out
}

/// A median: one decimal where it has one, else none.
pub fn median(locale: Locale, number: f64) -> String {
    decimal(locale, number, usize::from((number.fract()).abs() > 1e-9))
}

/// A share (0 to 1) in percent with one decimal: `67,9 %`.
pub fn percent(locale: Locale, share: f64) -> String {
    let mut out = decimal(locale, share * 100.0, 1);
    if locale == Locale::Da {
        out.push(NO_BREAK);
    }
    out.push('%');
    out
}

/// A change with its sign: `+3`, `−1`, `0`.
pub fn change(number: i64) -> String {
    let mut out = String::with_capacity(4);
    match number {
        0 => out.push('0'),
        1.. => {
            let _ = write!(out, "+{number}");
        }
        _ => {
            let _ = write!(out, "{MINUS}{}", number.unsigned_abs());
        }
    }
    out
}

/// A difference of any two numbers with its sign and without thousands separators, as the cells of tables are: `+3`, `−0,5`, `0`.
pub fn difference(locale: Locale, number: f64) -> String {
    let rounded = (number.abs() * 10.0).round() / 10.0;
    let places = usize::from(rounded.fract() > 1e-9);
    let text = format!("{rounded:.places$}").replace('.', &decimal_sign(locale).to_string());
    match rounded {
        0.0 => text,
        _ if number > 0.0 => format!("+{text}"),
        _ => format!("{MINUS}{text}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danish_numbers_have_a_comma_and_a_no_break_space() {
        assert_eq!(count(Locale::Da, 1_234_567), "1.234.567");
        assert_eq!(count(Locale::Da, 999), "999");
        assert_eq!(decimal(Locale::Da, 1234.5, 1), "1.234,5");
        assert_eq!(decimal(Locale::Da, 2.0, 1), "2,0");
        assert_eq!(percent(Locale::Da, 0.6786), "67,9\u{a0}%");
        assert_eq!(median(Locale::Da, 3.5), "3,5");
        assert_eq!(median(Locale::Da, 4.0), "4");
    }

    #[test]
    fn english_numbers_have_a_point() {
        assert_eq!(decimal(Locale::En, 1234.5, 1), "1,234.5");
        assert_eq!(percent(Locale::En, 0.6786), "67.9%");
    }

    #[test]
    fn a_half_is_rounded_up_and_nothing_is_never_negative() {
        assert_eq!(decimal(Locale::Da, 0.25, 1), "0,3");
        assert_eq!(decimal(Locale::Da, -0.01, 1), "0,0");
        assert_eq!(decimal(Locale::Da, -2.5, 1), "\u{2212}2,5");
    }

    #[test]
    fn a_change_has_its_sign() {
        assert_eq!([change(3), change(-1), change(0)], ["+3", "\u{2212}1", "0"]);
        let told = [2.0, -0.5, 0.0, 1200.0].map(|number| difference(Locale::Da, number));
        assert_eq!(told, ["+2", "\u{2212}0,5", "0", "+1200"]);
    }
}
