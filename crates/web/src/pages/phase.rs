//! `/borger/{id}/forloeb`: the phases with what each demands, every mark, and the record.
//!
//! Each thing that can be marked has a page of its own (`phase/mark.rs`).

use app::view::phase::{MarkLine, Phase, PhaseAsk, PhasePage};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, Response};
use domain::access::Action;
use domain::demand::{Demand, Kind as Demanded, State as Stands};
use domain::id::{CitizenId, MarkId};
use render::catalogue::capital;
use render::{Words, day};
use serde::Deserialize;
use uuid::Uuid;

use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::frame::{Frame, Place, may};
use crate::pages::documentation::line::{LineHtml, lines};
use crate::pages::who::{Who, citizen_of};
use crate::part::Done;
use crate::person::{Part, PersonNav};
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

pub(crate) mod mark;

use mark::Kind;

/// What was just done.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    gemt: Option<String>,
    m: Option<Uuid>,
}

/// The phases of one citizen.
pub(crate) async fn phases(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let page = app::phase::page(&site.app, &cx, citizen_of(&id)?, PhaseAsk::default()).await;
    let page = page.map_err(|error| reader.fault(error))?;
    let keys = Keys::new(&cx, page.marks.len() + page.withdrawn.len() + 1).map_err(|error| reader.fault(error))?;
    show(&reader, &page, &asked, keys)
}

/// Takes a mark out.
pub(crate) async fn withdraw(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (citizen, once) = (citizen_of(&id)?, sent.check(&reader)?);
    let mark = sent.id("m").ok_or(Fault::NotFound)?;
    let done = app::phase::withdraw(&site.app, &cx, once, citizen, (MarkId(mark), sent.version()), None).await;
    done.map_err(|error| reader.fault(error))?;
    Ok(see_other(&format!("/borger/{citizen}/forloeb?gemt=traek&m={mark}")))
}

/// Puts a mark back.
pub(crate) async fn restore(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (citizen, once) = (citizen_of(&id)?, sent.check(&reader)?);
    let mark = sent.id("m").ok_or(Fault::NotFound)?;
    let done = app::phase::restore(&site.app, &cx, once, citizen, MarkId(mark)).await;
    done.map_err(|error| reader.fault(error))?;
    Ok(see_other(&format!("/borger/{citizen}/forloeb?gemt=fortryd")))
}

/// A key for each small form of the page.
pub(crate) struct Keys(Vec<String>);

impl Keys {
    pub(crate) fn new(cx: &app::Cx, n: usize) -> Result<Self, app::Error> {
        let keys = (0..n).map(|_| Ok(cx.form_key()?.0.to_string()));
        Ok(Self(keys.collect::<Result<_, app::Error>>()?))
    }

    fn take(&mut self) -> String {
        self.0.pop().unwrap_or_default()
    }
}

struct DemandHtml {
    look: &'static str,
    icon: &'static str,
    state: &'static str,
    text: String,
    sub: String,
    href: Option<String>,
}

struct PhaseHtml<'a> {
    name: String,
    about: Option<&'static str>,
    days: String,
    actual: String,
    is_now: bool,
    focus: Vec<&'a str>,
    focus_href: String,
    demands: Vec<DemandHtml>,
}

struct MarkHtml<'a> {
    id: String,
    version: i64,
    key: String,
    title: String,
    on: String,
    by: Option<&'a str>,
    has_note: bool,
    may_change: bool,
}

#[derive(Template)]
#[template(path = "phases.html")]
struct PhasesHtml<'a> {
    f: Frame<'a>,
    nav: PersonNav,
    who: Who<'a>,
    done: Option<Done>,
    here: String,
    who_id: CitizenId,
    token: &'a str,
    phases: Vec<PhaseHtml<'a>>,
    doings: Vec<(String, &'static str)>,
    marks: Vec<MarkHtml<'a>>,
    withdrawn: Vec<MarkHtml<'a>>,
    record_count: String,
    record: Vec<LineHtml>,
    may_mark: bool,
}

/// The page's place in the navigation: one's own citizen, or one of the programme.
pub(crate) fn place(reader: &Reader, is_own: bool) -> Place {
    if is_own || !may(reader, Action::ListAllCitizens) { Place::Own } else { Place::All }
}

