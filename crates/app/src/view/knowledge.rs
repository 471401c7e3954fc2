//! *Viden*: notes by topic, where each was shared, and what is to be anchored.

use chrono::NaiveDate;
use domain::knowledge::heed::Kind;
use domain::knowledge::{Anchoring, Note, Sharing};
use domain::personal::Personal;

use crate::paper::Kept;

/// The knowledge of a programme.
#[derive(Clone, Debug)]
pub struct KnowledgePage {
    /// The day it stands for.
    pub today: NaiveDate,
    /// The topics by name, each with its notes.
    pub topics: Vec<(String, Vec<NoteLine>)>,
    /// Notes that have ended.
    pub ended: Vec<NoteLine>,
    /// What is to be anchored, the first due first.
    pub anchoring: Vec<Kept<Anchoring>>,
    /// Whether the reader writes notes.
    pub may_write: bool,
    /// Whether the reader keeps the anchoring plan.
    pub may_keep: bool,
}

/// A note with what is known of it.
#[derive(Clone, Debug)]
pub struct NoteLine {
    /// The note.
    pub kept: Kept<Note>,
    /// Who wrote it.
    pub author: Personal<String>,
    /// Who read it through; empty where nobody has.
    pub reviewer: Personal<String>,
    /// Whether the reader may read it through: it is not, and the reader is not its author.
    pub may_review: bool,
    /// Where it was shared, the latest first.
    pub shared: Vec<Kept<Sharing>>,
    /// What of it is to be anchored.
    pub anchoring: Vec<Kept<Anchoring>>,
}

/// A passage that the author is warned of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heeded {
    /// What it is.
    pub kind: Kind,
    /// The field it stands in.
    pub field: &'static str,
    /// What stands before it, itself, and what comes after.
    pub passage: Personal<(String, String, String)>,
}
