//! Enquiries as the team reads them: the list, one of them with every version's end, and what hints at a person who is known already.

use chrono::{DateTime, NaiveDate, Utc};
use domain::id::{CitizenId, CourseId, EnquiryId, OrganisationId, ProgrammeId, UserId};
use uuid::Uuid;

use crate::block::blocked;
use crate::error::Result;
use crate::line::{all, maybe, one, row};
use crate::work::Reader;

row! {
    /// An enquiry in a list.
    pub struct ListedEnquiry {
        /// Its id.
        pub id: Uuid,
        /// The day it came.
        pub received_on: NaiveDate,
        /// The channel's code.
        pub channel: Option<String>,
        /// The referrer's name.
        pub referrer: Option<String>,
        /// Whether a course is wished for.
        pub wants_course: Option<bool>,
        /// Whether there is a background.
        pub has_background: Option<bool>,
        /// Whether there is a willingness to talk.
        pub is_willing: Option<bool>,
        /// The code of what came of it.
        pub outcome: Option<String>,
        /// The day it was answered.
        pub answered_on: Option<NaiveDate>,
        /// The name of the partner referred to.
        pub referred_to: Option<String>,
        /// The first day of the clarification that followed.
        pub clarified_on: Option<NaiveDate>,
        /// Whether somebody works, or worked, with the citizen.
        pub has_worker: bool,
        /// Whether the reader does, or stands in for who does.
        pub is_own: bool,
        /// The citizen.
        pub citizen: Option<Uuid>,
        /// The version of the citizen's row.
        pub citizen_version: Option<i64>,
        /// The alias, sealed.
        pub alias: Option<Vec<u8>>,
        /// The name, sealed.
        pub name: Option<Vec<u8>>,
        /// The epoch of the key.
        pub epoch: Option<i64>,
        /// The wrapped key.
        pub wrapped: Option<Vec<u8>>,
    }
}

row! {
    /// The last version of an enquiry.
    pub struct KeptEnquiry {
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// The citizen, where known.
        pub citizen: Option<Uuid>,
        /// The day it came.
        pub received_on: NaiveDate,
        /// The channel's code.
        pub channel: Option<String>,
        /// The partner that referred.
        pub referrer: Option<Uuid>,
        /// Whether a course is wished for.
        pub wants_course: Option<bool>,
        /// Whether research may use it.
        pub research_consent: Option<bool>,
        /// The partner pointed to.
        pub referred_to: Option<Uuid>,
        /// The note, sealed.
        pub note: Option<Vec<u8>>,
        /// The code of what came of it.
        pub outcome: Option<String>,
        /// The day it was answered.
        pub answered_on: Option<NaiveDate>,
        /// Whether there is a background.
        pub has_background: Option<bool>,
        /// Whether there is a willingness to talk.
        pub is_willing: Option<bool>,
        /// The words of the answer, sealed.
        pub words: Option<Vec<u8>>,
        /// Who recorded this version.
        pub recorded_by: String,
        /// When.
        pub recorded_at: DateTime<Utc>,
        /// When it was taken out, where it was.
        pub withdrawn_at: Option<DateTime<Utc>>,
    }
}

row! {
    /// The person of an enquiry, with the key that opens the sealed columns.
    pub struct EnquirersRow {
        /// Its id.
        pub id: Uuid,
        /// The version of the row.
        pub version: i64,
        /// The gender's code.
        pub gender: Option<String>,
        /// The year of birth.
        pub birth_year: Option<i64>,
        /// Whether the address is protected.
        pub protected_address: bool,
        /// Codes of the rules for safe contact, with commas between.
        pub safe_contact: String,
        /// The alias, sealed.
        pub alias: Option<Vec<u8>>,
        /// The name, sealed.
        pub name: Option<Vec<u8>>,
        /// The CPR number, sealed.
        pub cpr: Option<Vec<u8>>,
        /// The telephone number, sealed.
        pub phone: Option<Vec<u8>>,
        /// The register's id, sealed.
        pub register_id: Option<Vec<u8>>,
        /// The epoch of the key.
        pub epoch: Option<i64>,
        /// The wrapped key.
        pub wrapped: Option<Vec<u8>>,
    }
}

row! {
    /// Somebody whom a folded value finds.
    pub struct FoundRow {
        /// The kind of the value.
        pub kind: String,
        /// The citizen.
        pub citizen: Uuid,
        /// The version of the citizen's row.
        pub version: i64,
        /// The alias, sealed.
        pub alias: Option<Vec<u8>>,
        /// The name, sealed.
        pub name: Option<Vec<u8>>,
        /// The epoch of the key.
        pub epoch: Option<i64>,
        /// The wrapped key.
        pub wrapped: Option<Vec<u8>>,
        /// Whether the citizen has a course or an enquiry in the programme.
        pub is_here: bool,
        /// Whether somebody works, or worked, with the citizen in the programme.
        pub has_worker: bool,
        /// Whether the reader does, or stands in for who does.
        pub is_own: bool,
        /// Whether the reader is blocked from the citizen.
        pub is_blocked: bool,
    }
}

