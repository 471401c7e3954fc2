//! `/tilbud`: what partners can give, found by goal area and words; the coordinator keeps it.

use app::Error;
use app::offer::{OfferWish, PartnerWish, add_offer, change_offer, end_offer, keep_partner};
use app::view::offer::{OfferAsk, OfferCard, OfferPage, PartnerLine};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use domain::id::{OfferId, PartnerId};
use render::{day, words};
use serde::Deserialize;

use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form};
use crate::frame::{Frame, Place};
use crate::pages::partnership::siblings;
use crate::pages::plan::{Keys, uuid};
use crate::part::{Chip, Done};
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

/// The fields of the rule, as the form calls them.
const FIELDS: [(&str, &str); 6] = [
    ("partner", "partner"),
    ("title", "titel"),
    ("areas", "omraader"),
    ("hours", "aabent"),
    ("conditions", "vilkaar"),
    ("words", "beskrivelse"),
];
const PARTNER_FIELDS: [(&str, &str); 2] = [("name", "navn"), ("short_name", "kort")];

/// What is asked for.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    omraade: Option<String>,
    ord: Option<String>,
    gemt: Option<String>,
}

#[derive(Template)]
#[template(path = "offers.html")]
struct OffersHtml<'a> {
    f: Frame<'a>,
    siblings: Vec<Chip>,
    done: Option<Done>,
    words: &'a str,
    areas: Vec<Choice>,
    area: &'a str,
    count: String,
    is_empty: bool,
    offers: Vec<OfferHtml<'a>>,
    partners: Option<&'a [PartnerLine]>,
}

/// An offer on a page.
pub(super) struct OfferHtml<'a> {
    pub(super) id: String,
    pub(super) title: &'a str,
    pub(super) partner: &'a str,
    pub(super) areas: String,
    pub(super) words: &'a str,
    pub(super) facts: Vec<(&'static str, &'a str)>,
    pub(super) ended: Option<String>,
    pub(super) edit: Option<String>,
}

/// The offers.
pub(crate) async fn offers(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let ask = OfferAsk {
        area: asked.omraade.clone().filter(|area| !area.is_empty()),
        words: asked.ord.clone().unwrap_or_default(),
    };
    let page = app::offer::page(&site.app, &cx, ask).await.map_err(|error| reader.fault(error))?;
    let t = words(reader.locale);
    let mut areas = vec![Choice::new("", t.say("offer-all"))];
    areas.extend(page.areas.iter().map(|area| Choice::new(area.key.as_str(), t.locale().of(&area.name))));
    let count = match page.offers.len() {
        found if found == page.total => t.say_with("offer-count", &[("n", found.into())]),
        found => t.say_with("offer-of", &[("n", found.into()), ("total", page.total.into())]),
    };
    let done = match asked.gemt.as_deref() {
        Some("tilbud") => Some(Done::said(t.say("offer-done").to_owned())),
        Some("partner") => Some(Done::said(t.say("partner-done").to_owned())),
        _ => None,
    };
    laid_out(&OffersHtml {
        f: Frame::new(&reader, t.say("offer-title"), Place::Offers, "/tilbud".to_owned()),
        siblings: siblings(t, "/tilbud"),
        done,
        words: &page.ask.words,
        area: page.ask.area.as_deref().unwrap_or_default(),
        areas,
        count,
        is_empty: page.total == 0,
        offers: page.offers.iter().map(|card| offer(&reader, card, page.may_keep)).collect(),
        partners: page.may_keep.then_some(page.partners.as_slice()),
    })
}

/// An offer as a page shows it.
pub(super) fn offer<'a>(reader: &Reader, card: &'a OfferCard, may_keep: bool) -> OfferHtml<'a> {
    let t = words(reader.locale);
    let facts = [(t.say("offer-conditions-short"), &card.conditions), (t.say("offer-hours-short"), &card.hours)];
    OfferHtml {
        id: card.id.to_string(),
        title: &card.title,
        partner: &card.partner_name,
        areas: card.areas.iter().map(|area| t.locale().of(&area.name)).collect::<Vec<_>>().join(" · "),
        words: card.words.as_deref().unwrap_or_default(),
        facts: facts.into_iter().filter_map(|(name, fact)| Some((name, fact.as_deref()?))).collect(),
        ended: card.ended_on.map(|on| t.say_of("offer-ended", "day", &day::numeric(t, on))),
        edit: may_keep.then(|| format!("/tilbud/{}", card.id)),
    }
}

#[derive(Template)]
#[template(path = "offer-form.html")]
struct OfferFormHtml<'a> {
    f: Frame<'a>,
    form: Form,
    title: &'static str,
    partners: Vec<Choice>,
    areas: Vec<Choice>,
    /// What ends the offer, or opens it again: address, key, version, whether it ends.
    end: Option<(String, String, i64, bool)>,
}

