//! Moves counts along the sums they stand in: how far can one count go, and by touching what?
//!
//! A bounded primal simplex over differences, which begins at "nothing moves" and so needs no search for a beginning. It works in
//! floating point and is not believed: what it finds is checked in whole numbers by [`super::ways`] before it counts. It has no
//! clock; it counts its steps, so that the same table is treated the same on every machine.

#![expect(clippy::indexing_slicing, reason = "a tableau is addressed by row and column, and both are counted here")]

/// One difference: how far it can go, and what a unit of it costs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    pub(super) up: f64,
    pub(super) down: f64,
    pub(super) price: f64,
}

/// The sums as rows of (column, factor), each of which must stay 0.
pub(super) struct Problem<'a> {
    pub(super) columns: &'a [Column],
    pub(super) rows: &'a [Vec<(usize, f64)>],
    /// The columns to be moved.
    pub(super) goals: &'a [Move],
}

/// A column to be moved, up or down, and how far.
#[derive(Clone, Copy, Debug)]
pub(super) struct Move {
    pub(super) column: usize,
    pub(super) upwards: bool,
    pub(super) need: f64,
}

impl Move {
    /// Whether the differences move it as far as is needed.
    pub(super) fn is_made(&self, by: &[f64]) -> bool {
        let by = by.get(self.column).copied().unwrap_or(0.0);
        (if self.upwards { by } else { -by }) > self.need - SAME
    }
}

/// What a unit towards the goal is worth: more than any way there can cost.
const WORTH: f64 = 1e6;
const NEARLY: f64 = 1e-9;
const PLAY: f64 = 1e-6;
/// What differs by less is the same: more than the play of all rows together.
const SAME: f64 = 1e-3;
/// Steps without any movement after which the rule of choice is the one that cannot go in circles.
const PATIENCE: u32 = 40;

/// A column is two pieces: what it goes up, and what it goes down.
type Piece = usize;

struct Tableau {
    width: usize,
    cells: Vec<f64>,
    /// For each piece how far it can go, and what a unit of it costs.
    room: Vec<f64>,
    price: Vec<f64>,
    /// For each column, what the basis says it is worth.
    worth: Vec<f64>,
    /// The piece that each row stands for; at first none, which must stay 0.
    basis: Vec<Option<Piece>>,
    value: Vec<f64>,
    /// How far each row may be from 0: a little, and no two the same. Else nearly every step stands still, for counts of 0 abound.
    play: Vec<f64>,
    is_basic: Vec<bool>,
    is_full: Vec<bool>,
}

/// The differences that bring the goals as near to their needs as can be, for the least price; `None` where the steps run out.
pub(super) fn solve(problem: &Problem<'_>, steps: &mut u64) -> Option<Vec<f64>> {
    Some(solved(problem, steps)?.differences())
}

/// What each column is worth in the end, in the goal's measure: the sums, added up so that they say how far the goal can go.
pub(super) fn worth(problem: &Problem<'_>, steps: &mut u64) -> Option<Vec<f64>> {
    Some(solved(problem, steps)?.worth.into_iter().map(|worth| worth / WORTH).collect())
}

fn solved(problem: &Problem<'_>, steps: &mut u64) -> Option<Tableau> {
    let mut tableau = Tableau::new(problem);
    let mut stood_still = 0;
    while let Some((piece, is_rise)) = tableau.entering(stood_still > PATIENCE) {
        let cost = (tableau.basis.len() as u64 + tableau.width as u64 + 1) * 4;
        *steps = steps.checked_sub(cost)?;
        let (moved, touched) = tableau.step(piece, is_rise, stood_still > PATIENCE)?;
        *steps = steps.saturating_sub(touched);
        stood_still = if moved > NEARLY { 0 } else { stood_still + 1 };
    }
    Some(tableau)
}

impl Tableau {
    fn new(problem: &Problem<'_>) -> Self {
        let width = problem.columns.len();
        let height = problem.rows.len();
        let mut cells = vec![0.0; width * height];
        for (at, row) in problem.rows.iter().enumerate() {
            for (column, factor) in row {
                cells[at * width + column] += factor;
            }
        }
        let columns = problem.columns.iter();
        let mut room: Vec<f64> = columns.clone().flat_map(|column| [column.up, column.down]).collect();
        let mut price: Vec<f64> = columns.flat_map(|column| [column.price, column.price]).collect();
        for goal in problem.goals {
            let piece = goal.column * 2 + usize::from(!goal.upwards);
            room[piece] = room[piece].min(goal.need);
            room[piece ^ 1] = 0.0;
            price[piece] = -WORTH;
        }
        let play: Vec<f64> = (0..height).map(|row| PLAY * (1.0 + scattered(row, 0))).collect();
        Self {
            width,
            cells,
            room,
            price,
            worth: vec![0.0; width],
            basis: vec![None; height],
            value: play.clone(),
            play,
            is_basic: vec![false; width * 2],
            is_full: vec![false; width * 2],
        }
    }

