//! The activity plan (M14-M17): goals in the citizen's words, the actions towards them, and what became of both.
//!
//! Whatever is said of a goal or an action holds from a day on. [`history`] makes the versions that were recorded into what held
//! when, so that the plan can be seen as it stood on any day.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::code::{ActionState, Doer, GoalState, Proposer};
use crate::id::{ActionId, GoalId};
use crate::personal::Personal;
use crate::phase::Phase;
use crate::refusal::{Code, Refusal};

/// The most letters in a goal, an action or a need: what fits on the plan and can be said aloud.
pub const WORDS: usize = 1000;

/// What held from which day on, the earliest first.
pub type History<T> = Vec<(NaiveDate, T)>;

/// What held when, from versions in the order in which they were recorded, each with the day from which it holds.
///
/// A later version stands for every day from its own on, whatever an earlier one said of them: a correction from the same day
/// takes the place of what was wrong, a change from a later day leaves what was before.
pub fn history<T>(versions: impl IntoIterator<Item = (NaiveDate, T)>) -> History<T> {
    let mut held: History<T> = Vec::new();
    for (from, what) in versions {
        held.truncate(held.partition_point(|(earlier, _)| *earlier < from));
        held.push((from, what));
    }
    held
}

/// What held on the day; `None` before the first.
pub fn on<T>(history: &[(NaiveDate, T)], day: NaiveDate) -> Option<&T> {
    history.iter().rev().find(|(from, _)| *from <= day).map(|(_, what)| what)
}

/// What is said of a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalSaid {
    /// The goal in words; empty where the citizen's key is gone.
    pub words: Personal<String>,
    /// The goal area's key.
    pub area: Option<String>,
    /// Whether it lies outside the areas on purpose (M16).
    pub is_outside: bool,
    /// Who proposed it; `None` where not known.
    pub proposed_by: Option<Proposer>,
    /// Its state.
    pub state: GoalState,
    /// Since when.
    pub state_on: NaiveDate,
}

/// A goal with all that was said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// Its id.
    pub id: GoalId,
    /// The day it was made.
    pub created_on: NaiveDate,
    /// What was said, from when on.
    pub said: History<GoalSaid>,
}

/// What is said of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionSaid {
    /// What is to be done; empty where the citizen's key is gone.
    pub words: Personal<String>,
    /// Who does it; `None` where not agreed yet.
    pub doer: Option<Doer>,
    /// The doer's name, where it is a partner, an authority or somebody else.
    pub doer_name: Option<Personal<String>>,
    /// By when.
    pub due_on: Option<NaiveDate>,
    /// Its state.
    pub state: ActionState,
    /// Since when.
    pub state_on: NaiveDate,
}

/// An action with all that was said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Its id.
    pub id: ActionId,
    /// The goal it leads to.
    pub goal: GoalId,
    /// The day it was agreed.
    pub created_on: NaiveDate,
    /// What was said, from when on.
    pub said: History<ActionSaid>,
}

/// A plan with its whole history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActivityPlan {
    /// The goals, the first made first.
    pub goals: Vec<Goal>,
    /// The actions, the first agreed first.
    pub actions: Vec<Action>,
}

/// How the plan differs between two days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Goals that were not there before.
    pub added: u32,
    /// Goals put into other words.
    pub reworded: u32,
    /// Goals reached since.
    pub reached: u32,
    /// Goals that somebody else carries on since.
    pub handed_over: u32,
    /// Goals given up since.
    pub dropped: u32,
    /// Actions that were the worker's at first and are somebody else's now (M17).
    pub passed_on: u32,
}

impl Changes {
    /// Whether nothing changed.
    pub fn are_none(&self) -> bool {
        *self == Self::default()
    }
}

/// Whose the actions of a phase were (M17).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doers {
    /// The phase.
    pub phase: u32,
    /// The citizen's own.
    pub citizen: u32,
    /// The worker's, and what both do together.
    pub worker: u32,
    /// A partner's or an authority's.
    pub others: u32,
}

impl Goal {
    /// The day on which it got the words it had on `until`, where that was after `since` and it had others before.
    pub fn reworded_on(&self, since: NaiveDate, until: NaiveDate) -> Option<NaiveDate> {
        let pairs = self.said.iter().zip(self.said.iter().skip(1));
        let changed = pairs.filter(|((_, before), (from, after))| {
            *from > since && *from <= until && before.words != after.words && !before.words.reveal().is_empty()
        });
        changed.map(|(_, (from, _))| *from).next_back()
    }
}

