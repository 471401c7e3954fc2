//! A link for the citizen's own phone. Looking at it changes nothing, so that a message's preview does not use it up; beginning opens it, once.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use render::{Locale, Words, words};
use serde::Deserialize;

use crate::fault::{Fault, laid_out};
use crate::frame::other;
use crate::reader::see_other;
use crate::{Site, cookie};

/// The language that the link is read in. It stands in the address: after its use nothing is known of a link, its language neither.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Spoken {
    sprog: Option<String>,
}

impl Spoken {
    fn locale(&self) -> Option<Locale> {
        self.sprog.as_deref().and_then(Locale::parse)
    }
}

#[derive(Template)]
#[template(path = "own/door.html")]
struct DoorHtml {
    t: &'static Words,
    here: String,
    locale: &'static str,
    other: &'static str,
    minutes: usize,
}

/// The door.
pub(crate) async fn door(
    State(site): State<Site>,
    Path(link): Path<String>,
    Query(spoken): Query<Spoken>,
) -> Result<Response, Fault> {
    let found = site.app.own(site.now(), &link).await?;
    // Not opened yet counts as over, so that nothing but the door answers; opened, ended and unknown links look alike.
    let Some(own) = found.filter(|own| own.can_be_opened(site.now())) else { return gone(spoken.locale()) };
    let minutes = (own.cx.programme.instruments.len() * 2).max(5);
    let locale = spoken.locale().unwrap_or(own.cx.locale);
    let (t, here) = (words(locale), format!("/mit/{link}"));
    let page = DoorHtml { t, here, locale: locale.code(), other: other(locale).code(), minutes };
    Ok(laid_out(&page)?.into_response())
}

/// Opens it.
pub(crate) async fn open(
    State(site): State<Site>,
    Path(link): Path<String>,
    Query(spoken): Query<Spoken>,
) -> Result<Response, Fault> {
    let locale = spoken.locale();
    let Some(value) = site.app.open_link(site.now(), &link, locale).await? else { return gone(locale) };
    let set = cookie::to_set(cookie::OWN, value.reveal(), None).ok_or(Fault::Store)?;
    let mut answer = see_other("/mit");
    answer.headers_mut().insert(header::SET_COOKIE, set);
    Ok(answer)
}

/// What is told where there is no task: opened, ended and unknown links look alike.
pub(super) fn gone(locale: Option<Locale>) -> Result<Response, Fault> {
    let page = super::OverHtml { t: words(locale.unwrap_or_default()), is_tablet: false };
    Ok((StatusCode::GONE, laid_out(&page)?).into_response())
}
