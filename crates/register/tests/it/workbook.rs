//! A workbook is read as Excel keeps it: date cells, numbers, formulas, titles; and refused in words where it cannot be.

use chrono::NaiveDate;
use register::{ReadError, Register, Source};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use crate::registers::{at, places, team, whole};
use crate::rules::read;

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

fn saved(mut book: Workbook) -> Source {
    Source::Workbook(book.save_to_buffer().unwrap())
}

#[test]
fn a_workbook_says_the_same_as_its_files() {
    let (book, files) = (whole(&saved(team().workbook())), whole(&team().folder()));
    assert_eq!(book, files);
}

#[test]
fn a_date_cell_is_its_day() {
    let mut book = team().workbook();
    let date = Format::new().set_num_format("dd-mm-yyyy");
    let sheet = book.worksheet_from_name("forloeb").unwrap();
    let moment = ExcelDateTime::from_ymd(2015, 1, 5).unwrap().and_hms(13, 30, 0).unwrap();
    sheet.write_with_format(1, 2, &moment, &date).unwrap();
    assert_eq!(whole(&saved(book)).courses[0].clarification_began_on, day(2015, 1, 5).unwrap());
}

/// Changes one part of a workbook.
fn edited(book: Workbook, part: &str, edit: impl Fn(String) -> String) -> Source {
    use std::io::{Cursor, Read, Write};
    let Source::Workbook(bytes) = saved(book) else { unreachable!() };
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..old.len() {
        let mut file = old.by_index(place).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        new.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        new.write_all(if name == part { edit(text) } else { text }.as_bytes()).unwrap();
    }
    Source::Workbook(new.finish().unwrap().into_inner())
}

#[test]
fn a_workbook_that_counts_from_1904_is_read_so() {
    let mut book = team().workbook();
    let date = Format::new().set_num_format("dd-mm-yyyy");
    let moment = ExcelDateTime::from_ymd(2015, 1, 5).unwrap();
    book.worksheet_from_name("forloeb").unwrap().write_with_format(1, 2, &moment, &date).unwrap();
    let source = edited(book, "xl/workbook.xml", |text| text.replace("<workbookPr ", "<workbookPr date1904=\"1\" "));
    // The same number is a day 1,462 days later; F1's readings come before it now.
    let found = places(&source);
    assert!(found.contains(&at("maalinger", 2, "dato")), "{found:?}");
}

#[test]
fn numbers_and_texts_stand_for_each_other() {
    let mut book = team().with("borgere", 3, "borger_id", "12").with("forloeb", 3, "borger_id", "x").workbook();
    let citizens = book.worksheet_from_name("borgere").unwrap();
    citizens.write(2, 0, 12.0).unwrap();
    citizens.write(2, 3, 102_851_234.0).unwrap();
    citizens.write(2, 6, 20_304_050).unwrap();
    citizens.write(2, 5, 1985).unwrap();
    book.worksheet_from_name("forloeb").unwrap().write(2, 1, " 12\u{a0}").unwrap();
    book.worksheet_from_name("borgere").unwrap().write(2, 7, true).unwrap();
    let register = whole(&saved(book));
    let citizen = &register.citizens[1];
    assert_eq!((citizen.id.as_str(), register.courses[1].citizen.as_str()), ("12", "12"));
    assert_eq!(citizen.cpr.as_ref().unwrap().reveal(), "0102851234");
    assert_eq!(citizen.phone.as_ref().unwrap().reveal(), "20304050");
    assert_eq!((citizen.birth_year, citizen.protected_address), (Some(1985), Some(true)));
}

#[test]
fn a_formula_is_what_it_last_showed_and_an_error_in_it_is_told() {
    let mut book = team().workbook();
    let sheet = book.worksheet_from_name("kontakter").unwrap();
    sheet.write(1, 5, Formula::new("=40+5").set_result("45")).unwrap();
    assert_eq!(whole(&saved(book)).contacts[0].minutes, Some(45));
    let source = edited(team().workbook(), "xl/worksheets/sheet6.xml", |text| {
        let at = text.find("<c r=\"F2\"").unwrap();
        let end = at + text[at..].find("</c>").unwrap();
        format!("{}<c r=\"F2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v>{}", &text[..at], &text[end..])
    });
    assert_eq!(places(&source), [at("kontakter", 2, "minutter")]);
}

