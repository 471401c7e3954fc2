//! Intake (R5): enquiries, clarifications, enrolments and closings of a period, by month and by channel.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use serde::Serialize;

use crate::code::Channel;
use crate::day::month_key;
use crate::facts::{Course, Enquiry, Merge};
use crate::instrument::Instrument;
use crate::programme::Period;
use crate::status::Persons;

/// The figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Intake {
    /// Which definition in `locales/` says what is counted.
    pub definition: &'static str,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Enrolments dated in the period (R1); each course counts.
    pub enrolments: u32,
    /// The different persons enrolled in the period (R4).
    pub persons: u32,
    /// Whole calendar months of the period.
    pub months: u32,
    /// Enrolments a month; `None` in a period of less than a month.
    pub average_a_month: Option<f64>,
    /// Each month that the period touches, cut to the period.
    pub by_month: Vec<Month>,
    /// Enquiries by how they came.
    pub by_channel: BTreeMap<Channel, u32>,
    /// What the figure rests on: enquiries and enrolments of the period.
    pub n: u32,
    /// Enquiries whose channel is not known.
    pub missing: u32,
}

/// What happened in one month.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Month {
    /// The month, such as `2015-01`.
    pub month: String,
    /// Enquiries received.
    pub enquiries: u32,
    /// Clarifications begun.
    pub clarifications: u32,
    /// Courses enrolled.
    pub enrolments: u32,
    /// Enrolled courses closed.
    pub closings: u32,
}

/// Counts the intake of a period. The courses need their readings of the enrolling instrument.
pub fn intake(
    courses: &[Course],
    enquiries: &[Enquiry],
    merges: &[Merge],
    enrolling: &Instrument,
    period: Period,
) -> Intake {
    let persons = Persons::new(merges);
    let mut months: BTreeMap<String, Month> = period
        .months()
        .map(|month| (month_key(month.from), Month { month: month_key(month.from), ..Month::default() }))
        .collect();
    let mut count = |day: NaiveDate, add: fn(&mut Month)| {
        if period.contains(day) {
            months.entry(month_key(day)).and_modify(add);
        }
    };
    let mut enrolments = 0;
    let mut enrolled_persons = HashSet::new();
    for course in courses {
        count(course.clarification_began_on, |month| month.clarifications += 1);
        let Some(enrolled_on) = course.enrolled_on(enrolling) else { continue };
        count(enrolled_on, |month| month.enrolments += 1);
        if let Some(closing) = &course.closing {
            count(closing.on, |month| month.closings += 1);
        }
        if period.contains(enrolled_on) {
            enrolments += 1;
            enrolled_persons.insert(persons.of(course.citizen));
        }
    }
    let mut by_channel: BTreeMap<Channel, u32> = Channel::ALL.iter().map(|channel| (*channel, 0)).collect();
    let (mut received, mut missing) = (0, 0);
    for enquiry in enquiries.iter().filter(|enquiry| period.contains(enquiry.received_on)) {
        count(enquiry.received_on, |month| month.enquiries += 1);
        received += 1;
        match enquiry.channel {
            Some(channel) => *by_channel.entry(channel).or_default() += 1,
            None => missing += 1,
        }
    }
    Intake {
        definition: "intake",
        from: period.from,
        to: period.to,
        enrolments,
        persons: u32::try_from(enrolled_persons.len()).unwrap_or(u32::MAX),
        months: period.whole_months(),
        average_a_month: average_a_month(enrolments, period),
        by_month: months.into_values().collect(),
        by_channel,
        n: received + enrolments,
        missing,
    }
}

/// Enrolments a whole calendar month (R5); `None` in a period of less than a month.
pub fn average_a_month(enrolments: u32, period: Period) -> Option<f64> {
    let months = period.whole_months();
    (months > 0).then(|| f64::from(enrolments) / f64::from(months))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{citizen, clarification, closed, day, enquiry, enrolled, star};

    fn year() -> Period {
        Period { from: day("2014-12-01"), to: day("2015-11-30") }
    }

    #[test]
    fn two_citizens_a_month_in_the_last_project_year() {
        let courses: Vec<_> = (0..24).map(|number| enrolled(number, number, "2015-03-05")).collect();
        let figure = intake(&courses, &[], &[], &star(), year());
        assert_eq!((figure.enrolments, figure.months, figure.average_a_month), (24, 12, Some(2.0)));
    }

    #[test]
    fn the_first_and_the_last_day_count_and_the_days_beside_them_do_not() {
        let courses = ["2014-11-30", "2014-12-01", "2015-11-30", "2015-12-01"];
        let courses: Vec<_> = (0..).zip(courses).map(|(number, on)| enrolled(number, number, on)).collect();
        let figure = intake(&courses, &[], &[], &star(), year());
        assert_eq!(figure.enrolments, 2);
        assert_eq!(figure.by_month.iter().map(|month| month.enrolments).sum::<u32>(), 2);
        assert_eq!(figure.by_month.len(), 12);
    }

    #[test]
    fn a_clarification_counts_in_the_month_it_began_and_the_enrolment_in_its_own() {
        let mut course = closed(enrolled(1, 1, "2015-02-01"), "2015-06-30");
        course.clarification_began_on = day("2015-01-31");
        let figure = intake(&[course, clarification(2, 2, "2015-01-01")], &[], &[], &star(), year());
        let month = |key: &str| figure.by_month.iter().find(|month| month.month == key).cloned().unwrap();
        assert_eq!((month("2015-01").clarifications, month("2015-01").enrolments), (2, 0));
        assert_eq!((month("2015-02").clarifications, month("2015-02").enrolments), (0, 1));
        assert_eq!(month("2015-06").closings, 1);
    }

    #[test]
    fn a_clarification_that_led_nowhere_is_no_closing() {
        let left = closed(clarification(1, 1, "2015-01-01"), "2015-02-01");
        let figure = intake(&[left], &[], &[], &star(), year());
        assert!(figure.by_month.iter().all(|month| month.closings == 0));
    }

    #[test]
    fn a_person_enrolled_twice_is_two_enrolments_of_one_person_also_by_a_merge() {
        let courses = [enrolled(1, 1, "2015-01-01"), enrolled(2, 1, "2015-05-01"), enrolled(3, 3, "2015-06-01")];
        let merge = Merge { from: citizen(3), into: citizen(1) };
        let figure = intake(&courses, &[], &[merge], &star(), year());
        assert_eq!((figure.enrolments, figure.persons), (3, 1));
        assert_eq!(intake(&courses, &[], &[], &star(), year()).persons, 2);
    }

    #[test]
    fn an_enquiry_counts_by_its_channel_and_an_unknown_channel_is_missing() {
        let mut own = enquiry(1, "2015-01-01");
        own.channel = Some(Channel::Own);
        let figure = intake(&[], &[own, enquiry(2, "2015-01-02")], &[], &star(), year());
        assert_eq!((figure.by_channel[&Channel::Own], figure.missing), (1, 1));
        assert_eq!(serde_json::to_value(&figure).unwrap()["by_channel"]["selv"], 1);
    }

    #[test]
    fn a_period_of_less_than_a_month_has_no_average() {
        let week = Period { from: day("2015-01-01"), to: day("2015-01-07") };
        assert_eq!(intake(&[], &[], &[], &star(), week).average_a_month, None);
    }
}
