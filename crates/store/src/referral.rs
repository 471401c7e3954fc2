//! Citizens pointed to partners, with what is told and what was answered.

use chrono::{DateTime, NaiveDate, Utc};
use domain::code::ReferralState;
use domain::id::{CitizenId, CourseId, OrganisationId, ProgrammeId, ReferralId, UserId};
use uuid::Uuid;

use crate::block::blocked;
use crate::citizen::SealedText;
use crate::enquiry::works_with;
use crate::error::Result;
use crate::line::{all, execute, maybe, one, row};
use crate::work::{Reader, Work, kept};

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
    /// A referral in a list, with the citizen and what opens the citizen's names.
    pub struct ListedReferral {
        /// Its id.
        pub id: Uuid,
        /// The version.
        pub version: i64,
        /// The citizen.
        pub citizen: Uuid,
        /// The version of the citizen's row.
        pub citizen_version: i64,
        /// The alias, sealed.
        pub alias: Option<Vec<u8>>,
        /// The name, sealed.
        pub name: Option<Vec<u8>>,
        /// The epoch of the key.
        pub epoch: Option<i64>,
        /// The wrapped key.
        pub wrapped: Option<Vec<u8>>,
        /// Whether the reader works with the citizen, or stands in for who does.
        pub is_own: bool,
        /// The partner.
        pub partner: Uuid,
        /// The partner's short name.
        pub partner_name: Option<String>,
        /// The day it was sent.
        pub sent_on: NaiveDate,
        /// The goal area's key.
        pub area: Option<String>,
        /// Whether the citizen consented.
        pub consent: Option<bool>,
        /// Codes of what is shared.
        pub shared: Option<String>,
        /// The code of its state.
        pub state: String,
        /// Since when.
        pub state_on: Option<NaiveDate>,
        /// How often the partner was reminded.
        pub reminders: i64,
        /// The last time.
        pub reminded_on: Option<NaiveDate>,
        /// Until when the consent holds.
        pub consent_until: Option<NaiveDate>,
        /// What was said to the consent: a code.
        pub consent_state: Option<String>,
    }
}

/// Which referrals a list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Those of every citizen of the programme, or of the reader's own only.
    pub is_all: bool,
    /// Those not answered only.
    pub is_waiting: bool,
}

impl Wanted {
    const fn codes(self) -> (&'static str, &'static str) {
        (if self.is_all { "all" } else { "own" }, if self.is_waiting { "waiting" } else { "any" })
    }
}

/// Which rows a list keeps: `$4` whose, `$5` in which state; none of whom the reader is blocked from.
macro_rules! kept_referrals {
    () => {
        concat!(
            "r.programme_id = $1 AND r.superseded_at IS NULL AND r.sent_on <= $3 AND NOT ",
            blocked!("s.citizen_id"),
            " AND ($4 = 'all' OR ",
            works_with!("s.citizen_id"),
            ") AND ($5 = 'any' OR r.state = 'sendt')"
        )
    };
}

