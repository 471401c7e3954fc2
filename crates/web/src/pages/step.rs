//! `/borger/{id}/skridt`: the next step by itself, agreed, done or moved.

use app::step;
use app::view::contact::ContactPage;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use domain::code::Doer;
use domain::id::StepId;
use render::day;

use super::around::{Here, Who, row_of};
use super::contact::{CameFrom, NAMES, Told, back, doers, done, dues, next, old_step};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form, Versions};
use crate::frame::{Frame, Place, may};
use crate::part::Done;
use crate::person::{Part, PersonNav};
use crate::reader::SignedIn;
use crate::sent::Sent;

const PAGE: (Part, &str, &str) = (Part::Overview, "/skridt", "next-step");

/// The form: for the step that is agreed, or for a new one.
pub(crate) async fn form(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(citizen): Path<String>,
    Query(from): Query<CameFrom>,
    Query(told): Query<Told>,
) -> Result<Response, Fault> {
    let here = Here::new(&site, (&cx, &reader), &citizen, PAGE)?;
    let done = done(&cx, &reader, &told, from.word())?;
    show(&here, None, from.word(), done).await
}

/// Moves the step that is agreed, or agrees on a new one.
pub(crate) async fn save(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(citizen): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let here = Here::new(&site, (&cx, &reader), &citizen, PAGE)?;
    let (once, new) = (sent.check(&reader)?, next(&sent, &cx));
    let saved = match old_step(&sent) {
        Some(which) => step::move_to(&site.app, &cx, once, here.citizen, which, &new).await,
        None => step::agree_on(&site.app, &cx, once, here.citizen, None, &new).await.map(|_| ()),
    };
    match saved {
        Ok(()) => {
            app::unsent::throw_away(&site.app, &cx, &here.page).await.map_err(|error| here.fault(error))?;
            Ok(back(here.citizen, sent.text("fra"), "skridt"))
        }
        Err(error) => {
            let from = sent.text("fra").to_owned();
            let form = here.again(&here.page, sent, error, &NAMES)?;
            show(&here, Some(form), &from, None).await
        }
    }
}

/// Notes that the step is done.
pub(crate) async fn is_done(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, row)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (here, row) = (Here::new(&site, (&cx, &reader), &citizen, PAGE)?, row_of(&row)?);
    let (once, version) = (sent.check(&reader)?, sent.version());
    let done = step::done(&site.app, &cx, once, here.citizen, (StepId(row), version)).await;
    done.map_err(|error| here.fault(error))?;
    let told = format!("skridt-gjort&borger={}&id={row}&v={}", here.citizen, version + 1);
    Ok(back(here.citizen, sent.text("fra"), &told))
}

/// Opens a step again that was done.
pub(crate) async fn open(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, row)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (here, row) = (Here::new(&site, (&cx, &reader), &citizen, PAGE)?, row_of(&row)?);
    let once = sent.check(&reader)?;
    let opened = step::undo_done(&site.app, &cx, once, here.citizen, (StepId(row), sent.version())).await;
    opened.map_err(|error| here.fault(error))?;
    Ok(back(here.citizen, sent.text("fra"), "skridt-aaben"))
}

#[derive(Template)]
#[template(path = "step.html")]
struct StepHtml<'a> {
    f: Frame<'a>,
    nav: PersonNav,
    who: Who,
    done: Option<Done>,
    form: Form,
    old: Option<(String, i64, String)>,
    dues: Vec<Choice>,
    doers: Vec<Choice>,
    from: &'a str,
    page: &'a str,
    key: String,
}

async fn show(here: &Here<'_>, form: Option<Form>, from: &str, done: Option<Done>) -> Result<Response, Fault> {
    let (t, reader) = (here.t, here.reader);
    let page: ContactPage = step::page(here.app, here.cx, here.citizen).await.map_err(|error| here.fault(error))?;
    let old = page.old_step.as_ref();
    let typed = old.and_then(|old| old.due).map(day::typed).unwrap_or_default();
    let mut form = match (form, old) {
        (Some(form), _) => form,
        (None, None) => here.fresh(&here.page).await?.filled(0, &[("naar", "7")]),
        (None, Some(old)) => {
            let due = if old.due.is_some() { "dag" } else { "" };
            let values = [
                ("skridt", old.words.reveal().as_str()),
                ("naar", due),
                ("naar-dag", &typed),
                ("hvem", old.doer.map_or("", Doer::code)),
            ];
            here.fresh(&here.page).await?.filled(old.version, &values)
        }
    };
    if form.is_stale() {
        let now = old.map_or(t.say("step-gone"), |step| step.words.reveal());
        let mine = form.value("skridt").to_owned();
        form.versions.push(Versions { label: t.say("next-step").to_owned(), mine, theirs: now.to_owned() });
    }
    let status = form.status();
    let who = Who::new(t, &page.about);
    let all = may(reader, domain::access::Action::ListAllCitizens) && !page.about.is_own;
    let html = laid_out(&StepHtml {
        f: Frame::new(reader, t.say("next-step"), if all { Place::All } else { Place::Own }, here.page.clone()),
        nav: PersonNav::new(reader, here.citizen, Part::Overview),
        done,
        form,
        old: old.map(|old| (old.id.to_string(), old.version, old.words.reveal().clone())),
        dues: dues(t),
        doers: doers(t, &who.name),
        who,
        from,
        page: &here.page,
        key: here.cx.form_key().map_err(|error| here.fault(error))?.0.to_string(),
    })?;
    Ok((status, html).into_response())
}
