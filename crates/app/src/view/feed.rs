//! *Kalender*: one's own dates as another calendar takes them.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use uuid::Uuid;

/// Whether the reader has a calendar address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FeedPage {
    /// When it was made; `None` where there is none.
    pub made_at: Option<NaiveDateTime>,
}

/// What a calendar entry is about: told in neutral words only, and about nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateKind {
    /// A follow-up is due.
    FollowUp,
    /// A next step is agreed for the day.
    Step,
}

/// A day of somebody's calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FeedDate {
    /// The day.
    pub on: NaiveDate,
    /// What about.
    pub kind: DateKind,
    /// The same at every reading, and tells nothing.
    pub uid: Uuid,
}

/// Somebody's calendar at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// The moment.
    pub now: DateTime<Utc>,
    /// The dates, in order.
    pub dates: Vec<FeedDate>,
}
