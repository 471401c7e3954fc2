//! What a proposed report says, kept beside its files when it is frozen: who decides reads what they lock, and nobody has a file of it before that.

use domain::access::Grant;
use domain::personal::Personal;
use render::document::{Document, Part};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::sealing::Cell;
use crate::{App, Cx, Error, Result};

/// The name it is kept under, beside the files and never one of them.
pub(super) const NAME: &str = "gennemsyn";

/// A part of a proposed report, as its files hold it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shown {
    /// A heading and its level, from 1 to 3.
    Heading(u8, String),
    /// A paragraph.
    Text(String),
    /// A smaller text.
    Note(String),
    /// A citizen's words; none where the reader may know nothing of the citizen.
    Quote(Option<String>),
    /// A picture, in words.
    Picture(String),
    /// A table.
    Table {
        /// Its title.
        title: String,
        /// The heading of each column, and whether it holds numbers.
        columns: Vec<(String, bool)>,
        /// How each cell reads.
        rows: Vec<Vec<String>>,
    },
}

impl From<&Part> for Shown {
    fn from(part: &Part) -> Self {
        match part {
            Part::Heading(level, text) => Self::Heading(*level, text.clone()),
            Part::Text(text) | Part::Bullet(text) => Self::Text(text.clone()),
            Part::Note(text) => Self::Note(text.clone()),
            Part::Quote(text, _) => Self::Quote(Some(text.clone())),
            Part::Picture { says, .. } => Self::Picture(says.clone()),
            Part::Table(table) => Self::Table {
                title: table.title.clone(),
                columns: table.columns.iter().map(|column| (column.heading.clone(), column.numeric)).collect(),
                rows: table.rows.iter().map(|row| row.iter().map(|cell| cell.text.clone()).collect()).collect(),
            },
        }
    }
}

/// Where it is sealed: at a place after those of the files.
pub(super) const fn cell(id: Uuid) -> Cell {
    Cell { table: "release_file", column: "body", row: id, version: 100 }
}

/// The document that the files are made of, to be kept.
pub(super) fn of(document: &Document) -> Result<Vec<u8>> {
    let parts: Vec<Shown> = document.parts.iter().map(Shown::from).collect();
    serde_json::to_vec(&parts).map_err(|_| crate::facts::impossible("preview"))
}

/// What a report says; none where that was not kept.
pub(super) async fn kept(
    app: &App,
    cx: &Cx,
    grant: &Grant,
    reader: &mut store::Reader,
    id: Uuid,
) -> Result<Option<Vec<Shown>>> {
    let Some(sealed) = reader.release_file(cx.programme_id, id, NAME).await? else { return Ok(None) };
    let (keys, subject) = crate::paper::programme_key(app, cx, grant).await?;
    let bytes = keys.open_bytes(subject, cell(id), &sealed)?.ok_or(Error::NotFound)?;
    serde_json::from_slice(&bytes).map(Some).map_err(|_| crate::facts::impossible("preview"))
}

/// Without the words of citizens of whom the reader may know nothing. Where some of them cannot be told any more, without all.
pub(super) fn without(mut says: Vec<Shown>, hidden: &[Option<Personal<String>>]) -> Vec<Shown> {
    let is_hidden = |quote: &String| hidden.iter().any(|one| one.as_ref().is_none_or(|words| words.reveal() == quote));
    for part in &mut says {
        if let Shown::Quote(quote) = part {
            *quote = quote.take().filter(|quote| !is_hidden(quote));
        }
    }
    says
}
