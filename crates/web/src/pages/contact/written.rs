//! `/borger/{id}/kontakt/{id}`: a contact that stands, to correct or to take out.

use app::contact;
use app::view::contact::WrittenContact;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use domain::code::{ContactKind, Place as Where, With};
use domain::id::ContactId;
use render::catalogue::capital;
use render::day;
use uuid::Uuid;

use super::{NAMES, PAGE, back, kinds, typed};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form};
use crate::frame::{Frame, Place, may};
use crate::pages::around::{Field, FormHtml, Here, Kind, Who, is_shown_again, row_of};
use crate::reader::SignedIn;
use crate::sent::Sent;
use crate::typed::words;

/// The form, with the words opened.
pub(crate) async fn form(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, row)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let here = Here::new(&site, (&cx, &reader), &citizen, PAGE)?;
    show(&here, row_of(&row)?, None, None).await
}

/// Corrects it.
pub(crate) async fn correct(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, row)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (here, row) = (Here::new(&site, (&cx, &reader), &citizen, PAGE)?, row_of(&row)?);
    let (once, which) = (sent.check(&reader)?, (ContactId(row), sent.version()));
    match contact::correct(&site.app, &cx, once, here.citizen, which, &typed(&sent, &cx)).await {
        Ok(()) => {
            app::unsent::throw_away(&site.app, &cx, &here.at(row)).await.map_err(|error| here.fault(error))?;
            Ok(back(here.citizen, "", "kontakt-rettet"))
        }
        Err(error) => {
            let form = here.again(&here.at(row), sent, error, &NAMES)?;
            show(&here, row, Some(form), None).await
        }
    }
}

/// Takes it out.
pub(crate) async fn withdraw(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, row)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (here, row) = (Here::new(&site, (&cx, &reader), &citizen, PAGE)?, row_of(&row)?);
    let (once, which) = (sent.check(&reader)?, (ContactId(row), sent.version()));
    match contact::withdraw(&site.app, &cx, once, here.citizen, which, &words(&sent, "grund")).await {
        Ok(()) => {
            app::unsent::throw_away(&site.app, &cx, &here.at(row)).await.map_err(|error| here.fault(error))?;
            Ok(back(here.citizen, "", &format!("kontakt-ude&borger={}&id={row}", here.citizen)))
        }
        Err(error) if is_shown_again(&error) => {
            let form = here.again(&here.at(row), sent, error, &NAMES)?;
            show(&here, row, None, Some(form)).await
        }
        Err(error) => Err(here.fault(error)),
    }
}

/// Puts it back.
pub(crate) async fn put_back(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, row)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (here, row) = (Here::new(&site, (&cx, &reader), &citizen, PAGE)?, row_of(&row)?);
    let once = sent.check(&reader)?;
    let back_again = contact::undo_withdrawal(&site.app, &cx, once, here.citizen, ContactId(row)).await;
    back_again.map_err(|error| here.fault(error))?;
    Ok(back(here.citizen, "", "kontakt-tilbage"))
}

#[derive(Template)]
#[template(path = "written.html")]
struct WrittenHtml<'a> {
    f: Frame<'a>,
    who: Who,
    main: FormHtml,
    out: Form,
    out_action: String,
}

async fn show(here: &Here<'_>, row: Uuid, main: Option<Form>, out: Option<Form>) -> Result<Response, Fault> {
    let (t, reader) = (here.t, here.reader);
    let page = contact::written(here.app, here.cx, here.citizen, ContactId(row)).await;
    let page = page.map_err(|error| here.fault(error))?;
    let written = page.written.as_ref().ok_or(Fault::NotFound)?;
    let values = values(written);
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let place = here.at(row);
    let form = match main {
        Some(form) => form,
        None => here.fresh(&place).await?.filled(written.version, &values),
    };
    let status = form.status();
    let (out, out_action) = here.take_out(row, written.version, out)?;
    let status = if out.refusals.is_empty() { status } else { out.status() };
    let heading = t.say("contact-correct").to_owned();
    let all = may(reader, domain::access::Action::ListAllCitizens) && !page.about.is_own;
    let html = laid_out(&WrittenHtml {
        f: Frame::new(reader, t.say("contact"), if all { Place::All } else { Place::Own }, place.clone()),
        who: Who::new(t, &page.about),
        main: FormHtml::new(heading, place, form, fields(here), (written.version, &values)),
        out,
        out_action,
    })?;
    Ok((status, html).into_response())
}

fn values(written: &WrittenContact) -> Vec<(&'static str, String)> {
    vec![
        ("dato-dag", day::typed(written.on)),
        ("slags", written.kind.map_or("", ContactKind::code).to_owned()),
        ("min", written.minutes.map(|minutes| minutes.to_string()).unwrap_or_default()),
        ("hvor", written.place.map_or("", Where::code).to_owned()),
        ("med", written.with.map_or("", With::code).to_owned()),
        ("note", written.words.reveal().clone()),
    ]
}

fn fields(here: &Here<'_>) -> Vec<Field> {
    let t = here.t;
    let choice = |list: &str, code: &str| Choice::new(code, capital(t.code(list, code)));
    vec![
        Field::new(Kind::Day, "dato-dag", t.say("contact-when")),
        Field::new(Kind::Chips, "slags", t.say("contact-kind")).of(kinds(t)),
        Field::new(Kind::Text, "min", t.say("contact-minutes")),
        Field::new(Kind::Chips, "hvor", t.say("contact-where"))
            .of(Where::ALL.iter().map(|one| choice("place", one.code())).collect()),
        Field::new(Kind::Chips, "med", t.say("contact-whom"))
            .of(With::ALL.iter().map(|one| choice("with", one.code())).collect()),
        Field::new(Kind::Words, "note", t.say("contact-words")),
    ]
}
