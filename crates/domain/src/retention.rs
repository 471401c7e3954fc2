//! How long what has ended is kept: a person is proposed to the coordinator when every course of theirs has ended and the last of them
//! so long ago. Proposed only; nothing here takes anything away.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::day::add_months;
use crate::id::CitizenId;

/// A course of a person and the day it ended, closed or left in clarification; none where it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended {
    /// The person (merged records are one, R4).
    pub person: CitizenId,
    /// The day.
    pub on: Option<NaiveDate>,
}

/// The persons who have been kept long enough by a day, each with the day their last course ended, the longest kept first.
pub fn proposed(courses: &[Ended], months: u32, today: NaiveDate) -> Vec<(CitizenId, NaiveDate)> {
    let mut last: BTreeMap<CitizenId, Option<NaiveDate>> = BTreeMap::new();
    for course in courses {
        let on = last.entry(course.person).or_insert(course.on);
        *on = on.zip(course.on).map(|(one, other)| one.max(other));
    }
    let mut proposed: Vec<_> = last
        .into_iter()
        .filter_map(|(person, on)| Some((person, on?)))
        .filter(|(_, on)| add_months(*on, months) <= today)
        .collect();
    proposed.sort_by_key(|(person, on)| (*on, *person));
    proposed
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::example::day;

    fn course(person: u128, on: &str) -> Ended {
        Ended { person: CitizenId(Uuid::from_u128(person)), on: (!on.is_empty()).then(|| day(on)) }
    }

    #[test]
    fn a_person_is_proposed_on_the_day_the_months_are_over_and_not_the_day_before() {
        let courses = [course(1, "2010-11-23")];
        assert_eq!(proposed(&courses, 60, day("2015-11-23")).len(), 1);
        assert!(proposed(&courses, 60, day("2015-11-22")).is_empty());
    }

    #[test]
    fn whoever_has_a_course_that_runs_or_ended_later_is_kept() {
        let today = day("2015-11-23");
        assert!(proposed(&[course(1, "2009-01-01"), course(1, "")], 60, today).is_empty(), "one runs");
        assert!(proposed(&[course(1, ""), course(1, "2009-01-01")], 60, today).is_empty(), "in whatever order");
        assert!(proposed(&[course(1, "2009-01-01"), course(1, "2014-01-01")], 60, today).is_empty());
        let two = proposed(&[course(1, "2010-01-01"), course(2, "2009-01-01"), course(2, "2008-01-01")], 60, today);
        let days: Vec<_> = two.iter().map(|(_, on)| *on).collect();
        assert_eq!(days, [day("2009-01-01"), day("2010-01-01")]);
    }
}
