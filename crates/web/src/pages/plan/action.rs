//! `/borger/{id}/plan/maal/{goal}/handling`: a new action, and `/borger/{id}/plan/handling/{action}`: the action changed.

use app::Cx;
use app::plan::{ActionWish, How, agree_action, change_action};
use app::view::plan::{ActionCard, GoalCard, PlanPage};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use domain::code::Doer;
use domain::id::{ActionId, GoalId};
use render::catalogue::capital;
use render::{day, words};

use super::{Keys, address, back, citizen_id, given, given_or, uuid};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form};
use crate::frame::{Frame, Place};
use crate::person::{Part, PersonNav};
use crate::reader::{Reader, SignedIn};
use crate::sent::Sent;

/// The fields of the rule, as the form calls them.
const FIELDS: [(&str, &str); 5] =
    [("words", "handling"), ("doer", "hvem"), ("doer_name", "navn"), ("due_on", "senest"), ("on", "dag")];

#[derive(Template)]
#[template(path = "plan-action.html")]
struct ActionFormHtml<'a> {
    f: Frame<'a>,
    nav: PersonNav,
    plan: String,
    form: Form,
    title: &'static str,
    goal: &'a str,
    doers: Vec<Choice>,
    hows: Vec<Choice>,
    /// The action's id, the key and the version of the form that takes it out; none for a new action.
    out: Option<(String, String, i64)>,
}

/// An empty form for a new action.
pub(crate) async fn new(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, goal)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let (id, goal) = (citizen_id(&citizen)?, GoalId(uuid(&goal)?));
    let page = app::plan::page(&site.app, &cx, id, None).await.map_err(|error| reader.fault(error))?;
    let card = page.goals.iter().find(|card| card.id == goal).ok_or(Fault::NotFound)?;
    let place = format!("{}/maal/{goal}/handling", address(id));
    let form = Form::fresh(&site.app, &cx, &reader, place, Some(id)).await.map_err(|error| reader.fault(error))?;
    show(&cx, &reader, &page, (card, None), form)
}

/// Agrees an action.
pub(crate) async fn agree(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, goal)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, goal, once) = (citizen_id(&citizen)?, GoalId(uuid(&goal)?), sent.check(&reader)?);
    let place = format!("{}/maal/{goal}/handling", address(id));
    let error = match agree_action(&site.app, &cx, id, goal, &wish(&sent, &cx), once).await {
        Ok(action) => {
            app::unsent::throw_away(&site.app, &cx, &place).await.map_err(|error| reader.fault(error))?;
            return Ok(back(id, "handling", "handling", action.0, 1));
        }
        Err(error) => error,
    };
    let page = app::plan::page(&site.app, &cx, id, None).await.map_err(|error| reader.fault(error))?;
    let card = page.goals.iter().find(|card| card.id == goal).ok_or(Fault::NotFound)?;
    let form = Form::again(&cx, &reader, place, Some(id), sent).and_then(|form| form.refused(error, &FIELDS));
    show(&cx, &reader, &page, (card, None), form.map_err(|error| reader.fault(error))?)
}

/// The form of an action that is there.
pub(crate) async fn edit(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, action)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let (id, row) = (citizen_id(&citizen)?, ActionId(uuid(&action)?));
    let page = app::plan::page(&site.app, &cx, id, None).await.map_err(|error| reader.fault(error))?;
    let (goal, card) = found(&page, row).ok_or(Fault::NotFound)?;
    let place = format!("{}/handling/{row}", address(id));
    let form = Form::fresh(&site.app, &cx, &reader, place, Some(id)).await.map_err(|error| reader.fault(error))?;
    let values = [
        ("handling", card.words.reveal().clone()),
        ("hvem", card.doer.map(|doer| doer.code().to_owned()).unwrap_or_default()),
        ("navn", card.doer_name.as_ref().map(|name| name.reveal().clone()).unwrap_or_default()),
        ("senest", card.due_on.map(day::typed).unwrap_or_default()),
        ("hvordan", "fra_nu".to_owned()),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    show(&cx, &reader, &page, (goal, Some(card)), form.filled(card.version, &values))
}

