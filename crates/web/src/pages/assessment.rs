//! `/borger/{id}/udredning`: what of the citizen's situation is assessed, area by area.

use app::Error;
use app::assessment::{self, NewAssessment};
use app::once::Once;
use app::view::assessment::{Area, Noted};
use axum::extract::{Path, State};
use axum::response::Response;
use domain::code::AssessmentState;
use domain::id::AssessmentId;
use domain::personal::Personal;
use render::catalogue::capital;
use render::day;
use uuid::Uuid;

use super::around::rows::{Forms, Rows};
use super::around::{Asked, CellHtml, Field, FormHtml, Here, Kind, Listed, RowHtml};
use crate::Site;
use crate::fault::Fault;
use crate::form::Choice;
use crate::part::Mark;
use crate::person::Part;
use crate::reader::SignedIn;
use crate::sent::Sent;
use crate::typed::{coded, needed_day, words};

const NAMES: [&str; 4] = ["omraade", "tilstand", "dato", "note"];

/// What of the citizen's situation is assessed, a row for each area that somebody noted something of.
pub(crate) struct Areas;

impl Rows for Areas {
    const PAGE: (Part, &'static str, &'static str) = (Part::Assessment, "/udredning", "assessment");

    /// Without a row the form is for the first area that is not begun.
    async fn show(here: &Here<'_>, row: Option<Uuid>, forms: Forms, asked: &Asked) -> Result<Response, Fault> {
        let Some(row) = row else { return show(here, None, forms, asked).await };
        let page = assessment::page(here.app, here.cx, here.citizen).await.map_err(|error| here.fault(error))?;
        let is_it = |area: &&Area| area.now.as_ref().is_some_and(|now| now.id.0 == row);
        let area = page.areas.iter().find(is_it).ok_or(Fault::Stale)?.key.clone();
        show(here, Some(&area), forms, asked).await
    }

    async fn withdraw(
        here: &Here<'_>,
        once: Once,
        (row, version): (Uuid, i64),
        why: &Personal<String>,
    ) -> Result<(), Error> {
        assessment::withdraw(here.app, here.cx, once, here.citizen, (AssessmentId(row), version), why).await
    }

    async fn put_back(here: &Here<'_>, once: Once, row: Uuid) -> Result<(), Error> {
        assessment::undo_withdrawal(here.app, here.cx, once, here.citizen, AssessmentId(row)).await
    }
}

/// One area, named by its key.
pub(crate) async fn one(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, area)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let here = Here::new(&site, (&cx, &reader), &citizen, Areas::PAGE)?;
    show(&here, Some(&area), (None, None), &Asked::default()).await
}

/// Notes how far an area is.
pub(crate) async fn note(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, area)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let here = Here::new(&site, (&cx, &reader), &citizen, Areas::PAGE)?;
    let (once, from) = (sent.check(&reader)?, sent.version());
    let new = NewAssessment {
        area: area.clone(),
        state: coded(&sent, "tilstand", AssessmentState::parse),
        on: needed_day(&sent, "dato"),
        words: words(&sent, "note"),
    };
    let place = format!("{}/{area}", here.page);
    match assessment::record(&site.app, &cx, once, here.citizen, from, &new).await {
        Ok(id) => here.on(&place, "ny", id.0, from + 1).await,
        Err(error) => {
            let form = here.again(&place, sent, error, &NAMES)?;
            show(&here, Some(&area), (Some(form), None), &Asked::default()).await
        }
    }
}

