//! Actions towards a goal: agreed, begun, done, handed over, given up.

use chrono::NaiveDate;
use domain::access;
use domain::code::{ActionState, Doer};
use domain::id::{ActionId, CitizenId, CourseId, GoalId};
use domain::personal::Personal;
use domain::plan::{GivenDay, check, check_day};
use domain::refusal::{Code, Refusal};
use store::record::Fact;
use store::{Reader, Work, row};
use uuid::Uuid;

use super::How;
use super::goal::{Goal, allowed};
use super::part::{OpenPlan, Part, Version, opened};
use crate::case::Case;
use crate::facts::{code, maybe_code};
use crate::once::Once;
use crate::{App, Cx, Error, Result};

/// What an action says.
#[derive(Clone, Debug)]
pub(crate) struct Action {
    pub(crate) goal: GoalId,
    pub(crate) created_on: NaiveDate,
    pub(crate) due_on: Option<NaiveDate>,
    pub(crate) doer: Option<Doer>,
    pub(crate) state: ActionState,
    pub(crate) state_on: NaiveDate,
    /// The day from which it holds.
    pub(crate) from: NaiveDate,
    pub(crate) words: Option<Personal<String>>,
    pub(crate) doer_name: Option<Personal<String>>,
}

impl Part for Action {
    const TABLE: &'static str = "action";

    fn fact(cx: &Cx, course: CourseId, id: Uuid) -> Fact {
        Fact::Action(cx.programme_id, course, id)
    }

    async fn all(reader: &mut Reader, cx: &Cx, case: &Case, course: CourseId) -> Result<Vec<Version<Self>>> {
        let rows = reader.action_versions(cx.programme_id, course).await?;
        let version = |row: store::plan::ActionVersion| {
            let at = (row.id, row.version);
            let says = Self {
                goal: GoalId(row.goal),
                created_on: row.created_on,
                due_on: row.due_on,
                doer: maybe_code(Doer::parse, row.doer.as_deref())?,
                state: code(ActionState::parse, &row.state)?,
                state_on: row.state_on,
                from: row.from_day,
                words: opened(case, Self::TABLE, "text", at, row.text.as_deref())?,
                doer_name: opened(case, Self::TABLE, "doer_name", at, row.doer_name.as_deref())?,
            };
            Ok(Version { id: row.id, number: row.version, is_current: row.is_current, says })
        };
        rows.into_iter().map(version).collect()
    }

    async fn add(&self, work: &mut Work, cx: &Cx, on: &OpenPlan, at: (Uuid, i64)) -> Result<()> {
        let fact = row::Action {
            id: ActionId(at.0),
            course: on.course,
            goal: self.goal,
            created_on: self.created_on,
            due_on: self.due_on,
            doer: self.doer,
            state: self.state,
            state_on: self.state_on,
            from: self.from,
            text: on.seal(Self::TABLE, "text", at, self.words.as_ref())?,
            doer_name: on.seal(Self::TABLE, "doer_name", at, self.doer_name.as_ref())?,
        };
        Ok(work.add_actions(cx.programme_id, &[row::Version { number: at.1, fact }], cx.now).await?)
    }

    fn in_place_of(self, other: &Self) -> Self {
        Self { from: other.from, ..self }
    }
}

/// What is asked for when an action is agreed or changed.
#[derive(Clone, Debug)]
pub struct ActionWish {
    /// What is to be done.
    pub words: Personal<String>,
    /// Who does it.
    pub doer: Option<Doer>,
    /// The doer's name; may be empty.
    pub doer_name: Personal<String>,
    /// By when.
    pub due_on: GivenDay,
    /// The day on which it was agreed, or changed so.
    pub on: GivenDay,
}

impl ActionWish {
    fn refusals(&self, cx: &Cx, earliest: NaiveDate) -> Vec<Refusal> {
        let mut refusals = check(self.words.reveal(), self.on, earliest, cx.today);
        refusals.extend(self.due_on.refusal("due_on"));
        if self.doer.is_none() {
            refusals.push(Refusal::new("doer", Code::ChoiceNeeded));
        }
        if self.doer_name.reveal().chars().count() > NAME {
            refusals.push(Refusal::new("doer_name", Code::TooLong));
        }
        refusals
    }
}

/// The most letters in a name.
pub(super) const NAME: usize = 200;

/// Agrees an action towards a goal.
///
/// # Errors
///
/// Every refusal at once; [`Error::NotFound`] where there is no such goal or the citizen is not for the actor.
pub async fn agree_action(
    app: &App,
    cx: &Cx,
    citizen: CitizenId,
    goal: GoalId,
    wish: &ActionWish,
    once: Once,
) -> Result<ActionId> {
    let plan = OpenPlan::open(app, cx, access::Action::KeepPlan, citizen).await?;
    let mut reader = app.store().read(&plan.case.grant).await?;
    let goals = Goal::all(&mut reader, cx, &plan.case, plan.course).await?;
    drop(reader);
    let of = goals.iter().find(|version| version.id == goal.0 && version.is_current).ok_or(Error::NotFound)?;
    let on = allowed(wish.refusals(cx, of.says.created_on), wish.on)?;
    let action = Action {
        goal,
        created_on: on,
        due_on: wish.due_on.day(),
        doer: wish.doer,
        state: ActionState::Planned,
        state_on: on,
        from: on,
        words: Some(wish.words.clone()),
        doer_name: Some(wish.doer_name.clone()),
    };
    Ok(ActionId(plan.make(app, cx, once, &action).await?))
}

/// Changes an action: since a day (it was agreed anew, or somebody else took it), or as it should have been from the first.
///
/// # Errors
///
/// As [`agree_action`]; [`Error::Stale`] where it was changed since `version`.
pub async fn change_action(
    app: &App,
    cx: &Cx,
    citizen: CitizenId,
    (action, version): (ActionId, i64),
    (wish, how): (&ActionWish, How),
    once: Once,
) -> Result<()> {
    let plan = OpenPlan::open(app, cx, access::Action::KeepPlan, citizen).await?;
    plan.change(app, cx, once, (action.0, version), |now: Action| {
        let earliest = if how == How::Since { now.created_on } else { plan.begun_on };
        let on = allowed(wish.refusals(cx, earliest), wish.on)?;
        Ok(Action {
            due_on: wish.due_on.day(),
            doer: wish.doer,
            from: how.from(on, Some(now.from)).unwrap_or(now.from),
            words: Some(wish.words.clone()),
            doer_name: Some(wish.doer_name.clone()),
            ..now
        })
    })
    .await
}

/// Moves an action to another lane of the board.
///
/// # Errors
///
/// As [`change_action`].
pub async fn move_action(
    app: &App,
    cx: &Cx,
    citizen: CitizenId,
    (action, version): (ActionId, i64),
    (state, on): (ActionState, GivenDay),
    once: Once,
) -> Result<()> {
    let plan = OpenPlan::open(app, cx, access::Action::KeepPlan, citizen).await?;
    plan.change(app, cx, once, (action.0, version), |now: Action| {
        let on = allowed(check_day(on, now.created_on, cx.today), on)?;
        Ok(Action { state, state_on: on, from: on, ..now })
    })
    .await
}
