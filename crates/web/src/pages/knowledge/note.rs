//! `/viden/note`: one note; its form, which warns of what may tell on a citizen; its reading through by a second person.

use app::knowledge::{Checked, NoteWish, keep_note};
use app::view::knowledge::NoteLine;
use app::{Cx, Error};
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use domain::access::Action;
use domain::code::Audience;
use domain::knowledge::Note;
use render::{Words, day, words};
use uuid::Uuid;

use super::{anchoring_row, audiences, read_mark, said_audiences};
use crate::Site;
use crate::fault::Fault;
use crate::form::heeded::HeededHtml;
use crate::form::{Choice, Form};
use crate::frame::may;
use crate::pages::paper::form::{Control, Ending, Field, Shown, beside, done, ending, filled, heeding, refused};
use crate::pages::paper::laid::{Cell, Grid, Laid, Link, Section};
use crate::pages::paper::past::version;
use crate::pages::paper::show::{Asked, press, screen};
use crate::pages::plan::uuid;
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

const AT: &str = "/viden/note";

fn fields(t: &Words) -> Vec<Field> {
    vec![
        Field::new(Control::Text, "titel", t.say("knowledge-name")),
        Field::new(Control::Text, "emne", t.say("knowledge-topic")).hint(t.say("knowledge-topic-hint")),
        Field::new(Control::Checks, "maalgruppe", t.say("knowledge-audiences")).of(audiences(t)),
        Field { rows: 12, ..Field::new(Control::Words, "tekst", t.say("knowledge-words")) }
            .hint(t.say("knowledge-words-hint")),
    ]
}

fn values(note: &Note) -> Vec<(&'static str, String)> {
    let own = [("titel", note.title.clone()), ("emne", note.topic.clone()), ("tekst", note.words.clone())];
    let audiences = note.audiences.iter().map(|one| ("maalgruppe", one.code().to_owned()));
    own.into_iter().chain(audiences).collect()
}

fn wish(sent: &Sent) -> NoteWish {
    NoteWish {
        title: sent.text("titel").to_owned(),
        topic: sent.text("emne").to_owned(),
        audiences: sent.all("maalgruppe").filter_map(|code| Audience::parse(code).ok()).collect(),
        words: sent.text("tekst").replace("\r\n", "\n"),
        reason: sent.text("grund").to_owned(),
        seal: sent.text("advarsler").to_owned(),
    }
}

/// An empty form.
pub(crate) async fn new(State(site): State<Site>, SignedIn { cx, reader, .. }: SignedIn) -> Result<Response, Fault> {
    permitted(&reader)?;
    let form = Form::fresh(&site.app, &cx, &reader, format!("{AT}/ny"), None).await;
    give(&reader, None, form.map_err(|error| reader.fault(error))?, &Checked::default())
}

/// Keeps a new note.
pub(crate) async fn add(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    sent: Sent,
) -> Result<Response, Fault> {
    let (once, wish, place) = (sent.check(&reader)?, wish(&sent), format!("{AT}/ny"));
    match keep_note(&site.app, &cx, None, &wish, once).await {
        Ok(id) => done(&site, &cx, &reader, &place, &format!("{AT}/{id}")).await,
        Err(error) => again(&site, &cx, &reader, (None, place, wish), sent, error).await,
    }
}

/// The form of a note that is there.
pub(crate) async fn edit(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let id = uuid(&id)?;
    permitted(&reader)?;
    let kept = app::paper::one::<Note>(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
    let form = Form::fresh(&site.app, &cx, &reader, format!("{AT}/{id}/ret"), None).await;
    let form = filled(form.map_err(|error| reader.fault(error))?, kept.version, &values(kept.says()));
    give(&reader, Some((id, ending(&cx, AT, &kept)?)), form, &Checked::default())
}

/// Keeps a new version of a note.
pub(crate) async fn change(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, once, wish) = (uuid(&id)?, sent.check(&reader)?, wish(&sent));
    let place = format!("{AT}/{id}/ret");
    match keep_note(&site.app, &cx, Some((id, sent.version())), &wish, once).await {
        Ok(_) => done(&site, &cx, &reader, &place, &format!("{AT}/{id}")).await,
        Err(error) => again(&site, &cx, &reader, (Some(id), place, wish), sent, error).await,
    }
}

