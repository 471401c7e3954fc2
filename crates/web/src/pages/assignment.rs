//! `/borger/{id}/medarbejder`: who works with the citizen, who has room, and exceptions.

use app::assignment::Giving;
use app::view::assignment::{AssignmentPage, Load};
use app::{Cx, Error};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use domain::id::UserId;
use domain::refusal::Code;
use render::{Words, day};
use uuid::Uuid;

use super::about::{AboutHead, Top, Way};
use super::block::days;
use super::citizen::citizen_of;
use super::identity::Asked;
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form};
use crate::frame::Frame;
use crate::part::{Chip, Done};
use crate::person::PersonNav;
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

const FIELDS: [(&str, &str); 2] = [("medarbejder", "medarbejder"), ("fra", "fra")];
const EXCEPTION_FIELDS: [(&str, &str); 1] = [("grund", "undtagelse_grund")];

/// What a page that leads here has filled in: whom, and from which day.
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub(crate) struct Wished {
    til: Option<String>,
    fra: Option<String>,
}

/// Who works with the citizen.
pub(crate) async fn assignment(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
    Query(wished): Query<Wished>,
) -> Result<Html<String>, Fault> {
    let page = app::assignment::page(&site.app, &cx, citizen_of(&id)?).await.map_err(|error| reader.fault(error))?;
    let form = Form::fresh(&site.app, &cx, &reader, place(&page), Some(page.about.id)).await;
    let from = crate::field::day(&wished.fra.unwrap_or_default()).unwrap_or(cx.today);
    let (from, worker) = (render::day::typed(from), wished.til.unwrap_or_default());
    let filled = [("fra", from.as_str()), ("medarbejder", worker.as_str())];
    let form = form.map_err(|error| reader.fault(error))?.filled(0, &filled);
    let except = exception(&cx, &reader, &page, Sent::default()).map_err(|error| reader.fault(error))?;
    let t = render::words(reader.locale);
    let said = asked.gemt.map(|what| if what == "undtagelse" { "exception-saved" } else { "assignment-saved" });
    let done = said.map(|said| Done::said(t.say(said).to_owned()));
    show(&reader, &page, (form, except), None, done)
}

/// Gives the course to a worker.
pub(crate) async fn give(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let id = citizen_of(&id)?;
    let version = sent.text("tildeling_version").parse().unwrap_or(0);
    let giving = Giving {
        worker: sent.id("medarbejder").map(UserId),
        from: sent.day("fra").day,
        note: sent.words("note").unwrap_or_default(),
        current: sent.id("tildeling").map(|assignment| (assignment, version)),
    };
    let error = match app::assignment::give(&site.app, &cx, id, giving, once).await {
        Ok(_) => {
            let place = format!("/borger/{id}/medarbejder");
            app::unsent::throw_away(&site.app, &cx, &place).await.map_err(|error| reader.fault(error))?;
            // Whoever has handed the citizen over may not see the page any more.
            let seen = app::assignment::page(&site.app, &cx, id).await.is_ok();
            return Ok(see_other(&if seen { format!("{place}?gemt=ja") } else { "/mine-borgere".to_owned() }));
        }
        Err(error) => error,
    };
    let is_full = matches!(&error, Error::Refusals(refused) if refused.iter().any(|one| one.code == Code::NoRoom));
    let page = app::assignment::page(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
    let form = Form::again(&cx, &reader, place(&page), Some(page.about.id), sent);
    let form = form.and_then(|form| form.refused(error, &FIELDS)).map_err(|error| reader.fault(error))?;
    let except = exception(&cx, &reader, &page, Sent::default()).map_err(|error| reader.fault(error))?;
    let status = form.status();
    let room = is_full.then(|| room(form.t, &page.loads));
    Ok((status, show(&reader, &page, (form, except), room, None)?).into_response())
}

/// Grants an exception.
pub(crate) async fn except(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let id = citizen_of(&id)?;
    let (rule, worker) = match sent.text("regel").parse::<Uuid>() {
        Ok(worker) => ("R12", Some(UserId(worker))),
        Err(_) => ("R10", None),
    };
    let reason = sent.words("undtagelse_grund").unwrap_or_default();
    let error = match app::assignment::except(&site.app, &cx, id, (rule, worker), &reason, once).await {
        Ok(()) => return Ok(see_other(&format!("/borger/{id}/medarbejder?gemt=undtagelse"))),
        Err(error) => error,
    };
    let page = app::assignment::page(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
    let except = exception(&cx, &reader, &page, sent).and_then(|form| form.refused(error, &EXCEPTION_FIELDS));
    let except = except.map_err(|error| reader.fault(error))?;
    let form = Form::again(&cx, &reader, place(&page), Some(page.about.id), Sent::default());
    let form = form.map_err(|error| reader.fault(error))?.filled(0, &[("fra", &render::day::typed(cx.today))]);
    Ok((except.status(), show(&reader, &page, (form, except), None, None)?).into_response())
}

fn place(page: &AssignmentPage) -> String {
    format!("/borger/{}/medarbejder", page.about.id)
}

fn exception(cx: &Cx, reader: &Reader, page: &AssignmentPage, sent: Sent) -> Result<Form, Error> {
    Form::again(cx, reader, format!("{}/undtagelse", place(page)), Some(page.about.id), sent)
}

/// "Jonas Friis har 2 ledige pladser": who has room, by name, where somebody has not.
fn room(t: &Words, loads: &[Load]) -> String {
    let free = loads.iter().filter(|load| load.room > 0 && !load.has_citizen);
    let free: Vec<String> = free
        .map(|load| t.say_with("assignment-has-room", &[("name", load.name.reveal().into()), ("n", load.room.into())]))
        .collect();
    if free.is_empty() {
        t.say("assignment-nobody-has-room").to_owned()
    } else {
        t.say_of("assignment-room", "who", &free.join(", "))
    }
}

struct AssignedHtml<'a> {
    name: &'a str,
    days: String,
    note: &'a str,
}

struct LoadHtml<'a> {
    name: &'a str,
    of: String,
    split: String,
    free: String,
}

