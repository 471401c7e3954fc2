//! Everything of a citizen in one programme, in one statement: what the citizen's page shows.
//!
//! To add a kind: its macro and row in `courses.rs`, a column and a field here.

use chrono::NaiveDate;
use domain::id::{CitizenId, OrganisationId, ProgrammeId};

use super::CitizenRow;
use super::courses::{
    CitizensContact, CitizensCourse, CitizensEnquiry, CitizensGoal, CitizensMark, CitizensReading, CitizensReferral,
    CitizensReply, CitizensStep, CitizensWorker, contacts, courses, enquiries, goals, marks, readings, referrals,
    replies, steps, workers,
};
use crate::documentation::{CarriedRow, RecordRow, carried, record, truth};
use crate::error::Result;
use crate::line::{maybe, row};
use crate::merge::{LinkedRow, linked, records};
use crate::packed::{columns, rows, unpack};
use crate::user::NameRow;
use crate::work::Reader;

/// A citizen with everything of the courses, as the functions of the single kinds give it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitizensAll {
    /// The citizen.
    pub citizen: CitizenRow,
    /// The courses, the first begun first.
    pub courses: Vec<CitizensCourse>,
    /// Who works with them, in order.
    pub workers: Vec<CitizensWorker>,
    /// The readings that are not withdrawn, in order.
    pub readings: Vec<CitizensReading>,
    /// The contacts, without their words.
    pub contacts: Vec<CitizensContact>,
    /// The goals in their present state, in order.
    pub goals: Vec<CitizensGoal>,
    /// The next steps that are not done by the day.
    pub steps: Vec<CitizensStep>,
    /// The dated marks, in order.
    pub marks: Vec<CitizensMark>,
    /// The answers to follow-ups that are no readings.
    pub replies: Vec<CitizensReply>,
    /// The referrals.
    pub referrals: Vec<CitizensReferral>,
    /// The enquiries.
    pub enquiries: Vec<CitizensEnquiry>,
    /// The names of those who work with the courses.
    pub names: Vec<NameRow>,
    /// The keys of the records that are or were the same person.
    pub linked: Vec<LinkedRow>,
    /// What is there of each course's record.
    pub records: Vec<RecordRow>,
    /// Who carries each need.
    pub carried: Vec<CarriedRow>,
}

row! {
    /// The texts of the one statement.
    #[expect(unreachable_pub, reason = "row! makes structs for everybody")]
    pub struct Texts {
        /// The citizen.
        pub citizen: String,
        /// Of the courses, in the order of the fields above.
        pub courses: Option<String>,
        /// See there.
        pub workers: Option<String>,
        /// See there.
        pub readings: Option<String>,
        /// See there.
        pub contacts: Option<String>,
        /// See there.
        pub goals: Option<String>,
        /// See there.
        pub steps: Option<String>,
        /// See there.
        pub marks: Option<String>,
        /// See there.
        pub replies: Option<String>,
        /// See there.
        pub referrals: Option<String>,
        /// See there.
        pub enquiries: Option<String>,
        /// See there.
        pub names: Option<String>,
        /// See there.
        pub linked: Option<String>,
        /// See there.
        pub records: Option<String>,
        /// See there.
        pub carried: Option<String>,
    }
}

/// A citizen with what the rules take of the courses, and with the keys of all records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitizensCase {
    /// The citizen.
    pub citizen: CitizenRow,
    /// The courses, the first begun first.
    pub courses: Vec<CitizensCourse>,
    /// Who works with them, in order.
    pub workers: Vec<CitizensWorker>,
    /// The readings that are not withdrawn, in order.
    pub readings: Vec<CitizensReading>,
    /// The dated marks, in order.
    pub marks: Vec<CitizensMark>,
    /// The answers to follow-ups that are no readings.
    pub replies: Vec<CitizensReply>,
    /// The keys of the records that are or were the same person.
    pub linked: Vec<LinkedRow>,
}

