//! Files about a citizen, sealed whole. Lists leave the bodies where they are.

use chrono::{DateTime, NaiveDate, Utc};
use domain::attachment::Media;
use domain::id::{AttachmentId, CitizenId, CourseId, ProgrammeId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, execute, maybe, row};
use crate::merge::records;
use crate::work::{Reader, Work, kept};

/// A file.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// Its id.
    pub id: AttachmentId,
    /// The course.
    pub course: CourseId,
    /// The day it was added.
    pub on: NaiveDate,
    /// Its kind.
    pub media: Media,
    /// How many bytes it has.
    pub bytes: i64,
    /// What it is called, sealed.
    pub name: Option<Vec<u8>>,
    /// The file, sealed.
    pub body: Vec<u8>,
}

row! {
    /// A file without its body.
    pub struct AttachmentRow {
        /// Its id.
        pub id: Uuid,
        /// The course.
        pub course: Uuid,
        /// Its version.
        pub version: i64,
        /// The day it was added.
        pub on: NaiveDate,
        /// The code of its kind.
        pub media: String,
        /// How many bytes it has.
        pub bytes: i64,
        /// What it is called, sealed.
        pub name: Option<Vec<u8>>,
        /// Whether it is the current version.
        pub is_current: bool,
    }
}

impl Reader {
    /// The citizen's files, the latest first.
    ///
    /// # Errors
    ///
    /// Where the database fails, as for every function here.
    pub async fn citizens_attachments(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
    ) -> Result<Vec<AttachmentRow>> {
        all!(
            self,
            concat!(
                "SELECT x.id, x.course_id, x.version, x.added_on, x.media, x.bytes, x.name_sealed, x.superseded_at IS NULL \
             FROM course c JOIN attachment x ON x.programme_id = c.programme_id AND x.course_id = c.id AND x.superseded_at IS NULL \
             WHERE c.citizen_id IN ",
                records!(),
                " AND COALESCE(c.programme_id, c.id) = $1 AND c.superseded_at IS NULL ORDER BY x.added_on DESC, x.id DESC"
            ),
            programme.0,
            citizen.0
        )
    }

    /// The last version of a file, current or not.
    pub async fn last_attachment(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
        id: AttachmentId,
    ) -> Result<Option<AttachmentRow>> {
        maybe!(
            self,
            concat!(
                "SELECT x.id, x.course_id, x.version, x.added_on, x.media, x.bytes, x.name_sealed, x.superseded_at IS NULL \
             FROM course c JOIN attachment x ON x.programme_id = c.programme_id AND x.course_id = c.id \
             WHERE c.citizen_id IN ",
                records!(),
                " AND COALESCE(c.programme_id, c.id) = $1 AND c.superseded_at IS NULL AND x.id = $3 \
             ORDER BY x.version DESC LIMIT 1"
            ),
            programme.0,
            citizen.0,
            id.0
        )
    }

    /// The sealed body of one version of a file.
    pub async fn attachment_body(
        &mut self,
        programme: ProgrammeId,
        course: CourseId,
        id: AttachmentId,
        version: i64,
    ) -> Result<Option<Vec<u8>>> {
        let body: Option<(Option<Vec<u8>>,)> = maybe!(
            self,
            "SELECT body_sealed FROM attachment WHERE programme_id = $1 AND course_id = $2 AND id = $3 AND version = $4",
            programme.0,
            course.0,
            id.0,
            version
        )?;
        Ok(body.and_then(|(body,)| body))
    }
}

impl Work {
    /// Adds a version of a file.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Taken`] where the version is there already.
    pub async fn add_attachment(
        &mut self,
        programme: ProgrammeId,
        version: i64,
        file: &Attachment,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "INSERT INTO attachment (programme_id, course_id, id, version, added_on, media, bytes, name_sealed, body_sealed, \
             recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            programme.0,
            file.course.0,
            file.id.0,
            version,
            file.on,
            file.media.code(),
            file.bytes,
            file.name.as_deref(),
            &file.body,
            &by,
            kept(at)
        )?;
        Ok(())
    }
}
