//! Documents as PDF: tagged for who does not see them (PDF/UA-1), kept readable for ever (PDF/A-2a), and the same bytes for the same
//! document.
//!
//! The typesetter is given one template of our own and the document as data. It can open no file, load no package, and read no clock:
//! [`World`](typst::World) is answered from memory.
//!
//! ```ignore
//! let bytes = press::pdf(&document)?;      // takes its time: call it on a thread that may wait
//! ```

mod raster;

use std::sync::LazyLock;

use chrono::Datelike;
use render::document::{Document, Part, Printer};
use render::room::Room;
use render::table::{Cell, Table};
use render::words;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Array, Bytes, Datetime, Dict, Duration, IntoValue, Smart};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

pub use self::raster::raster;

/// The media type of what [`pdf`] makes.
pub const MEDIA: &str = "application/pdf";

/// Both, as who sets documents takes them.
pub const PRINTER: Printer = Printer {
    pdf: |document| pdf(document).map_err(|fault| fault.to_string()),
    raster: |svg| raster(svg).map_err(|fault| fault.to_string()),
};

/// The typesetter keeps what it computed for this many documents: the next of the same kind is quicker, and memory stays small.
const KEPT: usize = 10;

/// What went wrong while a document was set. It says nothing of what the document says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotPrinted(String);

impl std::fmt::Display for NotPrinted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the document could not be set: {}", self.0)
    }
}

impl std::error::Error for NotPrinted {}

/// The document as PDF.
///
/// # Errors
///
/// [`NotPrinted`]: a picture that is none, or a fault of the typesetter.
pub fn pdf(document: &Document) -> Result<Vec<u8>, NotPrinted> {
    let typeset = Typeset { library: LazyHash::new(Library::builder().with_inputs(data(document)).build()) };
    let set = typst::compile::<PagedDocument>(&typeset).output.map_err(|faults| not_printed(&faults));
    let written = set.and_then(|paged| {
        let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
            .map_err(|_| NotPrinted("the two standards of a document cannot be kept at once".to_owned()))?;
        let options =
            PdfOptions { creator: Smart::Custom(Some("Brobygger".to_owned())), standards, ..PdfOptions::default() };
        typst_pdf::pdf(&paged, &options).map_err(|faults| not_printed(&faults))
    });
    comemo::evict(KEPT);
    written
}

/// The typesetter's own words about the template, never the document's.
fn not_printed(faults: &[SourceDiagnostic]) -> NotPrinted {
    NotPrinted(faults.first().map_or_else(String::new, |fault| fault.message.to_string()))
}

/// The document as the template takes it.
fn data(document: &Document) -> Dict {
    let t = words(document.locale);
    let mut data = Dict::new();
    put(&mut data, "title", document.title.as_str());
    if let Some((logo, says)) = &document.logo {
        put(&mut data, "logo", Bytes::new(logo.png.clone()));
        put(&mut data, "logo-says", says.as_str());
        put(&mut data, "logo-width", f64::from(logo.width) * POINTS);
    }
    put(&mut data, "lang", document.locale.code());
    put(&mut data, "year", i64::from(document.day.year()));
    put(&mut data, "month", i64::from(document.day.month()));
    put(&mut data, "day", i64::from(document.day.day()));
    put(&mut data, "page", t.say("document-page"));
    put(&mut data, "of", t.say("document-of"));
    let mut parts: Vec<Dict> = Vec::with_capacity(document.parts.len());
    let mut lines = Array::new();
    for part in &document.parts {
        if let Part::Bullet(words) = part {
            lines.push(words.as_str().into_value());
            continue;
        }
        parts.extend(list(&mut lines));
        parts.push(part_data(part));
    }
    parts.extend(list(&mut lines));
    put(&mut data, "parts", parts.into_iter().map(IntoValue::into_value).collect::<Array>());
    data
}

/// The lines gathered so far, as one list.
fn list(lines: &mut Array) -> Option<Dict> {
    (!lines.is_empty()).then(|| {
        let mut data = of("list");
        put(&mut data, "lines", std::mem::take(lines));
        data
    })
}

fn part_data(part: &Part) -> Dict {
    let with = |kind, words: &String| {
        let mut data = of(kind);
        put(&mut data, "text", words.as_str());
        data
    };
    match part {
        Part::Heading(level, words) => {
            let mut data = with("heading", words);
            put(&mut data, "level", i64::from(*level));
            data
        }
        Part::Text(words) | Part::Bullet(words) => with("text", words),
        Part::Note(words) => with("note", words),
        Part::Quote(words, by) => {
            let mut data = with("quote", words);
            put(&mut data, "by", by.as_str());
            data
        }
        Part::Table(table) => table_data(table),
        Part::Picture { svg, says } => {
            let mut data = of("picture");
            put(&mut data, "svg", Bytes::from_string(svg.clone()));
            put(&mut data, "says", says.as_str());
            data
        }
    }
}

fn table_data(table: &Table) -> Dict {
    let mut data = of("table");
    put(&mut data, "title", table.title.as_str());
    let headings = table.columns.iter().map(|column| column.heading.as_str().into_value());
    put(&mut data, "headings", headings.collect::<Array>());
    put(&mut data, "numeric", table.columns.iter().map(|column| column.numeric.into_value()).collect::<Array>());
    let room = Room::of(table);
    put(&mut data, "size", SIZE * room.scale());
    let shares = room.shares.iter().map(|share| i64::try_from(*share).unwrap_or(1).into_value());
    put(&mut data, "widths", shares.collect::<Array>());
    let row = |row: &Vec<Cell>| row.iter().map(|cell| cell.text.as_str().into_value()).collect::<Array>().into_value();
    put(&mut data, "cells", table.rows.iter().map(row).collect::<Array>());
    data
}

/// Points to a CSS pixel.
const POINTS: f64 = 0.75;

/// The size of letters in points, as the template has it.
const SIZE: f64 = 10.5;

fn of(kind: &str) -> Dict {
    let mut data = Dict::new();
    put(&mut data, "kind", kind);
    data
}

fn put(data: &mut Dict, key: &str, value: impl IntoValue) {
    data.insert(key.into(), value.into_value());
}

/// What the typesetter may ask for: its library with the document in it, one template, three cuts of one typeface.
struct Typeset {
    library: LazyHash<Library>,
}

static TEMPLATE: LazyLock<Source> = LazyLock::new(|| Source::detached(include_str!("document.typ")));

/// Three cuts of one typeface.
const CUTS: [&[u8]; 3] = [
    include_bytes!("../fonts/IBMPlexSans-Regular.ttf"),
    include_bytes!("../fonts/IBMPlexSans-SemiBold.ttf"),
    include_bytes!("../fonts/IBMPlexSans-Italic.ttf"),
];

static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| CUTS.into_iter().flat_map(|cut| Font::iter(Bytes::new(cut))).collect());

static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

impl World for Typeset {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        TEMPLATE.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == TEMPLATE.id() { Ok(TEMPLATE.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests;
