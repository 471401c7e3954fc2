//! `/borger/{id}/kontakt`: what happened and the next step, in one save; and the way back to where one came from.

mod written;

use app::Cx;
use app::contact::{self, NewContact};
use app::step::NewStep;
use app::view::contact::{ContactPage, OldStep};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use domain::code::{ContactKind, Doer, Place as Where, With};
use domain::contact::usual;
use domain::day::add_days;
use domain::id::{CitizenId, ContactId, StepId};
use domain::refusal::{Code, Typed};
use render::catalogue::capital;
use render::{Words, day};
use serde::Deserialize;
use uuid::Uuid;

pub(crate) use written::{correct, form as written_form, put_back, withdraw};

use super::around::{Here, Who, row_of};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form, Versions};
use crate::frame::{Frame, Place, may};
use crate::part::Done;
use crate::person::Part;
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::{KEY, Sent, TOKEN, VERSION};
use crate::typed::{coded, maybe_day, minutes, needed_day, words};

pub(super) const PAGE: (Part, &str, &str) = (Part::Overview, "/kontakt", "contact-title");
/// The refusals' fields, which are the form's own.
pub(super) const NAMES: [&str; 7] = ["dato", "slags", "min", "note", "skridt", "naar", "grund"];
/// The minutes that are one press.
const MINUTES: [&str; 5] = ["5", "15", "30", "45", "60"];
/// Where one may have come from, as the address says it.
const FROM: [(&str, &str); 2] = [("mine-borgere", "/mine-borgere"), ("borgere", "/borgere")];

/// Where the form was opened from.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct CameFrom {
    fra: Option<String>,
}

impl CameFrom {
    pub(super) fn word(&self) -> &str {
        self.fra.as_deref().unwrap_or_default()
    }
}

/// What was just done, as the address of a list or of the citizen says it.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Told {
    gemt: Option<String>,
    borger: Option<Uuid>,
    id: Option<Uuid>,
    v: Option<i64>,
}

/// The form.
pub(crate) async fn form(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(citizen): Path<String>,
    Query(from): Query<CameFrom>,
) -> Result<Response, Fault> {
    let here = Here::new(&site, (&cx, &reader), &citizen, PAGE)?;
    show(&here, None, from.word()).await
}

/// Saves both halves.
pub(crate) async fn save(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(citizen): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let here = Here::new(&site, (&cx, &reader), &citizen, PAGE)?;
    let once = sent.check(&reader)?;
    let closes = old_step(&sent).filter(|_| !sent.has("behold", "ja"));
    let (told, next) = (typed(&sent, &cx), next(&sent, &cx));
    match contact::record(&site.app, &cx, once, here.citizen, &told, closes, &next).await {
        Ok(id) => {
            app::unsent::throw_away(&site.app, &cx, &here.page).await.map_err(|error| here.fault(error))?;
            Ok(back(here.citizen, sent.text("fra"), &format!("kontakt&borger={}&id={id}", here.citizen)))
        }
        Err(error) => {
            let from = sent.text("fra").to_owned();
            let form = here.again(&here.page, sent, error, &NAMES)?;
            show(&here, Some(form), &from).await
        }
    }
}

/// Undoes a save: the contact, the step that came with it, and the closing of the step before.
pub(crate) async fn undo(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, row)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (here, row) = (Here::new(&site, (&cx, &reader), &citizen, PAGE)?, row_of(&row)?);
    let once = sent.check(&reader)?;
    let undone = contact::undo(&site.app, &cx, once, here.citizen, ContactId(row)).await;
    undone.map_err(|error| here.fault(error))?;
    Ok(back(here.citizen, sent.text("fra"), "kontakt-fortrudt"))
}

/// The way back, saying what was done.
pub(super) fn back(citizen: CitizenId, from: &str, done: &str) -> Response {
    let list = FROM.iter().find(|(word, _)| *word == from).map(|(_, address)| (*address).to_owned());
    see_other(&format!("{}?gemt={done}", list.unwrap_or_else(|| format!("/borger/{citizen}"))))
}

