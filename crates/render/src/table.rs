//! A table as text for a terminal, or as CSV for a spreadsheet.
//!
//! CSV is what leaves the program, so a cell that a spreadsheet would take for a formula is defused here, for every table.

use std::fmt::Display;

use chrono::NaiveDate;

/// One column: its heading, and whether its cells are numbers (set to the right).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The heading, in the reader's language.
    pub heading: String,
    /// Whether the cells are numbers.
    pub numeric: bool,
}

impl Column {
    /// A column of words.
    pub fn words(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), numeric: false }
    }

    /// A column of numbers.
    pub fn numbers(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), numeric: true }
    }
}

/// What a cell holds, beside how it reads.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words.
    Words,
    /// A day.
    Day(NaiveDate),
    /// A count of persons, courses, goals or the like, with the key under which disclosure control judges it. One without a key cannot
    /// be judged, and does not leave the team.
    Count {
        /// The count.
        count: u64,
        /// Its key.
        key: Option<String>,
    },
    /// A number that is no count: an average, a cap. It may leave the team where all that it rests on may.
    Number {
        /// The number.
        number: f64,
        /// The keys of the counts that it was worked out from; none where it tells of nobody.
        rests_on: Vec<String>,
    },
    /// A median or another summary of values, with the key of how many they are. It may leave the team where those are ten or more, and
    /// are not nearly those of the last time (R20).
    Median {
        /// The number.
        number: f64,
        /// The key of the count of values.
        of: String,
    },
    /// There is nothing to show.
    Nothing,
    /// It is withheld (R19).
    Withheld,
}

/// One cell: how it reads in the reader's language, and what it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// How it reads.
    pub text: String,
    /// What it holds.
    pub value: Value,
}

impl Cell {
    /// A number that tells of nobody, whose text is as it is.
    pub fn number(number: impl Into<f64> + Display) -> Self {
        Self { text: number.to_string(), value: Value::Number { number: number.into(), rests_on: Vec::new() } }
    }

    /// The number that it holds, of whatever kind.
    pub const fn as_number(&self) -> Option<f64> {
        match self.value {
            Value::Count { count, .. } => Some(count as f64),
            Value::Number { number, .. } | Value::Median { number, .. } => Some(number),
            Value::Words | Value::Day(_) | Value::Nothing | Value::Withheld => None,
        }
    }

    /// The count that it holds.
    pub const fn as_count(&self) -> Option<u64> {
        if let Value::Count { count, .. } = self.value { Some(count) } else { None }
    }

    /// The key of the count that it is, or is worked out from: of an average the first.
    pub fn key(&self) -> Option<&str> {
        match &self.value {
            Value::Count { key, .. } => key.as_deref(),
            Value::Number { rests_on, .. } => rests_on.first().map(String::as_str),
            Value::Median { of, .. } => Some(of),
            Value::Words | Value::Day(_) | Value::Nothing | Value::Withheld => None,
        }
    }

    /// Whether it reads as a number.
    pub const fn is_number(&self) -> bool {
        matches!(self.value, Value::Count { .. } | Value::Number { .. } | Value::Median { .. })
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, value: Value::Words }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl PartialEq<&str> for Cell {
    fn eq(&self, text: &&str) -> bool {
        self.text == *text
    }
}

/// Rows of cells under headings.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What the table shows; empty where it stands alone.
    pub title: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with a cell a column.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Whether any column has a heading: a table of names and numbers has none.
    pub fn has_headings(&self) -> bool {
        self.columns.iter().any(|column| !column.heading.is_empty())
    }

    fn headings(&self) -> Vec<&str> {
        self.columns.iter().map(|column| column.heading.as_str()).collect()
    }

    /// Whether so much of it is withheld that it says hardly anything: three numbers of four or more.
    pub fn is_mostly_withheld(&self) -> bool {
        let cells = || self.rows.iter().flatten();
        let withheld = cells().filter(|cell| cell.value == Value::Withheld).count();
        let numbers = cells().filter(|cell| cell.is_number()).count();
        withheld > 0 && withheld >= 3 * numbers
    }

