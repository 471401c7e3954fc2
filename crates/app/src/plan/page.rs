//! The plan of any day, laid out.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::access::Action as Doing;
use domain::code::{ActionState, Doer, GoalState, MarkKind};
use domain::event::Event;
use domain::handover::missing;
use domain::id::{ActionId, CitizenId, CourseId, GoalId, NeedId, UserId};
use domain::phase::Phase;
use domain::plan::{self, ActionSaid, ActivityPlan, GoalSaid, history};
use domain::programme::Text;
use store::Reader;
use uuid::Uuid;

use super::action::Action;
use super::areas;
use super::goal::Goal;
use super::need::Need;
use super::part::{Part, Version};
use crate::case::Case;
use crate::caseload::heed;
use crate::people::some;
use crate::view::Standing;
use crate::view::plan::{ActionCard, GoalCard, Jump, JumpTo, NeedRow, PlanPage};
use crate::{App, Cx, Error, Result};

/// The plan of a day, logged before it is given; today's where no day is asked for.
///
/// # Errors
///
/// [`Error::NotFound`] where there is no such citizen or course, or it is not for the reader.
pub async fn page(app: &App, cx: &Cx, citizen: CitizenId, day: Option<NaiveDate>) -> Result<PlanPage> {
    let case = Case::open(app, cx, Doing::SeeCitizen, citizen).await?;
    let page = lay_out(app, cx, &case, day.unwrap_or(cx.today).min(cx.today)).await?;
    app.store().look(&case.grant, cx.entry(Event::CitizenSeen, vec![citizen]), cx.now).await?;
    Ok(page)
}

/// The plan laid out for print, logged as printed before it is given.
///
/// # Errors
///
/// As [`page`].
pub async fn printed(app: &App, cx: &Cx, citizen: CitizenId) -> Result<PlanPage> {
    let case = Case::open(app, cx, Doing::PrintForCitizen, citizen).await?;
    let page = lay_out(app, cx, &case, cx.today).await?;
    let event = Event::Printed { what: "plan".to_owned() };
    app.store().look(&case.grant, cx.entry(event, vec![citizen]), cx.now).await?;
    Ok(page)
}

/// A course's plan with every version of its parts.
pub(crate) struct Known {
    goals: Vec<Version<Goal>>,
    actions: Vec<Version<Action>>,
    needs: Vec<Version<Need>>,
}

impl Known {
    /// Loads and opens the plan of a course. The words are the citizen's own plan, and whoever sees it is logged.
    pub(crate) async fn load(reader: &mut Reader, cx: &Cx, case: &Case, course: CourseId) -> Result<Self> {
        Ok(Self {
            goals: standing(Goal::all(reader, cx, case, course).await?),
            actions: standing(Action::all(reader, cx, case, course).await?),
            needs: standing(Need::all(reader, cx, case, course).await?),
        })
    }

    /// The plan with its history, as the rules take it.
    pub(crate) fn plan(&self) -> ActivityPlan {
        let goal = |versions: &[&Version<Goal>]| {
            let last = versions.last()?;
            let says = versions.iter().flat_map(|version| said_of_goal(&version.says));
            Some(plan::Goal { id: GoalId(last.id), created_on: last.says.created_on, said: history(says) })
        };
        let action = |versions: &[&Version<Action>]| {
            let last = versions.last()?;
            let says = versions.iter().map(|version| (version.says.from, said_of_action(&version.says)));
            let said = history(says);
            Some(plan::Action { id: ActionId(last.id), goal: last.says.goal, created_on: last.says.created_on, said })
        };
        let mut goals: Vec<plan::Goal> = by_id(&self.goals).iter().filter_map(|all| goal(all)).collect();
        goals.sort_by_key(|goal| (goal.created_on, goal.id));
        let mut actions: Vec<plan::Action> = by_id(&self.actions).iter().filter_map(|all| action(all)).collect();
        actions.sort_by_key(|action| (action.created_on, action.id));
        ActivityPlan { goals, actions }
    }

    /// The goals as they stand: each with its version and what it says.
    pub(crate) fn goals(&self) -> impl Iterator<Item = (GoalId, i64, &Goal)> {
        let current = self.goals.iter().filter(|version| version.is_current);
        current.map(|version| (GoalId(version.id), version.number, &version.says))
    }

    /// The needs as they stand, the first written down first.
    pub(crate) fn needs(&self) -> impl Iterator<Item = (NeedId, i64, &Need)> {
        let current = self.needs.iter().filter(|version| version.is_current);
        current.map(|version| (NeedId(version.id), version.number, &version.says))
    }

