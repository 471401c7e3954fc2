//! The status of a citizen on a day (R2), counted in persons (R3, R4). Derived from dated facts, never typed in.

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasherDefault;

use chrono::NaiveDate;
use serde::Serialize;

use crate::facts::{Course, Enquiry, Merge};
use crate::id::{ById, CitizenId};
use crate::instrument::Instrument;

/// What a citizen is to the programme on a day (R2), the first match first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// A course is enrolled and not closed.
    Enrolled,
    /// A clarification is open.
    InClarification,
    /// A course was enrolled and is closed.
    Closed,
    /// A clarification ended without an enrolment.
    LeftInClarification,
    /// Nothing but an enquiry.
    EnquiryOnly,
    /// Not known on the day.
    NotKnown,
}

impl Status {
    /// Enrolled or in clarification (R3).
    pub const fn is_attached(self) -> bool {
        matches!(self, Self::Enrolled | Self::InClarification)
    }

    /// Counts among the different users (R3).
    pub const fn is_user(self) -> bool {
        matches!(self, Self::Enrolled | Self::InClarification | Self::Closed)
    }
}

/// What one course makes of its citizen on the day.
///
/// A course that was closed without ever being enrolled ended its clarification by it.
pub fn of_course(course: &Course, enrolling: &Instrument, day: NaiveDate) -> Status {
    let enrolled = course.enrolled_on(enrolling).is_some_and(|on| on <= day);
    let closed = course.closed_by(day).is_some();
    let clarification_ended = closed || course.clarification_ended_on.is_some_and(|on| on <= day);
    match (enrolled, closed) {
        (true, false) => Status::Enrolled,
        (true, true) => Status::Closed,
        (false, _) if clarification_ended => Status::LeftInClarification,
        (false, _) if course.clarification_began_on <= day => Status::InClarification,
        (false, _) => Status::NotKnown,
    }
}

/// The status of one citizen on the day (R2): the first of R2's list that any course gives, else the enquiries'.
pub fn on<'a>(
    courses: impl IntoIterator<Item = &'a Course>,
    enquiries: impl IntoIterator<Item = &'a Enquiry>,
    enrolling: &Instrument,
    day: NaiveDate,
) -> Status {
    let by_course = courses.into_iter().map(|course| of_course(course, enrolling, day));
    let by_enquiry = enquiries.into_iter().map(|enquiry| of_enquiry(enquiry, day));
    by_course.chain(by_enquiry).min().unwrap_or(Status::NotKnown)
}

/// The status of every person that the facts name, on the day, with merged records as one (R4).
pub fn by_person(
    courses: &[Course],
    enquiries: &[Enquiry],
    merges: &[Merge],
    enrolling: &Instrument,
    day: NaiveDate,
) -> ById<CitizenId, Status> {
    let persons = Persons::new(merges);
    let mut found = ById::with_capacity_and_hasher(courses.len(), BuildHasherDefault::default());
    let by_course = courses.iter().map(|course| (course.citizen, of_course(course, enrolling, day)));
    let by_enquiry =
        enquiries.iter().filter_map(|enquiry| enquiry.citizen.map(|citizen| (citizen, of_enquiry(enquiry, day))));
    for (citizen, status) in by_course.chain(by_enquiry) {
        let best = found.entry(persons.of(citizen)).or_insert(status);
        *best = status.min(*best);
    }
    found
}

fn of_enquiry(enquiry: &Enquiry, day: NaiveDate) -> Status {
    if enquiry.received_on <= day { Status::EnquiryOnly } else { Status::NotKnown }
}

/// Which record stands for a person (R4): merges followed to their end, also through records merged on.
#[derive(Clone, Debug, Default)]
pub struct Persons {
    into: HashMap<CitizenId, CitizenId>,
}

impl Persons {
    /// Reads the merges that are in force.
    pub fn new(merges: &[Merge]) -> Self {
        Self { into: merges.iter().map(|merge| (merge.from, merge.into)).collect() }
    }

    /// The record that stands for the citizen. Merges in a ring are one person, and the smallest id of the ring stands.
    pub fn of(&self, citizen: CitizenId) -> CitizenId {
        let mut seen = HashSet::new();
        let mut here = citizen;
        while let Some(next) = self.into.get(&here) {
            if !seen.insert(here) {
                return self.ring(here);
            }
            here = *next;
        }
        here
    }

