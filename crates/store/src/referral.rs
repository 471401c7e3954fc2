//! Citizens pointed to partners, with what is told and what was answered.

use chrono::NaiveDate;
use domain::code::ReferralState;
use domain::id::{CitizenId, CourseId, OrganisationId, ProgrammeId};
use uuid::Uuid;

use crate::citizen::SealedText;
use crate::error::Result;
use crate::line::{all, maybe, row};
use crate::work::Reader;

row! {
    /// One version of a referral, with the partner's neutral short name.
    pub struct ReferralVersion {
        /// Its id.
        pub id: Uuid,
        /// The version.
        pub version: i64,
        /// Whether no other replaces it.
        pub is_current: bool,
        /// The day it was sent.
        pub sent_on: NaiveDate,
        /// The partner.
        pub partner: Uuid,
        /// The partner's short name.
        pub partner_name: Option<String>,
        /// The goal area's key.
        pub area: Option<String>,
        /// Whether the citizen consented.
        pub consent: Option<bool>,
        /// The code of its state.
        pub state: String,
        /// Since when.
        pub state_on: Option<NaiveDate>,
        /// The day from which the version holds; none: it is all that is known.
        pub from_day: Option<NaiveDate>,
        /// The goal it started from.
        pub goal: Option<Uuid>,
        /// The offer chosen.
        pub offer: Option<Uuid>,
        /// The consent it rests on.
        pub consent_id: Option<Uuid>,
        /// Codes of what is shared.
        pub shared: Option<String>,
        /// The message, sealed.
        pub message: Option<Vec<u8>>,
        /// The answer, sealed.
        pub answer: Option<Vec<u8>>,
    }
}

row! {
    /// A referral that is sent and not answered.
    pub struct UnansweredRow {
        /// The course.
        pub course: Uuid,
        /// The day it was sent.
        pub sent_on: NaiveDate,
    }
}

impl Reader {
    /// The programme's referrals that are sent and not answered, whoever's citizens they are of.
    ///
    /// # Errors
    ///
    /// Where the database fails, as for every function here.
    pub async fn unanswered_referrals(&mut self, programme: ProgrammeId) -> Result<Vec<UnansweredRow>> {
        all!(
            self,
            "SELECT course_id, sent_on FROM referral WHERE programme_id = $1 AND state = $2 AND superseded_at IS NULL \
             ORDER BY sent_on, id",
            programme.0,
            ReferralState::Sent.code()
        )
    }

    /// Every version of the course's referrals, the first recorded first.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn referral_versions(
        &mut self,
        organisation: OrganisationId,
        programme: ProgrammeId,
        course: CourseId,
    ) -> Result<Vec<ReferralVersion>> {
        all!(
            self,
            "SELECT r.id, r.version, r.superseded_at IS NULL, r.sent_on, r.partner_id, \
             (SELECT COALESCE(p.short_name, p.name) FROM partner p \
             WHERE p.organisation_id = $3 AND p.id = r.partner_id AND p.superseded_at IS NULL), \
             r.area, r.consent, r.state, r.state_on, r.from_day, r.goal_id, r.offer_id, r.consent_id, r.shared, \
             r.message_sealed, r.answer_sealed FROM referral r \
             WHERE r.programme_id = $1 AND r.course_id = $2 ORDER BY r.id, r.version",
            programme.0,
            course.0,
            organisation.0
        )
    }
}

impl Reader {
    /// A citizen's telephone number, sealed, with the version it is sealed to.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn citizens_phone(&mut self, citizen: CitizenId) -> Result<Option<SealedText>> {
        maybe!(self, "SELECT version, phone_sealed FROM citizen WHERE id = $1 AND superseded_at IS NULL", citizen.0)
    }
}
