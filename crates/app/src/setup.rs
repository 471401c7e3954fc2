//! Setting up: the organisation, its programmes and accounts.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Action, Actor, Grant, Relation, decide};
use domain::code::Role;
use domain::event::{Entry, Event};
use domain::file::programme::parse_programme;
use domain::id::{OrganisationId, PartnerId, ProgrammeId, SubjectId, UserId};
use domain::personal::Personal;
use domain::programme::Programme;
use domain::programme::draft::Refused;
use store::Reader;
use store::organisation::OrganisationRow;
use store::programme::ProgrammeRow;
use store::user::{MembershipRow, UserRow};

use crate::cx::{new_id, zone};
use crate::once::Once;
use crate::password;
use crate::people::hold;
use crate::rules::{Way, confirm, offer};
use crate::sealing::{Cell, Keys};
use crate::view::rules::{Confirmed, Offered, Preview};
use crate::{App, Cx, Error, Result};

/// Who runs a command: the operating system's user, and when.
#[derive(Clone, Debug)]
pub struct Operator {
    /// The operating system's user name.
    pub name: String,
    /// The moment.
    pub now: DateTime<Utc>,
}

impl Operator {
    fn actor(&self) -> Actor {
        Actor::Operator { name: self.name.clone() }
    }

    fn may(&self, action: Action) -> Result<Grant> {
        Ok(decide(&self.actor(), action, Relation::NoCitizen, None)?)
    }
}

/// A programme as kept.
#[derive(Clone, Debug)]
pub struct KeptProgramme {
    /// Its version.
    pub version: i64,
    /// The text of its file.
    pub toml: String,
    /// Its rules.
    pub rules: Programme,
}

/// An account as listed.
#[derive(Clone, Debug)]
pub struct Account {
    /// The name to sign in with.
    pub user_name: String,
    /// The person's name.
    pub name: Option<Personal<String>>,
    /// Each programme's key with the role in it.
    pub roles: Vec<(String, Role)>,
    /// Whether signing in is possible.
    pub is_active: bool,
}

/// What an account is made of.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// The name to sign in with.
    pub user_name: String,
    /// The person's name.
    pub name: Option<Personal<String>>,
    /// The role.
    pub role: Role,
    /// The partner's name or short name, for a partner's person and nobody else.
    pub partner: Option<String>,
    /// The password; without one nobody can sign in yet.
    pub password: Option<Personal<String>>,
}

/// Makes the organisation of a new store.
///
/// # Errors
///
/// A fault of the store.
pub async fn make_organisation(app: &App, operator: &Operator, name: &str) -> Result<OrganisationId> {
    let id = OrganisationId(new_id(operator.now)?);
    let mut work = app.store().begin(operator.may(Action::KeepProgrammes)?).await?;
    work.add_organisation(&OrganisationRow::named(id, name.to_owned()), operator.now).await?;
    work.commit(Entry { programme: None, citizens: Vec::new(), event: Event::StoreMade }, operator.now).await?;
    Ok(id)
}

/// The organisation of this name; without one, the only one there is.
async fn organisation(app: &App, operator: &Operator, named: Option<&str>) -> Result<OrganisationId> {
    let mut reader = app.store().read(&operator.may(Action::KeepProgrammes)?).await?;
    let all = reader.organisations().await?;
    let names: Vec<&str> = all.iter().map(|row| row.name.as_str()).collect();
    let names = names.join(", ");
    match (named, all.as_slice()) {
        (_, []) => Err(Error::Refused("the store has no organisation yet; make one with `brobygger init`".to_owned())),
        (None, [only]) => Ok(OrganisationId(only.id)),
        (None, _) => Err(Error::Refused(format!(
            "there are several organisations; write --organisation with one of them: {names}"
        ))),
        (Some(named), all) => {
            let found = all.iter().find(|row| row.name == named).map(|row| OrganisationId(row.id));
            found.ok_or_else(|| Error::Refused(format!("there is no organisation \"{named}\"; there are: {names}")))
        }
    }
}

/// The organisations' names.
///
/// # Errors
///
/// A fault of the store.
pub async fn organisations(app: &App, operator: &Operator) -> Result<Vec<String>> {
    let mut reader = app.store().read(&operator.may(Action::KeepProgrammes)?).await?;
    Ok(reader.organisations().await?.into_iter().map(|row| row.name).collect())
}