async fn show(here: &Here<'_>, key: Option<&str>, (main, out): Forms, asked: &Asked) -> Result<Response, Fault> {
    let t = here.t;
    let page = assessment::page(here.app, here.cx, here.citizen).await.map_err(|error| here.fault(error))?;
    let area = match key {
        Some(key) => page.areas.iter().find(|area| area.key == key).ok_or(Fault::NotFound)?,
        // What is next to be looked at: nothing is noted of it, or it is under way; where there is none such, the first.
        None => {
            let is_in = |state| move |area: &&Area| area.now.as_ref().is_some_and(|now| now.state == state);
            let all = || page.areas.iter();
            let open = all().find(|area| area.now.is_none()).or_else(|| all().find(is_in(AssessmentState::UnderWay)));
            open.or_else(|| page.areas.first()).ok_or(Fault::NotFound)?
        }
    };
    let place = format!("{}/{}", here.page, area.key);
    let today = day::typed(here.reader.today);
    let (version, values) = area.now.as_ref().map_or((0, Vec::new()), |now| {
        let words = now.words.reveal().as_str();
        (now.version, vec![("tilstand", now.state.code()), ("note", words)])
    });
    let on = area.now.as_ref().map(|now| day::typed(now.on)).unwrap_or_default();
    let mut filled = values.clone();
    filled.push(("dato", &today));
    let mut current = values;
    current.push(("dato", &on));
    let form = match main {
        Some(form) => form,
        None => here.fresh(&place).await?.filled(version, &filled),
    };
    let counted = page.counted;
    let listed = Listed {
        lead: t.say("assessment-lead"),
        sums: vec![
            (counted.assessed.to_string(), t.say("assessment-assessed")),
            (counted.under_way.to_string(), t.say("assessment-under-way")),
            (counted.not_begun.to_string(), t.say("assessment-not-begun")),
            (counted.not_relevant.to_string(), t.say("assessment-not-relevant")),
        ],
        columns: vec![t.say("assessment-area"), t.say("assessment-state"), t.say("assessment-words")],
        rows: page.areas.iter().map(|area| line(here, area)).collect(),
        empty: (t.say("assessment-empty"), t.say("assessment-empty-text")),
        form: FormHtml::new(
            t.locale().of(&area.name).to_owned(),
            place.clone(),
            form,
            fields(here),
            (version, &current),
        ),
        take_out: match (&area.now, key) {
            (Some(now), Some(_)) => Some(here.take_out(now.id.0, now.version, out)?),
            _ => None,
        },
        is_one: key.is_some(),
        about: page.about.clone(),
    };
    here.show(&listed, asked)
}

fn fields(here: &Here<'_>) -> Vec<Field> {
    let t = here.t;
    let states = AssessmentState::ALL.iter();
    let choices = states.map(|one| Choice::new(one.code(), capital(t.code("assessment-state", one.code()))));
    vec![
        Field::new(Kind::Chips, "tilstand", t.say("assessment-state")).of(choices.collect()),
        Field::new(Kind::Day, "dato", t.say("assessment-on")),
        Field::new(Kind::Words, "note", t.say("around-note")).hint(t.say("assessment-note-hint")),
    ]
}

fn line(here: &Here<'_>, area: &Area) -> RowHtml {
    let (t, today) = (here.t, here.reader.today);
    let name = here.reader.locale.of(&area.name).to_owned();
    let said = |one: &Noted| {
        format!("{} {}", capital(t.code("assessment-state", one.state.code())), day::brief(t, one.on, today))
    };
    let (state, words) = match &area.now {
        None => (CellHtml { mark: Some(mark("mark-none", t, AssessmentState::NotBegun)), ..CellHtml::default() }, ""),
        Some(now) => {
            let look = match now.state {
                AssessmentState::UnderWay => "mark-soon",
                AssessmentState::Assessed => "",
                AssessmentState::NotBegun | AssessmentState::NotRelevant => "mark-none",
            };
            let cell = CellHtml { mark: Some(mark(look, t, now.state)), ..CellHtml::default() };
            let cell = cell.and(day::brief(t, now.on, today));
            let before = area.before.iter().map(said).collect::<Vec<_>>().join(" · ");
            let before =
                if before.is_empty() { before } else { t.say_with("around-before", &[("what", (&before).into())]) };
            (cell.and(before), now.words.reveal().as_str())
        }
    };
    let edit = Some((format!("{}/{}", here.page, area.key), name.clone()));
    let edit_text = t.say(if area.now.is_some() { "around-edit" } else { "assessment-note" });
    RowHtml { cells: vec![CellHtml::text(name), state, CellHtml::default().and(words)], edit, edit_text }
}

fn mark(look: &'static str, t: &render::Words, state: AssessmentState) -> Mark {
    let icon = match state {
        AssessmentState::NotBegun => "time",
        AssessmentState::UnderWay => "hourglass",
        AssessmentState::Assessed => "check",
        AssessmentState::NotRelevant => "minus",
    };
    Mark { look, icon, text: capital(t.code("assessment-state", state.code())) }
}