impl Reader {
    /// The referrals of a list: those not answered first, the longest waiting before; then the rest, the latest first.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn listed_referrals(
        &mut self,
        (organisation, programme): (OrganisationId, ProgrammeId),
        (reader, day): (UserId, NaiveDate),
        wanted: Wanted,
        (rows, after): (i64, i64),
    ) -> Result<Vec<ListedReferral>> {
        let (whose, state) = wanted.codes();
        all!(
            self,
            concat!(
                "SELECT r.id, r.version, z.id, z.version, z.alias_sealed, z.name_sealed, k.epoch, k.wrapped, ",
                works_with!("s.citizen_id"),
                ", r.partner_id, COALESCE(p.short_name, p.name), r.sent_on, r.area, r.consent, r.shared, r.state, r.state_on, \
                 (SELECT COUNT(*) FROM reminder m WHERE m.programme_id = $1 AND m.referral_id = r.id AND m.superseded_at IS NULL), \
                 (SELECT MAX(m.reminded_on) FROM reminder m WHERE m.programme_id = $1 AND m.referral_id = r.id \
                 AND m.superseded_at IS NULL), x.until_day, x.state FROM referral r \
                 JOIN course s ON s.programme_id = r.programme_id AND s.id = r.course_id AND s.superseded_at IS NULL \
                 JOIN citizen z ON z.id = s.citizen_id AND z.superseded_at IS NULL \
                 LEFT JOIN keystore.subject_key k ON k.subject_id = z.id \
                 LEFT JOIN partner p ON p.organisation_id = $6 AND p.id = r.partner_id AND p.superseded_at IS NULL \
                 LEFT JOIN consent x ON x.organisation_id = $6 AND x.id = r.consent_id AND x.superseded_at IS NULL \
                 AND x.subject_id IN (s.citizen_id, COALESCE((SELECT g.into_citizen FROM citizen_merge g \
                 WHERE g.from_citizen = s.citizen_id AND g.superseded_at IS NULL AND g.undone_at IS NULL), s.citizen_id)) \
                 WHERE ",
                kept_referrals!(),
                " ORDER BY CASE WHEN r.state = 'sendt' THEN 0 ELSE 1 END, CASE WHEN r.state = 'sendt' THEN r.sent_on END, \
                 r.sent_on DESC, r.id DESC LIMIT $7 OFFSET $8"
            ),
            programme.0,
            reader.0,
            day,
            whose,
            state,
            organisation.0,
            rows,
            after
        )
    }

    /// How many referrals a list has.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn count_referrals(
        &mut self,
        programme: ProgrammeId,
        (reader, day): (UserId, NaiveDate),
        wanted: Wanted,
    ) -> Result<i64> {
        let (whose, state) = wanted.codes();
        let (count,): (i64,) = one!(
            self,
            concat!(
                "SELECT COUNT(*) FROM referral r \
                 JOIN course s ON s.programme_id = r.programme_id AND s.id = r.course_id AND s.superseded_at IS NULL WHERE ",
                kept_referrals!()
            ),
            programme.0,
            reader.0,
            day,
            whose,
            state
        )?;
        Ok(count)
    }

    /// Whose a referral is, when it was sent and the code of its state; none where it does not stand.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn referrals_citizen(
        &mut self,
        programme: ProgrammeId,
        referral: ReferralId,
    ) -> Result<Option<(Uuid, NaiveDate, String)>> {
        maybe!(
            self,
            "SELECT s.citizen_id, r.sent_on, r.state FROM referral r \
             JOIN course s ON s.programme_id = r.programme_id AND s.id = r.course_id AND s.superseded_at IS NULL \
             WHERE r.programme_id = $1 AND r.id = $2 AND r.superseded_at IS NULL",
            programme.0,
            referral.0
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

impl Work {
    /// Records that a partner was reminded of a referral.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn add_reminder(
        &mut self,
        programme: ProgrammeId,
        (referral, id): (ReferralId, Uuid),
        on: NaiveDate,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "INSERT INTO reminder (programme_id, referral_id, id, version, reminded_on, recorded_by, recorded_at) \
             VALUES ($1, $2, $3, 1, $4, $5, $6)",
            programme.0,
            referral.0,
            id,
            on,
            &by,
            kept(at)
        )?;
        Ok(())
    }
}

row! {
    /// A referral that is sent and not answered.
    pub struct UnansweredRow {
        /// The course.
        pub course: Uuid,
        /// The day it was sent.
        pub sent_on: NaiveDate,
        /// The last day on which the partner was reminded.
        pub reminded_on: Option<NaiveDate>,
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
            "SELECT r.course_id, r.sent_on, (SELECT MAX(m.reminded_on) FROM reminder m WHERE m.programme_id = $1 \
             AND m.referral_id = r.id AND m.superseded_at IS NULL) FROM referral r \
             WHERE r.programme_id = $1 AND r.state = $2 AND r.superseded_at IS NULL ORDER BY r.sent_on, r.id",
            programme.0,
            ReferralState::Sent.code()
        )
    }
}
