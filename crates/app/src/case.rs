//! One citizen with the courses, opened for one thing that somebody may do: how every use case about a citizen begins.
//!
//! ```ignore
//! let case = Case::open(app, cx, Action::RecordContact, citizen).await?;   // NotFound where the actor may not
//! let course = case.course(cx.today).ok_or(Error::NotFound)?;
//! let text = case.keys.seal(case.subject(), cell, Some(text))?;
//! ```

use chrono::NaiveDate;
use domain::access::{Action, Actor, Grant, Relation};
use domain::code::{ClosingReason, FilledBy, FollowUpReply, MarkKind};
use domain::event::Event;
use domain::facts::{Assignment, Closing, Course, Mark, Reply};
use domain::id::{CitizenId, CourseId, ReadingId, SubjectId, UserId};
use domain::instrument::Instrument;
use domain::personal::Personal;
use domain::reading::{Answers, Reading};
use store::Reader;
use store::citizen::{
    CitizenRow, CitizensCase, CitizensCourse, CitizensMark, CitizensReading, CitizensReply, CitizensWorker,
};
use store::row::Sealed;

use crate::caseload::heed;
use crate::facts::{code, impossible, maybe_code};
use crate::people::{called, hold_linked};
use crate::sealing::{Cell, Keys};
use crate::standing::Stand;
use crate::view::{About, Standing};
use crate::{App, Cx, Error, Result};

/// A citizen, opened for one action.
pub(crate) struct Case {
    /// The permission it was opened with.
    pub(crate) grant: Grant,
    /// The citizen's row.
    pub(crate) citizen: CitizenRow,
    /// The citizen's key, where there is one still.
    pub(crate) keys: Keys,
    /// The courses, the first begun first.
    pub(crate) courses: Vec<Course>,
    /// The programme's instruments, in its order.
    pub(crate) instruments: std::sync::Arc<[Instrument]>,
}

impl Case {
    /// Opens a citizen for an action.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where there is no such citizen in the programme, or where the actor may not do this with the citizen:
    /// the two look alike.
    pub(crate) async fn open(app: &App, cx: &Cx, action: Action, id: CitizenId) -> Result<Self> {
        let grant = permitted(app, cx, action, id).await?;
        let id = grant.citizen().unwrap_or(id);
        let found = app.store().read(&grant).await?.citizens_case(cx.programme_id, id).await?.ok_or(Error::NotFound)?;
        let CitizensCase { citizen, courses, workers, readings, marks, replies, linked } = found;
        let mut keys = Keys::new(cx.organisation);
        hold_linked(app, &mut keys, &citizen, &linked)?;
        let courses = CourseRows { courses, workers, readings, marks, replies }.facts(id)?;
        Ok(Self { grant, citizen, keys, courses, instruments: app.instruments().of(&cx.programme) })
    }

    /// The citizen.
    pub(crate) const fn id(&self) -> CitizenId {
        CitizenId(self.citizen.id)
    }

    /// Whose key the citizen's texts are sealed under.
    pub(crate) const fn subject(&self) -> SubjectId {
        SubjectId(self.citizen.id)
    }

    /// What the citizen is called on a page.
    pub(crate) fn name(&self) -> Result<Personal<String>> {
        let row = &self.citizen;
        called(&self.keys, self.id(), row.version, row.alias.as_deref(), row.name.as_deref())
    }

    /// What the head of a page says.
    pub(crate) fn about(&self, cx: &Cx) -> Result<About> {
        Ok(About {
            id: self.id(),
            name: self.name()?,
            heed: heed(self.citizen.protected_address, &self.citizen.safe_contact)?,
            standing: self.stand(cx, cx.today).map_or(Standing::EnquiryOnly, |stand| stand.standing()),
            is_own: self.grant.relation() == Relation::Own,
            day: cx.today,
        })
    }

    /// Says in the log that a page about the citizen was seen, before it is given.
    pub(crate) async fn seen(&self, app: &App, cx: &Cx) -> Result<()> {
        Ok(app.store().look(&self.grant, cx.entry(Event::CitizenSeen, vec![self.id()]), cx.now).await?)
    }

    /// The words of a fact, opened; empty where there are none.
    pub(crate) fn words(&self, cell: Cell, sealed: Option<&[u8]>) -> Result<Personal<String>> {
        Ok(self.keys.open(self.subject(), cell, sealed)?.unwrap_or_default())
    }

    /// The words of a fact, sealed; none where there are none.
    pub(crate) fn sealed(&self, cell: Cell, words: &Personal<String>) -> Result<Sealed> {
        let words = words.reveal().trim();
        self.keys.seal(self.subject(), cell, (!words.is_empty()).then_some(words))
    }

    /// The course that pages are about: the last begun by the day.
    pub(crate) fn course(&self, day: NaiveDate) -> Option<&Course> {
        self.courses.iter().rev().find(|course| course.clarification_began_on <= day)
    }

    /// Where that course stands on the day.
    pub(crate) fn stand<'a>(&'a self, cx: &'a Cx, day: NaiveDate) -> Option<Stand<'a>> {
        Some(Stand::new(self.course(day)?, &cx.programme, &self.instruments, day))
    }
}

