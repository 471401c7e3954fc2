//! `/rapporter/{id}`: one report: what became of it, its files with their sums, to whom it was sent, what it corrects.

use app::release::{Redefined, ReleasePage, TakenBack};
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use domain::code::ReleaseState;
use render::{Words, day, words};

use super::draft::Chosen;
use super::{HERE, name, preview, proposer, state};
use crate::Site;
use crate::fault::Fault;
use crate::form::Form;
use crate::frame::Place;
use crate::pages::paper::form::{Control, Field, Shown, filled, give_at, refused};
use crate::pages::paper::laid::{Cell, Grid, Laid, Link, Section, mark};
use crate::pages::paper::show::{Asked, press, screen_at};
use crate::pages::plan::uuid;
use crate::printed;
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;
use crate::typed::maybe_day;

/// The report.
pub(crate) async fn release(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let id = uuid(&id)?;
    let page = app::release::one(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
    let t = words(reader.locale);
    let here = format!("{HERE}/{id}");
    let mut laid = laid(t, &page, &here);
    laid.done = asked.done(t);
    let says = page.line.kept.says();
    let is_own = says.proposed_by.is_some_and(|by| cx.is_user(by));
    if says.state == ReleaseState::Proposed && page.may_lock {
        if page.is_held_back {
            laid.marks.push(mark("mark-care", "warning", t.say("release-held-back")));
        } else if is_own {
            laid.marks.push(mark("mark-none", "hourglass", t.say("release-waits")));
        } else {
            let to = (format!("{here}/laas"), page.line.kept.version);
            laid.presses.push(press(
                &cx,
                &reader,
                to,
                &t.say_with("release-lock", &[("n", says.number.into())]),
                true,
            )?);
        }
        laid.links.push(Link::new(format!("{here}/afvis"), t.say("release-turn-down"), "close"));
    }
    if let Some(section) = taken_back(t, &page) {
        laid.marks.push(mark("mark-care", "warning", t.say("release-taken-back")));
        laid.sections.insert(0, section);
    }
    if let Some(section) = redefined(t, &page) {
        laid.marks.push(mark("mark-none", "info", t.say("release-redefined")));
        laid.sections.push(section);
    }
    if page.has_other_template {
        laid.marks.push(mark("mark-none", "info", t.say("release-other-template")));
    }
    if page.may_keep && page.taken_back.iter().any(|one| one.told_on.is_none()) {
        let to = (format!("{here}/citater"), page.line.kept.version);
        laid.presses.push(press(&cx, &reader, to, t.say("release-taken-back-do"), true)?);
    }
    if says.state == ReleaseState::Proposed {
        laid.links.push(Link::new(Chosen::of(&says.asked, None).address(), t.say("regular-draft"), "document"));
        laid.sections.extend(preview::sections(t, page.preview.as_ref().map(|says| says.reveal().as_slice())));
    }
    if says.state == ReleaseState::Locked && page.may_keep {
        laid.links.push(Link::new(format!("{here}/sendt"), t.say("release-note-sent"), "arrow-forward"));
        if page.corrected_by.is_none() {
            let chosen = Chosen::of(&says.asked, Some(id));
            laid.links.push(Link::new(chosen.address(), t.say("release-correct"), "edit"));
        }
    }
    screen_at(&reader, Place::Figures, here, laid)
}

fn laid(t: &'static Words, page: &ReleasePage, here: &str) -> Laid {
    let says = page.line.kept.says();
    let mut about = vec![
        (t.say("release-addressee"), Cell::text(t.code("addressee", says.asked.addressee.code()))),
        (t.say("release-as-of"), Cell::text(day::long(t, says.asked.as_of))),
        (t.say("release-period"), Cell::text(day::period(t, says.asked.period()))),
        (t.say("release-proposed"), person(t, proposer(t, &page.line), says.proposed_on)),
    ];
    if !page.meant_for.is_empty() {
        about.push((t.say("regular-to"), Cell::text(page.meant_for.as_str())));
    }
    if let Some((_, on)) = says.decided {
        let key = if says.state == ReleaseState::Locked { "release-locked-by" } else { "release-turned-down-by" };
        about.push((t.say(key), person(t, page.line.decided_by.reveal(), on).sub(says.why.as_str())));
    }
    about.push((t.say("release-withheld"), Cell::text(says.withheld.to_string())));
    if let Some((id, what)) = &says.corrects {
        let n = t.say_with("release-version", &[("n", page.corrects.unwrap_or(0).into())]);
        about
            .push((t.say("release-corrects-short"), Cell::text(n).to(Some(format!("{HERE}/{id}"))).sub(what.as_str())));
    }
    if let Some((id, number)) = page.corrected_by {
        let n = t.say_with("release-version", &[("n", number.into())]);
        about.push((t.say("release-corrected-by"), Cell::text(n).to(Some(format!("{HERE}/{id}")))));
    }
    let about = about.into_iter().map(|(what, says)| vec![Cell::text(what), says]).collect();
    let about = Grid::new(t.say("release-about"), &[t.say("report-column-what"), t.say("release-column-says")], about);
    let files = says.files.iter().map(|file| {
        let kind = t.code("file-kind", &file.format);
        let size = t.say_with("release-size", &[("n", (file.bytes.div_ceil(1024)).into())]);
        let name = match page.has_files {
            true => Cell::text(kind).file(format!("{here}/fil/{}", file.format)),
            false => Cell::text(kind),
        };
        vec![name.sub(size), Cell::text(file.sha256.as_str())]
    });
    let files = Grid::new(t.say("release-files"), &[t.say("release-file"), t.say("release-sum")], files.collect());
    let sent = says.sent.iter().map(|one| vec![Cell::text(one.to.as_str()), Cell::text(day::numeric(t, one.on))]);
    let sent = Grid::new(t.say("release-sent"), &[t.say("release-sent-to"), t.say("release-sent-on")], sent.collect());
    // What is not locked has not been sent.
    let sent = (says.state == ReleaseState::Locked)
        .then(|| Section::new("sendt", t.say("release-sent")).rows(sent, t.say("release-sent-none")));
    let files = Section::new("filer", t.say("release-files")).rows(files, "");
    let files = match says.state {
        ReleaseState::Locked => files.note(t.say("release-sum-note")),
        ReleaseState::Proposed => files.note(t.say("release-files-when-locked")),
        ReleaseState::TurnedDown => files.note(t.say("release-files-turned-down")),
    };
    Laid {
        title: name(t, &page.line),
        lead: String::new(),
        crumb: Some((HERE.to_owned(), t.say("reports").to_owned())),
        marks: vec![state(t, says.state)],
        sections: [Section::new("om", t.say("release-about")).rows(about, ""), files].into_iter().chain(sent).collect(),
        ..Laid::default()
    }
}

/// The quotations of a locked report that were taken back; the report itself stays as it left.
fn taken_back(t: &'static Words, page: &ReleasePage) -> Option<Section> {
    let row = |one: &TakenBack| {
        let words = one.words.as_ref().map(|words| t.say_of("quotation-quoted", "words", words.reveal()));
        let told = one.told_on.map(|on| day::numeric(t, on));
        vec![
            Cell::text(words.unwrap_or_else(|| t.say("release-taken-back-erased").to_owned())),
            Cell::text(told.unwrap_or_else(|| "–".to_owned())),
        ]
    };
    let title = t.say("release-taken-back");
    let columns = [t.say("quotation-words"), t.say("release-taken-back-told")];
    let grid = Grid::new(title, &columns, page.taken_back.iter().map(row).collect());
    let section = Section::new("citater", title).rows(grid, "").note(t.say("release-taken-back-text"));
    (!page.taken_back.is_empty()).then_some(section)
}

/// The figures that are counted otherwise by now, beside each other.
fn redefined(t: &'static Words, page: &ReleasePage) -> Option<Section> {
    let row = |one: &Redefined| {
        let now = one.now.unwrap_or_else(|| t.say("release-redefined-gone"));
        vec![Cell::text(one.title.as_str()), Cell::text(one.then.as_str()), Cell::text(now)]
    };
    let title = t.say("release-redefined");
    let columns = [t.say("release-redefined-figure"), t.say("release-before"), t.say("release-now")];
    let grid = Grid::new(title, &columns, page.redefined.iter().map(row).collect());
    let section = Section::new("definitioner", title).rows(grid, "").note(t.say("release-redefined-text"));
    (!page.redefined.is_empty()).then_some(section)
}

fn person(t: &Words, name: &str, on: chrono::NaiveDate) -> Cell {
    let name = if name.is_empty() { "–" } else { name };
    Cell::text(t.say_with("release-by-on", &[("name", name.into()), ("day", (&day::numeric(t, on)).into())]))
}

/// A file of it.
pub(crate) async fn file(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((id, format)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let found = app::release::file(&site.app, &cx, uuid(&id)?, &format).await;
    let (name, bytes) = found.map_err(|error| reader.fault(error))?;
    Ok(printed::file(printed::media(&format), &name, bytes))
}

/// Locks it.
pub(crate) async fn lock(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, once) = (uuid(&id)?, sent.check(&reader)?);
    let locked = app::release::decide(&site.app, &cx, (id, sent.version()), (true, ""), once).await;
    locked.map_err(|error| reader.fault(error))?;
    Ok(see_other(&format!("{HERE}/{id}?gemt=laast")))
}

/// Notes that who has it knows that a quotation was taken back.
pub(crate) async fn note_taken_back(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, once) = (uuid(&id)?, sent.check(&reader)?);
    app::release::note_taken_back(&site.app, &cx, id, once).await.map_err(|error| reader.fault(error))?;
    Ok(see_other(&format!("{HERE}/{id}?gemt=citater")))
}

