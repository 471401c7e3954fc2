//! Clarification (M5): begins from an enquiry or when somebody comes back, and ends in another offer, the citizen's no, or silence.
//! In a course it ends by the first complete star and by nothing here.

use chrono::NaiveDate;
use domain::access::Action;
use domain::clarification::{begin as may_begin, end as may_end, must};
use domain::code::{ClarificationOutcome, ClosingReason, ContactKind};
use domain::event::Event;
use domain::facts::Course;
use domain::id::{CitizenId, CourseId, EnquiryId, SubjectId, UserId};
use domain::personal::Personal;
use domain::refusal::{Code, Refusal};
use store::clarification::KeptCourse;
use store::record::Fact;
use store::row::{self, Version};

use crate::case::{Case, courses_of};
use crate::caseload::{heed, open_step};
use crate::facts::maybe_code;
use crate::once::{Begun, Once, begin as begin_once, begin_change};
use crate::people::some;
use crate::sealing::{Cell, Keys};
use crate::view::clarification::{ClarificationPage, Stands, Talk};
use crate::{App, Cx, Error, Result};

/// The longest words about an ending, in characters.
const WORDS: usize = 10_000;

/// The page, logged before it is given.
///
/// # Errors
///
/// [`Error::NotFound`] where there is no such citizen for this reader.
pub async fn page(app: &App, cx: &Cx, citizen: CitizenId) -> Result<ClarificationPage> {
    let case = Case::open(app, cx, Action::HoldClarification, citizen).await?;
    let course = case.course(cx.today);
    let mut reader = app.store().read(&case.grant).await?;
    let kept = match course {
        Some(course) => reader.kept_course(cx.programme_id, course.id).await?,
        None => None,
    };
    let contacts = reader.citizens_contacts(cx.programme_id, citizen).await?;
    let steps = reader.citizens_steps(cx.programme_id, citizen, cx.today).await?;
    let at = |row: &&domain::facts::Assignment| row.from <= cx.today && row.to.is_none_or(|to| cx.today <= to);
    let holding: Vec<UserId> =
        course.map(|course| course.assignments.iter().filter(at).map(|row| row.worker).collect()).unwrap_or_default();
    let recorders = contacts.iter().filter_map(|row| row.recorded_by.parse().ok()).map(UserId);
    let names = some(app, &mut reader, cx, recorders.chain(holding.iter().copied())).await?;
    drop(reader);
    let since = course.map_or(NaiveDate::MIN, |course| course.clarification_began_on);
    let mut talks = Vec::new();
    for row in contacts.iter().filter(|row| row.happened_on >= since && row.happened_on <= cx.today) {
        talks.push(Talk {
            on: row.happened_on,
            kind: maybe_code(ContactKind::parse, row.kind.as_deref())?,
            by: row.recorded_by.parse().ok().and_then(|id| names.get(&UserId(id)).cloned()),
        });
    }
    talks.sort_by_key(|talk| std::cmp::Reverse(talk.on));
    let next = steps.iter().min_by_key(|step| (step.due_on.is_none(), step.due_on, step.id));
    let next_step = next.map(|step| {
        open_step(&case.keys, citizen, step.id, step.version, step.due_on, step.doer.as_deref(), step.text.as_deref())
    });
    let page = ClarificationPage {
        citizen,
        name: case.name()?,
        heed: heed(case.citizen.protected_address, &case.citizen.safe_contact)?,
        day: cx.today,
        stands: stands(app, cx, &case, course, kept.as_ref())?,
        workers: holding.iter().filter_map(|worker| names.get(worker).cloned()).collect(),
        may_assign: cx.may(Action::AssignWorker, case.grant.relation(), Some(citizen)).is_ok(),
        talks,
        next_step: next_step.transpose()?.flatten(),
    };
    app.store().look(&case.grant, cx.entry(Event::CitizenSeen, vec![citizen]), cx.now).await?;
    Ok(page)
}

