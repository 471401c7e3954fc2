//! `/partner`: what a signed-in partner has. It refers somebody, sees what became of its own referrals as far as it was told, and keeps
//! its offers' opening hours.
//!
//! No address and no answer here carries an id of anything that the partner does not own, and the answer to a referral is one and the
//! same whoever was referred.

use app::partner::{ReferIn, correct_offer, refer as refer_in};
use app::view::offer::OfferCard;
use app::view::partner::{OwnOffers, OwnReferral, OwnReferrals};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, Response};
use domain::code::Duty;
use domain::feedback::Told;
use domain::id::OfferId;
use render::{Words, day, words};

use super::around::{Field, Kind};
use super::enquiries::icon;
use super::identity::Asked;
use super::offer::{OfferHtml, offer};
use super::plan::uuid;
use super::small::{self, Small};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form};
use crate::frame::{Frame, Place};
use crate::part::{Done, Mark};
use crate::reader::{Reader, SignedIn};
use crate::sent::Sent;

const HERE: &str = "/partner";
const FORM: &str = "/partner/henvis";
const OFFERS: &str = "/partner/tilbud";
const FIELDS: [(&str, &str); 4] =
    [("called", "kaldes"), ("contact", "kontakt"), ("wish", "oensker"), ("agrees", "samtykke")];
const OFFER_FIELDS: [(&str, &str); 2] = [("hours", "aabent"), ("conditions", "vilkaar")];

struct RowHtml<'a> {
    on: String,
    called: &'a str,
    state: Mark,
    told: String,
    words: &'a str,
}

#[derive(Template)]
#[template(path = "own-referrals.html")]
struct OwnReferralsHtml<'a> {
    f: Frame<'a>,
    done: Option<Done>,
    partner: &'a str,
    rows: Vec<RowHtml<'a>>,
}

/// The partner's own referrals.
pub(crate) async fn referrals(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let page = app::partner::referrals(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let done = asked.gemt.map(|_| Done {
        more: words(reader.locale).say("refer-in-done-more").to_owned(),
        ..Done::said(words(reader.locale).say("refer-in-done").to_owned())
    });
    show(&reader, &page, done)
}

fn show(reader: &Reader, page: &OwnReferrals, done: Option<Done>) -> Result<Html<String>, Fault> {
    let t = words(reader.locale);
    laid_out(&OwnReferralsHtml {
        f: Frame::new(reader, t.say("own-referrals-title"), Place::OwnReferrals, HERE.to_owned()),
        done,
        partner: &page.partner,
        rows: page.referrals.iter().map(|one| row(t, page, one)).collect(),
    })
}

fn row<'a>(t: &'static Words, page: &OwnReferrals, one: &'a OwnReferral) -> RowHtml<'a> {
    let received = || Mark { look: "", icon: "check", text: t.say("own-received").to_owned() };
    let (state, told, words) = match &one.told {
        Told::Received => (received(), String::new(), ""),
        Told::Came(came) => {
            let state = came.outcome.map_or_else(received, |outcome| Mark {
                look: "mark-good",
                icon: icon(outcome),
                text: t.code("own-outcome", outcome.code()).to_owned(),
            });
            let told = t.say_of("own-told", "day", &day::brief(t, came.on, page.day));
            (state, told, came.words.as_ref().map_or("", |words| words.reveal().as_str()))
        }
    };
    RowHtml { on: day::brief(t, one.sent_on, page.day), called: one.called.reveal(), state, told, words }
}

fn form_page(reader: &Reader, form: Form) -> Result<Response, Fault> {
    let t = form.t;
    let yes = vec![Choice::new("ja", t.say("refer-in-agrees"))];
    let small = Small {
        at: Place::OwnReferrals,
        title: t.say("refer-in-title"),
        lead: t.say("refer-in-lead").to_owned(),
        back: (HERE.to_owned(), t.say("own-referrals-title").to_owned()),
        fields: vec![
            Field::new(Kind::Text, "kaldes", t.say("refer-in-called-label")).hint(t.say("refer-in-called-hint")),
            Field::new(Kind::Text, "kontakt", t.say("refer-in-contact-label")).hint(t.say("refer-in-contact-hint")),
            Field::new(Kind::Words, "oensker", t.say("refer-in-wish-label")).hint(t.say("refer-in-wish-hint")),
            Field::new(Kind::Checks, "samtykke", t.say("refer-in-agrees-legend")).of(yes),
        ],
        save: t.say("refer-in-send"),
        remove: None,
        form,
    };
    small::show(reader, small)
}

/// The form that refers somebody.
pub(crate) async fn form(State(site): State<Site>, SignedIn { cx, reader, .. }: SignedIn) -> Result<Response, Fault> {
    app::partner::may_refer(&cx).map_err(|error| reader.fault(error))?;
    let form = small::fresh(&site, &cx, &reader, FORM.to_owned()).await?;
    form_page(&reader, form)
}

/// Refers somebody.
pub(crate) async fn refer(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let new = ReferIn {
        called: sent.words("kaldes").unwrap_or_default(),
        contact: sent.words("kontakt").unwrap_or_default(),
        wish: sent.words("oensker").unwrap_or_default(),
        agrees: sent.has("samtykke", "ja"),
    };
    match refer_in(&site.app, &cx, &new, once).await {
        Ok(()) => small::done(&site, &cx, &reader, FORM, "/partner?gemt=ja").await,
        Err(error) => {
            let form = small::again((&cx, &reader), FORM.to_owned(), sent, error, (&FIELDS, 0))?;
            form_page(&reader, form)
        }
    }
}

#[derive(Template)]
#[template(path = "own-offers.html")]
struct OwnOffersHtml<'a> {
    f: Frame<'a>,
    done: Option<Done>,
    partner: &'a str,
    offers: Vec<OfferHtml<'a>>,
    agreement: Option<(String, String)>,
    duties: Vec<&'static str>,
}

