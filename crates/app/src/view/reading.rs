//! *Måling*: one reading, with what it said before it was corrected.

use chrono::{NaiveDate, NaiveDateTime};
use domain::code::FilledBy;
use domain::enrolment::change::Change;
use domain::filling::Filling;
use domain::id::{CitizenId, ReadingId};
use domain::instrument::Instrument;
use domain::personal::Personal;
use domain::reading::Answers;

use super::filling::Notes;

/// One reading with its versions.
#[derive(Clone, Debug)]
pub struct ReadingPage {
    /// Whose.
    pub citizen: CitizenId,
    /// The alias, else initials.
    pub name: Personal<String>,
    /// The day of the page.
    pub day: NaiveDate,
    /// The reading.
    pub id: ReadingId,
    /// The instrument.
    pub instrument: Instrument,
    /// Whether the reading was made with another version of the instrument: its answers cannot be named by this one (R17).
    pub other_version: bool,
    /// Its versions, the latest first; never empty.
    pub versions: Vec<ReadingVersion>,
    /// What withdrawing it would do to the enrolment, or putting it back where it is withdrawn.
    pub consequence: Change,
}

/// What a version of a reading says.
#[derive(Clone, Debug)]
pub struct ReadingVersion {
    /// Its number.
    pub number: i64,
    /// The day it was filled in.
    pub made_on: NaiveDate,
    /// Who filled it in.
    pub filled_by: Option<FilledBy>,
    /// The citizen's answers.
    pub answers: Answers,
    /// The worker's, where the two disagreed.
    pub workers: Option<Answers>,
    /// Whether there are words beside the answers.
    pub has_words: bool,
    /// The words, by item, where they were opened.
    pub words: Option<Personal<Notes>>,
    /// Whether it is withdrawn.
    pub withdrawn: bool,
    /// Who recorded it.
    pub by: Option<Personal<String>>,
    /// When.
    pub at: NaiveDateTime,
    /// Why it was corrected or withdrawn, where the words were opened.
    pub reason: Option<Personal<String>>,
    /// Whether there is a reason.
    pub has_reason: bool,
}

/// What a correction says.
#[derive(Clone, Debug)]
pub struct Correction {
    /// The version that it was made from.
    pub from: i64,
    /// The day it was filled in.
    pub made_on: NaiveDate,
    /// Who filled it in.
    pub filled_by: Option<FilledBy>,
    /// The answers.
    pub filling: Filling,
    /// The words, by instrument and item.
    pub notes: Personal<Notes>,
    /// Why.
    pub reason: Personal<String>,
}