/// The same form again: what was refused, what the author is warned of, both versions where it was changed meanwhile.
async fn again(
    site: &Site,
    cx: &Cx,
    reader: &Reader,
    (id, place, wish): (Option<Uuid>, String, NoteWish),
    sent: Sent,
    error: Error,
) -> Result<Response, Fault> {
    let t = words(reader.locale);
    let form = Form::again(cx, reader, place, None, sent).and_then(|form| refused(form, error, &fields(t)));
    let mut form = form.map_err(|error| reader.fault(error))?;
    let checked = app::knowledge::check(&site.app, cx, &wish.texts()).await.map_err(|error| reader.fault(error))?;
    let known = match id {
        Some(id) => {
            let kept = app::paper::one::<Note>(&site.app, cx, id).await.map_err(|error| reader.fault(error))?;
            if form.is_stale() {
                form = beside(form, kept.version, &fields(t), &values(kept.says()));
            }
            Some((id, ending(cx, AT, &kept)?))
        }
        None => None,
    };
    give(reader, known, form, &checked)
}

fn permitted(reader: &Reader) -> Result<(), Fault> {
    if may(reader, Action::KeepKnowledge) { Ok(()) } else { Err(reader.fault(Error::Denied)) }
}

fn give(reader: &Reader, known: Option<(Uuid, Ending)>, form: Form, checked: &Checked) -> Result<Response, Fault> {
    let t = words(reader.locale);
    let mut fields = fields(t);
    if checked.asks() {
        fields.push(
            Field { rows: 2, ..Field::new(Control::Words, "grund", t.say("knowledge-confirm")) }
                .hint(t.say("knowledge-confirm-hint")),
        );
    }
    let (id, ending) = known.unzip();
    let home =
        id.map_or_else(|| ("/viden".to_owned(), "knowledge-title"), |id| (format!("{AT}/{id}"), "knowledge-the-note"));
    let shown = Shown {
        title: if id.is_some() { "knowledge-edit" } else { "knowledge-new" },
        lead: t.say("knowledge-form-lead").to_owned(),
        home,
        fields,
        ending,
    };
    heeding(reader, shown, form, HeededHtml::all(t, checked))
}

/// One note.
pub(crate) async fn note(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let id = uuid(&id)?;
    let line = app::knowledge::note(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
    let t = words(reader.locale);
    let mut laid = laid(t, &reader, &line);
    laid.done = asked.done(t);
    if may(&reader, Action::KeepKnowledge) {
        if line.may_review {
            let to = (format!("{AT}/{id}/laest"), line.kept.version);
            laid.presses.push(press(&cx, &reader, to, t.say("knowledge-review"), true)?);
        }
        laid.links.push(Link::new(format!("{AT}/{id}/ret"), t.say("knowledge-edit"), "edit"));
    }
    laid.links.push(Link::new(format!("{AT}/{id}/historik"), t.say("effort-history"), "time"));
    screen(&reader, format!("{AT}/{id}"), laid)
}

fn laid(t: &Words, reader: &Reader, line: &NoteLine) -> Laid {
    let (id, says) = (line.kept.id, line.kept.says());
    let author = t.say_of("knowledge-by", "who", line.author.reveal());
    let read = says.reviewed.map(|review| {
        let on = day::numeric(t, review.on);
        t.say_with("knowledge-read-by", &[("who", line.reviewer.reveal().into()), ("day", (&on).into())])
    });
    let for_whom = t.say_of("knowledge-for", "who", &said_audiences(t, &says.audiences));
    let mut text = Section::new("tekst", t.say("knowledge-text")).said(&says.words).note(for_whom).note(author);
    text.notes.extend(read);
    if !says.confirmed.is_empty() {
        text.notes.push(t.say_of("knowledge-confirmed", "why", &says.confirmed));
    }
    let keeps = may(reader, Action::KeepKnowledge);
    let shared = line.shared.iter().map(|one| {
        let shared = one.says();
        let href = keeps.then(|| format!("/viden/deling/{}", one.id));
        vec![
            Cell::text(shared.to.as_str()).to(href).sub(t.code("audience", shared.audience.code())),
            Cell::text(day::numeric(t, shared.on)),
            Cell::text(if shared.came.is_empty() { "–" } else { &shared.came }),
        ]
    });
    let columns = ["knowledge-to", "knowledge-on", "knowledge-came"].map(|key| t.say(key));
    let grid = Grid::new(t.say("knowledge-shared-title"), &columns, shared.collect());
    let is_read = says.reviewed.is_some();
    let empty = t.say(if is_read { "knowledge-share-none" } else { "knowledge-share-first" });
    let mut sharing = Section::new("delt", t.say("knowledge-shared-title")).rows(grid, empty);
    if keeps && is_read {
        let to = format!("/viden/deling/ny?viden={id}");
        sharing = sharing.link(Link::new(to, t.say("knowledge-sharing-new"), "plus"));
    }
    let mut sections = vec![text, sharing];
    if !line.anchoring.is_empty() {
        let may_keep = may(reader, Action::KeepRecord);
        let rows =
            line.anchoring.iter().map(|one| anchoring_row(t, reader.today, one, (may_keep, String::new()))).collect();
        let columns = ["knowledge-what-short", "knowledge-anchor-to-short", "knowledge-due", "knowledge-state"];
        let grid = Grid::new(t.say("knowledge-plan"), &columns.map(|key| t.say(key)), rows);
        sections.push(Section::new("forankring", t.say("knowledge-plan")).rows(grid, ""));
    }
    Laid {
        title: says.title.clone(),
        lead: says.topic.clone(),
        crumb: Some(("/viden".to_owned(), t.say("knowledge-title").to_owned())),
        marks: vec![read_mark(t, line)],
        sections,
        ..Laid::default()
    }
}

/// Notes that the reader has read a note through.
pub(crate) async fn review(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, once) = (uuid(&id)?, sent.check(&reader)?);
    let read = app::knowledge::review(&site.app, &cx, (id, sent.version()), once).await;
    read.map_err(|error| reader.fault(error))?;
    Ok(see_other(&format!("{AT}/{id}?gemt=laest")))
}

