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
        for (at, line) in self.into.iter().enumerate() {
            let path = path("in", at, "n");
            to.print(&path, line.n)?;
            parts.push(path);
        }
        for (at, line) in self.out.iter().enumerate() {
            let n = path("out", at, "n");
            to.print(&n, line.n)?;
            let answered = path("out", at, "answered");
            to.print(&answered, line.answered)?;
            to.part(&n, &answered)?;
            parts.push(n);
        }
        to.print("missing", self.missing)?;
        to.print("n", self.n)?;
        to.sum("n", &parts.iter().map(String::as_str).collect::<Vec<_>>())
    }
}

/// The path of a partner's count, by the partner's place in the list: a name is not said again in a key.
pub fn path(way: &str, at: usize, what: &str) -> String {
    format!("{way}.{at}.{what}")
}
