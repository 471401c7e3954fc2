//! `forecast`: what was observed, and the known load.

use super::{Fault, Figures, Keys, Leaving, intake};
use crate::programme::Period;
use crate::report::Report;
use crate::report::forecast::Forecast;

impl Forecast {
    /// The keys of its counts.
    pub fn keys(&self) -> Keys {
        Keys::over(Report::Forecast, self.from, self.to)
    }

    /// The key of what was observed: the intake's enrolments of the period looked back on.
    pub fn observed_key(&self) -> String {
        observed_key(Period { from: self.history_from, to: self.history_to })
    }

    /// The path of the known courses of a month.
    pub fn known_path(month: &str) -> String {
        format!("load.{month}.known")
    }

    pub(super) fn leave(&self, all: &mut Figures) -> Result<(), Fault> {
        all.print(self.observed_key(), self.observed)?;
        let mut to = Leaving { all, keys: self.keys() };
        to.print("in_clarification", self.in_clarification)?;
        to.print("missing", self.missing)?;
        let mut before: Option<String> = None;
        for month in &self.load {
            let path = Self::known_path(&month.month);
            to.print(&path, month.known)?;
            // Who is known in the one month and not in the next ends in between.
            if let Some(before) = before.replace(path.clone()) {
                to.part(&before, &path)?;
            }
        }
        Ok(())
    }
}

/// The key of what was observed in a period looked back on.
pub fn observed_key(history: Period) -> String {
    intake::keys(history.from, history.to).key("enrolments")
}
