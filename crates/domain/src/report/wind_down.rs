//! `wind-down`: how every open course ends within the funding, and which do not (R9, R10).

use chrono::NaiveDate;
use serde::Serialize;

use super::Names;
use crate::course::{Plan, plan};
use crate::facts::Course;
use crate::instrument::Instrument;
use crate::programme::Programme;
use crate::status::{Status, of_course};
use crate::window;

/// The figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WindDownFigure {
    /// Which definition in `locales/` says what is counted.
    pub definition: &'static str,
    /// The day.
    pub as_of: NaiveDate,
    /// The last funded day.
    pub funding_end: NaiveDate,
    /// Courses enrolled and not closed on the day.
    pub open_courses: usize,
    /// Those of them whose planned end is still ahead, all within the funding.
    pub ends_in_time: usize,
    /// Open courses that the funding's end cuts short.
    pub cut_short: Vec<CutShort>,
    /// Open courses and clarifications that cannot end in time.
    pub cannot_end: Vec<CannotEnd>,
    /// Open clarifications, with what must happen to each (R10).
    pub clarifications: Vec<Undecided>,
    /// Open courses and open clarifications.
    pub n: usize,
    /// Open courses without a planned end: enrolled after the last funded day.
    pub missing: usize,
}

/// A course that loses months.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CutShort {
    /// The register's id.
    pub course: String,
    /// The register's id of the citizen.
    pub citizen: String,
    /// Its planned end.
    pub planned_end: NaiveDate,
    /// Whole months lost.
    pub months_lost: u32,
}

/// A course or clarification that cannot end in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CannotEnd {
    /// The register's id.
    pub course: String,
    /// The register's id of the citizen.
    pub citizen: String,
    /// Why.
    pub why: Why,
}

/// Why it cannot end in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Enrolled after the last funded day.
    EnrolledAfterFunding,
    /// Open after the last funded day.
    FundingEnded,
    /// Open after its planned end.
    PastPlannedEnd,
    /// A clarification open after the last funded day.
    ClarificationAfterFunding,
}

/// An open clarification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Undecided {
    /// The register's id.
    pub course: String,
    /// The register's id of the citizen.
    pub citizen: String,
    /// The last day on which the citizen can be enrolled without an exception; `None` where no window is open any more.
    pub decide_by: Option<NaiveDate>,
    /// What must happen.
    pub must: Must,
}

/// What must happen to an open clarification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Must {
    /// Enrol, or end the clarification, while the window is open.
    EnrolOrEnd,
    /// The window has closed: end it, refer the citizen on, or grant an exception.
    EndOrExcept,
    /// The funding has ended: end it and refer the citizen on.
    End,
}

/// Draws up the wind-down on the day. The courses need the readings of the enrolling instrument only.
pub fn wind_down(
    courses: &[Course],
    programme: &Programme,
    enrolling: &Instrument,
    names: &Names<'_>,
    day: NaiveDate,
) -> WindDownFigure {
    let last_funded = programme.funding.to;
    let called = |course: &Course| ((names.course)(course.id), (names.citizen)(course.citizen));
    let mut open = Vec::new();
    let mut undecided = Vec::new();
    for course in courses {
        match of_course(course, enrolling, day) {
            Status::Enrolled => {
                open.push((course, course.enrolled_on(enrolling).and_then(|on| plan(on, programme).ok())));
            }
            Status::InClarification => undecided.push(course),
            Status::Closed | Status::LeftInClarification | Status::EnquiryOnly | Status::NotKnown => {}
        }
    }
    let cut = open.iter().filter_map(|(course, plan)| plan.filter(Plan::is_cut_short).map(|plan| (*course, plan)));
    let mut cut_short: Vec<CutShort> = cut
        .map(|(course, plan)| {
            let (course, citizen) = called(course);
            CutShort { course, citizen, planned_end: plan.planned_end(), months_lost: plan.months_lost() }
        })
        .collect();
    let late = open.iter().filter_map(|(course, plan)| why_not(*plan, last_funded, day).map(|why| (*course, why)));
    let late: Vec<(&Course, Why)> = late.collect();
    let ends_in_time = open.len() - late.len();
    let unfunded =
        undecided.iter().filter(|_| last_funded < day).map(|course| (*course, Why::ClarificationAfterFunding));
    let mut cannot_end: Vec<CannotEnd> = late
        .into_iter()
        .chain(unfunded)
        .map(|(course, why)| {
            let (course, citizen) = called(course);
            CannotEnd { course, citizen, why }
        })
        .collect();
    let decide_by = window::closes_on(programme, day);
    let must = must_happen(decide_by, last_funded, day);
    let mut clarifications: Vec<Undecided> = undecided
        .into_iter()
        .map(|course| {
            let (course, citizen) = called(course);
            Undecided { course, citizen, decide_by, must }
        })
        .collect();
    cut_short.sort_by(|one, other| (one.planned_end, &one.course).cmp(&(other.planned_end, &other.course)));
    cannot_end.sort_by(|one, other| one.course.cmp(&other.course));
    clarifications.sort_by(|one, other| one.course.cmp(&other.course));
    WindDownFigure {
        definition: "wind-down",
        as_of: day,
        funding_end: last_funded,
        open_courses: open.len(),
        ends_in_time,
        cut_short,
        cannot_end,
        n: open.len() + clarifications.len(),
        missing: open.iter().filter(|(_, plan)| plan.is_none()).count(),
        clarifications,
    }
}

