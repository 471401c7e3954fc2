//! The files of frozen reports: written once, read as often as asked.

use chrono::{DateTime, Utc};
use domain::id::ProgrammeId;
use uuid::Uuid;

use crate::error::Result;
use crate::line::{execute, maybe};
use crate::work::{Reader, Work, kept};

/// A file to be kept.
#[derive(Clone, Debug)]
pub struct ReleaseFile {
    /// Its ending, such as `pdf`.
    pub format: String,
    /// Its bytes, sealed.
    pub body: Vec<u8>,
}

impl Reader {
    /// The sealed bytes of a report's file.
    ///
    /// # Errors
    ///
    /// A fault of the database.
    pub async fn release_file(
        &mut self,
        programme: ProgrammeId,
        release: Uuid,
        format: &str,
    ) -> Result<Option<Vec<u8>>> {
        let body: Option<(Vec<u8>,)> = maybe!(
            self,
            "SELECT body_sealed FROM release_file WHERE programme_id = $1 AND release_id = $2 AND format = $3",
            programme.0,
            release,
            format
        )?;
        Ok(body.map(|(body,)| body))
    }
}

impl Work {
    /// Keeps a report's file.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Taken`] where the report has one of that format.
    pub async fn add_release_file(
        &mut self,
        programme: ProgrammeId,
        release: Uuid,
        file: &ReleaseFile,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "INSERT INTO release_file (programme_id, release_id, format, body_sealed, recorded_by, recorded_at) \
             VALUES ($1, $2, $3, $4, $5, $6)",
            programme.0,
            release,
            file.format.as_str(),
            file.body.as_slice(),
            &by,
            kept(at)
        )?;
        Ok(())
    }
}