/// Makes one more organisation in a store. No two have one name.
///
/// # Errors
///
/// [`Error::Refused`] where the name is empty or taken.
pub async fn add_organisation(app: &App, operator: &Operator, name: &str) -> Result<OrganisationId> {
    let name = name.trim();
    if name.is_empty() || organisations(app, operator).await?.iter().any(|known| known == name) {
        return Err(Error::Refused("an organisation needs a name that no other has".to_owned()));
    }
    make_organisation(app, operator, name).await
}

/// Adds a programme from the text of its file, or a new version of the one with its key. The same rules again change nothing. What a new version
/// moves is not asked about here: see [`offer_programme`].
///
/// # Errors
///
/// [`Error::Refused`] with every fault of the file, a line each.
pub async fn keep_programme(app: &App, operator: &Operator, file: &str, text: &str) -> Result<KeptProgramme> {
    change_programme(app, operator, None, (file, text), &Personal::new("–".to_owned())).await
}

/// As [`keep_programme`], in the organisation of this name and with the reason for a new version.
///
/// # Errors
///
/// As [`keep_programme`].
pub async fn change_programme(
    app: &App,
    operator: &Operator,
    organisation: Option<&str>,
    (file, text): (&str, &str),
    reason: &Personal<String>,
) -> Result<KeptProgramme> {
    let (rules, before, organisation) = known(app, operator, organisation, (file, text)).await?;
    if let Some(before) = before {
        let cx = app.cx_of(operator.actor(), &before, operator.now, render::Locale::default())?;
        let confirmed = confirm(app, &cx, (text, before.version), None, reason, Once(cx.new_id()?)).await?;
        return match confirmed {
            Confirmed::Saved(version) => Ok(KeptProgramme { version, toml: text.to_owned(), rules }),
            Confirmed::Not(Offered::Same) => Ok(KeptProgramme { version: before.version, toml: before.toml, rules }),
            Confirmed::Not(other) => Err(told(file, &other)),
        };
    }
    let row = ProgrammeRow {
        id: new_id(operator.now)?,
        version: 1,
        organisation: organisation.0,
        key: rules.key.clone(),
        toml: text.to_owned(),
    };
    let mut work = app.store().begin(operator.may(Action::KeepProgrammes)?).await?;
    work.put_programme(&row, None, operator.now).await?;
    let event = Event::ProgrammeKept { key: rules.key.clone(), version: row.version };
    let entry = Entry { programme: Some(ProgrammeId(row.id)), citizens: Vec::new(), event };
    work.commit(entry, operator.now).await?;
    Ok(KeptProgramme { version: row.version, toml: row.toml, rules })
}

/// What a file would move in the programme with its key; none where it is new or says the same.
///
/// # Errors
///
/// As [`keep_programme`].
pub async fn offer_programme(
    app: &App,
    operator: &Operator,
    organisation: Option<&str>,
    (file, text): (&str, &str),
) -> Result<Option<Preview>> {
    let (_, before, _) = known(app, operator, organisation, (file, text)).await?;
    let Some(before) = before else { return Ok(None) };
    let cx = app.cx_of(operator.actor(), &before, operator.now, render::Locale::default())?;
    match offer(app, &cx, Way::File(text), before.version).await? {
        Offered::Good(preview) => Ok(Some(*preview)),
        Offered::Same => Ok(None),
        other => Err(told(file, &other)),
    }
}

/// The rules of a file, the programme that has its key already, and the organisation.
async fn known(
    app: &App,
    operator: &Operator,
    named: Option<&str>,
    (file, text): (&str, &str),
) -> Result<(Programme, Option<ProgrammeRow>, OrganisationId)> {
    let rules = read(file, text)?;
    zone(&rules)?;
    for key in &rules.instruments {
        if app.instruments().named(key).is_none() {
            let known: Vec<&str> = app.instruments().all().iter().map(|pack| pack.key.as_str()).collect();
            let known = known.join(", ");
            return Err(Error::Refused(format!("{file}: there is no instrument \"{key}\"; there are {known}")));
        }
    }
    let organisation = organisation(app, operator, named).await?;
    let grant = operator.may(Action::KeepProgrammes)?;
    let before = app.store().read(&grant).await?.programme_of(organisation, &rules.key).await?;
    Ok((rules, before, organisation))
}

