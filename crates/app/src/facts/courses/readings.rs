//! Readings as they come from the store, given to their courses.

use domain::facts::Course;
use domain::id::{CourseId, ReadingId};
use domain::instrument::Instrument;
use domain::reading::Reading;
use domain::shared::Shared;
use store::facts::ReadingRow;

use super::Readings;
use crate::Result;
use crate::facts::counting;

/// The courses while their readings come in.
pub(super) struct Unpacking<'a> {
    /// In the order of their ids.
    courses: Vec<Course>,
    wanted: Readings<'a>,
    /// Where the course of the last reading stands: that of the next is most often the same or the one after it.
    at: usize,
    /// What came of that course, one after the other.
    run: Vec<Reading>,
    version: Shared,
}

impl<'a> Unpacking<'a> {
    pub(super) fn new(courses: Vec<Course>, wanted: Readings<'a>) -> Self {
        Self { courses, wanted, at: 0, run: Vec::new(), version: "".into() }
    }

    /// The courses, when all has come.
    pub(super) fn courses(self) -> Vec<Course> {
        self.courses
    }

    /// Gives each course its readings. What belongs to none that is here is left out.
    pub(super) fn take(&mut self, instrument: &str, readings: &store::facts::Readings) -> Result<()> {
        let instrument: Shared = instrument.into();
        for row in readings.rows() {
            let row = row?;
            let Some(at) = self.place(CourseId(row.course)) else { continue };
            if at != self.at {
                self.end_run();
                self.at = at;
            }
            if *self.version != *row.version {
                self.version = row.version.into();
            }
            let unpacked = || unpack(&row, &instrument, &self.version);
            match (self.wanted, self.courses.get_mut(at)) {
                (Readings::Enrolling(enrolling), Some(course)) => keep_enrolling(course, &row, enrolling, unpacked)?,
                _ => self.run.push(unpacked()?),
            }
        }
        self.end_run();
        Ok(())
    }

    /// In room for just these: a list that grows by itself takes twice what it had, and there are very many of them.
    fn end_run(&mut self) {
        if let Some(course) = self.courses.get_mut(self.at) {
            course.readings.reserve_exact(self.run.len());
            course.readings.append(&mut self.run);
        }
    }

    fn place(&self, id: CourseId) -> Option<usize> {
        let is_here = |at: &usize| self.courses.get(*at).is_some_and(|course| course.id == id);
        let near = [self.at, self.at + 1].into_iter().find(is_here);
        near.or_else(|| self.courses.binary_search_by_key(&id, |course| course.id).ok())
    }
}

/// Keeps the reading where it enrols the course earlier than the one that is kept (R1). Only the answers of such a one are unpacked.
fn keep_enrolling(
    course: &mut Course,
    row: &ReadingRow<'_>,
    enrolling: &Instrument,
    unpacked: impl FnOnce() -> Result<Reading>,
) -> Result<()> {
    if course.readings.first().is_some_and(|kept| kept.made_on <= row.made_on) {
        return Ok(());
    }
    let reading = unpacked()?;
    if reading.complete(enrolling).is_some() {
        course.readings = vec![reading];
    }
    Ok(())
}

fn unpack(row: &ReadingRow<'_>, instrument: &Shared, version: &Shared) -> Result<Reading> {
    counting(ReadingId(row.id.unwrap_or_default()), instrument.clone(), version.clone(), row.made_on, row.answers)
}
