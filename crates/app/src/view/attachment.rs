//! *Filer*: the files about a citizen.

use chrono::NaiveDate;
use domain::attachment::Media;
use domain::id::AttachmentId;
use domain::personal::Personal;

use super::About;

/// The page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentPage {
    /// Whom it is about.
    pub about: About,
    /// The files, the latest first.
    pub files: Vec<Filed>,
}

/// A file in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filed {
    /// The fact.
    pub id: AttachmentId,
    /// Its version.
    pub version: i64,
    /// The day it was added.
    pub on: NaiveDate,
    /// Its kind.
    pub media: Media,
    /// How many bytes it has.
    pub bytes: u64,
    /// What the team calls it.
    pub name: Personal<String>,
}

/// A file, opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedFile {
    /// Its kind.
    pub media: Media,
    /// Its bytes.
    pub body: Personal<Vec<u8>>,
}
