//! `/borger/{id}/netvaerk`: the people and services around the citizen.

use app::Error;
use app::network::{self, NewNeighbour};
use app::once::Once;
use app::view::network::Neighbour;
use axum::response::Response;
use domain::code::{NetworkKind, NetworkRole, Service, ServiceContact};
use domain::id::NetworkId;
use domain::personal::Personal;
use render::catalogue::capital;
use render::{Words, day};
use uuid::Uuid;

use super::around::rows::{Forms, Rows, Written};
use super::around::{Asked, CellHtml, Field, FormHtml, Here, Kind, Listed, RowHtml};
use crate::fault::Fault;
use crate::form::Choice;
use crate::person::Part;
use crate::sent::Sent;
use crate::typed::{coded, maybe_day, words};

/// The people and services around the citizen.
pub(crate) struct Network;

impl Rows for Network {
    const PAGE: (Part, &'static str, &'static str) = (Part::Network, "/netvaerk", "network");

    async fn show(here: &Here<'_>, row: Option<Uuid>, forms: Forms, asked: &Asked) -> Result<Response, Fault> {
        show(here, row, forms, asked).await
    }

    async fn withdraw(
        here: &Here<'_>,
        once: Once,
        (row, version): (Uuid, i64),
        why: &Personal<String>,
    ) -> Result<(), Error> {
        network::withdraw(here.app, here.cx, once, here.citizen, (NetworkId(row), version), why).await
    }

    async fn put_back(here: &Here<'_>, once: Once, row: Uuid) -> Result<(), Error> {
        network::undo_withdrawal(here.app, here.cx, once, here.citizen, NetworkId(row)).await
    }
}

impl Written for Network {
    const NAMES: &'static [&'static str] =
        &["art", "navn", "rolle", "tjeneste", "kontakt", "kontakt-dato", "siden", "til", "telefon", "note"];

    async fn add(here: &Here<'_>, once: Once, sent: &Sent) -> Result<Uuid, Error> {
        network::record(here.app, here.cx, once, here.citizen, &typed(sent)).await.map(|id| id.0)
    }

    async fn correct(here: &Here<'_>, once: Once, (row, version): (Uuid, i64), sent: &Sent) -> Result<(), Error> {
        network::correct(here.app, here.cx, once, here.citizen, (NetworkId(row), version), &typed(sent)).await
    }
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

async fn show(here: &Here<'_>, row: Option<Uuid>, (main, out): Forms, asked: &Asked) -> Result<Response, Fault> {
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