/// The line on a list or on the citizen's page that says what was done, and takes it back. `from` is where a way back leads.
pub(super) fn done(cx: &Cx, reader: &Reader, told: &Told, from: &str) -> Result<Option<Done>, Fault> {
    let t = render::words(reader.locale);
    let clock = day::clock(t, reader.now);
    let said = |key| Done::said(t.say_with(key, &[("clock", (&clock).into())]));
    let way = |version: i64| -> Result<Vec<(&'static str, String)>, Fault> {
        let key = cx.form_key().map_err(|error| reader.fault(error))?;
        let fields = [(TOKEN, reader.token.clone()), (KEY, key.0.to_string()), (VERSION, version.to_string())];
        Ok(fields.into_iter().chain([("fra", from.to_owned())]).collect())
    };
    let (citizen, row, version) = (told.borger.unwrap_or_default(), told.id.unwrap_or_default(), told.v.unwrap_or(0));
    Ok(match told.gemt.as_deref() {
        Some("kontakt") => {
            Some(said("contact-done").undone_by(t, format!("/borger/{citizen}/kontakt/{row}/fortryd"), way(1)?))
        }
        Some("kontakt-fortrudt") => Some(said("contact-undone")),
        Some("kontakt-rettet") => Some(said("contact-corrected")),
        Some("kontakt-ude") => {
            Some(said("contact-out").undone_by(t, format!("/borger/{citizen}/kontakt/{row}/tilbage"), way(version)?))
        }
        Some("kontakt-tilbage") => Some(said("contact-back")),
        Some("skridt") => Some(said("step-saved")),
        Some("skridt-gjort") => {
            Some(said("step-is-done").undone_by(t, format!("/borger/{citizen}/skridt/{row}/aaben"), way(version)?))
        }
        Some("skridt-aaben") => Some(said("step-opened")),
        _ => None,
    })
}

/// The step before, as the form names it.
pub(super) fn old_step(sent: &Sent) -> Option<(StepId, i64)> {
    Some((StepId(sent.id("gammelt")?), sent.text("gammelt-version").parse().ok()?))
}

/// The contact that was typed.
pub(super) fn typed(sent: &Sent, cx: &Cx) -> NewContact {
    let kind = coded(sent, "slags", ContactKind::parse);
    let usual = kind.map(usual);
    NewContact {
        on: match sent.text("dato") {
            "0" => Ok(cx.today),
            "1" => Ok(add_days(cx.today, -1)),
            _ => needed_day(sent, "dato-dag"),
        },
        kind,
        place: coded(sent, "hvor", Where::parse).or(usual.map(|(place, _)| place)),
        with: coded(sent, "med", With::parse).or(usual.map(|(_, with)| with)),
        minutes: minutes(if sent.text("min") == "andet" { sent.text("min-andet") } else { sent.text("min") }),
        words: words(sent, "note"),
    }
}

/// The next step that was typed.
pub(super) fn next(sent: &Sent, cx: &Cx) -> NewStep {
    let due: Typed<Option<chrono::NaiveDate>> = match sent.text("naar") {
        "1" => Ok(Some(add_days(cx.today, 1))),
        "7" => Ok(Some(add_days(cx.today, 7))),
        "dag" => maybe_day(sent, "naar-dag").and_then(|on| on.map(Some).ok_or(Code::DayNeeded)),
        _ => Ok(None),
    };
    NewStep { words: words(sent, "skridt"), due, doer: coded(sent, "hvem", Doer::parse) }
}

#[derive(Template)]
#[template(path = "contact.html")]
struct ContactHtml<'a> {
    f: Frame<'a>,
    who: Who,
    title: String,
    from: &'a str,
    leave: String,
    form: Form,
    days: Vec<Choice>,
    kinds: Vec<Choice>,
    minutes: Vec<Choice>,
    places: Vec<Choice>,
    withs: Vec<Choice>,
    usual: Vec<(usize, String)>,
    old: Option<&'a OldStep>,
    dues: Vec<Choice>,
    week: String,
    doers: Vec<Choice>,
}

async fn show(here: &Here<'_>, form: Option<Form>, from: &str) -> Result<Response, Fault> {
    let page = contact::page(here.app, here.cx, here.citizen).await.map_err(|error| here.fault(error))?;
    let form = match form {
        Some(form) => form,
        None => {
            let kind = ContactKind::Meeting.code();
            here.fresh(&here.page).await?.filled(0, &[("dato", "0"), ("slags", kind), ("naar", "7")])
        }
    };
    lay_out(here, &page, form, from)
}

