//! What a change of the rules would move, before anything is saved; confirmed with a reason.

use std::collections::HashMap;

use app::view::rules::{Confirmed, Kept, Offered, Preview};
use app::{Cx, Error};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use domain::id::{CitizenId, UserId};
use domain::personal::Personal;
use domain::programme::change::{Change, Number};
use domain::programme::moves::{CourseMoved, Moved};
use render::{Words, day};

use super::told::{self, ChangeHtml};
use super::{FILE, HISTORY, RULES, file, ways};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::Form;
use crate::frame::{Frame, Place};
use crate::part::Chip;
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

/// Where a confirmation is sent.
const CONFIRM: &str = "/opsaetning/indsats/gem";

/// Saves what was shown.
pub(crate) async fn confirm(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let reason = sent.words("grund").unwrap_or_default();
    let (toml, seen) = (sent.text("toml").to_owned(), sent.text("set").to_owned());
    let confirmed = app::rules::confirm(&site.app, &cx, (&toml, sent.version()), Some(&seen), &reason, once).await;
    match confirmed {
        Ok(Confirmed::Saved(_)) => {
            for place in [RULES, FILE] {
                app::unsent::throw_away(&site.app, &cx, place).await.map_err(|error| reader.fault(error))?;
            }
            Ok(see_other("/opsaetning/indsats?gemt=ja"))
        }
        Ok(Confirmed::Not(offered)) => {
            let t = render::words(reader.locale);
            show(&site, &cx, &reader, &offered, None, t.say("rules-moved-meanwhile"))
        }
        Err(error @ (Error::Refusal(_) | Error::Refusals(_) | Error::Stale)) => {
            let offered = app::rules::offer(&site.app, &cx, app::rules::Way::File(&toml), sent.version()).await;
            let form = Form::again(&cx, &reader, CONFIRM.to_owned(), None, sent);
            let form = form.and_then(|form| {
                if matches!(error, Error::Stale) { Ok(form) } else { form.refused(error, &[("grund", "grund")]) }
            });
            show(
                &site,
                &cx,
                &reader,
                &offered.map_err(|error| reader.fault(error))?,
                Some(form.map_err(|error| reader.fault(error))?),
                "",
            )
        }
        Err(error) => Err(reader.fault(error)),
    }
}

/// Somebody whose days move: what the person is called and where the page is, or a number.
struct WhoHtml {
    name: String,
    href: Option<String>,
}

struct CourseHtml {
    who: WhoHtml,
    before: String,
    after: String,
    by: String,
    months: String,
    loses: bool,
    more: Vec<String>,
}

struct LineHtml {
    who: WhoHtml,
    text: String,
}

/// What another has saved meanwhile.
struct TheirsHtml {
    by: String,
    reason: String,
    changes: Vec<ChangeHtml>,
}

#[derive(Template)]
#[template(path = "setup-preview.html")]
struct PreviewHtml<'a> {
    f: Frame<'a>,
    ways: Vec<Chip>,
    form: Form,
    note: String,
    theirs: Option<TheirsHtml>,
    changes: Vec<ChangeHtml>,
    lead: String,
    ends: Vec<CourseHtml>,
    others: Vec<CourseHtml>,
    others_told: String,
    outside: Vec<LineHtml>,
    clarifications: Vec<LineHtml>,
    over_cap: Vec<LineHtml>,
    retired: Vec<String>,
    warnings: Vec<String>,
    toml: String,
    seen: String,
}

/// Lays out what is offered; rules that are refused, or a file that cannot be read, lead back to where they came from.
pub(super) fn show(
    site: &Site,
    cx: &Cx,
    reader: &Reader,
    offered: &Offered,
    form: Option<Form>,
    note: &str,
) -> Result<Response, Fault> {
    let (preview, theirs) = match offered {
        Offered::Good(preview) => (preview, None),
        Offered::Stale(theirs, preview) => (preview, Some(theirs)),
        Offered::Same => return Ok(see_other(HISTORY)),
        Offered::Refused(_) | Offered::Faults(_) => return file::refused(cx, reader, offered, ""),
    };
    let t = render::words(reader.locale);
    let instrument = |key: &str| match site.app.instruments().named(key) {
        Some(pack) => t.locale().of(&pack.title).to_owned(),
        None => key.to_owned(),
    };
    let form = match form {
        Some(form) => form,
        None => {
            Form::again(cx, reader, CONFIRM.to_owned(), None, Sent::default()).map_err(|error| reader.fault(error))?
        }
    };
    let mut form = form;
    form.version = preview.version;
    let status = match (theirs.is_some() || !note.is_empty(), form.status()) {
        (true, _) => StatusCode::CONFLICT,
        (false, status) => status,
    };
    let names = Names { t, preview };
    let (ends, others): (Vec<&CourseMoved>, Vec<&CourseMoved>) =
        preview.moves.courses.iter().partition(|moved| moved.end.is_some() || moved.enrolment.is_some());
    let moves = &preview.moves;
    let html = PreviewHtml {
        f: Frame::new(reader, t.say("preview-title"), Place::Setup, RULES.to_owned()),
        ways: ways(reader, RULES),
        note: note.to_owned(),
        theirs: theirs.map(|kept| theirs_of(t, kept, &instrument)),
        changes: told::changes(t, &preview.changes, &instrument),
        lead: lead(t, preview, ends.len()),
        others_told: t.say_with("preview-others", &[("n", others.len().into())]),
        ends: names.courses(&ends),
        others: names.courses(&others),
        outside: moves
            .outside
            .iter()
            .map(|one| names.line(one.citizen, t.say_of("preview-enrolled", "day", &day::medium(t, one.enrolled_on))))
            .collect(),
        clarifications: moves.clarifications.iter().map(|one| names.line(one.citizen, until(t, one.until))).collect(),
        over_cap: moves.over_cap.iter().map(|one| names.worker(one.worker, one.total, one.was_over)).collect(),
        retired: moves
            .retired
            .iter()
            .map(|one| {
                let area = t.locale().of(&one.area.name);
                t.say_with("preview-retired", &[("area", area.into()), ("n", one.goals.into())])
            })
            .collect(),
        warnings: warnings(t, &preview.changes),
        toml: preview.toml.clone(),
        seen: preview.seen.clone(),
        form,
    };
    Ok((status, laid_out(&html)?).into_response())
}

