//! Chance that is the same for the same number: SplitMix64 (Steele, Lea and Flood 2014). For invented data, never for a key.

use chrono::NaiveDate;
use domain::day::add_days;

/// A run of numbers that follows from where it began.
#[derive(Clone, Debug)]
pub(super) struct Chance(u64);

impl Chance {
    /// The run of one citizen (or worker) of one seed: whoever is made first, the same person comes out.
    pub(super) fn of(seed: u64, number: u64) -> Self {
        let mut chance = Self(seed);
        let start = chance.next();
        // Turned, so that citizen 2 of seed 1 is not citizen 1 of seed 2.
        Self(start.rotate_left(32) ^ Self(number).next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `bound` - 1; 0 where the bound is 0.
    pub(super) fn below(&mut self, bound: u32) -> u32 {
        // The high half of a product: every number nearly equally likely, without a division.
        u32::try_from((u64::from(bound) * (self.next() >> 32)) >> 32).unwrap_or(0)
    }

    /// Whether it happens, `times` in `of`.
    pub(super) fn happens(&mut self, times: u32, of: u32) -> bool {
        self.below(of) < times
    }

    /// One of some.
    pub(super) fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(u32::try_from(of.len()).unwrap_or(u32::MAX)) as usize)
    }

    /// One of some words.
    pub(super) fn word(&mut self, of: &[&'static str]) -> &'static str {
        self.one(of).copied().unwrap_or_default()
    }

    /// A day from `first` to `last`; `first` where the run is empty.
    pub(super) fn day(&mut self, first: NaiveDate, last: NaiveDate) -> NaiveDate {
        let days = u32::try_from(domain::day::days_between(first, last) + 1).unwrap_or(0);
        add_days(first, i64::from(self.below(days)))
    }

    /// The chance of an id.
    pub(super) fn bytes(&mut self) -> [u8; 10] {
        let mut bytes = [0; 10];
        let chance = self.next().to_le_bytes().into_iter().chain(self.next().to_le_bytes());
        for (to, from) in bytes.iter_mut().zip(chance) {
            *to = from;
        }
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_number_gives_the_same_run_and_the_next_another() {
        let run = |seed, number| {
            let mut chance = Chance::of(seed, number);
            [chance.bytes(), chance.bytes()]
        };
        assert_eq!(run(1, 7), run(1, 7));
        assert_ne!(run(1, 7), run(1, 8));
        assert_ne!(run(1, 7), run(2, 7));
        assert_ne!(run(1, 2), run(2, 1));
    }

    #[test]
    fn a_bound_is_kept_and_every_number_below_it_comes() {
        let mut chance = Chance::of(1, 1);
        let mut seen = [0; 6];
        for _ in 0..6_000 {
            seen[chance.below(6) as usize] += 1;
        }
        assert!(seen.iter().all(|times| (800..1_200).contains(times)), "{seen:?}");
        assert_eq!(chance.below(0), 0);
    }
}
