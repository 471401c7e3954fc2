//! The activity plan of a course: every version of its goals, actions and needs, in the order in which they were recorded.

use chrono::NaiveDate;
use domain::id::{CourseId, ProgrammeId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, row};
use crate::work::Reader;

row! {
    /// One version of a goal.
    pub struct GoalVersion {
        /// Its id.
        pub id: Uuid,
        /// The version.
        pub version: i64,
        /// Whether no other replaces it.
        pub is_current: bool,
        /// The day the goal was made.
        pub created_on: NaiveDate,
        /// The goal area's key.
        pub area: Option<String>,
        /// The code of its state.
        pub state: String,
        /// Since when.
        pub state_on: NaiveDate,
        /// The day from which the version holds; none: from the beginning.
        pub from_day: Option<NaiveDate>,
        /// Who proposed it: a code.
        pub proposed_by: Option<String>,
        /// Whether it lies outside the areas on purpose.
        pub is_outside: Option<bool>,
        /// The goal, sealed.
        pub text: Option<Vec<u8>>,
        /// Why it lies outside, sealed.
        pub outside: Option<Vec<u8>>,
    }
}

row! {
    /// One version of an action.
    pub struct ActionVersion {
        /// Its id.
        pub id: Uuid,
        /// The version.
        pub version: i64,
        /// Whether no other replaces it.
        pub is_current: bool,
        /// The goal.
        pub goal: Uuid,
        /// The day it was agreed.
        pub created_on: NaiveDate,
        /// By when.
        pub due_on: Option<NaiveDate>,
        /// Who does it: a code.
        pub doer: Option<String>,
        /// The code of its state.
        pub state: String,
        /// Since when.
        pub state_on: NaiveDate,
        /// The day from which the version holds.
        pub from_day: NaiveDate,
        /// The action, sealed.
        pub text: Option<Vec<u8>>,
        /// The doer's name, sealed.
        pub doer_name: Option<Vec<u8>>,
    }
}

row! {
    /// One version of a need.
    pub struct NeedVersion {
        /// Its id.
        pub id: Uuid,
        /// The version.
        pub version: i64,
        /// Whether no other replaces it.
        pub is_current: bool,
        /// The goal it comes from.
        pub goal: Option<Uuid>,
        /// The goal area's key.
        pub area: Option<String>,
        /// Who carries it: a code.
        pub carrier: Option<String>,
        /// From when.
        pub agreed_on: Option<NaiveDate>,
        /// The day for which the meeting is planned.
        pub warm_planned_on: Option<NaiveDate>,
        /// The day on which it was held.
        pub warm_on: Option<NaiveDate>,
        /// The need, sealed.
        pub need: Option<Vec<u8>>,
        /// The carrier's name, sealed.
        pub carrier_name: Option<Vec<u8>>,
        /// How the carrier is reached, sealed.
        pub contact: Option<Vec<u8>>,
    }
}

impl Reader {
    /// Every version of the course's goals, the first recorded first.
    ///
    /// # Errors
    ///
    /// Where the database fails, as for every function here.
    pub async fn goal_versions(&mut self, programme: ProgrammeId, course: CourseId) -> Result<Vec<GoalVersion>> {
        all!(
            self,
            "SELECT id, version, superseded_at IS NULL, created_on, area, state, state_on, from_day, proposed_by, is_outside, \
             text_sealed, outside_sealed FROM goal WHERE programme_id = $1 AND course_id = $2 ORDER BY id, version",
            programme.0,
            course.0
        )
    }

    /// Every version of the course's actions, the first recorded first.
    pub async fn action_versions(&mut self, programme: ProgrammeId, course: CourseId) -> Result<Vec<ActionVersion>> {
        all!(
            self,
            "SELECT id, version, superseded_at IS NULL, goal_id, created_on, due_on, doer, state, state_on, from_day, \
             text_sealed, doer_name_sealed FROM action WHERE programme_id = $1 AND course_id = $2 ORDER BY id, version",
            programme.0,
            course.0
        )
    }

    /// Every version of the course's needs, the first recorded first.
    pub async fn need_versions(&mut self, programme: ProgrammeId, course: CourseId) -> Result<Vec<NeedVersion>> {
        all!(
            self,
            "SELECT id, version, superseded_at IS NULL, goal_id, area, carrier, agreed_on, warm_planned_on, warm_on, \
             need_sealed, carrier_name_sealed, contact_sealed FROM handover \
             WHERE programme_id = $1 AND course_id = $2 ORDER BY id, version",
            programme.0,
            course.0
        )
    }
}
