//! *Indsatsen*: what is next in the programme's own papers.

use chrono::NaiveDate;

/// What is next in each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EffortPage {
    /// The day it stands for.
    pub today: NaiveDate,
    /// Whether the reader sees all of it; else the meetings' figures only.
    pub may_read: bool,
    /// The next line of the time plan that is not done: what it is called, and the day it begins or ends.
    pub next_line: Option<(String, NaiveDate)>,
    /// Lines of the time plan that are overdue.
    pub late_lines: usize,
    /// Units and groups.
    pub groups: usize,
    /// The next meeting: its group and its day.
    pub next_meeting: Option<(String, NaiveDate)>,
    /// Decisions that are not settled, and how many of them are overdue.
    pub decisions: (usize, usize),
    /// Notes, and how many of them nobody has read through.
    pub notes: (usize, usize),
    /// Things to be anchored that are overdue.
    pub late_anchoring: usize,
    /// Things to be handed over that are not, and how many of them are overdue.
    pub handings: (usize, usize),
    /// Persons whom nobody has told a researcher to take out yet; none where research is not for the reader.
    pub recalled: Option<usize>,
}
