//! One table of a file: each value is taken out by name and kind.
//!
//! What cannot be taken is a fault that says what would be right; what nobody took is an unknown key.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Source;
use crate::programme::limits::is_key;
use crate::programme::{Period, Text};

/// One table of a file, out of which values are taken by name.
pub(super) struct Section<'t> {
    pub(super) source: &'t Source<'t>,
    pub(super) name: &'t str,
    pub(super) start: usize,
    pub(super) table: &'t DeTable<'t>,
    pub(super) taken: Vec<&'static str>,
}

impl<'t> Section<'t> {
    /// Notes that what stands at `at` is wrong.
    pub(super) fn fault(&self, at: usize, message: impl Into<String>) {
        self.source.fault(at, message.into());
    }

    /// Takes a value that may be absent.
    pub(super) fn may(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.taken.push(key);
        self.table.get(key)
    }

    /// Takes a value that must be there.
    pub(super) fn must(&mut self, key: &'static str, right: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        let value = self.may(key);
        if value.is_none() {
            self.fault(self.start, format!("`{key}` is missing in {}: {right}", self.name));
        }
        value
    }

    /// Takes a text that is not empty.
    pub(super) fn words(&mut self, key: &'static str) -> Option<String> {
        let right = format!("write {key} = \"…\" with a text that is not empty");
        let value = self.must(key, &right)?;
        match value.get_ref().as_str() {
            Some(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
            _ => {
                self.fault(value.span().start, format!("`{key}` is {}: {right}", shown(value)));
                None
            }
        }
    }

    /// Takes a key: small letters, digits, `-` and `_`.
    pub(super) fn key(&mut self, key: &'static str) -> Option<(String, usize)> {
        let right = format!("write {key} = \"…\" {KEY_RIGHT}");
        let value = self.must(key, &right)?;
        self.as_key(value, key, &right)
    }

    fn as_key(&self, value: &Spanned<DeValue<'_>>, key: &str, right: &str) -> Option<(String, usize)> {
        match value.get_ref().as_str() {
            Some(text) if is_key(text) => Some((text.to_owned(), value.span().start)),
            _ => {
                self.fault(value.span().start, format!("`{key}` is {}: {right}", shown(value)));
                None
            }
        }
    }

    /// Takes a list of keys, none twice, at least one.
    pub(super) fn keys(&mut self, key: &'static str) -> Option<Vec<String>> {
        let right = format!("write {key} = [\"…\"], each key once");
        let value = self.must(key, &right)?;
        let Some(list) = value.get_ref().as_array().filter(|list| !list.is_empty()) else {
            self.fault(value.span().start, format!("`{key}` is {}: {right}", shown(value)));
            return None;
        };
        let found: Vec<_> = list.iter().filter_map(|one| self.as_key(one, key, KEY_RIGHT)).collect();
        self.each_once(key, &found);
        (found.len() == list.len()).then(|| found.into_iter().map(|(key, _)| key).collect())
    }

    /// Notes every key that stands there twice.
    pub(super) fn each_once(&self, what: &str, keys: &[(String, usize)]) {
        for (index, (key, at)) in keys.iter().enumerate() {
            if keys.iter().take(index).any(|(earlier, _)| earlier == key) {
                self.fault(*at, format!("`{what}` has \"{key}\" twice: each key must be there once"));
            }
        }
    }

    /// Takes a whole number within bounds.
    pub(super) fn whole(&mut self, key: &'static str, allowed: RangeInclusive<u32>) -> Option<u32> {
        let right = format!("write a whole number from {} to {}", allowed.start(), allowed.end());
        let value = self.must(key, &right)?;
        let number = integer(value.get_ref()).filter(|number| allowed.contains(number));
        if number.is_none() {
            self.fault(value.span().start, format!("`{key}` is {}: {right}", shown(value)));
        }
        number
    }

    /// Takes a whole number that may be left out.
    pub(super) fn whole_or(&mut self, key: &'static str, allowed: RangeInclusive<u32>, usual: u32) -> Option<u32> {
        if self.may(key).is_none() { Some(usual) } else { self.whole(key, allowed) }
    }

    /// Takes a whole number of a scale, 0-100.
    pub(super) fn step(&mut self, key: &'static str) -> Option<u8> {
        self.whole(key, 0..=100).and_then(|number| u8::try_from(number).ok())
    }

    /// Takes `true` or `false`.
    pub(super) fn yes_or_no(&mut self, key: &'static str) -> Option<bool> {
        let value = self.must(key, "write true or false")?;
        let answer = value.get_ref().as_bool();
        if answer.is_none() {
            self.fault(value.span().start, format!("`{key}` is {}: write true or false", shown(value)));
        }
        answer
    }

    /// Takes `true` or `false` where it is there; `false` where it is not.
    pub(super) fn maybe_yes_or_no(&mut self, key: &'static str) -> Option<bool> {
        if self.table.get(key).is_some() {
            return self.yes_or_no(key);
        }
        self.taken.push(key);
        Some(false)
    }

    /// Takes a day.
    pub(super) fn day(&mut self, key: &'static str) -> Option<NaiveDate> {
        let right = "write a date without quotes, such as 2016-12-31";
        let value = self.must(key, right)?;
        let day = match value.get_ref() {
            DeValue::Datetime(moment) if moment.time.is_none() => moment.date.and_then(|date| {
                NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
            }),
            _ => None,
        };
        let day = day.filter(|day| SENSIBLE_YEARS.contains(&day.year()));
        if day.is_none() {
            self.fault(value.span().start, format!("`{key}` is {}: {right}, from 1900 to 2199", shown(value)));
        }
        day
    }

    /// Takes the two languages that stand in this table as `da` and `en`.
    pub(super) fn languages(&mut self) -> Option<Text> {
        let (da, en) = (self.words("da"), self.words("en"));
        Some(Text { da: da?, en: en? })
    }

    /// Takes `from` and `to` of this table.
    pub(super) fn period(&mut self) -> Option<Period> {
        let (from, to) = (self.day("from"), self.day("to"));
        let period = Period { from: from?, to: to? };
        if period.to < period.from {
            let at = self.at("to");
            self.fault(at, format!("{} ends on {} before it begins on {}", self.name, period.to, period.from));
            return None;
        }
        Some(period)
    }

    /// Takes a table and reads it by way of `read`.
    pub(super) fn section<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Section<'t>) -> Option<T>,
    ) -> Option<T> {
        let value = self.must(key, &format!("write [{key}], or {key} = {{ … }}"))?;
        self.within(key, value, read)
    }

