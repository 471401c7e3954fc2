//! Programmes and instruments as data, version by version.

use chrono::{DateTime, NaiveDate, Utc};
use domain::id::{OrganisationId, ProgrammeId, UserId};
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
    /// One version of a programme's rules, with who kept it and why.
    pub struct ProgrammeVersionRow {
        /// Its version.
        pub version: i64,
        /// Its rules, as the file said them.
        pub toml: String,
        /// Who kept it.
        pub recorded_by: String,
        /// When.
        pub recorded_at: DateTime<Utc>,
        /// Why, sealed under the programme's own key.
        pub reason: Option<Vec<u8>>,
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

    /// Every version of a programme, the latest first.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn programme_versions(&mut self, programme: ProgrammeId) -> Result<Vec<ProgrammeVersionRow>> {
        all!(
            self,
            "SELECT version, toml, recorded_by, recorded_at, reason_sealed FROM programme WHERE id = $1
             ORDER BY version DESC",
            programme.0
        )
    }

    /// The organisation's programmes in which the person has a part on the day, by key.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn programmes_of(
        &mut self,
        organisation: OrganisationId,
        user: UserId,
        day: NaiveDate,
    ) -> Result<Vec<ProgrammeRow>> {
        all!(
            self,
            "SELECT id, version, organisation_id, key, toml FROM programme
             WHERE organisation_id = $1 AND superseded_at IS NULL
             AND id IN (SELECT m.programme_id FROM membership m WHERE m.user_id = $2 AND m.superseded_at IS NULL
                   AND m.from_day <= $3 AND (m.to_day IS NULL OR m.to_day >= $3)) ORDER BY key, id",
            organisation.0,
            user.0,
            day
        )
    }

    /// The keys of the goal areas that something of the programme was put into, ever.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn used_areas(&mut self, programme: ProgrammeId) -> Result<Vec<(String,)>> {
        all!(
            self,
            "SELECT area FROM goal WHERE programme_id = $1 AND area IS NOT NULL
             UNION SELECT area FROM mark WHERE programme_id = $1 AND area IS NOT NULL
             UNION SELECT area FROM referral WHERE programme_id = $1 AND area IS NOT NULL
             UNION SELECT area FROM assessment WHERE programme_id = $1
             UNION SELECT area FROM handover WHERE programme_id = $1 AND area IS NOT NULL",
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
    pub async fn put_programme(
        &mut self,
        programme: &ProgrammeRow,
        reason: Option<&[u8]>,
        now: DateTime<Utc>,
    ) -> Result<()> {
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
            "INSERT INTO programme (id, version, organisation_id, key, toml, recorded_by, recorded_at, reason_sealed)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            programme.id,
            programme.version,
            programme.organisation,
            &programme.key,
            &programme.toml,
            &by,
            kept(now),
            reason
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
