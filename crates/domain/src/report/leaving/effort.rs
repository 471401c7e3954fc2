//! `effort`: contacts by what they are divided by, and the goals reached. The areas overlap, and are in no sum.

use super::{Fault, Figures, Keys, Leaving};
use crate::report::Report;
use crate::report::effort::Effort;

impl Effort {
    /// The keys of its counts.
    pub fn keys(&self) -> Keys {
        Keys::over(Report::Effort, self.from, self.to)
    }

    /// What the contacts of each line are called in a key, and how many they are: by month, phase, kind, with whom; then by area.
    pub fn divided(&self) -> [Vec<(String, u32)>; 5] {
        let unknown = "unknown";
        [
            self.by_month.iter().map(|line| (format!("by_month.{}", line.month), line.time.contacts)).collect(),
            self.by_phase.iter().map(|line| (format!("by_phase.{}", line.phase.code()), line.time.contacts)).collect(),
            self.by_type
                .iter()
                .map(|line| (line.kind.map_or(unknown, crate::code::ContactKind::code), line.time.contacts))
                .map(|(kind, contacts)| (format!("by_type.{kind}"), contacts))
                .collect(),
            self.by_with
                .iter()
                .map(|line| (line.with.map_or(unknown, crate::code::With::code), line.time.contacts))
                .map(|(with, contacts)| (format!("by_with.{with}"), contacts))
                .collect(),
            self.by_area
                .iter()
                .map(|line| (format!("by_area.{}", line.area.as_deref().unwrap_or("none")), line.time.contacts))
                .collect(),
        ]
    }

    pub(super) fn leave(&self, all: &mut Figures) -> Result<(), Fault> {
        let mut to = Leaving { all, keys: self.keys() };
        to.adds_up("n", self.n)?;
        to.adds_up("missing", self.missing)?;
        to.part("n", "missing")?;
        let [sums @ .., areas] = self.divided();
        for lines in sums {
            lines.iter().try_for_each(|(path, contacts)| to.adds_up(path, *contacts))?;
            to.sum("n", &lines.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>())?;
        }
        for (path, contacts) in &areas {
            to.adds_up(path, *contacts)?;
            to.part("n", path)?;
        }
        self.goals_reached_by_area.iter().try_for_each(|line| to.grows(&reached(line.area.as_deref()), line.reached))
    }
}

/// What the goals reached in an area are called in a key.
pub fn reached(area: Option<&str>) -> String {
    format!("goals_reached_by_area.{}", area.unwrap_or("none"))
}
