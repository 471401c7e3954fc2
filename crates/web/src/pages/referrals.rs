//! `/henvisninger`: referrals out and in on one page, what waits for an answer, and that a partner was written to.

use app::view::enquiry::Who;
use app::view::referrals::{InLine, OutLine, PAGE, ReferralsAsk, ReferralsPage, SentIn};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use domain::code::{EnquiryOutcome, ReferralState};
use domain::consent::Worth;
use domain::day::days_between;
use domain::id::ReferralId;
use render::catalogue::capital;
use render::{Words, day, words};
use serde::Deserialize;

use super::enquiries::icon;
use super::partnership::siblings;
use super::plan::{Keys, given_or, uuid};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::frame::{Frame, Place};
use crate::part::{Chip, Done, Mark};
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;
use crate::stopped::Stopped;

const HERE: &str = "/henvisninger";

/// What is asked for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    vis: Option<String>,
    ud: Option<u32>,
    ind: Option<u32>,
    gemt: Option<String>,
}

impl Asked {
    fn read(&self) -> ReferralsAsk {
        ReferralsAsk {
            is_waiting: self.vis.as_deref() == Some("venter"),
            out_page: self.ud.unwrap_or(1).saturating_sub(1).min(10_000),
            in_page: self.ind.unwrap_or(1).saturating_sub(1).min(10_000),
        }
    }
}

fn address(ask: ReferralsAsk) -> String {
    let mut parts = Vec::new();
    if ask.is_waiting {
        parts.push("vis=venter".to_owned());
    }
    for (name, page) in [("ud", ask.out_page), ("ind", ask.in_page)] {
        if page > 0 {
            parts.push(format!("{name}={}", page + 1));
        }
    }
    if parts.is_empty() { HERE.to_owned() } else { format!("{HERE}?{}", parts.join("&")) }
}

struct OutHtml<'a> {
    id: String,
    citizen: String,
    name: &'a str,
    partner: &'a str,
    area: String,
    sent: String,
    state: Mark,
    state_sub: String,
    reminded: String,
    consent: Mark,
    shared: String,
    remind: Option<(String, String)>,
    is_late: bool,
}

struct InHtml<'a> {
    href: Option<String>,
    who: &'a str,
    on: String,
    from: &'a str,
    way: &'static str,
    came: Mark,
    came_sub: String,
    consent: String,
    shared: String,
    told: Option<Mark>,
    is_late: bool,
}

