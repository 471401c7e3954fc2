//! What can be worked out about a withheld count from all that is shown.
//!
//! In a tree each sum shares one cell with the next, so passing bounds once up and once down gives the exact least and most that
//! each count can be, over all tables of whole numbers from 0 that agree with what is shown.

use std::ops::Range;

use super::Counted;

/// The least and the most that a count can be; `u64::MAX` is without end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Values {
    pub(super) least: u64,
    pub(super) most: u64,
}

const ANY: Values = Values { least: 0, most: u64::MAX };

impl Values {
    const fn only(count: u64) -> Self {
        Self { least: count, most: count }
    }

    fn plus(self, other: Self) -> Self {
        Self { least: self.least.saturating_add(other.least), most: self.most.saturating_add(other.most) }
    }

    fn and(self, other: Self) -> Self {
        Self { least: self.least.max(other.least), most: self.most.min(other.most) }
    }

    /// What is left for one part of a sum that has these values, when the other parts have `others`.
    fn less(self, others: Self) -> Self {
        let most = if self.most == u64::MAX { u64::MAX } else { self.most.saturating_sub(others.least) };
        Self { least: self.least.saturating_sub(others.most), most }
    }
}

/// One cell: its count, its total and its parts, by their places in the grid.
struct Cell {
    count: u64,
    total: Option<usize>,
    parts: Vec<usize>,
}

/// The table as a list in which a total stands before its parts.
pub(super) struct Grid {
    cells: Vec<Cell>,
}

impl Grid {
    pub(super) fn new(table: &Counted) -> Self {
        let mut grid = Self { cells: Vec::new() };
        grid.add(table, None);
        grid
    }

    fn add(&mut self, table: &Counted, total: Option<usize>) -> usize {
        let here = self.cells.len();
        self.cells.push(Cell { count: u64::from(table.count), total, parts: Vec::new() });
        let parts: Vec<usize> = table.parts.iter().map(|part| self.add(part, Some(here))).collect();
        if let Some(cell) = self.cells.get_mut(here) {
            cell.parts = parts;
        }
        here
    }

    pub(super) const fn len(&self) -> usize {
        self.cells.len()
    }

    pub(super) const fn cells(&self) -> Range<usize> {
        0..self.cells.len()
    }

    pub(super) fn count(&self, cell: usize) -> u64 {
        self.cells.get(cell).map_or(0, |cell| cell.count)
    }

    fn total(&self, cell: usize) -> Option<usize> {
        self.cells.get(cell)?.total
    }

    fn parts(&self, cell: usize) -> &[usize] {
        self.cells.get(cell).map_or(&[], |cell| &cell.parts)
    }

    /// What each count can be, given the counts that are not withheld.
    pub(super) fn possible(&self, withheld: &[bool]) -> Vec<Values> {
        let mut below = vec![ANY; self.len()];
        for cell in self.cells().rev() {
            let sum = match self.parts(cell) {
                [] => ANY,
                parts => sum(&below, parts.iter().copied()),
            };
            set(&mut below, cell, if is_withheld(withheld, cell) { sum } else { Values::only(self.count(cell)) });
        }
        let mut known = below.clone();
        for cell in self.cells() {
            let Some(total) = self.total(cell) else { continue };
            let others = sum(&below, self.parts(total).iter().copied().filter(|part| *part != cell));
            let left = at(&known, total).less(others);
            set(&mut known, cell, at(&below, cell).and(left));
        }
        known
    }

    /// Every way on which a difference in the cell's count can go elsewhere: the cells on it, without the total where it turns.
    pub(super) fn ways_out(&self, cell: usize) -> Vec<Vec<usize>> {
        let (mut ways, mut up) = (Vec::new(), vec![cell]);
        let mut here = cell;
        while let Some(total) = self.total(here) {
            for part in self.parts(total).iter().filter(|part| **part != here) {
                self.ways_down(*part, &mut up.clone(), &mut ways);
            }
            up.push(total);
            here = total;
        }
        ways.push(up);
        ways
    }

    fn ways_down(&self, cell: usize, way: &mut Vec<usize>, ways: &mut Vec<Vec<usize>>) {
        way.push(cell);
        if self.parts(cell).is_empty() {
            ways.push(way.clone());
        }
        for part in self.parts(cell) {
            self.ways_down(*part, way, ways);
        }
        way.pop();
    }
}

fn is_withheld(withheld: &[bool], cell: usize) -> bool {
    withheld.get(cell).copied().unwrap_or(true)
}

fn at(values: &[Values], cell: usize) -> Values {
    values.get(cell).copied().unwrap_or(ANY)
}

fn set(values: &mut [Values], cell: usize, to: Values) {
    if let Some(value) = values.get_mut(cell) {
        *value = to;
    }
}

fn sum(values: &[Values], cells: impl Iterator<Item = usize>) -> Values {
    cells.map(|cell| at(values, cell)).fold(Values::only(0), Values::plus)
}
