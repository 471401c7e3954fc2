//! `/soeg`: citizens and notes by their words; and the same as a short list while somebody types.

use app::view::search::{FoundNote, SearchPage};
use askama::Template;
use axum::Json;
use axum::extract::{Query, State};
use axum::response::Html;
use render::{Words, day, words};
use serde::{Deserialize, Serialize};

use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::frame::{Frame, Place};
use crate::reader::{Reader, SignedIn};

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    q: Option<String>,
}

/// A citizen that was found.
#[derive(Debug, Serialize)]
pub(crate) struct Hit {
    href: String,
    name: String,
    by: String,
}

/// What a script shows while somebody types.
#[derive(Debug, Serialize)]
pub(crate) struct Hits {
    hits: Vec<Hit>,
    said: String,
}

struct Note<'a> {
    href: String,
    name: &'a str,
    on: String,
    kind: &'static str,
    excerpt: &'a (String, String, String),
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchHtml<'a> {
    f: Frame<'a>,
    terms: &'a str,
    said: String,
    hits: Vec<Hit>,
    has_more: bool,
    is_long_enough: bool,
    over: &'static str,
    notes: Option<Vec<Note<'a>>>,
}

/// The page.
pub(crate) async fn search(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let page = app::search::search(&site.app, &cx, &asked.q.unwrap_or_default(), true).await;
    show(&reader, &page.map_err(|error| reader.fault(error))?)
}

/// The short list while somebody types.
pub(crate) async fn hints(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Json<Hits>, Fault> {
    let page = app::search::search(&site.app, &cx, &asked.q.unwrap_or_default(), false).await;
    let page = page.map_err(|error| reader.fault(error))?;
    let t = words(reader.locale);
    Ok(Json(Hits { hits: hits(t, &page), said: said(t, &page) }))
}

fn hits(t: &'static Words, page: &SearchPage) -> Vec<Hit> {
    let hit = |found: &app::view::search::Found| {
        let by: Vec<&str> = found.by.iter().map(|by| t.code("found-by", by.code())).collect();
        Hit {
            href: format!("/borger/{}", found.citizen),
            name: found.name.reveal().clone(),
            by: t.say_with("search-by", &[("what", (&by.join(", ")).into())]),
        }
    };
    page.found.iter().map(hit).collect()
}

fn said(t: &Words, page: &SearchPage) -> String {
    match (page.is_long_enough, page.found.len(), page.has_more) {
        (false, ..) => t.say("search-short").to_owned(),
        (true, 0, _) => t.say("search-none").to_owned(),
        (true, n, false) => t.say_with("search-found", &[("n", n.into())]),
        (true, n, true) => t.say_with("search-more", &[("n", n.into())]),
    }
}

/// Lays the page out.
fn show(reader: &Reader, page: &SearchPage) -> Result<Html<String>, Fault> {
    let t = words(reader.locale);
    let note = |note: &'_ FoundNote| (format!("/borger/{}", note.citizen), day::brief(t, note.on, reader.today));
    laid_out(&SearchHtml {
        f: Frame::new(reader, t.say("search"), Place::Start, "/soeg".to_owned()),
        terms: page.terms.reveal(),
        said: said(t, page),
        hits: hits(t, page),
        has_more: page.has_more,
        is_long_enough: page.is_long_enough,
        over: if page.is_programme { t.say("search-over-programme") } else { t.say("search-over-own") },
        notes: page.notes.as_ref().map(|notes| {
            let line = |found| {
                let (href, on) = note(found);
                let kind = found.kind.map_or(t.say("search-contact"), |kind| t.code("contact", kind.code()));
                Note { href, on, kind, name: found.name.reveal(), excerpt: found.excerpt.reveal() }
            };
            notes.iter().map(line).collect()
        }),
    })
}

#[cfg(test)]
mod tests {
    use app::view::search::{By, Found};
    use domain::id::{CitizenId, ContactId};
    use domain::personal::Personal;
    use uuid::Uuid;

    use super::*;
    use crate::pages::sample;

    fn page() -> SearchPage {
        let citizen = CitizenId(Uuid::from_u128(3));
        let parts = ("før ".to_owned(), sample::awkward().reveal().clone(), " efter".to_owned());
        SearchPage {
            terms: Personal::new("sva".to_owned()),
            is_long_enough: true,
            is_programme: false,
            found: vec![Found { citizen, name: sample::awkward(), by: vec![By::Alias, By::Phone] }],
            has_more: false,
            notes: Some(vec![FoundNote {
                contact: ContactId(Uuid::from_u128(4)),
                citizen,
                name: sample::awkward(),
                on: "2015-11-20".parse().unwrap(),
                kind: None,
                excerpt: Personal::new(parts),
            }]),
        }
    }

    #[test]
    fn whoever_is_found_is_shown_with_what_was_found_and_notes_with_their_words_marked() {
        let Html(html) = show(&sample::worker(), &page()).unwrap();
        assert!(html.contains("fundet på alias, telefon") && html.contains("<mark>"));
        sample::check_page(&html);
        sample::check_awkward(&html);
    }

    #[test]
    fn nothing_found_says_where_it_was_looked() {
        let mut none = page();
        none.found.clear();
        none.notes = Some(Vec::new());
        let Html(html) = show(&sample::worker(), &none).unwrap();
        assert!(html.contains("Der er ingen, der passer") && html.contains("dine egne borgere"));
        none.is_long_enough = false;
        let Html(html) = show(&sample::coordinator(), &none).unwrap();
        assert!(html.contains("mindst tre"));
        sample::check_page(&html);
    }
}
