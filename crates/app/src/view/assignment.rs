//! *Medarbejder*: who works with a citizen, who has room, and exceptions.

use chrono::NaiveDate;
use domain::id::{CourseId, UserId};
use domain::personal::Personal;
use uuid::Uuid;

use super::About;

/// Who works with a citizen's course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssignmentPage {
    /// Whom the page is about.
    pub about: About,
    /// The course that is assigned; none where the citizen has none that is open.
    pub course: Option<CourseId>,
    /// The assignment in force or to come: a change is made from it.
    pub current: Option<Assigned>,
    /// Every assignment of the citizen's courses, the latest first.
    pub history: Vec<Assigned>,
    /// The most citizens a worker can have (R12).
    pub cap: u32,
    /// The team's loads, by name; nobody is ranked.
    pub loads: Vec<Load>,
    /// The exceptions granted, the earliest first.
    pub exceptions: Vec<Granted>,
    /// Whether the reader may assign and grant exceptions; else only hand over.
    pub may_assign: bool,
    /// Whether the citizen waits for an enrolment and today lies outside every recruitment window (R10).
    pub outside_window: bool,
}

/// An assignment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assigned {
    /// Its id.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// The worker.
    pub worker: UserId,
    /// What the worker is called.
    pub name: Personal<String>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: Option<NaiveDate>,
    /// The note of who handed the course over.
    pub note: Personal<String>,
}

/// A worker's load today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Load {
    /// The worker.
    pub worker: UserId,
    /// What the worker is called.
    pub name: Personal<String>,
    /// Enrolled citizens.
    pub enrolled: u64,
    /// Citizens in clarification.
    pub in_clarification: u64,
    /// Free places.
    pub room: u64,
    /// Whether the citizen is this worker's already.
    pub has_citizen: bool,
}

/// An exception granted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Granted {
    /// `R10` or `R12`.
    pub rule: String,
    /// The day.
    pub on: NaiveDate,
    /// Who granted it.
    pub by: Personal<String>,
    /// Why.
    pub reason: Personal<String>,
}