    fn saves(&self, piece: Piece) -> f64 {
        sign(piece) * self.worth[piece / 2] - self.price[piece]
    }

    /// The piece to move, and whether it rises from 0 or sinks from its full room.
    fn entering(&self, is_careful: bool) -> Option<(Piece, bool)> {
        let mut best: Option<(Piece, bool)> = None;
        let mut most = 1e-6;
        for piece in (0..self.width * 2).filter(|piece| !self.is_basic[*piece]) {
            let is_rise = !self.is_full[piece];
            let gain = if is_rise { self.saves(piece) } else { -self.saves(piece) };
            if gain > most && self.room[piece] > NEARLY {
                best = Some((piece, is_rise));
                if is_careful {
                    break;
                }
                most = gain;
            }
        }
        best
    }

    /// Moves a piece as far as the others let it; how far, and how many cells were worked on. `None` where nothing stops it.
    fn step(&mut self, piece: Piece, is_rise: bool, is_careful: bool) -> Option<(f64, u64)> {
        let towards = sign(piece) * if is_rise { 1.0 } else { -1.0 };
        let column = piece / 2;
        let mut far = self.room[piece];
        let mut stops: Option<(usize, bool)> = None;
        let mut pull = 0.0;
        for row in 0..self.basis.len() {
            let rate = towards * self.cells[row * self.width + column];
            if rate.abs() <= NEARLY {
                continue;
            }
            let room = match self.basis[row] {
                _ if rate > 0.0 => self.value[row],
                None => 2.0 * self.play[row] - self.value[row],
                Some(basic) => self.room[basic] - self.value[row],
            };
            let limit = (room / rate.abs()).max(0.0);
            let wins_tie = match stops {
                None => true,
                Some((other, _)) if is_careful => self.basis[row] < self.basis[other],
                Some(_) => rate.abs() > pull,
            };
            if limit < far - NEARLY
                || (limit <= far + NEARLY && wins_tie && stops.is_some())
                || (stops.is_none() && limit <= far)
            {
                far = limit.min(far);
                pull = rate.abs();
                stops = Some((row, rate < 0.0));
            }
        }
        if !far.is_finite() {
            return None;
        }
        for row in 0..self.basis.len() {
            self.value[row] -= far * towards * self.cells[row * self.width + column];
        }
        let Some((row, is_full)) = stops else {
            self.is_full[piece] = is_rise;
            return Some((far, 0));
        };
        if let Some(leaving) = self.basis[row] {
            self.is_basic[leaving] = false;
            self.is_full[leaving] = is_full;
        }
        self.value[row] = if is_rise { far } else { self.room[piece] - far };
        self.is_full[piece] = false;
        self.is_basic[piece] = true;
        self.basis[row] = Some(piece);
        Some((far, self.pivot(row, piece)))
    }

    fn pivot(&mut self, row: usize, piece: Piece) -> u64 {
        let (width, column) = (self.width, piece / 2);
        let saves = self.saves(piece);
        let divisor = sign(piece) * self.cells[row * width + column];
        let mut filled = Vec::new();
        for (at, cell) in self.cells[row * width..(row + 1) * width].iter_mut().enumerate() {
            *cell /= divisor;
            if cell.abs() > NEARLY {
                filled.push((at, *cell));
            }
        }
        let mut touched = width as u64;
        for (at, cell) in &filled {
            self.worth[*at] -= saves * cell;
        }
        for (other, cells) in self.cells.chunks_exact_mut(width).enumerate() {
            let factor = sign(piece) * cells[column];
            if other != row && factor.abs() > NEARLY {
                for (at, cell) in &filled {
                    cells[*at] -= factor * cell;
                }
                touched += filled.len() as u64;
            }
        }
        touched
    }

    fn differences(&self) -> Vec<f64> {
        let mut pieces: Vec<f64> =
            (0..self.width * 2).map(|piece| if self.is_full[piece] { self.room[piece] } else { 0.0 }).collect();
        for (basic, value) in self.basis.iter().zip(&self.value) {
            if let Some(basic) = basic {
                pieces[*basic] = *value;
            }
        }
        pieces.chunks_exact(2).map(|pair| pair[0] - pair[1]).collect()
    }
}

/// Whether a difference is a whole number, but for the play.
pub(super) fn is_whole(by: f64) -> bool {
    (by - by.round()).abs() < SAME
}

/// The whole number of persons that a difference comes to.
pub(super) fn whole_part(by: f64) -> f64 {
    (by.abs() + SAME).floor()
}

/// A number from 0 to 1 that depends on nothing but these two: the same table is always treated the same.
pub(super) fn scattered(at: usize, round: usize) -> f64 {
    let mixed =
        (at as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (round as u64).wrapping_mul(0xD1B5_4A32_D192_ED03);
    let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    f64::from(u32::try_from(mixed >> 32).unwrap_or(0)) / f64::from(u32::MAX)
}

fn sign(piece: Piece) -> f64 {
    if piece.is_multiple_of(2) { 1.0 } else { -1.0 }
}
