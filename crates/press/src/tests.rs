use std::io::Write as _;
use std::process::Command;

use render::Locale;
use render::table::{Cell, Column};

use super::*;

const PICTURE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 20\"><style>text{font:8px 'IBM Plex Sans'}</style>\
                       <rect width=\"40\" height=\"10\" fill=\"#125a66\"/><text x=\"2\" y=\"18\">november</text></svg>";

fn day() -> chrono::NaiveDate {
    "2015-11-23".parse().unwrap()
}

fn table() -> Table {
    Table {
        title: "Status".to_owned(),
        columns: vec![Column::words("Hvad"), Column::numbers("Antal")],
        rows: vec![vec!["Indskrevet".into(), Cell::number(16)], vec!["#emph[I afklaring]".into(), Cell::number(3)]],
    }
}

fn document() -> Document {
    let mut document = Document::new(Locale::Da, "Referat af styregruppens møde", day());
    document.heading(1, "Status").text("Første afsnit om ærø og blåbær.\nAndet afsnit.").note("Personer, ikke forløb.");
    document.table(&table()).picture(PICTURE, "En søjle på fyrre").bullet("Et").bullet("To");
    document.heading(3, "Beslutninger").quote("Jeg har fået min egen nøgle", "En borger");
    document
}

/// What a program makes of the PDF that it reads on its standard input.
fn piped(program: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let folder = std::env::temp_dir().join(format!("press-{}-{program}.pdf", std::process::id()));
    std::fs::File::create(&folder).unwrap().write_all(pdf).unwrap();
    let path = folder.to_str().unwrap();
    let arguments: Vec<&str> =
        arguments.iter().map(|argument| if *argument == "@" { path } else { argument }).collect();
    let done = Command::new(program).args(arguments).output().unwrap();
    std::fs::remove_file(&folder).unwrap();
    String::from_utf8_lossy(&done.stdout).into_owned()
}

#[test]
fn the_same_document_is_the_same_bytes_and_names_no_moment() {
    let pdf = super::pdf(&document()).unwrap();
    assert_eq!(pdf, super::pdf(&document()).unwrap());
    assert!(pdf.starts_with(b"%PDF-1.7"));
    let dated = piped("pdfinfo", &["-isodates", "@"], &pdf);
    assert!(dated.contains("CreationDate:    2015-11-23"), "dated by its own day: {dated}");
}

#[test]
fn what_a_document_says_is_text_and_never_markup() {
    let text = piped("pdftotext", &["-layout", "@", "-"], &super::pdf(&document()).unwrap());
    for words in [
        "#emph[I afklaring]",
        "Første afsnit om ærø og blåbær.",
        "Side 1 af 1",
        "Jeg har fået min egen nøgle",
        "En borger",
    ] {
        assert!(text.contains(words), "{words} is missing: {text}");
    }
}

#[test]
fn it_is_tagged_and_says_so() {
    let pdf = super::pdf(&document()).unwrap();
    let info = piped("pdfinfo", &["@"], &pdf);
    assert!(info.contains("Tagged:          yes") && info.contains("Referat af styregruppens møde"), "{info}");
    let tree = piped("pdfinfo", &["-struct-text", "@"], &pdf);
    for tag in ["H1", "H2", "Table", "TH", "TD", "Figure", "L ", "LI", "BlockQuote"] {
        assert!(tree.contains(tag), "{tag} is missing: {tree}");
    }
    let raw = String::from_utf8_lossy(&pdf).into_owned();
    assert!(raw.contains("pdfuaid:part") && raw.contains("pdfaid:part"), "the two standards are named");
}

#[test]
fn a_logo_stands_before_the_title_and_says_what_it_shows() {
    let logo = raster(PICTURE).unwrap();
    let under = Document::new(Locale::Da, "Referat", day()).under(Some((logo, "Kommunens logo".to_owned())));
    let pdf = super::pdf(&under).unwrap();
    let tree = piped("pdfinfo", &["-struct", "@"], &pdf);
    let at = |tag: &str| tree.find(tag).unwrap_or_else(|| panic!("{tag} is missing: {tree}"));
    assert!(at("Figure") < at("P (block)"), "{tree}");
    // The standard asks for words beside each picture; the typesetter refuses one without.
    let wordless = Document::new(Locale::Da, "Referat", day()).under(Some((raster(PICTURE).unwrap(), String::new())));
    assert!(super::pdf(&wordless).is_err());
}

#[test]
fn a_picture_that_is_none_is_refused_in_words_without_the_document() {
    let mut document = document();
    document.picture("no picture", "Hemmeligt");
    let refused = super::pdf(&document).unwrap_err().to_string();
    assert!(!refused.contains("Hemmeligt") && !refused.contains("nøgle"), "{refused}");
}

#[test]
fn two_hundred_rows_go_on_over_pages_with_their_header() {
    let mut document = Document::new(Locale::En, "List", day());
    let rows = (0..200).map(|row| vec![format!("Row {row}").into(), Cell::number(row)]).collect();
    document.table(&Table { rows, ..table() });
    let text = piped("pdftotext", &["-layout", "@", "-"], &super::pdf(&document).unwrap());
    assert!(text.matches("Hvad").count() > 3 && text.contains("Row 199"));
}

#[test]
fn the_words_keep_their_room_beside_many_numbers_with_long_headings() {
    let mut document = Document::new(Locale::Da, "Stjernen", day());
    let headings =
        ["n", "Mangler", "Median første", "Median seneste", "Frem", "Uændret", "Tilbage", "Flyttet til højere stadie"];
    let numbers = headings.map(Column::numbers);
    let columns = [Column::words("Område")].into_iter().chain(numbers).collect();
    let row = |name: &str| [name.into()].into_iter().chain((0..8).map(Cell::number)).collect();
    document.table(&Table { title: String::new(), columns, rows: vec![row("Fysisk helbred"), row("Netværk")] });
    let text = piped("pdftotext", &["-layout", "@", "-"], &super::pdf(&document).unwrap());
    assert!(text.contains("Fysisk helbred") && text.contains("Netværk"), "a name stands whole in its line: {text}");
}

#[test]
fn every_part_is_set() {
    let pdf = super::pdf(&document()).unwrap();
    let pages = piped("pdfinfo", &["@"], &pdf);
    assert!(pages.contains("Pages:           1") && pages.contains("A4"), "{pages}");
}
