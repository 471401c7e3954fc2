//! Referral from a goal (M22): an offer, a consent, exactly what is shared, and the answer.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::{ConsentKind, ConsentState, GoalState, ReferralState, Shared};
use domain::event::Event;
use domain::id::{CitizenId, ConsentId, GoalId, OfferId, PartnerId, ReferralId};
use domain::personal::Personal;
use domain::plan::{GivenDay, WORDS, check_day, history};
use domain::referral::{Wish, next, send};
use domain::refusal::{Code, Refusal};
use store::consent::Consent;
use store::record::Fact;
use store::referral::ReferralVersion;
use store::row;
use uuid::Uuid;

use crate::case::Case;
use crate::caseload::heed;
use crate::facts::code;
use crate::offer::card;
use crate::once::{Begun, Once, begin, begin_change};
use crate::plan::{Known, OpenPlan, opened};
use crate::sealing::Cell;
use crate::view::referral::{ReferralCard, ReferralGoal, ReferralPage};
use crate::{App, Cx, Error, Result};

/// The referrals of the citizen's course, and the offers for a goal; logged before it is given.
///
/// # Errors
///
/// [`Error::NotFound`] where there is no such citizen, course or goal, or it is not for the reader.
pub async fn page(app: &App, cx: &Cx, citizen: CitizenId, goal: Option<GoalId>) -> Result<ReferralPage> {
    let case = Case::open(app, cx, Action::SendReferral, citizen).await?;
    let course = case.course(cx.today).ok_or(Error::NotFound)?;
    let mut reader = app.store().read(&case.grant).await?;
    let plan = Known::load(&mut reader, cx, &case, course.id).await?.plan();
    let rows = reader.referral_versions(cx.organisation, cx.programme_id, course.id).await?;
    let offers = reader.offers(cx.organisation).await?;
    let phone = reader.citizens_phone(citizen).await?;
    drop(reader);
    let area_of = |key: Option<&str>| {
        cx.programme.goal_areas.iter().find(|area| Some(area.key.as_str()) == key).map(|area| area.name.clone())
    };
    let goals: Vec<(ReferralGoal, Option<String>)> = plan
        .goals_on(cx.today)
        .filter(|(found, said)| said.state == GoalState::Active || Some(found.id) == goal)
        .map(|(found, said)| {
            let area = area_of(said.area.as_deref());
            (ReferralGoal { id: found.id, words: said.words.clone(), area }, said.area.clone())
        })
        .collect();
    let chosen = goals.iter().find(|(found, _)| Some(found.id) == goal).cloned();
    if goal.is_some() && chosen.is_none() {
        return Err(Error::NotFound);
    }
    let area = chosen.as_ref().and_then(|(_, area)| area.clone());
    let serves = |keys: &str| area.as_deref().is_none_or(|area| keys.split(',').any(|key| key == area));
    let open = offers.into_iter().filter(|row| serves(&row.areas) && row.to_day.is_none_or(|to| to > cx.today));
    let is_closed = course.closed_by(cx.today).is_some();
    let row = &case.citizen;
    let own = |column, version, sealed: Option<&[u8]>| {
        case.keys.open(case.subject(), Cell { table: "citizen", column, row: row.id, version }, sealed)
    };
    let mut sharable = Vec::new();
    let phone = phone.and_then(|found| Some((found.version, found.sealed?)));
    let phone = phone.as_ref().map(|(version, sealed)| own("phone", *version, Some(sealed))).transpose()?.flatten();
    for (what, text) in [
        (Shared::Alias, own("alias", row.version, row.alias.as_deref())?),
        (Shared::Name, own("name", row.version, row.name.as_deref())?),
        (Shared::Phone, phone),
        (Shared::Goal, chosen.as_ref().map(|(goal, _)| goal.words.clone())),
    ] {
        if text.is_some() {
            sharable.push((what, text));
        }
    }
    sharable.push((Shared::Message, None));
    let page = ReferralPage {
        id: case.id(),
        name: case.name()?,
        heed: heed(row.protected_address, &row.safe_contact)?,
        today: cx.today,
        goal: chosen.map(|(goal, _)| goal),
        offers: open.map(|row| card(cx, row)).collect(),
        goals: goals.into_iter().map(|(goal, _)| goal).collect(),
        sharable,
        sent: sent(&case, rows, area_of)?,
        is_closed,
    };
    app.store().look(&case.grant, cx.entry(Event::CitizenSeen, vec![citizen]), cx.now).await?;
    Ok(page)
}

