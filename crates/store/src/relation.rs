//! What a person of the staff is to a citizen, in one statement: whether blocked, and whether the citizen is the person's own.

use chrono::NaiveDate;
use domain::id::{CitizenId, ProgrammeId, UserId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{one, row};
use crate::work::Reader;

row! {
    /// What somebody is to a citizen on a day.
    pub struct RelationRow {
        /// The record that stands for the citizen: the one asked for, unless it is merged into another.
        pub person: Uuid,
        /// Whether the person may not see anything about the citizen.
        pub is_blocked: bool,
        /// Whether the person works with a course of the citizen, or stands in for who does.
        pub is_own: bool,
    }
}

impl Reader {
    /// What the person is to the citizen of a record on a day, by all records that are the citizen's.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn relation(
        &mut self,
        programme: ProgrammeId,
        record: CitizenId,
        user: UserId,
        day: NaiveDate,
    ) -> Result<RelationRow> {
        one!(
            self,
            "WITH person AS (SELECT COALESCE((SELECT g.into_citizen FROM citizen_merge g WHERE g.from_citizen = $2 \
             AND g.superseded_at IS NULL AND g.undone_at IS NULL), $2) AS id), \
             record AS (SELECT id FROM person UNION ALL SELECT g.from_citizen FROM citizen_merge g \
             JOIN person p ON p.id = g.into_citizen WHERE g.superseded_at IS NULL AND g.undone_at IS NULL) \
             SELECT p.id, \
             EXISTS (SELECT 1 FROM block b WHERE b.user_id = $3 AND b.citizen_id IN (SELECT id FROM record) \
             AND b.superseded_at IS NULL AND b.from_day <= $4 AND (b.to_day IS NULL OR b.to_day >= $4)), \
             EXISTS (SELECT 1 FROM course c JOIN assignment a ON a.programme_id = c.programme_id AND a.course_id = c.id \
             AND a.superseded_at IS NULL AND a.from_day <= $4 AND (a.to_day IS NULL OR a.to_day >= $4) \
             WHERE c.citizen_id IN (SELECT id FROM record) AND COALESCE(c.programme_id, c.id) = $1 AND c.superseded_at IS NULL \
             AND (a.worker_id = $3 OR EXISTS (SELECT 1 FROM deputy d WHERE d.deputy_id = $3 AND d.programme_id = $1 \
             AND d.worker_id = a.worker_id AND d.superseded_at IS NULL AND d.from_day <= $4 AND d.to_day >= $4))) \
             FROM person p",
            programme.0,
            record.0,
            user.0,
            day
        )
    }
}
