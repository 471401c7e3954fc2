//! What somebody may see of the citizens of a list, in one statement: who is hidden, which records are one person, and for whom the
//! person stands in.

use chrono::NaiveDate;
use domain::id::{OrganisationId, ProgrammeId, UserId};
use uuid::Uuid;

use crate::error::Result;
use crate::facts::MergeRow;
use crate::line::one;
use crate::packed::{packed_row, rows, unpack};
use crate::work::Reader;

packed_row! {
    /// One of the rows with an id alone.
    pub struct IdRow {
        /// It.
        pub id: Uuid,
    }
}

/// What the lists of a person heed on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SightRow {
    /// Every record that the person may see nothing of: those blocked, and every other record of those citizens.
    pub blocked: Vec<Uuid>,
    /// The merges of the organisation that stand.
    pub merges: Vec<MergeRow>,
    /// The workers whom the person stands in for, in order.
    pub deputised: Vec<Uuid>,
}

impl Reader {
    /// What a person's lists heed on a day.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn sight(
        &mut self,
        programme: ProgrammeId,
        organisation: OrganisationId,
        user: UserId,
        day: NaiveDate,
    ) -> Result<SightRow> {
        let (blocked, merges, deputised): (Option<String>, Option<String>, Option<String>) = one!(
            self,
            concat!(
                "WITH blocked AS (SELECT b.citizen_id AS id FROM block b WHERE b.user_id = $3 AND b.superseded_at IS NULL \
                 AND b.from_day <= $4 AND (b.to_day IS NULL OR b.to_day >= $4)), \
                 standing AS (SELECT id FROM blocked UNION SELECT g.into_citizen FROM citizen_merge g \
                 JOIN blocked ON blocked.id = g.from_citizen WHERE g.superseded_at IS NULL AND g.undone_at IS NULL), \
                 hidden AS (SELECT id FROM standing UNION SELECT g.from_citizen FROM citizen_merge g \
                 JOIN standing ON standing.id = g.into_citizen WHERE g.superseded_at IS NULL AND g.undone_at IS NULL) \
                 SELECT (SELECT ",
                rows!(["h.id"] "hex(h.id)"),
                " FROM hidden h), (SELECT ",
                rows!([] "hex(g.from_citizen)", "hex(g.into_citizen)"),
                " FROM citizen_merge g WHERE g.organisation_id = $2 AND g.superseded_at IS NULL AND g.undone_at IS NULL), \
                 (SELECT ",
                rows!(["d.worker_id"] "hex(d.worker_id)"),
                " FROM (SELECT DISTINCT worker_id FROM deputy WHERE deputy_id = $3 AND programme_id = $1 \
                 AND superseded_at IS NULL AND from_day <= $4 AND to_day >= $4) d)"
            ),
            programme.0,
            organisation.0,
            user.0,
            day
        )?;
        let ids = |text: Option<String>| -> Result<Vec<Uuid>> {
            Ok(unpack::<IdRow>(text.as_deref())?.into_iter().map(|row| row.id).collect())
        };
        Ok(SightRow { blocked: ids(blocked)?, merges: unpack(merges.as_deref())?, deputised: ids(deputised)? })
    }
}
