//! A filling becomes readings: the first complete star enrols (R1), the goals gone through change their state.

use domain::access::Action;
use domain::code::{GoalState, MarkKind};
use domain::enrolment::change::{Change, decide_change};
use domain::event::Event;
use domain::exception::Exception;
use domain::facts::Course;
use domain::filling::{Filled, Review, made_on};
use domain::id::{CitizenId, GoalId, MarkId, ReadingId, SubjectId, UserId};
use domain::reading::Reading;
use domain::refusal::{Code, Refusal};
use store::citizen::CitizensGoal;
use store::row::{self, Version};
use store::{Reader, Work};

use super::{open_course, refuse_long};
use crate::case::Case;
use crate::facts::code;
use crate::once::{Begun, Once, begin};
use crate::sealing::Cell;
use crate::view::filling::{Done, FillingForm, Notes};
use crate::{App, Cx, Error, Result};

/// Makes readings of what a form says: one of each instrument that has an answer. `anyway` saves it though something is open.
///
/// # Errors
///
/// [`Error::Refusals`], all at once: a day on which nothing can have been filled in, nothing answered, something left open, and
/// where the star would enrol, every reason why it may not (R10 …). [`Error::Stale`] where somebody saved meanwhile.
pub async fn complete(
    app: &App,
    cx: &Cx,
    citizen: CitizenId,
    form: &FillingForm,
    anyway: bool,
    once: Once,
) -> Result<Done> {
    let case = Case::open(app, cx, Action::FillIn, citizen).await?;
    refuse_long(form.notes.reveal())?;
    let course = open_course(&case, cx.today)?;
    let filled = form.filling.filled(&case.instruments);
    let new: Vec<Reading> = filled.iter().map(|filled| reading(cx, form, filled)).collect::<Result<_>>()?;
    let exceptions = exceptions(&mut app.store().read(&case.grant).await?, cx, citizen).await?;
    let change = decide(app, cx, &case, course, form, &new, &exceptions, anyway)?;
    // A star that begins the course is the row that the log names.
    let Some(first) = new.first() else { return Err(vec![Refusal::new("", Code::NothingAnswered)].into()) };
    let mut work = match begin(app, cx, case.grant.clone(), once, Some(first.id.0)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(Done { reading: ReadingId(made), change: Change::Stays }),
    };
    let of_course = work.fillings(cx.programme_id, citizen).await?;
    match of_course.iter().find(|row| row.course == course.id.0) {
        Some(row) if row.id == form.id && row.version == form.from => {
            work.end_filling(cx.programme_id, course.id, form.id, form.from).await?;
        }
        None if form.from == 0 => {}
        _ => return Err(Error::Stale),
    }
    let rows: Vec<Version<row::Reading>> = new
        .iter()
        .map(|reading| Ok(Version { number: 1, fact: sealed(&case, course, reading, 1, of(form, reading))? }))
        .collect::<Result<_>>()?;
    work.add_readings(cx.programme_id, &rows, cx.now).await?;
    review(&mut work, cx, &case, course, form).await?;
    let event = match change {
        Change::Begins(_) | Change::MovesTo(_) => Event::Enrolled { course: course.id, reading: first.id },
        Change::Stays | Change::Ends => Event::FactRecorded { fact: "reading".to_owned(), row: first.id.0 },
    };
    let done = Done { reading: first.id, change };
    work.commit(cx.entry(event, vec![citizen]), cx.now).await?;
    Ok(done)
}

#[expect(clippy::too_many_arguments, reason = "a decision takes every fact it is made from")]
fn decide(
    app: &App,
    cx: &Cx,
    case: &Case,
    course: &Course,
    form: &FillingForm,
    new: &[Reading],
    exceptions: &[Exception],
    anyway: bool,
) -> Result<Change> {
    let enrolling = app.instruments().enrolling(&cx.programme)?;
    let after: Vec<Reading> = course.readings.iter().chain(new).cloned().collect();
    let mut refusals = made_on(course, form.made_on, cx.today).err().unwrap_or_default();
    let decided = decide_change(course, &after, enrolling, &cx.programme, exceptions, cx.today);
    refusals.extend(decided.as_ref().err().into_iter().flatten().cloned());
    if new.is_empty() {
        refusals.push(Refusal::new("", Code::NothingAnswered));
    }
    let left_open = case.instruments.iter().any(|instrument| {
        let answered = form.filling.answered(instrument);
        // What the citizen would not answer is an answer, and is not asked for again.
        answered < instrument.items.len()
    });
    if left_open && !anyway && !new.is_empty() {
        refusals.push(Refusal::new("uanset", Code::LeftOpen));
    }
    let mut all: Vec<Refusal> = Vec::new();
    for refusal in refusals {
        if !all.contains(&refusal) {
            all.push(refusal);
        }
    }
    match decided {
        Ok(change) if all.is_empty() => Ok(change),
        _ => Err(all.into()),
    }
}

