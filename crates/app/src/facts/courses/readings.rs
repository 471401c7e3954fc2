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
    pub(super) courses: Vec<Course>,
    wanted: Readings<'a>,
    /// Where the last reading's course stands: the next one's is most often the same or the one after it.
    at: usize,
    version: Shared,
}

impl<'a> Unpacking<'a> {
    pub(super) fn new(courses: Vec<Course>, wanted: Readings<'a>) -> Self {
        Self { courses, wanted, at: 0, version: "".into() }
    }

    /// Gives each course its readings. What belongs to none that is here is left out.
    pub(super) fn take(&mut self, instrument: &str, readings: &store::facts::Readings) -> Result<()> {
        let instrument: Shared = instrument.into();
        for row in readings.rows() {
            let row = row?;
            let Some(at) = self.place(CourseId(row.course)) else { continue };
            self.at = at;
            if *self.version != *row.version {
                self.version = row.version.into();
            }
            let Some(course) = self.courses.get_mut(at) else { continue };
            let unpacked = || unpack(&row, &instrument, &self.version);
            match self.wanted {
                Readings::Of(_) => course.readings.push(unpacked()?),
                Readings::Enrolling(enrolling) => keep_enrolling(course, &row, enrolling, unpacked)?,
            }
        }
        Ok(())
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
