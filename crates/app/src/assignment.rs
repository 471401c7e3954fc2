//! *Medarbejder*: a citizen's course is assigned to a worker with room (R12), handed over, and excepted from a rule beforehand.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::access::{Action, Relation};
use domain::caseload::{Caseload, assign, caseloads};
use domain::event::Event;
use domain::exception::Exception;
use domain::facts::{Assignment, Closing, Course};
use domain::id::{CitizenId, CourseId, UserId};
use domain::personal::Personal;
use domain::refusal::{Code, Refusal};
use domain::{exception, window};
use store::assignment::{AssignedRow, PlaceRow};
use store::exception::ExceptionRow;
use store::{Reader, Work};
use uuid::Uuid;

use crate::block::staff;
use crate::case::Case;
use crate::facts::{Wanted, impossible, packed, reading};
use crate::once::{Begun, Once, begin, begin_change};
use crate::people::{Names, members, some};
use crate::sealing::Cell;
use crate::view::Standing;
use crate::view::assignment::{Assigned, AssignmentPage, Granted, Load};
use crate::{App, Cx, Error, Result, facts};

/// The rule of the recruitment window, as an exception names it.
const WINDOW: &str = "R10";
/// The rule of the caseload's cap.
const CAP: &str = "R12";

/// What a form says of who is to have a course.
#[derive(Clone, Debug)]
pub struct Giving {
    /// Who is to have it.
    pub worker: Option<UserId>,
    /// From which day.
    pub from: Option<NaiveDate>,
    /// What the next one is to know; sealed. Empty where nothing was written.
    pub note: Personal<String>,
    /// The assignment that the form was made from; none where nobody had the course.
    pub current: Option<(Uuid, i64)>,
}

/// The page, logged before it is given.
///
/// # Errors
///
/// [`Error::NotFound`] where there is no such citizen for the reader.
pub async fn page(app: &App, cx: &Cx, id: CitizenId) -> Result<AssignmentPage> {
    let case = Case::open(app, cx, Action::HandOverCourse, id).await?;
    let mut reader = app.store().read(&case.grant).await?;
    let rows = reader.assigned(cx.programme_id, case.id()).await?;
    let granted = reader.exceptions(cx.programme_id, case.id()).await?;
    let people = rows.iter().map(|row| UserId(row.worker));
    let granters = granted.iter().filter_map(|row| row.recorded_by.parse().ok()).map(UserId);
    let names = some(app, &mut reader, cx, people.chain(granters)).await?;
    let loads = loads(app, cx, &mut reader, case.id()).await?;
    drop(reader);
    let mut history = Vec::with_capacity(rows.len());
    for row in rows.iter().rev().filter(|row| row.to.is_none_or(|to| row.from <= to)) {
        history.push(assigned(&case, &names, row)?);
    }
    let mut exceptions = Vec::with_capacity(granted.len());
    for row in &granted {
        exceptions.push(Granted {
            rule: row.rule.clone(),
            on: row.granted_on,
            by: row.recorded_by.parse().ok().and_then(|by| names.get(&UserId(by)).cloned()).unwrap_or_default(),
            reason: case.words(reason_cell(row.id), row.reason.as_deref())?,
        });
    }
    let about = case.about(cx)?;
    let course = open_course(&case, cx).map(|course| course.id);
    let current = course.and_then(|course| latest(&rows, course)).map(|row| assigned(&case, &names, row));
    let page = AssignmentPage {
        course,
        current: current.transpose()?,
        history,
        cap: cx.programme.caseload_cap,
        loads,
        exceptions,
        may_assign: may_assign(cx, case.grant.relation()),
        outside_window: matches!(about.standing, Standing::InClarification { .. })
            && !window::is_open(&cx.programme, cx.today),
        about,
    };
    case.seen(app, cx).await?;
    Ok(page)
}

