//! `/vikarer`: who stands in for whom while somebody is away.

use app::deputy::Naming;
use app::view::deputy::DeputiesPage;
use app::{Cx, Error};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use domain::id::UserId;
use uuid::Uuid;

use super::block::{days, people};
use super::identity::Asked;
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form};
use crate::frame::{Frame, Place};
use crate::part::Done;
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

const HERE: &str = "/vikarer";
const FIELDS: [(&str, &str); 4] = [("for", "for"), ("vikar", "vikar"), ("fra", "fra"), ("til", "til")];

/// What a page that leads here has filled in: for whom, and from which day.
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub(crate) struct Wished {
    r#for: Option<String>,
    fra: Option<String>,
}

/// The deputies.
pub(crate) async fn deputies(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
    Query(wished): Query<Wished>,
) -> Result<Html<String>, Fault> {
    let page = app::deputy::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let form = Form::fresh(&site.app, &cx, &reader, HERE.to_owned(), None).await;
    // Where one may name for oneself only, there is nothing to choose.
    let only = match page.workers.as_slice() {
        [(me, _)] => me.to_string(),
        _ => wished.r#for.unwrap_or_default(),
    };
    let from = crate::field::day(&wished.fra.unwrap_or_default()).map(render::day::typed).unwrap_or_default();
    let form = form.map_err(|error| reader.fault(error))?.filled(0, &[("for", &only), ("fra", &from)]);
    let t = render::words(reader.locale);
    let said = asked.gemt.map(|what| if what == "ophaevet" { "deputies-ended" } else { "deputies-saved" });
    show(&cx, &reader, &page, form, said.map(|said| Done::said(t.say(said).to_owned())))
}

/// Names a deputy.
pub(crate) async fn name(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let naming = Naming {
        worker: sent.id("for").map(UserId),
        deputy: sent.id("vikar").map(UserId),
        from: sent.day("fra").day,
        to: sent.day("til").day,
    };
    match app::deputy::name(&site.app, &cx, naming, once).await {
        Ok(_) => {
            app::unsent::throw_away(&site.app, &cx, HERE).await.map_err(|error| reader.fault(error))?;
            Ok(see_other("/vikarer?gemt=ja"))
        }
        Err(error) => {
            let page = app::deputy::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
            let form = refused(&cx, &reader, sent, error).map_err(|error| reader.fault(error))?;
            Ok((form.status(), show(&cx, &reader, &page, form, None)?).into_response())
        }
    }
}

/// Takes a deputy away.
pub(crate) async fn take_away(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let id = id.parse::<Uuid>().map_err(|_| Fault::NotFound)?;
    app::deputy::take_away(&site.app, &cx, id, once).await.map_err(|error| reader.fault(error))?;
    Ok(see_other("/vikarer?gemt=ophaevet"))
}

fn refused(cx: &Cx, reader: &Reader, sent: Sent, error: Error) -> Result<Form, Error> {
    Form::again(cx, reader, HERE.to_owned(), None, sent)?.refused(error, &FIELDS)
}

struct DeputyHtml {
    id: String,
    told: String,
    days: String,
    key: Option<String>,
}

#[derive(Template)]
#[template(path = "deputies.html")]
struct DeputiesHtml<'a> {
    f: Frame<'a>,
    done: Option<Done>,
    form: Form,
    deputies: Vec<DeputyHtml>,
    workers: Vec<Choice>,
    staff: Vec<Choice>,
}

/// Lays the page out.
fn show(cx: &Cx, reader: &Reader, page: &DeputiesPage, form: Form, done: Option<Done>) -> Result<Html<String>, Fault> {
    let f = Frame::new(reader, render::words(reader.locale).say("deputies-title"), Place::Own, HERE.to_owned());
    let t = f.t;
    let mut deputies = Vec::with_capacity(page.deputies.len());
    for one in &page.deputies {
        let names = [("deputy", one.deputy.reveal().into()), ("worker", one.worker.reveal().into())];
        let key = match one.is_mine {
            true => Some(cx.form_key().map_err(|error| reader.fault(error))?.0.to_string()),
            false => None,
        };
        deputies.push(DeputyHtml {
            id: one.id.to_string(),
            told: t.say_with("deputies-told", &names),
            days: days(t, one.from, Some(one.to)),
            key,
        });
    }
    laid_out(&DeputiesHtml {
        workers: people(t, &page.workers),
        staff: people(t, &page.staff),
        deputies,
        f,
        done,
        form,
    })
}
