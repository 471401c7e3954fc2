//! The register of partners: their people, the agreements with them, and how the duties are kept (M21).

use chrono::{DateTime, NaiveDate, Utc};
use domain::id::{OrganisationId, PartnerId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, execute, row};
use crate::work::{Reader, Work, kept};

row! {
    /// A person at a partner, with what opens the texts.
    pub struct PartnerPersonRow {
        /// The person's id, which is whose key seals the texts.
        pub id: Uuid,
        /// The version.
        pub version: i64,
        /// The name, sealed.
        pub name: Option<Vec<u8>>,
        /// What the person does there, sealed.
        pub role: Option<Vec<u8>>,
        /// The telephone number, sealed.
        pub phone: Option<Vec<u8>>,
        /// The mail address, sealed.
        pub mail: Option<Vec<u8>>,
        /// The epoch of the key.
        pub epoch: Option<i64>,
        /// The wrapped key.
        pub wrapped: Option<Vec<u8>>,
    }
}

row! {
    /// One version of an agreement, with what opens its texts.
    pub struct AgreementRow {
        /// Its id, which is whose key seals the texts.
        pub id: Uuid,
        /// The version.
        pub version: i64,
        /// The partner.
        pub partner: Uuid,
        /// The first day.
        pub from: NaiveDate,
        /// The last day.
        pub to: NaiveDate,
        /// The day it was signed.
        pub signed_on: NaiveDate,
        /// Who signed, sealed.
        pub signers: Option<Vec<u8>>,
        /// Why this version took the place of the one before, sealed.
        pub reason: Option<Vec<u8>>,
        /// Who recorded it.
        pub recorded_by: String,
        /// When.
        pub recorded_at: DateTime<Utc>,
        /// Whether no other takes its place.
        pub is_current: bool,
        /// The epoch of the key.
        pub epoch: Option<i64>,
        /// The wrapped key.
        pub wrapped: Option<Vec<u8>>,
    }
}

row! {
    /// A note on a duty of an agreement.
    pub struct DutyNoteRow {
        /// Its id.
        pub id: Uuid,
        /// The version.
        pub version: i64,
        /// The agreement.
        pub agreement: Uuid,
        /// The duty's code.
        pub duty: String,
        /// The day.
        pub on: NaiveDate,
        /// The code of how it was kept.
        pub kept: String,
        /// When to look again.
        pub next: Option<NaiveDate>,
        /// In words, sealed under the agreement's key.
        pub words: Option<Vec<u8>>,
    }
}

impl Reader {
    /// The people of a partner, the first recorded first.
    ///
    /// # Errors
    ///
    /// Where the database fails, as for every function here.
    pub async fn partner_people(
        &mut self,
        organisation: OrganisationId,
        partner: PartnerId,
    ) -> Result<Vec<PartnerPersonRow>> {
        all!(
            self,
            "SELECT p.id, p.version, p.name_sealed, p.role_sealed, p.phone_sealed, p.mail_sealed, k.epoch, k.wrapped \
             FROM partner_person p LEFT JOIN keystore.subject_key k ON k.subject_id = p.id \
             WHERE p.organisation_id = $1 AND p.partner_id = $2 AND p.superseded_at IS NULL ORDER BY p.id",
            organisation.0,
            partner.0
        )
    }

    /// Every version of every agreement of the organisation, by agreement and version.
    pub async fn agreements(&mut self, organisation: OrganisationId) -> Result<Vec<AgreementRow>> {
        all!(
            self,
            "SELECT a.id, a.version, a.partner_id, a.from_day, a.to_day, a.signed_on, a.signers_sealed, a.reason_sealed, \
             a.recorded_by, a.recorded_at, a.superseded_at IS NULL, k.epoch, k.wrapped \
             FROM agreement a LEFT JOIN keystore.subject_key k ON k.subject_id = a.id \
             WHERE a.organisation_id = $1 ORDER BY a.id, a.version",
            organisation.0
        )
    }

    /// The notes on the duties of the organisation's agreements, the latest first.
    pub async fn duty_notes(&mut self, organisation: OrganisationId) -> Result<Vec<DutyNoteRow>> {
        all!(
            self,
            "SELECT id, version, agreement_id, duty, noted_on, kept, next_on, words_sealed FROM duty_note \
             WHERE organisation_id = $1 AND superseded_at IS NULL ORDER BY noted_on DESC, id DESC",
            organisation.0
        )
    }
}

impl Work {
    /// Waits for everybody who is recording an agreement with the partner, so that what is read after this is what holds.
    pub async fn hold_partner(&mut self, organisation: OrganisationId, partner: PartnerId) -> Result<()> {
        execute!(
            self,
            "UPDATE partner SET short_name = short_name WHERE organisation_id = $1 AND id = $2 AND superseded_at IS NULL",
            organisation.0,
            partner.0
        )?;
        Ok(())
    }

    /// Records a person at a partner, or a new version.
    pub async fn add_partner_person(
        &mut self,
        (organisation, partner): (OrganisationId, PartnerId),
        row: &PartnerPersonRow,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "INSERT INTO partner_person (organisation_id, partner_id, id, version, name_sealed, role_sealed, phone_sealed, \
             mail_sealed, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            organisation.0,
            partner.0,
            row.id,
            row.version,
            row.name.as_deref(),
            row.role.as_deref(),
            row.phone.as_deref(),
            row.mail.as_deref(),
            &by,
            kept(at)
        )?;
        Ok(())
    }

    /// Records an agreement, or a new version.
    pub async fn add_agreement(
        &mut self,
        organisation: OrganisationId,
        row: &AgreementRow,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "INSERT INTO agreement (organisation_id, partner_id, id, version, from_day, to_day, signed_on, signers_sealed, \
             reason_sealed, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            organisation.0,
            row.partner,
            row.id,
            row.version,
            row.from,
            row.to,
            row.signed_on,
            row.signers.as_deref(),
            row.reason.as_deref(),
            &by,
            kept(at)
        )?;
        Ok(())
    }

    /// Records a note on a duty.
    pub async fn add_duty_note(
        &mut self,
        organisation: OrganisationId,
        row: &DutyNoteRow,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "INSERT INTO duty_note (organisation_id, agreement_id, id, version, duty, noted_on, kept, next_on, words_sealed, \
             recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            organisation.0,
            row.agreement,
            row.id,
            row.version,
            row.duty.as_str(),
            row.on,
            row.kept.as_str(),
            row.next,
            row.words.as_deref(),
            &by,
            kept(at)
        )?;
        Ok(())
    }
}
