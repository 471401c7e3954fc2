//! `caseload`: attached citizens per worker on a day, beside the cap (R12).

use std::collections::HashSet;
use std::fmt::{self, Display, Formatter};

use chrono::NaiveDate;
use serde::Serialize;

use crate::caseload::{Part, caseloads};
use crate::facts::{Course, Merge};
use crate::id::{CitizenId, UserId};
use crate::instrument::Instrument;
use crate::programme::Programme;
use crate::status::by_person;

/// The figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaseloadFigure {
    /// Which definition in `locales/` says what is counted.
    pub definition: &'static str,
    /// The day.
    pub as_of: NaiveDate,
    /// The most citizens a worker can have.
    pub cap: u32,
    /// Each worker, by name.
    pub workers: Vec<WorkerLine>,
    /// Attached citizens of the programme (R3), each person once, also one with two workers.
    pub n: usize,
    /// Those of them who have no worker on the day.
    pub missing: usize,
}

/// One worker's line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WorkerLine {
    /// Who the worker is: what the number's key is made of, and no part of the figure.
    #[serde(skip)]
    pub id: UserId,
    /// The worker's user name.
    pub worker: String,
    /// Enrolled citizens.
    pub enrolled: usize,
    /// Citizens in clarification.
    pub in_clarification: usize,
    /// Both.
    pub total: usize,
    /// Whether they are more than the cap.
    pub over_cap: bool,
}

/// The key of a number of one worker's caseload: `caseload.<worker>.enrolled 2015-11-23`. Disclosure control knows none of them, as single workers' numbers do
/// not leave the team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// Whose caseload it is.
    pub worker: UserId,
    /// Which of its numbers.
    pub part: Part,
    /// The day it is counted on.
    pub day: NaiveDate,
}

impl Key {
    /// The number that a key names; `None` where it names none of a caseload.
    pub fn parse(key: &str) -> Option<Self> {
        let (path, day) = key.split_once(' ')?;
        let (worker, part) = path.strip_prefix("caseload.")?.split_once('.')?;
        Some(Self {
            worker: UserId(worker.parse().ok()?),
            part: Part::ALL.into_iter().find(|one| one.code() == part)?,
            day: day.parse().ok()?,
        })
    }
}

impl Display for Key {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "caseload.{}.{} {}", self.worker.0, self.part.code(), self.day)
    }
}

/// Counts each worker's citizens on the day. `workers` are listed also with none; anyone else who has citizens is too.
pub fn caseload(
    courses: &[Course],
    merges: &[Merge],
    workers: &[UserId],
    programme: &Programme,
    enrolling: &Instrument,
    name: &dyn Fn(UserId) -> String,
    day: NaiveDate,
) -> CaseloadFigure {
    let mut found = caseloads(courses, merges, enrolling, day);
    let assigned: HashSet<CitizenId> =
        found.values().flat_map(|own| own.enrolled.iter().chain(&own.in_clarification)).copied().collect();
    let attached: Vec<CitizenId> = by_person(courses, &[], merges, enrolling, day)
        .into_iter()
        .filter(|(_, status)| status.is_attached())
        .map(|(person, _)| person)
        .collect();
    let missing = attached.iter().filter(|person| !assigned.contains(person)).count();
    for worker in workers {
        found.entry(*worker).or_default();
    }
    let cap = usize::try_from(programme.caseload_cap).unwrap_or(usize::MAX);
    let line = |(worker, citizens): (UserId, crate::caseload::Caseload)| WorkerLine {
        id: worker,
        worker: name(worker),
        enrolled: citizens.enrolled.len(),
        in_clarification: citizens.in_clarification.len(),
        total: citizens.total(),
        over_cap: citizens.total() > cap,
    };
    let mut workers: Vec<WorkerLine> = found.into_iter().map(line).collect();
    workers.sort_by(|one, other| one.worker.cmp(&other.worker));
    CaseloadFigure {
        definition: "caseload",
        as_of: day,
        cap: programme.caseload_cap,
        workers,
        n: attached.len(),
        missing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{assigned, clarification, day, enrolled, programme, star, worker};

    #[test]
    fn a_worker_with_eleven_is_over_the_cap_one_with_none_is_listed_and_a_citizen_without_one_is_missing() {
        let mut courses: Vec<Course> =
            (1..=10).map(|number| assigned(enrolled(number, number, "2015-01-01"), 1)).collect();
        courses.push(assigned(clarification(11, 11, "2015-01-01"), 1));
        courses.push(clarification(12, 12, "2015-01-01"));
        let name = |id: UserId| format!("medarb{}", id.0.as_u128());
        let figure = caseload(&courses, &[], &[worker(2), worker(1)], &programme(), &star(), &name, day("2015-02-01"));
        assert_eq!(figure.workers[0].id, worker(1));
        let expected = serde_json::json!({"definition": "caseload", "as_of": "2015-02-01", "cap": 10, "workers": [
            {"worker": "medarb1", "enrolled": 10, "in_clarification": 1, "total": 11, "over_cap": true},
            {"worker": "medarb2", "enrolled": 0, "in_clarification": 0, "total": 0, "over_cap": false},
        ], "n": 12, "missing": 1});
        assert_eq!(serde_json::to_value(figure).unwrap(), expected);
    }

    #[test]
    fn a_key_names_one_number_of_one_worker_on_one_day() {
        for part in Part::ALL {
            let key = Key { worker: worker(3), part, day: day("2015-11-23") };
            assert_eq!(Key::parse(&key.to_string()), Some(key));
        }
        let worker = worker(3).0;
        for other in
            ["caseload", "caseload.total 2015-11-23", "caseload.mette.total 2015-11-23", "status.enrolled 2015-11-23"]
        {
            assert_eq!(Key::parse(other), None, "{other}");
        }
        for other in ["total", "all 2015-11-23", "total 2015-11-31"] {
            assert_eq!(Key::parse(&format!("caseload.{worker}.{other}")), None, "{other}");
        }
    }
}
