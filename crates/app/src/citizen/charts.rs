//! The star, the scores and the purpose of one course, from its complete readings by a day.

use chrono::NaiveDate;
use domain::facts::Course;
use domain::instrument::{Instrument, Scale};
use domain::reading::{Answer, CompletedReading};
use domain::score::{area_steps, is_of_this_version, sum_score};

use crate::view::citizen::{Purpose, ScorePoint, Scores, Star, StarArea};

/// The complete readings of an instrument by the day, oldest first, of its present version only (R17).
pub(crate) fn complete<'a>(
    course: &'a Course,
    instrument: &'a Instrument,
    day: NaiveDate,
) -> Vec<CompletedReading<'a>> {
    let mut complete: Vec<_> = course
        .readings
        .iter()
        .filter(|reading| reading.made_on <= day)
        .filter_map(|reading| reading.complete(instrument))
        .filter(|reading| is_of_this_version(*reading))
        .collect();
    complete.sort_by_key(|reading| reading.reading().order());
    complete
}

/// The star first and latest, area by area (R15).
pub(super) fn star(course: &Course, instruments: &[Instrument], day: NaiveDate) -> Option<Star> {
    let instrument = instruments.iter().find(|pack| matches!(pack.scale, Scale::Areas { .. }))?;
    let readings = complete(course, instrument, day);
    star_of(instrument, &readings, readings.len() as u64)
}

/// The star of some readings, oldest first, out of `count`.
pub(crate) fn star_of(instrument: &Instrument, readings: &[CompletedReading<'_>], count: u64) -> Option<Star> {
    let Scale::Areas { min, max, .. } = instrument.scale else { return None };
    let (first, latest) = (readings.first()?.reading(), readings.last()?.reading());
    let steps: Vec<Vec<Option<u8>>> = readings.iter().map(|reading| area_steps(*reading).collect()).collect();
    let areas = instrument.items.iter().enumerate().map(|(at, item)| {
        let scored = || steps.iter().filter_map(|areas| areas.get(at).copied().flatten());
        let answer = latest.answers.0.get(at).copied().flatten();
        let workers = latest.worker_answers.as_ref().and_then(|answers| answers.0.get(at).copied().flatten());
        let worker = match workers {
            Some(Answer::Value(step)) if workers != answer => Some(step),
            _ => None,
        };
        StarArea {
            name: item.text.clone(),
            first: scored().next(),
            latest: scored().next_back(),
            not_relevant_now: answer == Some(Answer::NotRelevant),
            worker,
        }
    });
    Some(Star {
        title: instrument.title.clone(),
        licence: instrument.licence.clone(),
        min,
        max,
        rings: rings(min, max),
        readings: count,
        first_on: first.made_on,
        latest_on: latest.made_on,
        areas: areas.collect(),
    })
}

/// The ends of the scale and what lies a third of it apart: enough to read a step by, few enough to stay behind the lines.
fn rings(min: u8, max: u8) -> Vec<u8> {
    let thirds = (0..=3u16).filter_map(|third| u8::try_from(u16::from(max.saturating_sub(min)) * third / 3).ok());
    let mut rings: Vec<u8> = thirds.map(|above| min.saturating_add(above)).collect();
    rings.dedup();
    rings
}

/// The instruments that are added up, over time (R14); a reading that is not complete stands there without a score.
pub(crate) fn scores(course: &Course, instruments: &[Instrument], day: NaiveDate) -> Vec<Scores> {
    let scores = |instrument: &Instrument| {
        let Scale::Sum { max, factor, bands, change_counts_from, .. } = &instrument.scale else { return None };
        let mut made: Vec<_> = course
            .readings
            .iter()
            .filter(|reading| reading.instrument == instrument.key && !reading.withdrawn && reading.made_on <= day)
            .collect();
        made.sort_by_key(|reading| reading.order());
        let points: Vec<ScorePoint> = made
            .into_iter()
            .map(|reading| {
                let score = reading.complete(instrument).and_then(sum_score).map(|score| score.points);
                ScorePoint { on: reading.made_on, score }
            })
            .collect();
        let highest = u32::from(*max) * factor * u32::try_from(instrument.items.len()).unwrap_or(u32::MAX);
        (!points.is_empty()).then(|| Scores {
            title: instrument.title.clone(),
            licence: instrument.licence.clone(),
            max: highest,
            bands: bands.clone(),
            change_counts_from: *change_counts_from,
            points,
        })
    };
    instruments.iter().filter_map(scores).collect()
}

/// The answers about the purpose, oldest first (R16).
pub(crate) fn purposes(course: &Course, instruments: &[Instrument], day: NaiveDate) -> Vec<Purpose> {
    let Some(instrument) = instruments.iter().find(|pack| matches!(pack.scale, Scale::Choices(_))) else {
        return Vec::new();
    };
    domain::purpose::history(course, instrument, day)
        .into_iter()
        .map(|purpose| Purpose { on: purpose.on, key: purpose.choice.key.clone(), text: purpose.choice.text.clone() })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::rings;

    #[test]
    fn the_rings_are_the_ends_of_the_scale_and_its_thirds() {
        assert_eq!(rings(1, 10), [1, 4, 7, 10]);
        assert_eq!(rings(1, 5), [1, 2, 3, 5]);
        assert_eq!(rings(0, 1), [0, 1]);
        assert_eq!(rings(0, 255), [0, 85, 170, 255]);
    }
}
