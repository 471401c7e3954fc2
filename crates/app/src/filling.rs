//! *Opfølgning*: a round of instruments filled in together or typed from paper, saved as it is answered, done when somebody says so.
//!
//! [`page`] lays it out, [`save`] keeps it, [`complete`] makes readings of it, [`discard`] throws it away.

pub(crate) mod complete;
mod lay_out;

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::FilledBy;
use domain::event::Event;
use domain::facts::Course;
use domain::filling::Filling;
use domain::id::{CitizenId, CourseId};
use domain::personal::Personal;
use domain::refusal::{Code, Refusal};
use store::filling::{FillingRow, KeptFilling};
use uuid::Uuid;

pub use complete::complete;
pub(crate) use lay_out::empty;
pub use lay_out::page;

use crate::case::Case;
use crate::facts::{code, impossible};
use crate::once::{Once, begin_change};
use crate::sealing::Cell;
use crate::view::filling::{FillingForm, Notes, Saved};
use crate::{App, Cx, Error, Result};

/// The longest text beside an answer, in characters.
pub const LONGEST: usize = 4_000;

/// Saves what a form says so far. Sent twice it is saved once.
///
/// # Errors
///
/// [`Error::Stale`] where somebody saved something else meanwhile: the page shows both. [`Error::Refusals`] for a text too long.
/// [`Error::NotFound`] where the citizen has no course or is not for this writer.
pub async fn save(app: &App, cx: &Cx, citizen: CitizenId, form: &FillingForm) -> Result<Saved> {
    let case = Case::open(app, cx, Action::FillIn, citizen).await?;
    refuse_long(form.notes.reveal())?;
    let course = open_course(&case, cx.today)?;
    let at = cx.local_now();
    match keep_form(app, cx, &case, course.id, form).await {
        Err(Error::Stale) => {
            // The same form sent twice finds its own words there; anything else is somebody's.
            let now = current(app, cx, &case, course.id).await?.ok_or(Error::Stale)?;
            let same = now.made_on == form.made_on && now.filled_by == form.filled_by && now.filling == form.filling;
            let is_own = same && now.notes == form.notes && now.id == form.id;
            if is_own { Ok(Saved { id: now.id, version: now.from, at }) } else { Err(Error::Stale) }
        }
        kept => kept,
    }
}

/// Throws away what is being filled in.
///
/// # Errors
///
/// [`Error::Stale`] where somebody saved meanwhile; [`Error::NotFound`] as for [`save`].
pub async fn discard(app: &App, cx: &Cx, citizen: CitizenId, id: Uuid, from: i64, once: Once) -> Result<()> {
    let case = Case::open(app, cx, Action::FillIn, citizen).await?;
    let course = open_course(&case, cx.today)?.id;
    let Some(mut work) = begin_change(app, cx, case.grant, once).await? else { return Ok(()) };
    work.end_filling(cx.programme_id, course, id, from).await?;
    let event = Event::FactWithdrawn { fact: "filling".to_owned(), row: id };
    Ok(work.commit(cx.entry(event, vec![citizen]), cx.now).await?)
}

/// Keeps a form as the next version of its filling.
///
/// # Errors
///
/// [`Error::Stale`] where somebody saved meanwhile.
pub(crate) async fn keep_form(app: &App, cx: &Cx, case: &Case, course: CourseId, form: &FillingForm) -> Result<Saved> {
    let kept = KeptFilling {
        citizen: case.id(),
        course,
        id: form.id,
        due_on: None,
        made_on: form.made_on,
        filled_by: form.filled_by,
        answers: form.filling.packed().0,
        worker_answers: form.filling.packed().1,
        notes: seal_notes(case, form.id, form.from + 1, form.notes.reveal())?,
    };
    let version = app.store().keep_filling(&case.grant, cx.programme_id, &kept, form.from, cx.now).await?;
    Ok(Saved { id: form.id, version, at: cx.local_now() })
}

/// A filling by its id, as its form; none where it has ended.
pub(crate) async fn form_of(app: &App, cx: &Cx, case: &Case, id: Uuid) -> Result<Option<FillingForm>> {
    let rows = app.store().read(&case.grant).await?.fillings(cx.programme_id, case.id()).await?;
    rows.into_iter().find(|row| row.id == id).map(|row| form(case, &row)).transpose()
}

/// The course that is filled in for.
pub(crate) fn open_course(case: &Case, today: NaiveDate) -> Result<&Course> {
    case.course(today).ok_or(Error::NotFound)
}

/// What is being filled in for a course, as its form.
pub(crate) async fn current(app: &App, cx: &Cx, case: &Case, course: CourseId) -> Result<Option<FillingForm>> {
    let rows = app.store().read(&case.grant).await?.fillings(cx.programme_id, case.id()).await?;
    rows.into_iter().find(|row| row.course == course.0).map(|row| form(case, &row)).transpose()
}

/// A kept filling as its form.
fn form(case: &Case, row: &FillingRow) -> Result<FillingForm> {
    let filling =
        Filling::unpacked(&row.answers, row.worker_answers.as_deref()).ok_or_else(|| impossible("filling"))?;
    let cell = Cell { table: "filling", column: "notes", row: row.id, version: row.version };
    let notes = case.keys.open(case.subject(), cell, row.notes.as_deref())?;
    let notes: Notes = notes.map(|text| serde_json::from_str(text.reveal()).unwrap_or_default()).unwrap_or_default();
    Ok(FillingForm {
        id: row.id,
        from: row.version,
        made_on: row.made_on,
        filled_by: code(FilledBy::parse, &row.filled_by)?,
        filling,
        notes: Personal::new(notes),
    })
}

fn seal_notes(case: &Case, id: Uuid, version: i64, notes: &Notes) -> Result<store::row::Sealed> {
    let text = (!notes.is_empty()).then(|| serde_json::to_string(notes)).transpose();
    let text = text.map_err(|_| impossible("note"))?;
    case.keys.seal(case.subject(), Cell { table: "filling", column: "notes", row: id, version }, text.as_deref())
}

/// Refuses a text longer than is kept.
pub(crate) fn refuse_long(notes: &Notes) -> Result<()> {
    let is_long = |text: &String| text.chars().count() > LONGEST;
    if notes.values().flat_map(|texts| texts.values()).any(is_long) {
        return Err(vec![Refusal::new("hvorfor", Code::TooLong)].into());
    }
    Ok(())
}
