//! Runs of what the program does by itself. Each moment of a kind in a programme is one row, and whoever puts it there, or finds it
//! left by a server that stopped, has claimed it: two servers over one database do a thing once.

use chrono::{DateTime, Utc};
use domain::access::Grant;
use domain::code::{JobKind, JobReason, JobState};
use domain::id::ProgrammeId;
use uuid::Uuid;

use crate::connect::Store;
use crate::error::{Error, Result};
use crate::line::{all, execute, one, row};
use crate::work::{Reader, Work, kept};

/// A moment of a kind in a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The programme.
    pub programme: ProgrammeId,
    /// What is to be done.
    pub kind: JobKind,
    /// When it was to be done.
    pub due: DateTime<Utc>,
}

/// A moment that a server is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Which.
    pub moment: Moment,
    /// Whose it is: a new one for each try.
    pub id: Uuid,
    /// The number of this try, 1 for the first.
    pub tries: u32,
}

/// How a try ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    /// Where the run stands now.
    pub state: JobState,
    /// Why, where it failed.
    pub reason: Option<JobReason>,
    /// When it is tried again.
    pub next_try: Option<DateTime<Utc>>,
    /// How many mails, courses or rows it came to.
    pub came_to: i64,
}

row! {
    /// A run.
    pub struct JobRow {
        /// The programme.
        pub programme: Uuid,
        /// The code of what is to be done.
        pub kind: String,
        /// When it was to be done.
        pub due_at: DateTime<Utc>,
        /// The code of where it stands.
        pub state: String,
        /// How often it was tried.
        pub tries: i64,
        /// Until when the server at it has it for itself.
        pub lease_until: DateTime<Utc>,
        /// When it is tried again.
        pub next_try_at: Option<DateTime<Utc>>,
        /// When the last try began.
        pub began_at: DateTime<Utc>,
        /// When the last try ended.
        pub ended_at: Option<DateTime<Utc>>,
        /// The code of why it failed.
        pub reason: Option<String>,
        /// How many mails, courses or rows it came to.
        pub came_to: i64,
    }
}

impl JobRow {
    /// Whether a server may claim the run: it failed and its pause is over, or the server at it has stopped.
    pub fn is_free(&self, now: DateTime<Utc>) -> bool {
        (self.state == JobState::Running.code() && self.lease_until <= now)
            || (self.state == JobState::Failed.code() && self.next_try_at.is_some_and(|next| next <= now))
    }
}

impl Reader {
    /// Every run whose moment is not before one.
    ///
    /// # Errors
    ///
    /// A fault of the database, as for every function here.
    pub async fn jobs_since(&mut self, since: DateTime<Utc>) -> Result<Vec<JobRow>> {
        all!(
            self,
            "SELECT programme_id, kind, due_at, state, tries, lease_until, next_try_at, began_at, ended_at, reason, came_to \
             FROM job_run WHERE due_at >= $1 ORDER BY due_at, programme_id, kind",
            kept(since)
        )
    }

    /// The last runs of a kind in a programme, the latest moment first.
    pub async fn jobs_of(&mut self, programme: ProgrammeId, kind: JobKind, limit: i64) -> Result<Vec<JobRow>> {
        all!(
            self,
            "SELECT programme_id, kind, due_at, state, tries, lease_until, next_try_at, began_at, ended_at, reason, came_to \
             FROM job_run WHERE programme_id = $1 AND kind = $2 ORDER BY due_at DESC LIMIT $3",
            programme.0,
            kind.code(),
            limit
        )
    }
}

