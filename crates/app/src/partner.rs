//! What a signed-in partner can do (M21): refer somebody, see its own referrals, see its offers and agreement and keep the offers' hours.
//!
//! Which partner is taken from the sign-in, never from the form. Referring somebody looks nobody up: whoever it is, known or not, the same
//! statements run and the same answer goes out.

use domain::access::Action;
use domain::code::{Channel, EnquiryOutcome};
use domain::event::Event;
use domain::feedback::seen;
use domain::id::{CitizenId, OfferId, PartnerId, SubjectId};
use domain::identity::{Identity, is_phone};
use domain::personal::Personal;
use domain::refusal::{Code, Refusal};
use store::Reader;
use store::referred::OwnReferralRow;
use store::row;

use crate::enquiry::{Referred, Said, SameAs, record_referred};
use crate::facts::maybe_code;
use crate::offer::{card, replace};
use crate::once::Once;
use crate::partnership::{chosen, periods};
use crate::people::hold;
use crate::sealing::{Cell, Keys};
use crate::view::partner::{Came, OwnOffers, OwnReferral, OwnReferrals};
use crate::{App, Cx, Error, Result};

/// The most letters in a name or a way to come in touch.
const LINE: usize = 200;
/// The most letters in a wish.
const TEXT: usize = 4000;

/// Somebody a partner refers: the whole form.
#[derive(Clone, Debug, Default)]
pub struct ReferIn {
    /// An alias or a name.
    pub called: Personal<String>,
    /// How to come in touch.
    pub contact: Personal<String>,
    /// What the person wishes.
    pub wish: Personal<String>,
    /// Whether the person has agreed to being referred.
    pub agrees: bool,
}

