//! One citizen: who it is, and the sealed texts. What belongs to the courses is in `citizen/courses.rs`.

use domain::id::{CitizenId, ProgrammeId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, maybe, row};
use crate::merge::records;
use crate::packed::{columns, packed_row, unpack};
use crate::values;
use crate::work::Reader;

/// The citizen's courses (`$1` programme, `$2` citizen), found once for all that a statement asks about them.
macro_rules! own {
    () => {
        concat!(
            "WITH own AS MATERIALIZED (SELECT c.programme_id, c.id, c.clarification_began_on, c.clarification_ended_on, \
             c.clarification_end_sealed, c.closed_on, c.closing_reason FROM course c WHERE c.citizen_id IN ",
            crate::merge::records!(),
            // A comparison that no index serves leaves SQLite only the citizen's courses, not the whole programme's.
            " AND COALESCE(c.programme_id, c.id) = $1 AND c.superseded_at IS NULL) "
        )
    };
}

/// What belongs to the courses of [`own`]: the columns, the table, the rest.
macro_rules! of_own {
    ($columns:expr, $table:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM own c JOIN ",
            $table,
            " x ON x.programme_id = c.programme_id AND x.course_id = c.id WHERE x.superseded_at IS NULL ",
            $rest
        )
    };
}

/// A question about what belongs to the citizen's courses (`$1` programme, `$2` citizen): the columns, the table, the rest.
macro_rules! of_courses {
    ($columns:expr, $table:literal, $rest:literal) => {
        concat!(crate::citizen::own!(), crate::citizen::of_own!($columns, $table, $rest))
    };
}

pub(crate) use {of_courses, of_own, own};

/// The columns of [`CitizenRow`].
macro_rules! the_citizen {
    () => {
        columns!(
            "hex(z.id)",
            "z.version",
            "hex(z.organisation_id)",
            "CASE WHEN z.protected_address THEN '1' ELSE '' END",
            "z.safe_contact",
            "COALESCE(hex(z.alias_sealed), '')",
            "COALESCE(hex(z.name_sealed), '')",
            "COALESCE(hex(z.register_id_sealed), '')",
            "COALESCE(k.epoch || '', '')",
            "COALESCE(hex(k.wrapped), '')"
        )
    };
}

/// Where they come from: the citizen `$2`, where one of the programme `$1`.
macro_rules! of_the_programme {
    () => {
        concat!(
            " FROM citizen z LEFT JOIN keystore.subject_key k ON k.subject_id = z.id \
             WHERE z.id = $2 AND z.superseded_at IS NULL AND ( \
             EXISTS (SELECT 1 FROM course c WHERE c.citizen_id IN ",
            crate::merge::records!(),
            " AND COALESCE(c.programme_id, c.id) = $1 AND c.superseded_at IS NULL) \
             OR EXISTS (SELECT 1 FROM enquiry e WHERE e.citizen_id IN ",
            crate::merge::records!(),
            " AND COALESCE(e.programme_id, e.id) = $1 AND e.superseded_at IS NULL))"
        )
    };
}

mod courses;
mod page;

pub use courses::{
    CitizensContact, CitizensCourse, CitizensEnquiry, CitizensGoal, CitizensMark, CitizensReading, CitizensReferral,
    CitizensReply, CitizensStep, CitizensWorker,
};
pub use page::{CitizensAll, CitizensCase};

packed_row! {
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

impl Reader {
    /// The citizen, where one of the programme: with a course or an enquiry in it, of this record or one merged into it.
    ///
    /// # Errors
    ///
    /// A fault of the database, as for every function here.
    pub async fn citizen(&mut self, programme: ProgrammeId, citizen: CitizenId) -> Result<Option<CitizenRow>> {
        let packed: Option<(String,)> =
            maybe!(self, concat!("SELECT ", the_citizen!(), of_the_programme!()), programme.0, citizen.0)?;
        Ok(unpack(packed.as_ref().map(|(text,)| text.as_str()))?.pop())
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
                concat!(
                    "SELECT version, note_sealed FROM enquiry \
                     WHERE programme_id = $1 AND id = $3 AND superseded_at IS NULL AND citizen_id IN ",
                    records!()
                ),
                programme,
                citizen,
                row
            ),
            SealedColumn::ClarificationEnd => maybe!(
                self,
                concat!(
                    "SELECT version, clarification_end_sealed FROM course \
                     WHERE programme_id = $1 AND id = $3 AND superseded_at IS NULL AND citizen_id IN ",
                    records!()
                ),
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
