//! Pressed twice, done once: every form carries a key, and what a key has done is kept beside what it did.

use chrono::{DateTime, Utc};
use domain::access::Grant;
use uuid::Uuid;

use crate::draft::actor;
use crate::error::Result;
use crate::line::{execute, maybe};
use crate::work::{Reader, Work, kept};

impl Reader {
    /// What a form's key did, where it has done it (`Some(None)` where that has no id): for a check that finds what the form itself made.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn claimed(&mut self, grant: &Grant, key: Uuid) -> Result<Option<Option<Uuid>>> {
        let found: Option<(Option<Uuid>,)> =
            maybe!(self, "SELECT outcome FROM once WHERE actor = $1 AND form_key = $2", actor(grant), key)?;
        Ok(found.map(|(outcome,)| outcome))
    }
}

impl Work {
    /// Claims a form's key for the actor; gives what the key did before, where it has done it (`Some(None)` where that has no id).
    ///
    /// It is the first statement of its transaction: a second press waits for the first to end, and then finds what it did.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn claim(
        &mut self,
        key: Uuid,
        outcome: Option<Uuid>,
        now: DateTime<Utc>,
    ) -> Result<Option<Option<Uuid>>> {
        let actor = self.recorded_by();
        let claimed = execute!(
            self,
            "INSERT INTO once (actor, form_key, outcome, made_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            &actor,
            key,
            outcome,
            kept(now)
        )?;
        if claimed > 0 {
            return Ok(None);
        }
        let earlier: Option<(Option<Uuid>,)> =
            maybe!(self, "SELECT outcome FROM once WHERE actor = $1 AND form_key = $2", &actor, key)?;
        Ok(earlier.map(|(outcome,)| outcome))
    }

    /// Forgets the keys of forms that were sent before a moment; gives how many.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn forget_claims(&mut self, before: DateTime<Utc>) -> Result<u64> {
        execute!(self, "DELETE FROM once WHERE made_at < $1", kept(before))
    }
}
