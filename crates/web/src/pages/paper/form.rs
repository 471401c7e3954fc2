//! The form of a kind of paper: its fields, how they are read, and what is done with them. The same for every kind.

use std::collections::HashMap;

use app::paper::{Kept, Said, keeping};
use app::{Cx, Error};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Router, response::Html};
use domain::paper::Paper;
use render::{Words, words};

pub(in crate::pages) use super::field::{Control, Field, Lists, Typing, coded, line, typed};
use super::past;
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::Form;
use crate::form::heeded::HeededHtml;
use crate::frame::{Frame, Place, may};
use crate::pages::plan::{Keys, uuid};
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

/// The form of a kind of paper.
pub(in crate::pages) trait Sheet: Send + Sync + 'static {
    /// The kind.
    type Paper: Paper;
    /// The address that its forms stand below.
    const AT: &'static str;
    /// Where the form leads to: address and the key of its words.
    const HOME: (&'static str, &'static str);
    /// The keys of the titles: of a new one, and of one that is there.
    const TITLES: (&'static str, &'static str);

    /// The fields.
    fn fields(t: &Words, lists: &Lists) -> Vec<Field>;
    /// Reads what was typed.
    fn read(sent: &Sent, typing: &mut Typing) -> Self::Paper;
    /// What stands in the fields of a paper. A field with several values stands there several times.
    fn shown(paper: &Self::Paper) -> Vec<(&'static str, String)>;
    /// What was read, with what the form does not ask about as it was before.
    fn onto(_: &Self::Paper, read: Self::Paper) -> Self::Paper {
        read
    }
    /// Where to after it is kept.
    fn back(_: &Self::Paper) -> String {
        Self::HOME.0.to_owned()
    }
}

/// The addresses of a kind's forms.
pub(in crate::pages) fn routes<S: Sheet>() -> Router<Site> {
    let at = |rest: &str| format!("{}{rest}", S::AT);
    routes_of_known::<S>().route(&at("/ny"), get(new::<S>).post(add::<S>))
}

/// The addresses of a kind that is made elsewhere.
pub(in crate::pages) fn routes_of_known<S: Sheet>() -> Router<Site> {
    let at = |rest: &str| format!("{}{rest}", S::AT);
    Router::new()
        .route(&at("/{id}"), get(edit::<S>).post(change::<S>))
        .route(&at("/{id}/slut"), post(end::<S>))
        .route(&at("/{id}/historik"), get(past::history::<S>))
}

/// What ends a paper, or takes it up again.
pub(in crate::pages) struct Ending {
    pub(in crate::pages) action: String,
    pub(in crate::pages) key: String,
    pub(in crate::pages) version: i64,
    pub(in crate::pages) ends: bool,
    pub(in crate::pages) history: String,
}

#[derive(Template)]
#[template(path = "paper-form.html")]
pub(in crate::pages) struct FormHtml<'a> {
    pub(in crate::pages) f: Frame<'a>,
    pub(in crate::pages) form: Form,
    pub(in crate::pages) title: String,
    pub(in crate::pages) lead: String,
    pub(in crate::pages) home: (String, String),
    pub(in crate::pages) fields: Vec<Field>,
    pub(in crate::pages) heeded: Vec<HeededHtml>,
    pub(in crate::pages) seal: String,
    pub(in crate::pages) ending: Option<Ending>,
}

