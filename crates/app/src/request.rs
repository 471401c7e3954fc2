//! A coordinator asks a citizen's worker for something of the desk; the worker does it or answers. No mail is sent: the request stands on
//! the worker's start page, for whoever works with the citizen then.

use domain::access::{Action, Actor};
use domain::code::RequestState;
use domain::event::Event;
use domain::facts::Course;
use domain::id::{CitizenId, SubjectId, UserId};
use domain::personal::Personal;
use domain::refusal::{Code, Refusal};
use domain::request::{About, answer as check_answer, ask as check_ask};
use store::request::RequestRow;
use uuid::Uuid;

use crate::case::Case;
use crate::facts::code;
use crate::once::{Begun, Once, begin, begin_change};
use crate::people::{Names, some};
use crate::sealing::{Cell, Keys};
use crate::view::request::{AskPage, Asked};
use crate::{App, Cx, Error, Result};

/// The form with which a worker is asked.
///
/// # Errors
///
/// [`Error::NotFound`] where the citizen is not for the reader, has no open course, or nothing such can be asked for.
pub async fn page(app: &App, cx: &Cx, citizen: CitizenId, about: &About) -> Result<AskPage> {
    let case = Case::open(app, cx, Action::AskWorker, citizen).await?;
    let need = about.need().ok_or(Error::NotFound)?;
    let worker = worker(cx, open_course(cx, &case)?);
    let mut reader = app.store().read(&case.grant).await?;
    let names = some(app, &mut reader, cx, worker.into_iter()).await?;
    drop(reader);
    let page = AskPage {
        about: case.about(cx)?,
        need,
        worker: worker.map(|worker| names.get(&worker).cloned().unwrap_or_default()),
    };
    case.seen(app, cx).await?;
    Ok(page)
}

fn open_course<'a>(cx: &Cx, case: &'a Case) -> Result<&'a Course> {
    case.course(cx.today).filter(|course| course.closed_by(cx.today).is_none()).ok_or(Error::NotFound)
}

fn worker(cx: &Cx, course: &Course) -> Option<UserId> {
    course.assignments.iter().rev().find(|assignment| assignment.holds_on(cx.today)).map(|found| found.worker)
}

/// Asks the citizen's worker for something.
///
/// # Errors
///
/// [`Error::NotFound`]; refused: nothing that can be asked for, too many words, nobody to ask, asked already.
pub async fn ask(
    app: &App,
    cx: &Cx,
    citizen: CitizenId,
    about: &About,
    words: &Personal<String>,
    once: Once,
) -> Result<Uuid> {
    let case = Case::open(app, cx, Action::AskWorker, citizen).await?;
    let course = open_course(cx, &case)?;
    let need = check_ask(about, words.reveal())?;
    let Actor::User { id: me, .. } = cx.actor else { return Err(Error::Denied) };
    if worker(cx, course).is_none() {
        return Err(Refusal::new("", Code::NotAColleague).into());
    }
    let id = cx.new_id()?;
    let mut work = match begin(app, cx, case.grant.clone(), once, Some(id)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(made),
    };
    let is_asked = |row: &RequestRow| row.state == RequestState::Open.code() && row_about(row).need() == Some(need);
    if work.requests_of(cx.programme_id, course.id).await?.iter().any(is_asked) {
        return Err(Refusal::new("", Code::AskedAlready).into());
    }
    let row = RequestRow {
        course: course.id.0,
        id,
        version: 1,
        need: about.code.clone(),
        due_on: about.due_on,
        phase: about.phase.map(i64::from),
        asked_on: cx.today,
        asked_by: me.0,
        state: RequestState::Open.code().to_owned(),
        answered_on: None,
        words: case.sealed(cell("words", id, 1), words)?,
        answer: None,
    };
    work.put_request(cx.programme_id, &row, cx.now).await?;
    let event = Event::FactRecorded { fact: "request".to_owned(), row: id };
    work.commit(cx.entry(event, vec![case.id()]), cx.now).await?;
    Ok(id)
}

