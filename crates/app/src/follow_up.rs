//! *Opfølgninger*: the list (R8), and the answers to a follow-up that are no readings.

use std::collections::HashMap;

use domain::access::{Action, Actor};
use domain::code::FollowUpReply;
use domain::course::plan;
use domain::day::add_days;
use domain::event::Event;
use domain::follow_up::{self, State, follow_ups};
use domain::id::{CitizenId, CourseId, UserId};
use domain::personal::Personal;
use domain::refusal::{Code, Refusal};
use store::caseload::ListedCourse;
use store::record::Fact;
use store::row::{Reply, Version};
use uuid::Uuid;

use crate::case::Case;
use crate::caseload::{Merged, course, merged, person};
use crate::filling::LONGEST;
use crate::once::{Begun, Once, begin, begin_change};
use crate::people::members;
use crate::sealing::Cell;
use crate::sight::Sight;
use crate::view::caseload::{PAGE, Scope};
use crate::view::follow_up::{FollowUpRow, FollowUpsPage};
use crate::{App, Cx, Error, Result};

/// What was missed is told for this many days after the closing.
const MISSED_DAYS: i64 = 90;

/// The list, logged with every citizen whose row it shows.
///
/// # Errors
///
/// [`Error::Denied`] where the reader may not see this list.
pub async fn list(app: &App, cx: &Cx, scope: Scope, page: u32) -> Result<FollowUpsPage> {
    let action = match scope {
        Scope::Own => Action::ListOwnCitizens,
        Scope::Programme => Action::ListAllCitizens,
    };
    let grant = cx.may_at_all(action)?;
    let (programme, since) = (cx.programme_id, add_days(cx.today, -MISSED_DAYS));
    let mut reader = app.store().read(&grant).await?;
    let sight = Sight::of(&mut reader, cx).await?;
    let mut names = HashMap::new();
    let mut listed = Vec::new();
    match (scope, &cx.actor) {
        (Scope::Own, Actor::User { id, .. }) => {
            for worker in sight.deputised().iter().chain([id]) {
                listed.extend(reader.courses_of_worker(programme, *worker, cx.today).await?);
                listed.extend(reader.closed_courses_of_worker(programme, *worker, cx.today, since).await?);
            }
        }
        (Scope::Own, _) => {}
        (Scope::Programme, _) => {
            listed.extend(reader.open_courses(programme, cx.today).await?);
            listed.extend(reader.closed_courses(programme, cx.today, since).await?);
            names = members(app, &mut reader, cx).await?;
        }
    }
    listed.retain(|one| !sight.hides(CitizenId(one.citizen)));
    let merged = merged(cx, &mut reader, &sight, &listed).await?;
    drop(reader);
    let mut rows = Vec::new();
    for one in &listed {
        rows.extend(rows_of(app, cx, one, &merged, &names)?);
    }
    rows.sort_by_key(|row| (urgency(row.state), row.due, row.citizen));
    let total = rows.len() as u64;
    let rows: Vec<FollowUpRow> = rows.into_iter().skip(page as usize * PAGE as usize).take(PAGE as usize).collect();
    let mut seen: Vec<CitizenId> = rows.iter().map(|row| row.citizen).collect();
    seen.dedup();
    let event = Event::CitizensListed { list: "follow_ups".to_owned() };
    app.store().look(&grant, cx.entry(event, seen), cx.now).await?;
    Ok(FollowUpsPage { scope, day: cx.today, page, total, rows })
}

/// The order of the list.
const fn urgency(state: State) -> u8 {
    match state {
        State::Overdue => 0,
        State::Due => 1,
        State::Coming => 2,
        State::Postponed => 3,
        State::Missed => 4,
        State::Future | State::Done | State::Declined => 5,
    }
}

