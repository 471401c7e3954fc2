//! One contact and one next step, as their forms need them: with the course, the version and the sealed words.

use chrono::{DateTime, NaiveDate, Utc};
use domain::id::{CitizenId, ContactId, ProgrammeId, StepId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, maybe, row};
use crate::merge::records;
use crate::work::Reader;

row! {
    /// The last version of a contact.
    pub struct ContactRow {
        /// Its id.
        pub id: Uuid,
        /// The course.
        pub course: Uuid,
        /// Its version.
        pub version: i64,
        /// The day.
        pub on: NaiveDate,
        /// Its code.
        pub kind: Option<String>,
        /// The place's code.
        pub place: Option<String>,
        /// The code of whom it was with.
        pub with: Option<String>,
        /// Minutes.
        pub minutes: Option<i64>,
        /// The words, sealed.
        pub text: Option<Vec<u8>>,
        /// Whether it is the current version; else the contact was taken out.
        pub is_current: bool,
        /// Who recorded it.
        pub recorded_by: String,
        /// When.
        pub recorded_at: DateTime<Utc>,
    }
}

row! {
    /// A version of a next step.
    pub struct StepRow {
        /// Its id.
        pub id: Uuid,
        /// The course.
        pub course: Uuid,
        /// Its version.
        pub version: i64,
        /// The day it was agreed.
        pub created_on: NaiveDate,
        /// The day it is agreed for.
        pub due_on: Option<NaiveDate>,
        /// Who does it: a code.
        pub doer: Option<String>,
        /// The words, sealed.
        pub text: Option<Vec<u8>>,
        /// The day it was done.
        pub done_on: Option<NaiveDate>,
        /// Whether it is the current version.
        pub is_current: bool,
    }
}

impl Reader {
    /// The last version of a contact, current or not.
    ///
    /// # Errors
    ///
    /// Where the database fails, as for every function here.
    pub async fn last_contact(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
        id: ContactId,
    ) -> Result<Option<ContactRow>> {
        maybe!(
            self,
            concat!(
                "SELECT x.id, x.course_id, x.version, x.happened_on, x.kind, x.place, x.with_whom, x.minutes, x.text_sealed, \
             x.superseded_at IS NULL, x.recorded_by, x.recorded_at \
             FROM course c JOIN contact x ON x.programme_id = c.programme_id AND x.course_id = c.id \
             WHERE c.citizen_id IN ",
                records!(),
                " AND COALESCE(c.programme_id, c.id) = $1 AND c.superseded_at IS NULL AND x.id = $3 \
             ORDER BY x.version DESC LIMIT 1"
            ),
            programme.0,
            citizen.0,
            id.0
        )
    }

    /// The last version of a step, current or not.
    pub async fn last_step(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
        id: StepId,
    ) -> Result<Option<StepRow>> {
        maybe!(
            self,
            concat!(
                "SELECT x.id, x.course_id, x.version, x.created_on, x.due_on, x.doer, x.text_sealed, x.done_on, \
             x.superseded_at IS NULL \
             FROM course c JOIN step x ON x.programme_id = c.programme_id AND x.course_id = c.id \
             WHERE c.citizen_id IN ",
                records!(),
                " AND COALESCE(c.programme_id, c.id) = $1 AND c.superseded_at IS NULL AND x.id = $3 \
             ORDER BY x.version DESC LIMIT 1"
            ),
            programme.0,
            citizen.0,
            id.0
        )
    }

    /// What was recorded of steps in the same breath as a contact: by the same person at the same moment.
    pub async fn steps_recorded_with(&mut self, programme: ProgrammeId, contact: &ContactRow) -> Result<Vec<StepRow>> {
        all!(
            self,
            "SELECT id, course_id, version, created_on, due_on, doer, text_sealed, done_on, superseded_at IS NULL \
             FROM step WHERE programme_id = $1 AND course_id = $2 AND recorded_by = $3 AND recorded_at = $4 ORDER BY id",
            programme.0,
            contact.course,
            &contact.recorded_by,
            contact.recorded_at
        )
    }
}
