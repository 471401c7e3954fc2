//! *Vikarer*: who stands in for whom.

use chrono::NaiveDate;
use domain::id::UserId;
use domain::personal::Personal;
use uuid::Uuid;

/// The deputies of a programme from today on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeputiesPage {
    /// The day it stands for.
    pub day: NaiveDate,
    /// The deputies, the first to begin first.
    pub deputies: Vec<Deputy>,
    /// For whom the reader may name one, by name.
    pub workers: Vec<(UserId, Personal<String>)>,
    /// Who can stand in, by name.
    pub staff: Vec<(UserId, Personal<String>)>,
}

/// One deputy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deputy {
    /// Its id.
    pub id: Uuid,
    /// The worker.
    pub worker: Personal<String>,
    /// Who stands in.
    pub deputy: Personal<String>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Whether the reader may take it away.
    pub is_mine: bool,
}
