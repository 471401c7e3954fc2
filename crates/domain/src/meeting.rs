//! Meetings (M26): an agenda, figures as they were on the day, minutes that are locked once approved, decisions that come back until
//! they are done.
//!
//! What a meeting keeps of a figure is in `meeting/figures.rs`, what its paper prints of one in `meeting/told.rs`.

mod figures;
pub mod told;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::code::{AgendaKind, DecisionState, PaperKind};
use crate::id::UserId;
use crate::paper::{Faults, Paper, Who};
use crate::refusal::{Code, Refusal};

/// The most items of an agenda.
pub const ITEMS: usize = 20;

/// An item of an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What it is drawn from.
    pub kind: AgendaKind,
    /// What it is called; empty takes the kind's name.
    pub title: String,
    /// What it is about.
    pub words: String,
    /// What was said.
    pub minutes: String,
}

/// One number of a figure that was kept with a meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Number {
    /// Which number; its words are in `locales/`.
    pub key: String,
    /// The number; none where there was nothing to count it from.
    pub value: Option<f64>,
    /// Of how many, where it is a part.
    pub of: Option<u64>,
}

/// A figure as it was on a meeting's day (R20): what it counts is said by its kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frozen {
    /// Which.
    pub kind: AgendaKind,
    /// The day it is as of.
    pub as_of: NaiveDate,
    /// How many it rests on.
    pub n: u64,
    /// How many could not be counted.
    pub missing: u64,
    /// Its numbers.
    pub numbers: Vec<Number>,
}

/// Who approved the minutes, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// Who noted it.
    pub by: UserId,
    /// The day.
    pub on: NaiveDate,
}

/// A meeting of a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Meeting {
    /// The group.
    pub group: Uuid,
    /// The planned day.
    pub on: NaiveDate,
    /// When on that day, as written.
    pub at: String,
    /// Where.
    pub place: String,
    /// The agenda.
    pub items: Vec<Item>,
    /// Who was there.
    pub present: Vec<Who>,
    /// Who else was there.
    pub others: String,
    /// The figures as they were on the day; empty until the minutes are begun.
    pub figures: Vec<Frozen>,
    /// That the minutes are approved.
    pub approved: Option<Approval>,
}

impl Meeting {
    /// The kinds of figures that the agenda asks for, each once, in order.
    pub fn asked(&self) -> Vec<AgendaKind> {
        let mut kinds = Vec::new();
        for item in &self.items {
            if item.kind != AgendaKind::Words && !kinds.contains(&item.kind) {
                kinds.push(item.kind);
            }
        }
        kinds
    }

    /// Whether something is written of what was said.
    pub fn has_minutes(&self) -> bool {
        self.items.iter().any(|item| !item.minutes.trim().is_empty())
    }

    /// Approves the minutes on a day.
    ///
    /// # Errors
    ///
    /// [`Code::MinutesApproved`] where they are; [`Code::MeetingAhead`]; [`Code::MinutesMissing`].
    pub fn approve(&mut self, by: UserId, on: NaiveDate) -> Result<(), Refusal> {
        let refused = |code| Err(Refusal::new("", code));
        if self.approved.is_some() {
            return refused(Code::MinutesApproved);
        }
        if on < self.on {
            return refused(Code::MeetingAhead);
        }
        if !self.has_minutes() {
            return refused(Code::MinutesMissing);
        }
        self.approved = Some(Approval { by, on });
        Ok(())
    }
}

impl Paper for Meeting {
    const KIND: PaperKind = PaperKind::Meeting;

    fn check(&self, _: NaiveDate) -> Vec<Refusal> {
        let mut faults = Faults::default();
        faults.short("klokken", &self.at).short("sted", &self.place).text("andre", &self.others);
        faults.refuse(self.items.is_empty(), "punkter", Code::Missing);
        faults.refuse(self.items.len() > ITEMS, "punkter", Code::TooLong);
        let nameless = |item: &Item| item.kind == AgendaKind::Words && item.title.trim().is_empty();
        faults.refuse(self.items.iter().any(nameless), "punkter", Code::Missing);
        for item in &self.items {
            faults.short("punkter", &item.title).text("punkter", &item.words).text("referat", &item.minutes);
        }
        faults.0
    }

    fn refers(&self) -> Vec<(&'static str, PaperKind, Uuid)> {
        vec![("gruppe", PaperKind::Group, self.group)]
    }

    fn people(&self) -> Vec<(&'static str, Who)> {
        self.present.iter().map(|who| ("til_stede", *who)).collect()
    }
}

/// What a later meeting noted of a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Followed {
    /// The meeting.
    pub meeting: Uuid,
    /// Its day.
    pub on: NaiveDate,
    /// What had become of it.
    pub state: DecisionState,
    /// In words.
    pub words: String,
}

/// A decision of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The meeting that made it.
    pub meeting: Uuid,
    /// The group of the meeting.
    pub group: Uuid,
    /// The day of the meeting.
    pub made_on: NaiveDate,
    /// What was decided.
    pub words: String,
    /// Who does it.
    pub who: Who,
    /// By when.
    pub due: NaiveDate,
    /// What later meetings noted.
    pub followed: Vec<Followed>,
}

impl Decision {
    /// What has become of it by a day: the latest that was noted.
    pub fn state_on(&self, day: NaiveDate) -> DecisionState {
        let noted = self.followed.iter().filter(|one| one.on <= day);
        noted.max_by_key(|one| one.on).map_or(DecisionState::Open, |one| one.state)
    }

    /// What has become of it.
    pub fn state(&self) -> DecisionState {
        self.state_on(NaiveDate::MAX)
    }

