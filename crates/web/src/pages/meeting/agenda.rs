//! `/moeder/ny` and `/moeder/{id}/dagsorden`: when and where a group meets, and what about.

use app::meeting::{Agenda, keep_agenda, reopen};
use app::paper::Said;
use app::{Cx, Error};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::access::Action;
use domain::code::{AgendaKind, PaperKind};
use domain::meeting::{ITEMS, Item, Meeting};
use domain::refusal::{Code, Refusal};
use render::{Words, words};
use std::collections::HashMap;
use uuid::Uuid;

use crate::Site;
use crate::fault::Fault;
use crate::form::{Choice, Form};
use crate::frame::may;
use crate::pages::paper::form::{
    Control, Ending, Field, Lists, Shown, Typing, beside, coded, done, ending, filled, give, line, typed,
};
use crate::pages::plan::uuid;
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

/// Rows for items that are not there yet.
const SPARE: usize = 3;
/// Rows of a new agenda.
const FIRST: usize = 6;

fn fields(t: &Words, lists: &Lists, rows: usize) -> Vec<Field> {
    let mut kinds = vec![Choice::new("", t.say("meeting-no-item"))];
    kinds.extend(coded(t, "agenda", AgendaKind::ALL.iter().map(|kind| kind.code())));
    let mut fields = vec![
        Field::new(Control::Select, "gruppe", t.say("meeting-group")).of(lists.groups.clone()),
        Field::new(Control::Day, "dato", t.say("meeting-on-day")).hint(t.say("effort-day-hint")),
        Field::new(Control::Text, "klokken", t.say("meeting-clock")).hint(t.say("meeting-clock-hint")),
        Field::new(Control::Text, "sted", t.say("meeting-place")),
        Field::new(Control::Heading, "punkter", t.say("meeting-agenda")).hint(t.say("meeting-agenda-hint")),
    ];
    for row in 0..rows.min(ITEMS) {
        let number = t.say_with("meeting-item", &[("n", (row + 1).into())]);
        fields.push(Field::new(Control::Select, format!("punkt_{row}"), &number).of(kinds.clone()));
        let title = t.say_with("meeting-item-title", &[("n", (row + 1).into())]);
        fields.push(Field::new(Control::Text, format!("titel_{row}"), &title));
        let about = t.say_with("meeting-item-words", &[("n", (row + 1).into())]);
        fields.push(Field { rows: 2, ..Field::new(Control::Words, format!("ord_{row}"), &about) });
    }
    fields
}

fn read(sent: &Sent, typing: &mut Typing) -> Agenda {
    let (mut items, mut places) = (Vec::new(), Vec::new());
    for row in 0..ITEMS {
        let (title, about) = (line(sent, &format!("titel_{row}")), line(sent, &format!("ord_{row}")));
        let kind = AgendaKind::parse(sent.text(&format!("punkt_{row}"))).ok();
        // What was written without choosing what it is drawn from is an item of words.
        let kind = kind.or_else(|| (!title.is_empty() || !about.is_empty()).then_some(AgendaKind::Words));
        if let Some(kind) = kind {
            items.push(Item { kind, title, words: about, minutes: String::new() });
            places.push(row);
        }
    }
    let meeting = Meeting {
        group: typing.id(sent, "gruppe"),
        on: typing.day(sent, "dato"),
        at: line(sent, "klokken"),
        place: line(sent, "sted"),
        items,
        present: Vec::new(),
        others: String::new(),
        figures: Vec::new(),
        approved: None,
    };
    Agenda { meeting, places }
}

fn values(meeting: &Meeting) -> Vec<(String, String)> {
    let mut values = vec![
        ("gruppe".to_owned(), meeting.group.to_string()),
        ("dato".to_owned(), typed(Some(meeting.on))),
        ("klokken".to_owned(), meeting.at.clone()),
        ("sted".to_owned(), meeting.place.clone()),
    ];
    for (row, item) in meeting.items.iter().enumerate() {
        values.push((format!("punkt_{row}"), item.kind.code().to_owned()));
        values.push((format!("titel_{row}"), item.title.clone()));
        values.push((format!("ord_{row}"), item.words.clone()));
    }
    values
}

fn pairs(values: &[(String, String)]) -> Vec<(&str, String)> {
    values.iter().map(|(name, value)| (name.as_str(), value.clone())).collect()
}

/// How many rows what was sent has.
fn rows_of(sent: &Sent) -> usize {
    let last = (0..ITEMS).rev().find(|row| sent.fields().contains_key(&format!("punkt_{row}")));
    last.map_or(FIRST, |last| last + 1)
}

/// An empty agenda.
pub(crate) async fn new(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<HashMap<String, String>>,
) -> Result<Response, Fault> {
    let lists = lists(&site, &cx, &reader).await?;
    let t = words(reader.locale);
    let form = Form::fresh(&site.app, &cx, &reader, "/moeder/ny".to_owned(), None).await;
    let group = asked.get("gruppe").cloned().unwrap_or_default();
    let first = [
        ("gruppe", group),
        ("punkt_0", AgendaKind::Status.code().to_owned()),
        ("punkt_1", AgendaKind::WindDown.code().to_owned()),
    ];
    let form = filled(form.map_err(|error| reader.fault(error))?, 0, &first);
    give(&reader, shown(fields(t, &lists, FIRST), None), form)
}