struct GrantedHtml<'a> {
    rule: &'static str,
    told: String,
    reason: &'a str,
}

#[derive(Template)]
#[template(path = "assignment.html")]
struct AssignmentHtml<'a> {
    f: Frame<'a>,
    head: AboutHead<'a>,
    nav: PersonNav,
    ways: Vec<Chip>,
    here: String,
    done: Option<Done>,
    form: Form,
    may_give: bool,
    is_ended: bool,
    give_title: &'static str,
    give_save: &'static str,
    current: Option<(String, i64)>,
    room: Option<String>,
    choices: Vec<Choice>,
    history: Vec<AssignedHtml<'a>>,
    loads: Vec<LoadHtml<'a>>,
    cap: String,
    except: Option<Form>,
    exceptions: Vec<GrantedHtml<'a>>,
    outside_window: bool,
    rules: Vec<Choice>,
}

/// Lays the page out.
fn show(
    reader: &Reader,
    page: &AssignmentPage,
    (form, except): (Form, Form),
    room: Option<String>,
    done: Option<Done>,
) -> Result<Html<String>, Fault> {
    let Top { f, head, nav, ways, here } = Top::new(reader, &page.about, Way::Assignment);
    let t = f.t;
    let (give_title, give_save) = match page.current {
        Some(_) => (t.say("assignment-hand-over"), t.say("assignment-hand-over-save")),
        None => (t.say("assignment-assign"), t.say("assignment-assign-save")),
    };
    laid_out(&AssignmentHtml {
        may_give: page.course.is_some() && (page.current.is_some() || page.may_assign),
        is_ended: page.course.is_none(),
        give_title,
        give_save,
        current: page.current.as_ref().map(|current| (current.id.to_string(), current.version)),
        room,
        choices: workers(t, &page.loads),
        history: page
            .history
            .iter()
            .map(|one| AssignedHtml {
                name: one.name.reveal(),
                days: days(t, one.from, one.to),
                note: one.note.reveal(),
            })
            .collect(),
        loads: page.loads.iter().map(|load| load_html(t, load, page.cap)).collect(),
        cap: t.say_with("assignment-cap", &[("n", page.cap.into())]),
        exceptions: page
            .exceptions
            .iter()
            .map(|one| GrantedHtml {
                rule: if one.rule == "R10" { t.say("exception-window") } else { t.say("exception-cap") },
                told: t.say_with(
                    "exception-told",
                    &[("day", (&day::medium(t, one.on)).into()), ("name", one.by.reveal().into())],
                ),
                reason: one.reason.reveal(),
            })
            .collect(),
        outside_window: page.outside_window,
        rules: rules(t, page),
        except: page.may_assign.then_some(except),
        f,
        head,
        nav,
        ways,
        here,
        done,
        form,
    })
}

fn load_html<'a>(t: &Words, load: &'a Load, cap: u32) -> LoadHtml<'a> {
    let total = load.enrolled + load.in_clarification;
    let split = [("enrolled", load.enrolled.into()), ("clarification", load.in_clarification.into())];
    LoadHtml {
        name: load.name.reveal(),
        of: t.say_with("assignment-of", &[("n", total.into()), ("cap", cap.into())]),
        split: t.say_with("assignment-split", &split),
        free: free(t, load),
    }
}

fn free(t: &Words, load: &Load) -> String {
    t.say_with("assignment-free", &[("n", load.room.into())])
}

/// The workers to choose from, each with the free places.
fn workers(t: &Words, loads: &[Load]) -> Vec<Choice> {
    let named = loads
        .iter()
        .map(|load| Choice::new(load.worker.to_string(), format!("{} · {}", load.name.reveal(), free(t, load))));
    std::iter::once(Choice::new("", t.say("choose-person"))).chain(named).collect()
}

/// What an exception can be to: the recruitment window, or a worker's cap.
fn rules(t: &Words, page: &AssignmentPage) -> Vec<Choice> {
    let window = Choice::new("vindue", t.say("exception-window"));
    let caps = page
        .loads
        .iter()
        .filter(|load| load.room == 0)
        .map(|load| Choice::new(load.worker.to_string(), t.say_of("exception-cap-of", "name", load.name.reveal())));
    let caps: Vec<Choice> = caps.collect();
    // What is needed now stands first.
    if page.outside_window {
        std::iter::once(window).chain(caps).collect()
    } else {
        caps.into_iter().chain([window]).collect()
    }
}
