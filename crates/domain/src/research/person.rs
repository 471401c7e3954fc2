//! What is known of each person, and what of it stands in a cell.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use super::Facts;
use super::columns::{Column, End, Meaning, Part, REACHED, Told as Instruments, Value};
use super::ladder::Level;
use crate::code::{Channel, ClosingReason, ContactKind, Gender, MarkKind};
use crate::day::days_between;
use crate::facts::{Course, CourseWork};
use crate::id::CitizenId;
use crate::instrument::Scale;
use crate::programme::Programme;
use crate::report::outcomes::told::{FirstAndLatest, Told, tell};
use crate::status::Persons;

/// A person with the course that stands for them.
#[derive(Debug)]
pub(super) struct Person<'a> {
    /// The record that stands for the person.
    pub(super) citizen: CitizenId,
    day: NaiveDate,
    enrolled: NaiveDate,
    course: &'a Course,
    work: Option<&'a CourseWork>,
    gender: Option<Gender>,
    birth_year: Option<i32>,
    channel: Option<Channel>,
    told: Told,
    instruments: Instruments<'a>,
    programme: &'a Programme,
}

/// Every person with a course enrolled by the day, who is not erased and may be known to whoever asks, in the order of their ids.
pub(super) fn persons<'a>(facts: &'a Facts<'_>, day: NaiveDate) -> Vec<Person<'a>> {
    let Some(enrolling) = facts.programme.enrolling(facts.instruments) else { return Vec::new() };
    let merged = Persons::new(facts.merges);
    let mut last: HashMap<CitizenId, (NaiveDate, &Course)> = HashMap::new();
    for course in facts.courses {
        let Some(on) = course.enrolled_on(enrolling).filter(|on| *on <= day) else { continue };
        let kept = last.entry(merged.of(course.citizen)).or_insert((on, course));
        if (kept.0, kept.1.id) < (on, course.id) {
            *kept = (on, course);
        }
    }
    // What is true of one record of a person is true of the person.
    let mut shut: Vec<CitizenId> = facts.hidden.iter().map(|record| merged.of(*record)).collect();
    shut.extend(facts.people.iter().filter(|(_, traits)| traits.is_erased).map(|(record, _)| merged.of(*record)));
    last.retain(|person, _| !shut.contains(person));
    let mut came: HashMap<CitizenId, (NaiveDate, Option<Channel>)> = HashMap::new();
    for enquiry in facts.enquiries.iter().filter(|enquiry| enquiry.received_on <= day) {
        let Some(citizen) = enquiry.citizen else { continue };
        let first = came.entry(merged.of(citizen)).or_insert((enquiry.received_on, enquiry.channel));
        if enquiry.received_on < first.0 {
            *first = (enquiry.received_on, enquiry.channel);
        }
    }
    let instruments = Instruments::of(facts.instruments);
    let mut all: Vec<Person<'a>> = last
        .into_iter()
        .map(|(citizen, (enrolled, course))| {
            // The record that stands says it; where it says nothing, the one that the course is on.
            let known = [citizen, course.citizen].map(|record| facts.people.get(&record));
            let traits = || known.iter().flatten();
            Person {
                citizen,
                day,
                enrolled,
                course,
                work: facts.work.get(&course.id),
                gender: traits().find_map(|traits| traits.gender),
                birth_year: traits().find_map(|traits| traits.birth_year),
                channel: came.get(&citizen).and_then(|(_, channel)| *channel),
                told: tell(course, instruments.sum, instruments.star, instruments.purpose, day),
                instruments,
                programme: facts.programme,
            }
        })
        .collect();
    all.sort_unstable_by_key(|person| person.citizen);
    all
}

