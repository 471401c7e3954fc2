//! A page of papers, put together from sections: shown on screen, on paper and as a document from the same.

use chrono::NaiveDate;
use render::document::Document;
use render::table::{Column, Table};
use render::{Locale, Words, day, words};

use crate::Site;
use crate::part::{Done, Mark, Picture};

/// A link with its symbol.
pub(in crate::pages) struct Link {
    pub(in crate::pages) href: String,
    pub(in crate::pages) text: String,
    pub(in crate::pages) icon: &'static str,
    /// What a screen reader hears after the words, where several links say the same.
    pub(in crate::pages) of: String,
    pub(in crate::pages) is_file: bool,
}

impl Link {
    pub(in crate::pages) fn new(href: impl Into<String>, text: &str, icon: &'static str) -> Self {
        Self { href: href.into(), text: text.to_owned(), icon, of: String::new(), is_file: false }
    }

    pub(in crate::pages) fn of(mut self, what: &str) -> Self {
        self.of = what.to_owned();
        self
    }

    /// A file to be fetched.
    pub(in crate::pages) const fn file(mut self) -> Self {
        self.is_file = true;
        self
    }
}

/// Something that one press does.
pub(in crate::pages) struct Press {
    pub(in crate::pages) action: String,
    pub(in crate::pages) text: String,
    pub(in crate::pages) key: String,
    pub(in crate::pages) version: i64,
    pub(in crate::pages) is_first: bool,
}

/// What stands in a cell.
#[derive(Default)]
pub(in crate::pages) struct Cell {
    pub(in crate::pages) text: String,
    pub(in crate::pages) href: Option<String>,
    /// Whether the link leads to a file.
    pub(in crate::pages) is_file: bool,
    pub(in crate::pages) mark: Option<Mark>,
    pub(in crate::pages) subs: Vec<String>,
}

impl Cell {
    pub(in crate::pages) fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    pub(in crate::pages) fn mark(mark: Mark) -> Self {
        Self { mark: Some(mark), ..Self::default() }
    }

    /// With a link, where the reader may go there.
    pub(in crate::pages) fn to(mut self, href: Option<String>) -> Self {
        self.href = href;
        self
    }

    /// With a link to a file.
    pub(in crate::pages) fn file(mut self, href: String) -> Self {
        self.is_file = true;
        self.to(Some(href))
    }

    /// With a line below; an empty one is left out.
    pub(in crate::pages) fn sub(mut self, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.trim().is_empty() {
            self.subs.push(text);
        }
        self
    }

    /// With a mark.
    pub(in crate::pages) fn marked(mut self, mark: Option<Mark>) -> Self {
        self.mark = mark;
        self
    }

    /// Everything in it, as a document writes it.
    fn plain(&self) -> String {
        let mark = self.mark.as_ref().map(|mark| mark.text.clone());
        let parts = [self.text.clone()].into_iter().chain(mark).chain(self.subs.iter().cloned());
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// Rows under headings; the first cell of a row names it.
pub(in crate::pages) struct Grid {
    pub(in crate::pages) caption: String,
    pub(in crate::pages) columns: Vec<(String, bool)>,
    pub(in crate::pages) rows: Vec<Vec<Cell>>,
}

impl Grid {
    /// A table of words.
    pub(in crate::pages) fn new(caption: &str, columns: &[&str], rows: Vec<Vec<Cell>>) -> Self {
        let columns = columns.iter().map(|heading| ((*heading).to_owned(), false)).collect();
        Self { caption: caption.to_owned(), columns, rows }
    }

    /// Whether it is names with a number each: that has room beside one another on a phone, too.
    pub(in crate::pages) fn is_pair(&self) -> bool {
        matches!(self.columns.as_slice(), [(_, false), (_, true)])
    }

    /// With numbers in its last column.
    pub(in crate::pages) fn counted(mut self) -> Self {
        if let Some(last) = self.columns.last_mut() {
            last.1 = true;
        }
        self
    }

    /// Whether it counts: a narrow table, so that a number stands near what it counts.
    pub(in crate::pages) fn is_counted(&self) -> bool {
        self.columns.iter().any(|(_, is_number)| *is_number)
    }

    /// The cells of a row, each with the heading of its column and whether it is a number; the first is the row's name.
    pub(in crate::pages) fn cells<'a>(&'a self, row: &'a [Cell]) -> Vec<Placed<'a>> {
        let placed = row.iter().zip(&self.columns).enumerate();
        placed
            .map(|(at, (cell, (heading, is_number)))| Placed {
                is_first: at == 0,
                heading,
                is_number: *is_number,
                cell,
            })
            .collect()
    }

    fn table(&self) -> Table {
        let column = |(heading, numeric): &(String, bool)| Column { heading: heading.clone(), numeric: *numeric };
        Table {
            title: String::new(),
            columns: self.columns.iter().map(column).collect(),
            rows: self.rows.iter().map(|row| row.iter().map(|cell| cell.plain().into()).collect()).collect(),
        }
    }
}

/// A cell in its column.
pub(in crate::pages) struct Placed<'a> {
    pub(in crate::pages) is_first: bool,
    pub(in crate::pages) heading: &'a str,
    pub(in crate::pages) is_number: bool,
    pub(in crate::pages) cell: &'a Cell,
}

/// A part of a page.
#[derive(Default)]
pub(in crate::pages) struct Section {
    pub(in crate::pages) id: String,
    pub(in crate::pages) heading: String,
    pub(in crate::pages) marks: Vec<Mark>,
    /// Paragraphs, as people wrote them.
    pub(in crate::pages) texts: Vec<String>,
    /// Smaller words of ours, such as what a figure counts.
    pub(in crate::pages) notes: Vec<String>,
    /// A time plan drawn.
    pub(in crate::pages) plan: Option<Picture>,
    /// The same as a file of its own, for a document.
    pub(in crate::pages) drawn: Option<String>,
    pub(in crate::pages) grid: Option<Grid>,
    /// What was said about it, below all else.
    pub(in crate::pages) minutes: String,
    /// What stands where there is nothing.
    pub(in crate::pages) empty: String,
    pub(in crate::pages) links: Vec<Link>,
    /// Whether it belongs below the one before: smaller heading in a document.
    pub(in crate::pages) is_below: bool,
}

impl Section {
    pub(in crate::pages) fn new(id: impl Into<String>, heading: &str) -> Self {
        Self { id: id.into(), heading: heading.to_owned(), ..Self::default() }
    }