/// The referrals that stand, the latest sent first.
fn sent(
    case: &Case,
    rows: Vec<ReferralVersion>,
    area_of: impl Fn(Option<&str>) -> Option<domain::programme::Text>,
) -> Result<Vec<ReferralCard>> {
    let mut by_id: BTreeMap<Uuid, Vec<ReferralVersion>> = BTreeMap::new();
    for row in rows {
        by_id.entry(row.id).or_default().push(row);
    }
    let mut cards = Vec::new();
    for versions in by_id.into_values() {
        let Some(last) = versions.last().filter(|last| last.is_current) else { continue };
        let said = versions.iter().map(|row| {
            let state = code(ReferralState::parse, &row.state)?;
            Ok((row.from_day.unwrap_or(row.sent_on), (row.state_on.unwrap_or(row.sent_on), state)))
        });
        let said = history(said.collect::<Result<Vec<_>>>()?);
        let mut states: Vec<(NaiveDate, ReferralState)> = said.into_iter().map(|(_, state)| state).collect();
        if states.first().is_none_or(|(_, state)| *state != ReferralState::Sent) {
            states.insert(0, (last.sent_on, ReferralState::Sent));
        }
        let at = (last.id, last.version);
        let state = code(ReferralState::parse, &last.state)?;
        let shared = last.shared.as_deref().unwrap_or_default().split(',').filter(|word| !word.is_empty());
        cards.push(ReferralCard {
            id: ReferralId(last.id),
            version: last.version,
            partner: last.partner_name.clone().unwrap_or_default(),
            area: area_of(last.area.as_deref()),
            sent_on: last.sent_on,
            shared: shared.map(|word| code(Shared::parse, word)).collect::<Result<_>>()?,
            states,
            next: next(state),
            message: opened(case, "referral", "message", at, last.message.as_deref())?,
            answer: opened(case, "referral", "answer", at, last.answer.as_deref())?,
        });
    }
    cards.sort_by_key(|card| std::cmp::Reverse((card.sent_on, card.id)));
    Ok(cards)
}

/// What is asked for when a citizen is to be referred.
#[derive(Clone, Debug)]
pub struct ReferralWish {
    /// The goal it starts from.
    pub goal: GoalId,
    /// The offer.
    pub offer: Option<OfferId>,
    /// Whether the citizen has said yes.
    pub consents: bool,
    /// Until when that holds.
    pub until: GivenDay,
    /// What is shared.
    pub shared: Vec<Shared>,
    /// The message to the partner.
    pub message: Personal<String>,
    /// The day.
    pub on: GivenDay,
}

/// Refers a citizen to a partner's offer, on a consent that is recorded with it.
///
/// # Errors
///
/// Every refusal at once; [`Error::NotFound`] where there is no such goal or the citizen is not for the actor.
pub async fn refer(app: &App, cx: &Cx, citizen: CitizenId, wish: &ReferralWish, once: Once) -> Result<ReferralId> {
    let plan = OpenPlan::open(app, cx, Action::SendReferral, citizen).await?;
    let mut reader = app.store().read(&plan.case.grant).await?;
    let known = Known::load(&mut reader, cx, &plan.case, plan.course).await?.plan();
    let offers = reader.offers(cx.organisation).await?;
    drop(reader);
    let (goal, said) = known.goals_on(cx.today).find(|(goal, _)| goal.id == wish.goal).ok_or(Error::NotFound)?;
    let offer = offers.into_iter().find(|row| Some(row.id) == wish.offer.map(|offer| offer.0));
    let asked = Wish {
        on: wish.on.day().unwrap_or(cx.today),
        consents: wish.consents,
        until: wish.until.day(),
        shared: &wish.shared,
        message: wish.message.reveal(),
    };
    let mut refusals = send(&asked, cx.today).err().unwrap_or_default();
    let day = check_day(wish.on, goal.created_on, cx.today);
    refusals.extend(day.filter(|refusal| refusal.code != Code::InTheFuture));
    if wish.message.reveal().chars().count() > WORDS {
        refusals.push(Refusal::new("message", Code::TooLong));
    }
    if offer.as_ref().is_none_or(|row| row.to_day.is_some_and(|to| to <= cx.today)) {
        refusals.insert(0, Refusal::new("offer", Code::ChoiceNeeded));
    }
    let (Some(offer), Some(until), Some(on), true) = (offer, wish.until.day(), wish.on.day(), refusals.is_empty())
    else {
        return Err(Error::Refusals(refusals));
    };
    let (id, consent) = (cx.new_id()?, cx.new_id()?);
    let mut work = match begin(app, cx, plan.case.grant.clone(), once, Some(id)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(ReferralId(made)),
    };
    let shared = wish.shared.iter().map(|what| what.code()).collect::<Vec<_>>().join(",");
    let (recipient, purpose) = (Personal::new(offer.partner_name.clone()), Personal::new(offer.title.clone()));
    let agreed =
        domain::consent::Consent { kind: ConsentKind::Share, state: ConsentState::Given, on, until: Some(until) };
    let consented = Consent {
        id: ConsentId(consent),
        subject: plan.case.subject(),
        programme: cx.programme_id,
        said: agreed,
        partner: Some(PartnerId(offer.partner)),
        fields: Some(shared.clone()),
        wording: None,
        recipient: plan.seal("consent", "recipient", (consent, 1), Some(&recipient))?,
        purpose: plan.seal("consent", "purpose", (consent, 1), Some(&purpose))?,
    };
    work.add_consents(cx.organisation, &[row::Version { number: 1, fact: consented }], cx.now).await?;
    let fact = row::Referral {
        id: ReferralId(id),
        course: plan.course,
        sent_on: on,
        partner: PartnerId(offer.partner),
        area: said.area.clone(),
        consent: Some(true),
        state: ReferralState::Sent,
        state_on: Some(on),
        from: Some(on),
        goal: Some(goal.id),
        offer: Some(OfferId(offer.id)),
        consent_id: Some(consent),
        shared: Some(shared),
        message: plan.seal("referral", "message", (id, 1), Some(&wish.message))?,
        answer: None,
    };
    work.add_referrals(cx.programme_id, &[row::Version { number: 1, fact }], cx.now).await?;
    let event = Event::FactRecorded { fact: "referral".to_owned(), row: id };
    work.commit(cx.entry(event, vec![citizen]), cx.now).await?;
    Ok(ReferralId(id))
}