#[derive(Template)]
#[template(path = "referrals.html")]
struct ReferralsHtml<'a> {
    f: Frame<'a>,
    siblings: Vec<Chip>,
    done: Option<Done>,
    stopped: Option<&'a Stopped>,
    lead: Option<Mark>,
    chips: Vec<Chip>,
    token: &'a str,
    out: Vec<OutHtml<'a>>,
    out_heading: String,
    out_pages: Option<Pages>,
    into: Vec<InHtml<'a>>,
    in_heading: String,
    in_pages: Option<Pages>,
    period: String,
    counts_in: Vec<(&'a str, u32)>,
    counts_out: Vec<(&'a str, u32, u32, String)>,
    channels: Vec<(String, u32)>,
    missing: u32,
}

/// The way to the pages before and after.
struct Pages {
    before: Option<String>,
    after: Option<String>,
    text: String,
}

fn pages(t: &Words, at: u32, count: u64, to: impl Fn(u32) -> String) -> Option<Pages> {
    let last = count.div_ceil(u64::from(PAGE)).max(1);
    (last > 1).then(|| Pages {
        before: at.checked_sub(1).map(&to),
        after: (u64::from(at) + 1 < last).then(|| to(at + 1)),
        text: t.say_with("page-of", &[("page", (u64::from(at) + 1).into()), ("pages", last.into())]),
    })
}

/// The page.
pub(crate) async fn referrals(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let page = app::referrals::page(&site.app, &cx, asked.read()).await.map_err(|error| reader.fault(error))?;
    let saved = asked.gemt.map(|_| Done::said(words(reader.locale).say("referrals-reminded").to_owned()));
    show(&Keys { cx: &cx }, &reader, &page, saved, None)
}

/// Notes that a partner was written to.
pub(crate) async fn remind(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(referral): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (referral, once) = (ReferralId(uuid(&referral)?), sent.check(&reader)?);
    let on = given_or(&sent, "dag", cx.today);
    match app::referrals::remind(&site.app, &cx, referral, on, once).await {
        Ok(()) => Ok(see_other("/henvisninger?gemt=rykker")),
        Err(error) => {
            let stopped = Stopped::by(error, &reader)?;
            let page = app::referrals::page(&site.app, &cx, ReferralsAsk::default()).await;
            let page = page.map_err(|error| reader.fault(error))?;
            let html = show(&Keys { cx: &cx }, &reader, &page, None, Some(&stopped))?;
            Ok((stopped.status(), html).into_response())
        }
    }
}

fn show(
    keys: &Keys<'_>,
    reader: &Reader,
    page: &ReferralsPage,
    done: Option<Done>,
    stopped: Option<&Stopped>,
) -> Result<Html<String>, Fault> {
    let t = words(reader.locale);
    let ask = page.ask;
    let late = page.out.iter().filter(|line| line.is_late).count();
    let chip = |is_waiting: bool, key, n: Option<u64>| Chip {
        href: address(ReferralsAsk { is_waiting, out_page: 0, ..ask }),
        text: n.map_or_else(|| t.say(key).to_owned(), |n| format!("{} ({n})", t.say(key))),
        is_current: ask.is_waiting == is_waiting,
    };
    laid_out(&ReferralsHtml {
        siblings: siblings(t, HERE),
        done,
        stopped,
        lead: (late > 0).then(|| care(t.say_with("referrals-late", &[("n", late.into())]))),
        chips: vec![chip(false, "referrals-all", None), chip(true, "referrals-waiting", Some(page.waiting))],
        token: &reader.token,
        out: page.out.iter().map(|line| out_html(t, page, line, keys)).collect::<Result<_, Fault>>()?,
        out_heading: t.say_with("referrals-out", &[("n", page.out_count.into())]),
        out_pages: pages(t, ask.out_page, page.out_count, |out_page| address(ReferralsAsk { out_page, ..ask })),
        into: page.into.iter().map(|line| in_html(t, page, line)).collect(),
        in_heading: t.say_with("referrals-in", &[("n", page.in_count.into())]),
        in_pages: pages(t, ask.in_page, page.in_count, |in_page| address(ReferralsAsk { in_page, ..ask })),
        period: day::period(t, page.period),
        counts_in: page.counts.into.iter().map(|one| (one.partner.as_str(), one.n)).collect(),
        counts_out: page
            .counts
            .out
            .iter()
            .map(|one| {
                let median = one.median_days_to_answer.map(|days| render::number::median(reader.locale, days));
                (one.partner.as_str(), one.n, one.answered, median.unwrap_or_else(|| "–".to_owned()))
            })
            .collect(),
        channels: page.channels.iter().map(|(channel, n)| (capital(t.code("channel", channel.code())), *n)).collect(),
        missing: page.counts.missing,
        f: Frame::new(reader, t.say("referrals-title"), Place::Offers, address(ask)),
    })
}

fn care(text: String) -> Mark {
    Mark { look: "mark-care", icon: "warning", text }
}

/// What a consent is worth, as a mark.
fn worth(t: &'static Words, said: Option<bool>, worth: Option<Worth>) -> Mark {
    let plain = |look, icon, text: &str| Mark { look, icon, text: text.to_owned() };
    match (worth, said) {
        (Some(worth), _) if worth.is_valid() => plain("mark-good", "check", t.code("consent-worth", worth.code())),
        (Some(worth), _) => plain("mark-care", "warning", t.code("consent-worth", worth.code())),
        (None, Some(true)) => plain("mark-good", "check", t.say("referrals-said-yes")),
        (None, Some(false)) => plain("mark-care", "warning", t.say("referrals-said-no")),
        (None, None) => plain("mark-none", "minus", t.say("not-known")),
    }
}

fn out_html<'a>(
    t: &'static Words,
    page: &ReferralsPage,
    line: &'a OutLine,
    keys: &Keys<'_>,
) -> Result<OutHtml<'a>, Fault> {
    let waits = line.state == ReferralState::Sent;
    let (look, sign) = match line.state {
        ReferralState::Sent if line.is_late => ("mark-care", "warning"),
        ReferralState::Sent => ("mark-soon", "hourglass"),
        ReferralState::Declined => ("mark-none", "close"),
        ReferralState::Received | ReferralState::UnderWay | ReferralState::Finished => ("mark-good", "check"),
    };
    let shared: Vec<&str> = line.shared.iter().map(|what| t.code("shared", what.code())).collect();
    let waited = days_between(line.sent_on, page.day);
    Ok(OutHtml {
        id: line.id.to_string(),
        citizen: format!("/borger/{}/henvisning", line.citizen),
        name: line.name.reveal(),
        partner: &line.partner,
        area: line.area.as_ref().map(|area| t.locale().of(area).to_owned()).unwrap_or_default(),
        sent: day::brief(t, line.sent_on, page.day),
        state: Mark {
            look,
            icon: sign,
            text: if waits {
                t.say("referrals-waits").to_owned()
            } else {
                capital(t.code("referral-state", line.state.code()))
            },
        },
        state_sub: if waits {
            t.say_with("enquiry-waited", &[("n", waited.into())])
        } else {
            day::brief(t, line.state_on, page.day)
        },
        reminded: line
            .reminded
            .map(|(on, n)| {
                let on = day::brief(t, on, page.day);
                t.say_with("referrals-reminded-on", &[("day", (&on).into()), ("n", n.into())])
            })
            .unwrap_or_default(),
        consent: worth(t, line.consent, line.worth),
        shared: shared.join(", "),
        remind: if waits { Some((format!("{HERE}/{}/rykker", line.id), keys.key()?)) } else { None },
        is_late: line.is_late,
    })
}

