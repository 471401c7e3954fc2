//! *Oplysninger*: who a citizen is, kept by those who work with the citizen.

use domain::access::Action;
use domain::code::{Gender, SafeContact};
use domain::event::Event;
use domain::id::CitizenId;
use domain::identity::Identity;
use domain::personal::Personal;
use register::row as from;
use store::identity::IdentityRow;
use store::record::Fact;
use store::row::{Blind, Citizen, Version};
use vault::BlindKey;

use crate::case::Case;
use crate::facts::{code, impossible, maybe_code};
use crate::import::write;
use crate::once::{Once, begin_change};
use crate::sealing::{Cell, Keys};
use crate::view::identity::IdentityPage;
use crate::{App, Cx, Error, Result};

/// The page, logged before it is given: it opens what names the citizen.
///
/// # Errors
///
/// [`Error::NotFound`] where there is no such citizen for the reader.
pub async fn page(app: &App, cx: &Cx, id: CitizenId) -> Result<IdentityPage> {
    let case = Case::open(app, cx, Action::KeepCitizen, id).await?;
    let row = app.store().read(&case.grant).await?.identity(case.id()).await?.ok_or(Error::NotFound)?;
    let page = IdentityPage {
        about: case.about(cx)?,
        version: row.version,
        identity: opened(&case.keys, &row)?,
        register_id: register_id(&case.keys, &row)?,
    };
    app.store().look(&case.grant, cx.entry(seen(case.id()), vec![case.id()]), cx.now).await?;
    Ok(page)
}

/// What opening a citizen's names is in the log.
pub(crate) fn seen(citizen: CitizenId) -> Event {
    Event::SealedOpened { table: "citizen".to_owned(), column: "identity".to_owned(), row: citizen.to_string() }
}

/// Keeps who a citizen is, from the version that the form was made from.
///
/// # Errors
///
/// Every refusal at once; [`Error::Stale`] where somebody changed it meanwhile; [`Error::NotFound`].
pub async fn keep(app: &App, cx: &Cx, id: CitizenId, from: i64, identity: Identity, once: Once) -> Result<()> {
    let case = Case::open(app, cx, Action::KeepCitizen, id).await?;
    let identity = identity.tidied();
    identity.check(cx.today)?;
    let id = case.id();
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    let before = work.identity(id).await?.ok_or(Error::NotFound)?;
    let version = work.correct(Fact::Citizen(id.0), from, cx.now).await?;
    let rows = Rows::new(app, cx, &case.keys, &before, version, &identity)?;
    rows.keep(cx, &mut work).await?;
    work.commit(cx.entry(Event::CitizenKept { version }, vec![id]), cx.now).await?;
    Ok(())
}

/// The rows of a new version of who a citizen is.
pub(crate) struct Rows {
    citizen: Version<Citizen>,
    blind: Vec<Blind>,
}

impl Rows {
    /// The version after `before`, which says the same but for `identity`.
    pub(crate) fn new(
        app: &App,
        cx: &Cx,
        keys: &Keys,
        before: &IdentityRow,
        number: i64,
        identity: &Identity,
    ) -> Result<Self> {
        let id = CitizenId(before.id);
        let register_id = register_id(keys, before)?;
        let row = row(identity, register_id.as_ref())?;
        let mut fact = write::citizen(keys, id, number, &row)?;
        if register_id.is_none() {
            fact.register_id = None;
        }
        let blind = blind(app.store().keys().blind(), cx, id, &row, register_id.is_some());
        Ok(Self { citizen: Version { number, fact }, blind })
    }

    /// Records them, after the version before was stamped.
    pub(crate) async fn keep(self, cx: &Cx, work: &mut store::Work) -> Result<()> {
        let id = self.citizen.fact.id.0;
        work.add_citizens(cx.organisation, &[self.citizen], cx.now).await?;
        Ok(work.replace_blind(cx.organisation, &[id], &self.blind).await?)
    }
}

fn blind(key: &BlindKey, cx: &Cx, id: CitizenId, row: &from::Citizen, has_register_id: bool) -> Vec<Blind> {
    let mut entries = write::blind(key, cx.programme_id, id, row);
    entries.retain(|entry| has_register_id || entry.kind != "register_id");
    entries
}

/// An identity as a row of a register says it: the one form that is sealed and hashed from.
fn row(identity: &Identity, register_id: Option<&Personal<String>>) -> Result<from::Citizen> {
    let birth_year = identity.birth_year.map(u16::try_from).transpose().map_err(|_| impossible("year of birth"))?;
    Ok(from::Citizen {
        row: 0,
        id: register_id.map(|id| id.reveal().clone()).unwrap_or_default(),
        alias: identity.alias.clone(),
        name: identity.name.clone(),
        cpr: identity.cpr.as_ref().map(|cpr| Personal::new(vault::fold::cpr(cpr.reveal()))),
        gender: identity.gender,
        birth_year,
        phone: identity.phone.clone(),
        protected_address: Some(identity.protected_address),
        safe_contact: identity.safe_contact.iter().copied().collect(),
    })
}

/// The id in the team's register.
pub(crate) fn register_id(keys: &Keys, row: &IdentityRow) -> Result<Option<Personal<String>>> {
    let cell = Cell { table: "citizen", column: "register_id", row: row.id, version: row.version };
    keys.open(CitizenId(row.id).into(), cell, row.register_id.as_deref())
}

/// A version of who a citizen is, opened.
pub(crate) fn opened(keys: &Keys, row: &IdentityRow) -> Result<Identity> {
    let text = |column, sealed: &Option<Vec<u8>>| {
        let cell = Cell { table: "citizen", column, row: row.id, version: row.version };
        keys.open(CitizenId(row.id).into(), cell, sealed.as_deref())
    };
    let rules = row.safe_contact.split(',').filter(|rule| !rule.is_empty());
    Ok(Identity {
        alias: text("alias", &row.alias)?,
        name: text("name", &row.name)?,
        cpr: text("cpr", &row.cpr)?,
        phone: text("phone", &row.phone)?,
        birth_year: row.birth_year,
        gender: maybe_code(Gender::parse, row.gender.as_deref())?,
        protected_address: row.protected_address,
        safe_contact: rules.map(|rule| code(SafeContact::parse, rule)).collect::<Result<_>>()?,
    })
}