impl ReferIn {
    fn refusals(&self) -> Vec<Refusal> {
        let refused = |applies: bool, field, code| applies.then_some(Refusal::new(field, code));
        let (called, contact, wish) = (self.called.reveal(), self.contact.reveal(), self.wish.reveal());
        let long = |text: &str, most| text.chars().count() > most;
        [
            refused(called.trim().is_empty(), "called", Code::AliasNeeded),
            refused(long(called, LINE), "called", Code::TooLong),
            refused(contact.trim().is_empty(), "contact", Code::Missing),
            refused(long(contact, LINE), "contact", Code::TooLong),
            refused(wish.trim().is_empty(), "wish", Code::Missing),
            refused(long(wish, TEXT), "wish", Code::TooLong),
            refused(!self.agrees, "agrees", Code::PersonsYesNeeded),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// Whether the actor may refer somebody, for the page with the form.
///
/// # Errors
///
/// [`Error::Denied`].
pub fn may_refer(cx: &Cx) -> Result<()> {
    cx.may_for_partner(Action::ReferIn).map(drop)
}

/// Refers somebody: an enquiry of the team's, with the partner as its referrer, recorded as the team records one.
///
/// # Errors
///
/// Every refusal at once; [`Error::Denied`]. Nothing in the answer depends on who is in the records.
pub async fn refer(app: &App, cx: &Cx, new: &ReferIn, once: Once) -> Result<()> {
    let (grant, partner) = cx.may_for_partner(Action::ReferIn)?;
    let refusals = new.refusals();
    if !refusals.is_empty() {
        return Err(refusals.into());
    }
    let trimmed = |text: &Personal<String>| Personal::new(text.reveal().trim().to_owned());
    let (called, contact, wish) = (trimmed(&new.called), trimmed(&new.contact), trimmed(&new.wish));
    let phone = is_phone(contact.reveal()).then(|| contact.clone());
    let identity = Identity { alias: Some(called.clone()), phone, ..Identity::default() };
    let said = Said {
        received_on: Some(cx.today),
        channel: Some(Channel::Partner),
        referrer: Some(partner),
        note: Some(wish.clone()),
        ..Said::default()
    };
    let referred = Referred { partner, called, contact, wish };
    record_referred(app, cx, grant, said, (identity, SameAs::Nobody), &referred, once).await?;
    Ok(())
}

/// The partner's own referrals, logged before they are given.
///
/// # Errors
///
/// [`Error::Denied`].
pub async fn referrals(app: &App, cx: &Cx) -> Result<OwnReferrals> {
    let (grant, partner) = cx.may_for_partner(Action::SeeOwnReferrals)?;
    let mut reader = app.store().read(&grant).await?;
    let rows = reader.own_referrals(cx.organisation, cx.programme_id, partner).await?;
    let name = named(&mut reader, cx, partner).await?;
    drop(reader);
    let referrals = rows.iter().map(|row| own(app, cx, row)).collect::<Result<Vec<_>>>()?;
    let concerned = rows.iter().map(|row| CitizenId(row.subject)).collect();
    app.store().look(&grant, cx.entry(Event::OwnReferralsSeen, concerned), cx.now).await?;
    Ok(OwnReferrals { day: cx.today, partner: name, referrals })
}

fn own(app: &App, cx: &Cx, row: &OwnReferralRow) -> Result<OwnReferral> {
    let mut keys = Keys::new(cx.organisation);
    hold(app, &mut keys, row.subject, row.epoch, row.wrapped.as_ref())?;
    let cell = Cell { table: "referral_in", column: "called", row: row.id, version: row.version };
    let called = keys.open(SubjectId(row.subject), cell, row.called.as_deref())?;
    let state = maybe_code(domain::code::ConsentState::parse, row.consent_state.as_deref())?;
    let told = row.told_on.map(|on| (on, row.feedback, row.feedback_version));
    // The consent is looked at before anything that it guards is opened.
    let told = match seen(state.map(|state| (state, row.consent_until)), told, cx.today) {
        domain::feedback::Told::Received => domain::feedback::Told::Received,
        domain::feedback::Told::Came((on, feedback, version)) => {
            let subject = row.feedback_subject.unwrap_or(row.subject);
            hold(app, &mut keys, subject, row.feedback_epoch, row.feedback_wrapped.as_ref())?;
            let (id, version) = (feedback.unwrap_or_default(), version.unwrap_or_default());
            let cell = Cell { table: "feedback", column: "words", row: id, version };
            domain::feedback::Told::Came(Came {
                on,
                outcome: maybe_code(EnquiryOutcome::parse, row.outcome.as_deref())?,
                words: keys.open(SubjectId(subject), cell, row.words.as_deref())?,
            })
        }
    };
    Ok(OwnReferral { sent_on: row.sent_on, called: called.unwrap_or_default(), told })
}

/// The partner's own offers and agreement. There is nobody's data in them, so nothing is logged.
///
/// # Errors
///
/// [`Error::Denied`].
pub async fn offers(app: &App, cx: &Cx) -> Result<OwnOffers> {
    let (grant, partner) = cx.may_for_partner(Action::SeeOwnOffers)?;
    let mut reader = app.store().read(&grant).await?;
    let rows = reader.offers(cx.organisation).await?;
    let agreements = reader.agreements(cx.organisation).await?;
    let name = named(&mut reader, cx, partner).await?;
    drop(reader);
    let cards = rows.into_iter().filter(|row| row.partner == partner.0).map(|row| card(cx, row));
    let held = agreements.iter().filter(|row| row.partner == partner.0 && row.is_current);
    let held: Vec<_> = held.collect();
    let agreement = chosen(&periods(&held), cx.today)
        .and_then(|period| held.iter().find(|row| row.from == period.from).map(|row| (period, row.signed_on)));
    Ok(OwnOffers {
        day: cx.today,
        partner: name,
        offers: cards.filter(|card| card.ended_on.is_none()).collect(),
        agreement,
    })
}

async fn named(reader: &mut Reader, cx: &Cx, partner: PartnerId) -> Result<String> {
    let rows = reader.partners(cx.organisation).await?;
    rows.into_iter().find(|row| row.id == partner.0).map(|row| row.name).ok_or(Error::Denied)
}

/// Corrects the opening hours and conditions of one of the partner's own offers; everything else stays.
///
/// # Errors
///
/// Every refusal at once; [`Error::NotFound`] where it is not the partner's, [`Error::Stale`] where it was changed since `version`.
pub async fn correct_offer(
    app: &App,
    cx: &Cx,
    (offer, version): (OfferId, i64),
    (hours, conditions): (&str, &str),
    once: Once,
) -> Result<()> {
    let (grant, partner) = cx.may_for_partner(Action::KeepOwnOffers)?;
    let rows = app.store().read(&grant).await?.offers(cx.organisation).await?;
    let is_own = |row: &&store::offer::OfferRow| {
        row.id == offer.0 && row.partner == partner.0 && row.to_day.is_none_or(|to| to > cx.today)
    };
    let before = rows.iter().find(is_own).ok_or(Error::NotFound)?;
    let refused = |applies: bool, field, code| applies.then_some(Refusal::new(field, code));
    let refusals: Vec<Refusal> = [
        refused(hours.chars().count() > LINE, "hours", Code::TooLong),
        refused(conditions.chars().count() > TEXT, "conditions", Code::TooLong),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !refusals.is_empty() {
        return Err(refusals.into());
    }
    let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let fact = row::Offer {
        id: offer,
        partner,
        title: before.title.clone(),
        areas: before.areas.clone(),
        hours: text(hours),
        conditions: text(conditions),
        words: before.words.clone(),
        from: before.from_day,
        to: before.to_day,
    };
    replace(app, cx, grant, (offer, version), fact, once).await
}
