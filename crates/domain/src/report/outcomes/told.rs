//! What the readings of one course say, first and latest, gathered in one pass over them.

use chrono::NaiveDate;

use crate::facts::Course;
use crate::instrument::{Instrument, Scale};
use crate::reading::{Answer, Reading};
use crate::score::{area_steps, is_of_this_version, sum_score};

/// The earliest and the latest of some values, which are added in the order of time.
#[derive(Clone, Copy, Debug)]
pub(super) struct FirstAndLatest<T> {
    ends: Option<(T, T)>,
    count: u32,
}

impl<T> Default for FirstAndLatest<T> {
    fn default() -> Self {
        Self { ends: None, count: 0 }
    }
}

impl<T: Copy> FirstAndLatest<T> {
    fn add(&mut self, value: T) {
        self.count += 1;
        self.ends = Some((self.ends.map_or(value, |(first, _)| first), value));
    }

    /// Number of readings.
    pub(super) const fn count(&self) -> u32 {
        self.count
    }

    /// The first and the latest value.
    pub(super) const fn ends(&self) -> Option<(T, T)> {
        self.ends
    }
}

/// What the readings of one course say.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    /// Scores in points (R14).
    pub(super) score: FirstAndLatest<u32>,
    /// Steps, area by area (R15).
    pub(super) areas: Vec<FirstAndLatest<u8>>,
    /// Positions of the choice (R16).
    pub(super) purpose: FirstAndLatest<u8>,
    /// Readings of the questionnaire without a score.
    pub(super) incomplete_scores: u32,
    /// Stars that leave something open.
    pub(super) incomplete_stars: u32,
    /// Complete readings of another version: questionnaires, stars and purposes (R17).
    pub(super) other_scores: u32,
    pub(super) other_stars: u32,
    pub(super) other_purposes: u32,
}

/// Gathers what the readings made by `until` say.
pub(super) fn tell(
    course: &Course,
    sum: Option<&Instrument>,
    star: Option<&Instrument>,
    purpose: Option<&Instrument>,
    until: NaiveDate,
) -> Told {
    let mut told =
        Told { areas: vec![FirstAndLatest::default(); star.map_or(0, |star| star.items.len())], ..Told::default() };
    let mut made: Vec<&Reading> =
        course.readings.iter().filter(|reading| !reading.withdrawn && reading.made_on <= until).collect();
    made.sort_unstable_by_key(|reading| reading.order());
    for reading in made {
        let of = [sum, star, purpose].into_iter().flatten().find(|instrument| instrument.key == reading.instrument);
        let Some(instrument) = of else { continue };
        let completed = reading.complete(instrument);
        let other = completed.is_some_and(|completed| !is_of_this_version(completed));
        match &instrument.scale {
            Scale::Sum { .. } if other => told.other_scores += 1,
            Scale::Areas { .. } if other => told.other_stars += 1,
            Scale::Choices(_) if other => told.other_purposes += 1,
            Scale::Sum { .. } => match completed.and_then(sum_score) {
                Some(score) => told.score.add(score.points),
                None => told.incomplete_scores += 1,
            },
            Scale::Areas { .. } => match completed {
                Some(completed) => {
                    for (area, step) in told.areas.iter_mut().zip(area_steps(completed)) {
                        if let Some(step) = step {
                            area.add(step);
                        }
                    }
                }
                None => told.incomplete_stars += 1,
            },
            Scale::Choices(_) => {
                if let (Some(_), Some(Some(Answer::Value(at)))) = (completed, reading.answers.0.first()) {
                    told.purpose.add(*at);
                }
            }
        }
    }
    told
}
