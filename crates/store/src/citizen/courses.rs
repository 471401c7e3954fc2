//! Everything of a citizen's courses in one programme. Each kind's statement is a macro, because `page.rs` asks for all of them at
//! once; its rows come packed (`packed.rs`).

use chrono::NaiveDate;
use domain::id::{CitizenId, ProgrammeId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::one;
use crate::packed::{packed_row, rows, unpack};
use crate::work::Reader;

packed_row! {
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

packed_row! {
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

packed_row! {
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

packed_row! {
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

packed_row! {
    /// A goal, in its present state.
    pub struct CitizensGoal {
        /// The course.
        pub course: Uuid,
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

packed_row! {
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

packed_row! {
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

packed_row! {
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

packed_row! {
    /// One version of a referral, with the partner's neutral short name.
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
        /// Its id.
        pub id: Uuid,
        /// The day from which the version holds; none: it is all that is known.
        pub from_day: Option<NaiveDate>,
    }
}

packed_row! {
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

// `$1` is the programme, `$2` the citizen, `$3` the day.

macro_rules! courses {
    () => {
        concat!(
            "SELECT ",
            rows!(
                ["c.clarification_began_on, c.id"]
                "hex(c.id)",
                "c.clarification_began_on",
                "COALESCE(c.clarification_ended_on || '', '')",
                "CASE WHEN c.clarification_end_sealed IS NULL THEN '' ELSE '1' END",
                "COALESCE(c.closed_on || '', '')",
                "COALESCE(c.closing_reason, '')"
            ),
            " FROM own c"
        )
    };
}

macro_rules! workers {
    () => {
        of_own!(
            rows!(
                ["x.from_day, x.id"] "hex(x.worker_id)", "hex(x.course_id)", "x.from_day", "COALESCE(x.to_day || '', '')"
            ),
            "assignment",
            ""
        )
    };
}

macro_rules! readings {
    () => {
        of_own!(
            rows!(
                ["x.made_on, x.id"]
                "hex(x.course_id)",
                "hex(x.id)",
                "x.instrument",
                "x.instrument_version",
                "x.made_on",
                "COALESCE(x.filled_by, '')",
                "x.answers",
                "COALESCE(x.worker_answers, '')",
                "CASE WHEN x.notes_sealed IS NULL THEN '' ELSE '1' END",
                "x.recorded_by"
            ),
            "reading",
            "AND x.withdrawn = FALSE"
        )
    };
}

macro_rules! contacts {
    () => {
        of_own!(
            rows!(
                ["x.happened_on, x.id"]
                "hex(x.id)",
                "x.happened_on",
                "COALESCE(x.kind, '')",
                "COALESCE(x.place, '')",
                "COALESCE(x.with_whom, '')",
                "COALESCE(x.minutes || '', '')",
                "CASE WHEN x.text_sealed IS NULL THEN '' ELSE '1' END",
                "x.recorded_by"
            ),
            "contact",
            ""
        )
    };
}

macro_rules! goals {
    () => {
        of_own!(
            rows!(
                ["x.created_on, x.id"]
                "hex(x.course_id)",
                "hex(x.id)",
                "x.version",
                "x.created_on",
                "COALESCE(x.area, '')",
                "x.state",
                "x.state_on",
                "COALESCE(hex(x.text_sealed), '')"
            ),
            "goal",
            ""
        )
    };
}

macro_rules! steps {
    () => {
        of_own!(
            rows!(
                []
                "hex(x.id)",
                "x.version",
                "COALESCE(x.due_on || '', '')",
                "COALESCE(x.doer, '')",
                "COALESCE(hex(x.text_sealed), '')"
            ),
            "step",
            "AND x.created_on <= $3 AND (x.done_on IS NULL OR x.done_on > $3)"
        )
    };
}

macro_rules! marks {
    () => {
        of_own!(
            rows!(
                ["x.marked_on, x.id"]
                "hex(x.course_id)",
                "hex(x.id)",
                "x.kind",
                "x.marked_on",
                "COALESCE(x.phase || '', '')",
                "COALESCE(x.area, '')",
                "CASE WHEN x.note_sealed IS NULL THEN '' ELSE '1' END"
            ),
            "mark",
            ""
        )
    };
}

macro_rules! replies {
    () => {
        of_own!(rows!([] "hex(x.course_id)", "x.due_on", "x.replied_on", "x.reply"), "reply", "")
    };
}

macro_rules! referrals {
    () => {
        concat!(
            "SELECT ",
            rows!(
                ["x.sent_on, x.id, x.version"]
                "x.sent_on",
                "(SELECT COALESCE(p.short_name, p.name) FROM partner p WHERE p.id = x.partner_id \
                 AND p.organisation_id = (SELECT g.organisation_id FROM programme g WHERE g.id = $1 AND g.superseded_at IS NULL) \
                 AND p.superseded_at IS NULL)",
                "COALESCE(x.area, '')",
                "x.state",
                "COALESCE(x.state_on || '', '')",
                "hex(x.id)",
                "COALESCE(x.from_day || '', '')"
            ),
            " FROM own c JOIN referral x ON x.programme_id = c.programme_id AND x.course_id = c.id \
             JOIN referral y ON y.programme_id = x.programme_id AND y.course_id = x.course_id AND y.id = x.id \
             AND y.superseded_at IS NULL"
        )
    };
}

macro_rules! enquiries {
    () => {
        concat!(
            "SELECT ",
            rows!(
                ["e.received_on, e.id"]
                "hex(e.id)",
                "e.received_on",
                "COALESCE(e.channel, '')",
                "COALESCE((SELECT COALESCE(p.short_name, p.name) FROM partner p WHERE p.id = e.referrer_id \
                 AND p.organisation_id = (SELECT g.organisation_id FROM programme g WHERE g.id = $1 AND g.superseded_at IS NULL) \
                 AND p.superseded_at IS NULL), '')",
                "CASE WHEN e.note_sealed IS NULL THEN '' ELSE '1' END"
            ),
            " FROM enquiry e WHERE e.citizen_id IN ",
            crate::merge::records!(),
            " AND COALESCE(e.programme_id, e.id) = $1 AND e.superseded_at IS NULL"
        )
    };
}

pub(super) use {contacts, courses, enquiries, goals, marks, readings, referrals, replies, steps, workers};

impl Reader {
    /// The citizen's courses in the programme, the first begun first.
    pub async fn citizens_courses(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
    ) -> Result<Vec<CitizensCourse>> {
        let (packed,): (Option<String>,) = one!(self, concat!(own!(), courses!()), programme.0, citizen.0)?;
        unpack(packed.as_deref())
    }

    /// Who works with the citizen's courses, in order.
    pub async fn citizens_workers(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
    ) -> Result<Vec<CitizensWorker>> {
        let (packed,): (Option<String>,) = one!(self, concat!(own!(), workers!()), programme.0, citizen.0)?;
        unpack(packed.as_deref())
    }

    /// The readings that are not withdrawn, in order.
    pub async fn citizens_readings(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
    ) -> Result<Vec<CitizensReading>> {
        let (packed,): (Option<String>,) = one!(self, concat!(own!(), readings!()), programme.0, citizen.0)?;
        unpack(packed.as_deref())
    }

    /// The contacts, without their words.
    pub async fn citizens_contacts(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
    ) -> Result<Vec<CitizensContact>> {
        let (packed,): (Option<String>,) = one!(self, concat!(own!(), contacts!()), programme.0, citizen.0)?;
        unpack(packed.as_deref())
    }

    /// The goals in their present state, in order.
    pub async fn citizens_goals(&mut self, programme: ProgrammeId, citizen: CitizenId) -> Result<Vec<CitizensGoal>> {
        let (packed,): (Option<String>,) = one!(self, concat!(own!(), goals!()), programme.0, citizen.0)?;
        unpack(packed.as_deref())
    }

    /// The next steps that are not done by a day.
    pub async fn citizens_steps(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
        day: NaiveDate,
    ) -> Result<Vec<CitizensStep>> {
        let (packed,): (Option<String>,) = one!(self, concat!(own!(), steps!()), programme.0, citizen.0, day)?;
        unpack(packed.as_deref())
    }

    /// The dated marks, in order.
    pub async fn citizens_marks(&mut self, programme: ProgrammeId, citizen: CitizenId) -> Result<Vec<CitizensMark>> {
        let (packed,): (Option<String>,) = one!(self, concat!(own!(), marks!()), programme.0, citizen.0)?;
        unpack(packed.as_deref())
    }

    /// The answers to follow-ups that are no readings.
    pub async fn citizens_replies(&mut self, programme: ProgrammeId, citizen: CitizenId) -> Result<Vec<CitizensReply>> {
        let (packed,): (Option<String>,) = one!(self, concat!(own!(), replies!()), programme.0, citizen.0)?;
        unpack(packed.as_deref())
    }

    /// The referrals: every version of those that stand, in the order of recording.
    pub async fn citizens_referrals(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
    ) -> Result<Vec<CitizensReferral>> {
        let (packed,): (Option<String>,) = one!(self, concat!(own!(), referrals!()), programme.0, citizen.0)?;
        unpack(packed.as_deref())
    }

    /// The enquiries.
    pub async fn citizens_enquiries(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
    ) -> Result<Vec<CitizensEnquiry>> {
        let (packed,): (Option<String>,) = one!(self, enquiries!(), programme.0, citizen.0)?;
        unpack(packed.as_deref())
    }
}
