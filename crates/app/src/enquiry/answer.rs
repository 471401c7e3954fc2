//! Answering an enquiry: a clarification begins, a referral, advice, the citizen's no; or somebody is turned away.

use domain::access::Action;
use domain::code::EnquiryOutcome;
use domain::event::{Entry, Event};
use domain::id::{CitizenId, EnquiryId};
use domain::refusal::{Code, Refusal};
use store::record::Fact;

use super::record::{answered, begin_course, may_begin};
use super::{Made, Reply, keep};
use crate::once::{Begun, Once, begin};
use crate::{App, Cx, Error, Result};

/// Answers an enquiry, or corrects its answer as long as no clarification has come of it.
///
/// # Errors
///
/// [`Error::Refusals`]; [`Error::Stale`] where somebody changed the enquiry meanwhile; [`Error::NotFound`].
pub async fn answer(app: &App, cx: &Cx, id: EnquiryId, from: i64, reply: Reply, once: Once) -> Result<Made> {
    let opened = keep::open(app, cx, Action::RecordEnquiry, id).await?;
    if opened.withdrawn_at.is_some() {
        return Err(Error::Stale);
    }
    let mut refusals = Vec::new();
    let mut plain = opened.plain.clone();
    let is_named = opened.asked().is_named;
    let begins = reply.outcome == EnquiryOutcome::Clarification;
    let on = reply.on.unwrap_or(cx.today);
    answered(cx, &mut plain, Some(reply), is_named, &mut refusals);
    let mut reader = app.store().read(&opened.grant).await?;
    let has_course = reader.course_of_enquiry(cx.programme_id, id).await?.is_some();
    if has_course {
        // Pressed twice, the second press finds what the first one made, and is told so below.
        refusals.clear();
    } else if begins && let Some(citizen) = plain.citizen {
        refusals.extend(may_begin(app, cx, &mut reader, citizen, on).await?);
    }
    drop(reader);
    if !refusals.is_empty() {
        return Err(refusals.into());
    }
    let mut work = match begin(app, cx, opened.grant.clone(), once, Some(id.0)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(Made { enquiry: EnquiryId(made), course: None }),
    };
    if has_course {
        return Err(Refusal::new("outcome", Code::AnsweredAlready).into());
    }
    let version = work.correct(Fact::Enquiry(cx.programme_id, id.0), from, cx.now).await?;
    work.add_enquiries(cx.programme_id, &[plain.sealed(&opened.keys, id, version)?], cx.now).await?;
    let mut events = vec![Event::FactCorrected { fact: "enquiry".to_owned(), row: id.0, version }];
    let course = match plain.citizen.filter(|_| begins) {
        Some(citizen) => {
            let course = begin_course(app, cx, &mut work, citizen, id, on).await?;
            events.push(Event::ClarificationBegun { course });
            Some(course)
        }
        None => None,
    };
    let concerned: Vec<CitizenId> = plain.citizen.into_iter().collect();
    let entries: Vec<Entry> = events.into_iter().map(|event| cx.entry(event, concerned.clone())).collect();
    work.commit_all(&entries, cx.now).await?;
    Ok(Made { enquiry: id, course })
}
