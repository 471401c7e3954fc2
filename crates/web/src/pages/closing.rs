//! `/borger/{id}/afslutning`: what is still missing, and the closing itself; of a closed course the print and the way back.

use app::closing::Ending;
use app::view::closing::{ClosingPage, Ending as Told};
use app::{Cx, Error, unsent};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use domain::code::ClosingReason;
use domain::id::CitizenId;
use render::catalogue::capital;
use render::{Words, day};
use serde::Deserialize;

use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form};
use crate::frame::Frame;
use crate::pages::documentation::line::LineHtml;
use crate::pages::phase::{mark, place};
use crate::pages::who::{Who, citizen_of};
use crate::part::Done;
use crate::person::{Part, PersonNav};
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

pub(crate) mod print;

/// What each of the rules' fields is called here.
const FIELDS: [(&str, &str); 3] = [("on", "dag"), ("reason", "grund"), ("words", "ord")];

/// What was just done.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    gemt: Option<String>,
}

/// The page.
pub(crate) async fn closing(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let citizen = citizen_of(&id)?;
    let fault = |error| reader.fault(error);
    let page = app::closing::page(&site.app, &cx, citizen).await.map_err(fault)?;
    let place = if page.closed.is_some() { undoing(citizen) } else { of(citizen) };
    let form = Form::fresh(&site.app, &cx, &reader, place, Some(citizen)).await.map_err(fault)?;
    show(&reader, &page, &filled(form, &page), &asked)
}

/// Closes the course.
pub(crate) async fn close(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (citizen, once) = (citizen_of(&id)?, sent.check(&reader)?);
    let wish = Ending {
        on: sent.day("dag").day,
        reason: ClosingReason::parse(sent.text("grund")).ok(),
        words: sent.words("ord").unwrap_or_default(),
        version: sent.version(),
    };
    let answer = app::closing::close(&site.app, &cx, once, citizen, wish).await;
    answered(&site, &cx, &reader, citizen, of(citizen), answer, sent, "afsluttet").await
}

/// Undoes a closing.
pub(crate) async fn reopen(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (citizen, once) = (citizen_of(&id)?, sent.check(&reader)?);
    let words = sent.words("ord").unwrap_or_default();
    let answer = app::closing::reopen(&site.app, &cx, once, citizen, sent.version(), words).await;
    answered(&site, &cx, &reader, citizen, undoing(citizen), answer, sent, "genaabnet").await
}

#[expect(clippy::too_many_arguments, reason = "what two forms of one page have in common, and nothing else calls it")]
async fn answered(
    site: &Site,
    cx: &Cx,
    reader: &Reader,
    citizen: CitizenId,
    place: String,
    answer: Result<(), Error>,
    sent: Sent,
    done: &str,
) -> Result<Response, Fault> {
    let fault = |error| reader.fault(error);
    let Err(error) = answer else {
        unsent::throw_away(&site.app, cx, &place).await.map_err(fault)?;
        return Ok(see_other(&format!("/borger/{citizen}/afslutning?gemt={done}")));
    };
    let page = app::closing::page(&site.app, cx, citizen).await.map_err(fault)?;
    let mut form = Form::again(cx, reader, place, Some(citizen), sent).map_err(fault)?;
    form = form.refused(error, &FIELDS).map_err(fault)?;
    if form.is_stale() {
        let t = render::words(reader.locale);
        let theirs = page.closed.as_ref();
        let on = theirs.map(|closed| day::typed(closed.on)).unwrap_or_default();
        let words = theirs.and_then(|closed| closed.words.as_ref()).map_or("", |words| words.reveal());
        let fields = [("closing-day", "dag", on.as_str()), ("closing-words", "ord", words)];
        form = form.beside(page.version, &fields.map(|(label, name, theirs)| (t.say(label), name, theirs)));
    }
    let status = form.status();
    Ok((status, show(reader, &page, &form, &Asked::default())?).into_response())
}

