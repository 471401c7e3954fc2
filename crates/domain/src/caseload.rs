//! A worker's caseload (R12): the attached citizens assigned to the worker on a day, and the cap on them.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;

use crate::exception::Exception;
use crate::facts::{Assignment, Course, Merge};
use crate::id::{CitizenId, UserId};
use crate::instrument::Instrument;
use crate::programme::Programme;
use crate::refusal::{Code, Refusal};
use crate::status::{Persons, Status, of_course};

/// The attached citizens of one worker on one day, each person once (R4).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Caseload {
    /// The enrolled ones.
    pub enrolled: BTreeSet<CitizenId>,
    /// Those in clarification.
    pub in_clarification: BTreeSet<CitizenId>,
}

impl Caseload {
    /// How many citizens there are.
    pub fn total(&self) -> usize {
        self.enrolled.len() + self.in_clarification.len()
    }

    /// Those of them that a number of the caseload counts.
    pub fn part(&self, part: Part) -> Vec<CitizenId> {
        let enrolled = self.enrolled.iter().filter(|_| part != Part::InClarification);
        let in_clarification = self.in_clarification.iter().filter(|_| part != Part::Enrolled);
        enrolled.chain(in_clarification).copied().collect()
    }

    /// Whether the person is among them.
    pub fn holds(&self, person: CitizenId) -> bool {
        self.enrolled.contains(&person) || self.in_clarification.contains(&person)
    }
}

/// A number of a caseload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The enrolled ones.
    Enrolled,
    /// Those in clarification.
    InClarification,
    /// Both.
    Total,
}

impl Part {
    /// All of them, in the order they are shown in.
    pub const ALL: [Self; 3] = [Self::Enrolled, Self::InClarification, Self::Total];

    /// Its word in a key.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Enrolled => "enrolled",
            Self::InClarification => "in_clarification",
            Self::Total => "total",
        }
    }
}

impl Assignment {
    /// Whether it holds on the day; its last day is the worker's still.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// Every worker's caseload on the day. A worker without an attached citizen is not in it.
///
/// A citizen counts for the worker of an open course or clarification, and as what the citizen is by R2: one who is enrolled
/// with one worker and clarified by another is an enrolled citizen of both.
pub fn caseloads(
    courses: &[Course],
    merges: &[Merge],
    enrolling: &Instrument,
    day: NaiveDate,
) -> HashMap<UserId, Caseload> {
    let persons = Persons::new(merges);
    let mut enrolled = HashSet::new();
    let mut assigned = Vec::new();
    for course in courses {
        let status = of_course(course, enrolling, day);
        let person = persons.of(course.citizen);
        if status == Status::Enrolled {
            enrolled.insert(person);
        }
        if status.is_attached() {
            let workers = course.assignments.iter().filter(|assignment| assignment.holds_on(day));
            assigned.extend(workers.map(|assignment| (assignment.worker, person)));
        }
    }
    let mut found: HashMap<UserId, Caseload> = HashMap::new();
    for (worker, person) in assigned {
        let caseload = found.entry(worker).or_default();
        let citizens = if enrolled.contains(&person) { &mut caseload.enrolled } else { &mut caseload.in_clarification };
        citizens.insert(person);
    }
    found
}

/// A place with a worker, permitted. Only [`assign`] makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    citizen: CitizenId,
    by_exception: Option<Exception>,
}

impl Place {
    /// The citizen.
    pub const fn citizen(&self) -> CitizenId {
        self.citizen
    }

    /// The exception that was needed, where one was: it goes on the record.
    pub const fn by_exception(&self) -> Option<Exception> {
        self.by_exception
    }
}

