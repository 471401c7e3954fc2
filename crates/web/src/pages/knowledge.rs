//! `/viden`: notes by topic, where each was shared, and what is to be anchored.

pub(crate) mod note;

use app::paper::Kept;
use app::view::knowledge::{KnowledgePage, NoteLine};
use axum::extract::{Query, State};
use axum::response::{Html, Response};
use domain::code::Audience;
use domain::knowledge::{Anchoring, Sharing};
use render::{Words, day, words};

use super::paper::form::{Control, Field, Lists, Sheet, Typing, coded, line, typed};
use super::paper::laid::{Cell, Grid, Laid, Link, Section, mark};
use super::paper::show::{Asked, paper, screen};
use crate::Site;
use crate::fault::Fault;
use crate::part::Mark;
use crate::printed;
use crate::reader::SignedIn;
use crate::sent::Sent;

const HERE: &str = "/viden";

/// The form of where a note was shared.
pub(crate) struct SharingSheet;
/// The form of something to be anchored.
pub(crate) struct AnchoringSheet;

fn audiences(t: &Words) -> Vec<crate::form::Choice> {
    coded(t, "audience", Audience::ALL.iter().map(|code| code.code()))
}

impl Sheet for SharingSheet {
    type Paper = Sharing;
    const AT: &'static str = "/viden/deling";
    const HOME: (&'static str, &'static str) = (HERE, "knowledge-title");
    const TITLES: (&'static str, &'static str) = ("knowledge-sharing-new", "knowledge-sharing-edit");

    fn fields(t: &Words, lists: &Lists) -> Vec<Field> {
        vec![
            Field::new(Control::Select, "viden", t.say("knowledge-note"))
                .of(lists.notes.clone())
                .hint(t.say("knowledge-note-hint")),
            Field::new(Control::Chips, "maalgruppe", t.say("knowledge-audience")).of(audiences(t)),
            Field::new(Control::Text, "modtager", t.say("knowledge-to")).hint(t.say("knowledge-to-hint")),
            Field::new(Control::Day, "dato", t.say("knowledge-on")).hint(t.say("effort-day-hint")),
            Field::new(Control::Words, "kom", t.say("knowledge-came")),
        ]
    }

    fn read(sent: &Sent, typing: &mut Typing) -> Sharing {
        Sharing {
            note: typing.id(sent, "viden"),
            audience: typing.code(sent, "maalgruppe", Audience::parse, Audience::Others),
            to: line(sent, "modtager"),
            on: typing.day(sent, "dato"),
            came: line(sent, "kom"),
        }
    }

    fn shown(sharing: &Sharing) -> Vec<(&'static str, String)> {
        vec![
            ("viden", sharing.note.to_string()),
            ("maalgruppe", sharing.audience.code().to_owned()),
            ("modtager", sharing.to.clone()),
            ("dato", typed(Some(sharing.on))),
            ("kom", sharing.came.clone()),
        ]
    }

    fn back(sharing: &Sharing) -> String {
        format!("/viden/note/{}", sharing.note)
    }
}

impl Sheet for AnchoringSheet {
    type Paper = Anchoring;
    const AT: &'static str = "/viden/forankring";
    const HOME: (&'static str, &'static str) = (HERE, "knowledge-title");
    const TITLES: (&'static str, &'static str) = ("knowledge-anchoring-new", "knowledge-anchoring-edit");

    fn fields(t: &Words, lists: &Lists) -> Vec<Field> {
        vec![
            Field::new(Control::Text, "hvad", t.say("knowledge-what")),
            Field::new(Control::Chips, "maalgruppe", t.say("knowledge-audience")).of(audiences(t)),
            Field::new(Control::Text, "modtager", t.say("knowledge-anchor-to")).hint(t.say("knowledge-to-hint")),
            Field::new(Control::Day, "senest", t.say("knowledge-due")).hint(t.say("effort-day-hint")),
            Field::new(Control::Day, "gjort", t.say("knowledge-done-on")).hint(t.say("knowledge-done-on-hint")),
            Field::new(Control::Select, "viden", t.say("knowledge-about")).of(lists.notes.clone()),
        ]
    }

