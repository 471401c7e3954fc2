//! The page on which a course is closed: what it asks for, and what is still missing.

use domain::access::Action;
use domain::closing::{lost_contact_from, reopens_until};
use domain::code::{GoalState, MarkKind};
use domain::contact::last_reached_on;
use domain::event::Event;
use domain::facts::{Closing, Course};
use domain::follow_up::follow_ups;
use domain::id::{CitizenId, GoalId, MarkId};
use domain::personal::Personal;
use domain::programme::Text;
use store::citizen::CitizensGoal;
use store::closing::ClosingRow;
use store::phase::MarkRow;

use crate::case::Case;
use crate::caseload::heed;
use crate::documentation::{self, timed};
use crate::phase::{contacts_of, is_own};
use crate::sealing::Cell;
use crate::view::Standing;
use crate::view::closing::{ClosedCourse, ClosingPage, Ending};
use crate::{App, Cx, Error, Result};

/// The page, logged before it is given.
///
/// # Errors
///
/// [`Error::NotFound`] where the citizen is not for the reader, or has no course.
pub async fn page(app: &App, cx: &Cx, citizen: CitizenId) -> Result<ClosingPage> {
    let case = Case::open(app, cx, Action::CloseCourse, citizen).await?;
    let course = case.course(cx.today).ok_or(Error::NotFound)?;
    let mut reader = app.store().read(&case.grant).await?;
    let row = reader.closing_of(cx.programme_id, course.id).await?.ok_or(Error::NotFound)?;
    let marks = reader.marks_of(cx.programme_id, citizen).await?;
    let contacts = contacts_of(&mut reader, cx, citizen).await?;
    let goals = reader.citizens_goals(cx.programme_id, citizen).await?;
    let records =
        reader.records_of(cx.programme_id, cx.organisation, &cx.programme.enrolling_instrument, citizen).await?;
    let mut carried = reader.carried_of(cx.programme_id, citizen).await?;
    drop(reader);
    let ahead = documentation::ahead(cx, course, &case.instruments, &records, &carried)?;
    carried.retain(|row| row.course == course.id.0);
    let is_active = |goal: &&CitizensGoal| goal.course == course.id.0 && goal.state == GoalState::Active.code();
    let active: Vec<_> = goals.iter().filter(is_active).map(|goal| GoalId(goal.id)).collect();
    let ending = timed(cx, course, &case.instruments).map(|(plan, _)| {
        let last_reached_on = last_reached_on(&contacts, cx.today);
        let meeting = meeting(&marks, course);
        Ok::<_, Error>(Ending {
            planned_end: plan.planned_end(),
            last_reached_on,
            lost_days: cx.programme.lost_contact_days,
            lost_from: lost_contact_from(&plan, last_reached_on, &cx.programme),
            meeting: meeting.map(|row| (MarkId(row.id), row.version, row.marked_on)),
            own_words: own_words(&case, meeting)?,
            last_round_lacks: last_round_lacks(cx, &case, course),
            handover: documentation::handover(&carried, &active, cx.today)?,
        })
    });
    let page = ClosingPage {
        id: citizen,
        name: case.name()?,
        heed: heed(case.citizen.protected_address, &case.citizen.safe_contact)?,
        day: cx.today,
        is_own: is_own(cx, Some(course)),
        standing: case.stand(cx, cx.today).map_or(Standing::EnquiryOnly, |stand| stand.standing()),
        version: row.version,
        course: ending.transpose()?,
        closed: closed(cx, &case, course, &row)?,
        documentation: ahead.documentation,
    };
    app.store().look(&case.grant, cx.entry(Event::CitizenSeen, vec![citizen]), cx.now).await?;
    Ok(page)
}

/// The last closing meeting of the course.
pub(super) fn meeting<'a>(marks: &'a [MarkRow], course: &Course) -> Option<&'a MarkRow> {
    let own = marks.iter().rev().filter(|row| row.course == course.id.0);
    own.into_iter().find(|row| row.kind == MarkKind::ClosingMeeting.code())
}

/// The citizen's own words about the course: those of the closing meeting.
pub(super) fn own_words(case: &Case, meeting: Option<&MarkRow>) -> Result<Option<Personal<String>>> {
    let Some(row) = meeting else { return Ok(None) };
    let cell = Cell { table: "mark", column: "note", row: row.id, version: row.version };
    case.keys.open(case.subject(), cell, row.note.as_deref())
}

/// What the last follow-up would lack if the course was closed today; of a closed course what it lacks.
fn last_round_lacks(cx: &Cx, case: &Case, course: &Course) -> Vec<Text> {
    let mut ending = course.clone();
    ending.closing.get_or_insert(Closing { on: cx.today, reason: None });
    let Some((plan, _)) = timed(cx, &ending, &case.instruments) else { return Vec::new() };
    let last = follow_ups(&ending, &plan, &cx.programme, &case.instruments, cx.today).pop();
    let title = |key: &String| case.instruments.iter().find(|pack| pack.key == *key).map(|pack| pack.title.clone());
    last.map(|last| last.missing.iter().filter_map(title).collect()).unwrap_or_default()
}

fn closed(cx: &Cx, case: &Case, course: &Course, row: &ClosingRow) -> Result<Option<ClosedCourse>> {
    let Some(closing) = course.closing.as_ref() else { return Ok(None) };
    let cell = Cell { table: "course", column: "closing", row: course.id.0, version: row.version };
    let reopens_until = reopens_until(closing);
    let may = cx.may(Action::ReopenCourse, case.grant.relation(), Some(case.id())).is_ok();
    Ok(Some(ClosedCourse {
        on: closing.on,
        reason: closing.reason,
        words: case.keys.open(case.subject(), cell, row.words.as_deref())?,
        reopens_until,
        may_reopen: may && cx.today <= reopens_until,
    }))
}
