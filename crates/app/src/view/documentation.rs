//! What of a course's record is there, what is missing since when, and what comes.

use chrono::NaiveDate;
use domain::completeness::{Item, State};
use domain::id::CitizenId;
use domain::personal::Personal;
use domain::programme::Text;

use super::Standing;

/// What a course's record should hold.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Documentation {
    /// Each item in the order of a course.
    pub lines: Vec<Line>,
    /// How many are there.
    pub done: usize,
    /// How many should be.
    pub of: usize,
}

impl Documentation {
    /// What is missing, the longest missing first.
    pub fn missing(&self) -> Vec<&Line> {
        let mut missing: Vec<&Line> = self.lines.iter().filter(|line| line.since().is_some()).collect();
        missing.sort_by_key(|line| (line.since(), line.item));
        missing
    }
}

/// One item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What.
    pub item: Item,
    /// How it stands.
    pub state: State,
    /// The titles of the instruments that a follow-up lacks.
    pub instruments: Vec<Text>,
}

impl Line {
    /// Since when it is missing, where it is.
    pub const fn since(&self) -> Option<NaiveDate> {
        match self.state {
            State::Missing(since) => Some(since),
            State::Done | State::NotYet(_) => None,
        }
    }
}

/// What is next on a citizen's course beside the next step and the next follow-up.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Ahead {
    /// The next phase that the course has not gone on to, with its planned first day.
    pub shift: Option<(u32, NaiveDate)>,
    /// The record.
    pub documentation: Documentation,
}

/// Every course of the programme, the one that lacks most first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentationPage {
    /// The day of the page.
    pub day: NaiveDate,
    /// Whether courses that have ended are among them.
    pub with_ended: bool,
    /// How many courses there are.
    pub courses: usize,
    /// How many of them lack nothing.
    pub complete: usize,
    /// Which page of the list, from 0.
    pub page: usize,
    /// How many pages there are.
    pub pages: usize,
    /// The courses of the page.
    pub rows: Vec<Row>,
}

/// One course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Whose.
    pub citizen: CitizenId,
    /// The alias, else initials.
    pub name: Personal<String>,
    /// The worker assigned on the day.
    pub worker: Option<Personal<String>>,
    /// Clarification or course.
    pub standing: Standing,
    /// The record.
    pub documentation: Documentation,
}
