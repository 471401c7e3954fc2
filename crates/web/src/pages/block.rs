//! `/borger/{id}/spaerringer`: who of the staff may see nothing of the citizen.

use app::view::block::BlocksPage;
use app::{Cx, Error};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use domain::id::UserId;
use domain::personal::Personal;
use render::{Words, day};
use uuid::Uuid;

use super::about::{AboutHead, Top, Way};
use super::citizen::citizen_of;
use super::identity::Asked;
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form};
use crate::frame::Frame;
use crate::part::{Chip, Done};
use crate::person::PersonNav;
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

const FIELDS: [(&str, &str); 2] = [("medarbejder", "medarbejder"), ("grund", "grund")];

/// The blocks.
pub(crate) async fn blocks(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let page = app::block::page(&site.app, &cx, citizen_of(&id)?).await.map_err(|error| reader.fault(error))?;
    let form = Form::fresh(&site.app, &cx, &reader, place(&page), Some(page.about.id)).await;
    let t = render::words(reader.locale);
    let said = asked.gemt.map(|what| if what == "ophaevet" { "blocks-ended" } else { "blocks-saved" });
    let done = said.map(|said| Done::said(t.say(said).to_owned()));
    show(&cx, &reader, &page, form.map_err(|error| reader.fault(error))?, done)
}

/// Blocks somebody.
pub(crate) async fn block(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let id = citizen_of(&id)?;
    let reason = sent.words("grund").unwrap_or_default();
    let blocked = app::block::block(&site.app, &cx, id, sent.id("medarbejder").map(UserId), &reason, once).await;
    let page = app::block::page(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
    match blocked {
        Ok(()) => {
            app::unsent::throw_away(&site.app, &cx, &place(&page)).await.map_err(|error| reader.fault(error))?;
            Ok(see_other(&format!("{}?gemt=spaerret", place(&page))))
        }
        Err(error) => {
            let form = refused(&cx, &reader, &page, sent, error).map_err(|error| reader.fault(error))?;
            Ok((form.status(), show(&cx, &reader, &page, form, None)?).into_response())
        }
    }
}

/// Ends a block.
pub(crate) async fn unblock(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((id, block)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let id = citizen_of(&id)?;
    let block = block.parse::<Uuid>().map_err(|_| Fault::NotFound)?;
    app::block::unblock(&site.app, &cx, id, block, once).await.map_err(|error| reader.fault(error))?;
    Ok(see_other(&format!("/borger/{id}/spaerringer?gemt=ophaevet")))
}

fn refused(cx: &Cx, reader: &Reader, page: &BlocksPage, sent: Sent, error: Error) -> Result<Form, Error> {
    Form::again(cx, reader, place(page), Some(page.about.id), sent)?.refused(error, &FIELDS)
}

fn place(page: &BlocksPage) -> String {
    format!("/borger/{}/spaerringer", page.about.id)
}

/// From when to when, in words.
pub(super) fn days(t: &Words, from: chrono::NaiveDate, to: Option<chrono::NaiveDate>) -> String {
    let from = day::medium(t, from);
    match to {
        Some(to) => t.say_with("days-from-to", &[("from", (&from).into()), ("to", (&day::medium(t, to)).into())]),
        None => t.say_of("days-from", "from", &from),
    }
}

/// People to choose from, with nobody chosen first.
pub(super) fn people(t: &Words, people: &[(UserId, Personal<String>)]) -> Vec<Choice> {
    let named = people.iter().map(|(user, name)| Choice::new(user.to_string(), name.reveal().as_str()));
    std::iter::once(Choice::new("", t.say("choose-person"))).chain(named).collect()
}

struct BlockHtml<'a> {
    id: String,
    name: &'a str,
    days: String,
    reason: &'a str,
    is_worker: bool,
    key: Option<String>,
}

#[derive(Template)]
#[template(path = "blocks.html")]
struct BlocksHtml<'a> {
    f: Frame<'a>,
    head: AboutHead<'a>,
    nav: PersonNav,
    ways: Vec<Chip>,
    here: String,
    done: Option<Done>,
    form: Form,
    blocks: Vec<BlockHtml<'a>>,
    staff: Vec<Choice>,
    assign: String,
}

/// Lays the page out.
fn show(cx: &Cx, reader: &Reader, page: &BlocksPage, form: Form, done: Option<Done>) -> Result<Html<String>, Fault> {
    let Top { f, head, nav, ways, here } = Top::new(reader, &page.about, Way::Blocks);
    let t = f.t;
    let mut blocks = Vec::with_capacity(page.blocks.len());
    for block in &page.blocks {
        let key = match block.to {
            None => Some(cx.form_key().map_err(|error| reader.fault(error))?.0.to_string()),
            Some(_) => None,
        };
        blocks.push(BlockHtml {
            id: block.id.to_string(),
            name: block.name.reveal(),
            days: match block.to.filter(|to| *to < block.from) {
                Some(_) => t.say("blocks-same-day").to_owned(),
                None => days(t, block.from, block.to),
            },
            reason: block.reason.reveal(),
            is_worker: block.is_worker,
            key,
        });
    }
    laid_out(&BlocksHtml {
        staff: people(t, &page.staff),
        assign: format!("/borger/{}/medarbejder", page.about.id),
        f,
        head,
        nav,
        ways,
        here,
        done,
        form,
        blocks,
    })
}
