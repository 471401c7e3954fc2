//! The figures of one report before disclosure control: counts, and which of them are sums of which.

use std::collections::{BTreeMap, BTreeSet};

/// What becomes of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// It stands in the report.
    Printed,
    /// It stands nowhere, but whoever reads the report can ask for it: a complement, a difference.
    Implied,
}

#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub(super) key: String,
    pub(super) count: u32,
    pub(super) kind: Kind,
    pub(super) series: Option<String>,
    /// Whether counts of the series over periods beside one another add up.
    pub(super) adds_up: bool,
}

/// Why figures cannot be judged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A cell was given two counts.
    #[error("{key} is {one} and {other}: a cell has one count")]
    TwoCounts {
        /// The cell.
        key: String,
        /// The first count.
        one: u32,
        /// The second.
        other: u32,
    },
    /// A sum names a cell that is not there.
    #[error("there is no cell {0}")]
    NoSuchCell(String),
    /// A total is not the sum of its parts.
    #[error("{total} is {count}, but its parts add up to {sum}")]
    DoesNotAddUp {
        /// The total.
        total: String,
        /// Its count.
        count: u32,
        /// The sum of its parts.
        sum: u64,
    },
}

/// All that leaves together. Two tables that share a cell name it by the same key.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    pub(super) cells: Vec<Cell>,
    pub(super) sums: Vec<(usize, Vec<usize>)>,
    places: BTreeMap<String, usize>,
    known_sums: BTreeSet<(usize, Vec<usize>)>,
}

impl Figures {
    /// No figures yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The keys of all counts, printed or not.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(|cell| cell.key.as_str())
    }

    /// Adds a count that is to be printed. The same cell may be added again with the same count.
    ///
    /// # Errors
    ///
    /// [`Fault::TwoCounts`].
    pub fn print(&mut self, key: impl Into<String>, count: u32) -> Result<(), Fault> {
        self.add(key.into(), count, Kind::Printed)
    }

    /// Adds a count that is not printed but can be asked for, so that it is guarded like the others.
    ///
    /// # Errors
    ///
    /// [`Fault::TwoCounts`].
    pub fn imply(&mut self, key: impl Into<String>, count: u32) -> Result<(), Fault> {
        self.add(key.into(), count, Kind::Implied)
    }

    /// Says that `part` is a part of `whole`: the rest of the whole, named `rest`, is guarded too.
    ///
    /// # Errors
    ///
    /// [`Fault::NoSuchCell`]; [`Fault::DoesNotAddUp`] where the part is larger than the whole.
    pub fn complement(&mut self, whole: &str, part: &str, rest: impl Into<String>) -> Result<(), Fault> {
        let rest = rest.into();
        let (of, in_part) = (self.count(whole)?, self.count(part)?);
        let unlike = Fault::DoesNotAddUp { total: whole.to_owned(), count: of, sum: u64::from(in_part) };
        self.imply(rest.clone(), of.checked_sub(in_part).ok_or(unlike)?)?;
        self.sum(whole, &[part, &rest])
    }

    /// Says that a cell counts what can only grow with the time it is counted over ("enrolled so far"): all such of one series are linked, and the
    /// growth from one to the other is guarded as a count of its own. Which time holds which is read from the days at the end of the keys
    /// (`2015-11-23` is all time up to then); keys without days are in the order of their releases.
    ///
    /// # Errors
    ///
    /// [`Fault::NoSuchCell`].
    pub fn grows(&mut self, key: &str, series: impl Into<String>) -> Result<(), Fault> {
        self.put_in_series(key, series.into(), false)
    }

    /// Says that a cell counts what happened in a period, so that over periods beside one another it adds up: what is left of a period when
    /// parts of it are told is guarded too.
    ///
    /// # Errors
    ///
    /// [`Fault::NoSuchCell`].
    pub fn adds_up(&mut self, key: &str, series: impl Into<String>) -> Result<(), Fault> {
        self.put_in_series(key, series.into(), true)
    }

    fn put_in_series(&mut self, key: &str, series: String, adds_up: bool) -> Result<(), Fault> {
        let place = self.place(key)?;
        if let Some(cell) = self.cells.get_mut(place) {
            (cell.series, cell.adds_up) = (Some(series), adds_up);
        }
        Ok(())
    }

    /// Says that a cell is the sum of others.
    ///
    /// # Errors
    ///
    /// [`Fault::NoSuchCell`] and [`Fault::DoesNotAddUp`].
    pub fn sum(&mut self, total: &str, parts: &[&str]) -> Result<(), Fault> {
        let place = self.place(total)?;
        let mut places = parts.iter().map(|part| self.place(part)).collect::<Result<Vec<_>, _>>()?;
        let counts = parts.iter().map(|part| self.count(part)).collect::<Result<Vec<_>, _>>()?;
        let (count, sum) = (self.count(total)?, counts.into_iter().map(u64::from).sum::<u64>());
        if u64::from(count) != sum {
            return Err(Fault::DoesNotAddUp { total: total.to_owned(), count, sum });
        }
        places.sort_unstable();
        if self.known_sums.insert((place, places.clone())) {
            self.sums.push((place, places));
        }
        Ok(())
    }

    fn add(&mut self, key: String, count: u32, kind: Kind) -> Result<(), Fault> {
        let Some(place) = self.places.get(&key).copied() else {
            self.places.insert(key.clone(), self.cells.len());
            self.cells.push(Cell { key, count, kind, series: None, adds_up: false });
            return Ok(());
        };
        let Some(cell) = self.cells.get_mut(place) else { return Err(Fault::NoSuchCell(key)) };
        if cell.count != count {
            return Err(Fault::TwoCounts { key, one: cell.count, other: count });
        }
        if kind == Kind::Printed {
            cell.kind = Kind::Printed;
        }
        Ok(())
    }

    fn place(&self, key: &str) -> Result<usize, Fault> {
        self.places.get(key).copied().ok_or_else(|| Fault::NoSuchCell(key.to_owned()))
    }

    /// The count of a key, printed or not.
    ///
    /// # Errors
    ///
    /// [`Fault::NoSuchCell`].
    pub fn count(&self, key: &str) -> Result<u32, Fault> {
        let cell = self.cells.get(self.place(key)?);
        cell.map(|cell| cell.count).ok_or_else(|| Fault::NoSuchCell(key.to_owned()))
    }
}
