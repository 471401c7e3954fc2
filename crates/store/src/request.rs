//! What a coordinator asks a citizen's worker for, and the answer.

use chrono::{DateTime, NaiveDate, Utc};
use domain::id::{CourseId, ProgrammeId};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::line::{execute, maybe, one};
use crate::packed::{packed_row, rows, unpack};
use crate::work::{Reader, Work, kept};

packed_row! {
    /// A request as it stands.
    pub struct RequestRow {
        /// The course.
        pub course: Uuid,
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// The code of what it is about.
        pub need: String,
        /// The day it is about.
        pub due_on: Option<NaiveDate>,
        /// The phase it is about.
        pub phase: Option<i64>,
        /// The day it was asked.
        pub asked_on: NaiveDate,
        /// Who asked.
        pub asked_by: Uuid,
        /// The code of its state.
        pub state: String,
        /// The day of the answer.
        pub answered_on: Option<NaiveDate>,
        /// The words, sealed.
        pub words: Option<Vec<u8>>,
        /// The answer, sealed.
        pub answer: Option<Vec<u8>>,
    }
}

/// The statement of [`RequestRow`] (`$1` programme), with more to it.
macro_rules! requests {
    ($rest:literal) => {
        concat!(
            "SELECT ",
            rows!(
                ["q.course_id, q.asked_on, q.id"]
                "hex(q.course_id)",
                "hex(q.id)",
                "q.version",
                "q.need",
                "COALESCE(q.due_on || '', '')",
                "COALESCE(q.phase || '', '')",
                "q.asked_on",
                "hex(q.asked_by)",
                "q.state",
                "COALESCE(q.answered_on || '', '')",
                "COALESCE(hex(q.words_sealed), '')",
                "COALESCE(hex(q.answer_sealed), '')"
            ),
            " FROM request q WHERE q.programme_id = $1 AND q.superseded_at IS NULL AND ",
            $rest
        )
    };
}

impl Reader {
    /// The requests of a programme that are open, or were asked on a day or later; by course, the earliest first.
    ///
    /// # Errors
    ///
    /// A fault of the database, as for every function here.
    pub async fn requests(&mut self, programme: ProgrammeId, since: NaiveDate) -> Result<Vec<RequestRow>> {
        let (packed,): (Option<String>,) =
            one!(self, requests!("(q.state = 'aaben' OR q.asked_on >= $2)"), programme.0, since)?;
        unpack(packed.as_deref())
    }

    /// Every request about a course.
    pub async fn requests_of(&mut self, programme: ProgrammeId, course: CourseId) -> Result<Vec<RequestRow>> {
        let (packed,): (Option<String>,) = one!(self, requests!("q.course_id = $2"), programme.0, course.0)?;
        unpack(packed.as_deref())
    }
}

impl Work {
    /// Records a version of a request.
    ///
    /// # Errors
    ///
    /// A fault of the database.
    pub async fn put_request(&mut self, programme: ProgrammeId, row: &RequestRow, at: DateTime<Utc>) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "INSERT INTO request (programme_id, course_id, id, version, need, due_on, phase, asked_on, asked_by, state, answered_on, \
             recorded_by, recorded_at, words_sealed, answer_sealed) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
            programme.0,
            row.course,
            row.id,
            row.version,
            row.need.as_str(),
            row.due_on,
            row.phase,
            row.asked_on,
            row.asked_by,
            row.state.as_str(),
            row.answered_on,
            &by,
            kept(at),
            row.words.as_deref(),
            row.answer.as_deref()
        )?;
        Ok(())
    }

    /// Stamps the version of a request that an answer was made from.
    ///
    /// # Errors
    ///
    /// [`Error::Stale`] where it is not the current one any more.
    pub async fn supersede_request(
        &mut self,
        programme: ProgrammeId,
        row: &RequestRow,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let stamped: Option<(i64,)> = maybe!(
            self,
            "UPDATE request SET superseded_at = $5 WHERE programme_id = $1 AND course_id = $2 AND id = $3 AND version = $4 \
             AND superseded_at IS NULL RETURNING version",
            programme.0,
            row.course,
            row.id,
            row.version,
            kept(at)
        )?;
        stamped.map(|_| ()).ok_or(Error::Stale)
    }
}
