//! Consents: what a citizen (or whoever made an anonymous enquiry) said to sharing, to research and to being quoted. The answers are versions.

use chrono::{DateTime, NaiveDate, Utc};
use domain::consent;
use domain::id::{ConsentId, OrganisationId, PartnerId, ProgrammeId, SubjectId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, row};
use crate::merge::records;
use crate::row::{Sealed, Version};
use crate::values::insert;
use crate::work::{Reader, Work, kept};

/// A consent.
#[derive(Clone, Debug)]
pub struct Consent {
    /// Its id.
    pub id: ConsentId,
    /// Who said it.
    pub subject: SubjectId,
    /// The programme it was said in.
    pub programme: ProgrammeId,
    /// What was said.
    pub said: consent::Consent,
    /// The partner it is shared with, where it is one.
    pub partner: Option<PartnerId>,
    /// The names of the fields shared, with commas between; `None` where none are named.
    pub fields: Option<String>,
    /// The version of the wording, for research and quotations.
    pub wording: Option<String>,
    /// The recipient in words.
    pub recipient: Sealed,
    /// The purpose in words.
    pub purpose: Sealed,
}

row! {
    /// One version of a consent.
    pub struct ConsentRow {
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// The record of the person that it was noted on.
        pub subject: Uuid,
        /// What it is to: a code.
        pub kind: String,
        /// What was said: a code.
        pub state: String,
        /// When.
        pub on: NaiveDate,
        /// Until when.
        pub until: Option<NaiveDate>,
        /// The partner.
        pub partner: Option<Uuid>,
        /// The partner's neutral short name.
        pub partner_name: Option<String>,
        /// The names of the fields shared.
        pub fields: Option<String>,
        /// The version of the wording.
        pub wording: Option<String>,
        /// The recipient, sealed.
        pub recipient: Option<Vec<u8>>,
        /// The purpose, sealed.
        pub purpose: Option<Vec<u8>>,
        /// Whether it is the current version.
        pub is_current: bool,
        /// Whether it was taken out as entered by mistake.
        pub is_withdrawn: bool,
    }
}

impl Reader {
    /// Every version of every consent of a person in a programme, on whichever of the person's records, in the order of recording.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn consents(
        &mut self,
        organisation: OrganisationId,
        programme: ProgrammeId,
        subject: SubjectId,
    ) -> Result<Vec<ConsentRow>> {
        all!(
            self,
            concat!(
                "SELECT x.id, x.version, x.subject_id, x.kind, x.state, x.state_on, x.until_day, x.partner_id, \
             (SELECT COALESCE(p.short_name, p.name) FROM partner p WHERE p.organisation_id = x.organisation_id \
             AND p.id = x.partner_id AND p.superseded_at IS NULL), x.fields, x.wording, x.recipient_sealed, x.purpose_sealed, \
             x.superseded_at IS NULL, \
             EXISTS (SELECT 1 FROM withdrawal w WHERE w.programme_id = x.programme_id AND w.fact = 'consent' \
             AND w.row_id = x.id AND w.row_version = x.version) \
             FROM consent x WHERE x.organisation_id = $1 AND x.programme_id = $3 AND x.subject_id IN ",
                records!(),
                " ORDER BY x.id, x.version"
            ),
            organisation.0,
            subject.0,
            programme.0
        )
    }
}

impl Work {
    /// Adds versions of consents.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Taken`] where a version is there already.
    pub async fn add_consents(
        &mut self,
        organisation: OrganisationId,
        rows: &[Version<Consent>],
        at: DateTime<Utc>,
    ) -> Result<()> {
        let (by, at) = (self.recorded_by(), kept(at));
        insert(
            &mut self.line,
            "INSERT INTO consent (organisation_id, subject_id, id, version, programme_id, kind, state, state_on, until_day, \
             partner_id, fields, wording, recipient_sealed, purpose_sealed, recorded_by, recorded_at)",
            rows,
            |values, Version { number, fact }| {
                values
                    .push(organisation.0)
                    .push(fact.subject.0)
                    .push(fact.id.0)
                    .push(*number)
                    .push(fact.programme.0)
                    .push(fact.said.kind.code())
                    .push(fact.said.state.code())
                    .push(fact.said.on)
                    .push(fact.said.until)
                    .push(fact.partner.map(|partner| partner.0))
                    .push(fact.fields.as_deref())
                    .push(fact.wording.as_deref())
                    .push(fact.recipient.as_deref())
                    .push(fact.purpose.as_deref())
                    .push(by.as_str())
                    .push(at);
            },
        )
        .await
    }
}