/// The grant to do something with a citizen, by relation. Where it is denied the citizen is not found. Of a record that is merged into
/// another (R4) the grant is for the one that stands for the person: [`Grant::citizen`] says which.
///
/// # Errors
///
/// [`Error::NotFound`].
pub(crate) async fn permitted(app: &App, cx: &Cx, action: Action, id: CitizenId) -> Result<Grant> {
    // Signing in is what everybody may; it reads nothing but what the actor is to the citizen.
    let asking = cx.may_at_all(Action::SignIn).map_err(|_| Error::NotFound)?;
    let mut reader = app.store().read(&asking).await?;
    let (id, relation) = if let Actor::User { id: me, .. } = &cx.actor {
        let found = reader.relation(cx.programme_id, id, *me, cx.today).await?;
        let relation = match (found.is_blocked, found.is_own) {
            (true, _) => Relation::Stranger,
            (false, true) => Relation::Own,
            (false, false) => Relation::Programme,
        };
        (CitizenId(found.person), relation)
    } else {
        let id = reader.merged_into(id).await?.unwrap_or(id);
        let relation = match &cx.actor {
            Actor::Citizen { citizen, .. } if *citizen == id => Relation::Own,
            Actor::Citizen { .. } => Relation::Stranger,
            Actor::Program { .. } => Relation::Stranger,
            Actor::User { .. } | Actor::Visitor | Actor::Job | Actor::Operator { .. } => Relation::Programme,
        };
        (id, relation)
    };
    cx.may(action, relation, Some(id)).map_err(|_| Error::NotFound)
}

/// The courses of a citizen in the programme, the first begun first.
pub(crate) async fn courses_of(reader: &mut Reader, cx: &Cx, id: CitizenId) -> Result<Vec<Course>> {
    let programme = cx.programme_id;
    let rows = CourseRows {
        courses: reader.citizens_courses(programme, id).await?,
        workers: reader.citizens_workers(programme, id).await?,
        readings: reader.citizens_readings(programme, id).await?,
        marks: reader.citizens_marks(programme, id).await?,
        replies: reader.citizens_replies(programme, id).await?,
    };
    rows.facts(id)
}

/// The rows that a citizen's courses are made of.
pub(crate) struct CourseRows {
    /// The courses.
    pub(crate) courses: Vec<CitizensCourse>,
    /// Who works with them.
    pub(crate) workers: Vec<CitizensWorker>,
    /// The readings.
    pub(crate) readings: Vec<CitizensReading>,
    /// The marks.
    pub(crate) marks: Vec<CitizensMark>,
    /// The answers to follow-ups that are no readings.
    pub(crate) replies: Vec<CitizensReply>,
}

impl CourseRows {
    /// The courses as the rules take them.
    pub(crate) fn facts(&self, citizen: CitizenId) -> Result<Vec<Course>> {
        self.courses.iter().map(|course| self.course(citizen, course)).collect()
    }

    fn course(&self, citizen: CitizenId, row: &CitizensCourse) -> Result<Course> {
        let reason = maybe_code(ClosingReason::parse, row.closing_reason.as_deref())?;
        Ok(Course {
            id: CourseId(row.id),
            citizen,
            clarification_began_on: row.clarification_began_on,
            clarification_ended_on: row.clarification_ended_on,
            closing: row.closed_on.map(|on| Closing { on, reason }),
            readings: self.readings.iter().filter(|one| one.course == row.id).map(reading).collect::<Result<_>>()?,
            replies: self.replies.iter().filter(|one| one.course == row.id).map(reply).collect::<Result<_>>()?,
            marks: self.marks.iter().filter(|one| one.course == row.id).map(mark).collect::<Result<_>>()?,
            assignments: self.workers.iter().filter(|one| one.course == row.id).map(assignment).collect(),
        })
    }
}

fn reading(row: &CitizensReading) -> Result<Reading> {
    let answers = |text: &str| Answers::unpacked(text).ok_or_else(|| impossible("reading"));
    Ok(Reading {
        id: ReadingId(row.id),
        instrument: (&row.instrument).into(),
        version: (&row.instrument_version).into(),
        made_on: row.made_on,
        filled_by: maybe_code(FilledBy::parse, row.filled_by.as_deref())?,
        answers: answers(&row.answers)?,
        worker_answers: row.worker_answers.as_deref().map(answers).transpose()?.map(Box::new),
        withdrawn: false,
    })
}

pub(crate) fn mark(row: &CitizensMark) -> Result<Mark> {
    Ok(Mark {
        kind: code(MarkKind::parse, &row.kind)?,
        on: row.marked_on,
        phase: row.phase.and_then(|phase| u32::try_from(phase).ok()),
        area: row.area.clone(),
    })
}

fn reply(row: &CitizensReply) -> Result<Reply> {
    Ok(Reply { due: row.due_on, on: row.replied_on, reply: code(FollowUpReply::parse, &row.reply)? })
}

const fn assignment(row: &CitizensWorker) -> Assignment {
    Assignment { worker: UserId(row.worker), from: row.from_day, to: row.to_day }
}