fn rows_of(
    app: &App,
    cx: &Cx,
    listed: &ListedCourse,
    merged: &Merged,
    names: &HashMap<UserId, Personal<String>>,
) -> Result<Vec<FollowUpRow>> {
    let course = course(listed)?;
    let instruments = app.instruments().of(&cx.programme);
    let enrolled_on = course.enrolled_on(app.instruments().enrolling(&cx.programme)?).filter(|on| *on <= cx.today);
    let Some(plan) = enrolled_on.and_then(|on| plan(on, &cx.programme).ok()) else { return Ok(Vec::new()) };
    let all = follow_ups(&course, &plan, &cx.programme, &instruments, cx.today);
    let last = all.last().map(|last| last.due);
    let asks: Vec<_> = all.into_iter().filter(|one| urgency(one.state) < 5).collect();
    if asks.is_empty() {
        return Ok(Vec::new());
    }
    let person = person(app, cx, listed, merged)?;
    let title = |key: &String| instruments.iter().find(|pack| pack.key == *key).map(|pack| pack.title.clone());
    Ok(asks
        .into_iter()
        .map(|one| FollowUpRow {
            citizen: person.citizen,
            name: person.name.clone(),
            worker: listed.worker.and_then(|worker| names.get(&UserId(worker)).cloned()),
            due: one.due,
            state: one.state,
            is_last: Some(one.due) == last,
            missing: one.missing.iter().filter_map(title).collect(),
        })
        .collect())
}

/// Answers a follow-up without a reading: postponed with a reason, or declined by the citizen. Gives the answer's id, to undo it.
///
/// # Errors
///
/// [`Error::Refusals`], all at once: no such follow-up, or it was held; no reason for a postponing; a text too long.
pub async fn reply(
    app: &App,
    cx: &Cx,
    citizen: CitizenId,
    (due, reply): (chrono::NaiveDate, FollowUpReply),
    note: &Personal<String>,
    once: Once,
) -> Result<Uuid> {
    let case = Case::open(app, cx, Action::AnswerFollowUp, citizen).await?;
    let course = case.course(cx.today).ok_or(Error::NotFound)?;
    let enrolled_on = course.enrolled_on(app.instruments().enrolling(&cx.programme)?).filter(|on| *on <= cx.today);
    let plan = enrolled_on.and_then(|on| plan(on, &cx.programme).ok()).ok_or(Error::NotFound)?;
    let all = follow_ups(course, &plan, &cx.programme, &case.instruments, cx.today);
    let mut refusals = follow_up::reply(&all, due, reply, note.reveal(), cx.today).err().unwrap_or_default();
    if note.reveal().chars().count() > LONGEST {
        refusals.push(Refusal::new("grund", Code::TooLong));
    }
    if !refusals.is_empty() {
        return Err(refusals.into());
    }
    let id = cx.new_id()?;
    let cell = Cell { table: "reply", column: "note", row: id, version: 1 };
    let text = Some(note.reveal().trim()).filter(|text| !text.is_empty());
    let note = case.keys.seal(case.subject(), cell, text)?;
    let mut work = match begin(app, cx, case.grant.clone(), once, Some(id)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(made),
    };
    let fact = Reply { id, course: course.id, due, on: cx.today, reply, note };
    work.add_replies(cx.programme_id, &[Version { number: 1, fact }], cx.now).await?;
    let event = Event::FactRecorded { fact: "reply".to_owned(), row: id };
    work.commit(cx.entry(event, vec![citizen]), cx.now).await?;
    Ok(id)
}

/// Takes an answer back.
///
/// # Errors
///
/// [`Error::NotFound`] where the citizen has no such answer; [`Error::Stale`] where somebody changed it meanwhile.
pub async fn undo_reply(app: &App, cx: &Cx, citizen: CitizenId, (id, from): (Uuid, i64), once: Once) -> Result<()> {
    let case = Case::open(app, cx, Action::AnswerFollowUp, citizen).await?;
    let rows = app.store().read(&case.grant).await?.given_replies(cx.programme_id, citizen).await?;
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    let row = rows.iter().find(|row| row.id == id).ok_or(Error::NotFound)?;
    let course = CourseId(row.course);
    work.correct(Fact::Reply(cx.programme_id, course, id), from, cx.now).await?;
    work.note_withdrawal((cx.programme_id, course), ("reply", id, from), None, cx.now).await?;
    let event = Event::FactWithdrawn { fact: "reply".to_owned(), row: id };
    Ok(work.commit(cx.entry(event, vec![citizen]), cx.now).await?)
}
