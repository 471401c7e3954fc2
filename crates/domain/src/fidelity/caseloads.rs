//! The indicator of the caseload: within the cap on every day of the course.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::{Case, Verdict, Why};
use crate::day::add_days;
use crate::facts::{Course, Merge};
use crate::id::{CitizenId, UserId};
use crate::instrument::Instrument;
use crate::programme::Period;
use crate::status::Persons;

/// The periods in which each worker had more attached citizens than the cap.
pub type OverCap = HashMap<UserId, Vec<Period>>;

/// When each worker had more attached citizens than the cap (R12), by `day`: found by one walk through the days on which
/// somebody comes or goes.
pub fn over_cap(courses: &[Course], merges: &[Merge], enrolling: &Instrument, cap: u32, day: NaiveDate) -> OverCap {
    let persons = Persons::new(merges);
    let mut held: HashMap<UserId, BTreeMap<CitizenId, Vec<Period>>> = HashMap::new();
    for course in courses {
        let Some(attached) = attached(course, enrolling, day) else { continue };
        for assignment in &course.assignments {
            let assigned = Period { from: assignment.from, to: assignment.to.unwrap_or(day) };
            if let Some(days) = attached.overlap(&assigned) {
                held.entry(assignment.worker).or_default().entry(persons.of(course.citizen)).or_default().push(days);
            }
        }
    }
    held.into_iter().map(|(worker, citizens)| (worker, above(citizens.into_values(), cap))).collect()
}

/// The days, by `day`, on which the course made its citizen attached.
fn attached(course: &Course, enrolling: &Instrument, day: NaiveDate) -> Option<Period> {
    let enrolled_on = course.enrolled_on(enrolling).filter(|on| *on <= day);
    let from = enrolled_on.map_or(course.clarification_began_on, |on| on.min(course.clarification_began_on));
    let given_up = course.clarification_ended_on.filter(|_| enrolled_on.is_none());
    let ended = [course.closed_by(day), given_up].into_iter().flatten().min();
    let days = Period { from, to: ended.map_or(day, |on| add_days(on, -1)).min(day) };
    (!days.is_empty()).then_some(days)
}

fn above(citizens: impl Iterator<Item = Vec<Period>>, cap: u32) -> Vec<Period> {
    let mut changes: BTreeMap<NaiveDate, i64> = BTreeMap::new();
    for mut days in citizens {
        days.sort_by_key(|period| period.from);
        for period in joined(days) {
            *changes.entry(period.from).or_default() += 1;
            *changes.entry(add_days(period.to, 1)).or_default() -= 1;
        }
    }
    let mut found = Vec::new();
    let mut count = 0;
    let mut over_since = None;
    for (on, change) in changes {
        count += change;
        match over_since {
            None if count > i64::from(cap) => over_since = Some(on),
            Some(from) if count <= i64::from(cap) => {
                found.push(Period { from, to: add_days(on, -1) });
                over_since = None;
            }
            _ => {}
        }
    }
    found
}

/// Joins periods in order that overlap, so that a person counts once a day.
fn joined(periods: Vec<Period>) -> Vec<Period> {
    let mut apart: Vec<Period> = Vec::with_capacity(periods.len());
    for period in periods {
        match apart.last_mut().filter(|last| period.from <= last.to) {
            Some(last) => last.to = last.to.max(period.to),
            None => apart.push(period),
        }
    }
    apart
}

pub(super) fn within_cap(case: &Case<'_>) -> Verdict {
    let last = case.closed_on().map_or(case.day, |on| add_days(on, -1));
    let whole = Period { from: case.plan.enrolled_on(), to: last };
    let assignments = || case.course.assignments.iter().filter(|assignment| assignment.from <= case.day);
    let passed = assignments().any(|assignment| {
        let days = whole.overlap(&Period { from: assignment.from, to: assignment.to.unwrap_or(last) });
        let over = case.over_cap.get(&assignment.worker).into_iter().flatten();
        days.is_some_and(|days| over.into_iter().any(|period| days.overlap(period).is_some()))
    });
    match case.closed_on() {
        _ if assignments().next().is_none() => Verdict::NotRelevant(Why::NotKnown),
        _ if passed => Verdict::NotMet,
        Some(_) => Verdict::Met,
        None => Verdict::TooEarly,
    }
}
