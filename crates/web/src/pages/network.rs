//! `/borger/{id}/netvaerk`: the people and services around the citizen.

use app::network::{self, NewNeighbour};
use app::view::network::Neighbour;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::code::{NetworkKind, NetworkRole, Service, ServiceContact};
use domain::id::NetworkId;
use render::catalogue::capital;
use render::{Words, day};
use uuid::Uuid;

use super::around::{Asked, CellHtml, Field, FormHtml, Here, Kind, Listed, RowHtml, is_shown_again, row_of};
use crate::Site;
use crate::fault::Fault;
use crate::form::{Choice, Form};
use crate::person::Part;
use crate::reader::SignedIn;
use crate::sent::Sent;
use crate::typed::{coded, maybe_day, words};

const PAGE: (Part, &str, &str) = (Part::Network, "/netvaerk", "network");
const NAMES: [&str; 10] =
    ["art", "navn", "rolle", "tjeneste", "kontakt", "kontakt-dato", "siden", "til", "telefon", "note"];

/// The list, and a form for somebody new.
pub(crate) async fn list(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(citizen): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let here = Here::new(&site, (&cx, &reader), &citizen, PAGE)?;
    show(&here, None, (None, None), &asked).await
}

/// One of the list, to correct.
pub(crate) async fn one(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, row)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let here = Here::new(&site, (&cx, &reader), &citizen, PAGE)?;
    show(&here, Some(row_of(&row)?), (None, None), &Asked::default()).await
}

/// Adds somebody.
pub(crate) async fn add(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(citizen): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let here = Here::new(&site, (&cx, &reader), &citizen, PAGE)?;
    let once = sent.check(&reader)?;
    match network::record(&site.app, &cx, once, here.citizen, &typed(&sent)).await {
        Ok(id) => here.on(&here.page, "ny", id.0, 1).await,
        Err(error) => {
            let form = here.again(&here.page, sent, error, &NAMES)?;
            show(&here, None, (Some(form), None), &Asked::default()).await
        }
    }
}

/// Corrects somebody.
pub(crate) async fn correct(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, row)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (here, row) = (Here::new(&site, (&cx, &reader), &citizen, PAGE)?, row_of(&row)?);
    let (once, which) = (sent.check(&reader)?, (NetworkId(row), sent.version()));
    match network::correct(&site.app, &cx, once, here.citizen, which, &typed(&sent)).await {
        Ok(()) => here.on(&here.at(row), "rettet", row, which.1 + 1).await,
        Err(error) => {
            let form = here.again(&here.at(row), sent, error, &NAMES)?;
            show(&here, Some(row), (Some(form), None), &Asked::default()).await
        }
    }
}

/// Takes somebody out who was a mistake.
pub(crate) async fn withdraw(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, row)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (here, row) = (Here::new(&site, (&cx, &reader), &citizen, PAGE)?, row_of(&row)?);
    let (once, which) = (sent.check(&reader)?, (NetworkId(row), sent.version()));
    match network::withdraw(&site.app, &cx, once, here.citizen, which, &words(&sent, "grund")).await {
        Ok(()) => here.on(&here.at(row), "ude", row, which.1).await,
        Err(error) if is_shown_again(&error) => {
            let form = here.again(&here.at(row), sent, error, &["grund"])?;
            show(&here, Some(row), (None, Some(form)), &Asked::default()).await
        }
        Err(error) => Err(here.fault(error)),
    }
}

/// Puts somebody back.
pub(crate) async fn put_back(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, row)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (here, row) = (Here::new(&site, (&cx, &reader), &citizen, PAGE)?, row_of(&row)?);
    let once = sent.check(&reader)?;
    let back = network::undo_withdrawal(&site.app, &cx, once, here.citizen, NetworkId(row)).await;
    back.map_err(|error| here.fault(error))?;
    here.on(&here.at(row), "tilbage", row, 0).await
}

fn typed(sent: &Sent) -> NewNeighbour {
    NewNeighbour {
        kind: coded(sent, "art", NetworkKind::parse).unwrap_or(NetworkKind::Person),
        role: coded(sent, "rolle", NetworkRole::parse),
        service: coded(sent, "tjeneste", Service::parse),
        since: maybe_day(sent, "siden"),
        until: maybe_day(sent, "til"),
        contact: coded(sent, "kontakt", ServiceContact::parse),
        contact_on: maybe_day(sent, "kontakt-dato"),
        name: words(sent, "navn"),
        phone: words(sent, "telefon"),
        words: words(sent, "note"),
    }
}

