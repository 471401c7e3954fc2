//! Calendar addresses: whose an address is. Only its hash is kept.

use chrono::{DateTime, Utc};
use domain::id::{ProgrammeId, UserId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{execute, maybe, row};
use crate::work::{Reader, Work, kept};

row! {
    /// Whose a calendar address is, where the person may use it on the day.
    pub struct FeedRow {
        /// The person.
        pub user: Uuid,
        /// The organisation.
        pub organisation: Uuid,
        /// The programme.
        pub programme: Uuid,
        /// The code of the role in it.
        pub role: String,
    }
}

impl Reader {
    /// Whose a calendar address is. None for an address that nobody has (any more), and where the person's account or part in the
    /// programme has ended by the moment: an address is no better than its owner.
    ///
    /// # Errors
    ///
    /// Where the database fails, as for every function here.
    pub async fn feed(&mut self, token_hash: &[u8], day: chrono::NaiveDate) -> Result<Option<FeedRow>> {
        maybe!(
            self,
            "SELECT u.id, u.organisation_id, m.programme_id, m.role FROM feed f \
             JOIN user_account u ON u.id = f.user_id AND u.superseded_at IS NULL AND u.disabled_at IS NULL \
             AND (u.expires_on IS NULL OR u.expires_on >= $2) \
             JOIN membership m ON m.user_id = f.user_id AND m.programme_id = f.programme_id AND m.superseded_at IS NULL \
             AND m.from_day <= $2 AND (m.to_day IS NULL OR m.to_day >= $2) \
             WHERE f.token_hash = $1 ORDER BY m.role, m.from_day DESC LIMIT 1",
            token_hash,
            day
        )
    }

    /// When somebody's calendar address in a programme was made, where there is one.
    pub async fn feed_made(&mut self, programme: ProgrammeId, user: UserId) -> Result<Option<DateTime<Utc>>> {
        let made: Option<(DateTime<Utc>,)> = maybe!(
            self,
            "SELECT made_at FROM feed WHERE programme_id = $1 AND user_id = $2 ORDER BY made_at DESC LIMIT 1",
            programme.0,
            user.0
        )?;
        Ok(made.map(|(at,)| at))
    }
}

impl Work {
    /// Takes somebody's calendar address in a programme away, and gives a new one where its hash is given.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn put_feed(
        &mut self,
        programme: ProgrammeId,
        user: UserId,
        token_hash: Option<&[u8]>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        execute!(self, "DELETE FROM feed WHERE programme_id = $1 AND user_id = $2", programme.0, user.0)?;
        if let Some(token_hash) = token_hash {
            execute!(
                self,
                "INSERT INTO feed (token_hash, user_id, programme_id, made_at) VALUES ($1, $2, $3, $4)",
                token_hash,
                user.0,
                programme.0,
                kept(now)
            )?;
        }
        Ok(())
    }
}
