//! Every figure has the same numbers in every format.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use domain::report::Report;

use super::examples::of;
use super::*;
use crate::table::Value;
use crate::{docx, xlsx};

fn day() -> chrono::NaiveDate {
    "2015-11-24".parse().unwrap()
}

fn workbook(report: Report) -> Vec<u8> {
    xlsx::xlsx(&lay_out(&of(report), Locale::Da), Locale::Da, day()).unwrap()
}

/// The sheets of a workbook, in order, without the notes.
fn sheets(bytes: Vec<u8>) -> Vec<Vec<Vec<Data>>> {
    let mut read: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = read.sheet_names();
    let (_, tables) = names.split_last().unwrap();
    tables.iter().map(|name| read.worksheet_range(name).unwrap().rows().map(<[Data]>::to_vec).collect()).collect()
}

/// The text of a document for a word processor, a line a paragraph.
fn docx_text(report: Report) -> String {
    let paper = document(&lay_out(&of(report), Locale::Da), Locale::Da, day());
    let mut file = zip::ZipArchive::new(Cursor::new(docx::docx(&paper, None).unwrap())).unwrap();
    let mut xml = String::new();
    file.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let ends = xml.replace("</w:p>", "\n");
    let pieces = ends.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    pieces.collect::<String>().replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// How often each whole number stands in a document.
fn whole_numbers(value: &serde_json::Value, into: &mut BTreeMap<u64, usize>) {
    match value {
        serde_json::Value::Number(number) => {
            if let Some(number) = number.as_u64() {
                *into.entry(number).or_default() += 1;
            }
        }
        serde_json::Value::Array(all) => all.iter().for_each(|one| whole_numbers(one, into)),
        serde_json::Value::Object(all) => all.values().for_each(|one| whole_numbers(one, into)),
        _ => {}
    }
}

/// Rows of a CSV; no cell of the examples has a line break.
fn csv_rows(text: &str) -> Vec<Vec<String>> {
    let unquoted = |cell: &str| cell.trim_matches('"').replace("\"\"", "\"").trim_start_matches('\'').to_owned();
    let rows = text.split("\r\n").filter(|line| !line.is_empty());
    rows.map(|line| line.split(';').map(unquoted).collect()).collect()
}

#[test]
fn the_workbook_has_each_cell_of_each_table_with_its_value_and_the_csv_each_text() {
    for report in Report::ALL {
        let laid = lay_out(&of(*report), Locale::Da);
        let sheets = sheets(workbook(*report));
        assert_eq!(sheets.len(), laid.tables.len(), "{}", report.name());
        let mut csv = csv_rows(&laid.csv()).into_iter();
        for (table, sheet) in laid.tables.iter().zip(&sheets) {
            assert_eq!(sheet.len(), table.rows.len() + 1, "{}: {}", report.name(), table.title);
            csv.next().unwrap();
            for (row, (read, line)) in table.rows.iter().zip(sheet[1..].iter().zip(&mut csv)) {
                let texts: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
                assert_eq!(line, texts, "{}: {}", report.name(), table.title);
                for (cell, data) in row.iter().zip(read) {
                    match (&cell.value, data) {
                        (Value::Day(on), Data::DateTime(read)) => {
                            assert_eq!(read.to_ymd_hms_milli().0, u16::try_from(chrono::Datelike::year(on)).unwrap());
                        }
                        (Value::Words | Value::Nothing, Data::String(text)) => assert_eq!(*text, cell.text),
                        (Value::Words | Value::Nothing, Data::Empty) => assert_eq!(cell.text, ""),
                        (_, Data::Float(number)) => assert_eq!(Some(*number), cell.as_number(), "{cell:?}"),
                        other => panic!("{}: {other:?}", report.name()),
                    }
                }
            }
        }
        assert_eq!(csv.next(), None, "{}", report.name());
    }
}

#[test]
fn the_document_has_the_text_of_each_cell_and_what_is_counted() {
    for report in Report::ALL {
        let laid = lay_out(&of(*report), Locale::Da);
        let text = docx_text(*report);
        let lines: Vec<&str> = text.lines().collect();
        for cell in laid.tables.iter().flat_map(|table| &table.rows).flatten().filter(|cell| !cell.text.is_empty()) {
            assert!(lines.contains(&cell.text.as_str()), "{} lacks {:?}:\n{text}", report.name(), cell.text);
        }
        for says in [&laid.title, &laid.asked, &laid.definition, &laid.basis] {
            assert!(lines.contains(&says.as_str()), "{} lacks {says}", report.name());
        }
    }
}

#[test]
fn each_count_of_the_tables_stands_in_the_json() {
    for report in Report::ALL {
        // What these two count stands in the JSON as lists.
        if matches!(report, Report::Courses | Report::WindDown) {
            continue;
        }
        let mut numbers = BTreeMap::new();
        whole_numbers(&serde_json::to_value(of(*report)).unwrap(), &mut numbers);
        let laid = lay_out(&of(*report), Locale::Da);
        let sums_of_others = |title: &str| title == words(Locale::Da).say("report-intake-quarters");
        for table in laid.tables.iter().filter(|table| !sums_of_others(&table.title)) {
            for count in table.rows.iter().flatten().filter_map(Cell::as_count) {
                assert!(numbers.contains_key(&count), "{}: {count} of {}", report.name(), table.title);
            }
        }
    }
}

#[test]
fn a_workbook_is_the_same_bytes_each_time_and_has_no_formula_but_frozen_headings_and_notes() {
    for report in Report::ALL {
        let bytes = workbook(*report);
        assert!(bytes == workbook(*report), "{}", report.name());
        let mut file = zip::ZipArchive::new(Cursor::new(bytes.clone())).unwrap();
        let mut frozen = 0;
        for at in 0..file.len() {
            let mut part = String::new();
            let mut entry = file.by_index(at).unwrap();
            let is_sheet = entry.name().unwrap().starts_with("xl/worksheets/sheet");
            entry.read_to_string(&mut part).unwrap();
            assert!(!is_sheet || !part.contains("<f>"), "{} has a formula", report.name());
            frozen += usize::from(part.contains("state=\"frozen\""));
        }
        let laid = lay_out(&of(*report), Locale::Da);
        assert_eq!(frozen, laid.tables.len());
        let mut read: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let notes = read.worksheet_range("Noter").unwrap();
        let said: Vec<String> = notes.rows().map(|row| row[1].to_string()).collect();
        assert_eq!(said, [laid.title, laid.asked, laid.definition, laid.basis, "24.11.2015".to_owned()]);
    }
}

#[test]
fn a_register_id_that_a_spreadsheet_would_run_is_a_text_in_the_workbook() {
    let sheets = sheets(workbook(Report::Courses));
    let cells: Vec<&Data> = sheets[0].iter().flatten().collect();
    assert!(cells.contains(&&Data::String("=B41".to_owned())), "{cells:?}");
}

/// The files of a figure's package, by name.
fn package_files(report: Report) -> BTreeMap<String, String> {
    let bytes = package(&lay_out(&of(report), Locale::Da)).unwrap();
    assert!(bytes == package(&lay_out(&of(report), Locale::Da)).unwrap(), "the same bytes each time");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let mut text = String::new();
        entry.read_to_string(&mut text).unwrap();
        files.insert(entry.name().unwrap().into_owned(), text);
    }
    files
}

