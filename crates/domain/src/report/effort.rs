//! Time used, from the contacts' minutes (M32): by month, phase, kind, with whom and goal area, beside the goals reached. Of the team,
//! never of one worker: no contact here knows who had it.
//!
//! In it are the contacts of the period. An attempt is time where minutes were noted and nothing where none were; any other contact
//! without minutes is missing. A contact stands with every goal area in which the citizen had an active goal on its day: so the rows of
//! the areas overlap and are never added up. What it does not say is what the time was for.

mod sums;

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::Serialize;

use self::sums::Sums;
use crate::code::{ContactKind, GoalState, With};
use crate::course::plan;
use crate::facts::{Contact, Course, CourseWork, Goal};
use crate::id::CourseId;
use crate::instrument::Instrument;
use crate::phase::{self, Phase, phases};
use crate::programme::{Period, Programme, Text};

/// The figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Effort {
    /// Which definition in `locales/` says what is counted.
    pub definition: &'static str,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Contacts of the period, with and without minutes.
    pub n: u32,
    /// Contacts without minutes.
    pub missing: u32,
    /// The minutes of all the others.
    pub minutes: u64,
    /// Each month that the period touches, cut to the period.
    pub by_month: Vec<MonthLine>,
    /// The parts of a course: clarification, each phase, after the plan.
    pub by_phase: Vec<PhaseLine>,
    /// Each kind of contact; then those of no known kind.
    pub by_type: Vec<KindLine>,
    /// With whom; then those that do not say.
    pub by_with: Vec<WithLine>,
    /// Each goal area: the contacts while the citizen had an active goal in it; then those while there was none. They overlap.
    pub by_area: Vec<AreaLine>,
    /// The same areas: the goals reached in the period; then those outside the areas.
    pub goals_reached_by_area: Vec<ReachedLine>,
}

/// Contacts and their minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Time {
    /// Contacts, with and without minutes.
    pub contacts: u32,
    /// The minutes of those that have any.
    pub minutes: u64,
}

/// The time of a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MonthLine {
    /// The month, such as `2015-01`.
    pub month: String,
    /// Its time.
    #[serde(flatten)]
    pub time: Time,
}

/// The time of a part of the courses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PhaseLine {
    /// The part.
    pub phase: Part,
    /// Its time.
    #[serde(flatten)]
    pub time: Time,
}

/// A part of a course: a phase's number, or what lies beside the phases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(untagged)]
pub enum Part {
    /// Beside the phases.
    Beside(Beside),
    /// A phase, from 1.
    Phase(u32),
}

/// What lies beside the phases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Beside {
    /// Before the enrolment, or without one.
    Clarification,
    /// After the planned end, or of a course without a plan.
    AfterPlan,
}

/// The time of a kind of contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct KindLine {
    /// The kind; `None` where it is not known.
    #[serde(rename = "type")]
    pub kind: Option<ContactKind>,
    /// Its time.
    #[serde(flatten)]
    pub time: Time,
}

/// The time with somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct WithLine {
    /// With whom; `None` where it is not known.
    pub with: Option<With>,
    /// Its time.
    #[serde(flatten)]
    pub time: Time,
}

/// The time while there was an active goal in an area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AreaLine {
    /// The area's key; `None` for the time without an active goal in any.
    pub area: Option<String>,
    /// The area's name; `None` also for one that the programme no longer has.
    pub name: Option<Text>,
    /// Its time.
    #[serde(flatten)]
    pub time: Time,
}

/// The goals reached in an area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReachedLine {
    /// The area's key; `None` for the goals outside the areas.
    pub area: Option<String>,
    /// The area's name; `None` also for one that the programme no longer has.
    pub name: Option<Text>,
    /// Goals whose state on the last day is that they are reached, entered in the period.
    pub reached: u32,
}

impl Part {
    /// The part as the JSON writes it.
    pub fn code(self) -> String {
        match self {
            Self::Phase(number) => number.to_string(),
            Self::Beside(Beside::Clarification) => "clarification".to_owned(),
            Self::Beside(Beside::AfterPlan) => "after_plan".to_owned(),
        }
    }
}

impl Goal {
    /// Whether it was reached in the period and still is on its last day.
    pub fn is_reached_in(&self, period: Period) -> bool {
        let entered = self.states.iter().filter(|(on, _)| *on <= period.to).max_by_key(|(on, _)| *on);
        entered.is_some_and(|(on, state)| *state == GoalState::Reached && period.contains(*on))
    }

    /// Whether it was made by the day and is active on it.
    fn is_active_on(&self, day: NaiveDate) -> bool {
        self.created_on <= day && self.state_on(day) == GoalState::Active
    }
}

impl Contact {
    /// Whether it is time used: an attempt is none where nobody noted its minutes.
    fn is_time(&self) -> bool {
        self.is_completed() || self.minutes.is_some()
    }
}

impl Time {
    fn add(&mut self, contact: &Contact) {
        self.contacts += 1;
        self.minutes += u64::from(contact.minutes.unwrap_or(0));
    }
}

/// Adds up the time of a period. The courses need their readings of the enrolling instrument and their marks.
pub fn effort(
    courses: &[Course],
    work: &HashMap<CourseId, CourseWork>,
    programme: &Programme,
    enrolling: &Instrument,
    period: Period,
) -> Effort {
    let mut sums = Sums::default();
    for course in courses {
        let Some(own) = work.get(&course.id) else { continue };
        for goal in own.goals.iter().filter(|goal| goal.is_reached_in(period)) {
            sums.reach(goal.area.as_deref());
        }
        let mut contacts =
            own.contacts.iter().filter(|contact| period.contains(contact.on) && contact.is_time()).peekable();
        if contacts.peek().is_none() {
            continue;
        }
        let enrolled_on = course.enrolled_on(enrolling);
        let plan = enrolled_on.and_then(|on| plan(on, programme).ok());
        let phases = plan.map(|plan| phases(&plan, programme, &course.marks)).unwrap_or_default();
        for contact in contacts {
            sums.add(contact, part(&phases, enrolled_on, contact.on), &own.goals);
        }
    }
    sums.told(programme, period)
}

/// The part of the course that the day lies in.
fn part(phases: &[Phase], enrolled_on: Option<NaiveDate>, day: NaiveDate) -> Part {
    match phase::on(phases, day) {
        Some(phase) => Part::Phase(phase.number),
        None if enrolled_on.is_none_or(|on| day < on) => Part::Beside(Beside::Clarification),
        None => Part::Beside(Beside::AfterPlan),
    }
}

#[cfg(test)]
mod tests;
