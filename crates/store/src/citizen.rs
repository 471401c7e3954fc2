//! One citizen and everything of the courses in one programme.

use chrono::NaiveDate;
use domain::id::{CitizenId, ProgrammeId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, maybe, row};
use crate::values;
use crate::work::Reader;

row! {
    /// A citizen, with the key that opens the sealed columns.
    pub struct CitizenRow {
        /// Its id.
        pub id: Uuid,
        /// The version of the row.
        pub version: i64,
        /// The organisation.
        pub organisation: Uuid,
        /// Whether the address is protected.
        pub protected_address: bool,
        /// Codes of the rules for safe contact, with commas between.
        pub safe_contact: String,
        /// The alias, sealed.
        pub alias: Option<Vec<u8>>,
        /// The name, sealed.
        pub name: Option<Vec<u8>>,
        /// The register's id, sealed.
        pub register_id: Option<Vec<u8>>,
        /// The epoch of the key; none where it is shredded.
        pub epoch: Option<i64>,
        /// The wrapped key.
        pub wrapped: Option<Vec<u8>>,
    }
}

row! {
    /// What a citizen is called in the team's register, with what opens it.
    pub struct RegisterName {
        /// The citizen.
        pub id: Uuid,
        /// The version of the row.
        pub version: i64,
        /// The register's id, sealed.
        pub register_id: Option<Vec<u8>>,
        /// The epoch of the key; none where it is shredded.
        pub epoch: Option<i64>,
        /// The wrapped key.
        pub wrapped: Option<Vec<u8>>,
    }
}

row! {
    /// What a citizen is called in a list, with what opens it.
    pub struct CalledRow {
        /// The citizen.
        pub id: Uuid,
        /// The version of the row.
        pub version: i64,
        /// The alias, sealed.
        pub alias: Option<Vec<u8>>,
        /// The name, sealed.
        pub name: Option<Vec<u8>>,
        /// The epoch of the key; none where it is shredded.
        pub epoch: Option<i64>,
        /// The wrapped key.
        pub wrapped: Option<Vec<u8>>,
    }
}

row! {
    /// A course of the citizen.
    pub struct CitizensCourse {
        /// Its id.
        pub id: Uuid,
        /// First day of clarification.
        pub clarification_began_on: NaiveDate,
        /// The day it ended without an enrolment.
        pub clarification_ended_on: Option<NaiveDate>,
        /// Whether there are words about why.
        pub has_clarification_end: bool,
        /// The day it was closed.
        pub closed_on: Option<NaiveDate>,
        /// The code of the reason.
        pub closing_reason: Option<String>,
    }
}

row! {
    /// Who works with a course, with the name sealed under the worker's key.
    pub struct CitizensWorker {
        /// The worker.
        pub worker: Uuid,
        /// The course.
        pub course: Uuid,
        /// The first day.
        pub from_day: NaiveDate,
        /// The last day.
        pub to_day: Option<NaiveDate>,
    }
}

row! {
    /// A reading.
    pub struct CitizensReading {
        /// The course.
        pub course: Uuid,
        /// Its id.
        pub id: Uuid,
        /// The instrument's key.
        pub instrument: String,
        /// The instrument's version.
        pub instrument_version: String,
        /// The day.
        pub made_on: NaiveDate,
        /// Who filled it in: a code.
        pub filled_by: Option<String>,
        /// The answers, packed.
        pub answers: String,
        /// The worker's answers, packed.
        pub worker_answers: Option<String>,
        /// Whether there are words beside the answers.
        pub has_notes: bool,
        /// Who recorded it.
        pub recorded_by: String,
    }
}

row! {
    /// A contact, without its words.
    pub struct CitizensContact {
        /// Its id.
        pub id: Uuid,
        /// The day.
        pub happened_on: NaiveDate,
        /// Its code.
        pub kind: Option<String>,
        /// The place's code.
        pub place: Option<String>,
        /// The code of whom it was with.
        pub with_whom: Option<String>,
        /// Minutes.
        pub minutes: Option<i64>,
        /// Whether there are words.
        pub has_text: bool,
        /// Who recorded it.
        pub recorded_by: String,
    }
}