    fn read(sent: &Sent, typing: &mut Typing) -> Anchoring {
        Anchoring {
            what: line(sent, "hvad"),
            audience: typing.code(sent, "maalgruppe", Audience::parse, Audience::Others),
            to: line(sent, "modtager"),
            due: typing.day(sent, "senest"),
            done_on: typing.maybe_day(sent, "gjort"),
            note: sent.id("viden"),
        }
    }

    fn shown(anchoring: &Anchoring) -> Vec<(&'static str, String)> {
        vec![
            ("hvad", anchoring.what.clone()),
            ("maalgruppe", anchoring.audience.code().to_owned()),
            ("modtager", anchoring.to.clone()),
            ("senest", typed(Some(anchoring.due))),
            ("gjort", typed(anchoring.done_on)),
            ("viden", anchoring.note.map(|note| note.to_string()).unwrap_or_default()),
        ]
    }
}

/// The page.
pub(crate) async fn knowledge(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let page = app::knowledge::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let t = words(reader.locale);
    let mut laid = Laid {
        title: t.say("knowledge-title").to_owned(),
        lead: t.say("knowledge-lead").to_owned(),
        crumb: Some(("/indsatsen".to_owned(), t.say("effort-title").to_owned())),
        done: asked.done(t),
        ..Laid::default()
    };
    if page.may_write {
        laid.links.push(Link::new("/viden/note/ny", t.say("knowledge-new"), "plus"));
    }
    let is_read = |line: &NoteLine| line.kept.says().reviewed.is_some();
    if page.topics.iter().flat_map(|(_, notes)| notes).any(is_read) {
        laid.links.push(Link::new("/viden/udskrift", t.say("effort-print"), "print"));
        laid.links.push(Link::new("/viden/samling.docx", t.say("knowledge-docx"), "download").file());
        laid.offers_pdf(&site, t, "/viden/samling.pdf");
    }
    if page.topics.is_empty() {
        let mut section = Section::new("tom", t.say("knowledge-empty-title"));
        t.say("knowledge-empty").clone_into(&mut section.empty);
        laid.sections.push(section);
    }
    for (position, (topic, notes)) in page.topics.iter().enumerate() {
        laid.sections.push(Section::new(format!("emne-{position}"), topic).rows(notes_grid(t, topic, notes), ""));
    }
    laid.sections.push(anchoring_section(t, &page));
    if !page.ended.is_empty() {
        let grid = notes_grid(t, t.say("effort-taken-out"), &page.ended);
        laid.sections.push(Section::new("ude", t.say("effort-taken-out")).rows(grid, ""));
    }
    screen(&reader, HERE.to_owned(), laid)
}

fn notes_grid(t: &Words, caption: &str, notes: &[NoteLine]) -> Grid {
    let rows = notes.iter().map(|line| {
        let says = line.kept.says();
        let latest = line.shared.first().map(|one| {
            let on = day::numeric(t, one.says().on);
            t.say_with("knowledge-latest", &[("to", (&one.says().to).into()), ("day", (&on).into())])
        });
        let shared = match line.shared.len() {
            0 => Cell::text(t.say("knowledge-not-shared")),
            n => Cell::text(t.say_with("knowledge-shared", &[("n", n.into())])).sub(latest.unwrap_or_default()),
        };
        vec![
            Cell::text(says.title.as_str()).to(Some(format!("/viden/note/{}", line.kept.id))),
            Cell::text(said_audiences(t, &says.audiences)),
            Cell::mark(read_mark(t, line)),
            shared,
        ]
    });
    let columns =
        ["knowledge-note-short", "knowledge-audiences-short", "knowledge-read-short", "knowledge-shared-short"];
    Grid::new(caption, &columns.map(|key| t.say(key)), rows.collect())
}

fn said_audiences(t: &Words, audiences: &[Audience]) -> String {
    audiences.iter().map(|one| t.code("audience", one.code())).collect::<Vec<_>>().join(", ")
}

