//! A workbook: what may be opened at all, and its cells, sheet by sheet, without keeping a sheet in memory.

use std::borrow::Cow;
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxCellReader};
use chrono::NaiveDate;

use crate::cell::{self, Cell};
use crate::error::ReadError;
use crate::table::{Rows, RowsError};
use crate::{LARGEST_FILE, LARGEST_UNPACKED};

/// Columns that are read; a cell further to the right belongs to no list.
const COLUMNS: u32 = 256;

/// An opened workbook.
pub(crate) struct Workbook<'b>(Xlsx<Cursor<&'b [u8]>>);

impl<'b> Workbook<'b> {
    /// Opens a workbook.
    ///
    /// # Errors
    ///
    /// The reason in words for its owner: locked, old, damaged, too large.
    pub(crate) fn open(bytes: &'b [u8]) -> Result<Self, ReadError> {
        if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            // The old container: an .xls, or an .xlsx that a password has wrapped.
            let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
            let is_locked = bytes.windows(locked.len()).any(|window| window == locked);
            return Err(if is_locked { ReadError::PasswordProtected } else { ReadError::OldWorkbook });
        }
        if bytes.len() as u64 > LARGEST_FILE {
            return Err(ReadError::TooLarge);
        }
        guarded(|| refuse_bombs(bytes)).unwrap_or(Err(ReadError::BrokenWorkbook))?;
        guarded(|| Xlsx::new(Cursor::new(bytes))).and_then(Result::ok).map(Self).ok_or(ReadError::BrokenWorkbook)
    }

    /// The names of its worksheets, as written.
    pub(crate) fn sheets(&self) -> Vec<String> {
        self.0.sheet_names()
    }

    /// The rows of a worksheet.
    ///
    /// # Errors
    ///
    /// [`ReadError::BrokenWorkbook`].
    pub(crate) fn rows<'w>(&'w mut self, sheet: &str) -> Result<SheetRows<'w, 'b>, ReadError> {
        guarded(|| self.0.worksheet_cells_reader(sheet))
            .and_then(Result::ok)
            .map(|cells| SheetRows { cells, ahead: None, last: 0, is_at_end: false })
            .ok_or(ReadError::BrokenWorkbook)
    }
}

/// The rows of one worksheet that hold anything.
pub(crate) struct SheetRows<'w, 'b> {
    cells: XlsxCellReader<'w, Cursor<&'b [u8]>>,
    ahead: Option<(u32, u32, Cell<'w>)>,
    last: u32,
    is_at_end: bool,
}

impl<'w> SheetRows<'w, '_> {
    /// The next cell with something in it, as row (from 1), column (from 0) and content.
    fn next_cell(&mut self) -> Result<Option<(u32, u32, Cell<'w>)>, RowsError> {
        loop {
            let next = guarded(|| self.cells.next_cell()).and_then(Result::ok).ok_or(RowsError::Broken)?;
            let Some(next) = next else { return Ok(None) };
            let (row, column) = next.get_position();
            let cell = content(next.get_value().clone());
            if column < COLUMNS && cell != Cell::Empty {
                return Ok(Some((row.saturating_add(1), column, cell)));
            }
        }
    }
}

impl<'w> Rows<'w> for SheetRows<'w, '_> {
    fn next_row(&mut self, cells: &mut Vec<Cell<'w>>) -> Result<Option<u32>, RowsError> {
        cells.clear();
        if self.is_at_end {
            return Ok(None);
        }
        let first = match self.ahead.take() {
            Some(cell) => Some(cell),
            None => self.next_cell()?,
        };
        let Some((row, column, cell)) = first else {
            self.is_at_end = true;
            return Ok(None);
        };
        if row <= self.last {
            return Err(RowsError::Broken);
        }
        self.last = row;
        put(cells, column, cell);
        loop {
            match self.next_cell()? {
                Some((same, column, cell)) if same == row => put(cells, column, cell),
                ahead => {
                    self.is_at_end = ahead.is_none();
                    self.ahead = ahead;
                    return Ok(Some(row));
                }
            }
        }
    }

    fn is_strict_about_width(&self) -> bool {
        false
    }
}