/// Which enquiries a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// All.
    All,
    /// Those nobody has answered.
    Unanswered,
    /// Those whose citizen wants no course.
    WithoutCourse,
    /// Those that were turned away.
    TurnedAway,
    /// Those that a partner referred.
    Referred,
}

impl Which {
    const fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Unanswered => "unanswered",
            Self::WithoutCourse => "without",
            Self::TurnedAway => "turned",
            Self::Referred => "referred",
        }
    }
}

/// An enquiry is answered where what came of it is recorded, or a clarification of its citizen began on its day or later
/// (`$1` programme).
macro_rules! unanswered {
    () => {
        "(e.outcome IS NULL AND NOT EXISTS (SELECT 1 FROM course u WHERE u.programme_id = $1 \
         AND u.citizen_id = e.citizen_id AND u.superseded_at IS NULL AND u.clarification_began_on >= e.received_on))"
    };
}

/// Which rows a filter keeps (`$4`).
macro_rules! kept {
    () => {
        concat!(
            "($4 = 'all' OR ($4 = 'unanswered' AND ",
            unanswered!(),
            ") OR ($4 = 'without' AND e.wants_course = ",
            // A truth value is a number on one database and no number on the other; both know `(1 = 0)`.
            "(1 = 0)) OR ($4 = 'turned' AND e.outcome = 'afvist') OR ($4 = 'referred' AND e.referrer_id IS NOT NULL))"
        )
    };
}

/// Somebody works, or worked, with the citizen `$who` in the programme; the reader (`$2`) does on the day (`$3`), or stands in.
macro_rules! worked_with {
    ($who:literal) => {
        concat!(
            "EXISTS (SELECT 1 FROM course c JOIN assignment a ON a.programme_id = c.programme_id AND a.course_id = c.id \
             AND a.superseded_at IS NULL WHERE c.citizen_id = ",
            $who,
            " AND c.programme_id = $1 AND c.superseded_at IS NULL), ",
            $crate::enquiry::works_with!($who)
        )
    };
}

/// The reader (`$2`) works with the citizen `$who` on the day (`$3`), or stands in for who does.
macro_rules! works_with {
    ($who:literal) => {
        concat!(
            "EXISTS (SELECT 1 FROM course c JOIN assignment a ON a.programme_id = c.programme_id AND a.course_id = c.id \
             AND a.superseded_at IS NULL AND a.from_day <= $3 AND (a.to_day IS NULL OR a.to_day >= $3) \
             WHERE c.citizen_id = ",
            $who,
            " AND c.programme_id = $1 AND c.superseded_at IS NULL \
             AND (a.worker_id = $2 OR EXISTS (SELECT 1 FROM deputy d WHERE d.deputy_id = $2 AND d.programme_id = $1 \
             AND d.worker_id = a.worker_id AND d.superseded_at IS NULL AND d.from_day <= $3 AND d.to_day >= $3)))"
        )
    };
}

pub(crate) use works_with;

impl Reader {
    /// The enquiries received by a day, those nobody has answered first, the newest first; without those of citizens the reader is
    /// blocked from.
    ///
    /// # Errors
    ///
    /// A fault of the database, as for every function here.
    pub async fn listed_enquiries(
        &mut self,
        programme: ProgrammeId,
        (reader, day): (UserId, NaiveDate),
        which: Which,
        (rows, after): (i64, i64),
    ) -> Result<Vec<ListedEnquiry>> {
        all!(
            self,
            concat!(
                "SELECT e.id, e.received_on, e.channel, COALESCE(r.short_name, r.name), e.wants_course, e.has_background, e.is_willing, \
                 e.outcome, e.answered_on, COALESCE(t.short_name, t.name), \
                 (SELECT MIN(u.clarification_began_on) FROM course u WHERE u.programme_id = $1 \
                 AND u.citizen_id = e.citizen_id AND u.superseded_at IS NULL AND u.clarification_began_on >= e.received_on), ",
                worked_with!("e.citizen_id"),
                ", z.id, z.version, z.alias_sealed, z.name_sealed, k.epoch, k.wrapped FROM enquiry e \
                 LEFT JOIN citizen z ON z.id = e.citizen_id AND z.superseded_at IS NULL \
                 LEFT JOIN keystore.subject_key k ON k.subject_id = z.id \
                 LEFT JOIN partner r ON r.id = e.referrer_id AND r.superseded_at IS NULL \
                 LEFT JOIN partner t ON t.id = e.referred_to_id AND t.superseded_at IS NULL \
                 WHERE e.programme_id = $1 AND e.superseded_at IS NULL AND e.received_on <= $3 AND NOT ",
                blocked!("e.citizen_id"),
                " AND ",
                kept!(),
                " ORDER BY CASE WHEN ",
                unanswered!(),
                " THEN 0 ELSE 1 END, e.received_on DESC, e.id DESC LIMIT $5 OFFSET $6"
            ),
            programme.0,
            reader.0,
            day,
            which.code(),
            rows,
            after
        )
    }

