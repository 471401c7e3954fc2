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
            to.adds_up(&path, line.n)?;
            parts.push(path);
        }
        for line in &self.out {
            let n = path("out", &line.partner, "n");
            to.adds_up(&n, line.n)?;
            let answered = path("out", &line.partner, "answered");
            to.grows(&answered, line.answered)?;
            to.part(&n, &answered)?;
            parts.push(n);
        }
        to.adds_up("missing", self.missing)?;
        to.adds_up("n", self.n)?;
        to.sum("n", &parts.iter().map(String::as_str).collect::<Vec<_>>())
    }
}

/// The path of a partner's count. It names the partner: a place in a list would be another partner's as soon as one is added.
pub fn path(way: &str, partner: &str, what: &str) -> String {
    format!("{way}.{partner}.{what}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::day;
    use crate::report::referrals::Out;

    fn printed(partners: &[(&str, u32)]) -> Figures {
        let out: Vec<Out> = partners
            .iter()
            .map(|(partner, n)| Out { partner: (*partner).to_owned(), n: *n, answered: 0, median_days_to_answer: None })
            .collect();
        let n = partners.iter().map(|(_, n)| n).sum();
        let (from, to) = (day("2014-12-01"), day("2015-11-30"));
        let mut all = Figures::new();
        let figure = Referrals { definition: "referrals", from, to, into: Vec::new(), out, n, missing: 0 };
        figure.leave(&mut all).unwrap();
        all
    }

    #[test]
    fn a_partners_count_keeps_its_key_when_another_partner_comes_before_it() {
        let key = "referrals.out.Reden.n 2014-12-01..2015-11-30";
        assert_eq!(printed(&[("Reden", 7)]).count(key), Ok(7));
        assert_eq!(printed(&[("LivaRehab", 3), ("Reden", 7)]).count(key), Ok(7));
    }
}
