//! Who of the staff knows a citizen and must not see anything about the citizen.

use chrono::{DateTime, NaiveDate, Utc};
use domain::id::{CitizenId, OrganisationId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, execute, row};
use crate::merge::records;
use crate::work::{Reader, Work, kept};

row! {
    /// A block, lasting or ended.
    pub struct BlockRow {
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// The record it is on.
        pub citizen: Uuid,
        /// Who is blocked.
        pub user: Uuid,
        /// The first day.
        pub from: NaiveDate,
        /// The last day; none while it lasts.
        pub to: Option<NaiveDate>,
        /// Why, sealed under the citizen's key.
        pub reason: Option<Vec<u8>>,
    }
}

/// Whether the reader (`$2`) may on the day (`$3`) see nothing of the person of a record: a block on one of the person's records is on
/// all of them (R4).
macro_rules! blocked {
    ($record:literal) => {
        concat!(
            "EXISTS (SELECT 1 FROM block b WHERE b.user_id = $2 AND b.superseded_at IS NULL \
             AND b.from_day <= $3 AND (b.to_day IS NULL OR b.to_day >= $3) \
             AND COALESCE((SELECT g.into_citizen FROM citizen_merge g WHERE g.from_citizen = b.citizen_id \
             AND g.superseded_at IS NULL AND g.undone_at IS NULL), b.citizen_id) \
             = COALESCE((SELECT g.into_citizen FROM citizen_merge g WHERE g.from_citizen = ",
            $record,
            " AND g.superseded_at IS NULL AND g.undone_at IS NULL), ",
            $record,
            "))"
        )
    };
}

pub(crate) use blocked;

impl Reader {
    /// The blocks on a person, of all the person's records, in order.
    ///
    /// # Errors
    ///
    /// A fault of the database, as for every function here.
    pub async fn blocks(&mut self, organisation: OrganisationId, citizen: CitizenId) -> Result<Vec<BlockRow>> {
        all!(
            self,
            concat!(
                "SELECT b.id, b.version, b.citizen_id, b.user_id, b.from_day, b.to_day, b.reason_sealed FROM block b \
                 WHERE b.organisation_id = $1 AND b.superseded_at IS NULL AND b.citizen_id IN ",
                records!(),
                " ORDER BY b.from_day, b.id"
            ),
            organisation.0,
            citizen.0
        )
    }
}

impl Work {
    /// Records a block, or a new version of it that says its last day.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Taken`] where somebody else has recorded this version first.
    pub async fn put_block(&mut self, organisation: OrganisationId, block: &BlockRow, at: DateTime<Utc>) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "UPDATE block SET superseded_at = $5 WHERE organisation_id = $1 AND citizen_id = $2 AND id = $3 \
             AND version = $4 - 1 AND superseded_at IS NULL",
            organisation.0,
            block.citizen,
            block.id,
            block.version,
            kept(at)
        )?;
        execute!(
            self,
            "INSERT INTO block (organisation_id, citizen_id, id, version, user_id, from_day, to_day, recorded_by, recorded_at, \
             reason_sealed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            organisation.0,
            block.citizen,
            block.id,
            block.version,
            block.user,
            block.from,
            block.to,
            &by,
            kept(at),
            block.reason.as_deref()
        )?;
        Ok(())
    }
}
