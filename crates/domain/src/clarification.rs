//! Clarification (M5, R10): how it begins, how it ends without an enrolment, and what must happen while it is open.
//!
//! A course is what the first complete star makes of it (R1); nothing here enrols anybody.

use chrono::NaiveDate;

use crate::code::ClarificationOutcome;
use crate::facts::Course;
use crate::instrument::Instrument;
use crate::programme::Programme;
use crate::refusal::{Code, Refusal};
use crate::report::wind_down::{Must, must_happen};
use crate::status::{Status, of_course};
use crate::window;

/// A clarification that may begin. Only [`begin`] makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Begun {
    on: NaiveDate,
}

impl Begun {
    /// The first day.
    pub const fn on(&self) -> NaiveDate {
        self.on
    }
}

/// A clarification that may end. Only [`end`] makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended {
    on: NaiveDate,
    outcome: ClarificationOutcome,
}

impl Ended {
    /// The day.
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// What it came to.
    pub const fn outcome(&self) -> ClarificationOutcome {
        self.outcome
    }
}

/// Begins a clarification of a citizen with these courses: a first one, or one of somebody who comes back.
///
/// # Errors
///
/// Every refusal at once.
pub fn begin(
    courses: &[Course],
    enrolling: &Instrument,
    on: NaiveDate,
    today: NaiveDate,
) -> Result<Begun, Vec<Refusal>> {
    let refused = |applies: bool, field, code| applies.then_some(Refusal::new(field, code));
    let is_attached = |day| courses.iter().any(|course| of_course(course, enrolling, day).is_attached());
    let refusals: Vec<Refusal> = [
        refused(on > today, "began_on", Code::InTheFuture),
        refused(is_attached(today) || is_attached(on), "", Code::ClarificationOpen),
    ]
    .into_iter()
    .flatten()
    .collect();
    if refusals.is_empty() { Ok(Begun { on }) } else { Err(refusals) }
}

/// Ends a clarification without an enrolment.
///
/// # Errors
///
/// Every refusal at once: of a course that is enrolled, closed or ended, and of an impossible day.
pub fn end(
    course: &Course,
    enrolling: &Instrument,
    outcome: ClarificationOutcome,
    on: NaiveDate,
    today: NaiveDate,
) -> Result<Ended, Vec<Refusal>> {
    let refused = |applies: bool, field, code| applies.then_some(Refusal::new(field, code));
    let is_enrolled = course.enrolled_on(enrolling).is_some();
    let is_over = course.clarification_ended_on.is_some() || course.closing.is_some();
    let refusals: Vec<Refusal> = [
        refused(is_enrolled, "", Code::AlreadyEnrolled),
        refused(is_over && !is_enrolled, "", Code::CourseEnded),
        refused(on > today, "ended_on", Code::InTheFuture),
        refused(on < course.clarification_began_on, "ended_on", Code::EndsBeforeItBegins),
    ]
    .into_iter()
    .flatten()
    .collect();
    if refusals.is_empty() { Ok(Ended { on, outcome }) } else { Err(refusals) }
}

/// What must happen to a clarification that is open on the day, and the last day on which the citizen can be enrolled without an
/// exception (R10); `None` where the course is in no open clarification then.
pub fn must(
    course: &Course,
    enrolling: &Instrument,
    programme: &Programme,
    day: NaiveDate,
) -> Option<(Must, Option<NaiveDate>)> {
    let is_open = of_course(course, enrolling, day) == Status::InClarification;
    let decide_by = window::closes_on(programme, day);
    is_open.then(|| (must_happen(decide_by, programme.funding.to, day), decide_by))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{clarification, closed, day, enrolled, programme, star};

    fn codes<T>(decision: Result<T, Vec<Refusal>>) -> Vec<Code> {
        decision.map_or_else(|refusals| refusals.iter().map(|refusal| refusal.code).collect(), |_| Vec::new())
    }

    #[test]
    fn a_man_who_comes_back_after_a_closed_course_is_clarified_again() {
        let before = [closed(enrolled(1, 1, "2014-01-20"), "2015-01-19")];
        let begun = begin(&before, &star(), day("2015-11-20"), day("2015-11-23")).unwrap();
        assert_eq!(begun.on(), day("2015-11-20"));
    }

    #[test]
    fn nobody_is_clarified_beside_an_open_clarification_or_a_running_course() {
        for open in [clarification(1, 1, "2015-11-02"), enrolled(2, 1, "2015-06-01")] {
            let refused = begin(&[open], &star(), day("2015-11-20"), day("2015-11-23"));
            assert_eq!(codes(refused), [Code::ClarificationOpen]);
        }
        assert_eq!(codes(begin(&[], &star(), day("2015-11-24"), day("2015-11-23"))), [Code::InTheFuture]);
    }

    #[test]
    fn a_clarification_ends_once_and_never_where_a_star_has_enrolled() {
        let open = clarification(1, 1, "2015-11-02");
        let try_to_end = |course: &Course, on: &str| {
            codes(end(course, &star(), ClarificationOutcome::CitizensNo, day(on), day("2015-11-23")))
        };
        assert_eq!(try_to_end(&open, "2015-11-02"), []);
        assert_eq!(try_to_end(&open, "2015-11-01"), [Code::EndsBeforeItBegins]);
        assert_eq!(try_to_end(&open, "2015-11-24"), [Code::InTheFuture]);
        let ended = Course { clarification_ended_on: Some(day("2015-11-10")), ..open };
        assert_eq!(try_to_end(&ended, "2015-11-20"), [Code::CourseEnded]);
        assert_eq!(try_to_end(&enrolled(2, 1, "2015-11-10"), "2015-11-20"), [Code::AlreadyEnrolled]);
    }

    #[test]
    fn a_clarification_still_open_after_the_window_says_what_must_happen() {
        let open = clarification(1, 1, "2016-03-01");
        let on = |text: &str| must(&open, &star(), &programme(), day(text));
        assert_eq!(on("2016-03-31"), Some((Must::EnrolOrEnd, Some(day("2016-03-31")))));
        assert_eq!(on("2016-04-01"), Some((Must::EndOrExcept, None)));
        assert_eq!(on("2017-01-01"), Some((Must::End, None)));
        assert_eq!(must(&enrolled(1, 1, "2016-03-10"), &star(), &programme(), day("2016-04-01")), None);
    }
}
