//! `/borger/{id}/opfoelgning`: one guided page for a round. Every button saves everything; with JavaScript each answer is saved as it is given.

mod answer;
pub(super) mod fields;
mod html;
mod panel;

use app::view::filling::{FillingForm, FillingPage};
use app::{Cx, Error};
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::access::Action;
use domain::enrolment::change::Change;
use domain::id::CitizenId;
use render::{day, words};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub(crate) use answer::{answer, answer_form, undo_answer};
pub(super) use panel::{options, steps};

use crate::Site;
use crate::fault::Fault;
use crate::form::Form;
use crate::frame::{Place, may};
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    doer: Option<String>,
    pub(super) gemt: Option<String>,
    pub(super) svar: Option<String>,
}

/// The two doors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Door {
    /// Filled in together, now.
    Together,
    /// Typed from paper.
    Paper,
}

impl Door {
    fn read(asked: Option<&str>) -> Self {
        if asked == Some("papir") { Self::Paper } else { Self::Together }
    }
}

/// Reads the citizen of an address; what is no id is no page.
pub(super) fn citizen_of(path: &str) -> Result<CitizenId, Fault> {
    path.parse::<Uuid>().map(CitizenId).map_err(|_| Fault::NotFound)
}

/// The place of a citizen's page in the navigation.
pub(super) fn place_of(reader: &Reader) -> Place {
    if may(reader, Action::ListAllCitizens) { Place::All } else { Place::Own }
}

fn address(citizen: CitizenId, door: Door) -> String {
    let asked = if door == Door::Paper { "?doer=papir" } else { "" };
    format!("/borger/{citizen}/opfoelgning{asked}")
}

/// The page, with what was saved so far.
pub(crate) async fn filling(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let citizen = citizen_of(&id)?;
    let door = Door::read(asked.doer.as_deref());
    let page = app::filling::page(&site.app, &cx, citizen).await.map_err(|error| reader.fault(error))?;
    // What was sent from a locked session was kept as a draft, and is gone on with.
    let form = Form::fresh(&site.app, &cx, &reader, address(citizen, door), Some(citizen)).await;
    let form = filled(form.map_err(|error| reader.fault(error))?, &page);
    html::show(&cx, &reader, &page, &form, &html::View { door, asked: &asked, anyway: false })
        .map(IntoResponse::into_response)
}

fn filled(form: Form, page: &FillingPage) -> Form {
    let values = fields::values(page);
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    form.filled(page.form.from, &values)
}

/// What a save answers to JavaScript.
#[derive(Serialize)]
struct Kept {
    version: i64,
    said: String,
}

/// Saves what the form says: for a pause, or as it is answered.
pub(crate) async fn save(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Fault> {
    sent.check(&reader)?;
    let citizen = citizen_of(&id)?;
    let by_script = headers.get("sec-fetch-mode").is_some_and(|mode| mode != "navigate");
    let page = app::filling::page(&site.app, &cx, citizen).await.map_err(|error| reader.fault(error))?;
    let (form, faults) = fields::read(&sent, &page);
    // What can be read is kept, whatever is wrong beside it.
    let saved = app::filling::save(&site.app, &cx, citizen, &form).await;
    if saved.is_ok() {
        forget_draft(&site, &cx, &reader, citizen, &sent).await?;
    }
    let t = words(reader.locale);
    match saved {
        Ok(saved) if by_script && faults.is_empty() => {
            let said = t.say_with("filling-saved", &[("clock", (&day::clock(t, saved.at)).into())]);
            Ok(Json(Kept { version: saved.version, said }).into_response())
        }
        Ok(_) if faults.is_empty() => {
            let to = address(citizen, Door::read(Some(sent.text("doer"))));
            let join = if to.contains('?') { '&' } else { '?' };
            Ok(see_other(&format!("{to}{join}gemt=pause")))
        }
        Ok(saved) if by_script => {
            let said = t.say("filling-off-scale").to_owned();
            Ok((StatusCode::OK, Json(Kept { version: saved.version, said })).into_response())
        }
        Ok(saved) => again(&site, &cx, &reader, citizen, sent, faults, Outcome::Saved(saved.version)).await,
        Err(error) if by_script => match error {
            Error::Stale => Ok(StatusCode::CONFLICT.into_response()),
            Error::Refusals(_) => Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response()),
            other => Err(reader.fault(other)),
        },
        Err(error) => again(&site, &cx, &reader, citizen, sent, faults, Outcome::Refused(error, form.from)).await,
    }
}

