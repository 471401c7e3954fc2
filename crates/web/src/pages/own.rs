//! `/mit`: the citizen's own screen. One question and all its answers, nothing chosen beforehand, nothing left on the device.
//!
//! While its cookie is there no other page answers ([`stay`]). Addresses and titles are neutral.

pub(crate) mod back;
pub(crate) mod hand;
pub(crate) mod link;

use app::own::{self, Own};
use app::view::own::{OwnPage, OwnQuestion, OwnThanks};
use askama::Template;
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::instrument::{Instrument, Scale};
use domain::reading::Answer;
use render::{Words, words};
use serde::Deserialize;

use crate::fault::{Fault, laid_out};
use crate::reader::{is_token, see_other};
use crate::sent::{Sent, TOKEN};
use crate::{Site, cookie};

/// Seconds a question takes.
const SECONDS: usize = 20;

/// While a task is in hand, its own pages and the style sheets answer, and nothing else.
pub(crate) async fn stay(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let is_own = path == "/mit" || path.starts_with("/mit/") || path.starts_with("/assets/");
    if !is_own && cookie::sent(request.headers(), cookie::OWN).is_some_and(|value| !value.is_empty()) {
        return see_other("/mit");
    }
    next.run(request).await
}

/// One answer that can be chosen.
struct Pick {
    value: String,
    text: String,
    is_chosen: bool,
}

/// A row of the ladder: what two steps mean together, and the steps.
struct Rung {
    text: String,
    steps: Vec<Pick>,
}

#[derive(Template)]
#[template(path = "own/question.html")]
struct QuestionHtml {
    t: &'static Words,
    token: String,
    number: usize,
    of: usize,
    answered: usize,
    said: String,
    lead: String,
    question: String,
    picks: Vec<Pick>,
    rungs: Vec<Rung>,
    others: Vec<Pick>,
    takes_words: bool,
    words: String,
    minutes: usize,
    is_tablet: bool,
    licence: String,
}

#[derive(Template)]
#[template(path = "own/thanks.html")]
struct ThanksHtml {
    t: &'static Words,
    token: String,
    is_tablet: bool,
    areas: Vec<(String, String, String)>,
    back: usize,
}

#[derive(Template)]
#[template(path = "own/over.html")]
struct OverHtml {
    t: &'static Words,
    is_tablet: bool,
}

/// Which question is asked for.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    nr: Option<usize>,
}

/// The task of the cookie; without one, the way to the sign-in, and the cookie goes.
async fn own(site: &Site, headers: &HeaderMap) -> Result<Own, Response> {
    let value = cookie::sent(headers, cookie::OWN).unwrap_or_default();
    match site.app.own(site.now(), value).await {
        Ok(Some(own)) => Ok(own),
        Ok(None) => Err(forget(see_other("/log-ind"))),
        Err(error) => Err(Fault::from(error).into_response()),
    }
}

/// Lets the browser forget everything it kept from here.
fn forget(mut answer: Response) -> Response {
    let headers = answer.headers_mut();
    headers.insert("clear-site-data", HeaderValue::from_static("\"cache\", \"cookies\", \"storage\""));
    if let Some(end) = cookie::to_set(cookie::OWN, "", Some(0)) {
        headers.append(header::SET_COOKIE, end);
    }
    answer
}

/// The page of a task that is over.
fn over(own: &Own) -> Response {
    let page = OverHtml { t: words(own.cx.locale), is_tablet: own.is_tablet };
    let page = match laid_out(&page) {
        Ok(page) => (StatusCode::GONE, page).into_response(),
        Err(fault) => return fault.into_response(),
    };
    if own.is_tablet { page } else { forget(page) }
}

/// A question, or the thanks.
pub(crate) async fn question(State(site): State<Site>, headers: HeaderMap, Query(asked): Query<Asked>) -> Response {
    let own = match own(&site, &headers).await {
        Ok(own) => own,
        Err(answer) => return answer,
    };
    match own::page(&site.app, &own, asked.nr).await {
        Ok(OwnPage::Question(question)) => laid_out(&question_html(&own, &question)).into_response(),
        Ok(OwnPage::Thanks(thanks)) => laid_out(&thanks_html(&own, thanks)).into_response(),
        Err(app::Error::NotFound) => over(&own),
        Err(error) => Fault::from(error).into_response(),
    }
}

