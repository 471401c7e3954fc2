//! What a change of the rules moves, before it is saved: whose planned end and by how much, which phases and follow-ups, who falls outside a
//! window or over the cap, which goals stand in a retired area. Old rules, new rules and the same facts in, the differences out (R6, R7, R8, R10, R12).

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::caseload::caseloads;
use crate::code::GoalState;
use crate::course::{Plan, plan};
use crate::day::{days_between, whole_months};
use crate::facts::{Course, Goal, Merge};
use crate::follow_up::due_days;
use crate::id::{CitizenId, CourseId, UserId};
use crate::instrument::Instrument;
use crate::phase::phases;
use crate::programme::{GoalArea, Programme};
use crate::status::{Persons, Status, of_course};
use crate::window;

/// The facts that both versions of the rules are asked about.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The courses, with their enrolling readings, marks and assignments.
    pub courses: &'a [Course],
    /// The merges.
    pub merges: &'a [Merge],
    /// The goals, each with its course.
    pub goals: &'a [(CourseId, Goal)],
}

/// One of the two versions.
#[derive(Clone, Copy, Debug)]
pub struct Version<'a> {
    /// The rules.
    pub rules: &'a Programme,
    /// Their enrolling instrument.
    pub enrolling: &'a Instrument,
}

/// A day that is another with the new rules; `None` where there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// With the old rules.
    pub from: Option<NaiveDate>,
    /// With the new rules.
    pub to: Option<NaiveDate>,
}

impl Moved {
    /// How many days later; fewer than 0 where it is earlier. `None` where one of the days is not there.
    pub fn days(&self) -> Option<i64> {
        Some(days_between(self.from?, self.to?))
    }

    /// How many whole months lie between the two days.
    pub fn months(&self) -> Option<u32> {
        let (from, to) = (self.from?, self.to?);
        Some(whole_months(from.min(to), from.max(to)))
    }

    fn between(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Option<Self> {
        (from != to).then_some(Self { from, to })
    }
}

/// A course that is planned otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseMoved {
    /// The course.
    pub course: CourseId,
    /// The person (R4).
    pub citizen: CitizenId,
    /// The enrolment (R1), where another instrument enrols.
    pub enrolment: Option<Moved>,
    /// The planned end (R6). To nothing: the enrolment lies after the last funded day.
    pub end: Option<Moved>,
    /// The phases that begin on another day (R7), by number.
    pub phases: Vec<(u32, Moved)>,
    /// The days from today on which a follow-up (R8) is not due any more.
    pub follow_ups_gone: Vec<NaiveDate>,
    /// The days from today on which a follow-up becomes due.
    pub follow_ups_new: Vec<NaiveDate>,
}

/// A course enrolled inside a window, on a day that would lie outside every one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outside {
    /// The person.
    pub citizen: CitizenId,
    /// The day of the enrolment.
    pub enrolled_on: NaiveDate,
}

/// A clarification that can lead to a course until another day than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClarificationMoved {
    /// The person.
    pub citizen: CitizenId,
    /// The last day on which the citizen can be enrolled.
    pub until: Moved,
}

/// A worker with more citizens than the new cap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OverCap {
    /// The worker.
    pub worker: UserId,
    /// The citizens.
    pub total: usize,
    /// Whether they were more than the old cap too.
    pub was_over: bool,
}

/// Active goals in an area that nothing new is put into any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetiredArea {
    /// The area.
    pub area: GoalArea,
    /// How many goals.
    pub goals: usize,
}

/// Everything that a change moves.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Moves {
    /// Courses, those that lose the most first.
    pub courses: Vec<CourseMoved>,
    /// Enrolments outside every window.
    pub outside: Vec<Outside>,
    /// Open clarifications with another last day.
    pub clarifications: Vec<ClarificationMoved>,
    /// Workers over the cap.
    pub over_cap: Vec<OverCap>,
    /// Goals in retired areas.
    pub retired: Vec<RetiredArea>,
}

impl Moves {
    /// Whether nothing moves.
    pub const fn is_empty(&self) -> bool {
        self.courses.is_empty()
            && self.outside.is_empty()
            && self.clarifications.is_empty()
            && self.over_cap.is_empty()
            && self.retired.is_empty()
    }

    /// Every person concerned.
    pub fn citizens(&self) -> BTreeSet<CitizenId> {
        let courses = self.courses.iter().map(|moved| moved.citizen);
        let outside = self.outside.iter().map(|outside| outside.citizen);
        courses.chain(outside).chain(self.clarifications.iter().map(|one| one.citizen)).collect()
    }
}

/// What moves on the day. Courses that have ended by it stay as they were.
pub fn moves(before: Version<'_>, after: Version<'_>, facts: Facts<'_>, day: NaiveDate) -> Moves {
    let persons = Persons::new(facts.merges);
    let open: Vec<&Course> = facts
        .courses
        .iter()
        .filter(|course| course.clarification_began_on <= day && course.closed_by(day).is_none())
        .collect();
    let mut courses: Vec<CourseMoved> =
        open.iter().filter_map(|course| course_moved(course, &persons, before, after, day)).collect();
    let lost = |moved: &CourseMoved| match moved.end {
        Some(Moved { to: None, .. }) => i64::MIN,
        Some(end) => end.days().unwrap_or(0),
        None => i64::MAX,
    };
    courses.sort_by_key(|moved| (lost(moved), moved.course));
    Moves {
        courses,
        outside: open.iter().filter_map(|course| outside(course, &persons, before, after, day)).collect(),
        clarifications: open.iter().filter_map(|course| clarification(course, &persons, before, after, day)).collect(),
        over_cap: over_cap(before, after, facts, day),
        retired: retired(before, after, facts, day),
    }
}

