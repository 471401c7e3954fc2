//! CSV as spreadsheet programs write it: the encoding, the separator and the quotation marks are found out.
//!
//! Written here and not taken from the `csv` crate, which leaves out empty lines: rows are counted as the file counts them.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::cell::Cell;
use crate::list::List;
use crate::table::{HEADING_WITHIN, Rows, RowsError, headings_in};

/// Cells of a row that are kept; a file of separators alone must not fill the memory.
const MOST_CELLS: usize = 1_024;

/// The text of a file: UTF-8 or UTF-16 by its byte order mark, UTF-8 where it is that, else Windows-1252.
pub(crate) fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0;
    }
    match UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => text,
        None => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

/// The records of a text, one after the other.
#[derive(Clone)]
pub(crate) struct Records<'a> {
    rest: &'a str,
    separator: u8,
    row: u32,
}

impl<'a> Records<'a> {
    /// Finds the separator out: the one under which the list's headings are read best.
    pub(crate) fn new(text: &'a str, list: &List) -> Self {
        let (text, named) = named_separator(text);
        if let Some(separator) = named {
            return Self { rest: text, separator, row: 0 };
        }
        let found = |separator: u8| {
            let mut records = Self { rest: text, separator, row: 0 };
            let mut cells = Vec::new();
            let mut best = 0;
            for _ in 0..HEADING_WITHIN {
                match records.next_row(&mut cells) {
                    Ok(Some(_)) | Err(_) => best = best.max(headings_in(&cells, list)),
                    Ok(None) => break,
                }
            }
            best
        };
        // The last of equals wins: semicolon, which Danish spreadsheets write.
        let separator = [b'\t', b',', b';'].into_iter().max_by_key(|separator| found(*separator)).unwrap_or(b';');
        Self { rest: text, separator, row: 0 }
    }

    /// Takes the separator that makes most cells of the first row.
    pub(crate) fn widest(text: &'a str) -> Self {
        let (text, named) = named_separator(text);
        let cells_by = |separator: &u8| {
            let mut cells = Vec::new();
            let _ = Self { rest: text, separator: *separator, row: 0 }.next_row(&mut cells);
            cells.len()
        };
        let separator = named.or_else(|| [b'\t', b',', b';'].into_iter().max_by_key(cells_by)).unwrap_or(b';');
        Self { rest: text, separator, row: 0 }
    }

    /// One field, and whether the record goes on behind it.
    fn field(&mut self) -> Result<(Cell<'a>, bool), RowsError> {
        let mut text = Cow::Borrowed("");
        if let Some(inside) = self.rest.strip_prefix('"') {
            text = self.quoted(inside)?;
        }
        let end = self
            .rest
            .bytes()
            .position(|byte| byte == self.separator || byte == b'\n' || byte == b'\r')
            .unwrap_or(self.rest.len());
        let (plain, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        if text.is_empty() {
            text = Cow::Borrowed(plain);
        } else {
            text += plain;
        }
        let goes_on = rest.as_bytes().first() == Some(&self.separator);
        let break_length = if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
        self.rest = rest.get(break_length..).unwrap_or_default();
        Ok((if text.is_empty() { Cell::Empty } else { Cell::Text(text) }, goes_on))
    }

    /// What stands between quotation marks; moves on behind the closing one.
    fn quoted(&mut self, inside: &'a str) -> Result<Cow<'a, str>, RowsError> {
        let mut text = Cow::Borrowed("");
        let mut rest = inside;
        loop {
            let Some((part, behind)) = rest.split_once('"') else {
                self.rest = "";
                return Err(RowsError::QuoteLeftOpen { row: self.row });
            };
            if text.is_empty() {
                text = Cow::Borrowed(part);
            } else {
                text += part;
            }
            match behind.strip_prefix('"') {
                Some(behind) => {
                    text += "\"";
                    rest = behind;
                }
                None => {
                    self.rest = behind;
                    return Ok(text);
                }
            }
        }
    }
}

impl<'a> Rows<'a> for Records<'a> {
    fn next_row(&mut self, cells: &mut Vec<Cell<'a>>) -> Result<Option<u32>, RowsError> {
        cells.clear();
        if self.rest.is_empty() {
            return Ok(None);
        }
        self.row = self.row.saturating_add(1);
        loop {
            let (cell, goes_on) = self.field()?;
            if cells.len() < MOST_CELLS {
                cells.push(cell);
            }
            if !goes_on {
                return Ok(Some(self.row));
            }
        }
    }

    fn is_strict_about_width(&self) -> bool {
        true
    }
}

/// The separator that a first line `sep=;` names for Excel, and the text behind that line, which Excel does not count.
fn named_separator(text: &str) -> (&str, Option<u8>) {
    let named = text.strip_prefix("sep=").and_then(|rest| {
        let separator = *rest.as_bytes().first()?;
        let behind = rest.get(1..)?;
        let behind = behind.strip_prefix("\r\n").or_else(|| behind.strip_prefix('\n'))?;
        matches!(separator, b';' | b',' | b'\t').then_some((behind, Some(separator)))
    });
    named.unwrap_or((text, None))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::CONTACTS;

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let mut records = Records::new(text, &CONTACTS);
        let mut cells = Vec::new();
        let mut out = Vec::new();
        while let Some(row) = records.next_row(&mut cells).unwrap() {
            out.push((row, cells.iter().map(|cell| cell.text().into_owned()).collect()));
        }
        out
    }

