//! Organisations with their master data, and who is responsible for a programme's grant.

use chrono::{DateTime, Utc};
use domain::id::{OrganisationId, ProgrammeId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, execute, maybe, row};
use crate::work::{Reader, Work, kept};

row! {
    /// The current version of an organisation.
    pub struct OrganisationRow {
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// Its name.
        pub name: String,
        /// The code of what it is; none where not told yet.
        pub kind: Option<String>,
        /// The municipality; none where not told yet.
        pub municipality: Option<String>,
        /// Its CVR number, where it has one.
        pub cvr: Option<String>,
    }
}

row! {
    /// Who is responsible for a programme's grant, with what opens it.
    pub struct ResponsibleRow {
        /// The person's id.
        pub id: Uuid,
        /// The row's version.
        pub version: i64,
        /// The name, sealed.
        pub name: Option<Vec<u8>>,
        /// How the person is reached, sealed.
        pub contact: Option<Vec<u8>>,
        /// The CPR number, sealed; none where it is not kept.
        pub cpr: Option<Vec<u8>>,
        /// The epoch of the person's key; none where it is shredded.
        pub epoch: Option<i64>,
        /// The wrapped key.
        pub wrapped: Option<Vec<u8>>,
    }
}

impl OrganisationRow {
    /// An organisation of which no more than the name is known.
    pub const fn named(id: OrganisationId, name: String) -> Self {
        Self { id: id.0, version: 1, name, kind: None, municipality: None, cvr: None }
    }
}

impl Reader {
    /// Every organisation, by name.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn organisations(&mut self) -> Result<Vec<OrganisationRow>> {
        all!(
            self,
            "SELECT organisation_id, version, name, kind, municipality, cvr FROM organisation_detail
             WHERE superseded_at IS NULL ORDER BY name, organisation_id"
        )
    }

    /// The organisation.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn organisation(&mut self, organisation: OrganisationId) -> Result<Option<OrganisationRow>> {
        maybe!(
            self,
            "SELECT organisation_id, version, name, kind, municipality, cvr FROM organisation_detail
             WHERE organisation_id = $1 AND superseded_at IS NULL",
            organisation.0
        )
    }

    /// Who is responsible for the programme's grant.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn responsible(&mut self, programme: ProgrammeId) -> Result<Option<ResponsibleRow>> {
        maybe!(
            self,
            "SELECT r.id, r.version, r.name_sealed, r.contact_sealed, r.cpr_sealed, k.epoch, k.wrapped
             FROM responsible r LEFT JOIN keystore.subject_key k ON k.subject_id = r.id
             WHERE r.programme_id = $1 AND r.superseded_at IS NULL",
            programme.0
        )
    }
}

impl Work {
    /// Records an organisation.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Taken`] where it is there already.
    pub async fn add_organisation(&mut self, organisation: &OrganisationRow, now: DateTime<Utc>) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "INSERT INTO organisation (id, recorded_by, recorded_at) VALUES ($1, $2, $3)",
            organisation.id,
            &by,
            kept(now)
        )?;
        self.put_organisation(organisation, now).await
    }

    /// Records a version of an organisation's master data; it takes the place of the one before.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Taken`] where somebody else has recorded this version first.
    pub async fn put_organisation(&mut self, organisation: &OrganisationRow, now: DateTime<Utc>) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "UPDATE organisation_detail SET superseded_at = $3
             WHERE organisation_id = $1 AND version = $2 - 1 AND superseded_at IS NULL",
            organisation.id,
            organisation.version,
            kept(now)
        )?;
        execute!(
            self,
            "INSERT INTO organisation_detail (organisation_id, version, name, kind, municipality, cvr, recorded_by, recorded_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            organisation.id,
            organisation.version,
            &organisation.name,
            organisation.kind.as_deref(),
            organisation.municipality.as_deref(),
            organisation.cvr.as_deref(),
            &by,
            kept(now)
        )?;
        Ok(())
    }

    /// Records who is responsible for a programme's grant; whoever was is not any more.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Taken`] where somebody else has recorded this version first.
    pub async fn put_responsible(
        &mut self,
        programme: ProgrammeId,
        responsible: &ResponsibleRow,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "UPDATE responsible SET superseded_at = $2 WHERE programme_id = $1 AND superseded_at IS NULL",
            programme.0,
            kept(now)
        )?;
        execute!(
            self,
            "INSERT INTO responsible (programme_id, id, version, name_sealed, contact_sealed, cpr_sealed, recorded_by, recorded_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            programme.0,
            responsible.id,
            responsible.version,
            responsible.name.as_deref(),
            responsible.contact.as_deref(),
            responsible.cpr.as_deref(),
            &by,
            kept(now)
        )?;
        Ok(())
    }
}
