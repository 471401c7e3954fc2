//! `/borger/{id}/plan/udskrift`: the plan on paper, to hand over. No frame, no name of the programme, and logged as printed.

use app::view::plan::PlanPage;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;
use domain::code::{ActionState, GoalState};
use render::{Words as Texts, day, words};

use super::board::{NeedHtml, Words};
use super::{address, citizen_id};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::reader::SignedIn;

#[derive(Template)]
#[template(path = "plan-print.html")]
struct PrintHtml<'a> {
    t: &'static Texts,
    back: String,
    name: &'a str,
    day: String,
    goals: Vec<PrintedGoal>,
    needs: Vec<NeedHtml>,
}

/// A goal on paper: who does what.
struct PrintedGoal {
    words: String,
    area: String,
    state: String,
    /// What is to be done, who does it, when, and whether it is done.
    actions: Vec<(String, String, String, String)>,
}

/// The plan on paper.
pub(crate) async fn plan(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(citizen): Path<String>,
) -> Result<Html<String>, Fault> {
    let id = citizen_id(&citizen)?;
    let page = app::plan::printed(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
    let t = words(reader.locale);
    let here = address(id);
    let says = Words { t, page: &page, here: &here };
    laid_out(&PrintHtml {
        t,
        name: page.name.reveal(),
        day: day::medium(t, page.today),
        goals: goals(t, &page, &says)?,
        needs: page.needs.iter().map(|need| says.need(need)).collect(),
        back: here,
    })
}

fn goals(t: &Texts, page: &PlanPage, says: &Words<'_>) -> Result<Vec<PrintedGoal>, Fault> {
    let kept = page.goals.iter().filter(|goal| goal.state != GoalState::Dropped);
    kept.map(|goal| {
        let html = says.goal(goal, None, page.day)?;
        let mut actions = Vec::new();
        for lane in html.lanes.into_iter().filter(|lane| lane.code != ActionState::Dropped.code()) {
            actions.extend(lane.actions.into_iter().map(|one| (one.words, one.doer, one.when, lane.name.clone())));
        }
        Ok(PrintedGoal {
            words: html.words,
            area: goal.area.as_ref().map(|area| t.locale().of(area).to_owned()).unwrap_or_default(),
            state: html.marks.last().map(|mark| mark.text.clone()).unwrap_or_default(),
            actions,
        })
    })
    .collect()
}