pub(crate) fn show(reader: &Reader, page: &PhasePage, asked: &Asked, mut keys: Keys) -> Result<Html<String>, Fault> {
    let citizen = format!("/borger/{}", page.id);
    let here = format!("{citizen}/forloeb");
    let t = render::words(reader.locale);
    let f = Frame::new(reader, t.say("part-course"), place(reader, page.is_own), here.clone());
    let told = &page.documentation;
    laid_out(&PhasesHtml {
        nav: PersonNav::new(reader, page.id, Part::Course),
        who: Who::new(t, &page.name, &page.heed, &page.standing, page.day),
        done: done(t, reader, &here, asked, &mut keys),
        who_id: page.id,
        token: &reader.token,
        phases: page.phases.iter().map(|phase| phase_html(t, page, phase)).collect(),
        doings: doings(t, page, &here),
        marks: page.marks.iter().map(|line| mark_html(t, page, line, &mut keys)).collect(),
        withdrawn: page.withdrawn.iter().map(|line| mark_html(t, page, line, &mut keys)).collect(),
        record_count: t.say_with("record-count", &[("done", told.done.into()), ("of", told.of.into())]),
        record: lines(t, told, page.id, page.day),
        may_mark: page.may_mark,
        here,
        f,
    })
}

/// What can be marked, beside what stands at the phases.
fn doings(t: &'static Words, page: &PhasePage, here: &str) -> Vec<(String, &'static str)> {
    if !page.may_mark {
        return Vec::new();
    }
    let kinds = [Kind::Shift, Kind::Review, Kind::Agreed, Kind::Meeting, Kind::Interruption, Kind::Boundary];
    let may = |kind: &Kind| *kind != Kind::Boundary || page.may_move;
    kinds.into_iter().filter(may).map(|kind| (format!("{here}/{}", kind.word()), kind.title(t))).collect()
}

fn done(t: &'static Words, reader: &Reader, here: &str, asked: &Asked, keys: &mut Keys) -> Option<Done> {
    let said = asked.gemt.as_deref()?;
    if said == "traek" {
        let done = Done::said(t.say("phase-withdrawn").to_owned());
        let fields = |mark: Uuid, key| vec![("token", reader.token.clone()), ("noegle", key), ("m", mark.to_string())];
        return Some(match asked.m {
            Some(mark) => done.undone_by(t, format!("{here}/fortryd"), fields(mark, keys.take())),
            None => done,
        });
    }
    if said == "fortryd" {
        return Some(Done::said(t.say("phase-restored").to_owned()));
    }
    Kind::named(said).map(|kind| Done::said(t.say_of("phase-kept", "what", kind.title(t))))
}

/// "Fase 2", and what it is about, where the programme has the usual three.
fn phase_html<'a>(t: &'static Words, page: &'a PhasePage, phase: &'a Phase) -> PhaseHtml<'a> {
    let number = phase.number;
    let about = match (number, page.phases.len()) {
        (1, 3) => Some(t.say("band-phase-1")),
        (2, 3) => Some(t.say("band-phase-2")),
        (3, 3) => Some(t.say("band-phase-3")),
        _ => None,
    };
    let on = |day| day::brief(t, day, page.day);
    let actual = match (phase.shifted_on, phase.planned_from) {
        (Some(shifted), _) => t.say_with("phase-shifted", &[("day", (&on(shifted)).into())]),
        (None, Some(planned)) => t.say_with("phase-moved", &[("day", (&on(planned)).into())]),
        (None, None) if number == 1 => t.say("phase-begins-with-star").to_owned(),
        (None, None) => t.say("phase-not-shifted").to_owned(),
    };
    let named =
        |key: &String| page.goal_areas.iter().find(|area| area.key == *key).map(|area| t.locale().of(&area.name));
    PhaseHtml {
        name: t.say_with("band-phase", &[("n", number.into())]),
        about,
        days: day::period(t, phase.days),
        actual,
        is_now: phase.is_now,
        focus: phase.focus.iter().filter_map(named).collect(),
        focus_href: format!("/borger/{}/forloeb/fokus?fase={number}", page.id),
        demands: phase.demands.iter().map(|demand| demand_html(t, page, phase, demand)).collect(),
    }
}

