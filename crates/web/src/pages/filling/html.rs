//! The page of a filling, laid out: the guide beside it, a panel an instrument, the plan, the bar that saves.

use app::Cx;
use app::view::filling::{FillingPage, FirstStar, Round};
use askama::Template;
use axum::response::Html;
use domain::code::FilledBy;
use domain::follow_up::State;
use render::catalogue::capital;
use render::{Words, day, words};

use super::panel::{GoalHtml, PanelHtml, goal, panel};
use super::{Asked, Door};
use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form};
use crate::frame::Frame;
use crate::part::{Done, Mark};
use crate::person::{Part, PersonNav};
use crate::reader::Reader;

/// How the page is shown.
pub(super) struct View<'a> {
    pub(super) door: Door,
    pub(super) asked: &'a Asked,
    /// Whether it may be saved though something is open: it was tried without.
    pub(super) anyway: bool,
}

#[derive(Template)]
#[template(path = "filling.html")]
struct FillingHtml<'a> {
    f: Frame<'a>,
    nav: PersonNav,
    form: &'a Form,
    done: Option<Done>,
    here: String,
    citizen: String,
    id: String,
    is_paper: bool,
    heading: String,
    name: &'a str,
    lead: String,
    mark: Option<Mark>,
    answered: Vec<Answered>,
    answer: Option<String>,
    first: Option<String>,
    warning: Option<String>,
    begun_by: String,
    saved: String,
    is_kept: bool,
    anyway: bool,
    by: Vec<Choice>,
    panels: Vec<PanelHtml>,
    plan: String,
    plan_number: usize,
    goals: Vec<GoalHtml>,
}

/// A follow-up answered without a reading, which can be taken back.
struct Answered {
    text: String,
    id: String,
    version: i64,
}

/// Lays the page out.
pub(super) fn show(
    cx: &Cx,
    reader: &Reader,
    page: &FillingPage,
    form: &Form,
    view: &View<'_>,
) -> Result<Html<String>, Fault> {
    let t = words(reader.locale);
    let here = format!("/borger/{}/opfoelgning", page.citizen);
    let title = if page.first.is_some() { "filling-first-title" } else { "filling-title" };
    let f = Frame::new(reader, t.say(title), super::place_of(reader), here.clone());
    let panels: Vec<PanelHtml> = (1..).zip(page.instruments.iter()).map(|(n, one)| panel(t, page, n, one)).collect();
    let reviewed = page.goals.iter().filter(|goal| page.form.filling.review(goal.id).is_some()).count();
    let (lead, mark) = lead(t, page);
    let by = FilledBy::ALL.iter().map(|by| Choice::new(by.code(), capital(t.code("filling-by", by.code())))).collect();
    laid_out(&FillingHtml {
        nav: PersonNav::new(reader, page.citizen, Part::FollowUp),
        form,
        done: done(t, cx, reader, page, view.asked)?,
        citizen: page.citizen.to_string(),
        id: page.form.id.to_string(),
        is_paper: view.door == Door::Paper,
        heading: t.say_of(
            if page.first.is_some() { "filling-first-with" } else { "filling-with" },
            "name",
            page.name.reveal(),
        ),
        name: page.name.reveal(),
        lead,
        mark,
        answered: page.rounds.iter().filter_map(|round| answered(t, page, round)).collect(),
        answer: page.due.as_ref().map(|due| format!("{here}/svar?forfald={}", due.due)),
        first: page.first.as_ref().filter(|first| first.is_open).map(|first| leads_to(t, first)),
        warning: page.first.as_ref().filter(|first| !first.is_open).map(|first| closed(t, first)),
        begun_by: page
            .begun_by
            .as_ref()
            .map(|by| t.say_of("filling-begun-by", "name", by.reveal()))
            .unwrap_or_default(),
        saved: page
            .saved_at
            .map(|at| t.say_with("filling-saved", &[("clock", (&day::clock(t, at)).into())]))
            .unwrap_or_default(),
        is_kept: page.saved_at.is_some(),
        anyway: view.anyway,
        by,
        plan: t.say_with("filling-goals-count", &[("n", reviewed.into()), ("of", page.goals.len().into())]),
        plan_number: panels.len() + 1,
        panels,
        goals: page.goals.iter().map(|one| goal(t, one)).collect(),
        here,
        f,
    })
}

