//! What a complete reading says: a score with its band (R14), the areas' steps (R15), a choice (R16).
//!
//! Only the citizen's answers are scored; the worker's, where the two disagree, stand beside them. A reading made with another
//! version of the instrument says nothing here: its items and scale are not known, so it is never pooled silently (R17).

use serde::Serialize;

use crate::instrument::{Band, Choice, Scale};
use crate::reading::{Answer, CompletedReading};

/// The score of a reading whose items are added up (R14).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Score<'a> {
    /// The sum times the instrument's factor; WHO-5: 0-100.
    pub points: u32,
    /// The band it lies in; its `risk` tells the risk zone.
    pub band: &'a Band,
}

/// Whether the reading was made with the version of the instrument it is judged by (R17).
pub fn is_of_this_version(reading: CompletedReading<'_>) -> bool {
    reading.reading().version == reading.instrument().version
}

/// The score (R14); `None` where the instrument's items are not added up, or the version is another.
pub fn sum_score(reading: CompletedReading<'_>) -> Option<Score<'_>> {
    let Scale::Sum { factor, bands, .. } = &reading.instrument().scale else { return None };
    let points = values(reading)?.map(|value| value.map(u32::from)).sum::<Option<u32>>()?.checked_mul(*factor)?;
    let band = bands.iter().find(|band| (band.from..=band.to).contains(&points))?;
    Some(Score { points, band })
}

/// The step of each area in the instrument's order, `None` where it is not relevant (R15).
///
/// No steps at all where the instrument is no star, or the version is another.
pub fn area_steps(reading: CompletedReading<'_>) -> impl Iterator<Item = Option<u8>> {
    let is_star = matches!(reading.instrument().scale, Scale::Areas { .. });
    values(reading).filter(|_| is_star).into_iter().flatten()
}

/// The choice (R16); `None` where the instrument offers none, or the version is another.
pub fn choice(reading: CompletedReading<'_>) -> Option<&Choice> {
    let Scale::Choices(choices) = &reading.instrument().scale else { return None };
    choices.get(usize::from(values(reading)?.next()??))
}

fn values(reading: CompletedReading<'_>) -> Option<impl Iterator<Item = Option<u8>>> {
    let value = |answer: &Option<Answer>| match answer {
        Some(Answer::Value(value)) => Some(*value),
        Some(Answer::NotRelevant | Answer::Declined) | None => None,
    };
    is_of_this_version(reading).then(|| reading.reading().answers.0.iter().map(value))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::example::reading;
    use crate::file::instrument::parse_instrument;
    use crate::instrument::Instrument;
    use crate::reading::{Answers, Reading};

    fn shipped(text: &str) -> Instrument {
        parse_instrument("shipped", text).unwrap()
    }

    fn who5() -> Instrument {
        shipped(include_str!("../../../instruments/who-5.toml"))
    }

    fn answered(instrument: &Instrument, values: &[u8]) -> Reading {
        let answers = Answers(values.iter().map(|value| Some(Answer::Value(*value))).collect());
        Reading { answers, ..reading(1, instrument, "2015-01-01") }
    }

    fn points_and_risk(values: [u8; 5]) -> (u32, bool) {
        let who5 = who5();
        let reading = answered(&who5, &values);
        let score = sum_score(reading.complete(&who5).unwrap()).unwrap();
        (score.points, score.band.risk)
    }

    #[test]
    fn twelve_raw_points_are_in_the_risk_zone_and_thirteen_are_not() {
        assert_eq!(points_and_risk([3, 2, 2, 1, 4]), (48, true));
        assert_eq!(points_and_risk([3, 3, 2, 1, 4]), (52, false));
    }

    #[test]
    fn nine_raw_points_are_the_first_out_of_the_great_risk() {
        let who5 = who5();
        let band = |values: [u8; 5]| {
            let reading = answered(&who5, &values);
            sum_score(reading.complete(&who5).unwrap()).unwrap().band.to
        };
        assert_eq!(band([2, 2, 2, 1, 1]), 35);
        assert_eq!(band([2, 2, 2, 2, 1]), 50);
    }

    #[test]
    fn an_area_that_is_not_relevant_has_no_step_and_the_workers_answers_are_not_the_citizens() {
        let star = shipped(include_str!("../../../instruments/stjerne.toml"));
        let mut told = answered(&star, &[5; 10]);
        told.answers.0[6] = Some(Answer::NotRelevant);
        told.worker_answers = Some(Answers(vec![Some(Answer::Value(1)); 10]));
        let steps: Vec<_> = area_steps(told.complete(&star).unwrap()).collect();
        assert_eq!((steps[0], steps[6], steps.len()), (Some(5), None, 10));
    }

    #[test]
    fn a_reading_of_another_version_is_not_scored() {
        let who5 = who5();
        let mut old = answered(&who5, &[1; 5]);
        old.version = "1998".into();
        assert_eq!(sum_score(old.complete(&who5).unwrap()), None);
    }

    proptest! {
        #[test]
        fn a_score_is_four_times_the_sum_and_the_risk_zone_goes_to_fifty(values in [0u8..6, 0u8..6, 0u8..6, 0u8..6, 0u8..6]) {
            let (points, risk) = points_and_risk(values);
            prop_assert_eq!(points, 4 * values.iter().copied().map(u32::from).sum::<u32>());
            prop_assert_eq!(risk, points <= 50);
        }
    }
}
