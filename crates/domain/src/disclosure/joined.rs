//! A report's figures put behind all that its audience has been told: the lines of the next ledger, not yet decided.

use super::figures::{Cell, Figures, Kind};
use super::ledger::{Ledger, Line, Sum, Told};
use super::ways::System;
use super::withhold::May;

/// The lines of old and new; a cell's place is the same in the ledger, in `may` and in the system.
pub(super) struct Joined {
    pub(super) ledger: Ledger,
    pub(super) may: Vec<May>,
    /// For each cell of the figures its place.
    pub(super) places: Vec<usize>,
}

impl Joined {
    /// Joins; `is_agreed` says of a key whether its count may be told whatever it is.
    pub(super) fn new(figures: &Figures, earlier: &Ledger, is_agreed: impl Fn(&str) -> bool) -> Self {
        let told = |line: &Line| if line.told == Told::Shown { May::Known } else { May::Hidden };
        let mut joined =
            Self { ledger: earlier.clone(), may: earlier.lines.iter().map(told).collect(), places: Vec::new() };
        let release = earlier.releases() + 1;
        for cell in &figures.cells {
            let place = joined.add(release, cell, is_agreed(&cell.key));
            joined.places.push(place);
            joined.link(release, cell, place, earlier);
        }
        for (total, parts) in &figures.sums {
            let place = |cell: &usize| joined.places.get(*cell).copied();
            let (Some(total), parts) = (place(total), parts.iter().filter_map(place).collect()) else { continue };
            joined.add_sum(Sum { release, total, parts });
        }
        joined
    }

    /// The system in which the audience would look for what is withheld.
    pub(super) fn system(&self) -> System {
        let mut system = System::default();
        for line in &self.ledger.lines {
            system.add(i64::from(line.count));
        }
        for sum in &self.ledger.sums {
            system.add_sum(sum.total, &sum.parts);
        }
        system
    }

    fn add(&mut self, release: u32, cell: &Cell, is_agreed: bool) -> usize {
        let now = match cell.kind {
            Kind::Printed if is_agreed => May::Known,
            Kind::Printed => May::Chosen,
            Kind::Implied => May::Hidden,
        };
        if let Some(place) = self.ledger.place(&cell.key, cell.count) {
            // Told once is told for good, and withheld once stays withheld; only what was not printed can be chosen still.
            let was_implied = self.ledger.lines.get(place).is_some_and(|line| line.told == Told::Implied);
            if let Some(may) =
                self.may.get_mut(place).filter(|may| now == May::Known || (was_implied && **may == May::Hidden))
            {
                *may = now;
            }
            return place;
        }
        self.push(
            Line {
                release,
                key: cell.key.clone(),
                series: cell.series.clone(),
                count: cell.count,
                told: Told::Implied,
            },
            now,
        )
    }

    /// What can only grow is what it was at the last release and its growth since.
    fn link(&mut self, release: u32, cell: &Cell, place: usize, earlier: &Ledger) {
        let last = cell.series.as_deref().and_then(|series| earlier.last_of(series)).filter(|last| *last != place);
        let Some(last) = last else { return };
        let grown = earlier.lines.get(last).and_then(|line| cell.count.checked_sub(line.count));
        // It has shrunk: a mistake was put right, and the two are not linked.
        let Some(count) = grown else { return };
        let key = format!("{} +", cell.key);
        let growth = self.push(Line { release, key, series: None, count, told: Told::Implied }, May::Hidden);
        self.add_sum(Sum { release, total: place, parts: vec![last, growth] });
    }

    fn push(&mut self, line: Line, may: May) -> usize {
        self.ledger.lines.push(line);
        self.may.push(may);
        self.ledger.lines.len() - 1
    }

    fn add_sum(&mut self, sum: Sum) {
        if !self.ledger.sums.iter().any(|known| known.total == sum.total && known.parts == sum.parts) {
            self.ledger.sums.push(sum);
        }
    }
}
