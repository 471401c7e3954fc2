//! What somebody was typing and has not sent: one sealed text a writer and place, replaced as it grows.

use chrono::{DateTime, Utc};
use domain::access::Grant;
use domain::id::{SubjectId, UserId};
use uuid::Uuid;

use crate::connect::Store;
use crate::error::Result;
use crate::line::{execute, maybe, row};
use crate::work::{Reader, Work, kept};

row! {
    /// An unsent text.
    pub struct UnsentRow {
        /// Whose key it is sealed under: whom it is about, or the writer.
        pub subject: Uuid,
        /// Counts the times it was kept; the seal is bound to it.
        pub version: i64,
        /// When it was last kept.
        pub saved_at: DateTime<Utc>,
        /// The fields, sealed.
        pub body: Vec<u8>,
    }
}

impl Reader {
    /// What the person had typed at a place.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn unsent(&mut self, user: UserId, place: &str) -> Result<Option<UnsentRow>> {
        maybe!(
            self,
            "SELECT subject_id, version, saved_at, body_sealed FROM unsent WHERE user_id = $1 AND place = $2",
            user.0,
            place
        )
    }
}

impl Work {
    /// Forgets what the person had typed at a place: it was sent, or thrown away.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn forget_unsent(&mut self, user: UserId, place: &str) -> Result<()> {
        execute!(self, "DELETE FROM unsent WHERE user_id = $1 AND place = $2", user.0, place)?;
        Ok(())
    }
}

impl Store {
    /// Keeps what a person is typing at a place. No event: it is the writer's own and no fact yet.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn keep_unsent(
        &self,
        _grant: &Grant,
        user: UserId,
        place: &str,
        subject: SubjectId,
        (version, body): (i64, &[u8]),
        now: DateTime<Utc>,
    ) -> Result<()> {
        let mut line = self.pools().write().await?;
        execute!(
            line,
            "INSERT INTO unsent (user_id, place, subject_id, version, saved_at, body_sealed) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (user_id, place) DO UPDATE SET subject_id = excluded.subject_id, version = excluded.version,
             saved_at = excluded.saved_at, body_sealed = excluded.body_sealed WHERE unsent.version < excluded.version",
            user.0,
            place,
            subject.0,
            version,
            kept(now),
            body
        )?;
        line.commit().await
    }

    /// Throws away what a person was typing at a place.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn throw_unsent_away(&self, _grant: &Grant, user: UserId, place: &str) -> Result<()> {
        let mut line = self.pools().write().await?;
        execute!(line, "DELETE FROM unsent WHERE user_id = $1 AND place = $2", user.0, place)?;
        line.commit().await
    }
}
