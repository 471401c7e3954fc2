//! `/log-ind` and `/log-ud`.
//!
//! A refused sign-in always says the same, in the same form, whatever was wrong: it never tells whether somebody has an account.

use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use domain::personal::Personal;
use render::{Locale, Words, words};
use serde::Deserialize;

use crate::fault::{Fault, laid_out};
use crate::frame;
use crate::reader::{SignedIn, chosen, see_other};
use crate::{Site, cookie};

#[derive(Template)]
#[template(path = "sign-in.html")]
struct SignInHtml {
    t: &'static Words,
    was_refused: bool,
    user_name: String,
}

impl SignInHtml {
    fn other(&self) -> &'static str {
        frame::other(self.t.locale()).code()
    }
}

fn page(locale: Locale, was_refused: bool, user_name: String) -> Result<Html<String>, Fault> {
    laid_out(&SignInHtml { t: words(locale), was_refused, user_name })
}

/// The form.
pub(crate) async fn form(headers: HeaderMap) -> Result<Html<String>, Fault> {
    page(chosen(&headers).unwrap_or_default(), false, String::new())
}

/// What is typed. No `Debug`: neither value may be printed.
#[derive(Deserialize)]
pub(crate) struct Typed {
    #[serde(default)]
    brugernavn: String,
    #[serde(default)]
    adgangskode: String,
}

/// Signs in: a new session each time, so that none is taken over from before.
pub(crate) async fn sign_in(State(site): State<Site>, headers: HeaderMap, Form(typed): Form<Typed>) -> Response {
    let locale = chosen(&headers).unwrap_or_default();
    let password = Personal::new(typed.adgangskode);
    let signed = match site.app.sign_in(site.now(), typed.brugernavn.trim(), password, locale).await {
        Ok(Ok(signed)) => signed,
        Err(error) => return Fault::from(error).into_response(),
        Ok(Err(_)) => {
            return match page(locale, true, typed.brugernavn) {
                Ok(page) => (StatusCode::UNPROCESSABLE_ENTITY, page).into_response(),
                Err(fault) => fault.into_response(),
            };
        }
    };
    let Some(set) = cookie::to_set(cookie::SESSION, &signed.cookie, None) else { return Fault::Store.into_response() };
    let mut answer = see_other("/");
    answer.headers_mut().insert(header::SET_COOKIE, set);
    answer
}

/// A form that holds nothing but its token.
#[derive(Debug, Deserialize)]
pub(crate) struct Token {
    token: String,
}

/// Signs out; the browser is told to forget what it kept from here.
pub(crate) async fn sign_out(
    State(site): State<Site>,
    SignedIn { cx, session, reader }: SignedIn,
    Form(form): Form<Token>,
) -> Result<Response, Fault> {
    reader.check(&form.token)?;
    site.app.sign_out(&cx, &session).await?;
    let mut answer = see_other("/log-ind");
    let headers = answer.headers_mut();
    headers.insert(
        HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"cache\", \"cookies\", \"storage\""),
    );
    if let Some(end) = cookie::to_set(cookie::SESSION, "", Some(0)) {
        headers.append(header::SET_COOKIE, end);
    }
    Ok(answer)
}
