//! *Opfølgning*: one guided page for a round of instruments.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use domain::code::{FilledBy, FollowUpReply};
use domain::enrolment::change::Change;
use domain::filling::Filling;
use domain::follow_up::State;
use domain::id::{CitizenId, ReadingId};
use domain::instrument::Instrument;
use domain::personal::Personal;
use domain::programme::{Period, Text};
use uuid::Uuid;

use super::citizen::Goal;

/// The words beside the answers: by instrument and item.
pub type Notes = BTreeMap<String, BTreeMap<String, String>>;

/// What a filling says, as the page lays it out and its form sends it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FillingForm {
    /// Its id; a new one where nothing was saved yet.
    pub id: Uuid,
    /// The version that the form was made from; 0 where nothing was saved yet.
    pub from: i64,
    /// The day it is filled in.
    pub made_on: NaiveDate,
    /// Who fills it in.
    pub filled_by: FilledBy,
    /// The answers and the goals gone through.
    pub filling: Filling,
    /// The citizen's own words beside the answers.
    pub notes: Personal<Notes>,
}

/// A round that is being filled in, or could be.
#[derive(Clone, Debug)]
pub struct FillingPage {
    /// Who.
    pub citizen: CitizenId,
    /// The alias, else initials.
    pub name: Personal<String>,
    /// The day of the page.
    pub day: NaiveDate,
    /// The follow-up that comes next or is due; `None` before the enrolment and after the last.
    pub due: Option<Round>,
    /// Every follow-up of the course that asks for something or was answered without a reading.
    pub rounds: Vec<Round>,
    /// What was saved so far, or an empty form.
    pub form: FillingForm,
    /// When it was last saved; `None` where nothing was.
    pub saved_at: Option<NaiveDateTime>,
    /// Who began it, where somebody else did.
    pub begun_by: Option<Personal<String>>,
    /// The programme's instruments, in its order.
    pub instruments: std::sync::Arc<[Instrument]>,
    /// The goals of the plan that are worked on.
    pub goals: Vec<Goal>,
    /// What the first star leads to, where the citizen is not enrolled.
    pub first: Option<FirstStar>,
}

/// What the first complete star leads to, on the day of the form.
#[derive(Clone, Debug)]
pub struct FirstStar {
    /// The last day of the course that it begins (R6).
    pub planned_end: Option<NaiveDate>,
    /// Its phases (R7).
    pub phases: Vec<Period>,
    /// The recruitment windows of the programme (R10).
    pub windows: Vec<Period>,
    /// Whether the day lies in one of them, or an exception was granted by then.
    pub is_open: bool,
    /// Who can grant an exception.
    pub deciders: Vec<Personal<String>>,
}

/// A follow-up of the course as it stands today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// The day it is due.
    pub due: NaiveDate,
    /// How it stands.
    pub state: State,
    /// Whether it is the last.
    pub is_last: bool,
    /// The titles of the instruments that are missing.
    pub missing: Vec<Text>,
    /// The answer that is no reading, where there is one.
    pub reply: Option<GivenAnswer>,
}

/// An answer to a follow-up that is no reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenAnswer {
    /// Its id.
    pub id: Uuid,
    /// Its version, to undo it.
    pub version: i64,
    /// Postponed or declined.
    pub reply: FollowUpReply,
    /// The day it was given.
    pub on: NaiveDate,
    /// Why.
    pub note: Option<Personal<String>>,
}

/// What a save gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The filling.
    pub id: Uuid,
    /// Its version from now on.
    pub version: i64,
    /// When.
    pub at: NaiveDateTime,
}

/// What became of a filling that is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    /// The first of its readings: the star, where it was filled in.
    pub reading: ReadingId,
    /// What that did to the enrolment.
    pub change: Change,
}
