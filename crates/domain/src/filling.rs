//! Instruments being filled in: each answer as it is given, until they become readings.
//!
//! A filling has no rules of its own but these: what an instrument takes for an answer, what is still missing, and on which days
//! something can have been filled in. What a star that is done leads to is `enrolment/change.rs`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use crate::facts::Course;
use crate::id::GoalId;
use crate::instrument::{Instrument, Scale};
use crate::reading::{Answer, Answers};
use crate::refusal::{Code, Refusal};

/// The key under which the goals gone through stand among the answers; no instrument has it.
const GOALS: &str = "maal";

/// What was said of a goal when the plan was gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Review {
    /// Still right.
    Right,
    /// To be put in other words.
    Changes,
    /// Reached.
    Reached,
    /// Given up.
    Dropped,
}

impl Review {
    /// Every value.
    pub const ALL: &'static [Self] = &[Self::Right, Self::Changes, Self::Reached, Self::Dropped];

    /// The code as forms and the store write it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Right => "stadig",
            Self::Changes => "aendres",
            Self::Reached => "naaet",
            Self::Dropped => "droppet",
        }
    }

    /// Reads a code; `None` for an unknown one.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|review| review.code() == text)
    }
}

/// What was answered so far: the citizen's answers and the worker's where the two disagree, instrument by instrument, and the goals
/// gone through.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Filling {
    answers: BTreeMap<String, Answers>,
    workers: BTreeMap<String, Answers>,
    reviews: BTreeMap<GoalId, Review>,
}

/// Whose answer it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The citizen's: the one that is reported (R15).
    Citizen,
    /// The worker's, where the two disagree.
    Worker,
}

/// One instrument of a filling as it becomes a reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled<'a> {
    /// The instrument.
    pub instrument: &'a Instrument,
    /// The citizen's answers.
    pub answers: Answers,
    /// The worker's, where there is one that differs.
    pub workers: Option<Answers>,
}

impl Filling {
    /// The answer to an item.
    pub fn answer(&self, whose: Whose, instrument: &Instrument, item: usize) -> Option<Answer> {
        let kept = match whose {
            Whose::Citizen => &self.answers,
            Whose::Worker => &self.workers,
        };
        kept.get(&instrument.key)?.0.get(item).copied().flatten()
    }

    /// Sets or clears the answer to an item.
    ///
    /// # Errors
    ///
    /// [`Code::AnswerOffScale`] where the instrument takes no such answer.
    pub fn set(
        &mut self,
        whose: Whose,
        instrument: &Instrument,
        item: usize,
        answer: Option<Answer>,
    ) -> Result<(), Refusal> {
        let refused = Refusal::new("svar", Code::AnswerOffScale);
        if !answer.is_none_or(|answer| takes(instrument, answer)) {
            return Err(refused);
        }
        let kept = match whose {
            Whose::Citizen => &mut self.answers,
            Whose::Worker => &mut self.workers,
        };
        let answers = kept.entry(instrument.key.clone()).or_default();
        answers.0.resize(instrument.items.len(), None);
        *answers.0.get_mut(item).ok_or(refused)? = answer;
        Ok(())
    }

    /// What was said of a goal.
    pub fn review(&self, goal: GoalId) -> Option<Review> {
        self.reviews.get(&goal).copied()
    }

    /// Says something of a goal.
    pub fn set_review(&mut self, goal: GoalId, review: Option<Review>) {
        match review {
            Some(review) => self.reviews.insert(goal, review),
            None => self.reviews.remove(&goal),
        };
    }

    /// Every goal gone through.
    pub fn reviews(&self) -> impl Iterator<Item = (GoalId, Review)> {
        self.reviews.iter().map(|(goal, review)| (*goal, *review))
    }

    /// How many items of an instrument have been answered; what the citizen would not answer was answered so.
    pub fn answered(&self, instrument: &Instrument) -> usize {
        (0..instrument.items.len()).filter(|item| self.answer(Whose::Citizen, instrument, *item).is_some()).count()
    }

    /// The items of an instrument that keep it from being complete: not answered, or "would not answer".
    pub fn open(&self, instrument: &Instrument) -> Vec<usize> {
        let is_open =
            |item: &usize| matches!(self.answer(Whose::Citizen, instrument, *item), None | Some(Answer::Declined));
        (0..instrument.items.len()).filter(is_open).collect()
    }

