//! The demo's partners: their people, what is agreed with them and how it is kept, and what Reden has referred from its own sign-in.

use domain::code::{Duty, DutyKept, EnquiryOutcome};
use domain::id::{EnquiryId, PartnerId};
use domain::plan::GivenDay;

use super::hand::{Hand, code, day, maybe_day, rows, text, wrong};
use crate::enquiry::{Reply, answer, page};
use crate::feedback::{FeedbackWish, tell_partner};
use crate::partner::{ReferIn, refer};
use crate::partnership::{AgreementWish, DutyWish, PersonWish, keep_agreement, keep_person, note_duty};
use crate::view::enquiry::{EnquiriesAsk, Filter};
use crate::{Cx, Result, partnership, referrals};

const PERSONS: &str = include_str!("../../../../demo/partner/personer.csv");
const AGREEMENTS: &str = include_str!("../../../../demo/partner/aftaler.csv");
const DUTIES: &str = include_str!("../../../../demo/partner/pligter.csv");
const REFERRED: &str = include_str!("../../../../demo/partner/henvist.csv");
const REMINDED: &str = include_str!("../../../../demo/partner/rykket.csv");

/// The partner of the demo's partner account, by name, and the account.
pub(super) const SIGNED_IN: (&str, &str) = ("Reden København", "reden");

/// Writes all of it.
pub(super) async fn fill(hand: &Hand<'_>) -> Result<()> {
    let cx = hand.coordinator()?;
    let register = partnership::register(hand.app, &cx).await?;
    let known: Vec<(String, PartnerId)> = register.partners.into_iter().map(|line| (line.name, line.id)).collect();
    let partner = |name: &str| known.iter().find(|(one, _)| one == name).map(|(_, id)| *id).ok_or_else(wrong);
    for row in rows(PERSONS) {
        let &[at, name, role, phone, mail] = row.as_slice() else { return Err(wrong()) };
        let wish = PersonWish { name: text(name), role: text(role), phone: text(phone), mail: text(mail) };
        keep_person(hand.app, &cx, partner(at)?, None, &wish, cx.form_key()?).await?;
    }
    for row in rows(AGREEMENTS) {
        let &[at, from, to, signed_on, signers, ended_on, reason] = row.as_slice() else { return Err(wrong()) };
        let mut wish = AgreementWish {
            from: GivenDay::On(day(from)?),
            to: GivenDay::On(day(to)?),
            signed_on: GivenDay::On(day(signed_on)?),
            signers: text(signers),
            reason: text(reason),
        };
        let at = Some(partner(at)?);
        let id = keep_agreement(hand.app, &cx, at, None, &wish, cx.form_key()?).await?;
        if let Some(ended_on) = maybe_day(ended_on)? {
            wish.to = GivenDay::On(ended_on);
            keep_agreement(hand.app, &cx, at, Some((id, 1)), &wish, cx.form_key()?).await?;
        }
    }
    for row in rows(DUTIES) {
        let &[at, duty, on, kept, next, words] = row.as_slice() else { return Err(wrong()) };
        let on = day(on)?;
        let at = partner(at)?;
        let page = partnership::page(hand.app, &cx, at).await?;
        let agreement = page.agreements.iter().find(|one| one.period.contains(on)).ok_or_else(wrong)?;
        let wish = DutyWish {
            duty: code(Duty::parse, duty)?,
            kept: code(DutyKept::parse, kept)?,
            on: GivenDay::On(on),
            next: maybe_day(next)?.map_or(GivenDay::Nothing, GivenDay::On),
            words: text(words),
        };
        note_duty(hand.app, &cx, (at, agreement.id), &wish, cx.form_key()?).await?;
    }
    let reden = Cx { partner: Some(partner(SIGNED_IN.0)?), ..hand.colleague(SIGNED_IN.1)? };
    for row in rows(REFERRED) {
        referred(hand, &cx, &reden, &row).await?;
    }
    for row in rows(REMINDED) {
        let &[course, at, on] = row.as_slice() else { return Err(wrong()) };
        let citizen = hand.citizen(course)?;
        let page = crate::referral::page(hand.app, &cx, citizen, None).await?;
        let sent = page.sent.iter().find(|card| card.partner == at).ok_or_else(wrong)?;
        referrals::remind(hand.app, &cx, sent.id, GivenDay::On(day(on)?), cx.form_key()?).await?;
    }
    Ok(())
}

/// Somebody Reden referred, and what the team answered and told.
async fn referred(hand: &Hand<'_>, amina: &Cx, reden: &Cx, row: &[&str]) -> Result<()> {
    let &[on, called, contact, wish, outcome, answered_on, words, tells, until, told] = row else {
        return Err(wrong());
    };
    let reden = Cx { today: day(on)?, ..reden.clone() };
    let new = ReferIn { called: text(called), contact: text(contact), wish: text(wish), agrees: true };
    refer(hand.app, &reden, &new, reden.form_key()?).await?;
    let Some(outcome) = code(EnquiryOutcome::parse, outcome)? else { return Ok(()) };
    let answered_on = day(answered_on)?;
    let cx = Cx { today: answered_on, ..amina.clone() };
    let list = page(hand.app, &cx, EnquiriesAsk { filter: Filter::Unanswered, page: 0 }).await?;
    let is_it = |line: &&crate::view::enquiry::Line| match &line.who {
        crate::view::enquiry::Who::Citizen(_, name) => name.reveal() == called,
        _ => false,
    };
    let enquiry: EnquiryId = list.lines.iter().find(is_it).ok_or_else(wrong)?.id;
    let reply = Reply { outcome, on: Some(answered_on), referred_to: None, words: Some(text(words)) };
    answer(hand.app, &cx, enquiry, 1, reply, cx.form_key()?).await?;
    if tells.is_empty() {
        return Ok(());
    }
    let wish =
        FeedbackWish { consents: true, until: GivenDay::On(day(until)?), tells_outcome: true, words: text(told) };
    tell_partner(hand.app, &cx, (enquiry, 0), &wish, cx.form_key()?).await
}
