//! A folder of CSV files is read however the spreadsheet program wrote it.

use std::fs;

use chrono::NaiveDate;
use domain::code::{ClosingReason, FollowUpReply, SafeContact};
use domain::reading::Answer;
use register::{ReadError, Register, Rules, Source};

use crate::registers::{at, places, team, whole};
use crate::rules::{AREAS, instruments, programme, read_telling};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// The register with one list's file replaced.
fn with_file(name: &str, bytes: &[u8]) -> Source {
    let Source::Folder(mut files) = team().folder() else { unreachable!() };
    files.retain(|(file, _)| !file.eq_ignore_ascii_case(name));
    files.push((name.to_owned(), bytes.to_vec()));
    Source::Folder(files)
}

fn contacts(bytes: &[u8]) -> Vec<(u32, Option<String>)> {
    let register = whole(&with_file("kontakter.csv", bytes));
    register.contacts.into_iter().map(|c| (c.row, c.text.map(domain::personal::Personal::into_revealed))).collect()
}

#[test]
fn every_value_of_a_row_becomes_what_it_means() {
    let register = whole(&team().folder());
    let citizen = &register.citizens[0];
    assert_eq!(citizen.cpr.as_ref().unwrap().reveal(), "0102851234");
    assert_eq!(citizen.birth_year, Some(1985));
    assert_eq!(citizen.safe_contact, [SafeContact::NoSms, SafeContact::NotAtHome]);
    assert_eq!(register.citizens[1].name, None);
    let course = &register.courses[0];
    assert_eq!(course.clarification_began_on, day(2015, 1, 5));
    assert_eq!((course.closed_on, course.closing_reason), (Some(day(2016, 1, 5)), Some(ClosingReason::Planned)));
    assert_eq!(register.courses[1].clarification_ended_on, Some(day(2015, 3, 1)));
    assert_eq!(register.replies[0].reply, FollowUpReply::Postponed);
    assert_eq!(register.steps[0].done_on, Some(day(2015, 2, 9)));
    assert_eq!(register.marks[1].area.as_deref(), Some("tryghed"));
    assert_eq!(register.rows["maalinger"], 5);
    assert!(format!("{register:?}").contains("•••") && !format!("{register:?}").contains("Signe"));
}

#[test]
fn the_rows_of_one_reading_are_one_reading_in_the_order_of_the_instrument() {
    let readings = whole(&team().folder()).readings;
    assert_eq!(readings.iter().map(|r| (r.id.as_str(), r.row)).collect::<Vec<_>>(), [("M1", 2), ("M2", 3), ("M3", 5)]);
    let star = &readings[0];
    assert_eq!(star.answers.0.len(), AREAS.len());
    assert_eq!(star.answers.0[0], Some(Answer::Value(10)));
    assert_eq!(star.answers.0[8], Some(Answer::NotRelevant));
    assert_eq!(star.answers.0[1], None);
    assert_eq!((star.notes[0].item, star.notes[0].text.reveal().as_str()), (0, "Egen lejlighed"));
    assert_eq!(readings[1].answers.packed(), "0,-,-,-,-");
    assert_eq!(readings[2].answers.0, [Some(Answer::Value(1))]);
    assert_eq!(readings[2].filled_by, None);
}

#[test]
fn the_separator_and_the_line_ends_make_no_difference() {
    let wanted = whole(&team().folder());
    for (separator, line_end) in [(",", "\n"), ("\t", "\r\n"), (";", "\r"), (",", "\r\n")] {
        assert_eq!(whole(&team().folder_with(separator, line_end)), wanted);
    }
}

