//! Chooses what is withheld besides the small counts, and proves that it is enough.
//!
//! A small count is safe when two ways lead away from it over withheld cells only: one down to 0 and one up to the bound. Where
//! there is none, the cheapest over cells that are still shown is taken and those are withheld; what later choices have made
//! superfluous is shown again; then each withheld cell is tried for a choice without it that needs fewer.

use std::cmp::Reverse;
use std::rc::Rc;

use super::ways::{Found, Goal, System, Way};

/// What can be done about a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum May {
    /// Told already, or agreed to be told: nobody can be kept from knowing it.
    Known,
    /// Not told, whatever is chosen.
    Hidden,
    /// Shown, unless it is withheld now.
    Chosen,
}

/// A small count, and how far from it the ways must lead.
#[derive(Clone, Debug)]
pub(super) struct Small {
    pub(super) cell: usize,
    pub(super) down: i64,
    pub(super) up: i64,
    ways: [Option<Rc<Way>>; 2],
}

/// What was chosen.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// For each cell whether it is withheld.
    pub(super) withheld: Vec<bool>,
    /// The small counts whose values cannot be kept open from 0 to the bound whatever is withheld now.
    pub(super) narrowed: Vec<usize>,
    /// Whether the steps ran out before a choice was proven: then everything is withheld.
    pub(super) is_unproven: bool,
}

/// Steps until a first choice must be proven; then everything is withheld.
const STEPS_TO_PROVE: u64 = 200_000_000;
/// Steps for making it smaller.
const STEPS_TO_IMPROVE: u64 = 4_000_000;

#[derive(Clone)]
struct State {
    withheld: Vec<bool>,
    smalls: Vec<Small>,
}

struct Search<'a> {
    system: &'a System,
    may: &'a [May],
    below: i64,
    steps: u64,
}

/// Chooses for the counts from 1 to below the bound.
pub(super) fn choose(system: &System, may: &[May], below: i64) -> Choice {
    let is_small = |cell: &usize| (1..below).contains(&system.count(*cell));
    let targets = (0..may.len()).filter(is_small).filter(|cell| may.get(*cell) != Some(&May::Known));
    let small =
        |cell: usize| Small { cell, down: system.count(cell), up: below - system.count(cell), ways: [None, None] };
    let smalls: Vec<Small> = targets.map(small).collect();
    let mut begin = State { withheld: may.iter().map(|may| *may == May::Hidden).collect(), smalls };
    for cell in begin.smalls.iter().map(|small| small.cell).collect::<Vec<_>>() {
        hide(&mut begin.withheld, cell);
    }
    let mut search = Search { system, may, below, steps: STEPS_TO_PROVE };
    let everything = || may.iter().map(|may| *may != May::Known).collect();
    match search.best(begin) {
        Some(state) => {
            let narrowed =
                |small: &&Small| small.down < system.count(small.cell) || small.up < below - system.count(small.cell);
            let narrowed = state.smalls.iter().filter(narrowed).map(|small| small.cell).collect();
            Choice { withheld: state.withheld, narrowed, is_unproven: false }
        }
        None => Choice { withheld: everything(), narrowed: Vec::new(), is_unproven: true },
    }
}

fn hide(withheld: &mut [bool], cell: usize) {
    if let Some(sign) = withheld.get_mut(cell) {
        *sign = true;
    }
}

fn show(withheld: &mut [bool], cell: usize) {
    if let Some(sign) = withheld.get_mut(cell) {
        *sign = false;
    }
}

