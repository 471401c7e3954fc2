//! Instruments being filled in: state, not fact. Each save replaces the one before; what is done becomes readings.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Grant;
use domain::code::FilledBy;
use domain::id::{CitizenId, CourseId, ProgrammeId};
use uuid::Uuid;

use crate::connect::Store;
use crate::draft::actor;
use crate::error::{Error, Result};
use crate::line::{all, execute, row};
use crate::merge::records;
use crate::work::{Reader, Work, kept};

row! {
    /// A filling.
    pub struct FillingRow {
        /// Its id.
        pub id: Uuid,
        /// The course.
        pub course: Uuid,
        /// Counts the saves.
        pub version: i64,
        /// The follow-up it answers.
        pub due_on: Option<NaiveDate>,
        /// The day it is filled in.
        pub made_on: NaiveDate,
        /// Who fills it in: a code.
        pub filled_by: String,
        /// The answers, packed.
        pub answers: String,
        /// The worker's answers, packed.
        pub worker_answers: Option<String>,
        /// Who began it.
        pub begun_by: String,
        /// When it was last saved.
        pub saved_at: DateTime<Utc>,
        /// The words beside the answers, sealed.
        pub notes: Option<Vec<u8>>,
    }
}

/// What a save of a filling says.
#[derive(Clone, Debug)]
pub struct KeptFilling {
    /// The citizen.
    pub citizen: CitizenId,
    /// The course.
    pub course: CourseId,
    /// Its id.
    pub id: Uuid,
    /// The follow-up it answers.
    pub due_on: Option<NaiveDate>,
    /// The day it is filled in.
    pub made_on: NaiveDate,
    /// Who fills it in.
    pub filled_by: FilledBy,
    /// The answers, packed.
    pub answers: String,
    /// The worker's answers, packed.
    pub worker_answers: Option<String>,
    /// The words beside the answers, sealed for the next version.
    pub notes: Option<Vec<u8>>,
}

impl Reader {
    /// What is being filled in for a citizen, the first begun first.
    ///
    /// # Errors
    ///
    /// Where the database fails, as for every function here.
    pub async fn fillings(&mut self, programme: ProgrammeId, citizen: CitizenId) -> Result<Vec<FillingRow>> {
        all!(
            self,
            concat!(
                "SELECT f.id, f.course_id, f.version, f.due_on, f.made_on, f.filled_by, f.answers, f.worker_answers, f.begun_by, \
             f.saved_at, f.notes_sealed FROM course c \
             JOIN filling f ON f.programme_id = c.programme_id AND f.course_id = c.id \
             WHERE c.citizen_id IN ",
                records!(),
                " AND COALESCE(c.programme_id, c.id) = $1 AND c.superseded_at IS NULL ORDER BY f.begun_at, f.id"
            ),
            programme.0,
            citizen.0
        )
    }
}

impl Store {
    /// Saves a filling over the version it was made from (0 where it is new), and gives its version from now on. No event: it is
    /// no fact before it is done, and whoever opens the page is logged.
    ///
    /// # Errors
    ///
    /// [`Error::Stale`] where somebody saved meanwhile, ended it, or began another for the course.
    pub async fn keep_filling(
        &self,
        grant: &Grant,
        programme: ProgrammeId,
        filling: &KeptFilling,
        from: i64,
        now: DateTime<Utc>,
    ) -> Result<i64> {
        let mut line = self.pools().write().await?;
        let (version, now) = (from + 1, kept(now));
        let changed = if from == 0 {
            execute!(
                line,
                "INSERT INTO filling (programme_id, course_id, id, citizen_id, version, due_on, made_on, filled_by, answers, \
                 worker_answers, begun_by, begun_at, saved_at, notes_sealed) \
                 SELECT $1, $2, $3, $4, 1, $5, $6, $7, $8, $9, $10, $11, $11, $12 \
                 WHERE NOT EXISTS (SELECT 1 FROM filling o WHERE o.programme_id = $1 AND o.course_id = $2)",
                programme.0,
                filling.course.0,
                filling.id,
                filling.citizen.0,
                filling.due_on,
                filling.made_on,
                filling.filled_by.code(),
                &filling.answers,
                filling.worker_answers.as_deref(),
                actor(grant),
                now,
                filling.notes.as_deref()
            )?
        } else {
            execute!(
                line,
                "UPDATE filling SET version = $4, due_on = $5, made_on = $6, filled_by = $7, answers = $8, worker_answers = $9, \
                 saved_at = $10, notes_sealed = $11 \
                 WHERE programme_id = $1 AND course_id = $2 AND id = $3 AND version = $4 - 1",
                programme.0,
                filling.course.0,
                filling.id,
                version,
                filling.due_on,
                filling.made_on,
                filling.filled_by.code(),
                &filling.answers,
                filling.worker_answers.as_deref(),
                now,
                filling.notes.as_deref()
            )?
        };
        if changed == 0 {
            return Err(Error::Stale);
        }
        line.commit().await?;
        Ok(version)
    }
}

impl Work {
    /// Ends a filling: it has become readings, or is thrown away.
    ///
    /// # Errors
    ///
    /// [`Error::Stale`] where that is not its version any more, or it has ended. Drop the work then.
    pub async fn end_filling(&mut self, programme: ProgrammeId, course: CourseId, id: Uuid, from: i64) -> Result<()> {
        let ended = execute!(
            self,
            "DELETE FROM filling WHERE programme_id = $1 AND course_id = $2 AND id = $3 AND version = $4",
            programme.0,
            course.0,
            id,
            from
        )?;
        if ended == 0 { Err(Error::Stale) } else { Ok(()) }
    }
}
