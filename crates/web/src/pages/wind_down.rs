//! `/afvikling`: how every open course ends within the funding; and try-outs, which stand in the address and change nothing.

pub(super) mod part;
mod tried;

use app::view::wind_down::{WindDownAsk, WindDownPage};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use domain::id::UserId;
use render::day;
use serde::Deserialize;

use self::part::{LateHtml, WindDownHtml, late};
use self::tried::{EnrolHtml, LeaveHtml, enrol, leave};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::field::DayField;
use crate::form::Choice;
use crate::frame::{Frame, Place};
use crate::reader::{Reader, SignedIn};

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    dag: Option<String>,
    indskrives: Option<String>,
    flere: Option<String>,
    til: Option<String>,
    stopper: Option<String>,
    den: Option<String>,
    alle: Option<String>,
}

/// What was typed, read.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields {
    day: DayField,
    enrolled: DayField,
    more: (String, Option<u32>),
    until: DayField,
    worker: Option<UserId>,
    leaves: DayField,
    shows_all: bool,
}

impl Fields {
    fn read(asked: Asked) -> Self {
        let more = asked.flere.unwrap_or_default();
        let number = more.trim().parse().ok().filter(|n| (1..=app::wind_down::MOST).contains(n));
        Self {
            day: DayField::read(asked.dag),
            enrolled: DayField::read(asked.indskrives),
            more: (more, number),
            until: DayField::read(asked.til),
            worker: asked.stopper.and_then(|worker| worker.parse().ok()).map(UserId),
            leaves: DayField::read(asked.den),
            shows_all: asked.alle.as_deref() == Some("ja"),
        }
    }

    const fn ask(&self) -> WindDownAsk {
        WindDownAsk {
            day: self.day.day,
            enrolled_on: self.enrolled.day,
            more: match (self.more.1, self.until.day) {
                (Some(more), Some(until)) => Some((more, until)),
                _ => None,
            },
            leaves: match (self.worker, self.leaves.day) {
                (Some(worker), Some(on)) => Some((worker, on)),
                _ => None,
            },
            shows_all: self.shows_all,
        }
    }

    /// The number is wrong where something was typed that is none.
    fn number_is_wrong(&self) -> bool {
        self.more.1.is_none() && !self.more.0.trim().is_empty()
    }
}

/// The page.
pub(crate) async fn wind_down(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let fields = Fields::read(asked);
    let page = app::wind_down::page(&site.app, &cx, fields.ask()).await.map_err(|error| reader.fault(error))?;
    show(&reader, &page, &fields)
}

#[derive(Template)]
#[template(path = "wind-down.html")]
struct PageHtml<'a> {
    f: Frame<'a>,
    lead: String,
    wd: WindDownHtml,
    day: String,
    day_fault: Option<&'static str>,
    enrolled: String,
    enrolled_fault: Option<&'static str>,
    late: Vec<LateHtml>,
    all: Option<String>,
    more: &'a str,
    more_fault: Option<&'static str>,
    until: String,
    until_fault: Option<&'static str>,
    workers: Vec<Choice>,
    worker: String,
    leaves: String,
    leaves_fault: Option<&'static str>,
    enrol: Option<EnrolHtml>,
    leave: Option<LeaveHtml>,
}

pub(super) fn show(reader: &Reader, page: &WindDownPage, fields: &Fields) -> Result<Html<String>, Fault> {
    let t = render::words(reader.locale);
    let told = &page.told;
    let fault = |field: &DayField| field.fault.map(|key| t.say(key));
    let mut workers = vec![Choice::new("", t.say("wind-down-try-choose"))];
    workers.extend(page.workers.iter().map(|(id, name)| Choice::new(id.to_string(), name.reveal().as_str())));
    let usual_until = told.decide_by.unwrap_or(told.day);
    let wd = WindDownHtml::new(t, told, page.today);
    laid_out(&PageHtml {
        f: Frame::new(reader, t.say("wind-down-title"), Place::Desk, address(fields)),
        lead: t.say_with(
            "figures-of",
            &[("programme", reader.locale.of(&reader.programme).into()), ("day", (&day::long(t, told.day)).into())],
        ),
        day: fields.day.shown(Some(told.day)),
        day_fault: fault(&fields.day),
        enrolled: fields.enrolled.shown(page.ask.enrolled_on),
        enrolled_fault: fault(&fields.enrolled),
        late: told.cannot_end.iter().map(|row| late(t, row)).collect(),
        all: wd.more.then(|| {
            let mut all = fields.clone();
            all.shows_all = true;
            address(&all)
        }),
        wd,
        more: &fields.more.0,
        more_fault: fields.number_is_wrong().then(|| t.say("wind-down-try-wrong")),
        until: fields.until.shown(Some(fields.until.day.unwrap_or(usual_until))),
        until_fault: fault(&fields.until),
        worker: fields.worker.map(|worker| worker.to_string()).unwrap_or_default(),
        workers,
        leaves: fields.leaves.shown(page.ask.leaves.map(|(_, on)| on)),
        leaves_fault: fault(&fields.leaves),
        enrol: page.more.as_ref().map(|more| enrol(t, page, more)),
        leave: page.leaving.as_ref().map(|leaving| leave(t, page, leaving)),
    })
}

/// The address of what is asked: it can be sent to somebody, and asks the same.
fn address(fields: &Fields) -> String {
    let ask = fields.ask();
    let mut parts = Vec::new();
    let mut add = |name: &str, value: String| parts.push(format!("{name}={value}"));
    if let Some(day) = ask.day {
        add("dag", day::typed(day));
    }
    if let Some(on) = ask.enrolled_on {
        add("indskrives", day::typed(on));
    }
    if let Some((more, until)) = ask.more {
        add("flere", more.to_string());
        add("til", day::typed(until));
    }
    if let Some((worker, on)) = ask.leaves {
        add("stopper", worker.to_string());
        add("den", day::typed(on));
    }
    if ask.shows_all {
        add("alle", "ja".to_owned());
    }
    if parts.is_empty() { "/afvikling".to_owned() } else { format!("/afvikling?{}", parts.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_try_out_stands_in_the_address_and_reads_back() {
        let worker = uuid::Uuid::from_u128(9).to_string();
        let asked = Asked {
            dag: Some("23.11.2015".into()),
            flere: Some("6".into()),
            til: Some("31.3.2016".into()),
            stopper: Some(worker),
            den: Some("1/2-16".into()),
            ..Asked::default()
        };
        let fields = Fields::read(asked);
        let uri: axum::http::Uri = address(&fields).parse().unwrap();
        let Query(again) = Query::<Asked>::try_from_uri(&uri).unwrap();
        assert_eq!(Fields::read(again).ask(), fields.ask());
        assert!(fields.ask().more.is_some() && fields.ask().leaves.is_some());
    }

    #[test]
    fn a_number_that_is_none_is_told_and_tries_nothing() {
        for typed in ["0", "100", "-1", "mange", "99999999999"] {
            let asked = Asked { flere: Some(typed.into()), til: Some("31.3.2016".into()), ..Asked::default() };
            let fields = Fields::read(asked);
            assert!(fields.number_is_wrong() && fields.ask().more.is_none(), "{typed}");
        }
        assert!(!Fields::read(Asked::default()).number_is_wrong());
    }
}
