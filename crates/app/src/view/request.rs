//! What a coordinator asks a worker for.

use chrono::NaiveDate;
use domain::code::RequestState;
use domain::desk::Need;
use domain::id::CitizenId;
use domain::personal::Personal;
use uuid::Uuid;

use super::About;

/// The form with which a worker is asked.
#[derive(Clone, Debug)]
pub struct AskPage {
    /// Whom it is about.
    pub about: About,
    /// What is asked for.
    pub need: Need,
    /// Who is asked; none where nobody works with the citizen.
    pub worker: Option<Personal<String>>,
}

/// A request, as the desk and the worker's list show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its id.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// Whom it is about.
    pub citizen: CitizenId,
    /// The alias, else initials.
    pub name: Personal<String>,
    /// What is asked for.
    pub need: Need,
    /// Who asked.
    pub by: Personal<String>,
    /// The day.
    pub on: NaiveDate,
    /// The words.
    pub words: Personal<String>,
    /// How it stands.
    pub state: RequestState,
    /// The day of the answer.
    pub answered_on: Option<NaiveDate>,
    /// The answer.
    pub answer: Personal<String>,
}
