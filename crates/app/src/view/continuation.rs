//! *Videreførelse*: what becomes of each activity after the grant, and what is handed over.

use chrono::NaiveDate;
use domain::continuation::{Activity, Handing};

use crate::paper::Kept;

/// Continuation on a day.
#[derive(Clone, Debug)]
pub struct ContinuationPage {
    /// The day it stands for.
    pub today: NaiveDate,
    /// The last funded day.
    pub funding_end: NaiveDate,
    /// The activities, those carried on first.
    pub activities: Vec<Kept<Activity>>,
    /// What is handed over, the first due first, what is done last.
    pub handings: Vec<Kept<Handing>>,
    /// Activities and things that were taken off.
    pub ended: (Vec<Kept<Activity>>, Vec<Kept<Handing>>),
    /// Persons enrolled or in clarification today (R3): each must be handed over.
    pub attached: u32,
    /// Whether the reader sees the list of all citizens.
    pub may_list: bool,
    /// Whether the reader keeps it.
    pub may_keep: bool,
}