fn in_html<'a>(t: &'static Words, page: &ReferralsPage, line: &'a InLine) -> InHtml<'a> {
    let enquiry = &line.enquiry;
    let came = enquiry.came.map_or_else(
        || care(t.say("enquiry-unanswered").to_owned()),
        |came| Mark {
            look: if came.outcome == EnquiryOutcome::Clarification { "mark-soon" } else { "" },
            icon: icon(came.outcome),
            text: t.code("enquiry-outcome", came.outcome.code()).to_owned(),
        },
    );
    let waited = days_between(enquiry.received_on, page.day);
    let fields = |sent: &SentIn| {
        let told =
            [(true, "refer-in-called"), (sent.has_contact, "refer-in-contact"), (sent.has_wish, "refer-in-wish")];
        let named: Vec<&str> = told.iter().filter(|(is_told, _)| *is_told).map(|(_, key)| t.say(key)).collect();
        named.join(", ")
    };
    let sent = line.sent.as_ref();
    InHtml {
        href: (enquiry.who != Who::Colleagues).then(|| format!("/henvendelser/{}", enquiry.id)),
        who: match &enquiry.who {
            Who::Nobody => t.say("enquiry-nobody"),
            Who::Citizen(_, name) => name.reveal(),
            Who::Colleagues => t.say("enquiry-colleagues"),
        },
        on: day::brief(t, enquiry.received_on, page.day),
        from: enquiry.referrer.as_deref().unwrap_or_default(),
        way: t.say(if sent.is_some() { "referrals-by-sign-in" } else { "referrals-noted" }),
        came_sub: enquiry.came.map_or_else(
            || t.say_with("enquiry-waited", &[("n", waited.into())]),
            |came| day::brief(t, came.on, page.day),
        ),
        came,
        consent: sent.map_or_else(
            || t.say("referrals-not-noted").to_owned(),
            |sent| t.say_of("referrals-agreed", "day", &day::brief(t, sent.agreed_on, page.day)),
        ),
        shared: sent.map(fields).unwrap_or_default(),
        told: sent.map(|sent| match sent.told {
            Some((on, worth)) if worth.is_valid() => Mark {
                look: "mark-good",
                icon: "check",
                text: t.say_of("referrals-told", "day", &day::brief(t, on, page.day)),
            },
            Some(_) => Mark { look: "mark-none", icon: "minus", text: t.say("referrals-told-no-more").to_owned() },
            None => Mark { look: "mark-none", icon: "minus", text: t.say("referrals-not-told").to_owned() },
        }),
        is_late: enquiry.came.is_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_is_asked_and_reads_back() {
        for (is_waiting, out_page, in_page) in [(false, 0, 0), (true, 0, 2), (true, 3, 0), (false, 1, 1)] {
            let ask = ReferralsAsk { is_waiting, out_page, in_page };
            let uri: axum::http::Uri = address(ask).parse().unwrap();
            let Query(asked) = Query::<Asked>::try_from_uri(&uri).unwrap();
            assert_eq!(asked.read(), ask);
        }
    }
}
