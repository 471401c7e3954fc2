//! When the courses of a programme's citizens ended.

use chrono::NaiveDate;
use domain::id::ProgrammeId;
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, row};
use crate::work::Reader;

row! {
    /// A course, and the day it ended.
    pub struct EndedRow {
        /// The citizen.
        pub citizen: Uuid,
        /// The day it was closed, or left in clarification; none where it runs.
        pub on: Option<NaiveDate>,
    }
}

impl Reader {
    /// Every course, in whatever programme, of the citizens who have one in this.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn endings(&mut self, programme: ProgrammeId) -> Result<Vec<EndedRow>> {
        all!(
            self,
            "SELECT c.citizen_id, COALESCE(c.closed_on, c.clarification_ended_on) FROM course c \
             WHERE c.superseded_at IS NULL AND c.citizen_id IN \
             (SELECT o.citizen_id FROM course o WHERE o.programme_id = $1 AND o.superseded_at IS NULL) ORDER BY c.citizen_id",
            programme.0
        )
    }
}
