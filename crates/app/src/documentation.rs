//! What of a course's record is there (M25): for one citizen, and for the coordinator over all courses.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::{Carrier, MarkKind};
use domain::completeness::{Beside, completeness};
use domain::course::{Plan, plan};
use domain::event::Event;
use domain::facts::Course;
use domain::handover::{Missing, Need, missing};
use domain::id::{CitizenId, CourseId, GoalId, NeedId};
use domain::instrument::Instrument;
use domain::personal::Personal;
use domain::phase::{Phase, phases};
use store::Reader;
use store::documentation::{CarriedRow, RecordRow};

use crate::facts::{Readings, Wanted, maybe_code};
use crate::people::{called, hold, members};
use crate::sealing::Keys;
use crate::sight::Sight;
use crate::standing::Stand;
use crate::view::Standing;
use crate::view::closing::Handover;
use crate::view::documentation::{Ahead, Documentation, DocumentationPage, Line, Row};
use crate::{App, Cx, Result, facts};

/// Courses on a page of the list.
const PAGE: usize = 50;

/// The courses that run, or every course of the programme, with what each record lacks, logged with every citizen whose row it shows.
///
/// # Errors
///
/// [`crate::Error::Denied`] where the reader may not see all citizens.
pub async fn page(app: &App, cx: &Cx, page: usize, with_ended: bool) -> Result<DocumentationPage> {
    let grant = cx.may_at_all(Action::ListAllCitizens)?;
    let instruments = app.instruments().of(&cx.programme);
    let mut lines = app.store().read_programme(&grant).await?;
    let wanted = Wanted::whole(Readings::Of(&cx.programme.instruments));
    let courses = facts::courses(&mut lines, cx, wanted).await?;
    let reader = &mut lines.one;
    let enrolling = &cx.programme.enrolling_instrument;
    let records = reader.records(cx.programme_id, cx.organisation, enrolling).await?;
    let mut carried: HashMap<CourseId, Vec<CarriedRow>> = HashMap::new();
    for row in reader.carried(cx.programme_id).await? {
        carried.entry(CourseId(row.course)).or_default().push(row);
    }
    let sight = Sight::of(reader, cx).await?;
    let records = of_persons(records, &sight);
    let none = Vec::new();
    let mut all: Vec<(&Course, Documentation)> = courses
        .iter()
        .filter(|course| course.clarification_began_on <= cx.today && !sight.hides(course.citizen))
        .filter(|course| with_ended || runs(cx, course, &instruments))
        .map(|course| {
            let carried = carried.get(&course.id).unwrap_or(&none);
            let record = records.get(&course.id);
            Ok((course, of(cx, course, &instruments, record, carried)?))
        })
        .collect::<Result<_>>()?;
    all.sort_by_cached_key(|(course, told)| {
        (std::cmp::Reverse(told.of - told.done), told.missing().first().and_then(|line| line.since()), course.id)
    });
    let (courses, complete) = (all.len(), all.iter().filter(|(_, told)| told.of == told.done).count());
    let shown: Vec<(&Course, Documentation)> = all.into_iter().skip(page.saturating_mul(PAGE)).take(PAGE).collect();
    let rows = rows(app, cx, reader, &instruments, &sight, shown).await?;
    drop(lines);
    let seen = rows.iter().map(|row| row.citizen).collect();
    app.store()
        .look(&grant, cx.entry(Event::CitizensListed { list: "documentation".to_owned() }, seen), cx.now)
        .await?;
    Ok(DocumentationPage { day: cx.today, with_ended, courses, complete, page, pages: courses.div_ceil(PAGE), rows })
}

/// What is there of each course: an enquiry and an answer about research are the person's, whichever record they are on (R4).
pub(crate) fn of_persons(rows: Vec<RecordRow>, sight: &Sight) -> HashMap<CourseId, RecordRow> {
    let mut persons: HashMap<CitizenId, (bool, bool)> = HashMap::with_capacity(rows.len());
    for row in &rows {
        let (has_enquiry, consent_asked) = persons.entry(sight.person(CitizenId(row.citizen))).or_default();
        *has_enquiry |= row.has_enquiry;
        *consent_asked |= row.consent_asked;
    }
    let with_persons = |row: RecordRow| {
        let known = persons.get(&sight.person(CitizenId(row.citizen))).copied().unwrap_or_default();
        (CourseId(row.course), RecordRow { has_enquiry: known.0, consent_asked: known.1, ..row })
    };
    rows.into_iter().map(with_persons).collect()
}

/// Whether a course, or its clarification, has not ended by the day.
fn runs(cx: &Cx, course: &Course, instruments: &[Instrument]) -> bool {
    let standing = Stand::new(course, &cx.programme, instruments, cx.today).standing();
    matches!(standing, Standing::Enrolled(_) | Standing::InClarification { .. })
}

