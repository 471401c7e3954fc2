//! Sessions: who is signed in, until when. Only a hash of the cookie is kept.

use chrono::{DateTime, Utc};
use domain::access::Grant;
use domain::id::UserId;
use uuid::Uuid;

use crate::connect::Store;
use crate::error::Result;
use crate::line::{execute, maybe, row};
use crate::work::{Reader, Work, kept};

row! {
    /// A session.
    pub struct SessionRow {
        /// The hash of its cookie.
        pub token_hash: Vec<u8>,
        /// Who is signed in.
        pub user: Uuid,
        /// The programme last chosen.
        pub programme: Option<Uuid>,
        /// When it began.
        pub made_at: DateTime<Utc>,
        /// When it was last used.
        pub seen_at: DateTime<Utc>,
        /// When it ends, whatever happens.
        pub ends_at: DateTime<Utc>,
        /// The language chosen: `da` or `en`.
        pub locale: String,
    }
}

impl Reader {
    /// The session of a cookie's hash, ended or not.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn session(&mut self, token_hash: &[u8]) -> Result<Option<SessionRow>> {
        maybe!(
            self,
            "SELECT token_hash, user_id, programme_id, made_at, seen_at, ends_at, locale FROM session WHERE token_hash = $1",
            token_hash
        )
    }
}

impl Work {
    /// Keeps a new session.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Taken`] where the hash is there already.
    pub async fn add_session(&mut self, session: &SessionRow) -> Result<()> {
        execute!(
            self,
            "INSERT INTO session (token_hash, user_id, programme_id, made_at, seen_at, ends_at, locale)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            &session.token_hash,
            session.user,
            session.programme,
            kept(session.made_at),
            kept(session.seen_at),
            kept(session.ends_at),
            &session.locale
        )?;
        Ok(())
    }

    /// Ends one session.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn end_session(&mut self, token_hash: &[u8]) -> Result<()> {
        execute!(self, "DELETE FROM session WHERE token_hash = $1", token_hash)?;
        Ok(())
    }

    /// Ends every session of a person, as when the account is disabled.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn end_sessions_of(&mut self, user: UserId) -> Result<()> {
        execute!(self, "DELETE FROM session WHERE user_id = $1", user.0)?;
        Ok(())
    }

    /// Forgets the sessions that had ended by now.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn forget_ended_sessions(&mut self, now: DateTime<Utc>) -> Result<()> {
        execute!(self, "DELETE FROM session WHERE ends_at <= $1", kept(now))?;
        Ok(())
    }
}

impl Store {
    /// Keeps when a session was last used, and what it has chosen. No event: a session is no fact and concerns no citizen. Call it at most
    /// once a minute for a session, not at each request: on SQLite it waits for the one writer.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn touch_session(&self, _grant: &Grant, session: &SessionRow) -> Result<()> {
        let mut line = self.pools().write().await?;
        execute!(
            line,
            "UPDATE session SET seen_at = $2, programme_id = $3, locale = $4 WHERE token_hash = $1",
            &session.token_hash,
            kept(session.seen_at),
            session.programme,
            &session.locale
        )?;
        line.commit().await
    }
}
