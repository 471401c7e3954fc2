//! Phases (R7): the dated parts of a course, equally long, without gap or overlap.
//!
//! A course of full length changes phase at whole months, a course cut short by the funding at whole days. The coordinator
//! may move a boundary; an interruption moves none.

use chrono::NaiveDate;

use crate::code::MarkKind;
use crate::course::Plan;
use crate::day::{add_days, add_months, days_between};
use crate::facts::Mark;
use crate::programme::{Period, Programme};

/// How many days a phase shift may lie from its planned day and still be on plan (R18).
pub const SHIFT_TOLERANCE_DAYS: i64 = 14;

/// The most focus areas of one phase (R18); the least is one.
pub const FOCUS_AREAS: usize = 3;

/// The days around a phase's planned start on which a shift to it is on plan.
pub fn on_plan(planned: NaiveDate) -> Period {
    Period { from: add_days(planned, -SHIFT_TOLERANCE_DAYS), to: add_days(planned, SHIFT_TOLERANCE_DAYS) }
}

/// One phase of a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phase {
    /// 1 to the programme's number of phases.
    pub number: u32,
    /// Its days. A course of fewer days than phases has phases without a day, which end the day before they begin.
    pub days: Period,
}

/// The phases of the plan, with the boundaries that the marks moved (R7).
///
/// Where a boundary was moved twice the last mark of the list counts. A boundary cannot leave the course or pass the one
/// before it: it then stands at the edge.
pub fn phases(plan: &Plan, programme: &Programme, marks: &[Mark]) -> Vec<Phase> {
    let after_end = add_days(plan.planned_end(), 1);
    let mut starts = vec![plan.enrolled_on()];
    for number in 2..=programme.phases {
        let moved = marks.iter().rev().find(|mark| mark.kind == MarkKind::BoundaryMoved && mark.phase == Some(number));
        let wished = moved.map_or_else(|| planned_start(plan, programme, number), |mark| mark.on);
        let earliest = starts.last().copied().unwrap_or(plan.enrolled_on());
        starts.push(wished.clamp(earliest, after_end));
    }
    let ends = starts.iter().skip(1).chain([&after_end]).map(|next| add_days(*next, -1));
    (1..)
        .zip(starts.iter().zip(ends))
        .map(|(number, (from, to))| Phase { number, days: Period { from: *from, to } })
        .collect()
}

/// The first day of phase `number` before any boundary was moved.
fn planned_start(plan: &Plan, programme: &Programme, number: u32) -> NaiveDate {
    let before = number.saturating_sub(1);
    // Phases shorter than a month cannot change at whole months.
    if plan.is_cut_short() || programme.course_months < programme.phases {
        let days = Period { from: plan.enrolled_on(), to: plan.planned_end() }.days();
        add_days(plan.enrolled_on(), days * i64::from(before) / i64::from(programme.phases.max(1)))
    } else {
        add_months(plan.enrolled_on(), programme.course_months * before / programme.phases.max(1))
    }
}

impl Mark {
    /// Whether it is a mark of the phase: it has its number, or no number and lies on one of its days.
    pub fn is_of(&self, phase: &Phase) -> bool {
        self.phase.map_or(phase.days.contains(self.on), |number| number == phase.number)
    }
}

/// The phase that the day lies in; `None` before the enrolment and after the planned end.
pub fn on(phases: &[Phase], day: NaiveDate) -> Option<Phase> {
    phases.iter().copied().find(|phase| phase.days.contains(day))
}

/// How far a course has come, as in "day 143 of 335".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The day's number; the day of the enrolment is 1. Past the planned end it is greater than `of`.
    pub day: i64,
    /// The planned number of days.
    pub of: i64,
}

