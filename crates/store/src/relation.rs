//! What a person of the staff is to a citizen, in one statement: whether blocked, and whether the citizen is the person's own.

use chrono::NaiveDate;
use domain::id::{CitizenId, ProgrammeId, UserId};

use crate::error::Result;
use crate::line::{one, row};
use crate::merge::records;
use crate::work::Reader;

row! {
    /// What somebody is to a citizen on a day.
    pub struct RelationRow {
        /// Whether the person may not see anything about the citizen.
        pub is_blocked: bool,
        /// Whether the person works with a course of the citizen, or stands in for who does.
        pub is_own: bool,
    }
}

impl Reader {
    /// What the person is to the citizen on a day; records merged into the citizen's count as the citizen's.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn relation(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
        user: UserId,
        day: NaiveDate,
    ) -> Result<RelationRow> {
        one!(
            self,
            concat!(
                "SELECT EXISTS (SELECT 1 FROM block b WHERE b.user_id = $3 AND b.citizen_id IN ",
                records!(),
                " AND b.superseded_at IS NULL AND b.from_day <= $4 AND (b.to_day IS NULL OR b.to_day >= $4)), \
                 EXISTS (SELECT 1 FROM course c JOIN assignment a ON a.programme_id = c.programme_id AND a.course_id = c.id \
                 AND a.superseded_at IS NULL AND a.from_day <= $4 AND (a.to_day IS NULL OR a.to_day >= $4) \
                 WHERE c.citizen_id IN ",
                records!(),
                " AND COALESCE(c.programme_id, c.id) = $1 AND c.superseded_at IS NULL \
                 AND (a.worker_id = $3 OR EXISTS (SELECT 1 FROM deputy d WHERE d.deputy_id = $3 AND d.programme_id = $1 \
                 AND d.worker_id = a.worker_id AND d.superseded_at IS NULL AND d.from_day <= $4 AND d.to_day >= $4)))"
            ),
            programme.0,
            citizen.0,
            user.0,
            day
        )
    }
}
