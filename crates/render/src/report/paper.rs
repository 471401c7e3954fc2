//! A figure as a document: for a PDF, or for a word processor.

use chrono::NaiveDate;

use super::{Laid, picture};
use crate::document::Document;
use crate::table::Table;
use crate::{Locale, words};

/// The figure as a document of a day: what it is, its tables, what is counted by which rule, n and what is missing (R20).
pub fn document(laid: &Laid, locale: Locale, day: NaiveDate) -> Document {
    let mut document = Document::new(locale, &laid.title, day);
    document.text(&laid.asked);
    for table in &laid.tables {
        let heading = if table.title.is_empty() { &laid.title } else { &table.title };
        document.heading(1, heading);
        if table.rows.is_empty() {
            document.text("–");
        } else {
            document.table(&Table { title: String::new(), ..table.clone() });
            if let Some((svg, says)) = picture(laid, table, locale) {
                document.picture(&svg, &says);
            }
        }
    }
    document.heading(1, words(locale).say("xlsx-definition")).text(&laid.definition).note(&laid.basis);
    document
}
