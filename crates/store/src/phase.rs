//! The marks of a course with what a correction of them needs: their versions, their notes, those taken out.

use chrono::{DateTime, NaiveDate, Utc};
use domain::code::MarkKind;
use domain::id::{CitizenId, CourseId, MarkId, ProgrammeId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, execute, row};
use crate::merge::records;
use crate::work::{Reader, Work, kept};

row! {
    /// A version of a mark.
    pub struct MarkRow {
        /// The course.
        pub course: Uuid,
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// Its code.
        pub kind: String,
        /// Its day; the first of an interruption.
        pub marked_on: NaiveDate,
        /// The last day of an interruption.
        pub until_day: Option<NaiveDate>,
        /// The phase.
        pub phase: Option<i64>,
        /// The area's key.
        pub area: Option<String>,
        /// The note, sealed.
        pub note: Option<Vec<u8>>,
        /// Who recorded it.
        pub recorded_by: String,
    }
}

/// A version of a mark to be kept.
#[derive(Clone, Debug)]
pub struct NewMark<'a> {
    /// The course.
    pub course: CourseId,
    /// Its id.
    pub id: MarkId,
    /// Its version.
    pub version: i64,
    /// What it marks.
    pub kind: MarkKind,
    /// Its day; the first of an interruption.
    pub on: NaiveDate,
    /// The last day of an interruption.
    pub until: Option<NaiveDate>,
    /// The phase.
    pub phase: Option<u32>,
    /// The area's key.
    pub area: Option<&'a str>,
    /// The note, sealed.
    pub note: Option<&'a [u8]>,
}

impl Reader {
    /// The marks of the citizen's courses, in order, with their notes.
    ///
    /// # Errors
    ///
    /// Where the database fails, as for every function here.
    pub async fn marks_of(&mut self, programme: ProgrammeId, citizen: CitizenId) -> Result<Vec<MarkRow>> {
        all!(
            self,
            concat!(
                "SELECT x.course_id, x.id, x.version, x.kind, x.marked_on, x.until_day, x.phase, x.area, x.note_sealed, x.recorded_by \
             FROM course c JOIN mark x ON x.programme_id = c.programme_id AND x.course_id = c.id AND x.superseded_at IS NULL \
             WHERE c.citizen_id IN ",
                records!(),
                " AND COALESCE(c.programme_id, c.id) = $1 AND c.superseded_at IS NULL ORDER BY x.marked_on, x.id"
            ),
            programme.0,
            citizen.0
        )
    }

    /// The marks that were taken out and not put back, in order, as they last stood.
    pub async fn withdrawn_marks_of(&mut self, programme: ProgrammeId, citizen: CitizenId) -> Result<Vec<MarkRow>> {
        all!(
            self,
            concat!(
                "SELECT x.course_id, x.id, x.version, x.kind, x.marked_on, x.until_day, x.phase, x.area, x.note_sealed, x.recorded_by \
             FROM course c JOIN mark x ON x.programme_id = c.programme_id AND x.course_id = c.id AND x.superseded_at IS NOT NULL \
             JOIN withdrawal w ON w.programme_id = x.programme_id AND w.course_id = x.course_id AND w.row_id = x.id \
             AND w.row_version = x.version \
             WHERE c.citizen_id IN ",
                records!(),
                " AND COALESCE(c.programme_id, c.id) = $1 AND c.superseded_at IS NULL AND NOT EXISTS \
             (SELECT 1 FROM mark y WHERE y.programme_id = x.programme_id AND y.course_id = x.course_id AND y.id = x.id \
             AND y.version > x.version) ORDER BY x.marked_on, x.id"
            ),
            programme.0,
            citizen.0
        )
    }
}

impl Work {
    /// Adds a version of a mark.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Taken`] where it is there already.
    pub async fn put_mark(&mut self, programme: ProgrammeId, mark: NewMark<'_>, at: DateTime<Utc>) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "INSERT INTO mark (programme_id, course_id, marked_on, id, version, kind, until_day, phase, area, note_sealed, \
             recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            programme.0,
            mark.course.0,
            mark.on,
            mark.id.0,
            mark.version,
            mark.kind.code(),
            mark.until,
            mark.phase.map(i64::from),
            mark.area,
            mark.note,
            &by,
            kept(at)
        )?;
        Ok(())
    }

    /// Holds a course until the transaction ends: two that change what belongs to it go one after the other.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn hold_for_change(&mut self, programme: ProgrammeId, course: CourseId) -> Result<()> {
        execute!(
            self,
            "UPDATE course SET version = version WHERE programme_id = $1 AND id = $2 AND superseded_at IS NULL",
            programme.0,
            course.0
        )?;
        Ok(())
    }
}
