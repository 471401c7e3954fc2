//! The tokens of programs that read figures. Only their hashes are kept.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Grant;
use domain::id::{ProgrammeId, TokenId};
use uuid::Uuid;

use crate::connect::Store;
use crate::error::Result;
use crate::line::{all, execute, maybe, row};
use crate::work::{Reader, Work, kept};

row! {
    /// A token.
    pub struct TokenRow {
        /// Its id.
        pub id: Uuid,
        /// The programme whose figures it reads.
        pub programme: Uuid,
        /// What the program is called.
        pub name: String,
        /// The code of the role whose figures it sees.
        pub role: String,
        /// Who made it.
        pub made_by: Uuid,
        /// When it was made.
        pub made_at: DateTime<Utc>,
        /// Its last day.
        pub ends_on: NaiveDate,
        /// When it was last used.
        pub used_at: Option<DateTime<Utc>>,
        /// When it was ended before its last day.
        pub ended_at: Option<DateTime<Utc>>,
    }
}

impl Reader {
    /// The token of a hash, ended or not.
    ///
    /// # Errors
    ///
    /// Where the database fails, as for every function here.
    pub async fn token(&mut self, token_hash: &[u8]) -> Result<Option<TokenRow>> {
        maybe!(
            self,
            "SELECT id, programme_id, name, role, made_by, made_at, ends_on, used_at, ended_at FROM api_token
             WHERE token_hash = $1",
            token_hash
        )
    }

    /// The tokens of a programme, the latest made first.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn tokens(&mut self, programme: ProgrammeId) -> Result<Vec<TokenRow>> {
        all!(
            self,
            "SELECT id, programme_id, name, role, made_by, made_at, ends_on, used_at, ended_at FROM api_token
             WHERE programme_id = $1 ORDER BY made_at DESC, id DESC",
            programme.0
        )
    }
}

impl Work {
    /// Keeps a new token under the hash of what the program sends.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Taken`] where the hash is there already.
    pub async fn add_token(&mut self, token: &TokenRow, token_hash: &[u8]) -> Result<()> {
        execute!(
            self,
            "INSERT INTO api_token (id, token_hash, programme_id, name, role, made_by, made_at, ends_on)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            token.id,
            token_hash,
            token.programme,
            &token.name,
            &token.role,
            token.made_by,
            kept(token.made_at),
            token.ends_on
        )?;
        Ok(())
    }

    /// Ends a token of a programme; gives whether there was one that had not been ended.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn end_token(&mut self, programme: ProgrammeId, token: TokenId, now: DateTime<Utc>) -> Result<bool> {
        let ended = execute!(
            self,
            "UPDATE api_token SET ended_at = $3 WHERE programme_id = $1 AND id = $2 AND ended_at IS NULL",
            programme.0,
            token.0,
            kept(now)
        )?;
        Ok(ended > 0)
    }
}

impl Store {
    /// Keeps when a token was last used. No event: it is no fact and concerns no citizen. Call it at most once a minute for a token.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn touch_token(&self, _grant: &Grant, token: TokenId, now: DateTime<Utc>) -> Result<()> {
        let mut line = self.pools().write().await?;
        execute!(line, "UPDATE api_token SET used_at = $2 WHERE id = $1", token.0, kept(now))?;
        line.commit().await
    }
}