/// Says that what was asked for is done, or answers in words.
///
/// # Errors
///
/// [`Error::NotFound`] where there is no such request or it is not the reader's to answer; [`Error::Stale`] where it is answered; refused
/// where an answer has no words, or too many.
pub async fn answer(
    app: &App,
    cx: &Cx,
    citizen: CitizenId,
    (id, version): (Uuid, i64),
    (state, words): (RequestState, &Personal<String>),
    once: Once,
) -> Result<()> {
    let case = Case::open(app, cx, Action::AnswerRequest, citizen).await?;
    check_answer(state, words.reveal())?;
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    let mut found = None;
    for course in &case.courses {
        found = found.or(work.requests_of(cx.programme_id, course.id).await?.into_iter().find(|row| row.id == id));
    }
    let row = found.ok_or(Error::NotFound)?;
    if row.version != version || row.state != RequestState::Open.code() {
        return Err(Error::Stale);
    }
    work.supersede_request(cx.programme_id, &row, cx.now).await?;
    let next = version + 1;
    let asked = case.words(cell("words", id, version), row.words.as_deref())?;
    let answered = RequestRow {
        version: next,
        state: state.code().to_owned(),
        answered_on: Some(cx.today),
        words: case.sealed(cell("words", id, next), &asked)?,
        answer: case.sealed(cell("answer", id, next), words)?,
        ..row
    };
    work.put_request(cx.programme_id, &answered, cx.now).await?;
    let event = Event::FactCorrected { fact: "request".to_owned(), row: id, version: next };
    work.commit(cx.entry(event, vec![case.id()]), cx.now).await?;
    Ok(())
}

const fn cell(column: &'static str, row: Uuid, version: i64) -> Cell {
    Cell { table: "request", column, row, version }
}

/// What a request is about.
pub(crate) fn row_about(row: &RequestRow) -> About {
    let phase = row.phase.and_then(|phase| u32::try_from(phase).ok());
    About { code: row.need.clone(), due_on: row.due_on, phase }
}

/// A request with its words opened; none where what it is about is no more asked for.
pub(crate) fn opened(
    keys: &Keys,
    (citizen, name): (CitizenId, &Personal<String>),
    names: &Names,
    row: &RequestRow,
) -> Result<Option<Asked>> {
    let Some(need) = row_about(row).need() else { return Ok(None) };
    let open = |column, sealed: &Option<Vec<u8>>| {
        Ok::<_, Error>(
            keys.open(SubjectId::from(citizen), cell(column, row.id, row.version), sealed.as_deref())?
                .unwrap_or_default(),
        )
    };
    Ok(Some(Asked {
        id: row.id,
        version: row.version,
        citizen,
        name: name.clone(),
        need,
        by: names.get(&UserId(row.asked_by)).cloned().unwrap_or_default(),
        on: row.asked_on,
        words: open("words", &row.words)?,
        state: code(RequestState::parse, &row.state)?,
        answered_on: row.answered_on,
        answer: open("answer", &row.answer)?,
    }))
}

/// The open requests in the packed column of a list's row.
pub(crate) fn packed_rows(course: Uuid, packed: Option<&str>) -> Result<Vec<RequestRow>> {
    let impossible = || crate::facts::impossible("request");
    let row = |mut words: std::str::Split<'_, char>| {
        let mut next = || words.next().ok_or_else(impossible);
        let id = |text: &str| Uuid::try_parse(text).map_err(|_| impossible());
        let day = |text: &str| text.parse().map_err(|_| impossible());
        Ok(RequestRow {
            course,
            id: id(next()?)?,
            version: next()?.parse().map_err(|_| impossible())?,
            need: next()?.to_owned(),
            due_on: Some(next()?).filter(|text| !text.is_empty()).map(day).transpose()?,
            phase: Some(next()?).and_then(|text| text.parse().ok()),
            asked_on: day(next()?)?,
            asked_by: id(next()?)?,
            state: RequestState::Open.code().to_owned(),
            answered_on: None,
            words: Some(store::bytes(next()?).ok_or_else(impossible)?).filter(|sealed| !sealed.is_empty()),
            answer: None,
        })
    };
    crate::facts::packed(packed.unwrap_or_default()).map(row).collect()
}