/// An empty form for a new offer.
pub(crate) async fn new(State(site): State<Site>, SignedIn { cx, reader, .. }: SignedIn) -> Result<Response, Fault> {
    let page = kept(&site, &cx, &reader).await?;
    let place = "/tilbud/nyt".to_owned();
    let form = Form::fresh(&site.app, &cx, &reader, place, None).await.map_err(|error| reader.fault(error))?;
    show(&cx, &reader, &page, None, form)
}

/// Adds an offer.
pub(crate) async fn add(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let place = "/tilbud/nyt".to_owned();
    let error = match add_offer(&site.app, &cx, &wish(&sent), once).await {
        Ok(_) => {
            app::unsent::throw_away(&site.app, &cx, &place).await.map_err(|error| reader.fault(error))?;
            return Ok(see_other("/tilbud?gemt=tilbud"));
        }
        Err(error) => error,
    };
    let page = kept(&site, &cx, &reader).await?;
    let form = Form::again(&cx, &reader, place, None, sent).and_then(|form| form.refused(error, &FIELDS));
    show(&cx, &reader, &page, None, form.map_err(|error| reader.fault(error))?)
}

/// The form of an offer that is there.
pub(crate) async fn edit(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(offer): Path<String>,
) -> Result<Response, Fault> {
    let row = OfferId(uuid(&offer)?);
    let page = kept(&site, &cx, &reader).await?;
    let card = page.offers.iter().find(|card| card.id == row).ok_or(Fault::NotFound)?;
    let place = format!("/tilbud/{row}");
    let form = Form::fresh(&site.app, &cx, &reader, place, None).await.map_err(|error| reader.fault(error))?;
    let partner = card.partner.to_string();
    let mut values = vec![("partner", partner.as_str()), ("titel", card.title.as_str())];
    let texts = [("aabent", &card.hours), ("vilkaar", &card.conditions), ("beskrivelse", &card.words)];
    values.extend(texts.into_iter().filter_map(|(name, text)| Some((name, text.as_deref()?))));
    values.extend(card.areas.iter().map(|area| ("omraader", area.key.as_str())));
    show(&cx, &reader, &page, Some(card), form.filled(card.version, &values))
}

/// Changes an offer.
pub(crate) async fn change(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(offer): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (row, once) = (OfferId(uuid(&offer)?), sent.check(&reader)?);
    let place = format!("/tilbud/{row}");
    let error = match change_offer(&site.app, &cx, (row, sent.version()), &wish(&sent), once).await {
        Ok(()) => {
            app::unsent::throw_away(&site.app, &cx, &place).await.map_err(|error| reader.fault(error))?;
            return Ok(see_other("/tilbud?gemt=tilbud"));
        }
        Err(error) => error,
    };
    let page = kept(&site, &cx, &reader).await?;
    let card = page.offers.iter().find(|card| card.id == row).ok_or(Fault::NotFound)?;
    let form = Form::again(&cx, &reader, place, None, sent).and_then(|form| form.refused(error, &FIELDS));
    let mut form = form.map_err(|error| reader.fault(error))?;
    if form.is_stale() {
        let t = words(reader.locale);
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        form = form.beside(
            card.version,
            &[
                (t.say("offer-name"), "titel", &card.title),
                (t.say("offer-hours"), "aabent", &text(&card.hours)),
                (t.say("offer-conditions"), "vilkaar", &text(&card.conditions)),
                (t.say("offer-words"), "beskrivelse", &text(&card.words)),
            ],
        );
    }
    show(&cx, &reader, &page, Some(card), form)
}

/// Ends an offer, or opens it again.
pub(crate) async fn end(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(offer): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (row, once) = (OfferId(uuid(&offer)?), sent.check(&reader)?);
    let ends = sent.text("slut") == "ja";
    end_offer(&site.app, &cx, (row, sent.version()), ends, once).await.map_err(|error| reader.fault(error))?;
    Ok(see_other("/tilbud?gemt=tilbud"))
}

/// Every offer, for who keeps them.
async fn kept(site: &Site, cx: &app::Cx, reader: &Reader) -> Result<OfferPage, Fault> {
    let page = app::offer::page(&site.app, cx, OfferAsk::default()).await.map_err(|error| reader.fault(error))?;
    if page.may_keep { Ok(page) } else { Err(reader.fault(Error::Denied)) }
}

fn wish(sent: &Sent) -> OfferWish {
    OfferWish {
        partner: sent.id("partner").map(PartnerId),
        title: sent.text("titel").to_owned(),
        areas: sent.all("omraader").map(str::to_owned).collect(),
        hours: sent.text("aabent").to_owned(),
        conditions: sent.text("vilkaar").to_owned(),
        words: sent.text("beskrivelse").to_owned(),
    }
}