/// How far the course has come on the day; `None` before the enrolment.
pub fn progress(plan: &Plan, day: NaiveDate) -> Option<Progress> {
    let number = |until| days_between(plan.enrolled_on(), until) + 1;
    (plan.enrolled_on() <= day).then(|| Progress { day: number(day), of: number(plan.planned_end()) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::course::plan;
    use crate::example::{any_day, day, mark, programme};

    fn starts(enrolled_on: &str, marks: &[Mark]) -> Vec<String> {
        let plan = plan(day(enrolled_on), &programme()).unwrap();
        phases(&plan, &programme(), marks).iter().map(|phase| phase.days.from.to_string()).collect()
    }

    #[test]
    fn a_full_course_changes_phase_after_four_and_eight_months() {
        assert_eq!(starts("2014-06-11", &[]), ["2014-06-11", "2014-10-11", "2015-02-11"]);
    }

    #[test]
    fn a_full_course_from_the_last_of_august_changes_on_the_last_of_december_and_of_april() {
        assert_eq!(starts("2015-08-31", &[]), ["2015-08-31", "2015-12-31", "2016-04-30"]);
    }

    #[test]
    fn a_course_cut_short_is_shared_out_by_days() {
        assert_eq!(starts("2016-02-17", &[]), ["2016-02-17", "2016-06-02", "2016-09-16"]);
    }

    #[test]
    fn a_course_of_one_day_has_it_in_the_last_phase() {
        let plan = plan(day("2016-12-31"), &programme()).unwrap();
        let phases = phases(&plan, &programme(), &[]);
        assert_eq!(on(&phases, day("2016-12-31")).map(|phase| phase.number), Some(3));
        assert!(phases[0].days.is_empty() && phases[1].days.is_empty());
    }

    #[test]
    fn the_coordinator_moves_a_boundary_and_an_interruption_moves_none() {
        let marks = [
            mark(MarkKind::BoundaryMoved, "2014-11-01", Some(2)),
            mark(MarkKind::BoundaryMoved, "2014-11-15", Some(2)),
            mark(MarkKind::Interruption, "2014-12-01", None),
        ];
        assert_eq!(starts("2014-06-11", &marks), ["2014-06-11", "2014-11-15", "2015-02-11"]);
    }

    #[test]
    fn a_boundary_moved_past_the_next_leaves_no_overlap() {
        let marks = [mark(MarkKind::BoundaryMoved, "2015-03-01", Some(2))];
        assert_eq!(starts("2014-06-11", &marks), ["2014-06-11", "2015-03-01", "2015-03-01"]);
    }

    #[test]
    fn the_day_of_the_enrolment_is_day_one() {
        let plan = plan(day("2016-02-01"), &programme()).unwrap();
        assert_eq!(progress(&plan, day("2016-01-31")), None);
        assert_eq!(progress(&plan, day("2016-02-01")), Some(Progress { day: 1, of: 335 }));
        assert_eq!(progress(&plan, day("2016-06-22")), Some(Progress { day: 143, of: 335 }));
    }

    proptest! {
        #[test]
        fn phases_meet_without_gap_or_overlap_and_fill_the_course(
            enrolled_on in any_day(), months in 1u32..61, count in 1u32..13,
            moves in prop::collection::vec((1u32..14, any_day()), 0..6),
        ) {
            let settings = Programme { course_months: months, phases: count, ..programme() };
            let plan = plan(enrolled_on, &settings).unwrap();
            let marks: Vec<Mark> =
                moves.iter().map(|(number, on)| mark(MarkKind::BoundaryMoved, &on.to_string(), Some(*number))).collect();
            let phases = phases(&plan, &settings, &marks);
            prop_assert_eq!(phases.len(), count as usize);
            prop_assert_eq!(phases[0].days.from, plan.enrolled_on());
            prop_assert_eq!(phases.last().unwrap().days.to, plan.planned_end());
            for pair in phases.windows(2) {
                prop_assert_eq!(add_days(pair[0].days.to, 1), pair[1].days.from);
                prop_assert!(pair[0].days.from <= pair[1].days.from);
            }
            let days: i64 = phases.iter().map(|phase| phase.days.days()).sum();
            prop_assert_eq!(days, days_between(plan.enrolled_on(), plan.planned_end()) + 1);
        }
    }
}
