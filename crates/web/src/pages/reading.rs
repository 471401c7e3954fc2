//! `/borger/{id}/maaling/{r}`: one reading; its words opened on purpose, corrected with a reason, withdrawn with a reason, put back.

mod html;

use app::reading::Look;
use app::view::reading::{Correction, ReadingPage};
use app::{Cx, Error};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use domain::code::FilledBy;
use domain::enrolment::change::Change;
use domain::filling::Filling;
use domain::id::{CitizenId, ReadingId};
use domain::personal::Personal;
use render::words;
use serde::Deserialize;
use uuid::Uuid;

use super::filling::{citizen_of, fields};
use crate::Site;
use crate::fault::Fault;
use crate::form::Form;
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    gemt: Option<String>,
    indskrivning: Option<String>,
}

fn of((citizen, reading): &(String, String)) -> Result<(CitizenId, ReadingId), Fault> {
    let reading = reading.parse::<Uuid>().map(ReadingId).map_err(|_| Fault::NotFound)?;
    Ok((citizen_of(citizen)?, reading))
}

fn address(citizen: CitizenId, id: ReadingId, below: &str) -> String {
    format!("/borger/{citizen}/maaling/{id}{below}")
}

async fn look(
    site: &Site,
    cx: &Cx,
    reader: &Reader,
    of: (CitizenId, ReadingId),
    look: Look,
) -> Result<ReadingPage, Fault> {
    app::reading::page(&site.app, cx, of.0, of.1, look).await.map_err(|error| reader.fault(error))
}

/// The page, with the figures.
pub(crate) async fn reading(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(path): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let of = of(&path)?;
    let page = look(&site, &cx, &reader, of, Look::Figures).await?;
    let form = blank(&cx, &reader, of, &page)?;
    html::show(&cx, &reader, &page, &form, Some((asked.gemt.as_deref(), asked.indskrivning.as_deref())))
}

/// The page with its words, opened on purpose.
pub(crate) async fn open_words(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(path): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    sent.check(&reader)?;
    let of = of(&path)?;
    let page = look(&site, &cx, &reader, of, Look::Words).await?;
    let form = blank(&cx, &reader, of, &page)?;
    html::show(&cx, &reader, &page, &form, None)
}

fn blank(cx: &Cx, reader: &Reader, of: (CitizenId, ReadingId), page: &ReadingPage) -> Result<Form, Fault> {
    let place = address(of.0, of.1, "");
    let mut form = Form::again(cx, reader, place, Some(of.0), Sent::default()).map_err(|error| reader.fault(error))?;
    form.version = page.versions.first().map_or(0, |version| version.number);
    Ok(form)
}

/// Withdraws it.
pub(crate) async fn withdraw(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(path): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let of = of(&path)?;
    let reason = sent.words("grund").unwrap_or_default();
    let done = app::reading::withdraw(&site.app, &cx, of.0, of.1, (sent.version(), &reason), once).await;
    match done {
        Ok(change) => Ok(see_other(&address(of.0, of.1, &format!("?gemt=trukket&indskrivning={}", code(change))))),
        Err(error @ (Error::Refusals(_) | Error::Stale)) => {
            let page = look(&site, &cx, &reader, of, Look::Figures).await?;
            let form = Form::again(&cx, &reader, address(of.0, of.1, ""), Some(of.0), sent);
            let form = form.and_then(|form| form.refused(error, &[("grund", "grund")]));
            let mut form = form.map_err(|error| reader.fault(error))?;
            form.version = page.versions.first().map_or(0, |version| version.number);
            Ok((form.status(), html::show(&cx, &reader, &page, &form, None)?).into_response())
        }
        Err(error) => Err(reader.fault(error)),
    }
}

/// Puts it back.
pub(crate) async fn put_back(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(path): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let of = of(&path)?;
    let done = app::reading::put_back(&site.app, &cx, of.0, of.1, sent.version(), once).await;
    let change = done.map_err(|error| reader.fault(error))?;
    Ok(see_other(&address(of.0, of.1, &format!("?gemt=tilbage&indskrivning={}", code(change)))))
}