/// Where a draft of the closing is found again.
fn of(citizen: CitizenId) -> String {
    format!("/borger/{citizen}/afslutning")
}

/// Where a draft of its undoing is found again.
fn undoing(citizen: CitizenId) -> String {
    format!("/borger/{citizen}/afslutning/genaabn")
}

/// Today; as planned from the planned end on.
fn filled(form: Form, page: &ClosingPage) -> Form {
    let planned = page.course.as_ref().is_some_and(|course| course.planned_end <= page.day);
    let reason = if planned { ClosingReason::Planned.code() } else { "" };
    let today = day::typed(page.day);
    let fields = [("dag", today.as_str()), ("grund", reason)];
    form.filled(page.version, if page.closed.is_some() { &fields[2..] } else { &fields })
}

/// One thing to have done before the course ends.
struct CheckHtml {
    look: &'static str,
    icon: &'static str,
    state: &'static str,
    text: String,
    sub: String,
    href: Option<String>,
    link: &'static str,
}

struct ClosedHtml<'a> {
    text: String,
    words: Option<&'a str>,
    reopens: String,
    may_reopen: bool,
}

#[derive(Template)]
#[template(path = "closing.html")]
struct ClosingHtml<'a> {
    f: Frame<'a>,
    nav: PersonNav,
    who: Who<'a>,
    back: String,
    here: String,
    done: Option<Done>,
    form: &'a Form,
    checks: Vec<CheckHtml>,
    own_words: Option<&'a str>,
    reasons: Vec<Choice>,
    planned: String,
    lost: String,
    is_enrolled: bool,
    closed: Option<ClosedHtml<'a>>,
    record_count: String,
    record: Vec<LineHtml>,
}

pub(crate) fn show(reader: &Reader, page: &ClosingPage, form: &Form, asked: &Asked) -> Result<Html<String>, Fault> {
    let t = render::words(reader.locale);
    let here = of(page.id);
    let f = Frame::new(reader, t.say("closing"), place(reader, page.is_own), here.clone());
    let course = page.course.as_ref();
    let told = &page.documentation;
    let missing = told.missing();
    laid_out(&ClosingHtml {
        nav: PersonNav::new(reader, page.id, Part::Course),
        who: Who::new(t, &page.name, &page.heed, &page.standing, page.day),
        back: format!("/borger/{}/forloeb", page.id),
        done: done(t, asked),
        form,
        checks: course.map(|course| checks(t, page, course)).unwrap_or_default(),
        own_words: course.and_then(|course| course.own_words.as_ref()).map(|words| words.reveal().as_str()),
        reasons: reasons(t, page),
        planned: course.map(|course| planned(t, page, course)).unwrap_or_default(),
        lost: course.map(|course| lost(t, page, course)).unwrap_or_default(),
        is_enrolled: course.is_some(),
        closed: page.closed.as_ref().map(|closed| ClosedHtml {
            text: match closed.reason {
                Some(reason) => t.say_with(
                    "closed-because",
                    &[
                        ("day", (&day::medium(t, closed.on)).into()),
                        ("reason", t.code("closing-reason", reason.code()).into()),
                    ],
                ),
                None => t.say_of("closed-on", "day", &day::medium(t, closed.on)),
            },
            words: closed.words.as_ref().map(|words| words.reveal().as_str()),
            reopens: t.say_of(
                if page.day <= closed.reopens_until { "reopen-until" } else { "reopen-too-late" },
                "day",
                &day::medium(t, closed.reopens_until),
            ),
            may_reopen: closed.may_reopen,
        }),
        record_count: t.say_with("record-count", &[("done", told.done.into()), ("of", told.of.into())]),
        record: missing.into_iter().map(|line| LineHtml::new(t, line, page.id, page.day)).collect(),
        here,
        f,
    })
}

