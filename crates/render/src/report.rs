//! A figure laid out to be read: title, day or period, tables, what is counted by which rule, n and what is missing (R20).
//!
//! ```ignore
//! let laid = render::report::lay_out(&figure, Locale::Da);
//! print!("{}", laid.text());
//! ```
//!
//! To add a figure: a file in `report/`, a line in [`lay_out`], its words in `locales/<code>/report.ftl`.

mod between;
mod caseload;
mod continuation;
mod courses;
mod effort;
mod fidelity;
mod fold;
mod forecast;
mod goals;
mod intake;
mod outcomes;
mod package;
mod paper;
mod picture;
mod referrals;
mod released;
mod situation;
mod staffing;
mod status;
mod wind_down;
mod writer;

use domain::report::{Figure, Report};

use crate::table::{Cell, Table, Value};
use crate::{Locale, words};

pub use self::fidelity::indicator_name;
pub use self::package::package;
pub use self::paper::document;
pub use self::picture::picture;
pub use self::released::{Withheld, released};

/// No line of [`Laid::text`] is longer than this, but for a cell that alone is.
const LINE: usize = 100;

/// A figure in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Laid {
    /// Which report.
    pub report: Report,
    /// What the figure is called.
    pub title: String,
    /// In plain words what is counted, and by which rule of `docs/rules.md`.
    pub definition: String,
    /// The day or the period asked for.
    pub asked: String,
    /// n, and how many values are missing.
    pub basis: String,
    /// The numbers.
    pub tables: Vec<Table>,
    /// n and what is missing, as the rows that a released figure shows in place of [`Laid::basis`].
    pub grounds: Vec<Vec<Cell>>,
}

impl Laid {
    /// The figure to read in a terminal of 100 columns: a wider table is cut into several, each with the first column.
    pub fn text(&self) -> String {
        let mut text = format!("{}\n{}\n", self.title, self.asked);
        for table in self.tables.iter().flat_map(|table| fold::columns(table, LINE)) {
            text.push('\n');
            if table.rows.is_empty() && !table.title.is_empty() {
                text.push_str(&format!("{}\n–\n", table.title));
            } else {
                text.push_str(&table.text());
            }
        }
        for paragraph in [&self.definition, &self.basis] {
            text.push('\n');
            text.push_str(&fold::words(paragraph, LINE));
        }
        text
    }

    /// The tables as CSV, an empty line between two; formulas are defused by [`Table::csv`].
    pub fn csv(&self) -> String {
        self.tables.iter().map(Table::csv).collect::<Vec<_>>().join("\r\n")
    }
}

/// Lays a figure out in a language.
pub fn lay_out(figure: &Figure, locale: Locale) -> Laid {
    let writer = writer::Writer::new(words(locale));
    match figure {
        Figure::Status(figure) => status::lay_out(figure, writer),
        Figure::Intake(figure) => intake::lay_out(figure, writer),
        Figure::Courses(figure) => courses::lay_out(figure, writer),
        Figure::Caseload(figure) => caseload::lay_out(figure, writer),
        Figure::Outcomes(figure) => outcomes::lay_out(figure, writer),
        Figure::Forecast(figure) => forecast::lay_out(figure, writer),
        Figure::WindDown(figure) => wind_down::lay_out(figure, writer),
        Figure::Staffing(figure) => staffing::lay_out(figure, writer),
        Figure::Fidelity(figure) => fidelity::lay_out(figure, writer),
        Figure::Goals(figure) => goals::lay_out(figure, writer),
        Figure::Referrals(figure) => referrals::lay_out(figure, writer),
        Figure::Situation(figure) => situation::lay_out(figure, writer),
        Figure::Continuation(figure) => continuation::lay_out(figure, writer),
        Figure::Effort(figure) => effort::lay_out(figure, writer),
    }
}

/// What each count of a figure is called, by its key: the figure, its row and its column.
pub fn counts_called(laid: &Laid, locale: Locale) -> Vec<(&str, String)> {
    let n = words(locale).say("report-grounds");
    let mut all = Vec::new();
    for table in &laid.tables {
        let is_lone = table.columns.iter().filter(|column| column.numeric).count() < 2;
        for row in &table.rows {
            for (cell, column) in row.iter().zip(&table.columns) {
                let heading = if is_lone { "" } else { column.heading.as_str() };
                if let Value::Count { key: Some(key), .. } = &cell.value {
                    all.push((key.as_str(), joined([&laid.title, first(row), heading])));
                }
            }
        }
    }
    for row in &laid.grounds {
        for cell in row {
            if let Value::Count { key: Some(key), .. } = &cell.value {
                all.push((key.as_str(), joined([&laid.title, n, first(row)])));
            }
        }
    }
    all
}

fn first(row: &[Cell]) -> &str {
    row.first().map_or("", |cell| cell.text.as_str())
}

/// Words with a dot between; what is empty is left out.
fn joined(parts: [&str; 3]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The title of a report.
pub fn title(report: Report, locale: Locale) -> &'static str {
    words(locale).code("report-title", report.name())
}

/// What a report counts, in plain words and by which rule.
pub fn definition(report: Report, locale: Locale) -> &'static str {
    words(locale).code("report-definition", report.name())
}

/// What a report tells, in one line: for a list of the reports.
pub fn one_line(report: Report, locale: Locale) -> &'static str {
    words(locale).code("report-line", report.name())
}

#[cfg(test)]
mod examples;
#[cfg(test)]
mod formats;
#[cfg(test)]
mod tests;
