//! `/dokumentation`: every course with what its record lacks, the one that lacks most first.

use app::view::documentation::DocumentationPage;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use render::{Words, day};
use serde::Deserialize;

use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::frame::{Frame, Place};
use crate::pages::caseload::row::standing;
use crate::part::{Chip, Picture};
use crate::reader::{Reader, SignedIn};

pub(crate) mod line;

use line::{LineHtml, item};

/// How many missing things a row names.
const NAMED: usize = 3;

/// Which page of the list.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    side: Option<usize>,
    vis: Option<String>,
}

/// The list.
pub(crate) async fn documentation(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let page = asked.side.unwrap_or(1).saturating_sub(1);
    let page = app::documentation::page(&site.app, &cx, page, asked.vis.as_deref() == Some("alle"))
        .await
        .map_err(|error| reader.fault(error))?;
    show(&reader, &page)
}

struct RowHtml<'a> {
    href: String,
    name: &'a str,
    worker: &'a str,
    bar: Picture,
    place: String,
    count: String,
    is_complete: bool,
    missing: Vec<(String, String, String)>,
    more: Option<String>,
}

#[derive(Template)]
#[template(path = "documentation.html")]
struct DocumentationHtml<'a> {
    f: Frame<'a>,
    count: String,
    chips: [Chip; 2],
    rows: Vec<RowHtml<'a>>,
    earlier: Option<String>,
    later: Option<String>,
}

pub(crate) fn show(reader: &Reader, page: &DocumentationPage) -> Result<Html<String>, Fault> {
    let t = render::words(reader.locale);
    let f = Frame::new(reader, t.say("documentation"), Place::Documentation, "/dokumentation".to_owned());
    let vis = if page.with_ended { "vis=alle&" } else { "" };
    let side = |number: usize| format!("/dokumentation?{vis}side={number}");
    let chip = |href: &str, text: &str, is_current| Chip { href: href.to_owned(), text: text.to_owned(), is_current };
    laid_out(&DocumentationHtml {
        count: t.say_with("record-courses", &[("n", page.courses.into()), ("complete", page.complete.into())]),
        chips: [
            chip("/dokumentation", t.say("record-open"), !page.with_ended),
            chip("/dokumentation?vis=alle", t.say("record-every"), page.with_ended),
        ],
        rows: page.rows.iter().map(|row| row_html(t, row, page)).collect(),
        earlier: (page.page > 0).then(|| side(page.page)),
        later: (page.page + 1 < page.pages).then(|| side(page.page + 2)),
        f,
    })
}

fn row_html<'a>(t: &'static Words, row: &'a app::view::documentation::Row, page: &DocumentationPage) -> RowHtml<'a> {
    let (bar, place) = standing(t, &row.standing, page.day);
    let missing = row.documentation.missing();
    let named = missing.iter().take(NAMED).map(|line| {
        let told = LineHtml::new(t, line, row.citizen, page.day);
        let since = line.since().map(|since| day::brief(t, since, page.day)).unwrap_or_default();
        (item(t, line.item), t.say_of("record-since", "day", &since), told.href.unwrap_or_default())
    });
    RowHtml {
        href: format!("/borger/{}/forloeb#dokumentation", row.citizen),
        name: row.name.reveal(),
        worker: row.worker.as_ref().map_or("–", |worker| worker.reveal()),
        bar,
        place,
        count: t
            .say_with("record-count", &[("done", row.documentation.done.into()), ("of", row.documentation.of.into())]),
        is_complete: missing.is_empty(),
        missing: named.collect(),
        more: missing
            .len()
            .checked_sub(NAMED)
            .filter(|more| *more > 0)
            .map(|more| t.say_with("record-more", &[("n", more.into())])),
    }
}

#[cfg(test)]
mod tests {
    use app::view::documentation::Row;

    use super::*;
    use crate::pages::sample;

    fn page() -> DocumentationPage {
        let citizen = sample::citizen();
        let row = Row {
            citizen: citizen.id,
            name: sample::awkward(),
            worker: citizen.worker,
            standing: citizen.standing,
            documentation: sample::documentation(),
        };
        DocumentationPage {
            day: citizen.day,
            with_ended: true,
            courses: 120,
            complete: 7,
            page: 1,
            pages: 3,
            rows: vec![row],
        }
    }

    #[test]
    fn a_course_says_how_much_is_there_what_is_missing_and_where_to_do_it() {
        let html = show(&sample::coordinator(), &page()).unwrap().0;
        for words in
            ["1 af 3", "Opfølgning 20.10.", "/tilbageblik?fase=1", "side=1", "side=3", "7 er fuldt dokumenteret"]
        {
            assert!(html.contains(words), "{words} is missing");
        }
        sample::check_page(&html);
    }
}