/// Takes a note out, or puts it back, with the reason.
pub(crate) async fn end(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, once) = (uuid(&id)?, sent.check(&reader)?);
    let (ends, known) = (sent.text("slut") == "ja", (id, sent.version()));
    match app::paper::end::<Note>(&site.app, &cx, known, ends, sent.text("slutgrund"), once).await {
        Ok(()) => Ok(see_other("/viden?gemt=slut")),
        Err(error) => {
            let kept = app::paper::one::<Note>(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
            let form = Form::fresh(&site.app, &cx, &reader, format!("{AT}/{id}/ret"), None).await;
            let form = filled(form.map_err(|error| reader.fault(error))?, kept.version, &values(kept.says()));
            let form = form.refused(error, &[("grund", "slutgrund")]).map_err(|error| reader.fault(error))?;
            give(&reader, Some((id, ending(&cx, AT, &kept)?)), form, &Checked::default())
        }
    }
}

/// Every version of a note.
pub(crate) async fn history(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let id = uuid(&id)?;
    let t = words(reader.locale);
    let past = app::paper::history::<Note>(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
    let known: Vec<Choice> = audiences(t);
    let sections = past.iter().map(|one| {
        let says = one.kept.says();
        let audiences: Vec<&str> = known
            .iter()
            .filter(|choice| says.audiences.iter().any(|one| one.code() == choice.value))
            .map(|choice| choice.text.as_str())
            .collect();
        let read = if says.reviewed.is_some() { "knowledge-read" } else { "knowledge-unread" };
        let rows = vec![
            (t.say("knowledge-name").to_owned(), says.title.clone()),
            (t.say("knowledge-topic").to_owned(), says.topic.clone()),
            (t.say("knowledge-audiences").to_owned(), audiences.join(", ")),
            (t.say("knowledge-words").to_owned(), says.words.clone()),
            (t.say("knowledge-read-short").to_owned(), t.say(read).to_owned()),
        ];
        version(t, one, rows)
    });
    let laid = Laid {
        title: t.say("effort-history").to_owned(),
        crumb: Some((format!("{AT}/{id}"), t.say("knowledge-the-note").to_owned())),
        sections: sections.collect(),
        ..Laid::default()
    };
    Ok(screen(&reader, format!("{AT}/{id}/historik"), laid)?.into_response())
}