row! {
    /// A goal, in its present state.
    pub struct CitizensGoal {
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// The day it was made.
        pub created_on: NaiveDate,
        /// The goal area's key.
        pub area: Option<String>,
        /// The code of its state.
        pub state: String,
        /// Since when.
        pub state_on: NaiveDate,
        /// The goal, sealed.
        pub text: Option<Vec<u8>>,
    }
}

row! {
    /// A next step that is not done.
    pub struct CitizensStep {
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// The day it is agreed for.
        pub due_on: Option<NaiveDate>,
        /// Who does it: a code.
        pub doer: Option<String>,
        /// The step, sealed.
        pub text: Option<Vec<u8>>,
    }
}

row! {
    /// A dated mark.
    pub struct CitizensMark {
        /// The course.
        pub course: Uuid,
        /// Its id.
        pub id: Uuid,
        /// Its code.
        pub kind: String,
        /// Its day.
        pub marked_on: NaiveDate,
        /// The phase.
        pub phase: Option<i64>,
        /// The area's key.
        pub area: Option<String>,
        /// Whether there is a note.
        pub has_note: bool,
    }
}

row! {
    /// An answer to a follow-up that is no reading.
    pub struct CitizensReply {
        /// The course.
        pub course: Uuid,
        /// The due day it answers.
        pub due_on: NaiveDate,
        /// The day it was given.
        pub replied_on: NaiveDate,
        /// Its code.
        pub reply: String,
    }
}

row! {
    /// A referral, with the partner's neutral short name.
    pub struct CitizensReferral {
        /// The day it was sent.
        pub sent_on: NaiveDate,
        /// The partner's short name.
        pub partner: String,
        /// The goal area's key.
        pub area: Option<String>,
        /// The code of its state.
        pub state: String,
        /// Since when.
        pub state_on: Option<NaiveDate>,
    }
}

row! {
    /// An enquiry, with the referrer's neutral short name.
    pub struct CitizensEnquiry {
        /// Its id.
        pub id: Uuid,
        /// The day.
        pub received_on: NaiveDate,
        /// The channel's code.
        pub channel: Option<String>,
        /// The referrer's short name.
        pub referrer: Option<String>,
        /// Whether there is a note.
        pub has_note: bool,
    }
}

row! {
    /// A sealed text with what opens it beside the key.
    pub struct SealedText {
        /// The version of its row.
        pub version: i64,
        /// The text, sealed.
        pub sealed: Option<Vec<u8>>,
    }
}

/// A column of sealed texts that can be opened on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealedColumn {
    /// `enquiry.note`.
    EnquiryNote,
    /// `course.clarification_end`.
    ClarificationEnd,
    /// `contact.text`.
    ContactText,
    /// `reading.notes`.
    ReadingNotes,
    /// `goal.text`.
    GoalText,
    /// `mark.note`.
    MarkNote,
}

impl SealedColumn {
    /// Table and column, as the seal's place has them.
    pub const fn place(self) -> (&'static str, &'static str) {
        match self {
            Self::EnquiryNote => ("enquiry", "note"),
            Self::ClarificationEnd => ("course", "clarification_end"),
            Self::ContactText => ("contact", "text"),
            Self::ReadingNotes => ("reading", "notes"),
            Self::GoalText => ("goal", "text"),
            Self::MarkNote => ("mark", "note"),
        }
    }
}

/// A question about what belongs to the citizen's courses (`$1` programme, `$2` citizen): the columns, the table, the rest.
macro_rules! of_courses {
    ($columns:literal, $table:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM course c JOIN ",
            $table,
            " x ON x.programme_id = c.programme_id AND x.course_id = c.id AND x.superseded_at IS NULL ",
            "WHERE c.citizen_id = $2 AND c.programme_id = $1 AND c.superseded_at IS NULL ",
            $rest
        )
    };
}

