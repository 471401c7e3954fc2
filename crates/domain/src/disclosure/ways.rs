//! Other tables that agree with all that is told: each is the true one with some counts moved, in whole numbers, along the sums.
//!
//! A way is a proof. [`System::seek`] asks the simplex for one and checks it here, exactly: every sum still adds up, no count
//! is below 0, nothing that is told has moved. A way that cannot be checked is no way.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::branch;
use super::simplex::{Column, Move, Problem, is_whole, solve, whole_part, worth};

/// So many cells are nearest, and so many nearer than the rest. A single table is hardly ever larger.
const NEAR: usize = 48;
const WIDE: usize = 200;

/// Counts, and sums of them: each row is 0 when every count is multiplied by its factor.
#[derive(Clone, Debug, Default)]
pub(super) struct System {
    counts: Vec<i64>,
    rows: Vec<Vec<(usize, i64)>>,
    rows_of: Vec<Vec<usize>>,
}

/// Counts that move, and by how much; all others stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Way(Vec<(usize, i64)>);

impl Way {
    /// How far a count moves.
    pub(super) fn by(&self, cell: usize) -> i64 {
        self.0
            .binary_search_by_key(&cell, |(moved, _)| *moved)
            .ok()
            .and_then(|at| self.0.get(at))
            .map_or(0, |(_, by)| *by)
    }

    /// The counts that move.
    pub(super) fn cells(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().map(|(cell, _)| *cell)
    }
}

/// What a search for a way has found.
pub(super) enum Found {
    /// A way, checked, that leads as far as is needed.
    Way(Way),
    /// There is none; the furthest that the count can go, and a way there.
    AtMost(i64, Way),
    /// Neither: the steps ran out, or no way in whole numbers was come upon.
    Unproven,
}

/// A count to be moved.
#[derive(Clone, Copy, Debug)]
pub(super) struct Goal {
    pub(super) cell: usize,
    pub(super) upwards: bool,
    pub(super) need: i64,
}

/// The cells that the goal can have to do with, each under the number of its column; cells that move alike share one.
struct Part {
    column_of: BTreeMap<usize, usize>,
    columns: Vec<Column>,
    rows: Vec<Vec<(usize, f64)>>,
}

impl Part {
    fn way(&self, by: &[f64]) -> Way {
        let moved = self.column_of.iter().map(|(cell, column)| (*cell, by.get(*column).copied().map_or(0, nearest)));
        Way(moved.filter(|(_, by)| *by != 0).collect())
    }
}

impl System {
    pub(super) fn add(&mut self, count: i64) -> usize {
        self.counts.push(count);
        self.rows_of.push(Vec::new());
        self.counts.len() - 1
    }

    /// Adds a sum, which must add up: the total and its parts.
    pub(super) fn add_sum(&mut self, total: usize, parts: &[usize]) {
        let mut factors: BTreeMap<usize, i64> = BTreeMap::new();
        *factors.entry(total).or_default() += 1;
        for part in parts {
            *factors.entry(*part).or_default() -= 1;
        }
        factors.retain(|_, factor| *factor != 0);
        let row = self.rows.len();
        for cell in factors.keys() {
            if let Some(rows) = self.rows_of.get_mut(*cell) {
                rows.push(row);
            }
        }
        self.rows.push(factors.into_iter().collect());
    }

    pub(super) fn count(&self, cell: usize) -> i64 {
        self.counts.get(cell).copied().unwrap_or(0)
    }

    /// A way for the goal over the cells that have a price, cheap if possible.
    ///
    /// Where there is one among the cells nearer to the goal, it is found sooner and taken.
    pub(super) fn seek(&self, prices: &[Option<f64>], goal: Goal, steps: &mut u64) -> Found {
        let is_small = self.around(prices, goal.cell, WIDE).0.len() < WIDE;
        match self.seek_within(WIDE, prices, goal, steps) {
            Found::AtMost(..) | Found::Unproven if !is_small => self.seek_within(usize::MAX, prices, goal, steps),
            found => found,
        }
    }

    /// A way over the cells nearest to the goal only.
    pub(super) fn seek_near(&self, prices: &[Option<f64>], goal: Goal, steps: &mut u64) -> Option<Way> {
        match self.seek_within(NEAR, prices, goal, steps) {
            Found::Way(way) => Some(way),
            Found::AtMost(..) | Found::Unproven => None,
        }
    }

