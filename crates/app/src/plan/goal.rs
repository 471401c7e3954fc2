//! Goals: set in the citizen's words, put into better words, reached, handed over, given up.

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::{GoalState, Proposer};
use domain::id::{CitizenId, CourseId, GoalId};
use domain::personal::Personal;
use domain::plan::{GivenDay, check, check_day};
use domain::refusal::{Code, Refusal};
use store::record::Fact;
use store::{Reader, Work, row};
use uuid::Uuid;

use super::part::{OpenPlan, Part, Version, opened};
use super::{How, areas};
use crate::case::Case;
use crate::facts::{code, maybe_code};
use crate::once::Once;
use crate::{App, Cx, Error, Result};

/// What a goal says.
#[derive(Clone, Debug)]
pub(crate) struct Goal {
    pub(crate) created_on: NaiveDate,
    pub(crate) area: Option<String>,
    pub(crate) state: GoalState,
    pub(crate) state_on: NaiveDate,
    /// The day from which it holds; none: from the beginning.
    pub(crate) from: Option<NaiveDate>,
    pub(crate) proposed_by: Option<Proposer>,
    pub(crate) is_outside: Option<bool>,
    pub(crate) words: Option<Personal<String>>,
    pub(crate) outside: Option<Personal<String>>,
}

impl Part for Goal {
    const TABLE: &'static str = "goal";

    fn fact(cx: &Cx, course: CourseId, id: Uuid) -> Fact {
        Fact::Goal(cx.programme_id, course, id)
    }

    async fn all(reader: &mut Reader, cx: &Cx, case: &Case, course: CourseId) -> Result<Vec<Version<Self>>> {
        let rows = reader.goal_versions(cx.programme_id, course).await?;
        let version = |row: store::plan::GoalVersion| {
            let at = (row.id, row.version);
            let says = Self {
                created_on: row.created_on,
                area: row.area,
                state: code(GoalState::parse, &row.state)?,
                state_on: row.state_on,
                from: row.from_day,
                proposed_by: maybe_code(Proposer::parse, row.proposed_by.as_deref())?,
                is_outside: row.is_outside,
                words: opened(case, Self::TABLE, "text", at, row.text.as_deref())?,
                outside: opened(case, Self::TABLE, "outside", at, row.outside.as_deref())?,
            };
            Ok(Version { id: row.id, number: row.version, is_current: row.is_current, says })
        };
        rows.into_iter().map(version).collect()
    }

    async fn add(&self, work: &mut Work, cx: &Cx, on: &OpenPlan, at: (Uuid, i64)) -> Result<()> {
        let fact = row::Goal {
            id: GoalId(at.0),
            course: on.course,
            created_on: self.created_on,
            area: self.area.clone(),
            text: on.seal(Self::TABLE, "text", at, self.words.as_ref())?,
            state: self.state,
            state_on: self.state_on,
            from: self.from,
            proposed_by: self.proposed_by,
            is_outside: self.is_outside,
            outside: on.seal(Self::TABLE, "outside", at, self.outside.as_ref())?,
        };
        Ok(work.add_goals(cx.programme_id, &[row::Version { number: at.1, fact }], cx.now).await?)
    }

    fn in_place_of(self, other: &Self) -> Self {
        Self { from: Some(other.from.unwrap_or(other.created_on)), ..self }
    }
}

/// What is asked for when a goal is set or changed.
#[derive(Clone, Debug)]
pub struct GoalWish {
    /// The goal in the citizen's words.
    pub words: Personal<String>,
    /// The goal area's key.
    pub area: Option<String>,
    /// Whether it lies outside the areas (M16). Why is asked later, not at once.
    pub is_outside: bool,
    /// Why it lies outside.
    pub outside: Personal<String>,
    /// Who proposed it.
    pub proposed_by: Option<Proposer>,
    /// The day on which it was set, or put so.
    pub on: GivenDay,
}

impl GoalWish {
    fn refusals(&self, cx: &Cx, earliest: NaiveDate) -> Vec<Refusal> {
        let mut refusals = check(self.words.reveal(), self.on, earliest, cx.today);
        match &self.area {
            Some(area) if !areas(cx).any(|known| known.key == *area) => {
                refusals.push(Refusal::new("area", Code::AreaUnknown));
            }
            None if !self.is_outside => refusals.push(Refusal::new("area", Code::ChoiceNeeded)),
            _ => {}
        }
        refusals
    }
}

