//! What partners refer, and what they are told of it. A partner's own list reads nothing but what the partner itself wrote, what it was
//! told, and the consent that rests on.

use chrono::{DateTime, NaiveDate, Utc};
use domain::id::{EnquiryId, OrganisationId, PartnerId, ProgrammeId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, execute, maybe, row};
use crate::values;
use crate::work::{Reader, Work, kept};

row! {
    /// Somebody a partner referred, in the partner's own words.
    pub struct ReferralInRow {
        /// Its id.
        pub id: Uuid,
        /// The version.
        pub version: i64,
        /// The partner.
        pub partner: Uuid,
        /// The enquiry it became.
        pub enquiry: Uuid,
        /// Whose key seals the texts.
        pub subject: Uuid,
        /// The day.
        pub sent_on: NaiveDate,
        /// The alias or name, sealed.
        pub called: Option<Vec<u8>>,
        /// How to come in touch, sealed.
        pub contact: Option<Vec<u8>>,
        /// What the person wishes, sealed.
        pub wish: Option<Vec<u8>>,
    }
}

row! {
    /// What a partner is told of an enquiry, with the consent it rests on.
    pub struct FeedbackRow {
        /// Its id.
        pub id: Uuid,
        /// The version.
        pub version: i64,
        /// The partner.
        pub partner: Uuid,
        /// Whose key seals the words, and whose consent it is.
        pub subject: Uuid,
        /// The consent.
        pub consent: Uuid,
        /// The day.
        pub told_on: NaiveDate,
        /// The code of what came of the enquiry, where that is told.
        pub outcome: Option<String>,
        /// In words, sealed.
        pub words: Option<Vec<u8>>,
        /// The consent's version.
        pub consent_version: Option<i64>,
        /// The code of what was said to the consent.
        pub consent_state: Option<String>,
        /// Until when it holds.
        pub consent_until: Option<NaiveDate>,
    }
}

row! {
    /// A referral as the partner who made it may see it.
    pub struct OwnReferralRow {
        /// Its id.
        pub id: Uuid,
        /// The version.
        pub version: i64,
        /// Whose key seals the texts.
        pub subject: Uuid,
        /// The day.
        pub sent_on: NaiveDate,
        /// The alias or name, sealed.
        pub called: Option<Vec<u8>>,
        /// The epoch of the key.
        pub epoch: Option<i64>,
        /// The wrapped key.
        pub wrapped: Option<Vec<u8>>,
        /// The feedback's id.
        pub feedback: Option<Uuid>,
        /// Its version.
        pub feedback_version: Option<i64>,
        /// Whose key seals its words.
        pub feedback_subject: Option<Uuid>,
        /// The day it was told.
        pub told_on: Option<NaiveDate>,
        /// The code of what came of it.
        pub outcome: Option<String>,
        /// In words, sealed.
        pub words: Option<Vec<u8>>,
        /// The epoch of the feedback's key.
        pub feedback_epoch: Option<i64>,
        /// The feedback's wrapped key.
        pub feedback_wrapped: Option<Vec<u8>>,
        /// What was said to the consent.
        pub consent_state: Option<String>,
        /// Until when it holds.
        pub consent_until: Option<NaiveDate>,
    }
}

row! {
    /// What a list says of an enquiry that a partner has sent from its sign-in.
    pub struct SentInRow {
        /// The enquiry.
        pub enquiry: Uuid,
        /// The day it was sent.
        pub sent_on: NaiveDate,
        /// Whether a way to come in touch was told.
        pub has_contact: bool,
        /// Whether a wish was told.
        pub has_wish: bool,
        /// The day the partner was told what came of it.
        pub told_on: Option<NaiveDate>,
        /// What was said to the consent to that.
        pub consent_state: Option<String>,
        /// Until when it holds.
        pub consent_until: Option<NaiveDate>,
    }
}

/// Rows of a list: one statement for a page of it.
const PAGE: usize = 50;

impl Reader {
    /// What a partner referred, of an enquiry.
    ///
    /// # Errors
    ///
    /// Where the database fails, as for every function here.
    pub async fn referral_in(&mut self, programme: ProgrammeId, enquiry: EnquiryId) -> Result<Option<ReferralInRow>> {
        maybe!(
            self,
            "SELECT id, version, partner_id, enquiry_id, subject_id, sent_on, called_sealed, contact_sealed, wish_sealed \
             FROM referral_in WHERE programme_id = $1 AND enquiry_id = $2 AND superseded_at IS NULL",
            programme.0,
            enquiry.0
        )
    }

