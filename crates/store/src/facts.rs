//! The facts of a whole programme, as the figures take them.
//!
//! Courses, enquiries, readings, contacts and goals are tens of thousands of rows and come column by column: `facts/columns.rs`, `facts/work.rs`.

mod columns;
mod lines;
mod work;

use chrono::NaiveDate;
use domain::id::{OrganisationId, ProgrammeId};
use uuid::Uuid;

pub use self::columns::{CourseRow, Courses, Enquiries, EnquiryRow, ReadingRow, Readings, day};
pub use self::lines::Lines;
pub use self::work::{ContactRow, Contacts, GoalRow, Goals};
use crate::error::Result;
use crate::line::{all, one, row};
use crate::packed::{packed_row, rows, unpack};
use crate::work::Reader;

row! {
    /// What a course is called in the team's register.
    pub struct CourseName {
        /// Its id.
        pub id: Uuid,
        /// The register's id.
        pub register_id: Option<String>,
    }
}

packed_row! {
    /// An answer to a follow-up that is no reading.
    pub struct ReplyRow {
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

packed_row! {
    /// A dated mark.
    pub struct MarkRow {
        /// The course.
        pub course: Uuid,
        /// Its code.
        pub kind: String,
        /// Its day.
        pub marked_on: NaiveDate,
        /// The phase.
        pub phase: Option<i64>,
        /// The area's key.
        pub area: Option<String>,
    }
}

packed_row! {
    /// Who works with a course.
    pub struct AssignmentRow {
        /// The course.
        pub course: Uuid,
        /// The worker.
        pub worker: Uuid,
        /// The first day.
        pub from_day: NaiveDate,
        /// The last day.
        pub to_day: Option<NaiveDate>,
    }
}

row! {
    /// A state that a goal or a referral had before the present version.
    pub struct EarlierState {
        /// The goal's or the referral's id.
        pub id: Uuid,
        /// The code of the state.
        pub state: String,
        /// Since when.
        pub state_on: Option<NaiveDate>,
        /// The day from which the version holds; none: from the beginning.
        pub from_day: Option<NaiveDate>,
    }
}

row! {
    /// A referral.
    pub struct ReferralRow {
        /// The day it was sent.
        pub sent_on: NaiveDate,
        /// The partner's name.
        pub partner: String,
        /// The goal area's key.
        pub area: Option<String>,
        /// The code of its state.
        pub state: String,
        /// Since when.
        pub state_on: Option<NaiveDate>,
        /// Its id.
        pub id: Uuid,
        /// The day from which the version holds; none: it is all that is known.
        pub from_day: Option<NaiveDate>,
        /// The course that it was sent from.
        pub course: Uuid,
    }
}

row! {
    /// Two records of one person.
    pub struct MergeRow {
        /// The record that is not used any more.
        pub from: Uuid,
        /// The record that stands for the person.
        pub into: Uuid,
    }
}

packed_row!(of MergeRow { from, into });

row! {
    /// A row of a register and what it became.
    pub struct ImportedRow {
        /// The list.
        pub sheet: String,
        /// The keyed hash of its id in the register.
        pub key: Vec<u8>,
        /// The row it became.
        pub row: Uuid,
        /// The course that row belongs to.
        pub course: Option<Uuid>,
        /// The keyed hash of its content.
        pub content: Vec<u8>,
    }
}

impl Reader {
    /// The rows of registers imported into a programme.
    ///
    /// # Errors
    ///
    /// A fault of the database, as for every function here.
    pub async fn imported(&mut self, programme: ProgrammeId) -> Result<Vec<ImportedRow>> {
        all!(
            self,
            "SELECT sheet, key_hash, row_id, course_id, content_hash FROM register_row WHERE programme_id = $1",
            programme.0
        )
    }

    /// What the courses of a programme are called in the team's register.
    pub async fn course_names(&mut self, programme: ProgrammeId) -> Result<Vec<CourseName>> {
        all!(self, "SELECT id, register_id FROM course WHERE programme_id = $1 AND superseded_at IS NULL", programme.0)
    }

    /// The answers to follow-ups that are no readings.
    pub async fn replies(&mut self, programme: ProgrammeId) -> Result<Vec<ReplyRow>> {
        let (packed,): (Option<String>,) = one!(
            self,
            concat!(
                "SELECT ",
                rows!([] "hex(course_id)", "CAST(due_on AS TEXT)", "CAST(replied_on AS TEXT)", "reply"),
                " FROM reply WHERE programme_id = $1 AND superseded_at IS NULL"
            ),
            programme.0
        )?;
        unpack(packed.as_deref())
    }

    /// The dated marks.
    pub async fn marks(&mut self, programme: ProgrammeId) -> Result<Vec<MarkRow>> {
        let (packed,): (Option<String>,) = one!(
            self,
            concat!(
                "SELECT ",
                rows!(
                    [] "hex(course_id)", "kind", "CAST(marked_on AS TEXT)", "COALESCE(CAST(phase AS TEXT), '')",
                    "COALESCE(area, '')"
                ),
                " FROM mark WHERE programme_id = $1 AND superseded_at IS NULL"
            ),
            programme.0
        )?;
        unpack(packed.as_deref())
    }

    /// Who works with which course.
    pub async fn assignments(&mut self, programme: ProgrammeId) -> Result<Vec<AssignmentRow>> {
        let (packed,): (Option<String>,) = one!(
            self,
            concat!(
                "SELECT ",
                rows!(
                    [] "hex(course_id)", "hex(worker_id)", "CAST(from_day AS TEXT)", "COALESCE(CAST(to_day AS TEXT), '')"
                ),
                " FROM assignment WHERE programme_id = $1 AND superseded_at IS NULL"
            ),
            programme.0
        )?;
        unpack(packed.as_deref())
    }

    /// The earlier versions of the goals that still stand, in the order in which they were recorded.
    pub async fn earlier_goals(&mut self, programme: ProgrammeId) -> Result<Vec<EarlierState>> {
        all!(
            self,
            "SELECT e.id, e.state, e.state_on, e.from_day FROM goal e \
             JOIN goal g ON g.programme_id = e.programme_id AND g.course_id = e.course_id AND g.id = e.id \
             AND g.superseded_at IS NULL \
             WHERE e.programme_id = $1 AND e.superseded_at IS NOT NULL ORDER BY e.id, e.version",
            programme.0
        )
    }

    /// The earlier versions of the referrals that still stand, in the order in which they were recorded.
    pub async fn earlier_referrals(&mut self, programme: ProgrammeId) -> Result<Vec<EarlierState>> {
        all!(
            self,
            "SELECT e.id, e.state, e.state_on, e.from_day FROM referral e \
             JOIN referral r ON r.programme_id = e.programme_id AND r.course_id = e.course_id AND r.id = e.id \
             AND r.superseded_at IS NULL \
             WHERE e.programme_id = $1 AND e.superseded_at IS NOT NULL ORDER BY e.id, e.version",
            programme.0
        )
    }

    /// The referrals, with the partner's name.
    pub async fn referrals(&mut self, programme: ProgrammeId) -> Result<Vec<ReferralRow>> {
        all!(
            self,
            "SELECT r.sent_on, p.name, r.area, r.state, r.state_on, r.id, r.from_day, r.course_id \
             FROM referral r \
             JOIN programme g ON g.id = r.programme_id AND g.superseded_at IS NULL \
             JOIN partner p ON p.organisation_id = g.organisation_id AND p.id = r.partner_id AND p.superseded_at IS NULL \
             WHERE r.programme_id = $1 AND r.superseded_at IS NULL",
            programme.0
        )
    }

    /// The merges of an organisation that stand.
    pub async fn merges(&mut self, organisation: OrganisationId) -> Result<Vec<MergeRow>> {
        all!(
            self,
            "SELECT from_citizen, into_citizen FROM citizen_merge \
             WHERE organisation_id = $1 AND superseded_at IS NULL AND undone_at IS NULL",
            organisation.0
        )
    }
}
