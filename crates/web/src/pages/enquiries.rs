//! `/henvendelser`: the enquiries, those nobody has answered first.

use app::view::enquiry::{EnquiriesAsk, EnquiriesPage, Filter, Line, PAGE, Who};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use domain::code::EnquiryOutcome;
use domain::day::days_between;
use render::{Words, day};
use serde::Deserialize;

use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::frame::{Frame, Place};
use crate::part::{Chip, Mark};
use crate::reader::{Reader, SignedIn};

/// What the address asks for. A word that is none of ours asks for nothing.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    vis: Option<String>,
    side: Option<String>,
}

/// The filters with their words in an address and the text of each; the first stands when nothing is asked.
const FILTERS: [(Filter, &str, &str); 4] = [
    (Filter::All, "alle", "enquiries-all"),
    (Filter::Unanswered, "ubesvarede", "enquiries-unanswered"),
    (Filter::WithoutCourse, "uden-forloeb", "enquiries-without"),
    (Filter::TurnedAway, "afviste", "enquiries-turned"),
];

impl Asked {
    fn read(&self) -> EnquiriesAsk {
        let filter = FILTERS.iter().find(|(_, word, _)| self.vis.as_deref() == Some(word));
        let page = self.side.as_deref().and_then(|side| side.parse::<u32>().ok());
        EnquiriesAsk {
            filter: filter.map(|(filter, ..)| *filter).unwrap_or_default(),
            page: page.map_or(0, |side| side.saturating_sub(1)),
        }
    }
}

/// The address of a list.
fn address(ask: EnquiriesAsk) -> String {
    let mut parts = Vec::new();
    if let Some((_, word, _)) = FILTERS.iter().skip(1).find(|(filter, ..)| *filter == ask.filter) {
        parts.push(format!("vis={word}"));
    }
    if ask.page > 0 {
        parts.push(format!("side={}", ask.page + 1));
    }
    if parts.is_empty() { "/henvendelser".to_owned() } else { format!("/henvendelser?{}", parts.join("&")) }
}

/// The list.
pub(crate) async fn enquiries(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let page = app::enquiry::page(&site.app, &cx, asked.read()).await;
    show(&reader, &page.map_err(|error| reader.fault(error))?)
}

/// A row of the list.
struct Row<'a> {
    href: Option<String>,
    on: String,
    from: String,
    who: &'a str,
    wish: &'static str,
    came: Option<Mark>,
    came_sub: String,
    outside: Option<Mark>,
    is_late: bool,
}

#[derive(Template)]
#[template(path = "enquiries.html")]
struct EnquiriesHtml<'a> {
    f: Frame<'a>,
    lead: String,
    asks: bool,
    chips: Vec<Chip>,
    heading: String,
    rows: Vec<Row<'a>>,
    is_filtered: bool,
    turned: Option<String>,
    before: Option<String>,
    after: Option<String>,
    pages: String,
}

/// Lays the list out.
fn show(reader: &Reader, page: &EnquiriesPage) -> Result<Html<String>, Fault> {
    let t = render::words(reader.locale);
    let ask = page.ask;
    let count = |filter| match filter {
        Filter::All => Some(page.all),
        Filter::Unanswered => Some(page.unanswered),
        Filter::TurnedAway => Some(page.turned_away),
        Filter::WithoutCourse => None,
    };
    let chip = |(filter, _, text): &(Filter, &str, &str)| Chip {
        href: address(EnquiriesAsk { filter: *filter, page: 0 }),
        text: count(*filter).map_or_else(|| t.say(text).to_owned(), |n| format!("{} ({n})", t.say(text))),
        is_current: *filter == ask.filter,
    };
    let last = page.matching.div_ceil(u64::from(PAGE)).max(1);
    let at = |page: u32| address(EnquiriesAsk { page, ..ask });
    laid_out(&EnquiriesHtml {
        lead: if page.unanswered == 0 {
            t.say("enquiries-none-unanswered").to_owned()
        } else {
            t.say_with("enquiries-lead", &[("n", page.unanswered.into())])
        },
        asks: page.unanswered > 0,
        chips: FILTERS.iter().map(chip).collect(),
        heading: t.say_with("enquiries-heading", &[("n", page.matching.into())]),
        rows: page.lines.iter().map(|line| row(t, line, page.day)).collect(),
        is_filtered: ask.filter != Filter::All,
        turned: (page.turned_away > 0).then(|| {
            let counts = [("n", page.turned_away.into()), ("outside", page.outside.into())];
            t.say_with("enquiries-turned-report", &counts)
        }),
        before: ask.page.checked_sub(1).map(at),
        after: (u64::from(ask.page) + 1 < last).then(|| at(ask.page + 1)),
        pages: t.say_with("page-of", &[("page", (u64::from(ask.page) + 1).into()), ("pages", last.into())]),
        f: Frame::new(reader, t.say("nav-enquiries"), Place::Enquiries, address(ask)),
    })
}

