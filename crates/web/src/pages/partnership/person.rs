//! A partner's people: added, corrected, taken out.

use app::partnership::{PersonWish, keep_person, remove_person};
use app::view::partnership::{PartnerPage, PartnerPerson};
use app::{Cx, Error};
use axum::extract::{Path, State};
use axum::response::Response;
use domain::id::{PartnerId, PartnerPersonId};

use super::{address, partner_of};
use crate::Site;
use crate::fault::Fault;
use crate::form::Form;
use crate::frame::Place;
use crate::pages::around::{Field, Kind};
use crate::pages::plan::{Keys, uuid};
use crate::pages::small::{self, Small};
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

const FIELDS: [(&str, &str); 4] = [("name", "navn"), ("role", "rolle"), ("phone", "telefon"), ("mail", "mail")];

fn wish(sent: &Sent) -> PersonWish {
    let words = |name| sent.words(name).unwrap_or_default();
    PersonWish { name: words("navn"), role: words("rolle"), phone: words("telefon"), mail: words("mail") }
}

/// The partner, for who keeps it.
pub(super) async fn kept(site: &Site, (cx, reader): (&Cx, &Reader), id: PartnerId) -> Result<PartnerPage, Fault> {
    let page = app::partnership::page(&site.app, cx, id).await.map_err(|error| reader.fault(error))?;
    if page.may_keep { Ok(page) } else { Err(reader.fault(Error::Denied)) }
}

fn show(
    (cx, reader): (&Cx, &Reader),
    page: &PartnerPage,
    known: Option<&PartnerPerson>,
    form: Form,
) -> Result<Response, Fault> {
    let t = form.t;
    let text = |name, key| Field::new(Kind::Text, name, t.say(key));
    let remove = match known {
        Some(person) => {
            let to = format!("{}/person/{}/fjern", address(page.id), person.id);
            Some((to, Keys { cx }.key()?, person.version, t.say("person-remove")))
        }
        None => None,
    };
    let small = Small {
        at: Place::Offers,
        title: t.say(if known.is_some() { "person-edit" } else { "person-new" }),
        lead: t.say("person-lead").to_owned(),
        back: (address(page.id), page.name.clone()),
        fields: vec![
            text("navn", "person-name"),
            text("rolle", "person-role"),
            text("telefon", "person-phone"),
            text("mail", "person-mail"),
        ],
        save: t.say("save"),
        remove,
        form,
    };
    small::show(reader, small)
}

/// An empty form for somebody new.
pub(crate) async fn new(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(partner): Path<String>,
) -> Result<Response, Fault> {
    let page = kept(&site, (&cx, &reader), partner_of(&partner)?).await?;
    let form = small::fresh(&site, &cx, &reader, format!("{}/person", address(page.id))).await?;
    show((&cx, &reader), &page, None, form)
}

/// Adds somebody.
pub(crate) async fn add(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(partner): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, once) = (partner_of(&partner)?, sent.check(&reader)?);
    let place = format!("{}/person", address(id));
    match keep_person(&site.app, &cx, id, None, &wish(&sent), once).await {
        Ok(()) => small::done(&site, &cx, &reader, &place, &format!("{}?gemt=person", address(id))).await,
        Err(error) => {
            let form = small::again((&cx, &reader), place, sent, error, (&FIELDS, 0))?;
            let page = kept(&site, (&cx, &reader), id).await?;
            show((&cx, &reader), &page, None, form)
        }
    }
}

fn of(page: &PartnerPage, person: PartnerPersonId) -> Result<&PartnerPerson, Fault> {
    page.people.iter().find(|one| one.id == person).ok_or(Fault::NotFound)
}

/// The form of somebody who is there.
pub(crate) async fn edit(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((partner, person)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let (id, person) = (partner_of(&partner)?, PartnerPersonId(uuid(&person)?));
    let page = kept(&site, (&cx, &reader), id).await?;
    let known = of(&page, person)?;
    let form = small::fresh(&site, &cx, &reader, format!("{}/person/{person}", address(id))).await?;
    let values = [
        ("navn", known.name.reveal().as_str()),
        ("rolle", known.role.reveal().as_str()),
        ("telefon", known.phone.reveal().as_str()),
        ("mail", known.mail.reveal().as_str()),
    ];
    show((&cx, &reader), &page, Some(known), form.filled(known.version, &values))
}

/// Corrects somebody.
pub(crate) async fn change(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((partner, person)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, person, once) = (partner_of(&partner)?, PartnerPersonId(uuid(&person)?), sent.check(&reader)?);
    let place = format!("{}/person/{person}", address(id));
    let known = Some((person, sent.version()));
    match keep_person(&site.app, &cx, id, known, &wish(&sent), once).await {
        Ok(()) => small::done(&site, &cx, &reader, &place, &format!("{}?gemt=person", address(id))).await,
        Err(error) => {
            let page = kept(&site, (&cx, &reader), id).await?;
            let known = of(&page, person)?;
            let form = small::again((&cx, &reader), place, sent, error, (&FIELDS, known.version))?;
            show((&cx, &reader), &page, Some(known), form)
        }
    }
}

/// Takes somebody out.
pub(crate) async fn remove(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((partner, person)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, person, once) = (partner_of(&partner)?, PartnerPersonId(uuid(&person)?), sent.check(&reader)?);
    let removed = remove_person(&site.app, &cx, id, (person, sent.version()), once).await;
    removed.map_err(|error| reader.fault(error))?;
    Ok(see_other(&format!("{}?gemt=fjernet", address(id))))
}
