//! `/borger/{id}/plan/maal`: a new goal, and `…/maal/{goal}`: the goal in other words, another area, another state.

use app::Cx;
use app::plan::{GoalWish, How, change_goal, set_goal};
use app::view::plan::{GoalCard, PlanPage};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use domain::code::{GoalState, Proposer};
use domain::id::GoalId;
use render::catalogue::capital;
use render::{Words, words};

use super::{Keys, address, back, citizen_id, given_or, uuid};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form};
use crate::frame::{Frame, Place};
use crate::person::{Part, PersonNav};
use crate::reader::{Reader, SignedIn};
use crate::sent::Sent;

/// The fields of the rule, as the form calls them.
const FIELDS: [(&str, &str); 3] = [("words", "maal"), ("area", "omraade"), ("on", "dag")];
/// The value of "outside the areas".
const OUTSIDE: &str = "uden_for";

#[derive(Template)]
#[template(path = "plan-goal.html")]
struct GoalFormHtml<'a> {
    f: Frame<'a>,
    nav: PersonNav,
    plan: String,
    action: String,
    form: Form,
    title: &'static str,
    areas: Vec<Choice>,
    proposers: Vec<Choice>,
    hows: Vec<Choice>,
    goal: Option<Settle>,
}

/// What can become of a goal that is there.
struct Settle {
    id: String,
    to: String,
    out: String,
    version: i64,
    settle_key: String,
    out_key: String,
    states: Vec<(&'static str, String)>,
    is_outside: bool,
}

/// An empty form for a new goal.
pub(crate) async fn new(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(citizen): Path<String>,
) -> Result<Response, Fault> {
    let id = citizen_id(&citizen)?;
    let page = app::plan::page(&site.app, &cx, id, None).await.map_err(|error| reader.fault(error))?;
    let place = format!("{}/maal", address(id));
    let form = Form::fresh(&site.app, &cx, &reader, place, Some(id)).await.map_err(|error| reader.fault(error))?;
    show(&cx, &reader, &page, None, form)
}

/// Sets a goal.
pub(crate) async fn set(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(citizen): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, once) = (citizen_id(&citizen)?, sent.check(&reader)?);
    let place = format!("{}/maal", address(id));
    let error = match set_goal(&site.app, &cx, id, &wish(&sent, &cx), once).await {
        Ok(goal) => {
            app::unsent::throw_away(&site.app, &cx, &place).await.map_err(|error| reader.fault(error))?;
            return Ok(back(id, "maal", "maal", goal.0, 1));
        }
        Err(error) => error,
    };
    let page = app::plan::page(&site.app, &cx, id, None).await.map_err(|error| reader.fault(error))?;
    let form = Form::again(&cx, &reader, place, Some(id), sent).and_then(|form| form.refused(error, &FIELDS));
    show(&cx, &reader, &page, None, form.map_err(|error| reader.fault(error))?)
}

/// The form of a goal that is there.
pub(crate) async fn edit(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, goal)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let (id, row) = (citizen_id(&citizen)?, GoalId(uuid(&goal)?));
    let page = app::plan::page(&site.app, &cx, id, None).await.map_err(|error| reader.fault(error))?;
    let card = page.goals.iter().find(|card| card.id == row).ok_or(Fault::NotFound)?;
    let place = format!("{}/maal/{row}", address(id));
    let form = Form::fresh(&site.app, &cx, &reader, place, Some(id)).await.map_err(|error| reader.fault(error))?;
    let values = values(card);
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    show(&cx, &reader, &page, Some(card), form.filled(card.version, &values))
}

