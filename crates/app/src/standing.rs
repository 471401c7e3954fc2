//! Where a citizen stands on a day, as pages show it: the answers of the rules about one course.

use chrono::NaiveDate;
use domain::course::{Plan, plan};
use domain::day::days_between;
use domain::facts::Course;
use domain::follow_up::{self, State, follow_ups};
use domain::instrument::Instrument;
use domain::phase::{Phase, on, phases};
use domain::programme::Programme;

use crate::view::{FollowUp, Span, Standing, Urgency};

/// A phase end is worth a word this many days before.
const PHASE_ENDS_DAYS: i64 = 30;

/// One course on one day, with what follows from the rules.
pub(crate) struct Stand<'a> {
    course: &'a Course,
    programme: &'a Programme,
    instruments: &'a [Instrument],
    day: NaiveDate,
    plan: Option<Plan>,
    phases: Vec<Phase>,
}

impl<'a> Stand<'a> {
    /// The course on the day.
    pub(crate) fn new(
        course: &'a Course,
        programme: &'a Programme,
        instruments: &'a [Instrument],
        day: NaiveDate,
    ) -> Self {
        let enrolling = programme.enrolling(instruments);
        let enrolled_on = enrolling.and_then(|enrolling| course.enrolled_on(enrolling)).filter(|on| *on <= day);
        let plan = enrolled_on.and_then(|on| plan(on, programme).ok());
        let phases = plan.as_ref().map(|plan| phases(plan, programme, &course.marks)).unwrap_or_default();
        Self { course, programme, instruments, day, plan, phases }
    }

    /// The course's phases; none before the enrolment.
    pub(crate) fn phases(&self) -> &[Phase] {
        &self.phases
    }

    /// Clarification, course or closed.
    pub(crate) fn standing(&self) -> Standing {
        let since = self.course.clarification_began_on;
        let ended = self.course.clarification_ended_on.filter(|on| *on <= self.day);
        let closed = self.course.closing.as_ref().filter(|closing| closing.on <= self.day);
        match (self.span(), closed, ended) {
            (Some(span), Some(closing), _) => Standing::Closed { span, on: closing.on, reason: closing.reason },
            (Some(span), None, _) => Standing::Enrolled(span),
            (None, _, Some(on)) => Standing::Left { since, on },
            (None, Some(closing), None) => Standing::Left { since, on: closing.on },
            (None, None, None) => Standing::InClarification { since },
        }
    }

    fn span(&self) -> Option<Span> {
        let plan = self.plan.as_ref()?;
        let last = self.phases.last()?.number;
        Some(Span {
            enrolled_on: plan.enrolled_on(),
            planned_end: plan.planned_end(),
            phases: self.phases.iter().map(|phase| phase.days).collect(),
            phase: on(&self.phases, self.day).map_or(last, |phase| phase.number),
        })
    }

    /// The end of the present phase, where it is near.
    pub(crate) fn phase_ends(&self) -> Option<NaiveDate> {
        let end = on(&self.phases, self.day)?.days.to;
        (days_between(self.day, end) <= PHASE_ENDS_DAYS).then_some(end)
    }

    /// The earliest follow-up that is not done, of a course that runs.
    pub(crate) fn follow_up(&self) -> Option<FollowUp> {
        let plan = self.plan.as_ref()?;
        if self.course.closed_by(self.day).is_some() {
            return None;
        }
        let all = follow_ups(self.course, plan, self.programme, self.instruments, self.day);
        let last = all.last().map(|last| last.due);
        let open = all.into_iter().find(|follow_up| urgency(follow_up.state).is_some())?;
        let urgency = urgency(open.state)?;
        let title = |key: &String| self.instruments.iter().find(|pack| pack.key == *key).map(|pack| pack.title.clone());
        let missing = match urgency {
            Urgency::Ahead => Vec::new(),
            Urgency::Due | Urgency::Overdue => open.missing.iter().filter_map(title).collect(),
        };
        Some(FollowUp { due: open.due, urgency, is_last: Some(open.due) == last, missing })
    }

    /// Whether there is no more than one complete reading of the enrolling instrument.
    pub(crate) fn has_one_reading(&self) -> bool {
        let Some(enrolling) = self.programme.enrolling(self.instruments) else { return false };
        let complete = self.course.readings.iter().filter(|reading| reading.complete(enrolling).is_some());
        self.plan.is_some() && complete.count() <= 1
    }
}

/// How soon a follow-up is asked for; none where it is done, missed or declined. A postponed one is
/// still to be held and never called overdue.
const fn urgency(state: follow_up::State) -> Option<Urgency> {
    match state {
        State::Future | State::Coming => Some(Urgency::Ahead),
        State::Due | State::Postponed => Some(Urgency::Due),
        State::Overdue => Some(Urgency::Overdue),
        State::Done | State::Missed | State::Declined => None,
    }
}
