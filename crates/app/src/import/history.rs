//! What the register tells that breaks a rule (R10, R12), from its rows alone.

use std::collections::HashMap;

use domain::facts::{Assignment, Closing, Course};
use domain::history::{Break, breaks};
use domain::id::{CitizenId, CourseId, ReadingId, UserId};
use domain::instrument::Instrument;
use domain::programme::Programme;
use domain::reading::Reading;
use register::Register;
use uuid::Uuid;

/// A rule broken, with the register's id of the course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterBreak {
    /// What was broken.
    pub what: Break,
    /// The course's id in the register.
    pub course: String,
    /// The worker's user name, for R12.
    pub worker: Option<String>,
}

/// Every break in the register.
pub(super) fn of_register(register: &Register, enrolling: &Instrument, programme: &Programme) -> Vec<RegisterBreak> {
    let number = |at: usize| Uuid::from_u128(at as u128);
    let citizens: HashMap<&str, usize> =
        register.citizens.iter().enumerate().map(|(at, row)| (row.id.as_str(), at)).collect();
    let workers: HashMap<&str, usize> =
        register.workers.iter().enumerate().map(|(at, row)| (row.user_name.as_str(), at)).collect();
    let mut readings: HashMap<&str, Vec<Reading>> = HashMap::new();
    for (at, row) in register.readings.iter().enumerate().filter(|(_, row)| row.instrument == enrolling.key) {
        readings.entry(&row.course).or_default().push(Reading {
            id: ReadingId(number(at)),
            instrument: (&row.instrument).into(),
            version: (&enrolling.version).into(),
            made_on: row.made_on,
            filled_by: row.filled_by,
            answers: row.answers.clone(),
            worker_answers: None,
            withdrawn: false,
        });
    }
    let courses: Vec<Course> = register
        .courses
        .iter()
        .enumerate()
        .map(|(at, row)| Course {
            id: CourseId(number(at)),
            citizen: CitizenId(number(citizens.get(row.citizen.as_str()).copied().unwrap_or(usize::MAX))),
            clarification_began_on: row.clarification_began_on,
            clarification_ended_on: row.clarification_ended_on,
            closing: row.closed_on.map(|on| Closing { on, reason: row.closing_reason }),
            readings: readings.remove(row.id.as_str()).unwrap_or_default(),
            replies: Vec::new(),
            marks: Vec::new(),
            assignments: row
                .worker
                .as_deref()
                .and_then(|worker| workers.get(worker))
                .map(|at| Assignment { worker: UserId(number(*at)), from: row.clarification_began_on, to: None })
                .into_iter()
                .collect(),
        })
        .collect();
    let at = |id: Uuid| usize::try_from(id.as_u128()).ok();
    breaks(&courses, enrolling, programme)
        .into_iter()
        .filter_map(|what| {
            let course = register.courses.get(at(what.course.0)?)?.id.clone();
            let worker = what.worker.and_then(|worker| register.workers.get(at(worker.0)?));
            Some(RegisterBreak { what, course, worker: worker.map(|row| row.user_name.clone()) })
        })
        .collect()
}
