//! Partners and their offers (M21, M22): found by goal area and words, kept by the coordinator.

use domain::access::Action;
use domain::event::Event;
use domain::id::{OfferId, PartnerId};
use domain::refusal::{Code, Refusal};
use store::offer::OfferRow;
use store::partner::PartnerRow;
use store::record::Fact;
use store::row;
use vault::fold;

use crate::once::{Begun, Once, begin, begin_change};
use crate::view::offer::{OfferAsk, OfferCard, OfferPage, PartnerLine};
use crate::{App, Cx, Error, Result};

/// The most letters in a title, a name, or a line.
const LINE: usize = 200;
/// The most letters in a text.
const TEXT: usize = 4000;

/// The offers that fit what is asked for. There is nobody's data in them, so nothing is logged.
///
/// # Errors
///
/// [`Error::Denied`].
pub async fn page(app: &App, cx: &Cx, ask: OfferAsk) -> Result<OfferPage> {
    let grant = cx.may_at_all(Action::SeeOffers)?;
    let mut reader = app.store().read(&grant).await?;
    let rows = reader.offers(cx.organisation).await?;
    let partners = reader.partners(cx.organisation).await?;
    drop(reader);
    let may_keep = cx.could_at_all(Action::KeepOffers);
    let cards: Vec<OfferCard> = rows.into_iter().map(|row| card(cx, row)).collect();
    let cards: Vec<OfferCard> = cards.into_iter().filter(|card| may_keep || card.ended_on.is_none()).collect();
    let total = cards.len();
    let words: Vec<String> = ask.words.split_whitespace().map(fold::name).collect();
    let offers = cards.into_iter().filter(|card| fits(card, ask.area.as_deref(), &words)).collect();
    let line = |row: PartnerRow| PartnerLine {
        id: PartnerId(row.id),
        version: row.version,
        name: row.name,
        short_name: row.short_name,
    };
    Ok(OfferPage {
        ask,
        today: cx.today,
        areas: cx.programme.goal_areas.clone(),
        offers,
        total,
        partners: partners.into_iter().map(line).collect(),
        may_keep,
    })
}

/// An offer as a page shows it.
pub(crate) fn card(cx: &Cx, row: OfferRow) -> OfferCard {
    let keys: Vec<&str> = row.areas.split(',').collect();
    OfferCard {
        id: OfferId(row.id),
        version: row.version,
        partner: PartnerId(row.partner),
        partner_name: row.partner_name,
        title: row.title,
        areas: cx.programme.goal_areas.iter().filter(|area| keys.contains(&area.key.as_str())).cloned().collect(),
        hours: row.hours,
        conditions: row.conditions,
        words: row.words,
        ended_on: row.to_day.filter(|to| *to <= cx.today),
    }
}

/// Whether an offer serves the area and has every word somewhere, however it is written.
fn fits(card: &OfferCard, area: Option<&str>, words: &[String]) -> bool {
    let serves = area.is_none_or(|area| card.areas.iter().any(|known| known.key == area));
    let areas = card.areas.iter().flat_map(|area| [area.name.da.as_str(), area.name.en.as_str()]);
    let texts = [card.title.as_str(), card.partner_name.as_str()].into_iter().chain(areas);
    let texts =
        texts.chain([&card.hours, &card.conditions, &card.words].into_iter().filter_map(|text| text.as_deref()));
    let all = fold::name(&texts.collect::<Vec<_>>().join(" "));
    serves && words.iter().all(|word| all.contains(word.as_str()))
}

/// What is asked for when an offer is added or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferWish {
    /// The partner.
    pub partner: Option<PartnerId>,
    /// What it is called.
    pub title: String,
    /// The goal areas' keys.
    pub areas: Vec<String>,
    /// When it is open.
    pub hours: String,
    /// Whom it is for, and what it takes.
    pub conditions: String,
    /// What it is.
    pub words: String,
}

