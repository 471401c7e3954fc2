//! Indicators of the ending: support agreed in time, a closing meeting, no early stop by the programme.

use chrono::Months;

use super::{Case, Verdict, Why};
use crate::code::{ClosingReason, MarkKind};

pub(super) fn support_agreed(case: &Case<'_>) -> Verdict {
    let end = case.plan.planned_end();
    let latest = end.checked_sub_months(Months::new(1)).unwrap_or(end);
    if marked(case, MarkKind::ContinuationAgreed).is_some_and(|on| on <= latest) {
        return Verdict::Met;
    }
    match case.closed_on() {
        Some(on) if on <= latest => Verdict::NotRelevant(Why::ClosedBefore),
        None if case.day <= latest => Verdict::TooEarly,
        _ => Verdict::NotMet,
    }
}

pub(super) fn closing_meeting(case: &Case<'_>) -> Verdict {
    if marked(case, MarkKind::ClosingMeeting).is_some() {
        return Verdict::Met;
    }
    match closing_reason(case) {
        None => Verdict::TooEarly,
        Some(Some(ClosingReason::Died | ClosingReason::LostContact)) => Verdict::NotRelevant(Why::CitizenOutOfReach),
        Some(_) => Verdict::NotMet,
    }
}

pub(super) fn no_early_stop(case: &Case<'_>) -> Verdict {
    let end = case.plan.planned_end();
    let Some(on) = case.closed_on() else {
        return if end <= case.day { Verdict::Met } else { Verdict::TooEarly };
    };
    if on >= end {
        return Verdict::Met;
    }
    match closing_reason(case).flatten() {
        None | Some(ClosingReason::Other) => Verdict::NotRelevant(Why::NotKnown),
        // "As planned" before the planned end is a stop that no citizen asked for.
        Some(ClosingReason::Planned) => Verdict::NotMet,
        Some(
            ClosingReason::CitizensWish
            | ClosingReason::MovedAway
            | ClosingReason::Died
            | ClosingReason::HandedOver
            | ClosingReason::LostContact,
        ) => Verdict::Met,
    }
}

/// The reason of the closing, where the course is closed by the day.
fn closing_reason(case: &Case<'_>) -> Option<Option<ClosingReason>> {
    case.course.closing.as_ref().filter(|closing| closing.on <= case.day).map(|closing| closing.reason)
}

fn marked(case: &Case<'_>, kind: MarkKind) -> Option<chrono::NaiveDate> {
    case.course.marks.iter().filter(|mark| mark.kind == kind && mark.on <= case.day).map(|mark| mark.on).min()
}
