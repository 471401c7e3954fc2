//! Contacts and goals of a programme, column by column as the courses are (`facts/columns.rs`).

use chrono::NaiveDate;
use domain::id::{CourseId, ProgrammeId};
use uuid::Uuid;

use super::columns::{Bytes, Texts, day, days, some, texts, torn, uuids};
use crate::error::Result;
use crate::line::one;
use crate::work::Reader;

/// A contact, without its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContactRow<'a> {
    /// The course.
    pub course: Uuid,
    /// The day.
    pub happened_on: NaiveDate,
    /// Its code.
    pub kind: Option<&'a str>,
    /// The place's code.
    pub place: Option<&'a str>,
    /// The code of whom it was with.
    pub with_whom: Option<&'a str>,
    /// Minutes.
    pub minutes: Option<u32>,
}

/// A goal, without its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GoalRow<'a> {
    /// Its id.
    pub id: Uuid,
    /// The course.
    pub course: Uuid,
    /// The day it was made.
    pub created_on: NaiveDate,
    /// The goal area's key.
    pub area: Option<&'a str>,
    /// The code of its state.
    pub state: &'a str,
    /// Since when.
    pub state_on: NaiveDate,
    /// The day from which the version holds; none: from the beginning.
    pub from_day: Option<NaiveDate>,
}

/// Contacts of a programme, in no order.
#[derive(Debug)]
pub struct Contacts {
    programme: ProgrammeId,
    columns: (Bytes, Texts, Texts, Texts, Texts, Texts),
}

/// The goals of a programme, in no order.
#[derive(Debug)]
pub struct Goals {
    programme: ProgrammeId,
    columns: (Bytes, Bytes, Texts, Texts, Texts, Texts, Texts),
}

impl Contacts {
    /// One by one; a fault where the columns do not fit together.
    pub fn rows(&self) -> impl Iterator<Item = Result<ContactRow<'_>>> {
        let (courses, happened, kinds, places, with, minutes) = &self.columns;
        let (mut happened, mut kinds, mut places) = (days(happened), texts(kinds), texts(places));
        let (mut with, mut minutes) = (texts(with), texts(minutes));
        let row = move |course| {
            Some(ContactRow {
                course,
                happened_on: happened.next()??,
                kind: some(kinds.next()?, Some)?,
                place: some(places.next()?, Some)?,
                with_whom: some(with.next()?, Some)?,
                minutes: some(minutes.next()?, |minutes| minutes.parse().ok())?,
            })
        };
        uuids(courses).map(row).map(|row| row.ok_or_else(|| torn("contact", self.programme)))
    }
}

impl Goals {
    /// One by one; a fault where the columns do not fit together.
    pub fn rows(&self) -> impl Iterator<Item = Result<GoalRow<'_>>> {
        let (ids, courses, created, areas, states, since, from) = &self.columns;
        let (mut courses, mut created, mut since) = (uuids(courses), days(created), days(since));
        let (mut areas, mut states, mut from) = (texts(areas), texts(states), texts(from));
        let row = move |id| {
            Some(GoalRow {
                id,
                course: courses.next()?,
                created_on: created.next()??,
                area: some(areas.next()?, Some)?,
                state: states.next()?,
                state_on: since.next()??,
                from_day: some(from.next()?, day)?,
            })
        };
        uuids(ids).map(row).map(|row| row.ok_or_else(|| torn("goal", self.programme)))
    }
}

impl Reader {
    /// The contacts of the courses from the first id to the last, both included, without their words.
    ///
    /// # Errors
    ///
    /// A fault of the database, as for every function here.
    pub async fn contacts(&mut self, programme: ProgrammeId, first: CourseId, last: CourseId) -> Result<Contacts> {
        let columns = one!(
            self,
            "SELECT CAST(string_agg(likely(course_id), '') AS BLOB), string_agg(CAST(happened_on AS TEXT), ''), \
             string_agg(COALESCE(kind, '-'), ';'), string_agg(COALESCE(place, '-'), ';'), \
             string_agg(COALESCE(with_whom, '-'), ';'), string_agg(COALESCE(CAST(minutes AS TEXT), '-'), ';') \
             FROM contact WHERE programme_id = $1 AND course_id >= $2 AND course_id <= $3 AND superseded_at IS NULL",
            programme.0,
            first.0,
            last.0
        )?;
        Ok(Contacts { programme, columns })
    }

    /// The goals, without their words.
    pub async fn goals(&mut self, programme: ProgrammeId) -> Result<Goals> {
        let columns = one!(
            self,
            "SELECT CAST(string_agg(likely(id), '') AS BLOB), CAST(string_agg(likely(course_id), '') AS BLOB), \
             string_agg(CAST(created_on AS TEXT), ''), string_agg(COALESCE(area, '-'), ';'), string_agg(state, ';'), \
             string_agg(CAST(state_on AS TEXT), ''), string_agg(COALESCE(CAST(from_day AS TEXT), '-'), ';') \
             FROM goal WHERE programme_id = $1 AND superseded_at IS NULL",
            programme.0
        )?;
        Ok(Goals { programme, columns })
    }
}
