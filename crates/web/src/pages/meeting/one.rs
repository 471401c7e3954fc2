//! `/moeder/{id}`: one meeting with its agenda, figures, minutes and decisions; on screen, on paper, as a document.
//!
//! What a document has of the figures is another thing than what the screen has (`figured.rs`).

use app::view::meeting::{MeetingFile, MeetingPage};
use axum::extract::{Path, Query, State};
use axum::response::{Html, Response};
use domain::code::AgendaKind;
use domain::meeting::{Item, Meeting};
use render::document::Document;
use render::{Words, day, words};

use super::figured::{figured, on_paper};
use super::{decision_grid, decision_row};
use crate::Site;
use crate::fault::Fault;
use crate::pages::paper::laid::{Laid, Link, Section, mark};
use crate::pages::paper::past::version;
use crate::pages::paper::show::{Asked, paper, press, screen};
use crate::pages::plan::uuid;
use crate::printed;
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

/// The meeting.
pub(crate) async fn meeting(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let id = uuid(&id)?;
    let page = app::meeting::page(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
    let t = words(reader.locale);
    let here = format!("/moeder/{id}");
    let mut laid = shown(t, &page, page.may_keep);
    laid.done = asked.done(t);
    laid.crumb = Some(("/moeder".to_owned(), t.say("meeting-title").to_owned()));
    let says = page.meeting.says();
    let is_approved = says.approved.is_some();
    if page.may_keep {
        let is_held = says.on <= page.today && !page.meeting.is_ended;
        if is_held {
            let text = t.say(if is_approved { "meeting-correct" } else { "meeting-write" });
            laid.links.push(Link::new(format!("{here}/referat"), text, "edit"));
        }
        if !is_approved {
            laid.links.push(Link::new(format!("{here}/dagsorden"), t.say("meeting-agenda-edit"), "list-check"));
            if is_held && says.has_minutes() {
                let to = (format!("{here}/godkend"), page.meeting.version);
                laid.presses.push(press(&cx, &reader, to, t.say("meeting-approve"), true)?);
            }
        }
    }
    if page.may_read {
        laid.links.push(Link::new(format!("{here}/udskrift"), t.say("effort-print"), "print"));
        laid.links
            .push(Link::new(format!("{here}/{}.docx", file_name(says)), t.say("meeting-docx"), "download").file());
        laid.offers_pdf(&site, t, &format!("{here}/{}.pdf", file_name(says)));
        if page.prints_what_was_told() {
            t.say("meeting-file-told").clone_into(&mut laid.note);
        }
        laid.links.push(Link::new(format!("{here}/historik"), t.say("effort-history"), "time"));
    }
    screen(&reader, here, laid)
}

/// The meeting on paper.
pub(crate) async fn print(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
) -> Result<Html<String>, Fault> {
    let id = uuid(&id)?;
    let page = app::meeting::printed(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
    paper(&reader, format!("/moeder/{id}"), shown(words(reader.locale), &page, false))
}

/// The meeting as a document, named as what it is: an agenda or minutes.
pub(crate) async fn docx(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let file = app::meeting::filed(&site.app, &cx, uuid(&id)?).await.map_err(|error| reader.fault(error))?;
    let paper = printed::under_logo(&site, (&cx, &reader), document(&reader, &file)).await?;
    printed::docx(&site, paper, file_name(file.page.meeting.says())).await
}

/// The meeting as a PDF.
pub(crate) async fn pdf(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let file = app::meeting::filed(&site.app, &cx, uuid(&id)?).await.map_err(|error| reader.fault(error))?;
    let paper = printed::under_logo(&site, (&cx, &reader), document(&reader, &file)).await?;
    printed::pdf(&site, paper, file_name(file.page.meeting.says())).await
}

/// The meeting as a document of the meeting's day.
fn document(reader: &Reader, file: &MeetingFile) -> Document {
    let t = words(reader.locale);
    let figured = |section, kind| match file.figures.iter().find(|(known, _)| *known == kind) {
        Some((_, figure)) => on_paper(t, section, kind, figure, file.page.is_frozen),
        None => section,
    };
    laid(t, &file.page, false, &figured).document(reader.locale, file.page.meeting.says().on)
}

/// The meeting for whoever is signed in.
fn shown(t: &Words, page: &MeetingPage, may_keep: bool) -> Laid {
    let with = |section, kind| match page.figures.iter().find(|figure| figure.kind == kind) {
        Some(figure) => figured(t, section, figure, page.is_frozen),
        None => section,
    };
    laid(t, page, may_keep, &with)
}

/// Neutral: it names neither the group nor the day.
fn file_name(meeting: &Meeting) -> &'static str {
    if meeting.has_minutes() { "referat" } else { "dagsorden" }
}

/// Approves the minutes.
pub(crate) async fn approve(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, once) = (uuid(&id)?, sent.check(&reader)?);
    let approved = app::meeting::approve(&site.app, &cx, (id, sent.version()), once).await;
    approved.map_err(|error| reader.fault(error))?;
    Ok(see_other(&format!("/moeder/{id}?gemt=godkendt")))
}

