//! `/bord`: the coordinator's desk, what is missing, due and waiting in the whole programme.

mod beside;
mod due;
mod tile;

use app::view::desk::{DeskAsk, DeskPage};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use domain::desk::Severity;
use domain::id::UserId;
use render::catalogue::capital;
use render::day;
use serde::Deserialize;

use self::beside::{ExceptionHtml, LoadHtml, ReferralHtml, WaitingHtml};
use self::due::DueHtml;
use self::tile::Tile;
use super::forecast::part::ForecastHtml;
use super::wind_down::part::WindDownHtml;
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::field::DayField;
use crate::form::Choice;
use crate::frame::{Frame, Place};
use crate::part::{Chip, Done};
use crate::reader::{Reader, SignedIn};

/// Each severity with its word in an address.
const SEVERITIES: [(Severity, &str); 3] =
    [(Severity::Urgent, "haster"), (Severity::Soon, "snart"), (Severity::Note, "orientering")];
/// The indicators of the short table.
const INDICATORS: usize = 4;

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    dag: Option<String>,
    vis: Option<String>,
    medarbejder: Option<String>,
    alle: Option<String>,
    gemt: Option<String>,
}

impl Asked {
    fn read(&self, day: &DayField) -> DeskAsk {
        let severity = SEVERITIES.iter().find(|(_, word)| self.vis.as_deref() == Some(word));
        DeskAsk {
            day: day.day,
            severity: severity.map(|(severity, _)| *severity),
            worker: self.medarbejder.as_deref().and_then(|worker| worker.parse().ok()).map(UserId),
            shows_all: self.alle.as_deref() == Some("ja"),
        }
    }
}

/// The address of a desk.
fn address(ask: DeskAsk) -> String {
    let mut parts = Vec::new();
    if let Some(day) = ask.day {
        parts.push(format!("dag={}", day::typed(day)));
    }
    if let Some((_, word)) = SEVERITIES.iter().find(|(severity, _)| Some(*severity) == ask.severity) {
        parts.push(format!("vis={word}"));
    }
    if let Some(worker) = ask.worker {
        parts.push(format!("medarbejder={worker}"));
    }
    if ask.shows_all {
        parts.push("alle=ja".to_owned());
    }
    if parts.is_empty() { "/bord".to_owned() } else { format!("/bord?{}", parts.join("&")) }
}

/// The desk.
pub(crate) async fn desk(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let day = DayField::read(asked.dag.clone());
    let page = app::desk::page(&site.app, &cx, asked.read(&day)).await.map_err(|error| reader.fault(error))?;
    let t = render::words(reader.locale);
    let done = (asked.gemt.as_deref() == Some("spurgt")).then(|| Done::said(t.say("desk-asked-done").to_owned()));
    show(&reader, &page, &day, done)
}

