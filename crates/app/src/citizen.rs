//! *Borger*: one citizen's course, and the sealed texts that are opened on purpose.

pub(crate) mod charts;
mod joined;
mod timeline;

use chrono::NaiveDate;
use domain::access::{Action, Actor, Grant};
use domain::code::GoalState;
use domain::event::Event;
use domain::facts::Course;
use domain::id::{CitizenId, GoalId, SubjectId, UserId};
use domain::instrument::Instrument;
use domain::personal::Personal;
use domain::programme::{Programme, Text};
use store::citizen::{
    CitizenRow, CitizensContact, CitizensEnquiry, CitizensGoal, CitizensReferral, CitizensStep, SealedColumn,
};

use store::documentation::{CarriedRow, RecordRow};

use crate::case::{CourseRows, permitted};
use crate::caseload::{heed, open_step};
use crate::documentation;
use crate::facts::code;
use crate::people::{Names, called, hold_linked, hold_person, opened, some};
use crate::sealing::{Cell, Keys};
use crate::standing::Stand;
use crate::view::Standing;
use crate::view::citizen::{CitizenPage, Goal, SealedRef, Words};
use crate::{App, Cx, Error, Result};

/// Everything that the store knows of a citizen in the programme, but the sealed texts.
struct Known {
    citizen: CitizenRow,
    keys: Keys,
    of_courses: CourseRows,
    contacts: Vec<CitizensContact>,
    goals: Vec<CitizensGoal>,
    steps: Vec<CitizensStep>,
    referrals: Vec<CitizensReferral>,
    enquiries: Vec<CitizensEnquiry>,
    names: Names,
    records: Vec<RecordRow>,
    carried: Vec<CarriedRow>,
    /// The instruments of the programme, in its order.
    instruments: std::sync::Arc<[Instrument]>,
}

impl Known {
    /// A name for an area's key: the programme's goal areas first, then the instruments' areas.
    fn area(&self, programme: &Programme, key: Option<&str>) -> Option<Text> {
        let key = key?;
        let goal_area = programme.goal_areas.iter().find(|area| area.key == key).map(|area| area.name.clone());
        let item = || self.instruments.iter().flat_map(|pack| &pack.items).find(|item| item.key == key);
        goal_area.or_else(|| item().map(|item| item.text.clone()))
    }

    fn instrument(&self, key: &str) -> Option<&Instrument> {
        self.instruments.iter().find(|pack| pack.key == key)
    }
}

/// The page, logged before it is given.
///
/// # Errors
///
/// [`Error::NotFound`] where there is no such citizen in the programme or the reader may not know of one: the two are the same answer.
pub async fn page(app: &App, cx: &Cx, id: CitizenId) -> Result<CitizenPage> {
    let grant = permitted(app, cx, Action::SeeCitizen, id).await?;
    let id = grant.citizen().unwrap_or(id);
    let page = of(app, cx, &grant, id).await?;
    app.store().look(&grant, cx.entry(Event::CitizenSeen, vec![id]), cx.now).await?;
    Ok(page)
}

/// The page as the grant lets it be seen; whoever gives it on logs it first.
pub(crate) async fn of(app: &App, cx: &Cx, grant: &Grant, id: CitizenId) -> Result<CitizenPage> {
    let known = known(app, cx, grant, id).await?;
    lay_out(cx, id, &known)
}

/// Opens one sealed text, logged before it is given.
///
/// # Errors
///
/// As [`page`]; also where the citizen has no such text.
pub async fn open_sealed(app: &App, cx: &Cx, id: CitizenId, text: SealedRef) -> Result<Personal<String>> {
    let grant = permitted(app, cx, Action::OpenSealed, id).await?;
    let id = grant.citizen().unwrap_or(id);
    let mut reader = app.store().read(&grant).await?;
    let citizen = reader.citizen(cx.programme_id, id).await?.ok_or(Error::NotFound)?;
    let column = column(text);
    let found = reader.sealed_text(cx.programme_id, id, column, text.row()).await?.ok_or(Error::NotFound)?;
    let mut keys = Keys::new(cx.organisation);
    hold_person(app, &mut reader, &mut keys, &citizen).await?;
    drop(reader);
    let (table, name) = column.place();
    let cell = Cell { table, column: name, row: text.row(), version: found.version };
    let opened = keys.open(SubjectId::from(id), cell, found.sealed.as_deref())?.ok_or(Error::NotFound)?;
    let event = Event::SealedOpened { table: table.to_owned(), column: name.to_owned(), row: text.row().to_string() };
    app.store().look(&grant, cx.entry(event, vec![id]), cx.now).await?;
    Ok(if column == SealedColumn::ReadingNotes { notes(app, cx, &opened) } else { opened })
}

const fn column(text: SealedRef) -> SealedColumn {
    match text {
        SealedRef::EnquiryNote(_) => SealedColumn::EnquiryNote,
        SealedRef::ClarificationReason(_) => SealedColumn::ClarificationEnd,
        SealedRef::ContactText(_) => SealedColumn::ContactText,
        SealedRef::ReadingNote(_) => SealedColumn::ReadingNotes,
        SealedRef::GoalText(_) => SealedColumn::GoalText,
        SealedRef::MarkReason(_) => SealedColumn::MarkNote,
    }
}

