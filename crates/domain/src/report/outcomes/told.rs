//! What the readings of one course say, first and latest, gathered in one pass over them.

use chrono::NaiveDate;

use crate::facts::Course;
use crate::instrument::{Instrument, Scale};
use crate::reading::{Answer, Reading};
use crate::score::{area_steps, is_of_this_version, sum_score};

/// The earliest and the latest of some values, which are added in the order of time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FirstAndLatest<T> {
    ends: Option<(T, T)>,
    days: Option<(NaiveDate, NaiveDate)>,
    count: u32,
}

impl<T> Default for FirstAndLatest<T> {
    fn default() -> Self {
        Self { ends: None, days: None, count: 0 }
    }
}

impl<T: Copy> FirstAndLatest<T> {
    fn add(&mut self, value: T, on: NaiveDate) {
        self.count += 1;
        self.ends = Some((self.ends.map_or(value, |(first, _)| first), value));
        self.days = Some((self.days.map_or(on, |(first, _)| first), on));
    }

    /// Number of readings.
    pub(crate) const fn count(&self) -> u32 {
        self.count
    }

    /// The first and the latest value.
    pub(crate) const fn ends(&self) -> Option<(T, T)> {
        self.ends
    }

    /// The days of the first and the latest.
    pub(crate) const fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.days
    }
}

/// What the readings of one course say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Told {
    /// Scores in points (R14).
    pub(crate) score: FirstAndLatest<u32>,
    /// Steps, area by area (R15).
    pub(crate) areas: Vec<FirstAndLatest<u8>>,
    /// Positions of the choice (R16).
    pub(crate) purpose: FirstAndLatest<u8>,
    /// Readings of the questionnaire without a score.
    pub(crate) incomplete_scores: u32,
    /// Stars that leave something open.
    pub(crate) incomplete_stars: u32,
    /// Complete readings of another version: questionnaires, stars and purposes (R17).
    pub(crate) other_scores: u32,
    pub(crate) other_stars: u32,
    pub(crate) other_purposes: u32,
}

/// Gathers what the readings made by `until` say.
pub(crate) fn tell(
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
                Some(score) => told.score.add(score.points, reading.made_on),
                None => told.incomplete_scores += 1,
            },
            Scale::Areas { .. } => match completed {
                Some(completed) => {
                    for (area, step) in told.areas.iter_mut().zip(area_steps(completed)) {
                        if let Some(step) = step {
                            area.add(step, reading.made_on);
                        }
                    }
                }
                None => told.incomplete_stars += 1,
            },
            Scale::Choices(_) => {
                if let (Some(_), Some(Some(Answer::Value(at)))) = (completed, reading.answers.0.first()) {
                    told.purpose.add(*at, reading.made_on);
                }
            }
        }
    }
    told
}