#[test]
fn the_package_says_of_each_column_what_it_holds_and_has_each_number() {
    for report in Report::ALL {
        let mut files = package_files(*report);
        let about: serde_json::Value = serde_json::from_str(&files.remove("datapackage.json").unwrap()).unwrap();
        let laid = lay_out(&of(*report), Locale::Da);
        let tables: Vec<_> = laid.tables.iter().filter(|table| !table.rows.is_empty()).collect();
        let resources = about["resources"].as_array().unwrap();
        assert_eq!((files.len(), resources.len()), (tables.len(), tables.len()), "{}", report.name());
        for (table, resource) in tables.iter().zip(resources) {
            let text = &files[resource["path"].as_str().unwrap()];
            assert_eq!(resource["bytes"], text.len());
            let mut lines = text.split("\r\n");
            let header = lines.next().unwrap();
            let fields = resource["schema"]["fields"].as_array().unwrap();
            assert_eq!(fields.len(), table.columns.len());
            assert!(fields.iter().all(|field| header.contains(field["name"].as_str().unwrap())), "{header}");
            for row in &table.rows {
                let line = lines.next().unwrap();
                for cell in row.iter().filter_map(Cell::as_number) {
                    assert!(line.split(',').any(|one| one == cell.to_string()), "{}: {cell} in {line}", report.name());
                }
            }
        }
    }
}