fn done(t: &'static Words, asked: &Asked) -> Option<Done> {
    let text = match asked.gemt.as_deref()? {
        "afsluttet" => t.say("closing-done").to_owned(),
        "genaabnet" => t.say("closing-undone").to_owned(),
        word => t.say_of("phase-kept", "what", mark::Kind::named(word)?.title(t)),
    };
    Some(Done::said(text))
}

/// Every reason of R11 and no other. "As planned" is offered from the planned end on.
fn reasons(t: &'static Words, page: &ClosingPage) -> Vec<Choice> {
    let may_be_planned = page.course.as_ref().is_some_and(|course| course.planned_end <= page.day);
    let offered = ClosingReason::ALL.iter().filter(|reason| may_be_planned || **reason != ClosingReason::Planned);
    offered.map(|reason| Choice::new(reason.code(), capital(t.code("closing-reason", reason.code())))).collect()
}

fn planned(t: &Words, page: &ClosingPage, course: &Told) -> String {
    let key = if course.planned_end <= page.day { "closing-planned-now" } else { "closing-planned-later" };
    t.say_of(key, "day", &day::medium(t, course.planned_end))
}

/// Why lost contact is no reason yet, and from which day on it would be.
fn lost(t: &Words, page: &ClosingPage, course: &Told) -> String {
    let from = day::medium(t, course.lost_from);
    let args = |last: &str| {
        let last = last.to_owned();
        move |key: &str| {
            let args =
                [("days", course.lost_days.into()), ("last", last.as_str().into()), ("from", from.as_str().into())];
            t.say_with(key, &args)
        }
    };
    match course.last_reached_on {
        _ if course.lost_from <= page.day => args("")("lost-now"),
        Some(last) => args(&day::medium(t, last))("lost-later"),
        None => args("")("lost-never-reached"),
    }
}

fn checks(t: &'static Words, page: &ClosingPage, course: &Told) -> Vec<CheckHtml> {
    let to = |below: &str| Some(format!("/borger/{}{below}", page.id));
    let check = |is_done: bool, text: &str, sub: String, below: &str, link: &'static str| {
        let (look, icon, state) = if is_done {
            ("is-done", "success", t.say("record-is-done"))
        } else {
            ("is-missing", "warning", t.say("record-is-missing"))
        };
        CheckHtml { look, icon, state, text: text.to_owned(), sub, href: to(below), link }
    };
    let meeting = match &course.meeting {
        Some((_, _, on)) => t.say_of("closing-meeting-held", "day", &day::medium(t, *on)),
        None => t.say("closing-meeting-missing").to_owned(),
    };
    let titles: Vec<&str> = course.last_round_lacks.iter().map(|title| t.locale().of(title)).collect();
    let round = if titles.is_empty() {
        t.say("closing-round-done").to_owned()
    } else {
        t.say_of("closing-round-lacks", "titles", &titles.join(", "))
    };
    let told = &course.handover;
    let handover = match (told.is_complete, told.needs) {
        (true, _) => t.say("closing-handover-done").to_owned(),
        (false, 0) => t.say("closing-handover-none").to_owned(),
        (false, _) => t.say_with(
            "closing-handover-lacks",
            &[("open", told.open.into()), ("needs", told.needs.into()), ("goals", told.goals_left.into())],
        ),
    };
    let of = |is_done, done: &'static str, missing: &'static str| t.say(if is_done { done } else { missing });
    let held = course.meeting.is_some();
    vec![
        check(held, t.say("record-meeting"), meeting, "/forloeb/samtale", of(held, "closing-again", "closing-note-it")),
        check(
            titles.is_empty(),
            t.say("closing-round"),
            round,
            "/opfoelgning",
            of(titles.is_empty(), "closing-see", "closing-fill-in"),
        ),
        check(
            told.is_complete,
            t.say("record-handover"),
            handover,
            "/plan",
            of(told.is_complete, "closing-see", "closing-hand-over"),
        ),
    ]
}
