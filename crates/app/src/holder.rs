//! *Tilskudsmodtager*: who runs the programme and who is responsible for the grant (M1). The person's CPR number is kept where the organisation has no
//! CVR number; it is opened on purpose, and that is logged.

use domain::access::Action;
use domain::code::OrganisationKind;
use domain::event::Event;
use domain::holder::{Wish, check};
use domain::id::SubjectId;
use domain::personal::Personal;
use store::organisation::{OrganisationRow, ResponsibleRow};

use crate::facts::maybe_code;
use crate::once::{Once, begin_change};
use crate::people::hold;
use crate::rules::{may_keep, taken};
use crate::sealing::{Cell, Keys};
use crate::view::holder::{HolderPage, Responsible};
use crate::{App, Cx, Error, Result};

/// The master data. The name of who is responsible is the organisation's own matter, as staff's names are; nothing is logged.
///
/// # Errors
///
/// [`Error::Denied`].
pub async fn page(app: &App, cx: &Cx) -> Result<HolderPage> {
    let grant = cx.may_at_all(Action::SeeRules)?;
    known(app, cx, &mut app.store().read(&grant).await?).await
}

/// The master data, for whoever may see what it stands in.
pub(crate) async fn known(app: &App, cx: &Cx, reader: &mut store::Reader) -> Result<HolderPage> {
    let row = reader.organisation(cx.organisation).await?.ok_or(Error::NotFound)?;
    let responsible = reader.responsible(cx.programme_id).await?;
    Ok(HolderPage {
        version: row.version,
        name: row.name,
        kind: maybe_code(OrganisationKind::parse, row.kind.as_deref())?,
        municipality: row.municipality.unwrap_or_default(),
        cvr: row.cvr.unwrap_or_default(),
        responsible: responsible.map(|row| opened(app, cx, &row)).transpose()?,
        may_keep: may_keep(cx),
    })
}

const fn cell(row: &ResponsibleRow, column: &'static str) -> Cell {
    Cell { table: "responsible", column, row: row.id, version: row.version }
}

fn keys_of(app: &App, cx: &Cx, row: &ResponsibleRow) -> Result<Keys> {
    let mut keys = Keys::new(cx.organisation);
    hold(app, &mut keys, row.id, row.epoch, row.wrapped.as_ref())?;
    Ok(keys)
}

fn opened(app: &App, cx: &Cx, row: &ResponsibleRow) -> Result<Responsible> {
    let keys = keys_of(app, cx, row)?;
    let text = |column, sealed: &Option<Vec<u8>>| keys.open(SubjectId(row.id), cell(row, column), sealed.as_deref());
    Ok(Responsible {
        id: row.id,
        version: row.version,
        name: text("name", &row.name)?.unwrap_or_else(|| Personal::new("–".to_owned())),
        contact: text("contact", &row.contact)?.unwrap_or_default(),
        has_cpr: row.cpr.is_some(),
    })
}

/// Keeps the master data, from the versions that the form was made from (0 where nobody was responsible yet). Another name is another person: with a
/// key of their own, and without the CPR number of whoever was before.
///
/// # Errors
///
/// [`Error::Denied`]; every refusal at once; [`Error::Stale`] where somebody changed either meanwhile.
pub async fn keep(app: &App, cx: &Cx, wish: Wish, (from, person_from): (i64, i64), once: Once) -> Result<()> {
    let grant = cx.may_at_all(Action::KeepProgrammes)?;
    let before = app.store().read(&grant).await?.responsible(cx.programme_id).await?;
    let known = before.as_ref().map(|row| opened(app, cx, row)).transpose()?;
    let name = wish.responsible.reveal().trim().to_owned();
    let is_same = known.as_ref().is_some_and(|known| known.name.reveal().trim() == name);
    let has_cpr = is_same && known.as_ref().is_some_and(|known| known.has_cpr);
    let details = check(&Wish { has_cpr, ..wish.clone() })?;
    let cpr = match (&details.cvr, wish.cpr.reveal().trim(), &before) {
        (Some(_), ..) => None,
        (None, "", Some(row)) => {
            keys_of(app, cx, row)?.open(SubjectId(row.id), cell(row, "cpr"), row.cpr.as_deref())?
        }
        (None, typed, _) => Some(Personal::new(typed.chars().filter(char::is_ascii_digit).collect())),
    };
    let person = match &before {
        Some(row) if is_same => row.id,
        _ => cx.new_id()?,
    };
    let version = before.as_ref().filter(|_| is_same).map_or(1, |row| row.version + 1);
    let keys = match &before {
        Some(row) if is_same => keys_of(app, cx, row)?,
        _ => {
            let (key, wrapped) = app.store().keys().new_key(cx.organisation, SubjectId(person))?;
            app.store().add_keys(&grant, &[wrapped]).await?;
            let mut keys = Keys::new(cx.organisation);
            keys.hold(SubjectId(person), key);
            keys
        }
    };
    let seal = |column, text: Option<&str>| {
        keys.seal(SubjectId(person), Cell { table: "responsible", column, row: person, version }, text)
    };
    let contact = Some(wish.contact.reveal().trim()).filter(|contact| !contact.is_empty());
    let responsible = ResponsibleRow {
        id: person,
        version,
        name: seal("name", Some(&name))?,
        contact: seal("contact", contact)?,
        cpr: seal("cpr", cpr.as_ref().map(|cpr| cpr.reveal().as_str()))?,
        epoch: None,
        wrapped: None,
    };
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
    let current = work.organisation(cx.organisation).await?.ok_or(Error::NotFound)?;
    let now = work.responsible(cx.programme_id).await?;
    let is_now = |row: &Option<ResponsibleRow>| row.as_ref().map(|row| (row.id, row.version));
    if current.version != from || is_now(&now) != is_now(&before) || now.map_or(0, |row| row.version) != person_from {
        return Err(Error::Stale);
    }
    let version = current.version + 1;
    let row = OrganisationRow {
        id: current.id,
        version,
        name: details.name,
        kind: Some(details.kind.code().to_owned()),
        municipality: Some(details.municipality),
        cvr: details.cvr.map(|cvr| cvr.as_str().to_owned()),
    };
    work.put_organisation(&row, cx.now).await.map_err(taken)?;
    work.put_responsible(cx.programme_id, &responsible, cx.now).await.map_err(taken)?;
    work.commit(cx.entry(Event::OrganisationKept { version }, Vec::new()), cx.now).await.map_err(taken)
}

/// Opens the CPR number of who is responsible, logged before it is given.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::NotFound`] where none is kept.
pub async fn open_cpr(app: &App, cx: &Cx) -> Result<Personal<String>> {
    let grant = cx.may_at_all(Action::KeepProgrammes)?;
    let row = app.store().read(&grant).await?.responsible(cx.programme_id).await?.ok_or(Error::NotFound)?;
    let keys = keys_of(app, cx, &row)?;
    let cpr = keys.open(SubjectId(row.id), cell(&row, "cpr"), row.cpr.as_deref())?.ok_or(Error::NotFound)?;
    let event =
        Event::SealedOpened { table: "responsible".to_owned(), column: "cpr".to_owned(), row: row.id.to_string() };
    app.store().look(&grant, cx.entry(event, Vec::new()), cx.now).await?;
    Ok(cpr)
}
