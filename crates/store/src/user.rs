//! Accounts: who signs in, in which programmes and roles, and what signing in has come to.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::code::Role;
use domain::id::{OrganisationId, PartnerId, ProgrammeId, UserId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, execute, maybe, row};
use crate::work::{Reader, Work, kept};

row! {
    /// An account in its current version.
    pub struct UserRow {
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// The organisation.
        pub organisation: Uuid,
        /// The name to sign in with.
        pub user_name: String,
        /// The person's name, sealed under the person's key.
        pub name: Option<Vec<u8>>,
        /// The hash of the password; none where signing in is not possible yet.
        pub password_hash: Option<String>,
        /// When it was disabled.
        pub disabled_at: Option<DateTime<Utc>>,
        /// Its last day.
        pub expires_on: Option<NaiveDate>,
    }
}

row! {
    /// A person's name with what opens it.
    pub struct UserName {
        /// The person.
        pub id: Uuid,
        /// The version of the account's row.
        pub version: i64,
        /// The name to sign in with.
        pub user_name: String,
        /// The name, sealed.
        pub name: Option<Vec<u8>>,
        /// The epoch of the person's key.
        pub epoch: Option<i64>,
        /// The wrapped key.
        pub wrapped: Option<Vec<u8>>,
    }
}

row! {
    /// A part in a programme.
    pub struct MembershipRow {
        /// The account.
        pub user: Uuid,
        /// The programme.
        pub programme: Uuid,
        /// The code of the role.
        pub role: String,
        /// The first day.
        pub from_day: NaiveDate,
        /// The last day.
        pub to_day: Option<NaiveDate>,
    }
}

row! {
    /// What signing in has come to.
    pub struct LoginRow {
        /// Failures since the last success.
        pub failed_attempts: i64,
        /// Until when nobody can sign in.
        pub locked_until: Option<DateTime<Utc>>,
    }
}

/// A part in a programme, to be recorded.
#[derive(Clone, Copy, Debug)]
pub struct Membership {
    /// Its id.
    pub id: Uuid,
    /// The account.
    pub user: UserId,
    /// The programme.
    pub programme: ProgrammeId,
    /// The role.
    pub role: Role,
    /// The partner, for a partner's person.
    pub partner: Option<PartnerId>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: Option<NaiveDate>,
}

impl Reader {
    /// The account with this name.
    ///
    /// # Errors
    ///
    /// A fault of the database, as for every function here.
    pub async fn user_by_name(&mut self, user_name: &str) -> Result<Option<UserRow>> {
        maybe!(
            self,
            "SELECT id, version, organisation_id, user_name, name_sealed, password_hash, disabled_at, expires_on \
             FROM user_account WHERE user_name = $1 AND superseded_at IS NULL",
            user_name
        )
    }

    /// Every account of an organisation, by name.
    pub async fn users(&mut self, organisation: OrganisationId) -> Result<Vec<UserRow>> {
        all!(
            self,
            "SELECT id, version, organisation_id, user_name, name_sealed, password_hash, disabled_at, expires_on \
             FROM user_account WHERE organisation_id = $1 AND superseded_at IS NULL ORDER BY user_name",
            organisation.0
        )
    }

    /// The id of each account of an organisation, by name.
    pub async fn user_ids(&mut self, organisation: OrganisationId) -> Result<HashMap<String, UserId>> {
        let rows: Vec<(String, Uuid)> = all!(
            self,
            "SELECT user_name, id FROM user_account WHERE organisation_id = $1 AND superseded_at IS NULL",
            organisation.0
        )?;
        Ok(rows.into_iter().map(|(name, id)| (name, UserId(id))).collect())
    }

    /// The names of the people of a programme.
    pub async fn member_names(&mut self, programme: ProgrammeId) -> Result<Vec<UserName>> {
        all!(
            self,
            "SELECT u.id, u.version, u.user_name, u.name_sealed, k.epoch, k.wrapped \
             FROM user_account u LEFT JOIN keystore.subject_key k ON k.subject_id = u.id \
             WHERE u.superseded_at IS NULL AND u.id IN (SELECT m.user_id FROM membership m \
             WHERE m.programme_id = $1 AND m.superseded_at IS NULL) ORDER BY u.user_name",
            programme.0
        )
    }

    /// The parts of a programme.
    pub async fn members(&mut self, programme: ProgrammeId) -> Result<Vec<MembershipRow>> {
        all!(
            self,
            "SELECT user_id, programme_id, role, from_day, to_day FROM membership \
             WHERE programme_id = $1 AND superseded_at IS NULL ORDER BY from_day, id",
            programme.0
        )
    }

    /// The parts of an account, the earliest first.
    pub async fn memberships(&mut self, user: UserId) -> Result<Vec<MembershipRow>> {
        all!(
            self,
            "SELECT user_id, programme_id, role, from_day, to_day FROM membership \
             WHERE user_id = $1 AND superseded_at IS NULL ORDER BY from_day, id",
            user.0
        )
    }

    /// What signing in has come to.
    pub async fn login(&mut self, user: UserId) -> Result<Option<LoginRow>> {
        maybe!(self, "SELECT failed_attempts, locked_until FROM user_login WHERE user_id = $1", user.0)
    }
}

impl Work {
    /// Adds a version of an account; the one before is stamped as superseded.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Taken`] where the name is somebody else's.
    pub async fn add_user(&mut self, row: &UserRow, now: DateTime<Utc>) -> Result<()> {
        let (by, now) = (self.recorded_by(), kept(now));
        execute!(
            self,
            "UPDATE user_account SET superseded_at = $2 WHERE id = $1 AND superseded_at IS NULL",
            row.id,
            now
        )?;
        execute!(
            self,
            "INSERT INTO user_account (id, version, organisation_id, user_name, name_sealed, password_hash, disabled_at, \
             expires_on, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            row.id,
            row.version,
            row.organisation,
            row.user_name.as_str(),
            row.name.as_deref(),
            row.password_hash.as_deref(),
            row.disabled_at.map(kept),
            row.expires_on,
            by.as_str(),
            now
        )?;
        Ok(())
    }

    /// Adds a part in a programme.
    pub async fn add_membership(&mut self, membership: &Membership, now: DateTime<Utc>) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "INSERT INTO membership (user_id, programme_id, id, version, role, partner_id, from_day, to_day, recorded_by, \
             recorded_at) VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9)",
            membership.user.0,
            membership.programme.0,
            membership.id,
            membership.role.code(),
            membership.partner.map(|partner| partner.0),
            membership.from,
            membership.to,
            by.as_str(),
            kept(now)
        )?;
        Ok(())
    }

    /// Notes what signing in has come to.
    pub async fn note_login(&mut self, user: UserId, login: &LoginRow) -> Result<()> {
        let changed = execute!(
            self,
            "UPDATE user_login SET failed_attempts = $2, locked_until = $3 WHERE user_id = $1",
            user.0,
            login.failed_attempts,
            login.locked_until.map(kept)
        )?;
        if changed == 0 {
            execute!(
                self,
                "INSERT INTO user_login (user_id, failed_attempts, locked_until) VALUES ($1, $2, $3)",
                user.0,
                login.failed_attempts,
                login.locked_until.map(kept)
            )?;
        }
        Ok(())
    }
}
