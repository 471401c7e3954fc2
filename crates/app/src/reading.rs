//! *Måling*: one reading seen with its words on purpose, corrected with a reason, withdrawn with a reason, put back.

use std::collections::BTreeMap;

use domain::access::Action;
use domain::code::FilledBy;
use domain::enrolment::change::{Change, change, decide_change};
use domain::event::Event;
use domain::facts::Course;
use domain::filling::made_on;
use domain::id::{CitizenId, CourseId, ReadingId, UserId};
use domain::instrument::Instrument;
use domain::personal::Personal;
use domain::reading::{Answers, Reading};
use domain::refusal::{Code, Refusal};
use store::reading::ReadingVersion as Row;
use store::record::Fact;
use store::row::Version;

use crate::case::Case;
use crate::facts::{impossible, maybe_code};
use crate::filling::complete::{exceptions, sealed, words};
use crate::filling::refuse_long;
use crate::once::{Once, begin_change};
use crate::people::some;
use crate::sealing::Cell;
use crate::view::filling::Notes;
use crate::view::reading::{Correction, ReadingPage, ReadingVersion};
use crate::{App, Cx, Error, Result};

/// What the page is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// To see the figures.
    Figures,
    /// To read the words beside them and the reasons of corrections, too.
    Words,
    /// To correct it: the words are in the form.
    Correct,
}

/// The page, logged before it is given; the words only where it was opened for them.
///
/// # Errors
///
/// [`Error::NotFound`] where the citizen has no such reading or is not for this reader.
pub async fn page(app: &App, cx: &Cx, citizen: CitizenId, id: ReadingId, look: Look) -> Result<ReadingPage> {
    let action = match look {
        Look::Figures => Action::SeeCitizen,
        Look::Words => Action::OpenSealed,
        Look::Correct => Action::CorrectReading,
    };
    let case = Case::open(app, cx, action, citizen).await?;
    let mut reader = app.store().read(&case.grant).await?;
    let rows = reader.reading_versions(cx.programme_id, citizen, id).await?;
    let people = rows.iter().filter_map(|row| row.recorded_by.parse().ok()).map(UserId);
    let names = some(app, &mut reader, cx, people).await?;
    drop(reader);
    let latest = rows.last().ok_or(Error::NotFound)?;
    let instrument = app.instruments().named(&latest.instrument).ok_or_else(|| impossible("reading"))?;
    let opened = look != Look::Figures;
    let mut versions = Vec::with_capacity(rows.len());
    for row in rows.iter().rev() {
        let open = |column, sealed: Option<&[u8]>| {
            let cell = Cell { table: "reading", column, row: id.0, version: row.version };
            if opened { case.keys.open(case.subject(), cell, sealed) } else { Ok(None) }
        };
        let words = open("notes", row.notes.as_deref())?;
        versions.push(ReadingVersion {
            number: row.version,
            made_on: row.made_on,
            filled_by: maybe_code(FilledBy::parse, row.filled_by.as_deref())?,
            answers: unpacked(&row.answers)?,
            workers: row.worker_answers.as_deref().map(unpacked).transpose()?,
            has_words: row.notes.is_some(),
            words: words.map(|json| Personal::new(notes(instrument, json.reveal()))),
            withdrawn: row.withdrawn,
            by: row.recorded_by.parse().ok().map(UserId).and_then(|user| names.get(&user).cloned()),
            at: cx.local(row.recorded_at),
            reason: open("reason", row.reason.as_deref())?,
            has_reason: row.reason.is_some(),
        });
    }
    let course = course(&case, latest)?;
    let after = after(course, &with_state(id, latest, !latest.withdrawn)?);
    let page = ReadingPage {
        citizen,
        name: case.name()?,
        day: cx.today,
        id,
        other_version: latest.instrument_version != instrument.version,
        instrument: instrument.clone(),
        versions,
        consequence: change(&course.readings, &after, app.instruments().enrolling(&cx.programme)?),
    };
    let event = match look {
        Look::Figures => Event::CitizenSeen,
        Look::Words | Look::Correct => {
            Event::SealedOpened { table: "reading".to_owned(), column: "notes".to_owned(), row: id.to_string() }
        }
    };
    app.store().look(&case.grant, cx.entry(event, vec![citizen]), cx.now).await?;
    Ok(page)
}

