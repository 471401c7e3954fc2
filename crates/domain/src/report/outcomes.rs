//! Outcomes (R14 to R16): readings first and latest, person by person. Before-and-after figures, not effects (R20).
//!
//! In it are the courses enrolled by the period's end and not closed before its start, with their readings made by its end. What a
//! course's readings say is told by `outcomes/told.rs`; here each person is stood for by one course and counted.

mod figure;
pub(crate) mod told;

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

pub use self::figure::{Area, Change, Outcomes, Purposes, Stage, Star, Who5, Zone};
use self::told::{FirstAndLatest, Told, tell};
use super::median::median;
use crate::facts::{Course, Merge};
use crate::instrument::{Band, Instrument, Item, Scale};
use crate::programme::{Period, Text};
use crate::status::Persons;

/// Counts the outcomes of a period. The courses need all their readings of the instruments.
///
/// `enrolling` is the programme's enrolling instrument; of `instruments` the first of each kind of scale is told about.
pub fn outcomes(
    courses: &[Course],
    merges: &[Merge],
    instruments: &[Instrument],
    enrolling: &Instrument,
    period: Period,
) -> Outcomes {
    let persons = Persons::new(merges);
    let of_kind = |is: fn(&Scale) -> bool| instruments.iter().find(|instrument| is(&instrument.scale));
    let sum = of_kind(|scale| matches!(scale, Scale::Sum { .. }));
    let star = of_kind(|scale| matches!(scale, Scale::Areas { .. }));
    let purpose = of_kind(|scale| matches!(scale, Scale::Choices(_)));
    let mut in_period: Vec<_> = courses
        .iter()
        .filter(|course| course.closing.as_ref().is_none_or(|closing| closing.on >= period.from))
        .filter_map(|course| course.enrolled_on(enrolling).filter(|on| *on <= period.to).map(|on| (on, course)))
        .map(|(on, course)| ((persons.of(course.citizen), Reverse((on, course.id))), course))
        .collect();
    in_period.sort_unstable_by_key(|(key, _)| *key);
    let told: Vec<_> =
        in_period.iter().map(|((person, _), course)| (*person, tell(course, sum, star, purpose, period.to))).collect();
    let persons: Vec<&[_]> = told.chunk_by(|(one, _), (next, _)| one == next).collect();
    let all = || told.iter().map(|(_, told)| told);
    Outcomes {
        definition: "outcomes",
        from: period.from,
        to: period.to,
        n: number(persons.len()),
        who5: sum.map(|instrument| who5(&persons, instrument, all())),
        star: star.map(|instrument| Star {
            areas: (0..).zip(&instrument.items).map(|(at, item)| area(&persons, instrument, at, item)).collect(),
            incomplete: all().map(|told| told.incomplete_stars).sum(),
            other_versions: all().map(|told| told.other_stars).sum(),
            lowest: ends(instrument).0,
            highest: ends(instrument).1,
            stages: stages(instrument).iter().map(|(from, text)| Stage { from: *from, text: text.clone() }).collect(),
        }),
        purpose: purpose.map(|instrument| purposes(&persons, instrument, all())),
    }
}

/// What stands for each person: the course enrolled last that has `least` readings or more (R15).
fn standing_for<'a, P: 'a, T: Copy + 'a>(
    persons: &'a [&'a [(P, Told)]],
    least: u32,
    of: impl Fn(&Told) -> Option<&FirstAndLatest<T>> + 'a,
) -> impl Iterator<Item = (T, T)> + 'a {
    persons.iter().filter_map(move |courses| {
        courses
            .iter()
            .filter_map(|(_, told)| of(told))
            .find(|told| told.count() >= least)
            .and_then(FirstAndLatest::ends)
    })
}