    /// The table with aligned columns, two spaces between them, ending in a line break.
    pub fn text(&self) -> String {
        let widths: Vec<usize> = self
            .columns
            .iter()
            .enumerate()
            .map(|(at, column)| {
                let cells = self.rows.iter().filter_map(|row| row.get(at)).map(|cell| width(&cell.text));
                cells.chain([width(&column.heading)]).max().unwrap_or(0)
            })
            .collect();
        let mut text = String::new();
        if !self.title.is_empty() {
            text.push_str(&self.title);
            text.push('\n');
        }
        for row in std::iter::once(self.headings()).chain(self.rows.iter().map(|row| texts(row))) {
            let mut line = String::new();
            for ((cell, column), room) in row.iter().zip(&self.columns).zip(&widths) {
                let gap = " ".repeat(room.saturating_sub(width(cell)));
                let (before, after) = if column.numeric { (gap.as_str(), "") } else { ("", gap.as_str()) };
                line.push_str(&format!("{before}{cell}{after}  "));
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }

    /// The table as CSV: UTF-8, semicolons, quoted where needed, with formulas defused.
    pub fn csv(&self) -> String {
        let headings: Vec<String> = self.headings().into_iter().map(|heading| csv_cell(heading, ';', false)).collect();
        let row = |row: &Vec<Cell>| row.iter().map(|cell| csv_cell(&cell.text, ';', cell.is_number())).collect();
        let lines = std::iter::once(headings).chain(self.rows.iter().map(row));
        lines.map(|cells: Vec<String>| format!("{}\r\n", cells.join(";"))).collect()
    }
}

fn texts(row: &[Cell]) -> Vec<&str> {
    row.iter().map(|cell| cell.text.as_str()).collect()
}

fn width(cell: &str) -> usize {
    cell.chars().count()
}

/// A cell as CSV writes it, with the sign that stands between cells. A text that begins as a formula does gets an apostrophe before it;
/// a number keeps its sign.
pub(crate) fn csv_cell(cell: &str, between: char, is_number: bool) -> String {
    let defused = if !is_number && cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    };
    if defused.contains([between, '"', '\n', '\r']) { format!("\"{}\"", defused.replace('"', "\"\"")) } else { defused }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn channels() -> Table {
        Table {
            title: "Henvendelser".to_owned(),
            columns: vec![Column::words("Kanal"), Column::numbers("Antal")],
            rows: vec![vec!["netværk".into(), Cell::number(9)], vec!["selv".into(), Cell::number(12)]],
        }
    }

    #[test]
    fn numbers_stand_to_the_right_and_words_to_the_left() {
        assert_eq!(channels().text(), "Henvendelser\nKanal    Antal\nnetværk      9\nselv        12\n");
    }

    #[test]
    fn a_table_of_which_one_number_in_four_is_left_says_hardly_anything() {
        let withheld = || Cell { text: "..".to_owned(), value: Value::Withheld };
        let mut table = channels();
        assert!(!table.is_mostly_withheld());
        table.rows =
            vec![vec!["a".into(), withheld()], vec!["b".into(), withheld()], vec!["c".into(), Cell::number(9)]];
        assert!(!table.is_mostly_withheld());
        table.rows.push(vec!["d".into(), withheld()]);
        assert!(table.is_mostly_withheld());
    }

    #[test]
    fn a_cell_that_a_spreadsheet_would_run_is_defused() {
        let mut table = channels();
        table.rows = vec![vec!["=HYPERLINK(\"x\")".into(), Cell::number(-3)], vec!["@a;b".into(), "=1".into()]];
        assert_eq!(table.csv(), "Kanal;Antal\r\n\"'=HYPERLINK(\"\"x\"\")\";-3\r\n\"'@a;b\";'=1\r\n");
    }
}