impl Person<'_> {
    /// What of the person somebody outside may know, as a rung of the ladder tells it.
    pub(super) fn quasi(&self, columns: &[Column], level: &Level) -> Vec<Value> {
        let quasi = columns.iter().filter(|column| column.part() == Part::Quasi);
        quasi.map(|column| self.value(column, Some(level))).collect()
    }

    /// What stands in a cell. Only quasi-identifiers and days depend on the rung.
    pub(super) fn value(&self, column: &Column, level: Option<&Level>) -> Value {
        self.cell(&column.meaning, level).unwrap_or(Value::Nothing)
    }

    fn cell(&self, meaning: &Meaning, level: Option<&Level>) -> Option<Value> {
        let code = |code: &str| Some(Value::Code(code.to_owned()));
        match meaning {
            Meaning::Gender => code(level?.genders.group(self.gender)),
            Meaning::Age => {
                let age = self.birth_year.map(|year| self.enrolled.year() - year);
                code(level?.ages.band(age))
            }
            Meaning::Channel => code(level?.channels.group(self.channel)),
            Meaning::Ending => code(level?.endings.group(self.closed().map(|(_, reason)| reason))),
            Meaning::Ended => self.after(level?, self.closed().map(|(on, _)| on)),
            Meaning::Shift(phase) => {
                let marks = self.course.marks.iter().filter(|mark| mark.on <= self.day);
                let shifts = marks.filter(|mark| mark.kind == MarkKind::PhaseShift && mark.phase == Some(*phase));
                self.after(level?, shifts.map(|mark| mark.on).min())
            }
            Meaning::ScoreDay(end) => self.after(level?, day_of(&self.told.score, *end)),
            Meaning::StarDay => {
                let latest = self.told.areas.iter().filter_map(|area| day_of(area, End::Latest));
                self.after(level?, latest.max())
            }
            Meaning::PurposeDay => self.after(level?, day_of(&self.told.purpose, End::Latest)),
            Meaning::Score(end) => value_of(&self.told.score, *end).map(|points| Value::Number(i64::from(points))),
            Meaning::Step(at, end) => {
                let area = self.told.areas.get(*at)?;
                value_of(area, *end).map(|step| Value::Number(i64::from(step)))
            }
            Meaning::Purpose(end) => {
                let at = value_of(&self.told.purpose, *end)?;
                let Scale::Choices(choices) = &self.instruments.purpose?.scale else { return None };
                code(&choices.get(usize::from(at))?.key)
            }
            Meaning::Contacts => Some(Value::Number(count(self.contacts().count()))),
            Meaning::Minutes => {
                let known: Vec<u32> = self.contacts().filter_map(|contact| contact.minutes).collect();
                (!known.is_empty()).then(|| Value::Number(known.iter().map(|minutes| i64::from(*minutes)).sum()))
            }
            Meaning::Reached(area) => Some(Value::Number(count(self.reached(area.as_deref())))),
        }
    }

    fn after(&self, level: &Level, on: Option<NaiveDate>) -> Option<Value> {
        level.rounded(days_between(self.enrolled, on?)).map(Value::Number)
    }

    fn closed(&self) -> Option<(NaiveDate, Option<ClosingReason>)> {
        let on = self.course.closed_by(self.day)?;
        Some((on, self.course.closing.as_ref()?.reason))
    }

    /// The contacts that came about by the day.
    fn contacts(&self) -> impl Iterator<Item = &crate::facts::Contact> {
        let all = self.work.into_iter().flat_map(|work| &work.contacts);
        all.filter(|contact| contact.on <= self.day && contact.kind != Some(ContactKind::Attempt))
    }

    fn reached(&self, area: Option<&str>) -> usize {
        let goals = self.work.into_iter().flat_map(|work| &work.goals);
        let is_known = |key: &str| self.programme.goal_areas.iter().any(|area| area.key == key);
        goals
            .filter(|goal| goal.created_on <= self.day && goal.state_on(self.day) == REACHED)
            .filter(|goal| goal.area.as_deref().filter(|key| is_known(key)) == area)
            .count()
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The latest is told only beside a first.
fn value_of<T: Copy>(of: &FirstAndLatest<T>, end: End) -> Option<T> {
    let (first, latest) = of.ends()?;
    match end {
        End::First => Some(first),
        End::Latest => (of.count() >= 2).then_some(latest),
    }
}

fn day_of<T: Copy>(of: &FirstAndLatest<T>, end: End) -> Option<NaiveDate> {
    let (first, latest) = of.days()?;
    match end {
        End::First => Some(first),
        End::Latest => (of.count() >= 2).then_some(latest),
    }
}