fn who5<'a, P>(persons: &[&[(P, Told)]], instrument: &Instrument, all: impl Iterator<Item = &'a Told>) -> Who5 {
    let Scale::Sum { change_counts_from, bands, .. } = &instrument.scale else { return Who5::default() };
    let is_risk = |points: u32| bands.iter().any(|band| band.risk && (band.from..=band.to).contains(&points));
    let zone = |band: &Band| Zone { band: band.clone(), first: 0, latest: 0 };
    let mut figure = Who5 { zones: bands.iter().map(zone).collect(), ..Who5::default() };
    let (mut firsts, mut latests) = (Vec::new(), Vec::new());
    for (first, latest) in standing_for(persons, 2, |told| Some(&told.score)) {
        figure.risk_zone_first += u32::from(is_risk(first));
        figure.risk_zone_latest += u32::from(is_risk(latest));
        for zone in &mut figure.zones {
            let holds = |points| u32::from((zone.band.from..=zone.band.to).contains(&points));
            (zone.first, zone.latest) = (zone.first + holds(first), zone.latest + holds(latest));
        }
        match (first.abs_diff(latest) >= *change_counts_from, latest.cmp(&first)) {
            (true, Ordering::Greater) => figure.improved += 1,
            (true, Ordering::Less) => figure.worsened += 1,
            _ => figure.same += 1,
        }
        firsts.push(first);
        latests.push(latest);
    }
    figure.n = number(firsts.len());
    figure.missing = number(persons.len()) - figure.n;
    (figure.median_first, figure.median_latest) = (median(firsts), median(latests));
    for told in all {
        figure.incomplete += told.incomplete_scores;
        figure.other_versions += told.other_scores;
    }
    figure
}

fn area<P>(persons: &[&[(P, Told)]], instrument: &Instrument, at: usize, item: &Item) -> Area {
    let stage = |step: u8| stages(instrument).iter().filter(|(from, _)| *from <= step).count();
    let mut steps: Vec<(u8, u8)> = standing_for(persons, 2, |told| told.areas.get(at)).collect();
    steps.sort_unstable();
    let (firsts, latests): (Vec<u8>, Vec<u8>) = steps.iter().copied().unzip();
    let count =
        |is: &dyn Fn(u8, u8) -> bool| number(steps.iter().filter(|(first, latest)| is(*first, *latest)).count());
    let n = number(steps.len());
    let (up, down) = (count(&|first, latest| latest > first), count(&|first, latest| latest < first));
    Area {
        area: item.key.clone(),
        name: item.text.clone(),
        n,
        missing: number(persons.len()) - n,
        up,
        same: n - up - down,
        down,
        stage_up: count(&|first, latest| stage(latest) > stage(first)),
        stage_down: count(&|first, latest| stage(latest) < stage(first)),
        median_first: median(firsts),
        median_latest: median(latests),
        steps,
    }
}

/// The stages of a star; none where its pack names none.
fn stages(instrument: &Instrument) -> &[(u8, Text)] {
    if let Scale::Areas { stages, .. } = &instrument.scale { stages } else { &[] }
}

/// The lowest and the highest step of a star.
const fn ends(instrument: &Instrument) -> (u8, u8) {
    if let Scale::Areas { min, max, .. } = &instrument.scale { (*min, *max) } else { (0, 0) }
}

fn purposes<'a, P>(persons: &[&[(P, Told)]], instrument: &Instrument, all: impl Iterator<Item = &'a Told>) -> Purposes {
    let Scale::Choices(choices) = &instrument.scale else { return Purposes::default() };
    let none: BTreeMap<String, u32> = choices.iter().map(|choice| (choice.key.clone(), 0)).collect();
    let mut figure = Purposes { first: none.clone(), latest: none, choices: choices.clone(), ..Purposes::default() };
    let count = |of: &mut BTreeMap<String, u32>, at: u8| {
        if let Some(count) = choices.get(usize::from(at)).and_then(|choice| of.get_mut(&choice.key)) {
            *count += 1;
        }
    };
    let mut between: BTreeMap<(u8, u8), u32> = BTreeMap::new();
    for (first, latest) in standing_for(persons, 1, |told| Some(&told.purpose)) {
        figure.n += 1;
        figure.changed += u32::from(first != latest);
        count(&mut figure.first, first);
        count(&mut figure.latest, latest);
        *between.entry((first, latest)).or_default() += 1;
    }
    let keyed = || (0u8..).zip(choices);
    for (first, from) in keyed() {
        figure.changes.extend(keyed().map(|(latest, to)| Change {
            from: from.key.clone(),
            to: to.key.clone(),
            n: between.get(&(first, latest)).copied().unwrap_or_default(),
        }));
    }
    figure.missing = number(persons.len()) - figure.n;
    figure.other_versions = all.map(|told| told.other_purposes).sum();
    figure
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