impl Search<'_> {
    /// The best of several choices; `None` where not one could be proven.
    fn best(&mut self, begin: State) -> Option<State> {
        let mut begin = begin;
        begin.smalls.sort_by_key(|small| (small.up, small.cell));
        let mut best = self.covered(begin.clone(), None, true)?;
        self.steps = STEPS_TO_IMPROVE;
        self.show_again(&mut best);
        // What cannot be kept open at all is known now, and not asked again.
        let needs = best.smalls.iter().map(|small| Small { ways: [None, None], ..small.clone() });
        let mut other: Vec<Small> = needs.collect();
        other.reverse();
        if let Some(mut state) = self.covered(State { withheld: begin.withheld, smalls: other }, None, false) {
            self.show_again(&mut state);
            if self.lost(&state) < self.lost(&best) {
                best = state;
            }
        }
        self.improve(&mut best);
        Some(best)
    }

    /// Withholds until every small count is safe. Without a way, the need is lowered to what can be had (`may_lower`), or it fails.
    fn covered(&mut self, mut state: State, without: Option<usize>, may_lower: bool) -> Option<State> {
        for at in 0..state.smalls.len() {
            for upwards in [false, true] {
                let small = state.smalls.get(at)?;
                let (is_open, need) = (small.way(upwards).is_some(), small.need(upwards));
                if is_open || need == 0 {
                    continue;
                }
                let goal = Goal { cell: small.cell, upwards, need };
                let way = match self.system.seek_near(&self.only(&state.withheld), goal, &mut self.steps) {
                    Some(way) => way,
                    None => match self.system.seek(&self.prices(&state.withheld, without), goal, &mut self.steps) {
                        Found::Way(way) => way,
                        Found::AtMost(reached, way) if may_lower => {
                            state.smalls.get_mut(at)?.lower(upwards, reached);
                            way
                        }
                        Found::AtMost(..) | Found::Unproven => return None,
                    },
                };
                for cell in way.cells() {
                    hide(&mut state.withheld, cell);
                }
                self.note(&mut state.smalls, &Rc::new(way));
            }
        }
        Some(state)
    }

    /// Every small count that the way leads far enough from is safe by it.
    fn note(&self, smalls: &mut [Small], way: &Rc<Way>) {
        for small in smalls {
            let by = way.by(small.cell);
            for upwards in [false, true] {
                let is_enough = if upwards { by >= small.up } else { -by >= small.down };
                if is_enough && small.way(upwards).is_none() {
                    small.keep(upwards, Some(Rc::clone(way)));
                }
            }
        }
    }

    fn prices(&self, withheld: &[bool], without: Option<usize>) -> Vec<Option<f64>> {
        let price = |cell: usize| match (withheld.get(cell), self.may.get(cell)) {
            (Some(true), _) => Some(1e-4),
            (_, Some(May::Chosen)) if without != Some(cell) => Some(self.loss(cell)),
            _ => None,
        };
        (0..self.may.len()).map(price).collect()
    }

    fn only(&self, withheld: &[bool]) -> Vec<Option<f64>> {
        withheld.iter().map(|sign| sign.then_some(1e-4)).collect()
    }

    /// What is lost with a cell: first of all a cell, and a little more where it is large.
    fn loss(&self, cell: usize) -> f64 {
        let count = u32::try_from(self.system.count(cell)).unwrap_or(u32::MAX);
        1.0 + 0.002 * f64::from(count).ln_1p()
    }

    fn lost(&self, state: &State) -> f64 {
        self.secondary(state).into_iter().map(|cell| self.loss(cell)).sum()
    }

    fn secondary(&self, state: &State) -> Vec<usize> {
        let is_chosen =
            |cell: &usize| state.withheld.get(*cell) == Some(&true) && self.may.get(*cell) == Some(&May::Chosen);
        let is_small = |cell: &usize| (1..self.below).contains(&self.system.count(*cell));
        (0..self.may.len()).filter(is_chosen).filter(|cell| !is_small(cell)).collect()
    }

    /// Shows again what is not needed, the largest counts first.
    fn show_again(&mut self, state: &mut State) {
        let mut cells = self.secondary(state);
        cells.sort_by_key(|cell| Reverse(self.system.count(*cell)));
        for cell in cells {
            if let Some(tried) = self.shown(state, cell) {
                *state = tried;
            }
        }
    }

    /// The state with the cell shown, if every small count has a way still.
    fn shown(&mut self, state: &State, cell: usize) -> Option<State> {
        let mut tried = self.opened(state, cell);
        let prices = self.only(&tried.withheld);
        for at in 0..tried.smalls.len() {
            for upwards in [false, true] {
                let small = tried.smalls.get(at)?;
                let (is_open, need) = (small.way(upwards).is_some(), small.need(upwards));
                if is_open || need == 0 {
                    continue;
                }
                let goal = Goal { cell: small.cell, upwards, need };
                let way = match self.system.seek_near(&prices, goal, &mut self.steps) {
                    Some(way) => way,
                    None => match self.system.seek(&prices, goal, &mut self.steps) {
                        Found::Way(way) => way,
                        Found::AtMost(..) | Found::Unproven => return None,
                    },
                };
                self.note(&mut tried.smalls, &Rc::new(way));
            }
        }
        Some(tried)
    }

    fn opened(&self, state: &State, cell: usize) -> State {
        let mut tried = state.clone();
        show(&mut tried.withheld, cell);
        for small in &mut tried.smalls {
            for upwards in [false, true] {
                if small.way(upwards).is_some_and(|way| way.by(cell) != 0) {
                    small.keep(upwards, None);
                }
            }
        }
        tried
    }

    /// Tries for each cell a choice without it, as long as that loses less.
    fn improve(&mut self, best: &mut State) {
        let mut is_better = true;
        while is_better {
            is_better = false;
            for cell in self.secondary(best) {
                let tried = self.opened(best, cell);
                let Some(mut tried) = self.covered(tried, Some(cell), false) else { continue };
                self.show_again(&mut tried);
                if self.lost(&tried) < self.lost(best) - 1e-9 {
                    *best = tried;
                    is_better = true;
                }
            }
        }
    }
}

impl Small {
    fn need(&self, upwards: bool) -> i64 {
        if upwards { self.up } else { self.down }
    }

    fn way(&self, upwards: bool) -> Option<&Rc<Way>> {
        let [down, up] = &self.ways;
        if upwards { up.as_ref() } else { down.as_ref() }
    }

    fn keep(&mut self, upwards: bool, way: Option<Rc<Way>>) {
        let [down, up] = &mut self.ways;
        *(if upwards { up } else { down }) = way;
    }

    fn lower(&mut self, upwards: bool, to: i64) {
        *(if upwards { &mut self.up } else { &mut self.down }) = to;
    }
}