async fn rows(
    app: &App,
    cx: &Cx,
    reader: &mut Reader,
    instruments: &[Instrument],
    sight: &Sight,
    shown: Vec<(&Course, Documentation)>,
) -> Result<Vec<Row>> {
    let citizens: Vec<CitizenId> = shown.iter().map(|(course, _)| sight.person(course.citizen)).collect();
    let workers = members(app, reader, cx).await?;
    let mut keys = Keys::new(cx.organisation);
    let mut names: HashMap<CitizenId, Personal<String>> = HashMap::new();
    for row in reader.citizens_called(&citizens).await? {
        hold(app, &mut keys, row.id, row.epoch, row.wrapped.as_ref())?;
        let id = CitizenId(row.id);
        names.insert(id, called(&keys, id, row.version, row.alias.as_deref(), row.name.as_deref())?);
    }
    let row = |(course, documentation): (&Course, Documentation)| {
        let assigned = course
            .assignments
            .iter()
            .rev()
            .find(|assignment| assignment.from <= cx.today && assignment.to.is_none_or(|to| cx.today <= to));
        let citizen = sight.person(course.citizen);
        Row {
            citizen,
            name: names.get(&citizen).cloned().unwrap_or_else(|| Personal::new("–".to_owned())),
            worker: assigned.and_then(|assignment| workers.get(&assignment.worker).cloned()),
            standing: Stand::new(course, &cx.programme, instruments, cx.today).standing(),
            documentation,
        }
    };
    Ok(shown.into_iter().map(row).collect())
}

/// When a course runs, by the day: its plan and its phases.
pub(crate) fn timed(cx: &Cx, course: &Course, instruments: &[Instrument]) -> Option<(Plan, Vec<Phase>)> {
    let enrolled_on = cx.programme.enrolling(instruments).and_then(|enrolling| course.enrolled_on(enrolling));
    let plan = plan(enrolled_on.filter(|on| *on <= cx.today)?, &cx.programme).ok()?;
    Some((plan, phases(&plan, &cx.programme, &course.marks)))
}

/// What the record of a course holds and lacks.
pub(crate) fn of(
    cx: &Cx,
    course: &Course,
    instruments: &[Instrument],
    record: Option<&RecordRow>,
    carried: &[CarriedRow],
) -> Result<Documentation> {
    let timed = timed(cx, course, instruments);
    let beside = Beside {
        has_enquiry: record.is_some_and(|record| record.has_enquiry),
        consent_asked: record.is_some_and(|record| record.consent_asked),
        has_own_words: record.is_some_and(|record| record.has_own_words),
        has_goal: record.is_some_and(|record| record.has_goal),
        is_handed_over: handover(carried, &[], cx.today)?.is_complete,
    };
    let enrolled = timed.as_ref().map(|(plan, phases)| (plan, phases.as_slice()));
    let told = completeness(course, enrolled, beside, &cx.programme, instruments, cx.today);
    let (done, of) = told.count();
    let title = |key: &String| instruments.iter().find(|pack| pack.key == *key).map(|pack| pack.title.clone());
    let lines = told.lines.into_iter().map(|line| Line {
        item: line.item,
        state: line.state,
        instruments: line.instruments.iter().filter_map(title).collect(),
    });
    Ok(Documentation { lines: lines.collect(), done, of })
}

/// What is next on a course beside the next step and the next follow-up.
pub(crate) fn ahead(
    cx: &Cx,
    course: &Course,
    instruments: &[Instrument],
    records: &[RecordRow],
    carried: &[CarriedRow],
) -> Result<Ahead> {
    let record = records.iter().find(|record| record.course == course.id.0).map(|record| RecordRow {
        has_enquiry: records.iter().any(|one| one.has_enquiry),
        consent_asked: records.iter().any(|one| one.consent_asked),
        ..record.clone()
    });
    let own: Vec<CarriedRow> = carried.iter().filter(|row| row.course == course.id.0).cloned().collect();
    let documentation = of(cx, course, instruments, record.as_ref(), &own)?;
    Ok(Ahead { shift: next_shift(cx, course, instruments), documentation })
}

/// The next phase that a running course has not gone on to.
fn next_shift(cx: &Cx, course: &Course, instruments: &[Instrument]) -> Option<(u32, NaiveDate)> {
    if course.closed_by(cx.today).is_some() {
        return None;
    }
    let (_, phases) = timed(cx, course, instruments)?;
    let is_made = |phase: &Phase| {
        let shifted =
            |number| move |mark: &&domain::facts::Mark| mark.kind == MarkKind::PhaseShift && mark.phase == Some(number);
        // A shift to a later phase left every phase before it.
        (phase.number..).take(phases.len()).any(|number| course.marks.iter().any(|mark| shifted(number)(&mark)))
    };
    let next = phases.iter().skip(1).find(|phase| !phase.days.is_empty() && !is_made(phase))?;
    Some((next.number, next.days.from))
}

/// How the handover stands: which needs lack something, and which active goals nobody carries on.
pub(crate) fn handover(carried: &[CarriedRow], active: &[GoalId], day: NaiveDate) -> Result<Handover> {
    let needs: Vec<Need> = carried.iter().map(need).collect::<Result<_>>()?;
    let missing = missing(&needs, active, day);
    let open = missing.iter().filter(|one| matches!(one, Missing::Need { .. })).count();
    let goals_left = missing.iter().filter(|one| matches!(one, Missing::Goal { .. })).count();
    Ok(Handover { needs: needs.len(), open, goals_left, is_complete: missing.is_empty() })
}

fn need(row: &CarriedRow) -> Result<Need> {
    Ok(Need {
        id: NeedId(row.id),
        goal: row.goal.map(GoalId),
        carrier: maybe_code(Carrier::parse, row.carrier.as_deref())?,
        has_contact: row.has_contact,
        agreed_on: row.agreed_on,
        warm_planned_on: row.warm_planned_on,
        warm_on: row.warm_on,
    })
}
