//! The next step by itself: agreed anew, done, or moved.

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::Doer;
use domain::event::Event;
use domain::id::{CitizenId, CourseId, StepId};
use domain::personal::Personal;
use domain::refusal::{Code, Refusal, Typed};
use domain::step::{Agreed, Agreement, agree, done_on};
use store::Work;
use store::contact::StepRow;
use store::record::Fact;
use store::row::{Step, Version};

use crate::case::Case;
use crate::facts::maybe_code;
use crate::once::{Begun, Once, begin, begin_change};
use crate::sealing::Cell;
use crate::view::contact::{ContactPage, OldStep};
use crate::{App, Cx, Error, Result};

/// A next step as it is typed.
#[derive(Clone, Debug)]
pub struct NewStep {
    /// What is to happen.
    pub words: Personal<String>,
    /// By when.
    pub due: Typed<Option<NaiveDate>>,
    /// Who does it.
    pub doer: Option<Doer>,
}

impl NewStep {
    /// What is agreed on a day.
    pub(crate) fn agreement(&self, on: Option<NaiveDate>) -> std::result::Result<Option<Agreement>, Vec<Refusal>> {
        agree(Agreed { words: self.words.reveal(), due: self.due, doer: self.doer }, on)
    }
}

/// The page for the next step alone, logged before it is given.
///
/// # Errors
///
/// [`Error::NotFound`] where there is no such citizen, none with a course, or none for this reader.
pub async fn page(app: &App, cx: &Cx, citizen: CitizenId) -> Result<ContactPage> {
    crate::contact::page(app, cx, citizen).await
}

/// Agrees on a next step, in place of the one before where that is named with its version.
///
/// # Errors
///
/// Refusals; [`Error::Stale`] where the step before was changed meanwhile.
pub async fn agree_on(
    app: &App,
    cx: &Cx,
    once: Once,
    citizen: CitizenId,
    before: Option<(StepId, i64)>,
    step: &NewStep,
) -> Result<StepId> {
    let case = Case::open(app, cx, Action::RecordContact, citizen).await?;
    let course = case.course(cx.today).ok_or(Error::NotFound)?.id;
    let agreed = step.agreement(Some(cx.today))?;
    let agreed = agreed.ok_or_else(|| vec![Refusal::new("skridt", Code::NotGiven)])?;
    let id = cx.new_id()?;
    let mut work = match begin(app, cx, case.grant.clone(), once, Some(id)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(made.into()),
    };
    work.hold_course(cx.programme_id, course).await?;
    if let Some((before, version)) = before {
        finish(cx, &case, &mut work, (before, version), cx.today).await?;
    }
    add(cx, &case, &mut work, course, (id.into(), cx.today), step, agreed).await?;
    let event = Event::FactRecorded { fact: "step".to_owned(), row: id };
    work.commit(cx.entry(event, vec![citizen]), cx.now).await?;
    Ok(id.into())
}

/// Notes that a step is done today.
///
/// # Errors
///
/// [`Error::Stale`] where it was changed meanwhile.
pub async fn done(app: &App, cx: &Cx, once: Once, citizen: CitizenId, (step, version): (StepId, i64)) -> Result<()> {
    let case = Case::open(app, cx, Action::RecordContact, citizen).await?;
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    finish(cx, &case, &mut work, (step, version), cx.today).await?;
    corrected(cx, &case, work, (step, version + 1)).await
}

/// Moves a step: other words, another day, another doer.
///
/// # Errors
///
/// Refusals; [`Error::Stale`] where it was changed meanwhile.
pub async fn move_to(
    app: &App,
    cx: &Cx,
    once: Once,
    citizen: CitizenId,
    (id, version): (StepId, i64),
    step: &NewStep,
) -> Result<()> {
    let case = Case::open(app, cx, Action::RecordContact, citizen).await?;
    let agreed = step.agreement(Some(cx.today))?;
    let agreed = agreed.ok_or_else(|| vec![Refusal::new("skridt", Code::NotGiven)])?;
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    let row = current(cx, &case, &mut work, id).await?;
    let next = work.correct(fact(cx, &row), version, cx.now).await?;
    let words = case.sealed(cell(id, next), &step.words)?;
    let moved = Step { due_on: agreed.due, doer: agreed.doer, ..kept(&row, words, row.done_on)? };
    work.add_steps(cx.programme_id, &[Version { number: next, fact: moved }], cx.now).await?;
    corrected(cx, &case, work, (id, next)).await
}

