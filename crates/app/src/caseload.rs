//! *Mine borgere* and *Borgere*: the list of citizens with what today asks.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::access::{Action, Actor};
use domain::code::{ContactKind, Doer, FollowUpReply, MarkKind, SafeContact};
use domain::day::days_between;
use domain::event::Event;
use domain::facts::{Closing, Course, Mark, Reply};
use domain::id::{CitizenId, CourseId, SubjectId, UserId};
use domain::instrument::Instrument;
use domain::personal::Personal;
use store::Reader;
use store::caseload::ListedCourse;
use store::citizen::CitizenRow;
use uuid::Uuid;

use crate::facts::{code, day, impossible, maybe_code, packed, reading};
use crate::people::{Names, called, hold, members, some};
use crate::request::{opened, packed_rows};
use crate::sealing::{Cell, Keys};
use crate::sight::Sight;
use crate::standing::Stand;
use crate::view::caseload::{CaseloadAsk, CaseloadPage, Filter, PAGE, Row, Scope, Sort, Tiles};
use crate::view::request::Asked;
use crate::view::{Heed, LastContact, NextStep, Standing, Urgency};
use crate::{App, Cx, Result};

/// A citizen without a completed contact for this many days is named.
const NO_CONTACT_DAYS: i64 = 14;

/// The list, logged with every citizen whose row it shows.
///
/// # Errors
///
/// [`crate::Error::Denied`] where the reader may not see this list.
pub async fn page(app: &App, cx: &Cx, ask: CaseloadAsk) -> Result<CaseloadPage> {
    let (action, list) = match ask.scope {
        Scope::Own => (Action::ListOwnCitizens, "own"),
        Scope::Programme => (Action::ListAllCitizens, "programme"),
    };
    let grant = cx.may_at_all(action)?;
    let instruments = app.instruments().of(&cx.programme);
    let mut reader = app.store().read(&grant).await?;
    let sight = Sight::of(&mut reader, cx).await?;
    let (mut courses, names) = match (ask.scope, &cx.actor) {
        (Scope::Own, Actor::User { id, .. }) => own(app, cx, &mut reader, *id, sight.deputised()).await?,
        (Scope::Own, _) => (Vec::new(), HashMap::new()),
        (Scope::Programme, _) => {
            (reader.open_courses(cx.programme_id, cx.today).await?, members(app, &mut reader, cx).await?)
        }
    };
    courses.retain(|listed| !sight.hides(CitizenId(listed.citizen)));
    let merged = merged(cx, &mut reader, &sight, &courses).await?;
    drop(reader);
    let rows =
        Rows { app, cx, instruments: &instruments, names: &names, merged: &merged, is_own: ask.scope == Scope::Own }
            .of(&courses)?;
    let page = arrange(rows, ask, cx);
    let mut seen: Vec<CitizenId> = page.rows.iter().map(|row| row.citizen).collect();
    // A request names its citizen, on whichever page of the list the row is.
    seen.extend(
        page.asked
            .iter()
            .map(|asked| asked.citizen)
            .filter(|citizen| !page.rows.iter().any(|row| row.citizen == *citizen)),
    );
    app.store().look(&grant, cx.entry(Event::CitizensListed { list: list.to_owned() }, seen), cx.now).await?;
    Ok(page)
}

/// The courses of a worker and of those whom the worker stands in for today, with the names of these.
async fn own(
    app: &App,
    cx: &Cx,
    reader: &mut Reader,
    me: UserId,
    deputised: &[UserId],
) -> Result<(Vec<ListedCourse>, Names)> {
    let mut courses = reader.courses_of_worker(cx.programme_id, me, cx.today).await?;
    for worker in deputised {
        courses.extend(reader.courses_of_worker(cx.programme_id, *worker, cx.today).await?);
    }
    let mut askers = Vec::new();
    for listed in courses.iter().filter(|listed| listed.requests.is_some()) {
        askers.extend(
            packed_rows(listed.course, listed.requests.as_deref())?.into_iter().map(|row| UserId(row.asked_by)),
        );
    }
    let people: Vec<UserId> = deputised.iter().copied().chain(askers).collect();
    let names = if people.is_empty() { Names::new() } else { some(app, reader, cx, people.into_iter()).await? };
    Ok((courses, names))
}