async fn show(
    here: &Here<'_>,
    row: Option<Uuid>,
    (main, out): (Option<Form>, Option<Form>),
    asked: &Asked,
) -> Result<Response, Fault> {
    let t = here.t;
    let page = network::page(here.app, here.cx, here.citizen).await.map_err(|error| here.fault(error))?;
    let edited = match row {
        Some(row) => Some(page.around.iter().find(|one| one.id.0 == row).ok_or(Fault::NotFound)?),
        None => None,
    };
    let place = row.map_or_else(|| here.page.clone(), |row| here.at(row));
    let values = edited.map(values).unwrap_or_default();
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let version = edited.map_or(0, |one| one.version);
    let form = match main {
        Some(form) => form,
        None if edited.is_some() => here.fresh(&place).await?.filled(version, &values),
        None => here.fresh(&place).await?.filled(0, &[("art", "tjeneste")]),
    };
    let heading = t.say(if edited.is_some() { "network-correct" } else { "network-add" }).to_owned();
    let counted = page.counted;
    let listed = Listed {
        lead: t.say("network-lead"),
        sums: vec![
            (counted.in_contact().to_string(), t.say("network-in-contact")),
            (counted.established.to_string(), t.say("network-established")),
            (counted.reestablished.to_string(), t.say("network-reestablished")),
        ],
        columns: vec![t.say("network-who"), t.say("network-contact"), t.say("network-since")],
        rows: page.around.iter().map(|one| line(here, one)).collect(),
        empty: (t.say("network-empty"), t.say("network-empty-text")),
        form: FormHtml::new(heading, place, form, fields(t), (version, &values)),
        take_out: edited.map(|one| here.take_out(one.id.0, one.version, out)).transpose()?,
        is_one: edited.is_some(),
        about: page.about,
    };
    here.show(&listed, asked)
}

fn values(one: &Neighbour) -> Vec<(&'static str, String)> {
    let day = |day: Option<chrono::NaiveDate>| day.map(render::day::typed).unwrap_or_default();
    let is = &one.is;
    vec![
        ("art", is.kind.code().to_owned()),
        ("navn", one.name.reveal().clone()),
        ("rolle", is.role.map_or("", NetworkRole::code).to_owned()),
        ("tjeneste", is.service.map_or("", Service::code).to_owned()),
        ("kontakt", is.contact.map_or("", ServiceContact::code).to_owned()),
        ("kontakt-dato", day(is.contact_on)),
        ("siden", day(is.since)),
        ("til", day(is.until)),
        ("telefon", one.phone.reveal().clone()),
        ("note", one.words.reveal().clone()),
    ]
}

fn fields(t: &'static Words) -> Vec<Field> {
    let choice = |list: &str, code: &str| Choice::new(code, capital(t.code(list, code)));
    let none = || Choice::new("", t.say("choose"));
    let services = std::iter::once(none()).chain(Service::ALL.iter().map(|one| choice("service", one.code())));
    let roles = std::iter::once(none()).chain(NetworkRole::ALL.iter().map(|one| choice("network-role", one.code())));
    vec![
        Field::new(Kind::Chips, "art", t.say("network-kind")).of(vec![
            Choice::new("tjeneste", t.say("network-service")),
            Choice::new("person", t.say("network-person")),
        ]),
        Field::new(Kind::Select, "tjeneste", t.say("network-which")).of(services.collect()),
        Field::new(Kind::Select, "rolle", t.say("network-role")).of(roles.collect()),
        Field::new(Kind::Text, "navn", t.say("network-name")),
        Field::new(Kind::Chips, "kontakt", t.say("network-contact"))
            .of(ServiceContact::ALL.iter().map(|one| choice("service-contact", one.code())).collect()),
        Field::new(Kind::Day, "kontakt-dato", t.say("network-contact-on")).hint(t.say("network-contact-hint")),
        Field::new(Kind::Day, "siden", t.say("network-since")),
        Field::new(Kind::Day, "til", t.say("network-until")),
        Field::new(Kind::Text, "telefon", t.say("network-phone")),
        Field::new(Kind::Words, "note", t.say("around-note")),
    ]
}

fn line(here: &Here<'_>, one: &Neighbour) -> RowHtml {
    let (t, today) = (here.t, here.reader.today);
    let is = &one.is;
    let what = match (is.service, is.role) {
        (Some(service), _) => capital(t.code("service", service.code())),
        (None, Some(role)) => capital(t.code("network-role", role.code())),
        (None, None) => t.say("network-person").to_owned(),
    };
    let name = one.name.reveal();
    let who = if name.is_empty() { CellHtml::text(&what) } else { CellHtml::text(name).and(&what) };
    // Only a service is asked about contact.
    let contact = is.contact.map(|contact| capital(t.code("service-contact", contact.code())));
    let on = is.contact_on.map(|on| day::brief(t, on, today)).unwrap_or_default();
    let since = is.since.map(|on| day::brief(t, on, today)).unwrap_or_default();
    let until = is.until.map(|on| t.say_with("network-to", &[("day", (&day::brief(t, on, today)).into())]));
    RowHtml {
        cells: vec![
            who.and(one.phone.reveal()).and(one.words.reveal()),
            CellHtml::text(contact.unwrap_or_default()).and(on),
            CellHtml::text(since).and(until.unwrap_or_default()),
        ],
        edit: Some((here.at(one.id.0), what)),
        edit_text: t.say("around-edit"),
    }
}
