//! The plan's buttons: moving an action, settling a goal, taking out, taking back.

use app::plan::{PlanPart, move_action, settle_goal, step_back, withdraw};
use app::{Cx, Error};
use axum::extract::{Path, State};
use axum::response::Response;
use domain::code::{ActionState, GoalState};
use domain::id::{ActionId, CitizenId, GoalId};
use uuid::Uuid;

use super::{address, back, citizen_id, given_or, stopped, uuid};
use crate::Site;
use crate::fault::Fault;
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

/// Moves an action to another lane.
pub(crate) async fn move_to(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, action)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, row, once) = (citizen_id(&citizen)?, uuid(&action)?, sent.check(&reader)?);
    let state = ActionState::parse(sent.text("tilstand")).map_err(|_| Fault::Origin)?;
    let on = given_or(&sent, "dag", cx.today);
    let done = move_action(&site.app, &cx, id, (ActionId(row), sent.version()), (state, on), once).await;
    let to = back(id, "flyttet", "handling", row, sent.version() + 1);
    or_meanwhile(&site, &cx, &reader, id, done, to).await
}

/// Notes what became of a goal.
pub(crate) async fn settle(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, goal)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, row, once) = (citizen_id(&citizen)?, uuid(&goal)?, sent.check(&reader)?);
    let state = GoalState::parse(sent.text("tilstand")).map_err(|_| Fault::Origin)?;
    let on = given_or(&sent, "dag", cx.today);
    let done = settle_goal(&site.app, &cx, id, (GoalId(row), sent.version()), (state, on), once).await;
    let to = back(id, "tilstand", "maal", row, sent.version() + 1);
    or_meanwhile(&site, &cx, &reader, id, done, to).await
}

/// Takes out what was entered by mistake.
pub(crate) async fn take_out(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(citizen): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, once) = (citizen_id(&citizen)?, sent.check(&reader)?);
    let (part, row) = part(&sent)?;
    let reason = sent.words("grund").unwrap_or_default();
    let done = withdraw(&site.app, &cx, id, (part, sent.version()), &reason, once).await;
    let to = back(id, "ud", sent.text("del"), row, sent.version());
    or_meanwhile(&site, &cx, &reader, id, done, to).await
}

/// Takes the last thing done back.
pub(crate) async fn undo(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(citizen): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, once) = (citizen_id(&citizen)?, sent.check(&reader)?);
    let done = step_back(&site.app, &cx, id, (part(&sent)?.0, sent.version()), once).await;
    let to = see_other(&format!("{}?gemt=fortrudt", address(id)));
    or_meanwhile(&site, &cx, &reader, id, done, to).await
}

/// Which part of the plan a form is about.
fn part(sent: &Sent) -> Result<(PlanPart, Uuid), Fault> {
    let row = sent.id("id").ok_or(Fault::Origin)?;
    match sent.text("del") {
        "maal" => Ok((PlanPart::Goal(row), row)),
        "handling" => Ok((PlanPart::Action(row), row)),
        "behov" => Ok((PlanPart::Need(row), row)),
        _ => Err(Fault::Origin),
    }
}

async fn or_meanwhile(
    site: &Site,
    cx: &Cx,
    reader: &Reader,
    id: CitizenId,
    done: Result<(), Error>,
    to: Response,
) -> Result<Response, Fault> {
    match done {
        Ok(()) => Ok(to),
        Err(error) => stopped(site, cx, reader, id, error).await,
    }
}
