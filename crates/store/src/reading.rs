//! One reading with its history, and what a correction of it needs.

use chrono::{DateTime, NaiveDate, Utc};
use domain::id::{CitizenId, ProgrammeId, ReadingId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, execute, row};
use crate::merge::records;
use crate::row::{Reading, Version};
use crate::work::{Reader, Work};

row! {
    /// A version of a reading.
    pub struct ReadingVersion {
        /// The course.
        pub course: Uuid,
        /// Its number.
        pub version: i64,
        /// The instrument's key.
        pub instrument: String,
        /// The instrument's version.
        pub instrument_version: String,
        /// The day.
        pub made_on: NaiveDate,
        /// Who filled it in: a code.
        pub filled_by: Option<String>,
        /// The answers, packed.
        pub answers: String,
        /// The worker's answers, packed.
        pub worker_answers: Option<String>,
        /// The words beside the answers, sealed.
        pub notes: Option<Vec<u8>>,
        /// Whether it is withdrawn.
        pub withdrawn: bool,
        /// Who recorded it.
        pub recorded_by: String,
        /// When.
        pub recorded_at: DateTime<Utc>,
        /// Why it was corrected or withdrawn, sealed.
        pub reason: Option<Vec<u8>>,
    }
}

impl Reader {
    /// Every version of a citizen's reading, the first first; none where it is not the citizen's.
    ///
    /// # Errors
    ///
    /// Where the database fails, as for every function here.
    pub async fn reading_versions(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
        reading: ReadingId,
    ) -> Result<Vec<ReadingVersion>> {
        all!(
            self,
            concat!(
                "SELECT x.course_id, x.version, x.instrument, x.instrument_version, x.made_on, x.filled_by, x.answers, \
             x.worker_answers, x.notes_sealed, x.withdrawn, x.recorded_by, x.recorded_at, x.reason_sealed \
             FROM course c JOIN reading x ON x.programme_id = c.programme_id AND x.course_id = c.id \
             WHERE c.citizen_id IN ",
                records!(),
                " AND COALESCE(c.programme_id, c.id) = $1 AND c.superseded_at IS NULL AND x.id = $3 ORDER BY x.version"
            ),
            programme.0,
            citizen.0,
            reading.0
        )
    }
}

impl Work {
    /// Adds the version of a reading that corrects or withdraws the one before, with the reason (sealed: table `reading`, column
    /// `reason`, the reading's id and this version).
    ///
    /// # Errors
    ///
    /// [`crate::Error::Taken`] where the version is there already.
    pub async fn add_corrected_reading(
        &mut self,
        programme: ProgrammeId,
        row: Version<Reading>,
        reason: Option<&[u8]>,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let (course, id, number) = (row.fact.course, row.fact.id, row.number);
        self.add_readings(programme, &[row], at).await?;
        execute!(
            self,
            "UPDATE reading SET reason_sealed = $5 WHERE programme_id = $1 AND course_id = $2 AND id = $3 AND version = $4",
            programme.0,
            course.0,
            id.0,
            number,
            reason
        )?;
        Ok(())
    }
}