/// Changes an action.
pub(crate) async fn change(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, action)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, row, once) = (citizen_id(&citizen)?, ActionId(uuid(&action)?), sent.check(&reader)?);
    let place = format!("{}/handling/{row}", address(id));
    let how = if sent.text("hvordan") == "fejl" { How::Corrected } else { How::Since };
    let wish = wish(&sent, &cx);
    let error = match change_action(&site.app, &cx, id, (row, sent.version()), (&wish, how), once).await {
        Ok(()) => {
            app::unsent::throw_away(&site.app, &cx, &place).await.map_err(|error| reader.fault(error))?;
            return Ok(back(id, "handling", "handling", row.0, sent.version() + 1));
        }
        Err(error) => error,
    };
    let page = app::plan::page(&site.app, &cx, id, None).await.map_err(|error| reader.fault(error))?;
    let (goal, card) = found(&page, row).ok_or(Fault::NotFound)?;
    let form = Form::again(&cx, &reader, place, Some(id), sent).and_then(|form| form.refused(error, &FIELDS));
    let mut form = form.map_err(|error| reader.fault(error))?;
    if form.is_stale() {
        let t = words(reader.locale);
        let name = card.doer_name.as_ref().map(|name| name.reveal().clone()).unwrap_or_default();
        let due = card.due_on.map(day::typed).unwrap_or_default();
        let doer = card.doer.map(Doer::code).unwrap_or_default();
        form = form.beside(
            card.version,
            &[
                (t.say("action-words"), "handling", card.words.reveal()),
                (t.say("action-doer"), "hvem", doer),
                (t.say("action-name"), "navn", &name),
                (t.say("action-due"), "senest", &due),
            ],
        );
    }
    show(&cx, &reader, &page, (goal, Some(card)), form)
}

/// The goal and the action with this id.
fn found(page: &PlanPage, row: ActionId) -> Option<(&GoalCard, &ActionCard)> {
    page.goals.iter().find_map(|goal| Some((goal, goal.actions.iter().find(|action| action.id == row)?)))
}

fn wish(sent: &Sent, cx: &Cx) -> ActionWish {
    ActionWish {
        words: sent.words("handling").unwrap_or_default(),
        doer: Doer::parse(sent.text("hvem")).ok(),
        doer_name: sent.words("navn").unwrap_or_default(),
        due_on: given(sent, "senest"),
        on: given_or(sent, "dag", cx.today),
    }
}

fn show(
    cx: &Cx,
    reader: &Reader,
    page: &PlanPage,
    (goal, card): (&GoalCard, Option<&ActionCard>),
    form: Form,
) -> Result<Response, Fault> {
    let t = words(reader.locale);
    let status = form.status();
    let title = t.say(if card.is_some() { "action-edit" } else { "action-agree" });
    let out = card.map(|card| Ok::<_, Fault>((card.id.to_string(), Keys { cx }.key()?, card.version))).transpose()?;
    let doer = |doer: &Doer| match doer {
        Doer::Citizen => page.name.reveal().clone(),
        other => capital(t.code("doer", other.code())),
    };
    let doers: Vec<Choice> = Doer::ALL.iter().map(|one| Choice::new(one.code(), doer(one))).collect();
    let form = form.in_words(t.say("action-doer"), &doers);
    let html = ActionFormHtml {
        f: Frame::new(reader, title, Place::Own, form.place.clone()),
        nav: PersonNav::new(reader, page.id, Part::Plan),
        plan: address(page.id),
        title,
        goal: goal.words.reveal(),
        doers,
        hows: vec![Choice::new("fra_nu", t.say("how-since")), Choice::new("fejl", t.say("how-corrected"))],
        out,
        form,
    };
    Ok((status, laid_out(&html)?).into_response())
}