fn stands(app: &App, cx: &Cx, case: &Case, course: Option<&Course>, kept: Option<&KeptCourse>) -> Result<Stands> {
    let enrolling = app.instruments().enrolling(&cx.programme)?;
    let Some((course, kept)) = course.zip(kept) else { return Ok(Stands::None) };
    if let Some((must, decide_by)) = must(course, enrolling, &cx.programme, cx.today) {
        let since = course.clarification_began_on;
        return Ok(Stands::Open { course: course.id, version: kept.version, since, must, decide_by });
    }
    let closed = course.closing.as_ref().map(|closing| closing.on).filter(|on| *on <= cx.today);
    Ok(match (course.enrolled_on(enrolling), closed, course.clarification_ended_on) {
        (Some(_), Some(on), _) => Stands::Closed { on },
        (Some(on), None, _) => Stands::Enrolled { on },
        (None, closed, ended) => Stands::Ended {
            course: course.id,
            version: kept.version,
            since: course.clarification_began_on,
            on: ended.or(closed).unwrap_or(cx.today),
            outcome: maybe_code(ClarificationOutcome::parse, kept.clarification_outcome.as_deref())?,
            words: words(&case.keys, case.subject(), kept)?,
        },
    })
}

fn words(keys: &Keys, subject: SubjectId, kept: &KeptCourse) -> Result<Option<Personal<String>>> {
    let cell = Cell { table: "course", column: "clarification_end", row: kept.id, version: kept.version };
    keys.open(subject, cell, kept.clarification_end.as_deref())
}

/// A course that begins with its clarification.
pub(crate) const fn new_course(
    id: CourseId,
    citizen: CitizenId,
    on: NaiveDate,
    enquiry: Option<EnquiryId>,
) -> row::Course {
    row::Course {
        id,
        citizen,
        register_id: None,
        clarification_began_on: on,
        clarification_ended_on: None,
        clarification_end: None,
        clarification_outcome: None,
        closed_on: None,
        closing_reason: None,
        closing: None,
        enquiry,
    }
}

/// Begins a clarification of a citizen who is known already.
///
/// # Errors
///
/// [`Error::Refusals`]; [`Error::NotFound`].
pub async fn begin(app: &App, cx: &Cx, citizen: CitizenId, on: Option<NaiveDate>, once: Once) -> Result<CourseId> {
    let case = Case::open(app, cx, Action::HoldClarification, citizen).await?;
    let on = on.ok_or_else(|| vec![Refusal::new("began_on", Code::DayNeeded)])?;
    let course = CourseId(cx.new_id()?);
    let mut work = match begin_once(app, cx, case.grant.clone(), once, Some(course.0)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(CourseId(made)),
    };
    let enrolling = app.instruments().enrolling(&cx.programme)?;
    work.hold_for_clarification(citizen).await?;
    let courses = courses_of(&mut work, cx, citizen).await?;
    let begun = may_begin(&courses, enrolling, on, cx.today)?;
    let fact = new_course(course, citizen, begun.on(), None);
    work.add_courses(cx.programme_id, &[Version { number: 1, fact }], cx.now).await?;
    work.commit(cx.entry(Event::ClarificationBegun { course }, vec![citizen]), cx.now).await?;
    Ok(course)
}

/// How a clarification ends.
#[derive(Clone, Debug)]
pub struct Ending {
    /// The version of the course that the form was made from.
    pub from: i64,
    /// What it came to.
    pub outcome: Option<ClarificationOutcome>,
    /// The day.
    pub on: Option<NaiveDate>,
    /// Why, in words.
    pub words: Option<Personal<String>>,
}

