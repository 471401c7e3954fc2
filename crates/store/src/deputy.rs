//! Who stands in for a worker, from when to when.

use chrono::{DateTime, NaiveDate, Utc};
use domain::deputy::Deputy;
use domain::id::ProgrammeId;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::line::{all, execute, maybe, row};
use crate::work::{Reader, Work, kept};

row! {
    /// A deputy named.
    pub struct DeputyRow {
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// The worker.
        pub worker: Uuid,
        /// Who stands in.
        pub deputy: Uuid,
        /// The first day.
        pub from: NaiveDate,
        /// The last day.
        pub to: NaiveDate,
    }
}

impl Reader {
    /// The deputies of a programme whose last day is not before a day, the first to begin first.
    ///
    /// # Errors
    ///
    /// A fault of the database, as for every function here.
    pub async fn deputies(&mut self, programme: ProgrammeId, day: NaiveDate) -> Result<Vec<DeputyRow>> {
        all!(
            self,
            "SELECT id, version, worker_id, deputy_id, from_day, to_day FROM deputy \
             WHERE programme_id = $1 AND superseded_at IS NULL AND to_day >= $2 ORDER BY from_day, to_day, id",
            programme.0,
            day
        )
    }

    /// One deputy that is named.
    pub async fn deputy(&mut self, programme: ProgrammeId, id: Uuid) -> Result<Option<DeputyRow>> {
        maybe!(
            self,
            "SELECT id, version, worker_id, deputy_id, from_day, to_day FROM deputy \
             WHERE programme_id = $1 AND id = $2 AND superseded_at IS NULL",
            programme.0,
            id
        )
    }
}

impl Work {
    /// Records that a deputy is named.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn add_deputy(
        &mut self,
        programme: ProgrammeId,
        id: Uuid,
        deputy: &Deputy,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "INSERT INTO deputy (programme_id, worker_id, id, version, deputy_id, from_day, to_day, recorded_by, recorded_at) \
             VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8)",
            programme.0,
            deputy.worker().0,
            id,
            deputy.deputy().0,
            deputy.from(),
            deputy.to(),
            &by,
            kept(at)
        )?;
        Ok(())
    }

    /// Takes a deputy away: its version is stamped and none follows.
    ///
    /// # Errors
    ///
    /// [`Error::Gone`] where it was taken away before.
    pub async fn withdraw_deputy(&mut self, programme: ProgrammeId, row: &DeputyRow, at: DateTime<Utc>) -> Result<()> {
        let changed = execute!(
            self,
            "UPDATE deputy SET superseded_at = $5 WHERE programme_id = $1 AND worker_id = $2 AND id = $3 AND version = $4 \
             AND superseded_at IS NULL",
            programme.0,
            row.worker,
            row.id,
            row.version,
            kept(at)
        )?;
        if changed == 1 { Ok(()) } else { Err(Error::Gone) }
    }
}
