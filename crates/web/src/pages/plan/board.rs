//! The board in words: goals with their five lanes, the handover picture, and whose the actions were.

use app::view::plan::{ActionCard, GoalCard, NeedRow, PlanPage};
use chrono::NaiveDate;
use domain::code::{ActionState, Carrier, Doer, GoalState, Proposer};
use domain::handover::{Lack, Missing};
use render::catalogue::capital;
use render::chart::doers;
use render::{Words as Texts, day};

use super::{Keys, first_name};
use crate::fault::Fault;
use crate::part::{Mark, Picture};

/// A goal on the page.
pub(crate) struct GoalHtml {
    pub(crate) id: String,
    pub(crate) words: String,
    pub(crate) under: String,
    pub(crate) marks: Vec<Mark>,
    pub(crate) lanes: Vec<LaneHtml>,
    /// Its own page and the page of a new action; none where nothing can be changed.
    pub(crate) edit: Option<String>,
    pub(crate) refer: String,
    /// The page on which it is said why the goal lies outside, where that is missing.
    pub(crate) why: bool,
    pub(crate) is_active: bool,
}

/// A lane of a goal.
pub(crate) struct LaneHtml {
    pub(crate) code: &'static str,
    pub(crate) name: String,
    pub(crate) actions: Vec<ActionHtml>,
}

/// An action on the page.
pub(crate) struct ActionHtml {
    pub(crate) words: String,
    pub(crate) icon: &'static str,
    pub(crate) doer: String,
    pub(crate) when: String,
    pub(crate) change: String,
    pub(crate) to_whom: bool,
    pub(crate) moving: Option<MoveHtml>,
}

/// What moves an action: its address, its form's key and version, and the lanes it can go to.
pub(crate) struct MoveHtml {
    pub(crate) edit: String,
    pub(crate) to: String,
    pub(crate) key: String,
    pub(crate) version: i64,
    pub(crate) lanes: Vec<(&'static str, String)>,
}

/// A need on the page.
pub(crate) struct NeedHtml {
    pub(crate) edit: String,
    pub(crate) words: String,
    pub(crate) carrier: String,
    pub(crate) nobody: bool,
    pub(crate) contact: String,
    pub(crate) meeting: Mark,
    pub(crate) agreed: String,
}

/// Whose the actions of a phase were.
pub(crate) struct DoersHtml {
    pub(crate) phase: String,
    pub(crate) bar: Picture,
    pub(crate) counts: [u32; 3],
}

/// Says a plan in words.
pub(crate) struct Words<'a> {
    pub(crate) t: &'static Texts,
    pub(crate) page: &'a PlanPage,
    pub(crate) here: &'a str,
}

