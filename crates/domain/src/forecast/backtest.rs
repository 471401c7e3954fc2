//! How often the interval of R22 would have held: for each month of a history that has a past and a future, the interval from the past
//! beside what came.

use super::interval_80;

/// How often.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Forecasts that could be made and looked at afterwards.
    pub asked: u32,
    /// Of them, those whose interval the number fell into.
    pub held: u32,
}

impl Tally {
    /// Both together.
    pub const fn add(&mut self, other: Self) {
        self.asked += other.asked;
        self.held += other.held;
    }
}

/// Goes through a history of enrolments by month: from `past` months the next `ahead` are forecast, then the next after those, so that no
/// month ahead is looked at twice.
pub fn backtest(months: &[u32], past: usize, ahead: usize) -> Tally {
    let mut tally = Tally::default();
    let whole = past + ahead;
    if ahead == 0 {
        return tally;
    }
    for window in months.windows(whole).step_by(ahead) {
        let (before, after) = window.split_at(past);
        let months = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let Some([low, high]) = interval_80(before.iter().sum(), months(past), months(ahead)) else { continue };
        let came: u32 = after.iter().sum();
        tally.add(Tally { asked: 1, held: u32::from(low <= came && came <= high) });
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_interval_is_held_against_the_months_after_it() {
        // 24 in 12 months let expect 3 to 10 in three.
        let steady = [2; 18];
        assert_eq!(backtest(&steady, 12, 3), Tally { asked: 2, held: 2 });
        let mut quiet = [2; 18];
        quiet[12..15].fill(0);
        // The first three came to none; from 18 in 12 months the next three, with six, fall into 2 to 7.
        assert_eq!(backtest(&quiet, 12, 3), Tally { asked: 2, held: 1 });
    }

    #[test]
    fn a_history_too_short_or_no_month_ahead_asks_nothing() {
        assert_eq!(backtest(&[2; 14], 12, 3), Tally::default());
        assert_eq!(backtest(&[2; 14], 12, 0), Tally::default());
    }
}
