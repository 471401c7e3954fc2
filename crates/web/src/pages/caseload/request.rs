//! What the coordinator asks the worker for, on top of the worker's own list.

use app::Cx;
use app::view::caseload::{CaseloadPage, Scope};
use app::view::request::Asked;
use render::{Words, day};

use crate::fault::Fault;
use crate::pages::need;
use crate::reader::Reader;

/// A request, with where it is done and the two forms that answer it.
pub(in crate::pages) struct RequestHtml<'a> {
    pub(super) what: String,
    pub(super) citizen: String,
    pub(super) name: &'a str,
    pub(super) by: String,
    pub(super) words: &'a str,
    pub(super) href: String,
    pub(super) deed: &'static str,
    pub(super) to: String,
    pub(super) version: i64,
    pub(super) keys: (String, String),
    pub(super) label: String,
}

/// The requests of the rows of a worker's own list.
pub(super) fn requests<'a>(cx: &Cx, reader: &Reader, page: &'a CaseloadPage) -> Result<Vec<RequestHtml<'a>>, Fault> {
    if page.ask.scope != Scope::Own {
        return Ok(Vec::new());
    }
    let t = render::words(reader.locale);
    let asked = page.asked.iter();
    asked.map(|asked| request(cx, t, asked, page)).collect()
}

fn request<'a>(cx: &Cx, t: &'static Words, asked: &'a Asked, page: &CaseloadPage) -> Result<RequestHtml<'a>, Fault> {
    let key = || cx.form_key().map(|key| key.0.to_string()).map_err(Fault::from);
    let (href, deed) = need::deed(t, asked.citizen, asked.need);
    let by = asked.by.reveal();
    Ok(RequestHtml {
        what: need::name(t, asked.need, page.day),
        citizen: format!("/borger/{}", asked.citizen),
        name: asked.name.reveal(),
        by: t.say_with("request-by", &[("by", by.into()), ("day", (&day::brief(t, asked.on, page.day)).into())]),
        words: asked.words.reveal(),
        href,
        deed,
        to: format!("/borger/{}/spoerg/{}", asked.citizen, asked.id),
        version: asked.version,
        keys: (key()?, key()?),
        label: t.say_of("request-answer-label", "by", by),
    })
}
