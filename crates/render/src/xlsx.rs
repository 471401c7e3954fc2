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

use crate::document::{Document, Part};
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

/// The tables of a document as a workbook, a sheet each, and its words on the last: headings beside what stands below them.
///
/// # Errors
///
/// Where the writer fails.
pub fn of_document(document: &Document) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let made = datetime(document.day)?;
    workbook.set_properties(&DocProperties::new().set_title(&document.title).set_creation_datetime(&made));
    let mut taken = HashSet::new();
    let mut heading = document.title.as_str();
    let mut said = Vec::new();
    for part in &document.parts {
        match part {
            Part::Heading(_, text) => heading = text,
            Part::Table(table) => {
                let name = sheet_name(if table.title.is_empty() { heading } else { &table.title }, &mut taken);
                write_table(workbook.add_worksheet().set_name(name)?, table, document.locale)?;
            }
            Part::Text(text) | Part::Note(text) | Part::Bullet(text) => said.push((heading, text)),
            Part::Quote(text, by) => said.extend([(heading, text), (heading, by)]),
            Part::Picture { .. } => {}
        }
    }
    let sheet = workbook.add_worksheet().set_name(sheet_name(words(document.locale).say("xlsx-notes"), &mut taken))?;
    let (bold, wrapped) = (Format::new().set_bold().set_align(FormatAlign::Top), Format::new().set_text_wrap());
    for (line, (heading, text)) in (0u32..).zip(said) {
        sheet.write_string_with_format(line, 0, heading, &bold)?;
        sheet.write_string_with_format(line, 1, text, &wrapped)?;
    }
    sheet.set_column_width(0, 30)?;
    sheet.set_column_width(1, 100)?;
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

    #[test]
    fn a_documents_tables_are_sheets_of_real_numbers_and_its_words_stand_beside_their_headings() {
        use calamine::{Data, Reader};
        let table = Table {
            title: String::new(),
            columns: vec![crate::table::Column::words("Hvad"), crate::table::Column::numbers("Antal")],
            rows: vec![
                vec!["=1+1".into(), Cell::number(16)],
                vec!["I afklaring".into(), Cell { text: "..".to_owned(), value: Value::Withheld }],
            ],
        };
        let mut document = Document::new(Locale::Da, "Statusrapport", "2015-11-23".parse().unwrap());
        document.heading(1, "Status").text("Ingen afvigelser.").table(&table);
        let bytes = of_document(&document).unwrap();
        let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
        let sheet = book.worksheet_range("Status").unwrap();
        assert_eq!(sheet.get_value((1, 0)), Some(&Data::String("=1+1".to_owned())), "never a formula");
        assert_eq!(sheet.get_value((1, 1)), Some(&Data::Float(16.0)));
        assert_eq!(sheet.get_value((2, 1)), Some(&Data::String("..".to_owned())));
        let words = book.worksheet_range_at(1).unwrap().unwrap();
        assert_eq!(words.get_value((0, 0)), Some(&Data::String("Status".to_owned())));
        assert_eq!(words.get_value((0, 1)), Some(&Data::String("Ingen afvigelser.".to_owned())));
    }
}