/// The names of those who work with the citizen's courses.
macro_rules! names {
    () => {
        concat!(
            "SELECT ",
            rows!(
                []
                "hex(u.id)",
                "u.version",
                "u.user_name",
                "COALESCE(hex(u.name_sealed), '')",
                "COALESCE(k.epoch || '', '')",
                "COALESCE(hex(k.wrapped), '')"
            ),
            " FROM user_account u LEFT JOIN keystore.subject_key k ON k.subject_id = u.id \
             WHERE u.superseded_at IS NULL AND u.id IN (",
            of_own!("x.worker_id", "assignment", ""),
            ")"
        )
    };
}

impl Reader {
    /// Everything of the citizen, where one of the programme, as of the day; `enrolling` is the key of the instrument that enrols.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn citizens_all(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
        day: NaiveDate,
        organisation: OrganisationId,
        enrolling: &str,
    ) -> Result<Option<CitizensAll>> {
        let texts: Option<Texts> = maybe!(
            self,
            concat!(
                own!(),
                "SELECT ",
                the_citizen!(),
                ", (",
                courses!(),
                "), (",
                workers!(),
                "), (",
                readings!(),
                "), (",
                contacts!(),
                "), (",
                goals!(),
                "), (",
                steps!(),
                "), (",
                marks!(),
                "), (",
                replies!(),
                "), (",
                referrals!(),
                "), (",
                enquiries!(),
                "), (",
                names!(),
                "), (",
                linked!("$2"),
                "), (",
                record!("$4", "$5", concat!(" AND c.citizen_id IN ", records!())),
                "), (",
                carried!(concat!(" AND c.citizen_id IN ", records!())),
                ")",
                of_the_programme!()
            ),
            programme.0,
            citizen.0,
            day,
            organisation.0,
            enrolling
        )?;
        let Some(texts) = texts else { return Ok(None) };
        let Some(citizen) = unpack(Some(&texts.citizen))?.pop() else { return Ok(None) };
        Ok(Some(CitizensAll {
            citizen,
            courses: unpack(texts.courses.as_deref())?,
            workers: unpack(texts.workers.as_deref())?,
            readings: unpack(texts.readings.as_deref())?,
            contacts: unpack(texts.contacts.as_deref())?,
            goals: unpack(texts.goals.as_deref())?,
            steps: unpack(texts.steps.as_deref())?,
            marks: unpack(texts.marks.as_deref())?,
            replies: unpack(texts.replies.as_deref())?,
            referrals: unpack(texts.referrals.as_deref())?,
            enquiries: unpack(texts.enquiries.as_deref())?,
            names: unpack(texts.names.as_deref())?,
            linked: unpack(texts.linked.as_deref())?,
            records: unpack(texts.records.as_deref())?,
            carried: unpack(texts.carried.as_deref())?,
        }))
    }
    /// The citizen, where one of the programme, with what the rules take of the courses.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn citizens_case(&mut self, programme: ProgrammeId, citizen: CitizenId) -> Result<Option<CitizensCase>> {
        type Parts =
            (String, Option<String>, Option<String>, Option<String>, Option<String>, Option<String>, Option<String>);
        let parts: Option<Parts> = maybe!(
            self,
            concat!(
                own!(),
                "SELECT ",
                the_citizen!(),
                ", (",
                courses!(),
                "), (",
                workers!(),
                "), (",
                readings!(),
                "), (",
                marks!(),
                "), (",
                replies!(),
                "), (",
                linked!("$2"),
                ")",
                of_the_programme!()
            ),
            programme.0,
            citizen.0
        )?;
        let Some((citizen, courses, workers, readings, marks, replies, linked)) = parts else { return Ok(None) };
        let Some(citizen) = unpack(Some(&citizen))?.pop() else { return Ok(None) };
        Ok(Some(CitizensCase {
            citizen,
            courses: unpack(courses.as_deref())?,
            workers: unpack(workers.as_deref())?,
            readings: unpack(readings.as_deref())?,
            marks: unpack(marks.as_deref())?,
            replies: unpack(replies.as_deref())?,
            linked: unpack(linked.as_deref())?,
        }))
    }
}
