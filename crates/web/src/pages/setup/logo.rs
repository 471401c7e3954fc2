//! `/opsaetning/logo`: the logo that the programme's documents begin with.

use app::logo::{LogoPage, keep, take_off};
use askama::Template;
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::extract::{Query, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::logo::LARGEST;
use domain::refusal::{Code, Refusal};
use render::document::Raster;
use render::words;

use super::{LOGO, ways};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::Form;
use crate::frame::{Frame, Place};
use crate::pages::attachment::{self, Unread};
use crate::pages::identity::Asked;
use crate::part::{Chip, Done};
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

/// The largest request that is read: the file and what is around it.
pub(crate) const REQUEST: usize = LARGEST + 64 * 1024;

#[derive(Template)]
#[template(path = "setup-logo.html")]
struct LogoHtml<'a> {
    f: Frame<'a>,
    ways: Vec<Chip>,
    done: Option<Done>,
    form: Form,
    shown: Option<&'a (Raster, String)>,
    version: i64,
    may_keep: bool,
    off_key: String,
}

/// The page.
pub(crate) async fn page(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let page = app::logo::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let done = match asked.gemt.as_deref() {
        Some("fjernet") => Some("logo-removed"),
        Some(_) => Some("logo-saved"),
        None => None,
    };
    let said = done.map(|key| Done::said(words(reader.locale).say(key).to_owned()));
    let form = form(&cx, &reader, Sent::default())?;
    let says = page.logo.as_ref().map_or("", |(_, says)| says);
    let form = form.filled(page.version, &[("viser", says)]);
    show((&cx, &reader), &page, form, said)
}

/// The picture.
pub(crate) async fn picture(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
) -> Result<Response, Fault> {
    let page = app::logo::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let (picture, _) = page.logo.ok_or(Fault::NotFound)?;
    Ok(([(header::CONTENT_TYPE, HeaderValue::from_static("image/png"))], picture.png).into_response())
}

/// Keeps it.
pub(crate) async fn save(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    pieces: Result<Multipart, MultipartRejection>,
) -> Result<Response, Fault> {
    let Ok(pieces) = pieces else { return Err(Fault::Origin) };
    let (sent, file) = match attachment::read(pieces).await {
        Ok((sent, _, file)) => (sent, file.into_revealed()),
        Err(Unread::Broken) => return Err(Fault::Origin),
        Err(Unread::TooLarge) => {
            let refusal = Refusal::new("fil", Code::PictureTooLarge);
            return again(&site, (&cx, &reader), Sent::default(), app::Error::Refusal(refusal)).await;
        }
    };
    let once = sent.check(&reader)?;
    match keep(&site.app, &cx, file, sent.text("viser"), sent.version(), once).await {
        Ok(()) => Ok(see_other("/opsaetning/logo?gemt=ja")),
        Err(error) => again(&site, (&cx, &reader), sent, error).await,
    }
}

/// Takes it off.
pub(crate) async fn remove(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    match take_off(&site.app, &cx, sent.version(), once).await {
        Ok(()) => Ok(see_other("/opsaetning/logo?gemt=fjernet")),
        Err(error) => again(&site, (&cx, &reader), Sent::default(), error).await,
    }
}

fn form(cx: &app::Cx, reader: &Reader, sent: Sent) -> Result<Form, Fault> {
    Form::again(cx, reader, LOGO.to_owned(), None, sent).map_err(|error| reader.fault(error))
}

async fn again(
    site: &Site,
    (cx, reader): (&app::Cx, &Reader),
    sent: Sent,
    error: app::Error,
) -> Result<Response, Fault> {
    let page = app::logo::page(&site.app, cx).await.map_err(|error| reader.fault(error))?;
    let form = form(cx, reader, sent)?.refused(error, &[("fil", "fil"), ("viser", "viser")]);
    let mut form = form.map_err(|error| reader.fault(error))?;
    let says = page.logo.as_ref().map_or("", |(_, says)| says);
    if form.is_stale() {
        let label = form.t.say("logo-says");
        form = form.beside(page.version, &[(label, "viser", says)]);
    }
    show((cx, reader), &page, form.filled(page.version, &[("viser", says)]), None)
}

fn show((cx, reader): (&app::Cx, &Reader), page: &LogoPage, form: Form, done: Option<Done>) -> Result<Response, Fault> {
    let f = Frame::new(reader, words(reader.locale).say("setup-logo"), Place::Setup, LOGO.to_owned());
    let status = form.status();
    let html = LogoHtml {
        ways: ways(reader, LOGO),
        done,
        shown: page.logo.as_ref(),
        version: page.version,
        may_keep: page.may_keep,
        off_key: cx.form_key().map_err(|error| reader.fault(error))?.0.to_string(),
        form,
        f,
    };
    Ok((status, laid_out(&html)?).into_response())
}
