//! `/borger/{id}/spoerg`: the coordinator asks the citizen's worker for something, and the worker answers.

use app::Error;
use app::view::request::AskPage;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use domain::code::RequestState;

use super::around::{Who, row_of};
use super::citizen::citizen_of;
use super::need::{self, Asked};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::Form;
use crate::frame::{Frame, Place};
use crate::person::{Part, PersonNav};
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

const FIELDS: [(&str, &str); 2] = [("om", "emne"), ("ord", "ord")];

#[derive(Template)]
#[template(path = "request.html")]
struct AskHtml<'a> {
    f: Frame<'a>,
    nav: PersonNav,
    who: Who,
    form: Form,
    need: String,
    lead: Option<String>,
    fields: [(&'static str, String); 3],
    action: String,
}

/// The form.
pub(crate) async fn form(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(citizen): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let citizen = citizen_of(&citizen)?;
    let page = app::request::page(&site.app, &cx, citizen, &asked.about()).await;
    let page = page.map_err(|error| reader.fault(error))?;
    let place = need::ask(citizen, page.need).ok_or(Fault::NotFound)?;
    let form = Form::fresh(&site.app, &cx, &reader, place, Some(citizen)).await;
    show(&reader, &page, form.map_err(|error| reader.fault(error))?)
}

/// Asks.
pub(crate) async fn ask(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(citizen): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (citizen, once) = (citizen_of(&citizen)?, sent.check(&reader)?);
    let field = |name| Some(sent.text(name).to_owned()).filter(|text| !text.is_empty());
    let about = Asked { om: field("emne"), dag: field("dag"), fase: field("fase") }.about();
    let words = sent.words("ord").unwrap_or_default();
    let error = match app::request::ask(&site.app, &cx, citizen, &about, &words, once).await {
        Ok(_) => {
            let place = about.need().and_then(|need| need::ask(citizen, need)).unwrap_or_default();
            app::unsent::throw_away(&site.app, &cx, &place).await.map_err(|error| reader.fault(error))?;
            return Ok(see_other("/bord?gemt=spurgt#mangler"));
        }
        Err(error @ (Error::Refusal(_) | Error::Refusals(_))) => error,
        Err(error) => return Err(reader.fault(error)),
    };
    let page = app::request::page(&site.app, &cx, citizen, &about).await.map_err(|error| reader.fault(error))?;
    let place = need::ask(citizen, page.need).ok_or(Fault::NotFound)?;
    let form = Form::again(&cx, &reader, place, Some(citizen), sent).and_then(|form| form.refused(error, &FIELDS));
    show(&reader, &page, form.map_err(|error| reader.fault(error))?)
}

/// Says that it is done, or answers.
pub(crate) async fn answer(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, request)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (citizen, request, once) = (citizen_of(&citizen)?, row_of(&request)?, sent.check(&reader)?);
    let state = if sent.text("svarer") == "gjort" { RequestState::Done } else { RequestState::Answered };
    let words = sent.words("svar").unwrap_or_default();
    let answered =
        app::request::answer(&site.app, &cx, citizen, (request, sent.version()), (state, &words), once).await;
    answered.map_err(|error| reader.fault(error))?;
    let told = if state == RequestState::Done { "gjort" } else { "besvaret" };
    Ok(see_other(&format!("/mine-borgere?svar={told}")))
}

fn show(reader: &Reader, page: &AskPage, form: Form) -> Result<Response, Fault> {
    let t = render::words(reader.locale);
    let about = page.need.about();
    let status = form.status();
    let html = AskHtml {
        f: Frame::new(reader, t.say("request-title"), Place::Desk, form.place.clone()),
        nav: PersonNav::new(reader, page.about.id, Part::Overview),
        who: Who::new(t, &page.about),
        need: need::name(t, page.need, page.about.day),
        lead: page.worker.as_ref().map(|worker| t.say_of("request-lead", "name", worker.reveal())),
        fields: [
            ("emne", about.code),
            ("dag", about.due_on.map(|due| due.to_string()).unwrap_or_default()),
            ("fase", about.phase.map(|phase| phase.to_string()).unwrap_or_default()),
        ],
        action: format!("/borger/{}/spoerg", page.about.id),
        form,
    };
    Ok((status, laid_out(&html)?).into_response())
}
