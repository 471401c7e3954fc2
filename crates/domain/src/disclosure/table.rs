//! Tables of one, two, three or more dimensions, with their margins, as figures.

use super::figures::{Fault, Figures};

/// One entry of a dimension: a category, or a total and the entries it is the sum of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    label: String,
    parts: Vec<Self>,
}

impl Entry {
    /// A category.
    pub fn category(label: impl Into<String>) -> Self {
        Self { label: label.into(), parts: Vec::new() }
    }

    /// A total of its parts, which may be totals themselves.
    pub fn total(label: impl Into<String>, parts: Vec<Self>) -> Self {
        Self { label: label.into(), parts }
    }

    fn all(&self) -> Vec<&Self> {
        std::iter::once(self).chain(self.parts.iter().flat_map(Self::all)).collect()
    }

    fn categories(&self) -> Vec<&Self> {
        self.all().into_iter().filter(|entry| entry.parts.is_empty()).collect()
    }
}

impl Figures {
    /// Adds a table: a cell for each choice of one entry a dimension, totals included.
    ///
    /// `count` is asked for categories only; `key` names a cell by its labels, one a dimension. Cells of other tables by the same
    /// key are the same cells.
    ///
    /// # Errors
    ///
    /// [`Fault::TwoCounts`] where a cell is already there with another count.
    pub fn table(
        &mut self,
        dimensions: &[Vec<Entry>],
        key: impl Fn(&[&str]) -> String,
        count: impl Fn(&[&str]) -> u32,
    ) -> Result<(), Fault> {
        let chosen = crossed(dimensions);
        for cell in &chosen {
            let under = crossed_of(&cell.iter().map(|entry| entry.categories()).collect::<Vec<_>>());
            let sum = under.iter().map(|leaf| count(&labels(leaf))).fold(0u32, u32::saturating_add);
            self.print(key(&labels(cell)), sum)?;
        }
        for cell in &chosen {
            for (at, entry) in cell.iter().enumerate().filter(|(_, entry)| !entry.parts.is_empty()) {
                let part = |part| {
                    let with = cell.iter().enumerate().map(|(here, own)| if here == at { part } else { *own });
                    key(&labels(&with.collect::<Vec<_>>()))
                };
                let parts: Vec<String> = entry.parts.iter().map(part).collect();
                self.sum(&key(&labels(cell)), &parts.iter().map(String::as_str).collect::<Vec<_>>())?;
            }
        }
        Ok(())
    }
}

fn labels<'a>(cell: &[&'a Entry]) -> Vec<&'a str> {
    cell.iter().map(|entry| entry.label.as_str()).collect()
}

fn crossed(dimensions: &[Vec<Entry>]) -> Vec<Vec<&Entry>> {
    crossed_of(&dimensions.iter().map(|entries| entries.iter().flat_map(Entry::all).collect()).collect::<Vec<_>>())
}

fn crossed_of<'a>(dimensions: &[Vec<&'a Entry>]) -> Vec<Vec<&'a Entry>> {
    dimensions.iter().fold(vec![Vec::new()], |cells, entries| {
        let longer = |cell: &Vec<&'a Entry>, entry: &'a Entry| cell.iter().copied().chain([entry]).collect();
        cells.iter().flat_map(|cell| entries.iter().map(move |entry| longer(cell, entry))).collect()
    })
}