#[test]
fn danish_letters_are_read_from_utf_8_and_from_windows_1252() {
    let text = "forloeb_id;dato;tekst\nF1;2015-02-03;Blåbærgrød – 5 €\n";
    let windows = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let marked = [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat();
    for bytes in [text.as_bytes(), &windows, &marked] {
        assert_eq!(contacts(bytes), [(2, Some("Blåbærgrød – 5 €".to_owned()))]);
    }
}

#[test]
fn quoted_cells_may_hold_separators_quotation_marks_and_line_breaks() {
    let text = "forloeb_id;dato;tekst\r\nF1;2015-02-03;\"a,b;c\td \"\"e\"\"\r\nf\"\r\nF1;2015-02-04;g\r\n";
    assert_eq!(contacts(text.as_bytes()), [(2, Some("a,b;c\td \"e\"\r\nf".to_owned())), (3, Some("g".to_owned()))]);
}

#[test]
fn headings_match_without_regard_to_case_space_and_danish_letters() {
    let text = " FORLØB_ID ;\u{a0}Dato\u{a0};Vores egen;tekst\nF1;2015-02-03;x;y\n";
    let register = whole(&with_file("Kontakter.CSV", text.as_bytes()));
    assert_eq!(register.contacts.len(), 1);
    assert_eq!(register.notes[0].to_string(), "kontakter: column \"vores egen\" is not known and was left out");
}

#[test]
fn empty_rows_are_skipped_and_still_counted_where_others_follow() {
    let text = "forloeb_id;dato;tekst\n\nF1;2015-02-03;a\n;;\n \u{a0};;\nF1;2015-02-04;b\n;;\n\n";
    assert_eq!(contacts(text.as_bytes()), [(3, Some("a".to_owned())), (6, Some("b".to_owned()))]);
    let register = whole(&with_file("kontakter.csv", text.as_bytes()));
    assert_eq!(register.notes[0].to_string(), "kontakter: 3 empty rows were skipped");
    assert_eq!(register.rows["kontakter"], 2);
}

#[test]
fn a_title_may_stand_above_the_headings_and_rows_keep_their_numbers() {
    let text = "Kontakter 2015;;\n\nforloeb_id;dato;tekst\nF1;2015-02-03;a\n";
    assert_eq!(contacts(text.as_bytes()), [(4, Some("a".to_owned()))]);
    let wrong = text.replace("F1", "F9");
    assert_eq!(places(&with_file("kontakter.csv", wrong.as_bytes())), [at("kontakter", 4, "forloeb_id")]);
}

#[test]
fn a_row_wider_than_the_headings_is_told_and_an_open_quotation_mark_too() {
    let text = "forloeb_id;dato;tekst\nF1;2015-02-03;a;b\n";
    assert_eq!(places(&with_file("kontakter.csv", text.as_bytes())), [at("kontakter", 2, "forloeb_id")]);
    let text = "forloeb_id;dato;tekst\nF1;i går;a\nF1;2015-02-03;\"a\nF1;2015-02-03;b\n";
    let found = places(&with_file("kontakter.csv", text.as_bytes()));
    assert_eq!(found, [at("kontakter", 2, "dato"), at("kontakter", 3, "forloeb_id")]);
    let text = "forloeb_id;borger_id;afklaring_start\nF1;B1;2015-02-03\n\"F2;B1\n";
    assert_eq!(places(&with_file("forloeb.csv", text.as_bytes())), [at("forloeb", 3, "forloeb_id")]);
}

#[test]
fn an_empty_file_is_told_and_one_with_headings_only_is_right() {
    assert_eq!(places(&with_file("kontakter.csv", b"")), [at("kontakter", 1, "forloeb_id")]);
    assert_eq!(places(&with_file("kontakter.csv", b"\r\n;;\r\n")), [at("kontakter", 1, "forloeb_id")]);
    assert!(contacts(b"forloeb_id;dato\n").is_empty());
}

#[test]
fn long_texts_emoji_direction_marks_and_nul_bytes_are_no_trouble() {
    let long = "å".repeat(100_000);
    let text = format!(
        "forloeb_id;dato;tekst\nF1;2015-02-03;{long}\n\u{200e}F1;\u{200f}2015-02-03;👩‍👧 \u{202b}שלום\u{202c} a\0b\n"
    );
    let found = contacts(text.as_bytes());
    assert_eq!(found[0].1.as_ref().map(|text| text.chars().count()), Some(100_000));
    assert_eq!(found[1].1.as_deref(), Some("👩‍👧 \u{202b}שלום\u{202c} ab"));
}

#[test]
fn an_english_register_is_the_same_register() {
    let files = [
        (
            "citizens",
            "citizen_id,alias,name,cpr,gender,birth_year,phone,protected_address,safe_contact\nB1,,,,kvinde,1985,,yes,ingen_sms\n",
        ),
        (
            "enquiries",
            "enquiry_id,date,channel,referrer,citizen_id,wants_course,research_consent,referred_to,note\nH1,2015-01-02,selv,,B1,yes,no,,\n",
        ),
        (
            "courses",
            "course_id,citizen_id,clarification_start,clarification_end,clarification_reason,closed,closing_reason,worker\nF1,B1,2015-01-05,,,2015-02-01,moved away,mette\n",
        ),
        (
            "readings",
            "reading_id,course_id,instrument,date,item,answer,filled_by,note\nM1,F1,who-5,2015-01-06,1,5,borger,\n",
        ),
        ("goals", "goal_id,course_id,created,area,text,status,status_date\nG1,F1,2015-01-06,bolig,,aktiv,\n"),
        ("contacts", "course_id,date,type,place,with,minutes,text\nF1,2015-01-06,moede,ude,borger,5,\n"),
        ("referrals", "course_id,date,partner,area,consent,status,status_date\nF1,2015-01-06,Reden,bolig,yes,sendt,\n"),
        ("workers", "user_name,name,from,to\nmette,,2013-01-01,\n"),
        ("steps", "course_id,created,text,date,who,done\nF1,2015-01-06,x,,borger,\n"),
        ("marks", "course_id,date,type,phase,area,note\nF1,2015-01-06,afbrydelse,,,\n"),
        ("replies", "course_id,due,date,answer,note\nF1,2015-03-06,2015-03-06,afslaaet,\n"),
    ];
    let source = |files: &[(&str, &str)]| {
        Source::Folder(files.iter().map(|(name, text)| (format!("{name}.csv"), text.as_bytes().to_vec())).collect())
    };
    let register = whole(&source(&files));
    assert!(register.notes.is_empty(), "{:?}", register.notes);
    assert_eq!(register.rows.len(), 11);
    assert_eq!(register.courses[0].closing_reason, Some(ClosingReason::MovedAway));
    assert_eq!(register.citizens[0].protected_address, Some(true));
    let mut missing = files;
    missing[5].1 = "course_id,type\nF1,moede\n";
    assert_eq!(places(&source(&missing)), [at("contacts", 1, "date")]);
}

#[test]
fn progress_is_told_list_by_list() {
    let rows = "F1;2015-02-03;a\n".repeat(12_000);
    let source = with_file("kontakter.csv", format!("forloeb_id;dato;tekst\n{rows}").as_bytes());
    let mut told = Vec::new();
    read_telling(&source, &mut |progress| told.push((progress.list, progress.rows))).unwrap();
    let contacts: Vec<_> = told.iter().filter(|(list, _)| *list == "kontakter").map(|(_, rows)| *rows).collect();
    assert_eq!(contacts, [5_000, 10_000, 12_000]);
    assert_eq!(told.last().map(|(list, _)| *list), Some("opfoelgninger"));
}

fn read_path(path: &std::path::Path) -> Result<Register, ReadError> {
    Register::read(path, &Rules { programme: &programme(), instruments: &instruments() }, &mut |_| {})
}

#[test]
fn a_path_may_be_a_folder_of_files_a_workbook_or_a_folder_with_one_workbook() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(read_path(&folder.path().join("none")), Err(ReadError::Io(_))));
    assert!(matches!(read_path(folder.path()), Err(ReadError::EmptyFolder)));
    let book = folder.path().join("Register.XLSX");
    team().workbook().save(&book).unwrap();
    fs::write(folder.path().join("~$Register.xlsx"), b"open in Excel").unwrap();
    let wanted = whole(&team().folder());
    for path in [&book, folder.path()] {
        assert_eq!(read_path(path).unwrap().readings, wanted.readings);
    }
    fs::write(folder.path().join("borgere.csv"), b"borger_id\n").unwrap();
    assert!(matches!(read_path(folder.path()), Err(ReadError::SeveralRegisters)));
    assert!(matches!(read_path(&folder.path().join("borgere.csv")), Err(ReadError::NotARegister)));
    fs::remove_file(book).unwrap();
    let Source::Folder(files) = team().folder() else { unreachable!() };
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    fs::write(folder.path().join("andet.csv"), b"a;b\n").unwrap();
    let register = read_path(folder.path()).unwrap();
    assert_eq!(register.rows, wanted.rows);
    assert_eq!(register.notes[0].to_string(), "andet: is none of the register's lists and was left out");
}