/// What the partner answered.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The state from now on.
    pub state: Option<ReferralState>,
    /// Since when.
    pub on: GivenDay,
    /// In words; may be empty.
    pub words: Personal<String>,
}

/// Notes what became of a referral.
///
/// # Errors
///
/// Every refusal at once; [`Error::Stale`] where it was answered since `version`.
pub async fn answer(
    app: &App,
    cx: &Cx,
    citizen: CitizenId,
    (referral, version): (ReferralId, i64),
    answer: &Answer,
    once: Once,
) -> Result<()> {
    let plan = OpenPlan::open(app, cx, Action::SendReferral, citizen).await?;
    let Some(mut work) = begin_change(app, cx, plan.case.grant.clone(), once).await? else { return Ok(()) };
    let rows = work.referral_versions(cx.organisation, cx.programme_id, plan.course).await?;
    let before = rows.into_iter().find(|row| row.id == referral.0 && row.is_current).ok_or(Error::NotFound)?;
    if before.version != version {
        return Err(Error::Stale);
    }
    let mut refusals: Vec<Refusal> = check_day(answer.on, before.sent_on, cx.today).into_iter().collect();
    let state = answer
        .state
        .filter(|state| code(ReferralState::parse, &before.state).is_ok_and(|now| next(now).contains(state)));
    if answer.words.reveal().chars().count() > WORDS {
        refusals.push(Refusal::new("words", Code::TooLong));
    }
    if state.is_none() {
        refusals.insert(0, Refusal::new("state", Code::ChoiceNeeded));
    }
    let (Some(state), Some(on), true) = (state, answer.on.day(), refusals.is_empty()) else {
        return Err(Error::Refusals(refusals));
    };
    let (was, at) = ((before.id, before.version), (before.id, before.version + 1));
    let message = opened(&plan.case, "referral", "message", was, before.message.as_deref())?;
    let said = opened(&plan.case, "referral", "answer", was, before.answer.as_deref())?;
    let words = if answer.words.reveal().trim().is_empty() { said } else { Some(answer.words.clone()) };
    let fact = row::Referral {
        id: referral,
        course: plan.course,
        sent_on: before.sent_on,
        partner: PartnerId(before.partner),
        area: before.area,
        consent: before.consent,
        state,
        state_on: Some(on),
        from: Some(on),
        goal: before.goal.map(GoalId),
        offer: before.offer.map(OfferId),
        consent_id: before.consent_id,
        shared: before.shared,
        message: plan.seal("referral", "message", at, message.as_ref())?,
        answer: plan.seal("referral", "answer", at, words.as_ref())?,
    };
    let number = work.correct(Fact::Referral(cx.programme_id, plan.course, referral.0), version, cx.now).await?;
    work.add_referrals(cx.programme_id, &[row::Version { number, fact }], cx.now).await?;
    let event = Event::FactCorrected { fact: "referral".to_owned(), row: referral.0, version: number };
    Ok(work.commit(cx.entry(event, vec![citizen]), cx.now).await?)
}
