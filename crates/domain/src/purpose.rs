//! The purpose of a course (R16): asked at every follow-up, may change back and forth, and each answer is kept.

use chrono::NaiveDate;

use crate::facts::Course;
use crate::instrument::{Choice, Instrument};
use crate::score::choice;

/// One answer of the purpose's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Purpose<'a> {
    /// The day it was given.
    pub on: NaiveDate,
    /// What was chosen.
    pub choice: &'a Choice,
}

/// Every answer of the course made by the day, in the order in which they were given.
pub fn history<'a>(course: &'a Course, instrument: &'a Instrument, day: NaiveDate) -> Vec<Purpose<'a>> {
    let made = course.readings.iter().filter(|reading| reading.made_on <= day);
    let mut answers: Vec<_> = made
        .filter_map(|reading| {
            let choice = choice(reading.complete(instrument)?)?;
            Some((reading.order(), Purpose { on: reading.made_on, choice }))
        })
        .collect();
    answers.sort_by_key(|(order, _)| *order);
    answers.into_iter().map(|(_, purpose)| purpose).collect()
}

/// The purpose on a day: the latest answer on or before it; `None` before the first.
pub fn on<'a>(course: &'a Course, instrument: &'a Instrument, day: NaiveDate) -> Option<Purpose<'a>> {
    history(course, instrument, day).pop()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{clarification, day, purpose, reading};
    use crate::reading::{Answer, Answers};

    /// A course whose answers are given as days and positions of the choices.
    fn answered(answers: &[(&str, u8)]) -> Course {
        let mut course = clarification(1, 1, "2015-01-01");
        for (number, (on, value)) in (1..).zip(answers) {
            let mut told = reading(number, &purpose(), on);
            told.answers = Answers(vec![Some(Answer::Value(*value))]);
            course.readings.push(told);
        }
        course
    }

    fn key_on(course: &Course, on_day: &str) -> Option<String> {
        on(course, &purpose(), day(on_day)).map(|purpose| purpose.choice.key.clone())
    }

    #[test]
    fn a_citizen_who_changes_back_and_forth_has_the_latest_answer_and_every_one_is_kept() {
        let course = answered(&[("2015-03-01", 1), ("2015-01-01", 0), ("2015-05-01", 0)]);
        assert_eq!(key_on(&course, "2014-12-31"), None);
        assert_eq!(key_on(&course, "2015-02-28").as_deref(), Some("exit"));
        assert_eq!(key_on(&course, "2015-03-01").as_deref(), Some("bedre_livssituation"));
        assert_eq!(key_on(&course, "2015-12-01").as_deref(), Some("exit"));
        assert_eq!(history(&course, &purpose(), day("2015-12-01")).len(), 3);
    }

    #[test]
    fn of_two_answers_on_one_day_the_one_made_later_counts() {
        let course = answered(&[("2015-03-01", 1), ("2015-03-01", 0)]);
        assert_eq!(key_on(&course, "2015-03-01").as_deref(), Some("exit"));
    }

    #[test]
    fn a_withdrawn_answer_was_never_given() {
        let mut course = answered(&[("2015-03-01", 1), ("2015-04-01", 0)]);
        course.readings[1].withdrawn = true;
        assert_eq!(key_on(&course, "2015-12-01").as_deref(), Some("bedre_livssituation"));
    }
}