fn put<'w>(cells: &mut Vec<Cell<'w>>, column: u32, cell: Cell<'w>) {
    let column = column as usize;
    if cells.len() <= column {
        cells.resize(column + 1, Cell::Empty);
    }
    if let Some(place) = cells.get_mut(column) {
        *place = cell;
    }
}

fn content(value: DataRef<'_>) -> Cell<'_> {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Text(Cow::Owned(number.to_string())),
        DataRef::Float(number) => Cell::Number(number),
        DataRef::String(text) if text.is_empty() => Cell::Empty,
        DataRef::String(text) => Cell::Text(Cow::Owned(text)),
        DataRef::SharedString("") => Cell::Empty,
        DataRef::SharedString(text) => Cell::Text(Cow::Borrowed(text)),
        DataRef::Bool(yes) => Cell::YesNo(yes),
        DataRef::DateTime(moment) => Cell::Date(day(moment)),
        DataRef::DateTimeIso(text) => Cell::Date(cell::date(&text)),
        DataRef::DurationIso(text) => Cell::Text(Cow::Owned(text)),
        DataRef::Error(_) => Cell::Error,
    }
}

/// The day of a date cell, counted from 1900 or 1904 as the workbook says.
fn day(moment: ExcelDateTime) -> Option<NaiveDate> {
    // A smaller number is a time of day, a greater one no day of Excel's; calamine would clamp both.
    if !moment.is_datetime() || !(1.0..2_958_466.0).contains(&moment.as_f64()) {
        return None;
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())
}

/// Runs the foreign parser; a panic in it, which a damaged file can bring about, is `None`.
fn guarded<T>(parse: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(parse)).ok()
}

/// Unpacks every part once, counting, so that a small file cannot fill the memory later: sizes in the file may lie.
///
/// The count of shared strings is what calamine sets memory aside for: it may not be more than the part has room for.
fn refuse_bombs(bytes: &[u8]) -> Result<(), ReadError> {
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::BrokenWorkbook)?;
    let mut left = LARGEST_UNPACKED;
    for place in 0..parts.len() {
        let part = parts.by_index(place).map_err(|_| ReadError::BrokenWorkbook)?;
        let holds_strings =
            part.name().map_err(|_| ReadError::BrokenWorkbook)?.to_ascii_lowercase().contains("sharedstrings");
        let mut counted = Counted::default();
        std::io::copy(&mut part.take(left + 1), &mut counted).map_err(|_| ReadError::BrokenWorkbook)?;
        left = left.checked_sub(counted.length).ok_or(ReadError::TooLarge)?;
        if holds_strings && counted.length > LARGEST_STRINGS {
            return Err(ReadError::TooLarge);
        }
        if holds_strings && counted.strings > counted.length / SHORTEST_STRING {
            return Err(ReadError::BrokenWorkbook);
        }
    }
    Ok(())
}

/// Bytes of shared strings in all, unpacked.
const LARGEST_STRINGS: u64 = 256 << 20;

/// Bytes of the shortest shared string, `<si/>`.
const SHORTEST_STRING: u64 = 5;

/// How far behind the word `uniqueCount` its number may stand.
const COUNT_WITHIN: usize = 64;

/// Counts what is written to it, and keeps the greatest number that stands behind the word `uniqueCount`.
#[derive(Default)]
struct Counted {
    length: u64,
    strings: u64,
    tail: Vec<u8>,
}

impl std::io::Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.length += bytes.len() as u64;
        self.tail.extend_from_slice(bytes);
        self.strings = self.strings.max(strings_counted(&self.tail));
        let done = self.tail.len().saturating_sub(COUNT_WORD.len() + COUNT_WITHIN);
        self.tail.drain(..done);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

const COUNT_WORD: &[u8] = b"uniqueCount";

fn strings_counted(strings: &[u8]) -> u64 {
    let number_behind = |at: usize| {
        strings
            .iter()
            .skip(at + COUNT_WORD.len())
            .take(COUNT_WITHIN)
            .skip_while(|byte| !byte.is_ascii_digit())
            .take_while(|byte| byte.is_ascii_digit())
            .fold(0_u64, |number, digit| number.saturating_mul(10).saturating_add(u64::from(digit - b'0')))
    };
    let found = strings.windows(COUNT_WORD.len()).enumerate().filter(|(_, window)| *window == COUNT_WORD);
    found.map(|(at, _)| number_behind(at)).max().unwrap_or(0)
}
