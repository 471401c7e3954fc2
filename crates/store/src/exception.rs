//! Exceptions to R10 and R12 that a coordinator granted beforehand, for one citizen, with a reason.

use chrono::{DateTime, NaiveDate, Utc};
use domain::id::{CitizenId, ProgrammeId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, execute, row};
use crate::merge::records;
use crate::work::{Reader, Work, kept};

row! {
    /// An exception.
    pub struct ExceptionRow {
        /// Its id.
        pub id: Uuid,
        /// The record it was granted for.
        pub citizen: Uuid,
        /// `R10` or `R12`.
        pub rule: String,
        /// The day it was granted.
        pub granted_on: NaiveDate,
        /// The worker it is for, where it is for one (R12).
        pub worker: Option<Uuid>,
        /// Who granted it.
        pub recorded_by: String,
        /// Why, sealed under the citizen's key.
        pub reason: Option<Vec<u8>>,
    }
}

impl Reader {
    /// The exceptions granted for a person, the earliest first.
    ///
    /// # Errors
    ///
    /// A fault of the database.
    pub async fn exceptions(&mut self, programme: ProgrammeId, citizen: CitizenId) -> Result<Vec<ExceptionRow>> {
        all!(
            self,
            concat!(
                "SELECT e.id, e.citizen_id, e.rule, e.granted_on, e.worker_id, e.recorded_by, e.reason_sealed FROM exception e \
                 WHERE e.programme_id = $1 AND e.superseded_at IS NULL AND e.citizen_id IN ",
                records!(),
                " ORDER BY e.granted_on, e.id"
            ),
            programme.0,
            citizen.0
        )
    }
}

impl Work {
    /// Records an exception.
    ///
    /// # Errors
    ///
    /// A fault of the database.
    pub async fn add_exception(&mut self, programme: ProgrammeId, row: &ExceptionRow, at: DateTime<Utc>) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "INSERT INTO exception (programme_id, citizen_id, id, version, rule, granted_on, worker_id, recorded_by, recorded_at, \
             reason_sealed) VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9)",
            programme.0,
            row.citizen,
            row.id,
            row.rule.as_str(),
            row.granted_on,
            row.worker,
            &by,
            kept(at),
            row.reason.as_deref()
        )?;
        Ok(())
    }
}
