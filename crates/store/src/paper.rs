//! The programme's own papers: every kind in one table, what each says sealed.

use chrono::{DateTime, Utc};
use domain::code::PaperKind;
use domain::id::{ProgrammeId, SubjectId};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::line::{all, execute, row};
use crate::work::{Reader, Work, kept};

row! {
    /// A version of a paper, with what opens it.
    pub struct PaperRow {
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// Whose key it is sealed under: the programme's, or an outside person's own.
        pub subject: Uuid,
        /// Whether it has ended.
        pub ended: bool,
        /// What it says, sealed.
        pub body: Vec<u8>,
        /// Why this version was made, sealed.
        pub reason: Option<Vec<u8>>,
        /// Who made it.
        pub by: String,
        /// When.
        pub at: DateTime<Utc>,
        /// The epoch of the key.
        pub epoch: Option<i64>,
        /// The wrapped key.
        pub wrapped: Option<Vec<u8>>,
    }
}

row! {
    /// A citizen's gender, for counting whom a description fits.
    pub struct GenderRow {
        /// The citizen.
        pub citizen: Uuid,
        /// The code.
        pub gender: Option<String>,
    }
}

/// A version of a paper to be written.
#[derive(Clone, Debug)]
pub struct Paper {
    /// Its kind.
    pub kind: PaperKind,
    /// Its id.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// Whose key it is sealed under.
    pub subject: SubjectId,
    /// Whether it has ended.
    pub ended: bool,
    /// What it says, sealed.
    pub body: Vec<u8>,
    /// Why, sealed.
    pub reason: Option<Vec<u8>>,
}

impl Reader {
    /// The current papers of a kind.
    ///
    /// # Errors
    ///
    /// A fault of the database, as for every function here.
    pub async fn papers(&mut self, programme: ProgrammeId, kind: PaperKind) -> Result<Vec<PaperRow>> {
        all!(
            self,
            "SELECT p.id, p.version, p.subject_id, p.ended, p.body_sealed, p.reason_sealed, p.recorded_by, p.recorded_at, \
             k.epoch, k.wrapped FROM paper p LEFT JOIN keystore.subject_key k ON k.subject_id = p.subject_id \
             WHERE p.programme_id = $1 AND p.kind = $2 AND p.superseded_at IS NULL ORDER BY p.id",
            programme.0,
            kind.code()
        )
    }

    /// The gender of each citizen with a course in the programme.
    pub async fn genders(&mut self, programme: ProgrammeId) -> Result<Vec<GenderRow>> {
        all!(
            self,
            "SELECT DISTINCT z.id, z.gender FROM course c JOIN citizen z ON z.id = c.citizen_id AND z.superseded_at IS NULL \
             WHERE c.programme_id = $1 AND c.superseded_at IS NULL ORDER BY z.id",
            programme.0
        )
    }

    /// Every version of a paper, the first first.
    pub async fn paper_versions(&mut self, programme: ProgrammeId, kind: PaperKind, id: Uuid) -> Result<Vec<PaperRow>> {
        all!(
            self,
            "SELECT p.id, p.version, p.subject_id, p.ended, p.body_sealed, p.reason_sealed, p.recorded_by, p.recorded_at, \
             k.epoch, k.wrapped FROM paper p LEFT JOIN keystore.subject_key k ON k.subject_id = p.subject_id \
             WHERE p.programme_id = $1 AND p.kind = $2 AND p.id = $3 ORDER BY p.version",
            programme.0,
            kind.code(),
            id
        )
    }
}

impl Work {
    /// Records a paper, or a new version of it.
    ///
    /// # Errors
    ///
    /// [`Error::Stale`] where the version before is not the current one; [`Error::Taken`] where this one is there already.
    pub async fn put_paper(&mut self, programme: ProgrammeId, paper: &Paper, at: DateTime<Utc>) -> Result<()> {
        let (by, at) = (self.recorded_by(), kept(at));
        if paper.version > 1 {
            let stamped = execute!(
                self,
                "UPDATE paper SET superseded_at = $5 WHERE programme_id = $1 AND kind = $2 AND id = $3 \
                 AND version = $4 - 1 AND superseded_at IS NULL",
                programme.0,
                paper.kind.code(),
                paper.id,
                paper.version,
                at
            )?;
            if stamped == 0 {
                return Err(Error::Stale);
            }
        }
        execute!(
            self,
            "INSERT INTO paper (programme_id, kind, id, version, subject_id, ended, body_sealed, reason_sealed, recorded_by, \
             recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            programme.0,
            paper.kind.code(),
            paper.id,
            paper.version,
            paper.subject.0,
            paper.ended,
            paper.body.as_slice(),
            paper.reason.as_deref(),
            &by,
            at
        )?;
        Ok(())
    }
}
