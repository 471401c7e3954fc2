//! How the open courses end, from facts; and what citizens are called.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use domain::facts::Course;
use domain::id::{CitizenId, UserId};
use domain::instrument::Instrument;
use domain::personal::Personal;
use domain::programme::Programme;
use domain::report::Names as CourseNames;
use domain::report::wind_down::{Must, Why, WindDownFigure, wind_down};
use domain::status::{Status, of_course};
use domain::wind_down::{Ending, days_to_ask, endings, full_until, if_enrolled};
use store::Reader;

use crate::people::{called, hold};
use crate::sealing::Keys;
use crate::sight::Sight;
use crate::view::wind_down::{CannotEndRow, EndingRow, WaitingRow, WindDown};
use crate::{App, Cx, Result};

/// The figure and the courses behind it.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) figure: WindDownFigure,
    pub(crate) endings: Vec<Ending>,
    /// Citizen, first day and worker of each open clarification, the longest first.
    pub(crate) waiting: Vec<(CitizenId, NaiveDate, Option<UserId>)>,
}

/// Draws the wind-down up.
pub(crate) fn telling(courses: &[Course], enrolling: &Instrument, programme: &Programme, day: NaiveDate) -> Told {
    // The page names citizens by what they are called; the figure's own names are the register's and not needed.
    let nobody = CourseNames { course: &|_| String::new(), citizen: &|_| String::new() };
    let waits = |course: &&Course| of_course(course, enrolling, day) == Status::InClarification;
    let mut waiting: Vec<_> = courses
        .iter()
        .filter(waits)
        .map(|course| {
            let worker = course.assignments.iter().rev().find(|one| one.holds_on(day)).map(|one| one.worker);
            (course.citizen, course.clarification_began_on, worker)
        })
        .collect();
    waiting.sort_by_key(|(citizen, since, _)| (*since, *citizen));
    Told {
        figure: wind_down(courses, programme, enrolling, &nobody, day),
        endings: endings(courses, programme, enrolling, day),
        waiting,
    }
}

impl Told {
    /// The records that are named where so many rows of each list are shown.
    pub(crate) fn citizens(&self, first: usize) -> Vec<CitizenId> {
        let ends = self.endings.iter().take(first).map(|one| one.citizen);
        let late = self.endings.iter().filter(|one| one.why.is_some()).map(|one| one.citizen);
        let waits = if self.is_over() { usize::MAX } else { first };
        ends.chain(late).chain(self.waiting.iter().take(waits).map(|(citizen, ..)| *citizen)).collect()
    }

    /// Whether the funding has ended: then no clarification can end in time either.
    fn is_over(&self) -> bool {
        self.figure.funding_end < self.figure.as_of
    }

    /// As a page shows it; `who` gives the person that a record stands for and what the person is called.
    pub(crate) fn shown(
        &self,
        cx: &Cx,
        first: usize,
        asked: Option<NaiveDate>,
        who: &dyn Fn(CitizenId) -> (CitizenId, Personal<String>),
        worker: &dyn Fn(UserId) -> Personal<String>,
    ) -> WindDown {
        let (figure, day, programme) = (&self.figure, cx.today, &cx.programme);
        let ending = |one: &Ending| {
            let (citizen, name) = who(one.citizen);
            EndingRow {
                citizen,
                name,
                enrolled_on: one.plan.map(|plan| plan.enrolled_on()),
                planned_end: one.plan.map(|plan| plan.planned_end()),
                months_lost: one.plan.map_or(0, |plan| plan.months_lost()),
                is_cut_short: one.plan.is_some_and(|plan| plan.is_cut_short()),
                phases: one.phases.iter().map(|phase| phase.days).collect(),
                left: one.left(day),
            }
        };
        let late = |one: &Ending| {
            let (citizen, name) = who(one.citizen);
            Some(CannotEndRow { citizen, name, planned_end: one.plan.map(|plan| plan.planned_end()), why: one.why? })
        };
        let waiting = |(citizen, since, by): &(CitizenId, NaiveDate, Option<UserId>)| {
            let (citizen, name) = who(*citizen);
            WaitingRow { citizen, name, since: *since, worker: by.map(worker) }
        };
        let unfunded = self.waiting.iter().filter(|_| self.is_over()).map(|(citizen, ..)| {
            let (citizen, name) = who(*citizen);
            CannotEndRow { citizen, name, planned_end: None, why: Why::ClarificationAfterFunding }
        });
        let decide_by = domain::window::closes_on(programme, day);
        let mut days = days_to_ask(programme, day);
        days.extend(asked);
        days.sort_unstable();
        days.dedup();
        WindDown {
            day,
            funding_end: figure.funding_end,
            course_months: programme.course_months,
            open: figure.open_courses,
            ends_in_time: figure.ends_in_time,
            cut_short: figure.cut_short.len(),
            last_end: self.endings.iter().filter_map(|one| Some(one.plan?.planned_end())).max(),
            endings: self.endings.iter().take(first).map(ending).collect(),
            cannot_end: self.endings.iter().filter_map(late).chain(unfunded).collect(),
            clarifications: self.waiting.len(),
            waiting: self.waiting.iter().take(first).map(waiting).collect(),
            decide_by,
            must: figure.clarifications.first().map_or(Must::EndOrExcept, |one| one.must),
            full_until: full_until(programme),
            if_enrolled: days.into_iter().map(|on| if_enrolled(on, programme)).collect(),
        }
    }
}

/// What persons are called, all of them opened at once.
pub(crate) async fn caller(
    app: &App,
    cx: &Cx,
    reader: &mut Reader,
    persons: &[CitizenId],
) -> Result<impl Fn(CitizenId) -> Personal<String> + use<>> {
    let mut keys = Keys::new(cx.organisation);
    let names = names_of(app, reader, &mut keys, persons).await?;
    Ok(move |citizen| names.get(&citizen).cloned().unwrap_or_else(|| Personal::new("–".to_owned())))
}

/// What the persons behind some records are called, with the keys that open what was sealed under either.
pub(crate) async fn named(
    app: &App,
    cx: &Cx,
    reader: &mut Reader,
    records: &BTreeSet<CitizenId>,
    sight: &Sight,
) -> Result<(Called, Keys)> {
    let mut keys = Keys::new(cx.organisation);
    let all: BTreeSet<CitizenId> = records.iter().flat_map(|record| [*record, sight.person(*record)]).collect();
    let all: Vec<CitizenId> = all.into_iter().collect();
    let names = names_of(app, reader, &mut keys, &all).await?;
    for record in records {
        let person = sight.person(*record);
        if person != *record {
            keys.link(person.into(), (*record).into());
        }
    }
    Ok((names, keys))
}

/// What citizens are called.
pub(crate) type Called = HashMap<CitizenId, Personal<String>>;

async fn names_of(app: &App, reader: &mut Reader, keys: &mut Keys, citizens: &[CitizenId]) -> Result<Called> {
    let mut names = HashMap::with_capacity(citizens.len());
    if citizens.is_empty() {
        return Ok(names);
    }
    for row in reader.citizens_called(citizens).await? {
        hold(app, keys, row.id, row.epoch, row.wrapped.as_ref())?;
        let id = CitizenId(row.id);
        names.insert(id, called(keys, id, row.version, row.alias.as_deref(), row.name.as_deref())?);
    }
    Ok(names)
}
