//! Indicators of the phases: shifts in time, a plan in each, few focus areas.

use std::collections::BTreeSet;

use super::{Case, Reach, Verdict, Why};
use crate::code::{GoalState, MarkKind};
use crate::day::add_days;
use crate::facts::Goal;
use crate::phase::Phase;
use crate::programme::Period;

/// How many days a phase shift may lie from its planned day.
const SHIFT_TOLERANCE_DAYS: i64 = 14;

/// The most focus areas of one phase.
const FOCUS_AREAS: usize = 3;

pub(super) fn shifts_on_time(case: &Case<'_>) -> Verdict {
    Verdict::of_all(case.phases.iter().skip(1).map(|phase| {
        let planned = phase.days.from;
        let around =
            Period { from: add_days(planned, -SHIFT_TOLERANCE_DAYS), to: add_days(planned, SHIFT_TOLERANCE_DAYS) };
        let shifts = case.course.marks.iter().filter(|mark| {
            mark.kind == MarkKind::PhaseShift && mark.phase == Some(phase.number) && mark.on <= case.day
        });
        match shifts.map(|mark| mark.on).min() {
            Some(made) => Verdict::decided(around.contains(made)),
            None if case.closed_on().is_some_and(|on| on <= around.to) => Verdict::NotRelevant(Why::ClosedBefore),
            None if phase.days.is_empty() => Verdict::NotRelevant(Why::ClosedBefore),
            None if case.day <= around.to => Verdict::TooEarly,
            None => Verdict::NotMet,
        }
    }))
}

pub(super) fn plan_in_each(case: &Case<'_>) -> Verdict {
    Verdict::of_all(case.phases.iter().map(|phase| match case.reach(phase.days) {
        Reach::Never => Verdict::NotRelevant(Why::ClosedBefore),
        Reach::Ahead => Verdict::TooEarly,
        Reach::Running(lived) => {
            if has_plan(case, lived) {
                Verdict::Met
            } else {
                Verdict::TooEarly
            }
        }
        Reach::Over(lived) => Verdict::decided(has_plan(case, lived)),
    }))
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
    Verdict::of_all(case.phases.iter().map(|phase| {
        let areas = focus_areas_of(case, phase).len();
        match case.reach(phase.days) {
            Reach::Never => Verdict::NotRelevant(Why::ClosedBefore),
            _ if areas > FOCUS_AREAS => Verdict::NotMet,
            Reach::Over(_) => Verdict::decided(areas > 0),
            // A fourth may still be added.
            Reach::Ahead | Reach::Running(_) => Verdict::TooEarly,
        }
    }))
}

/// The focus areas of a phase: marked with its number, or without a number on one of its days.
fn focus_areas_of<'a>(case: &Case<'a>, phase: &Phase) -> BTreeSet<&'a str> {
    let course = case.course;
    let marks = course.marks.iter().filter(|mark| mark.kind == MarkKind::FocusArea && mark.on <= case.day);
    let own = marks.filter(|mark| mark.phase.map_or(phase.days.contains(mark.on), |number| number == phase.number));
    own.filter_map(|mark| mark.area.as_deref()).collect()
}
