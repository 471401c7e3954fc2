//! Signing in and out, and the session of a request.

use chrono::{DateTime, TimeDelta, Utc};
use domain::access::{Action, Actor, Relation, decide};
use domain::code::Role;
use domain::event::{Entry, Event};
use domain::id::{OrganisationId, PartnerId, ProgrammeId, UserId};
use domain::personal::Personal;
use render::Locale;
use store::programme::ProgrammeRow;
use store::session::SessionRow;
use store::user::{LoginRow, UserRow};

use crate::facts::code;
use crate::people::hold;
use crate::sealing::{Cell, Keys};
use crate::{App, Cx, Error, Result, password};

/// A session ends after this long without a request.
const IDLE: TimeDelta = TimeDelta::minutes(15);
/// A session ends after this long in any case.
const LONGEST: TimeDelta = TimeDelta::hours(10);
/// The last use is noted this often: each note is a write.
const NOTED_EVERY: TimeDelta = TimeDelta::seconds(60);
/// What a form has done is remembered this long: longer than any session.
const FORMS_KEPT: TimeDelta = TimeDelta::days(3);
/// So many failures in a row lock the account for a while.
const FAILURES: i64 = 5;
const LOCKED: TimeDelta = TimeDelta::minutes(15);

/// A session just begun.
pub struct SignedIn {
    /// The cookie's value; only its hash is kept.
    pub cookie: String,
}

/// Who the reader is, beside what use cases ask for.
#[derive(Clone, Debug)]
pub struct Session {
    /// The person's name.
    pub name: Personal<String>,
    /// The role in the programme.
    pub role: Role,
    /// The token that every form of the session carries. Another programme's pages have another.
    pub token: String,
    /// Whether the person has a part in other programmes too.
    pub has_others: bool,
    hash: [u8; 32],
}

impl Session {
    /// The hash of its cookie.
    pub(crate) const fn hash(&self) -> &[u8; 32] {
        &self.hash
    }
}

/// The sign-in was refused, whatever was wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the sign-in was refused")]
pub struct Refused;

impl App {
    /// Signs a person in, in the first programme the person has a part in today.
    ///
    /// # Errors
    ///
    /// [`Refused`] in [`Ok`], the same for a wrong name, a wrong password, a locked, disabled or ended account; [`Error::Store`].
    pub async fn sign_in(
        &self,
        now: DateTime<Utc>,
        user_name: &str,
        password: Personal<String>,
        locale: Locale,
    ) -> Result<std::result::Result<SignedIn, Refused>> {
        let asking = decide(&Actor::Visitor, Action::SignIn, Relation::NoCitizen, None)?;
        let mut reader = self.store().read(&asking).await?;
        let row = reader.user_named(&user_name.trim().to_lowercase()).await?;
        let login = match &row {
            Some(row) => reader.login(UserId(row.id)).await?,
            None => None,
        };
        drop(reader);
        let login = login.unwrap_or(LoginRow { failed_attempts: 0, locked_until: None, signed_in_at: None });
        let is_locked = login.locked_until.is_some_and(|until| now < until);
        let fits = password::fits(password, row.as_ref().and_then(|row| row.password_hash.clone())).await;
        let Some(row) = row else { return self.refuse(now, None, login).await };
        if !fits || is_locked || row.disabled_at.is_some() {
            return self.refuse(now, Some(&row), login).await;
        }
        let Some((programme, role)) = self.part(now, &row).await? else {
            return self.refuse(now, Some(&row), login).await;
        };
        Ok(Ok(self.begin_session(now, &row, &programme, role, locale).await?))
    }

    /// A new session of somebody who came back by the number of a tablet; none where the account has ended meanwhile.
    pub(crate) async fn come_back(&self, now: DateTime<Utc>, user: UserId, locale: Locale) -> Result<Option<SignedIn>> {
        let asking = decide(&Actor::Visitor, Action::SignIn, Relation::NoCitizen, None)?;
        let Some(row) = self.store().read(&asking).await?.user(user).await? else { return Ok(None) };
        if row.disabled_at.is_some() {
            return Ok(None);
        }
        match self.part(now, &row).await? {
            Some((programme, role)) => Ok(Some(self.begin_session(now, &row, &programme, role, locale).await?)),
            None => Ok(None),
        }
    }

