//! Outside organisations.

use chrono::{DateTime, Utc};
use domain::id::OrganisationId;
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, execute, row};
use crate::values;
use crate::work::{Reader, Work, kept};

row! {
    /// The current version of a partner.
    pub struct PartnerRow {
        /// The organisation that works with it.
        pub organisation: Uuid,
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// Its name.
        pub name: String,
        /// What the team calls it.
        pub short_name: Option<String>,
    }
}

impl Reader {
    /// The organisation's partners, by name.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn partners(&mut self, organisation: OrganisationId) -> Result<Vec<PartnerRow>> {
        all!(
            self,
            "SELECT organisation_id, id, version, name, short_name FROM partner
             WHERE organisation_id = $1 AND superseded_at IS NULL ORDER BY name",
            organisation.0
        )
    }
}

impl Work {
    /// Records partners, or new versions of them.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Taken`] where a name or a version is there already.
    pub async fn put_partners(&mut self, partners: &[PartnerRow], now: DateTime<Utc>) -> Result<()> {
        let (by, now) = (self.recorded_by(), kept(now));
        for partner in partners.iter().filter(|partner| partner.version > 1) {
            execute!(
                self,
                "UPDATE partner SET superseded_at = $4
                 WHERE organisation_id = $1 AND id = $2 AND version = $3 - 1 AND superseded_at IS NULL",
                partner.organisation,
                partner.id,
                partner.version,
                now
            )?;
        }
        let insert = "INSERT INTO partner (organisation_id, id, version, name, short_name, recorded_by, recorded_at)";
        values::insert(&mut self.line, insert, partners, |values, partner| {
            values
                .push(partner.organisation)
                .push(partner.id)
                .push(partner.version)
                .push(&partner.name)
                .push(partner.short_name.as_deref())
                .push(&by)
                .push(now);
        })
        .await
    }
}