/// A small form about a report: to turn it down, or to whom it was sent.
struct Small {
    title: &'static str,
    fields: Vec<Field>,
}

impl Small {
    fn turning_down(t: &Words) -> Self {
        let why = Field::new(Control::Words, "hvorfor", t.say("release-why")).hint(t.say("release-why-hint"));
        Self { title: "release-turn-down", fields: vec![why] }
    }

    fn sending(t: &Words) -> Self {
        let to = Field::new(Control::Text, "til", t.say("release-sent-to")).hint(t.say("release-sent-to-hint"));
        let on = Field::new(Control::Day, "den", t.say("release-sent-on")).hint(t.say("effort-day-hint"));
        Self { title: "release-note-sent", fields: vec![to, on] }
    }

    fn give(self, reader: &Reader, page: &ReleasePage, form: Form) -> Result<Response, Fault> {
        let t = words(reader.locale);
        let home = format!("{HERE}/{}", page.line.kept.id);
        let shown = Shown {
            title: self.title,
            lead: name(t, &page.line),
            home: (home, "release-back"),
            fields: self.fields,
            ending: None,
        };
        Ok(give_at(reader, Place::Figures, shown, form)?.into_response())
    }
}

async fn small(site: &Site, cx: &app::Cx, reader: &Reader, id: &str, what: &str) -> Result<Response, Fault> {
    let t = words(reader.locale);
    let id = uuid(id)?;
    let page = app::release::one(&site.app, cx, id).await.map_err(|error| reader.fault(error))?;
    let may = if what == "afvis" { page.may_lock } else { page.may_keep };
    if !may {
        return Err(reader.fault(app::Error::Denied));
    }
    let form = Form::fresh(&site.app, cx, reader, format!("{HERE}/{id}/{what}"), None).await;
    // Whom a regular report is meant for is suggested once; who has had it is not suggested again.
    let has_had = page.line.kept.says().sent.iter().any(|sent| sent.to == page.meant_for);
    let to = if has_had { String::new() } else { page.meant_for.clone() };
    let values = [("den", day::typed(reader.today)), ("til", to)];
    let form = filled(form.map_err(|error| reader.fault(error))?, page.line.kept.version, &values);
    let small = if what == "afvis" { Small::turning_down(t) } else { Small::sending(t) };
    small.give(reader, &page, form)
}

