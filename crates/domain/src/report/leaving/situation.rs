//! `situation`: by area and by service.

use super::{Fault, Figures, Keys, Leaving};
use crate::report::Report;
use crate::report::situation::Situation;

impl Situation {
    /// The keys of its counts.
    pub fn keys(&self) -> Keys {
        Keys::on(Report::Situation, self.as_of)
    }

    pub(super) fn leave(&self, all: &mut Figures) -> Result<(), Fault> {
        let mut to = Leaving { all, keys: self.keys() };
        to.grows("n", self.n)?;
        to.print("missing", self.missing)?;
        to.imply("assessments", self.n.saturating_sub(self.missing))?;
        to.sum("n", &["missing", "assessments"])?;
        for line in &self.areas {
            let path = |what: &str| format!("areas.{}.{what}", line.area);
            let states = [
                ("assessed", line.assessed),
                ("under_way", line.under_way),
                ("not_begun", line.not_begun),
                ("not_relevant", line.not_relevant),
            ];
            for (state, count) in states {
                to.print(&path(state), count)?;
            }
            let states: Vec<String> = states.iter().map(|(state, _)| path(state)).collect();
            to.sum("assessments", &states.iter().map(String::as_str).collect::<Vec<_>>())?;
        }
        to.print("all_assessed", self.all_assessed)?;
        to.part("assessments", "all_assessed")?;
        to.print("missing_services", self.missing_services)?;
        to.imply("services", self.n.saturating_sub(self.missing_services))?;
        to.sum("n", &["missing_services", "services"])?;
        for line in &self.services {
            let path = |what: &str| format!("services.{}.{what}", line.service.code());
            to.print(&path("before"), line.before)?;
            to.print(&path("established"), line.established)?;
            to.print(&path("reestablished"), line.reestablished)?;
            let none = self.n.saturating_sub(line.before + line.established + line.reestablished);
            to.imply(&path("none"), none)?;
            to.sum("n", &[&path("before"), &path("established"), &path("reestablished"), &path("none")])?;
        }
        to.grows("newly_in_contact", self.newly_in_contact)?;
        to.part("n", "newly_in_contact")
    }
}
