//! A reading: one filled-in instrument on one day.

use chrono::NaiveDate;
use serde::Serialize;

use crate::code::FilledBy;
use crate::id::ReadingId;

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
        text.split(',').map(answer).collect::<Option<Vec<_>>>().map(Self)
    }
}

/// One filled-in instrument on one day, complete or not, withdrawn or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// Its id; ids made later are greater, which settles the order within a day.
    pub id: ReadingId,
    /// The instrument's key.
    pub instrument: String,
    /// The instrument's version (R17).
    pub version: String,
    /// The day it was filled in.
    pub made_on: NaiveDate,
    /// Who filled it in.
    pub filled_by: FilledBy,
    /// The citizen's answers.
    pub answers: Answers,
    /// The worker's answers where the two disagree; the citizen's are reported (R15).
    pub worker_answers: Option<Answers>,
    /// Withdrawn as entered by mistake: counts as never made (R1).
    pub withdrawn: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_survive_packing() {
        let answers = Answers(vec![Some(Answer::Value(10)), Some(Answer::NotRelevant), None, Some(Answer::Declined)]);
        assert_eq!(answers.packed(), "10,x,-,d");
        assert_eq!(Answers::unpacked("10,x,-,d"), Some(answers));
        assert_eq!(Answers::unpacked("10,q"), None);
    }
}
