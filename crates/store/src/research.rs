//! What somebody said to taking part in research, kept with the version of the wording that was asked with; and the packages made of it.

mod package;

pub use self::package::{AnswerRow, NewPackage, PackageRow, PersonRow, TraitsRow};

use chrono::{DateTime, NaiveDate, Utc};
use domain::code::{ConsentKind, ConsentState};
use domain::id::{OrganisationId, ProgrammeId, SubjectId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{execute, maybe, row};
use crate::work::{Reader, Work, kept};

row! {
    /// The last answer of a subject about research in a programme.
    pub struct ResearchConsent {
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// The code of the answer.
        pub state: String,
        /// The day it was given.
        pub state_on: NaiveDate,
        /// The version of the wording.
        pub wording: Option<String>,
    }
}

impl Reader {
    /// What a citizen, or whoever made an anonymous enquiry, last said about research.
    ///
    /// # Errors
    ///
    /// A fault of the database.
    pub async fn research_consent(
        &mut self,
        organisation: OrganisationId,
        programme: ProgrammeId,
        subject: SubjectId,
    ) -> Result<Option<ResearchConsent>> {
        maybe!(
            self,
            "SELECT id, version, state, state_on, wording FROM consent WHERE organisation_id = $1 AND programme_id = $2 \
             AND subject_id = $3 AND kind = $4 AND superseded_at IS NULL ORDER BY state_on DESC, id DESC LIMIT 1",
            organisation.0,
            programme.0,
            subject.0,
            ConsentKind::Research.code()
        )
    }
}

impl Work {
    /// Keeps an answer about research: the next version of `before`, or a new consent with the id.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Taken`] where somebody answered at the same moment.
    pub async fn keep_research_consent(
        &mut self,
        (organisation, programme): (OrganisationId, ProgrammeId),
        subject: SubjectId,
        before: Option<&ResearchConsent>,
        new_id: Uuid,
        (state, on, wording): (ConsentState, NaiveDate, &str),
        now: DateTime<Utc>,
    ) -> Result<()> {
        if let Some(before) = before {
            execute!(
                self,
                "UPDATE consent SET superseded_at = $5 WHERE organisation_id = $1 AND subject_id = $2 AND id = $3 \
                 AND version = $4 AND superseded_at IS NULL",
                organisation.0,
                subject.0,
                before.id,
                before.version,
                kept(now)
            )?;
        }
        let by = self.recorded_by();
        execute!(
            self,
            "INSERT INTO consent (organisation_id, subject_id, id, version, programme_id, kind, state, state_on, wording, \
             recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            organisation.0,
            subject.0,
            before.map_or(new_id, |before| before.id),
            before.map_or(1, |before| before.version + 1),
            programme.0,
            ConsentKind::Research.code(),
            state.code(),
            on,
            wording,
            &by,
            kept(now)
        )?;
        Ok(())
    }
}