/// A form ready to be shown.
pub(in crate::pages) struct Shown {
    pub(in crate::pages) title: &'static str,
    pub(in crate::pages) lead: String,
    pub(in crate::pages) home: (String, &'static str),
    pub(in crate::pages) fields: Vec<Field>,
    pub(in crate::pages) ending: Option<Ending>,
}

/// Gives a form.
pub(in crate::pages) fn give(reader: &Reader, shown: Shown, form: Form) -> Result<Response, Fault> {
    give_at(reader, Place::Effort, shown, form)
}

/// Gives a form at another place of the navigation.
pub(in crate::pages) fn give_at(reader: &Reader, place: Place, shown: Shown, form: Form) -> Result<Response, Fault> {
    laid(reader, place, shown, form, (Vec::new(), String::new()))
}

/// Gives a form with what its author is warned of.
pub(in crate::pages) fn heeding(
    reader: &Reader,
    shown: Shown,
    form: Form,
    heeded: (Vec<HeededHtml>, String),
) -> Result<Response, Fault> {
    laid(reader, Place::Effort, shown, form, heeded)
}

fn laid(
    reader: &Reader,
    place: Place,
    shown: Shown,
    form: Form,
    (heeded, seal): (Vec<HeededHtml>, String),
) -> Result<Response, Fault> {
    let t = words(reader.locale);
    let status = form.status();
    let title = t.say(shown.title);
    let html: Html<String> = laid_out(&FormHtml {
        f: Frame::new(reader, title, place, form.place.clone()),
        title: title.to_owned(),
        lead: shown.lead,
        home: (shown.home.0, t.say(shown.home.1).to_owned()),
        fields: shown.fields,
        heeded,
        seal,
        ending: shown.ending,
        form,
    })?;
    Ok((status, html).into_response())
}

/// Fills a form in from the record where nothing was typed before.
pub(in crate::pages) fn filled(form: Form, version: i64, values: &[(&str, String)]) -> Form {
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    form.filled(version, &values)
}

/// Puts refusals beside the fields of the same name, and both versions beside each other where it was changed meanwhile.
pub(in crate::pages) fn refused(form: Form, error: Error, fields: &[Field]) -> Result<Form, Error> {
    let names: Vec<(&str, &str)> =
        fields.iter().map(|field| (field.name.as_str(), field.name.as_str())).chain([("grund", "grund")]).collect();
    form.refused(error, &names)
}

/// Both versions beside each other.
pub(in crate::pages) fn beside(form: Form, current: i64, fields: &[Field], theirs: &[(&str, String)]) -> Form {
    let said = |name: &str| {
        let all: Vec<&str> = theirs.iter().filter(|(of, _)| *of == name).map(|(_, value)| value.as_str()).collect();
        all.join(", ")
    };
    let asked: Vec<(&str, &str, String)> = fields
        .iter()
        .filter(|field| !matches!(field.control, Control::Heading | Control::Checks))
        .map(|field| (field.label.as_str(), field.name.as_str(), said(&field.name)))
        .collect();
    let asked: Vec<(&str, &str, &str)> =
        asked.iter().map(|(label, name, value)| (*label, *name, value.as_str())).collect();
    let mut form = form.beside(current, &asked);
    for field in fields.iter().filter(|field| !field.choices.is_empty()) {
        form = form.in_words(&field.label, &field.choices);
    }
    form
}

/// An empty form; the address may fill fields in.
async fn new<S: Sheet>(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<HashMap<String, String>>,
) -> Result<Response, Fault> {
    let (t, fields) = ready::<S>(&site, &cx, &reader).await?;
    let form = Form::fresh(&site.app, &cx, &reader, format!("{}/ny", S::AT), None).await;
    let known: Vec<(&str, String)> =
        fields.iter().filter_map(|field| Some((field.name.as_str(), asked.get(&field.name)?.clone()))).collect();
    let form = filled(form.map_err(|error| reader.fault(error))?, 0, &known);
    give(&reader, shown::<S>(t, fields, None, false), form)
}

async fn add<S: Sheet>(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let place = format!("{}/ny", S::AT);
    let mut typing = Typing::default();
    let paper = S::read(&sent, &mut typing);
    let said = Said { faults: typing.0, reason: "" };
    match app::paper::keep(&site.app, &cx, None, &paper, said, once).await {
        Ok(_) => done(&site, &cx, &reader, &place, &S::back(&paper)).await,
        Err(error) => {
            let (t, fields) = ready::<S>(&site, &cx, &reader).await?;
            let form = Form::again(&cx, &reader, place, None, sent).and_then(|form| refused(form, error, &fields));
            give(&reader, shown::<S>(t, fields, None, false), form.map_err(|error| reader.fault(error))?)
        }
    }
}

async fn edit<S: Sheet>(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let id = uuid(&id)?;
    let (t, fields) = ready::<S>(&site, &cx, &reader).await?;
    let kept = app::paper::one::<S::Paper>(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
    let form = Form::fresh(&site.app, &cx, &reader, format!("{}/{id}", S::AT), None).await;
    let form = filled(form.map_err(|error| reader.fault(error))?, kept.version, &S::shown(kept.says()));
    let ending = Some(ending(&cx, S::AT, &kept)?);
    give(&reader, shown::<S>(t, fields, ending, true), form)
}

async fn change<S: Sheet>(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, once) = (uuid(&id)?, sent.check(&reader)?);
    let place = format!("{}/{id}", S::AT);
    let mut typing = Typing::default();
    let before = app::paper::one::<S::Paper>(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
    let paper = S::onto(before.says(), S::read(&sent, &mut typing));
    let said = Said { faults: typing.0, reason: sent.text("grund") };
    match app::paper::keep(&site.app, &cx, Some((id, sent.version())), &paper, said, once).await {
        Ok(_) => done(&site, &cx, &reader, &place, &S::back(&paper)).await,
        Err(error) => {
            let (t, fields) = ready::<S>(&site, &cx, &reader).await?;
            let kept = app::paper::one::<S::Paper>(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
            let form = Form::again(&cx, &reader, place, None, sent).and_then(|form| refused(form, error, &fields));
            let mut form = form.map_err(|error| reader.fault(error))?;
            if form.is_stale() {
                form = beside(form, kept.version, &fields, &S::shown(kept.says()));
            }
            let ending = Some(ending(&cx, S::AT, &kept)?);
            give(&reader, shown::<S>(t, fields, ending, true), form)
        }
    }
}

async fn end<S: Sheet>(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, once) = (uuid(&id)?, sent.check(&reader)?);
    let (ends, known) = (sent.text("slut") == "ja", (id, sent.version()));
    let ended = app::paper::end::<S::Paper>(&site.app, &cx, known, ends, sent.text("slutgrund"), once).await;
    let error = match ended {
        Ok(()) => return Ok(see_other(&format!("{}?gemt=slut", S::HOME.0))),
        Err(error) => error,
    };
    let (t, fields) = ready::<S>(&site, &cx, &reader).await?;
    let kept = app::paper::one::<S::Paper>(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
    let form = Form::fresh(&site.app, &cx, &reader, format!("{}/{id}", S::AT), None).await;
    let form = form.map_err(|error| reader.fault(error))?;
    let form = filled(form, kept.version, &S::shown(kept.says())).refused(error, &[("grund", "slutgrund")]);
    let ending = Some(ending(&cx, S::AT, &kept)?);
    give(&reader, shown::<S>(t, fields, ending, true), form.map_err(|error| reader.fault(error))?)
}

/// The fields, for who keeps papers of the kind.
async fn ready<S: Sheet>(site: &Site, cx: &Cx, reader: &Reader) -> Result<(&'static Words, Vec<Field>), Fault> {
    let t = words(reader.locale);
    if !may(reader, keeping(S::Paper::KIND)) {
        return Err(reader.fault(Error::Denied));
    }
    let lists = Lists::load(&site.app, cx, t, S::Paper::KIND).await.map_err(|error| reader.fault(error))?;
    Ok((t, S::fields(t, &lists)))
}

fn shown<S: Sheet>(t: &Words, mut fields: Vec<Field>, ending: Option<Ending>, is_known: bool) -> Shown {
    if is_known {
        fields.push(Field::new(Control::Text, "grund", t.say("effort-reason")).hint(t.say("effort-reason-hint")));
    }
    Shown {
        title: if is_known { S::TITLES.1 } else { S::TITLES.0 },
        lead: String::new(),
        home: (S::HOME.0.to_owned(), S::HOME.1),
        fields,
        ending,
    }
}

/// What ends a paper, or takes it up again.
pub(in crate::pages) fn ending<T>(cx: &Cx, at: &str, kept: &Kept<T>) -> Result<Ending, Fault> {
    Ok(Ending {
        action: format!("{at}/{}/slut", kept.id),
        key: Keys { cx }.key()?,
        version: kept.version,
        ends: !kept.is_ended,
        history: format!("{at}/{}/historik", kept.id),
    })
}

/// After something was kept: the draft is thrown away, and the page says so.
pub(in crate::pages) async fn done(
    site: &Site,
    cx: &Cx,
    reader: &Reader,
    place: &str,
    to: &str,
) -> Result<Response, Fault> {
    app::unsent::throw_away(&site.app, cx, place).await.map_err(|error| reader.fault(error))?;
    Ok(see_other(&format!("{to}?gemt=ja")))
}
