//! *Udvikling*: every reading of a course, and two stars side by side.

use chrono::NaiveDate;
use domain::code::FilledBy;
use domain::id::{CitizenId, ReadingId};
use domain::personal::Personal;
use domain::programme::Text;

use super::Span;
use super::citizen::{Purpose, Scores, Star};

/// The readings of a course, in pictures and tables.
#[derive(Clone, Debug)]
pub struct ProgressPage {
    /// Whose.
    pub citizen: CitizenId,
    /// The alias, else initials.
    pub name: Personal<String>,
    /// The day of the page.
    pub day: NaiveDate,
    /// The course with its phases, where the citizen is enrolled.
    pub span: Option<Span>,
    /// The two stars compared; one where there is no other.
    pub star: Option<Star>,
    /// Every complete star, oldest first: to choose from.
    pub stars: Vec<(ReadingId, NaiveDate)>,
    /// The earlier of the two compared.
    pub earlier: Option<ReadingId>,
    /// The later of the two compared.
    pub later: Option<ReadingId>,
    /// Every step of every area, one column a complete star.
    pub steps: Vec<(Text, Vec<Option<u8>>)>,
    /// The instruments that are added up.
    pub scores: Vec<Scores>,
    /// The answers about the purpose.
    pub purposes: Vec<Purpose>,
    /// Every reading, newest first.
    pub readings: Vec<ReadingLine>,
}

/// One reading in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingLine {
    /// The reading.
    pub id: ReadingId,
    /// The instrument's title.
    pub title: Text,
    /// The day.
    pub on: NaiveDate,
    /// Who filled it in.
    pub filled_by: Option<FilledBy>,
    /// Whether it is complete.
    pub is_complete: bool,
    /// Whether it is the one that enrolled.
    pub enrolled: bool,
}
