//! What of a citizen's situation is assessed: one fact an area of a course, its states are its versions.

use chrono::{DateTime, NaiveDate, Utc};
use domain::code::AssessmentState;
use domain::id::{AssessmentId, CitizenId, CourseId, ProgrammeId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, row};
use crate::merge::records;
use crate::row::{Sealed, Version};
use crate::values::insert;
use crate::work::{Reader, Work, kept};

/// One state of one area.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// Its id.
    pub id: AssessmentId,
    /// The course.
    pub course: CourseId,
    /// The area's key.
    pub area: String,
    /// How far it is assessed.
    pub state: AssessmentState,
    /// Since when.
    pub on: NaiveDate,
    /// A note.
    pub note: Sealed,
}

row! {
    /// One version of an assessment.
    pub struct AssessmentRow {
        /// Its id.
        pub id: Uuid,
        /// The course.
        pub course: Uuid,
        /// Its version.
        pub version: i64,
        /// The area's key.
        pub area: String,
        /// The state's code.
        pub state: String,
        /// Since when.
        pub on: NaiveDate,
        /// The note, sealed.
        pub note: Option<Vec<u8>>,
        /// Whether it is the current version.
        pub is_current: bool,
        /// Whether it was taken out as entered by mistake.
        pub is_withdrawn: bool,
    }
}

row! {
    /// One state of one area, without its note.
    pub struct AreaStateRow {
        /// The course.
        pub course: Uuid,
        /// The area's key.
        pub area: String,
        /// The state's code.
        pub state: String,
        /// Since when.
        pub on: NaiveDate,
    }
}

impl Reader {
    /// Every state of every area of the programme's courses that was not taken out, in the order of recording.
    ///
    /// # Errors
    ///
    /// Where the database fails, as for every function here.
    pub async fn area_states(&mut self, programme: ProgrammeId) -> Result<Vec<AreaStateRow>> {
        all!(
            self,
            "SELECT x.course_id, x.area, x.state, x.assessed_on FROM assessment x WHERE x.programme_id = $1 \
             AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.programme_id = x.programme_id AND w.course_id = x.course_id \
             AND w.row_id = x.id AND w.row_version = x.version) \
             ORDER BY x.recorded_at, x.id, x.version",
            programme.0
        )
    }

    /// Every version of every assessment of the citizen's courses, in the order of recording.
    pub async fn citizens_assessments(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
    ) -> Result<Vec<AssessmentRow>> {
        all!(
            self,
            concat!(
                "SELECT x.id, x.course_id, x.version, x.area, x.state, x.assessed_on, x.note_sealed, x.superseded_at IS NULL, \
             EXISTS (SELECT 1 FROM withdrawal w WHERE w.programme_id = x.programme_id AND w.course_id = x.course_id \
             AND w.row_id = x.id AND w.row_version = x.version) \
             FROM course c JOIN assessment x ON x.programme_id = c.programme_id AND x.course_id = c.id \
             WHERE c.citizen_id IN ",
                records!(),
                " AND COALESCE(c.programme_id, c.id) = $1 AND c.superseded_at IS NULL \
             ORDER BY x.recorded_at, x.id, x.version"
            ),
            programme.0,
            citizen.0
        )
    }
}

impl Work {
    /// Adds versions of assessments.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Taken`] where a version is there already.
    pub async fn add_assessments(
        &mut self,
        programme: ProgrammeId,
        rows: &[Version<Assessment>],
        at: DateTime<Utc>,
    ) -> Result<()> {
        let (by, at) = (self.recorded_by(), kept(at));
        insert(
            &mut self.line,
            "INSERT INTO assessment (programme_id, course_id, area, id, version, state, assessed_on, note_sealed, \
             recorded_by, recorded_at)",
            rows,
            |values, Version { number, fact }| {
                values
                    .push(programme.0)
                    .push(fact.course.0)
                    .push(fact.area.as_str())
                    .push(fact.id.0)
                    .push(*number)
                    .push(fact.state.code())
                    .push(fact.on)
                    .push(fact.note.as_deref())
                    .push(by.as_str())
                    .push(at);
            },
        )
        .await
    }
}
