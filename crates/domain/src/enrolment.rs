//! Enrolment (R1): a citizen is enrolled from the first complete star on, and nothing else enrols.
//!
//! [`enrolled_on`] tells it from the facts; [`enrol`] decides whether a new star may do it (R6, R10); [`change`] tells what recording,
//! correcting or withdrawing a star does.

pub mod change;

use chrono::NaiveDate;

use crate::exception::Exception;
use crate::facts::Course;
use crate::filling::impossible_day;
use crate::id::{CourseId, ReadingId};
use crate::instrument::Instrument;
use crate::programme::Programme;
use crate::reading::{CompletedReading, Reading};
use crate::refusal::{Code, Refusal};
use crate::window;

/// The day of the first complete reading of the enrolling instrument (R1); withdrawn and incomplete ones count as never made.
pub fn enrolled_on(readings: &[Reading], enrolling: &Instrument) -> Option<NaiveDate> {
    // The day is compared first because it is cheaper than the answers: a course has many stars, and one is the first.
    readings.iter().fold(None, |first, reading| {
        let is_earlier = first.is_none_or(|first| reading.made_on < first);
        if is_earlier && reading.complete(enrolling).is_some() { Some(reading.made_on) } else { first }
    })
}

impl Course {
    /// The day the course was enrolled on (R1), known from its star readings.
    pub fn enrolled_on(&self, enrolling: &Instrument) -> Option<NaiveDate> {
        enrolled_on(&self.readings, enrolling)
    }

    /// The day the course was closed on, where it was by `day`.
    pub fn closed_by(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.closing.as_ref().map(|closing| closing.on).filter(|on| *on <= day)
    }
}

/// An enrolment that every rule permits. Only [`enrol`] makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Enrolment {
    course: CourseId,
    reading: ReadingId,
    on: NaiveDate,
    by_exception: Option<Exception>,
}

impl Enrolment {
    /// The course.
    pub const fn course(&self) -> CourseId {
        self.course
    }

    /// The reading that enrols.
    pub const fn reading(&self) -> ReadingId {
        self.reading
    }

    /// The day.
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// The exception that was needed, where one was: it goes on the record (R10).
    pub const fn by_exception(&self) -> Option<Exception> {
        self.by_exception
    }
}