/// Keeps a new meeting.
pub(crate) async fn add(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let mut typing = Typing::default();
    let agenda = read(&sent, &mut typing);
    let said = Said { faults: typing.0, reason: "" };
    match keep_agenda(&site.app, &cx, None, &agenda, said, once).await {
        Ok(id) => done(&site, &cx, &reader, "/moeder/ny", &format!("/moeder/{id}")).await,
        Err(error) => again(&site, &cx, &reader, None, sent, error).await,
    }
}

/// The agenda of a meeting that is there.
pub(crate) async fn edit(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let id = uuid(&id)?;
    let lists = lists(&site, &cx, &reader).await?;
    let t = words(reader.locale);
    let kept = app::paper::one::<Meeting>(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
    if kept.says().approved.is_some() {
        return Err(Fault::Refused(Code::MinutesApproved));
    }
    let form = Form::fresh(&site.app, &cx, &reader, format!("/moeder/{id}/dagsorden"), None).await;
    let values = values(kept.says());
    let form = filled(form.map_err(|error| reader.fault(error))?, kept.version, &pairs(&values));
    let fields = fields(t, &lists, kept.says().items.len() + SPARE);
    give(&reader, shown(fields, Some((id, ending(&cx, "/moeder", &kept)?))), form)
}

/// Keeps the agenda of a meeting that is there.
pub(crate) async fn change(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, once) = (uuid(&id)?, sent.check(&reader)?);
    let mut typing = Typing::default();
    let agenda = read(&sent, &mut typing);
    let said = Said { faults: typing.0, reason: sent.text("grund") };
    match keep_agenda(&site.app, &cx, Some((id, sent.version())), &agenda, said, once).await {
        Ok(_) => done(&site, &cx, &reader, &format!("/moeder/{id}/dagsorden"), &format!("/moeder/{id}")).await,
        Err(error) => again(&site, &cx, &reader, Some(id), sent, error).await,
    }
}

async fn again(
    site: &Site,
    cx: &Cx,
    reader: &Reader,
    id: Option<Uuid>,
    sent: Sent,
    error: Error,
) -> Result<Response, Fault> {
    let t = words(reader.locale);
    let lists = lists(site, cx, reader).await?;
    let fields = fields(t, &lists, rows_of(&sent));
    let place = id.map_or_else(|| "/moeder/ny".to_owned(), |id| format!("/moeder/{id}/dagsorden"));
    let names: Vec<(&str, &str)> =
        fields.iter().map(|field| (field.name.as_str(), field.name.as_str())).chain([("grund", "grund")]).collect();
    let form = Form::again(cx, reader, place, None, sent).and_then(|form| form.refused(error, &names));
    let mut form = form.map_err(|error| reader.fault(error))?;
    let known = match id {
        Some(id) => {
            let kept = app::paper::one::<Meeting>(&site.app, cx, id).await.map_err(|error| reader.fault(error))?;
            if form.is_stale() {
                let values = values(kept.says());
                form = beside(form, kept.version, &fields, &pairs(&values));
            }
            Some((id, ending(cx, "/moeder", &kept)?))
        }
        None => None,
    };
    give(reader, shown(fields, known), form)
}

async fn lists(site: &Site, cx: &Cx, reader: &Reader) -> Result<Lists, Fault> {
    if !may(reader, Action::KeepRecord) {
        return Err(reader.fault(Error::Denied));
    }
    let t = words(reader.locale);
    Lists::load(&site.app, cx, t, PaperKind::Meeting).await.map_err(|error| reader.fault(error))
}

fn shown(fields: Vec<Field>, known: Option<(Uuid, Ending)>) -> Shown {
    let (id, ending) = known.unzip();
    Shown {
        title: if id.is_some() { "meeting-agenda-edit" } else { "meeting-new" },
        lead: String::new(),
        home: match id {
            Some(id) => (format!("/moeder/{id}"), "meeting-the-meeting"),
            None => ("/moeder".to_owned(), "meeting-title"),
        },
        fields,
        ending,
    }
}

/// Calls a meeting off, or takes it up again, with the reason.
pub(crate) async fn end(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, once) = (uuid(&id)?, sent.check(&reader)?);
    let (ends, known) = (sent.text("slut") == "ja", (id, sent.version()));
    match reopen(&site.app, &cx, known, ends, sent.text("slutgrund"), once).await {
        Ok(()) => Ok(see_other(&format!("/moeder/{id}?gemt=slut"))),
        Err(Error::Refusals(refusals)) => {
            let lists = lists(&site, &cx, &reader).await?;
            let kept = app::paper::one::<Meeting>(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
            let form = Form::fresh(&site.app, &cx, &reader, format!("/moeder/{id}/dagsorden"), None).await;
            let values = values(kept.says());
            let form = filled(form.map_err(|error| reader.fault(error))?, kept.version, &pairs(&values));
            let named: Vec<Refusal> = refusals;
            let form = form.refused(Error::Refusals(named), &[("grund", "slutgrund")]);
            let fields = fields(words(reader.locale), &lists, kept.says().items.len() + SPARE);
            let ending = ending(&cx, "/moeder", &kept)?;
            give(&reader, shown(fields, Some((id, ending))), form.map_err(|error| reader.fault(error))?)
        }
        Err(error) => Err(reader.fault(error)),
    }
}
