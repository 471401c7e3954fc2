//! `/borger/{id}/plan`: the activity plan as it stood on a day; drawn as a board, read as a table, changed with plain buttons.

pub(crate) mod action;
mod board;
pub(crate) mod change;
pub(crate) mod goal;
pub(crate) mod need;
pub(crate) mod print;

use app::view::Standing;
use app::view::plan::{GoalCard, JumpTo, PlanPage};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use chrono::NaiveDate;
use domain::id::CitizenId;
use domain::plan::{Changes, GivenDay};
use render::{Words, day, words};
use serde::Deserialize;
use uuid::Uuid;

use self::board::{DoersHtml, GoalHtml, NeedHtml, Words as Says};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::field::DayField;
use crate::frame::{Frame, Place};
use crate::part::{Chip, Done};
use crate::person::{Part, PersonNav};
use crate::reader::{Reader, SignedIn};
use crate::stopped::Stopped;

/// What is asked for: a day, the start beside it, and what was just done.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    pr: Option<String>,
    ved: Option<String>,
    gemt: Option<String>,
    del: Option<String>,
    id: Option<String>,
    v: Option<i64>,
}

/// The plan.
pub(crate) async fn plan(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(citizen): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let id = citizen_id(&citizen)?;
    let field = DayField::read(asked.pr.clone());
    let page = app::plan::page(&site.app, &cx, id, field.day).await.map_err(|error| reader.fault(error))?;
    let keys = Keys { cx: &cx };
    Ok(show(&reader, &page, &field, &asked, &keys, None)?.into_response())
}

/// The plan as it is now, where a button did nothing, and why.
pub(super) async fn stopped(
    site: &Site,
    cx: &app::Cx,
    reader: &Reader,
    id: CitizenId,
    error: app::Error,
) -> Result<Response, Fault> {
    let stopped = Stopped::by(error, reader)?;
    let page = app::plan::page(&site.app, cx, id, None).await.map_err(|error| reader.fault(error))?;
    let keys = Keys { cx };
    let shown = show(reader, &page, &DayField::default(), &Asked::default(), &keys, Some(&stopped))?;
    Ok((stopped.status(), shown).into_response())
}

/// The id in an address.
pub(super) fn citizen_id(text: &str) -> Result<CitizenId, Fault> {
    uuid(text).map(CitizenId)
}

/// An id in an address.
pub(super) fn uuid(text: &str) -> Result<Uuid, Fault> {
    text.parse().map_err(|_| Fault::NotFound)
}

/// The address of a citizen's plan.
pub(super) fn address(id: CitizenId) -> String {
    format!("/borger/{id}/plan")
}

/// Makes a key for each form of a page.
pub(super) struct Keys<'a> {
    pub(super) cx: &'a app::Cx,
}

impl Keys<'_> {
    /// A new key.
    pub(super) fn key(&self) -> Result<String, Fault> {
        Ok(self.cx.form_key().map_err(Fault::from)?.0.to_string())
    }
}

#[derive(Template)]
#[template(path = "plan.html")]
struct PlanHtml<'a> {
    f: Frame<'a>,
    nav: PersonNav,
    home: String,
    here: String,
    token: &'a str,
    name: &'a str,
    under: String,
    done: Option<Done>,
    stopped: Option<&'a Stopped>,
    day: String,
    fault: Option<&'static str>,
    jumps: Vec<Chip>,
    sum: String,
    beside: Option<(String, &'static str)>,
    is_today: bool,
    may_change: bool,
    goals: Vec<GoalHtml>,
    /// The start and the day side by side, each with its day, where that is asked for.
    columns: Option<Vec<(String, Vec<GoalHtml>)>>,
    needs: Vec<NeedHtml>,
    needs_under: String,
    missing: Vec<String>,
    doers: Vec<DoersHtml>,
    areas: Vec<String>,
}

