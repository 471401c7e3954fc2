//! Who works with a citizen's course, as it is changed on screen.

use chrono::{DateTime, NaiveDate, Utc};
use domain::id::{CitizenId, CourseId, ProgrammeId, UserId};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::line::{all, execute, row};
use crate::merge::records;
use crate::work::{Reader, Work, kept};

row! {
    /// An assignment of a course to a worker.
    pub struct AssignedRow {
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// The course.
        pub course: Uuid,
        /// The worker.
        pub worker: Uuid,
        /// The first day.
        pub from: NaiveDate,
        /// The last day; none while it lasts.
        pub to: Option<NaiveDate>,
        /// The note of who handed the course over, sealed under the citizen's key.
        pub note: Option<Vec<u8>>,
    }
}

row! {
    /// A course that a worker has on a day, with what R2 needs to say whether it takes a place.
    pub struct PlaceRow {
        /// The course.
        pub course: Uuid,
        /// The citizen.
        pub citizen: Uuid,
        /// First day of clarification.
        pub clarification_began_on: NaiveDate,
        /// The day it ended without an enrolment.
        pub clarification_ended_on: Option<NaiveDate>,
        /// The day it was closed.
        pub closed_on: Option<NaiveDate>,
        /// `day version answers` of each reading of the enrolling instrument, with `;` between.
        pub readings: Option<String>,
    }
}

impl Reader {
    /// The courses that a worker has on a day, closed ones too.
    ///
    /// # Errors
    ///
    /// A fault of the database, as for every function here.
    pub async fn places(
        &mut self,
        programme: ProgrammeId,
        worker: UserId,
        enrolling: &str,
        day: NaiveDate,
    ) -> Result<Vec<PlaceRow>> {
        all!(
            self,
            "SELECT c.id, c.citizen_id, c.clarification_began_on, c.clarification_ended_on, c.closed_on, \
             (SELECT string_agg(r.made_on || ' ' || r.instrument_version || ' ' || r.answers, ';') FROM reading r \
             WHERE r.programme_id = c.programme_id AND r.course_id = c.id AND r.instrument = $4 \
             AND r.superseded_at IS NULL AND r.withdrawn = FALSE) \
             FROM assignment a \
             JOIN course c ON c.programme_id = a.programme_id AND c.id = a.course_id AND c.superseded_at IS NULL \
             WHERE COALESCE(a.programme_id, a.course_id) = $1 AND a.worker_id = $3 AND a.superseded_at IS NULL \
             AND a.from_day <= $2 AND (a.to_day IS NULL OR a.to_day >= $2)",
            programme.0,
            day,
            worker.0,
            enrolling
        )
    }

    /// The assignments of the person's courses in the programme, in order.
    ///
    /// # Errors
    ///
    /// A fault of the database, as for every function here.
    pub async fn assigned(&mut self, programme: ProgrammeId, citizen: CitizenId) -> Result<Vec<AssignedRow>> {
        all!(
            self,
            concat!(
                "SELECT a.id, a.version, a.course_id, a.worker_id, a.from_day, a.to_day, a.note_sealed \
                 FROM course c JOIN assignment a ON a.programme_id = c.programme_id AND a.course_id = c.id \
                 AND a.superseded_at IS NULL WHERE c.citizen_id IN ",
                records!(),
                " AND COALESCE(c.programme_id, c.id) = $1 AND c.superseded_at IS NULL ORDER BY a.from_day, a.id"
            ),
            programme.0,
            citizen.0
        )
    }

    /// The days after a day on which a worker is to take a course over.
    pub async fn later_assignments(
        &mut self,
        programme: ProgrammeId,
        worker: UserId,
        after: NaiveDate,
    ) -> Result<Vec<NaiveDate>> {
        let found: Vec<(NaiveDate,)> = all!(
            self,
            "SELECT DISTINCT from_day FROM assignment \
             WHERE COALESCE(programme_id, course_id) = $1 AND worker_id = $2 AND superseded_at IS NULL AND from_day > $3",
            programme.0,
            worker.0,
            after
        )?;
        Ok(found.into_iter().map(|(day,)| day).collect())
    }
}

impl Work {
    /// Holds a worker's places for this transaction (R12): every assignment to the worker begins here, so two to the last free place
    /// go one after the other, and the second finds the first. It has to come before what it guards is read.
    ///
    /// # Errors
    ///
    /// [`Error::Gone`] where nobody of the programme is the worker.
    pub async fn hold_places(&mut self, programme: ProgrammeId, worker: UserId) -> Result<()> {
        let held = execute!(
            self,
            "UPDATE membership SET version = version WHERE user_id = $2 AND programme_id = $1 AND superseded_at IS NULL",
            programme.0,
            worker.0
        )?;
        if held > 0 { Ok(()) } else { Err(Error::Gone) }
    }

    /// Stamps the version of an assignment that a change was made from.
    ///
    /// # Errors
    ///
    /// [`Error::Stale`] where that is not the current version.
    pub async fn supersede_assignment(
        &mut self,
        programme: ProgrammeId,
        row: &AssignedRow,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let changed = execute!(
            self,
            "UPDATE assignment SET superseded_at = $5 WHERE programme_id = $1 AND course_id = $2 AND id = $3 AND version = $4 \
             AND superseded_at IS NULL",
            programme.0,
            row.course,
            row.id,
            row.version,
            kept(at)
        )?;
        if changed == 1 { Ok(()) } else { Err(Error::Stale) }
    }

    /// Records a version of an assignment, with the note of who hands over.
    ///
    /// # Errors
    ///
    /// [`Error::Taken`] where the version is there already.
    pub async fn put_assignment(&mut self, programme: ProgrammeId, row: &AssignedRow, at: DateTime<Utc>) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "INSERT INTO assignment (programme_id, course_id, id, version, worker_id, from_day, to_day, note_sealed, recorded_by, \
             recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            programme.0,
            row.course,
            row.id,
            row.version,
            row.worker,
            row.from,
            row.to,
            row.note.as_deref(),
            &by,
            kept(at)
        )?;
        Ok(())
    }

    /// Holds a course for this transaction: two changes of its worker go one after the other.
    ///
    /// # Errors
    ///
    /// [`Error::Gone`] where there is no such course.
    pub async fn hold_course(&mut self, programme: ProgrammeId, course: CourseId) -> Result<()> {
        let held = execute!(
            self,
            "UPDATE course SET version = version WHERE programme_id = $1 AND id = $2 AND superseded_at IS NULL",
            programme.0,
            course.0
        )?;
        if held == 1 { Ok(()) } else { Err(Error::Gone) }
    }
}