/// Saves an answer and goes on, forward or back.
pub(crate) async fn answer(State(site): State<Site>, headers: HeaderMap, sent: Sent) -> Response {
    let own = match own(&site, &headers).await {
        Ok(own) => own,
        Err(answer) => return answer,
    };
    if let Err(fault) = is_token(sent.text(TOKEN), &own.token) {
        return fault.into_response();
    }
    let Ok(number) = sent.text("nr").parse::<usize>() else { return see_other("/mit") };
    let given = match sent.text("svar") {
        "" => None,
        "ikke" => Some(Answer::NotRelevant),
        "vil-ikke" => Some(Answer::Declined),
        value => match value.parse() {
            Ok(value) => Some(Answer::Value(value)),
            Err(_) => return see_other(&format!("/mit?nr={number}")),
        },
    };
    match own::answer(&site.app, &own, number, given, sent.words("ord")).await {
        Ok(()) if sent.text("vej") == "tilbage" => see_other(&format!("/mit?nr={}", number.saturating_sub(1))),
        Ok(()) => see_other(&format!("/mit?nr={}", number + 1)),
        Err(app::Error::NotFound) => over(&own),
        Err(app::Error::Refusal(_) | app::Error::Refusals(_) | app::Error::Stale) => {
            see_other(&format!("/mit?nr={number}"))
        }
        Err(error) => Fault::from(error).into_response(),
    }
}

fn question_html(own: &Own, question: &OwnQuestion) -> QuestionHtml {
    let t = words(own.cx.locale);
    let pack = &question.instrument;
    let asked = pack.items.get(question.item).map(|item| own.cx.locale.of(&item.text)).unwrap_or_default();
    let (picks, rungs) = answers(own, pack, question.answer);
    let (lead, asked) = lead(asked);
    let other = |value: &str, key: &'static str, answer| Pick {
        value: value.to_owned(),
        text: t.say(key).to_owned(),
        is_chosen: question.answer == Some(answer),
    };
    let is_star = matches!(pack.scale, Scale::Areas { .. });
    let mut others = Vec::new();
    if is_star {
        others.push(other("ikke", "own-not-relevant", Answer::NotRelevant));
    }
    others.push(other("vil-ikke", "own-decline", Answer::Declined));
    QuestionHtml {
        t,
        token: own.token.clone(),
        number: question.number,
        of: question.of,
        answered: question.answered,
        said: t.say_with("own-number", &[("n", (question.number + 1).into()), ("of", question.of.into())]),
        lead,
        question: asked,
        picks,
        rungs,
        others,
        takes_words: is_star,
        words: question.words.as_ref().map(|text| text.reveal().clone()).unwrap_or_default(),
        minutes: ((question.of - question.number.min(question.of)) * SECONDS).div_ceil(60),
        is_tablet: own.is_tablet,
        licence: pack.licence.clone(),
    }
}

/// "I de sidste 2 uger har jeg …" stands smaller over what differs, where the item begins with what all of them begin with.
fn lead(asked: &str) -> (String, String) {
    for opening in ["I de sidste 2 uger ", "Over the past two weeks "] {
        if let Some(rest) = asked.strip_prefix(opening) {
            return (format!("{} …", opening.trim_end()), format!("… {rest}"));
        }
    }
    (String::new(), asked.to_owned())
}

/// The answers in the order they are shown: the best first for items that are added up, as on the official form.
fn answers(own: &Own, pack: &Instrument, given: Option<Answer>) -> (Vec<Pick>, Vec<Rung>) {
    let locale = own.cx.locale;
    let pick = |value: u8, text: String| Pick {
        value: value.to_string(),
        text,
        is_chosen: given == Some(Answer::Value(value)),
    };
    match &pack.scale {
        Scale::Sum { min, answers, .. } => {
            let all = (*min..).zip(answers).map(|(value, text)| pick(value, locale.of(text).to_owned()));
            (all.collect::<Vec<_>>().into_iter().rev().collect(), Vec::new())
        }
        Scale::Choices(choices) => {
            let all = (0u8..).zip(choices).map(|(value, choice)| pick(value, locale.of(&choice.text).to_owned()));
            (all.collect(), Vec::new())
        }
        Scale::Areas { max, stages, .. } => {
            let ends = stages.iter().skip(1).map(|(from, _)| from - 1).chain([*max]);
            let rung = |((from, text), to): (&(u8, domain::programme::Text), u8)| Rung {
                text: locale.of(text).to_owned(),
                steps: (*from..=to).map(|step| pick(step, step.to_string())).collect(),
            };
            (Vec::new(), stages.iter().zip(ends).map(rung).collect())
        }
    }
}

fn thanks_html(own: &Own, thanks: OwnThanks) -> ThanksHtml {
    let step = |value: Option<u8>| value.map_or_else(|| "–".to_owned(), |value| value.to_string());
    let area = |(name, first, now): (domain::programme::Text, Option<u8>, Option<u8>)| {
        (own.cx.locale.of(&name).to_owned(), step(first), step(now))
    };
    ThanksHtml {
        t: words(own.cx.locale),
        token: own.token.clone(),
        is_tablet: own.is_tablet,
        back: thanks.questions.saturating_sub(1),
        areas: thanks.areas.into_iter().map(area).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_all_items_begin_with_stands_over_what_differs() {
        let (over, asked) = lead("I de sidste 2 uger har jeg følt mig rolig og afslappet");
        assert_eq!((over.as_str(), asked.as_str()), ("I de sidste 2 uger …", "… har jeg følt mig rolig og afslappet"));
        assert_eq!(lead("Bolig"), (String::new(), "Bolig".to_owned()));
    }
}