fn demand_html(t: &'static Words, page: &PhasePage, phase: &Phase, demand: &Demand) -> DemandHtml {
    let (look, icon, state) = match demand.state {
        Stands::Met => ("is-done", "success", t.say("demand-met")),
        Stands::NotYet => ("is-ahead", "time", t.say("demand-not-yet")),
        Stands::NotMet => ("is-missing", "warning", t.say("demand-not-met")),
        Stands::NotRelevant => ("is-ahead", "minus", t.say("demand-not-relevant")),
    };
    let (have, needed) = demand.count.unwrap_or_default();
    let counted = |key| t.say_with(key, &[("have", have.into()), ("needed", needed.into())]);
    let text = match demand.kind {
        Demanded::Shift => t.say("demand-shift").to_owned(),
        Demanded::Plan => t.say("demand-plan").to_owned(),
        Demanded::FocusAreas => t.say_with("demand-focus", &[("have", have.into())]),
        Demanded::FirstMonth => counted("demand-first-month"),
        Demanded::OutsideMeetings => counted("demand-outside"),
        Demanded::Support => counted("demand-support"),
        Demanded::FewerContacts => t.say("demand-fewer").to_owned(),
        Demanded::SupportAgreed => t.say("demand-agreed").to_owned(),
        Demanded::Review => t.say("demand-review").to_owned(),
        Demanded::ClosingMeeting => t.say("demand-meeting").to_owned(),
    };
    let by = demand.by.filter(|_| matches!(demand.state, Stands::NotYet));
    let sub = match (demand.state, by) {
        (Stands::NotYet, Some(by)) => t.say_with("demand-by", &[("day", (&day::brief(t, by, page.day)).into())]),
        (Stands::NotMet | Stands::NotRelevant, _) => state.to_owned(),
        _ => String::new(),
    };
    let open = page.may_mark && matches!(demand.state, Stands::NotYet | Stands::NotMet);
    let begun = phase.days.from <= page.day;
    let number = phase.number;
    let below = match demand.kind {
        Demanded::Shift => Some(format!("forloeb/faseskift?fase={number}")),
        Demanded::Review if begun => Some(format!("forloeb/tilbageblik?fase={number}")),
        Demanded::Plan if begun => Some("plan".to_owned()),
        Demanded::FocusAreas => Some(format!("forloeb/fokus?fase={number}")),
        Demanded::FirstMonth | Demanded::OutsideMeetings | Demanded::Support if begun => Some("kontakt".to_owned()),
        Demanded::SupportAgreed => Some("forloeb/aftale".to_owned()),
        Demanded::ClosingMeeting => Some("forloeb/samtale".to_owned()),
        _ => None,
    };
    let href = below.filter(|_| open).map(|below| format!("/borger/{}/{below}", page.id));
    DemandHtml { look, icon, state, text, sub, href }
}

fn mark_html<'a>(t: &Words, page: &PhasePage, line: &'a MarkLine, keys: &mut Keys) -> MarkHtml<'a> {
    let on = |day| day::numeric(t, day);
    let mut title = capital(t.code("mark", line.kind.code()));
    if let Some(phase) = line.phase {
        title.push_str(" · ");
        title.push_str(&t.say_with("what-mark-phase", &[("phase", phase.into())]));
    }
    if let Some(area) = &line.area {
        title.push_str(" · ");
        title.push_str(t.locale().of(area));
    }
    let running = line.kind == domain::code::MarkKind::Interruption && line.until.is_none();
    MarkHtml {
        id: line.id.to_string(),
        version: line.version,
        key: keys.take(),
        title,
        on: match line.until {
            Some(until) => day::period(t, domain::programme::Period { from: line.on, to: until }),
            None if running => t.say_with("phase-since", &[("day", (&on(line.on)).into())]),
            None => on(line.on),
        },
        by: line.by.as_ref().map(|by| by.reveal().as_str()),
        has_note: line.has_note,
        may_change: line.may_change && page.may_mark,
    }
}

/// The address of a citizen's phases.
pub(crate) fn address(citizen: CitizenId) -> String {
    format!("/borger/{citizen}/forloeb")
}