    #[test]
    fn the_separator_is_the_one_that_makes_the_headings() {
        let row = vec!["forloeb_id".to_owned(), "dato".to_owned()];
        for text in [
            "forloeb_id;dato\n",
            "forloeb_id,dato\r\n",
            "forloeb_id\tdato",
            "\"forloeb_id\";\"dato\"",
            "sep=,\r\nforloeb_id,dato",
        ] {
            assert_eq!(rows(text), [(1, row.clone())], "{text}");
        }
        let title = "Kontakter, 2015, alle, uden navne\nforloeb_id;dato\nF1;\"a,b;c\"";
        assert_eq!(rows(title)[2], (3, vec!["F1".to_owned(), "a,b;c".to_owned()]));
    }

    #[test]
    fn a_line_break_in_a_cell_makes_no_row_and_an_empty_line_makes_one() {
        let rows = rows("forloeb_id;tekst\r\nF1;\"to\r\nlinjer \"\"citat\"\"\"\r\n\r\nF2;x\"y\"\rF3;\n");
        assert_eq!(
            rows.iter().map(|(row, cells)| (*row, cells.join("|"))).collect::<Vec<_>>(),
            [
                (1, "forloeb_id|tekst".to_owned()),
                (2, "F1|to\r\nlinjer \"citat\"".to_owned()),
                (3, String::new()),
                (4, "F2|x\"y\"".to_owned()),
                (5, "F3|".to_owned()),
            ]
        );
    }

    #[test]
    fn an_open_quotation_mark_is_told_with_its_row() {
        let mut records = Records::new("forloeb_id;tekst\nF1;\"aldrig lukket\nF2;x\n", &CONTACTS);
        let mut cells = Vec::new();
        assert_eq!(records.next_row(&mut cells), Ok(Some(1)));
        assert_eq!(records.next_row(&mut cells), Err(RowsError::QuoteLeftOpen { row: 2 }));
        assert_eq!(records.next_row(&mut cells), Ok(None));
    }

    #[test]
    fn danish_letters_are_read_in_every_encoding() {
        assert_eq!(decoded(b"\xef\xbb\xbf\xc3\xa6\xc3\xb8\xc3\xa5"), "æøå");
        assert_eq!(decoded(b"\xc3\xa6\xc3\xb8\xc3\xa5"), "æøå");
        assert_eq!(decoded(b"\xe6\xf8\xe5 \x80"), "æøå €");
        assert_eq!(decoded(b"\xff\xfe\xe6\x00"), "æ");
    }
}
