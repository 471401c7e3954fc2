//! What stands in digits: CPR numbers, telephone numbers, days of birth. Days, years and sums are none.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::{Kind, Warning};
use crate::identity::is_cpr;

/// Digits with no more than one sign between them.
struct Run<'a> {
    groups: Vec<(Range<usize>, &'a str)>,
}

fn runs(text: &str) -> Vec<Run<'_>> {
    let mut groups: Vec<(Range<usize>, &str)> = Vec::new();
    let mut from = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (letter.is_ascii_digit(), from) {
            (true, None) => from = Some(at),
            (false, Some(begun)) => {
                groups.extend(text.get(begun..at).map(|digits| (begun..at, digits)));
                from = None;
            }
            _ => {}
        }
    }
    let mut runs: Vec<Run<'_>> = Vec::new();
    for group in groups {
        let joins = runs.last().and_then(|run| run.groups.last()).is_some_and(|(before, _)| {
            matches!(text.get(before.end..group.0.start), Some(" " | "-" | "." | "/" | "\u{a0}"))
        });
        match runs.last_mut().filter(|_| joins) {
            Some(run) => run.groups.push(group),
            None => runs.push(Run { groups: vec![group] }),
        }
    }
    runs
}

const CPR_SHAPES: [&[usize]; 3] = [&[10], &[6, 4], &[2, 2, 2, 4]];
const PHONE_SHAPES: [&[usize]; 3] = [&[8], &[2, 2, 2, 2], &[4, 4]];

/// CPR numbers, telephone numbers and days of birth.
pub(super) fn numbers(text: &str, today: NaiveDate) -> Vec<Warning> {
    let mut found = Vec::new();
    for run in runs(text) {
        let mut left = run.groups.as_slice();
        while let Some(((first, digits), after)) = left.split_first() {
            if text.get(..first.start).is_some_and(|before| before.ends_with('+')) {
                // A country's number before a telephone number, apart from it or not.
                found.extend((digits.len() > 9).then(|| Warning { kind: Kind::Phone, at: first.clone() }));
                left = after;
                continue;
            }
            let hit = dated(text, left, today)
                .or_else(|| shaped(left, &CPR_SHAPES, is_cpr).map(|taken| (taken, Some(Kind::Cpr))))
                .or_else(|| shaped(left, &PHONE_SHAPES, is_phone).map(|taken| (taken, Some(Kind::Phone))));
            let Some((taken, kind)) = hit else {
                left = after;
                continue;
            };
            let end = left.get(taken - 1).map_or(first.end, |(at, _)| at.end);
            found.extend(kind.map(|kind| Warning { kind, at: first.start..end }));
            left = left.get(taken..).unwrap_or_default();
        }
    }
    found
}

fn shaped(groups: &[(Range<usize>, &str)], shapes: &[&[usize]], fits: impl Fn(&str) -> bool) -> Option<usize> {
    let shape = shapes.iter().find(|shape| {
        let taken = groups.get(..shape.len()).unwrap_or_default();
        let sizes = taken.iter().map(|(_, digits)| digits.len());
        !taken.is_empty()
            && sizes.eq(shape.iter().copied())
            && fits(&taken.iter().map(|(_, digits)| *digits).collect::<String>())
    })?;
    Some(shape.len())
}

/// A Danish number does not begin with 0 or 1; two years beside each other are no number.
fn is_phone(digits: &str) -> bool {
    let is_year = |year: Option<&str>| year.is_some_and(|year| year.starts_with("19") || year.starts_with("20"));
    let are_years = is_year(digits.get(..4)) && is_year(digits.get(4..));
    !digits.starts_with(['0', '1']) && !are_years
}

/// A day in digits: how many groups it takes, and whether it is one of birth.
fn dated(text: &str, groups: &[(Range<usize>, &str)], today: NaiveDate) -> Option<(usize, Option<Kind>)> {
    let [(from, first), (second_at, second), (_, third), ..] = groups else { return None };
    let sign = text.get(from.end..second_at.start)?;
    let (year, month, day) = match (first.len(), second.len(), third.len()) {
        (4, 1..=2, 1..=2) if sign == "-" => (first, second, third),
        (1..=2, 1..=2, 4) if sign != " " => (third, second, first),
        (1..=2, 1..=2, 2) if matches!(sign, "." | "/") => (third, second, first),
        _ => return None,
    };
    let mut year: i32 = year.parse().ok()?;
    let is_short = year < 100;
    if is_short {
        year += if year > today.year() % 100 { 1900 } else { 2000 };
    }
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)?;
    // Cut where a letter begins: the words before may be of any letters.
    let before: String = text.get(..from.start)?.chars().rev().take(12).collect::<Vec<_>>().into_iter().rev().collect();
    let before = before.to_lowercase();
    let said = ["født", "fødselsdag", "born", "birth", " f. "].iter().any(|word| before.contains(word));
    let is_old = year <= today.year() - 15;
    Some((3, (said || is_old).then_some(Kind::Birth)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::day;

    fn found(text: &str) -> Vec<(Kind, &str)> {
        numbers(text, day("2015-11-23")).into_iter().map(|one| (one.kind, &text[one.at])).collect()
    }

    #[test]
    fn a_cpr_number_is_found_however_it_is_written() {
        for written in ["010285-1234", "0102851234", "010285 1234", "01 02 85 1234"] {
            let text = format!("Hendes nummer er {written}, sagde hun");
            assert_eq!(found(&text), [(Kind::Cpr, written)], "{written}");
        }
        assert_eq!(found("Nummer 5 010285-1234"), [(Kind::Cpr, "010285-1234")]);
        assert_eq!(found("990285-1234"), [], "no day is the 99th");
    }

    #[test]
    fn a_telephone_number_is_found_and_days_years_and_sums_are_none() {
        for written in ["20304050", "20 30 40 50", "2030 4050"] {
            assert_eq!(found(&format!("Ring {written}.")), [(Kind::Phone, written)], "{written}");
        }
        assert_eq!(found("+45 20 30 40 50"), [(Kind::Phone, "20 30 40 50")]);
        assert_eq!(found("+4520304050"), [(Kind::Phone, "4520304050")]);
        for fine in ["Den 23.11.2015", "2015-11-23", "2014-2016", "2014 2015", "12 500 000 kr.", "16, 37, 19 og 56"] {
            assert_eq!(found(fine), [], "{fine}");
        }
    }
}
