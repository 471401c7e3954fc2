//! What every figure is written with: its texts, its days, its numbers.

use chrono::NaiveDate;
use domain::programme::Text;
use domain::report::Report;
use domain::report::leaving::Keys;

use super::{Laid, definition, title};
use crate::table::{Cell, Column, Table, Value};
use crate::{Arg, Locale, Words, day, number};

/// A median of fewer persons is not shown: it could be one person's (as a percentage, R20).
const MEDIAN_FROM: u32 = 10;

/// What is not there to be shown.
const NOTHING: &str = "–";

/// Writes in one language.
#[derive(Clone, Copy)]
pub(super) struct Writer {
    words: &'static Words,
}

impl Writer {
    pub(super) const fn new(words: &'static Words) -> Self {
        Self { words }
    }

    /// The figure put together; its title and definition are the report's.
    pub(super) fn laid(self, report: Report, asked: String, basis: String, tables: Vec<Table>) -> Laid {
        Laid {
            report,
            grounds: Vec::new(),
            title: title(report, self.words.locale()).to_owned(),
            definition: definition(report, self.words.locale()).to_owned(),
            asked,
            basis,
            tables,
        }
    }

    pub(super) fn say(self, key: &str) -> String {
        self.say_with(key, &[])
    }

    pub(super) fn say_with(self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.say_with(key, args)
    }

    /// The words of a code of a list.
    pub(super) fn code(self, list: &str, code: &str) -> String {
        self.words.code(list, code).to_owned()
    }

    /// The text in the reader's language.
    pub(super) fn of(self, text: &Text) -> String {
        self.words.locale().of(text).to_owned()
    }

    /// A day: `23.11.2015`, in English `2015-11-23`, which is read the same on both sides of the Atlantic.
    pub(super) fn day(self, day: NaiveDate) -> String {
        match self.words.locale() {
            Locale::Da => day::numeric(self.words, day),
            Locale::En => day.to_string(),
        }
    }

    /// The figure is of a day.
    pub(super) fn as_of(self, day: NaiveDate) -> String {
        self.say_with("report-as-of", &[("day", (&self.day(day)).into())])
    }

    /// The figure is of a period.
    pub(super) fn period(self, from: NaiveDate, to: NaiveDate) -> String {
        self.say_with("report-period", &[("from", (&self.day(from)).into()), ("to", (&self.day(to)).into())])
    }

    /// A month such as `2015-01`: `januar 2015`; in English as it is.
    pub(super) fn month(self, key: &str) -> String {
        let first: Option<NaiveDate> = format!("{key}-01").parse().ok();
        match (self.words.locale(), first) {
            (Locale::Da, Some(first)) => day::month(self.words, first),
            _ => key.to_owned(),
        }
    }

    /// A number with one decimal.
    pub(super) fn decimal(self, number: f64) -> String {
        number::decimal(self.words.locale(), number, 1)
    }

    /// A share between 0 and 1, with as many decimals as it has (three at the most).
    pub(super) fn share(self, share: f64) -> String {
        let is_whole = |places: &usize| {
            let scaled = share * 10_f64.powi(i32::try_from(*places).unwrap_or(0));
            (scaled - scaled.round()).abs() < 1e-6
        };
        number::decimal(self.words.locale(), share, (0..3).find(is_whole).unwrap_or(3))
    }

    /// A number with one decimal that may not be there, worked out from the counts of these keys.
    pub(super) fn average<const N: usize>(self, number: Option<f64>, rests_on: [String; N]) -> Cell {
        number.map_or_else(
            || self.nothing(),
            |number| Cell { text: self.decimal(number), value: Value::Number { number, rests_on: rests_on.into() } },
        )
    }

    /// A median of n values, from ten values on; `of` is the key of n.
    pub(super) fn median(self, median: Option<f64>, n: u32, of: String) -> Cell {
        let Some(number) = median.filter(|_| n >= MEDIAN_FROM) else { return self.nothing() };
        let text = number::median(self.words.locale(), number);
        Cell { text, value: Value::Median { number, of } }
    }

    /// A median that the team sees from one value on; it leaves as every median does. `of` is the key of what it is a median of.
    pub(super) fn median_of_few(self, median: Option<f64>, of: String) -> Cell {
        median.map_or_else(
            || self.nothing(),
            |number| Cell { text: self.decimal(number), value: Value::Median { number, of } },
        )
    }

    /// A count that disclosure control judges under a key.
    pub(super) fn count(self, count: u32, key: String) -> Cell {
        Cell { text: count.to_string(), value: Value::Count { count: count.into(), key: Some(key) } }
    }

    /// A count of what never leaves the team: rows of courses, a worker's load.
    pub(super) fn inner(self, count: impl TryInto<u64> + std::fmt::Display) -> Cell {
        let text = count.to_string();
        Cell { text, value: Value::Count { count: count.try_into().unwrap_or(u64::MAX), key: None } }
    }

    /// A day.
    pub(super) fn on(self, day: NaiveDate) -> Cell {
        Cell { text: self.day(day), value: Value::Day(day) }
    }

    /// A day that may not be there.
    pub(super) fn on_if(self, day: Option<NaiveDate>) -> Cell {
        day.map_or_else(|| self.nothing(), |day| self.on(day))
    }

    /// What stands where there is nothing.
    pub(super) fn nothing(self) -> Cell {
        Cell { text: NOTHING.to_owned(), value: Value::Nothing }
    }

    /// A column of words.
    pub(super) fn words(self, key: &str) -> Column {
        Column::words(self.say(key))
    }

    /// A column of numbers.
    pub(super) fn numbers(self, key: &str) -> Column {
        Column::numbers(self.say(key))
    }

    /// What a figure rests on, as rows: n, and what is missing.
    pub(super) fn grounds(self, keys: &Keys, n: u32, missing: u32) -> Vec<Vec<Cell>> {
        vec![
            vec![self.say("report-row-n").into(), self.count(n, keys.key("n"))],
            vec![self.say("report-column-missing").into(), self.count(missing, keys.key("missing"))],
        ]
    }

    /// A table of lines, each a name and a number: `report-column-what`, `report-column-number`.
    pub(super) fn lines(self, title: &str, rows: Vec<(&str, Cell)>) -> Table {
        Table {
            title: title.to_owned(),
            columns: vec![self.words("report-column-what"), self.numbers("report-column-number")],
            rows: rows.into_iter().map(|(key, number)| vec![self.say(key).into(), number]).collect(),
        }
    }
}
