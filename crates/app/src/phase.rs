//! Phases on screen (R7, R18): shifts, focus areas, reviews, interruptions and moved boundaries, each a mark that can be taken out
//! and put back.
//!
//! Whoever marks a course holds it until the mark is kept: the rules are asked about the course as it is then.

mod page;

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::MarkKind;
use domain::course::Plan;
use domain::event::Event;
use domain::facts::{Course, Mark};
use domain::id::{CitizenId, CourseId, MarkId};
use domain::marking::Marking;
use domain::personal::Personal;
use domain::phase::{Phase, phases};
use domain::refusal::{Code, Refusal};
use store::Work;
use store::phase::{MarkRow, NewMark};
use store::record::Fact;

use crate::case::Case;
use crate::documentation::timed;
use crate::facts::code;
use crate::once::{Begun, Once, begin};
use crate::sealing::Cell;
use crate::{App, Cx, Error, Result};

pub use page::page;
pub(crate) use page::{contacts as contacts_of, is_own};

/// What is said of a course's phases. Words may be empty; the rules say where they are needed.
#[derive(Clone, Debug)]
pub enum Said {
    /// The course goes on to a phase.
    Shift {
        /// The phase.
        phase: u32,
        /// The day.
        on: NaiveDate,
        /// Why on that day.
        words: Personal<String>,
    },
    /// A phase's focus areas, all of them.
    Focus {
        /// The phase.
        phase: u32,
        /// The keys of the areas.
        areas: Vec<String>,
        /// The keys that the form showed as chosen.
        were: Vec<String>,
        /// The day.
        on: NaiveDate,
    },
    /// A phase looked back on.
    Review {
        /// The phase.
        phase: u32,
        /// The day.
        on: NaiveDate,
        /// What worked.
        worked: Personal<String>,
        /// All that is kept: what worked, and what now.
        note: Personal<String>,
    },
    /// Something interrupted the course.
    Interruption {
        /// The first day.
        from: NaiveDate,
        /// The last day; none while it lasts.
        to: Option<NaiveDate>,
        /// What.
        words: Personal<String>,
    },
    /// A phase begins on another day.
    Boundary {
        /// The phase.
        phase: u32,
        /// Its new first day.
        on: NaiveDate,
        /// Why.
        words: Personal<String>,
    },
    /// What continues after the course was agreed.
    Agreed {
        /// The day.
        on: NaiveDate,
        /// What was agreed.
        words: Personal<String>,
    },
    /// The closing meeting was held.
    Meeting {
        /// The day.
        on: NaiveDate,
        /// The citizen's own words about the course.
        words: Personal<String>,
    },
}

/// A mark to be made.
struct Making<'a> {
    kind: MarkKind,
    on: NaiveDate,
    until: Option<NaiveDate>,
    phase: Option<u32>,
    area: Option<&'a str>,
    words: Option<&'a str>,
}

impl Said {
    const fn action(&self) -> Action {
        match self {
            Self::Boundary { .. } => Action::MoveBoundary,
            _ => Action::ShiftPhase,
        }
    }

    /// Asks the rules.
    fn allowed(&self, marking: &Marking<'_>) -> std::result::Result<(), Vec<Refusal>> {
        match self {
            Self::Shift { phase, on, words } => marking.shift(*phase, *on, words.reveal()),
            Self::Focus { phase, areas, on, .. } => marking.focus(*phase, areas, *on),
            Self::Review { phase, on, worked, .. } => marking.review(*phase, *on, worked.reveal()),
            Self::Interruption { from, to, words } => marking.interruption(*from, *to, words.reveal()),
            Self::Boundary { phase, on, words } => marking.boundary(*phase, *on, words.reveal()),
            Self::Agreed { on, words } | Self::Meeting { on, words } => marking.plain(*on, words.reveal()),
        }
    }

    /// The marks it makes, beside those of the focus areas that are there already.
    fn making<'a>(&'a self, has: &[&str]) -> Vec<Making<'a>> {
        let one = |kind, on, phase, words: &'a Personal<String>| {
            let words = Some(words.reveal().trim()).filter(|words| !words.is_empty());
            vec![Making { kind, on, until: None, phase, area: None, words }]
        };
        match self {
            Self::Shift { phase, on, words } => one(MarkKind::PhaseShift, *on, Some(*phase), words),
            Self::Review { phase, on, note, .. } => one(MarkKind::PlanReviewed, *on, Some(*phase), note),
            Self::Boundary { phase, on, words } => one(MarkKind::BoundaryMoved, *on, Some(*phase), words),
            Self::Agreed { on, words } => one(MarkKind::ContinuationAgreed, *on, None, words),
            Self::Meeting { on, words } => one(MarkKind::ClosingMeeting, *on, None, words),
            Self::Interruption { from, to, words } => one(MarkKind::Interruption, *from, None, words)
                .into_iter()
                .map(|mark| Making { until: *to, ..mark })
                .collect(),
            Self::Focus { phase, areas, on, .. } => {
                let new = areas.iter().filter(|area| !has.contains(&area.as_str()));
                let mark = |area: &'a String| Making {
                    kind: MarkKind::FocusArea,
                    on: *on,
                    until: None,
                    phase: Some(*phase),
                    area: Some(area),
                    words: None,
                };
                new.map(mark).collect()
            }
        }
    }
}

