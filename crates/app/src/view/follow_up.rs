//! *Opfølgninger*: what is coming, due, overdue and missed (R8).

use chrono::NaiveDate;
use domain::follow_up::State;
use domain::id::CitizenId;
use domain::personal::Personal;
use domain::programme::Text;

use super::caseload::Scope;

/// The follow-ups that ask for something.
#[derive(Clone, Debug)]
pub struct FollowUpsPage {
    /// Whose citizens.
    pub scope: Scope,
    /// The day of the page.
    pub day: NaiveDate,
    /// Which page of the list, from 0.
    pub page: u32,
    /// How many there are on all pages.
    pub total: u64,
    /// The rows of the page: overdue first, the longest overdue on top; then due, coming, postponed, missed.
    pub rows: Vec<FollowUpRow>,
}

/// One follow-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUpRow {
    /// Whose.
    pub citizen: CitizenId,
    /// The alias, else initials.
    pub name: Personal<String>,
    /// The worker, on the programme's list.
    pub worker: Option<Personal<String>>,
    /// The day it is due.
    pub due: NaiveDate,
    /// How it stands.
    pub state: State,
    /// Whether it is the course's last.
    pub is_last: bool,
    /// The titles of the instruments that are missing.
    pub missing: Vec<Text>,
}
