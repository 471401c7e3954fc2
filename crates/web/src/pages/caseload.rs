//! `/mine-borgere` and `/borgere`: what today asks, citizen by citizen.

use app::Cx;
use app::view::caseload::{CaseloadAsk, CaseloadPage, Filter, PAGE, Scope, Sort};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use render::catalogue::capital;
use render::{Words, day};
use serde::Deserialize;

use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::frame::{Frame, Place};
use crate::pages::contact::{Told, done};
use crate::part::{Chip, Done};
use crate::reader::{Reader, SignedIn};

mod request;
pub(super) mod row;
mod tile;

use request::RequestHtml;
use row::RowHtml;
use tile::Tile;

/// What the address asks for. A word that is none of ours asks for nothing.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    vis: Option<String>,
    orden: Option<String>,
    side: Option<String>,
    svar: Option<String>,
}

/// The filters and sortings with their words in an address; the first of each stands when nothing is asked.
const FILTERS: [(Filter, &str); 4] = [
    (Filter::All, "alle"),
    (Filter::FollowUpOverdue, "forfaldne"),
    (Filter::PhaseEnds, "fase"),
    (Filter::NoContact, "kontakt"),
];
const SORTS: [(Sort, &str, &str); 3] = [
    (Sort::OverdueFirst, "forfaldne", "sort-overdue"),
    (Sort::Name, "navn", "sort-name"),
    (Sort::NextStep, "skridt", "sort-step"),
];

impl Asked {
    fn read(&self, scope: Scope) -> CaseloadAsk {
        let filter = FILTERS.iter().find(|(_, word)| self.vis.as_deref() == Some(word));
        let sort = SORTS.iter().find(|(_, word, _)| self.orden.as_deref() == Some(word));
        CaseloadAsk {
            scope,
            filter: filter.map(|(filter, _)| *filter).unwrap_or_default(),
            sort: sort.map(|(sort, ..)| *sort).unwrap_or_default(),
            page: self
                .side
                .as_deref()
                .and_then(|side| side.parse::<u32>().ok())
                .map_or(0, |side| side.saturating_sub(1)),
        }
    }
}

/// The address of a list.
fn address(ask: CaseloadAsk) -> String {
    let mut address = String::with_capacity(48);
    address.push_str(match ask.scope {
        Scope::Own => "/mine-borgere",
        Scope::Programme => "/borgere",
    });
    let mut sign = '?';
    let mut add = |name: &str, value: &str| {
        address.push(sign);
        address.push_str(name);
        address.push('=');
        address.push_str(value);
        sign = '&';
    };
    if let Some((_, word)) = FILTERS.iter().skip(1).find(|(filter, _)| *filter == ask.filter) {
        add("vis", word);
    }
    if let Some((_, word, _)) = SORTS.iter().skip(1).find(|(sort, ..)| *sort == ask.sort) {
        add("orden", word);
    }
    if ask.page > 0 {
        add("side", &(ask.page + 1).to_string());
    }
    address
}

/// The reader's own citizens.
pub(crate) async fn own(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
    Query(told): Query<Told>,
) -> Result<Html<String>, Fault> {
    let t = render::words(reader.locale);
    let answered = match asked.svar.as_deref() {
        Some("gjort") => Some(Done::said(t.say("request-is-done").to_owned())),
        Some(_) => Some(Done::said(t.say("request-answered").to_owned())),
        None => None,
    };
    list(&site, &cx, &reader, asked.read(Scope::Own), &told, answered).await
}

/// All attached citizens of the programme.
pub(crate) async fn programme(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
    Query(told): Query<Told>,
) -> Result<Html<String>, Fault> {
    list(&site, &cx, &reader, asked.read(Scope::Programme), &told, None).await
}

async fn list(
    site: &Site,
    cx: &Cx,
    reader: &Reader,
    ask: CaseloadAsk,
    told: &Told,
    answered: Option<Done>,
) -> Result<Html<String>, Fault> {
    let page = app::caseload::page(&site.app, cx, ask).await;
    let page = page.map_err(|error| reader.fault(error))?;
    let done = match answered {
        None => done(cx, reader, told, from(ask.scope))?,
        answered => answered,
    };
    let requests = request::requests(cx, reader, &page)?;
    show(reader, &page, requests, done)
}

/// The list's word in the address of a contact that is begun from it.
const fn from(scope: Scope) -> &'static str {
    match scope {
        Scope::Own => "mine-borgere",
        Scope::Programme => "borgere",
    }
}

#[derive(Template)]
#[template(path = "caseload.html")]
struct CaseloadHtml<'a> {
    f: Frame<'a>,
    done: Option<Done>,
    requests: Vec<RequestHtml<'a>>,
    requests_title: String,
    from: &'static str,
    heading: &'static str,
    lead: String,
    tiles: Vec<Tile>,
    list_heading: String,
    sorts: Vec<Chip>,
    caption: String,
    rows: Vec<RowHtml<'a>>,
    is_own: bool,
    is_filtered: bool,
    empty: (&'static str, &'static str),
    all: String,
    pages: Option<Pages>,
}

/// The way between the pages of a long list.
struct Pages {
    before: Option<String>,
    after: Option<String>,
    text: String,
}