fn row<'a>(t: &'static Words, line: &'a Line, today: chrono::NaiveDate) -> Row<'a> {
    let waited = days_between(line.received_on, today);
    let care = |text: String| Mark { look: "mark-care", icon: "warning", text };
    let came = match line.came {
        None => Some(care(t.say("enquiry-unanswered").to_owned())),
        Some(came) => Some(Mark {
            look: if came.outcome == EnquiryOutcome::Clarification { "mark-soon" } else { "" },
            icon: icon(came.outcome),
            text: t.code("enquiry-outcome", came.outcome.code()).to_owned(),
        }),
    };
    let came_sub = match (&line.came, &line.referred_to) {
        (Some(came), Some(to)) => format!("{} · {to}", day::brief(t, came.on, today)),
        (Some(came), None) => day::brief(t, came.on, today),
        (None, _) => t.say_with("enquiry-waited", &[("n", waited.into())]),
    };
    let from = match (&line.channel, &line.referrer) {
        (_, Some(referrer)) => referrer.clone(),
        (Some(channel), None) => t.code("channel", channel.code()).to_owned(),
        (None, None) => t.say("not-known").to_owned(),
    };
    Row {
        href: (line.who != Who::Colleagues).then(|| format!("/henvendelser/{}", line.id)),
        on: day::brief(t, line.received_on, today),
        from,
        who: match &line.who {
            Who::Nobody => t.say("enquiry-nobody"),
            Who::Citizen(_, name) => name.reveal(),
            Who::Colleagues => t.say("enquiry-colleagues"),
        },
        wish: wish(t, line.wants_course),
        came,
        came_sub,
        outside: line.is_outside().then(|| care(t.say("enquiry-outside").to_owned())),
        is_late: line.came.is_none(),
    }
}

/// What is wished for, in words.
pub(crate) fn wish(t: &'static Words, wants_course: Option<bool>) -> &'static str {
    match wants_course {
        Some(true) => t.say("enquiry-wants"),
        Some(false) => t.say("enquiry-wants-not"),
        None => t.say("enquiry-wish-unknown"),
    }
}

/// The symbol of what came of an enquiry.
pub(crate) const fn icon(outcome: EnquiryOutcome) -> &'static str {
    match outcome {
        EnquiryOutcome::Clarification => "forum",
        EnquiryOutcome::Referred => "arrow-forward",
        EnquiryOutcome::Advice => "chat",
        EnquiryOutcome::CitizensNo => "minus",
        EnquiryOutcome::TurnedAway => "close",
    }
}

#[cfg(test)]
mod tests {
    use app::view::enquiry::Came;
    use domain::id::{CitizenId, EnquiryId};
    use uuid::Uuid;

    use super::*;
    use crate::pages::sample;

    fn line(number: u128, came: Option<EnquiryOutcome>) -> Line {
        let on = "2015-11-20".parse().unwrap();
        Line {
            id: EnquiryId(Uuid::from_u128(number)),
            received_on: on,
            channel: None,
            referrer: None,
            wants_course: Some(true),
            who: Who::Citizen(CitizenId(Uuid::from_u128(number)), sample::awkward()),
            came: came.map(|outcome| Came { outcome, on }),
            referred_to: None,
            ground: None,
        }
    }

    fn page(lines: Vec<Line>) -> EnquiriesPage {
        EnquiriesPage {
            ask: EnquiriesAsk::default(),
            day: "2015-11-23".parse().unwrap(),
            matching: 120,
            all: 120,
            unanswered: 1,
            turned_away: 2,
            outside: 1,
            lines,
        }
    }

    #[test]
    fn an_address_says_what_is_asked_and_reads_back() {
        for (filter, ..) in FILTERS {
            let ask = EnquiriesAsk { filter, page: 2 };
            let uri: axum::http::Uri = address(ask).parse().unwrap();
            let Query(asked) = Query::<Asked>::try_from_uri(&uri).unwrap();
            assert_eq!(asked.read(), ask);
        }
    }

    #[test]
    fn the_list_says_who_waits_and_who_was_turned_away_without_a_ground() {
        let mut lines = vec![line(1, None), line(2, Some(EnquiryOutcome::TurnedAway))];
        lines.push(Line { who: Who::Colleagues, ..line(3, Some(EnquiryOutcome::Advice)) });
        let Html(html) = show(&sample::worker(), &page(lines)).unwrap();
        for words in ["1 er ikke besvaret", "Har ventet 3 dage", "uden for vilkårene", "Side 1 af 3"] {
            assert!(html.contains(words), "{words} is missing");
        }
        assert!(!html.contains(&Uuid::from_u128(3).to_string()), "a colleague's citizen has no link");
        sample::check_page(&html);
        sample::check_awkward(&html);
    }

    #[test]
    fn an_empty_list_teaches() {
        let mut empty = page(Vec::new());
        (empty.matching, empty.all, empty.unanswered, empty.turned_away) = (0, 0, 0, 0);
        let Html(html) = show(&sample::worker(), &empty).unwrap();
        assert!(html.contains("Her er ingen henvendelser endnu"));
        sample::check_page(&html);
    }
}
