//! A report's figures put behind all that its audience has been told: the lines of the next ledger, not yet decided.

use std::collections::BTreeMap;

use super::figures::{Cell, Figures, Kind};
use super::ledger::{Ledger, Line, Sum, Told};
use super::span::{Span, is_of, when};
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

    /// What can only grow is what it was and its growth since.
    fn link(&mut self, release: u32, cell: &Cell, place: usize, earlier: &Ledger) {
        let Some(series) = cell.series.as_deref() else { return };
        if Span::of_key(&cell.key).is_none() {
            let last = earlier.last_of(series).filter(|last| *last != place);
            return last.into_iter().for_each(|last| self.rest(release, place, &[last], None));
        }
        // What is left of a period is a period too, and may lie in another that was told.
        let mut open = vec![place];
        while let Some(place) = open.pop() {
            let known = self.ledger.lines.len();
            self.divide(release, series, place, cell.adds_up);
            open.extend((known..self.ledger.lines.len()).filter(|_| cell.adds_up));
        }
    }

    /// Divides the time of a cell, and the times that it lies in, by what is known of the series.
    fn divide(&mut self, release: u32, series: &str, place: usize, adds_up: bool) {
        let Some(span) = self.ledger.lines.get(place).and_then(|line| Span::of_key(&line.key)) else { return };
        // A period told twice, and otherwise the second time, was put right: the latest counts.
        let is_of_series = |line: &Line| line.series.as_deref() == Some(series) || is_of(&line.key, series);
        let of_series = self.ledger.lines.iter().enumerate().filter(|(_, line)| is_of_series(line));
        let spans = of_series.filter_map(|(at, line)| Some((Span::of_key(&line.key)?, at)));
        let mut places: BTreeMap<Span, usize> = spans.collect();
        places.insert(span, place);
        let spans: Vec<Span> = places.keys().copied().collect();
        for (whole, parts) in span.divisions(&spans, adds_up) {
            let (is_all, gap) = (whole.is_all_of(&parts), whole.gap(&parts).filter(|_| adds_up));
            let parts: Vec<usize> = parts.iter().filter_map(|part| places.get(part).copied()).collect();
            match places.get(&whole).copied() {
                Some(whole) if is_all => self.whole(release, whole, parts),
                Some(whole) => self.rest(release, whole, &parts, gap.map(|gap| format!("{series} {gap}"))),
                None => {}
            }
        }
    }

    /// The whole is these parts, and nothing is left.
    fn whole(&mut self, release: u32, total: usize, parts: Vec<usize>) {
        let count = |place: &usize| self.ledger.lines.get(*place).map_or(0, |line| line.count);
        if count(&total) == parts.iter().map(count).sum::<u32>() {
            self.add_sum(Sum { release, total, parts });
        }
    }

    /// The whole is these parts and what is left, which is guarded as a count of its own: under its own key where it is a period.
    fn rest(&mut self, release: u32, whole: usize, parts: &[usize], key: Option<String>) {
        let line = |place: &usize| self.ledger.lines.get(*place);
        let Some(of) = line(&whole) else { return };
        let told: u32 = parts.iter().filter_map(line).map(|part| part.count).sum();
        // It has shrunk: a mistake was put right, and they are not linked.
        let Some(count) = of.count.checked_sub(told) else { return };
        let names: Vec<&str> = parts.iter().filter_map(line).map(|part| when(&part.key)).collect();
        let key = key.unwrap_or_else(|| format!("{} - {}", of.key, names.join(" - ")));
        let known = self.ledger.place(&key, count);
        let line = Line { release, key, series: None, count, told: Told::Implied };
        let rest = known.unwrap_or_else(|| self.push(line, May::Hidden));
        self.add_sum(Sum { release, total: whole, parts: parts.iter().copied().chain([rest]).collect() });
    }

    fn push(&mut self, line: Line, may: May) -> usize {
        self.ledger.lines.push(line);
        self.may.push(may);
        self.ledger.lines.len() - 1
    }

    fn add_sum(&mut self, mut sum: Sum) {
        sum.parts.sort_unstable();
        if !self.ledger.sums.iter().any(|known| known.total == sum.total && known.parts == sum.parts) {
            self.ledger.sums.push(sum);
        }
    }
}
