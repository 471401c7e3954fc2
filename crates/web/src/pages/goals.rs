//! `/maal`: goals by area, and the ones in none, settled right there.

use app::Error;
use app::goals::Settled;
use app::view::goals::{GoalsPage, OutsideGoal};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::id::{CitizenId, GoalId};
use render::{Words, day, number};
use serde::Deserialize;

use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::field::DayField;
use crate::form::Choice;
use crate::frame::{Frame, Place};
use crate::pages::plan::{Keys, uuid};
use crate::part::Done;
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    fra: Option<String>,
    til: Option<String>,
    alle: Option<String>,
    gemt: Option<String>,
}

/// A goal that was not settled: which, why not, and what was typed.
struct Refused {
    goal: GoalId,
    text: String,
    area: String,
    why: String,
}

/// The page.
pub(crate) async fn goals(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let (from, mut to) = (DayField::read(asked.fra), DayField::read(asked.til));
    let all = asked.alle.as_deref() == Some("ja");
    let mut page = app::goals::page(&site.app, &cx, (from.day, to.day), all).await;
    if matches!(page, Err(Error::Refusal(_))) {
        to.fault = Some("period-wrong");
        page = app::goals::page(&site.app, &cx, (None, None), all).await;
    }
    let page = page.map_err(|error| reader.fault(error))?;
    let t = render::words(reader.locale);
    let done = asked.gemt.map(|_| Done::said(t.say("goals-settled").to_owned()));
    show(&cx, &reader, &page, (&from, &to), done, None)
}

/// Settles a goal.
pub(crate) async fn settle(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(goal): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (goal, once) = (GoalId(uuid(&goal)?), sent.check(&reader)?);
    let citizen = sent.id("borger").map(CitizenId).ok_or(Fault::NotFound)?;
    let settled = match sent.text("goer") {
        "udenfor" => Settled::Outside(sent.words("grund").unwrap_or_default()),
        _ => Settled::Area(sent.text("omraade").to_owned()),
    };
    let code = match app::goals::settle(&site.app, &cx, citizen, (goal, sent.version()), &settled, once).await {
        Ok(()) => return Ok(see_other("/maal?gemt=ja#tale")),
        Err(Error::Refusal(refusal)) => refusal.code,
        Err(Error::Refusals(refusals)) if !refusals.is_empty() => {
            refusals.first().map(|one| one.code).ok_or(Fault::Store)?
        }
        Err(error) => return Err(reader.fault(error)),
    };
    let page = app::goals::page(&site.app, &cx, (None, None), true).await.map_err(|error| reader.fault(error))?;
    let refused = Refused {
        goal,
        text: format!("{}.", render::words(reader.locale).code("refusal", code.code())),
        area: sent.text("omraade").to_owned(),
        why: sent.text("grund").to_owned(),
    };
    show(&cx, &reader, &page, (&DayField::default(), &DayField::default()), None, Some(refused))
}

struct GoalHtml<'a> {
    id: String,
    number: usize,
    version: i64,
    citizen: String,
    name: &'a str,
    words: &'a str,
    sub: String,
    why: &'a str,
    key: Option<String>,
    area: String,
    typed: String,
    fault: Option<String>,
}

#[derive(Template)]
#[template(path = "goals.html")]
struct PageHtml<'a> {
    f: Frame<'a>,
    done: Option<Done>,
    lead: String,
    from: String,
    to: String,
    from_fault: Option<&'static str>,
    to_fault: Option<&'static str>,
    share: String,
    basis: String,
    rows: Vec<(String, [String; 5])>,
    outside_n: String,
    areas: Vec<Choice>,
    unsettled: Vec<GoalHtml<'a>>,
    unsettled_rest: bool,
    outside: Vec<GoalHtml<'a>>,
    outside_rest: bool,
}

fn show(
    cx: &app::Cx,
    reader: &Reader,
    page: &GoalsPage,
    (from, to): (&DayField, &DayField),
    done: Option<Done>,
    refused: Option<Refused>,
) -> Result<Response, Fault> {
    let t = render::words(reader.locale);
    let count = |n: u32| number::count(t.locale(), n);
    let figure = &page.figure;
    let fault = |field: &DayField| field.fault.map(|key| t.say(key));
    let mut areas = vec![Choice::new("", t.say("goals-choose"))];
    areas.extend(page.areas.iter().map(|area| Choice::new(area.key.as_str(), t.locale().of(&area.name))));
    let row = |area: &domain::report::goals::Area| {
        let name = area.name.as_ref().map_or_else(
            || format!("{} ({})", area.area, t.say("goals-former")),
            |name| t.locale().of(name).to_owned(),
        );
        (name, [area.set, area.active, area.reached, area.handed_over, area.dropped].map(count))
    };
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let linked = figure.n - figure.unlinked.min(figure.n);
    let page_html = PageHtml {
        f: Frame::new(reader, t.say("goals-title"), Place::Desk, "/maal".to_owned()),
        done,
        lead: t.say_with(
            "figures-of",
            &[("programme", reader.locale.of(&reader.programme).into()), ("day", (&day::long(t, page.day)).into())],
        ),
        from: from.shown(Some(page.period.from)),
        to: to.shown(Some(page.period.to)),
        from_fault: fault(from),
        to_fault: fault(to),
        share: t.say_with(
            "goals-share",
            &[("linked", linked.into()), ("n", figure.n.into()), ("outside", figure.unlinked.into())],
        ),
        basis: t.say_with(
            "goals-basis",
            &[
                ("n", figure.n.into()),
                ("day", (&day::numeric(t, page.period.to)).into()),
                ("missing", figure.missing.into()),
            ],
        ),
        rows: figure.by_area.iter().map(row).collect(),
        outside_n: count(figure.unlinked),
        areas,
        unsettled: goals_html(cx, t, &page.unsettled, 1, refused.as_ref())?,
        unsettled_rest: page.unsettled.len() < page.unsettled_total,
        outside: goals_html(cx, t, &page.outside, page.unsettled.len() + 1, refused.as_ref())?,
        outside_rest: page.outside.len() < page.outside_total,
    };
    Ok((status, laid_out(&page_html)?).into_response())
}

fn goals_html<'a>(
    cx: &app::Cx,
    t: &'static Words,
    goals: &'a [OutsideGoal],
    first: usize,
    refused: Option<&Refused>,
) -> Result<Vec<GoalHtml<'a>>, Fault> {
    (first..).zip(goals).map(|(number, goal)| goal_html(cx, t, goal, number, refused)).collect()
}

fn goal_html<'a>(
    cx: &app::Cx,
    t: &'static Words,
    goal: &'a OutsideGoal,
    number: usize,
    refused: Option<&Refused>,
) -> Result<GoalHtml<'a>, Fault> {
    let refused = refused.filter(|refused| refused.goal == goal.id);
    let state = t.code("goal-state", goal.state.code());
    Ok(GoalHtml {
        id: goal.id.to_string(),
        number,
        version: goal.version,
        citizen: goal.citizen.to_string(),
        name: goal.name.reveal(),
        words: goal.words.reveal(),
        sub: t.say_with("goals-set-on", &[("day", (&day::numeric(t, goal.on)).into()), ("state", state.into())]),
        why: goal.why.reveal(),
        key: if goal.is_open { Some(Keys { cx }.key()?) } else { None },
        area: refused.map(|refused| refused.area.clone()).unwrap_or_default(),
        typed: refused.map(|refused| refused.why.clone()).unwrap_or_default(),
        fault: refused.map(|refused| refused.text.clone()),
    })
}
