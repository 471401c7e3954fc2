//! `status`: how many citizens are enrolled, in clarification, closed and so on, on a day (R2, R3), counted in persons (R4).

use chrono::NaiveDate;
use serde::Serialize;

use crate::facts::{Course, Enquiry, Merge};
use crate::instrument::Instrument;
use crate::status::{Status, by_person};

/// The figure; every field counts different persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct StatusFigure {
    /// Which definition in `locales/` says what is counted.
    pub definition: &'static str,
    /// The day.
    pub as_of: NaiveDate,
    /// With a course enrolled and not closed.
    pub enrolled: u32,
    /// With an open clarification, and not enrolled.
    pub in_clarification: u32,
    /// With a closed course, and nothing open.
    pub closed: u32,
    /// Whose clarification ended without an enrolment. Never part of `closed`.
    pub left_in_clarification: u32,
    /// With an enquiry only.
    pub enquiry_only: u32,
    /// Enrolled or in clarification.
    pub attached: u32,
    /// Enrolled, in clarification or closed.
    pub different_users: u32,
    /// The persons that the figure rests on: each stands on one line.
    pub n: u32,
    /// Enquiries received by the day by somebody whose record is not known: nobody who could be counted.
    pub missing: u32,
}

/// Counts the citizens on the day. The courses need the readings of the enrolling instrument only.
pub fn status(
    courses: &[Course],
    enquiries: &[Enquiry],
    merges: &[Merge],
    enrolling: &Instrument,
    day: NaiveDate,
) -> StatusFigure {
    let nobody = |enquiry: &&Enquiry| enquiry.citizen.is_none() && enquiry.received_on <= day;
    let mut figure = StatusFigure {
        definition: "status",
        as_of: day,
        enrolled: 0,
        in_clarification: 0,
        closed: 0,
        left_in_clarification: 0,
        enquiry_only: 0,
        attached: 0,
        different_users: 0,
        n: 0,
        missing: u32::try_from(enquiries.iter().filter(nobody).count()).unwrap_or(u32::MAX),
    };
    for status in by_person(courses, enquiries, merges, enrolling, day).into_values() {
        match status {
            Status::Enrolled => figure.enrolled += 1,
            Status::InClarification => figure.in_clarification += 1,
            Status::Closed => figure.closed += 1,
            Status::LeftInClarification => figure.left_in_clarification += 1,
            Status::EnquiryOnly => figure.enquiry_only += 1,
            Status::NotKnown => continue,
        }
        figure.n += 1;
        figure.attached += u32::from(status.is_attached());
        figure.different_users += u32::from(status.is_user());
    }
    figure
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::day::add_days;
    use crate::example::{any_day, citizen, clarification, closed, day, enquiry, enrolled, star};

    #[test]
    fn each_person_stands_on_one_line() {
        let mut left = clarification(4, 4, "2015-01-01");
        left.clarification_ended_on = Some(day("2015-01-20"));
        let courses = [
            enrolled(1, 1, "2015-01-01"),
            clarification(2, 2, "2015-01-01"),
            closed(enrolled(3, 3, "2014-01-01"), "2014-12-31"),
            left,
            clarification(5, 3, "2015-01-15"),
        ];
        let enquiries = [enquiry(1, "2014-12-01"), enquiry(9, "2014-12-01")];
        let figure = status(&courses, &enquiries, &[], &star(), day("2015-02-01"));
        let lines = [
            figure.enrolled,
            figure.in_clarification,
            figure.closed,
            figure.left_in_clarification,
            figure.enquiry_only,
        ];
        assert_eq!(lines, [1, 2, 0, 1, 1]);
        assert_eq!((figure.attached, figure.different_users), (3, 3));
    }

    #[test]
    fn an_anonymous_enquiry_is_nobody_that_could_be_counted() {
        let mut anonymous = enquiry(1, "2014-12-01");
        anonymous.citizen = None;
        let figure = status(&[], &[anonymous], &[], &star(), day("2015-02-01"));
        assert_eq!((figure.enquiry_only, figure.n, figure.missing), (0, 0, 1));
    }

    #[test]
    fn the_names_in_the_document_are_the_fixed_ones() {
        let figure = status(&[], &[], &[], &star(), day("2015-11-23"));
        let expected = serde_json::json!({"definition": "status", "as_of": "2015-11-23", "enrolled": 0,
            "in_clarification": 0, "closed": 0, "left_in_clarification": 0, "enquiry_only": 0, "attached": 0,
            "different_users": 0, "n": 0, "missing": 0});
        assert_eq!(serde_json::to_value(figure).unwrap(), expected);
    }

    proptest! {
        #[test]
        fn attached_is_enrolled_and_in_clarification_and_everybody_stands_on_one_line(
            people in prop::collection::vec((any_day(), 0i64..60, 0i64..400, 0u128..20), 0..40),
            merged in prop::collection::vec((0u128..20, 0u128..20), 0..6),
            asked in any_day(),
        ) {
            let courses: Vec<Course> = (1u128..).zip(&people).map(|(number, (began, star_after, open_for, person))| {
                let star_day = add_days(*began, *star_after);
                let mut course = closed(enrolled(number, *person, &star_day.to_string()), &add_days(star_day, *open_for).to_string());
                course.clarification_began_on = *began;
                course
            }).collect();
            let merges: Vec<Merge> = merged.iter().map(|(from, into)| Merge { from: citizen(*from), into: citizen(*into) }).collect();
            let figure = status(&courses, &[], &merges, &star(), asked);
            prop_assert_eq!(figure.attached, figure.enrolled + figure.in_clarification);
            prop_assert_eq!(figure.different_users, figure.attached + figure.closed);
            let statuses = by_person(&courses, &[], &merges, &star(), asked);
            let known = statuses.values().filter(|status| **status != Status::NotKnown).count();
            let lines = figure.enrolled + figure.in_clarification + figure.closed + figure.left_in_clarification + figure.enquiry_only;
            prop_assert_eq!(lines as usize, known);
            prop_assert_eq!(lines, figure.n);
        }
    }
}