fn may_assign(cx: &Cx, relation: Relation) -> bool {
    cx.could(Action::AssignWorker, relation)
}

/// The course that is assigned: the present one, unless it has ended.
fn open_course<'a>(case: &'a Case, cx: &Cx) -> Option<&'a Course> {
    case.course(cx.today)
        .filter(|course| course.closed_by(cx.today).is_none())
        .filter(|course| course.clarification_ended_on.is_none_or(|ended| cx.today < ended))
}

/// The assignment of a course that lasts the longest: it is the one that a change is made from.
fn latest(rows: &[AssignedRow], course: CourseId) -> Option<&AssignedRow> {
    rows.iter().rfind(|row| row.course == course.0 && row.to.is_none_or(|to| row.from <= to))
}

fn assigned(case: &Case, names: &Names, row: &AssignedRow) -> Result<Assigned> {
    Ok(Assigned {
        id: row.id,
        version: row.version,
        worker: UserId(row.worker),
        name: names.get(&UserId(row.worker)).cloned().unwrap_or_default(),
        from: row.from,
        to: row.to,
        note: case.words(note_cell(row.id, row.version), row.note.as_deref())?,
    })
}

const fn note_cell(row: Uuid, version: i64) -> Cell {
    Cell { table: "assignment", column: "note", row, version }
}

const fn reason_cell(row: Uuid) -> Cell {
    Cell { table: "exception", column: "reason", row, version: 1 }
}

/// The workers' loads today, by name. Who may see nothing of the citizen is not among them.
async fn loads(app: &App, cx: &Cx, reader: &mut Reader, citizen: CitizenId) -> Result<Vec<Load>> {
    let stars = facts::Readings::Enrolling(app.instruments().enrolling(&cx.programme)?);
    let wanted = Wanted { assignments: true, ..Wanted::only(stars) };
    let courses = facts::courses_of_line(reader, cx, wanted).await?;
    let merges = facts::merges(reader, cx).await?;
    let known = caseloads(&courses, &merges, app.instruments().enrolling(&cx.programme)?, cx.today);
    let names = members(app, reader, cx).await?;
    let blocked = blocked(reader, cx, citizen).await?;
    let none = Caseload::default();
    let cap = usize::try_from(cx.programme.caseload_cap).unwrap_or(usize::MAX);
    let workers = crate::report::workers(reader, cx, cx.today).await?;
    let with_citizens = known.keys().copied().filter(|worker| names.contains_key(worker));
    let all: BTreeSet<UserId> = workers.into_iter().chain(with_citizens).collect();
    let load = |worker: UserId| {
        let load = known.get(&worker).unwrap_or(&none);
        Load {
            worker,
            name: names.get(&worker).cloned().unwrap_or_default(),
            enrolled: load.enrolled.len() as u64,
            in_clarification: load.in_clarification.len() as u64,
            room: cap.saturating_sub(load.total()) as u64,
            has_citizen: load.holds(citizen),
        }
    };
    let mut loads: Vec<Load> = all.into_iter().filter(|worker| !blocked.contains(worker)).map(load).collect();
    loads.sort_by(|one, other| render::order::danish(one.name.reveal(), other.name.reveal()));
    Ok(loads)
}

/// Who is blocked from the citizen today.
async fn blocked(reader: &mut Reader, cx: &Cx, citizen: CitizenId) -> Result<BTreeSet<UserId>> {
    let rows = reader.blocks(cx.organisation, citizen).await?;
    let now = rows.iter().filter(|row| row.from <= cx.today && row.to.is_none_or(|to| cx.today <= to));
    Ok(now.map(|row| UserId(row.user)).collect())
}

