//! Changing what is recorded of an enquiry: corrected, given to a citizen who is known by now, taken out and put back.

use domain::access::Action;
use domain::code::ConsentState;
use domain::event::Event;
use domain::id::{CitizenId, CourseId, EnquiryId, SubjectId};
use domain::personal::Personal;
use domain::refusal::{Code, Refusal};
use store::record::Fact;

use super::keep::{self, Opened};
use super::record::{check, meant, research, yes_or_no};
use super::{Said, keep::Plain};
use crate::once::{Once, begin_change};
use crate::sealing::{Cell, Keys};
use crate::{App, Cx, Error, Result};

/// Corrects what was said; its answer stays.
///
/// # Errors
///
/// [`Error::Refusals`]; [`Error::Stale`] where somebody changed the enquiry meanwhile; [`Error::NotFound`].
pub async fn correct(app: &App, cx: &Cx, id: EnquiryId, from: i64, said: Said, once: Once) -> Result<()> {
    let opened = open(app, cx, id).await?;
    let mut refusals = check(cx, &said);
    let answered_on = opened.plain.answered_on;
    if said.received_on.zip(answered_on).is_some_and(|(received, answered)| answered < received) {
        refusals.push(Refusal::new("received_on", Code::EndsBeforeItBegins));
    }
    if !refusals.is_empty() {
        return Err(refusals.into());
    }
    let plain = Plain {
        received_on: said.received_on.unwrap_or(opened.plain.received_on),
        channel: said.channel,
        referrer: said.referrer,
        wants_course: said.wants_course,
        has_background: said.has_background,
        is_willing: said.is_willing,
        note: said.note,
        research: yes_or_no(said.research).or(opened.plain.research),
        ..opened.plain.clone()
    };
    let Some(mut work) = begin_change(app, cx, opened.grant.clone(), once).await? else { return Ok(()) };
    let version = work.correct(Fact::Enquiry(cx.programme_id, id.0), from, cx.now).await?;
    work.add_enquiries(cx.programme_id, &[plain.sealed(&opened.keys, id, version)?], cx.now).await?;
    if let Some(state) = said.research {
        research(cx, &mut work, opened.subject(), state, cx.today).await?;
    }
    let event = Event::FactCorrected { fact: "enquiry".to_owned(), row: id.0, version };
    Ok(work.commit(cx.entry(event, plain.citizen.into_iter().collect()), cx.now).await?)
}

/// Gives an enquiry of nobody known to a citizen: its texts are sealed under the citizen's key from now on.
///
/// # Errors
///
/// As [`correct`]; [`Error::NotFound`] also where the citizen is none whom the actor may see.
pub async fn attach(app: &App, cx: &Cx, id: EnquiryId, from: i64, citizen: CitizenId, once: Once) -> Result<()> {
    let opened = open(app, cx, id).await?;
    meant(app, cx, citizen).await?;
    if opened.plain.citizen.is_some_and(|known| known != citizen) {
        return Err(Error::Stale);
    }
    let plain = Plain { citizen: Some(citizen), ..opened.plain.clone() };
    let mut reader = app.store().read(&opened.grant).await?;
    let keys = keep::keys(app, cx, &mut reader, SubjectId::from(citizen)).await?;
    let said = reader.research_consent(cx.organisation, cx.programme_id, opened.subject()).await?;
    drop(reader);
    let Some(mut work) = begin_change(app, cx, opened.grant.clone(), once).await? else { return Ok(()) };
    let version = work.correct(Fact::Enquiry(cx.programme_id, id.0), from, cx.now).await?;
    work.add_enquiries(cx.programme_id, &[plain.sealed(&keys, id, version)?], cx.now).await?;
    if let Some(said) = said {
        let state = crate::facts::code(ConsentState::parse, &said.state)?;
        research(cx, &mut work, SubjectId::from(citizen), state, said.state_on).await?;
    }
    let event = Event::FactCorrected { fact: "enquiry".to_owned(), row: id.0, version };
    Ok(work.commit(cx.entry(event, vec![citizen]), cx.now).await?)
}

/// Takes out an enquiry that was recorded by mistake, with the reason.
///
/// # Errors
///
/// [`Error::Refusals`] where there is no reason; [`Error::Stale`]; [`Error::NotFound`].
pub async fn withdraw(
    app: &App,
    cx: &Cx,
    id: EnquiryId,
    from: i64,
    reason: Option<Personal<String>>,
    once: Once,
) -> Result<()> {
    let opened = keep::open(app, cx, Action::RecordEnquiry, id).await?;
    let Some(reason) = reason else { return Err(vec![Refusal::new("reason", Code::ReasonNeeded)].into()) };
    let Some(mut work) = begin_change(app, cx, opened.grant.clone(), once).await? else { return Ok(()) };
    work.correct(Fact::Enquiry(cx.programme_id, id.0), from, cx.now).await?;
    let sealed = sealed_reason(&opened.keys, opened.subject(), id, from, &reason)?;
    // An enquiry belongs to no course; its withdrawal lies by the enquiry itself.
    let at = (cx.programme_id, CourseId(id.0));
    work.note_withdrawal(at, ("enquiry", id.0, from), sealed.as_deref(), cx.now).await?;
    let event = Event::FactWithdrawn { fact: "enquiry".to_owned(), row: id.0 };
    Ok(work.commit(cx.entry(event, opened.plain.citizen.into_iter().collect()), cx.now).await?)
}

fn sealed_reason(
    keys: &Keys,
    subject: SubjectId,
    id: EnquiryId,
    version: i64,
    reason: &Personal<String>,
) -> Result<store::row::Sealed> {
    let cell = Cell { table: "withdrawal", column: "reason", row: id.0, version };
    keys.seal(subject, cell, Some(reason.reveal()))
}

/// Puts an enquiry back that was taken out.
///
/// # Errors
///
/// [`Error::Stale`] where it stands already; [`Error::NotFound`].
pub async fn restore(app: &App, cx: &Cx, id: EnquiryId, once: Once) -> Result<()> {
    let opened = keep::open(app, cx, Action::RecordEnquiry, id).await?;
    let Some(mut work) = begin_change(app, cx, opened.grant.clone(), once).await? else { return Ok(()) };
    if opened.withdrawn_at.is_none() {
        return Err(Error::Stale);
    }
    let next = opened.plain.sealed(&opened.keys, id, opened.version + 1)?;
    work.add_enquiries(cx.programme_id, &[next], cx.now).await?;
    let event = Event::WithdrawalUndone { fact: "enquiry".to_owned(), row: id.0 };
    Ok(work.commit(cx.entry(event, opened.plain.citizen.into_iter().collect()), cx.now).await?)
}

/// Opens an enquiry that stands.
async fn open(app: &App, cx: &Cx, id: EnquiryId) -> Result<Opened> {
    let opened = keep::open(app, cx, Action::RecordEnquiry, id).await?;
    if opened.withdrawn_at.is_some() { Err(Error::Stale) } else { Ok(opened) }
}
