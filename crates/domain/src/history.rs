//! What in the recorded history breaks a rule: listed at an import, never refused and never hidden.
//!
//! A decision refuses beforehand; a register tells what happened. An enrolment outside every window breaks R10, an
//! eleventh citizen breaks R12.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use crate::facts::Course;
use crate::id::{CitizenId, CourseId, UserId};
use crate::instrument::Instrument;
use crate::programme::Programme;
use crate::window;

/// A rule that can be broken in history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Enrolled outside every recruitment window.
    R10,
    /// More citizens than a worker can have.
    R12,
}

impl Rule {
    /// The rule's number as in `docs/rules.md`.
    pub const fn number(self) -> &'static str {
        match self {
            Self::R10 => "R10",
            Self::R12 => "R12",
        }
    }
}

/// A rule broken in history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Break {
    /// Which rule.
    pub rule: Rule,
    /// The course it was broken by.
    pub course: CourseId,
    /// The day.
    pub on: NaiveDate,
    /// The worker, for R12.
    pub worker: Option<UserId>,
}

/// Every break of R10 and R12 in the courses, by rule and day.
pub fn breaks(courses: &[Course], enrolling: &Instrument, programme: &Programme) -> Vec<Break> {
    let outside = courses.iter().filter_map(|course| {
        let on = course.enrolled_on(enrolling)?;
        (!window::is_open(programme, on)).then_some(Break { rule: Rule::R10, course: course.id, on, worker: None })
    });
    let mut found: Vec<Break> = outside.chain(over_cap(courses, enrolling, programme.caseload_cap)).collect();
    found.sort_by_key(|broken| (broken.rule, broken.on, broken.course));
    found
}

/// A day on which a course comes to a worker or leaves; leaving counts first, for the day it ends on is free again.
type Turn = (NaiveDate, bool, CourseId, CitizenId);

fn over_cap(courses: &[Course], enrolling: &Instrument, cap: u32) -> Vec<Break> {
    let mut turns: BTreeMap<UserId, Vec<Turn>> = BTreeMap::new();
    for course in courses {
        // A course is attached until the day it ends on, without that day (R2).
        let left = course.clarification_ended_on.filter(|_| course.enrolled_on(enrolling).is_none());
        let ends = course.closing.as_ref().map(|closing| closing.on).or(left);
        for assignment in &course.assignments {
            let from = assignment.from.max(course.clarification_began_on);
            let released = assignment.to.and_then(|last| last.succ_opt());
            let to = [ends, released].into_iter().flatten().min();
            if to.is_some_and(|to| to <= from) {
                continue;
            }
            let worker = turns.entry(assignment.worker).or_default();
            worker.push((from, true, course.id, course.citizen));
            worker.extend(to.map(|to| (to, false, course.id, course.citizen)));
        }
    }
    turns.into_iter().flat_map(|(worker, turns)| over_cap_of(worker, turns, cap)).collect()
}

fn over_cap_of(worker: UserId, mut turns: Vec<Turn>, cap: u32) -> Vec<Break> {
    turns.sort_unstable();
    // Open courses a citizen, for one person with two takes one place.
    let mut held: HashMap<CitizenId, u32> = HashMap::new();
    let mut found = Vec::new();
    for (on, comes, course, citizen) in turns {
        let courses = held.entry(citizen).or_default();
        if comes {
            *courses += 1;
            let is_new = *courses == 1;
            if is_new && held.len() > usize::try_from(cap).unwrap_or(usize::MAX) {
                found.push(Break { rule: Rule::R12, course, on, worker: Some(worker) });
            }
        } else {
            *courses = courses.saturating_sub(1);
            if *courses == 0 {
                held.remove(&citizen);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{clarification, day, enrolled, programme, star, worker};
    use crate::facts::Assignment;

    fn with_worker(mut course: Course) -> Course {
        course.assignments = vec![Assignment { worker: worker(1), from: course.clarification_began_on, to: None }];
        course
    }

    #[test]
    fn an_enrolment_the_day_after_the_window_breaks_r10_and_one_on_its_last_day_does_not() {
        let courses = [enrolled(1, 1, "2016-03-31"), enrolled(2, 2, "2016-04-01")];
        let found = breaks(&courses, &star(), &programme());
        assert_eq!(found, [Break { rule: Rule::R10, course: courses[1].id, on: day("2016-04-01"), worker: None }]);
    }

    #[test]
    fn the_eleventh_citizen_breaks_r12_once() {
        let courses: Vec<Course> = (1..=12)
            .map(|number| with_worker(clarification(number, number, &format!("2015-01-{number:02}"))))
            .collect();
        let found = breaks(&courses, &star(), &programme());
        let days: Vec<_> = found.iter().map(|broken| (broken.rule, broken.on)).collect();
        assert_eq!(days, [(Rule::R12, day("2015-01-11")), (Rule::R12, day("2015-01-12"))]);
    }

    #[test]
    fn the_place_of_a_course_that_ends_is_free_on_that_day() {
        let mut courses: Vec<Course> =
            (1..=10).map(|number| with_worker(clarification(number, number, "2015-01-01"))).collect();
        courses[0].clarification_ended_on = Some(day("2015-02-01"));
        courses.push(with_worker(clarification(11, 11, "2015-02-01")));
        assert_eq!(breaks(&courses, &star(), &programme()), []);
    }

    #[test]
    fn one_person_with_two_open_courses_takes_one_place() {
        let mut courses: Vec<Course> =
            (1..=10).map(|number| with_worker(clarification(number, number, "2015-01-01"))).collect();
        courses.push(with_worker(clarification(11, 10, "2015-02-01")));
        assert_eq!(breaks(&courses, &star(), &programme()), []);
    }
}