    /// A new session, so that none is taken over from before.
    async fn begin_session(
        &self,
        now: DateTime<Utc>,
        row: &UserRow,
        programme: &ProgrammeRow,
        role: Role,
        locale: Locale,
    ) -> Result<SignedIn> {
        let bytes: [u8; 32] = vault::bytes().map_err(store::Error::from)?;
        let cookie: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let user = UserId(row.id);
        let session = SessionRow {
            token_hash: vault::digest(cookie.as_bytes()).to_vec(),
            user: row.id,
            programme: Some(programme.id),
            made_at: now,
            seen_at: now,
            ends_at: now + LONGEST,
            locale: locale.code().to_owned(),
        };
        let actor = Actor::User {
            id: user,
            organisation: OrganisationId(row.organisation),
            programme: ProgrammeId(programme.id),
            role,
        };
        let grant = decide(&actor, Action::SignIn, Relation::NoCitizen, None)?;
        let mut work = self.store().begin(grant).await?;
        work.forget_ended_sessions(now).await?;
        work.forget_claims(now - FORMS_KEPT).await?;
        work.add_session(&session).await?;
        work.put_login(user, &LoginRow { failed_attempts: 0, locked_until: None, signed_in_at: Some(now) }).await?;
        work.commit(entry(Some(ProgrammeId(programme.id)), Event::SignedIn), now).await?;
        Ok(SignedIn { cookie })
    }

    /// The programme and role that a person has today; none where the account has ended.
    async fn part(&self, now: DateTime<Utc>, row: &UserRow) -> Result<Option<(ProgrammeRow, Role)>> {
        let asking = decide(&Actor::Visitor, Action::SignIn, Relation::NoCitizen, None)?;
        let mut reader = self.store().read(&asking).await?;
        let mut part: Option<(ProgrammeRow, Role)> = None;
        for member in reader.memberships(UserId(row.id)).await? {
            let Some(programme) = reader.programme(ProgrammeId(member.programme)).await? else { continue };
            let today = self.cx_of(Actor::Visitor, &programme, now, Locale::default())?.today;
            let holds = member.from <= today && member.to.is_none_or(|to| today <= to);
            // A coordinator who has citizens too is the coordinator: the session is chosen alike.
            let goes_before =
                part.as_ref().is_none_or(|(chosen, role)| chosen.id == programme.id && *role == Role::Worker);
            if holds && goes_before && row.expires_on.is_none_or(|last| today <= last) {
                part = Some((programme, code(Role::parse, &member.role)?));
            }
        }
        Ok(part)
    }

    async fn refuse(
        &self,
        now: DateTime<Utc>,
        row: Option<&UserRow>,
        login: LoginRow,
    ) -> Result<std::result::Result<SignedIn, Refused>> {
        let asking = decide(&Actor::Visitor, Action::SignIn, Relation::NoCitizen, None)?;
        let mut work = self.store().begin(asking).await?;
        if let Some(row) = row {
            let failed_attempts = login.failed_attempts + 1;
            let locked_until = (failed_attempts % FAILURES == 0).then(|| now + LOCKED).or(login.locked_until);
            work.put_login(UserId(row.id), &LoginRow { failed_attempts, locked_until, ..login }).await?;
        }
        work.commit(entry(None, Event::SignInRefused), now).await?;
        Ok(Err(Refused))
    }

    /// The context of a request, from its cookie; none where there is no such session any more.
    ///
    /// # Errors
    ///
    /// A fault of the store.
    pub async fn cx(&self, now: DateTime<Utc>, cookie: &str) -> Result<Option<(Cx, Session)>> {
        self.session(now, cookie, IDLE).await
    }

    /// The context of a session that is locked: left without a request for a while, and not yet at its end. It may keep what its person
    /// had typed, and be unlocked with the password; nothing else.
    ///
    /// # Errors
    ///
    /// A fault of the store.
    pub async fn locked(&self, now: DateTime<Utc>, cookie: &str) -> Result<Option<(Cx, Session)>> {
        match self.session(now, cookie, IDLE).await? {
            Some(_) => Ok(None),
            None => self.session(now, cookie, LONGEST).await,
        }
    }