/// Decides whether a complete star enrols the course, on the star's day.
///
/// # Errors
///
/// Every refusal at once: the wrong instrument or an enrolment already made (R1), a day in the future, before the
/// clarification or after the course's end, after the funding (R6), outside every window without an exception (R10).
pub fn enrol(
    course: &Course,
    star: CompletedReading<'_>,
    enrolling: &Instrument,
    programme: &Programme,
    exceptions: &[Exception],
    today: NaiveDate,
) -> Result<Enrolment, Vec<Refusal>> {
    let on = star.reading().made_on;
    let open = window::is_open(programme, on);
    let exception = exceptions.iter().copied().find(|exception| !open && exception.covers(course.citizen, on));
    let ended = course.clarification_ended_on.is_some_and(|end| end <= on) || course.closed_by(on).is_some();
    let refused = |applies: bool, field, code| applies.then_some(Refusal::new(field, code));
    let before = [
        refused(star.instrument().key != programme.enrolling_instrument, "instrument", Code::NotTheEnrollingInstrument),
        refused(course.enrolled_on(enrolling).is_some(), "", Code::AlreadyEnrolled),
    ];
    let after = [
        refused(ended, "made_on", Code::CourseEnded),
        refused(on > programme.funding.to, "made_on", Code::AfterFunding),
        refused(!open && exception.is_none(), "made_on", Code::OutsideRecruitmentWindow),
    ];
    let day = impossible_day(course, on, today).map(Some);
    let refusals: Vec<Refusal> = before.into_iter().chain(day).chain(after).flatten().collect();
    if refusals.is_empty() {
        Ok(Enrolment { course: course.id, reading: star.reading().id, on, by_exception: exception })
    } else {
        Err(refusals)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{clarification, day, enrolled, incomplete, programme, reading, star, who5, worker};
    use crate::exception::grant;

    fn codes(decision: Result<Enrolment, Vec<Refusal>>) -> Vec<Code> {
        decision.unwrap_err().iter().map(|refusal| refusal.code).collect()
    }

    fn try_to_enrol(course: &Course, on: &str, exceptions: &[Exception]) -> Result<Enrolment, Vec<Refusal>> {
        let filled = reading(7, &star(), on);
        let star = star();
        enrol(course, filled.complete(&star).unwrap(), &star, &programme(), exceptions, day("2016-12-31"))
    }

    #[test]
    fn nobody_is_enrolled_by_an_incomplete_star() {
        assert_eq!(enrolled_on(&[incomplete(1, &star(), "2015-01-01")], &star()), None);
    }

    #[test]
    fn the_first_complete_star_enrols_though_an_incomplete_one_and_other_readings_came_before() {
        let readings = [
            reading(4, &star(), "2015-03-01"),
            incomplete(1, &star(), "2015-01-01"),
            reading(2, &who5(), "2015-01-15"),
            reading(3, &star(), "2015-02-01"),
        ];
        assert_eq!(enrolled_on(&readings, &star()), Some(day("2015-02-01")));
    }

    #[test]
    fn a_withdrawn_star_undoes_the_enrolment_and_the_next_takes_its_place() {
        let mut readings = vec![reading(1, &star(), "2015-01-01"), reading(2, &star(), "2015-03-01")];
        readings[0].withdrawn = true;
        assert_eq!(enrolled_on(&readings, &star()), Some(day("2015-03-01")));
        readings[1].withdrawn = true;
        assert_eq!(enrolled_on(&readings, &star()), None);
    }

    #[test]
    fn a_citizen_can_be_enrolled_on_the_last_day_of_the_window_and_not_on_the_next() {
        let course = clarification(1, 1, "2016-03-01");
        assert_eq!(try_to_enrol(&course, "2016-03-31", &[]).map(|enrolment| enrolment.on()), Ok(day("2016-03-31")));
        assert_eq!(codes(try_to_enrol(&course, "2016-04-01", &[])), [Code::OutsideRecruitmentWindow]);
    }

    #[test]
    fn an_exception_opens_the_window_for_its_citizen_and_goes_on_the_record() {
        let course = clarification(1, 1, "2016-03-01");
        let granted = grant(course.citizen, worker(9), day("2016-04-01"), "Kom i marts").unwrap();
        let enrolment = try_to_enrol(&course, "2016-04-01", &[granted]).unwrap();
        assert_eq!(enrolment.by_exception(), Some(granted));
    }

    #[test]
    fn an_exception_that_was_not_needed_is_not_on_the_record() {
        let course = clarification(1, 1, "2016-03-01");
        let granted = grant(course.citizen, worker(9), day("2016-03-01"), "For en sikkerheds skyld").unwrap();
        assert_eq!(try_to_enrol(&course, "2016-03-31", &[granted]).unwrap().by_exception(), None);
    }

    #[test]
    fn no_exception_carries_an_enrolment_past_the_funding() {
        let course = clarification(1, 1, "2016-03-01");
        let granted = grant(course.citizen, worker(9), day("2016-04-01"), "Kom i marts").unwrap();
        assert_eq!(codes(try_to_enrol(&course, "2017-01-01", &[granted])), [Code::InTheFuture, Code::AfterFunding]);
    }

    #[test]
    fn every_refusal_comes_at_once() {
        let mut course = enrolled(1, 1, "2015-01-01");
        course.clarification_ended_on = Some(day("2015-02-01"));
        let refusals = codes(try_to_enrol(&course, "2016-04-01", &[]));
        assert_eq!(refusals, [Code::AlreadyEnrolled, Code::CourseEnded, Code::OutsideRecruitmentWindow]);
    }

    #[test]
    fn a_well_being_questionnaire_enrols_nobody() {
        let course = clarification(1, 1, "2015-01-01");
        let filled = reading(7, &who5(), "2015-02-01");
        let who5 = who5();
        let decision = enrol(&course, filled.complete(&who5).unwrap(), &star(), &programme(), &[], day("2016-01-01"));
        assert_eq!(codes(decision), [Code::NotTheEnrollingInstrument]);
    }

    #[test]
    fn a_star_from_before_the_clarification_does_not_enrol() {
        let course = clarification(1, 1, "2015-01-02");
        assert_eq!(codes(try_to_enrol(&course, "2015-01-01", &[])), [Code::BeforeClarification]);
    }
}
