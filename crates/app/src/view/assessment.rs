//! *Udredning*: what of the citizen's situation is assessed, area by area.

use chrono::NaiveDate;
use domain::assessment::Assessed;
use domain::code::AssessmentState;
use domain::id::AssessmentId;
use domain::personal::Personal;
use domain::programme::Text;

use super::About;

/// The page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssessmentPage {
    /// Whom it is about.
    pub about: About,
    /// How many areas are how far (M31).
    pub counted: Assessed,
    /// Every area of the programme, in its order.
    pub areas: Vec<Area>,
}

/// One area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// Its state; `None` where nothing is recorded.
    pub now: Option<Noted>,
    /// The states before, the latest first.
    pub before: Vec<Noted>,
}

/// A state with its day and words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// The fact.
    pub id: AssessmentId,
    /// Its version.
    pub version: i64,
    /// How far.
    pub state: AssessmentState,
    /// Since when.
    pub on: NaiveDate,
    /// The note.
    pub words: Personal<String>,
}
