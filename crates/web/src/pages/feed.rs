//! `/kalender`: an address for another calendar, made and taken away; and what it gives, in neutral words.

use app::view::feed::{DateKind, FeedPage};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use render::calendar::{Entry, write};
use render::{Locale, day, words};
use serde::Deserialize;

use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::Form;
use crate::frame::{Frame, Place};
use crate::part::Done;
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

const HERE: &str = "/kalender";

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    gemt: Option<String>,
}

/// In which language the titles are.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Language {
    sprog: Option<String>,
}

#[derive(Template)]
#[template(path = "feed.html")]
struct FeedHtml<'a> {
    f: Frame<'a>,
    form: &'a Form,
    done: Option<Done>,
    made: Option<String>,
    address: Option<String>,
}

/// The page.
pub(crate) async fn page(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let page = app::feed::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let done = match asked.gemt.as_deref() {
        Some("fjernet") => Some("feed-done-gone"),
        Some("vist") => Some("feed-done-shown"),
        _ => None,
    };
    let done = done.map(|key| Done::said(words(reader.locale).say(key).to_owned()));
    show(&cx, &reader, &page, done, None)
}

/// Makes a new address and shows it, this once.
pub(crate) async fn make(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let made = app::feed::make(&site.app, &cx, once).await.map_err(|error| reader.fault(error))?;
    let Some(token) = made else { return Ok(see_other("/kalender?gemt=vist")) };
    let page = app::feed::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let scheme = if site.is_behind_tls { "https" } else { "http" };
    let address = format!("{scheme}://{host}{HERE}/{token}.ics?sprog={}", reader.locale.code());
    let done = Done::said(words(reader.locale).say("feed-done-made").to_owned());
    show(&cx, &reader, &page, Some(done), Some(address))
}

/// Takes the address away.
pub(crate) async fn take_away(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    app::feed::take_away(&site.app, &cx, once).await.map_err(|error| reader.fault(error))?;
    Ok(see_other("/kalender?gemt=fjernet"))
}

/// The calendar of an address. Whatever is wrong with an address, the answer is the same: there is none.
pub(crate) async fn calendar(
    State(site): State<Site>,
    Path(file): Path<String>,
    Query(language): Query<Language>,
) -> Response {
    let Some(token) = file.strip_suffix(".ics").filter(|token| token.len() == 64) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let feed = match app::feed::read(&site.app, site.now(), token).await {
        Ok(feed) => feed,
        Err(app::Error::Store(fault)) => {
            tracing::error!(%fault, "a calendar could not be read");
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
        Err(_) => return StatusCode::NOT_FOUND.into_response(),
    };
    let t = words(language.sprog.as_deref().and_then(Locale::parse).unwrap_or_default());
    let ids: Vec<String> = feed.dates.iter().map(|date| date.uid.to_string()).collect();
    let title = |kind| match kind {
        DateKind::FollowUp => t.say("feed-follow-up"),
        DateKind::Step => t.say("feed-step"),
    };
    let entries: Vec<Entry<'_>> = feed
        .dates
        .iter()
        .zip(&ids)
        .map(|(date, uid)| Entry { uid, on: date.on, to: None, title: title(date.kind) })
        .collect();
    let text = write(t.say("feed-name"), feed.now, &entries);
    ([(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], text).into_response()
}

fn show(
    cx: &app::Cx,
    reader: &Reader,
    page: &FeedPage,
    done: Option<Done>,
    address: Option<String>,
) -> Result<Response, Fault> {
    let t = words(reader.locale);
    let form = Form::again(cx, reader, HERE.to_owned(), None, Sent::default()).map_err(|error| reader.fault(error))?;
    let page = laid_out(&FeedHtml {
        f: Frame::new(reader, t.say("feed-title"), Place::FollowUps, HERE.to_owned()),
        form: &form,
        done,
        made: page.made_at.map(|at| t.say_of("feed-made", "day", &day::medium(t, at.date()))),
        address,
    })?;
    Ok(page.into_response())
}
