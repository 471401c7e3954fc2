//! Goals by the programme's goal areas (M15, M16): set in a period, and their state on its last day.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use crate::code::GoalState;
use crate::facts::Goal;
use crate::programme::{Period, Programme, Text};

/// The figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Goals {
    /// Which definition in `locales/` says what is counted.
    pub definition: &'static str,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// One row for each area of the programme, in its order; then areas it no longer has.
    pub by_area: Vec<Area>,
    /// Goals outside the areas (M16), made by the period's end.
    pub unlinked: u32,
    /// Goals made by the period's end.
    pub n: u32,
    /// Goals whose area is not known to the programme; they stand in a row of their own.
    pub missing: u32,
}

/// The goals of one area.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Area {
    /// The area's key.
    pub area: String,
    /// The area's name; `None` for one that the programme no longer has.
    pub name: Option<Text>,
    /// Made in the period.
    pub set: u32,
    /// Active on the last day; this and the next three are of all made by then.
    pub active: u32,
    /// Reached.
    pub reached: u32,
    /// Carried on by somebody else.
    pub handed_over: u32,
    /// Given up.
    pub dropped: u32,
}

impl Goal {
    /// The state on a day: the latest entered by then, and active before the first.
    pub fn state_on(&self, day: NaiveDate) -> GoalState {
        let entered = self.states.iter().filter(|(on, _)| *on <= day).max_by_key(|(on, _)| *on);
        entered.map_or(GoalState::Active, |(_, state)| *state)
    }
}

/// Counts the goals of a period.
pub fn goals(goals: &[Goal], programme: &Programme, period: Period) -> Goals {
    let mut rows: Vec<Area> = programme
        .goal_areas
        .iter()
        .map(|area| Area { area: area.key.clone(), name: Some(area.name.clone()), ..Area::default() })
        .collect();
    let mut former: BTreeMap<&str, Area> = BTreeMap::new();
    let (mut unlinked, mut n, mut missing) = (0, 0, 0);
    for goal in goals.iter().filter(|goal| goal.created_on <= period.to) {
        n += 1;
        let Some(area) = goal.area.as_deref() else {
            unlinked += 1;
            continue;
        };
        let row = match rows.iter_mut().find(|row| row.area == area) {
            Some(row) => row,
            None => {
                missing += 1;
                former.entry(area).or_insert_with(|| Area { area: area.to_owned(), ..Area::default() })
            }
        };
        row.set += u32::from(period.contains(goal.created_on));
        match goal.state_on(period.to) {
            GoalState::Active => row.active += 1,
            GoalState::Reached => row.reached += 1,
            GoalState::HandedOver => row.handed_over += 1,
            GoalState::Dropped => row.dropped += 1,
        }
    }
    rows.extend(former.into_values());
    Goals { definition: "goals", from: period.from, to: period.to, by_area: rows, unlinked, n, missing }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{day, programme};
    use crate::programme::{GoalArea, Text};

    fn with_housing() -> Programme {
        let name = Text { da: "Bolig".to_owned(), en: "Housing".to_owned() };
        Programme { goal_areas: vec![GoalArea { key: "bolig".to_owned(), name, retired: false }], ..programme() }
    }

    fn goal(area: Option<&str>, created: &str, states: &[(&str, GoalState)]) -> Goal {
        let states = states.iter().map(|(on, state)| (day(on), *state)).collect();
        Goal { created_on: day(created), area: area.map(str::to_owned), states }
    }

    fn spring(of: &[Goal]) -> Goals {
        goals(of, &with_housing(), Period { from: day("2015-03-01"), to: day("2015-05-31") })
    }

    #[test]
    fn a_goal_set_before_the_period_is_not_set_in_it_but_has_its_state_on_the_last_day() {
        let figure = spring(&[goal(Some("bolig"), "2015-02-28", &[("2015-05-31", GoalState::Reached)])]);
        assert_eq!((figure.by_area[0].set, figure.by_area[0].reached, figure.by_area[0].active), (0, 1, 0));
    }

    #[test]
    fn a_goal_reached_after_the_period_was_active_on_its_last_day() {
        let figure = spring(&[goal(Some("bolig"), "2015-03-01", &[("2015-06-01", GoalState::Reached)])]);
        assert_eq!((figure.by_area[0].set, figure.by_area[0].reached, figure.by_area[0].active), (1, 0, 1));
    }

    #[test]
    fn a_goal_taken_up_again_is_active() {
        let states = [("2015-03-10", GoalState::Dropped), ("2015-04-10", GoalState::Active)];
        let taken_up = goal(Some("bolig"), "2015-03-01", &states);
        assert_eq!(taken_up.state_on(day("2015-04-09")), GoalState::Dropped);
        assert_eq!(taken_up.state_on(day("2015-04-10")), GoalState::Active);
    }

    #[test]
    fn goals_outside_the_areas_and_of_a_former_area_are_not_lost() {
        let figure = spring(&[
            goal(None, "2015-01-01", &[]),
            goal(Some("have"), "2015-03-02", &[]),
            goal(None, "2015-06-01", &[]),
        ]);
        assert_eq!((figure.unlinked, figure.n, figure.missing), (1, 2, 1));
        assert_eq!((figure.by_area[1].area.as_str(), figure.by_area[1].set), ("have", 1));
        let named: Vec<_> = figure.by_area.iter().map(|area| area.name.as_ref().map(|name| name.en.as_str())).collect();
        assert_eq!(named, [Some("Housing"), None]);
    }
}
