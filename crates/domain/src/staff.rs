//! Leaving a programme: nobody leaves while citizens are assigned to them.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::day::add_days;
use crate::facts::{Course, Merge};
use crate::id::{CitizenId, UserId};
use crate::instrument::Instrument;
use crate::status::{Persons, of_course};

/// The citizens, attached today, who are the worker's still on the day after the last one: each person once (R4).
pub fn left_with(
    courses: &[Course],
    merges: &[Merge],
    enrolling: &Instrument,
    worker: UserId,
    (today, last): (NaiveDate, NaiveDate),
) -> Vec<CitizenId> {
    let persons = Persons::new(merges);
    let after = add_days(last, 1);
    let is_left = |course: &&Course| {
        of_course(course, enrolling, today).is_attached()
            && course.assignments.iter().any(|one| one.worker == worker && one.holds_on(after))
    };
    let left: BTreeSet<CitizenId> = courses.iter().filter(is_left).map(|course| persons.of(course.citizen)).collect();
    left.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{assigned, citizen, clarification, closed, day, enrolled, star, worker};
    use crate::facts::Assignment;

    #[test]
    fn a_worker_leaves_behind_whoever_is_still_attached_and_not_handed_over_by_the_last_day() {
        let mut handed_over = assigned(enrolled(3, 3, "2015-01-01"), 7);
        handed_over.assignments[0].to = Some(day("2015-02-28"));
        handed_over.assignments.push(Assignment { worker: worker(8), from: day("2015-03-01"), to: None });
        let courses = [
            assigned(enrolled(1, 1, "2015-01-01"), 7),
            assigned(clarification(2, 2, "2015-02-01"), 7),
            handed_over,
            assigned(closed(enrolled(4, 4, "2014-06-01"), "2015-01-31"), 7),
            assigned(enrolled(5, 5, "2015-01-01"), 8),
        ];
        let left = |last| left_with(&courses, &[], &star(), worker(7), (day("2015-02-15"), day(last)));
        assert_eq!(left("2015-02-28"), [citizen(1), citizen(2)]);
        assert_eq!(left("2015-02-27"), [citizen(1), citizen(2), citizen(3)], "a day before the handover");
        assert_eq!(left_with(&courses, &[], &star(), worker(9), (day("2015-02-15"), day("2015-02-15"))), []);
    }

    #[test]
    fn two_records_of_one_person_are_one_citizen() {
        let courses = [assigned(enrolled(1, 1, "2015-01-01"), 7), assigned(clarification(2, 2, "2015-01-05"), 7)];
        let merges = [Merge { from: citizen(2), into: citizen(1) }];
        assert_eq!(
            left_with(&courses, &merges, &star(), worker(7), (day("2015-02-01"), day("2015-02-01"))),
            [citizen(1)]
        );
    }
}
