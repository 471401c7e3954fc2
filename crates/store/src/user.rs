//! Accounts and who has which role where.

use chrono::{DateTime, NaiveDate, Utc};
use domain::code::Role;
use domain::id::{OrganisationId, ProgrammeId, UserId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, execute, maybe, row};
use crate::packed::packed_row;
use crate::values;
use crate::work::{Reader, Work, kept};

row! {
    /// The current version of an account.
    pub struct UserRow {
        /// The account's id.
        pub id: Uuid,
        /// Its version; a change is made from it.
        pub version: i64,
        /// The organisation.
        pub organisation: Uuid,
        /// The name signed in with.
        pub user_name: String,
        /// The person's name, sealed under the account's own key.
        pub name_sealed: Option<Vec<u8>>,
        /// The Argon2id hash; `None` where the account has no password.
        pub password_hash: Option<String>,
        /// When it was disabled.
        pub disabled_at: Option<DateTime<Utc>>,
        /// The last day it may be used.
        pub expires_on: Option<NaiveDate>,
    }
}

row! {
    /// A current role of a person in a programme.
    pub struct MembershipRow {
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// The account.
        pub user: Uuid,
        /// The programme.
        pub programme: Uuid,
        /// The role's code.
        pub role: String,
        /// The partner, for a partner's person.
        pub partner: Option<Uuid>,
        /// The first day.
        pub from: NaiveDate,
        /// The last day.
        pub to: Option<NaiveDate>,
    }
}

impl MembershipRow {
    /// Whether the role is one that works with citizens.
    pub fn works_with_citizens(&self) -> bool {
        Role::parse(&self.role).is_ok_and(Role::works_with_citizens)
    }

    /// Whether it holds on a day; its first and last are in it.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

row! {
    /// What signing in has come to.
    pub struct LoginRow {
        /// Refused attempts since the last success.
        pub failed_attempts: i64,
        /// Until when attempts are refused unseen.
        pub locked_until: Option<DateTime<Utc>>,
        /// The last success.
        pub signed_in_at: Option<DateTime<Utc>>,
    }
}

/// A user's current row by some condition.
macro_rules! user_where {
    ($condition:literal) => {
        concat!(
            "SELECT id, version, organisation_id, user_name, name_sealed, password_hash, disabled_at, expires_on
             FROM user_account WHERE superseded_at IS NULL AND ",
            $condition
        )
    };
}

row! {
    /// A person's name with what opens it.
    pub struct NameRow {
        /// The person.
        pub id: Uuid,
        /// The version of the account's row.
        pub version: i64,
        /// The name to sign in with.
        pub user_name: String,
        /// The name, sealed.
        pub name_sealed: Option<Vec<u8>>,
        /// The epoch of the person's key; none where it is shredded.
        pub epoch: Option<i64>,
        /// The wrapped key.
        pub wrapped: Option<Vec<u8>>,
    }
}

packed_row!(of NameRow { id, version, user_name, name_sealed, epoch, wrapped });

/// The people of one citizen's course, as a rule; so the statement for them has one text.
const FEW: usize = 8;

impl Reader {
    /// The names of the people of a programme, by user name.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn member_names(&mut self, programme: ProgrammeId) -> Result<Vec<NameRow>> {
        all!(
            self,
            "SELECT u.id, u.version, u.user_name, u.name_sealed, k.epoch, k.wrapped
             FROM user_account u LEFT JOIN keystore.subject_key k ON k.subject_id = u.id
             WHERE u.superseded_at IS NULL AND u.id IN (SELECT m.user_id FROM membership m
                   WHERE m.programme_id = $1 AND m.superseded_at IS NULL) ORDER BY u.user_name",
            programme.0
        )
    }