/// Gives a course to a worker: assigns it where nobody has it, hands it over where somebody has. R12 is asked in the transaction
/// that writes, after the worker's places are held, so two assignments to the last free place are one assignment and one refusal.
///
/// # Errors
///
/// Every refusal at once: nobody of the team or somebody blocked chosen, who has it already, no day, before the clarification, the
/// course has ended, no room. [`Error::Stale`] where the course changed hands meanwhile. [`Error::NotFound`].
pub async fn give(app: &App, cx: &Cx, id: CitizenId, giving: Giving, once: Once) -> Result<Uuid> {
    let action = if giving.current.is_some() { Action::HandOverCourse } else { Action::AssignWorker };
    let case = Case::open(app, cx, action, id).await?;
    let made = cx.new_id()?;
    let mut work = match begin(app, cx, case.grant.clone(), once, Some(made)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(made),
    };
    let Some(course) = open_course(&case, cx) else { return Err(Refusal::new("", Code::CourseEnded).into()) };
    let (worker, from) = checked(cx, &mut work, &case, course, &giving).await?;
    work.hold_course(cx.programme_id, course.id).await?;
    work.hold_places(cx.programme_id, worker).await?;
    let rows = work.assigned(cx.programme_id, case.id()).await?;
    let current = latest(&rows, course.id);
    if current.map(|row| (row.id, row.version)) != giving.current {
        return Err(Error::Stale);
    }
    if current.is_some_and(|row| row.worker == worker.0 && row.to.is_none()) {
        return Err(Refusal::new("medarbejder", Code::AssignedAlready).into());
    }
    has_room(app, cx, &mut work, &case, worker, from).await?;
    for row in rows.iter().filter(|row| row.course == course.id.0 && row.to.is_none_or(|to| from <= to)) {
        end(cx, &mut work, &case, row, from).await?;
    }
    let given = AssignedRow {
        id: made,
        version: 1,
        course: course.id.0,
        worker: worker.0,
        from,
        to: None,
        note: case.sealed(note_cell(made, 1), &giving.note)?,
    };
    work.put_assignment(cx.programme_id, &given, cx.now).await?;
    let course = course.id;
    let event = match current {
        Some(_) => Event::CourseHandedOver { course, worker },
        None => Event::WorkerAssigned { course, worker },
    };
    work.commit(cx.entry(event, vec![case.id()]), cx.now).await?;
    Ok(made)
}

/// The worker and the day of a form, where they can be.
async fn checked(
    cx: &Cx,
    work: &mut Work,
    case: &Case,
    course: &Course,
    giving: &Giving,
) -> Result<(UserId, NaiveDate)> {
    let staff = staff(work, cx).await?;
    let blocked = blocked(work, cx, case.id()).await?;
    let worker = giving.worker.filter(|worker| staff.contains(worker) && !blocked.contains(worker));
    let mut refused = Vec::new();
    if worker.is_none() {
        refused.push(Refusal::new("medarbejder", Code::NotAColleague));
    }
    match giving.from {
        None => refused.push(Refusal::new("fra", Code::DayNeeded)),
        Some(from) if from < course.clarification_began_on => {
            refused.push(Refusal::new("fra", Code::BeforeClarification));
        }
        Some(_) => {}
    }
    match (worker, giving.from, refused.is_empty()) {
        (Some(worker), Some(from), true) => Ok((worker, from)),
        _ => Err(refused.into()),
    }
}

/// R12 on the first day, and on each later day on which the worker takes somebody else over.
async fn has_room(app: &App, cx: &Cx, work: &mut Work, case: &Case, worker: UserId, from: NaiveDate) -> Result<()> {
    let mut days = work.later_assignments(cx.programme_id, worker, from).await?;
    days.push(from);
    let merges = facts::merges(work, cx).await?;
    let rows = work.exceptions(cx.programme_id, case.id()).await?;
    let is_for = |row: &&ExceptionRow| row.rule == CAP && row.worker.is_none_or(|only| only == worker.0);
    let exceptions: Vec<Exception> = rows
        .iter()
        .filter(is_for)
        .filter_map(|row| Some(Exception::kept(case.id(), UserId(row.recorded_by.parse().ok()?), row.granted_on)))
        .collect();
    for day in days {
        let key = &cx.programme.enrolling_instrument;
        let rows = work.places(cx.programme_id, worker, key, day).await?;
        let courses = rows.iter().map(|row| place(row, key, worker, day)).collect::<Result<Vec<_>>>()?;
        let mut known = caseloads(&courses, &merges, app.instruments().enrolling(&cx.programme)?, day);
        let caseload = known.remove(&worker).unwrap_or_default();
        assign(case.id(), &caseload, &cx.programme, &exceptions, day)?;
    }
    Ok(())
}

