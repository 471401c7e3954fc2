//! What reading finds beside the rows: faults, notes and counts.

use std::collections::BTreeMap;

use crate::Progress;
use crate::fault::{Fault, Wrong};
use crate::list::List;
use crate::note::{Note, Remark};

/// Collects what is found in the sheet that is read now.
pub(crate) struct Report<'p> {
    pub(crate) sheet: String,
    pub(crate) faults: Vec<Fault>,
    pub(crate) notes: Vec<Note>,
    pub(crate) rows: BTreeMap<&'static str, u64>,
    tell: &'p mut dyn FnMut(Progress),
}

impl<'p> Report<'p> {
    pub(crate) fn new(tell: &'p mut dyn FnMut(Progress)) -> Self {
        Self { sheet: String::new(), faults: Vec::new(), notes: Vec::new(), rows: BTreeMap::new(), tell }
    }

    pub(crate) fn add(&mut self, row: u32, column: String, wrong: Wrong) {
        self.faults.push(Fault { sheet: self.sheet.clone(), row, column, wrong });
    }

    pub(crate) fn note(&mut self, remark: Remark) {
        self.notes.push(Note { sheet: self.sheet.clone(), remark });
    }

    pub(crate) fn count(&mut self, list: &List, rows: u64) {
        self.rows.insert(list.danish, rows);
    }

    pub(crate) fn list_missing(&mut self, list: &List) {
        let column = list.columns.first().map_or("", |column| column.danish);
        self.add(1, column.to_owned(), Wrong::ListMissing { danish: list.danish, english: list.english });
    }

    pub(crate) fn progress(&mut self, list: &List, rows: u64) {
        (self.tell)(Progress { list: list.danish, rows });
    }
}
