//! Telling a partner what came of somebody it referred (M21): on a consent of the citizen's, until a day, and no more than is written here.

use domain::access::Action;
use domain::code::{ConsentKind, ConsentState, EnquiryOutcome};
use domain::consent::worth;
use domain::event::Event;
use domain::feedback::{FIELD, Wish, tell};
use domain::id::{ConsentId, EnquiryId, PartnerId, SubjectId};
use domain::personal::Personal;
use domain::plan::GivenDay;
use domain::refusal::{Code, Refusal};
use render::words;
use store::consent::Consent;
use store::record::Fact;
use store::referred::{FeedbackRow, ReferralInRow};
use store::row::Version;

use crate::enquiry::{OpenedEnquiry, open_enquiry};
use crate::facts::{code, maybe_code};
use crate::once::{Once, begin_change};
use crate::sealing::{Cell, Keys};
use crate::view::enquiry::{SentInPage, ToldPage};
use crate::{App, Cx, Error, Result};

/// What is asked for when a partner is to be told.
#[derive(Clone, Debug, Default)]
pub struct FeedbackWish {
    /// Whether the citizen has said yes.
    pub consents: bool,
    /// Until when that holds.
    pub until: GivenDay,
    /// Whether what came of the enquiry is told.
    pub tells_outcome: bool,
    /// In words.
    pub words: Personal<String>,
}

/// What a partner sent of an enquiry, and what it is told; none where no partner sent it from its sign-in.
pub(crate) async fn sent_in(
    app: &App,
    cx: &Cx,
    opened: &OpenedEnquiry,
    name_of: impl Fn(PartnerId) -> String,
) -> Result<Option<SentInPage>> {
    let mut reader = app.store().read(&opened.grant).await?;
    let Some(row) = reader.referral_in(cx.programme_id, opened.id).await? else { return Ok(None) };
    let feedback = reader.feedback(cx.organisation, cx.programme_id, opened.id).await?;
    drop(reader);
    let keys = keys(app, cx, opened, &[row.subject, feedback.as_ref().map_or(row.subject, |one| one.subject)]).await?;
    let open = |column, sealed: &Option<Vec<u8>>| {
        let cell = Cell { table: "referral_in", column, row: row.id, version: row.version };
        Ok::<_, Error>(keys.open(SubjectId(row.subject), cell, sealed.as_deref())?.unwrap_or_default())
    };
    Ok(Some(SentInPage {
        partner: name_of(PartnerId(row.partner)),
        sent_on: row.sent_on,
        called: open("called", &row.called)?,
        contact: open("contact", &row.contact)?,
        wish: open("wish", &row.wish)?,
        told: feedback.map(|one| told(cx, &keys, &one)).transpose()?,
    }))
}

fn told(cx: &Cx, keys: &Keys, row: &FeedbackRow) -> Result<ToldPage> {
    let cell = Cell { table: "feedback", column: "words", row: row.id, version: row.version };
    let state = maybe_code(ConsentState::parse, row.consent_state.as_deref())?;
    Ok(ToldPage {
        version: row.version,
        on: row.told_on,
        outcome: maybe_code(EnquiryOutcome::parse, row.outcome.as_deref())?,
        words: keys.open(SubjectId(row.subject), cell, row.words.as_deref())?.unwrap_or_default(),
        // A consent that was taken out is one that was never given.
        worth: worth(state.unwrap_or(ConsentState::Withdrawn), row.consent_until, cx.today),
        until: row.consent_until,
    })
}

/// The keys of some subjects beside the enquiry's own.
async fn keys(app: &App, cx: &Cx, opened: &OpenedEnquiry, subjects: &[uuid::Uuid]) -> Result<Keys> {
    let subjects: Vec<SubjectId> = subjects.iter().copied().map(SubjectId).collect();
    let rows = app.store().read(&opened.grant).await?.wrapped_keys(&subjects).await?;
    let mut keys = Keys::new(cx.organisation);
    for row in &rows {
        keys.hold(SubjectId(row.subject), app.store().keys().open(row)?);
    }
    Ok(keys)
}

async fn referred(app: &App, cx: &Cx, opened: &OpenedEnquiry) -> Result<(ReferralInRow, Option<FeedbackRow>)> {
    let mut reader = app.store().read(&opened.grant).await?;
    let row = reader.referral_in(cx.programme_id, opened.id).await?.ok_or(Error::NotFound)?;
    Ok((row, reader.feedback(cx.organisation, cx.programme_id, opened.id).await?))
}

