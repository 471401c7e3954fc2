//! What partners can give.

use chrono::NaiveDate;
use domain::id::OrganisationId;
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, row};
use crate::work::Reader;

row! {
    /// The current version of an offer, with its partner's names.
    pub struct OfferRow {
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// The partner.
        pub partner: Uuid,
        /// The partner's name.
        pub partner_name: String,
        /// What it is called.
        pub title: String,
        /// The goal areas' keys, with commas between.
        pub areas: String,
        /// When it is open.
        pub hours: Option<String>,
        /// Whom it is for, and what it takes.
        pub conditions: Option<String>,
        /// What it is, in words.
        pub words: Option<String>,
        /// The first day.
        pub from_day: Option<NaiveDate>,
        /// The last day.
        pub to_day: Option<NaiveDate>,
    }
}

impl Reader {
    /// The organisation's offers, by partner and title.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn offers(&mut self, organisation: OrganisationId) -> Result<Vec<OfferRow>> {
        all!(
            self,
            "SELECT o.id, o.version, o.partner_id, p.name, o.title, o.areas, o.hours, o.conditions, o.words, o.from_day, \
             o.to_day FROM offer o \
             JOIN partner p ON p.organisation_id = o.organisation_id AND p.id = o.partner_id AND p.superseded_at IS NULL \
             WHERE o.organisation_id = $1 AND o.superseded_at IS NULL ORDER BY p.name, o.title, o.id",
            organisation.0
        )
    }
}
