//! A task in a citizen's own hands: a filling on a tablet handed over, or over a link used once. Only a hash of its cookie or link is kept.

use chrono::{DateTime, Utc};
use domain::access::Grant;
use uuid::Uuid;

use crate::connect::Store;
use crate::error::Result;
use crate::line::{execute, maybe, row};
use crate::work::{Reader, Work, kept};

row! {
    /// A task.
    pub struct OwnTaskRow {
        /// The hash of its cookie or link.
        pub token_hash: Vec<u8>,
        /// The filling.
        pub filling: Uuid,
        /// The programme.
        pub programme: Uuid,
        /// The course.
        pub course: Uuid,
        /// The citizen.
        pub citizen: Uuid,
        /// Who handed it over.
        pub user: Uuid,
        /// `tablet` or `link`.
        pub kind: String,
        /// The hash of the number that brings a tablet back.
        pub pin_hash: Option<String>,
        /// How often a wrong number was tried.
        pub failed_attempts: i64,
        /// The language.
        pub locale: String,
        /// When it was made.
        pub made_at: DateTime<Utc>,
        /// When it ends.
        pub ends_at: DateTime<Utc>,
        /// When the citizen opened it.
        pub opened_at: Option<DateTime<Utc>>,
        /// When it was ended.
        pub ended_at: Option<DateTime<Utc>>,
    }
}

impl Reader {
    /// The task of a cookie's or link's hash, ended or not.
    ///
    /// # Errors
    ///
    /// Where the database fails, as for every function here.
    pub async fn own_task(&mut self, token_hash: &[u8]) -> Result<Option<OwnTaskRow>> {
        maybe!(
            self,
            "SELECT token_hash, filling_id, programme_id, course_id, citizen_id, user_id, kind, pin_hash, failed_attempts, \
             locale, made_at, ends_at, opened_at, ended_at FROM own_task WHERE token_hash = $1",
            token_hash
        )
    }
}

impl Work {
    /// Keeps a new task; others of the same filling end.
    pub async fn add_own_task(&mut self, task: &OwnTaskRow) -> Result<()> {
        execute!(
            self,
            "UPDATE own_task SET ended_at = $2 WHERE filling_id = $1 AND ended_at IS NULL",
            task.filling,
            kept(task.made_at)
        )?;
        execute!(
            self,
            "INSERT INTO own_task (token_hash, filling_id, programme_id, course_id, citizen_id, user_id, kind, pin_hash, \
             failed_attempts, locale, made_at, ends_at, opened_at, ended_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
            &task.token_hash,
            task.filling,
            task.programme,
            task.course,
            task.citizen,
            task.user,
            &task.kind,
            task.pin_hash.as_deref(),
            task.failed_attempts,
            &task.locale,
            kept(task.made_at),
            kept(task.ends_at),
            task.opened_at.map(kept),
            task.ended_at.map(kept)
        )?;
        Ok(())
    }

    /// Opens a link, in a language: its hash becomes the cookie's, so that it opens once. Gives whether it was still to be opened.
    pub async fn open_own_task(
        &mut self,
        (link, cookie): (&[u8], &[u8]),
        locale: &str,
        now: DateTime<Utc>,
        ends_at: DateTime<Utc>,
    ) -> Result<bool> {
        let opened = execute!(
            self,
            "UPDATE own_task SET token_hash = $2, opened_at = $3, ends_at = $4, locale = $5 \
             WHERE token_hash = $1 AND opened_at IS NULL AND ended_at IS NULL AND ends_at > $3",
            link,
            cookie,
            kept(now),
            kept(ends_at),
            locale
        )?;
        Ok(opened > 0)
    }

    /// Ends a task.
    pub async fn end_own_task(&mut self, token_hash: &[u8], now: DateTime<Utc>) -> Result<()> {
        execute!(
            self,
            "UPDATE own_task SET ended_at = $2 WHERE token_hash = $1 AND ended_at IS NULL",
            token_hash,
            kept(now)
        )?;
        Ok(())
    }
}

impl Work {
    /// Forgets the tasks that had ended before a moment; gives how many.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn forget_own_tasks(&mut self, before: DateTime<Utc>) -> Result<u64> {
        execute!(self, "DELETE FROM own_task WHERE ends_at < $1", kept(before))
    }
}

impl Store {
    /// Puts a task's end off, as an answer does. No event: the answer is no fact yet.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn put_own_task_off(&self, _grant: &Grant, token_hash: &[u8], ends_at: DateTime<Utc>) -> Result<()> {
        let mut line = self.pools().write().await?;
        execute!(
            line,
            "UPDATE own_task SET ends_at = $2 WHERE token_hash = $1 AND ended_at IS NULL",
            token_hash,
            kept(ends_at)
        )?;
        line.commit().await
    }

    /// Goes on in another language. No event: nothing that is known about anybody changes.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn say_own_task_in(&self, _grant: &Grant, token_hash: &[u8], locale: &str) -> Result<()> {
        let mut line = self.pools().write().await?;
        execute!(
            line,
            "UPDATE own_task SET locale = $2 WHERE token_hash = $1 AND ended_at IS NULL",
            token_hash,
            locale
        )?;
        line.commit().await
    }

    /// Counts a number before it is looked at, so that many tried at once are no more than `most`. Gives whether it may be tried.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn count_pin(&self, _grant: &Grant, token_hash: &[u8], most: i64) -> Result<bool> {
        let mut line = self.pools().write().await?;
        let counted = execute!(
            line,
            "UPDATE own_task SET failed_attempts = failed_attempts + 1 WHERE token_hash = $1 AND failed_attempts < $2",
            token_hash,
            most
        )?;
        line.commit().await?;
        Ok(counted > 0)
    }
}
