//! `fidelity`: by indicator and verdict.

use super::{Fault, Figures, Keys, Leaving};
use crate::fidelity::Why;
use crate::report::Report;
use crate::report::fidelity::FidelityFigure;

impl FidelityFigure {
    /// The keys of its counts.
    pub fn keys(&self) -> Keys {
        Keys::on(Report::Fidelity, self.as_of)
    }

    pub(super) fn leave(&self, all: &mut Figures) -> Result<(), Fault> {
        let mut to = Leaving { all, keys: self.keys() };
        to.print("n", self.n)?;
        to.print("missing", self.missing)?;
        // Judged or not, they are the courses enrolled by the day, whom the situation counts too.
        let enrolled = Keys::on(Report::Situation, self.as_of).key("n");
        to.all.imply(enrolled.clone(), self.n + self.missing)?;
        let parts = to.keys.all(["n", "missing"]);
        to.all.sum(&enrolled, &parts.each_ref().map(String::as_str))?;
        for line in &self.indicators {
            let path = |what: &str| format!("{}.{what}", line.key.code());
            to.print(&path("met"), line.met)?;
            to.print(&path("not_met"), line.not_met)?;
            to.print(&path("too_early"), line.too_early)?;
            to.print(&path("not_relevant"), line.not_relevant)?;
            to.sum("n", &[&path("met"), &path("not_met"), &path("too_early"), &path("not_relevant")])?;
            let reasons = Why::ALL.map(|why| path(why.code()));
            for (why, path) in Why::ALL.iter().zip(&reasons) {
                to.print(path, line.reasons.get(why).copied().unwrap_or(0))?;
            }
            to.sum(&path("not_relevant"), &reasons.each_ref().map(String::as_str))?;
        }
        Ok(())
    }
}
