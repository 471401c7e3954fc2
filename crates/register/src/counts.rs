//! A table of counts from a CSV file: a heading row, and a row of counts behind each row's label.

use std::fmt;

use crate::csv::{Records, decoded};
use crate::table::{Rows, RowsError};

/// Cells of the largest table that is read.
const LARGEST: usize = 2_000;

/// A table of counts, totals included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// What stands above the row labels.
    pub corner: String,
    /// The column labels.
    pub columns: Vec<String>,
    /// The rows: label, and a count a column.
    pub rows: Vec<(String, Vec<u32>)>,
}

/// Why a file is no table of counts. Rows count from 1, as in a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountsError {
    /// Nothing in it, or headings only.
    Empty,
    /// A quotation mark in this row is never closed.
    QuoteLeftOpen(u32),
    /// A row has more or fewer cells than there are headings.
    Width(u32),
    /// A row or column has no label.
    NoLabel(u32),
    /// Two rows, or two columns, have this label.
    LabelTwice(String),
    /// A cell below 0: row, column.
    Negative(String, String),
    /// A cell that is no whole number: row, column.
    NotACount(String, String),
    /// More cells than a table that people read.
    TooLarge,
}

impl fmt::Display for CountsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => {
                f.write_str("there is no table in it: write a row of headings and at least one row of counts")
            }
            Self::QuoteLeftOpen(row) => write!(f, "row {row}: a quotation mark is never closed"),
            Self::Width(row) => write!(f, "row {row} has more or fewer cells than there are headings"),
            Self::NoLabel(row) => write!(f, "row {row}: a label is missing"),
            Self::LabelTwice(label) => {
                write!(f, "“{label}” stands there twice: give each row and column a label of its own")
            }
            Self::Negative(row, column) => write!(f, "row “{row}”, column “{column}”: a count cannot be below 0"),
            Self::NotACount(row, column) => {
                write!(f, "row “{row}”, column “{column}”: no whole number; write it in digits only, 0 for nobody")
            }
            Self::TooLarge => write!(f, "more than {LARGEST} cells: a table that people read is smaller"),
        }
    }
}

impl std::error::Error for CountsError {}

impl Counts {
    /// Reads a table; the encoding and the separator are found out.
    ///
    /// # Errors
    ///
    /// [`CountsError`], the first that is met.
    pub fn read(bytes: &[u8]) -> Result<Self, CountsError> {
        let text = decoded(bytes);
        let rows = rows_of(&text)?;
        let mut rows = rows.into_iter();
        let Some((first, headings)) = rows.next() else { return Err(CountsError::Empty) };
        let Some((corner, columns)) = headings.split_first() else { return Err(CountsError::Empty) };
        named(columns, first)?;
        let mut table = Self { corner: corner.clone(), columns: columns.to_vec(), rows: Vec::new() };
        for (at, cells) in rows {
            let Some((label, cells)) = cells.split_first() else { continue };
            if cells.len() != columns.len() {
                return Err(CountsError::Width(at));
            }
            let count = |(cell, column): (&String, &String)| counted(cell, label, column);
            let counts = cells.iter().zip(columns).map(count).collect::<Result<Vec<_>, _>>()?;
            table.rows.push((label.clone(), counts));
            named(&table.rows.iter().map(|(label, _)| label.clone()).collect::<Vec<_>>(), at)?;
            if table.rows.len().saturating_mul(columns.len()) > LARGEST {
                return Err(CountsError::TooLarge);
            }
        }
        if table.rows.is_empty() || table.columns.is_empty() { Err(CountsError::Empty) } else { Ok(table) }
    }
}

/// The rows that hold anything, without empty cells at their ends that the headings do not have.
fn rows_of(text: &str) -> Result<Vec<(u32, Vec<String>)>, CountsError> {
    let mut records = Records::widest(text);
    let (mut cells, mut rows) = (Vec::new(), Vec::new());
    loop {
        match records.next_row(&mut cells) {
            Ok(None) => return Ok(rows),
            Ok(Some(at)) => {
                let texts: Vec<String> = cells.iter().map(|cell| cell.text().trim().to_owned()).collect();
                if texts.iter().any(|text| !text.is_empty()) {
                    rows.push((at, texts));
                }
            }
            Err(RowsError::QuoteLeftOpen { row }) => return Err(CountsError::QuoteLeftOpen(row)),
            Err(RowsError::Broken) => return Err(CountsError::Empty),
        }
        if rows.len() > LARGEST {
            return Err(CountsError::TooLarge);
        }
    }
}

fn named(labels: &[String], row: u32) -> Result<(), CountsError> {
    if labels.iter().any(String::is_empty) {
        return Err(CountsError::NoLabel(row));
    }
    let twice = labels.iter().enumerate().find(|(at, label)| labels.iter().take(*at).any(|other| other == *label));
    twice.map_or(Ok(()), |(_, label)| Err(CountsError::LabelTwice(label.clone())))
}

fn counted(cell: &str, row: &str, column: &str) -> Result<u32, CountsError> {
    let place = || (row.to_owned(), column.to_owned());
    let (digits, is_negative) = match cell.strip_prefix(['-', '−']) {
        Some(digits) => (digits, true),
        None => (cell, false),
    };
    match digits.parse::<u32>() {
        Ok(count) if digits.bytes().all(|byte| byte.is_ascii_digit()) && count <= 1_000_000_000 => {
            if is_negative && count > 0 { Err(CountsError::Negative(place().0, place().1)) } else { Ok(count) }
        }
        _ => Err(CountsError::NotACount(place().0, place().1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_with_any_separator() {
        let read = Counts::read("Køn;Under 30;30 og over\r\nKvinder;12;3\r\nMænd;7;9\r\n".as_bytes()).unwrap();
        assert_eq!(read.corner, "Køn");
        assert_eq!(read.columns, ["Under 30", "30 og over"]);
        assert_eq!(read.rows, [("Kvinder".to_owned(), vec![12, 3]), ("Mænd".to_owned(), vec![7, 9])]);
        assert_eq!(Counts::read("Køn,\"Under 30\",30 og over\nKvinder,12,3\nMænd,7,9".as_bytes()).unwrap(), read);
    }

    #[test]
    fn what_is_no_count_is_told_with_its_place() {
        let fault = |text: &str| Counts::read(text.as_bytes()).unwrap_err();
        assert_eq!(fault(""), CountsError::Empty);
        assert_eq!(fault("a;b\n"), CountsError::Empty);
        assert_eq!(fault("a;b\nx;-3\n"), CountsError::Negative("x".to_owned(), "b".to_owned()));
        for cell in ["tre", "", "3,5", "1.000", "+3", "99999999999"] {
            assert_eq!(
                fault(&format!("a;b\nx;{cell}\n")),
                CountsError::NotACount("x".to_owned(), "b".to_owned()),
                "{cell}"
            );
        }
        assert_eq!(fault("a;b;c\nx;1\n"), CountsError::Width(2));
        assert_eq!(fault("a;b;b\nx;1;2\n"), CountsError::LabelTwice("b".to_owned()));
        assert_eq!(fault("a;b\n;1\n"), CountsError::NoLabel(2));
        assert_eq!(fault("a;b\nx;\"1\n"), CountsError::QuoteLeftOpen(2));
    }
}