impl Words<'_> {
    /// A day beside a day of this year.
    pub(crate) fn day_of(&self, on: NaiveDate) -> String {
        day::brief(self.t, on, self.page.today)
    }

    fn worker(&self) -> String {
        let name = self.page.worker.as_ref().map(|name| first_name(name.reveal()).to_owned());
        name.unwrap_or_else(|| self.t.say("plan-the-worker").to_owned())
    }

    /// A goal as it stood on a day; with keys it can be changed.
    pub(crate) fn goal(&self, goal: &GoalCard, keys: Option<&Keys<'_>>, on: NaiveDate) -> Result<GoalHtml, Fault> {
        let t = self.t;
        let area = goal.area.as_ref().map_or_else(|| t.say("plan-outside"), |area| t.locale().of(area));
        let mut under = vec![area.to_owned()];
        if let Some(by) = goal.proposed_by {
            let (citizen, worker) = (self.page.name.reveal(), self.worker());
            let key = match by {
                Proposer::Citizen => "plan-by-citizen",
                Proposer::Worker => "plan-by-worker",
                Proposer::Together => "plan-by-both",
            };
            under.push(t.say_with(key, &[("citizen", citizen.into()), ("worker", (&worker).into())]));
        }
        under.push(t.say_of("plan-since", "day", &self.day_of(goal.created_on)));
        let lanes: Result<Vec<LaneHtml>, Fault> = ActionState::ALL
            .iter()
            .map(|state| {
                let of_lane = goal.actions.iter().filter(|action| action.state == *state);
                let actions: Result<_, _> = of_lane.map(|action| self.action(action, keys)).collect();
                Ok(LaneHtml {
                    code: state.code(),
                    name: capital(t.code("action-state", state.code())),
                    actions: actions?,
                })
            })
            .collect();
        Ok(GoalHtml {
            id: goal.id.to_string(),
            words: goal.words.reveal().clone(),
            under: under.join(" · "),
            marks: self.marks(goal, on),
            lanes: lanes?,
            edit: keys.map(|_| format!("{}/maal/{}", self.here, goal.id)),
            refer: format!("/borger/{}/henvisning?maal={}", self.page.id, goal.id),
            why: goal.area.is_none() && goal.outside.is_none() && keys.is_some(),
            is_active: goal.state == GoalState::Active,
        })
    }

    fn marks(&self, goal: &GoalCard, on: NaiveDate) -> Vec<Mark> {
        let t = self.t;
        let mark = |look, icon, text| Mark { look, icon, text };
        let mut marks = Vec::with_capacity(2);
        if goal.is_added && goal.created_on <= on {
            marks.push(mark("", "plus", t.say_of("goal-added", "day", &self.day_of(goal.created_on))));
        }
        if let Some(reworded) = goal.reworded_on {
            marks.push(mark("", "edit", t.say_of("goal-reworded", "day", &self.day_of(reworded))));
        }
        let since = self.day_of(goal.since);
        marks.push(match goal.state {
            GoalState::Active => mark("mark-soon", "flag", t.say("goal-active").to_owned()),
            GoalState::Reached => mark("mark-good", "success", t.say_of("goal-reached", "day", &since)),
            GoalState::HandedOver => mark("", "groups", t.say_of("goal-handed-over", "day", &since)),
            GoalState::Dropped => mark("mark-none", "minus", t.say_of("goal-dropped", "day", &since)),
        });
        marks
    }

    fn action(&self, action: &ActionCard, keys: Option<&Keys<'_>>) -> Result<ActionHtml, Fault> {
        let t = self.t;
        let when = match (action.state, action.due_on) {
            (ActionState::Planned | ActionState::UnderWay, Some(due)) => self.day_of(due),
            (ActionState::Planned | ActionState::UnderWay, None) => String::new(),
            _ => self.day_of(action.since),
        };
        let change = match (action.is_passed_on, action.new_on) {
            (true, _) => {
                let to = self.doer(action);
                t.say_with("action-passed-on", &[("worker", (&self.worker()).into()), ("to", (&to).into())])
            }
            (false, Some(on)) => t.say_of("action-new", "day", &self.day_of(on)),
            (false, None) => String::new(),
        };
        let moving = keys.map(|keys| {
            let edit = format!("{}/handling/{}", self.here, action.id);
            let others = ActionState::ALL.iter().filter(|state| **state != action.state);
            let lanes = others.map(|state| (state.code(), capital(t.code("action-state", state.code())))).collect();
            let (to, key) = (format!("{edit}/tilstand"), keys.key()?);
            Ok::<_, Fault>(MoveHtml { edit, to, key, version: action.version, lanes })
        });
        Ok(ActionHtml {
            words: action.words.reveal().clone(),
            icon: match action.doer {
                Some(Doer::Citizen) | None => "person",
                Some(Doer::Worker) => "account",
                Some(Doer::Together) => "persons",
                Some(Doer::Partner | Doer::Authority) => "groups",
            },
            doer: self.doer(action),
            when,
            change,
            to_whom: action.asks_to_whom && keys.is_some(),
            moving: moving.transpose()?,
        })
    }

    fn doer(&self, action: &ActionCard) -> String {
        let (citizen, worker) = (self.page.name.reveal().as_str(), self.worker());
        let named = action.doer_name.as_ref().map(|name| name.reveal().as_str()).filter(|name| !name.is_empty());
        match (action.doer, named) {
            (_, Some(name)) => name.to_owned(),
            (Some(Doer::Citizen), None) => citizen.to_owned(),
            (Some(Doer::Worker), None) => worker,
            (Some(Doer::Together), None) => {
                self.t.say_with("plan-both", &[("citizen", citizen.into()), ("worker", (&worker).into())])
            }
            (Some(doer), None) => capital(self.t.code("doer", doer.code())),
            (None, None) => self.t.say("plan-no-doer").to_owned(),
        }
    }

    /// A need as a row.
    pub(crate) fn need(&self, need: &NeedRow) -> NeedHtml {
        let t = self.t;
        let named = |text: &Option<domain::personal::Personal<String>>| {
            text.as_ref().map(|text| text.reveal().clone()).filter(|text| !text.is_empty())
        };
        let carrier = match need.carrier {
            Some(Carrier::Citizen) => t.say_of("need-self", "citizen", self.page.name.reveal()),
            Some(carrier) => named(&need.carrier_name).unwrap_or_else(|| capital(t.code("carrier", carrier.code()))),
            None => String::new(),
        };
        let meeting = match (need.warm_on, need.warm_planned_on) {
            (Some(on), _) => ("mark-good", "success", t.say_of("need-held", "day", &self.day_of(on))),
            (None, Some(on)) => ("mark-soon", "calendar-month", t.say_of("need-planned", "day", &self.day_of(on))),
            (None, None) if need.carrier == Some(Carrier::Citizen) => {
                ("mark-none", "minus", t.say("need-no-meeting").to_owned())
            }
            (None, None) => ("mark-none", "hourglass", t.say("need-not-begun").to_owned()),
        };
        let agreed = match (need.agreed_on, self.page.agree_by) {
            (Some(on), _) => day::numeric(t, on),
            (None, Some(by)) => t.say_of("need-by", "day", &day::numeric(t, by)),
            (None, None) => "–".to_owned(),
        };
        NeedHtml {
            edit: format!("{}/overdragelse/{}", self.here, need.id),
            words: need.words.reveal().clone(),
            nobody: need.carrier.is_none(),
            carrier,
            contact: named(&need.contact).unwrap_or_else(|| "–".to_owned()),
            meeting: Mark { look: meeting.0, icon: meeting.1, text: meeting.2 },
            agreed,
        }
    }

    /// What the handover lacks, a sentence each.
    pub(crate) fn missing(&self) -> Vec<String> {
        let t = self.t;
        let sentence = |missing: &Missing| match missing {
            Missing::NoNeeds => None,
            Missing::Need { need, lacks } => {
                let row = self.page.needs.iter().find(|row| row.id == *need)?;
                let lacks: Vec<&str> = lacks.iter().map(|lack| t.say(lack_key(*lack))).collect();
                Some(format!("{}: {}", row.words.reveal(), lacks.join(", ")))
            }
            Missing::Goal { goal } => {
                let card = self.page.goals.iter().find(|card| card.id == *goal)?;
                Some(t.say_of("missing-goal", "goal", card.words.reveal()))
            }
        };
        self.page.missing.iter().filter_map(sentence).collect()
    }

    /// Whose the actions were, phase by phase.
    pub(crate) fn doers(&self) -> Vec<DoersHtml> {
        let t = self.t;
        let row = |doers: &domain::plan::Doers| {
            let counts = [doers.citizen, doers.worker, doers.others];
            let phase = t.say_with("doers-phase", &[("phase", doers.phase.into())]);
            let label = t.say_with(
                "doers-label",
                &[
                    ("phase", doers.phase.into()),
                    ("citizen", doers.citizen.into()),
                    ("worker", doers.worker.into()),
                    ("others", doers.others.into()),
                ],
            );
            DoersHtml { phase, bar: Picture(doers::draw(doers.citizen, doers.worker, doers.others, &label)), counts }
        };
        self.page.doers.iter().filter(|doers| doers.citizen + doers.worker + doers.others > 0).map(row).collect()
    }
}

const fn lack_key(lack: Lack) -> &'static str {
    match lack {
        Lack::Carrier => "lack-carrier",
        Lack::Contact => "lack-contact",
        Lack::Agreement => "lack-agreement",
        Lack::WarmHandover => "lack-meeting",
    }
}
