//! *Mine borgere* and *Borgere*: a list of citizens with what today asks.

use domain::id::CitizenId;
use domain::personal::Personal;

use super::request::Asked;
use super::{FollowUp, Heed, LastContact, NextStep, Standing};
use chrono::NaiveDate;

/// Which list is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct CaseloadAsk {
    /// Whose citizens.
    pub scope: Scope,
    /// Which of them.
    pub filter: Filter,
    /// In which order.
    pub sort: Sort,
    /// Which page of the list, from 0; a page holds [`PAGE`] rows.
    pub page: u32,
}

/// The most rows on one page of a list.
pub const PAGE: u32 = 50;

/// Whose citizens a list holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Scope {
    /// Those assigned to the reader.
    #[default]
    Own,
    /// All attached citizens of the programme.
    Programme,
}

/// Which citizens of the scope a list keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Filter {
    /// All attached citizens.
    #[default]
    All,
    /// Those with an overdue follow-up (R8).
    FollowUpOverdue,
    /// Those whose phase ends within 30 days.
    PhaseEnds,
    /// Those without a completed contact for 14 days.
    NoContact,
}

/// The order of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Sort {
    /// Overdue follow-ups first, the longest overdue on top; then by the next due day; citizens in clarification last.
    #[default]
    OverdueFirst,
    /// By name, Æ Ø Å last.
    Name,
    /// By the day of the agreed next step; without one last.
    NextStep,
}

/// A list of citizens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseloadPage {
    /// What was asked.
    pub ask: CaseloadAsk,
    /// The day it stands for.
    pub day: NaiveDate,
    /// The counts over the whole scope, whatever the filter.
    pub tiles: Tiles,
    /// What a coordinator asks for, of all rows; on one's own list only.
    pub asked: Vec<Asked>,
    /// How many citizens the filter keeps, on all pages.
    pub matching: u64,
    /// The rows of this page, in order.
    pub rows: Vec<Row>,
}

/// The four counts on top of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Tiles {
    /// Enrolled citizens.
    pub enrolled: u64,
    /// Citizens in clarification.
    pub in_clarification: u64,
    /// The most a worker can have (R12); `None` for the programme's list.
    pub cap: Option<u32>,
    /// Citizens with an overdue follow-up.
    pub follow_up_overdue: u64,
    /// The due day of the longest overdue follow-up.
    pub overdue_since: Option<NaiveDate>,
    /// Citizens whose phase ends within 30 days.
    pub phase_ends: u64,
    /// The first of those ends.
    pub first_phase_end: Option<NaiveDate>,
    /// Citizens without a completed contact for 14 days.
    pub no_contact: u64,
    /// The earliest last completed contact among them; `None` also where one of them has had none.
    pub no_contact_since: Option<NaiveDate>,
}

/// One citizen in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Who.
    pub citizen: CitizenId,
    /// The alias, else initials; never the full name in a list.
    pub name: Personal<String>,
    /// What to heed before contact.
    pub heed: Heed,
    /// The worker; in one's own list only of a citizen whose worker one stands in for.
    pub worker: Option<Personal<String>>,
    /// Clarification or course.
    pub standing: Standing,
    /// The day the present phase ends, where it does within 30 days.
    pub phase_ends: Option<NaiveDate>,
    /// The earliest follow-up that is not done; `None` before the enrolment and when all are.
    pub follow_up: Option<FollowUp>,
    /// Whether there is no more than one reading of the enrolling instrument yet: too little to say.
    pub one_reading: bool,
    /// The last completed contact.
    pub contact: Option<LastContact>,
    /// The day of the last attempt, where it is later than the last completed contact.
    pub attempted_on: Option<NaiveDate>,
    /// Whether the last completed contact is 14 days ago or more.
    pub no_contact: bool,
    /// The agreed next step.
    pub next_step: Option<NextStep>,
    /// What a coordinator asks for and nobody has answered; it stands on the page and no more in the row.
    pub asked: Vec<Asked>,
}