#[test]
fn a_merged_title_empty_rows_and_stray_cells_move_no_row() {
    let mut book = team().without("kontakter").workbook();
    let sheet = book.add_worksheet().set_name("Kontakter ").unwrap();
    sheet.merge_range(0, 0, 0, 3, "Kontakter 2015", &Format::new().set_bold()).unwrap();
    for (column, heading) in [(1, "Forløb_ID"), (2, " dato"), (4, "minutter"), (5, "vores egen")] {
        sheet.write(3, column, heading).unwrap();
    }
    for (row, minutes) in [(4, "30"), (7, "en time")] {
        sheet.write(row, 1, "F1").unwrap();
        sheet.write(row, 2, "2015-02-03").unwrap();
        sheet.write(row, 4, minutes).unwrap();
    }
    sheet.write(4, 9, "husk").unwrap();
    sheet.write_blank(20, 1, &Format::new().set_bold()).unwrap();
    sheet.write(21, 1, "  ").unwrap();
    assert_eq!(places(&saved_again(&mut book)), [at("kontakter", 8, "minutter")]);
    book.worksheet_from_name("Kontakter ").unwrap().write(7, 4, "60").unwrap();
    let register = whole(&saved_again(&mut book));
    assert_eq!(register.contacts.iter().map(|contact| contact.row).collect::<Vec<_>>(), [5, 8]);
    let notes: Vec<_> = register.notes.iter().map(ToString::to_string).collect();
    assert_eq!(
        notes,
        [
            "kontakter: 1 rows above the headings were skipped",
            "kontakter: column \"vores egen\" is not known and was left out",
            "kontakter: column J has no heading and was left out",
            "kontakter: 2 empty rows were skipped",
        ]
    );
}

fn saved_again(book: &mut Workbook) -> Source {
    Source::Workbook(book.save_to_buffer().unwrap())
}

fn refused(bytes: &[u8]) -> Result<Register, ReadError> {
    read(&Source::Workbook(bytes.to_vec()))
}

#[test]
fn a_locked_an_old_and_a_damaged_workbook_are_told_apart() {
    let container = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(matches!(refused(&[&container[..], &[0; 600], &name].concat()), Err(ReadError::PasswordProtected)));
    assert!(matches!(refused(&[&container[..], &[0; 600]].concat()), Err(ReadError::OldWorkbook)));
    for bytes in [&b""[..], b"PK\x03\x04", b"borger_id;navn\n", b"<html></html>"] {
        assert!(matches!(refused(bytes), Err(ReadError::BrokenWorkbook)));
    }
}

#[test]
fn a_workbook_that_would_fill_the_memory_is_refused() {
    let claims = edited(team().workbook(), "xl/sharedStrings.xml", |text| {
        let at = text.find("uniqueCount=\"").unwrap() + 13;
        let end = at + text[at..].find('"').unwrap();
        format!("{}99999999999{}", &text[..at], &text[end..])
    });
    assert!(matches!(read(&claims), Err(ReadError::BrokenWorkbook)));
    let spaces = edited(team().workbook(), "xl/sharedStrings.xml", |text| text + &" ".repeat(300 << 20));
    let Source::Workbook(bytes) = &spaces else { unreachable!() };
    assert!(bytes.len() < 1 << 20);
    assert!(matches!(read(&spaces), Err(ReadError::TooLarge)));
}

#[test]
fn a_cell_in_the_last_corner_of_a_sheet_costs_nothing() {
    let mut book = team().workbook();
    book.worksheet_from_name("kontakter").unwrap().write(1_048_575, 16_383, "x").unwrap();
    whole(&saved(book));
}

#[test]
fn a_cell_with_an_impossible_place_or_rows_out_of_order_are_a_damaged_workbook() {
    for place in ["A99999999999", "AAAAAAAAAAAA2", "A1", "2"] {
        let source = edited(team().workbook(), "xl/worksheets/sheet6.xml", |text| {
            text.replace("<c r=\"A2\"", &format!("<c r=\"{place}\""))
        });
        // Built without overflow checks, the foreign parser takes a number too great for another place: never for a right one.
        assert!(matches!(read(&source), Err(ReadError::BrokenWorkbook | ReadError::Faults(_))), "{place}");
    }
}