    /// The names of some people.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn names_of(&mut self, users: &[UserId]) -> Result<Vec<NameRow>> {
        let select = "SELECT u.id, u.version, u.user_name, u.name_sealed, k.epoch, k.wrapped
             FROM user_account u LEFT JOIN keystore.subject_key k ON k.subject_id = u.id
             WHERE u.superseded_at IS NULL AND u.id IN ";
        values::select_in(&mut self.line, select, FEW, users.iter().map(|user| user.0)).await
    }

    /// The account that signs in with this name.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn user_named(&mut self, user_name: &str) -> Result<Option<UserRow>> {
        maybe!(self, user_where!("user_name = $1"), user_name)
    }

    /// The account.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn user(&mut self, user: UserId) -> Result<Option<UserRow>> {
        maybe!(self, user_where!("id = $1"), user.0)
    }

    /// The organisation's accounts, by user name.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn users(&mut self, organisation: OrganisationId) -> Result<Vec<UserRow>> {
        all!(self, user_where!("organisation_id = $1 ORDER BY user_name"), organisation.0)
    }

    /// The person's roles, whatever their days.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn memberships(&mut self, user: UserId) -> Result<Vec<MembershipRow>> {
        all!(
            self,
            "SELECT id, version, user_id, programme_id, role, partner_id, from_day, to_day
             FROM membership WHERE user_id = $1 AND superseded_at IS NULL ORDER BY from_day, id",
            user.0
        )
    }

    /// The roles held in the programme, whatever their days.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn members(&mut self, programme: ProgrammeId) -> Result<Vec<MembershipRow>> {
        all!(
            self,
            "SELECT id, version, user_id, programme_id, role, partner_id, from_day, to_day
             FROM membership WHERE programme_id = $1 AND superseded_at IS NULL ORDER BY user_id, from_day, id",
            programme.0
        )
    }

    /// What signing in has come to; `None` before the first attempt.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn login(&mut self, user: UserId) -> Result<Option<LoginRow>> {
        maybe!(self, "SELECT failed_attempts, locked_until, signed_in_at FROM user_login WHERE user_id = $1", user.0)
    }
}

impl Work {
    /// Records an account, or a new version of it: version 1 is new, version n + 1 takes the place of version n.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Taken`] where the user name is taken, or somebody else has recorded this version first.
    pub async fn put_user(&mut self, user: &UserRow, now: DateTime<Utc>) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "UPDATE user_account SET superseded_at = $3 WHERE id = $1 AND version = $2 - 1 AND superseded_at IS NULL",
            user.id,
            user.version,
            kept(now)
        )?;
        execute!(
            self,
            "INSERT INTO user_account (id, version, organisation_id, user_name, name_sealed, password_hash, disabled_at,
                 expires_on, recorded_by, recorded_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            user.id,
            user.version,
            user.organisation,
            &user.user_name,
            user.name_sealed.as_deref(),
            user.password_hash.as_deref(),
            user.disabled_at.map(kept),
            user.expires_on,
            &by,
            kept(now)
        )?;
        Ok(())
    }

    /// Records a role, or a new version of it.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Taken`] where somebody else has recorded this version first.
    pub async fn put_membership(&mut self, membership: &MembershipRow, now: DateTime<Utc>) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "UPDATE membership SET superseded_at = $5
             WHERE user_id = $1 AND programme_id = $2 AND id = $3 AND version = $4 - 1 AND superseded_at IS NULL",
            membership.user,
            membership.programme,
            membership.id,
            membership.version,
            kept(now)
        )?;
        execute!(
            self,
            "INSERT INTO membership (user_id, programme_id, id, version, role, partner_id, from_day, to_day, recorded_by, recorded_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            membership.user,
            membership.programme,
            membership.id,
            membership.version,
            &membership.role,
            membership.partner,
            membership.from,
            membership.to,
            &by,
            kept(now)
        )?;
        Ok(())
    }

    /// Keeps what signing in has come to; state, not fact, so it is changed in place.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn put_login(&mut self, user: UserId, login: &LoginRow) -> Result<()> {
        execute!(
            self,
            "INSERT INTO user_login (user_id, failed_attempts, locked_until, signed_in_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (user_id) DO UPDATE
             SET failed_attempts = excluded.failed_attempts, locked_until = excluded.locked_until,
                 signed_in_at = excluded.signed_in_at",
            user.0,
            login.failed_attempts,
            login.locked_until.map(kept),
            login.signed_in_at.map(kept)
        )?;
        Ok(())
    }
}