/// Why rules are not kept, in a sentence for the operator.
fn told(file: &str, offered: &Offered) -> Error {
    let t = render::words(render::Locale::En);
    let refused = |one: &Refused| {
        let what = one.what.as_ref().map(|what| format!(": {}", what.en)).unwrap_or_default();
        format!("{file}: {}{what}", t.code("refusal", one.code.code()))
    };
    match offered {
        Offered::Refused(all) => Error::Refused(all.iter().map(refused).collect::<Vec<_>>().join("\n")),
        Offered::Faults(faults) => {
            let faults: Vec<String> = faults.iter().map(|fault| format!("{file}:{fault}")).collect();
            Error::Refused(faults.join("\n"))
        }
        _ => Error::Stale,
    }
}

/// Reads a programme's file; every fault at once.
pub(crate) fn read(file: &str, text: &str) -> Result<Programme> {
    parse_programme(file, text)
        .map_err(|faults| Error::Refused(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")))
}

/// The programmes, by key.
///
/// # Errors
///
/// A fault of the store.
pub async fn programmes(app: &App, operator: &Operator) -> Result<Vec<KeptProgramme>> {
    let rows = app.store().read(&operator.may(Action::KeepProgrammes)?).await?.programmes().await?;
    let kept = |row: ProgrammeRow| {
        Ok(KeptProgramme { version: row.version, rules: read(&row.key, &row.toml)?, toml: row.toml })
    };
    rows.into_iter().map(kept).collect()
}

impl App {
    /// The context of a command in a programme.
    ///
    /// # Errors
    ///
    /// [`Error::Refused`], naming the programmes there are, where there is none with this key.
    pub async fn operator_cx(&self, operator: &Operator, programme: &str, locale: render::Locale) -> Result<Cx> {
        let grant = operator.may(Action::SeeFigures)?;
        let mut reader = self.store().read(&grant).await?;
        // Two organisations may each have a programme of one key: then it is written `organisation/key`.
        let (named, key) = match programme.rsplit_once('/') {
            Some((organisation, key)) => (Some(organisation), key),
            None => (None, programme),
        };
        let mut rows = reader.programmes_with_key(key).await?;
        if let Some(named) = named {
            let own = reader.organisations().await?.into_iter().find(|row| row.name == named).map(|row| row.id);
            rows.retain(|row| Some(row.organisation) == own);
        }
        if rows.len() > 1 {
            let all = "there are several organisations with that programme; write the organisation's name before it";
            return Err(Error::Refused(format!("{all}, as in \"name/{key}\"")));
        }
        let Some(row) = rows.into_iter().next() else {
            let known: Vec<String> = reader.programmes().await?.into_iter().map(|row| row.key).collect();
            let known =
                if known.is_empty() { "none yet; add one with `programme add`".to_owned() } else { known.join(", ") };
            return Err(Error::Refused(format!("there is no programme \"{programme}\"; there are: {known}")));
        };
        self.cx_of(operator.actor(), &row, operator.now, locale)
    }

    /// A context from a programme's row.
    pub(crate) fn cx_of(
        &self,
        actor: Actor,
        row: &ProgrammeRow,
        now: DateTime<Utc>,
        locale: render::Locale,
    ) -> Result<Cx> {
        let id = ProgrammeId(row.id);
        let programme = self.rules(id, row.version, || read(&row.key, &row.toml))?;
        self.cx_in(actor, OrganisationId(row.organisation), id, programme, now, locale)
    }

    /// A context in a programme whose rules are at hand.
    pub(crate) fn cx_in(
        &self,
        actor: Actor,
        organisation: OrganisationId,
        programme_id: ProgrammeId,
        programme: Arc<Programme>,
        now: DateTime<Utc>,
        locale: render::Locale,
    ) -> Result<Cx> {
        let zone = zone(&programme)?;
        let today = self.today(now, zone);
        Ok(Cx { now, today, actor, organisation, programme_id, programme, locale, partner: None, zone })
    }
}

/// Adds an account with a role in the programme of `cx`.
///
/// # Errors
///
/// [`Error::Refused`] where the name is taken or the password is unfit.
pub async fn add_user(app: &App, cx: &Cx, account: NewAccount) -> Result<UserId> {
    let grant = cx.may_at_all(Action::KeepUsers)?;
    let user_name = account.user_name.trim().to_lowercase();
    let fits = !user_name.is_empty() && user_name.len() <= 60 && !user_name.contains(char::is_whitespace);
    if !fits {
        return Err(Error::Refused("a user name has 1 to 60 letters and no space in it".to_owned()));
    }
    let partner = partner_of(app, cx, &grant, &account).await?;
    let password_hash = match account.password {
        Some(password) => Some(password::hash(password).await.map_err(|unfit| Error::Refused(unfit.to_string()))?),
        None => None,
    };
    let known = app.store().read(&grant).await?.user_named(&user_name).await?;
    let id = match &known {
        // A worker that a register named has an account without a password until somebody adds it here.
        Some(known) if known.password_hash.is_none() && known.organisation == cx.organisation.0 => UserId(known.id),
        Some(_) => return Err(Error::Refused(format!("there is an account \"{user_name}\" already"))),
        None => UserId(cx.new_id()?),
    };
    let mut keys = Keys::new(cx.organisation);
    if known.is_none() {
        let (key, wrapped) = app.store().keys().new_key(cx.organisation, id.into())?;
        app.store().add_keys(&grant, &[wrapped]).await?;
        keys.hold(id.into(), key);
    } else {
        let wrapped = app.store().read(&grant).await?.wrapped_keys(&[SubjectId::from(id)]).await?;
        for key in &wrapped {
            keys.hold(SubjectId(key.subject), app.store().keys().open(key)?);
        }
    }
    let version = known.as_ref().map_or(1, |known| known.version + 1);
    let cell = |version| Cell { table: "user_account", column: "name", row: id.0, version };
    let name = match (&account.name, &known) {
        (Some(name), _) => Some(name.clone()),
        (None, Some(known)) => keys.open(id.into(), cell(known.version), known.name_sealed.as_deref())?,
        (None, None) => None,
    };
    let row = UserRow {
        id: id.0,
        version,
        organisation: cx.organisation.0,
        user_name,
        name_sealed: keys.seal(id.into(), cell(version), name.as_ref().map(|name| name.reveal().as_str()))?,
        password_hash,
        disabled_at: None,
        expires_on: None,
    };
    let members = app.store().read(&grant).await?.memberships(id).await?;
    let is_same = |row: &MembershipRow| {
        row.programme == cx.programme_id.0
            && row.role == account.role.code()
            && row.partner == partner.map(|partner| partner.0)
    };
    let has_role = members.iter().any(is_same);
    let mut work = app.store().begin(grant).await?;
    work.put_user(&row, cx.now).await?;
    if !has_role {
        let membership = MembershipRow {
            id: cx.new_id()?,
            version: 1,
            user: id.0,
            programme: cx.programme_id.0,
            role: account.role.code().to_owned(),
            partner: partner.map(|partner| partner.0),
            from: cx.today.min(cx.programme.funding.from),
            to: None,
        };
        work.put_membership(&membership, cx.now).await?;
    }
    work.commit(cx.entry(Event::UserAdded { user: id }, Vec::new()), cx.now).await?;
    Ok(id)
}

/// The partner that an account is tied to: a partner's person has one, nobody else has.
async fn partner_of(app: &App, cx: &Cx, grant: &Grant, account: &NewAccount) -> Result<Option<PartnerId>> {
    let Some(wanted) = account.partner.as_deref().map(str::trim) else {
        return match account.role {
            Role::Partner => Err(Error::Refused("name the partner with --partner NAME".to_owned())),
            _ => Ok(None),
        };
    };
    if account.role != Role::Partner {
        return Err(Error::Refused(format!("a {} belongs to no partner; leave --partner out", account.role)));
    }
    let partners = app.store().read(grant).await?.partners(cx.organisation).await?;
    let is_it = |name: &str| name.to_lowercase() == wanted.to_lowercase();
    let found = partners
        .iter()
        .find(|row| is_it(&row.name))
        .or_else(|| partners.iter().find(|row| row.short_name.as_deref().is_some_and(is_it)));
    found.map(|row| Some(PartnerId(row.id))).ok_or_else(|| {
        let known: Vec<&str> = partners.iter().map(|row| row.name.as_str()).collect();
        let known = if known.is_empty() { "none yet".to_owned() } else { known.join(", ") };
        Error::Refused(format!("there is no partner \"{wanted}\"; there are: {known}"))
    })
}

/// The accounts, by user name.
///
/// # Errors
///
/// A fault of the store.
pub async fn users(app: &App, operator: &Operator) -> Result<Vec<Account>> {
    let grant = operator.may(Action::KeepUsers)?;
    let mut reader = app.store().read(&grant).await?;
    let organisations = reader.organisations().await?;
    let mut accounts = Vec::new();
    for organisation in organisations {
        accounts.extend(users_of(app, operator, &mut reader, OrganisationId(organisation.id)).await?);
    }
    accounts.sort_by(|one, other| one.user_name.cmp(&other.user_name));
    Ok(accounts)
}

async fn users_of(
    app: &App,
    operator: &Operator,
    reader: &mut Reader,
    organisation: OrganisationId,
) -> Result<Vec<Account>> {
    let programmes = reader.programmes().await?;
    let rows = reader.users(organisation).await?;
    let subjects: Vec<SubjectId> = rows.iter().map(|row| SubjectId(row.id)).collect();
    let mut keys = Keys::new(organisation);
    for key in reader.wrapped_keys(&subjects).await? {
        hold(app, &mut keys, key.subject, Some(key.epoch), Some(&key.wrapped))?;
    }
    let today: NaiveDate = operator.now.date_naive();
    let mut accounts = Vec::with_capacity(rows.len());
    for row in rows {
        let cell = Cell { table: "user_account", column: "name", row: row.id, version: row.version };
        let name = keys.open(SubjectId(row.id), cell, row.name_sealed.as_deref())?;
        let mut roles = Vec::new();
        for member in reader.memberships(UserId(row.id)).await? {
            let programme = programmes.iter().find(|programme| programme.id == member.programme);
            let role = crate::facts::code(Role::parse, &member.role)?;
            roles.extend(programme.map(|programme| (programme.key.clone(), role)));
        }
        let is_active =
            row.disabled_at.is_none() && row.password_hash.is_some() && row.expires_on.is_none_or(|last| today <= last);
        accounts.push(Account { user_name: row.user_name, name, roles, is_active });
    }
    Ok(accounts)
}

/// Disables an account and ends its sessions.
///
/// # Errors
///
/// [`Error::Refused`] where there is no account of that name.
pub async fn disable_user(app: &App, operator: &Operator, user_name: &str) -> Result<()> {
    let grant = operator.may(Action::KeepUsers)?;
    let row = app.store().read(&grant).await?.user_named(&user_name.trim().to_lowercase()).await?;
    let Some(row) = row else {
        return Err(Error::Refused(format!("there is no account \"{user_name}\"; `user list` shows those there are")));
    };
    let id = UserId(row.id);
    let organisation = OrganisationId(row.organisation);
    // The name is sealed to its version, so it is sealed anew.
    let wrapped = app.store().read(&grant).await?.wrapped_keys(&[SubjectId::from(id)]).await?;
    let mut keys = Keys::new(organisation);
    for key in &wrapped {
        keys.hold(SubjectId(key.subject), app.store().keys().open(key)?);
    }
    let cell = |version| Cell { table: "user_account", column: "name", row: row.id, version };
    let name = keys.open(id.into(), cell(row.version), row.name_sealed.as_deref())?;
    let version = row.version + 1;
    let name_sealed = keys.seal(id.into(), cell(version), name.as_ref().map(|name| name.reveal().as_str()))?;
    let disabled = UserRow { version, name_sealed, disabled_at: Some(operator.now), ..row };
    let mut work = app.store().begin(grant).await?;
    work.put_user(&disabled, operator.now).await?;
    work.end_sessions_of(id).await?;
    let entry = Entry { programme: None, citizens: Vec::new(), event: Event::UserDisabled { user: id } };
    work.commit(entry, operator.now).await?;
    Ok(())
}
