//! A document in reading order, before anybody decides whether it becomes a PDF or a word processor's file.
//!
//! ```ignore
//! let mut document = Document::new(Locale::Da, "Referat", day);
//! document.heading(1, "Status").text("Vi talte om tallene.").table(&table);
//! ```

use chrono::NaiveDate;

use crate::Locale;
use crate::table::Table;

/// One part of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A heading below the title, from 1 to 3.
    Heading(u8, String),
    /// A paragraph.
    Text(String),
    /// A smaller text, such as what a figure counts.
    Note(String),
    /// Somebody's own words, and whose they are said to be.
    Quote(String, String),
    /// A line of a list.
    Bullet(String),
    /// A table with its header row.
    Table(Table),
    /// A picture, and what it shows in words.
    Picture {
        /// The picture, as a file of its own.
        svg: String,
        /// What it shows, for who does not see it.
        says: String,
    },
}

/// A picture as points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raster {
    /// Its file.
    pub png: Vec<u8>,
    /// How wide it is shown at most, in CSS pixels (1/96 inch); it holds more points than that.
    pub width: u32,
    /// How high it is shown then.
    pub height: u32,
}

/// What sets documents, where the program was built with it. It takes its time, so it is called where that may be; what it could not, it says in words
/// that hold nothing of the document.
#[derive(Clone, Copy, Debug)]
pub struct Printer {
    /// A document as PDF.
    pub pdf: fn(&Document) -> Result<Vec<u8>, String>,
    /// A picture, given as a file of its own (SVG), as points.
    pub raster: fn(&str) -> Result<Raster, String>,
}

/// A document being put together.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The language it is written in.
    pub locale: Locale,
    /// Its title.
    pub title: String,
    /// The logo that it begins with, and what that shows in words.
    pub logo: Option<(Raster, String)>,
    /// The day it is of. Files are dated by it, and never by the moment they were made.
    pub day: NaiveDate,
    /// Its parts, in reading order.
    pub parts: Vec<Part>,
}

impl Document {
    /// An empty document with its title, as of a day.
    pub fn new(locale: Locale, title: &str, day: NaiveDate) -> Self {
        Self { locale, title: title.to_owned(), logo: None, day, parts: Vec::new() }
    }

    /// It as plain text, for a terminal and where no PDF can be made.
    pub fn plain(&self) -> String {
        let mut out = format!("{}\n", self.title);
        for part in &self.parts {
            match part {
                Part::Heading(_, words) => out.push_str(&format!("\n{words}\n\n")),
                Part::Text(words) | Part::Note(words) | Part::Quote(words, _) => out.push_str(&format!("{words}\n")),
                Part::Bullet(words) => out.push_str(&format!("- {words}\n")),
                Part::Table(table) => out.push_str(&format!("\n{}\n", table.text())),
                Part::Picture { says, .. } => out.push_str(&format!("{says}\n")),
            }
        }
        out
    }

    /// With a logo before the title, where there is one.
    #[must_use]
    pub fn under(mut self, logo: Option<(Raster, String)>) -> Self {
        self.logo = logo;
        self
    }

    /// A heading below the title; 1 is the highest. One that skips a level is raised to the next.
    pub fn heading(&mut self, level: usize, text: &str) -> &mut Self {
        let above = self.parts.iter().rev().find_map(|part| match part {
            Part::Heading(level, _) => Some(*level),
            _ => None,
        });
        let level = u8::try_from(level).unwrap_or(3).clamp(1, above.unwrap_or(0).saturating_add(1).min(3));
        self.parts.push(Part::Heading(level, text.to_owned()));
        self
    }

    /// A text; a line break begins a new paragraph. An empty one is left out.
    pub fn text(&mut self, text: &str) -> &mut Self {
        let lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty());
        self.parts.extend(lines.map(|line| Part::Text(line.to_owned())));
        self
    }

    /// A smaller text, such as what a figure counts.
    pub fn note(&mut self, text: &str) -> &mut Self {
        if !text.is_empty() {
            self.parts.push(Part::Note(text.to_owned()));
        }
        self
    }

    /// Somebody's own words, and whose they are said to be.
    pub fn quote(&mut self, text: &str, by: &str) -> &mut Self {
        self.parts.push(Part::Quote(text.to_owned(), by.to_owned()));
        self
    }

    /// A line of a list.
    pub fn bullet(&mut self, text: &str) -> &mut Self {
        self.parts.push(Part::Bullet(text.to_owned()));
        self
    }

    /// A table with its header row.
    pub fn table(&mut self, table: &Table) -> &mut Self {
        self.parts.push(Part::Table(table.clone()));
        self
    }

    /// A picture as [`crate::svg::alone`] makes it, and what it shows in words.
    pub fn picture(&mut self, svg: &str, says: &str) -> &mut Self {
        self.parts.push(Part::Picture { svg: svg.to_owned(), says: says.to_owned() });
        self
    }
}
