//! A list as a table: finds the heading row, says what is wrong with the headings, and hands the rows on.

use crate::cell::Cell;
use crate::fault::Wrong;
use crate::list::{Column, List, folded, is_invisible};
use crate::note::Remark;
use crate::record::Record;
use crate::report::Report;

/// The heading row is looked for among so many first rows: a title may stand above it.
pub(crate) const HEADING_WITHIN: usize = 10;

/// Rows between two calls of the progress function.
const ROWS_A_STEP: u64 = 5_000;

/// A source of rows.
pub(crate) trait Rows<'a> {
    /// Fills in the cells of the next row and gives its number, from 1; `None` at the end. Empty rows may be left out.
    fn next_row(&mut self, cells: &mut Vec<Cell<'a>>) -> Result<Option<u32>, RowsError>;

    /// Whether a row wider than the headings means that it was taken apart wrongly.
    fn is_strict_about_width(&self) -> bool;
}

/// Why the rows end early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowsError {
    /// A quotation mark in this row is never closed.
    QuoteLeftOpen { row: u32 },
    /// The workbook is damaged.
    Broken,
}

/// Where the columns of a list stand in the file.
#[derive(Debug)]
pub(crate) struct Headings {
    pub(crate) list: &'static List,
    /// For each column of the list: its place in the file and the file's own heading.
    places: Vec<Option<(usize, String)>>,
}

impl Headings {
    /// The place in the list of a column, by its Danish heading.
    pub(crate) fn column(&self, danish: &str) -> Option<usize> {
        self.list.columns.iter().position(|column| column.danish == danish)
    }

    /// The place in the file of a column of the list.
    pub(crate) fn place(&self, column: usize) -> Option<usize> {
        self.places.get(column).and_then(Option::as_ref).map(|(place, _)| *place)
    }

    /// The heading to name in a fault: the file's own, or else the format's.
    pub(crate) fn name(&self, danish: &str) -> String {
        let own = self.column(danish).and_then(|column| self.places.get(column)?.as_ref());
        own.map_or_else(|| danish.to_owned(), |(_, heading)| heading.clone())
    }
}

