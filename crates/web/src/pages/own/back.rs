//! Away from the questions: giving a tablet back with the worker's number, and leaving at once.

use app::own::{GivenBack, give_back as give, leave as go};
use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use domain::personal::Personal;
use render::{Words, words};

use super::{forget, own};
use crate::fault::{Fault, laid_out};
use crate::reader::{is_token, see_other};
use crate::sent::{Sent, TOKEN};
use crate::{Site, cookie};

#[derive(Template)]
#[template(path = "own/back.html")]
struct BackHtml {
    t: &'static Words,
    token: String,
    was_wrong: bool,
    is_over: bool,
}

/// Where the worker's number is asked for.
pub(crate) async fn form(State(site): State<Site>, headers: HeaderMap) -> Response {
    match own(&site, &headers).await {
        Ok(own) if own.is_tablet => page(&own, false).unwrap_or_else(IntoResponse::into_response),
        Ok(_) => see_other("/mit"),
        Err(answer) => answer,
    }
}

fn page(own: &app::own::Own, was_wrong: bool) -> Result<Response, Fault> {
    let t = words(own.cx.locale);
    let page = laid_out(&BackHtml { t, token: own.token.clone(), was_wrong, is_over: own.is_over })?;
    Ok((if was_wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, page).into_response())
}

/// Brings the worker back.
pub(crate) async fn give_back(State(site): State<Site>, headers: HeaderMap, sent: Sent) -> Response {
    let own = match own(&site, &headers).await {
        Ok(own) => own,
        Err(answer) => return answer,
    };
    if let Err(fault) = is_token(sent.text(TOKEN), &own.token) {
        return fault.into_response();
    }
    let pin = Personal::new(sent.text("kode").to_owned());
    match give(&site.app, &own, pin, site.now()).await {
        Ok(GivenBack::Back { cookie: value, citizen }) => {
            let Some(set) = cookie::to_set(cookie::SESSION, &value, None) else { return Fault::Store.into_response() };
            let Some(end) = cookie::to_set(cookie::OWN, "", Some(0)) else { return Fault::Store.into_response() };
            let mut answer = see_other(&format!("/borger/{citizen}/opfoelgning"));
            answer.headers_mut().append(header::SET_COOKIE, set);
            answer.headers_mut().append(header::SET_COOKIE, end);
            // Not the cookies: the worker's new one is among them.
            answer
                .headers_mut()
                .insert("clear-site-data", axum::http::HeaderValue::from_static("\"cache\", \"storage\""));
            answer
        }
        Ok(GivenBack::Wrong) => page(&own, true).unwrap_or_else(IntoResponse::into_response),
        Ok(GivenBack::SignIn) => forget(see_other("/log-ind")),
        Err(error) => Fault::from(error).into_response(),
    }
}

/// Leaves at once. A tablet shows where it is given back; a phone shows an empty page and keeps nothing.
pub(crate) async fn leave(State(site): State<Site>, headers: HeaderMap, sent: Sent) -> Response {
    let own = match own(&site, &headers).await {
        Ok(own) => own,
        Err(_) => return forget(see_other("/mit/tom")),
    };
    if let Err(fault) = is_token(sent.text(TOKEN), &own.token) {
        return fault.into_response();
    }
    if own.is_tablet {
        return see_other("/mit/tilbage");
    }
    match go(&site.app, &own).await {
        Ok(()) => forget(see_other("/mit/tom")),
        Err(error) => Fault::from(error).into_response(),
    }
}

/// A page that says nothing.
pub(crate) async fn empty() -> Html<&'static str> {
    Html(
        "<!DOCTYPE html><html lang=\"da\"><head><meta charset=\"utf-8\"><title>–</title></head><body><main></main></body></html>",
    )
}
