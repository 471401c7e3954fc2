//! `/borger/{id}/sammenlaegning`: two records of one person, side by side, and the merges there were.

use std::collections::BTreeSet;

use app::merge::Merging;
use app::view::merge::{MergeAsk, MergePage, Pair};
use app::{Cx, Error};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use domain::id::CitizenId;
use domain::identity::Field;
use render::{Words, day};
use serde::Deserialize;
use uuid::Uuid;

use super::about::{AboutHead, Top, Way};
use super::citizen::citizen_of;
use super::identity::{label, said};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::Form;
use crate::frame::Frame;
use crate::part::{Chip, Done};
use crate::person::PersonNav;
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

const FIELDS: [(&str, &str); 2] = [("grund", "grund"), ("anden", "")];

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    anden: Option<String>,
    gemt: Option<String>,
}

/// Who may be the same person, and what was merged.
pub(crate) async fn merges(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let other = asked.anden.as_deref().map(citizen_of).transpose()?;
    let ask = MergeAsk { terms: None, other };
    let page = app::merge::page(&site.app, &cx, citizen_of(&id)?, ask).await.map_err(|error| reader.fault(error))?;
    let form = blank(&cx, &reader, &page, Sent::default()).map_err(|error| reader.fault(error))?;
    let t = render::words(reader.locale);
    let said = asked.gemt.map(|what| if what == "skilt" { "merge-undone" } else { "merge-saved" });
    show(&cx, &reader, &page, form, said.map(|said| Done::said(t.say(said).to_owned())))
}

/// Searches for the other record; a form and no address, because what is searched for names people.
pub(crate) async fn search(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Html<String>, Fault> {
    sent.check(&reader)?;
    let ask = MergeAsk { terms: Some(sent.words("ord").unwrap_or_default()), other: None };
    let page = app::merge::page(&site.app, &cx, citizen_of(&id)?, ask).await.map_err(|error| reader.fault(error))?;
    let form = blank(&cx, &reader, &page, Sent::default()).map_err(|error| reader.fault(error))?;
    show(&cx, &reader, &page, form, None)
}

/// Merges the two.
pub(crate) async fn merge(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let id = citizen_of(&id)?;
    let other = sent.id("anden").map(CitizenId).ok_or(Fault::NotFound)?;
    let taken: BTreeSet<Field> = Field::ALL.iter().copied().filter(|field| sent.has(field.code(), "anden")).collect();
    let other_version = sent.text("anden_version").parse().unwrap_or(0);
    let reason = sent.words("grund").unwrap_or_default();
    let merging = Merging { other, versions: (sent.version(), other_version), taken, reason };
    match app::merge::merge(&site.app, &cx, id, merging, once).await {
        Ok(into) => Ok(see_other(&format!("/borger/{into}/sammenlaegning?gemt=ja"))),
        Err(error) => {
            let ask = MergeAsk { terms: None, other: Some(other) };
            let page = app::merge::page(&site.app, &cx, id, ask).await.map_err(|error| reader.fault(error))?;
            let form = blank(&cx, &reader, &page, sent).and_then(|form| form.refused(error, &FIELDS));
            let form = form.map_err(|error| reader.fault(error))?;
            Ok((form.status(), show(&cx, &reader, &page, form, None)?).into_response())
        }
    }
}

/// Undoes a merge.
pub(crate) async fn undo(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((id, merge)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let id = citizen_of(&id)?;
    let merge = merge.parse::<Uuid>().map_err(|_| Fault::NotFound)?;
    app::merge::undo(&site.app, &cx, id, merge, once).await.map_err(|error| reader.fault(error))?;
    Ok(see_other(&format!("/borger/{id}/sammenlaegning?gemt=skilt")))
}

/// The form, made from the version of this record.
fn blank(cx: &Cx, reader: &Reader, page: &MergePage, sent: Sent) -> Result<Form, Error> {
    let place = format!("/borger/{}/sammenlaegning", page.about.id);
    let form = Form::again(cx, reader, place, Some(page.about.id), sent)?;
    Ok(form.beside(page.pair.as_ref().map_or(0, |pair| pair.version), &[]))
}

struct CandidateHtml<'a> {
    id: String,
    name: &'a str,
    shares: String,
}

struct MergedHtml<'a> {
    id: String,
    name: &'a str,
    told: String,
    reason: &'a str,
    key: Option<String>,
}

struct PairHtml<'a> {
    other: String,
    other_version: i64,
    name: &'a str,
    rows: Vec<RowHtml<'a>>,
}

struct RowHtml<'a> {
    name: &'static str,
    label: &'a str,
    here: String,
    there: String,
    is_same: bool,
    is_there: bool,
}

impl<'a> PairHtml<'a> {
    fn new(t: &'a Words, pair: &'a Pair, form: &Form) -> Self {
        let row = |field: &Field| {
            let chosen = form.value(field.code());
            RowHtml {
                name: field.code(),
                label: label(t, *field),
                here: said(t, *field, &pair.here),
                there: said(t, *field, &pair.there),
                is_same: pair.here.agrees(*field, &pair.there),
                is_there: if chosen.is_empty() { pair.proposed.contains(field) } else { chosen == "anden" },
            }
        };
        Self {
            other: pair.other.to_string(),
            other_version: pair.other_version,
            name: pair.name.reveal(),
            rows: Field::ALL.iter().map(row).collect(),
        }
    }
}

#[derive(Template)]
#[template(path = "merge.html")]
struct MergeHtml<'a> {
    f: Frame<'a>,
    head: AboutHead<'a>,
    nav: PersonNav,
    ways: Vec<Chip>,
    here: String,
    done: Option<Done>,
    pair: Option<PairHtml<'a>>,
    candidates: Vec<CandidateHtml<'a>>,
    has_searched: bool,
    merges: Vec<MergedHtml<'a>>,
    form: Form,
}

/// Lays the page out.
fn show(cx: &Cx, reader: &Reader, page: &MergePage, form: Form, done: Option<Done>) -> Result<Html<String>, Fault> {
    let Top { f, head, nav, ways, here } = Top::new(reader, &page.about, Way::Merge);
    let t = f.t;
    let mut merges = Vec::with_capacity(page.merges.len());
    for merged in &page.merges {
        let on = day::medium(t, merged.on);
        let args = [("day", (&on).into()), ("name", merged.by.reveal().into())];
        let key = match merged.is_undone {
            false => Some(cx.form_key().map_err(|error| reader.fault(error))?.0.to_string()),
            true => None,
        };
        merges.push(MergedHtml {
            id: merged.id.to_string(),
            name: merged.name.reveal(),
            told: t.say_with(if merged.is_undone { "merge-told-undone" } else { "merge-told" }, &args),
            reason: merged.reason.reveal(),
            key,
        });
    }
    let shares = |shares: &[String]| {
        let words: Vec<&str> = shares.iter().map(|kind| t.code("shares", kind)).collect();
        words.join(", ")
    };
    laid_out(&MergeHtml {
        pair: page.pair.as_ref().map(|pair| PairHtml::new(t, pair, &form)),
        candidates: page
            .candidates
            .iter()
            .map(|one| CandidateHtml { id: one.id.to_string(), name: one.name.reveal(), shares: shares(&one.shares) })
            .collect(),
        has_searched: page.has_searched,
        merges,
        f,
        head,
        nav,
        ways,
        here,
        done,
        form,
    })
}