impl Action {
    /// Who did it at first, where that was the worker and somebody else does it on the day (M17).
    pub fn passed_on(&self, day: NaiveDate) -> bool {
        let first = self.said.first().and_then(|(_, said)| said.doer);
        let now = on(&self.said, day).and_then(|said| said.doer);
        first == Some(Doer::Worker) && matches!(now, Some(Doer::Citizen | Doer::Partner | Doer::Authority))
    }

    /// Whether somebody still had it to do at some time from `from` to `to`.
    fn is_open_between(&self, from: NaiveDate, to: NaiveDate) -> bool {
        let ended = on(&self.said, to).filter(|said| matches!(said.state, ActionState::Done | ActionState::Dropped));
        self.created_on <= to && ended.is_none_or(|said| said.state_on >= from)
    }
}

impl ActivityPlan {
    /// The day of the first goal: the plan's start.
    pub fn begun_on(&self) -> Option<NaiveDate> {
        self.goals.iter().map(|goal| goal.created_on).min()
    }

    /// The goals of the day with what held of each.
    pub fn goals_on(&self, day: NaiveDate) -> impl Iterator<Item = (&Goal, &GoalSaid)> {
        self.goals
            .iter()
            .filter(move |goal| goal.created_on <= day)
            .filter_map(move |goal| Some((goal, on(&goal.said, day)?)))
    }

    /// A goal's actions on the day with what held of each.
    pub fn actions_on(&self, goal: GoalId, day: NaiveDate) -> impl Iterator<Item = (&Action, &ActionSaid)> {
        let of_goal = self.actions.iter().filter(move |action| action.goal == goal && action.created_on <= day);
        of_goal.filter_map(move |action| Some((action, on(&action.said, day)?)))
    }

    /// What changed from the plan as it stood on `since` to the plan as it stood on `until`.
    pub fn changes(&self, since: NaiveDate, until: NaiveDate) -> Changes {
        let before: HashMap<GoalId, &GoalSaid> = self.goals_on(since).map(|(goal, said)| (goal.id, said)).collect();
        let mut changes = Changes::default();
        for (goal, now) in self.goals_on(until) {
            let was = before.get(&goal.id);
            changes.added += u32::from(was.is_none());
            changes.reworded += u32::from(was.is_some_and(|was| was.words != now.words));
            if was.map(|was| was.state) != Some(now.state) {
                match now.state {
                    GoalState::Active => {}
                    GoalState::Reached => changes.reached += 1,
                    GoalState::HandedOver => changes.handed_over += 1,
                    GoalState::Dropped => changes.dropped += 1,
                }
            }
        }
        let passed = |action: &&Action| action.passed_on(until) && !action.passed_on(since);
        changes.passed_on = count(self.actions.iter().filter(passed).count());
        changes
    }

