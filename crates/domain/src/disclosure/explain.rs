//! What a withheld cell would give away if it were shown: for the coordinator, with the sum by which it would.

use serde::Serialize;

use super::release::{Because, Release};
use super::ways::{Found, Goal};
use super::withhold::May;

/// A count in a sum: how often it is added (or, below 0, taken away).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Term {
    /// How often.
    pub times: i64,
    /// The cell's key.
    pub key: String,
    /// Its count.
    pub count: u32,
}

/// What a cell would give away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GivesAway {
    /// The cell that is withheld.
    pub cell: String,
    /// The small count that it would give away.
    pub small: String,
    /// The least that the small count could be.
    pub least: u32,
    /// The most; `None` where that is the bound or more.
    pub most: Option<u32>,
    /// The counts, all of them shown then, whose sum it is, or cannot exceed or fall below; empty where no single sum tells it.
    pub terms: Vec<Term>,
}

/// Steps for one question.
const STEPS: u64 = 2_000_000;

impl Release {
    /// For each cell withheld because it gives away a small count: which, and how. Not for the audience.
    pub fn explain(&self) -> Vec<GivesAway> {
        let lines = &self.ledger().lines;
        let places = (0..lines.len()).filter(|place| self.withheld.get(*place) == Some(&true));
        let is_asked = |place: &usize| {
            lines.get(*place).is_some_and(|line| self.because(&line.key) == Some(Because::GivesAway))
                && self.may.get(*place) == Some(&May::Chosen)
        };
        places.filter(is_asked).filter_map(|place| self.given_away_by(place)).collect()
    }

    fn given_away_by(&self, cell: usize) -> Option<GivesAway> {
        let mut withheld = self.withheld.clone();
        *withheld.get_mut(cell)? = false;
        let prices: Vec<_> = withheld.iter().map(|sign| sign.then_some(1e-4)).collect();
        let lines = &self.ledger().lines;
        let below = i64::from(self.below());
        let small = |place: &usize| {
            let count = lines.get(*place).map_or(0, |line| i64::from(line.count));
            withheld.get(*place) == Some(&true) && (1..below).contains(&count)
        };
        for place in (0..lines.len()).filter(small) {
            let line = lines.get(place)?;
            let count = i64::from(line.count);
            let far = |upwards, need| {
                let goal = Goal { cell: place, upwards, need };
                match self.system.seek(&prices, goal, &mut STEPS.clone()) {
                    Found::Way(_) => need,
                    Found::AtMost(reached, _) => reached,
                    Found::Unproven => 0,
                }
            };
            let (down, up) = (far(false, count), far(true, below - count));
            if down == count && up == below - count {
                continue;
            }
            let goal = Goal { cell: place, upwards: up < below - count, need: below };
            let factors = self.system.reason(&prices, goal, &mut STEPS.clone()).unwrap_or_default();
            let term = |(place, times): (usize, i64)| {
                lines.get(place).map(|line| Term { times, key: line.key.clone(), count: line.count })
            };
            let mut terms: Vec<Term> = factors.into_iter().filter_map(term).collect();
            terms.sort_by_key(|term| term.times < 0);
            return Some(GivesAway {
                cell: lines.get(cell)?.key.clone(),
                small: line.key.clone(),
                least: u32::try_from(count - down).unwrap_or(0),
                most: u32::try_from(count + up).ok().filter(|_| up < below - count),
                terms,
            });
        }
        None
    }
}

impl GivesAway {
    /// The sum, without words: `in_clarification = attached (19) − enrolled (16) = 3`.
    pub fn sum(&self) -> Option<String> {
        let sum: i64 = self.terms.iter().map(|term| term.times * i64::from(term.count)).sum();
        let sign = match (self.most, i64::from(self.least)) {
            (Some(most), least) if i64::from(most) == least => "=",
            (Some(most), _) if i64::from(most) == sum => "≤",
            _ => "≥",
        };
        let mut text = format!("{} {sign}", self.small);
        for (at, term) in self.terms.iter().enumerate() {
            let plus = match (at, term.times < 0) {
                (_, true) => " −",
                (0, false) => "",
                (_, false) => " +",
            };
            let times = if term.times.abs() == 1 { String::new() } else { format!("{} × ", term.times.abs()) };
            text.push_str(&format!("{plus} {times}{} ({})", term.key, term.count));
        }
        (!self.terms.is_empty()).then(|| format!("{text} = {sum}"))
    }
}