/// The form that corrects it, with the words in it.
pub(crate) async fn correct_form(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(path): Path<(String, String)>,
) -> Result<Response, Fault> {
    let of = of(&path)?;
    let page = look(&site, &cx, &reader, of, Look::Correct).await?;
    if page.other_version {
        return Err(Fault::NotFound);
    }
    let form = Form::fresh(&site.app, &cx, &reader, address(of.0, of.1, "/ret"), Some(of.0)).await;
    let form = form.map_err(|error| reader.fault(error))?;
    let values = values(&page);
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let form = form.filled(page.versions.first().map_or(0, |version| version.number), &values);
    html::show_correct(&reader, &page, &form)
}

/// Corrects it.
pub(crate) async fn correct(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(path): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let of = of(&path)?;
    let page = look(&site, &cx, &reader, of, Look::Correct).await?;
    let (filling, notes, mut faults) = fields::read_answers(&sent, std::slice::from_ref(&page.instrument));
    let made_on = sent.day("dag").day;
    if made_on.is_none() {
        faults.push(("dag".to_owned(), "filling-day-wrong"));
    }
    let correction = Correction {
        from: sent.version(),
        made_on: made_on.unwrap_or(page.day),
        filled_by: FilledBy::parse(sent.text("af")).ok(),
        filling,
        notes: Personal::new(notes),
        reason: sent.words("grund").unwrap_or_default(),
    };
    let place = address(of.0, of.1, "/ret");
    let error = if faults.is_empty() {
        match app::reading::correct(&site.app, &cx, of.0, of.1, &correction, once).await {
            Ok(change) => {
                app::unsent::throw_away(&site.app, &cx, &place).await.map_err(|error| reader.fault(error))?;
                return Ok(see_other(&address(of.0, of.1, &format!("?gemt=rettet&indskrivning={}", code(change)))));
            }
            Err(error) => Some(error),
        }
    } else {
        None
    };
    let mut form = Form::again(&cx, &reader, place, Some(of.0), sent).map_err(|error| reader.fault(error))?;
    if let Some(error) = error {
        let named = [("made_on", "dag"), ("grund", "grund"), ("hvorfor", "")];
        form = form.refused(error, &named).map_err(|error| reader.fault(error))?;
    }
    if form.is_stale() {
        let theirs = values(&page);
        let labels = html::labels(&reader, &page);
        let beside: Vec<(&str, &str, &str)> = labels
            .iter()
            .map(|(name, label)| {
                let now = theirs.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str());
                (label.as_str(), name.as_str(), now)
            })
            .collect();
        form = form.beside(page.versions.first().map_or(0, |version| version.number), &beside);
    }
    for (field, key) in faults {
        form.fault(&field, words(reader.locale).say(key));
    }
    Ok((form.status(), html::show_correct(&reader, &page, &form)?).into_response())
}

/// What stands in the fields of the form that corrects.
fn values(page: &ReadingPage) -> Vec<(String, String)> {
    let Some(now) = page.versions.first() else { return Vec::new() };
    let filling = Filling::of_reading(&page.instrument, &now.answers, now.workers.as_ref());
    let notes = now.words.clone().unwrap_or_default();
    let mut values = fields::answers(std::slice::from_ref(&page.instrument), &filling, notes.reveal());
    values.push(("dag".to_owned(), render::day::typed(now.made_on)));
    values.push(("af".to_owned(), now.filled_by.map_or("", FilledBy::code).to_owned()));
    values
}

/// A change of the enrolment, as an address tells it to the next page.
const fn code(change: Change) -> &'static str {
    match change {
        Change::Stays => "uaendret",
        Change::Begins(_) => "begyndt",
        Change::MovesTo(_) => "flyttet",
        Change::Ends => "ophaevet",
    }
}
