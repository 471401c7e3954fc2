//! Courses, enquiries and readings of a programme, column by column.
//!
//! A row that goes by itself costs about 4 µs on SQLite, from thread to thread, and a figure over a programme takes a hundred thousand of
//! them. So a statement answers with one row, each column of all its rows strung together in one value: ids as 16 bytes and days as ten
//! letters without anything between, other texts with `;` between and `-` for nothing. Here they become rows again, without a copy.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::id::{CourseId, ProgrammeId};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::line::{all, one};
use crate::work::Reader;

const ID: usize = 16;
const DAY: usize = 10;
const NOTHING: &str = "-";

/// Values of a fixed width, one after the other; nothing where there are no rows.
pub(super) type Bytes = Option<Vec<u8>>;
/// The same of letters, or with `;` between.
pub(super) type Texts = Option<String>;

/// A course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CourseRow<'a> {
    /// Its id.
    pub id: Uuid,
    /// The citizen.
    pub citizen: Uuid,
    /// First day of clarification.
    pub clarification_began_on: NaiveDate,
    /// The day it ended without an enrolment.
    pub clarification_ended_on: Option<NaiveDate>,
    /// The day it was closed.
    pub closed_on: Option<NaiveDate>,
    /// The code of the closing reason.
    pub closing_reason: Option<&'a str>,
}

/// A first contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EnquiryRow<'a> {
    /// The citizen, where known.
    pub citizen: Option<Uuid>,
    /// The day.
    pub received_on: NaiveDate,
    /// The channel's code, where it was asked for.
    pub channel: Option<&'a str>,
    /// The referrer's name, where it was asked for.
    pub referrer: Option<&'a str>,
}

/// A reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadingRow<'a> {
    /// Its id, where it was asked for.
    pub id: Option<Uuid>,
    /// The course.
    pub course: Uuid,
    /// The day it was made.
    pub made_on: NaiveDate,
    /// The instrument's version.
    pub version: &'a str,
    /// The packed answers.
    pub answers: &'a str,
}

/// The courses of a programme, in no order.
#[derive(Debug)]
pub struct Courses {
    programme: ProgrammeId,
    columns: (Bytes, Bytes, Texts, Texts, Texts, Texts),
}

/// The enquiries of a programme, in no order.
#[derive(Debug)]
pub struct Enquiries {
    programme: ProgrammeId,
    columns: (Bytes, Texts),
    ways: Option<Ways>,
}

/// How enquiries came.
#[derive(Debug)]
struct Ways {
    channels: Texts,
    referrers: Texts,
    partners: HashMap<Uuid, String>,
}

/// Readings of one instrument, in no order.
#[derive(Debug)]
pub struct Readings {
    programme: ProgrammeId,
    ids: Bytes,
    columns: (Bytes, Texts, Texts, Texts),
}

impl Courses {
    /// The first and the last id of some courses after the other, in the order of the ids: what is asked for part by part.
    pub fn parts(&self, together: usize) -> Vec<(CourseId, CourseId)> {
        let mut ids: Vec<CourseId> = uuids(&self.columns.0).map(CourseId).collect();
        ids.sort_unstable();
        ids.chunks(together).filter_map(|part| Some((*part.first()?, *part.last()?))).collect()
    }

    /// One by one; a fault where the columns do not fit together.
    pub fn rows(&self) -> impl Iterator<Item = Result<CourseRow<'_>>> {
        let (ids, citizens, began, ended, closed, reasons) = &self.columns;
        let (mut citizens, mut began) = (uuids(citizens), days(began));
        let (mut ended, mut closed, mut reasons) = (texts(ended), texts(closed), texts(reasons));
        let row = move |id| {
            Some(CourseRow {
                id,
                citizen: citizens.next()?,
                clarification_began_on: began.next()??,
                clarification_ended_on: some(ended.next()?, day)?,
                closed_on: some(closed.next()?, day)?,
                closing_reason: some(reasons.next()?, Some)?,
            })
        };
        uuids(ids).map(row).map(|row| row.ok_or_else(|| torn("course", self.programme)))
    }
}

