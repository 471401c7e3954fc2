//! What a paper said before: every version with who made it, when and why.

use app::paper::{Past, keeping};
use axum::extract::{Path, State};
use axum::response::Html;
use domain::paper::Paper;
use render::{Words, day, words};

use super::form::{Control, Field, Lists, Sheet};
use super::laid::{Cell, Grid, Laid, Section};
use super::show::screen;
use crate::Site;
use crate::fault::Fault;
use crate::frame::may;
use crate::pages::plan::uuid;
use crate::reader::SignedIn;

/// The versions of a paper of a kind.
pub(in crate::pages) async fn history<S: Sheet>(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
) -> Result<Html<String>, Fault> {
    let id = uuid(&id)?;
    let t = words(reader.locale);
    let past = app::paper::history::<S::Paper>(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
    let lists = match may(&reader, keeping(S::Paper::KIND)) {
        true => Lists::load(&site.app, &cx, t, S::Paper::KIND).await.map_err(|error| reader.fault(error))?,
        false => Lists::default(),
    };
    let fields = S::fields(t, &lists);
    let sections = past.iter().map(|one| version(t, one, rows(&fields, &S::shown(one.kept.says())))).collect();
    let laid = Laid {
        title: t.say("effort-history").to_owned(),
        crumb: Some((S::HOME.0.to_owned(), t.say(S::HOME.1).to_owned())),
        sections,
        ..Laid::default()
    };
    screen(&reader, format!("{}/{id}/historik", S::AT), laid)
}

/// What the fields say, in words.
fn rows(fields: &[Field], shown: &[(&'static str, String)]) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    for field in fields.iter().filter(|field| field.control != Control::Heading) {
        let values: Vec<String> = shown
            .iter()
            .filter(|(name, value)| *name == field.name && !value.is_empty())
            .map(|(_, value)| field.said(value))
            .collect();
        if !values.is_empty() {
            rows.push((field.label.clone(), values.join(", ")));
        }
    }
    rows
}

/// A version as a part of the page.
pub(in crate::pages) fn version<T>(t: &Words, one: &Past<T>, rows: Vec<(String, String)>) -> Section {
    let kept = &one.kept;
    let heading = t.say_with("effort-version", &[("n", kept.version.into())]);
    let at = format!("{} {}", day::numeric(t, kept.at.date()), day::clock(t, kept.at));
    let mut section = Section::new(format!("v{}", kept.version), &heading);
    section.notes.push(match one.by.reveal().as_str() {
        "" => at,
        by => t.say_with("effort-version-by", &[("who", by.into()), ("at", (&at).into())]),
    });
    if kept.is_ended {
        section.notes.push(t.say("effort-ended").to_owned());
    }
    if !kept.reason.reveal().is_empty() {
        section.notes.push(t.say_of("effort-why", "why", kept.reason.reveal()));
    }
    let rows = rows.into_iter().map(|(label, value)| vec![Cell::text(label), Cell::text(value)]).collect();
    section.rows(Grid::new(&heading, &[t.say("effort-field"), t.say("effort-says")], rows), "")
}