fn show(
    cx: &app::Cx,
    reader: &Reader,
    page: &OfferPage,
    card: Option<&OfferCard>,
    form: Form,
) -> Result<Response, Fault> {
    let t = words(reader.locale);
    let status = form.status();
    let title = t.say(if card.is_some() { "offer-edit" } else { "offer-new" });
    let mut partners = vec![Choice::new("", t.say("offer-partner-choose"))];
    let own = |line: &&PartnerLine| card.is_none_or(|card| card.partner == line.id);
    partners.extend(page.partners.iter().filter(own).map(|line| Choice::new(line.id.to_string(), line.name.as_str())));
    let end = card.map(|card| {
        let key = Keys { cx }.key()?;
        Ok::<_, Fault>((format!("/tilbud/{}/slut", card.id), key, card.version, card.ended_on.is_none()))
    });
    let html = OfferFormHtml {
        f: Frame::new(reader, title, Place::Offers, form.place.clone()),
        title,
        partners,
        areas: page
            .areas
            .iter()
            .filter(|area| !area.retired || card.is_some_and(|card| card.areas.iter().any(|own| own.key == area.key)))
            .map(|area| Choice::new(area.key.as_str(), t.locale().of(&area.name)))
            .collect(),
        end: end.transpose()?,
        form,
    };
    Ok((status, laid_out(&html)?).into_response())
}

#[derive(Template)]
#[template(path = "partner-form.html")]
struct PartnerFormHtml<'a> {
    f: Frame<'a>,
    form: Form,
    title: &'static str,
}

/// An empty form for a new partner.
pub(crate) async fn new_partner(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
) -> Result<Response, Fault> {
    kept(&site, &cx, &reader).await?;
    let place = "/tilbud/partner".to_owned();
    let form = Form::fresh(&site.app, &cx, &reader, place, None).await.map_err(|error| reader.fault(error))?;
    show_partner(&reader, false, form)
}

/// Adds a partner.
pub(crate) async fn add_partner(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let place = "/tilbud/partner".to_owned();
    match keep_partner(&site.app, &cx, None, &partner_wish(&sent), once).await {
        Ok(_) => {
            app::unsent::throw_away(&site.app, &cx, &place).await.map_err(|error| reader.fault(error))?;
            Ok(see_other("/tilbud?gemt=partner"))
        }
        Err(error) => {
            let form = Form::again(&cx, &reader, place, None, sent);
            let form = form.and_then(|form| form.refused(error, &PARTNER_FIELDS));
            show_partner(&reader, false, form.map_err(|error| reader.fault(error))?)
        }
    }
}

/// The form of a partner that is there.
pub(crate) async fn edit_partner(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(partner): Path<String>,
) -> Result<Response, Fault> {
    let row = PartnerId(uuid(&partner)?);
    let page = kept(&site, &cx, &reader).await?;
    let line = page.partners.iter().find(|line| line.id == row).ok_or(Fault::NotFound)?;
    let place = format!("/tilbud/partner/{row}");
    let form = Form::fresh(&site.app, &cx, &reader, place, None).await.map_err(|error| reader.fault(error))?;
    let values = [("navn", line.name.as_str()), ("kort", line.short_name.as_deref().unwrap_or_default())];
    show_partner(&reader, true, form.filled(line.version, &values))
}

/// Renames a partner.
pub(crate) async fn rename_partner(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(partner): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (row, once) = (PartnerId(uuid(&partner)?), sent.check(&reader)?);
    let place = format!("/tilbud/partner/{row}");
    let known = Some((row, sent.version()));
    let error = match keep_partner(&site.app, &cx, known, &partner_wish(&sent), once).await {
        Ok(_) => {
            app::unsent::throw_away(&site.app, &cx, &place).await.map_err(|error| reader.fault(error))?;
            return Ok(see_other("/tilbud?gemt=partner"));
        }
        Err(error) => error,
    };
    let page = kept(&site, &cx, &reader).await?;
    let line = page.partners.iter().find(|line| line.id == row).ok_or(Fault::NotFound)?;
    let form = Form::again(&cx, &reader, place, None, sent).and_then(|form| form.refused(error, &PARTNER_FIELDS));
    let mut form = form.map_err(|error| reader.fault(error))?;
    if form.is_stale() {
        let t = words(reader.locale);
        let short = line.short_name.clone().unwrap_or_default();
        form = form.beside(
            line.version,
            &[(t.say("partner-name"), "navn", &line.name), (t.say("partner-short"), "kort", &short)],
        );
    }
    show_partner(&reader, true, form)
}

fn partner_wish(sent: &Sent) -> PartnerWish {
    PartnerWish { name: sent.text("navn").to_owned(), short_name: sent.text("kort").to_owned() }
}

fn show_partner(reader: &Reader, is_known: bool, form: Form) -> Result<Response, Fault> {
    let t = words(reader.locale);
    let status = form.status();
    let title = t.say(if is_known { "partner-edit" } else { "partner-new" });
    let html = PartnerFormHtml { f: Frame::new(reader, title, Place::Offers, form.place.clone()), title, form };
    Ok((status, laid_out(&html)?).into_response())
}