fn lay_out(here: &Here<'_>, page: &ContactPage, mut form: Form, from: &str) -> Result<Response, Fault> {
    let (t, reader) = (here.t, here.reader);
    if form.is_stale() {
        let now = page.old_step.as_ref().map_or(t.say("step-gone"), |step| step.words.reveal());
        let mine = form.value("gammelt-tekst").to_owned();
        form.versions.push(Versions { label: t.say("next-step").to_owned(), mine, theirs: now.to_owned() });
    }
    let status = form.status();
    let from = if FROM.iter().any(|(word, _)| *word == from) { from } else { form.value("fra") };
    let from = FROM.iter().find(|(word, _)| *word == from).map_or("", |(word, _)| word);
    let leave = FROM.iter().find(|(word, _)| *word == from).map_or("/", |(_, address)| address);
    let who = Who::new(t, &page.about);
    let all = may(reader, domain::access::Action::ListAllCitizens) && !page.about.is_own;
    let html = laid_out(&ContactHtml {
        f: Frame::new(reader, t.say("contact"), if all { Place::All } else { Place::Own }, here.page.clone()),
        title: t.say_with("contact-with", &[("name", (&who.name).into())]),
        from,
        leave: leave.to_owned(),
        days: days(t),
        kinds: kinds(t),
        minutes: minute_choices(t),
        places: Where::ALL.iter().map(|one| Choice::new(one.code(), capital(t.code("place", one.code())))).collect(),
        withs: With::ALL.iter().map(|one| Choice::new(one.code(), capital(t.code("with", one.code())))).collect(),
        usual: ContactKind::ALL.iter().map(|kind| said_usual(t, *kind)).enumerate().collect(),
        old: page.old_step.as_ref(),
        dues: dues(t),
        week: t.say_with("step-week", &[("day", (&day::long(t, add_days(reader.today, 7))).into())]),
        doers: doers(t, &who.name),
        who,
        form,
    })?;
    Ok((status, html).into_response())
}

/// "Ude · med borgeren".
fn said_usual(t: &Words, kind: ContactKind) -> String {
    let (place, with) = usual(kind);
    let args = [("place", t.code("place", place.code()).into()), ("with", t.code("with", with.code()).into())];
    capital(&t.say_with("contact-usual", &args))
}

pub(super) fn days(t: &Words) -> Vec<Choice> {
    vec![
        Choice::new("0", t.say("contact-today")),
        Choice::new("1", t.say("contact-yesterday")),
        Choice::new("dag", t.say("contact-other-day")).with("calendar-month"),
    ]
}

pub(super) fn kinds(t: &Words) -> Vec<Choice> {
    let icon = |kind| match kind {
        ContactKind::Meeting => "persons",
        ContactKind::Call => "headset",
        ContactKind::Message => "chat",
        ContactKind::Accompaniment => "location",
        ContactKind::NetworkMeeting => "groups",
        ContactKind::Attempt => "refresh",
    };
    let choice =
        |kind: &ContactKind| Choice::new(kind.code(), capital(t.code("contact", kind.code()))).with(icon(*kind));
    ContactKind::ALL.iter().map(choice).collect()
}

pub(super) fn minute_choices(t: &Words) -> Vec<Choice> {
    let usual = MINUTES.iter().map(|minutes| Choice::new(*minutes, *minutes));
    usual.chain([Choice::new("andet", t.say("contact-minutes-other"))]).collect()
}

pub(super) fn dues(t: &Words) -> Vec<Choice> {
    vec![
        Choice::new("1", t.say("step-tomorrow")),
        Choice::new("7", t.say("step-in-a-week")),
        Choice::new("dag", t.say("step-other-day")).with("calendar-month"),
    ]
}

/// Who may do a step: the citizen by name, the reader as "me".
pub(super) fn doers(t: &Words, name: &str) -> Vec<Choice> {
    let text = |doer: &Doer| match doer {
        Doer::Citizen => name.to_owned(),
        other => t.code("step-doer", other.code()).to_owned(),
    };
    Doer::ALL.iter().map(|doer| Choice::new(doer.code(), text(doer))).collect()
}
