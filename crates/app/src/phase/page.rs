//! The page of the phases: what each demands, and every mark.

use domain::access::{Action, Actor};
use domain::code::{ContactKind, GoalState, MarkKind, Place, With};
use domain::course::Plan;
use domain::demand::of_phase;
use domain::event::Event;
use domain::facts::{Contact, Course, CourseWork, Goal};
use domain::fidelity::{self, OverCap};
use domain::id::{CitizenId, MarkId, UserId};
use domain::marking::Marking;
use domain::phase::{self, phases};
use domain::programme::{Period, Text};
use store::Reader;
use store::citizen::{CitizensContact, CitizensGoal};
use store::phase::MarkRow;

use super::mark_of;
use crate::case::Case;
use crate::caseload::heed;
use crate::documentation::{self, timed};
use crate::facts::{code, maybe_code};
use crate::people::{Names, some};
use crate::view::Standing;
use crate::view::phase::{MarkLine, Phase, PhaseAsk, PhasePage, Preview};
use crate::{App, Cx, Result};

/// The page, logged before it is given.
///
/// # Errors
///
/// [`crate::Error::NotFound`] where the citizen is not for the reader.
pub async fn page(app: &App, cx: &Cx, citizen: CitizenId, ask: PhaseAsk) -> Result<PhasePage> {
    let case = Case::open(app, cx, Action::SeeCitizen, citizen).await?;
    let mut reader = app.store().read(&case.grant).await?;
    let rows = reader.marks_of(cx.programme_id, citizen).await?;
    let withdrawn = reader.withdrawn_marks_of(cx.programme_id, citizen).await?;
    let course = case.course(cx.today);
    let contacts = contacts(&mut reader, cx, citizen).await?;
    let goals = match course {
        Some(course) => goals(&mut reader, cx, course).await?,
        None => Vec::new(),
    };
    let work = CourseWork { contacts, goals };
    let records =
        reader.records_of(cx.programme_id, cx.organisation, &cx.programme.enrolling_instrument, citizen).await?;
    let carried = reader.carried_of(cx.programme_id, citizen).await?;
    let recorders = rows.iter().chain(&withdrawn).filter_map(|row| row.recorded_by.parse().ok()).map(UserId);
    let names = some(app, &mut reader, cx, recorders).await?;
    drop(reader);
    let may = |action| cx.may(action, case.grant.relation(), Some(citizen)).is_ok();
    let told = course.and_then(|course| Some((course, timed(cx, course, &case.instruments)?)));
    let lines =
        Lines { cx, names: &names, course, may_mark: may(Action::ShiftPhase), may_move: may(Action::MoveBoundary) };
    let page = PhasePage {
        id: citizen,
        name: case.name()?,
        heed: heed(case.citizen.protected_address, &case.citizen.safe_contact)?,
        day: cx.today,
        is_own: is_own(cx, course),
        standing: case.stand(cx, cx.today).map_or(Standing::EnquiryOnly, |stand| stand.standing()),
        may_mark: lines.may_mark && told.is_some(),
        may_move: lines.may_move && told.is_some(),
        phases: told.as_ref().map(|(course, (plan, all))| laid_out(cx, course, &work, plan, all)).unwrap_or_default(),
        marks: lines.of(&rows)?,
        withdrawn: lines.of(&withdrawn)?,
        goal_areas: cx.programme.goal_areas.clone(),
        documentation: course
            .map(|course| documentation::ahead(cx, course, &case.instruments, &records, &carried))
            .transpose()?
            .map(|ahead| ahead.documentation)
            .unwrap_or_default(),
        preview: told
            .as_ref()
            .zip(ask.boundary)
            .map(|((course, (plan, all)), asked)| preview(cx, course, plan, all, asked)),
    };
    app.store().look(&case.grant, cx.entry(Event::CitizenSeen, vec![citizen]), cx.now).await?;
    Ok(page)
}

/// Whether the reader works with the course on the day.
pub(crate) fn is_own(cx: &Cx, course: Option<&Course>) -> bool {
    let Actor::User { id: me, .. } = &cx.actor else { return false };
    course.is_some_and(|course| {
        let on = |from, to: Option<_>| from <= cx.today && to.is_none_or(|to| cx.today <= to);
        course.assignments.iter().any(|assignment| assignment.worker == *me && on(assignment.from, assignment.to))
    })
}