/// Whether a note was read through, in words with a symbol.
fn read_mark(t: &Words, line: &NoteLine) -> Mark {
    match line.kept.says().reviewed {
        Some(_) => mark("", "check", t.say("knowledge-read")),
        None => mark("mark-soon", "hourglass", t.say("knowledge-unread")),
    }
}

fn anchoring_section(t: &Words, page: &KnowledgePage) -> Section {
    let titles: Vec<(uuid::Uuid, &str)> = page
        .topics
        .iter()
        .flat_map(|(_, notes)| notes)
        .map(|line| (line.kept.id, line.kept.says().title.as_str()))
        .collect();
    let about = |one: &Kept<Anchoring>| {
        let title = titles.iter().find(|(id, _)| one.says().note == Some(*id));
        title.map(|(_, title)| (*title).to_owned()).unwrap_or_default()
    };
    let rows = page.anchoring.iter().map(|one| anchoring_row(t, page.today, one, (page.may_keep, about(one))));
    let columns = ["knowledge-what-short", "knowledge-anchor-to-short", "knowledge-due", "knowledge-state"];
    let grid = Grid::new(t.say("knowledge-plan"), &columns.map(|key| t.say(key)), rows.collect());
    let mut section = Section::new("forankring", t.say("knowledge-plan")).note(t.say("knowledge-plan-note"));
    if page.may_keep {
        section = section.link(Link::new("/viden/forankring/ny", t.say("knowledge-anchoring-new"), "plus"));
    }
    section.rows(grid, t.say("knowledge-plan-empty"))
}

fn anchoring_row(
    t: &Words,
    today: chrono::NaiveDate,
    one: &Kept<Anchoring>,
    (may_keep, about): (bool, String),
) -> Vec<Cell> {
    let says = one.says();
    let state = match says.done_on {
        Some(on) => mark("", "check", t.say_of("knowledge-done", "day", &day::numeric(t, on))),
        None if says.is_overdue(today) => mark("mark-care", "warning", t.say("effort-overdue")),
        None => mark("mark-none", "time", t.say("knowledge-ahead")),
    };
    vec![
        Cell::text(says.what.as_str()).to(may_keep.then(|| format!("/viden/forankring/{}", one.id))).sub(about),
        Cell::text(says.to.as_str()).sub(t.code("audience", says.audience.code())),
        Cell::text(day::numeric(t, says.due)),
        Cell::mark(state),
    ]
}

/// The collection on paper.
pub(crate) async fn print(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
) -> Result<Html<String>, Fault> {
    let page = app::knowledge::collection(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    paper(&reader, HERE.to_owned(), collection(words(reader.locale), &page))
}

/// The collection as a document.
pub(crate) async fn docx(State(site): State<Site>, SignedIn { cx, reader, .. }: SignedIn) -> Result<Response, Fault> {
    let page = app::knowledge::collection(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let paper = collection(words(reader.locale), &page).document(reader.locale, cx.today);
    printed::docx(&site, printed::under_logo(&site, (&cx, &reader), paper).await?, "viden").await
}

/// The collection as a PDF.
pub(crate) async fn pdf(State(site): State<Site>, SignedIn { cx, reader, .. }: SignedIn) -> Result<Response, Fault> {
    let page = app::knowledge::collection(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let paper = collection(words(reader.locale), &page).document(reader.locale, cx.today);
    printed::pdf(&site, printed::under_logo(&site, (&cx, &reader), paper).await?, "viden").await
}

/// What a second person has read through, by topic.
fn collection(t: &Words, page: &KnowledgePage) -> Laid {
    let mut sections = Vec::new();
    for (position, (topic, notes)) in page.topics.iter().enumerate() {
        sections.push(Section::new(format!("emne-{position}"), topic));
        for line in notes {
            let says = line.kept.says();
            let section = Section::new(format!("n-{}", line.kept.id), &says.title).said(&says.words);
            let audiences = said_audiences(t, &says.audiences);
            sections.push(section.note(t.say_of("knowledge-for", "who", &audiences)).below());
        }
    }
    Laid {
        title: t.say("knowledge-collection").to_owned(),
        lead: t.say("knowledge-collection-lead").to_owned(),
        sections,
        ..Laid::default()
    }
}
