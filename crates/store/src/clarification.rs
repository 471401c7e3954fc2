//! A course's own row, whole: what a new version of it goes on from.

use chrono::NaiveDate;
use domain::id::{CitizenId, CourseId, ProgrammeId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{execute, maybe, row};
use crate::work::{Reader, Work};

row! {
    /// The current version of a course.
    pub struct KeptCourse {
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// The citizen.
        pub citizen: Uuid,
        /// The register's id.
        pub register_id: Option<String>,
        /// First day of clarification.
        pub clarification_began_on: NaiveDate,
        /// The day it ended without an enrolment.
        pub clarification_ended_on: Option<NaiveDate>,
        /// Why, sealed.
        pub clarification_end: Option<Vec<u8>>,
        /// The code of what it came to.
        pub clarification_outcome: Option<String>,
        /// The day it was closed.
        pub closed_on: Option<NaiveDate>,
        /// The code of the reason.
        pub closing_reason: Option<String>,
        /// Why, in words, sealed.
        pub closing: Option<Vec<u8>>,
        /// The enquiry it came of.
        pub enquiry: Option<Uuid>,
    }
}

impl Reader {
    /// The current version of a course.
    ///
    /// # Errors
    ///
    /// A fault of the database.
    pub async fn kept_course(&mut self, programme: ProgrammeId, course: CourseId) -> Result<Option<KeptCourse>> {
        maybe!(
            self,
            "SELECT id, version, citizen_id, register_id, clarification_began_on, clarification_ended_on, \
             clarification_end_sealed, clarification_outcome, closed_on, closing_reason, closing_sealed, enquiry_id \
             FROM course WHERE programme_id = $1 AND id = $2 AND superseded_at IS NULL",
            programme.0,
            course.0
        )
    }
}

impl Work {
    /// Makes everybody else who begins something for the citizen wait until this is committed or dropped: of two clarifications begun at
    /// the same moment the second then finds the first.
    ///
    /// # Errors
    ///
    /// A fault of the database.
    pub async fn hold_for_clarification(&mut self, citizen: CitizenId) -> Result<()> {
        execute!(
            self,
            "UPDATE citizen SET safe_contact = safe_contact WHERE id = $1 AND superseded_at IS NULL",
            citizen.0
        )?;
        Ok(())
    }
}