    /// With rows, or with the words for when there are none.
    pub(in crate::pages) fn rows(mut self, grid: Grid, empty: &str) -> Self {
        if grid.rows.is_empty() {
            empty.clone_into(&mut self.empty);
        } else {
            self.grid = Some(grid);
        }
        self
    }

    /// With a paragraph; an empty one is left out.
    pub(in crate::pages) fn said(mut self, text: &str) -> Self {
        if !text.trim().is_empty() {
            self.texts.push(text.to_owned());
        }
        self
    }

    /// With smaller words.
    pub(in crate::pages) fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(text.into());
        self
    }

    pub(in crate::pages) fn link(mut self, link: Link) -> Self {
        self.links.push(link);
        self
    }

    pub(in crate::pages) const fn below(mut self) -> Self {
        self.is_below = true;
        self
    }
}

/// A page of papers.
#[derive(Default)]
pub(in crate::pages) struct Laid {
    pub(in crate::pages) title: String,
    pub(in crate::pages) lead: String,
    /// What to know before one presses something, on screen only.
    pub(in crate::pages) note: String,
    /// Where it belongs: address and words.
    pub(in crate::pages) crumb: Option<(String, String)>,
    pub(in crate::pages) marks: Vec<Mark>,
    pub(in crate::pages) links: Vec<Link>,
    pub(in crate::pages) presses: Vec<Press>,
    pub(in crate::pages) sections: Vec<Section>,
    pub(in crate::pages) done: Option<Done>,
}

impl Laid {
    /// The page as a document, of the day it is of.
    pub(in crate::pages) fn document(&self, locale: Locale, day: NaiveDate) -> Document {
        let mut document = Document::new(locale, &self.title, day);
        document.text(&self.lead);
        for mark in &self.marks {
            document.text(&mark.text);
        }
        for section in &self.sections {
            document.heading(if section.is_below { 2 } else { 1 }, &section.heading);
            for mark in &section.marks {
                document.text(&mark.text);
            }
            for text in &section.texts {
                document.text(text);
            }
            if let Some(drawn) = &section.drawn {
                document.picture(drawn, &self.title);
            }
            if let Some(grid) = &section.grid {
                document.table(&grid.table());
            }
            document.text(&section.empty);
            for note in &section.notes {
                document.note(note);
            }
            if !section.minutes.is_empty() {
                document.heading(2, words(locale).say("meeting-minutes")).text(&section.minutes);
            }
        }
        document
    }

    /// With a link to the PDF of it, in a program that makes any.
    pub(in crate::pages) fn offers_pdf(&mut self, site: &Site, t: &Words, href: &str) {
        if site.printer.is_some() {
            self.links.push(Link::new(href, t.say("document-pdf"), "download").file());
        }
    }
}

/// A state in words with its symbol.
pub(in crate::pages) fn mark(look: &'static str, icon: &'static str, text: impl Into<String>) -> Mark {
    Mark { look, icon, text: text.into() }
}

/// From when to when, briefly; an open end stays open.
pub(in crate::pages) fn span(t: &Words, from: NaiveDate, to: Option<NaiveDate>) -> String {
    match to {
        Some(to) => format!("{}–{}", day::numeric(t, from), day::numeric(t, to)),
        None => day::numeric(t, from),
    }
}

/// From when on, or from when to when.
pub(in crate::pages) fn held(t: &Words, from: NaiveDate, to: Option<NaiveDate>) -> String {
    match to {
        Some(_) => span(t, from, to),
        None => t.say_of("effort-from", "day", &day::numeric(t, from)),
    }
}
