//! *Mål*: goals by area, and those in none.

use chrono::NaiveDate;
use domain::code::GoalState;
use domain::id::{CitizenId, GoalId};
use domain::personal::Personal;
use domain::programme::{GoalArea, Period};
use domain::report::goals::Goals;

/// The page.
#[derive(Clone, Debug)]
pub struct GoalsPage {
    /// Today.
    pub day: NaiveDate,
    /// The period of the figure.
    pub period: Period,
    /// The figure.
    pub figure: Goals,
    /// Goals in none of the areas about which nobody has said why, to be settled.
    pub unsettled: Vec<OutsideGoal>,
    /// How many there are.
    pub unsettled_total: usize,
    /// Goals outside the areas for a reason that somebody has written.
    pub outside: Vec<OutsideGoal>,
    /// How many there are.
    pub outside_total: usize,
    /// The programme's areas.
    pub areas: Vec<GoalArea>,
}

/// A goal in none of the areas.
#[derive(Clone, Debug)]
pub struct OutsideGoal {
    /// Its id.
    pub id: GoalId,
    /// Its version.
    pub version: i64,
    /// Whose.
    pub citizen: CitizenId,
    /// The alias, else initials.
    pub name: Personal<String>,
    /// The goal, in the citizen's words.
    pub words: Personal<String>,
    /// The day it was made.
    pub on: NaiveDate,
    /// Its state.
    pub state: GoalState,
    /// Why it lies outside; empty where nobody has said.
    pub why: Personal<String>,
    /// Whether it can be settled: the course is open.
    pub is_open: bool,
}
