//! Partners: outside organisations, by name.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::id::{OrganisationId, PartnerId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::all;
use crate::values::insert;
use crate::work::{Reader, Work, kept};

impl Reader {
    /// The id of each partner of the organisation, by name.
    ///
    /// # Errors
    ///
    /// A fault of the database.
    pub async fn partners_by_name(&mut self, organisation: OrganisationId) -> Result<HashMap<String, PartnerId>> {
        let rows: Vec<(String, Uuid)> = all!(
            self,
            "SELECT name, id FROM partner WHERE organisation_id = $1 AND superseded_at IS NULL",
            organisation.0
        )?;
        Ok(rows.into_iter().map(|(name, id)| (name, PartnerId(id))).collect())
    }
}

impl Work {
    /// Adds partners by name.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Taken`] where a name is there already.
    pub async fn add_partners(
        &mut self,
        organisation: OrganisationId,
        partners: &[(PartnerId, String)],
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (by, now) = (self.recorded_by(), kept(now));
        insert(
            &mut self.line,
            "INSERT INTO partner (organisation_id, id, version, name, recorded_by, recorded_at)",
            partners,
            |values, (id, name)| {
                values.push(organisation.0).push(id.0).push(1i64).push(name.as_str()).push(by.as_str()).push(now);
            },
        )
        .await
    }
}
