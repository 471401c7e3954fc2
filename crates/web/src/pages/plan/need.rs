//! `/borger/{id}/plan/overdragelse`: a need written down, and `…/overdragelse/{need}`: who carries it.

use app::Cx;
use app::plan::{NeedWish, change_need, keep_need};
use app::view::plan::{NeedRow, PlanPage};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use domain::code::{Carrier, GoalState};
use domain::id::{GoalId, NeedId};
use domain::personal::Personal;
use render::catalogue::capital;
use render::{day, words};
use serde::Deserialize;

use super::{Keys, address, back, citizen_id, given, uuid};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form};
use crate::frame::{Frame, Place};
use crate::person::{Part, PersonNav};
use crate::reader::{Reader, SignedIn};
use crate::sent::Sent;

/// The fields of the rule, as the form calls them.
const FIELDS: [(&str, &str); 6] = [
    ("words", "behov"),
    ("carrier_name", "navn"),
    ("contact", "kontakt"),
    ("agreed_on", "aftalt"),
    ("warm_planned_on", "moede_aftalt"),
    ("warm_on", "moede_holdt"),
];

/// The goal that a new need comes from.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    maal: Option<String>,
}

#[derive(Template)]
#[template(path = "plan-need.html")]
struct NeedFormHtml<'a> {
    f: Frame<'a>,
    nav: PersonNav,
    plan: String,
    form: Form,
    title: &'static str,
    goals: Vec<Choice>,
    carriers: Vec<Choice>,
    /// The need's id, the key and the version of the form that takes it out; none for a new need.
    out: Option<(String, String, i64)>,
}

/// An empty form for a new need.
pub(crate) async fn new(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(citizen): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let id = citizen_id(&citizen)?;
    let page = app::plan::page(&site.app, &cx, id, None).await.map_err(|error| reader.fault(error))?;
    let place = format!("{}/overdragelse", address(id));
    let form = Form::fresh(&site.app, &cx, &reader, place, Some(id)).await.map_err(|error| reader.fault(error))?;
    let goal = asked.maal.unwrap_or_default();
    show(&cx, &reader, &page, None, form.filled(0, &[("maal", &goal)]))
}

/// Writes a need down.
pub(crate) async fn keep(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(citizen): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, once) = (citizen_id(&citizen)?, sent.check(&reader)?);
    let place = format!("{}/overdragelse", address(id));
    let error = match keep_need(&site.app, &cx, id, &wish(&sent), once).await {
        Ok(need) => {
            app::unsent::throw_away(&site.app, &cx, &place).await.map_err(|error| reader.fault(error))?;
            return Ok(back(id, "behov", "behov", need.0, 1));
        }
        Err(error) => error,
    };
    let page = app::plan::page(&site.app, &cx, id, None).await.map_err(|error| reader.fault(error))?;
    let form = Form::again(&cx, &reader, place, Some(id), sent).and_then(|form| form.refused(error, &FIELDS));
    show(&cx, &reader, &page, None, form.map_err(|error| reader.fault(error))?)
}

/// The form of a need that is there.
pub(crate) async fn edit(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, need)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let (id, row) = (citizen_id(&citizen)?, NeedId(uuid(&need)?));
    let page = app::plan::page(&site.app, &cx, id, None).await.map_err(|error| reader.fault(error))?;
    let found = page.needs.iter().find(|need| need.id == row).ok_or(Fault::NotFound)?;
    let place = format!("{}/overdragelse/{row}", address(id));
    let form = Form::fresh(&site.app, &cx, &reader, place, Some(id)).await.map_err(|error| reader.fault(error))?;
    let values = values(found);
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    show(&cx, &reader, &page, Some(found), form.filled(found.version, &values))
}

