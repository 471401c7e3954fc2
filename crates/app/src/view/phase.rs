//! The phases of a course: planned and actual days, what each demands, and every mark.

use chrono::NaiveDate;
use domain::code::MarkKind;
use domain::demand::Demand;
use domain::id::{CitizenId, MarkId};
use domain::personal::Personal;
use domain::programme::{GoalArea, Period, Text};
use domain::refusal::Refusal;

use super::documentation::Documentation;
use super::{Heed, Standing};

/// What the page is asked to show beside the course.
#[derive(Clone, Copy, Debug, Default)]
pub struct PhaseAsk {
    /// A boundary that might be moved: the phase and its new first day.
    pub boundary: Option<(u32, NaiveDate)>,
}

/// A citizen's phases on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhasePage {
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
    /// Whether the reader may mark the course.
    pub may_mark: bool,
    /// Whether the reader may move a boundary.
    pub may_move: bool,
    /// The phases; none before the enrolment.
    pub phases: Vec<Phase>,
    /// The marks that belong to no phase's form, newest first: interruptions, agreements, moved boundaries and shifts.
    pub marks: Vec<MarkLine>,
    /// Marks taken out, which can be put back.
    pub withdrawn: Vec<MarkLine>,
    /// What a phase can concentrate on.
    pub goal_areas: Vec<GoalArea>,
    /// The record.
    pub documentation: Documentation,
    /// What moving a boundary would do.
    pub preview: Option<Preview>,
}

/// One phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    /// Its number.
    pub number: u32,
    /// Its days, with boundaries that were moved.
    pub days: Period,
    /// The first day it had before a boundary was moved, where it differs.
    pub planned_from: Option<NaiveDate>,
    /// The day on which the course went on to it.
    pub shifted_on: Option<NaiveDate>,
    /// Whether the day of the page lies in it.
    pub is_now: bool,
    /// The keys of its focus areas, in the programme's order.
    pub focus: Vec<String>,
    /// What it demands.
    pub demands: Vec<Demand>,
}

/// A mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkLine {
    /// Its id.
    pub id: MarkId,
    /// Its version.
    pub version: i64,
    /// What it marks.
    pub kind: MarkKind,
    /// Its day.
    pub on: NaiveDate,
    /// The last day of an interruption.
    pub until: Option<NaiveDate>,
    /// The phase it concerns.
    pub phase: Option<u32>,
    /// The area's name.
    pub area: Option<Text>,
    /// Whether it has a note, which is opened on purpose.
    pub has_note: bool,
    /// Who noted it, where known.
    pub by: Option<Personal<String>>,
    /// Whether the reader may take it out or put it back.
    pub may_change: bool,
}

/// What moving a boundary would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The phase.
    pub phase: u32,
    /// Its new first day.
    pub on: NaiveDate,
    /// The phases as they are.
    pub before: Vec<Period>,
    /// The phases as they would be; none where it is refused.
    pub after: Vec<Period>,
    /// Why it is refused, but for the reason, which is asked for afterwards.
    pub refusals: Vec<Refusal>,
}