impl Enquiries {
    /// One by one; a fault where the columns do not fit together.
    pub fn rows(&self) -> impl Iterator<Item = Result<EnquiryRow<'_>>> {
        let (citizens, received) = &self.columns;
        let mut received = days(received);
        let mut ways = self.ways.as_ref().map(Ways::each);
        let row = move |citizen| {
            let (channel, referrer) = ways.as_mut().map_or(Some((None, None)), |ways| ways.next()?)?;
            let citizen = Some(citizen).filter(|citizen| *citizen != self.programme.0);
            Some(EnquiryRow { citizen, received_on: received.next()??, channel, referrer })
        };
        uuids(citizens).map(row).map(|row| row.ok_or_else(|| torn("enquiry", self.programme)))
    }
}

impl Ways {
    fn each(&self) -> impl Iterator<Item = Option<(Option<&str>, Option<&str>)>> {
        let name = |id: Uuid| self.partners.get(&id).map(String::as_str);
        texts(&self.channels).zip(texts(&self.referrers)).map(move |(channel, referrer)| {
            let referrer = some(referrer, |id| id.parse().ok())?;
            Some((some(channel, Some)?, referrer.and_then(name)))
        })
    }
}

impl Readings {
    /// One by one; a fault where the columns do not fit together.
    pub fn rows(&self) -> impl Iterator<Item = Result<ReadingRow<'_>>> {
        let (courses, made, versions, answers) = &self.columns;
        let (mut ids, mut made) = (uuids(&self.ids), days(made));
        let (mut versions, mut answers) = (texts(versions), texts(answers));
        let row = move |course| {
            Some(ReadingRow {
                id: ids.next(),
                course,
                made_on: made.next()??,
                version: versions.next()?,
                answers: answers.next()?,
            })
        };
        uuids(courses).map(row).map(|row| row.ok_or_else(|| torn("reading", self.programme)))
    }
}

impl Reader {
    /// Every course of a programme.
    ///
    /// # Errors
    ///
    /// A fault of the database, as for every function here.
    pub async fn courses(&mut self, programme: ProgrammeId) -> Result<Courses> {
        let columns = one!(
            self,
            "SELECT CAST(string_agg(likely(id), '') AS BLOB), CAST(string_agg(likely(citizen_id), '') AS BLOB), \
             string_agg(CAST(clarification_began_on AS TEXT), ''), \
             string_agg(COALESCE(CAST(clarification_ended_on AS TEXT), '-'), ';'), \
             string_agg(COALESCE(CAST(closed_on AS TEXT), '-'), ';'), string_agg(COALESCE(closing_reason, '-'), ';') \
             FROM course WHERE programme_id = $1 AND superseded_at IS NULL",
            programme.0
        )?;
        Ok(Courses { programme, columns })
    }

    /// The enquiries, with the referrer's name.
    pub async fn enquiries(&mut self, programme: ProgrammeId) -> Result<Enquiries> {
        // An enquiry of nobody known has its programme's id where the others have their citizen's: a column leaves no place out.
        // SQLite's `hex` of nothing is an empty text, PostgreSQL's is nothing.
        let (citizens, received, channels, referrers): (Bytes, Texts, Texts, Texts) = one!(
            self,
            "SELECT CAST(string_agg(COALESCE(likely(citizen_id), likely(programme_id)), '') AS BLOB), \
             string_agg(CAST(received_on AS TEXT), ''), string_agg(COALESCE(channel, '-'), ';'), \
             string_agg(COALESCE(NULLIF(hex(referrer_id), ''), '-'), ';') \
             FROM enquiry WHERE programme_id = $1 AND superseded_at IS NULL",
            programme.0
        )?;
        let partners: Vec<(Uuid, String)> = all!(
            self,
            "SELECT p.id, p.name FROM partner p JOIN programme g ON g.organisation_id = p.organisation_id \
             WHERE g.id = $1 AND g.superseded_at IS NULL AND p.superseded_at IS NULL",
            programme.0
        )?;
        let ways = Ways { channels, referrers, partners: partners.into_iter().collect() };
        Ok(Enquiries { programme, columns: (citizens, received), ways: Some(ways) })
    }

