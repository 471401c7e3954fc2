//! Workers needed (R13): citizens by the cap, and a share of a worker for anchoring.

use serde::{Serialize, Serializer};

/// A share of one full-time worker in thousandths, 0 to 1000: exact, where a floating number would round up a worker too many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Share(u32);

/// A share that is not between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a share of a worker lies between 0 and 1, with at most three decimals")]
pub struct NotAShare;

impl Share {
    /// Reads a share such as `0.25` or `0,25`.
    ///
    /// # Errors
    ///
    /// [`NotAShare`] where it is no number from 0 to 1 with at most three decimals.
    pub fn parse(text: &str) -> Result<Self, NotAShare> {
        let text = text.trim().replace(',', ".");
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(decimals) || decimals.len() > 3 || whole.len() > 3 {
            return Err(NotAShare);
        }
        let padded = format!("{whole}{decimals:0<3}");
        padded.parse().ok().filter(|thousandths| *thousandths <= 1000).map(Self).ok_or(NotAShare)
    }

    /// The share as a number from 0 to 1.
    pub fn as_f64(self) -> f64 {
        f64::from(self.0) / 1000.0
    }
}

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.as_f64())
    }
}

/// Workers needed for the citizens (R13): the smallest whole number not below citizens / cap + share.
pub fn workers_needed(citizens: u32, cap: u32, anchoring: Share) -> u64 {
    let cap = u64::from(cap.max(1));
    (u64::from(citizens) * 1000 + u64::from(anchoring.0) * cap).div_ceil(cap * 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_citizens_need_two_workers_and_one_more_needs_a_third() {
        let needed = [0, 16, 20, 21].map(|citizens| workers_needed(citizens, 10, Share::default()));
        assert_eq!(needed, [0, 2, 2, 3]);
    }

    #[test]
    fn anchoring_takes_its_share_and_no_more() {
        let share = |text| Share::parse(text).unwrap();
        assert_eq!(workers_needed(17, 10, share("0.3")), 2);
        assert_eq!(workers_needed(17, 10, share("0,301")), 3);
        assert_eq!(workers_needed(20, 10, share("1")), 3);
    }

    #[test]
    fn a_share_is_from_nothing_to_one_worker() {
        assert_eq!(Share::parse("0.25").map(Share::as_f64), Ok(0.25));
        for text in ["1.001", "-0.1", "1.", ".5", "halv", "", "0.2500", "NaN"] {
            assert_eq!(Share::parse(text), Err(NotAShare), "{text}");
        }
    }
}
