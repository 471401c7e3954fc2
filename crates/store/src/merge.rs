//! Two records of one person (R4), and which records a person has.
//!
//! A record merged into another has none merged into it, and a record that stands is merged into none: so a person's records are found
//! in one step either way. [`crate::citizen`]'s statements ask for all records of the one that stands.

use chrono::{DateTime, Utc};
use domain::id::{CitizenId, OrganisationId};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::line::{all, execute, maybe, one, row};
use crate::packed::{packed_row, unpack};
use crate::work::{Reader, Work, kept};

/// The records of the person that `$2` stands for: it and those merged into it.
macro_rules! records {
    () => {
        "(SELECT $2 UNION ALL SELECT g.from_citizen FROM citizen_merge g \
         WHERE g.into_citizen = $2 AND g.superseded_at IS NULL AND g.undone_at IS NULL)"
    };
}

/// The statement of [`LinkedRow`], with the citizen's parameter.
macro_rules! linked {
    ($citizen:literal) => {
        concat!(
            "SELECT ",
            $crate::packed::rows!(["r.id"] "hex(r.id)", "COALESCE(k.epoch || '', '')", "COALESCE(hex(k.wrapped), '')"),
            " FROM (SELECT from_citizen AS id FROM citizen_merge WHERE into_citizen = ",
            $citizen,
            " AND superseded_at IS NULL UNION SELECT into_citizen AS id FROM citizen_merge WHERE from_citizen = ",
            $citizen,
            " AND superseded_at IS NULL) r LEFT JOIN keystore.subject_key k ON k.subject_id = r.id"
        )
    };
}

pub(crate) use {linked, records};

row! {
    /// A merge, in force or undone.
    pub struct MergedRow {
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// The record that is not used any more.
        pub from: Uuid,
        /// The record that stands for the person.
        pub into: Uuid,
        /// The version of the record that stands with the fields chosen; none where nothing of it was changed.
        pub into_version: Option<i64>,
        /// When it was undone.
        pub undone_at: Option<DateTime<Utc>>,
        /// Who recorded this version.
        pub recorded_by: String,
        /// When.
        pub recorded_at: DateTime<Utc>,
        /// Why, sealed under the key of the record that stands.
        pub reason: Option<Vec<u8>>,
    }
}

packed_row! {
    /// A record of the same person, or one that was taken for it, with its key.
    pub struct LinkedRow {
        /// The record.
        pub record: Uuid,
        /// The epoch of its key; none where it is shredded.
        pub epoch: Option<i64>,
        /// Its wrapped key.
        pub wrapped: Option<Vec<u8>>,
    }
}

row! {
    /// Another record that shares a value with one.
    pub struct SharingRow {
        /// The other record.
        pub record: Uuid,
        /// What it shares: `cpr`, `phone`, `name` or `alias_birth_year`.
        pub kind: String,
    }
}

impl Reader {
    /// The record that stands for a citizen, where the citizen is merged into another.
    ///
    /// # Errors
    ///
    /// A fault of the database, as for every function here.
    pub async fn merged_into(&mut self, citizen: CitizenId) -> Result<Option<CitizenId>> {
        let found: Option<(Uuid,)> = maybe!(
            self,
            "SELECT into_citizen FROM citizen_merge \
             WHERE from_citizen = $1 AND superseded_at IS NULL AND undone_at IS NULL",
            citizen.0
        )?;
        Ok(found.map(|(into,)| CitizenId(into)))
    }

    /// The merges into a record and those of it into another, in force or undone, the latest first.
    pub async fn merges_of(&mut self, citizen: CitizenId) -> Result<Vec<MergedRow>> {
        all!(
            self,
            "SELECT id, version, from_citizen, into_citizen, into_version, undone_at, recorded_by, recorded_at, reason_sealed \
             FROM citizen_merge WHERE (into_citizen = $1 OR from_citizen = $1) AND superseded_at IS NULL \
             ORDER BY recorded_at DESC, id",
            citizen.0
        )
    }

    /// The records that share texts with a record: whatever was ever merged with it, with their keys.
    pub async fn linked_records(&mut self, citizen: CitizenId) -> Result<Vec<LinkedRow>> {
        let (packed,): (Option<String>,) = one!(self, linked!("$1"), citizen.0)?;
        unpack(packed.as_deref())
    }

    /// Other records with the same CPR number, telephone number, name, or alias and year of birth.
    pub async fn sharing_records(
        &mut self,
        organisation: OrganisationId,
        citizen: CitizenId,
    ) -> Result<Vec<SharingRow>> {
        all!(
            self,
            "SELECT DISTINCT o.subject_id, o.kind FROM blind_index m \
             JOIN blind_index o ON o.organisation_id = m.organisation_id AND o.kind = m.kind AND o.hash = m.hash \
             WHERE m.organisation_id = $1 AND m.subject_id = $2 AND o.subject_id <> $2 \
             AND m.kind IN ('cpr', 'phone', 'name', 'alias_birth_year') ORDER BY o.subject_id, o.kind",
            organisation.0,
            citizen.0
        )
    }

    /// The records with a value of the blind index.
    pub async fn records_with(
        &mut self,
        organisation: OrganisationId,
        kind: &str,
        hash: &[u8; 16],
    ) -> Result<Vec<CitizenId>> {
        let found: Vec<(Uuid,)> = all!(
            self,
            "SELECT subject_id FROM blind_index WHERE organisation_id = $1 AND kind = $2 AND hash = $3",
            organisation.0,
            kind,
            &hash[..]
        )?;
        Ok(found.into_iter().map(|(id,)| CitizenId(id)).collect())
    }
}

impl Work {
    /// Holds a record at a version for this transaction: nobody else corrects or merges it before it ends.
    ///
    /// # Errors
    ///
    /// [`Error::Stale`] where that is not the current version.
    pub async fn hold_citizen(&mut self, citizen: CitizenId, version: i64) -> Result<()> {
        let held = execute!(
            self,
            "UPDATE citizen SET version = version WHERE id = $1 AND version = $2 AND superseded_at IS NULL",
            citizen.0,
            version
        )?;
        if held == 1 { Ok(()) } else { Err(Error::Stale) }
    }

    /// Records a merge, or the version of it that says when it was undone (which takes the place of the one before).
    ///
    /// # Errors
    ///
    /// [`Error::Taken`] where somebody else has recorded this version first.
    pub async fn put_merge(
        &mut self,
        organisation: OrganisationId,
        merge: &MergedRow,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "UPDATE citizen_merge SET superseded_at = $4 \
             WHERE organisation_id = $1 AND id = $2 AND version = $3 - 1 AND superseded_at IS NULL",
            organisation.0,
            merge.id,
            merge.version,
            kept(at)
        )?;
        execute!(
            self,
            "INSERT INTO citizen_merge (organisation_id, id, version, from_citizen, into_citizen, into_version, undone_at, \
             recorded_by, recorded_at, reason_sealed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            organisation.0,
            merge.id,
            merge.version,
            merge.from,
            merge.into,
            merge.into_version,
            merge.undone_at.map(kept),
            &by,
            kept(at),
            merge.reason.as_deref()
        )?;
        Ok(())
    }
}
