//! A figure as a workbook: a sheet a table with numbers that are numbers and days that are days, and a sheet that says what is counted.
//!
//! A text is always written as a text: nothing in a cell is ever a formula. The same figure printed on the same day is the same bytes.
//!
//! ```ignore
//! let bytes = render::xlsx::xlsx(&laid, Locale::Da, today)?;
//! ```

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::report::Laid;
use crate::table::{Cell, Table, Value};
use crate::{Locale, day, words};

/// The media type of what [`xlsx`] makes.
pub const MEDIA: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The most letters of a sheet's name.
const LONGEST_NAME: usize = 31;
/// Columns are this wide at the least and at the most, in letters.
const WIDTHS: (usize, usize) = (9, 60);

/// The figure as a workbook, printed on a day.
///
/// # Errors
///
/// Where the writer fails.
pub fn xlsx(laid: &Laid, locale: Locale, printed_on: NaiveDate) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let made = datetime(printed_on)?;
    workbook.set_properties(&DocProperties::new().set_title(&laid.title).set_creation_datetime(&made));
    let mut taken = HashSet::new();
    for table in &laid.tables {
        let name = sheet_name(if table.title.is_empty() { &laid.title } else { &table.title }, &mut taken);
        let sheet = workbook.add_worksheet().set_name(name)?;
        write_table(sheet, table, locale)?;
    }
    let notes = sheet_name(words(locale).say("xlsx-notes"), &mut taken);
    write_notes(workbook.add_worksheet().set_name(notes)?, laid, locale, printed_on)?;
    workbook.save_to_buffer()
}

fn write_table(sheet: &mut Worksheet, table: &Table, locale: Locale) -> Result<(), XlsxError> {
    let heading = |numeric: bool| {
        let format = Format::new().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Thin);
        if numeric { format.set_align(FormatAlign::Right) } else { format }
    };
    for (at, column) in (0u16..).zip(&table.columns) {
        sheet.write_string_with_format(0, at, &column.heading, &heading(column.numeric))?;
        let cells = table.rows.iter().filter_map(|row| row.get(usize::from(at))).map(|cell| letters(&cell.text));
        let widest = cells.chain([letters(&column.heading)]).max().unwrap_or(0) + 2;
        sheet.set_column_width(at, widest.clamp(WIDTHS.0, WIDTHS.1) as f64)?;
    }
    for (line, row) in (1u32..).zip(&table.rows) {
        for (at, cell) in (0u16..).zip(row) {
            write_cell(sheet, (line, at), cell, locale)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn write_cell(sheet: &mut Worksheet, (line, at): (u32, u16), cell: &Cell, locale: Locale) -> Result<(), XlsxError> {
    let right = || Format::new().set_align(FormatAlign::Right);
    match &cell.value {
        Value::Count { count, .. } => {
            sheet.write_number_with_format(line, at, *count as f64, &Format::new().set_num_format("#,##0"))?;
        }
        Value::Number { number, .. } | Value::Median { number, .. } => {
            let sign = if locale == Locale::Da { ',' } else { '.' };
            let places = cell.text.rsplit_once(sign).map_or(0, |(_, part)| part.chars().count());
            let shown = if places == 0 { "#,##0".to_owned() } else { format!("#,##0.{}", "0".repeat(places)) };
            sheet.write_number_with_format(line, at, *number, &Format::new().set_num_format(shown))?;
        }
        Value::Day(on) => {
            let format = Format::new().set_num_format("dd.mm.yyyy").set_align(FormatAlign::Left);
            sheet.write_datetime_with_format(line, at, &datetime(*on)?, &format)?;
        }
        Value::Words => {
            sheet.write_string(line, at, &cell.text)?;
        }
        Value::Nothing | Value::Withheld => {
            sheet.write_string_with_format(line, at, &cell.text, &right())?;
        }
    }
    Ok(())
}

/// What is counted, of which day or period, how many it rests on, and when it was printed.
fn write_notes(sheet: &mut Worksheet, laid: &Laid, locale: Locale, printed_on: NaiveDate) -> Result<(), XlsxError> {
    let t = words(locale);
    let (bold, wrapped) = (Format::new().set_bold().set_align(FormatAlign::Top), Format::new().set_text_wrap());
    let rows = [
        ("xlsx-title", laid.title.clone()),
        ("xlsx-asked", laid.asked.clone()),
        ("xlsx-definition", laid.definition.clone()),
        ("xlsx-basis", laid.basis.clone()),
        ("xlsx-printed-on", day::numeric(t, printed_on)),
    ];
    for (line, (key, text)) in (0u32..).zip(rows) {
        sheet.write_string_with_format(line, 0, t.say(key), &bold)?;
        sheet.write_string_with_format(line, 1, text, &wrapped)?;
    }
    sheet.set_column_width(0, 18)?;
    sheet.set_column_width(1, 100)?;
    Ok(())
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

fn datetime(on: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let (month, day) = (u8::try_from(on.month()).unwrap_or(1), u8::try_from(on.day()).unwrap_or(1));
    ExcelDateTime::from_ymd(u16::try_from(on.year()).unwrap_or(u16::MAX), month, day)
}

/// A name that a sheet may have and no other has: 31 letters, none of `[]:*?/\`, no apostrophe at its ends.
fn sheet_name(title: &str, taken: &mut HashSet<String>) -> String {
    let plain: String = title.chars().filter(|letter| !r"[]:*?/\".contains(*letter)).collect();
    let plain = plain.trim_matches([' ', '\'']);
    let plain = if plain.is_empty() { "–" } else { plain };
    let cut = |text: &str, most: usize| text.chars().take(most).collect::<String>().trim_end().to_owned();
    let mut name = cut(plain, LONGEST_NAME);
    let mut number = 2;
    while !taken.insert(name.to_lowercase()) {
        let end = format!(" {number}");
        name = format!("{}{end}", cut(plain, LONGEST_NAME - letters(&end)));
        number += 1;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheets_name_is_short_allowed_and_its_own() {
        let mut taken = HashSet::new();
        let long = "Stjernen område for område, og nogle flere ord";
        assert_eq!(sheet_name(long, &mut taken), "Stjernen område for område, og");
        assert_eq!(sheet_name(long, &mut taken), "Stjernen område for område, o 2");
        assert_eq!(sheet_name("'Til/fra: [alle]*?'", &mut taken), "Tilfra alle");
        assert_eq!(sheet_name("TILFRA ALLE", &mut taken), "TILFRA ALLE 2");
        assert_eq!(sheet_name("??", &mut taken), "–");
    }
}
