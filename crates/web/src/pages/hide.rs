//! `/skjul`: a clock and no content, for when somebody comes by.

use askama::Template;
use axum::response::Html;
use render::{Words, day, words};

use crate::fault::{Fault, laid_out};
use crate::frame;
use crate::reader::SignedIn;

#[derive(Template)]
#[template(path = "hide.html")]
struct HideHtml {
    t: &'static Words,
    clock: String,
    day: String,
    home: &'static str,
    token: String,
}

/// The hidden screen.
pub(crate) async fn hide(SignedIn { reader, .. }: SignedIn) -> Result<Html<String>, Fault> {
    let t = words(reader.locale);
    laid_out(&HideHtml {
        t,
        clock: day::clock(t, reader.now),
        day: day::long(t, reader.today),
        home: frame::home(&reader).unwrap_or("/"),
        token: reader.token.clone(),
    })
}