impl Store {
    /// Claims a moment until `until`; none where another server has it, or it is done. A run before it that had failed is replaced
    /// by it. No event: what is done with the claim is one.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn claim_job(
        &self,
        _grant: &Grant,
        moment: Moment,
        id: Uuid,
        (now, until): (DateTime<Utc>, DateTime<Utc>),
    ) -> Result<Option<Claim>> {
        let Moment { programme, kind, due } = moment;
        let mut line = self.pools().write().await?;
        let new = execute!(
            line,
            "INSERT INTO job_run (programme_id, kind, due_at, state, tries, claim, lease_until, began_at, came_to) \
             VALUES ($1, $2, $3, $4, 1, $5, $6, $7, 0) ON CONFLICT DO NOTHING",
            programme.0,
            kind.code(),
            kept(due),
            JobState::Running.code(),
            id,
            kept(until),
            kept(now)
        )?;
        if new == 1 {
            execute!(
                line,
                "UPDATE job_run SET state = $4, next_try_at = NULL WHERE programme_id = $1 AND kind = $2 AND due_at < $3 \
                 AND (state = $5 OR (state = $6 AND lease_until <= $7))",
                programme.0,
                kind.code(),
                kept(due),
                JobState::Replaced.code(),
                JobState::Failed.code(),
                JobState::Running.code(),
                kept(now)
            )?;
            line.commit().await?;
            return Ok(Some(Claim { moment, id, tries: 1 }));
        }
        let again = execute!(
            line,
            "UPDATE job_run SET state = $4, tries = tries + 1, claim = $5, lease_until = $6, next_try_at = NULL, \
             began_at = $7, ended_at = NULL WHERE programme_id = $1 AND kind = $2 AND due_at = $3 \
             AND ((state = $4 AND lease_until <= $7) OR (state = $8 AND next_try_at <= $7))",
            programme.0,
            kind.code(),
            kept(due),
            JobState::Running.code(),
            id,
            kept(until),
            kept(now),
            JobState::Failed.code()
        )?;
        if again == 0 {
            return Ok(None);
        }
        let (tries,): (i64,) = one!(
            line,
            "SELECT tries FROM job_run WHERE programme_id = $1 AND kind = $2 AND due_at = $3",
            programme.0,
            kind.code(),
            kept(due)
        )?;
        line.commit().await?;
        Ok(Some(Claim { moment, id, tries: u32::try_from(tries).unwrap_or(u32::MAX) }))
    }

    /// Keeps a claim for longer; `false` where another server has taken it over.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn keep_claim(&self, _grant: &Grant, claim: &Claim, until: DateTime<Utc>) -> Result<bool> {
        let mut line = self.pools().write().await?;
        let changed = execute!(
            line,
            "UPDATE job_run SET lease_until = $6 WHERE programme_id = $1 AND kind = $2 AND due_at = $3 AND claim = $4 \
             AND state = $5",
            claim.moment.programme.0,
            claim.moment.kind.code(),
            kept(claim.moment.due),
            claim.id,
            JobState::Running.code(),
            kept(until)
        )?;
        line.commit().await?;
        Ok(changed == 1)
    }
}

impl Work {
    /// Says how a try ended.
    ///
    /// # Errors
    ///
    /// [`Error::Gone`] where another server has taken the claim over.
    pub async fn end_job(&mut self, claim: &Claim, ending: &Ending, now: DateTime<Utc>) -> Result<()> {
        let changed = execute!(
            self,
            "UPDATE job_run SET state = $6, reason = $7, next_try_at = $8, came_to = $9, ended_at = $10 \
             WHERE programme_id = $1 AND kind = $2 AND due_at = $3 AND claim = $4 AND state = $5",
            claim.moment.programme.0,
            claim.moment.kind.code(),
            kept(claim.moment.due),
            claim.id,
            JobState::Running.code(),
            ending.state.code(),
            ending.reason.map(JobReason::code),
            ending.next_try.map(kept),
            ending.came_to,
            kept(now)
        )?;
        if changed == 1 { Ok(()) } else { Err(Error::Gone) }
    }

    /// Lets a run that failed be tried anew, at once and as often as a new one: the latest of its kind only, for one before it is
    /// covered by that.
    ///
    /// # Errors
    ///
    /// [`Error::Gone`] where it has not failed (any more), or a later one is there.
    pub async fn try_job_again(&mut self, moment: Moment, now: DateTime<Utc>) -> Result<()> {
        let Moment { programme, kind, due } = moment;
        let (later,): (i64,) = one!(
            self,
            "SELECT COUNT(*) FROM job_run WHERE programme_id = $1 AND kind = $2 AND due_at > $3",
            programme.0,
            kind.code(),
            kept(due)
        )?;
        let changed = execute!(
            self,
            "UPDATE job_run SET state = $4, tries = 0, next_try_at = $6 WHERE programme_id = $1 AND kind = $2 AND due_at = $3 \
             AND state IN ($4, $5)",
            programme.0,
            kind.code(),
            kept(due),
            JobState::Failed.code(),
            JobState::GivenUp.code(),
            kept(now)
        )?;
        if changed == 1 && later == 0 { Ok(()) } else { Err(Error::Gone) }
    }

    /// Forgets the runs whose moment was before one, and which mails they sent; gives how many rows.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn forget_jobs(&mut self, before: DateTime<Utc>) -> Result<u64> {
        let runs = execute!(self, "DELETE FROM job_run WHERE due_at < $1", kept(before))?;
        let sent = execute!(self, "DELETE FROM digest_sent WHERE due_at < $1", kept(before))?;
        Ok(runs + sent)
    }
}