/// The enrolment and the plan of a course by one version of the rules.
fn planned(course: &Course, version: Version<'_>, day: NaiveDate) -> (Option<NaiveDate>, Option<Plan>) {
    let enrolled_on = course.enrolled_on(version.enrolling).filter(|on| *on <= day);
    (enrolled_on, enrolled_on.and_then(|on| plan(on, version.rules).ok()))
}

fn course_moved(
    course: &Course,
    persons: &Persons,
    before: Version<'_>,
    after: Version<'_>,
    day: NaiveDate,
) -> Option<CourseMoved> {
    let ((enrolled_from, plan_from), (enrolled_to, plan_to)) =
        (planned(course, before, day), planned(course, after, day));
    let end = |plan: &Option<Plan>| plan.as_ref().map(Plan::planned_end);
    let starts = |plan: &Option<Plan>, rules: &Programme| -> Vec<NaiveDate> {
        let phases = plan.as_ref().map(|plan| phases(plan, rules, &course.marks));
        phases.into_iter().flatten().map(|phase| phase.days.from).collect()
    };
    let (old, new) = (starts(&plan_from, before.rules), starts(&plan_to, after.rules));
    let count = old.len().max(new.len());
    let shifted =
        (0..count).filter_map(|at| Moved::between(old.get(at).copied(), new.get(at).copied()).map(|moved| (at, moved)));
    let due = |plan: &Option<Plan>, rules: &Programme| -> Vec<NaiveDate> {
        let days = plan.as_ref().map(|plan| due_days(plan, rules, None));
        days.into_iter().flatten().filter(|due| day <= *due).collect()
    };
    let (due_from, due_to) = (due(&plan_from, before.rules), due(&plan_to, after.rules));
    let without = |days: &[NaiveDate], others: &[NaiveDate]| -> Vec<NaiveDate> {
        days.iter().copied().filter(|day| !others.contains(day)).collect()
    };
    let moved = CourseMoved {
        course: course.id,
        citizen: persons.of(course.citizen),
        enrolment: Moved::between(enrolled_from, enrolled_to),
        end: Moved::between(end(&plan_from), end(&plan_to)),
        phases: shifted.map(|(at, moved)| (u32::try_from(at + 1).unwrap_or(u32::MAX), moved)).collect(),
        follow_ups_gone: without(&due_from, &due_to),
        follow_ups_new: without(&due_to, &due_from),
    };
    let is_moved = moved.enrolment.is_some()
        || moved.end.is_some()
        || !moved.phases.is_empty()
        || !moved.follow_ups_gone.is_empty()
        || !moved.follow_ups_new.is_empty();
    is_moved.then_some(moved)
}

fn outside(
    course: &Course,
    persons: &Persons,
    before: Version<'_>,
    after: Version<'_>,
    day: NaiveDate,
) -> Option<Outside> {
    let enrolled_on = course.enrolled_on(after.enrolling).filter(|on| *on <= day)?;
    let falls_out = window::is_open(before.rules, enrolled_on) && !window::is_open(after.rules, enrolled_on);
    falls_out.then(|| Outside { citizen: persons.of(course.citizen), enrolled_on })
}

fn clarification(
    course: &Course,
    persons: &Persons,
    before: Version<'_>,
    after: Version<'_>,
    day: NaiveDate,
) -> Option<ClarificationMoved> {
    if of_course(course, after.enrolling, day) != Status::InClarification {
        return None;
    }
    let until = Moved::between(window::closes_on(before.rules, day), window::closes_on(after.rules, day))?;
    Some(ClarificationMoved { citizen: persons.of(course.citizen), until })
}

/// Told where the cap is lowered: who is over it already is no news to a change of something else.
fn over_cap(before: Version<'_>, after: Version<'_>, facts: Facts<'_>, day: NaiveDate) -> Vec<OverCap> {
    let (old, new) = (before.rules.caseload_cap, after.rules.caseload_cap);
    if old == new {
        return Vec::new();
    }
    let more = |total: usize, cap: u32| u32::try_from(total).unwrap_or(u32::MAX) > cap;
    let loads = caseloads(facts.courses, facts.merges, after.enrolling, day);
    let mut over: Vec<OverCap> = loads
        .into_iter()
        .map(|(worker, load)| (worker, load.total()))
        .filter(|(_, total)| more(*total, new))
        .map(|(worker, total)| OverCap { worker, total, was_over: more(total, old) })
        .collect();
    over.sort_by_key(|one| (std::cmp::Reverse(one.total), one.worker));
    over
}

fn retired(before: Version<'_>, after: Version<'_>, facts: Facts<'_>, day: NaiveDate) -> Vec<RetiredArea> {
    let open: BTreeSet<CourseId> =
        facts.courses.iter().filter(|course| course.closed_by(day).is_none()).map(|course| course.id).collect();
    let is_new = |area: &&GoalArea| {
        let was = before.rules.goal_areas.iter().find(|was| was.key == area.key);
        area.retired && was.is_none_or(|was| !was.retired)
    };
    let count = |area: &GoalArea| {
        let is_in = |goal: &Goal| goal.area.as_deref() == Some(&area.key) && goal.created_on <= day;
        let active = |goal: &Goal| is_in(goal) && goal.state_on(day) == GoalState::Active;
        facts.goals.iter().filter(|(course, goal)| open.contains(course) && active(goal)).count()
    };
    let areas = after.rules.goal_areas.iter().filter(is_new);
    let counted = areas.map(|area| RetiredArea { area: area.clone(), goals: count(area) });
    counted.filter(|area| area.goals > 0).collect()
}

#[cfg(test)]
#[path = "moves_tests.rs"]
mod tests;
