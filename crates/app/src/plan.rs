//! The activity plan (M14-M17): the page of any day, and what can be done to goals, actions and needs.

mod action;
mod goal;
mod need;
mod page;
mod part;

use chrono::NaiveDate;
use domain::access;
use domain::id::CitizenId;
use domain::personal::Personal;
use domain::plan::WORDS;
use domain::programme::GoalArea;
use domain::refusal::{Code, Refusal};
use uuid::Uuid;

pub use action::{ActionWish, agree_action, change_action, move_action};
pub(crate) use goal::settle_area;
pub use goal::{GoalWish, change_goal, set_goal, settle_goal};
pub use need::{NeedWish, change_need, keep_need};
pub(crate) use page::Known;
pub use page::{page, printed};

use crate::once::Once;
use crate::{App, Cx, Result};
pub(crate) use part::{OpenPlan, opened};

/// From when a change holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Since the day given: the citizen sees it differently now, and what was before stays on the record of its days.
    Since,
    /// As it should have been from the first: a mistake in writing.
    Corrected,
}

impl How {
    fn from(self, on: NaiveDate, before: Option<NaiveDate>) -> Option<NaiveDate> {
        match self {
            Self::Since => Some(on),
            Self::Corrected => before,
        }
    }
}

/// A part of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanPart {
    /// A goal.
    Goal(Uuid),
    /// An action.
    Action(Uuid),
    /// A need.
    Need(Uuid),
}

/// The goal areas of the programme.
fn areas(cx: &Cx) -> impl Iterator<Item = &GoalArea> {
    cx.programme.goal_areas.iter()
}

/// Takes out what was written into the plan by mistake, with a reason.
///
/// # Errors
///
/// A refusal without a reason; [`Error::Stale`](crate::Error::Stale) where it was changed since `version`.
pub async fn withdraw(
    app: &App,
    cx: &Cx,
    citizen: CitizenId,
    (part, version): (PlanPart, i64),
    reason: &Personal<String>,
    once: Once,
) -> Result<()> {
    let plan = OpenPlan::open(app, cx, access::Action::KeepPlan, citizen).await?;
    let refused = match reason.reveal() {
        text if text.trim().is_empty() => Some(Code::ReasonNeeded),
        text if text.chars().count() > WORDS => Some(Code::TooLong),
        _ => None,
    };
    if let Some(code) = refused {
        return Err(vec![Refusal::new("reason", code)].into());
    }
    match part {
        PlanPart::Goal(id) => plan.withdraw::<goal::Goal>(app, cx, once, (id, version), reason).await,
        PlanPart::Action(id) => plan.withdraw::<action::Action>(app, cx, once, (id, version), reason).await,
        PlanPart::Need(id) => plan.withdraw::<need::Need>(app, cx, once, (id, version), reason).await,
    }
}

/// Takes the last thing done to a part of the plan back. `version` is the version that was made last.
///
/// # Errors
///
/// [`Error::Stale`](crate::Error::Stale) where something was done to it since.
pub async fn step_back(
    app: &App,
    cx: &Cx,
    citizen: CitizenId,
    (part, version): (PlanPart, i64),
    once: Once,
) -> Result<()> {
    let plan = OpenPlan::open(app, cx, access::Action::KeepPlan, citizen).await?;
    match part {
        PlanPart::Goal(id) => plan.step_back::<goal::Goal>(app, cx, once, (id, version)).await,
        PlanPart::Action(id) => plan.step_back::<action::Action>(app, cx, once, (id, version)).await,
        PlanPart::Need(id) => plan.step_back::<need::Need>(app, cx, once, (id, version)).await,
    }
}
