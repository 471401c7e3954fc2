//! Disclosure control of figures that leave the team (R19, R20), for tables that are trees of sums: a total and its parts.
//!
//! Every count from 1 to below the programme's bound is withheld (primary), and then as many more as it takes (secondary) that for
//! each primary one the values it can have, worked out exactly from everything that is shown, reach from 0 to the bound or
//! beyond. Withholding the 3 alone of 16 + 3 = 19 withholds nothing: 19 - 16 is 3. Both kinds show the same sign.
//!
//! A figure that stands in two tables must be one cell of one tree; reports released earlier are not known here.

mod audit;

use std::cmp::Reverse;

use serde::Serialize;

use self::audit::{Grid, Values};

/// Shares and medians are told of no fewer persons than this (R20).
pub const FEWEST_FOR_A_SHARE: u32 = 10;

/// A count and the parts it is the sum of, before disclosure control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    key: String,
    count: u32,
    parts: Vec<Self>,
}

impl Counted {
    /// A count without parts.
    pub fn part(key: impl Into<String>, count: u32) -> Self {
        Self { key: key.into(), count, parts: Vec::new() }
    }

    /// A count that is the sum of its parts.
    pub fn total(key: impl Into<String>, parts: Vec<Self>) -> Self {
        let count = parts.iter().fold(0u32, |sum, part| sum.saturating_add(part.count));
        Self { key: key.into(), count, parts }
    }

    /// The count.
    pub const fn count(&self) -> u32 {
        self.count
    }
}

/// A count as it may leave the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// The cell's key.
    pub key: String,
    /// The count; `None` where it is withheld, for whichever reason.
    pub count: Option<u32>,
    /// Its parts.
    pub parts: Vec<Self>,
}

impl Shown {
    /// Number of cells withheld, this one included: it is printed with the table (R19).
    pub fn withheld(&self) -> usize {
        usize::from(self.count.is_none()) + self.parts.iter().map(Self::withheld).sum::<usize>()
    }

    /// The cell with the key, wherever in the tree.
    pub fn cell(&self, key: &str) -> Option<&Self> {
        if self.key == key { Some(self) } else { self.parts.iter().find_map(|part| part.cell(key)) }
    }
}

/// The share of `part` in `of` persons, in percent; `None` of fewer than ten (R20).
pub fn percentage(part: u32, of: u32) -> Option<f64> {
    (of >= FEWEST_FOR_A_SHARE).then(|| 100.0 * f64::from(part) / f64::from(of))
}

/// The table as it may leave the team, counts below `below` withheld (R19: 5).
pub fn release(table: &Counted, below: u32) -> Shown {
    let grid = Grid::new(table);
    let withheld = withhold(&grid, u64::from(below));
    let mut signs = withheld.into_iter();
    shown(table, &mut signs)
}

fn shown(table: &Counted, withheld: &mut impl Iterator<Item = bool>) -> Shown {
    let count = (!withheld.next().unwrap_or(true)).then_some(table.count);
    Shown { key: table.key.clone(), count, parts: table.parts.iter().map(|part| shown(part, withheld)).collect() }
}

/// Which cells are withheld, in the grid's order.
fn withhold(grid: &Grid, below: u64) -> Vec<bool> {
    let primary: Vec<usize> = grid.cells().filter(|cell| (1..below).contains(&grid.count(*cell))).collect();
    let mut withheld = vec![false; grid.len()];
    hide(&mut withheld, &primary);
    while let Some(unsafe_cell) = first_unsafe(grid, &withheld, &primary, below) {
        let path = best_path(grid, &withheld, unsafe_cell, below);
        if path.is_empty() {
            // Cannot be: with everything withheld, every count is open. Withholding all is the safe answer in any case.
            return vec![true; grid.len()];
        }
        hide(&mut withheld, &path);
    }
    show_again(grid, &mut withheld, &primary, below);
    withheld
}

fn hide(withheld: &mut [bool], cells: &[usize]) {
    for cell in cells {
        if let Some(sign) = withheld.get_mut(*cell) {
            *sign = true;
        }
    }
}

fn first_unsafe(grid: &Grid, withheld: &[bool], primary: &[usize], below: u64) -> Option<usize> {
    let values = grid.possible(withheld);
    primary.iter().copied().find(|cell| !is_open(&values, *cell, below))
}

/// Whether nobody can tell that the count is not 0, nor that it is below the bound.
fn is_open(values: &[Values], cell: usize, below: u64) -> bool {
    values.get(cell).is_some_and(|values| values.least == 0 && values.most >= below)
}

/// The cells to withhold so that the count opens up: the fewest that suffice, else those that open it furthest.
///
/// A count can only vary when the difference goes somewhere: up through its totals and down to another part, or up through
/// the topmost total. Each such way is a path, and every cell on it but the total where it turns must be withheld.
fn best_path(grid: &Grid, withheld: &[bool], cell: usize, below: u64) -> Vec<usize> {
    let is_shown = |cell: &usize| withheld.get(*cell).is_some_and(|sign| !sign);
    let paths = grid.ways_out(cell).into_iter().map(|path| path.into_iter().filter(is_shown).collect::<Vec<_>>());
    let rated = paths.filter(|path| !path.is_empty()).map(|path| {
        let mut tried = withheld.to_vec();
        hide(&mut tried, &path);
        let values = grid.possible(&tried);
        let opens_to =
            if is_open(&values, cell, below) { below } else { values.get(cell).map_or(0, |values| values.most) };
        let lost = path.iter().map(|cell| grid.count(*cell)).sum::<u64>();
        ((Reverse(opens_to), path.len(), lost), path)
    });
    rated.min_by(|(one, _), (other, _)| one.cmp(other)).map(|(_, path)| path).unwrap_or_default()
}

/// Shows again what later choices have made superfluous, the largest counts first.
fn show_again(grid: &Grid, withheld: &mut [bool], primary: &[usize], below: u64) {
    let mut secondary: Vec<usize> = grid.cells().filter(|cell| withheld.get(*cell) == Some(&true)).collect();
    secondary.retain(|cell| !primary.contains(cell));
    secondary.sort_by_key(|cell| Reverse(grid.count(*cell)));
    for cell in secondary {
        let mut tried = withheld.to_vec();
        if let Some(sign) = tried.get_mut(cell) {
            *sign = false;
        }
        if first_unsafe(grid, &tried, primary, below).is_none() {
            withheld.copy_from_slice(&tried);
        }
    }
}

#[cfg(test)]
mod tests;
