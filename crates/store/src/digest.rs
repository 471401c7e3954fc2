//! Who wants the mail, how often and where to; and to whom a run has sent it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::code::{DigestRhythm, Role};
use domain::id::{ProgrammeId, UserId};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::job::Moment;
use crate::line::{all, execute, maybe, row};
use crate::work::{Reader, Work, kept};

row! {
    /// A person's choice.
    pub struct DigestRow {
        /// Its version: the seal is bound to it.
        pub version: i64,
        /// The code of how often.
        pub rhythm: String,
        /// The language's code.
        pub locale: String,
        /// The address, sealed.
        pub address: Vec<u8>,
    }
}

row! {
    /// Somebody to whom the mail goes, with the role in the programme on the day.
    pub struct DigestReader {
        /// The person.
        pub user: Uuid,
        /// The organisation.
        pub organisation: Uuid,
        /// The code of the role.
        pub role: String,
        /// The version of the choice.
        pub version: i64,
        /// The language's code.
        pub locale: String,
        /// The address, sealed.
        pub address: Vec<u8>,
        /// The epoch of the person's key; none where it is shredded.
        pub epoch: Option<i64>,
        /// The wrapped key.
        pub wrapped: Option<Vec<u8>>,
    }
}

impl Reader {
    /// What somebody has chosen in a programme.
    ///
    /// # Errors
    ///
    /// Where the database fails, as for every function here.
    pub async fn digest(&mut self, programme: ProgrammeId, user: UserId) -> Result<Option<DigestRow>> {
        maybe!(
            self,
            "SELECT version, rhythm, locale, address_sealed FROM digest WHERE programme_id = $1 AND user_id = $2",
            programme.0,
            user.0
        )
    }

    /// Those who want the mail this often and whose account and part in the programme have not ended by the day. Whoever has several
    /// parts is there once for each, a worker's last.
    pub async fn digest_readers(
        &mut self,
        programme: ProgrammeId,
        rhythm: DigestRhythm,
        day: NaiveDate,
    ) -> Result<Vec<DigestReader>> {
        all!(
            self,
            "SELECT u.id, u.organisation_id, m.role, d.version, d.locale, d.address_sealed, k.epoch, k.wrapped FROM digest d \
             JOIN user_account u ON u.id = d.user_id AND u.superseded_at IS NULL AND u.disabled_at IS NULL \
             AND (u.expires_on IS NULL OR u.expires_on >= $3) \
             JOIN membership m ON m.user_id = d.user_id AND m.programme_id = d.programme_id AND m.superseded_at IS NULL \
             AND m.from_day <= $3 AND (m.to_day IS NULL OR m.to_day >= $3) \
             LEFT JOIN keystore.subject_key k ON k.subject_id = u.id \
             WHERE d.programme_id = $1 AND d.rhythm = $2 ORDER BY u.id, m.role = $4, m.from_day DESC",
            programme.0,
            rhythm.code(),
            day,
            Role::Worker.code()
        )
    }

    /// To whom a run has sent the mail.
    pub async fn digests_sent(&mut self, moment: Moment) -> Result<Vec<UserId>> {
        let rows: Vec<(Uuid,)> = all!(
            self,
            "SELECT user_id FROM digest_sent WHERE programme_id = $1 AND kind = $2 AND due_at = $3 ORDER BY user_id",
            moment.programme.0,
            moment.kind.code(),
            kept(moment.due)
        )?;
        Ok(rows.into_iter().map(|(user,)| UserId(user)).collect())
    }
}

impl Work {
    /// Keeps what somebody has chosen: version 1 where there was nothing, else the next.
    ///
    /// # Errors
    ///
    /// [`Error::Stale`] where it was changed meanwhile.
    pub async fn put_digest(
        &mut self,
        programme: ProgrammeId,
        user: UserId,
        digest: &DigestRow,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let changed = execute!(
            self,
            "INSERT INTO digest (user_id, programme_id, version, rhythm, locale, address_sealed, kept_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (user_id, programme_id) DO UPDATE \
             SET version = excluded.version, rhythm = excluded.rhythm, locale = excluded.locale, \
             address_sealed = excluded.address_sealed, kept_at = excluded.kept_at WHERE digest.version = excluded.version - 1",
            user.0,
            programme.0,
            digest.version,
            &digest.rhythm,
            &digest.locale,
            &digest.address,
            kept(now)
        )?;
        if changed == 1 { Ok(()) } else { Err(Error::Stale) }
    }

    /// Forgets what somebody has chosen, and the address with it.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn drop_digest(&mut self, programme: ProgrammeId, user: UserId) -> Result<()> {
        execute!(self, "DELETE FROM digest WHERE programme_id = $1 AND user_id = $2", programme.0, user.0)?;
        Ok(())
    }

    /// Notes that a run has sent somebody the mail.
    ///
    /// # Errors
    ///
    /// [`Error::Taken`] where that is noted already.
    pub async fn note_digest_sent(&mut self, moment: Moment, user: UserId, now: DateTime<Utc>) -> Result<()> {
        execute!(
            self,
            "INSERT INTO digest_sent (programme_id, kind, due_at, user_id, sent_at) VALUES ($1, $2, $3, $4, $5)",
            moment.programme.0,
            moment.kind.code(),
            kept(moment.due),
            user.0,
            kept(now)
        )?;
        Ok(())
    }
}
