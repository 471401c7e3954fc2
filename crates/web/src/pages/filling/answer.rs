//! `/borger/{id}/opfoelgning/svar`: a follow-up answered without a reading, and that taken back.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use domain::code::FollowUpReply;
use domain::id::CitizenId;
use domain::personal::Personal;
use render::{day, words};
use serde::Deserialize;

use super::{citizen_of, place_of};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form};
use crate::frame::Frame;
use crate::person::{Part, PersonNav};
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

/// Which follow-up is answered.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Which {
    forfald: Option<String>,
}

#[derive(Template)]
#[template(path = "follow-up-answer.html")]
struct AnswerHtml<'a> {
    f: Frame<'a>,
    nav: PersonNav,
    form: &'a Form,
    here: String,
    name: &'a str,
    due: String,
    lead: String,
    choices: Vec<Choice>,
}

fn day_of(text: Option<&str>) -> Result<NaiveDate, Fault> {
    text.and_then(|text| text.parse().ok()).ok_or(Fault::NotFound)
}

fn address(citizen: CitizenId, due: NaiveDate) -> String {
    format!("/borger/{citizen}/opfoelgning/svar?forfald={due}")
}

/// The form.
pub(crate) async fn answer_form(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    Query(which): Query<Which>,
) -> Result<Response, Fault> {
    let (citizen, due) = (citizen_of(&id)?, day_of(which.forfald.as_deref())?);
    let page = app::filling::page(&site.app, &cx, citizen).await.map_err(|error| reader.fault(error))?;
    let form = Form::fresh(&site.app, &cx, &reader, address(citizen, due), Some(citizen)).await;
    let form = form.map_err(|error| reader.fault(error))?;
    show(&reader, citizen, page.name.reveal(), due, &form)
}

/// Keeps the answer.
pub(crate) async fn answer(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let (citizen, due) = (citizen_of(&id)?, day_of(Some(sent.text("forfald")))?);
    let place = address(citizen, due);
    let note = sent.words("grund").unwrap_or_default();
    let Ok(reply) = FollowUpReply::parse(sent.text("svar")) else {
        let mut form = Form::again(&cx, &reader, place, Some(citizen), sent).map_err(|error| reader.fault(error))?;
        form.fault("svar", words(reader.locale).say("answer-choose"));
        return again(&site, &cx, &reader, citizen, due, &form).await;
    };
    match app::follow_up::reply(&site.app, &cx, citizen, (due, reply), &note, once).await {
        Ok(made) => {
            app::unsent::throw_away(&site.app, &cx, &place).await.map_err(|error| reader.fault(error))?;
            Ok(see_other(&format!("/borger/{citizen}/opfoelgning?gemt=svar&svar={made}")))
        }
        Err(error) => {
            let form = Form::again(&cx, &reader, place, Some(citizen), sent).map_err(|error| reader.fault(error))?;
            let form = form.refused(error, &[("grund", "grund"), ("forfald", "svar")]);
            again(&site, &cx, &reader, citizen, due, &form.map_err(|error| reader.fault(error))?).await
        }
    }
}

/// Takes an answer back.
pub(crate) async fn undo_answer(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let citizen = citizen_of(&id)?;
    let answer = sent.id("svar").ok_or(Fault::NotFound)?;
    let done = app::follow_up::undo_reply(&site.app, &cx, citizen, (answer, sent.version()), once).await;
    done.map_err(|error| reader.fault(error))?;
    Ok(see_other(&format!("/borger/{citizen}/opfoelgning?gemt=fortrudt")))
}

async fn again(
    site: &Site,
    cx: &app::Cx,
    reader: &Reader,
    citizen: CitizenId,
    due: NaiveDate,
    form: &Form,
) -> Result<Response, Fault> {
    let page = app::filling::page(&site.app, cx, citizen).await.map_err(|error| reader.fault(error))?;
    let name: &Personal<String> = &page.name;
    Ok((form.status(), show(reader, citizen, name.reveal(), due, form)?).into_response())
}

fn show(reader: &Reader, citizen: CitizenId, name: &str, due: NaiveDate, form: &Form) -> Result<Response, Fault> {
    let t = words(reader.locale);
    let here = format!("/borger/{citizen}/opfoelgning");
    let choice = |reply: &FollowUpReply| Choice::new(reply.code(), t.code("answer", reply.code()));
    let page = laid_out(&AnswerHtml {
        f: Frame::new(reader, t.say("answer-title"), place_of(reader), here.clone()),
        nav: PersonNav::new(reader, citizen, Part::FollowUp),
        form,
        here,
        name,
        due: due.to_string(),
        lead: t.say_of("answer-lead", "day", &day::long(t, due)),
        choices: FollowUpReply::ALL.iter().map(choice).collect(),
    })?;
    Ok(page.into_response())
}