/// Saves it as done: readings are made of it.
pub(crate) async fn complete(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let citizen = citizen_of(&id)?;
    let page = app::filling::page(&site.app, &cx, citizen).await.map_err(|error| reader.fault(error))?;
    let (form, faults) = fields::read(&sent, &page);
    if !faults.is_empty() {
        let version = kept(&site, &cx, citizen, &form).await;
        return again(&site, &cx, &reader, citizen, sent, faults, Outcome::Saved(version)).await;
    }
    let anyway = sent.has("uanset", "ja");
    match app::filling::complete(&site.app, &cx, citizen, &form, anyway, once).await {
        Ok(done) => {
            forget_draft(&site, &cx, &reader, citizen, &sent).await?;
            let said = match done.change {
                Change::Begins(_) => "indskrevet",
                Change::MovesTo(_) => "flyttet",
                Change::Stays | Change::Ends => "faerdig",
            };
            let paper = if sent.text("doer") == "papir" { "&doer=papir" } else { "" };
            Ok(see_other(&format!("/borger/{citizen}/udvikling?gemt={said}&maaling={}{paper}", done.reading)))
        }
        Err(error @ Error::Refusals(_)) => {
            let version = kept(&site, &cx, citizen, &form).await;
            again(&site, &cx, &reader, citizen, sent, faults, Outcome::Refused(error, version)).await
        }
        Err(error) => again(&site, &cx, &reader, citizen, sent, faults, Outcome::Refused(error, form.from)).await,
    }
}

/// What was kept from a locked session is saved now.
async fn forget_draft(site: &Site, cx: &Cx, reader: &Reader, citizen: CitizenId, sent: &Sent) -> Result<(), Fault> {
    let place = address(citizen, Door::read(Some(sent.text("doer"))));
    app::unsent::throw_away(&site.app, cx, &place).await.map_err(|error| reader.fault(error))
}

/// Keeps what was refused as done, so that the page counts it; gives the version to go on from.
async fn kept(site: &Site, cx: &Cx, citizen: CitizenId, form: &FillingForm) -> i64 {
    app::filling::save(&site.app, cx, citizen, form).await.map_or(form.from, |saved| saved.version)
}

/// Throws what is being filled in away.
pub(crate) async fn discard(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let citizen = citizen_of(&id)?;
    let filling = sent.id("udfyldning").ok_or(Fault::NotFound)?;
    let done = app::filling::discard(&site.app, &cx, citizen, filling, sent.version(), once).await;
    done.map_err(|error| reader.fault(error))?;
    Ok(see_other(&format!("/borger/{citizen}/opfoelgning?gemt=kasseret")))
}

/// What came of a form that is shown again.
enum Outcome {
    /// What could be read was saved as this version, and something could not.
    Saved(i64),
    /// It was refused, and is gone on with from this version.
    Refused(Error, i64),
}

async fn again(
    site: &Site,
    cx: &Cx,
    reader: &Reader,
    citizen: CitizenId,
    sent: Sent,
    faults: Vec<(String, &'static str)>,
    outcome: Outcome,
) -> Result<Response, Fault> {
    let page = app::filling::page(&site.app, cx, citizen).await.map_err(|error| reader.fault(error))?;
    let door = Door::read(Some(sent.text("doer")));
    let form = Form::again(cx, reader, address(citizen, door), Some(citizen), sent);
    let mut form = form.map_err(|error| reader.fault(error))?;
    match outcome {
        Outcome::Saved(version) => form.version = version,
        Outcome::Refused(error, version) => {
            form.version = version;
            let fields = [("made_on", "dag"), ("uanset", "uanset"), ("hvorfor", "del-1")];
            form = form.refused(error, &fields).map_err(|error| reader.fault(error))?;
        }
    }
    if form.is_stale() {
        let theirs = fields::values(&page);
        let labels = fields::labels(reader, &page);
        let beside: Vec<(&str, &str, &str)> = labels
            .iter()
            .map(|(name, label)| {
                let now = theirs.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str());
                (label.as_str(), name.as_str(), now)
            })
            .collect();
        form = form.beside(page.form.from, &beside);
        for versions in &mut form.versions {
            versions.mine = fields::said(reader, &versions.mine);
            versions.theirs = fields::said(reader, &versions.theirs);
        }
    }
    for (field, key) in faults {
        form.fault(&field, words(reader.locale).say(key));
    }
    let anyway = form.fault_of("uanset").is_some();
    let asked = Asked::default();
    let page = html::show(cx, reader, &page, &form, &html::View { door, asked: &asked, anyway })?;
    Ok((form.status(), page).into_response())
}
