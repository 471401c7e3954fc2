//! Invented intake by month, for the forecast's backtest: people come by themselves, so a month's number is a Poisson count.

use super::chance::Chance;

/// The enrolments of each of some months, at so many a month on the average. The same seed gives the same history.
pub fn months(seed: u64, a_month: f64, months: usize) -> Vec<u32> {
    let mut chance = Chance::of(seed, months as u64);
    (0..months).map(|_| poisson(&mut chance, a_month)).collect()
}

/// A Poisson count (Knuth 1969): how many chances can be multiplied before the product falls below e^-mean. The mean is taken in parts, for
/// of a large one the power would be none.
fn poisson(chance: &mut Chance, mean: f64) -> u32 {
    let (mut left, mut count) = (mean, 0);
    while left > 0.0 {
        let part = left.min(30.0);
        let limit = (-part).exp();
        let mut product = share(chance);
        while product > limit {
            count += 1;
            product *= share(chance);
        }
        left -= part;
    }
    count
}

/// A number above 0 and not above 1.
fn share(chance: &mut Chance) -> f64 {
    (f64::from(chance.below(u32::MAX)) + 1.0) / f64::from(u32::MAX)
}

#[cfg(test)]
mod tests {
    use domain::forecast::backtest::{Tally, backtest};

    use super::*;

    #[test]
    fn two_a_month_come_to_two_a_month_and_vary_as_much() {
        let history = months(7, 2.0, 10_000);
        let mean = history.iter().map(|n| f64::from(*n)).sum::<f64>() / 10_000.0;
        let spread = history.iter().map(|n| (f64::from(*n) - mean).powi(2)).sum::<f64>() / 10_000.0;
        assert!((1.9..2.1).contains(&mean) && (1.9..2.1).contains(&spread), "{mean} {spread}");
        assert_eq!(months(7, 2.0, 24), months(7, 2.0, 24));
        assert_ne!(months(7, 2.0, 24), months(8, 2.0, 24));
        assert_eq!(months(1, 0.0, 3), [0, 0, 0]);
        assert!((900..1_100).contains(&months(1, 1_000.0, 1)[0]));
    }

    #[test]
    fn four_times_out_of_five_the_number_falls_within_the_interval() {
        let mut told = Tally::default();
        for seed in 0..150 {
            for a_month in [1.0, 2.0, 4.0, 8.0] {
                for ahead in [3, 6, 12] {
                    told.add(backtest(&months(seed, a_month, 60), 12, ahead));
                }
            }
        }
        let held = f64::from(told.held) / f64::from(told.asked);
        assert!(told.asked > 10_000 && (0.75..=0.85).contains(&held), "{held} of {}", told.asked);
        // The control: an interval about a rate that is not the history's holds far less often.
        let doubled: Vec<u32> = months(1, 2.0, 24).into_iter().chain(months(2, 8.0, 24)).collect();
        let wrong = backtest(&doubled[12..36], 12, 12);
        assert_eq!((wrong.asked, wrong.held), (1, 0));
    }
}