    /// Each instrument that has an answer, as it becomes a reading. The worker's answers are kept where one differs from the citizen's.
    pub fn filled<'a>(&self, instruments: &'a [Instrument]) -> Vec<Filled<'a>> {
        let filled = |instrument: &'a Instrument| {
            let of =
                |whose| Answers((0..instrument.items.len()).map(|item| self.answer(whose, instrument, item)).collect());
            let (answers, workers) = (of(Whose::Citizen), of(Whose::Worker));
            let differs = |(worker, citizen): (&Option<Answer>, &Option<Answer>)| worker.is_some() && worker != citizen;
            let disagree = workers.0.iter().zip(&answers.0).any(differs);
            let given = answers.0.iter().any(Option::is_some);
            given.then(|| Filled { instrument, answers, workers: disagree.then_some(workers) })
        };
        instruments.iter().filter_map(filled).collect()
    }

    /// The compact texts that the store keeps: the answers with the goals, and the worker's answers.
    pub fn packed(&self) -> (String, Option<String>) {
        let mut entries = pack(&self.answers);
        if !self.reviews.is_empty() {
            let reviews: Vec<String> =
                self.reviews.iter().map(|(goal, review)| format!("{goal}:{}", review.code())).collect();
            entries.push(format!("{GOALS}={}", reviews.join(",")));
        }
        let workers = pack(&self.workers);
        (entries.join(";"), (!workers.is_empty()).then(|| workers.join(";")))
    }

    /// Reads the compact texts.
    ///
    /// # Errors
    ///
    /// `None` where they are none that [`Filling::packed`] writes.
    pub fn unpacked(answers: &str, workers: Option<&str>) -> Option<Self> {
        let mut filling = Self::default();
        for (key, value) in entries(answers)? {
            if key == GOALS {
                for entry in value.split(',') {
                    let (goal, review) = entry.split_once(':')?;
                    filling.reviews.insert(GoalId(goal.parse().ok()?), Review::parse(review)?);
                }
            } else {
                filling.answers.insert(key.to_owned(), Answers::unpacked(value)?);
            }
        }
        for (key, value) in entries(workers.unwrap_or_default())? {
            filling.workers.insert(key.to_owned(), Answers::unpacked(value)?);
        }
        Some(filling)
    }

    /// The filling that a reading would have come from, to correct it with.
    pub fn of_reading(instrument: &Instrument, answers: &Answers, workers: Option<&Answers>) -> Self {
        let mut filling = Self::default();
        filling.answers.insert(instrument.key.clone(), answers.clone());
        if let Some(workers) = workers {
            filling.workers.insert(instrument.key.clone(), workers.clone());
        }
        filling
    }
}

fn pack(answers: &BTreeMap<String, Answers>) -> Vec<String> {
    answers.iter().map(|(key, answers)| format!("{key}={}", answers.packed())).collect()
}

fn entries(text: &str) -> Option<Vec<(&str, &str)>> {
    text.split(';').filter(|entry| !entry.is_empty()).map(|entry| entry.split_once('=')).collect()
}

/// Whether an instrument takes this for an answer.
pub fn takes(instrument: &Instrument, answer: Answer) -> bool {
    match (answer, &instrument.scale) {
        (Answer::Value(value), Scale::Areas { min, max, .. } | Scale::Sum { min, max, .. }) => {
            (*min..=*max).contains(&value)
        }
        (Answer::Value(value), Scale::Choices(choices)) => usize::from(value) < choices.len(),
        (Answer::NotRelevant, Scale::Areas { .. }) | (Answer::Declined, _) => true,
        (Answer::NotRelevant, _) => false,
    }
}

/// Why nothing can have been filled in on the day: it is still to come, or lies before the clarification. Part of every rule about
/// a reading's day.
pub(crate) fn impossible_day(course: &Course, on: NaiveDate, today: NaiveDate) -> impl Iterator<Item = Refusal> {
    let refused = |applies: bool, code| applies.then_some(Refusal::new("made_on", code));
    [refused(on > today, Code::InTheFuture), refused(on < course.clarification_began_on, Code::BeforeClarification)]
        .into_iter()
        .flatten()
}

/// Whether a reading of the course can have been made on the day: not in the future, not before the clarification, not after the
/// course's end (on its last day it can).
///
/// # Errors
///
/// Every refusal at once, each at `made_on`.
pub fn made_on(course: &Course, on: NaiveDate, today: NaiveDate) -> Result<(), Vec<Refusal>> {
    let closed = course.closing.as_ref().is_some_and(|closing| closing.on < on);
    let left = course.clarification_ended_on.is_some_and(|ended| ended < on);
    let after = (closed || left).then_some(Refusal::new("made_on", Code::CourseEnded));
    let refusals: Vec<Refusal> = impossible_day(course, on, today).chain(after).collect();
    if refusals.is_empty() { Ok(()) } else { Err(refusals) }
}

#[cfg(test)]
mod tests;