/// The words beside a reading's answers, a line an item, headed by the item's name.
fn notes(app: &App, cx: &Cx, json: &Personal<String>) -> Personal<String> {
    let Ok(notes) = serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(json.reveal()) else {
        return json.clone();
    };
    let named = |key: &str| {
        let mut items = app.instruments().all().iter().flat_map(|pack| &pack.items);
        items.find(|item| item.key == key).map_or_else(|| key.to_owned(), |item| cx.locale.of(&item.text).to_owned())
    };
    let lines = notes.iter().filter_map(|(key, text)| Some(format!("{}: {}", named(key), text.as_str()?)));
    Personal::new(lines.collect::<Vec<_>>().join("\n"))
}

async fn known(app: &App, cx: &Cx, grant: &Grant, id: CitizenId) -> Result<Known> {
    let mut reader = app.store().read(grant).await?;
    let enrolling = &cx.programme.enrolling_instrument;
    let asked = reader.citizens_all(cx.programme_id, id, cx.today, cx.organisation, enrolling);
    let all = asked.await?.ok_or(Error::NotFound)?;
    let mut names = opened(app, cx, all.names)?;
    // As a rule who records is who works with the citizen.
    let recorders = all.contacts.iter().filter_map(|row| row.recorded_by.parse().ok()).map(UserId);
    let others: Vec<UserId> = recorders.filter(|recorder| !names.contains_key(recorder)).collect();
    names.extend(some(app, &mut reader, cx, others.into_iter()).await?);
    let mut keys = Keys::new(cx.organisation);
    hold_linked(app, &mut keys, &all.citizen, &all.linked)?;
    Ok(Known {
        citizen: all.citizen,
        keys,
        of_courses: CourseRows {
            courses: all.courses,
            workers: all.workers,
            readings: all.readings,
            marks: all.marks,
            replies: all.replies,
        },
        contacts: all.contacts,
        goals: all.goals,
        steps: all.steps,
        referrals: all.referrals,
        enquiries: all.enquiries,
        names,
        records: all.records,
        carried: all.carried,
        instruments: app.instruments().of(&cx.programme),
    })
}

fn lay_out(cx: &Cx, id: CitizenId, known: &Known) -> Result<CitizenPage> {
    let today = cx.today;
    let (row, keys) = (&known.citizen, &known.keys);
    let courses = known.of_courses.facts(id)?;
    // The last begun is the one that the page is about; the timeline tells of all.
    let course = courses.iter().rev().find(|course| course.clarification_began_on <= today);
    let stand = course.map(|course| Stand::new(course, &cx.programme, &known.instruments, today));
    let worker = known.of_courses.workers.iter().rev().find(|worker| {
        Some(worker.course) == course.map(|course| course.id.0)
            && worker.from_day <= today
            && worker.to_day.is_none_or(|to| today <= to)
    });
    let is_own = matches!(&cx.actor, Actor::User { id: me, .. } if worker.is_some_and(|worker| worker.worker == me.0));
    let next = known.steps.iter().min_by_key(|step| (step.due_on.is_none(), step.due_on, step.id));
    let next_step = next.map(|step| {
        open_step(keys, id, step.id, step.version, step.due_on, step.doer.as_deref(), step.text.as_deref())
    });
    Ok(CitizenPage {
        id,
        name: called(keys, id, row.version, row.alias.as_deref(), row.name.as_deref())?,
        heed: heed(row.protected_address, &row.safe_contact)?,
        day: today,
        is_own,
        worker: worker.and_then(|worker| known.names.get(&UserId(worker.worker)).cloned()),
        standing: stand.as_ref().map_or(Standing::EnquiryOnly, Stand::standing),
        follow_up: stand.as_ref().and_then(Stand::follow_up),
        next_step: next_step.transpose()?.flatten(),
        ahead: course
            .map(|course| documentation::ahead(cx, course, &known.instruments, &known.records, &known.carried))
            .transpose()?,
        timeline: timeline::timeline(cx, known, &courses)?,
        star: course.and_then(|course| charts::star(course, &known.instruments, today)),
        scores: course.map(|course| charts::scores(course, &known.instruments, today)).unwrap_or_default(),
        purposes: course.map(|course| charts::purposes(course, &known.instruments, today)).unwrap_or_default(),
        goals: goals(cx, known, keys, id, course)?,
    })
}

/// The goals, their words opened: they are the citizen's own plan, and seeing the page is logged.
fn goals(cx: &Cx, known: &Known, keys: &Keys, citizen: CitizenId, course: Option<&Course>) -> Result<Vec<Goal>> {
    let by = |day: NaiveDate| day <= cx.today;
    let goal = |row: &CitizensGoal| {
        let cell = Cell { table: "goal", column: "text", row: row.id, version: row.version };
        let words = keys.open(citizen.into(), cell, row.text.as_deref())?.map_or(Words::None, Words::Shown);
        let state = code(GoalState::parse, &row.state)?;
        let (state, since) = if by(row.state_on) { (state, row.state_on) } else { (GoalState::Active, row.created_on) };
        let area = known.area(&cx.programme, row.area.as_deref());
        Ok(Goal {
            id: GoalId(row.id),
            is_earlier: course.is_some_and(|course| course.id.0 != row.course),
            area,
            words,
            created_on: row.created_on,
            state,
            since,
        })
    };
    known.goals.iter().filter(|row| by(row.created_on)).map(goal).collect()
}