/// A worker's course as R12 takes it.
fn place(row: &PlaceRow, instrument: &str, worker: UserId, day: NaiveDate) -> Result<Course> {
    let mut readings = Vec::new();
    for (at, mut words) in packed(row.readings.as_deref().unwrap_or_default()).enumerate() {
        readings.push(reading(instrument, &mut words, at as u128).map_err(|_| impossible("reading"))?);
    }
    Ok(Course {
        id: CourseId(row.course),
        citizen: CitizenId(row.citizen),
        clarification_began_on: row.clarification_began_on,
        clarification_ended_on: row.clarification_ended_on,
        closing: row.closed_on.map(|on| Closing { on, reason: None }),
        readings,
        replies: Vec::new(),
        marks: Vec::new(),
        assignments: vec![Assignment { worker, from: day, to: None }],
    })
}

/// Ends an assignment on the day before another begins; one that would begin later never begins.
async fn end(cx: &Cx, work: &mut Work, case: &Case, row: &AssignedRow, next: NaiveDate) -> Result<()> {
    work.supersede_assignment(cx.programme_id, row, cx.now).await?;
    if row.from < next {
        let version = row.version + 1;
        let note = case.words(note_cell(row.id, row.version), row.note.as_deref())?;
        let note = case.sealed(note_cell(row.id, version), &note)?;
        let ended = AssignedRow { version, to: next.pred_opt(), note, ..row.clone() };
        work.put_assignment(cx.programme_id, &ended, cx.now).await?;
    }
    Ok(())
}

/// Grants an exception for the citizen, from today on: to the recruitment window (R10), or to the cap of a worker's caseload (R12).
///
/// # Errors
///
/// [`Code::ReasonNeeded`]; [`Code::ExceptionNotNeeded`] where it is granted already. [`Error::NotFound`].
pub async fn except(
    app: &App,
    cx: &Cx,
    id: CitizenId,
    (rule, worker): (&str, Option<UserId>),
    reason: &Personal<String>,
    once: Once,
) -> Result<()> {
    let case = Case::open(app, cx, Action::GrantException, id).await?;
    let rule = [WINDOW, CAP].into_iter().find(|known| *known == rule).ok_or(Error::NotFound)?;
    let domain::access::Actor::User { id: me, .. } = &cx.actor else { return Err(Error::NotFound) };
    exception::grant(case.id(), *me, cx.today, reason.reveal())?;
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    let worker = worker.filter(|_| rule == CAP).map(|worker| worker.0);
    let granted = work.exceptions(cx.programme_id, case.id()).await?;
    if granted.iter().any(|row| row.rule == rule && row.worker == worker) {
        return Err(Refusal::new("grund", Code::ExceptionNotNeeded).into());
    }
    let row_id = cx.new_id()?;
    let row = ExceptionRow {
        id: row_id,
        citizen: case.id().0,
        rule: rule.to_owned(),
        granted_on: cx.today,
        worker,
        recorded_by: String::new(),
        reason: case.sealed(reason_cell(row_id), reason)?,
    };
    work.add_exception(cx.programme_id, &row, cx.now).await?;
    work.commit(cx.entry(Event::ExceptionGranted { rule: rule.to_owned() }, vec![case.id()]), cx.now).await?;
    Ok(())
}
