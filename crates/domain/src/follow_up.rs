//! Follow-ups (R8): the round of instruments every few months, and on the last day.

use chrono::NaiveDate;
use serde::Serialize;

use crate::code::FollowUpReply;
use crate::course::Plan;
use crate::day::{add_months, days_between};
use crate::facts::Course;
use crate::id::ReadingId;
use crate::instrument::Instrument;
use crate::programme::Programme;
use crate::reading::Reading;
use crate::refusal::{Code, Refusal};

/// A follow-up is coming from this many days before it is due.
const COMING_DAYS: i64 = 14;

/// A follow-up is overdue from this many days after it was due.
const OVERDUE_DAYS: i64 = 15;

/// How a follow-up stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// More than 14 days off.
    Future,
    /// Due within 14 days.
    Coming,
    /// Due today or up to 14 days ago.
    Due,
    /// Due 15 days ago or more.
    Overdue,
    /// Every instrument has a complete reading.
    Done,
    /// Not done when the course was closed.
    Missed,
    /// Postponed, with a reason.
    Postponed,
    /// The citizen declined: done without a reading.
    Declined,
}

/// One follow-up of a course, as it stands on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// The day it is due.
    pub due: NaiveDate,
    /// How it stands.
    pub state: State,
    /// The keys of the instruments without a complete reading, in the programme's order; none where it is done or declined.
    pub missing: Vec<String>,
    /// The complete readings that count for it, in the programme's order of instruments.
    pub readings: Vec<ReadingId>,
}

/// The days on which follow-ups are due (R8), in order: every few months before the planned end, and a last one on it, or on
/// the day of closing if that is earlier.
pub fn due_days(plan: &Plan, programme: &Programme, closed_on: Option<NaiveDate>) -> Vec<NaiveDate> {
    let last = closed_on.map_or(plan.planned_end(), |on| on.min(plan.planned_end())).max(plan.enrolled_on());
    let every = programme.follow_up_months.max(1);
    let rounds = (0u32..).map(|round| add_months(plan.enrolled_on(), every.saturating_mul(round)));
    rounds.take_while(|due| *due < last).chain([last]).collect()
}

/// The due day that a reading of `made_on` belongs to: the nearest, and the earlier of two that are equally near.
pub fn nearest(due_days: &[NaiveDate], made_on: NaiveDate) -> Option<NaiveDate> {
    due_days.iter().copied().min_by_key(|due| (days_between(*due, made_on).abs(), *due))
}

/// The follow-ups of a course as they stand on the day. What came after the day is not known on it.
pub fn follow_ups(
    course: &Course,
    plan: &Plan,
    programme: &Programme,
    instruments: &[Instrument],
    day: NaiveDate,
) -> Vec<FollowUp> {
    let closed = course.closed_by(day);
    let due_days = due_days(plan, programme, closed);
    let counting = counting(course, &due_days, instruments, day);
    due_days.iter().map(|due| follow_up(course, *due, &counting, programme, closed.is_some(), day)).collect()
}

/// Complete readings made by the day, each with the due day it belongs to.
fn counting<'a>(
    course: &'a Course,
    due_days: &[NaiveDate],
    instruments: &[Instrument],
    day: NaiveDate,
) -> Vec<(NaiveDate, &'a Reading)> {
    let complete = |reading: &Reading| {
        let pack = instruments.iter().find(|instrument| instrument.key == reading.instrument);
        pack.is_some_and(|pack| reading.complete(pack).is_some())
    };
    let made = course.readings.iter().filter(|reading| reading.made_on <= day && complete(reading));
    made.filter_map(|reading| nearest(due_days, reading.made_on).map(|due| (due, reading))).collect()
}

fn follow_up(
    course: &Course,
    due: NaiveDate,
    counting: &[(NaiveDate, &Reading)],
    programme: &Programme,
    closed: bool,
    day: NaiveDate,
) -> FollowUp {
    let mut missing = Vec::new();
    let mut readings = Vec::new();
    for key in &programme.instruments {
        let own = counting.iter().filter(|(belongs, reading)| *belongs == due && reading.instrument == *key);
        match own.map(|(_, reading)| *reading).max_by_key(|reading| reading.order()) {
            Some(latest) => readings.push(latest.id),
            None => missing.push(key.clone()),
        }
    }
    let replies = course.replies.iter().filter(|reply| reply.due == due && reply.on <= day);
    // Of two replies of one day the later in the list was given later.
    let reply = replies.max_by_key(|reply| reply.on).map(|reply| reply.reply);
    let state = match reply {
        _ if missing.is_empty() => State::Done,
        Some(FollowUpReply::Declined) => State::Declined,
        _ if closed => State::Missed,
        Some(FollowUpReply::Postponed) => State::Postponed,
        None => by_date(due, day),
    };
    if state == State::Declined {
        missing.clear();
    }
    FollowUp { due, state, missing, readings }
}

/// Decides whether a follow-up takes an answer that is no reading: it is one of the course's, not held, and whoever postpones it says why.
///
/// # Errors
///
/// Every refusal at once: no such follow-up or one that has been held, no reason for a postponing, a day in the future.
pub fn reply(
    follow_ups: &[FollowUp],
    due: NaiveDate,
    reply: FollowUpReply,
    note: &str,
    today: NaiveDate,
) -> Result<(), Vec<Refusal>> {
    let found = follow_ups.iter().find(|follow_up| follow_up.due == due);
    let takes = found.is_some_and(|follow_up| follow_up.state != State::Done);
    let is_early = reply == FollowUpReply::Declined && days_between(due, today) < -COMING_DAYS;
    let no_reason = reply == FollowUpReply::Postponed && note.trim().is_empty();
    let refusals: Vec<Refusal> = [
        (!takes).then_some(Refusal::new("forfald", Code::NotAnswerable)),
        is_early.then_some(Refusal::new("forfald", Code::InTheFuture)),
        no_reason.then_some(Refusal::new("grund", Code::ReasonNeeded)),
    ]
    .into_iter()
    .flatten()
    .collect();
    if refusals.is_empty() { Ok(()) } else { Err(refusals) }
}

fn by_date(due: NaiveDate, day: NaiveDate) -> State {
    match days_between(due, day) {
        late if late >= OVERDUE_DAYS => State::Overdue,
        late if late >= 0 => State::Due,
        late if late >= -COMING_DAYS => State::Coming,
        _ => State::Future,
    }
}

#[cfg(test)]
mod tests;