fn theirs_of(t: &Words, kept: &Kept, instrument: &dyn Fn(&str) -> String) -> TheirsHtml {
    TheirsHtml {
        by: told::by(t, kept),
        reason: kept.reason.as_ref().map(|reason| reason.reveal().clone()).unwrap_or_default(),
        changes: told::changes(t, &kept.changes, instrument),
    }
}

fn lead(t: &Words, preview: &Preview, ends: usize) -> String {
    if preview.moves.is_empty() {
        return t.say("preview-nothing").to_owned();
    }
    t.say_with("preview-lead", &[("n", ends.into())])
}

/// What a change does that moves nobody's day.
fn warnings(t: &Words, changes: &[Change]) -> Vec<String> {
    let mut warnings = Vec::new();
    for change in changes {
        match change {
            Change::Number(Number::WithholdBelow, before, after) if after < before => {
                warnings.push(t.say_with("preview-withhold", &[("n", (*after).into())]));
            }
            Change::InstrumentRemoved(_) => warnings.push(t.say("preview-instrument").to_owned()),
            _ => {}
        }
    }
    warnings
}

fn until(t: &Words, moved: Moved) -> String {
    match moved.to {
        Some(to) => t.say_of("preview-until", "day", &day::medium(t, to)),
        None => t.say("preview-no-window").to_owned(),
    }
}

struct Names<'a> {
    t: &'static Words,
    preview: &'a Preview,
}

impl Names<'_> {
    fn who(&self, citizen: CitizenId) -> WhoHtml {
        match self.preview.names.get(&citizen) {
            Some(name) => WhoHtml { name: name.reveal().clone(), href: Some(format!("/borger/{citizen}/forloeb")) },
            None => WhoHtml { name: self.t.say("preview-somebody").to_owned(), href: None },
        }
    }

    fn line(&self, citizen: CitizenId, text: String) -> LineHtml {
        LineHtml { who: self.who(citizen), text }
    }

    fn worker(&self, worker: UserId, total: usize, was_over: bool) -> LineHtml {
        let names: &HashMap<UserId, Personal<String>> = &self.preview.workers;
        let name = names.get(&worker).map(|name| name.reveal().clone()).unwrap_or_default();
        let key = if was_over { "preview-over-before" } else { "preview-over" };
        let text = self.t.say_with(key, &[("n", total.into()), ("cap", self.preview.rules.caseload_cap.into())]);
        LineHtml { who: WhoHtml { name, href: None }, text }
    }

    fn courses(&self, moved: &[&CourseMoved]) -> Vec<CourseHtml> {
        moved.iter().map(|moved| self.course(moved)).collect()
    }

    fn course(&self, moved: &CourseMoved) -> CourseHtml {
        let t = self.t;
        let shown =
            |on: Option<NaiveDate>| on.map_or_else(|| t.say("preview-no-end").to_owned(), |on| day::medium(t, on));
        let (before, after, by, loses) = match moved.end {
            Some(end) => (shown(end.from), shown(end.to), by(t, end), end.days().is_none_or(|days| days < 0)),
            None => (String::new(), String::new(), String::new(), false),
        };
        let mut more = Vec::new();
        if let Some(enrolment) = moved.enrolment {
            let (from, to) = (shown(enrolment.from), shown(enrolment.to));
            more.push(t.say_with("preview-enrolment", &[("from", from.as_str().into()), ("to", to.as_str().into())]));
        }
        for (number, phase) in &moved.phases {
            let (from, to) = (shown(phase.from), shown(phase.to));
            more.push(t.say_with(
                "preview-phase",
                &[("n", (*number).into()), ("from", from.as_str().into()), ("to", to.as_str().into())],
            ));
        }
        for (key, days) in [("preview-gone", &moved.follow_ups_gone), ("preview-new", &moved.follow_ups_new)] {
            if !days.is_empty() {
                let days: Vec<String> = days.iter().map(|on| day::medium(t, *on)).collect();
                more.push(t.say_of(key, "days", &days.join(", ")));
            }
        }
        let months = moved.end.map(|end| months(t, end)).unwrap_or_default();
        CourseHtml { who: self.who(moved.citizen), before, after, by, months, loses, more }
    }
}

/// "31 dage tidligere".
fn by(t: &Words, moved: Moved) -> String {
    let Some(days) = moved.days() else { return t.say("preview-after-funding").to_owned() };
    let key = if days < 0 { "preview-earlier" } else { "preview-later" };
    t.say_with(key, &[("n", days.abs().into())])
}

/// "1 måned", where it is one or more.
fn months(t: &Words, moved: Moved) -> String {
    let months = moved.months().filter(|months| *months > 0);
    months.map(|months| t.say_with("preview-months", &[("n", months.into())])).unwrap_or_default()
}