/// A course as it is while it is held.
struct Held {
    course: Course,
    rows: Vec<MarkRow>,
    plan: Plan,
    phases: Vec<Phase>,
}

impl Held {
    /// Holds the course of the case until the transaction ends, and reads what may have changed meanwhile.
    async fn hold(work: &mut Work, cx: &Cx, case: &Case) -> Result<Self> {
        let mut course = case.course(cx.today).ok_or(Error::NotFound)?.clone();
        work.hold_for_change(cx.programme_id, course.id).await?;
        let mut rows = work.marks_of(cx.programme_id, case.id()).await?;
        rows.retain(|row| row.course == course.id.0);
        course.marks = rows.iter().map(mark_of).collect::<Result<_>>()?;
        let closing = work.closing_of(cx.programme_id, course.id).await?.ok_or(Error::Stale)?;
        if closing.closed_on != course.closing.as_ref().map(|closing| closing.on) {
            return Err(Error::Stale);
        }
        let (plan, _) = timed(cx, &course, &case.instruments).ok_or(Refusal::new("", Code::NotEnrolled))?;
        let phases = phases(&plan, &cx.programme, &course.marks);
        Ok(Self { course, rows, plan, phases })
    }

    fn marking<'a>(&'a self, cx: &'a Cx) -> Marking<'a> {
        Marking {
            course: &self.course,
            plan: &self.plan,
            phases: &self.phases,
            programme: &cx.programme,
            today: cx.today,
        }
    }

    /// The rows of a phase's focus areas.
    fn focus_of(&self, number: u32) -> Vec<&MarkRow> {
        let Some(phase) = self.phases.iter().find(|phase| phase.number == number) else { return Vec::new() };
        let pairs = self.rows.iter().zip(&self.course.marks);
        pairs.filter(|(_, mark)| mark.kind == MarkKind::FocusArea && mark.is_of(phase)).map(|(row, _)| row).collect()
    }
}

/// A mark as the rules take it.
pub(crate) fn mark_of(row: &MarkRow) -> Result<Mark> {
    Ok(Mark {
        kind: code(MarkKind::parse, &row.kind)?,
        on: row.marked_on,
        phase: row.phase.and_then(|phase| u32::try_from(phase).ok()),
        area: row.area.clone(),
    })
}

const fn note(id: MarkId, version: i64) -> Cell {
    Cell { table: "mark", column: "note", row: id.0, version }
}

/// Marks a course.
///
/// # Errors
///
/// [`Error::NotFound`] where the actor may not; every refusal of the rules at once; [`Error::Stale`] where the focus areas were
/// chosen anew, or the course was closed, since the form was shown.
pub async fn mark(app: &App, cx: &Cx, once: Once, citizen: CitizenId, said: Said) -> Result<()> {
    let case = Case::open(app, cx, said.action(), citizen).await?;
    let first = cx.new_id()?;
    let Begun::Fresh(mut work) = begin(app, cx, case.grant.clone(), once, Some(first)).await? else { return Ok(()) };
    let held = Held::hold(&mut work, cx, &case).await?;
    said.allowed(&held.marking(cx))?;
    let mut touched = Vec::new();
    let mut has = Vec::new();
    if let Said::Focus { phase, areas, were, .. } = &said {
        let current = held.focus_of(*phase);
        has = current.iter().filter_map(|row| row.area.as_deref()).collect();
        let (mut now, mut shown): (Vec<&str>, Vec<&str>) = (has.clone(), were.iter().map(String::as_str).collect());
        now.sort_unstable();
        shown.sort_unstable();
        if now != shown {
            return Err(Error::Stale);
        }
        for row in current.iter().filter(|row| !row.area.as_ref().is_some_and(|area| areas.contains(area))) {
            take_out(&mut work, cx, &case, held.course.id, row, None).await?;
            touched.push(row.id);
        }
    }
    for (number, making) in said.making(&has).into_iter().enumerate() {
        let id = MarkId(if number == 0 { first } else { cx.new_id()? });
        put(&mut work, cx, &case, held.course.id, (id, 1), &making).await?;
        touched.push(id.0);
    }
    // Choosing what was chosen already changes nothing.
    let Some(row) = touched.first() else { return Ok(()) };
    let event = Event::FactRecorded { fact: "mark".to_owned(), row: *row };
    Ok(work.commit(cx.entry(event, vec![citizen]), cx.now).await?)
}

