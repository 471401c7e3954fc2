//! Sessions: who is signed in, until when. Only a hash of the cookie is kept.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Grant;
use domain::code::Role;
use domain::id::{ProgrammeId, UserId};
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

row! {
    /// A session with its person, in one statement, because every request asks for it.
    pub struct SignedInRow {
        /// The person.
        pub user: Uuid,
        /// The version of the account's row.
        pub version: i64,
        /// The organisation.
        pub organisation: Uuid,
        /// The person's name, sealed.
        pub name_sealed: Option<Vec<u8>>,
        /// The epoch of the person's key; none where it is shredded.
        pub epoch: Option<i64>,
        /// The wrapped key.
        pub wrapped: Option<Vec<u8>>,
        /// When the account was disabled.
        pub disabled_at: Option<DateTime<Utc>>,
        /// The account's last day.
        pub expires_on: Option<NaiveDate>,
        /// The programme's current version.
        pub programme_version: i64,
        /// The code of the role.
        pub role: String,
        /// The partner, for a partner's person.
        pub partner: Option<Uuid>,
        /// The programme.
        pub programme: Uuid,
        /// When the session was begun.
        pub made_at: DateTime<Utc>,
        /// When it was last used.
        pub seen_at: DateTime<Utc>,
        /// When it ends at the latest.
        pub ends_at: DateTime<Utc>,
        /// The language's code.
        pub locale: String,
        /// In how many programmes the person has a part on the day.
        pub programmes: i64,
    }
}

impl Reader {
    /// The session of a cookie with its person, and the person's part in the programme on a day. Of several parts a worker's comes
    /// last: a coordinator who has citizens too is the coordinator.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn signed_in(&mut self, token_hash: &[u8], day: NaiveDate) -> Result<Option<SignedInRow>> {
        maybe!(
            self,
            "SELECT u.id, u.version, u.organisation_id, u.name_sealed, k.epoch, k.wrapped, u.disabled_at, u.expires_on,
                    g.version, m.role, m.partner_id, s.programme_id, s.made_at, s.seen_at, s.ends_at, s.locale,
                    (SELECT COUNT(DISTINCT o.programme_id) FROM membership o WHERE o.user_id = s.user_id AND o.superseded_at IS NULL
                        AND o.from_day <= $2 AND (o.to_day IS NULL OR o.to_day >= $2))
             FROM session s
             JOIN user_account u ON u.id = s.user_id AND u.superseded_at IS NULL
             JOIN programme g ON g.id = s.programme_id AND g.superseded_at IS NULL
             JOIN membership m ON m.user_id = s.user_id AND m.programme_id = s.programme_id AND m.superseded_at IS NULL
                  AND m.from_day <= $2 AND (m.to_day IS NULL OR m.to_day >= $2)
             LEFT JOIN keystore.subject_key k ON k.subject_id = u.id
             WHERE s.token_hash = $1 ORDER BY m.role = $3, m.from_day DESC LIMIT 1",
            token_hash,
            day,
            Role::Worker.code()
        )
    }

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

    /// Goes on in another of the person's programmes.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn choose_programme(&mut self, token_hash: &[u8], user: UserId, programme: ProgrammeId) -> Result<()> {
        execute!(
            self,
            "UPDATE session SET programme_id = $3 WHERE token_hash = $1 AND user_id = $2",
            token_hash,
            user.0,
            programme.0
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

    /// Forgets the sessions that had ended by now; gives how many.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn forget_ended_sessions(&mut self, now: DateTime<Utc>) -> Result<u64> {
        execute!(self, "DELETE FROM session WHERE ends_at <= $1", kept(now))
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