impl Reader {
    /// The citizen, where one of the programme: with a course or an enquiry in it.
    ///
    /// # Errors
    ///
    /// A fault of the database, as for every function here.
    pub async fn citizen(&mut self, programme: ProgrammeId, citizen: CitizenId) -> Result<Option<CitizenRow>> {
        maybe!(
            self,
            "SELECT z.id, z.version, z.organisation_id, z.protected_address, z.safe_contact, z.alias_sealed, z.name_sealed, \
             z.register_id_sealed, k.epoch, k.wrapped \
             FROM citizen z LEFT JOIN keystore.subject_key k ON k.subject_id = z.id \
             WHERE z.id = $2 AND z.superseded_at IS NULL AND ( \
             EXISTS (SELECT 1 FROM course c WHERE c.citizen_id = z.id AND c.programme_id = $1 AND c.superseded_at IS NULL) \
             OR EXISTS (SELECT 1 FROM enquiry e WHERE e.citizen_id = z.id AND e.programme_id = $1 AND e.superseded_at IS NULL))",
            programme.0,
            citizen.0
        )
    }

    /// What citizens are called.
    pub async fn citizens_called(&mut self, citizens: &[CitizenId]) -> Result<Vec<CalledRow>> {
        let ids = citizens.iter().map(|citizen| citizen.0);
        values::select_in(
            &mut self.line,
            "SELECT z.id, z.version, z.alias_sealed, z.name_sealed, k.epoch, k.wrapped \
             FROM citizen z LEFT JOIN keystore.subject_key k ON k.subject_id = z.id \
             WHERE z.superseded_at IS NULL AND z.id IN ",
            128,
            ids,
        )
        .await
    }

    /// Every citizen with a course in the programme.
    pub async fn citizens_with_course(&mut self, programme: ProgrammeId) -> Result<Vec<RegisterName>> {
        all!(
            self,
            "SELECT z.id, z.version, z.register_id_sealed, k.epoch, k.wrapped \
             FROM citizen z LEFT JOIN keystore.subject_key k ON k.subject_id = z.id \
             WHERE z.superseded_at IS NULL AND z.id IN \
             (SELECT c.citizen_id FROM course c WHERE c.programme_id = $1 AND c.superseded_at IS NULL)",
            programme.0
        )
    }

    /// The citizen's courses in the programme, the first begun first.
    pub async fn citizens_courses(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
    ) -> Result<Vec<CitizensCourse>> {
        all!(
            self,
            "SELECT id, clarification_began_on, clarification_ended_on, clarification_end_sealed IS NOT NULL, closed_on, \
             closing_reason FROM course \
             WHERE citizen_id = $2 AND programme_id = $1 AND superseded_at IS NULL ORDER BY clarification_began_on, id",
            programme.0,
            citizen.0
        )
    }

    /// Who works with the citizen's courses, in order.
    pub async fn citizens_workers(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
    ) -> Result<Vec<CitizensWorker>> {
        all!(
            self,
            of_courses!("x.worker_id, x.course_id, x.from_day, x.to_day", "assignment", "ORDER BY x.from_day, x.id"),
            programme.0,
            citizen.0
        )
    }

    /// The readings that are not withdrawn, in order.
    pub async fn citizens_readings(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
    ) -> Result<Vec<CitizensReading>> {
        all!(
            self,
            of_courses!(
                "x.course_id, x.id, x.instrument, x.instrument_version, x.made_on, x.filled_by, x.answers, x.worker_answers, \
                 x.notes_sealed IS NOT NULL, x.recorded_by",
                "reading",
                "AND x.withdrawn = FALSE ORDER BY x.made_on, x.id"
            ),
            programme.0,
            citizen.0
        )
    }

    /// The contacts, without their words.
    pub async fn citizens_contacts(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
    ) -> Result<Vec<CitizensContact>> {
        all!(
            self,
            of_courses!(
                "x.id, x.happened_on, x.kind, x.place, x.with_whom, x.minutes, x.text_sealed IS NOT NULL, x.recorded_by",
                "contact",
                ""
            ),
            programme.0,
            citizen.0
        )
    }

    /// The goals in their present state, in order.
    pub async fn citizens_goals(&mut self, programme: ProgrammeId, citizen: CitizenId) -> Result<Vec<CitizensGoal>> {
        all!(
            self,
            of_courses!(
                "x.id, x.version, x.created_on, x.area, x.state, x.state_on, x.text_sealed",
                "goal",
                "ORDER BY x.created_on, x.id"
            ),
            programme.0,
            citizen.0
        )
    }

