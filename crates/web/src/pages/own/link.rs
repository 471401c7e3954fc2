//! A link for the citizen's own phone. Looking at it changes nothing, so that a message's preview does not use it up; beginning opens it, once.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use render::{Words, words};

use crate::fault::{Fault, laid_out};
use crate::reader::see_other;
use crate::{Site, cookie};

#[derive(Template)]
#[template(path = "own/door.html")]
struct DoorHtml {
    t: &'static Words,
    here: String,
    minutes: usize,
}

/// The door.
pub(crate) async fn door(State(site): State<Site>, Path(link): Path<String>) -> Result<Response, Fault> {
    let found = site.app.own(site.now(), &link).await?;
    // Not opened yet counts as over, so that nothing but the door answers; opened, ended and unknown links look alike.
    let Some(own) = found.filter(|own| own.can_be_opened(site.now())) else { return gone() };
    let minutes = (own.cx.programme.instruments.len() * 2).max(5);
    let page = DoorHtml { t: words(own.cx.locale), here: format!("/mit/{link}"), minutes };
    Ok(laid_out(&page)?.into_response())
}

/// Opens it.
pub(crate) async fn open(State(site): State<Site>, Path(link): Path<String>) -> Result<Response, Fault> {
    let Some(value) = site.app.open_link(site.now(), &link).await? else { return gone() };
    let set = cookie::to_set(cookie::OWN, value.reveal(), None).ok_or(Fault::Store)?;
    let mut answer = see_other("/mit");
    answer.headers_mut().insert(header::SET_COOKIE, set);
    Ok(answer)
}

fn gone() -> Result<Response, Fault> {
    let page = super::OverHtml { t: words(render::Locale::default()), is_tablet: false };
    Ok((StatusCode::GONE, laid_out(&page)?).into_response())
}