    /// Whose the enquiries are and when they came, without how.
    pub async fn enquiry_days(&mut self, programme: ProgrammeId) -> Result<Enquiries> {
        let columns = one!(
            self,
            "SELECT CAST(string_agg(COALESCE(likely(citizen_id), likely(programme_id)), '') AS BLOB), \
             string_agg(CAST(received_on AS TEXT), '') FROM enquiry WHERE programme_id = $1 AND superseded_at IS NULL",
            programme.0
        )?;
        Ok(Enquiries { programme, columns, ways: None })
    }

    /// The readings of one instrument that are not withdrawn, of the courses from the first id to the last, both included.
    pub async fn readings(
        &mut self,
        programme: ProgrammeId,
        instrument: &str,
        first: CourseId,
        last: CourseId,
    ) -> Result<Readings> {
        let (ids, courses, made, versions, answers) = one!(
            self,
            "SELECT CAST(string_agg(likely(id), '') AS BLOB), CAST(string_agg(likely(course_id), '') AS BLOB), \
             string_agg(CAST(made_on AS TEXT), ''), string_agg(instrument_version, ';'), string_agg(answers, ';') \
             FROM reading WHERE programme_id = $1 AND instrument = $2 AND course_id >= $3 AND course_id <= $4 \
             AND superseded_at IS NULL AND withdrawn = FALSE",
            programme.0,
            instrument,
            first.0,
            last.0
        )?;
        Ok(Readings { programme, ids, columns: (courses, made, versions, answers) })
    }

    /// The same without their ids, for what needs no order within a day.
    pub async fn readings_without_ids(
        &mut self,
        programme: ProgrammeId,
        instrument: &str,
        first: CourseId,
        last: CourseId,
    ) -> Result<Readings> {
        let columns = one!(
            self,
            "SELECT CAST(string_agg(likely(course_id), '') AS BLOB), string_agg(CAST(made_on AS TEXT), ''), \
             string_agg(instrument_version, ';'), string_agg(answers, ';') \
             FROM reading WHERE programme_id = $1 AND instrument = $2 AND course_id >= $3 AND course_id <= $4 \
             AND superseded_at IS NULL AND withdrawn = FALSE",
            programme.0,
            instrument,
            first.0,
            last.0
        )?;
        Ok(Readings { programme, ids: None, columns })
    }
}

pub(super) fn uuids(column: &Bytes) -> impl Iterator<Item = Uuid> {
    let (ids, _) = column.as_deref().unwrap_or_default().as_chunks::<ID>();
    ids.iter().map(|id| Uuid::from_bytes(*id))
}

pub(super) fn days(column: &Texts) -> impl Iterator<Item = Option<NaiveDate>> {
    let (days, _) = column.as_deref().unwrap_or_default().as_bytes().as_chunks::<DAY>();
    days.iter().map(|letters| day_of(*letters))
}

pub(super) fn texts(column: &Texts) -> impl Iterator<Item = &str> {
    column.as_deref().unwrap_or_default().split(';')
}

/// What a text says, where it says something; `None` outside where it says nothing that can be read.
pub(super) fn some<'a, T>(text: &'a str, read: impl Fn(&'a str) -> Option<T>) -> Option<Option<T>> {
    if text == NOTHING { Some(None) } else { read(text).map(Some) }
}

/// A day as both databases write it: `2015-11-23`.
pub fn day(text: &str) -> Option<NaiveDate> {
    text.as_bytes().try_into().ok().and_then(day_of)
}

fn day_of(letters: [u8; DAY]) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = letters else { return None };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0u32, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
    };
    NaiveDate::from_ymd_opt(i32::try_from(number(&[y1, y2, y3, y4])?).ok()?, number(&[m1, m2])?, number(&[d1, d2])?)
}

pub(super) fn torn(table: &'static str, programme: ProgrammeId) -> Error {
    Error::Impossible { table, column: "packed text", row: programme.0 }
}