/// Decides whether a worker with this caseload on the day can take the citizen on (R12). A citizen the worker has already
/// needs no further place.
///
/// # Errors
///
/// [`Code::NoRoom`] where the cap would be passed and no exception covers it.
pub fn assign(
    citizen: CitizenId,
    caseload: &Caseload,
    programme: &Programme,
    exceptions: &[Exception],
    day: NaiveDate,
) -> Result<Place, Vec<Refusal>> {
    let cap = usize::try_from(programme.caseload_cap).unwrap_or(usize::MAX);
    if caseload.holds(citizen) || caseload.total() < cap {
        return Ok(Place { citizen, by_exception: None });
    }
    let exception = exceptions.iter().copied().find(|exception| exception.covers(citizen, day));
    exception
        .map(|exception| Place { citizen, by_exception: Some(exception) })
        .ok_or_else(|| vec![Refusal::new("medarbejder", Code::NoRoom)])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::day::add_days;
    use crate::example::{any_day, assigned, citizen, clarification, closed, day, enrolled, programme, star, worker};
    use crate::exception::grant;
    use crate::status::by_person;

    fn full(count: u128) -> Caseload {
        Caseload { enrolled: (1..=count).map(citizen).collect(), ..Caseload::default() }
    }

    #[test]
    fn enrolled_and_in_clarification_are_counted_apart_and_closed_not_at_all() {
        let courses = [
            assigned(enrolled(1, 1, "2015-01-01"), 7),
            assigned(clarification(2, 2, "2015-01-01"), 7),
            assigned(closed(enrolled(3, 3, "2014-01-01"), "2015-02-01"), 7),
        ];
        let found = caseloads(&courses, &[], &star(), day("2015-02-01"));
        assert_eq!((found[&worker(7)].enrolled.len(), found[&worker(7)].in_clarification.len()), (1, 1));
        assert_eq!(caseloads(&courses, &[], &star(), day("2015-01-31"))[&worker(7)].total(), 3);
    }

    #[test]
    fn a_citizen_with_an_open_course_and_a_new_clarification_is_one_citizen() {
        let courses = [assigned(enrolled(1, 1, "2015-01-01"), 7), assigned(clarification(2, 1, "2015-01-05"), 7)];
        assert_eq!(caseloads(&courses, &[], &star(), day("2015-02-01"))[&worker(7)].total(), 1);
    }

    #[test]
    fn a_citizen_taken_over_belongs_to_both_workers_on_the_day_of_the_change_only() {
        let mut course = assigned(enrolled(1, 1, "2015-01-01"), 7);
        course.assignments[0].to = Some(day("2015-02-01"));
        course.assignments.push(Assignment { worker: worker(8), from: day("2015-02-01"), to: None });
        let courses = [course];
        let workers = |text| caseloads(&courses, &[], &star(), day(text)).len();
        assert_eq!([workers("2015-01-31"), workers("2015-02-01"), workers("2015-02-02")], [1, 2, 1]);
    }

    #[test]
    fn a_tenth_citizen_has_room_and_an_eleventh_has_not() {
        let on = day("2015-02-01");
        assert!(assign(citizen(99), &full(9), &programme(), &[], on).is_ok());
        let refused = assign(citizen(99), &full(10), &programme(), &[], on).unwrap_err();
        assert_eq!(refused, [Refusal::new("medarbejder", Code::NoRoom)]);
    }

    #[test]
    fn an_exception_makes_room_for_its_citizen_alone() {
        let on = day("2015-02-01");
        let granted = grant(citizen(99), worker(9), on, "Kollega er syg").unwrap();
        let place = assign(citizen(99), &full(10), &programme(), &[granted], on).unwrap();
        assert_eq!(place.by_exception(), Some(granted));
        assert!(assign(citizen(98), &full(10), &programme(), &[granted], on).is_err());
    }

    #[test]
    fn a_citizen_the_worker_has_already_needs_no_further_place() {
        assert!(assign(citizen(1), &full(10), &programme(), &[], day("2015-02-01")).is_ok());
    }

    proptest! {
        #[test]
        fn all_caseloads_together_are_the_attached_citizens_when_each_has_one_worker(
            people in prop::collection::vec((any_day(), 0i64..60, 0i64..400), 0..30), asked in any_day(),
        ) {
            let courses: Vec<Course> = (1u128..).zip(&people).map(|(number, (began, star_after, open_for))| {
                let star_day = add_days(*began, *star_after);
                let mut course = closed(enrolled(number, number, &star_day.to_string()), &add_days(star_day, *open_for).to_string());
                course.clarification_began_on = *began;
                assigned(course, number % 3)
            }).collect();
            let statuses = by_person(&courses, &[], &[], &star(), asked);
            let attached = statuses.values().filter(|status| status.is_attached()).count();
            let found = caseloads(&courses, &[], &star(), asked);
            prop_assert_eq!(found.values().map(Caseload::total).sum::<usize>(), attached);
        }
    }
}