    /// Takes a list of tables, each read by way of `read`; gives each with the place where it stands.
    ///
    /// `None` where any of them could not be read.
    pub(super) fn sections<T>(
        &mut self,
        key: &'static str,
        least: usize,
        mut read: impl FnMut(&mut Section<'t>) -> Option<T>,
    ) -> Option<Vec<(T, usize)>> {
        let right = format!("write [[{key}]] once for each, at least {least}");
        let Some(value) = self.may(key) else {
            if least == 0 {
                return Some(Vec::new());
            }
            self.fault(self.start, format!("`{key}` is missing in {}: {right}", self.name));
            return None;
        };
        let Some(list) = value.get_ref().as_array().filter(|list| list.len() >= least) else {
            self.fault(value.span().start, format!("`{key}` is {}: {right}", shown(value)));
            return None;
        };
        let found: Vec<_> =
            list.iter().map(|one| Some((self.within(key, one, &mut read)?, one.span().start))).collect();
        found.into_iter().collect()
    }

    fn within<T>(
        &self,
        key: &'static str,
        value: &'t Spanned<DeValue<'t>>,
        read: impl FnOnce(&mut Section<'t>) -> Option<T>,
    ) -> Option<T> {
        let start = value.span().start;
        let Some(table) = value.get_ref().as_table() else {
            self.fault(start, format!("`{key}` is {}: write [{key}], or {key} = {{ … }}", shown(value)));
            return None;
        };
        let mut section = Section { source: self.source, name: key, start, table, taken: Vec::new() };
        let found = read(&mut section);
        section.finish();
        found
    }

    /// Where the value of a key stands, or where the table begins.
    pub(super) fn at(&self, key: &str) -> usize {
        self.table.get(key).map_or(self.start, |value| value.span().start)
    }

    /// Notes every key that nobody took.
    pub(super) fn finish(&self) {
        for (key, _) in self.table.iter().filter(|(key, _)| !self.taken.contains(&key.get_ref().as_ref())) {
            let known = self.taken.join(", ");
            self.fault(
                key.span().start,
                format!("unknown key `{}` in {}: known are {known}", key.get_ref(), self.name),
            );
        }
    }
}

/// What a key may look like.
const KEY_RIGHT: &str = "with 1 to 64 small letters a-z, digits, - and _";

/// Years a date of a programme may lie in; a slip such as 20166 is outside.
const SENSIBLE_YEARS: RangeInclusive<i32> = 1900..=2199;

/// The number, where it is a whole one that fits.
pub(super) fn integer(value: &DeValue<'_>) -> Option<u32> {
    let number = value.as_integer()?;
    u32::from_str_radix(number.as_str(), number.radix()).ok()
}

/// A value as a fault shows it: short, on one line.
pub(super) fn shown(value: &Spanned<DeValue<'_>>) -> String {
    match value.get_ref() {
        DeValue::String(text) => {
            let short: String = text.chars().take(40).collect();
            format!("{short:?}")
        }
        DeValue::Integer(number) => number.as_str().to_owned(),
        DeValue::Float(number) => number.as_str().to_owned(),
        DeValue::Boolean(answer) => answer.to_string(),
        DeValue::Datetime(moment) => moment.to_string(),
        DeValue::Array(list) if list.is_empty() => "an empty list".to_owned(),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    }
}