    /// Unlocks a session: its person's password begins a new one and ends this.
    ///
    /// # Errors
    ///
    /// [`Refused`] in [`Ok`], as for signing in.
    pub async fn unlock(
        &self,
        cx: &Cx,
        session: &Session,
        password: Personal<String>,
    ) -> Result<std::result::Result<SignedIn, Refused>> {
        let Actor::User { id, .. } = &cx.actor else { return Ok(Err(Refused)) };
        let grant = cx.may_at_all(Action::SignIn)?;
        let Some(me) = self.store().read(&grant).await?.user(*id).await? else { return Ok(Err(Refused)) };
        let signed = self.sign_in(cx.now, &me.user_name, password, cx.locale).await?;
        if signed.is_ok() {
            let mut work = self.store().begin(grant).await?;
            work.end_session(&session.hash).await?;
            work.commit(cx.entry(Event::SignedOut, Vec::new()), cx.now).await?;
        }
        Ok(signed)
    }

    async fn session(&self, now: DateTime<Utc>, cookie: &str, idle: TimeDelta) -> Result<Option<(Cx, Session)>> {
        let hash = vault::digest(cookie.as_bytes());
        let asking = decide(&Actor::Visitor, Action::SignIn, Relation::NoCitizen, None)?;
        let mut reader = self.store().read(&asking).await?;
        let today = self.today(now, chrono_tz::Europe::Copenhagen);
        let Some(row) = reader.signed_in(&hash, today).await? else { return Ok(None) };
        let has_ended = row.ends_at <= now || row.seen_at + idle <= now;
        if has_ended || row.disabled_at.is_some() || row.expires_on.is_some_and(|last| last < today) {
            return Ok(None);
        }
        let id = ProgrammeId(row.programme);
        let programme = match self.known_rules(id, row.programme_version) {
            Some(rules) => rules,
            None => {
                let kept = reader.programme(id).await?.ok_or(Error::NotFound)?;
                self.cx_of(Actor::Visitor, &kept, now, Locale::default())?.programme
            }
        };
        drop(reader);
        // A locked session stays as it was when it was left.
        if idle == IDLE && row.seen_at + NOTED_EVERY <= now {
            let seen = SessionRow {
                token_hash: hash.to_vec(),
                user: row.user,
                programme: Some(row.programme),
                made_at: row.made_at,
                seen_at: now,
                ends_at: row.ends_at,
                locale: row.locale.clone(),
            };
            self.store().touch_session(&asking, &seen).await?;
        }
        let organisation = OrganisationId(row.organisation);
        let role = code(Role::parse, &row.role)?;
        let actor = Actor::User { id: UserId(row.user), organisation, programme: id, role };
        let mut keys = Keys::new(organisation);
        hold(self, &mut keys, row.user, row.epoch, row.wrapped.as_ref())?;
        let cell = Cell { table: "user_account", column: "name", row: row.user, version: row.version };
        let name = keys.open(domain::id::SubjectId(row.user), cell, row.name_sealed.as_deref())?;
        let session = Session {
            name: name.unwrap_or_else(|| Personal::new(role.code().to_owned())),
            role,
            token: token(&hash, id),
            has_others: row.programmes > 1,
            hash,
        };
        let locale = Locale::parse(&row.locale).unwrap_or_default();
        let cx = self.cx_in(actor, organisation, id, programme, now, locale)?;
        Ok(Some((Cx { partner: row.partner.map(PartnerId), ..cx }, session)))
    }

    /// Signs out.
    ///
    /// # Errors
    ///
    /// A fault of the store.
    pub async fn sign_out(&self, cx: &Cx, session: &Session) -> Result<()> {
        let mut work = self.store().begin(cx.may_at_all(Action::SignIn)?).await?;
        work.end_session(&session.hash).await?;
        work.commit(cx.entry(Event::SignedOut, Vec::new()), cx.now).await?;
        Ok(())
    }
}

fn entry(programme: Option<ProgrammeId>, event: Event) -> Entry {
    Entry { programme, citizens: Vec::new(), event }
}

/// The forms' token: made from the session's hash, so that it tells nothing about the cookie and needs no room of its own.
fn token(hash: &[u8; 32], programme: ProgrammeId) -> String {
    let digest = vault::digest(&[b"form".as_slice(), hash, programme.0.as_bytes()].concat());
    digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
