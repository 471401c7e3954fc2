//! What a star that is recorded, corrected or withdrawn does to the enrolment (R1): it begins it, moves it, ends it, or leaves it.

use chrono::NaiveDate;
use serde::Serialize;

use super::{enrol, enrolled_on};
use crate::exception::Exception;
use crate::facts::Course;
use crate::instrument::Instrument;
use crate::programme::Programme;
use crate::reading::Reading;
use crate::refusal::Refusal;

/// What happens to the enrolment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Change {
    /// Nothing.
    Stays,
    /// The citizen is enrolled from the day.
    Begins(NaiveDate),
    /// The enrolment is moved to the day.
    MovesTo(NaiveDate),
    /// The enrolment is undone: the citizen is in clarification again.
    Ends,
}

/// What other readings do to an enrolment.
pub fn change(before: &[Reading], after: &[Reading], enrolling: &Instrument) -> Change {
    match (enrolled_on(before, enrolling), enrolled_on(after, enrolling)) {
        (was, is) if was == is => Change::Stays,
        (None, Some(on)) => Change::Begins(on),
        (Some(_), Some(on)) => Change::MovesTo(on),
        (_, None) => Change::Ends,
    }
}

/// Decides whether the course may have these readings instead, where that begins or moves the enrolment: then the first complete
/// star must be one that may enrol.
///
/// # Errors
///
/// Those of [`enrol`], all at once.
pub fn decide_change(
    course: &Course,
    after: &[Reading],
    enrolling: &Instrument,
    programme: &Programme,
    exceptions: &[Exception],
    today: NaiveDate,
) -> Result<Change, Vec<Refusal>> {
    let change = change(&course.readings, after, enrolling);
    if matches!(change, Change::Stays | Change::Ends) {
        return Ok(change);
    }
    let stars = after.iter().filter_map(|reading| reading.complete(enrolling));
    if let Some(first) = stars.min_by_key(|star| star.reading().order()) {
        // Judged as if no star had been there: it takes the place of the one that enrolled before.
        let bare = Course { readings: Vec::new(), ..course.clone() };
        enrol(&bare, first, enrolling, programme, exceptions, today)?;
    }
    Ok(change)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{clarification, day, incomplete, programme, reading, star, who5, worker};
    use crate::exception::grant;
    use crate::refusal::Code;

    fn decided(course: &Course, after: &[Reading], exceptions: &[Exception]) -> Result<Change, Vec<Code>> {
        decide_change(course, after, &star(), &programme(), exceptions, day("2016-12-31"))
            .map_err(|refusals| refusals.iter().map(|refusal| refusal.code).collect())
    }

    #[test]
    fn the_first_complete_star_begins_the_enrolment_and_the_second_leaves_it() {
        let mut course = clarification(1, 1, "2015-01-01");
        course.readings = vec![incomplete(1, &star(), "2015-01-02"), reading(2, &who5(), "2015-01-02")];
        let mut after = course.readings.clone();
        after.push(reading(3, &star(), "2015-01-20"));
        assert_eq!(decided(&course, &after, &[]), Ok(Change::Begins(day("2015-01-20"))));
        course.readings = after.clone();
        after.push(reading(4, &star(), "2015-03-20"));
        assert_eq!(decided(&course, &after, &[]), Ok(Change::Stays));
    }

    #[test]
    fn an_earlier_star_typed_from_paper_moves_the_enrolment_only_where_it_might_have_enrolled() {
        let mut course = clarification(1, 1, "2013-03-01");
        course.readings = vec![reading(1, &star(), "2013-05-01")];
        let with = |on: &str| [course.readings[0].clone(), reading(2, &star(), on)];
        assert_eq!(decided(&course, &with("2013-04-10"), &[]), Ok(Change::MovesTo(day("2013-04-10"))));
        assert_eq!(decided(&course, &with("2013-03-31"), &[]), Err(vec![Code::OutsideRecruitmentWindow]));
        assert_eq!(
            decided(&course, &with("2013-02-28"), &[]),
            Err(vec![Code::BeforeClarification, Code::OutsideRecruitmentWindow])
        );
    }

    #[test]
    fn in_april_2016_only_an_exception_granted_beforehand_enrols() {
        let course = clarification(1, 1, "2016-03-01");
        let after = [reading(1, &star(), "2016-04-01")];
        assert_eq!(decided(&course, &after, &[]), Err(vec![Code::OutsideRecruitmentWindow]));
        let exception = grant(course.citizen, worker(9), day("2016-03-31"), "Kom i marts").unwrap();
        assert_eq!(decided(&course, &after, &[exception]), Ok(Change::Begins(day("2016-04-01"))));
    }

    #[test]
    fn withdrawing_the_star_that_enrolled_ends_the_enrolment_or_gives_it_to_the_next() {
        let mut course = clarification(1, 1, "2015-01-01");
        course.readings = vec![reading(1, &star(), "2015-02-01"), reading(2, &star(), "2015-04-01")];
        let mut after = course.readings.clone();
        after[0].withdrawn = true;
        assert_eq!(change(&course.readings, &after, &star()), Change::MovesTo(day("2015-04-01")));
        after[1].withdrawn = true;
        assert_eq!(change(&course.readings, &after, &star()), Change::Ends);
    }
}
