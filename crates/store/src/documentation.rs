//! What of a course's record is there (M25), beside what the rules find in its own facts.

use chrono::NaiveDate;
use domain::id::{CitizenId, OrganisationId, ProgrammeId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::one;
use crate::merge::records;
use crate::packed::{packed_row, rows, unpack};
use crate::work::Reader;

packed_row! {
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

packed_row! {
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

/// A condition as a column of packed text.
macro_rules! truth {
    ($condition:expr) => {
        concat!("CASE WHEN ", $condition, " THEN '1' ELSE '' END")
    };
}

/// The statement of [`RecordRow`] (`$1` programme), with the parameters of the organisation and of the enrolling instrument.
macro_rules! record {
    ($organisation:literal, $enrolling:literal, $rest:expr) => {
        concat!(
            "SELECT string_agg(hex(c.id) || '\u{1f}' || hex(c.citizen_id) || '\u{1f}' || ",
            truth!(
                "EXISTS (SELECT 1 FROM enquiry e WHERE e.citizen_id = c.citizen_id AND e.programme_id = c.programme_id \
                 AND e.superseded_at IS NULL)"
            ),
            " || '\u{1f}' || ",
            truth!(concat!(
                "EXISTS (SELECT 1 FROM enquiry e WHERE e.citizen_id = c.citizen_id AND e.programme_id = c.programme_id \
                 AND e.superseded_at IS NULL AND e.research_consent IS NOT NULL) \
                 OR EXISTS (SELECT 1 FROM consent n WHERE n.organisation_id = ",
                $organisation,
                " AND n.subject_id = c.citizen_id AND n.kind = 'forskning' AND n.superseded_at IS NULL)"
            )),
            " || '\u{1f}' || ",
            truth!(concat!(
                "EXISTS (SELECT 1 FROM reading r WHERE r.programme_id = c.programme_id AND r.course_id = c.id AND r.instrument = ",
                $enrolling,
                " AND r.superseded_at IS NULL AND r.withdrawn = FALSE AND r.notes_sealed IS NOT NULL)"
            )),
            " || '\u{1f}' || ",
            truth!(
                "EXISTS (SELECT 1 FROM goal g WHERE g.programme_id = c.programme_id AND g.course_id = c.id \
                 AND g.superseded_at IS NULL)"
            ),
            ", '\u{1e}') FROM course c WHERE COALESCE(c.programme_id, c.id) = $1 AND c.superseded_at IS NULL",
            $rest
        )
    };
}

/// The statement of [`CarriedRow`] (`$1` programme).
macro_rules! carried {
    ($rest:expr) => {
        concat!(
            "SELECT ",
            rows!(
                ["h.course_id, h.id"]
                "hex(h.course_id)",
                "hex(h.id)",
                "COALESCE(hex(h.goal_id), '')",
                "COALESCE(h.carrier, '')",
                "CASE WHEN h.contact_sealed IS NULL THEN '' ELSE '1' END",
                "COALESCE(h.agreed_on || '', '')",
                "COALESCE(h.warm_planned_on || '', '')",
                "COALESCE(h.warm_on || '', '')"
            ),
            " FROM course c JOIN handover h ON h.programme_id = c.programme_id AND h.course_id = c.id AND h.superseded_at IS NULL \
             WHERE COALESCE(c.programme_id, c.id) = $1 AND c.superseded_at IS NULL",
            $rest
        )
    };
}

pub(crate) use {carried, record, truth};

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
        let (packed,): (Option<String>,) = one!(self, record!("$2", "$3", ""), programme.0, organisation.0, enrolling)?;
        unpack(packed.as_deref())
    }

    /// What is there of the citizen's courses.
    pub async fn records_of(
        &mut self,
        programme: ProgrammeId,
        organisation: OrganisationId,
        enrolling: &str,
        citizen: CitizenId,
    ) -> Result<Vec<RecordRow>> {
        let (packed,): (Option<String>,) = one!(
            self,
            record!("$3", "$4", concat!(" AND c.citizen_id IN ", records!())),
            programme.0,
            citizen.0,
            organisation.0,
            enrolling
        )?;
        unpack(packed.as_deref())
    }

    /// Who carries each need of every course of the programme.
    pub async fn carried(&mut self, programme: ProgrammeId) -> Result<Vec<CarriedRow>> {
        let (packed,): (Option<String>,) = one!(self, carried!(""), programme.0)?;
        unpack(packed.as_deref())
    }

    /// Who carries each need of the citizen's courses.
    pub async fn carried_of(&mut self, programme: ProgrammeId, citizen: CitizenId) -> Result<Vec<CarriedRow>> {
        let (packed,): (Option<String>,) =
            one!(self, carried!(concat!(" AND c.citizen_id IN ", records!())), programme.0, citizen.0)?;
        unpack(packed.as_deref())
    }
}