fn lead(t: &Words, page: &FillingPage) -> (String, Option<Mark>) {
    let Some(round) = &page.due else {
        let key = if page.first.is_some() { "filling-lead-first" } else { "filling-lead-none" };
        return (t.say(key).to_owned(), None);
    };
    let on = day::long(t, round.due);
    let late = (page.day - round.due).num_days();
    let (key, mark) = match round.state {
        State::Overdue => {
            let text = t.say_with("filling-late", &[("n", late.into())]);
            ("filling-lead-late", Some(Mark { look: "mark-care", icon: "warning", text }))
        }
        State::Due => {
            let text = t.say("filling-due").to_owned();
            (
                if late > 0 { "filling-lead-late" } else { "filling-lead" },
                Some(Mark { look: "mark-soon", icon: "time", text }),
            )
        }
        State::Postponed => {
            let text = capital(t.code("reply", "udsat"));
            ("filling-lead-late", Some(Mark { look: "mark-none", icon: "hourglass", text }))
        }
        _ => ("filling-lead", None),
    };
    (t.say_of(key, "day", &on), mark)
}

/// What the first whole star leads to.
fn leads_to(t: &Words, first: &FirstStar) -> String {
    let Some(end) = first.planned_end else { return t.say("filling-first-help").to_owned() };
    let phases: Vec<String> = first.phases.iter().map(|phase| day::period(t, *phase)).collect();
    let end = day::long(t, end);
    t.say_with("filling-first-leads", &[("end", (&end).into()), ("phases", (&phases.join(", ")).into())])
}

/// Why the first star cannot enrol, and who can grant an exception (R10).
fn closed(t: &Words, first: &FirstStar) -> String {
    let windows: Vec<String> = first.windows.iter().map(|window| day::period(t, *window)).collect();
    let who: Vec<&str> = first.deciders.iter().map(|name| name.reveal().as_str()).collect();
    let key = if who.is_empty() { "filling-window-nobody" } else { "filling-window" };
    t.say_with(key, &[("windows", (&windows.join(", ")).into()), ("who", (&who.join(", ")).into())])
}

fn answered(t: &Words, page: &FillingPage, round: &Round) -> Option<Answered> {
    let reply = round.reply.as_ref()?;
    let (due, on) = (day::brief(t, round.due, page.day), day::brief(t, reply.on, page.day));
    let said = capital(t.code("reply", reply.reply.code()));
    let mut text =
        t.say_with("filling-answered", &[("due", (&due).into()), ("said", (&said).into()), ("on", (&on).into())]);
    if let Some(note) = &reply.note {
        text.push_str(": ");
        text.push_str(note.reveal());
    }
    Some(Answered { text, id: reply.id.to_string(), version: reply.version })
}

fn done(t: &'static Words, cx: &Cx, reader: &Reader, page: &FillingPage, asked: &Asked) -> Result<Option<Done>, Fault> {
    let text = match asked.gemt.as_deref() {
        Some("pause") => "filling-done-pause",
        Some("kasseret") => "filling-done-thrown",
        Some("svar") => "filling-done-answer",
        Some("fortrudt") => "filling-done-undone",
        _ => return Ok(None),
    };
    let said = Done::said(t.say(text).to_owned());
    let given = asked.svar.as_deref().and_then(|id| {
        page.rounds.iter().filter_map(|round| round.reply.as_ref()).find(|reply| reply.id.to_string() == id)
    });
    let Some(given) = given.filter(|_| text == "filling-done-answer") else { return Ok(Some(said)) };
    let key = cx.form_key().map_err(|error| reader.fault(error))?.0.to_string();
    let to = format!("/borger/{}/opfoelgning/svar/fortryd", page.citizen);
    let fields = vec![
        ("token", reader.token.clone()),
        ("noegle", key),
        ("svar", given.id.to_string()),
        ("version", given.version.to_string()),
    ];
    Ok(Some(said.undone_by(t, to, fields)))
}
