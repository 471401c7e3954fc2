//! The logo that the programme's own documents begin with. A citizen's papers have none: what lies on a table should not tell where it is from.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::code::PaperKind;
use crate::paper::{Faults, Paper};
use crate::refusal::Refusal;

/// The largest file that is taken, in bytes: 5 MB as people say it.
pub const LARGEST: usize = 5 * 1024 * 1024;
/// The most points on a side of the picture that is taken.
pub const SIDE: u32 = 6_000;

/// The logo: the picture as we keep it, and what it shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logo {
    /// The picture as PNG, in Base64.
    pub png: String,
    /// How wide it is shown, in CSS pixels (1/96 inch).
    pub width: u32,
    /// How high it is shown.
    pub height: u32,
    /// What it shows, for who does not see it.
    pub says: String,
}

impl Paper for Logo {
    const KIND: PaperKind = PaperKind::Logo;

    fn check(&self, _: NaiveDate) -> Vec<Refusal> {
        let mut faults = Faults::default();
        faults.line("viser", &self.says);
        faults.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::Code;

    #[test]
    fn a_logo_says_what_it_shows() {
        let logo = |says: &str| Logo { png: String::new(), width: 1, height: 1, says: says.to_owned() };
        let refused = |says| logo(says).check(NaiveDate::default()).first().map(|refusal| refusal.code);
        assert_eq!(refused(" "), Some(Code::Missing));
        assert_eq!(refused("Kommunens logo"), None);
    }
}