/// The exceptions to the recruitment window granted for the citizen.
pub(crate) async fn exceptions(reader: &mut Reader, cx: &Cx, citizen: CitizenId) -> Result<Vec<Exception>> {
    let rows = reader.exceptions(cx.programme_id, citizen).await?;
    let of_window = rows.iter().filter(|row| row.rule == "R10");
    Ok(of_window
        .filter_map(|row| Some(Exception::kept(citizen, UserId(row.recorded_by.parse().ok()?), row.granted_on)))
        .collect())
}

fn reading(cx: &Cx, form: &FillingForm, filled: &Filled<'_>) -> Result<Reading> {
    Ok(Reading {
        id: ReadingId(cx.new_id()?),
        instrument: filled.instrument.key.as_str().into(),
        version: filled.instrument.version.as_str().into(),
        made_on: form.made_on,
        filled_by: Some(form.filled_by),
        answers: filled.answers.clone(),
        worker_answers: filled.workers.clone().map(Box::new),
        withdrawn: false,
    })
}

/// The words beside a reading's answers.
fn of(form: &FillingForm, reading: &Reading) -> Option<String> {
    words(form.notes.reveal(), &reading.instrument)
}

/// The words of an instrument, as a reading keeps them.
pub(crate) fn words(notes: &Notes, instrument: &str) -> Option<String> {
    let texts = notes.get(instrument)?;
    let kept: serde_json::Map<String, serde_json::Value> = texts
        .iter()
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(item, text)| (item.clone(), text.as_str().into()))
        .collect();
    (!kept.is_empty()).then(|| serde_json::Value::Object(kept).to_string())
}

/// A version of a reading as it is kept.
pub(crate) fn sealed(
    case: &Case,
    course: &Course,
    reading: &Reading,
    version: i64,
    words: Option<String>,
) -> Result<row::Reading> {
    let cell = Cell { table: "reading", column: "notes", row: reading.id.0, version };
    Ok(row::Reading {
        id: reading.id,
        course: course.id,
        instrument: reading.instrument.to_string(),
        instrument_version: reading.version.to_string(),
        made_on: reading.made_on,
        filled_by: reading.filled_by,
        answers: reading.answers.packed(),
        worker_answers: reading.worker_answers.as_ref().map(|answers| answers.packed()),
        notes: case.keys.seal(case.subject(), cell, words.as_deref())?,
        withdrawn: reading.withdrawn,
    })
}

/// The goals gone through: reached and dropped ones change their state; when every one was gone through, the plan was.
async fn review(work: &mut Work, cx: &Cx, case: &Case, course: &Course, form: &FillingForm) -> Result<()> {
    if form.filling.reviews().next().is_none() {
        return Ok(());
    }
    let mut active = Vec::new();
    for goal in work.citizens_goals(cx.programme_id, case.id()).await? {
        let is_own = goal.course == course.id.0;
        if is_own && code(GoalState::parse, &goal.state)? == GoalState::Active && goal.created_on <= form.made_on {
            active.push(goal);
        }
    }
    for goal in &active {
        let state = match form.filling.review(GoalId(goal.id)) {
            Some(Review::Reached) => GoalState::Reached,
            Some(Review::Dropped) => GoalState::Dropped,
            Some(Review::Right | Review::Changes) | None => continue,
        };
        move_goal(work, cx, case, course, goal, (state, form.made_on)).await?;
    }
    let all = active.iter().all(|goal| form.filling.review(GoalId(goal.id)).is_some());
    if all && !active.is_empty() {
        let id = MarkId(cx.new_id()?);
        let mark = row::Mark {
            id,
            course: course.id,
            on: form.made_on,
            kind: MarkKind::PlanReviewed,
            phase: None,
            area: None,
            note: None,
        };
        work.add_marks(cx.programme_id, &[Version { number: 1, fact: mark }], cx.now).await?;
    }
    Ok(())
}

/// Gives a goal of the course another state.
async fn move_goal(
    work: &mut Work,
    cx: &Cx,
    case: &Case,
    course: &Course,
    goal: &CitizensGoal,
    to: (GoalState, chrono::NaiveDate),
) -> Result<()> {
    let id = GoalId(goal.id);
    let texts = work.goal_texts(cx.programme_id, course.id, id).await?.ok_or(Error::Stale)?;
    let subject: SubjectId = case.subject();
    let reseal = |column: &'static str, sealed: Option<&[u8]>| {
        let cell = |version| Cell { table: "goal", column, row: goal.id, version };
        let text = case.keys.open(subject, cell(texts.version), sealed)?;
        case.keys.seal(subject, cell(texts.version + 1), text.as_ref().map(|text| text.reveal().as_str()))
    };
    let (text, outside) = (reseal("text", texts.text.as_deref())?, reseal("outside", texts.outside.as_deref())?);
    let texts = (text.as_deref(), outside.as_deref());
    Ok(work.move_goal(cx.programme_id, course.id, (id, goal.version), to, texts, cx.now).await?)
}