/// Every version of the meeting.
pub(crate) async fn history(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
) -> Result<Html<String>, Fault> {
    let id = uuid(&id)?;
    let t = words(reader.locale);
    let past = app::paper::history::<Meeting>(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
    let sections = past.iter().map(|one| {
        let says = one.kept.says();
        let mut rows = vec![
            (t.say("meeting-when").to_owned(), when(t, says)),
            (t.say("meeting-place").to_owned(), says.place.clone()),
        ];
        for (row, item) in says.items.iter().enumerate() {
            let said = [item.words.as_str(), item.minutes.as_str()];
            let said: Vec<&str> = said.into_iter().filter(|text| !text.is_empty()).collect();
            rows.push((item_title(t, row, item), said.join("\n")));
        }
        if says.approved.is_some() {
            rows.push((t.say("meeting-state").to_owned(), t.say("meeting-approved").to_owned()));
        }
        version(t, one, rows)
    });
    let laid = Laid {
        title: t.say("effort-history").to_owned(),
        crumb: Some((format!("/moeder/{id}"), t.say("meeting-the-meeting").to_owned())),
        sections: sections.collect(),
        ..Laid::default()
    };
    screen(&reader, format!("/moeder/{id}/historik"), laid)
}

/// When the group meets.
fn when(t: &Words, says: &Meeting) -> String {
    let on = day::long(t, says.on);
    if says.at.is_empty() { on } else { t.say_with("meeting-at", &[("day", (&on).into()), ("at", (&says.at).into())]) }
}

/// `3. Budget`: an item without a name is called what it is drawn from.
pub(super) fn item_title(t: &Words, row: usize, item: &Item) -> String {
    let name = if item.title.is_empty() { t.code("agenda", item.kind.code()) } else { &item.title };
    format!("{}. {name}", row + 1)
}

/// `with` puts the figure of an item into its section.
fn laid(t: &Words, page: &MeetingPage, may_keep: bool, with: &dyn Fn(Section, AgendaKind) -> Section) -> Laid {
    let says = page.meeting.says();
    let mut lead = when(t, says);
    if !says.place.is_empty() {
        lead = format!("{lead} · {}", says.place);
    }
    let mut marks = Vec::new();
    if page.meeting.is_ended {
        marks.push(mark("mark-none", "minus", t.say("meeting-called-off")));
    }
    if let Some(approval) = says.approved {
        let on = day::numeric(t, approval.on);
        let by = page.approved_by.reveal();
        let text = match by.is_empty() {
            true => t.say("meeting-approved").to_owned(),
            false => t.say_with("meeting-approved-by", &[("who", by.into()), ("day", (&on).into())]),
        };
        marks.push(mark("", "lock", text));
    }
    let mut sections = Vec::new();
    let there: Vec<&str> = page.present.iter().map(|name| name.reveal().as_str()).collect();
    let there = there.into_iter().chain([says.others.as_str()]).filter(|name| !name.is_empty());
    let there = there.collect::<Vec<_>>().join(", ");
    if !there.is_empty() {
        sections.push(Section::new("til-stede", t.say("meeting-present")).said(&there));
    }
    if page.may_read && !page.coming_up.is_empty() {
        let rows = page.coming_up.iter().map(|one| decision_row(t, one, may_keep)).collect();
        let grid = decision_grid(t, t.say("meeting-follow"), rows);
        sections.push(Section::new("fulgt", t.say("meeting-follow")).rows(grid, ""));
    }
    for (row, item) in says.items.iter().enumerate() {
        let section = Section::new(format!("punkt-{row}"), &item_title(t, row, item)).said(&item.words);
        let mut section = with(section, item.kind);
        item.minutes.clone_into(&mut section.minutes);
        sections.push(section);
    }
    if page.may_read {
        let rows = page.decisions.iter().map(|one| decision_row(t, one, may_keep)).collect();
        let grid = decision_grid(t, t.say("meeting-decisions"), rows);
        let mut section = Section::new("beslutninger", t.say("meeting-decisions"));
        if may_keep && says.approved.is_none() {
            let to = format!("/moeder/{}/beslutning", page.meeting.id);
            section = section.link(Link::new(to, t.say("meeting-decision-new"), "plus"));
        }
        sections.push(section.rows(grid, t.say("meeting-no-decisions")));
    }
    Laid { title: page.group.clone(), lead, marks, sections, ..Laid::default() }
}
