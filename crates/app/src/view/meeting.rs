//! *Møder*: the meetings of the groups, and one meeting with its agenda, minutes and decisions.

use chrono::NaiveDate;
use domain::code::{AgendaKind, GroupKind};
use domain::meeting::told::OnPaper;
use domain::meeting::{Decision, Frozen, Meeting};
use domain::paper::Who;
use domain::personal::Personal;
use uuid::Uuid;

use crate::paper::Kept;

/// The meetings.
#[derive(Clone, Debug)]
pub struct MeetingsPage {
    /// The day it stands for.
    pub today: NaiveDate,
    /// Those to come, the next first.
    pub ahead: Vec<MeetingLine>,
    /// Those held, the latest first.
    pub held: Vec<MeetingLine>,
    /// Decisions that are not settled, the first due first; none for who sees figures only.
    pub open: Vec<DecisionLine>,
    /// Whether the reader keeps them.
    pub may_keep: bool,
    /// Whether the reader reads minutes and decisions.
    pub may_read: bool,
    /// Whether there is a group that could meet.
    pub has_groups: bool,
}

/// A meeting in a list.
#[derive(Clone, Debug)]
pub struct MeetingLine {
    /// Its id.
    pub id: Uuid,
    /// The group's name.
    pub group: String,
    /// Its day.
    pub on: NaiveDate,
    /// When, as written.
    pub at: String,
    /// Where.
    pub place: String,
    /// Whether it was called off.
    pub is_ended: bool,
    /// Whether something is written of it.
    pub has_minutes: bool,
    /// Whether the minutes are approved.
    pub is_approved: bool,
}

/// A decision with the name of who does it.
#[derive(Clone, Debug)]
pub struct DecisionLine {
    /// The decision.
    pub kept: Kept<Decision>,
    /// Who does it.
    pub who: Personal<String>,
    /// Whether its day is over and it is not settled.
    pub is_overdue: bool,
}

/// A meeting.
#[derive(Clone, Debug)]
pub struct MeetingPage {
    /// The day it stands for.
    pub today: NaiveDate,
    /// The meeting; for who sees figures only, without words and people.
    pub meeting: Kept<Meeting>,
    /// The group's name.
    pub group: String,
    /// What the group is for.
    pub group_kind: GroupKind,
    /// The figures of the agenda: as they were on its day where they are kept with it, else as they are.
    pub figures: Vec<Frozen>,
    /// Whether they are kept with it.
    pub is_frozen: bool,
    /// Who was there.
    pub present: Vec<Personal<String>>,
    /// Who is a member on the meeting's day.
    pub members: Vec<(Who, Personal<String>)>,
    /// What it decided.
    pub decisions: Vec<DecisionLine>,
    /// Earlier decisions of the group that come up at it.
    pub coming_up: Vec<DecisionLine>,
    /// Who approved the minutes.
    pub approved_by: Personal<String>,
    /// Whether the reader keeps it.
    pub may_keep: bool,
    /// Whether the reader reads minutes and decisions.
    pub may_read: bool,
}

/// A meeting as a file that leaves with whoever gets it.
#[derive(Clone, Debug)]
pub struct MeetingFile {
    /// The meeting, without its figures.
    pub page: MeetingPage,
    /// What the file prints of each figure.
    pub figures: Vec<(AgendaKind, OnPaper)>,
}

impl MeetingPage {
    /// Whether its file holds of the figures only what the group has been given in a locked report.
    pub fn prints_what_was_told(&self) -> bool {
        self.group_kind.audience().is_some() && !self.meeting.says().asked().is_empty()
    }
}
