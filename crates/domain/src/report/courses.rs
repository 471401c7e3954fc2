//! `courses`: every course enrolled on or before a day, with its plan, phases and follow-ups (R6 to R9).

use chrono::NaiveDate;
use serde::Serialize;

use super::Names;
use crate::course::plan;
use crate::facts::Course;
use crate::follow_up::{State, follow_ups};
use crate::instrument::Instrument;
use crate::phase::phases;
use crate::programme::Programme;
use crate::status::{Status, of_course};

/// The figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CoursesFigure {
    /// Which definition in `locales/` says what is counted.
    pub definition: &'static str,
    /// The day.
    pub as_of: NaiveDate,
    /// Each course, by the day of enrolment and then by name.
    pub courses: Vec<CourseLine>,
    /// The number of courses.
    pub n: usize,
    /// Those of them without a plan: enrolled after the last funded day.
    pub missing: usize,
}

/// One course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CourseLine {
    /// The register's id.
    pub course: String,
    /// The register's id of the citizen.
    pub citizen: String,
    /// The day of enrolment (R1).
    pub enrolled_on: NaiveDate,
    /// The planned end (R6); `None` for a course enrolled after the last funded day, which has no plan.
    pub planned_end: Option<NaiveDate>,
    /// Whether the funding's end cuts it short (R9).
    pub cut_short: bool,
    /// Whole months that it loses by that; all of them where it has no plan.
    pub months_lost: u32,
    /// The phases (R7).
    pub phases: Vec<PhaseLine>,
    /// The follow-ups as they stand on the day (R8).
    pub follow_ups: Vec<FollowUpLine>,
    /// The day it was closed on, if by the day.
    pub closed_on: Option<NaiveDate>,
    /// `enrolled` or `closed`.
    pub status: Status,
}

/// One phase of a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PhaseLine {
    /// Its number, from 1.
    pub phase: u32,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
}

/// One follow-up of a course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FollowUpLine {
    /// The day it is due.
    pub due: NaiveDate,
    /// How it stands.
    pub state: State,
    /// Instruments without a complete reading.
    pub missing: Vec<String>,
}

/// Lists the courses enrolled on or before the day. The courses need the readings of every instrument of the programme;
/// without the enrolling one among `instruments` no course is enrolled.
pub fn courses(
    courses: &[Course],
    programme: &Programme,
    instruments: &[Instrument],
    names: &Names<'_>,
    day: NaiveDate,
) -> CoursesFigure {
    let enrolling = programme.enrolling(instruments);
    let line =
        |course| enrolling.and_then(|enrolling| course_line(course, programme, enrolling, instruments, names, day));
    let mut lines: Vec<CourseLine> = courses.iter().filter_map(line).collect();
    lines.sort_by(|one, other| (one.enrolled_on, &one.course).cmp(&(other.enrolled_on, &other.course)));
    let (n, missing) = (lines.len(), lines.iter().filter(|line| line.planned_end.is_none()).count());
    CoursesFigure { definition: "courses", as_of: day, courses: lines, n, missing }
}

fn course_line(
    course: &Course,
    programme: &Programme,
    enrolling: &Instrument,
    instruments: &[Instrument],
    names: &Names<'_>,
    day: NaiveDate,
) -> Option<CourseLine> {
    let enrolled_on = course.enrolled_on(enrolling).filter(|on| *on <= day)?;
    let plan = plan(enrolled_on, programme).ok();
    let phases = plan.map_or_else(Vec::new, |plan| phases(&plan, programme, &course.marks));
    let follow_ups = plan.map_or_else(Vec::new, |plan| follow_ups(course, &plan, programme, instruments, day));
    Some(CourseLine {
        course: (names.course)(course.id),
        citizen: (names.citizen)(course.citizen),
        enrolled_on,
        planned_end: plan.map(|plan| plan.planned_end()),
        cut_short: plan.is_none_or(|plan| plan.is_cut_short()),
        months_lost: plan.map_or(programme.course_months, |plan| plan.months_lost()),
        phases: phases
            .into_iter()
            .map(|phase| PhaseLine { phase: phase.number, from: phase.days.from, to: phase.days.to })
            .collect(),
        follow_ups: follow_ups
            .into_iter()
            .map(|follow_up| FollowUpLine { due: follow_up.due, state: follow_up.state, missing: follow_up.missing })
            .collect(),
        closed_on: course.closed_by(day),
        status: of_course(course, enrolling, day),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{clarification, closed, day, enrolled, instruments, names, programme};

    fn listed(all: &[Course], text: &str) -> Vec<CourseLine> {
        courses(all, &programme(), &instruments(), &names(), day(text)).courses
    }

    #[test]
    fn a_course_is_listed_from_its_enrolment_and_a_clarification_is_not() {
        let all = [enrolled(1, 1, "2016-02-01"), clarification(2, 2, "2016-01-01")];
        assert!(listed(&all, "2016-01-31").is_empty());
        assert_eq!(listed(&all, "2016-02-01").len(), 1);
    }

    #[test]
    fn a_closing_is_not_known_before_its_day() {
        let all = [closed(enrolled(1, 1, "2015-02-01"), "2015-06-01")];
        let before = &listed(&all, "2015-05-31")[0];
        assert_eq!((before.closed_on, before.status), (None, Status::Enrolled));
        let on_the_day = &listed(&all, "2015-06-01")[0];
        assert_eq!((on_the_day.closed_on, on_the_day.status), (Some(day("2015-06-01")), Status::Closed));
    }

    #[test]
    fn a_course_cut_short_says_so_under_the_fixed_names() {
        let line = &listed(&[enrolled(1, 1, "2016-12-31")], "2016-12-31")[0];
        let expected = serde_json::json!({
            "course": "F1", "citizen": "B1", "enrolled_on": "2016-12-31", "planned_end": "2016-12-31",
            "cut_short": true, "months_lost": 11, "closed_on": null, "status": "enrolled",
            "phases": [
                {"phase": 1, "from": "2016-12-31", "to": "2016-12-30"},
                {"phase": 2, "from": "2016-12-31", "to": "2016-12-30"},
                {"phase": 3, "from": "2016-12-31", "to": "2016-12-31"},
            ],
            "follow_ups": [{"due": "2016-12-31", "state": "due", "missing": ["who-5", "formaal"]}],
        });
        assert_eq!(serde_json::to_value(line).unwrap(), expected);
    }

    #[test]
    fn a_course_enrolled_after_the_funding_is_listed_without_a_plan() {
        let all = [enrolled(1, 1, "2017-01-01")];
        let figure = courses(&all, &programme(), &instruments(), &names(), day("2017-01-01"));
        assert_eq!((figure.n, figure.missing), (1, 1));
        let line = &figure.courses[0];
        assert_eq!((line.planned_end, line.phases.len(), line.follow_ups.len()), (None, 0, 0));
        assert_eq!((line.cut_short, line.months_lost), (true, 12));
    }
}
