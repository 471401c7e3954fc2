//! A page that is one small form: where it leads back to, its fields, and what takes the thing away.
//!
//! To add such a page: fill [`Small`] with [`Field`]s and hand it to [`show`].

use app::{Cx, Error};
use askama::Template;
use axum::response::{IntoResponse, Response};

use super::around::{Field, Kind};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::Form;
use crate::frame::{Frame, Place};
use crate::reader::{Reader, see_other};
use crate::sent::Sent;

/// A page that is one form.
pub(super) struct Small {
    pub(super) at: Place,
    pub(super) title: &'static str,
    pub(super) lead: String,
    /// The address and the words of the way back.
    pub(super) back: (String, String),
    pub(super) form: Form,
    pub(super) fields: Vec<Field>,
    pub(super) save: &'static str,
    /// What takes the thing away: address, key, version and words.
    pub(super) remove: Option<(String, String, i64, &'static str)>,
}

#[derive(Template)]
#[template(path = "small-form.html")]
struct SmallHtml<'a> {
    f: Frame<'a>,
    s: &'a Small,
}

/// Shows the page.
pub(super) fn show(reader: &Reader, mut small: Small) -> Result<Response, Fault> {
    if small.form.is_stale() {
        // What stands now is what is changed next; what was typed stays in the fields.
        let text = small.form.t.say("form-stale-again").to_owned();
        small.form.fault("", &text);
    }
    let status = small.form.status();
    let f = Frame::new(reader, small.title, small.at, small.form.place.clone());
    Ok((status, laid_out(&SmallHtml { f, s: &small })?).into_response())
}

/// An empty form at an address, or what was typed there and not sent.
pub(super) async fn fresh(site: &Site, cx: &Cx, reader: &Reader, place: String) -> Result<Form, Fault> {
    Form::fresh(&site.app, cx, reader, place, None).await.map_err(|error| reader.fault(error))
}

/// The form as it was sent, with its refusals; `version` is the one that stands now.
pub(super) fn again(
    (cx, reader): (&Cx, &Reader),
    place: String,
    sent: Sent,
    error: Error,
    (fields, version): (&[(&str, &str)], i64),
) -> Result<Form, Fault> {
    let form = Form::again(cx, reader, place, None, sent).and_then(|form| form.refused(error, fields));
    let mut form = form.map_err(|error| reader.fault(error))?;
    if form.is_stale() {
        form.version = version;
    }
    Ok(form)
}

/// Goes on after something was done at a place, whose draft is thrown away.
pub(super) async fn done(site: &Site, cx: &Cx, reader: &Reader, place: &str, to: &str) -> Result<Response, Fault> {
    app::unsent::throw_away(&site.app, cx, place).await.map_err(|error| reader.fault(error))?;
    Ok(see_other(to))
}