async fn put(
    work: &mut Work,
    cx: &Cx,
    case: &Case,
    course: CourseId,
    (id, version): (MarkId, i64),
    making: &Making<'_>,
) -> Result<()> {
    let sealed = case.keys.seal(case.subject(), note(id, version), making.words)?;
    let new = NewMark {
        course,
        id,
        version,
        kind: making.kind,
        on: making.on,
        until: making.until,
        phase: making.phase,
        area: making.area,
        note: sealed.as_deref(),
    };
    Ok(work.put_mark(cx.programme_id, new, cx.now).await?)
}

async fn take_out(
    work: &mut Work,
    cx: &Cx,
    case: &Case,
    course: CourseId,
    row: &MarkRow,
    why: Option<&str>,
) -> Result<()> {
    let of_course = (cx.programme_id, course);
    work.correct(Fact::Mark(cx.programme_id, course, row.id), row.version, cx.now).await?;
    let cell = Cell { table: "withdrawal", column: "reason", row: row.id, version: row.version };
    let why = case.keys.seal(case.subject(), cell, why)?;
    Ok(work.note_withdrawal(of_course, ("mark", row.id, row.version), why.as_deref(), cx.now).await?)
}

/// Whether only who may move boundaries may change the mark.
fn action(row: &MarkRow) -> Result<Action> {
    let kind = code(MarkKind::parse, &row.kind)?;
    Ok(if kind == MarkKind::BoundaryMoved { Action::MoveBoundary } else { Action::ShiftPhase })
}

/// Takes a mark out that was made by mistake; `version` is the one that the form showed.
///
/// # Errors
///
/// [`Error::NotFound`]; [`Error::Stale`] where the mark was changed or taken out meanwhile.
pub async fn withdraw(
    app: &App,
    cx: &Cx,
    once: Once,
    citizen: CitizenId,
    (mark, version): (MarkId, i64),
    why: Option<Personal<String>>,
) -> Result<()> {
    let case = Case::open(app, cx, Action::ShiftPhase, citizen).await?;
    let Begun::Fresh(mut work) = begin(app, cx, case.grant.clone(), once, None).await? else { return Ok(()) };
    let rows = work.marks_of(cx.programme_id, citizen).await?;
    let mut row = rows.into_iter().find(|row| row.id == mark.0).ok_or(Error::Stale)?;
    cx.may(action(&row)?, case.grant.relation(), Some(citizen)).map_err(|_| Error::NotFound)?;
    row.version = version;
    let course = CourseId(row.course);
    work.hold_for_change(cx.programme_id, course).await?;
    take_out(&mut work, cx, &case, course, &row, why.as_ref().map(|why| why.reveal().as_str())).await?;
    let event = Event::FactWithdrawn { fact: "mark".to_owned(), row: mark.0 };
    Ok(work.commit(cx.entry(event, vec![citizen]), cx.now).await?)
}

/// Puts a mark back that was taken out.
///
/// # Errors
///
/// [`Error::NotFound`]; [`Error::Stale`] where it was put back meanwhile; a refusal where another mark has taken its place: a
/// shift to the same phase, or three focus areas.
pub async fn restore(app: &App, cx: &Cx, once: Once, citizen: CitizenId, mark: MarkId) -> Result<()> {
    let case = Case::open(app, cx, Action::ShiftPhase, citizen).await?;
    let Begun::Fresh(mut work) = begin(app, cx, case.grant.clone(), once, None).await? else { return Ok(()) };
    let held = Held::hold(&mut work, cx, &case).await?;
    let rows = work.withdrawn_marks_of(cx.programme_id, citizen).await?;
    let row = rows.into_iter().find(|row| row.id == mark.0 && row.course == held.course.id.0).ok_or(Error::Stale)?;
    cx.may(action(&row)?, case.grant.relation(), Some(citizen)).map_err(|_| Error::NotFound)?;
    let fact = mark_of(&row)?;
    let words = case.keys.open(case.subject(), note(mark, row.version), row.note.as_deref())?;
    let words = words.as_ref().map(|words| words.reveal().as_str());
    match (fact.kind, fact.phase) {
        (MarkKind::PhaseShift, Some(phase)) => held.marking(cx).shift(phase, fact.on, words.unwrap_or("-"))?,
        (MarkKind::FocusArea, Some(phase)) => {
            let mut areas: Vec<String> = held.focus_of(phase).iter().filter_map(|row| row.area.clone()).collect();
            areas.extend(fact.area.clone().filter(|area| !areas.contains(area)));
            held.marking(cx).focus(phase, &areas, fact.on)?;
        }
        (MarkKind::BoundaryMoved, Some(phase)) => held.marking(cx).boundary(phase, fact.on, words.unwrap_or("-"))?,
        _ => {}
    }
    let making = Making {
        kind: fact.kind,
        on: fact.on,
        until: row.until_day,
        phase: fact.phase,
        area: fact.area.as_deref(),
        words,
    };
    put(&mut work, cx, &case, held.course.id, (mark, row.version + 1), &making).await?;
    let event = Event::WithdrawalUndone { fact: "mark".to_owned(), row: mark.0 };
    Ok(work.commit(cx.entry(event, vec![citizen]), cx.now).await?)
}