/// Sets a goal.
///
/// # Errors
///
/// Every refusal at once; [`Error::NotFound`] where the citizen is not for the actor.
pub async fn set_goal(app: &App, cx: &Cx, citizen: CitizenId, wish: &GoalWish, once: Once) -> Result<GoalId> {
    let plan = OpenPlan::open(app, cx, Action::KeepPlan, citizen).await?;
    let on = allowed(wish.refusals(cx, plan.begun_on), wish.on)?;
    let goal = Goal {
        created_on: on,
        area: wish.area.clone(),
        state: GoalState::Active,
        state_on: on,
        from: Some(on),
        proposed_by: wish.proposed_by,
        is_outside: Some(wish.area.is_none()),
        words: Some(wish.words.clone()),
        outside: Some(wish.outside.clone()),
    };
    Ok(GoalId(plan.make(app, cx, once, &goal).await?))
}

/// Puts a goal into other words or another area: since a day, or as it should have been from the first.
///
/// # Errors
///
/// As [`set_goal`]; [`Error::Stale`] where it was changed since `version`.
pub async fn change_goal(
    app: &App,
    cx: &Cx,
    citizen: CitizenId,
    (goal, version): (GoalId, i64),
    (wish, how): (&GoalWish, How),
    once: Once,
) -> Result<()> {
    let plan = OpenPlan::open(app, cx, Action::KeepPlan, citizen).await?;
    plan.change(app, cx, once, (goal.0, version), |now: Goal| {
        let earliest = if how == How::Since { now.created_on } else { plan.begun_on };
        let on = allowed(wish.refusals(cx, earliest), wish.on)?;
        Ok(Goal {
            area: wish.area.clone(),
            from: how.from(on, now.from),
            proposed_by: wish.proposed_by,
            is_outside: Some(wish.area.is_none()),
            words: Some(wish.words.clone()),
            outside: Some(wish.outside.clone()),
            ..now
        })
    })
    .await
}

/// Gives a goal its area, or the reason why it has none: as it should have been from the first, so the day from which it holds stays.
///
/// # Errors
///
/// As [`change_goal`].
pub(crate) async fn settle_area(
    app: &App,
    cx: &Cx,
    citizen: CitizenId,
    (goal, version): (GoalId, i64),
    (area, outside): (Option<String>, Option<Personal<String>>),
    once: Once,
) -> Result<()> {
    let plan = OpenPlan::open(app, cx, Action::KeepPlan, citizen).await?;
    plan.change(app, cx, once, (goal.0, version), |now: Goal| {
        Ok(Goal { is_outside: Some(area.is_none()), area, outside, ..now })
    })
    .await
}

/// Notes that a goal was reached, is carried on by somebody else, was given up, or is worked on again.
///
/// # Errors
///
/// As [`change_goal`].
pub async fn settle_goal(
    app: &App,
    cx: &Cx,
    citizen: CitizenId,
    (goal, version): (GoalId, i64),
    (state, on): (GoalState, GivenDay),
    once: Once,
) -> Result<()> {
    let plan = OpenPlan::open(app, cx, Action::KeepPlan, citizen).await?;
    plan.change(app, cx, once, (goal.0, version), |now: Goal| {
        let on = allowed(check_day(on, now.created_on, cx.today), on)?;
        Ok(Goal { state, state_on: on, from: Some(on), ..now })
    })
    .await
}

/// Every refusal, where there is one.
pub(crate) fn refuse(refusals: impl IntoIterator<Item = Refusal>) -> Result<()> {
    let refusals: Vec<Refusal> = refusals.into_iter().collect();
    if refusals.is_empty() { Ok(()) } else { Err(Error::Refusals(refusals)) }
}

/// The day, where nothing is refused.
pub(super) fn allowed(refusals: impl IntoIterator<Item = Refusal>, on: GivenDay) -> Result<NaiveDate> {
    refuse(refusals)?;
    on.day().ok_or_else(|| Refusal::new("on", Code::DayNeeded).into())
}