/// Corrects a reading. The version before stays on the record.
///
/// # Errors
///
/// [`Error::Refusals`], all at once: no reason, a day on which nothing can have been filled in, and where another enrolment would
/// follow, every reason why it may not. [`Error::Stale`] where somebody changed it meanwhile.
pub async fn correct(
    app: &App,
    cx: &Cx,
    citizen: CitizenId,
    id: ReadingId,
    correction: &Correction,
    once: Once,
) -> Result<Change> {
    let case = Case::open(app, cx, Action::CorrectReading, citizen).await?;
    refuse_long(correction.notes.reveal())?;
    let row = latest(app, cx, &case, id).await?;
    let instrument = app.instruments().named(&row.instrument).ok_or_else(|| impossible("reading"))?;
    let course = course(&case, &row)?;
    let all = [instrument.clone()];
    let filled = correction.filling.filled(&all).into_iter().next();
    let mut refusals = made_on(course, correction.made_on, cx.today).err().unwrap_or_default();
    if correction.reason.reveal().trim().is_empty() {
        refusals.push(Refusal::new("grund", Code::ReasonNeeded));
    }
    let Some(filled) = filled else {
        refusals.push(Refusal::new("", Code::NothingAnswered));
        return Err(refusals.into());
    };
    let reading = Reading {
        id,
        instrument: row.instrument.as_str().into(),
        version: instrument.version.as_str().into(),
        made_on: correction.made_on,
        filled_by: correction.filled_by,
        answers: filled.answers,
        worker_answers: filled.workers,
        withdrawn: false,
    };
    let enrolling = app.instruments().enrolling(&cx.programme)?;
    let exceptions = exceptions(&mut app.store().read(&case.grant).await?, cx, citizen).await?;
    let decided = decide_change(course, &after(course, &reading), enrolling, &cx.programme, &exceptions, cx.today);
    let change = match decided {
        Ok(change) if refusals.is_empty() => change,
        decided => {
            let more = decided.err().into_iter().flatten();
            let new: Vec<Refusal> = more.filter(|one| !refusals.contains(one)).collect();
            refusals.extend(new);
            return Err(refusals.into());
        }
    };
    let words = words(correction.notes.reveal(), &row.instrument);
    keep(app, cx, &case, course, &reading, words, (correction.from, Some(correction.reason.reveal())), once).await?;
    Ok(change)
}

/// Withdraws a reading as entered by mistake: it counts as never made (R1). The enrolment that it made is undone.
///
/// # Errors
///
/// [`Error::Refusals`] without a reason; [`Error::Stale`] where somebody changed it meanwhile.
pub async fn withdraw(
    app: &App,
    cx: &Cx,
    citizen: CitizenId,
    id: ReadingId,
    (from, reason): (i64, &Personal<String>),
    once: Once,
) -> Result<Change> {
    if reason.reveal().trim().is_empty() {
        return Err(vec![Refusal::new("grund", Code::ReasonNeeded)].into());
    }
    set_withdrawn(app, cx, citizen, id, (from, Some(reason.reveal())), true, once).await
}

/// Puts a withdrawn reading back.
///
/// # Errors
///
/// [`Error::Stale`] where somebody changed it meanwhile.
pub async fn put_back(app: &App, cx: &Cx, citizen: CitizenId, id: ReadingId, from: i64, once: Once) -> Result<Change> {
    set_withdrawn(app, cx, citizen, id, (from, None), false, once).await
}

