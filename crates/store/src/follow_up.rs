//! Answers to follow-ups that are no readings, and a goal's state as a follow-up changes it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::code::GoalState;
use domain::id::{CitizenId, CourseId, GoalId, ProgrammeId};
use uuid::Uuid;

use crate::citizen::of_courses;
use crate::error::Result;
use crate::line::{all, execute, maybe, row};
use crate::record::Fact;
use crate::work::{Reader, Work, kept};

row! {
    /// An answer to a follow-up.
    pub struct GivenReply {
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// The course.
        pub course: Uuid,
        /// The due day it answers.
        pub due_on: NaiveDate,
        /// The day it was given.
        pub replied_on: NaiveDate,
        /// Its code.
        pub reply: String,
        /// The reason, sealed.
        pub note: Option<Vec<u8>>,
    }
}

row! {
    /// A goal's sealed texts.
    pub struct GoalTexts {
        /// The goal's version.
        pub version: i64,
        /// The goal, sealed.
        pub text: Option<Vec<u8>>,
        /// Why it is outside the goal areas, sealed.
        pub outside: Option<Vec<u8>>,
    }
}

impl Reader {
    /// The answers to a citizen's follow-ups that are no readings, in the order in which they were given.
    ///
    /// # Errors
    ///
    /// Where the database fails, as for every function here.
    pub async fn given_replies(&mut self, programme: ProgrammeId, citizen: CitizenId) -> Result<Vec<GivenReply>> {
        all!(
            self,
            of_courses!(
                "x.id, x.version, x.course_id, x.due_on, x.replied_on, x.reply, x.note_sealed",
                "reply",
                "ORDER BY x.replied_on, x.id"
            ),
            programme.0,
            citizen.0
        )
    }

    /// A goal's sealed texts.
    pub async fn goal_texts(
        &mut self,
        programme: ProgrammeId,
        course: CourseId,
        goal: GoalId,
    ) -> Result<Option<GoalTexts>> {
        maybe!(
            self,
            "SELECT version, text_sealed, outside_sealed FROM goal \
             WHERE programme_id = $1 AND course_id = $2 AND id = $3 AND superseded_at IS NULL",
            programme.0,
            course.0,
            goal.0
        )
    }
}

impl Work {
    /// Gives a goal another state: a new version, the texts sealed anew for it, everything else as it was.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Stale`] where the version it was made from is not the current one any more.
    pub async fn move_goal(
        &mut self,
        programme: ProgrammeId,
        course: CourseId,
        (goal, from): (GoalId, i64),
        (state, on): (GoalState, NaiveDate),
        texts: (Option<&[u8]>, Option<&[u8]>),
        at: DateTime<Utc>,
    ) -> Result<()> {
        let next = self.correct(Fact::Goal(programme, course, goal.0), from, at).await?;
        let by = self.recorded_by();
        execute!(
            self,
            "INSERT INTO goal (programme_id, course_id, created_on, id, version, area, text_sealed, state, state_on, recorded_by, \
             recorded_at, proposed_by, is_outside, outside_sealed) \
             SELECT programme_id, course_id, created_on, id, $4, area, $5, $6, $7, $8, $9, proposed_by, is_outside, $10 \
             FROM goal WHERE programme_id = $1 AND course_id = $2 AND id = $3 AND version = $4 - 1",
            programme.0,
            course.0,
            goal.0,
            next,
            texts.0,
            state.code(),
            on,
            &by,
            kept(at),
            texts.1
        )?;
        Ok(())
    }
}
