//! `/opsaetning/fil`: the rules as a TOML file, to take away, change and bring back.

use app::rules::Way;
use app::view::rules::Offered;
use app::{Cx, rules};
use askama::Template;
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::rules::sentence;
use super::{FILE, preview, ways};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::Form;
use crate::frame::{Frame, Place};
use crate::pages::attachment;
use crate::part::Chip;
use crate::reader::{Reader, SignedIn};
use crate::sent::Sent;

#[derive(Template)]
#[template(path = "setup-file.html")]
struct FileHtml<'a> {
    f: Frame<'a>,
    ways: Vec<Chip>,
    form: Form,
    faults: Vec<(String, String)>,
    download: String,
}

/// The page.
pub(crate) async fn page(State(site): State<Site>, SignedIn { cx, reader, .. }: SignedIn) -> Result<Response, Fault> {
    let page = rules::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    if !page.may_keep {
        return Err(reader.fault(app::Error::Denied));
    }
    let form =
        Form::again(&cx, &reader, FILE.to_owned(), None, Sent::default()).map_err(|error| reader.fault(error))?;
    show(&reader, form.filled(page.version, &[("toml", &page.toml)]), Vec::new())
}

/// Checks a file that was chosen or pasted, and shows what it would move.
pub(crate) async fn look(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    pieces: Result<Multipart, MultipartRejection>,
) -> Result<Response, Fault> {
    let Ok(pieces) = pieces else { return Err(Fault::Origin) };
    let Ok((sent, _, body)) = attachment::read(pieces).await else { return Err(Fault::Origin) };
    sent.check(&reader)?;
    let chosen = String::from_utf8_lossy(body.reveal()).into_owned();
    let text = if chosen.is_empty() { sent.text("toml").to_owned() } else { chosen };
    let offered = rules::offer(&site.app, &cx, Way::File(&text), sent.version()).await;
    match offered.map_err(|error| reader.fault(error))? {
        offered @ (Offered::Refused(_) | Offered::Faults(_) | Offered::Same) => {
            refused_from(&cx, &reader, &offered, &text, sent.version())
        }
        other => preview::show(&site, &cx, &reader, &other, None, ""),
    }
}

/// The page again, with what is wrong in the file.
pub(super) fn refused(cx: &Cx, reader: &Reader, offered: &Offered, text: &str) -> Result<Response, Fault> {
    refused_from(cx, reader, offered, text, 0)
}

fn refused_from(cx: &Cx, reader: &Reader, offered: &Offered, text: &str, version: i64) -> Result<Response, Fault> {
    let form = Form::again(cx, reader, FILE.to_owned(), None, Sent::default()).map_err(|error| reader.fault(error))?;
    let mut form = form.filled(version, &[("toml", text)]);
    let t = form.t;
    let mut faults = Vec::new();
    match offered {
        Offered::Faults(all) => {
            for fault in all {
                let (line, what) = fault.split_once(": ").unwrap_or(("", fault));
                faults.push((t.say_of("file-line", "line", line), what.to_owned()));
            }
            form.fault("toml", &t.say_with("file-faults", &[("n", all.len().into())]));
        }
        Offered::Refused(all) => {
            for one in all {
                let text = sentence(t, one);
                form.fault("toml", &text);
            }
        }
        _ => form.fault("toml", t.say("rules-same")),
    }
    show(reader, form, faults)
}

fn show(reader: &Reader, form: Form, faults: Vec<(String, String)>) -> Result<Response, Fault> {
    let f = Frame::new(reader, render::words(reader.locale).say("setup-file"), Place::Setup, FILE.to_owned());
    let status = form.status();
    let download = format!("/opsaetning/historik/{}/fil", form.version);
    Ok((status, laid_out(&FileHtml { ways: ways(reader, FILE), form, faults, download, f })?).into_response())
}

/// One version's file.
pub(crate) async fn download(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(version): Path<String>,
) -> Result<Response, Fault> {
    let version: i64 = version.parse().map_err(|_| Fault::NotFound)?;
    let kept = rules::history::version(&site.app, &cx, version).await.map_err(|error| reader.fault(error))?;
    let name = format!("attachment; filename=\"{}-{}.toml\"", kept.rules.key, kept.version);
    let headers =
        [(header::CONTENT_TYPE, "application/toml; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, kept.toml).into_response())
}
