//! How each open course ends within the funding (R9, M11), and what a day of enrolment would leave of a course (R6).

use chrono::NaiveDate;

use crate::course::{Plan, plan};
use crate::day::{add_days, add_months, first_of_month, last_of_month};
use crate::facts::Course;
use crate::id::{CitizenId, CourseId};
use crate::instrument::Instrument;
use crate::phase::{Phase, phases};
use crate::programme::{Period, Programme};
use crate::report::wind_down::{Why, why_not};
use crate::status::{Status, of_course};
use crate::window;

/// How one open course ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// The course.
    pub course: CourseId,
    /// The citizen's record.
    pub citizen: CitizenId,
    /// When it ends; none where it was enrolled after the funding.
    pub plan: Option<Plan>,
    /// Its phases, with the boundaries that were moved.
    pub phases: Vec<Phase>,
    /// Why it cannot end in time, where it cannot.
    pub why: Option<Why>,
}

impl Ending {
    /// What is left of its phases after the day: each phase with the days of it that lie ahead, the day's own included.
    pub fn left(&self, day: NaiveDate) -> Vec<(u32, i64)> {
        let ahead = Period { from: day, to: NaiveDate::MAX };
        let left = |phase: &Phase| phase.days.overlap(&ahead).map(|days| (phase.number, days.days()));
        self.phases.iter().filter_map(left).collect()
    }
}

/// The courses that are open on the day, the one that ends first first.
pub fn endings(courses: &[Course], programme: &Programme, enrolling: &Instrument, day: NaiveDate) -> Vec<Ending> {
    let open = courses.iter().filter(|course| of_course(course, enrolling, day) == Status::Enrolled);
    let ending = |course: &Course| {
        let plan = course.enrolled_on(enrolling).and_then(|on| plan(on, programme).ok());
        Ending {
            course: course.id,
            citizen: course.citizen,
            phases: plan.map(|plan| phases(&plan, programme, &course.marks)).unwrap_or_default(),
            why: why_not(plan, programme.funding.to, day),
            plan,
        }
    };
    let mut found: Vec<Ending> = open.map(ending).collect();
    found.sort_by_key(|one| (one.plan.map(|plan| (plan.planned_end(), plan.enrolled_on())), one.course));
    found
}

/// A course that would begin on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IfEnrolled {
    /// The day.
    pub on: NaiveDate,
    /// Its last day, by R6; none after the funding.
    pub plan: Option<Plan>,
    /// Whether enrolment is open on the day (R10).
    pub is_open: bool,
}

impl IfEnrolled {
    /// How many days it would have.
    pub fn days(&self) -> i64 {
        self.plan.map_or(0, |plan| Period { from: self.on, to: plan.planned_end() }.days())
    }
}

/// A course that would begin on the day.
pub fn if_enrolled(on: NaiveDate, programme: &Programme) -> IfEnrolled {
    IfEnrolled { on, plan: plan(on, programme).ok(), is_open: window::is_open(programme, on) }
}

/// The days worth asking about after a day: the first of each month while a window is open, at most six, and the window's last day.
pub fn days_to_ask(programme: &Programme, day: NaiveDate) -> Vec<NaiveDate> {
    let Some(closes) = window::closes_on(programme, day) else { return Vec::new() };
    let firsts = (1..=6).map(|month| add_months(first_of_month(day), month)).filter(|first| *first < closes);
    let mut days: Vec<NaiveDate> = firsts.filter(|first| window::is_open(programme, *first)).collect();
    days.push(closes);
    days
}

/// The last day on which an enrolment gives a course of full length.
pub fn full_until(programme: &Programme) -> NaiveDate {
    let after = add_days(programme.funding.to, 1);
    let about = after.checked_sub_months(chrono::Months::new(programme.course_months)).unwrap_or(after);
    // Months are not equally long, so the day is looked for around where it must be.
    let near = Period { from: add_days(about, -4), to: last_of_month(add_days(about, 4)) };
    let is_full = |day: &NaiveDate| plan(*day, programme).is_ok_and(|plan| !plan.is_cut_short());
    (0..near.days()).rev().map(|number| add_days(near.from, number)).find(is_full).unwrap_or(about)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{clarification, closed, day, enrolled, programme, star};

    #[test]
    fn open_courses_stand_in_the_order_of_their_ends_with_what_is_left_of_each_phase() {
        let courses = [
            enrolled(1, 1, "2016-02-01"),
            enrolled(2, 2, "2015-11-10"),
            closed(enrolled(3, 3, "2015-01-01"), "2015-06-01"),
            clarification(4, 4, "2016-01-01"),
        ];
        let found = endings(&courses, &programme(), &star(), day("2016-10-01"));
        let ends: Vec<_> = found.iter().map(|one| one.plan.unwrap().planned_end()).collect();
        assert_eq!(ends, [day("2016-11-09"), day("2016-12-31")]);
        // 335 days from 1 February: phase 3 begins on day floor(335 * 2 / 3) = 223, which is 11 September.
        assert_eq!(found[1].left(day("2016-10-01")), [(3, 92)]);
        assert_eq!(found[1].left(day("2016-02-01")), [(1, 111), (2, 112), (3, 112)]);
        assert_eq!(found[0].why, None);
    }

    #[test]
    fn a_course_past_its_planned_end_is_named_with_the_reason() {
        let found = endings(&[enrolled(1, 1, "2015-09-20")], &programme(), &star(), day("2016-10-01"));
        assert_eq!(found[0].why, Some(Why::PastPlannedEnd));
        assert_eq!(found[0].left(day("2016-10-01")), []);
    }

    #[test]
    fn a_day_of_enrolment_leaves_what_r6_says_of_a_course() {
        let on = |text| if_enrolled(day(text), &programme());
        assert_eq!((on("2016-01-04").days(), on("2016-01-04").plan.unwrap().months_lost()), (363, 0));
        assert_eq!((on("2016-02-01").days(), on("2016-02-01").plan.unwrap().months_lost()), (335, 1));
        assert_eq!((on("2016-02-29").days(), on("2016-02-29").plan.unwrap().months_lost()), (307, 1));
        assert_eq!((on("2016-03-31").days(), on("2016-03-31").is_open), (276, true));
        assert!(!on("2016-04-01").is_open);
        assert_eq!((on("2017-01-01").days(), on("2017-01-01").plan), (0, None));
    }

    #[test]
    fn the_first_of_january_is_the_last_day_for_twelve_months() {
        assert_eq!(full_until(&programme()), day("2016-01-01"));
        let asked = days_to_ask(&programme(), day("2015-11-23"));
        let expected = ["2015-12-01", "2016-01-01", "2016-02-01", "2016-03-01", "2016-03-31"].map(day);
        assert_eq!(asked, expected);
        assert_eq!(days_to_ask(&programme(), day("2016-04-01")), []);
    }
}