/// The record that stands for the person, by the record that is merged into it.
pub(crate) type Merged = HashMap<Uuid, CitizenRow>;

/// For each record merged into another (R4), the one that stands for the person.
pub(crate) async fn merged(cx: &Cx, reader: &mut Reader, sight: &Sight, courses: &[ListedCourse]) -> Result<Merged> {
    let mut merged = HashMap::new();
    for record in courses.iter().map(|listed| CitizenId(listed.citizen)) {
        let person = sight.person(record);
        if person != record
            && let Some(row) = reader.citizen(cx.programme_id, person).await?
        {
            merged.insert(record.0, row);
        }
    }
    Ok(merged)
}

/// Who a row of a list is about.
pub(crate) struct Listed {
    /// The record that stands for the person.
    pub(crate) citizen: CitizenId,
    /// What opens the person's sealed words.
    pub(crate) keys: Keys,
    /// What the person is called.
    pub(crate) name: Personal<String>,
    /// What is to be heeded.
    pub(crate) heed: Heed,
}

/// Who a course of a list is about, where some records are merged into others (R4).
pub(crate) fn person(app: &App, cx: &Cx, listed: &ListedCourse, merged: &Merged) -> Result<Listed> {
    let mut keys = Keys::new(cx.organisation);
    hold(app, &mut keys, listed.citizen, listed.epoch, listed.wrapped.as_ref())?;
    let (mut id, mut version, mut alias, mut name) = (listed.citizen, listed.version, &listed.alias, &listed.name);
    let mut careful = (listed.protected_address, &listed.safe_contact);
    if let Some(person) = merged.get(&listed.citizen) {
        hold(app, &mut keys, person.id, person.epoch, person.wrapped.as_ref())?;
        keys.link(SubjectId(person.id), SubjectId(listed.citizen));
        (id, version, alias, name) = (person.id, person.version, &person.alias, &person.name);
        careful = (person.protected_address, &person.safe_contact);
    }
    let citizen = CitizenId(id);
    let name = called(&keys, citizen, version, alias.as_deref(), name.as_deref())?;
    Ok(Listed { citizen, keys, name, heed: heed(careful.0, careful.1)? })
}

/// Makes the rows of a list.
struct Rows<'a> {
    app: &'a App,
    cx: &'a Cx,
    instruments: &'a [Instrument],
    names: &'a Names,
    merged: &'a Merged,
    is_own: bool,
}

impl Rows<'_> {
    fn of(&self, courses: &[ListedCourse]) -> Result<Vec<Row>> {
        let mut rows: Vec<Row> = Vec::with_capacity(courses.len());
        for listed in courses {
            let mut course = course(listed)?;
            if let Some(person) = self.merged.get(&listed.citizen) {
                course.citizen = CitizenId(person.id);
            }
            let stand = Stand::new(&course, &self.cx.programme, self.instruments, self.cx.today);
            let standing = stand.standing();
            // Attached on the day (R3), and one row a person: an enrolment stands before a clarification (R2).
            let attached = matches!(standing, Standing::Enrolled(_) | Standing::InClarification { .. });
            let before = rows.iter().position(|row| row.citizen == course.citizen);
            if !attached || before.is_some() && !matches!(standing, Standing::Enrolled(_)) {
                continue;
            }
            let row = self.row(listed, &course, &stand, standing)?;
            match before.and_then(|at| rows.get_mut(at)) {
                Some(other) => *other = row,
                None => rows.push(row),
            }
        }
        Ok(rows)
    }

    /// Whose the citizen is, where it is not the reader's own: a reader who asked something is named, and is nobody's deputy for that.
    fn worker(&self, listed: &ListedCourse) -> Option<Personal<String>> {
        let worker = listed.worker.map(UserId)?;
        let is_me = matches!(&self.cx.actor, Actor::User { id, .. } if *id == worker);
        if self.is_own && is_me { None } else { self.names.get(&worker).cloned() }
    }

    /// What a coordinator asks for; on the worker's own list only.
    fn asked(&self, listed: &ListedCourse, keys: &Keys, who: (CitizenId, &Personal<String>)) -> Result<Vec<Asked>> {
        let rows = packed_rows(listed.course, listed.requests.as_deref())?;
        let asked = rows.iter().map(|row| opened(keys, who, self.names, row));
        Ok(asked.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
    }

    fn row(&self, listed: &ListedCourse, course: &Course, stand: &Stand<'_>, standing: Standing) -> Result<Row> {
        let Listed { citizen, keys, name, heed } = person(self.app, self.cx, listed, self.merged)?;
        let contact = listed.contact.as_deref().map(last_contact).transpose()?;
        let quiet_since = contact.map_or(course.clarification_began_on, |contact| contact.on);
        Ok(Row {
            citizen,
            heed,
            worker: self.worker(listed),
            phase_ends: stand.phase_ends(),
            follow_up: stand.follow_up(),
            one_reading: stand.has_one_reading(),
            contact,
            attempted_on: listed.attempted_on.filter(|on| contact.is_none_or(|contact| contact.on < *on)),
            no_contact: days_between(quiet_since, self.cx.today) >= NO_CONTACT_DAYS,
            next_step: next_step(&keys, citizen, listed.step.as_deref())?,
            asked: self.asked(listed, &keys, (citizen, &name))?,
            name,
            standing,
        })
    }
}

