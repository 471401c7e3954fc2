//! What was learnt (M24): notes without personal data, read through by a second person before they are shared; where each was shared;
//! what is to be anchored, to whom and by when.
//!
//! What a note is warned of before it is kept is in `knowledge/heed.rs`; whom a description fits, in `knowledge/fits.rs`.

pub mod fits;
pub mod heed;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::code::{Audience, PaperKind};
use crate::id::UserId;
use crate::paper::{Faults, Paper};
use crate::refusal::{Code, Refusal};

/// Who read a note through, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Who.
    pub by: UserId,
    /// The day.
    pub on: NaiveDate,
}

/// A note of what was learnt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What it is called.
    pub title: String,
    /// Its topic.
    pub topic: String,
    /// Whom it is for.
    pub audiences: Vec<Audience>,
    /// What was learnt.
    pub words: String,
    /// Who wrote it last.
    pub author: UserId,
    /// Why what the author was warned of tells on nobody; empty where there was no warning.
    pub confirmed: String,
    /// Who read it through since it was written.
    pub reviewed: Option<Review>,
}

impl Note {
    /// Notes that somebody else than its author has read it through.
    ///
    /// # Errors
    ///
    /// [`Code::OwnNote`] where the author did.
    pub fn review(&mut self, by: UserId, on: NaiveDate) -> Result<(), Refusal> {
        if by == self.author {
            return Err(Refusal::new("", Code::OwnNote));
        }
        self.reviewed = Some(Review { by, on });
        Ok(())
    }
}

impl Paper for Note {
    const KIND: PaperKind = PaperKind::Note;

    fn check(&self, _: NaiveDate) -> Vec<Refusal> {
        let mut faults = Faults::default();
        faults.line("titel", &self.title).line("emne", &self.topic);
        faults.refuse(self.words.trim().is_empty(), "tekst", Code::Missing).text("tekst", &self.words);
        faults.refuse(self.audiences.is_empty(), "maalgruppe", Code::ChoiceNeeded).text("grund", &self.confirmed);
        faults.0
    }
}

/// Where a note was shared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sharing {
    /// The note.
    pub note: Uuid,
    /// Which audience.
    pub audience: Audience,
    /// With whom.
    pub to: String,
    /// The day.
    pub on: NaiveDate,
    /// What came of it.
    pub came: String,
}

impl Paper for Sharing {
    const KIND: PaperKind = PaperKind::Sharing;

    fn check(&self, today: NaiveDate) -> Vec<Refusal> {
        let mut faults = Faults::default();
        faults.line("modtager", &self.to).past("dato", Some(self.on), today).text("kom", &self.came);
        faults.0
    }

    fn refers(&self) -> Vec<(&'static str, PaperKind, Uuid)> {
        vec![("viden", PaperKind::Note, self.note)]
    }
}

/// Something to be anchored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchoring {
    /// What.
    pub what: String,
    /// Which audience.
    pub audience: Audience,
    /// To whom.
    pub to: String,
    /// By when.
    pub due: NaiveDate,
    /// The day it was done.
    pub done_on: Option<NaiveDate>,
    /// The note it is about, where there is one.
    pub note: Option<Uuid>,
}

impl Anchoring {
    /// Whether its day is over and it is not done.
    pub fn is_overdue(&self, day: NaiveDate) -> bool {
        self.done_on.is_none() && self.due < day
    }
}

impl Paper for Anchoring {
    const KIND: PaperKind = PaperKind::Anchoring;

    fn check(&self, today: NaiveDate) -> Vec<Refusal> {
        let mut faults = Faults::default();
        faults.line("hvad", &self.what).line("modtager", &self.to).past("gjort", self.done_on, today);
        faults.0
    }

    fn refers(&self) -> Vec<(&'static str, PaperKind, Uuid)> {
        self.note.map(|note| ("viden", PaperKind::Note, note)).into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{day, worker};

    #[test]
    fn a_note_is_read_through_by_somebody_else_than_its_author() {
        let mut note = Note {
            title: "Fast tid".to_owned(),
            topic: "Kontakt".to_owned(),
            audiences: vec![Audience::Staff],
            words: "En fast tid i ugen virker.".to_owned(),
            author: worker(1),
            confirmed: String::new(),
            reviewed: None,
        };
        assert_eq!(note.check(day("2015-11-23")), []);
        assert_eq!(note.review(worker(1), day("2015-11-23")), Err(Refusal::new("", Code::OwnNote)));
        assert_eq!(note.reviewed, None);
        note.review(worker(2), day("2015-11-23")).unwrap();
        assert_eq!(note.reviewed.map(|review| review.by), Some(worker(2)));
        note.audiences.clear();
        assert_eq!(note.check(day("2015-11-23")), [Refusal::new("maalgruppe", Code::ChoiceNeeded)]);
    }

    #[test]
    fn what_is_to_be_anchored_is_overdue_the_day_after_and_never_when_done() {
        let mut plan = Anchoring {
            what: "Metoden".to_owned(),
            audience: Audience::Employment,
            to: "Jobcentret".to_owned(),
            due: day("2015-11-22"),
            done_on: None,
            note: None,
        };
        assert!(!plan.is_overdue(day("2015-11-22")) && plan.is_overdue(day("2015-11-23")));
        plan.done_on = Some(day("2015-11-23"));
        assert!(!plan.is_overdue(day("2015-12-23")));
        plan.done_on = Some(day("2015-11-24"));
        assert_eq!(plan.check(day("2015-11-23")), [Refusal::new("gjort", Code::InTheFuture)]);
    }
}