    /// Whose the actions were, phase by phase up to the day. An action counts in each phase in which it was still to be done, as
    /// the one's who had it at the phase's end (or on the day).
    pub fn doers(&self, phases: &[Phase], day: NaiveDate) -> Vec<Doers> {
        let begun = phases.iter().filter(|phase| phase.days.from <= day && !phase.days.is_empty());
        begun
            .map(|phase| {
                let end = phase.days.to.min(day);
                let mut doers = Doers { phase: phase.number, citizen: 0, worker: 0, others: 0 };
                for action in self.actions.iter().filter(|action| action.is_open_between(phase.days.from, end)) {
                    match on(&action.said, end).and_then(|said| said.doer) {
                        Some(Doer::Citizen) => doers.citizen += 1,
                        Some(Doer::Worker | Doer::Together) => doers.worker += 1,
                        Some(Doer::Partner | Doer::Authority) => doers.others += 1,
                        None => {}
                    }
                }
                doers
            })
            .collect()
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A day as it was given in a form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GivenDay {
    /// Nothing was given.
    #[default]
    Nothing,
    /// Something that is no day, such as 31 February.
    Unreadable,
    /// A day.
    On(NaiveDate),
}

impl GivenDay {
    /// The day, where there is one.
    pub const fn day(self) -> Option<NaiveDate> {
        match self {
            Self::On(day) => Some(day),
            Self::Nothing | Self::Unreadable => None,
        }
    }

    /// Why it cannot stand in a field that may be empty.
    pub fn refusal(self, field: &'static str) -> Option<Refusal> {
        (self == Self::Unreadable).then_some(Refusal::new(field, Code::DayNeeded))
    }
}

impl From<NaiveDate> for GivenDay {
    fn from(day: NaiveDate) -> Self {
        Self::On(day)
    }
}

/// Looks at what is written into the plan: the words are needed and short, the day is one of the course's up to today.
///
/// `earliest` is the first day that makes sense: the course's for a goal, the goal's for its actions and states.
pub fn check(words: &str, on: GivenDay, earliest: NaiveDate, today: NaiveDate) -> Vec<Refusal> {
    let refused = |applies: bool, field, code| applies.then_some(Refusal::new(field, code));
    [
        refused(words.trim().is_empty(), "words", Code::Missing),
        refused(words.chars().count() > WORDS, "words", Code::TooLong),
    ]
    .into_iter()
    .flatten()
    .chain(check_day(on, earliest, today))
    .collect()
}

/// Looks at the day on which something in the plan came to be so.
pub fn check_day(on: GivenDay, earliest: NaiveDate, today: NaiveDate) -> Option<Refusal> {
    let code = match on {
        GivenDay::Nothing | GivenDay::Unreadable => Code::DayNeeded,
        GivenDay::On(day) if day > today => Code::InTheFuture,
        GivenDay::On(day) if day < earliest => Code::BeforeItWasMade,
        GivenDay::On(_) => return None,
    };
    Some(Refusal::new("on", code))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::course::plan;
    use crate::example::{any_day, day, programme};
    use crate::phase::phases;

    fn words(text: &str) -> Personal<String> {
        Personal::new(text.to_owned())
    }

    fn goal(number: u128, said: &[(&str, &str, GoalState)]) -> Goal {
        let version = |(from, text, state): &(&str, &str, GoalState)| {
            let said = GoalSaid {
                words: words(text),
                area: None,
                is_outside: false,
                proposed_by: None,
                state: *state,
                state_on: day(from),
            };
            (day(from), said)
        };
        let id = GoalId(Uuid::from_u128(number));
        Goal { id, created_on: day(said[0].0), said: history(said.iter().map(version)) }
    }

    fn action(number: u128, said: &[(&str, Doer, ActionState)]) -> Action {
        let version = |(from, doer, state): &(&str, Doer, ActionState)| {
            let said = ActionSaid {
                words: words("Ringe"),
                doer: Some(*doer),
                doer_name: None,
                due_on: None,
                state: *state,
                state_on: day(from),
            };
            (day(from), said)
        };
        let id = ActionId(Uuid::from_u128(number));
        let goal = GoalId(Uuid::from_u128(1));
        Action { id, goal, created_on: day(said[0].0), said: history(said.iter().map(version)) }
    }

    #[test]
    fn a_correction_takes_the_place_of_what_was_wrong_and_a_change_leaves_what_was_before() {
        let held = history([(day("2015-05-01"), "a"), (day("2015-09-01"), "b"), (day("2015-09-01"), "c")]);
        assert_eq!(held, [(day("2015-05-01"), "a"), (day("2015-09-01"), "c")]);
        assert_eq!(on(&held, day("2015-08-31")), Some(&"a"));
        assert_eq!(on(&held, day("2015-09-01")), Some(&"c"));
        assert_eq!(on(&held, day("2015-04-30")), None);
    }

    #[test]
    fn what_turns_out_to_hold_from_earlier_on_leaves_nothing_of_what_was_said_of_later_days() {
        let held = history([(day("2015-05-01"), "a"), (day("2015-09-01"), "b"), (day("2015-08-01"), "c")]);
        assert_eq!(held, [(day("2015-05-01"), "a"), (day("2015-08-01"), "c")]);
    }

    #[test]
    fn the_plan_on_a_day_has_the_goals_of_that_day_in_the_words_of_that_day() {
        let plan = ActivityPlan {
            goals: vec![
                goal(
                    1,
                    &[
                        ("2015-04-24", "Et sted at bo", GoalState::Active),
                        ("2015-08-20", "Min egen dør", GoalState::Active),
                    ],
                ),
                goal(2, &[("2015-06-22", "Se min søster", GoalState::Active)]),
            ],
            actions: Vec::new(),
        };
        let on = |text: &str| -> Vec<String> {
            plan.goals_on(day(text)).map(|(_, said)| said.words.reveal().clone()).collect()
        };
        assert_eq!(on("2015-04-23"), Vec::<String>::new());
        assert_eq!(on("2015-05-01"), ["Et sted at bo"]);
        assert_eq!(on("2015-08-20"), ["Min egen dør", "Se min søster"]);
        assert_eq!(plan.begun_on(), Some(day("2015-04-24")));
        assert_eq!(plan.goals[0].reworded_on(day("2015-04-24"), day("2015-11-23")), Some(day("2015-08-20")));
        assert_eq!(plan.goals[0].reworded_on(day("2015-08-20"), day("2015-11-23")), None);
    }

    #[test]
    fn what_changed_since_the_start_is_counted_once_each() {
        let plan = ActivityPlan {
            goals: vec![
                goal(1, &[("2015-04-24", "A", GoalState::Active), ("2015-08-20", "B", GoalState::Active)]),
                goal(2, &[("2015-06-22", "Ny", GoalState::Active)]),
                goal(3, &[("2015-04-24", "Penge", GoalState::Active), ("2015-09-14", "Penge", GoalState::Reached)]),
            ],
            actions: vec![
                action(
                    1,
                    &[
                        ("2015-05-01", Doer::Worker, ActionState::UnderWay),
                        ("2015-11-04", Doer::Partner, ActionState::HandedOver),
                    ],
                ),
                action(2, &[("2015-05-01", Doer::Citizen, ActionState::Planned)]),
            ],
        };
        let since = day("2015-04-24");
        let changes = plan.changes(since, day("2015-11-23"));
        assert_eq!(changes, Changes { added: 1, reworded: 1, reached: 1, passed_on: 1, ..Changes::default() });
        assert!(plan.changes(since, since).are_none());
        assert_eq!(plan.changes(since, day("2015-11-03")).passed_on, 0, "the day before it is the worker's still");
    }

    #[test]
    fn a_goal_reached_and_taken_up_again_is_not_reached() {
        let again = goal(
            1,
            &[
                ("2015-04-24", "A", GoalState::Active),
                ("2015-06-01", "A", GoalState::Reached),
                ("2015-07-01", "A", GoalState::Active),
            ],
        );
        let plan = ActivityPlan { goals: vec![again], actions: Vec::new() };
        assert_eq!(plan.changes(day("2015-04-24"), day("2015-06-30")).reached, 1);
        assert_eq!(plan.changes(day("2015-04-24"), day("2015-07-01")).reached, 0);
    }

    #[test]
    fn an_action_is_counted_in_each_phase_in_which_it_was_still_to_be_done_as_the_one_s_who_had_it_then() {
        let course = plan(day("2015-01-01"), &programme()).unwrap();
        let phases = phases(&course, &programme(), &[]);
        let plan = ActivityPlan {
            goals: Vec::new(),
            actions: vec![
                action(
                    1,
                    &[
                        ("2015-02-01", Doer::Worker, ActionState::UnderWay),
                        ("2015-06-01", Doer::Partner, ActionState::HandedOver),
                    ],
                ),
                action(
                    2,
                    &[
                        ("2015-02-01", Doer::Citizen, ActionState::Planned),
                        ("2015-03-01", Doer::Citizen, ActionState::Done),
                    ],
                ),
            ],
        };
        let doers = plan.doers(&phases, day("2015-08-01"));
        let told: Vec<_> = doers.iter().map(|doers| (doers.phase, doers.citizen, doers.worker, doers.others)).collect();
        assert_eq!(told, [(1, 1, 1, 0), (2, 0, 0, 1)], "phase 3 has not begun");
    }

    #[test]
    fn a_goal_without_words_too_long_in_the_future_or_before_the_course_is_refused_all_at_once() {
        let codes = |words: &str, on: &str| -> Vec<Code> {
            check(words, day(on).into(), day("2015-01-01"), day("2015-11-23"))
                .iter()
                .map(|refusal| refusal.code)
                .collect()
        };
        assert_eq!(codes(" ", "2015-11-24"), [Code::Missing, Code::InTheFuture]);
        assert_eq!(codes(&"å".repeat(WORDS + 1), "2014-12-31"), [Code::TooLong, Code::BeforeItWasMade]);
        assert_eq!(codes(&"å".repeat(WORDS), "2015-11-23"), []);
        let none = |given| check_day(given, day("2015-01-01"), day("2015-11-23")).map(|refusal| refusal.code);
        assert_eq!([none(GivenDay::Nothing), none(GivenDay::Unreadable)], [Some(Code::DayNeeded); 2]);
    }

    proptest! {
        #[test]
        fn a_history_is_in_order_and_its_last_word_is_the_last_recorded(days in prop::collection::vec(any_day(), 1..8)) {
            let held = history(days.iter().enumerate().map(|(number, day)| (*day, number)));
            prop_assert!(held.windows(2).all(|pair| pair[0].0 < pair[1].0));
            prop_assert_eq!(held.last().map(|(_, number)| *number), Some(days.len() - 1));
        }
    }
}
