//! "What if a worker leaves on a day?"

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::course::plan;
use crate::facts::{Course, Merge};
use crate::id::{CitizenId, CourseId, UserId};
use crate::instrument::Instrument;
use crate::programme::Programme;
use crate::status::{Persons, Status, of_course};

/// A citizen whom the worker would still have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// The course.
    pub course: CourseId,
    /// The person.
    pub citizen: CitizenId,
    /// The planned end; none of a clarification.
    pub ends: Option<NaiveDate>,
    /// Who has a place, where somebody has one.
    pub to: Option<UserId>,
}

/// A colleague's places on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// The colleague.
    pub worker: UserId,
    /// Citizens on that day.
    pub has: u32,
    /// Free places before anybody is taken over.
    pub free: u32,
}

/// What would follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaving {
    /// Courses that end before the day, and need nobody.
    pub ended: usize,
    /// Whom somebody must take over, the course that lasts the longest first.
    pub held: Vec<Held>,
    /// The colleagues with their places.
    pub rooms: Vec<Room>,
}

impl Leaving {
    /// For whom there is no place.
    pub fn without_place(&self) -> impl Iterator<Item = &Held> {
        self.held.iter().filter(|held| held.to.is_none())
    }
}

/// Supposes that a worker's last day is the one before `on`. Courses run to their planned ends; today's clarifications are open still. Each
/// citizen is offered the colleague with most room (the first in order where two have the same), the longest course first, so that as few
/// as can be change hands twice.
pub fn leave(
    (courses, merges): (&[Course], &[Merge]),
    enrolling: &Instrument,
    programme: &Programme,
    team: &[UserId],
    day: NaiveDate,
    (worker, on): (UserId, NaiveDate),
) -> Leaving {
    let persons = Persons::new(merges);
    let mut held: Vec<Held> = Vec::new();
    let mut ended = 0;
    let mut loads: HashMap<UserId, Vec<CitizenId>> = HashMap::new();
    for course in courses {
        let status = of_course(course, enrolling, day);
        let ends = match status {
            Status::Enrolled => course.enrolled_on(enrolling).and_then(|on| plan(on, programme).ok()),
            Status::InClarification => None,
            Status::Closed | Status::LeftInClarification | Status::EnquiryOnly | Status::NotKnown => continue,
        };
        let ends = ends.map(|plan| plan.planned_end());
        let citizen = persons.of(course.citizen);
        for assignment in course.assignments.iter().filter(|assignment| assignment.holds_on(on)) {
            match (assignment.worker == worker, ends.is_some_and(|end| end < on)) {
                (true, true) => ended += 1,
                (true, false) => held.push(Held { course: course.id, citizen, ends, to: None }),
                (false, true) => {}
                (false, false) => loads.entry(assignment.worker).or_default().push(citizen),
            }
        }
    }
    held.sort_by_key(|one| (one.ends.is_some(), std::cmp::Reverse(one.ends), one.course));
    let cap = programme.caseload_cap;
    let room = |colleague: &UserId| {
        let mut citizens = loads.get(colleague).cloned().unwrap_or_default();
        citizens.sort();
        citizens.dedup();
        let has = u32::try_from(citizens.len()).unwrap_or(u32::MAX);
        Room { worker: *colleague, has, free: cap.saturating_sub(has) }
    };
    let rooms: Vec<Room> = team.iter().filter(|colleague| **colleague != worker).map(room).collect();
    let mut free: Vec<(UserId, u32)> = rooms.iter().map(|room| (room.worker, room.free)).collect();
    for one in &mut held {
        let most = free.iter().map(|(_, places)| *places).max().unwrap_or(0);
        let taker = free.iter_mut().find(|(_, places)| *places == most && most > 0);
        if let Some((colleague, places)) = taker {
            *places -= 1;
            one.to = Some(*colleague);
        }
    }
    Leaving { ended, held, rooms }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{assigned, clarification, closed, day, enrolled, programme, star, worker};

    fn tried(courses: &[Course], on: &str) -> Leaving {
        let team = [worker(1), worker(2), worker(3)];
        leave((courses, &[]), &star(), &programme(), &team, day("2015-11-23"), (worker(1), day(on)))
    }

    #[test]
    fn who_must_be_taken_over_is_named_and_goes_to_whoever_has_most_room() {
        let mut courses = vec![
            assigned(enrolled(1, 1, "2014-12-08"), 1),
            assigned(enrolled(2, 2, "2015-11-10"), 1),
            assigned(clarification(3, 3, "2015-11-12"), 1),
            assigned(closed(enrolled(4, 4, "2015-01-01"), "2015-06-01"), 1),
        ];
        courses.extend((10..18).map(|number| assigned(enrolled(number, number, "2015-06-01"), 2)));
        courses.extend((20..29).map(|number| assigned(enrolled(number, number, "2015-06-01"), 3)));
        let found = tried(&courses, "2016-01-01");
        assert_eq!(found.ended, 1, "the course that ends on 7 December");
        let rooms: Vec<_> = found.rooms.iter().map(|room| (room.worker, room.has, room.free)).collect();
        assert_eq!(rooms, [(worker(2), 8, 2), (worker(3), 9, 1)]);
        let held: Vec<_> = found.held.iter().map(|held| (held.ends, held.to)).collect();
        assert_eq!(held, [(None, Some(worker(2))), (Some(day("2016-11-09")), Some(worker(2)))]);
        assert_eq!(found.without_place().count(), 0);
    }

    #[test]
    fn whoever_has_no_place_is_named() {
        let mut courses = vec![assigned(enrolled(1, 1, "2015-11-10"), 1), assigned(enrolled(2, 2, "2015-10-10"), 1)];
        courses.extend((10..20).map(|number| assigned(enrolled(number, number, "2015-06-01"), 2)));
        courses.extend((20..29).map(|number| assigned(enrolled(number, number, "2015-06-01"), 3)));
        let found = tried(&courses, "2016-01-01");
        let without: Vec<_> = found.without_place().map(|held| held.ends.unwrap()).collect();
        assert_eq!(without, [day("2016-10-09")], "the shorter course waits");
    }

    #[test]
    fn the_worker_s_last_course_ends_the_day_before_and_nobody_is_left() {
        let found = tried(&[assigned(enrolled(1, 1, "2014-12-08"), 1)], "2015-12-08");
        assert_eq!((found.ended, found.held.len()), (1, 0));
        assert_eq!(tried(&[assigned(enrolled(1, 1, "2014-12-08"), 1)], "2015-12-07").held.len(), 1);
    }
}
