//! Closing a course (R11): nobody is discharged early without a reason of the citizen's.

use chrono::NaiveDate;

use crate::code::ClosingReason;
use crate::course::Plan;
use crate::day::{add_days, days_between};
use crate::facts::{Closing, Course};
use crate::programme::Programme;
use crate::refusal::{Code, Refusal};

/// A closing can be undone for this many days.
pub const REOPEN_DAYS: i64 = 30;

/// What is asked for when a course is to be closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish<'a> {
    /// The day of closing.
    pub on: NaiveDate,
    /// The reason chosen.
    pub reason: Option<ClosingReason>,
    /// The reason in words, needed for [`ClosingReason::Other`].
    pub words: &'a str,
}

/// Decides whether an enrolled course may be closed as wished. `last_reached_on` is the citizen's last contact, if any
/// (`contact.rs`); without one, contact is counted as lost from the enrolment.
///
/// # Errors
///
/// Every refusal at once: closed already, before its enrolment, in the future; early without a reason or with "as planned",
/// "other" without words, or "lost contact" of no more than the programme's number of days.
pub fn close(
    course: &Course,
    plan: &Plan,
    last_reached_on: Option<NaiveDate>,
    wish: Wish<'_>,
    programme: &Programme,
    today: NaiveDate,
) -> Result<Closing, Vec<Refusal>> {
    let is_early = wish.on < plan.planned_end();
    let silent_days = days_between(last_reached_on.unwrap_or(plan.enrolled_on()), wish.on);
    let reason_refused = match wish.reason {
        None | Some(ClosingReason::Planned) => is_early.then_some(Refusal::new("reason", Code::ReasonNeeded)),
        Some(ClosingReason::Other) => wish.words.trim().is_empty().then_some(Refusal::new("words", Code::ReasonNeeded)),
        Some(ClosingReason::LostContact) => (silent_days <= i64::from(programme.lost_contact_days))
            .then_some(Refusal::new("reason", Code::ContactNotLostLongEnough)),
        Some(
            ClosingReason::CitizensWish | ClosingReason::MovedAway | ClosingReason::Died | ClosingReason::HandedOver,
        ) => None,
    };
    let refused = |applies: bool, field, code| applies.then_some(Refusal::new(field, code));
    let refusals: Vec<Refusal> = [
        refused(course.closing.is_some(), "", Code::CourseEnded),
        refused(wish.on < plan.enrolled_on(), "on", Code::EndsBeforeItBegins),
        refused(wish.on > today, "on", Code::InTheFuture),
        reason_refused,
    ]
    .into_iter()
    .flatten()
    .collect();
    if refusals.is_empty() {
        Ok(Closing { on: wish.on, reason: Some(wish.reason.unwrap_or(ClosingReason::Planned)) })
    } else {
        Err(refusals)
    }
}

/// The first day on which lost contact is a reason (R11), as long as the citizen is not reached again.
pub fn lost_contact_from(plan: &Plan, last_reached_on: Option<NaiveDate>, programme: &Programme) -> NaiveDate {
    add_days(last_reached_on.unwrap_or(plan.enrolled_on()), i64::from(programme.lost_contact_days) + 1)
}

/// The last day on which a closing can be undone.
pub fn reopens_until(closing: &Closing) -> NaiveDate {
    add_days(closing.on, REOPEN_DAYS)
}

