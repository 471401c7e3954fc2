//! The form of a kind of paper: its fields, how they are read, and what is done with them. The same for every kind.

use std::collections::HashMap;

use app::paper::{Kept, Said, keeping};
use app::{App, Cx, Error};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Router, response::Html};
use chrono::NaiveDate;
use domain::code::{PaperKind, UnknownCode};
use domain::knowledge::Note;
use domain::organisation::{Group, Unit};
use domain::paper::Paper;
use domain::refusal::{Code, Refusal};
use render::{Words, words};
use uuid::Uuid;

use super::past;
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form};
use crate::frame::{Frame, Place, may};
use crate::pages::plan::{Keys, uuid};
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;
use crate::typed::{maybe_day, needed_day};

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::pages) enum Control {
    Text,
    Words,
    Day,
    Chips,
    Checks,
    Select,
    /// A heading between fields, with its words below.
    Heading,
}

/// A field of a form.
#[derive(Clone, Debug)]
pub(in crate::pages) struct Field {
    pub(in crate::pages) name: String,
    pub(in crate::pages) label: String,
    pub(in crate::pages) hint: String,
    pub(in crate::pages) control: Control,
    pub(in crate::pages) choices: Vec<Choice>,
    pub(in crate::pages) rows: u8,
}

impl Field {
    pub(in crate::pages) fn new(control: Control, name: impl Into<String>, label: &str) -> Self {
        Self { name: name.into(), label: label.to_owned(), hint: String::new(), control, choices: Vec::new(), rows: 4 }
    }

    pub(in crate::pages) fn hint(mut self, hint: &str) -> Self {
        hint.clone_into(&mut self.hint);
        self
    }

    pub(in crate::pages) fn of(mut self, choices: Vec<Choice>) -> Self {
        self.choices = choices;
        self
    }

    /// What a value is called.
    pub(in crate::pages) fn said(&self, value: &str) -> String {
        let chosen = self.choices.iter().find(|choice| choice.value == value);
        chosen.map_or_else(|| value.to_owned(), |choice| choice.text.clone())
    }
}

/// What a form's lists are made of.
#[derive(Clone, Debug, Default)]
pub(in crate::pages) struct Lists {
    pub(in crate::pages) people: Vec<Choice>,
    pub(in crate::pages) units: Vec<Choice>,
    pub(in crate::pages) groups: Vec<Choice>,
    pub(in crate::pages) notes: Vec<Choice>,
}

impl Lists {
    /// The lists that a kind's form needs.
    pub(in crate::pages) async fn load(app: &App, cx: &Cx, t: &Words, kind: PaperKind) -> Result<Self, Error> {
        let mut lists = Self::default();
        let first = || Choice::new("", t.say("effort-choose"));
        let chosen = |all: Vec<(Uuid, String)>| {
            let all = all.into_iter().map(|(id, name)| Choice::new(id.to_string(), name));
            std::iter::once(first()).chain(all).collect::<Vec<_>>()
        };
        if matches!(kind, PaperKind::Post | PaperKind::Seat | PaperKind::Decision) {
            let people = app::paper::people(app, cx).await?.choices();
            let people = people.into_iter().map(|(who, name)| Choice::new(who.key(), name.into_revealed()));
            lists.people = std::iter::once(first()).chain(people).collect();
        }
        if kind == PaperKind::Post {
            let units = app::paper::choices::<Unit>(app, cx).await?;
            lists.units = chosen(units.iter().map(|unit| (unit.id, unit.says().name.clone())).collect());
        }
        if matches!(kind, PaperKind::Seat | PaperKind::Meeting) {
            let groups = app::paper::choices::<Group>(app, cx).await?;
            lists.groups = chosen(groups.iter().map(|group| (group.id, group.says().name.clone())).collect());
        }
        if matches!(kind, PaperKind::Sharing | PaperKind::Anchoring) {
            let notes = app::paper::choices::<Note>(app, cx).await?;
            // What nobody has read through cannot be shared, so it cannot be chosen.
            let fit = notes.iter().filter(|note| kind == PaperKind::Anchoring || note.says().reviewed.is_some());
            lists.notes = chosen(fit.map(|note| (note.id, note.says().title.clone())).collect());
        }
        Ok(lists)
    }
}

/// What was typed, read field by field; what cannot be read is kept as a refusal, and something harmless stands for it.
#[derive(Debug, Default)]
pub(in crate::pages) struct Typing(pub(in crate::pages) Vec<Refusal>);

impl Typing {
    fn or<T>(&mut self, field: &'static str, read: Result<T, Code>, instead: T) -> T {
        read.unwrap_or_else(|code| {
            self.0.push(Refusal::new(field, code));
            instead
        })
    }

    /// A day that must be there.
    pub(in crate::pages) fn day(&mut self, sent: &Sent, field: &'static str) -> NaiveDate {
        self.or(field, needed_day(sent, field), NaiveDate::MAX)
    }

    /// A day that may be there.
    pub(in crate::pages) fn maybe_day(&mut self, sent: &Sent, field: &'static str) -> Option<NaiveDate> {
        self.or(field, maybe_day(sent, field), None)
    }

    /// A code that must be chosen.
    pub(in crate::pages) fn code<T>(
        &mut self,
        sent: &Sent,
        field: &'static str,
        parse: impl FnOnce(&str) -> Result<T, UnknownCode>,
        instead: T,
    ) -> T {
        self.or(field, parse(sent.text(field)).map_err(|_| Code::ChoiceNeeded), instead)
    }

    /// A paper that must be chosen.
    pub(in crate::pages) fn id(&mut self, sent: &Sent, field: &'static str) -> Uuid {
        self.or(field, sent.id(field).ok_or(Code::ChoiceNeeded), Uuid::nil())
    }

    /// Somebody who must be chosen.
    pub(in crate::pages) fn who(&mut self, sent: &Sent, field: &'static str) -> domain::paper::Who {
        let read = domain::paper::Who::parse(sent.text(field)).ok_or(Code::WhoNeeded);
        self.or(field, read, domain::paper::Who::Outsider(Uuid::nil()))
    }
}

/// A line of words, without the space around it.
pub(in crate::pages) fn line(sent: &Sent, field: &str) -> String {
    sent.text(field).trim().to_owned()
}

/// Codes as choices, by their words.
pub(in crate::pages) fn coded(t: &Words, list: &str, codes: impl Iterator<Item = &'static str>) -> Vec<Choice> {
    codes.map(|code| Choice::new(code, t.code(list, code))).collect()
}

/// A day as its field shows it.
pub(in crate::pages) fn typed(day: Option<NaiveDate>) -> String {
    day.map(render::day::typed).unwrap_or_default()
}

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

/// A passage that an author is warned of, in words.
pub(in crate::pages) struct HeededHtml {
    pub(in crate::pages) before: String,
    pub(in crate::pages) passage: String,
    pub(in crate::pages) after: String,
    pub(in crate::pages) what: &'static str,
    pub(in crate::pages) why: &'static str,
    pub(in crate::pages) refuses: bool,
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
    heeding(reader, shown, form, (Vec::new(), String::new()))
}

/// Gives a form with what its author is warned of.
pub(in crate::pages) fn heeding(
    reader: &Reader,
    shown: Shown,
    form: Form,
    (heeded, seal): (Vec<HeededHtml>, String),
) -> Result<Response, Fault> {
    let t = words(reader.locale);
    let status = form.status();
    let title = t.say(shown.title);
    let html: Html<String> = laid_out(&FormHtml {
        f: Frame::new(reader, title, Place::Effort, form.place.clone()),
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