fn show(
    reader: &Reader,
    page: &PlanPage,
    field: &DayField,
    asked: &Asked,
    keys: &Keys<'_>,
    stopped: Option<&Stopped>,
) -> Result<Html<String>, Fault> {
    let t = words(reader.locale);
    let here = address(page.id);
    let is_today = page.day == page.today;
    let may_change = is_today && !page.is_closed;
    let says = Says { t, page, here: &here };
    let is_beside = asked.ved.as_deref() == Some("start") && page.begun_on.is_some_and(|on| on < page.day);
    let at = if is_today { String::new() } else { format!("pr={}", day::typed(page.day)) };
    let beside = page.begun_on.filter(|on| *on < page.day).map(|_| {
        let (query, text) =
            if is_beside { (at.clone(), "plan-beside-close") } else { (joined(&at, "ved=start"), "plan-beside") };
        (if query.is_empty() { here.clone() } else { format!("{here}?{query}") }, t.say(text))
    });
    let goals: Result<Vec<GoalHtml>, Fault> =
        page.goals.iter().map(|goal| says.goal(goal, may_change.then_some(keys), page.day)).collect();
    let column = |goals: &[GoalCard], on| {
        let goals: Result<Vec<GoalHtml>, Fault> = goals.iter().map(|goal| says.goal(goal, None, on)).collect();
        Ok::<_, Fault>((says.day_of(on), goals?))
    };
    let columns = match page.begun_on.filter(|_| is_beside) {
        Some(start) => Some(vec![column(&page.at_start, start)?, column(&page.goals, page.day)?]),
        None => None,
    };
    let html = PlanHtml {
        f: Frame::new(reader, t.say("plan-title"), Place::Own, here.clone()),
        nav: PersonNav::new(reader, page.id, Part::Plan),
        home: format!("/borger/{}", page.id),
        token: &reader.token,
        name: page.name.reveal(),
        under: under(t, page),
        done: done(t, reader, asked, &here, keys)?,
        stopped,
        day: field.shown(Some(page.day)),
        fault: field.fault.map(|fault| t.say(fault)),
        jumps: jumps(t, page, &here),
        sum: sum(t, page),
        beside,
        is_today,
        may_change,
        goals: goals?,
        columns,
        needs: page.needs.iter().map(|need| says.need(need)).collect(),
        needs_under: needs_under(t, page),
        missing: says.missing(),
        doers: says.doers(),
        areas: page.areas.iter().map(|area| t.locale().of(&area.name).to_owned()).collect(),
        here,
    };
    laid_out(&html)
}

fn joined(one: &str, other: &str) -> String {
    if one.is_empty() { other.to_owned() } else { format!("{one}&{other}") }
}

/// "Fase 2 af 3 · 4 mål · fokus nu: bolig og netværk".
fn under(t: &Words, page: &PlanPage) -> String {
    let mut parts = Vec::with_capacity(3);
    match &page.standing {
        Standing::Enrolled(span) => {
            parts.push(t.say_with("plan-phase", &[("phase", span.phase.into()), ("of", span.phases.len().into())]))
        }
        Standing::Closed { on, .. } => {
            parts.push(t.say_of("plan-closed", "day", &day::medium(t, *on)));
        }
        Standing::InClarification { .. } | Standing::Left { .. } | Standing::EnquiryOnly => {
            parts.push(t.say("plan-clarification").to_owned());
        }
    }
    parts.push(t.say_with("plan-count", &[("n", page.goals.len().into())]));
    if !page.focus.is_empty() {
        let focus: Vec<&str> = page.focus.iter().map(|area| t.locale().of(area)).collect();
        parts.push(t.say_of("plan-focus", "areas", &focus.join(", ")));
    }
    parts.join(" · ")
}