/// Lays the list out.
pub(super) fn show(
    reader: &Reader,
    page: &CaseloadPage,
    requests: Vec<RequestHtml<'_>>,
    done: Option<Done>,
) -> Result<Html<String>, Fault> {
    let (place, heading) = match page.ask.scope {
        Scope::Own => (Place::Own, "nav-own"),
        Scope::Programme => (Place::All, "nav-all"),
    };
    let f = Frame::new(reader, render::words(reader.locale).say(heading), place, address(page.ask));
    let t = f.t;
    let ask = page.ask;
    let sorts: Vec<Chip> = SORTS
        .iter()
        .map(|(sort, _, text)| Chip {
            href: address(CaseloadAsk { sort: *sort, page: 0, ..ask }),
            text: t.say(text).to_owned(),
            is_current: *sort == ask.sort,
        })
        .collect();
    let sorted_by = sorts.iter().find(|chip| chip.is_current).map_or("", |chip| chip.text.as_str());
    laid_out(&CaseloadHtml {
        done,
        requests_title: t.say_with("request-list", &[("n", requests.len().into())]),
        requests,
        from: from(ask.scope),
        heading: t.say(heading),
        lead: format!("{} · {}", capital(&day::long(t, page.day)), day::week(t, page.day)),
        tiles: tile::tiles(t, page),
        list_heading: t.say_with(list_heading(ask.filter), &[("n", page.matching.into())]),
        caption: t.say_with("list-caption", &[("sort", sorted_by.into())]),
        sorts,
        rows: page.rows.iter().map(|row| RowHtml::new(t, row, page.day)).collect(),
        empty: match ask.scope {
            Scope::Own => (t.say("list-empty-all"), t.say("list-empty-all-help")),
            Scope::Programme => (t.say("list-empty-programme"), t.say("list-empty-programme-help")),
        },
        is_own: ask.scope == Scope::Own,
        is_filtered: ask.filter != Filter::All,
        all: address(CaseloadAsk { filter: Filter::All, page: 0, ..ask }),
        pages: pages(t, page),
        f,
    })
}

const fn list_heading(filter: Filter) -> &'static str {
    match filter {
        Filter::All => "list-all",
        Filter::FollowUpOverdue => "list-overdue",
        Filter::PhaseEnds => "list-phase",
        Filter::NoContact => "list-contact",
    }
}

fn pages(t: &Words, page: &CaseloadPage) -> Option<Pages> {
    let last = page.matching.div_ceil(u64::from(PAGE));
    if last < 2 {
        return None;
    }
    let ask = page.ask;
    let at = |page: u32| address(CaseloadAsk { page, ..ask });
    Some(Pages {
        before: ask.page.checked_sub(1).map(at),
        after: (u64::from(ask.page) + 1 < last).then(|| at(ask.page + 1)),
        text: t.say_with("page-of", &[("page", (u64::from(ask.page) + 1).into()), ("pages", last.into())]),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::sample;

    #[test]
    fn an_address_says_what_is_asked_and_reads_back() {
        for (filter, _) in FILTERS {
            for (sort, ..) in SORTS {
                let ask = CaseloadAsk { scope: Scope::Own, filter, sort, page: 2 };
                let uri: axum::http::Uri = address(ask).parse().unwrap();
                let Query(asked) = Query::<Asked>::try_from_uri(&uri).unwrap();
                assert_eq!(asked.read(Scope::Own), ask);
            }
        }
        assert_eq!(address(CaseloadAsk::default()), "/mine-borgere");
    }

    #[test]
    fn an_address_that_asks_for_nonsense_shows_the_whole_list() {
        let asked =
            Asked { vis: Some("<script>".into()), orden: Some("æ".into()), side: Some("-1".into()), svar: None };
        assert_eq!(asked.read(Scope::Own), CaseloadAsk::default());
    }

    #[test]
    fn a_worker_sees_each_citizen_with_what_today_asks() {
        let Html(html) = show(&sample::worker(), &sample::caseload(Scope::Own), Vec::new(), None).unwrap();
        for words in [
            "Fase 3 af 3",
            "dag 265 af 366",
            "Forfalden 19 dage",
            "For 5 dage siden",
            "I afklaring siden 12.11.",
            "Kun én måling",
        ] {
            assert!(html.contains(words), "{words} is missing");
        }
        sample::check_page(&html);
    }

    #[test]
    fn awkward_words_are_shown_as_words() {
        let mut page = sample::caseload(Scope::Programme);
        for row in &mut page.rows {
            row.name = sample::awkward();
            row.worker = Some(sample::awkward());
            if let Some(step) = &mut row.next_step {
                step.text = sample::awkward();
            }
        }
        let Html(html) = show(&sample::coordinator(), &page, Vec::new(), None).unwrap();
        sample::check_awkward(&html);
    }

    #[test]
    fn an_empty_list_says_so() {
        let mut page = sample::caseload(Scope::Own);
        page.rows.clear();
        page.matching = 0;
        let Html(html) = show(&sample::worker(), &page, Vec::new(), None).unwrap();
        assert!(html.contains("Du har ingen borgere endnu"));
        page.ask.filter = Filter::NoContact;
        let Html(html) = show(&sample::worker(), &page, Vec::new(), None).unwrap();
        assert!(html.contains("Der er ingen i den gruppe i dag"));
        sample::check_page(&html);
    }

    #[test]
    fn a_long_list_has_pages() {
        let mut page = sample::caseload(Scope::Programme);
        page.matching = 120;
        page.ask.page = 1;
        let Html(html) = show(&sample::coordinator(), &page, Vec::new(), None).unwrap();
        assert!(html.contains("Side 2 af 3") && html.contains("/borgere?side=3") && html.contains("href=\"/borgere\""));
    }
}
