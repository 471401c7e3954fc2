//! Giving a page of papers: on screen, on paper, as a file.

use app::Cx;
use askama::Template;
use axum::response::Html;
use render::{Words, words};
use serde::Deserialize;

use super::laid::{Laid, Press};
use crate::fault::{Fault, laid_out};
use crate::frame::{Frame, Place};
use crate::part::Done;
use crate::reader::Reader;

/// What was just done, as the address says it.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    gemt: Option<String>,
}

impl Asked {
    /// The line that says it.
    pub(in crate::pages) fn done(&self, t: &Words) -> Option<Done> {
        let said = match self.gemt.as_deref()? {
            "slut" => "effort-done-ended",
            "laest" => "knowledge-done-reviewed",
            "godkendt" => "meeting-done-approved",
            "forslag" => "timeplan-done-proposed",
            "foreslaaet" => "release-done-proposed",
            "laast" => "release-done-locked",
            "afvist" => "release-done-turned-down",
            "sendt" => "release-done-sent",
            "citater" => "release-done-taken-back",
            _ => "effort-done",
        };
        Some(Done::said(t.say(said).to_owned()))
    }
}

#[derive(Template)]
#[template(path = "papers.html")]
struct PapersHtml<'a> {
    f: Frame<'a>,
    laid: Laid,
}

/// The page on screen.
pub(in crate::pages) fn screen(reader: &Reader, here: String, laid: Laid) -> Result<Html<String>, Fault> {
    screen_at(reader, Place::Effort, here, laid)
}

/// The page on screen, at another place of the navigation.
pub(in crate::pages) fn screen_at(
    reader: &Reader,
    place: Place,
    here: String,
    laid: Laid,
) -> Result<Html<String>, Fault> {
    laid_out(&PapersHtml { f: Frame::new(reader, &laid.title, place, here), laid })
}

#[derive(Template)]
#[template(path = "papers-print.html")]
struct PrintHtml {
    t: &'static Words,
    back: String,
    day: String,
    laid: Laid,
}

/// The page on paper, with the way back.
pub(in crate::pages) fn paper(reader: &Reader, back: String, laid: Laid) -> Result<Html<String>, Fault> {
    let t = words(reader.locale);
    laid_out(&PrintHtml { t, back, day: render::day::medium(t, reader.today), laid })
}

/// A press with a key of its own.
pub(in crate::pages) fn press(
    cx: &Cx,
    reader: &Reader,
    (action, version): (String, i64),
    text: &str,
    is_first: bool,
) -> Result<Press, Fault> {
    let key = cx.form_key().map_err(|error| reader.fault(error))?.0.to_string();
    Ok(Press { action, text: text.to_owned(), key, version, is_first })
}