async fn set_withdrawn(
    app: &App,
    cx: &Cx,
    citizen: CitizenId,
    id: ReadingId,
    because: (i64, Option<&String>),
    withdrawn: bool,
    once: Once,
) -> Result<Change> {
    let case = Case::open(app, cx, Action::CorrectReading, citizen).await?;
    let row = latest(app, cx, &case, id).await?;
    let course = course(&case, &row)?;
    let reading = with_state(id, &row, withdrawn)?;
    let enrolling = app.instruments().enrolling(&cx.programme)?;
    let change = change(&course.readings, &after(course, &reading), enrolling);
    let cell = Cell { table: "reading", column: "notes", row: id.0, version: row.version };
    let words = case.keys.open(case.subject(), cell, row.notes.as_deref())?.map(Personal::into_revealed);
    keep(app, cx, &case, course, &reading, words, because, once).await?;
    Ok(change)
}

#[expect(clippy::too_many_arguments, reason = "a version of a reading is kept with all that is said of it")]
async fn keep(
    app: &App,
    cx: &Cx,
    case: &Case,
    course: &Course,
    reading: &Reading,
    words: Option<String>,
    (from, reason): (i64, Option<&String>),
    once: Once,
) -> Result<()> {
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    let number = work.correct(Fact::Reading(cx.programme_id, course.id, reading.id.0), from, cx.now).await?;
    let cell = Cell { table: "reading", column: "reason", row: reading.id.0, version: number };
    let reason = case.keys.seal(case.subject(), cell, reason.map(String::as_str))?;
    let fact = sealed(case, course, reading, number, words)?;
    work.add_corrected_reading(cx.programme_id, Version { number, fact }, reason.as_deref(), cx.now).await?;
    let (fact, row) = ("reading".to_owned(), reading.id.0);
    let was_withdrawn = !course.readings.iter().any(|one| one.id == reading.id);
    let event = match (reading.withdrawn, was_withdrawn) {
        (true, _) => Event::FactWithdrawn { fact, row },
        (false, true) => Event::WithdrawalUndone { fact, row },
        (false, false) => Event::FactCorrected { fact, row, version: number },
    };
    Ok(work.commit(cx.entry(event, vec![case.id()]), cx.now).await?)
}

async fn latest(app: &App, cx: &Cx, case: &Case, id: ReadingId) -> Result<Row> {
    let rows = app.store().read(&case.grant).await?.reading_versions(cx.programme_id, case.id(), id).await?;
    rows.into_iter().next_back().ok_or(Error::NotFound)
}

fn course<'a>(case: &'a Case, row: &Row) -> Result<&'a Course> {
    case.courses.iter().find(|course| course.id == CourseId(row.course)).ok_or(Error::NotFound)
}

/// The reading as its latest version says, withdrawn or not.
fn with_state(id: ReadingId, row: &Row, withdrawn: bool) -> Result<Reading> {
    Ok(Reading {
        id,
        instrument: row.instrument.as_str().into(),
        version: row.instrument_version.as_str().into(),
        made_on: row.made_on,
        filled_by: maybe_code(FilledBy::parse, row.filled_by.as_deref())?,
        answers: unpacked(&row.answers)?,
        worker_answers: row.worker_answers.as_deref().map(unpacked).transpose()?,
        withdrawn,
    })
}

/// The course's readings with this one in the place of its version before.
fn after(course: &Course, reading: &Reading) -> Vec<Reading> {
    let others = course.readings.iter().filter(|one| one.id != reading.id);
    others.chain([reading]).cloned().collect()
}

fn unpacked(text: &str) -> Result<Answers> {
    Answers::unpacked(text).ok_or_else(|| impossible("reading"))
}

/// The words of a reading, as a form has them.
fn notes(instrument: &Instrument, json: &str) -> Notes {
    let texts: BTreeMap<String, String> = serde_json::from_str(json).unwrap_or_default();
    BTreeMap::from([(instrument.key.clone(), texts)])
}