    fn ring(&self, member: CitizenId) -> CitizenId {
        let onward = std::iter::successors(self.into.get(&member).copied(), |here| self.into.get(here).copied());
        onward.take_while(|here| *here != member).fold(member, CitizenId::min)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::day::add_days;
    use crate::example::{
        any_course, any_day, citizen, clarification, closed, day, enquiry, enrolled, incomplete, known_on, reading,
        star,
    };

    fn status(courses: &[Course], on_day: &str) -> Status {
        on(courses, &[], &star(), day(on_day))
    }

    #[test]
    fn a_citizen_is_enrolled_from_the_day_of_the_star_to_the_day_before_closing() {
        let mut course = closed(enrolled(1, 1, "2015-02-01"), "2015-06-01");
        course.clarification_began_on = day("2015-01-10");
        for (on_day, expected) in [
            ("2015-01-09", Status::NotKnown),
            ("2015-01-10", Status::InClarification),
            ("2015-01-31", Status::InClarification),
            ("2015-02-01", Status::Enrolled),
            ("2015-05-31", Status::Enrolled),
            ("2015-06-01", Status::Closed),
        ] {
            assert_eq!(status(std::slice::from_ref(&course), on_day), expected, "{on_day}");
        }
    }

    #[test]
    fn a_citizen_with_an_incomplete_star_is_still_in_clarification() {
        let mut course = clarification(1, 1, "2015-01-10");
        course.readings.push(incomplete(1, &star(), "2015-02-01"));
        assert_eq!(status(&[course], "2015-03-01"), Status::InClarification);
    }

    #[test]
    fn a_clarification_that_ended_without_enrolment_is_left_from_that_day() {
        let mut course = clarification(1, 1, "2015-01-10");
        course.clarification_ended_on = Some(day("2015-02-01"));
        assert_eq!(status(std::slice::from_ref(&course), "2015-01-31"), Status::InClarification);
        assert_eq!(status(&[course], "2015-02-01"), Status::LeftInClarification);
    }

    #[test]
    fn somebody_who_comes_back_after_a_closed_course_is_in_clarification() {
        let before = closed(enrolled(1, 1, "2014-01-01"), "2014-12-31");
        let again = clarification(2, 1, "2015-05-01");
        assert_eq!(status(&[again, before], "2015-05-01"), Status::InClarification);
    }

    #[test]
    fn a_closed_course_weighs_more_than_a_later_clarification_that_led_nowhere() {
        let before = closed(enrolled(1, 1, "2014-01-01"), "2014-12-31");
        let mut again = clarification(2, 1, "2015-05-01");
        again.clarification_ended_on = Some(day("2015-06-01"));
        assert_eq!(status(&[before, again], "2015-07-01"), Status::Closed);
    }

    #[test]
    fn closing_a_course_whose_star_was_withdrawn_leaves_it_in_clarification() {
        let mut course = closed(enrolled(1, 1, "2015-02-01"), "2015-06-01");
        course.readings[0].withdrawn = true;
        assert_eq!(status(std::slice::from_ref(&course), "2015-05-31"), Status::InClarification);
        assert_eq!(status(&[course], "2015-06-01"), Status::LeftInClarification);
    }

    #[test]
    fn an_enquiry_counts_on_its_day() {
        let asked = [enquiry(1, "2015-02-01")];
        assert_eq!(on(&[], &asked, &star(), day("2015-01-31")), Status::NotKnown);
        assert_eq!(on(&[], &asked, &star(), day("2015-02-01")), Status::EnquiryOnly);
    }

    #[test]
    fn merged_records_are_one_person_and_an_undone_merge_makes_two_again() {
        let courses = [closed(enrolled(1, 1, "2014-01-01"), "2014-12-31"), enrolled(2, 2, "2015-01-01")];
        let merge = Merge { from: citizen(1), into: citizen(2) };
        let merged = by_person(&courses, &[], &[merge], &star(), day("2015-02-01"));
        assert_eq!(merged.into_iter().collect::<Vec<_>>(), [(citizen(2), Status::Enrolled)]);
        assert_eq!(by_person(&courses, &[], &[], &star(), day("2015-02-01")).len(), 2);
    }

    #[test]
    fn a_record_merged_on_stands_for_all_that_were_merged_into_it() {
        let persons =
            Persons::new(&[Merge { from: citizen(1), into: citizen(2) }, Merge { from: citizen(2), into: citizen(3) }]);
        assert_eq!([1, 2, 3, 4].map(|number| persons.of(citizen(number))), [3, 3, 3, 4].map(citizen));
    }

    #[test]
    fn merges_in_a_ring_are_one_person() {
        let persons = Persons::new(&[
            Merge { from: citizen(9), into: citizen(2) },
            Merge { from: citizen(2), into: citizen(3) },
            Merge { from: citizen(3), into: citizen(2) },
        ]);
        assert_eq!([9, 2, 3].map(|number| persons.of(citizen(number))), [2, 2, 2].map(citizen));
    }

    proptest! {
        #[test]
        fn on_every_day_a_course_is_exactly_what_its_dates_say(
            began in any_day(), until_star in 0i64..60, until_closing in 0i64..400, asked in any_day(),
        ) {
            let star_day = add_days(began, until_star);
            let closing_day = add_days(star_day, until_closing);
            let mut course = closed(enrolled(1, 1, &star_day.to_string()), &closing_day.to_string());
            course.clarification_began_on = began;
            let expected = if asked < began { Status::NotKnown }
                else if asked < star_day { Status::InClarification }
                else if asked < closing_day { Status::Enrolled }
                else { Status::Closed };
            prop_assert_eq!(on([&course], &[], &star(), asked), expected);
        }

        #[test]
        fn what_is_dated_after_the_day_changes_nothing_and_what_is_dated_on_it_counts(
            course in any_course(), asked in any_day(),
        ) {
            let known = known_on(course.clone(), asked);
            prop_assert_eq!(of_course(&course, &star(), asked), of_course(&known, &star(), asked));
            let enrolled_today = reading(99, &star(), &asked.to_string());
            let mut course = Course { closing: None, ..course };
            course.readings.push(enrolled_today);
            prop_assert_eq!(of_course(&course, &star(), asked), Status::Enrolled);
            course.closing = Some(crate::facts::Closing { on: asked, reason: None });
            prop_assert_eq!(of_course(&course, &star(), asked), Status::Closed);
        }
    }
}
