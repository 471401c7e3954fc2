//! `/laast`: a session left alone is locked. It shows a clock and no content, and its person's password opens it again.
//!
//! What was being typed when it locked is kept as a draft, sealed: a form that is sent from a locked session is not lost.

use askama::Template;
use axum::extract::{FromRequest, Query, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::personal::Personal;
use render::{Words, day, words};
use serde::Deserialize;

use crate::fault::{Fault, laid_out};
use crate::pages::unsent::place;
use crate::reader::{SignedIn, see_other};
use crate::sent::{PLACE, Sent};
use crate::{Site, cookie};

#[derive(Template)]
#[template(path = "lock.html")]
struct LockHtml {
    t: &'static Words,
    clock: String,
    day: String,
    name: Personal<String>,
    to: String,
    was_refused: bool,
}

/// Where the reader wanted to go.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    til: Option<String>,
}

/// The lock.
pub(crate) async fn form(State(site): State<Site>, headers: HeaderMap, Query(asked): Query<Asked>) -> Response {
    let to = asked.til.as_deref().and_then(place).unwrap_or("/").to_owned();
    show(&site, &headers, to, false).await.unwrap_or_else(IntoResponse::into_response)
}

async fn show(site: &Site, headers: &HeaderMap, to: String, was_refused: bool) -> Result<Response, Fault> {
    let Some(session) = cookie::sent(headers, cookie::SESSION) else { return Ok(see_other("/log-ind")) };
    let now = site.now();
    let found = match site.app.locked(now, session).await? {
        Some(found) => found,
        // Somebody who is not locked out goes on where they were.
        None if site.app.cx(now, session).await?.is_some() => return Ok(see_other(&to)),
        None => return Ok(see_other("/log-ind")),
    };
    let (cx, session) = found;
    let t = words(cx.locale);
    let local = cx.local_now();
    let page =
        LockHtml { t, clock: day::clock(t, local), day: day::long(t, cx.today), name: session.name, to, was_refused };
    let status = if was_refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, laid_out(&page)?).into_response())
}

/// "I am still here": a request like any other, which is what keeps a session from locking.
pub(crate) async fn here(_: SignedIn) -> StatusCode {
    StatusCode::NO_CONTENT
}

/// Opens it again.
pub(crate) async fn unlock(State(site): State<Site>, headers: HeaderMap, sent: Sent) -> Result<Response, Fault> {
    let to = place(sent.text("til")).unwrap_or("/").to_owned();
    let Some(cookie) = cookie::sent(&headers, cookie::SESSION) else { return Ok(see_other("/log-ind")) };
    let Some((cx, session)) = site.app.locked(site.now(), cookie).await? else { return Ok(see_other("/log-ind")) };
    let password = Personal::new(sent.text("adgangskode").to_owned());
    let Ok(signed) = site.app.unlock(&cx, &session, password).await? else {
        return show(&site, &headers, to, true).await;
    };
    let set = cookie::to_set(cookie::SESSION, &signed.cookie, None).ok_or(Fault::Store)?;
    let mut answer = see_other(&to);
    answer.headers_mut().insert(header::SET_COOKIE, set);
    Ok(answer)
}

/// A form sent from a locked session is kept as a draft, and the lock leads back to it.
pub(crate) async fn rescue(State(site): State<Site>, request: Request, next: Next) -> Response {
    let is_form = request
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
    let path = request.uri().path();
    let is_door = ["/laast", "/log-ind", "/log-ud", "/sprog"].contains(&path);
    if request.method() != Method::POST || !is_form || is_door {
        return next.run(request).await;
    }
    let locked = match cookie::sent(request.headers(), cookie::SESSION) {
        Some(session) => site.app.locked(site.now(), session).await,
        None => Ok(None),
    };
    match locked {
        Ok(Some((cx, session))) => {
            let Ok(sent) = Sent::from_request(request, &()).await else { return Fault::Origin.into_response() };
            keep(&site, &cx, &session, &sent).await.unwrap_or_else(IntoResponse::into_response)
        }
        Ok(None) => next.run(request).await,
        Err(error) => Fault::from(error).into_response(),
    }
}

async fn keep(site: &Site, cx: &app::Cx, session: &app::sign_in::Session, sent: &Sent) -> Result<Response, Fault> {
    let is_ours = sent.text(crate::sent::TOKEN) == session.token;
    let Some(to) = place(sent.text(PLACE)).filter(|_| is_ours) else { return Ok(see_other("/laast")) };
    let typed = Personal::new(sent.typed());
    app::unsent::keep(&site.app, cx, to, sent.about(), &typed).await?;
    Ok(see_other(&format!("/laast?til={to}")))
}