/// The contacts of the citizen.
pub(crate) async fn contacts(reader: &mut Reader, cx: &Cx, citizen: CitizenId) -> Result<Vec<Contact>> {
    let rows = reader.citizens_contacts(cx.programme_id, citizen).await?;
    let contact = |row: CitizensContact| {
        Ok(Contact {
            on: row.happened_on,
            kind: maybe_code(ContactKind::parse, row.kind.as_deref())?,
            place: maybe_code(Place::parse, row.place.as_deref())?,
            with: maybe_code(With::parse, row.with_whom.as_deref())?,
            minutes: row.minutes.and_then(|minutes| u32::try_from(minutes).ok()),
        })
    };
    rows.into_iter().map(contact).collect()
}

/// The goals of the course. Those of an earlier one ended with it.
async fn goals(reader: &mut Reader, cx: &Cx, course: &Course) -> Result<Vec<Goal>> {
    let rows = reader.citizens_goals(cx.programme_id, course.citizen).await?;
    let goal = |row: CitizensGoal| {
        let states = vec![(row.state_on, code(GoalState::parse, &row.state)?)];
        Ok(Goal { created_on: row.created_on, area: row.area, states })
    };
    rows.into_iter().filter(|row| row.course == course.id.0).map(goal).collect()
}

fn laid_out(cx: &Cx, course: &Course, work: &CourseWork, plan: &Plan, all: &[phase::Phase]) -> Vec<Phase> {
    let over_cap = OverCap::new();
    let (programme, day) = (&*cx.programme, cx.today);
    let case = fidelity::Case { course, work, plan, phases: all, programme, over_cap: &over_cap, day };
    let marking = Marking { course, plan, phases: all, programme, today: day };
    let planned = phases(plan, programme, &[]);
    let phase = |phase: &phase::Phase| {
        let before = planned.iter().find(|planned| planned.number == phase.number).map(|planned| planned.days.from);
        let marks = course.marks.iter().filter(|mark| mark.kind == MarkKind::FocusArea && mark.is_of(phase));
        let chosen: Vec<&str> = marks.filter_map(|mark| mark.area.as_deref()).collect();
        let areas = programme.goal_areas.iter().map(|area| &area.key);
        Phase {
            number: phase.number,
            days: phase.days,
            planned_from: before.filter(|from| *from != phase.days.from),
            shifted_on: marking.shifted_on(phase.number),
            is_now: phase.days.contains(day) && course.closed_by(day).is_none(),
            focus: areas.filter(|key| chosen.contains(&key.as_str())).cloned().collect(),
            demands: of_phase(&case, phase),
        }
    };
    all.iter().map(phase).collect()
}

/// What moving a boundary would do. The reason is asked for when the effect has been seen.
fn preview(
    cx: &Cx,
    course: &Course,
    plan: &Plan,
    all: &[phase::Phase],
    (number, on): (u32, chrono::NaiveDate),
) -> Preview {
    let marking = Marking { course, plan, phases: all, programme: &cx.programme, today: cx.today };
    let refusals = marking.boundary(number, on, "-").err().unwrap_or_default();
    let days = |phases: &[phase::Phase]| -> Vec<Period> { phases.iter().map(|phase| phase.days).collect() };
    let after = if refusals.is_empty() { days(&marking.with_boundary(number, on)) } else { Vec::new() };
    Preview { phase: number, on, before: days(all), after, refusals }
}

struct Lines<'a> {
    cx: &'a Cx,
    names: &'a Names,
    course: Option<&'a Course>,
    may_mark: bool,
    may_move: bool,
}

impl Lines<'_> {
    /// The marks of the page's course, newest first; those of one day by kind, a shift before what it led to.
    fn of(&self, rows: &[MarkRow]) -> Result<Vec<MarkLine>> {
        let own = rows.iter().rev().filter(|row| self.course.is_some_and(|course| course.id.0 == row.course));
        let mut lines = own.map(|row| self.line(row)).collect::<Result<Vec<_>>>()?;
        lines.sort_by_key(|line| (std::cmp::Reverse(line.on), line.kind));
        Ok(lines)
    }

    fn line(&self, row: &MarkRow) -> Result<MarkLine> {
        let mark = mark_of(row)?;
        let by = row.recorded_by.parse().ok().map(UserId);
        Ok(MarkLine {
            id: MarkId(row.id),
            version: row.version,
            kind: mark.kind,
            on: mark.on,
            until: row.until_day,
            phase: mark.phase,
            area: mark.area.as_deref().and_then(|key| self.area(key)),
            has_note: row.note.is_some(),
            by: by.and_then(|by| self.names.get(&by).cloned()),
            may_change: if mark.kind == MarkKind::BoundaryMoved { self.may_move } else { self.may_mark },
        })
    }

    fn area(&self, key: &str) -> Option<Text> {
        self.cx.programme.goal_areas.iter().find(|area| area.key == key).map(|area| area.name.clone())
    }
}
