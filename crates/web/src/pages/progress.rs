//! `/borger/{id}/udvikling`: the stars, scores and answers of the present course, and every reading.

use app::view::progress::ProgressPage;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Html;
use domain::id::ReadingId;
use render::catalogue::capital;
use render::{Words, day, words};
use serde::Deserialize;
use uuid::Uuid;

use super::citizen::beside::{PurposeHtml, ScoreHtml, StarHtml};
use super::filling::{citizen_of, place_of};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::Choice;
use crate::frame::Frame;
use crate::part::Done;
use crate::person::{Part, PersonNav};
use crate::reader::{Reader, SignedIn};

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    fra: Option<String>,
    til: Option<String>,
    gemt: Option<String>,
    maaling: Option<String>,
    doer: Option<String>,
}

#[derive(Template)]
#[template(path = "progress.html")]
struct ProgressHtml<'a> {
    f: Frame<'a>,
    nav: PersonNav,
    done: Option<Done>,
    /// Where somebody who types from paper goes on.
    next_paper: bool,
    reading: Option<String>,
    here: String,
    name: &'a str,
    star: Option<StarHtml<'a>>,
    stars: Vec<Choice>,
    earlier: String,
    later: String,
    days: Vec<String>,
    steps: Vec<(&'a str, Vec<String>)>,
    scores: Vec<ScoreHtml<'a>>,
    purposes: Option<PurposeHtml<'a>>,
    readings: Vec<LineHtml<'a>>,
}

struct LineHtml<'a> {
    href: String,
    title: &'a str,
    on: String,
    said: String,
}

/// The page.
pub(crate) async fn progress(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let chosen = |text: &Option<String>| text.as_deref().and_then(|text| text.parse::<Uuid>().ok()).map(ReadingId);
    let page = app::progress::page(&site.app, &cx, citizen_of(&id)?, (chosen(&asked.fra), chosen(&asked.til))).await;
    show(&reader, &page.map_err(|error| reader.fault(error))?, &asked)
}

fn show(reader: &Reader, page: &ProgressPage, asked: &Asked) -> Result<Html<String>, Fault> {
    let t = words(reader.locale);
    let here = format!("/borger/{}/udvikling", page.citizen);
    let step = |step: &Option<u8>| step.map_or_else(|| "–".to_owned(), |step| step.to_string());
    let reading = asked.maaling.as_deref().filter(|id| id.parse::<Uuid>().is_ok());
    laid_out(&ProgressHtml {
        f: Frame::new(reader, t.say("progress-title"), place_of(reader), here.clone()),
        nav: PersonNav::new(reader, page.citizen, Part::FollowUp),
        done: done(t, page, asked.gemt.as_deref()),
        next_paper: asked.doer.as_deref() == Some("papir") && asked.gemt.is_some(),
        reading: reading.map(|id| format!("/borger/{}/maaling/{id}", page.citizen)).filter(|_| asked.gemt.is_some()),
        name: page.name.reveal(),
        star: page.star.as_ref().map(|star| StarHtml::new(t, star, page.day)),
        stars: page.stars.iter().map(|(id, on)| Choice::new(id.to_string(), day::medium(t, *on))).collect(),
        earlier: page.earlier.map(|id| id.to_string()).unwrap_or_default(),
        later: page.later.map(|id| id.to_string()).unwrap_or_default(),
        days: page.stars.iter().map(|(_, on)| day::numeric(t, *on)).collect(),
        steps: page.steps.iter().map(|(area, all)| (t.locale().of(area), all.iter().map(step).collect())).collect(),
        scores: page.scores.iter().enumerate().map(|(at, one)| ScoreHtml::new(t, one, at, page.day)).collect(),
        purposes: PurposeHtml::of(t, &page.purposes, page.day),
        readings: page.readings.iter().map(|line| line_of(t, page, line)).collect(),
        here,
    })
}

fn done(t: &Words, page: &ProgressPage, saved: Option<&str>) -> Option<Done> {
    let text = match saved? {
        "indskrevet" => "progress-enrolled",
        "flyttet" => "progress-moved",
        "faerdig" => "progress-saved",
        _ => return None,
    };
    let more = page.span.as_ref().filter(|_| text != "progress-saved").map(|span| {
        let phases: Vec<String> = span.phases.iter().map(|phase| day::period(t, *phase)).collect();
        t.say_with(
            "progress-span",
            &[
                ("from", (&day::medium(t, span.enrolled_on)).into()),
                ("end", (&day::medium(t, span.planned_end)).into()),
                ("phases", (&phases.join(", ")).into()),
            ],
        )
    });
    Some(Done { more: more.unwrap_or_default(), ..Done::said(t.say(text).to_owned()) })
}

fn line_of<'a>(t: &Words, page: &ProgressPage, line: &'a app::view::progress::ReadingLine) -> LineHtml<'a> {
    let mut said: Vec<String> = Vec::new();
    said.extend(line.filled_by.map(|by| capital(t.code("filled-by", by.code()))));
    said.extend((!line.is_complete).then(|| t.say("progress-incomplete").to_owned()));
    said.extend(line.enrolled.then(|| t.say("progress-enrolled-by").to_owned()));
    LineHtml {
        href: format!("/borger/{}/maaling/{}", page.citizen, line.id),
        title: t.locale().of(&line.title),
        on: day::numeric(t, line.on),
        said: said.join(" · "),
    }
}