/// Changes a goal.
pub(crate) async fn change(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, goal)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, row, once) = (citizen_id(&citizen)?, GoalId(uuid(&goal)?), sent.check(&reader)?);
    let place = format!("{}/maal/{row}", address(id));
    let how = if sent.text("hvordan") == "fejl" { How::Corrected } else { How::Since };
    let wish = wish(&sent, &cx);
    let error = match change_goal(&site.app, &cx, id, (row, sent.version()), (&wish, how), once).await {
        Ok(()) => {
            app::unsent::throw_away(&site.app, &cx, &place).await.map_err(|error| reader.fault(error))?;
            return Ok(back(id, "maal", "maal", row.0, sent.version() + 1));
        }
        Err(error) => error,
    };
    let page = app::plan::page(&site.app, &cx, id, None).await.map_err(|error| reader.fault(error))?;
    let card = page.goals.iter().find(|card| card.id == row).ok_or(Fault::NotFound)?;
    let form = Form::again(&cx, &reader, place, Some(id), sent).and_then(|form| form.refused(error, &FIELDS));
    let mut form = form.map_err(|error| reader.fault(error))?;
    if form.is_stale() {
        let t = words(reader.locale);
        let labels = ["goal-words", "goal-area", "goal-why-outside", "goal-by"];
        let values = values(card);
        let rows: Vec<(&str, &str, &str)> = labels
            .into_iter()
            .zip(&values)
            .map(|(label, (name, value))| (t.say(label), *name, value.as_str()))
            .collect();
        form = form.beside(card.version, &rows);
    }
    show(&cx, &reader, &page, Some(card), form)
}

/// What was typed as a wish.
fn wish(sent: &Sent, cx: &Cx) -> GoalWish {
    let area = sent.text("omraade");
    GoalWish {
        words: sent.words("maal").unwrap_or_default(),
        area: Some(area.to_owned()).filter(|area| !area.is_empty() && area != OUTSIDE),
        is_outside: area == OUTSIDE,
        outside: sent.words("hvorfor").unwrap_or_default(),
        proposed_by: Proposer::parse(sent.text("forslag")).ok(),
        on: given_or(sent, "dag", cx.today),
    }
}

fn values(card: &GoalCard) -> Vec<(&'static str, String)> {
    vec![
        ("maal", card.words.reveal().clone()),
        ("omraade", card.area_key.clone().unwrap_or_else(|| OUTSIDE.to_owned())),
        ("hvorfor", card.outside.as_ref().map(|why| why.reveal().clone()).unwrap_or_default()),
        ("forslag", card.proposed_by.map(|by| by.code().to_owned()).unwrap_or_default()),
        ("hvordan", "fra_nu".to_owned()),
    ]
}

fn show(cx: &Cx, reader: &Reader, page: &PlanPage, card: Option<&GoalCard>, form: Form) -> Result<Response, Fault> {
    let t = words(reader.locale);
    let keys = Keys { cx };
    let status = form.status();
    let plan = address(page.id);
    let kept = card.and_then(|card| card.area_key.as_deref());
    let open = page.areas.iter().filter(|area| !area.retired || kept == Some(area.key.as_str()));
    let mut areas: Vec<Choice> = open.map(|area| Choice::new(area.key.as_str(), t.locale().of(&area.name))).collect();
    areas.push(Choice::new(OUTSIDE, t.say("plan-outside")));
    let title = if card.is_some() { "goal-edit" } else { "goal-new" };
    let proposers: Vec<Choice> =
        Proposer::ALL.iter().map(|by| Choice::new(by.code(), capital(t.code("proposer", by.code())))).collect();
    let settle = card.map(|card| settle(t, card, &plan, &keys)).transpose()?;
    let form = form.in_words(t.say("goal-area"), &areas).in_words(t.say("goal-by"), &proposers);
    let html = GoalFormHtml {
        f: Frame::new(reader, t.say(title), Place::Own, form.place.clone()),
        nav: PersonNav::new(reader, page.id, Part::Plan),
        action: form.place.clone(),
        title: t.say(title),
        areas,
        proposers,
        hows: vec![Choice::new("fra_nu", t.say("how-since")), Choice::new("fejl", t.say("how-corrected"))],
        goal: settle,
        plan,
        form,
    };
    Ok((status, laid_out(&html)?).into_response())
}

fn settle(t: &Words, card: &GoalCard, plan: &str, keys: &Keys<'_>) -> Result<Settle, Fault> {
    let others = GoalState::ALL.iter().filter(|state| **state != card.state);
    Ok(Settle {
        id: card.id.to_string(),
        to: format!("{plan}/maal/{}/tilstand", card.id),
        out: format!("{plan}/tag-ud"),
        version: card.version,
        settle_key: keys.key()?,
        out_key: keys.key()?,
        states: others.map(|state| (state.code(), t.code("goal-becomes", state.code()).to_owned())).collect(),
        is_outside: card.area.is_none(),
    })
}
