//! A course's plan (R6, R9): when it ends, and what the funding's end takes from it.

use chrono::NaiveDate;

use crate::day::{add_days, add_months, whole_months};
use crate::programme::Programme;
use crate::refusal::{Code, Refusal};

/// When a course runs. Only [`plan`] makes one, so that no course outlives its funding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    enrolled_on: NaiveDate,
    full_end: NaiveDate,
    planned_end: NaiveDate,
}

/// Plans the course of a citizen enrolled on the day (R6): it ends with its months, or with the funding if that is earlier.
///
/// # Errors
///
/// [`Code::AfterFunding`] where the day is after the last funded one.
pub fn plan(enrolled_on: NaiveDate, programme: &Programme) -> Result<Plan, Refusal> {
    let last_funded = programme.funding.to;
    if enrolled_on > last_funded {
        return Err(Refusal::new("made_on", Code::AfterFunding));
    }
    // A course of no months would end before it began; the programme file refuses it, and here it lasts a day.
    let full_end = add_days(add_months(enrolled_on, programme.course_months), -1).max(enrolled_on);
    Ok(Plan { enrolled_on, full_end, planned_end: full_end.min(last_funded) })
}

impl Plan {
    /// The first day.
    pub const fn enrolled_on(&self) -> NaiveDate {
        self.enrolled_on
    }

    /// The last day planned (R6).
    pub const fn planned_end(&self) -> NaiveDate {
        self.planned_end
    }

    /// The last day that the course would have without the funding's end.
    pub const fn full_end(&self) -> NaiveDate {
        self.full_end
    }

    /// Whether the funding's end cuts the course short (R9).
    pub fn is_cut_short(&self) -> bool {
        self.planned_end < self.full_end
    }

    /// Whole months between the planned end and the end the course would have (R9).
    pub fn months_lost(&self) -> u32 {
        whole_months(self.planned_end, self.full_end)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::example::{any_day, day, programme};

    fn planned(enrolled_on: &str) -> Plan {
        plan(day(enrolled_on), &programme()).unwrap()
    }

    #[test]
    fn a_citizen_enrolled_in_november_2015_has_a_whole_year_to_the_day() {
        let course = planned("2015-11-10");
        assert_eq!(course.planned_end(), day("2016-11-09"));
        assert!(!course.is_cut_short());
        assert_eq!(course.months_lost(), 0);
    }

    #[test]
    fn a_citizen_enrolled_in_february_2016_ends_with_the_funding() {
        assert_eq!(planned("2016-02-01").planned_end(), day("2016-12-31"));
        assert_eq!(planned("2016-02-01").months_lost(), 1);
        assert_eq!(planned("2016-02-29").planned_end(), day("2016-12-31"));
        assert_eq!(planned("2016-03-01").months_lost(), 2);
    }

    #[test]
    fn a_course_from_new_years_day_2016_is_the_last_to_be_whole() {
        assert!(!planned("2016-01-01").is_cut_short());
        let next = planned("2016-01-02");
        assert!(next.is_cut_short());
        assert_eq!(next.months_lost(), 0);
    }

    #[test]
    fn a_citizen_enrolled_on_the_last_funded_day_has_that_day() {
        assert_eq!(planned("2016-12-31").planned_end(), day("2016-12-31"));
        assert_eq!(planned("2016-12-31").months_lost(), 11);
    }

    #[test]
    fn there_is_no_plan_after_the_last_funded_day() {
        assert_eq!(plan(day("2017-01-01"), &programme()), Err(Refusal::new("made_on", Code::AfterFunding)));
    }

    #[test]
    fn a_year_from_leap_day_ends_on_27_february() {
        let mut longer = programme();
        longer.funding.to = day("2020-12-31");
        assert_eq!(plan(day("2016-02-29"), &longer).unwrap().planned_end(), day("2017-02-27"));
    }

    proptest! {
        #[test]
        fn no_course_is_planned_past_the_funding_or_before_its_enrolment(on in any_day(), months in 1u32..61) {
            let mut settings = programme();
            settings.course_months = months;
            let course = plan(on, &settings).unwrap();
            prop_assert!(course.planned_end() <= settings.funding.to);
            prop_assert!(course.planned_end() >= on);
            prop_assert_eq!(course.is_cut_short(), course.planned_end() < add_days(add_months(on, months), -1));
        }
    }
}