    /// How many enquiries a list has.
    pub async fn count_enquiries(
        &mut self,
        programme: ProgrammeId,
        (reader, day): (UserId, NaiveDate),
        which: Which,
    ) -> Result<i64> {
        let (count,): (i64,) = one!(
            self,
            concat!(
                "SELECT COUNT(*) FROM enquiry e WHERE e.programme_id = $1 AND e.superseded_at IS NULL \
                 AND e.received_on <= $3 AND NOT ",
                blocked!("e.citizen_id"),
                " AND ",
                kept!()
            ),
            programme.0,
            reader.0,
            day,
            which.code()
        )?;
        Ok(count)
    }

    /// The last version of an enquiry, also of one that was taken out.
    pub async fn enquiry(&mut self, programme: ProgrammeId, enquiry: EnquiryId) -> Result<Option<KeptEnquiry>> {
        maybe!(
            self,
            "SELECT id, version, citizen_id, received_on, channel, referrer_id, wants_course, research_consent, \
             referred_to_id, note_sealed, outcome, answered_on, has_background, is_willing, words_sealed, recorded_by, \
             recorded_at, superseded_at FROM enquiry WHERE programme_id = $1 AND id = $2 ORDER BY version DESC LIMIT 1",
            programme.0,
            enquiry.0
        )
    }

    /// The course that an enquiry led to.
    pub async fn course_of_enquiry(&mut self, programme: ProgrammeId, enquiry: EnquiryId) -> Result<Option<CourseId>> {
        let found: Option<(Uuid,)> = maybe!(
            self,
            "SELECT c.id FROM enquiry e JOIN course c ON c.citizen_id = e.citizen_id AND c.programme_id = e.programme_id \
             AND c.superseded_at IS NULL WHERE e.programme_id = $1 AND e.id = $2 AND e.superseded_at IS NULL \
             AND c.enquiry_id = e.id",
            programme.0,
            enquiry.0
        )?;
        Ok(found.map(|(id,)| CourseId(id)))
    }

    /// Who somebody is, whatever programme the citizen is in.
    pub async fn enquirer(&mut self, organisation: OrganisationId, citizen: CitizenId) -> Result<Option<EnquirersRow>> {
        maybe!(
            self,
            "SELECT z.id, z.version, z.gender, z.birth_year, z.protected_address, z.safe_contact, z.alias_sealed, \
             z.name_sealed, z.cpr_sealed, z.phone_sealed, z.register_id_sealed, k.epoch, k.wrapped \
             FROM citizen z LEFT JOIN keystore.subject_key k ON k.subject_id = z.id \
             WHERE z.organisation_id = $1 AND z.id = $2 AND z.superseded_at IS NULL",
            organisation.0,
            citizen.0
        )
    }

    /// What the reader is to the citizen of an enquiry: whether anybody works, or worked, with the citizen, whether the reader does,
    /// and whether the reader is blocked.
    pub async fn enquirer_relation(
        &mut self,
        programme: ProgrammeId,
        (reader, day): (UserId, NaiveDate),
        citizen: CitizenId,
    ) -> Result<(bool, bool, bool)> {
        one!(self, concat!("SELECT ", worked_with!("$4"), ", ", blocked!("$4")), programme.0, reader.0, day, citizen.0)
    }

    /// Whom folded values find, at most a few for each; `hash` comes with its kind.
    pub async fn found_by(
        &mut self,
        (organisation, programme): (OrganisationId, ProgrammeId),
        (reader, day): (UserId, NaiveDate),
        (kind, hash): (&str, [u8; 16]),
    ) -> Result<Vec<FoundRow>> {
        all!(
            self,
            concat!(
                "SELECT i.kind, z.id, z.version, z.alias_sealed, z.name_sealed, k.epoch, k.wrapped, \
                 (EXISTS (SELECT 1 FROM course c WHERE c.citizen_id = z.id AND c.programme_id = $1 AND c.superseded_at IS NULL) \
                 OR EXISTS (SELECT 1 FROM enquiry e WHERE e.citizen_id = z.id AND e.programme_id = $1 \
                 AND e.superseded_at IS NULL)), ",
                worked_with!("z.id"),
                ", ",
                blocked!("z.id"),
                " \
                 FROM blind_index i JOIN citizen z ON z.id = i.subject_id AND z.superseded_at IS NULL \
                 LEFT JOIN keystore.subject_key k ON k.subject_id = z.id \
                 WHERE i.organisation_id = $4 AND i.kind = $5 AND i.hash = $6 LIMIT 5"
            ),
            programme.0,
            reader.0,
            day,
            organisation.0,
            kind,
            hash.to_vec()
        )
    }
}
