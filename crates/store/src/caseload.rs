//! The lists of citizens: one statement, whoever's list it is.
//!
//! The rows come packed (`packed.rs`). What belongs to a course comes packed once more in its row (`;` between, words separated by
//! spaces), because ten citizens' readings as rows of their own would cost more than everything else on the page.

use chrono::NaiveDate;
use domain::id::{ProgrammeId, UserId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, one, row};
use crate::packed::{packed_row, rows, unpack};
use crate::work::Reader;

packed_row! {
    /// A citizen's course as a list needs it.
    pub struct ListedCourse {
        /// The course.
        pub course: Uuid,
        /// The citizen.
        pub citizen: Uuid,
        /// First day of clarification.
        pub clarification_began_on: NaiveDate,
        /// The day it ended without an enrolment.
        pub clarification_ended_on: Option<NaiveDate>,
        /// The day it was closed.
        pub closed_on: Option<NaiveDate>,
        /// The version of the citizen's row.
        pub version: i64,
        /// Whether the address is protected.
        pub protected_address: bool,
        /// Codes of the rules for safe contact, with commas between.
        pub safe_contact: String,
        /// The alias, sealed.
        pub alias: Option<Vec<u8>>,
        /// The name, sealed; absent where there is an alias, for then no list opens it.
        pub name: Option<Vec<u8>>,
        /// The epoch of the citizen's key; none where it is shredded.
        pub epoch: Option<i64>,
        /// The citizen's wrapped key.
        pub wrapped: Option<Vec<u8>>,
        /// The worker assigned on the day.
        pub worker: Option<Uuid>,
        /// `instrument day version answers` of each reading by the day.
        pub readings: Option<String>,
        /// `kind day phase` of each mark by the day.
        pub marks: Option<String>,
        /// `due day reply` of each answer to a follow-up by the day.
        pub replies: Option<String>,
        /// `day kind` of the last completed contact by the day; the kind is empty where not known.
        pub contact: Option<String>,
        /// The day of the last attempt by the day.
        pub attempted_on: Option<NaiveDate>,
        /// `id version day doer text` of the open step that is agreed for the earliest day; the day, the doer and the sealed text are
        /// empty where there is none.
        pub step: Option<String>,
        /// `id version need due phase asked by words` of each open request; what is not there is empty, the words are sealed.
        pub requests: Option<String>,
    }
}

row! {
    /// An agreed next step that is not done.
    pub struct OpenStep {
        /// The course.
        pub course: Uuid,
        /// Its id.
        pub id: Uuid,
        /// The day it is agreed for.
        pub due_on: Option<NaiveDate>,
    }
}

