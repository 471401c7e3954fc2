//! Closing a course and opening it again: new versions of the course, of who works with it, and of its open steps.
//!
//! A version is copied from the one before it but for what changes, so that a column added elsewhere is kept. What is sealed is
//! sealed to its version and comes in sealed anew.

use chrono::{DateTime, NaiveDate, Utc};
use domain::id::{CourseId, ProgrammeId};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::line::{all, execute, maybe, row};
use crate::record::Fact;
use crate::work::{Reader, Work, kept};

row! {
    /// How a course was closed, with what is sealed in its version.
    pub struct ClosingRow {
        /// The course's version.
        pub version: i64,
        /// The day.
        pub closed_on: Option<NaiveDate>,
        /// The code of the reason.
        pub reason: Option<String>,
        /// Why, in words, sealed.
        pub words: Option<Vec<u8>>,
        /// Why the clarification ended, sealed.
        pub clarification_end: Option<Vec<u8>>,
    }
}

row! {
    /// A version of who works with a course, or of an open step: what is sealed in it beside its id.
    pub struct SealedVersion {
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// The text, sealed.
        pub text: Option<Vec<u8>>,
    }
}

row! {
    /// Who works with a course, with the note sealed.
    pub struct AssignmentVersion {
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// The last day.
        pub to_day: Option<NaiveDate>,
        /// The note, sealed.
        pub note: Option<Vec<u8>>,
    }
}

/// How a course's next version says that it was closed, or that it was not.
#[derive(Clone, Copy, Debug, Default)]
pub struct NextClosing<'a> {
    /// The day; none where the course is open.
    pub on: Option<NaiveDate>,
    /// The code of the reason.
    pub reason: Option<&'a str>,
    /// Why, in words, sealed to the next version.
    pub words: Option<&'a [u8]>,
    /// Why the clarification ended, sealed to the next version.
    pub clarification_end: Option<&'a [u8]>,
    /// Why the version was made, sealed to it.
    pub why: Option<&'a [u8]>,
}

impl Reader {
    /// How the course was closed, if it was.
    ///
    /// # Errors
    ///
    /// Where the database fails, as for every function here.
    pub async fn closing_of(&mut self, programme: ProgrammeId, course: CourseId) -> Result<Option<ClosingRow>> {
        maybe!(
            self,
            "SELECT version, closed_on, closing_reason, closing_sealed, clarification_end_sealed FROM course \
             WHERE programme_id = $1 AND id = $2 AND superseded_at IS NULL",
            programme.0,
            course.0
        )
    }

    /// Who works with the course, the last begun first.
    pub async fn assignments_of(&mut self, programme: ProgrammeId, course: CourseId) -> Result<Vec<AssignmentVersion>> {
        all!(
            self,
            "SELECT id, version, to_day, note_sealed FROM assignment \
             WHERE programme_id = $1 AND course_id = $2 AND superseded_at IS NULL ORDER BY from_day DESC, id DESC",
            programme.0,
            course.0
        )
    }

    /// The steps of the course that are not done.
    pub async fn steps_left(&mut self, programme: ProgrammeId, course: CourseId) -> Result<Vec<SealedVersion>> {
        all!(
            self,
            "SELECT id, version, text_sealed FROM step \
             WHERE programme_id = $1 AND course_id = $2 AND superseded_at IS NULL AND done_on IS NULL ORDER BY created_on, id",
            programme.0,
            course.0
        )
    }
}

impl Work {
    /// Makes the next version of a course: closed, or open again.
    ///
    /// # Errors
    ///
    /// [`Error::Stale`] where `from` is not the current version.
    pub async fn put_closing(
        &mut self,
        programme: ProgrammeId,
        course: CourseId,
        from: i64,
        next: NextClosing<'_>,
        at: DateTime<Utc>,
    ) -> Result<()> {
        self.correct(Fact::Course(programme, course.0), from, at).await?;
        let by = self.recorded_by();
        execute!(
            self,
            "INSERT INTO course (programme_id, id, version, citizen_id, register_id, clarification_began_on, \
             clarification_ended_on, clarification_end_sealed, closed_on, closing_reason, closing_sealed, enquiry_id, \
             clarification_outcome, recorded_by, recorded_at, reason_sealed) \
             SELECT programme_id, id, version + 1, citizen_id, register_id, clarification_began_on, clarification_ended_on, \
             $4, $5, $6, $7, enquiry_id, clarification_outcome, $8, $9, $10 \
             FROM course WHERE programme_id = $1 AND id = $2 AND version = $3",
            programme.0,
            course.0,
            from,
            next.clarification_end,
            next.on,
            next.reason,
            next.words,
            &by,
            kept(at),
            next.why
        )?;
        Ok(())
    }

    /// Makes the next version of who works with a course, with another last day, or none.
    ///
    /// # Errors
    ///
    /// [`Error::Stale`] where `from` is not the current version.
    pub async fn put_last_day(
        &mut self,
        (programme, course): (ProgrammeId, CourseId),
        (assignment, from): (Uuid, i64),
        to: Option<NaiveDate>,
        note: Option<&[u8]>,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let stamped = execute!(
            self,
            "UPDATE assignment SET superseded_at = $5 \
             WHERE programme_id = $1 AND course_id = $2 AND id = $3 AND version = $4 AND superseded_at IS NULL",
            programme.0,
            course.0,
            assignment,
            from,
            kept(at)
        )?;
        if stamped == 0 {
            return Err(Error::Stale);
        }
        let by = self.recorded_by();
        execute!(
            self,
            "INSERT INTO assignment (programme_id, course_id, id, version, worker_id, from_day, to_day, note_sealed, \
             recorded_by, recorded_at) \
             SELECT programme_id, course_id, id, version + 1, worker_id, from_day, $5, $6, $7, $8 \
             FROM assignment WHERE programme_id = $1 AND course_id = $2 AND id = $3 AND version = $4",
            programme.0,
            course.0,
            assignment,
            from,
            to,
            note,
            &by,
            kept(at)
        )?;
        Ok(())
    }

    /// Makes the next version of a step, done on the day, or on the day it was agreed where that is later.
    ///
    /// # Errors
    ///
    /// [`Error::Stale`] where `from` is not the current version.
    pub async fn put_step_done(
        &mut self,
        (programme, course): (ProgrammeId, CourseId),
        (step, from): (Uuid, i64),
        done_on: NaiveDate,
        text: Option<&[u8]>,
        at: DateTime<Utc>,
    ) -> Result<()> {
        self.correct(Fact::Step(programme, course, step), from, at).await?;
        let by = self.recorded_by();
        execute!(
            self,
            "INSERT INTO step (programme_id, course_id, created_on, id, version, due_on, doer, text_sealed, done_on, \
             recorded_by, recorded_at) \
             SELECT programme_id, course_id, created_on, id, version + 1, due_on, doer, $6, \
             CASE WHEN created_on > $5 THEN created_on ELSE $5 END, $7, $8 \
             FROM step WHERE programme_id = $1 AND course_id = $2 AND id = $3 AND version = $4",
            programme.0,
            course.0,
            step,
            from,
            done_on,
            text,
            &by,
            kept(at)
        )?;
        Ok(())
    }
}