/// Tells the partner that referred: on a consent that is recorded with it, in place of what it was told before.
///
/// # Errors
///
/// Every refusal at once; [`Error::NotFound`] where there is no such enquiry for the actor, or no partner sent it; [`Error::Stale`] where
/// the partner was told something else since `version` (0 where it had been told nothing).
pub async fn tell_partner(
    app: &App,
    cx: &Cx,
    (enquiry, version): (EnquiryId, i64),
    wish: &FeedbackWish,
    once: Once,
) -> Result<()> {
    let opened = open_enquiry(app, cx, Action::TellPartner, enquiry).await?;
    let (row, before) = referred(app, cx, &opened).await?;
    let outcome = opened.outcome(app, cx).await?;
    let asked = Wish {
        consents: wish.consents,
        until: wish.until,
        on: cx.today,
        tells_outcome: wish.tells_outcome,
        outcome,
        words: wish.words.reveal(),
    };
    let until = tell(&asked)?;
    let subject = SubjectId(row.subject);
    let keys = keys(app, cx, &opened, &[row.subject]).await?;
    let Some(mut work) = begin_change(app, cx, opened.grant.clone(), once).await? else { return Ok(()) };
    if before.as_ref().map_or(0, |before| before.version) != version {
        return Err(Error::Stale);
    }
    let (consent, consent_version) = match &before {
        Some(before) if before.consent_version.is_some() => {
            let last = before.consent_version.unwrap_or_default();
            let fact = Fact::Consent(cx.organisation, subject, before.consent);
            (before.consent, work.correct(fact, last, cx.now).await?)
        }
        _ => (cx.new_id()?, 1),
    };
    let said = domain::consent::Consent {
        kind: ConsentKind::Share,
        state: ConsentState::Given,
        on: cx.today,
        until: Some(until),
    };
    let purpose = words(cx.locale).say("feedback-purpose");
    let at = (ConsentId(consent), consent_version);
    let given = consented(cx, &keys, (subject, PartnerId(row.partner)), at, said, ("", purpose))?;
    work.add_consents(cx.organisation, &[given], cx.now).await?;
    let (id, next) = match &before {
        Some(before) => {
            let fact = Fact::Feedback(cx.programme_id, enquiry, before.id);
            (before.id, work.correct(fact, version, cx.now).await?)
        }
        None => (cx.new_id()?, 1),
    };
    let cell = Cell { table: "feedback", column: "words", row: id, version: next };
    let text = Some(wish.words.reveal().trim()).filter(|text| !text.is_empty());
    let feedback = FeedbackRow {
        id,
        version: next,
        partner: row.partner,
        subject: row.subject,
        consent,
        told_on: cx.today,
        outcome: outcome.filter(|_| wish.tells_outcome).map(|outcome| outcome.code().to_owned()),
        words: keys.seal(subject, cell, text)?,
        consent_version: None,
        consent_state: None,
        consent_until: None,
    };
    work.add_feedback(cx.programme_id, enquiry, &feedback, cx.now).await?;
    let event = match before {
        None => Event::FactRecorded { fact: "feedback".to_owned(), row: id },
        Some(_) => Event::FactCorrected { fact: "feedback".to_owned(), row: id, version: next },
    };
    Ok(work.commit(cx.entry(event, opened.concerned()), cx.now).await?)
}

/// The citizen does not agree any more: from now on the partner sees that the referral arrived, and nothing else.
///
/// # Errors
///
/// [`Error::NotFound`] where the partner was told nothing; [`Error::Stale`] where it was told something else since `version`.
pub async fn withdraw_consent(app: &App, cx: &Cx, (enquiry, version): (EnquiryId, i64), once: Once) -> Result<()> {
    let opened = open_enquiry(app, cx, Action::TellPartner, enquiry).await?;
    let (row, before) = referred(app, cx, &opened).await?;
    let before = before.ok_or(Error::NotFound)?;
    let Some(mut work) = begin_change(app, cx, opened.grant.clone(), once).await? else { return Ok(()) };
    let Some(last) = before.consent_version.filter(|_| before.version == version) else { return Err(Error::Stale) };
    let state = code(ConsentState::parse, before.consent_state.as_deref().unwrap_or_default())?;
    if state != ConsentState::Given {
        return Err(Refusal::new("consents", Code::TellingNeedsConsent).into());
    }
    let subject = SubjectId(before.subject);
    let keys = keys(app, cx, &opened, &[before.subject]).await?;
    let next = work.correct(Fact::Consent(cx.organisation, subject, before.consent), last, cx.now).await?;
    let said = domain::consent::Consent {
        kind: ConsentKind::Share,
        state: ConsentState::Withdrawn,
        on: cx.today,
        until: before.consent_until,
    };
    let purpose = words(cx.locale).say("feedback-purpose");
    let at = (ConsentId(before.consent), next);
    let taken_back = consented(cx, &keys, (subject, PartnerId(row.partner)), at, said, ("", purpose))?;
    work.add_consents(cx.organisation, &[taken_back], cx.now).await?;
    let event = Event::FactCorrected { fact: "consent".to_owned(), row: before.consent, version: next };
    Ok(work.commit(cx.entry(event, opened.concerned()), cx.now).await?)
}

fn consented(
    cx: &Cx,
    keys: &Keys,
    (subject, partner): (SubjectId, PartnerId),
    (id, version): (ConsentId, i64),
    said: domain::consent::Consent,
    (recipient, purpose): (&str, &str),
) -> Result<Version<Consent>> {
    let seal = |column, text: &str| {
        let cell = Cell { table: "consent", column, row: id.0, version };
        keys.seal(subject, cell, Some(text).filter(|text| !text.is_empty()))
    };
    let fact = Consent {
        id,
        subject,
        programme: cx.programme_id,
        said,
        partner: Some(partner),
        fields: Some(FIELD.to_owned()),
        wording: None,
        recipient: seal("recipient", recipient)?,
        purpose: seal("purpose", purpose)?,
    };
    Ok(Version { number: version, fact })
}
