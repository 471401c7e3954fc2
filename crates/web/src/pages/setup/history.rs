//! `/opsaetning/historik`: the versions of the rules, and each as it was.

use app::rules::history;
use app::view::rules::Kept;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;
use render::Words;

use super::told::{self, ChangeHtml};
use super::{Fact, HISTORY, ways};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::frame::{Frame, Place};
use crate::part::Chip;
use crate::reader::SignedIn;

struct VersionHtml {
    number: i64,
    title: String,
    by: String,
    reason: String,
    is_first: bool,
    changes: Vec<ChangeHtml>,
}

#[derive(Template)]
#[template(path = "setup-history.html")]
struct HistoryHtml<'a> {
    f: Frame<'a>,
    ways: Vec<Chip>,
    versions: Vec<VersionHtml>,
}

#[derive(Template)]
#[template(path = "setup-version.html")]
struct OneHtml<'a> {
    f: Frame<'a>,
    ways: Vec<Chip>,
    version: VersionHtml,
    facts: Vec<Fact>,
    toml: String,
}

/// Every version.
pub(crate) async fn all(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
) -> Result<Html<String>, Fault> {
    let all = history::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let f = Frame::new(&reader, render::words(reader.locale).say("setup-history"), Place::Setup, HISTORY.to_owned());
    let instrument = called(&site, f.t);
    let latest = all.first().map_or(0, |kept| kept.version);
    let versions = all.iter().map(|kept| version(f.t, kept, latest, &instrument)).collect();
    laid_out(&HistoryHtml { ways: ways(&reader, HISTORY), versions, f })
}

/// One version.
pub(crate) async fn one(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(number): Path<String>,
) -> Result<Html<String>, Fault> {
    let number: i64 = number.parse().map_err(|_| Fault::NotFound)?;
    let all = history::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let latest = all.first().map_or(0, |kept| kept.version);
    let kept = all.iter().find(|kept| kept.version == number).ok_or(Fault::NotFound)?;
    let here = format!("{HISTORY}/{number}");
    let f = Frame::new(&reader, render::words(reader.locale).say("setup-history"), Place::Setup, here);
    let instrument = called(&site, f.t);
    laid_out(&OneHtml {
        ways: ways(&reader, HISTORY),
        version: version(f.t, kept, latest, &instrument),
        facts: told::facts(f.t, &kept.rules, &instrument),
        toml: kept.toml.clone(),
        f,
    })
}

fn called<'a>(site: &'a Site, t: &'static Words) -> impl Fn(&str) -> String + 'a {
    move |key: &str| match site.app.instruments().named(key) {
        Some(pack) => t.locale().of(&pack.title).to_owned(),
        None => key.to_owned(),
    }
}

fn version(t: &Words, kept: &Kept, latest: i64, instrument: &dyn Fn(&str) -> String) -> VersionHtml {
    let key = if kept.version == latest { "history-now" } else { "history-version" };
    VersionHtml {
        number: kept.version,
        title: t.say_with(key, &[("n", kept.version.into())]),
        by: told::by(t, kept),
        reason: kept.reason.as_ref().map(|reason| reason.reveal().clone()).unwrap_or_default(),
        is_first: kept.version == 1,
        changes: told::changes(t, &kept.changes, instrument),
    }
}