    /// The next steps that are not done by a day.
    pub async fn citizens_steps(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
        day: NaiveDate,
    ) -> Result<Vec<CitizensStep>> {
        all!(
            self,
            of_courses!(
                "x.id, x.version, x.due_on, x.doer, x.text_sealed",
                "step",
                "AND x.created_on <= $3 AND (x.done_on IS NULL OR x.done_on > $3)"
            ),
            programme.0,
            citizen.0,
            day
        )
    }

    /// The dated marks, in order.
    pub async fn citizens_marks(&mut self, programme: ProgrammeId, citizen: CitizenId) -> Result<Vec<CitizensMark>> {
        all!(
            self,
            of_courses!(
                "x.course_id, x.id, x.kind, x.marked_on, x.phase, x.area, x.note_sealed IS NOT NULL",
                "mark",
                "ORDER BY x.marked_on, x.id"
            ),
            programme.0,
            citizen.0
        )
    }

    /// The answers to follow-ups that are no readings.
    pub async fn citizens_replies(&mut self, programme: ProgrammeId, citizen: CitizenId) -> Result<Vec<CitizensReply>> {
        all!(self, of_courses!("x.course_id, x.due_on, x.replied_on, x.reply", "reply", ""), programme.0, citizen.0)
    }

    /// The referrals.
    pub async fn citizens_referrals(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
    ) -> Result<Vec<CitizensReferral>> {
        all!(
            self,
            of_courses!(
                "x.sent_on, (SELECT COALESCE(p.short_name, p.name) FROM partner p WHERE p.id = x.partner_id \
                 AND p.organisation_id = (SELECT g.organisation_id FROM programme g WHERE g.id = $1 AND g.superseded_at IS NULL) \
                 AND p.superseded_at IS NULL), x.area, x.state, x.state_on",
                "referral",
                "ORDER BY x.sent_on, x.id"
            ),
            programme.0,
            citizen.0
        )
    }

    /// The enquiries.
    pub async fn citizens_enquiries(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
    ) -> Result<Vec<CitizensEnquiry>> {
        all!(
            self,
            "SELECT e.id, e.received_on, e.channel, \
             (SELECT COALESCE(p.short_name, p.name) FROM partner p WHERE p.id = e.referrer_id \
             AND p.organisation_id = (SELECT g.organisation_id FROM programme g WHERE g.id = $1 AND g.superseded_at IS NULL) \
             AND p.superseded_at IS NULL), e.note_sealed IS NOT NULL \
             FROM enquiry e WHERE e.citizen_id = $2 AND e.programme_id = $1 AND e.superseded_at IS NULL \
             ORDER BY e.received_on, e.id",
            programme.0,
            citizen.0
        )
    }

    /// One sealed text of the citizen in the programme.
    pub async fn sealed_text(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
        column: SealedColumn,
        row: Uuid,
    ) -> Result<Option<SealedText>> {
        let (programme, citizen) = (programme.0, citizen.0);
        match column {
            SealedColumn::EnquiryNote => maybe!(
                self,
                "SELECT version, note_sealed FROM enquiry \
                 WHERE programme_id = $1 AND citizen_id = $2 AND id = $3 AND superseded_at IS NULL",
                programme,
                citizen,
                row
            ),
            SealedColumn::ClarificationEnd => maybe!(
                self,
                "SELECT version, clarification_end_sealed FROM course \
                 WHERE programme_id = $1 AND citizen_id = $2 AND id = $3 AND superseded_at IS NULL",
                programme,
                citizen,
                row
            ),
            SealedColumn::ContactText => {
                maybe!(
                    self,
                    of_courses!("x.version, x.text_sealed", "contact", "AND x.id = $3"),
                    programme,
                    citizen,
                    row
                )
            }
            SealedColumn::ReadingNotes => {
                maybe!(
                    self,
                    of_courses!("x.version, x.notes_sealed", "reading", "AND x.id = $3"),
                    programme,
                    citizen,
                    row
                )
            }
            SealedColumn::GoalText => {
                maybe!(self, of_courses!("x.version, x.text_sealed", "goal", "AND x.id = $3"), programme, citizen, row)
            }
            SealedColumn::MarkNote => {
                maybe!(self, of_courses!("x.version, x.note_sealed", "mark", "AND x.id = $3"), programme, citizen, row)
            }
        }
    }
}