    /// What the handover lacks on a day: the needs, and the goals worked on that nobody carries on.
    pub(crate) fn missing(&self, day: NaiveDate) -> Vec<domain::handover::Missing> {
        let needs: Vec<_> = self.needs().map(|(id, _, need)| need.fact(id)).collect();
        let plan = self.plan();
        let active = plan.goals_on(day).filter(|(_, said)| said.state == GoalState::Active);
        missing(&needs, &active.map(|(goal, _)| goal.id).collect::<Vec<_>>(), day)
    }
}

/// The versions of the parts that were not taken out.
fn standing<P: Part>(mut versions: Vec<Version<P>>) -> Vec<Version<P>> {
    let current: Vec<Uuid> = versions.iter().filter(|version| version.is_current).map(|version| version.id).collect();
    versions.retain(|version| current.contains(&version.id));
    versions
}

/// The versions of each part; they come in the order of ids.
fn by_id<P>(versions: &[Version<P>]) -> Vec<Vec<&Version<P>>> {
    let mut found: Vec<Vec<&Version<P>>> = Vec::new();
    for version in versions {
        match found.last_mut().filter(|of| of.last().is_some_and(|last| last.id == version.id)) {
            Some(same) => same.push(version),
            None => found.push(vec![version]),
        }
    }
    found
}

/// What a version says and from when; one that an import wrote says two things where the state is younger than the goal.
fn said_of_goal(says: &Goal) -> Vec<(NaiveDate, GoalSaid)> {
    let from = says.from.unwrap_or(says.created_on);
    let said = GoalSaid {
        words: says.words.clone().unwrap_or_default(),
        area: says.area.clone(),
        is_outside: says.area.is_none(),
        proposed_by: says.proposed_by,
        state: says.state,
        state_on: says.state_on,
    };
    if says.state_on <= from || says.state == GoalState::Active {
        return vec![(from, said)];
    }
    let before = GoalSaid { state: GoalState::Active, state_on: says.created_on, ..said.clone() };
    vec![(from, before), (says.state_on, said)]
}

fn said_of_action(says: &Action) -> ActionSaid {
    ActionSaid {
        words: says.words.clone().unwrap_or_default(),
        doer: says.doer,
        doer_name: says.doer_name.clone(),
        due_on: says.due_on,
        state: says.state,
        state_on: says.state_on,
    }
}

async fn lay_out(app: &App, cx: &Cx, case: &Case, day: NaiveDate) -> Result<PlanPage> {
    let course = case.course(cx.today).ok_or(Error::NotFound)?;
    let mut reader = app.store().read(&case.grant).await?;
    let known = Known::load(&mut reader, cx, case, course.id).await?;
    let worker = course.assignments.iter().rev().find(|assignment| assignment.holds_on(cx.today));
    let worker = worker.map(|assignment| assignment.worker);
    let names = some(app, &mut reader, cx, worker.into_iter()).await?;
    drop(reader);
    let plan = known.plan();
    let stand = case.stand(cx, cx.today).ok_or(Error::NotFound)?;
    let phases = stand.phases();
    let begun_on = plan.begun_on();
    let cards = Cards { cx, known: &known, plan: &plan, phases, begun_on };
    let standing = stand.standing();
    let agree_by = match &standing {
        Standing::Enrolled(span) => Some(add_months_back(span.planned_end)),
        _ => None,
    };
    Ok(PlanPage {
        id: case.id(),
        name: case.name()?,
        heed: heed(case.citizen.protected_address, &case.citizen.safe_contact)?,
        worker: worker.and_then(|worker: UserId| names.get(&worker).cloned()),
        today: cx.today,
        day,
        focus: focus(cx, &course.marks, phases),
        jumps: jumps(begun_on, phases, cx.today),
        begun_on,
        changes: begun_on.map(|since| plan.changes(since, day)).unwrap_or_default(),
        goals: cards.on(day),
        at_start: begun_on.map(|start| cards.on(start)).unwrap_or_default(),
        needs: needs(&known, cx.today),
        missing: known.missing(cx.today),
        agree_by,
        doers: plan.doers(phases, day),
        areas: areas(cx).cloned().collect(),
        is_closed: course.closed_by(cx.today).is_some(),
        standing,
    })
}

