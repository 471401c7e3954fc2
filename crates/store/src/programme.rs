//! Organisations and their programmes: rules as the text of their files, a change as a new version.

use chrono::{DateTime, Utc};
use domain::id::{OrganisationId, ProgrammeId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, execute, maybe, row};
use crate::work::{Reader, Work, kept};

row! {
    /// A programme in its current version.
    pub struct ProgrammeRow {
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// The organisation.
        pub organisation: Uuid,
        /// Its key, such as `exit-2016`.
        pub key: String,
        /// The text of its file.
        pub toml: String,
    }
}

row! {
    /// An organisation.
    pub struct OrganisationRow {
        /// Its id.
        pub id: Uuid,
        /// Its name.
        pub name: String,
    }
}

impl Reader {
    /// The organisations, the first made first.
    ///
    /// # Errors
    ///
    /// A fault of the database, as for every function here.
    pub async fn organisations(&mut self) -> Result<Vec<OrganisationRow>> {
        all!(self, "SELECT id, name FROM organisation ORDER BY id")
    }

    /// The current version of every programme, by key.
    pub async fn programmes(&mut self) -> Result<Vec<ProgrammeRow>> {
        all!(
            self,
            "SELECT id, version, organisation_id, key, toml FROM programme WHERE superseded_at IS NULL ORDER BY key, id"
        )
    }

    /// The current version of the programme with this key.
    pub async fn programme_by_key(&mut self, key: &str) -> Result<Option<ProgrammeRow>> {
        maybe!(
            self,
            "SELECT id, version, organisation_id, key, toml FROM programme WHERE key = $1 AND superseded_at IS NULL",
            key
        )
    }

    /// The current version of a programme.
    pub async fn programme(&mut self, id: ProgrammeId) -> Result<Option<ProgrammeRow>> {
        maybe!(
            self,
            "SELECT id, version, organisation_id, key, toml FROM programme WHERE id = $1 AND superseded_at IS NULL",
            id.0
        )
    }
}

impl Work {
    /// Adds an organisation.
    ///
    /// # Errors
    ///
    /// A fault of the database, as for every function here.
    pub async fn add_organisation(&mut self, id: OrganisationId, name: &str, now: DateTime<Utc>) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "INSERT INTO organisation (id, name, recorded_by, recorded_at) VALUES ($1, $2, $3, $4)",
            id.0,
            name,
            by.as_str(),
            kept(now)
        )?;
        Ok(())
    }

    /// Adds a version of a programme; the one before is stamped as superseded.
    pub async fn add_programme(&mut self, row: &ProgrammeRow, now: DateTime<Utc>) -> Result<()> {
        let (by, now) = (self.recorded_by(), kept(now));
        execute!(self, "UPDATE programme SET superseded_at = $2 WHERE id = $1 AND superseded_at IS NULL", row.id, now)?;
        execute!(
            self,
            "INSERT INTO programme (id, version, organisation_id, key, toml, recorded_by, recorded_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            row.id,
            row.version,
            row.organisation,
            row.key.as_str(),
            row.toml.as_str(),
            by.as_str(),
            now
        )?;
        Ok(())
    }
}