/// The partner's own offers and agreement.
pub(crate) async fn offers(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let page = app::partner::offers(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let done = asked.gemt.map(|_| Done::said(words(reader.locale).say("own-offer-done").to_owned()));
    show_offers(&reader, &page, done)
}

fn show_offers(reader: &Reader, page: &OwnOffers, done: Option<Done>) -> Result<Html<String>, Fault> {
    let t = words(reader.locale);
    let own = |card| {
        let html = offer(reader, card, false);
        OfferHtml { edit: Some(format!("{OFFERS}/{}", card.id)), ..html }
    };
    laid_out(&OwnOffersHtml {
        f: Frame::new(reader, t.say("own-offers-title"), Place::OwnOffers, OFFERS.to_owned()),
        done,
        partner: &page.partner,
        offers: page.offers.iter().map(own).collect(),
        agreement: page.agreement.map(|(period, signed_on)| {
            (day::period(t, period), t.say_of("agreement-signed", "day", &day::medium(t, signed_on)))
        }),
        duties: Duty::ALL.iter().map(|duty| t.code("duty", duty.code())).collect(),
    })
}

fn offer_form(reader: &Reader, card: &OfferCard, form: Form) -> Result<Response, Fault> {
    let t = form.t;
    let small = Small {
        at: Place::OwnOffers,
        title: t.say("own-offer-edit"),
        lead: card.title.clone(),
        back: (OFFERS.to_owned(), t.say("own-offers-title").to_owned()),
        fields: vec![
            Field::new(Kind::Text, "aabent", t.say("offer-hours")),
            Field::new(Kind::Text, "vilkaar", t.say("offer-conditions")),
        ],
        save: t.say("save"),
        remove: None,
        form,
    };
    small::show(reader, small)
}

async fn own_offer(site: &Site, (cx, reader): (&app::Cx, &Reader), id: OfferId) -> Result<OfferCard, Fault> {
    let page = app::partner::offers(&site.app, cx).await.map_err(|error| reader.fault(error))?;
    page.offers.into_iter().find(|card| card.id == id).ok_or(Fault::NotFound)
}

/// The form of an offer's hours and conditions.
pub(crate) async fn edit(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(offer): Path<String>,
) -> Result<Response, Fault> {
    let id = OfferId(uuid(&offer)?);
    let card = own_offer(&site, (&cx, &reader), id).await?;
    let form = small::fresh(&site, &cx, &reader, format!("{OFFERS}/{id}")).await?;
    let values = [
        ("aabent", card.hours.as_deref().unwrap_or_default()),
        ("vilkaar", card.conditions.as_deref().unwrap_or_default()),
    ];
    let form = form.filled(card.version, &values);
    offer_form(&reader, &card, form)
}

/// Corrects an offer's hours and conditions.
pub(crate) async fn correct(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(offer): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, once) = (OfferId(uuid(&offer)?), sent.check(&reader)?);
    let place = format!("{OFFERS}/{id}");
    let words = (sent.text("aabent"), sent.text("vilkaar"));
    match correct_offer(&site.app, &cx, (id, sent.version()), words, once).await {
        Ok(()) => small::done(&site, &cx, &reader, &place, "/partner/tilbud?gemt=ja").await,
        Err(error) => {
            let card = own_offer(&site, (&cx, &reader), id).await?;
            let form = small::again((&cx, &reader), place, sent, error, (&OFFER_FIELDS, card.version))?;
            offer_form(&reader, &card, form)
        }
    }
}

#[cfg(test)]
mod tests {
    use app::view::partner::Came;
    use domain::code::EnquiryOutcome;
    use domain::programme::Period;

    use super::*;
    use crate::pages::sample::{self, date};

    #[test]
    fn a_partner_reads_that_it_arrived_and_what_it_was_told() {
        let told = Told::Came(Came {
            on: date(2015, 11, 20),
            outcome: Some(EnquiryOutcome::Advice),
            words: Some(sample::awkward()),
        });
        let one = |told| OwnReferral { sent_on: date(2015, 11, 2), called: sample::awkward(), told };
        let page = OwnReferrals {
            day: date(2015, 11, 23),
            partner: "Reden København".to_owned(),
            referrals: vec![one(Told::Received), one(told)],
        };
        let Html(html) = show(&sample::partner(), &page, None).unwrap();
        for words in ["Modtaget", "Har fået råd", "Fortalt", "Henvis en person"] {
            assert!(html.contains(words), "{words} is missing");
        }
        sample::check_page(&html);
        sample::check_awkward(&html);
        let empty = OwnReferrals { referrals: Vec::new(), ..page };
        let Html(html) = show(&sample::partner(), &empty, None).unwrap();
        assert!(html.contains("Her er ingen henvisninger endnu"));
        sample::check_page(&html);
    }

    #[test]
    fn a_partner_reads_its_agreement_and_nobody_else_s_notes() {
        let period = Period { from: date(2015, 1, 1), to: date(2016, 12, 31) };
        let agreement = Some((period, date(2014, 12, 11)));
        let page =
            OwnOffers {
                day: date(2015, 11, 23), partner: "Reden København".to_owned(), offers: Vec::new(), agreement
            };
        let Html(html) = show_offers(&sample::partner(), &page, None).unwrap();
        assert!(html.contains("gøre hinandens tilbud synlige") && html.contains("11. december 2014"));
        sample::check_page(&html);
    }
}