    /// Whether it comes up at a meeting of its group on a day: made before, and not settled before that meeting.
    pub fn comes_up(&self, meeting: Uuid, on: NaiveDate) -> bool {
        let settled = |one: &Followed| {
            matches!(one.state, DecisionState::Done | DecisionState::Dropped) && one.meeting != meeting && one.on <= on
        };
        self.meeting != meeting && self.made_on <= on && !self.followed.iter().any(settled)
    }

    /// Whether its day is over and it is not settled.
    pub fn is_overdue(&self, day: NaiveDate) -> bool {
        self.due < day && matches!(self.state(), DecisionState::Open | DecisionState::GoingOn)
    }

    /// Notes what has become of it at a meeting; what the same meeting noted before is replaced.
    pub fn follow(&mut self, noted: Followed) {
        self.followed.retain(|one| one.meeting != noted.meeting);
        self.followed.push(noted);
        self.followed.sort_by_key(|one| one.on);
    }
}

impl Paper for Decision {
    const KIND: PaperKind = PaperKind::Decision;

    fn check(&self, _: NaiveDate) -> Vec<Refusal> {
        let mut faults = Faults::default();
        faults.refuse(self.words.trim().is_empty(), "beslutning", Code::Missing).text("beslutning", &self.words);
        faults.refuse(self.due < self.made_on, "senest", Code::BeforeItWasMade);
        for one in &self.followed {
            faults.text("ord", &one.words);
        }
        faults.0
    }

    fn refers(&self) -> Vec<(&'static str, PaperKind, Uuid)> {
        vec![("", PaperKind::Meeting, self.meeting), ("", PaperKind::Group, self.group)]
    }

    fn people(&self) -> Vec<(&'static str, Who)> {
        vec![("hvem", self.who)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{day, worker};

    const FIRST: Uuid = Uuid::from_u128(1);
    const NEXT: Uuid = Uuid::from_u128(2);
    const LAST: Uuid = Uuid::from_u128(3);

    fn meeting() -> Meeting {
        let item =
            |kind, title: &str| Item { kind, title: title.to_owned(), words: String::new(), minutes: String::new() };
        Meeting {
            group: Uuid::nil(),
            on: day("2015-11-23"),
            at: String::new(),
            place: String::new(),
            items: vec![
                item(AgendaKind::Status, ""),
                item(AgendaKind::Words, "Budget"),
                item(AgendaKind::Status, "Igen"),
                item(AgendaKind::Goals, ""),
            ],
            present: Vec::new(),
            others: String::new(),
            figures: Vec::new(),
            approved: None,
        }
    }

    #[test]
    fn an_agenda_asks_for_each_figure_once_and_a_free_item_has_a_name() {
        assert_eq!(meeting().asked(), [AgendaKind::Status, AgendaKind::Goals]);
        assert_eq!(meeting().check(day("2015-11-01")), []);
        let mut nameless = meeting();
        nameless.items[1].title.clear();
        assert_eq!(nameless.check(day("2015-11-01")), [Refusal::new("punkter", Code::Missing)]);
        let empty = Meeting { items: Vec::new(), ..meeting() };
        assert_eq!(empty.check(day("2015-11-01")), [Refusal::new("punkter", Code::Missing)]);
    }

    #[test]
    fn minutes_are_approved_once_after_the_meeting_and_when_there_are_some() {
        let code = |refused: Result<(), Refusal>| refused.unwrap_err().code;
        let mut held = meeting();
        assert_eq!(code(held.approve(worker(1), day("2015-11-22"))), Code::MeetingAhead);
        assert_eq!(code(held.approve(worker(1), day("2015-11-23"))), Code::MinutesMissing);
        held.items[1].minutes = "Drøftet.".to_owned();
        held.approve(worker(1), day("2015-11-23")).unwrap();
        assert_eq!(code(held.approve(worker(1), day("2015-11-24"))), Code::MinutesApproved);
    }

    fn decision() -> Decision {
        Decision {
            meeting: FIRST,
            group: Uuid::nil(),
            made_on: day("2015-09-07"),
            words: "Lav en plan".to_owned(),
            who: Who::User(worker(1)),
            due: day("2015-10-01"),
            followed: Vec::new(),
        }
    }

    fn noted(meeting: Uuid, on: &str, state: DecisionState) -> Followed {
        Followed { meeting, on: day(on), state, words: String::new() }
    }

    #[test]
    fn a_decision_comes_up_at_every_later_meeting_until_one_notes_it_done() {
        let mut open = decision();
        assert!(!open.comes_up(FIRST, day("2015-09-07")), "not at the meeting that made it");
        assert!(!open.comes_up(Uuid::from_u128(9), day("2015-08-01")), "nor at one before");
        assert!(open.comes_up(NEXT, day("2015-11-23")) && open.is_overdue(day("2015-11-23")));
        open.follow(noted(NEXT, "2015-11-23", DecisionState::GoingOn));
        assert!(open.comes_up(LAST, day("2016-01-18")));
        open.follow(noted(NEXT, "2015-11-23", DecisionState::Done));
        assert_eq!((open.state(), open.followed.len()), (DecisionState::Done, 1), "the same meeting thought again");
        assert!(!open.comes_up(LAST, day("2016-01-18")) && open.comes_up(NEXT, day("2015-11-23")));
        assert!(!open.is_overdue(day("2016-01-18")));
        assert_eq!(open.state_on(day("2015-11-22")), DecisionState::Open);
    }

    #[test]
    fn a_decision_says_what_and_its_day_is_not_before_it_was_made() {
        let wrong = Decision { words: " ".to_owned(), due: day("2015-09-06"), ..decision() };
        let codes: Vec<_> = wrong.check(day("2015-11-23")).iter().map(|one| (one.field, one.code)).collect();
        assert_eq!(codes, [("beslutning", Code::Missing), ("senest", Code::BeforeItWasMade)]);
    }
}
