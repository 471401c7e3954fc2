//! `/borger/{id}/henvisning`: a citizen pointed to a partner from a goal, on a consent that names what is shared.

use app::referral::{Answer, ReferralWish, refer};
use app::view::referral::{ReferralCard, ReferralPage};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use domain::code::{ReferralState, Shared};
use domain::day::add_months;
use domain::id::{GoalId, OfferId, ReferralId};
use render::catalogue::capital;
use render::{Words, day, words};
use serde::Deserialize;

use super::offer::{OfferHtml, offer};
use super::plan::{Keys, citizen_id, given, given_or, uuid};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::Form;
use crate::frame::{Frame, Place};
use crate::part::Done;
use crate::person::{Part, PersonNav};
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;
use crate::stopped::Stopped;

/// The fields of the rule, as the form calls them.
const FIELDS: [(&str, &str); 6] = [
    ("offer", "tilbud"),
    ("shared", "deles"),
    ("message", "besked"),
    ("consents", "samtykke"),
    ("until", "til"),
    ("on", "dag"),
];
/// Months that a consent usually holds.
const HOLDS_MONTHS: u32 = 3;

/// The goal to start from, and what was just done.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    maal: Option<String>,
    gemt: Option<String>,
}

#[derive(Template)]
#[template(path = "referral.html")]
struct ReferralHtml<'a> {
    f: Frame<'a>,
    nav: PersonNav,
    plan: String,
    here: String,
    token: &'a str,
    name: &'a str,
    done: Option<Done>,
    stopped: Option<(&'a Stopped, ReferralId, &'a Sent)>,
    goal: Option<(String, &'a str, String)>,
    goals: Vec<(String, &'a str)>,
    offers: Vec<OfferHtml<'a>>,
    shared: Vec<SharedHtml<'a>>,
    until_hint: String,
    form: Form,
    sent: Vec<SentHtml<'a>>,
    is_closed: bool,
}

/// Something that can be shared, with what it says.
struct SharedHtml<'a> {
    code: &'static str,
    name: String,
    says: &'a str,
}

/// A referral sent.
struct SentHtml<'a> {
    id: String,
    partner: &'a str,
    area: String,
    states: Vec<(String, String)>,
    shared: String,
    message: &'a str,
    answer: &'a str,
    key: String,
    version: i64,
    label: String,
    next: Vec<(&'static str, String)>,
    /// The answer that was not taken, as typed: its words and its day.
    typed: Option<(String, String)>,
}

/// The referrals, and the form of a new one.
pub(crate) async fn form(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(citizen): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let id = citizen_id(&citizen)?;
    let goal = asked.maal.as_deref().map(uuid).transpose()?.map(GoalId);
    let page = app::referral::page(&site.app, &cx, id, goal).await.map_err(|error| reader.fault(error))?;
    let place = place(id, goal);
    let form = Form::fresh(&site.app, &cx, &reader, place, Some(id)).await.map_err(|error| reader.fault(error))?;
    show(&cx, &reader, &page, form, asked.gemt.as_deref(), None)
}

fn place(id: domain::id::CitizenId, goal: Option<GoalId>) -> String {
    match goal {
        Some(goal) => format!("/borger/{id}/henvisning?maal={goal}"),
        None => format!("/borger/{id}/henvisning"),
    }
}

/// Sends a referral.
pub(crate) async fn send(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(citizen): Path<String>,
    Query(asked): Query<Asked>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, once) = (citizen_id(&citizen)?, sent.check(&reader)?);
    let goal = GoalId(uuid(asked.maal.as_deref().unwrap_or_default())?);
    let place = place(id, Some(goal));
    let wish = ReferralWish {
        goal,
        offer: sent.id("tilbud").map(OfferId),
        consents: sent.text("samtykke") == "ja",
        until: given(&sent, "til"),
        shared: sent.all("deles").filter_map(|code| Shared::parse(code).ok()).collect(),
        message: sent.words("besked").unwrap_or_default(),
        on: given_or(&sent, "dag", cx.today),
    };
    let error = match refer(&site.app, &cx, id, &wish, once).await {
        Ok(_) => {
            app::unsent::throw_away(&site.app, &cx, &place).await.map_err(|error| reader.fault(error))?;
            return Ok(see_other(&format!("/borger/{id}/henvisning?gemt=sendt")));
        }
        Err(error) => error,
    };
    let page = app::referral::page(&site.app, &cx, id, Some(goal)).await.map_err(|error| reader.fault(error))?;
    let form = Form::again(&cx, &reader, place, Some(id), sent).and_then(|form| form.refused(error, &FIELDS));
    show(&cx, &reader, &page, form.map_err(|error| reader.fault(error))?, None, None)
}

