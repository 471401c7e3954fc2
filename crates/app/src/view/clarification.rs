//! *Afklaring*: the talks before a decision, and what they come to.

use chrono::NaiveDate;
use domain::code::{ClarificationOutcome, ContactKind};
use domain::id::{CitizenId, CourseId};
use domain::personal::Personal;
use domain::report::wind_down::Must;

use super::{Heed, NextStep};

/// A talk, or another contact, of the clarification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talk {
    /// The day.
    pub on: NaiveDate,
    /// What kind of contact it was.
    pub kind: Option<ContactKind>,
    /// Who recorded it, where that is somebody with a name.
    pub by: Option<Personal<String>>,
}

/// Where the clarification stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stands {
    /// There is none; one may begin.
    None,
    /// It is open.
    Open {
        /// The course.
        course: CourseId,
        /// The version of the course.
        version: i64,
        /// The first day.
        since: NaiveDate,
        /// What must happen (R10).
        must: Must,
        /// The last day on which the citizen can be enrolled without an exception.
        decide_by: Option<NaiveDate>,
    },
    /// A star has enrolled the citizen.
    Enrolled {
        /// Since when.
        on: NaiveDate,
    },
    /// It ended without an enrolment; one may begin again.
    Ended {
        /// The course.
        course: CourseId,
        /// The version of the course.
        version: i64,
        /// The first day.
        since: NaiveDate,
        /// The last.
        on: NaiveDate,
        /// What it came to; `None` where not known.
        outcome: Option<ClarificationOutcome>,
        /// Why, in words.
        words: Option<Personal<String>>,
    },
    /// A course has been closed; a clarification may begin again.
    Closed {
        /// The day.
        on: NaiveDate,
    },
}

/// The page.
#[derive(Clone, Debug)]
pub struct ClarificationPage {
    /// The citizen.
    pub citizen: CitizenId,
    /// What the citizen is called.
    pub name: Personal<String>,
    /// What to heed before contact.
    pub heed: Heed,
    /// The day of the page.
    pub day: NaiveDate,
    /// Where it stands.
    pub stands: Stands,
    /// Who holds the talks.
    pub workers: Vec<Personal<String>>,
    /// Whether the reader may say who does.
    pub may_assign: bool,
    /// The talks, the newest first.
    pub talks: Vec<Talk>,
    /// What is agreed next.
    pub next_step: Option<NextStep>,
}
