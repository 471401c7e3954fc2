//! Programmes and instruments as data, version by version.

use chrono::{DateTime, Utc};
use domain::id::{OrganisationId, ProgrammeId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, execute, maybe, row};
use crate::work::{Reader, Work, kept};

row! {
    /// The current version of a programme.
    pub struct ProgrammeRow {
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// The organisation that runs it.
        pub organisation: Uuid,
        /// Its key, such as `exit-2016`.
        pub key: String,
        /// Its rules, as the file said them.
        pub toml: String,
    }
}

row! {
    /// One version of an instrument.
    pub struct InstrumentRow {
        /// Its key, such as `stjerne`.
        pub key: String,
        /// Its version.
        pub version: String,
        /// Its items and scale, as the file said them.
        pub toml: String,
    }
}

impl Reader {
    /// Every programme of the installation, by key.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn programmes(&mut self) -> Result<Vec<ProgrammeRow>> {
        all!(
            self,
            "SELECT id, version, organisation_id, key, toml FROM programme WHERE superseded_at IS NULL ORDER BY key, id"
        )
    }

    /// The programme.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn programme(&mut self, programme: ProgrammeId) -> Result<Option<ProgrammeRow>> {
        maybe!(
            self,
            "SELECT id, version, organisation_id, key, toml FROM programme WHERE id = $1 AND superseded_at IS NULL",
            programme.0
        )
    }

    /// The programmes with this key: one an organisation.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn programmes_with_key(&mut self, key: &str) -> Result<Vec<ProgrammeRow>> {
        all!(
            self,
            "SELECT id, version, organisation_id, key, toml FROM programme WHERE key = $1 AND superseded_at IS NULL ORDER BY id",
            key
        )
    }

    /// The organisation's programme with this key.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn programme_of(&mut self, organisation: OrganisationId, key: &str) -> Result<Option<ProgrammeRow>> {
        maybe!(
            self,
            "SELECT id, version, organisation_id, key, toml FROM programme
             WHERE organisation_id = $1 AND key = $2 AND superseded_at IS NULL",
            organisation.0,
            key
        )
    }

    /// Every version of every instrument.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn instruments(&mut self) -> Result<Vec<InstrumentRow>> {
        all!(self, "SELECT key, version, toml FROM instrument ORDER BY key, version")
    }
}

impl Work {
    /// Records a programme, or a new version of it: version 1 is new, version n + 1 takes the place of version n.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Taken`] where the organisation has another programme with the key, or the version is there already.
    pub async fn put_programme(&mut self, programme: &ProgrammeRow, now: DateTime<Utc>) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "UPDATE programme SET superseded_at = $3 WHERE id = $1 AND version = $2 - 1 AND superseded_at IS NULL",
            programme.id,
            programme.version,
            kept(now)
        )?;
        execute!(
            self,
            "INSERT INTO programme (id, version, organisation_id, key, toml, recorded_by, recorded_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            programme.id,
            programme.version,
            programme.organisation,
            &programme.key,
            &programme.toml,
            &by,
            kept(now)
        )?;
        Ok(())
    }

    /// Keeps one version of an instrument; a version once kept stays as it is (R17).
    ///
    /// # Errors
    ///
    /// [`crate::Error::Taken`] where the version is there already.
    pub async fn add_instrument(&mut self, instrument: &InstrumentRow, now: DateTime<Utc>) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "INSERT INTO instrument (key, version, toml, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5)",
            &instrument.key,
            &instrument.version,
            &instrument.toml,
            &by,
            kept(now)
        )?;
        Ok(())
    }
}