fn jumps(t: &Words, page: &PlanPage, here: &str) -> Vec<Chip> {
    let chip = |jump: &app::view::plan::Jump| {
        let on = day::brief(t, jump.on, page.today);
        let (href, text) = match jump.to {
            JumpTo::Today => (here.to_owned(), t.say("plan-today").to_owned()),
            JumpTo::Start => (format!("{here}?pr={}", day::typed(jump.on)), t.say_of("plan-at-start", "day", &on)),
            JumpTo::Phase(_) => (format!("{here}?pr={}", day::typed(jump.on)), t.say_of("plan-at-phase", "day", &on)),
        };
        Chip { href, text, is_current: jump.on == page.day }
    };
    page.jumps.iter().map(chip).collect()
}

/// "1 mål tilføjet, 1 omformuleret. 2 handlinger er gået fra medarbejderen til andre."
fn sum(t: &Words, page: &PlanPage) -> String {
    let Changes { added, reworded, reached, handed_over, dropped, passed_on } = page.changes;
    if page.begun_on.is_none_or(|on| on >= page.day) {
        return String::new();
    }
    let told = [
        ("plan-added", added),
        ("plan-reworded", reworded),
        ("plan-reached", reached),
        ("plan-handed-over", handed_over),
        ("plan-dropped", dropped),
    ];
    let goals: Vec<String> = told
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| t.say_with(key, &[("n", count.into())]))
        .collect();
    let mut sentences = Vec::with_capacity(2);
    if !goals.is_empty() {
        sentences.push(format!("{}.", goals.join(", ")));
    }
    if passed_on > 0 {
        let worker = page.worker.as_ref().map(|name| first_name(name.reveal()));
        let worker = worker.unwrap_or_else(|| t.say("plan-the-worker"));
        sentences.push(t.say_with("plan-passed-on", &[("n", passed_on.into()), ("worker", worker.into())]));
    }
    if sentences.is_empty() { t.say("plan-unchanged").to_owned() } else { sentences.join(" ") }
}

/// The first of somebody's names.
fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

fn needs_under(t: &Words, page: &PlanPage) -> String {
    match &page.standing {
        Standing::Enrolled(span) => t.say_of("need-until", "day", &day::numeric(t, span.planned_end)),
        _ => String::new(),
    }
}

/// The line that says what was just done, with the way back.
fn done(t: &'static Words, reader: &Reader, asked: &Asked, here: &str, keys: &Keys<'_>) -> Result<Option<Done>, Fault> {
    let text = match asked.gemt.as_deref() {
        Some("maal") => "done-goal",
        Some("handling") => "done-action",
        Some("flyttet") => "done-moved",
        Some("tilstand") => "done-state",
        Some("behov") => "done-need",
        Some("ud") => "plan-done-out",
        Some("fortrudt") => "done-undone",
        _ => return Ok(None),
    };
    let done = Done::said(t.say(text).to_owned());
    let (Some(part), Some(id), Some(version)) = (&asked.del, &asked.id, asked.v) else { return Ok(Some(done)) };
    let fields = vec![
        ("token", reader.token.clone()),
        ("noegle", keys.key()?),
        ("del", part.clone()),
        ("id", id.clone()),
        ("version", version.to_string()),
    ];
    Ok(Some(done.undone_by(t, format!("{here}/fortryd"), fields)))
}

/// Back to the plan with what was done and the way back.
pub(super) fn back(id: CitizenId, what: &str, part: &str, row: Uuid, version: i64) -> Response {
    crate::reader::see_other(&format!("{}?gemt={what}&del={part}&id={row}&v={version}", address(id)))
}

/// A day in a form.
pub(super) fn given(sent: &crate::sent::Sent, name: &str) -> GivenDay {
    let field = sent.day(name);
    match field.day {
        Some(day) => GivenDay::On(day),
        None if field.typed.trim().is_empty() => GivenDay::Nothing,
        None => GivenDay::Unreadable,
    }
}

/// A day in a form that stands for today where it is empty.
pub(super) fn given_or(sent: &crate::sent::Sent, name: &str, today: NaiveDate) -> GivenDay {
    match given(sent, name) {
        GivenDay::Nothing => GivenDay::On(today),
        day => day,
    }
}