/// The one text of all lists: `$1` the programme, `$2` the day; where the rows come from is what differs.
macro_rules! listed {
    ($from:literal) => {
        concat!(
            "SELECT ",
            rows!(
                []
                "hex(c.id)",
                "hex(c.citizen_id)",
                "c.clarification_began_on",
                "COALESCE(c.clarification_ended_on || '', '')",
                "COALESCE(c.closed_on || '', '')",
                "z.version",
                "CASE WHEN z.protected_address THEN '1' ELSE '' END",
                "z.safe_contact",
                "COALESCE(hex(z.alias_sealed), '')",
                "CASE WHEN z.alias_sealed IS NULL THEN COALESCE(hex(z.name_sealed), '') ELSE '' END",
                "COALESCE(k.epoch || '', '')",
                "COALESCE(hex(k.wrapped), '')",
                "COALESCE(hex(a.worker_id), '')",
                "COALESCE((SELECT string_agg(r.instrument || ' ' || r.made_on || ' ' || r.instrument_version || ' ' || r.answers, ';') \
                 FROM reading r WHERE r.programme_id = c.programme_id AND r.course_id = c.id AND r.superseded_at IS NULL \
                 AND r.withdrawn = FALSE AND r.made_on <= $2), '')",
                "COALESCE((SELECT string_agg(m.kind || ' ' || m.marked_on || ' ' || COALESCE(m.phase, 0), ';') \
                 FROM mark m WHERE m.programme_id = c.programme_id AND m.course_id = c.id AND m.superseded_at IS NULL \
                 AND m.marked_on <= $2), '')",
                "COALESCE((SELECT string_agg(y.due_on || ' ' || y.replied_on || ' ' || y.reply, ';') \
                 FROM reply y WHERE y.programme_id = c.programme_id AND y.course_id = c.id AND y.superseded_at IS NULL \
                 AND y.replied_on <= $2), '')",
                "COALESCE((SELECT t.happened_on || ' ' || COALESCE(t.kind, '') FROM contact t WHERE t.programme_id = c.programme_id \
                 AND t.course_id = c.id AND t.superseded_at IS NULL AND t.happened_on <= $2 \
                 AND (t.kind IS NULL OR t.kind <> 'forsoeg') ORDER BY t.happened_on DESC LIMIT 1), '')",
                "COALESCE((SELECT t.happened_on || '' FROM contact t WHERE t.programme_id = c.programme_id \
                 AND t.course_id = c.id AND t.superseded_at IS NULL AND t.happened_on <= $2 \
                 AND t.kind = 'forsoeg' ORDER BY t.happened_on DESC LIMIT 1), '')",
                "COALESCE((SELECT hex(s.id) || ' ' || s.version || ' ' || COALESCE(s.due_on || '', '') || ' ' || COALESCE(s.doer, '') \
                 || ' ' || COALESCE(hex(s.text_sealed), '') FROM step s WHERE s.programme_id = c.programme_id \
                 AND s.course_id = c.id AND s.superseded_at IS NULL AND s.created_on <= $2 \
                 AND (s.done_on IS NULL OR s.done_on > $2) ORDER BY s.due_on IS NULL, s.due_on, s.id LIMIT 1), '')",
                "COALESCE((SELECT string_agg(hex(q.id) || ' ' || q.version || ' ' || q.need || ' ' || COALESCE(q.due_on || '', '') \
                 || ' ' || COALESCE(q.phase || '', '') || ' ' || q.asked_on || ' ' || hex(q.asked_by) || ' ' \
                 || COALESCE(hex(q.words_sealed), ''), ';') FROM request q WHERE q.programme_id = c.programme_id \
                 AND q.course_id = c.id AND q.superseded_at IS NULL AND q.state = 'aaben'), '')",
            ),
            " ",
            $from
        )
    };
}

impl Reader {
    /// The courses that a worker has on a day and that are not closed by then.
    ///
    /// # Errors
    ///
    /// A fault of the database, as for every function here.
    pub async fn courses_of_worker(
        &mut self,
        programme: ProgrammeId,
        worker: UserId,
        day: NaiveDate,
    ) -> Result<Vec<ListedCourse>> {
        let packed: (Option<String>,) = one!(
            self,
            listed!(
                "FROM assignment a \
                 JOIN course c ON c.programme_id = a.programme_id AND c.id = a.course_id AND c.superseded_at IS NULL \
                 JOIN citizen z ON z.id = c.citizen_id AND z.superseded_at IS NULL \
                 LEFT JOIN keystore.subject_key k ON k.subject_id = z.id \
                 WHERE a.programme_id = $1 AND a.worker_id = $3 AND a.superseded_at IS NULL \
                 AND a.from_day <= $2 AND (a.to_day IS NULL OR a.to_day >= $2) \
                 AND (c.closed_on IS NULL OR c.closed_on > $2)"
            ),
            programme.0,
            day,
            worker.0
        )?;
        unpack(packed.0.as_deref())
    }

    /// The courses of a programme that are not closed by a day.
    pub async fn open_courses(&mut self, programme: ProgrammeId, day: NaiveDate) -> Result<Vec<ListedCourse>> {
        let packed: (Option<String>,) = one!(
            self,
            listed!(
                "FROM course c \
                 JOIN citizen z ON z.id = c.citizen_id AND z.superseded_at IS NULL \
                 LEFT JOIN keystore.subject_key k ON k.subject_id = z.id \
                 LEFT JOIN assignment a ON a.programme_id = c.programme_id AND a.course_id = c.id \
                 AND a.superseded_at IS NULL AND a.from_day <= $2 AND (a.to_day IS NULL OR a.to_day >= $2) \
                 WHERE c.programme_id = $1 AND c.superseded_at IS NULL AND c.clarification_began_on <= $2 \
                 AND (c.closed_on IS NULL OR c.closed_on > $2)"
            ),
            programme.0,
            day
        )?;
        unpack(packed.0.as_deref())
    }