    fn seek_within(&self, most: usize, prices: &[Option<f64>], goal: Goal, steps: &mut u64) -> Found {
        let part = self.part(prices, goal.cell, most, steps);
        let Some(column) = part.column_of.get(&goal.cell).copied() else { return Found::AtMost(0, Way(Vec::new())) };
        let moved = |need: i64| Move { column, upwards: goal.upwards, need: real(need) };
        let problem = Problem { columns: &part.columns, rows: &part.rows, goals: &[moved(goal.need)] };
        let Some(first) = solve(&problem, steps) else { return Found::Unproven };
        // No fraction of a person: what can be reached is a whole number at most.
        let reached = goal.need.min(nearest(whole_part(first.get(column).copied().unwrap_or(0.0))));
        let found = if first.iter().all(|by| is_whole(*by)) {
            Some(first)
        } else {
            branch::whole(&part.columns, &part.rows, moved(reached), steps)
        };
        let Some(way) = found.map(|by| part.way(&by)).filter(|way| self.holds(way, prices)) else {
            return Found::Unproven;
        };
        match way.by(goal.cell).abs() {
            by if by < reached => Found::Unproven,
            _ if reached < goal.need => Found::AtMost(reached, way),
            _ => Found::Way(way),
        }
    }

    /// Whether the true table, moved so, is a table too, in which all that has no price is as it was.
    fn holds(&self, way: &Way, prices: &[Option<f64>]) -> bool {
        let may_move = |cell: usize| prices.get(cell).copied().flatten().is_some();
        let adds_up = |row: &usize| {
            let moved = self.rows.get(*row).into_iter().flatten().map(|(cell, factor)| factor * way.by(*cell));
            moved.sum::<i64>() == 0
        };
        way.0.iter().all(|(cell, by)| {
            may_move(*cell)
                && self.count(*cell) + by >= 0
                && self.rows_of.get(*cell).is_some_and(|rows| rows.iter().all(adds_up))
        })
    }

    /// The counts that cannot move and whose sum, each times its factor, is the end that the goal cannot pass.
    ///
    /// `None` where no such sum is found in whole numbers.
    pub(super) fn reason(&self, prices: &[Option<f64>], goal: Goal, steps: &mut u64) -> Option<Vec<(usize, i64)>> {
        let (cells, known) = self.around(prices, goal.cell, usize::MAX);
        let number: BTreeMap<usize, usize> = cells.iter().enumerate().map(|(at, cell)| (*cell, at)).collect();
        let mut columns: Vec<Column> =
            cells.iter().map(|cell| Column { up: f64::INFINITY, down: real(self.count(*cell)), price: 0.0 }).collect();
        let mut rows = Vec::new();
        for row in &known {
            // A column that cannot move, one a row, keeps count of how often the row is used.
            let own = columns.len();
            columns.push(Column { up: 0.0, down: 0.0, price: 0.0 });
            let factors = self.rows.get(*row).into_iter().flatten();
            let moving = factors.filter_map(|(cell, factor)| Some((*number.get(cell)?, real(*factor))));
            rows.push(moving.chain([(own, 1.0)]).collect::<Vec<_>>());
        }
        let column = *number.get(&goal.cell)?;
        let goals = [Move { column, upwards: goal.upwards, need: real(goal.need) }];
        let problem = Problem { columns: &columns, rows: &rows, goals: &goals };
        let worth = worth(&problem, steps)?;
        let of_goal = worth.get(column).copied().filter(|worth| worth.abs() > 0.5)?;
        let mut sum: BTreeMap<usize, f64> = BTreeMap::new();
        for (at, row) in known.iter().enumerate() {
            let times = worth.get(cells.len() + at).copied().unwrap_or(0.0) / of_goal;
            for (cell, factor) in
                self.rows.get(*row).into_iter().flatten().filter(|(cell, _)| !number.contains_key(cell))
            {
                *sum.entry(*cell).or_default() -= times * real(*factor);
            }
        }
        sum.retain(|_, times| times.abs() > 1e-6);
        sum.values()
            .all(|times| is_whole(*times))
            .then(|| sum.into_iter().map(|(cell, times)| (cell, nearest(times))).collect())
    }

    /// What the goal can have to do with, in few columns.
    fn part(&self, prices: &[Option<f64>], goal: usize, most: usize, steps: &mut u64) -> Part {
        let price = |cell: usize| prices.get(cell).copied().flatten();
        let (cells, rows) = self.around(prices, goal, most);
        let factors =
            |row: &usize| self.rows.get(*row).into_iter().flatten().filter(|(cell, _)| cells.contains(cell)).copied();
        *steps = steps.saturating_sub((cells.len() as u64 + rows.len() as u64) * 64);
        let mut part = Aliases::new(cells.iter().copied());
        let rows = part.shorten(rows.iter().map(|row| factors(row).collect()).collect());
        part.columns(rows, |cell| (self.count(cell), price(cell).unwrap_or(0.0)))
    }

