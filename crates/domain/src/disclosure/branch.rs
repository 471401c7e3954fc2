//! Differences in whole numbers, where the simplex answers with fractions: there is no half a person.

use super::simplex::{Column, Move, Problem, is_whole, scattered, solve, whole_part};

/// Rounds with other prices, which often lead to another corner where all is whole.
const ROUNDS: usize = 4;
/// Branches looked at before the search is given up.
const BRANCHES: u32 = 60;

type Rows = [Vec<(usize, f64)>];

/// Whole differences that make the move, or go further; `None` where none were found.
pub(super) fn whole(columns: &[Column], rows: &Rows, goal: Move, steps: &mut u64) -> Option<Vec<f64>> {
    for round in 0..ROUNDS {
        let mut priced = columns.to_vec();
        for (at, column) in priced.iter_mut().enumerate() {
            column.price *= 1.0 + scattered(at, round);
        }
        let further = if goal.upwards && round % 2 == 1 { 1.0 } else { 0.0 };
        let goals = [Move { need: goal.need + further, ..goal }];
        let by = solve(&Problem { columns: &priced, rows, goals: &goals }, steps)?;
        if goal.is_made(&by) && by.iter().all(|by| is_whole(*by)) {
            return Some(by);
        }
    }
    let node = Node { columns: columns.to_vec(), rows: rows.to_vec(), goals: vec![goal], twins: Vec::new() };
    Search { width: columns.len(), left: BRANCHES, steps }.from(node)
}

/// A problem with some columns cut short, and some forced: those have a twin that must go all its way.
#[derive(Clone)]
struct Node {
    columns: Vec<Column>,
    rows: Vec<Vec<(usize, f64)>>,
    goals: Vec<Move>,
    /// For each goal but the first, the column that it is a twin of.
    twins: Vec<usize>,
}

impl Node {
    fn cut_short(&mut self, at: usize, by: f64) {
        if let Some(column) = self.columns.get_mut(at) {
            *(if by > 0.0 { &mut column.up } else { &mut column.down }) = whole_part(by);
        }
    }

    fn force(&mut self, at: usize, by: f64) {
        let need = whole_part(by) + 1.0;
        let twin = self.columns.len();
        if let Some(column) = self.columns.get_mut(at) {
            *column = match by > 0.0 {
                true => Column { up: column.up - need, down: 0.0, ..*column },
                false => Column { up: 0.0, down: column.down - need, ..*column },
            };
        }
        for row in &mut self.rows {
            let own: Vec<f64> = row.iter().filter(|(column, _)| *column == at).map(|(_, factor)| *factor).collect();
            row.extend(own.into_iter().map(|factor| (twin, factor)));
        }
        self.columns.push(Column { up: need, down: need, price: 0.0 });
        self.goals.push(Move { column: twin, upwards: by > 0.0, need });
        self.twins.push(at);
    }
}

struct Search<'a> {
    width: usize,
    left: u32,
    steps: &'a mut u64,
}

impl Search<'_> {
    /// Takes a fraction and tries first without the part of it above a whole number, then with all of the next.
    fn from(&mut self, node: Node) -> Option<Vec<f64>> {
        self.left = self.left.checked_sub(1)?;
        let by = solve(&Problem { columns: &node.columns, rows: &node.rows, goals: &node.goals }, self.steps)?;
        if !node.goals.iter().all(|goal| goal.is_made(&by)) {
            return None;
        }
        let mut together: Vec<f64> = by.iter().take(self.width).copied().collect();
        let Some((at, by)) = together.iter().copied().enumerate().find(|(_, by)| !is_whole(*by)) else {
            for (twin, of) in by.iter().skip(self.width).zip(&node.twins) {
                if let Some(sum) = together.get_mut(*of) {
                    *sum += twin;
                }
            }
            return Some(together);
        };
        let mut cut_short = node.clone();
        cut_short.cut_short(at, by);
        self.from(cut_short).or_else(|| {
            let mut forced = node;
            forced.force(at, by);
            self.from(forced)
        })
    }
}
