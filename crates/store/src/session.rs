//! Sessions: only a hash of the cookie is kept.

use chrono::{DateTime, NaiveDate, Utc};
use domain::id::{ProgrammeId, UserId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{execute, maybe, row};
use crate::work::{Reader, Work, kept};
use crate::Store;

row! {
    /// A session with its person, in one statement, because every request asks for it.
    pub struct SessionRow {
        /// The person.
        pub user: Uuid,
        /// The version of the account's row.
        pub version: i64,
        /// The organisation.
        pub organisation: Uuid,
        /// The person's name, sealed.
        pub name: Option<Vec<u8>>,
        /// The epoch of the person's key.
        pub epoch: Option<i64>,
        /// The wrapped key.
        pub wrapped: Option<Vec<u8>>,
        /// When the account was disabled.
        pub disabled_at: Option<DateTime<Utc>>,
        /// The account's last day.
        pub expires_on: Option<NaiveDate>,
        /// The programme.
        pub programme: Uuid,
        /// The programme's current version.
        pub programme_version: i64,
        /// The code of the role.
        pub role: String,
        /// When the session was last used.
        pub seen_at: DateTime<Utc>,
        /// When it ends at the latest.
        pub ends_at: DateTime<Utc>,
        /// The language's code.
        pub locale: String,
    }
}

/// A session to be begun.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// The hash of the cookie.
    pub token_hash: [u8; 32],
    /// The person.
    pub user: UserId,
    /// The programme.
    pub programme: ProgrammeId,
    /// Now.
    pub made_at: DateTime<Utc>,
    /// When it ends at the latest.
    pub ends_at: DateTime<Utc>,
    /// The language's code.
    pub locale: &'static str,
}

impl Reader {
    /// The session of a cookie, with the person's part in the programme on a day.
    ///
    /// # Errors
    ///
    /// A fault of the database.
    pub async fn session(&mut self, token_hash: &[u8; 32], day: NaiveDate) -> Result<Option<SessionRow>> {
        maybe!(
            self,
            "SELECT u.id, u.version, u.organisation_id, u.name_sealed, k.epoch, k.wrapped, u.disabled_at, u.expires_on, \
             s.programme_id, g.version, m.role, s.seen_at, s.ends_at, s.locale \
             FROM session s \
             JOIN user_account u ON u.id = s.user_id AND u.superseded_at IS NULL \
             JOIN programme g ON g.id = s.programme_id AND g.superseded_at IS NULL \
             JOIN membership m ON m.user_id = s.user_id AND m.programme_id = s.programme_id AND m.superseded_at IS NULL \
             AND m.from_day <= $2 AND (m.to_day IS NULL OR m.to_day >= $2) \
             LEFT JOIN keystore.subject_key k ON k.subject_id = u.id \
             WHERE s.token_hash = $1 ORDER BY m.from_day DESC LIMIT 1",
            &token_hash[..],
            day
        )
    }
}

impl Work {
    /// Begins a session; the person's ended ones are swept away.
    ///
    /// # Errors
    ///
    /// A fault of the database, as for every function here.
    pub async fn begin_session(&mut self, session: &NewSession) -> Result<()> {
        let made_at = kept(session.made_at);
        execute!(self, "DELETE FROM session WHERE user_id = $1 AND ends_at < $2", session.user.0, made_at)?;
        execute!(
            self,
            "INSERT INTO session (token_hash, user_id, programme_id, made_at, seen_at, ends_at, locale) \
             VALUES ($1, $2, $3, $4, $4, $5, $6)",
            &session.token_hash[..],
            session.user.0,
            session.programme.0,
            made_at,
            kept(session.ends_at),
            session.locale
        )?;
        Ok(())
    }

    /// Ends one session.
    pub async fn end_session(&mut self, token_hash: &[u8; 32]) -> Result<()> {
        execute!(self, "DELETE FROM session WHERE token_hash = $1", &token_hash[..])?;
        Ok(())
    }

    /// Ends every session of a person.
    pub async fn end_sessions_of(&mut self, user: UserId) -> Result<()> {
        execute!(self, "DELETE FROM session WHERE user_id = $1", user.0)?;
        Ok(())
    }
}

impl Store {
    /// Notes that a session is used. No event and no grant: it records nothing about anybody but how long the session lives.
    ///
    /// # Errors
    ///
    /// A fault of the database.
    pub async fn touch_session(&self, token_hash: &[u8; 32], now: DateTime<Utc>) -> Result<()> {
        let mut line = self.write_line().await?;
        execute!(line, "UPDATE session SET seen_at = $2 WHERE token_hash = $1", &token_hash[..], kept(now))?;
        line.commit().await
    }
}