/// Decides whether a closed course may be opened again, as a correction of a closing that was a mistake.
///
/// # Errors
///
/// Every refusal at once: not closed, closed for longer than [`REOPEN_DAYS`], no words on why.
pub fn reopen(course: &Course, words: &str, today: NaiveDate) -> Result<(), Vec<Refusal>> {
    let refused = |applies: bool, field, code| applies.then_some(Refusal::new(field, code));
    let too_late = course.closing.as_ref().is_some_and(|closing| reopens_until(closing) < today);
    let refusals: Vec<Refusal> = [
        refused(course.closing.is_none(), "", Code::NotClosed),
        refused(too_late, "", Code::ReopeningTooLate),
        refused(words.trim().is_empty(), "words", Code::ReasonNeeded),
    ]
    .into_iter()
    .flatten()
    .collect();
    if refusals.is_empty() { Ok(()) } else { Err(refusals) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::plan;
    use crate::example::{closed, day, enrolled, programme};

    fn try_to_close(on: &str, reason: Option<ClosingReason>, words: &str) -> Result<Closing, Vec<Code>> {
        let course = enrolled(1, 1, "2015-01-01");
        let plan = plan(day("2015-01-01"), &programme()).unwrap();
        let wish = Wish { on: day(on), reason, words };
        close(&course, &plan, Some(day("2015-03-01")), wish, &programme(), day("2016-06-01"))
            .map_err(|refusals| refusals.iter().map(|refusal| refusal.code).collect())
    }

    #[test]
    fn a_course_ends_on_its_planned_day_without_a_reason_and_not_the_day_before() {
        let planned = Closing { on: day("2015-12-31"), reason: Some(ClosingReason::Planned) };
        assert_eq!(try_to_close("2015-12-31", None, ""), Ok(planned));
        assert_eq!(try_to_close("2015-12-30", None, ""), Err(vec![Code::ReasonNeeded]));
        assert_eq!(try_to_close("2015-12-30", Some(ClosingReason::Planned), ""), Err(vec![Code::ReasonNeeded]));
    }

    #[test]
    fn the_citizen_may_stop_any_day() {
        assert!(try_to_close("2015-01-01", Some(ClosingReason::CitizensWish), "").is_ok());
    }

    #[test]
    fn contact_is_lost_after_more_than_90_days() {
        let lost = Some(ClosingReason::LostContact);
        assert_eq!(try_to_close("2015-05-30", lost, ""), Err(vec![Code::ContactNotLostLongEnough]));
        assert!(try_to_close("2015-05-31", lost, "").is_ok());
    }

    #[test]
    fn the_first_day_on_which_lost_contact_is_a_reason_is_the_one_told() {
        let plan = plan(day("2015-01-01"), &programme()).unwrap();
        assert_eq!(lost_contact_from(&plan, Some(day("2015-03-01")), &programme()), day("2015-05-31"));
        assert_eq!(lost_contact_from(&plan, None, &programme()), day("2015-04-02"));
    }

    #[test]
    fn a_closing_is_undone_within_30_days_with_words_and_not_later() {
        let course = closed(enrolled(1, 1, "2015-01-01"), "2015-11-01");
        let codes = |words, today| {
            reopen(&course, words, day(today)).map_err(|all| all.iter().map(|one| one.code).collect::<Vec<_>>())
        };
        assert_eq!(codes("Forkert borger", "2015-12-01"), Ok(()));
        assert_eq!(codes("Forkert borger", "2015-12-02"), Err(vec![Code::ReopeningTooLate]));
        assert_eq!(codes("", "2015-12-02"), Err(vec![Code::ReopeningTooLate, Code::ReasonNeeded]));
        let open = reopen(&enrolled(1, 1, "2015-01-01"), "x", day("2015-12-01")).unwrap_err();
        assert_eq!(open, [Refusal::new("", Code::NotClosed)]);
    }

    #[test]
    fn another_reason_needs_words() {
        assert_eq!(try_to_close("2015-05-30", Some(ClosingReason::Other), " "), Err(vec![Code::ReasonNeeded]));
        assert!(try_to_close("2015-05-30", Some(ClosingReason::Other), "Flyttet til ny indsats").is_ok());
    }

    #[test]
    fn relapse_and_missed_meetings_are_not_in_the_list_of_reasons() {
        let offered: Vec<&str> = ClosingReason::ALL.iter().map(|reason| reason.code()).collect();
        assert_eq!(
            offered,
            ["planmaessig", "borgers_oenske", "flyttet", "doed", "overdraget", "mistet_kontakt", "andet"]
        );
    }

    #[test]
    fn every_refusal_comes_at_once() {
        let course = closed(enrolled(1, 1, "2015-01-01"), "2015-02-01");
        let plan = plan(day("2015-01-01"), &programme()).unwrap();
        let wish = Wish { on: day("2014-12-31"), reason: None, words: "" };
        let refusals = close(&course, &plan, None, wish, &programme(), day("2014-01-01")).unwrap_err();
        let codes: Vec<Code> = refusals.iter().map(|refusal| refusal.code).collect();
        assert_eq!(codes, [Code::CourseEnded, Code::EndsBeforeItBegins, Code::InTheFuture, Code::ReasonNeeded]);
    }
}