/// Changes a need.
pub(crate) async fn change(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, need)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, row, once) = (citizen_id(&citizen)?, NeedId(uuid(&need)?), sent.check(&reader)?);
    let place = format!("{}/overdragelse/{row}", address(id));
    let error = match change_need(&site.app, &cx, id, (row, sent.version()), &wish(&sent), once).await {
        Ok(()) => {
            app::unsent::throw_away(&site.app, &cx, &place).await.map_err(|error| reader.fault(error))?;
            return Ok(back(id, "behov", "behov", row.0, sent.version() + 1));
        }
        Err(error) => error,
    };
    let page = app::plan::page(&site.app, &cx, id, None).await.map_err(|error| reader.fault(error))?;
    let found = page.needs.iter().find(|need| need.id == row).ok_or(Fault::NotFound)?;
    let form = Form::again(&cx, &reader, place, Some(id), sent).and_then(|form| form.refused(error, &FIELDS));
    let mut form = form.map_err(|error| reader.fault(error))?;
    if form.is_stale() {
        let t = words(reader.locale);
        let labels = ["need-words", "need-goal", "need-carrier", "need-name", "need-contact", "need-agreed"];
        let labels = labels.into_iter().chain(["need-meeting-planned", "need-meeting-held"]);
        let values = values(found);
        let rows: Vec<(&str, &str, &str)> =
            labels.zip(&values).map(|(label, (name, value))| (t.say(label), *name, value.as_str())).collect();
        form = form.beside(found.version, &rows);
    }
    show(&cx, &reader, &page, Some(found), form)
}

fn wish(sent: &Sent) -> NeedWish {
    NeedWish {
        words: sent.words("behov").unwrap_or_default(),
        goal: sent.id("maal").map(GoalId),
        carrier: Carrier::parse(sent.text("hvem")).ok(),
        carrier_name: sent.words("navn").unwrap_or_default(),
        contact: sent.words("kontakt").unwrap_or_default(),
        agreed_on: given(sent, "aftalt"),
        warm_planned_on: given(sent, "moede_aftalt"),
        warm_on: given(sent, "moede_holdt"),
    }
}

fn values(need: &NeedRow) -> Vec<(&'static str, String)> {
    let text = |text: &Option<Personal<String>>| text.as_ref().map(|text| text.reveal().clone()).unwrap_or_default();
    vec![
        ("behov", need.words.reveal().clone()),
        ("maal", need.goal.map(|goal| goal.to_string()).unwrap_or_default()),
        ("hvem", need.carrier.map(|carrier| carrier.code().to_owned()).unwrap_or_default()),
        ("navn", text(&need.carrier_name)),
        ("kontakt", text(&need.contact)),
        ("aftalt", need.agreed_on.map(day::typed).unwrap_or_default()),
        ("moede_aftalt", need.warm_planned_on.map(day::typed).unwrap_or_default()),
        ("moede_holdt", need.warm_on.map(day::typed).unwrap_or_default()),
    ]
}

fn show(cx: &Cx, reader: &Reader, page: &PlanPage, need: Option<&NeedRow>, form: Form) -> Result<Response, Fault> {
    let t = words(reader.locale);
    let status = form.status();
    let title = t.say(if need.is_some() { "need-edit" } else { "need-new" });
    let carried = need.and_then(|need| need.goal);
    let goals = page.goals.iter().filter(|goal| goal.state == GoalState::Active || Some(goal.id) == carried);
    let mut choices = vec![Choice::new("", t.say("need-no-goal"))];
    choices.extend(goals.map(|goal| Choice::new(goal.id.to_string(), goal.words.reveal().as_str())));
    let mut carriers = vec![Choice::new("", t.say("need-nobody"))];
    carriers.extend(Carrier::ALL.iter().map(|one| Choice::new(one.code(), capital(t.code("carrier", one.code())))));
    let out = need.map(|need| Ok::<_, Fault>((need.id.to_string(), Keys { cx }.key()?, need.version))).transpose()?;
    let form = form.in_words(t.say("need-goal"), &choices).in_words(t.say("need-carrier"), &carriers);
    let html = NeedFormHtml {
        f: Frame::new(reader, title, Place::Own, form.place.clone()),
        nav: PersonNav::new(reader, page.id, Part::Plan),
        plan: address(page.id),
        title,
        goals: choices,
        carriers,
        out,
        form,
    };
    Ok((status, laid_out(&html)?).into_response())
}
