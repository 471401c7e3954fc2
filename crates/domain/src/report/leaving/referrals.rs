//! `referrals`: by partner.

use super::{Fault, Figures, Keys, Leaving};
use crate::report::Report;
use crate::report::referrals::Referrals;

impl Referrals {
    /// The keys of its counts.
    pub fn keys(&self) -> Keys {
        Keys::over(Report::Referrals, self.from, self.to)
    }

    pub(super) fn leave(&self, all: &mut Figures) -> Result<(), Fault> {
        let mut to = Leaving { all, keys: self.keys() };
        let mut parts = Vec::new();
        for line in &self.into {
            let path = path("in", &line.partner, "n");
            to.print(&path, line.n)?;
            parts.push(path);
        }
        for line in &self.out {
            let n = path("out", &line.partner, "n");
            to.print(&n, line.n)?;
            let answered = path("out", &line.partner, "answered");
            to.print(&answered, line.answered)?;
            to.part(&n, &answered)?;
            parts.push(n);
        }
        to.print("missing", self.missing)?;
        to.print("n", self.n)?;
        to.sum("n", &parts.iter().map(String::as_str).collect::<Vec<_>>())
    }
}

/// The path of a partner's count. It names the partner: a place in a list would be another partner's as soon as one is added.
pub fn path(way: &str, partner: &str, what: &str) -> String {
    format!("{way}.{partner}.{what}")
}