    /// What a partner is told of an enquiry.
    pub async fn feedback(
        &mut self,
        organisation: OrganisationId,
        programme: ProgrammeId,
        enquiry: EnquiryId,
    ) -> Result<Option<FeedbackRow>> {
        maybe!(
            self,
            "SELECT f.id, f.version, f.partner_id, f.subject_id, f.consent_id, f.told_on, f.outcome, f.words_sealed, \
             c.version, c.state, c.until_day FROM feedback f \
             LEFT JOIN consent c ON c.organisation_id = $3 AND c.subject_id = f.subject_id AND c.id = f.consent_id \
             AND c.superseded_at IS NULL \
             WHERE f.programme_id = $1 AND f.enquiry_id = $2 AND f.superseded_at IS NULL",
            programme.0,
            enquiry.0,
            organisation.0
        )
    }

    /// What a partner has referred, the latest first, with what it was told.
    pub async fn own_referrals(
        &mut self,
        organisation: OrganisationId,
        programme: ProgrammeId,
        partner: PartnerId,
    ) -> Result<Vec<OwnReferralRow>> {
        all!(
            self,
            "SELECT i.id, i.version, i.subject_id, i.sent_on, i.called_sealed, k.epoch, k.wrapped, f.id, f.version, \
             f.subject_id, f.told_on, f.outcome, f.words_sealed, g.epoch, g.wrapped, c.state, c.until_day \
             FROM referral_in i LEFT JOIN keystore.subject_key k ON k.subject_id = i.subject_id \
             LEFT JOIN feedback f ON f.programme_id = i.programme_id AND f.enquiry_id = i.enquiry_id \
             AND f.partner_id = i.partner_id AND f.superseded_at IS NULL \
             LEFT JOIN keystore.subject_key g ON g.subject_id = f.subject_id \
             LEFT JOIN consent c ON c.organisation_id = i.organisation_id AND c.subject_id = f.subject_id \
             AND c.id = f.consent_id AND c.partner_id = i.partner_id AND c.superseded_at IS NULL \
             WHERE i.organisation_id = $1 AND i.partner_id = $3 AND i.programme_id = $2 AND i.superseded_at IS NULL \
             ORDER BY i.sent_on DESC, i.id DESC",
            organisation.0,
            programme.0,
            partner.0
        )
    }

    /// What a list says of those enquiries among some that a partner has sent from its sign-in.
    pub async fn sent_in(&mut self, enquiries: impl Iterator<Item = EnquiryId>) -> Result<Vec<SentInRow>> {
        let select = "SELECT i.enquiry_id, i.sent_on, i.contact_sealed IS NOT NULL, i.wish_sealed IS NOT NULL, f.told_on, \
             c.state, c.until_day FROM referral_in i \
             LEFT JOIN feedback f ON f.programme_id = i.programme_id AND f.enquiry_id = i.enquiry_id \
             AND f.superseded_at IS NULL \
             LEFT JOIN consent c ON c.organisation_id = i.organisation_id AND c.subject_id = f.subject_id \
             AND c.id = f.consent_id AND c.superseded_at IS NULL \
             WHERE i.superseded_at IS NULL AND i.enquiry_id IN ";
        values::select_in(&mut self.line, select, PAGE, enquiries.map(|enquiry| enquiry.0)).await
    }
}

impl Work {
    /// Records what a partner has referred.
    pub async fn add_referral_in(
        &mut self,
        organisation: OrganisationId,
        programme: ProgrammeId,
        row: &ReferralInRow,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "INSERT INTO referral_in (organisation_id, partner_id, id, version, programme_id, enquiry_id, subject_id, sent_on, \
             called_sealed, contact_sealed, wish_sealed, recorded_by, recorded_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            organisation.0,
            row.partner,
            row.id,
            row.version,
            programme.0,
            row.enquiry,
            row.subject,
            row.sent_on,
            row.called.as_deref(),
            row.contact.as_deref(),
            row.wish.as_deref(),
            &by,
            kept(at)
        )?;
        Ok(())
    }

    /// Records what a partner is told of an enquiry, or a new version.
    pub async fn add_feedback(
        &mut self,
        programme: ProgrammeId,
        enquiry: EnquiryId,
        row: &FeedbackRow,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "INSERT INTO feedback (programme_id, enquiry_id, id, version, partner_id, subject_id, consent_id, told_on, outcome, \
             words_sealed, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            programme.0,
            enquiry.0,
            row.id,
            row.version,
            row.partner,
            row.subject,
            row.consent,
            row.told_on,
            row.outcome.as_deref(),
            row.words.as_deref(),
            &by,
            kept(at)
        )?;
        Ok(())
    }
}
