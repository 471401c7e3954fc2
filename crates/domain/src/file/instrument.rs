//! Reads `instruments/<key>.toml`: a questionnaire or star, with worked examples that must come out.
//!
//! To add an instrument: a file there with its items, a scale of one of the three kinds and at least one example. An example that
//! does not come out is a fault of the file.

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::DeValue;
use uuid::Uuid;

use super::section::{Section, integer, shown};
use super::{FileFault, parse};
use crate::code::FilledBy;
use crate::id::ReadingId;
use crate::instrument::{Band, Choice, Instrument, Item, Scale};
use crate::programme::Text;
use crate::reading::{Answer, Answers, Reading};
use crate::score;

/// The most items an instrument can have.
const MOST_ITEMS: usize = 100;

/// Reads an instrument's file, and works its examples out.
///
/// # Errors
///
/// Every fault at once, in the order of the lines; where the text is no TOML, what is wrong with it.
pub fn parse_instrument(file_name: &str, text: &str) -> Result<Instrument, Vec<FileFault>> {
    parse(file_name, text, |root| {
        let (key, version) = (root.key("id"), root.words("version"));
        let title = root.section("title", Section::languages);
        let licence = root.words("licence");
        let items = root.sections("items", 1, item);
        if let Some(items) = &items {
            let keys: Vec<_> = items.iter().map(|((item, at), _)| (item.key.clone(), *at)).collect();
            root.each_once("items", &keys);
        }
        let count = items.as_ref().map_or(0, Vec::len);
        if count > MOST_ITEMS {
            let at = root.at("items");
            root.fault(at, format!("`items` has {count}: write at most {MOST_ITEMS}"));
        }
        let scale = root.section("scale", |section| scale(section, count));
        if let (Some(Scale::Choices(_)), 2..) = (&scale, count) {
            let at = root.at("items");
            root.fault(at, format!("`items` has {count}: a scale of choices has one item"));
        }
        let read = || {
            Some(Instrument {
                key: key?.0,
                version: version?,
                title: title?,
                licence: licence?,
                items: items?.into_iter().map(|((item, _), _)| item).collect(),
                scale: scale?,
            })
        };
        let instrument = read();
        root.sections("examples", 1, |section| example(section, instrument.as_ref()));
        instrument
    })
}

/// One item, and where its key stands.
fn item(section: &mut Section<'_>) -> Option<(Item, usize)> {
    let (key, text) = (section.key("key"), section.languages());
    let (key, at) = key?;
    Some((Item { key, text: text? }, at))
}

fn scale(section: &mut Section<'_>, items: usize) -> Option<Scale> {
    let kind = section.words("kind")?;
    match kind.as_str() {
        "areas" => areas(section),
        "sum" => sum(section, u32::try_from(items.min(MOST_ITEMS)).unwrap_or(0)),
        "choices" => choices(section),
        _ => {
            let at = section.at("kind");
            section.fault(at, format!("`kind` is \"{kind}\": write \"areas\", \"sum\" or \"choices\""));
            None
        }
    }
}

/// `min` and `max`, of which the second is the greater.
fn bounds(section: &mut Section<'_>) -> Option<(u8, u8)> {
    let (min, max) = (section.step("min"), section.step("max"));
    let (min, max) = (min?, max?);
    if min >= max {
        let at = section.at("max");
        section.fault(at, format!("`max` is {max}: write a number above `min`, which is {min}"));
        return None;
    }
    Some((min, max))
}

fn areas(section: &mut Section<'_>) -> Option<Scale> {
    let bounds = bounds(section);
    let stages = section.sections("stages", 1, |stage| {
        let (from, words) = (stage.step("from"), stage.languages());
        Some((from?, words?))
    });
    let ((min, max), stages) = (bounds?, stages?);
    let mut next = min;
    for (index, ((from, _), at)) in stages.iter().enumerate() {
        let right = if index == 0 { *from == min } else { (next..=max).contains(from) };
        if !right {
            let allowed = if index == 0 { min.to_string() } else { format!("{next} to {max}") };
            section.fault(*at, format!("`stages` goes on from {from}: write {allowed}, low to high, from `min` on"));
        }
        next = from.saturating_add(1);
    }
    Some(Scale::Areas { min, max, stages: stages.into_iter().map(|(stage, _)| stage).collect() })
}

fn sum(section: &mut Section<'_>, items: u32) -> Option<Scale> {
    let bounds = bounds(section);
    let factor = section.whole("factor", 1..=100);
    let change_counts_from = section.whole("change_counts_from", 1..=10_000);
    let answers = answers(section, bounds);
    let bands = section.sections("bands", 1, |band| {
        let (from, to, risk, text) = (
            band.whole("from", 0..=1_000_000),
            band.whole("to", 0..=1_000_000),
            band.yes_or_no("risk"),
            band.languages(),
        );
        Some(Band { from: from?, to: to?, risk: risk?, text: text? })
    });
    let ((min, max), factor, bands) = (bounds?, factor?, bands?);
    if items > 0 {
        let least = items * u32::from(min) * factor;
        check_gapless(section, &bands, least, items * u32::from(max) * factor);
    }
    let bands = bands.into_iter().map(|(band, _)| band).collect();
    Some(Scale::Sum { min, max, answers: answers?, factor, bands, change_counts_from: change_counts_from? })
}

/// What each answer means, one text for each step.
fn answers(section: &mut Section<'_>, bounds: Option<(u8, u8)>) -> Option<Vec<Text>> {
    let found = section.sections("answers", 1, Section::languages)?;
    if let Some((min, max)) = bounds {
        let (steps, has) = (usize::from(max - min) + 1, found.len());
        if has != steps {
            let at = section.at("answers");
            section.fault(at, format!("`answers` has {has}: write {steps}, one for each number from {min} to {max}"));
        }
    }
    Some(found.into_iter().map(|(text, _)| text).collect())
}