    /// The cells (at most so many) that hang together with the goal by sums, over cells that may move, and the rows they stand in.
    fn around(&self, prices: &[Option<f64>], goal: usize, most: usize) -> (BTreeSet<usize>, BTreeSet<usize>) {
        let may_move = |cell: &usize| prices.get(*cell).copied().flatten().is_some();
        let (mut cells, mut rows) = (BTreeSet::new(), BTreeSet::new());
        let mut next: VecDeque<usize> = [goal].into_iter().filter(may_move).collect();
        while let Some(cell) = next.pop_front() {
            if cells.len() >= most || !cells.insert(cell) {
                continue;
            }
            for row in self.rows_of.get(cell).into_iter().flatten() {
                if rows.insert(*row) {
                    let others = self.rows.get(*row).into_iter().flatten().map(|(other, _)| *other);
                    next.extend(others.filter(may_move));
                }
            }
        }
        (cells, rows)
    }
}

/// Cells that can only move together, or not at all: fewer columns for the same ways.
struct Aliases {
    /// For each cell the one it moves with; `None` where it cannot move.
    moves_with: BTreeMap<usize, Option<usize>>,
}

impl Aliases {
    fn new(cells: impl Iterator<Item = usize>) -> Self {
        Self { moves_with: cells.map(|cell| (cell, Some(cell))).collect() }
    }

    fn moved_by(&self, cell: usize) -> Option<usize> {
        let mut here = cell;
        loop {
            match self.moves_with.get(&here).copied().flatten() {
                Some(with) if with != here => here = with,
                other => return other,
            }
        }
    }

    /// Takes out rows that hold a single cell, which then cannot move, and rows that say of two cells that they move alike.
    fn shorten(&mut self, mut rows: Vec<Vec<(usize, i64)>>) -> Vec<Vec<(usize, i64)>> {
        loop {
            let mut is_shorter = false;
            let mut kept = Vec::new();
            for row in rows {
                let mut factors: BTreeMap<usize, i64> = BTreeMap::new();
                for (cell, factor) in row {
                    if let Some(mover) = self.moved_by(cell) {
                        *factors.entry(mover).or_default() += factor;
                    }
                }
                factors.retain(|_, factor| *factor != 0);
                let row: Vec<_> = factors.into_iter().collect();
                match row.as_slice() {
                    [] => {}
                    [(cell, _)] => {
                        self.moves_with.insert(*cell, None);
                        is_shorter = true;
                    }
                    [(one, factor), (other, against)] if *factor == -against => {
                        self.moves_with.insert(*other, Some(*one));
                        is_shorter = true;
                    }
                    _ => kept.push(row),
                }
            }
            rows = kept;
            if !is_shorter {
                return rows;
            }
        }
    }

    fn columns(&self, rows: Vec<Vec<(usize, i64)>>, of: impl Fn(usize) -> (i64, f64)) -> Part {
        let mut number: BTreeMap<usize, usize> = BTreeMap::new();
        let mut part = Part { column_of: BTreeMap::new(), columns: Vec::new(), rows: Vec::new() };
        for cell in self.moves_with.keys() {
            let Some(mover) = self.moved_by(*cell) else { continue };
            let (count, price) = of(*cell);
            let column = *number.entry(mover).or_insert_with(|| {
                part.columns.push(Column { up: f64::INFINITY, down: f64::INFINITY, price: 0.0 });
                part.columns.len() - 1
            });
            part.column_of.insert(*cell, column);
            if let Some(column) = part.columns.get_mut(column) {
                column.down = column.down.min(real(count));
                column.price += price;
            }
        }
        let numbered = |row: Vec<(usize, i64)>| {
            let column = |cell| number.get(&cell).copied();
            row.into_iter().filter_map(|(cell, factor)| Some((column(cell)?, real(factor)))).collect()
        };
        part.rows = rows.into_iter().map(numbered).collect();
        part
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of persons are far below 2^52")]
const fn real(whole: i64) -> f64 {
    whole as f64
}

#[expect(clippy::cast_possible_truncation, reason = "differences of counts of persons are far below 2^52")]
fn nearest(real: f64) -> i64 {
    real.round() as i64
}