impl OfferWish {
    fn refusals(&self, cx: &Cx, partners: &[PartnerRow]) -> Vec<Refusal> {
        let refused = |applies: bool, field, code| applies.then_some(Refusal::new(field, code));
        let long = |text: &str, most| text.chars().count() > most;
        let known = |area: &String| cx.programme.goal_areas.iter().any(|known| known.key == *area);
        let is_partner = self.partner.is_some_and(|id| partners.iter().any(|partner| partner.id == id.0));
        [
            refused(!is_partner, "partner", Code::ChoiceNeeded),
            refused(self.title.trim().is_empty(), "title", Code::Missing),
            refused(long(&self.title, LINE), "title", Code::TooLong),
            refused(self.areas.is_empty(), "areas", Code::ChoiceNeeded),
            refused(!self.areas.iter().all(known), "areas", Code::AreaUnknown),
            refused(long(&self.hours, LINE), "hours", Code::TooLong),
            refused(long(&self.conditions, TEXT), "conditions", Code::TooLong),
            refused(long(&self.words, TEXT), "words", Code::TooLong),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn row(&self, id: OfferId, partner: PartnerId, from: Option<chrono::NaiveDate>) -> row::Offer {
        let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        row::Offer {
            id,
            partner,
            title: self.title.trim().to_owned(),
            areas: self.areas.join(","),
            hours: text(&self.hours),
            conditions: text(&self.conditions),
            words: text(&self.words),
            from,
            to: None,
        }
    }
}

/// Adds an offer.
///
/// # Errors
///
/// [`Error::Denied`]; every refusal at once.
pub async fn add_offer(app: &App, cx: &Cx, wish: &OfferWish, once: Once) -> Result<OfferId> {
    let grant = cx.may_at_all(Action::KeepOffers)?;
    let partners = app.store().read(&grant).await?.partners(cx.organisation).await?;
    let refusals = wish.refusals(cx, &partners);
    let Some(partner) = wish.partner.filter(|_| refusals.is_empty()) else { return Err(Error::Refusals(refusals)) };
    let id = cx.new_id()?;
    let mut work = match begin(app, cx, grant, once, Some(id)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(OfferId(made)),
    };
    let fact = wish.row(OfferId(id), partner, Some(cx.today));
    work.add_offers(cx.organisation, &[row::Version { number: 1, fact }], cx.now).await?;
    work.commit(cx.entry(Event::FactRecorded { fact: "offer".to_owned(), row: id }, Vec::new()), cx.now).await?;
    Ok(OfferId(id))
}

/// Changes an offer; its partner stays.
///
/// # Errors
///
/// As [`add_offer`]; [`Error::Stale`] where it was changed since `version`.
pub async fn change_offer(
    app: &App,
    cx: &Cx,
    (offer, version): (OfferId, i64),
    wish: &OfferWish,
    once: Once,
) -> Result<()> {
    let grant = cx.may_at_all(Action::KeepOffers)?;
    let mut reader = app.store().read(&grant).await?;
    let partners = reader.partners(cx.organisation).await?;
    let before =
        reader.offers(cx.organisation).await?.into_iter().find(|row| row.id == offer.0).ok_or(Error::NotFound)?;
    drop(reader);
    let partner = PartnerId(before.partner);
    let refusals = OfferWish { partner: Some(partner), ..wish.clone() }.refusals(cx, &partners);
    if !refusals.is_empty() {
        return Err(Error::Refusals(refusals));
    }
    let fact = row::Offer { to: before.to_day, ..wish.row(offer, partner, before.from_day) };
    replace(app, cx, grant, (offer, version), fact, once).await
}

/// Ends an offer today, or opens one again that has ended.
///
/// # Errors
///
/// As [`change_offer`].
pub async fn end_offer(app: &App, cx: &Cx, (offer, version): (OfferId, i64), ends: bool, once: Once) -> Result<()> {
    let grant = cx.may_at_all(Action::KeepOffers)?;
    let rows = app.store().read(&grant).await?.offers(cx.organisation).await?;
    let before = rows.into_iter().find(|row| row.id == offer.0).ok_or(Error::NotFound)?;
    let fact = row::Offer {
        id: offer,
        partner: PartnerId(before.partner),
        title: before.title,
        areas: before.areas,
        hours: before.hours,
        conditions: before.conditions,
        words: before.words,
        from: before.from_day,
        to: ends.then_some(cx.today),
    };
    replace(app, cx, grant, (offer, version), fact, once).await
}

pub(crate) async fn replace(
    app: &App,
    cx: &Cx,
    grant: domain::access::Grant,
    (offer, version): (OfferId, i64),
    fact: row::Offer,
    once: Once,
) -> Result<()> {
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
    let number = work.correct(Fact::Offer(cx.organisation, offer.0), version, cx.now).await?;
    work.add_offers(cx.organisation, &[row::Version { number, fact }], cx.now).await?;
    let event = Event::FactCorrected { fact: "offer".to_owned(), row: offer.0, version: number };
    Ok(work.commit(cx.entry(event, Vec::new()), cx.now).await?)
}

/// What is asked for when a partner is added or renamed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartnerWish {
    /// Its name.
    pub name: String,
    /// The neutral short name of lists and timelines; may be empty.
    pub short_name: String,
}

/// Adds a partner, or (with the version it was made from) renames one.
///
/// # Errors
///
/// [`Error::Denied`]; every refusal at once; [`Error::Stale`] where it was changed since.
pub async fn keep_partner(
    app: &App,
    cx: &Cx,
    known: Option<(PartnerId, i64)>,
    wish: &PartnerWish,
    once: Once,
) -> Result<PartnerId> {
    let grant = cx.may_at_all(Action::KeepOffers)?;
    let (name, short) = (wish.name.trim(), wish.short_name.trim());
    let refused = |applies: bool, field, code| applies.then_some(Refusal::new(field, code));
    let partners = app.store().read(&grant).await?.partners(cx.organisation).await?;
    let is_other = |partner: &PartnerRow| Some(partner.id) != known.map(|(id, _)| id.0);
    let is_taken =
        partners.iter().any(|partner| is_other(partner) && partner.name.to_lowercase() == name.to_lowercase());
    let refusals: Vec<Refusal> = [
        refused(name.is_empty(), "name", Code::Missing),
        refused(name.chars().count() > LINE, "name", Code::TooLong),
        refused(short.chars().count() > LINE, "short_name", Code::TooLong),
        refused(is_taken, "name", Code::NameTaken),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !refusals.is_empty() {
        return Err(Error::Refusals(refusals));
    }
    let id = known.map_or_else(|| cx.new_id(), |(id, _)| Ok(id.0))?;
    let mut work = match begin(app, cx, grant, once, Some(id)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(PartnerId(made)),
    };
    if let Some((_, version)) = known {
        let current = partners.iter().find(|partner| partner.id == id).ok_or(Error::NotFound)?;
        if current.version != version {
            return Err(Error::Stale);
        }
    }
    let version = known.map_or(1, |(_, version)| version + 1);
    let short_name = Some(short.to_owned()).filter(|short| !short.is_empty());
    let row = PartnerRow { organisation: cx.organisation.0, id, version, name: name.to_owned(), short_name };
    work.put_partners(&[row], cx.now).await?;
    let event = match known {
        None => Event::FactRecorded { fact: "partner".to_owned(), row: id },
        Some(_) => Event::FactCorrected { fact: "partner".to_owned(), row: id, version },
    };
    work.commit(cx.entry(event, Vec::new()), cx.now).await?;
    Ok(PartnerId(id))
}
