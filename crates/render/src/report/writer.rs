//! What every figure is written with: its texts, its days, its numbers.

use chrono::NaiveDate;
use domain::programme::Text;
use domain::report::Report;

use super::{Laid, title};
use crate::table::{Column, Table};
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
            title: title(report, self.words.locale()).to_owned(),
            definition: self.words.code("report-definition", report.name()).to_owned(),
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

    /// A day that may not be there.
    pub(super) fn day_if(self, day: Option<NaiveDate>) -> String {
        day.map_or_else(|| self.nothing(), |day| self.day(day))
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

    /// A number with one decimal that may not be there.
    pub(super) fn decimal_if(self, number: Option<f64>) -> String {
        number.map_or_else(|| self.nothing(), |number| self.decimal(number))
    }

    /// A median of n values, from ten values on.
    pub(super) fn median(self, median: Option<f64>, n: u32) -> String {
        let shown = median.filter(|_| n >= MEDIAN_FROM);
        shown.map_or_else(|| self.nothing(), |median| number::median(self.words.locale(), median))
    }

    /// What stands where there is nothing.
    pub(super) fn nothing(self) -> String {
        NOTHING.to_owned()
    }

    /// A column of words.
    pub(super) fn words(self, key: &str) -> Column {
        Column::words(self.say(key))
    }

    /// A column of numbers.
    pub(super) fn numbers(self, key: &str) -> Column {
        Column::numbers(self.say(key))
    }

    /// A table of lines, each a name and a number: `report-column-what`, `report-column-number`.
    pub(super) fn lines(self, title: &str, rows: Vec<(&str, String)>) -> Table {
        Table {
            title: title.to_owned(),
            columns: vec![self.words("report-column-what"), self.numbers("report-column-number")],
            rows: rows.into_iter().map(|(key, number)| vec![self.say(key), number]).collect(),
        }
    }
}
