//! Indicators of the phases: shifts in time, a plan in each, few focus areas.

use std::collections::BTreeSet;

use super::{Case, Reach, Verdict, Why};
use crate::code::{GoalState, MarkKind};
use crate::facts::Goal;
use crate::phase::{FOCUS_AREAS, Phase, on_plan};
use crate::programme::Period;

pub(super) fn shifts_on_time(case: &Case<'_>) -> Verdict {
    Verdict::of_all(case.phases.iter().skip(1).map(|phase| shift_on_time(case, phase)))
}

/// The shift to one phase.
pub(crate) fn shift_on_time(case: &Case<'_>, phase: &Phase) -> Verdict {
    let around = on_plan(phase.days.from);
    let shifts =
        case.course.marks.iter().filter(|mark| {
            mark.kind == MarkKind::PhaseShift && mark.phase == Some(phase.number) && mark.on <= case.day
        });
    match shifts.map(|mark| mark.on).min() {
        Some(made) => Verdict::decided(around.contains(made)),
        None if case.closed_on().is_some_and(|on| on <= around.to) => Verdict::NotRelevant(Why::ClosedBefore),
        None if phase.days.is_empty() => Verdict::NotRelevant(Why::ClosedBefore),
        None if case.day <= around.to => Verdict::TooEarly,
        None => Verdict::NotMet,
    }
}

pub(super) fn plan_in_each(case: &Case<'_>) -> Verdict {
    Verdict::of_all(case.phases.iter().map(|phase| plan_in(case, phase)))
}

/// A plan in one phase.
pub(crate) fn plan_in(case: &Case<'_>, phase: &Phase) -> Verdict {
    within(case, phase.days, |lived| has_plan(case, lived))
}

/// The plan gone through in one phase.
pub(crate) fn reviewed_in(case: &Case<'_>, phase: &Phase) -> Verdict {
    let marked = case
        .course
        .marks
        .iter()
        .any(|mark| mark.kind == MarkKind::PlanReviewed && mark.is_of(phase) && mark.on <= case.day);
    within(case, phase.days, |_| marked)
}

/// Something that has to be there in a run of days: met as soon as it is.
fn within(case: &Case<'_>, days: Period, is_there: impl Fn(Period) -> bool) -> Verdict {
    match case.reach(days) {
        Reach::Never => Verdict::NotRelevant(Why::ClosedBefore),
        Reach::Ahead => Verdict::TooEarly,
        Reach::Running(lived) if !is_there(lived) => Verdict::TooEarly,
        Reach::Running(lived) | Reach::Over(lived) => Verdict::decided(is_there(lived)),
    }
}

fn has_plan(case: &Case<'_>, lived: Period) -> bool {
    let reviewed = case.course.marks.iter().any(|mark| mark.kind == MarkKind::PlanReviewed && lived.contains(mark.on));
    reviewed || case.work.goals.iter().any(|goal| is_worked_on(goal, lived))
}

/// Whether the goal was active on a day of the period.
fn is_worked_on(goal: &Goal, period: Period) -> bool {
    let before = goal.states.iter().filter(|(on, _)| *on <= period.from).max_by_key(|(on, _)| *on);
    let active_at_start = goal.created_on <= period.from && before.is_none_or(|(_, state)| *state == GoalState::Active);
    let made_within = period.contains(goal.created_on);
    let taken_up_within = goal.states.iter().any(|(on, state)| period.contains(*on) && *state == GoalState::Active);
    active_at_start || made_within || taken_up_within
}

pub(super) fn focus_areas(case: &Case<'_>) -> Verdict {
    Verdict::of_all(case.phases.iter().map(|phase| focus_in(case, phase)))
}

/// The focus areas of one phase.
pub(crate) fn focus_in(case: &Case<'_>, phase: &Phase) -> Verdict {
    let areas = focus_areas_of(case, phase).len();
    match case.reach(phase.days) {
        Reach::Never => Verdict::NotRelevant(Why::ClosedBefore),
        _ if areas > FOCUS_AREAS => Verdict::NotMet,
        Reach::Over(_) => Verdict::decided(areas > 0),
        // A fourth may still be added.
        Reach::Ahead | Reach::Running(_) => Verdict::TooEarly,
    }
}

/// The focus areas of a phase.
pub(crate) fn focus_areas_of<'a>(case: &Case<'a>, phase: &Phase) -> BTreeSet<&'a str> {
    let course = case.course;
    let marks = course.marks.iter().filter(|mark| mark.kind == MarkKind::FocusArea && mark.on <= case.day);
    marks.filter(|mark| mark.is_of(phase)).filter_map(|mark| mark.area.as_deref()).collect()
}
