//! What of a course's record is there (M25), beside what the rules find in its own facts.

use chrono::NaiveDate;
use domain::id::{CitizenId, OrganisationId, ProgrammeId, UserId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, row};
use crate::work::Reader;

row! {
    /// What is there of a course.
    pub struct RecordRow {
        /// The course.
        pub course: Uuid,
        /// The citizen.
        pub citizen: Uuid,
        /// Whether there is an enquiry.
        pub has_enquiry: bool,
        /// Whether the consent to research was asked.
        pub consent_asked: bool,
        /// Whether a reading of the enrolling instrument has words.
        pub has_own_words: bool,
        /// Whether there is a goal.
        pub has_goal: bool,
    }
}

row! {
    /// A need and who carries it after the course, as far as closing asks.
    pub struct CarriedRow {
        /// The course.
        pub course: Uuid,
        /// Its id.
        pub id: Uuid,
        /// The goal it comes from.
        pub goal: Option<Uuid>,
        /// The code of who carries it.
        pub carrier: Option<String>,
        /// Whether it is known how the carrier is reached.
        pub has_contact: bool,
        /// The day from which the carrier has it.
        pub agreed_on: Option<NaiveDate>,
        /// The day for which the meeting of all three is planned.
        pub warm_planned_on: Option<NaiveDate>,
        /// The day on which it was held.
        pub warm_on: Option<NaiveDate>,
    }
}

/// The columns and the join of [`RecordRow`]: `$1` programme, `$2` organisation, `$3` the enrolling instrument.
macro_rules! record {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.citizen_id, \
             EXISTS (SELECT 1 FROM enquiry e WHERE e.citizen_id = c.citizen_id AND e.programme_id = c.programme_id \
             AND e.superseded_at IS NULL), \
             EXISTS (SELECT 1 FROM enquiry e WHERE e.citizen_id = c.citizen_id AND e.programme_id = c.programme_id \
             AND e.superseded_at IS NULL AND e.research_consent IS NOT NULL) \
             OR EXISTS (SELECT 1 FROM consent k WHERE k.organisation_id = $2 AND k.subject_id = c.citizen_id \
             AND k.kind = 'forskning' AND k.superseded_at IS NULL), \
             EXISTS (SELECT 1 FROM reading r WHERE r.programme_id = c.programme_id AND r.course_id = c.id \
             AND r.instrument = $3 AND r.superseded_at IS NULL AND r.withdrawn = FALSE AND r.notes_sealed IS NOT NULL), \
             EXISTS (SELECT 1 FROM goal g WHERE g.programme_id = c.programme_id AND g.course_id = c.id \
             AND g.superseded_at IS NULL) \
             FROM course c WHERE c.programme_id = $1 AND c.superseded_at IS NULL",
            $rest
        )
    };
}

/// As [`record`], for [`CarriedRow`] (`$1` programme).
macro_rules! carried {
    ($rest:literal) => {
        concat!(
            "SELECT h.course_id, h.id, h.goal_id, h.carrier, h.contact_sealed IS NOT NULL, h.agreed_on, h.warm_planned_on, h.warm_on \
             FROM course c JOIN handover h ON h.programme_id = c.programme_id AND h.course_id = c.id AND h.superseded_at IS NULL \
             WHERE c.programme_id = $1 AND c.superseded_at IS NULL",
            $rest,
            " ORDER BY h.course_id, h.id"
        )
    };
}

impl Reader {
    /// What is there of every course of the programme.
    ///
    /// # Errors
    ///
    /// Where the database fails, as for every function here.
    pub async fn records(
        &mut self,
        programme: ProgrammeId,
        organisation: OrganisationId,
        enrolling: &str,
    ) -> Result<Vec<RecordRow>> {
        all!(self, record!(""), programme.0, organisation.0, enrolling)
    }

    /// What is there of the citizen's courses.
    pub async fn records_of(
        &mut self,
        programme: ProgrammeId,
        organisation: OrganisationId,
        enrolling: &str,
        citizen: CitizenId,
    ) -> Result<Vec<RecordRow>> {
        all!(self, record!(" AND c.citizen_id = $4"), programme.0, organisation.0, enrolling, citizen.0)
    }

    /// Who carries each need of every course of the programme.
    pub async fn carried(&mut self, programme: ProgrammeId) -> Result<Vec<CarriedRow>> {
        all!(self, carried!(""), programme.0)
    }

    /// Who carries each need of the citizen's courses.
    pub async fn carried_of(&mut self, programme: ProgrammeId, citizen: CitizenId) -> Result<Vec<CarriedRow>> {
        all!(self, carried!(" AND c.citizen_id = $2"), programme.0, citizen.0)
    }
}

row! {
    /// A citizen that somebody may not see.
    pub struct BlockedRow {
        /// The citizen.
        pub citizen: Uuid,
    }
}

impl Reader {
    /// The citizens that a member of the staff is blocked from on a day.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn blocked_from(
        &mut self,
        organisation: OrganisationId,
        user: UserId,
        day: NaiveDate,
    ) -> Result<Vec<BlockedRow>> {
        all!(
            self,
            "SELECT citizen_id FROM block WHERE user_id = $2 AND organisation_id = $1 AND superseded_at IS NULL \
             AND from_day <= $3 AND (to_day IS NULL OR to_day >= $3)",
            organisation.0,
            user.0,
            day
        )
    }
}