/// Notes what became of a referral.
pub(crate) async fn answer(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, referral)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, row, once) = (citizen_id(&citizen)?, ReferralId(uuid(&referral)?), sent.check(&reader)?);
    let said = Answer {
        state: ReferralState::parse(sent.text("tilstand")).ok(),
        on: given_or(&sent, "dag", cx.today),
        words: sent.words("svar").unwrap_or_default(),
    };
    match app::referral::answer(&site.app, &cx, id, (row, sent.version()), &said, once).await {
        Ok(()) => Ok(see_other(&format!("/borger/{id}/henvisning?gemt=svar"))),
        Err(error) => {
            let stopped = Stopped::by(error, &reader)?;
            let page = app::referral::page(&site.app, &cx, id, None).await.map_err(|error| reader.fault(error))?;
            let form = Form::again(&cx, &reader, place(id, None), Some(id), Sent::default());
            let form = form.map_err(|error| reader.fault(error))?;
            let shown = show(&cx, &reader, &page, form, None, Some((&stopped, row, &sent)))?;
            Ok((stopped.status(), shown).into_response())
        }
    }
}

fn show(
    cx: &app::Cx,
    reader: &Reader,
    page: &ReferralPage,
    form: Form,
    saved: Option<&str>,
    stopped: Option<(&Stopped, ReferralId, &Sent)>,
) -> Result<Response, Fault> {
    let t = words(reader.locale);
    let status = form.status();
    let keys = Keys { cx };
    let here = place(page.id, None);
    let done = match saved {
        Some("sendt") => Some(Done::said(t.say("refer-done").to_owned())),
        Some("svar") => Some(Done::said(t.say("refer-answered").to_owned())),
        _ => None,
    };
    let area = |area: &Option<domain::programme::Text>| {
        area.as_ref().map_or_else(|| t.say("plan-outside"), |area| t.locale().of(area)).to_owned()
    };
    let sent: Result<Vec<SentHtml<'_>>, Fault> =
        page.sent.iter().map(|card| sent_html(t, page, card, &keys, stopped)).collect();
    let goal = page.goal.as_ref();
    let html = ReferralHtml {
        f: Frame::new(reader, t.say("refer-title"), Place::Own, form.place.clone()),
        nav: PersonNav::new(reader, page.id, Part::Plan),
        plan: super::plan::address(page.id),
        token: &reader.token,
        name: page.name.reveal(),
        done,
        stopped,
        goal: goal.map(|goal| (goal.id.to_string(), goal.words.reveal().as_str(), area(&goal.area))),
        goals: page.goals.iter().map(|goal| (goal.id.to_string(), goal.words.reveal().as_str())).collect(),
        offers: page.offers.iter().map(|card| offer(reader, card, false)).collect(),
        shared: page
            .sharable
            .iter()
            .map(|(what, says)| SharedHtml {
                code: what.code(),
                name: capital(t.code("shared", what.code())),
                says: says.as_ref().map_or("", |says| says.reveal()),
            })
            .collect(),
        until_hint: t.say_of("refer-until-hint", "day", &day::typed(add_months(page.today, HOLDS_MONTHS))),
        sent: sent?,
        is_closed: page.is_closed,
        here,
        form,
    };
    Ok((status, laid_out(&html)?).into_response())
}

fn sent_html<'a>(
    t: &Words,
    page: &ReferralPage,
    card: &'a ReferralCard,
    keys: &Keys<'_>,
    stopped: Option<(&Stopped, ReferralId, &Sent)>,
) -> Result<SentHtml<'a>, Fault> {
    let typed = stopped.filter(|(_, row, _)| *row == card.id);
    let states = card
        .states
        .iter()
        .map(|(on, state)| (day::brief(t, *on, page.today), capital(t.code("referral-state", state.code()))));
    let shared: Vec<&str> = card.shared.iter().map(|what| t.code("shared", what.code())).collect();
    Ok(SentHtml {
        id: card.id.to_string(),
        partner: &card.partner,
        area: card.area.as_ref().map(|area| t.locale().of(area).to_owned()).unwrap_or_default(),
        states: states.collect(),
        shared: shared.join(", "),
        message: card.message.as_ref().map_or("", |text| text.reveal()),
        answer: card.answer.as_ref().map_or("", |text| text.reveal()),
        key: keys.key()?,
        version: card.version,
        label: t.say_of("refer-answer-label", "partner", &card.partner),
        next: card.next.iter().map(|state| (state.code(), capital(t.code("referral-state", state.code())))).collect(),
        typed: typed.map(|(_, _, sent)| (sent.text("svar").to_owned(), sent.text("dag").to_owned())),
    })
}
