//! `goals`: by area and state.

use super::{Fault, Figures, Keys, Leaving};
use crate::report::Report;
use crate::report::goals::Goals;

impl Goals {
    /// The keys of its counts.
    pub fn keys(&self) -> Keys {
        Keys::over(Report::Goals, self.from, self.to)
    }

    pub(super) fn leave(&self, all: &mut Figures) -> Result<(), Fault> {
        let mut to = Leaving { all, keys: self.keys() };
        let mut parts = vec!["unlinked".to_owned()];
        to.grows("n", self.n)?;
        to.print("missing", self.missing)?;
        to.grows("unlinked", self.unlinked)?;
        for area in &self.by_area {
            let path = |what: &str| format!("by_area.{}.{what}", area.area);
            to.imply(&path("all"), area.active + area.reached + area.handed_over + area.dropped)?;
            let states = [
                ("active", area.active),
                ("reached", area.reached),
                ("handed_over", area.handed_over),
                ("dropped", area.dropped),
            ];
            for (state, count) in states {
                to.print(&path(state), count)?;
            }
            let states: Vec<String> = states.iter().map(|(state, _)| path(state)).collect();
            to.sum(&path("all"), &states.iter().map(String::as_str).collect::<Vec<_>>())?;
            to.adds_up(&path("set"), area.set)?;
            to.part(&path("all"), &path("set"))?;
            parts.push(path("all"));
        }
        let former: Vec<String> = self
            .by_area
            .iter()
            .filter(|area| area.name.is_none())
            .map(|area| format!("by_area.{}.all", area.area))
            .collect();
        if !former.is_empty() {
            to.sum("missing", &former.iter().map(String::as_str).collect::<Vec<_>>())?;
        }
        to.sum("n", &parts.iter().map(String::as_str).collect::<Vec<_>>())
    }
}