async fn again(
    site: &Site,
    cx: &app::Cx,
    reader: &Reader,
    (id, what): (uuid::Uuid, &str),
    (error, sent): (app::Error, Sent),
) -> Result<Response, Fault> {
    let t = words(reader.locale);
    let page = app::release::one(&site.app, cx, id).await.map_err(|error| reader.fault(error))?;
    let small = if what == "afvis" { Small::turning_down(t) } else { Small::sending(t) };
    let form = Form::again(cx, reader, format!("{HERE}/{id}/{what}"), None, sent);
    let form = form.and_then(|form| refused(form, error, &small.fields)).map_err(|error| reader.fault(error))?;
    small.give(reader, &page, form)
}

/// The form to turn it down.
pub(crate) async fn turning_down(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    small(&site, &cx, &reader, &id, "afvis").await
}

/// Turns it down.
pub(crate) async fn turn_down(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, once) = (uuid(&id)?, sent.check(&reader)?);
    let why = sent.text("hvorfor");
    match app::release::decide(&site.app, &cx, (id, sent.version()), (false, why), once).await {
        Ok(()) => Ok(see_other(&format!("{HERE}/{id}?gemt=afvist"))),
        Err(error) => again(&site, &cx, &reader, (id, "afvis"), (error, sent)).await,
    }
}

/// The form for a sending.
pub(crate) async fn sending(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    small(&site, &cx, &reader, &id, "sendt").await
}

/// Notes a sending.
pub(crate) async fn send(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, once) = (uuid(&id)?, sent.check(&reader)?);
    let on = match maybe_day(&sent, "den") {
        Ok(on) => on,
        Err(code) => {
            let error = app::Error::Refusals(vec![domain::refusal::Refusal::new("den", code)]);
            return again(&site, &cx, &reader, (id, "sendt"), (error, sent)).await;
        }
    };
    match app::release::note_sending(&site.app, &cx, (id, sent.version()), (sent.text("til"), on), once).await {
        Ok(()) => Ok(see_other(&format!("{HERE}/{id}?gemt=sendt"))),
        Err(error) => again(&site, &cx, &reader, (id, "sendt"), (error, sent)).await,
    }
}
