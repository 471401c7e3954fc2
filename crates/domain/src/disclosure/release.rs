//! What leaves: figures judged against all that the audience knows.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::figures::{Figures, Kind};
use super::joined::Joined;
use super::ledger::{Ledger, Told};
use super::share::{may_be_told, percentage};
use super::ways::System;
use super::withhold::{May, choose};

/// Exact counts agreed with an audience, whatever their size: a grant-giver's totals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Agreement {
    /// With whom.
    pub audience: String,
    /// Where the agreement can be read: a paragraph of the grant, a letter and its date.
    pub reference: String,
    /// The keys of the counts.
    pub cells: BTreeSet<String>,
}

/// Why a cell is withheld. The table shows one sign for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// Its own count is small (R19).
    Small,
    /// With it a small count could be worked out (R19).
    GivesAway,
    /// It was withheld from this audience before, and is again.
    Before,
}

/// A cell as it may leave the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// The cell's key.
    pub key: String,
    /// The count; `None` where it is withheld, for whichever reason.
    pub count: Option<u32>,
}

/// Figures as they may leave the team.
#[derive(Clone, Debug)]
pub struct Release {
    below: u32,
    number: u32,
    cells: Vec<Shown>,
    reasons: BTreeMap<String, Because>,
    agreed: Vec<(String, String)>,
    narrowed: Vec<String>,
    is_unproven: bool,
    ledger: Ledger,
    pub(super) system: System,
    pub(super) withheld: Vec<bool>,
    pub(super) may: Vec<May>,
}

impl Figures {
    /// Judges the figures: counts below `below` other than 0 are withheld (R19: 5), and so are as many more as it takes that nobody who
    /// has read this release and all of `earlier` can tell of a small count that it is not 0, or that it is below the bound.
    ///
    /// Agreements with other audiences than the ledger's count for nothing.
    pub fn release(&self, below: u32, earlier: &Ledger, agreements: &[Agreement]) -> Release {
        let agreed = |key: &str| {
            agreements.iter().find(|agreement| agreement.audience == earlier.audience && agreement.cells.contains(key))
        };
        let joined = Joined::new(self, earlier, |key| agreed(key).is_some());
        let system = joined.system();
        let choice = choose(&system, &joined.may, i64::from(below));
        let Joined { mut ledger, may, places } = joined;
        let was_withheld = |place: &usize| earlier.lines.get(*place).is_some_and(|line| line.told == Told::Withheld);
        let mut cells = Vec::new();
        let mut reasons = BTreeMap::new();
        for (cell, place) in self.cells.iter().zip(&places).filter(|(cell, _)| cell.kind == Kind::Printed) {
            let is_withheld = choice.withheld.get(*place).copied().unwrap_or(true);
            if is_withheld {
                let because = match cell.count {
                    count if (1..below).contains(&count) => Because::Small,
                    _ if was_withheld(place) => Because::Before,
                    _ => Because::GivesAway,
                };
                reasons.insert(cell.key.clone(), because);
            }
            if let Some(line) = ledger.lines.get_mut(*place) {
                line.told = if is_withheld { Told::Withheld } else { Told::Shown };
            }
            cells.push(Shown { key: cell.key.clone(), count: (!is_withheld).then_some(cell.count) });
        }
        let names = |places: Vec<usize>| {
            places.into_iter().filter_map(|place| ledger.lines.get(place)).map(|line| line.key.clone()).collect()
        };
        let narrowed = names(choice.narrowed);
        let agreed = cells.iter().filter_map(|cell| Some((cell.key.clone(), agreed(&cell.key)?.reference.clone())));
        let agreed = agreed.collect();
        Release {
            below,
            number: earlier.releases() + 1,
            cells,
            reasons,
            agreed,
            narrowed,
            is_unproven: choice.is_unproven,
            ledger,
            system,
            withheld: choice.withheld,
            may,
        }
    }
}

impl Release {
    /// The bound below which counts are withheld.
    pub const fn below(&self) -> u32 {
        self.below
    }

    /// Every printed cell, in the order it was added.
    pub fn cells(&self) -> &[Shown] {
        &self.cells
    }

    /// The count of a cell; `None` where it is withheld, or is not printed.
    pub fn count(&self, key: &str) -> Option<u32> {
        self.cells.iter().find(|cell| cell.key == key)?.count
    }

    /// Whether a median or another summary of the values counted under a key may be told (R20): where the count itself is shown, is ten or
    /// more, and is not nearly what it was when it was last shown, whatever the day or the period was then.
    pub fn may_summarise(&self, key: &str) -> bool {
        let of_what = |key: &str| key.rsplit_once(' ').map_or_else(|| key.to_owned(), |(what, _)| what.to_owned());
        let what = of_what(key);
        let mut before =
            self.ledger.lines.iter().rev().filter(|line| line.release < self.number && line.told == Told::Shown);
        let last = before.find(|line| of_what(&line.key) == what).map(|line| line.count);
        self.count(key).is_some_and(|n| may_be_told(n, last, self.below))
    }

    /// Why a cell is withheld: for the coordinator, never for the audience. `None` where it is shown.
    pub fn because(&self, key: &str) -> Option<Because> {
        self.reasons.get(key).copied()
    }

    /// Number of cells withheld: it is printed with the table, with the rule (R19).
    pub fn withheld(&self) -> usize {
        self.reasons.len()
    }

    /// Number of cells withheld for a reason.
    pub fn withheld_because(&self, because: Because) -> usize {
        self.reasons.values().filter(|reason| **reason == because).count()
    }

    /// The cells shown exactly by an agreement, and where that can be read.
    pub fn agreed(&self) -> &[(String, String)] {
        &self.agreed
    }

    /// Small counts of which earlier releases, or agreed counts, have told something already. Withholding cannot take it back;
    /// this release tells nothing more of them.
    pub fn narrowed(&self) -> &[String] {
        &self.narrowed
    }

    /// Whether no smaller choice was proven in the steps there are, so that everything is withheld.
    pub const fn is_unproven(&self) -> bool {
        self.is_unproven
    }

    /// The ledger with this release in it, to be kept once it has left.
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The share of `part` in `of`, in percent; `None` where either is withheld, or of fewer than ten persons (R20).
    pub fn percentage(&self, part: &str, of: &str) -> Option<f64> {
        percentage(self.count(part)?, self.count(of)?)
    }
}
