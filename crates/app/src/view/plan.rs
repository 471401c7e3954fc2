//! *Aktivitetsplan*: the plan of one course as it stood on a day.

use chrono::NaiveDate;
use domain::code::{ActionState, Carrier, Doer, GoalState, Proposer};
use domain::handover::{Lack, Missing};
use domain::id::{ActionId, CitizenId, GoalId, NeedId};
use domain::personal::Personal;
use domain::plan::{Changes, Doers};
use domain::programme::{GoalArea, Text};

use super::{Heed, Standing};

/// The plan as of a day.
#[derive(Clone, Debug)]
pub struct PlanPage {
    /// Whose.
    pub id: CitizenId,
    /// The alias, else initials.
    pub name: Personal<String>,
    /// What to heed before contact.
    pub heed: Heed,
    /// The worker assigned today.
    pub worker: Option<Personal<String>>,
    /// Today.
    pub today: NaiveDate,
    /// The day whose plan is shown.
    pub day: NaiveDate,
    /// Clarification or course, today.
    pub standing: Standing,
    /// The names of the focus areas of the present phase.
    pub focus: Vec<Text>,
    /// Days worth jumping to, in order.
    pub jumps: Vec<Jump>,
    /// The day of the first goal.
    pub begun_on: Option<NaiveDate>,
    /// What changed from the start to the day.
    pub changes: Changes,
    /// The goals of the day, oldest first.
    pub goals: Vec<GoalCard>,
    /// The goals as they stood at the start.
    pub at_start: Vec<GoalCard>,
    /// The needs and who carries them, today.
    pub needs: Vec<NeedRow>,
    /// What the handover lacks, today.
    pub missing: Vec<Missing>,
    /// The day by which the support after the course should be agreed (R18).
    pub agree_by: Option<NaiveDate>,
    /// Whose the actions were, phase by phase (M17).
    pub doers: Vec<Doers>,
    /// The programme's goal areas, to choose from.
    pub areas: Vec<GoalArea>,
    /// Whether the course is closed: the plan is read only.
    pub is_closed: bool,
}

/// A day worth jumping to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Jump {
    /// Which.
    pub to: JumpTo,
    /// Its day.
    pub on: NaiveDate,
}

/// What a jump leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JumpTo {
    /// The day of the first goal.
    Start,
    /// A phase's beginning.
    Phase(u32),
    /// Today.
    Today,
}

/// A goal with its actions.
#[derive(Clone, Debug)]
pub struct GoalCard {
    /// Its id.
    pub id: GoalId,
    /// Its current version: what a change is made from.
    pub version: i64,
    /// The goal in the citizen's words.
    pub words: Personal<String>,
    /// The goal area's key.
    pub area_key: Option<String>,
    /// The goal area's name; `None` where it lies outside (M16).
    pub area: Option<Text>,
    /// Why it lies outside; `None` where not written.
    pub outside: Option<Personal<String>>,
    /// Who proposed it.
    pub proposed_by: Option<Proposer>,
    /// The day it was set.
    pub created_on: NaiveDate,
    /// Its state on the day.
    pub state: GoalState,
    /// Since when.
    pub since: NaiveDate,
    /// Whether it was added after the start.
    pub is_added: bool,
    /// The day on which it was put into these words.
    pub reworded_on: Option<NaiveDate>,
    /// Its actions, in the order they were agreed.
    pub actions: Vec<ActionCard>,
}

/// An action.
#[derive(Clone, Debug)]
pub struct ActionCard {
    /// Its id.
    pub id: ActionId,
    /// Its current version.
    pub version: i64,
    /// What is to be done.
    pub words: Personal<String>,
    /// Who does it.
    pub doer: Option<Doer>,
    /// The doer's name.
    pub doer_name: Option<Personal<String>>,
    /// By when.
    pub due_on: Option<NaiveDate>,
    /// Its state on the day.
    pub state: ActionState,
    /// Since when.
    pub since: NaiveDate,
    /// The day it was agreed, where that was in the present phase and after the start.
    pub new_on: Option<NaiveDate>,
    /// Whether it was the worker's at first and is somebody else's now.
    pub is_passed_on: bool,
    /// Whether it is handed over and nobody says to whom.
    pub asks_to_whom: bool,
}

/// A need.
#[derive(Clone, Debug)]
pub struct NeedRow {
    /// Its id.
    pub id: NeedId,
    /// Its current version.
    pub version: i64,
    /// The need.
    pub words: Personal<String>,
    /// The goal it comes from.
    pub goal: Option<GoalId>,
    /// Who carries it.
    pub carrier: Option<Carrier>,
    /// The carrier's name.
    pub carrier_name: Option<Personal<String>>,
    /// How the carrier is reached.
    pub contact: Option<Personal<String>>,
    /// From when.
    pub agreed_on: Option<NaiveDate>,
    /// The day for which the meeting is planned.
    pub warm_planned_on: Option<NaiveDate>,
    /// The day on which it was held.
    pub warm_on: Option<NaiveDate>,
    /// What it lacks.
    pub lacks: Vec<Lack>,
}