/// Undoes that a step was done.
///
/// # Errors
///
/// [`Error::Stale`] where it was changed meanwhile.
pub async fn undo_done(
    app: &App,
    cx: &Cx,
    once: Once,
    citizen: CitizenId,
    (step, version): (StepId, i64),
) -> Result<()> {
    let case = Case::open(app, cx, Action::RecordContact, citizen).await?;
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    let row = current(cx, &case, &mut work, step).await?;
    reopen(cx, &case, &mut work, &row, version).await?;
    corrected(cx, &case, work, (step, version + 1)).await
}

async fn corrected(cx: &Cx, case: &Case, work: Work, (step, version): (StepId, i64)) -> Result<()> {
    let event = Event::FactCorrected { fact: "step".to_owned(), row: step.0, version };
    Ok(work.commit(cx.entry(event, vec![case.id()]), cx.now).await?)
}

/// Closes a step on a day, within a work that does more.
pub(crate) async fn finish(
    cx: &Cx,
    case: &Case,
    work: &mut Work,
    (step, version): (StepId, i64),
    day: NaiveDate,
) -> Result<()> {
    let row = current(cx, case, work, step).await?;
    if row.done_on.is_some() {
        return Err(Error::Stale);
    }
    again(cx, case, work, &row, version, Some(done_on(row.created_on, day))).await
}

/// Opens a step that was closed, within a work that does more.
pub(crate) async fn reopen(cx: &Cx, case: &Case, work: &mut Work, row: &StepRow, version: i64) -> Result<()> {
    again(cx, case, work, row, version, None).await
}

/// The same step as its next version, done or not.
async fn again(
    cx: &Cx,
    case: &Case,
    work: &mut Work,
    row: &StepRow,
    version: i64,
    done_on: Option<NaiveDate>,
) -> Result<()> {
    let next = work.correct(fact(cx, row), version, cx.now).await?;
    let words = case.words(cell(row.id.into(), row.version), row.text.as_deref())?;
    let words = case.sealed(cell(row.id.into(), next), &words)?;
    let step = kept(row, words, done_on)?;
    Ok(work.add_steps(cx.programme_id, &[Version { number: next, fact: step }], cx.now).await?)
}

/// Adds a step, within a work that does more.
pub(crate) async fn add(
    cx: &Cx,
    case: &Case,
    work: &mut Work,
    course: CourseId,
    (id, on): (StepId, NaiveDate),
    step: &NewStep,
    agreed: Agreement,
) -> Result<()> {
    let text = case.sealed(cell(id, 1), &step.words)?;
    let fact = Step { id, course, created_on: on, due_on: agreed.due, doer: agreed.doer, text, done_on: None };
    Ok(work.add_steps(cx.programme_id, &[Version { number: 1, fact }], cx.now).await?)
}

async fn current(cx: &Cx, case: &Case, work: &mut Work, step: StepId) -> Result<StepRow> {
    let row = work.last_step(cx.programme_id, case.id(), step).await?.ok_or(Error::NotFound)?;
    if row.is_current { Ok(row) } else { Err(Error::Stale) }
}

pub(crate) fn fact(cx: &Cx, row: &StepRow) -> Fact {
    Fact::Step(cx.programme_id, row.course.into(), row.id)
}

pub(crate) const fn cell(step: StepId, version: i64) -> Cell {
    Cell { table: "step", column: "text", row: step.0, version }
}

fn kept(row: &StepRow, text: Option<Vec<u8>>, done_on: Option<NaiveDate>) -> Result<Step> {
    Ok(Step {
        id: row.id.into(),
        course: row.course.into(),
        created_on: row.created_on,
        due_on: row.due_on,
        doer: maybe_code(Doer::parse, row.doer.as_deref())?,
        text,
        done_on,
    })
}

/// The open step that comes first, of the citizen's courses.
pub(crate) async fn open(app: &App, cx: &Cx, case: &Case) -> Result<Option<OldStep>> {
    let mut reader = app.store().read(&case.grant).await?;
    let steps = reader.citizens_steps(cx.programme_id, case.id(), cx.today).await?;
    drop(reader);
    let first = steps.into_iter().min_by_key(|step| (step.due_on.is_none(), step.due_on, step.id));
    let opened = |step: store::citizen::CitizensStep| {
        Ok(OldStep {
            id: step.id.into(),
            version: step.version,
            words: case.words(cell(step.id.into(), step.version), step.text.as_deref())?,
            due: step.due_on,
            doer: maybe_code(Doer::parse, step.doer.as_deref())?,
        })
    };
    first.map(opened).transpose()
}