    /// The courses that a worker has still on the day though they are closed, after `since` and by the day: what was missed in them can
    /// be told. Whoever has a citizen no more may not open the citizen's pages, and is not led there.
    pub async fn closed_courses_of_worker(
        &mut self,
        programme: ProgrammeId,
        worker: UserId,
        day: NaiveDate,
        since: NaiveDate,
    ) -> Result<Vec<ListedCourse>> {
        let packed: (Option<String>,) = one!(
            self,
            listed!(
                "FROM assignment a \
                 JOIN course c ON c.programme_id = a.programme_id AND c.id = a.course_id AND c.superseded_at IS NULL \
                 JOIN citizen z ON z.id = c.citizen_id AND z.superseded_at IS NULL \
                 LEFT JOIN keystore.subject_key k ON k.subject_id = z.id \
                 WHERE a.programme_id = $1 AND a.worker_id = $3 AND a.superseded_at IS NULL \
                 AND a.from_day <= $2 AND (a.to_day IS NULL OR a.to_day >= $2) \
                 AND c.closed_on <= $2 AND c.closed_on > $4"
            ),
            programme.0,
            day,
            worker.0,
            since
        )?;
        unpack(packed.0.as_deref())
    }

    /// The courses of a programme closed after `since` and by a day, each with the worker it had then.
    pub async fn closed_courses(
        &mut self,
        programme: ProgrammeId,
        day: NaiveDate,
        since: NaiveDate,
    ) -> Result<Vec<ListedCourse>> {
        let packed: (Option<String>,) = one!(
            self,
            listed!(
                "FROM course c \
                 JOIN citizen z ON z.id = c.citizen_id AND z.superseded_at IS NULL \
                 LEFT JOIN keystore.subject_key k ON k.subject_id = z.id \
                 LEFT JOIN assignment a ON a.programme_id = c.programme_id AND a.course_id = c.id \
                 AND a.superseded_at IS NULL AND a.from_day <= c.closed_on AND (a.to_day IS NULL OR a.to_day >= c.closed_on) \
                 WHERE c.programme_id = $1 AND c.superseded_at IS NULL AND c.closed_on <= $2 AND c.closed_on > $3"
            ),
            programme.0,
            day,
            since
        )?;
        unpack(packed.0.as_deref())
    }

    /// The open steps of every course of a programme.
    pub async fn open_steps(&mut self, programme: ProgrammeId, day: NaiveDate) -> Result<Vec<OpenStep>> {
        all!(
            self,
            "SELECT s.course_id, s.id, s.due_on FROM step s WHERE s.programme_id = $1 AND s.superseded_at IS NULL \
             AND s.created_on <= $2 AND (s.done_on IS NULL OR s.done_on > $2)",
            programme.0,
            day
        )
    }

    /// The open steps of the courses that a worker has on a day.
    pub async fn open_steps_of_worker(
        &mut self,
        programme: ProgrammeId,
        worker: UserId,
        day: NaiveDate,
    ) -> Result<Vec<OpenStep>> {
        all!(
            self,
            "SELECT s.course_id, s.id, s.due_on \
             FROM assignment a \
             JOIN step s ON s.programme_id = a.programme_id AND s.course_id = a.course_id AND s.superseded_at IS NULL \
             WHERE a.programme_id = $1 AND a.worker_id = $3 AND a.superseded_at IS NULL \
             AND a.from_day <= $2 AND (a.to_day IS NULL OR a.to_day >= $2) \
             AND s.created_on <= $2 AND (s.done_on IS NULL OR s.done_on > $2)",
            programme.0,
            day,
            worker.0
        )
    }
}