/// Every score belongs to exactly one band.
fn check_gapless(section: &Section<'_>, bands: &[(Band, usize)], least: u32, most: u32) {
    let mut next = least;
    for (band, at) in bands {
        if band.from != next {
            section.fault(
                *at,
                format!(
                    "`bands` goes on from {}: write from = {next}, so that no score is left out or in two",
                    band.from
                ),
            );
        }
        if band.to < band.from {
            section.fault(*at, format!("`bands` ends at {} before it begins at {}", band.to, band.from));
        }
        next = band.to.saturating_add(1);
    }
    if let Some((last, at)) = bands.last().filter(|(last, _)| last.to != most) {
        section.fault(*at, format!("`bands` ends at {}: the highest score is {most}", last.to));
    }
}

fn choices(section: &mut Section<'_>) -> Option<Scale> {
    let choices = section.sections("choices", 2, |choice| {
        let (key, text) = (choice.key("key"), choice.languages());
        let (key, at) = key?;
        Some((Choice { key, text: text? }, at))
    })?;
    if choices.len() > MOST_ITEMS {
        let at = section.at("choices");
        section.fault(at, format!("`choices` has {}: write at most {MOST_ITEMS}", choices.len()));
    }
    let keys: Vec<_> = choices.iter().map(|((choice, at), _)| (choice.key.clone(), *at)).collect();
    section.each_once("choices", &keys);
    Some(Scale::Choices(choices.into_iter().map(|((choice, _), _)| choice).collect()))
}

/// Works one example out. Without an instrument only its form is read: the instrument's own faults come first.
fn example(section: &mut Section<'_>, instrument: Option<&Instrument>) -> Option<()> {
    section.words("because");
    let complete = section.yes_or_no("complete");
    let score = section.may("score").map(|_| section.whole("score", 0..=1_000_000));
    let given = section.must("answers", "write answers = { item = answer, … }")?;
    let Some(table) = given.get_ref().as_table() else {
        section.fault(given.span().start, format!("`answers` is {}: write {{ item = answer, … }}", shown(given)));
        return None;
    };
    let instrument = instrument?;
    let known: Vec<&str> = instrument.items.iter().map(|item| item.key.as_str()).collect();
    for (key, _) in table.iter().filter(|(key, _)| !known.contains(&key.get_ref().as_ref())) {
        let known = known.join(", ");
        section.fault(key.span().start, format!("unknown item `{}` in answers: known are {known}", key.get_ref()));
    }
    let answers = known.iter().map(|item| match table.get(*item) {
        Some(value) => answer(section, &instrument.scale, value).map(Some),
        None => Some(None),
    });
    let reading = example_reading(instrument, Answers(answers.collect::<Option<Vec<_>>>()?));
    let completed = reading.complete(instrument);
    if complete? != completed.is_some() {
        let at = section.at("complete");
        section.fault(at, format!("`complete` does not come out: these answers give {}", completed.is_some()));
    }
    let comes_out = completed.and_then(score::sum_score).map(|score| score.points);
    if let Some(wanted) = score
        && wanted? != comes_out.unwrap_or(u32::MAX)
    {
        let at = section.at("score");
        let gives = comes_out.map_or_else(|| "no score".to_owned(), |points| points.to_string());
        section.fault(at, format!("`score` does not come out: these answers give {gives}"));
    }
    Some(())
}

/// An answer as an example writes it; the words are the register's.
fn answer(section: &Section<'_>, scale: &Scale, value: &Spanned<DeValue<'_>>) -> Option<Answer> {
    let number = integer(value.get_ref()).and_then(|number| u8::try_from(number).ok());
    let found = match (scale, value.get_ref().as_str(), number) {
        (_, Some("vil_ikke_svare"), _) => Some(Answer::Declined),
        (Scale::Areas { .. }, Some("ikke_relevant"), _) => Some(Answer::NotRelevant),
        (Scale::Areas { min, max, .. } | Scale::Sum { min, max, .. }, None, Some(step)) => {
            (*min..=*max).contains(&step).then_some(Answer::Value(step))
        }
        (Scale::Choices(choices), Some(key), _) => {
            choices.iter().position(|choice| choice.key == key).and_then(|at| u8::try_from(at).ok()).map(Answer::Value)
        }
        _ => None,
    };
    if found.is_none() {
        let right = match scale {
            Scale::Areas { min, max, .. } => format!("{min} to {max}, \"ikke_relevant\" or \"vil_ikke_svare\""),
            Scale::Sum { min, max, .. } => format!("{min} to {max} or \"vil_ikke_svare\""),
            Scale::Choices(choices) => {
                let keys: Vec<_> = choices.iter().map(|choice| choice.key.as_str()).collect();
                format!("{} or \"vil_ikke_svare\"", keys.join(", "))
            }
        };
        section.fault(value.span().start, format!("an answer is {}: write {right}", shown(value)));
    }
    found
}

/// A reading that exists only to work an example out: its id and day are nobody's.
fn example_reading(instrument: &Instrument, answers: Answers) -> Reading {
    Reading {
        id: ReadingId(Uuid::nil()),
        instrument: (&instrument.key).into(),
        version: (&instrument.version).into(),
        made_on: NaiveDate::MIN,
        filled_by: Some(FilledBy::Together),
        answers,
        worker_answers: None,
        withdrawn: false,
    }
}

#[cfg(test)]
mod tests;