/// The course with what is packed in its row.
pub(crate) fn course(listed: &ListedCourse) -> Result<Course> {
    let mut readings = Vec::new();
    for (place, mut words) in packed(listed.readings.as_deref().unwrap_or_default()).enumerate() {
        let instrument = words.next().unwrap_or_default().to_owned();
        readings.push(reading(&instrument, &mut words, place as u128)?);
    }
    let mut marks = Vec::new();
    for mut words in packed(listed.marks.as_deref().unwrap_or_default()) {
        let kind = code(MarkKind::parse, words.next().unwrap_or_default())?;
        let on = day(&mut words)?;
        let phase = words.next().and_then(|phase| phase.parse().ok()).filter(|phase| *phase > 0);
        marks.push(Mark { kind, on, phase, area: None });
    }
    let mut replies = Vec::new();
    for mut words in packed(listed.replies.as_deref().unwrap_or_default()) {
        let (due, on) = (day(&mut words)?, day(&mut words)?);
        replies.push(Reply { due, on, reply: code(FollowUpReply::parse, words.next().unwrap_or_default())? });
    }
    marks.sort_by_key(|mark| mark.on);
    replies.sort_by_key(|reply| reply.on);
    Ok(Course {
        id: CourseId(listed.course),
        citizen: CitizenId(listed.citizen),
        clarification_began_on: listed.clarification_began_on,
        clarification_ended_on: listed.clarification_ended_on,
        closing: listed.closed_on.map(|on| Closing { on, reason: None }),
        readings,
        replies,
        marks,
        assignments: Vec::new(),
    })
}

fn last_contact(text: &str) -> Result<LastContact> {
    let mut words = text.split(' ');
    let on = day(&mut words)?;
    let kind = words.next().filter(|kind| !kind.is_empty());
    Ok(LastContact { on, kind: maybe_code(ContactKind::parse, kind)? })
}

/// What to heed before contact.
pub(crate) fn heed(address_protected: bool, codes: &str) -> Result<Heed> {
    let rules = codes.split(',').filter(|rule| !rule.is_empty()).map(|rule| code(SafeContact::parse, rule));
    Ok(Heed { address_protected, safe_contact: rules.collect::<Result<_>>()? })
}

/// The step that is agreed for the earliest day, from its packed words.
fn next_step(keys: &Keys, citizen: CitizenId, packed: Option<&str>) -> Result<Option<NextStep>> {
    let Some(packed) = packed else { return Ok(None) };
    let mut words = packed.split(' ');
    let mut next = || words.next().unwrap_or_default();
    let id = next().parse().map_err(|_| impossible("step"))?;
    let version = next().parse().map_err(|_| impossible("step"))?;
    let on = Some(next()).filter(|on| !on.is_empty()).map(|on| day(&mut std::iter::once(on))).transpose()?;
    let doer = Some(next()).filter(|doer| !doer.is_empty());
    let text = store::bytes(next()).ok_or_else(|| impossible("step"))?;
    open_step(keys, citizen, id, version, on, doer, Some(&text).filter(|text| !text.is_empty()).map(Vec::as_slice))
}