/// What must happen to a clarification that is open on the day.
pub(crate) fn must_happen(decide_by: Option<NaiveDate>, last_funded: NaiveDate, day: NaiveDate) -> Must {
    match decide_by {
        _ if last_funded < day => Must::End,
        Some(_) => Must::EnrolOrEnd,
        None => Must::EndOrExcept,
    }
}

/// Why an open course with this plan cannot end in time, where it cannot.
pub(crate) fn why_not(plan: Option<Plan>, last_funded: NaiveDate, day: NaiveDate) -> Option<Why> {
    match plan {
        None => Some(Why::EnrolledAfterFunding),
        Some(_) if last_funded < day => Some(Why::FundingEnded),
        Some(plan) if plan.planned_end() < day => Some(Why::PastPlannedEnd),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{clarification, closed, day, enrolled, names, programme, star};

    fn on(all: &[Course], text: &str) -> WindDownFigure {
        wind_down(all, &programme(), &star(), &names(), day(text))
    }

    #[test]
    fn open_courses_end_in_time_or_are_named() {
        let all = [
            enrolled(1, 1, "2015-11-10"),
            enrolled(2, 2, "2016-02-01"),
            enrolled(3, 3, "2015-02-01"),
            closed(enrolled(4, 4, "2016-01-05"), "2016-03-01"),
        ];
        let figure = on(&all, "2016-04-01");
        assert_eq!((figure.open_courses, figure.ends_in_time), (3, 2));
        let cut: Vec<(&str, u32)> = figure.cut_short.iter().map(|cut| (cut.course.as_str(), cut.months_lost)).collect();
        assert_eq!(cut, [("F2", 1)]);
        let late: Vec<(&str, Why)> = figure.cannot_end.iter().map(|one| (one.course.as_str(), one.why)).collect();
        assert_eq!(late, [("F3", Why::PastPlannedEnd)]);
    }

    #[test]
    fn a_course_is_in_time_on_its_planned_end_and_not_the_day_after() {
        let all = [enrolled(1, 1, "2016-02-01")];
        assert_eq!(on(&all, "2016-12-31").ends_in_time, 1);
        assert_eq!(on(&all, "2017-01-01").cannot_end[0].why, Why::FundingEnded);
    }

    #[test]
    fn a_clarification_open_when_the_window_closes_is_listed_with_what_must_happen() {
        let all = [clarification(1, 1, "2016-03-01")];
        let on_the_day = |text| {
            let figure = on(&all, text);
            (figure.clarifications[0].must, figure.clarifications[0].decide_by, figure.cannot_end.len())
        };
        assert_eq!(on_the_day("2016-03-31"), (Must::EnrolOrEnd, Some(day("2016-03-31")), 0));
        assert_eq!(on_the_day("2016-04-01"), (Must::EndOrExcept, None, 0));
        assert_eq!(on_the_day("2017-01-01"), (Must::End, None, 1));
    }

    #[test]
    fn a_course_enrolled_after_the_funding_is_named() {
        let figure = on(&[enrolled(1, 1, "2017-01-01"), clarification(2, 2, "2016-12-01")], "2017-01-01");
        assert_eq!(figure.cannot_end[0].why, Why::EnrolledAfterFunding);
        assert_eq!((figure.n, figure.missing), (2, 1));
    }
}
