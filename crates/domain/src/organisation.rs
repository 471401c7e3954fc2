//! Who the effort is made of (M26): units, people with a function from when to when, groups with their members.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::code::{GroupKind, PaperKind};
use crate::paper::{Faults, Paper, Who};
use crate::refusal::Refusal;

/// A unit of the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// Its name.
    pub name: String,
    /// What it does in the effort.
    pub words: String,
}

impl Paper for Unit {
    const KIND: PaperKind = PaperKind::Unit;

    fn check(&self, _: NaiveDate) -> Vec<Refusal> {
        let mut faults = Faults::default();
        faults.line("navn", &self.name).text("tekst", &self.words);
        faults.0
    }
}

/// Somebody without an account: kept under a key of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outsider {
    /// The name.
    pub name: String,
    /// Where they are from.
    pub place: String,
}

impl Paper for Outsider {
    const KIND: PaperKind = PaperKind::Outsider;

    fn check(&self, _: NaiveDate) -> Vec<Refusal> {
        let mut faults = Faults::default();
        faults.line("navn", &self.name).short("sted", &self.place);
        faults.0
    }
}

/// A person's function in a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// The unit.
    pub unit: Uuid,
    /// Who.
    pub who: Who,
    /// What they do.
    pub function: String,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: Option<NaiveDate>,
}

impl Paper for Post {
    const KIND: PaperKind = PaperKind::Post;

    fn check(&self, _: NaiveDate) -> Vec<Refusal> {
        let mut faults = Faults::default();
        faults.line("funktion", &self.function).order("til", self.from, self.to);
        faults.0
    }

    fn refers(&self) -> Vec<(&'static str, PaperKind, Uuid)> {
        vec![("enhed", PaperKind::Unit, self.unit)]
    }

    fn people(&self) -> Vec<(&'static str, Who)> {
        vec![("hvem", self.who)]
    }
}

/// A group that meets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub kind: GroupKind,
    /// Its task, in words.
    pub words: String,
}

impl Paper for Group {
    const KIND: PaperKind = PaperKind::Group;

    fn check(&self, _: NaiveDate) -> Vec<Refusal> {
        let mut faults = Faults::default();
        faults.line("navn", &self.name).text("tekst", &self.words);
        faults.0
    }
}

/// A person's place in a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// The group.
    pub group: Uuid,
    /// Who.
    pub who: Who,
    /// What they are in the group; may be empty.
    pub function: String,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: Option<NaiveDate>,
}

impl Seat {
    /// Whether the place is taken on a day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

impl Paper for Seat {
    const KIND: PaperKind = PaperKind::Seat;

    fn check(&self, _: NaiveDate) -> Vec<Refusal> {
        let mut faults = Faults::default();
        faults.short("funktion", &self.function).order("til", self.from, self.to);
        faults.0
    }

    fn refers(&self) -> Vec<(&'static str, PaperKind, Uuid)> {
        vec![("gruppe", PaperKind::Group, self.group)]
    }

    fn people(&self) -> Vec<(&'static str, Who)> {
        vec![("hvem", self.who)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{day, worker};
    use crate::refusal::Code;

    #[test]
    fn a_place_is_taken_from_its_first_day_to_its_last() {
        let seat = |to: Option<&str>| Seat {
            group: Uuid::nil(),
            who: Who::User(worker(7)),
            function: String::new(),
            from: day("2015-02-01"),
            to: to.map(day),
        };
        let on = |day_, to| seat(to).holds_on(day(day_));
        assert!(!on("2015-01-31", None) && on("2015-02-01", None) && on("2016-12-31", None));
        assert!(on("2015-10-31", Some("2015-10-31")) && !on("2015-11-01", Some("2015-10-31")));
        let wrong = seat(Some("2015-01-01")).check(day("2015-11-23"));
        assert_eq!(wrong, [Refusal::new("til", Code::EndsBeforeItBegins)]);
    }

    #[test]
    fn a_post_says_what_somebody_does() {
        let post = Post {
            unit: Uuid::nil(),
            who: Who::Outsider(Uuid::nil()),
            function: " ".to_owned(),
            from: day("2015-02-01"),
            to: None,
        };
        assert_eq!(post.check(day("2015-11-23")), [Refusal::new("funktion", Code::Missing)]);
        assert_eq!(post.people(), [("hvem", Who::Outsider(Uuid::nil()))]);
    }
}