/// How many of the list's columns the cells name.
pub(crate) fn headings_in(cells: &[Cell<'_>], list: &List) -> usize {
    let mut seen = vec![false; list.columns.len()];
    for cell in cells {
        if let Some(place) = list.column_headed(&cell.text()).and_then(|column| seen.get_mut(column)) {
            *place = true;
        }
    }
    seen.into_iter().filter(|seen| *seen).count()
}

/// Reads a table row by row; every row that holds anything goes to `take`.
///
/// Gives the headings, or `None` where the list has no row at all.
pub(crate) fn read<'a>(
    rows: &mut dyn Rows<'a>,
    list: &'static List,
    report: &mut Report<'_>,
    take: &mut dyn FnMut(&mut Record<'_, '_, '_>),
) -> Result<Option<Headings>, RowsError> {
    let (mut above, end) = first_rows(rows);
    // The first of equals is the heading row.
    let heading_at = (0..above.len()).rev().max_by_key(|at| above.get(*at).map(|(_, cells)| headings_in(cells, list)));
    let Some(heading_at) = heading_at else {
        if let Some(Err(error)) = end {
            return Err(error);
        }
        report.add(1, list.columns.first().map_or("", |column| column.danish).to_owned(), Wrong::ListEmpty);
        return Ok(None);
    };
    let waiting = above.split_off(heading_at + 1);
    let Some((heading_row, heading_cells)) = above.pop() else { return Ok(None) };
    if !above.is_empty() {
        report.note(Remark::RowsAboveHeadings { count: u32::try_from(above.len()).unwrap_or(u32::MAX) });
    }
    let headings = headings(heading_row, &heading_cells, list, report);
    let width = heading_cells.len();
    let mut table = Table { headings, width, unheaded: Vec::new(), last: heading_row, empty: 0, taken: 0 };
    let is_strict = rows.is_strict_about_width();
    for (row, cells) in &waiting {
        table.take(*row, cells, is_strict, report, take);
    }
    match end {
        Some(Err(error)) => return Err(error),
        Some(Ok(())) => {}
        None => {
            let mut cells = Vec::new();
            while let Some(row) = rows.next_row(&mut cells)? {
                table.take(row, &cells, is_strict, report, take);
            }
        }
    }
    table.finish(&heading_cells, report);
    Ok(Some(table.headings))
}

/// The first rows that hold anything, with their numbers; and how the rows ended, where they did among these.
#[expect(clippy::type_complexity, reason = "used once, just above")]
fn first_rows<'a>(rows: &mut dyn Rows<'a>) -> (Vec<(u32, Vec<Cell<'a>>)>, Option<Result<(), RowsError>>) {
    let mut first = Vec::new();
    let mut cells = Vec::new();
    while first.len() < HEADING_WITHIN {
        match rows.next_row(&mut cells) {
            Ok(Some(_)) if cells.iter().all(Cell::is_empty) => {}
            Ok(Some(row)) => first.push((row, std::mem::take(&mut cells))),
            Ok(None) => return (first, Some(Ok(()))),
            Err(error) => return (first, Some(Err(error))),
        }
    }
    (first, None)
}

struct Table {
    headings: Headings,
    width: usize,
    /// Places of cells that no heading names.
    unheaded: Vec<usize>,
    last: u32,
    empty: u32,
    taken: u64,
}

impl Table {
    fn take(
        &mut self,
        row: u32,
        cells: &[Cell<'_>],
        is_strict: bool,
        report: &mut Report<'_>,
        take: &mut dyn FnMut(&mut Record<'_, '_, '_>),
    ) {
        let Some(filled) = cells.iter().rposition(|cell| !cell.is_empty()) else { return };
        self.empty += row.saturating_sub(self.last).saturating_sub(1);
        self.last = row;
        self.taken += 1;
        if filled >= self.width {
            if is_strict {
                let column = self.headings.list.columns.first().map_or("", |column| column.danish);
                let wrong = Wrong::TooManyCells { cells: filled + 1, columns: self.width };
                report.add(row, self.headings.name(column), wrong);
            } else {
                let beyond = cells.iter().enumerate().skip(self.width);
                for (place, _) in beyond.filter(|(_, cell)| !cell.is_empty()) {
                    if !self.unheaded.contains(&place) {
                        self.unheaded.push(place);
                    }
                }
            }
        }
        take(&mut Record { headings: &self.headings, row, cells, report: &mut *report });
        if self.taken.is_multiple_of(ROWS_A_STEP) {
            report.progress(self.headings.list, self.taken);
        }
    }

    fn finish(&mut self, heading_cells: &[Cell<'_>], report: &mut Report<'_>) {
        let list = self.headings.list;
        for cell in heading_cells {
            if !cell.is_empty() && list.column_headed(&cell.text()).is_none() {
                report.note(Remark::UnknownColumn { heading: own_heading(cell).chars().take(60).collect() });
            }
        }
        self.unheaded.sort_unstable();
        for place in &self.unheaded {
            report.note(Remark::ColumnWithoutHeading { letter: letter(*place) });
        }
        if self.empty > 0 {
            report.note(Remark::EmptyRows { count: self.empty });
        }
        report.count(list, self.taken);
        report.progress(list, self.taken);
    }
}

fn headings(row: u32, cells: &[Cell<'_>], list: &'static List, report: &mut Report<'_>) -> Headings {
    let mut places: Vec<Option<(usize, String)>> = vec![None; list.columns.len()];
    let (mut danish, mut english) = (0, 0);
    for (place, cell) in cells.iter().enumerate() {
        let Some(column) = list.column_headed(&cell.text()) else { continue };
        let heading = own_heading(cell);
        let Some(found) = places.get_mut(column) else { continue };
        match found {
            Some((first, _)) => {
                report.add(row, heading, Wrong::ColumnTwice { first: letter(*first), second: letter(place) });
            }
            None => {
                let is = |name: fn(&Column) -> &str| {
                    list.columns.get(column).is_some_and(|column| name(column) == folded(&heading))
                };
                danish += usize::from(is(|column| column.danish));
                english += usize::from(is(|column| column.english));
                *found = Some((place, heading));
            }
        }
    }
    let is_english = english > danish;
    for (column, place) in list.columns.iter().zip(&places) {
        if column.is_needed && place.is_none() {
            let name = if is_english { column.english } else { column.danish };
            let wrong = Wrong::ColumnMissing { danish: column.danish, english: column.english };
            report.add(row, name.to_owned(), wrong);
        }
    }
    Headings { list, places }
}

fn own_heading(cell: &Cell<'_>) -> String {
    cell.text().replace(is_invisible, "").to_lowercase()
}

/// The letter of a column as spreadsheets name it: A, B … Z, AA …
pub(crate) fn letter(place: usize) -> String {
    let mut letters = Vec::new();
    let mut left = place + 1;
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        assert_eq!([0, 25, 26, 701, 702].map(letter), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