/// A month before a day.
fn add_months_back(day: NaiveDate) -> NaiveDate {
    day.checked_sub_months(chrono::Months::new(1)).unwrap_or(day)
}

/// Lays the goals of a day out.
struct Cards<'a> {
    cx: &'a Cx,
    known: &'a Known,
    plan: &'a ActivityPlan,
    phases: &'a [Phase],
    begun_on: Option<NaiveDate>,
}

impl Cards<'_> {
    fn on(&self, day: NaiveDate) -> Vec<GoalCard> {
        let versions: HashMap<Uuid, &Version<Goal>> =
            self.known.goals.iter().filter(|version| version.is_current).map(|version| (version.id, version)).collect();
        let begun = self.begun_on.unwrap_or(day);
        let card = |(goal, said): (&plan::Goal, &GoalSaid)| {
            let current = versions.get(&goal.id.0)?;
            Some(GoalCard {
                id: goal.id,
                version: current.number,
                words: said.words.clone(),
                area: self.area(said.area.as_deref()),
                area_key: said.area.clone(),
                outside: current.says.outside.clone(),
                proposed_by: said.proposed_by,
                created_on: goal.created_on,
                state: said.state,
                since: said.state_on,
                is_added: goal.created_on > begun,
                reworded_on: goal.reworded_on(begun, day),
                actions: self.actions(goal.id, day),
            })
        };
        self.plan.goals_on(day).filter_map(card).collect()
    }

    fn actions(&self, goal: GoalId, day: NaiveDate) -> Vec<ActionCard> {
        let phase = domain::phase::on(self.phases, day).map(|phase| phase.days.from);
        let since = phase.into_iter().chain(self.begun_on).max().unwrap_or(day);
        let version = |id: ActionId| {
            let mut current = self.known.actions.iter().filter(|version| version.is_current);
            current.find(|version| version.id == id.0).map_or(0, |version| version.number)
        };
        let card = |(action, said): (&plan::Action, &ActionSaid)| ActionCard {
            id: action.id,
            version: version(action.id),
            words: said.words.clone(),
            doer: said.doer,
            doer_name: said.doer_name.clone(),
            due_on: said.due_on,
            state: said.state,
            since: said.state_on,
            new_on: (action.created_on > since).then_some(action.created_on),
            is_passed_on: action.passed_on(day),
            asks_to_whom: said.state == ActionState::HandedOver
                && matches!(said.doer, None | Some(Doer::Worker | Doer::Together)),
        };
        self.plan.actions_on(goal, day).map(card).collect()
    }

    fn area(&self, key: Option<&str>) -> Option<Text> {
        areas(self.cx).find(|area| Some(area.key.as_str()) == key).map(|area| area.name.clone())
    }
}

fn needs(known: &Known, today: NaiveDate) -> Vec<NeedRow> {
    let row = |(id, version, need): (NeedId, i64, &Need)| NeedRow {
        id,
        version,
        words: need.words.clone().unwrap_or_default(),
        goal: need.goal,
        carrier: need.carrier,
        carrier_name: need.carrier_name.clone(),
        contact: need.contact.clone(),
        agreed_on: need.agreed_on,
        warm_planned_on: need.warm_planned_on,
        warm_on: need.warm_on,
        lacks: need.fact(id).lacks(today),
    };
    known.needs().map(row).collect()
}

/// The names of the present phase's focus areas.
fn focus(cx: &Cx, marks: &[domain::facts::Mark], phases: &[Phase]) -> Vec<Text> {
    let Some(phase) = domain::phase::on(phases, cx.today) else { return Vec::new() };
    let chosen = marks
        .iter()
        .filter(|mark| mark.kind == MarkKind::FocusArea && mark.phase == Some(phase.number) && mark.on <= cx.today);
    chosen
        .filter_map(|mark| areas(cx).find(|area| Some(&area.key) == mark.area.as_ref()))
        .map(|area| area.name.clone())
        .collect()
}

/// The start, each later phase's beginning, and today.
fn jumps(begun_on: Option<NaiveDate>, phases: &[Phase], today: NaiveDate) -> Vec<Jump> {
    let start = begun_on.map(|on| Jump { to: JumpTo::Start, on });
    let later = phases.iter().skip(1).map(|phase| Jump { to: JumpTo::Phase(phase.number), on: phase.days.from });
    let mut jumps: Vec<Jump> = start.into_iter().chain(later).filter(|jump| jump.on < today).collect();
    jumps.push(Jump { to: JumpTo::Today, on: today });
    jumps
}
