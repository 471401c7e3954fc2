//! `/rapporter/citater`: which quotations stand in a section of a report, and in which order. It does not say whose they are.

use std::collections::HashMap;

use app::Cx;
use app::quotation::Choosable;
use app::release::{Choices, Place as Section};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use render::words;

use super::draft::Chosen;
use crate::Site;
use crate::fault::Fault;
use crate::form::{Choice, Form};
use crate::frame::Place;
use crate::pages::paper::form::{Control, Field, Shown, beside, filled, give_at, refused};
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

fn place(key: &str, chosen: &Chosen) -> String {
    format!("/rapporter/citater/{key}?{}", chosen.query())
}

/// The field in which a quotation is given its place: by its id, so that what was approved or taken back meanwhile moves no other.
fn field(one: &Choosable) -> String {
    format!("plads-{}", one.id)
}

fn shown(reader: &Reader, chosen: &Chosen, choices: &Choices) -> Shown {
    let t = words(reader.locale);
    let place = |n: usize| Choice::new(n.to_string(), t.say_with("quotation-place", &[("n", n.into())]));
    let out = Choice::new("", t.say("quotation-left-out"));
    let places: Vec<Choice> = std::iter::once(out).chain((1..=choices.known.len()).map(place)).collect();
    let select = |(one, _): &(Choosable, Option<u32>)| {
        let label = t.say_of("quotation-quoted", "words", one.words.reveal());
        Field::new(Control::Select, field(one), &label).of(places.clone())
    };
    let lead = if choices.known.is_empty() { "quotation-none-to-choose" } else { "quotation-choose-lead" };
    Shown {
        title: "quotation-choose",
        lead: t.say(lead).to_owned(),
        home: (chosen.address(), "section-back"),
        fields: choices.known.iter().map(select).collect(),
        ending: None,
    }
}

/// What is chosen, by its field.
fn values(choices: &Choices) -> HashMap<String, String> {
    choices.known.iter().filter_map(|(one, place)| Some((field(one), (*place)?.to_string()))).collect()
}

fn by_field(values: &HashMap<String, String>) -> Vec<(&str, String)> {
    values.iter().map(|(name, value)| (name.as_str(), value.clone())).collect()
}

/// A section's choices, with the template and the year.
struct Found {
    template: String,
    year: i32,
    choices: Choices,
}

impl Found {
    async fn at(site: &Site, cx: &Cx, reader: &Reader, (key, chosen): (&str, &Chosen)) -> Result<Self, Fault> {
        let asked = chosen.asked(reader).ok_or(Fault::NotFound)?;
        let year = chrono::Datelike::year(&asked.as_of);
        let section = Section { template: &asked.template, section: key, year };
        let choices = app::release::choices(&site.app, cx, section).await.map_err(|error| reader.fault(error))?;
        Ok(Self { template: asked.template, year, choices })
    }

    const fn section<'a>(&'a self, key: &'a str) -> Section<'a> {
        Section { template: self.template.as_str(), section: key, year: self.year }
    }
}

/// The form.
pub(crate) async fn edit(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(key): Path<String>,
    Query(chosen): Query<Chosen>,
) -> Result<Response, Fault> {
    let found = Found::at(&site, &cx, &reader, (&key, &chosen)).await?;
    let form = Form::fresh(&site.app, &cx, &reader, place(&key, &chosen), None).await;
    let values = values(&found.choices);
    let form = filled(form.map_err(|error| reader.fault(error))?, found.choices.version, &by_field(&values));
    give_at(&reader, Place::Figures, shown(&reader, &chosen, &found.choices), form)
}

/// Keeps the choice.
pub(crate) async fn keep(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(key): Path<String>,
    Query(chosen): Query<Chosen>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let found = Found::at(&site, &cx, &reader, (&key, &chosen)).await?;
    let known = &found.choices.known;
    let placed = |(one, _): &(Choosable, Option<u32>)| Some((one.id, sent.text(&field(one)).parse().ok()?));
    let places: HashMap<_, u32> = known.iter().filter_map(placed).collect();
    let at = place(&key, &chosen);
    let kept = app::release::choose(&site.app, &cx, found.section(&key), sent.version(), &places, once).await;
    let Err(error) = kept else {
        app::unsent::throw_away(&site.app, &cx, &at).await.map_err(|error| reader.fault(error))?;
        return Ok(see_other(&format!("{}&gemt=ja#{key}", chosen.address())));
    };
    let shown = shown(&reader, &chosen, &found.choices);
    let form = Form::again(&cx, &reader, at, None, sent);
    let form = form.and_then(|form| refused(form, error, &shown.fields)).map_err(|error| reader.fault(error))?;
    let theirs = values(&found.choices);
    let form = beside(form, found.choices.version, &shown.fields, &by_field(&theirs));
    give_at(&reader, Place::Figures, shown, form)
}