#[derive(Template)]
#[template(path = "desk.html")]
struct DeskHtml<'a> {
    f: Frame<'a>,
    done: Option<Done>,
    lead: String,
    is_past: bool,
    day: String,
    day_fault: Option<&'static str>,
    tiles: [Tile; 4],
    chips: Vec<Chip>,
    workers: Vec<Choice>,
    worker: String,
    severity: &'static str,
    due: Vec<DueHtml<'a>>,
    goals: Option<(String, String)>,
    is_quiet: bool,
    rest: Option<(String, String)>,
    loads: Vec<LoadHtml<'a>>,
    loads_rest: Option<(String, String)>,
    cap: String,
    waiting: Vec<WaitingHtml<'a>>,
    waiting_until: String,
    wd: WindDownHtml,
    fc: ForecastHtml,
    referrals: Vec<ReferralHtml<'a>>,
    referrals_rest: Option<(String, String)>,
    exceptions: Vec<ExceptionHtml>,
    exceptions_rest: Option<(String, String)>,
    enquiries: Vec<(String, String)>,
    enquiries_total: usize,
    fidelity: Vec<(&'static str, [String; 3])>,
    reports: Vec<(&'static str, String, String)>,
}

pub(super) fn show(
    reader: &Reader,
    page: &DeskPage,
    day_field: &DayField,
    done: Option<Done>,
) -> Result<Html<String>, Fault> {
    let t = render::words(reader.locale);
    let ask = page.ask;
    let is_past = page.day != page.today;
    let all = page.counts.iter().sum::<usize>();
    // The goals are one line of their own, to be noted.
    let notes = usize::from(page.unlinked.0 > 0);
    let chip = |severity: Option<Severity>, text: String| Chip {
        href: format!("{}#mangler", address(DeskAsk { severity, shows_all: false, ..ask })),
        text,
        is_current: ask.severity == severity,
    };
    let mut chips = vec![chip(None, t.say_with("desk-all", &[("n", (all + notes).into())]))];
    for (severity, _) in SEVERITIES {
        let n = page.counts.get(severity as usize).copied().unwrap_or(0);
        let n = if severity == Severity::Note { n + notes } else { n };
        let name = super::need::weight(t, severity).text;
        chips
            .push(chip(Some(severity), t.say_with("desk-severity-chip", &[("name", (&name).into()), ("n", n.into())])));
    }
    let mut workers = vec![Choice::new("", t.say("desk-worker-all"))];
    workers.extend(page.loads.iter().map(|load| Choice::new(load.worker.to_string(), load.name.reveal().as_str())));
    let shows_goals =
        page.unlinked.0 > 0 && ask.worker.is_none() && ask.severity.is_none_or(|one| one == Severity::Note);
    let rest = |total: usize, shown: usize| {
        let whole = DeskAsk { shows_all: !ask.shows_all, ..ask };
        match (total > shown, ask.shows_all && total > 10) {
            (true, _) => Some((address(whole), t.say_with("desk-rest", &[("n", total.into())]))),
            (false, true) => Some((address(whole), t.say("desk-fewer").to_owned())),
            (false, false) => None,
        }
    };
    laid_out(&DeskHtml {
        f: Frame::new(reader, t.say("desk-title"), Place::Desk, address(ask)),
        done,
        lead: if is_past {
            t.say_of("desk-lead-past", "day", &day::long(t, page.day))
        } else {
            capital(&t.say_with(
                "desk-lead",
                &[("day", (&day::long(t, page.day)).into()), ("week", (&day::week(t, page.day)).into())],
            ))
        },
        is_past,
        day: day_field.shown(Some(page.day)),
        day_fault: day_field.fault.map(|key| t.say(key)),
        tiles: tile::tiles(t, page),
        chips,
        worker: ask.worker.map(|worker| worker.to_string()).unwrap_or_default(),
        severity: SEVERITIES.iter().find(|(one, _)| Some(*one) == ask.severity).map_or("", |(_, word)| *word),
        workers,
        due: page.due.iter().map(|row| DueHtml::new(t, row, (page.day, is_past))).collect(),
        goals: shows_goals.then(|| due::goals(t, page.unlinked)),
        is_quiet: all == 0 && page.unlinked.0 == 0,
        rest: rest(page.matching, page.due.len()),
        loads: page.loads.iter().map(|load| beside::load(t, load, page.cap)).collect(),
        loads_rest: rest(page.loads_total, page.loads.len()).filter(|_| page.loads_total > page.loads.len()),
        cap: t.say_with("desk-loads-cap", &[("cap", page.cap.into())]),
        waiting: page.waiting.iter().map(|row| beside::waiting(t, row, page.day)).collect(),
        waiting_until: match page.wind_down.decide_by {
            Some(by) => t.say_of("desk-waiting-until", "day", &day::numeric(t, by)),
            None => t.say("desk-waiting-closed").to_owned(),
        },
        wd: WindDownHtml::new(t, &page.wind_down, page.today),
        fc: ForecastHtml::new(t, &page.forecast),
        referrals: page.referrals.iter().map(|row| beside::referral(t, row, page.day)).collect(),
        referrals_rest: rest(page.referrals_total, page.referrals.len()),
        exceptions: page.exceptions.iter().map(|row| beside::exception(t, row)).collect(),
        exceptions_rest: rest(page.exceptions_total, page.exceptions.len()),
        enquiries: page.enquiries.iter().map(|row| beside::enquiry(t, row, page.day)).collect(),
        enquiries_total: page.enquiries_total,
        fidelity: page.fidelity.indicators.iter().take(INDICATORS).map(|line| beside::indicator(t, line)).collect(),
        reports: {
            let quotations = page.quotations.iter().map(|one| beside::quotation(t, one));
            let recalls = (page.recalls > 0).then(|| beside::recalls(t, page.recalls));
            page.reports.iter().map(|row| beside::report(t, row)).chain(quotations).chain(recalls).collect()
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::sample;

    #[test]
    fn an_address_says_what_is_asked_and_reads_back() {
        for severity in [None, Some(Severity::Urgent), Some(Severity::Note)] {
            let ask = DeskAsk {
                day: Some(sample::date(2016, 4, 1)),
                severity,
                worker: Some(UserId(uuid::Uuid::from_u128(5))),
                shows_all: true,
            };
            let uri: axum::http::Uri = address(ask).parse().unwrap();
            let Query(asked) = Query::<Asked>::try_from_uri(&uri).unwrap();
            assert_eq!(asked.read(&DayField::read(asked.dag.clone())), ask);
        }
        assert_eq!(address(DeskAsk::default()), "/bord");
    }
}