/// Ends the open clarification without an enrolment.
///
/// # Errors
///
/// [`Error::Refusals`]; [`Error::Stale`] where somebody changed the course meanwhile; [`Error::NotFound`].
pub async fn end(app: &App, cx: &Cx, citizen: CitizenId, ending: Ending, once: Once) -> Result<()> {
    let case = Case::open(app, cx, Action::HoldClarification, citizen).await?;
    let course = case.course(cx.today).ok_or(Error::NotFound)?;
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    let enrolling = app.instruments().enrolling(&cx.programme)?;
    let mut refusals = Vec::new();
    let mut refuse = |applies: bool, field, code| {
        if applies {
            refusals.push(Refusal::new(field, code));
        }
    };
    refuse(ending.outcome.is_none(), "outcome", Code::ChoiceNeeded);
    refuse(ending.on.is_none(), "ended_on", Code::DayNeeded);
    let is_long = ending.words.as_ref().is_some_and(|words| words.reveal().chars().count() > WORDS);
    refuse(is_long, "words", Code::TooLong);
    let (Some(outcome), Some(on)) = (ending.outcome, ending.on) else { return Err(refusals.into()) };
    let ended = may_end(course, enrolling, outcome, on, cx.today);
    let ended = match ended {
        Ok(ended) if refusals.is_empty() => ended,
        Ok(_) => return Err(refusals.into()),
        Err(refused) => {
            refusals.extend(refused);
            return Err(refusals.into());
        }
    };
    let kept = work.kept_course(cx.programme_id, course.id).await?.ok_or(Error::Stale)?;
    let version = work.correct(Fact::Course(cx.programme_id, course.id.0), ending.from, cx.now).await?;
    let cell = Cell { table: "course", column: "clarification_end", row: course.id.0, version };
    let words = ending.words.as_ref().map(|words| words.reveal().as_str());
    let fact = row::Course {
        clarification_ended_on: Some(ended.on()),
        clarification_end: case.keys.seal(case.subject(), cell, words)?,
        clarification_outcome: Some(ended.outcome()),
        ..carried(&case, &kept, version)?
    };
    work.add_courses(cx.programme_id, &[Version { number: version, fact }], cx.now).await?;
    let event = Event::ClarificationEnded { course: course.id, outcome: outcome.code().to_owned() };
    Ok(work.commit(cx.entry(event, vec![citizen]), cx.now).await?)
}

/// Takes an ending back: the clarification is open again.
///
/// # Errors
///
/// [`Error::Refusals`] where another clarification or course has begun meanwhile; [`Error::Stale`]; [`Error::NotFound`].
pub async fn resume(app: &App, cx: &Cx, citizen: CitizenId, from: i64, once: Once) -> Result<()> {
    let case = Case::open(app, cx, Action::HoldClarification, citizen).await?;
    let course = case.course(cx.today).ok_or(Error::NotFound)?;
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    if course.clarification_ended_on.is_none() || course.closing.is_some() {
        return Err(Error::Stale);
    }
    let kept = work.kept_course(cx.programme_id, course.id).await?.ok_or(Error::Stale)?;
    let version = work.correct(Fact::Course(cx.programme_id, course.id.0), from, cx.now).await?;
    let fact = row::Course {
        clarification_ended_on: None,
        clarification_end: None,
        clarification_outcome: None,
        ..carried(&case, &kept, version)?
    };
    work.add_courses(cx.programme_id, &[Version { number: version, fact }], cx.now).await?;
    let event = Event::FactCorrected { fact: "course".to_owned(), row: course.id.0, version };
    Ok(work.commit(cx.entry(event, vec![citizen]), cx.now).await?)
}

/// What the version before says, sealed for the next one.
fn carried(case: &Case, kept: &KeptCourse, version: i64) -> Result<row::Course> {
    let cell = |version| Cell { table: "course", column: "closing", row: kept.id, version };
    let closing = case.keys.open(case.subject(), cell(kept.version), kept.closing.as_deref())?;
    Ok(row::Course {
        register_id: kept.register_id.clone(),
        closed_on: kept.closed_on,
        closing_reason: maybe_code(ClosingReason::parse, kept.closing_reason.as_deref())?,
        closing: case.keys.seal(
            case.subject(),
            cell(version),
            closing.as_ref().map(|words| words.reveal().as_str()),
        )?,
        ..new_course(
            CourseId(kept.id),
            CitizenId(kept.citizen),
            kept.clarification_began_on,
            kept.enquiry.map(EnquiryId),
        )
    })
}
