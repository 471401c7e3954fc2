//! A reading: one filled-in instrument on one day.

use chrono::NaiveDate;
use serde::Serialize;

use crate::code::FilledBy;
use crate::id::ReadingId;
use crate::instrument::{Instrument, Scale};
use crate::shared::Shared;

/// The answer to one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Answer {
    /// A number on the scale; for choices the position of the choice, from 0.
    Value(u8),
    /// "Not relevant" (stars only).
    NotRelevant,
    /// The citizen would not answer: kept as said, and counted as not answered.
    Declined,
}

/// The answers of a reading in the order of the instrument's items; `None` where nothing was said.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Answers(pub Vec<Option<Answer>>);

impl Answers {
    /// The compact text that the store keeps: `7,x,-,10`, where `x` is not relevant, `d` declined and `-` nothing said.
    pub fn packed(&self) -> String {
        let words: Vec<String> = self
            .0
            .iter()
            .map(|answer| match answer {
                Some(Answer::Value(value)) => value.to_string(),
                Some(Answer::NotRelevant) => "x".to_owned(),
                Some(Answer::Declined) => "d".to_owned(),
                None => "-".to_owned(),
            })
            .collect();
        words.join(",")
    }

    /// Reads the compact text.
    ///
    /// # Errors
    ///
    /// `None` where the text is none that [`Answers::packed`] writes.
    pub fn unpacked(text: &str) -> Option<Self> {
        let answer = |word: &str| match word {
            "-" => Some(None),
            "x" => Some(Some(Answer::NotRelevant)),
            "d" => Some(Some(Answer::Declined)),
            number => number.parse().ok().map(|value| Some(Answer::Value(value))),
        };
        // Room for all at once: a figure over a programme reads a hundred thousand of these.
        let mut answers = Vec::with_capacity(text.bytes().filter(|letter| *letter == b',').count() + 1);
        for word in text.split(',') {
            answers.push(answer(word)?);
        }
        Some(Self(answers))
    }
}

/// One filled-in instrument on one day, complete or not, withdrawn or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// Its id; ids made later are greater, which settles the order within a day.
    pub id: ReadingId,
    /// The instrument's key.
    pub instrument: Shared,
    /// The instrument's version (R17).
    pub version: Shared,
    /// The day it was filled in.
    pub made_on: NaiveDate,
    /// Who filled it in; `None` where not known.
    pub filled_by: Option<FilledBy>,
    /// The citizen's answers.
    pub answers: Answers,
    /// The worker's answers where the two disagree; the citizen's are reported (R15).
    pub worker_answers: Option<Answers>,
    /// Withdrawn as entered by mistake: counts as never made (R1).
    pub withdrawn: bool,
}

impl Reading {
    /// The reading as a complete one, or `None` where it is withdrawn, of another instrument, or leaves anything open (R1, R14).
    ///
    /// A star is complete when each area is scored or marked "not relevant"; a sum and a choice when each item has a number
    /// of the scale. A reading made with another version of the pack is judged by the answers that it holds, because this
    /// version's items are not the ones that were asked (R17): an upgrade of a pack undoes nobody's enrolment.
    pub fn complete<'a>(&'a self, instrument: &'a Instrument) -> Option<CompletedReading<'a>> {
        let same_version = self.version == instrument.version;
        let all_there = !self.answers.0.is_empty() && (!same_version || self.answers.0.len() == instrument.items.len());
        let counts = !self.withdrawn && self.instrument == instrument.key && all_there;
        let answered = |answer: &Option<Answer>| match (answer, &instrument.scale) {
            (Some(Answer::Value(_)), _) if !same_version => true,
            (Some(Answer::Value(value)), Scale::Areas { min, max, .. } | Scale::Sum { min, max, .. }) => {
                (min..=max).contains(&value)
            }
            (Some(Answer::Value(value)), Scale::Choices(choices)) => usize::from(*value) < choices.len(),
            (Some(Answer::NotRelevant), Scale::Areas { .. }) => true,
            (Some(Answer::NotRelevant | Answer::Declined) | None, _) => false,
        };
        (counts && self.answers.0.iter().all(answered)).then_some(CompletedReading { reading: self, instrument })
    }

    /// What orders readings in time: the day, and within it the id.
    pub const fn order(&self) -> (NaiveDate, ReadingId) {
        (self.made_on, self.id)
    }
}

/// A reading in which nothing is left open. Only [`Reading::complete`] makes one.
#[derive(Clone, Copy, Debug)]
pub struct CompletedReading<'a> {
    reading: &'a Reading,
    instrument: &'a Instrument,
}

impl<'a> CompletedReading<'a> {
    /// The reading.
    pub const fn reading(&self) -> &'a Reading {
        self.reading
    }

    /// The instrument it was judged by.
    pub const fn instrument(&self) -> &'a Instrument {
        self.instrument
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{incomplete, purpose, reading, star, who5};

    #[test]
    fn a_star_with_every_area_scored_or_not_relevant_is_complete() {
        let mut filled = reading(1, &star(), "2015-11-23");
        filled.answers.0[1] = Some(Answer::NotRelevant);
        assert!(filled.complete(&star()).is_some());
    }

    #[test]
    fn a_star_with_an_area_left_open_or_declined_is_incomplete() {
        assert!(incomplete(1, &star(), "2015-11-23").complete(&star()).is_none());
        let mut refused = reading(1, &star(), "2015-11-23");
        refused.answers.0[1] = Some(Answer::Declined);
        assert!(refused.complete(&star()).is_none());
    }

    #[test]
    fn an_answer_outside_the_scale_leaves_the_reading_incomplete() {
        for (instrument, value) in [(star(), 0), (star(), 11), (who5(), 6), (purpose(), 2)] {
            let mut outside = reading(1, &instrument, "2015-11-23");
            outside.answers.0[0] = Some(Answer::Value(value));
            assert!(outside.complete(&instrument).is_none(), "{} {value}", instrument.key);
        }
    }

    #[test]
    fn not_relevant_is_no_answer_to_a_question_that_is_added_up() {
        let mut filled = reading(1, &who5(), "2015-11-23");
        filled.answers.0[0] = Some(Answer::NotRelevant);
        assert!(filled.complete(&who5()).is_none());
    }

    #[test]
    fn a_withdrawn_reading_counts_as_never_made() {
        let withdrawn = Reading { withdrawn: true, ..reading(1, &star(), "2015-11-23") };
        assert!(withdrawn.complete(&star()).is_none());
    }

    #[test]
    fn a_reading_of_another_instrument_is_no_complete_star() {
        assert!(reading(1, &who5(), "2015-11-23").complete(&star()).is_none());
    }

    #[test]
    fn a_star_with_an_area_too_few_is_incomplete_and_one_of_an_older_version_is_not() {
        let mut short = reading(1, &star(), "2015-11-23");
        short.answers.0.pop();
        assert!(short.complete(&star()).is_none());
        short.version = "0".into();
        assert!(short.complete(&star()).is_some());
    }

    #[test]
    fn answers_survive_packing() {
        let answers = Answers(vec![Some(Answer::Value(10)), Some(Answer::NotRelevant), None, Some(Answer::Declined)]);
        assert_eq!(answers.packed(), "10,x,-,d");
        assert_eq!(Answers::unpacked("10,x,-,d"), Some(answers));
        assert_eq!(Answers::unpacked("10,q"), None);
    }
}
