//! What the coordinator's desk asks of a whole programme beside its courses, in one statement each.

use chrono::NaiveDate;
use domain::id::{OrganisationId, ProgrammeId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{maybe, one};
use crate::packed::{packed_row, rows, unpack};
use crate::work::Reader;

packed_row! {
    /// A referral that was sent, and when it was first answered.
    pub struct SentReferral {
        /// The citizen.
        pub citizen: Uuid,
        /// Its id.
        pub id: Uuid,
        /// The partner's neutral short name.
        pub partner: String,
        /// The day it was sent.
        pub sent_on: NaiveDate,
        /// The first day of an answer; none where there is none.
        pub answered_on: Option<NaiveDate>,
    }
}

packed_row! {
    /// An exception that was granted.
    pub struct GrantedException {
        /// The citizen.
        pub citizen: Uuid,
        /// Its id.
        pub id: Uuid,
        /// `R10` or `R12`.
        pub rule: String,
        /// The day.
        pub granted_on: NaiveDate,
        /// The worker it is for.
        pub worker: Option<Uuid>,
        /// Who granted it.
        pub recorded_by: String,
        /// Why, sealed.
        pub reason: Option<Vec<u8>>,
    }
}

packed_row! {
    /// A goal that lies in none of the programme's areas.
    pub struct UnlinkedGoal {
        /// The course.
        pub course: Uuid,
        /// The citizen.
        pub citizen: Uuid,
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// The day it was made.
        pub created_on: NaiveDate,
        /// The code of its state.
        pub state: String,
        /// Since when.
        pub state_on: NaiveDate,
        /// The goal, sealed.
        pub text: Option<Vec<u8>>,
        /// Why it lies outside, sealed; none where nobody has said.
        pub outside: Option<Vec<u8>>,
    }
}

impl Reader {
    /// The number of the last change of the store: what was derived before is still right where it is the same. A look changes nothing.
    ///
    /// # Errors
    ///
    /// A fault of the database, as for every function here.
    pub async fn last_change(&mut self) -> Result<i64> {
        let last: Option<(i64,)> = maybe!(self, "SELECT seq FROM audit_change ORDER BY seq DESC LIMIT 1")?;
        Ok(last.map_or(0, |(seq,)| seq))
    }

    /// The referrals sent by a day.
    pub async fn sent_referrals(
        &mut self,
        programme: ProgrammeId,
        organisation: OrganisationId,
        day: NaiveDate,
    ) -> Result<Vec<SentReferral>> {
        let (packed,): (Option<String>,) = one!(
            self,
            concat!(
                "SELECT ",
                rows!(
                    ["r.sent_on, r.id"]
                    "hex(c.citizen_id)",
                    "hex(r.id)",
                    "COALESCE(p.short_name, p.name)",
                    "r.sent_on",
                    "CASE WHEN r.state = 'sendt' THEN '' ELSE COALESCE((SELECT MIN(e.state_on) || '' FROM referral e \
                     WHERE e.programme_id = r.programme_id AND e.course_id = r.course_id AND e.id = r.id AND e.state <> 'sendt'), \
                     r.sent_on || '') END"
                ),
                " FROM referral r JOIN course c ON c.programme_id = r.programme_id AND c.id = r.course_id AND c.superseded_at IS NULL \
                 JOIN partner p ON p.organisation_id = $2 AND p.id = r.partner_id AND p.superseded_at IS NULL \
                 WHERE r.programme_id = $1 AND r.superseded_at IS NULL AND r.sent_on <= $3"
            ),
            programme.0,
            organisation.0,
            day
        )?;
        unpack(packed.as_deref())
    }

    /// The exceptions granted in a programme by a day, the latest first.
    pub async fn granted_exceptions(
        &mut self,
        programme: ProgrammeId,
        day: NaiveDate,
    ) -> Result<Vec<GrantedException>> {
        let (packed,): (Option<String>,) = one!(
            self,
            concat!(
                "SELECT ",
                rows!(
                    ["e.granted_on DESC, e.id"]
                    "hex(e.citizen_id)",
                    "hex(e.id)",
                    "e.rule",
                    "e.granted_on",
                    "COALESCE(hex(e.worker_id), '')",
                    "e.recorded_by",
                    "COALESCE(hex(e.reason_sealed), '')"
                ),
                " FROM exception e WHERE e.programme_id = $1 AND e.superseded_at IS NULL AND e.granted_on <= $2"
            ),
            programme.0,
            day
        )?;
        unpack(packed.as_deref())
    }

    /// The goals made by a day that lie in none of the programme's areas, the earliest first.
    pub async fn unlinked_goals(&mut self, programme: ProgrammeId, day: NaiveDate) -> Result<Vec<UnlinkedGoal>> {
        let (packed,): (Option<String>,) = one!(
            self,
            concat!(
                "SELECT ",
                rows!(
                    ["g.created_on, g.id"]
                    "hex(g.course_id)",
                    "hex(c.citizen_id)",
                    "hex(g.id)",
                    "g.version",
                    "g.created_on",
                    "g.state",
                    "g.state_on",
                    "COALESCE(hex(g.text_sealed), '')",
                    "COALESCE(hex(g.outside_sealed), '')"
                ),
                " FROM goal g JOIN course c ON c.programme_id = g.programme_id AND c.id = g.course_id AND c.superseded_at IS NULL \
                 WHERE g.programme_id = $1 AND g.superseded_at IS NULL AND g.area IS NULL AND g.created_on <= $2"
            ),
            programme.0,
            day
        )?;
        unpack(packed.as_deref())
    }
}
