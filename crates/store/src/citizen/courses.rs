//! Everything of a citizen's courses in one programme.

use chrono::NaiveDate;
use domain::id::{CitizenId, ProgrammeId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, row};
use crate::merge::records;
use crate::work::Reader;

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

impl Reader {
    /// The citizen's courses in the programme, the first begun first.
    pub async fn citizens_courses(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
    ) -> Result<Vec<CitizensCourse>> {
        all!(
            self,
            concat!(
                "SELECT id, clarification_began_on, clarification_ended_on, clarification_end_sealed IS NOT NULL, closed_on, \
                 closing_reason FROM course WHERE citizen_id IN ",
                records!(),
                " AND COALESCE(programme_id, id) = $1 AND superseded_at IS NULL ORDER BY clarification_began_on, id"
            ),
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

    /// The referrals: every version of those that stand, in the order of recording.
    pub async fn citizens_referrals(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
    ) -> Result<Vec<CitizensReferral>> {
        all!(
            self,
            concat!(
                "SELECT x.sent_on, (SELECT COALESCE(p.short_name, p.name) FROM partner p WHERE p.id = x.partner_id \
             AND p.organisation_id = (SELECT g.organisation_id FROM programme g WHERE g.id = $1 AND g.superseded_at IS NULL) \
             AND p.superseded_at IS NULL), x.area, x.state, x.state_on, x.id, x.from_day \
             FROM course c JOIN referral x ON x.programme_id = c.programme_id AND x.course_id = c.id \
             JOIN referral y ON y.programme_id = x.programme_id AND y.course_id = x.course_id AND y.id = x.id \
             AND y.superseded_at IS NULL \
             WHERE c.citizen_id IN ",
                records!(),
                " AND COALESCE(c.programme_id, c.id) = $1 AND c.superseded_at IS NULL ORDER BY x.sent_on, x.id, x.version"
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
            concat!(
                "SELECT e.id, e.received_on, e.channel, \
                 (SELECT COALESCE(p.short_name, p.name) FROM partner p WHERE p.id = e.referrer_id \
                 AND p.organisation_id = (SELECT g.organisation_id FROM programme g WHERE g.id = $1 AND g.superseded_at IS NULL) \
                 AND p.superseded_at IS NULL), e.note_sealed IS NOT NULL FROM enquiry e WHERE e.citizen_id IN ",
                records!(),
                " AND COALESCE(e.programme_id, e.id) = $1 AND e.superseded_at IS NULL ORDER BY e.received_on, e.id"
            ),
            programme.0,
            citizen.0
        )
    }
}