/// A step with its words opened; none where the citizen is shredded.
pub(crate) fn open_step(
    keys: &Keys,
    citizen: CitizenId,
    id: Uuid,
    version: i64,
    on: Option<NaiveDate>,
    doer: Option<&str>,
    text: Option<&[u8]>,
) -> Result<Option<NextStep>> {
    let cell = Cell { table: "step", column: "text", row: id, version };
    let text = keys.open(SubjectId::from(citizen), cell, text)?;
    let by = maybe_code(Doer::parse, doer)?;
    Ok(text.map(|text| NextStep { id: id.into(), version, text, on, by }))
}

/// Tiles over all rows; then the rows of the filter, in order, and of the page.
fn arrange(mut rows: Vec<Row>, ask: CaseloadAsk, cx: &Cx) -> CaseloadPage {
    let tiles = tiles(&rows, ask, cx);
    let asked = rows.iter_mut().flat_map(|row| std::mem::take(&mut row.asked));
    let asked = if ask.scope == Scope::Own { asked.collect() } else { Vec::new() };
    rows.retain(|row| match ask.filter {
        Filter::All => true,
        Filter::FollowUpOverdue => is_overdue(row),
        Filter::PhaseEnds => row.phase_ends.is_some(),
        Filter::NoContact => row.no_contact,
    });
    let matching = rows.len() as u64;
    match ask.sort {
        Sort::OverdueFirst => rows.sort_by_cached_key(|row| {
            let due = row.follow_up.as_ref().map(|follow_up| follow_up.due);
            (!is_overdue(row), due.is_none(), due, row.citizen)
        }),
        Sort::Name => rows.sort_by(|one, other| {
            render::order::danish(one.name.reveal(), other.name.reveal()).then(one.citizen.cmp(&other.citizen))
        }),
        Sort::NextStep => rows.sort_by_cached_key(|row| {
            let on = row.next_step.as_ref().and_then(|step| step.on);
            (row.next_step.is_none(), on.is_none(), on, row.citizen)
        }),
    }
    let first = ask.page as usize * PAGE as usize;
    let rows = rows.into_iter().skip(first).take(PAGE as usize).collect();
    CaseloadPage { ask, day: cx.today, tiles, asked, matching, rows }
}

fn is_overdue(row: &Row) -> bool {
    row.follow_up.as_ref().is_some_and(|follow_up| follow_up.urgency == Urgency::Overdue)
}

fn tiles(rows: &[Row], ask: CaseloadAsk, cx: &Cx) -> Tiles {
    let count = |is: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| is(row)).count() as u64;
    let quiet: Vec<Option<NaiveDate>> =
        rows.iter().filter(|row| row.no_contact).map(|row| row.contact.map(|contact| contact.on)).collect();
    // Against the cap stand the reader's own, not those whose worker the reader stands in for.
    let is_counted = |row: &Row| ask.scope == Scope::Programme || row.worker.is_none();
    Tiles {
        enrolled: count(&|row| is_counted(row) && matches!(row.standing, Standing::Enrolled(_))),
        in_clarification: count(&|row| is_counted(row) && matches!(row.standing, Standing::InClarification { .. })),
        cap: (ask.scope == Scope::Own).then_some(cx.programme.caseload_cap),
        follow_up_overdue: count(&is_overdue),
        overdue_since: rows
            .iter()
            .filter(|row| is_overdue(row))
            .filter_map(|row| Some(row.follow_up.as_ref()?.due))
            .min(),
        phase_ends: count(&|row| row.phase_ends.is_some()),
        first_phase_end: rows.iter().filter_map(|row| row.phase_ends).min(),
        no_contact: quiet.len() as u64,
        no_contact_since: if quiet.contains(&None) { None } else { quiet.into_iter().flatten().min() },
    }
}
