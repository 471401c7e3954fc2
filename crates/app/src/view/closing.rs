//! The end of a course: what closing asks for, and what the citizen takes home.

use chrono::NaiveDate;
use domain::code::{ClosingReason, GoalState};
use domain::id::{CitizenId, MarkId};
use domain::personal::Personal;
use domain::programme::Text;

use super::citizen::{Scores, Star};
use super::documentation::Documentation;
use super::{Heed, Standing};

/// The page on which a course is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosingPage {
    /// Who.
    pub id: CitizenId,
    /// The alias, else initials.
    pub name: Personal<String>,
    /// What to heed before contact.
    pub heed: Heed,
    /// The day of the page.
    pub day: NaiveDate,
    /// Whether the citizen is the reader's own.
    pub is_own: bool,
    /// Clarification or course.
    pub standing: Standing,
    /// The course's version, which a closing is made from.
    pub version: i64,
    /// What there is to know of a course that was enrolled; `None` before.
    pub course: Option<Ending>,
    /// The closing, where there is one.
    pub closed: Option<ClosedCourse>,
    /// The record.
    pub documentation: Documentation,
}

/// What there is to know before a course is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// The planned end: from this day on a course ends as planned.
    pub planned_end: NaiveDate,
    /// The citizen's last contact.
    pub last_reached_on: Option<NaiveDate>,
    /// How many days without contact it takes.
    pub lost_days: u32,
    /// The first day on which lost contact is a reason.
    pub lost_from: NaiveDate,
    /// The closing meeting, where it was held: its mark, version and day, and whether there are words.
    pub meeting: Option<(MarkId, i64, NaiveDate)>,
    /// The citizen's own words about the course.
    pub own_words: Option<Personal<String>>,
    /// The titles of the instruments that the last follow-up lacks; none where it is done.
    pub last_round_lacks: Vec<Text>,
    /// How the handover stands.
    pub handover: Handover,
}

/// How the handover stands.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Handover {
    /// How many needs are written down.
    pub needs: usize,
    /// How many of them nobody carries yet, or lack a contact, a day or the meeting of all three.
    pub open: usize,
    /// How many goals that are worked on nobody carries on.
    pub goals_left: usize,
    /// Whether everything is handed over.
    pub is_complete: bool,
}

/// A course that was closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosedCourse {
    /// The day.
    pub on: NaiveDate,
    /// Why.
    pub reason: Option<ClosingReason>,
    /// Why, in words.
    pub words: Option<Personal<String>>,
    /// The last day on which it can be undone.
    pub reopens_until: NaiveDate,
    /// Whether the reader may undo it.
    pub may_reopen: bool,
}

/// The citizen's picture of the course, to take home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosingPrint {
    /// The citizen.
    pub id: CitizenId,
    /// What the citizen is called.
    pub name: Personal<String>,
    /// The day of the print.
    pub day: NaiveDate,
    /// The first day of the course.
    pub enrolled_on: NaiveDate,
    /// The day it was closed, or the day of the print.
    pub until: NaiveDate,
    /// The star, first and latest.
    pub star: Option<Star>,
    /// The instruments that are added up.
    pub scores: Vec<Scores>,
    /// The goals, the first made first.
    pub goals: Vec<GoalThen>,
    /// The citizen's own words about the course.
    pub own_words: Option<Personal<String>>,
}

/// A goal when it was made and now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalThen {
    /// In the citizen's words.
    pub words: Option<Personal<String>>,
    /// The words it was first put in, where they were others.
    pub first_words: Option<Personal<String>>,
    /// The goal area's name.
    pub area: Option<Text>,
    /// The day it was made.
    pub made_on: NaiveDate,
    /// How it stands now.
    pub state: GoalState,
    /// Since when.
    pub since: NaiveDate,
}
