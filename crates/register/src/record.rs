//! One row with its headings: gives typed values and reports what cannot be read.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::code::UnknownCode;
use domain::personal::Personal;

use crate::cell::{Cell, harmless};
use crate::fault::Wrong;
use crate::list::folded;
use crate::report::Report;
use crate::table::Headings;

/// The ids of a list, with what others need to know of each; `None` inside [`Ids::known`] where the list cannot tell.
#[derive(Debug)]
pub(crate) struct Ids<T> {
    /// The list's Danish name.
    pub(crate) list: &'static str,
    /// Row and fact by id; `None` where the list or its id column is missing, which is a fault of its own.
    pub(crate) known: Option<HashMap<String, (u32, T)>>,
    /// Whether an id was looked up while none could be known.
    pub(crate) is_missed: bool,
}

impl<T> Ids<T> {
    pub(crate) const fn new(list: &'static str) -> Self {
        Self { list, known: None, is_missed: false }
    }
}

/// One row while it is read.
pub(crate) struct Record<'r, 'a, 'p> {
    pub(crate) headings: &'r Headings,
    pub(crate) row: u32,
    pub(crate) cells: &'r [Cell<'a>],
    pub(crate) report: &'r mut Report<'p>,
}

impl<'r, 'a> Record<'r, 'a, '_> {
    /// The cell under a heading, where it holds anything; an empty cell that is needed is a fault.
    fn cell(&mut self, danish: &str) -> Option<&'r Cell<'a>> {
        let column = self.headings.column(danish)?;
        let place = self.headings.place(column)?;
        let cell = self.cells.get(place).filter(|cell| !cell.is_empty());
        match cell {
            None if self.headings.list.columns.get(column).is_some_and(|column| column.is_needed) => {
                self.fault(danish, Wrong::ValueMissing);
                None
            }
            Some(Cell::Error) => {
                self.fault(danish, Wrong::SpreadsheetError);
                None
            }
            cell => cell,
        }
    }

    /// Reports a fault in this row.
    pub(crate) fn fault(&mut self, danish: &str, wrong: Wrong) {
        let column = self.headings.name(danish);
        self.report.add(self.row, column, wrong);
    }

    /// What of the cell may stand in a message.
    fn given(&self, danish: &str, cell: &Cell<'_>) -> Option<String> {
        let column = self.headings.column(danish).and_then(|column| self.headings.list.columns.get(column))?;
        if column.is_personal { None } else { harmless(&cell.word()) }
    }

    /// A text that may be shown, such as a partner's name.
    pub(crate) fn text(&mut self, danish: &str) -> Option<String> {
        self.cell(danish).map(|cell| cell.text().into_owned()).filter(|text| !text.is_empty())
    }

    /// A text that tells on a person.
    pub(crate) fn personal(&mut self, danish: &str) -> Option<Personal<String>> {
        let written = self.cell(danish).map(|cell| cell.written().into_owned());
        written.filter(|text| !text.is_empty()).map(Personal::new)
    }

    /// An id or key as written.
    pub(crate) fn word(&mut self, danish: &str) -> Option<String> {
        self.cell(danish).map(|cell| cell.word().into_owned()).filter(|text| !text.is_empty())
    }

    /// The row's own id, which no other row may have; it is known from here on with what others need of the row.
    pub(crate) fn own_id<T>(&mut self, danish: &str, ids: &mut Ids<T>, fact: T) -> Option<String> {
        let id = self.word(danish)?;
        let known = ids.known.get_or_insert_default();
        match known.get(&id) {
            Some((first, _)) => {
                let first = *first;
                self.fault(danish, Wrong::UsedTwice { first });
                None
            }
            None => {
                known.insert(id.clone(), (self.row, fact));
                Some(id)
            }
        }
    }

    /// The id of a row of another list.
    pub(crate) fn reference<T>(&mut self, danish: &str, ids: &mut Ids<T>) -> Option<String> {
        let id = self.word(danish)?;
        match &ids.known {
            None => ids.is_missed = true,
            Some(known) if !known.contains_key(&id) => {
                self.fault(danish, Wrong::PointsNowhere { list: ids.list });
                return None;
            }
            Some(_) => {}
        }
        Some(id)
    }

    /// A day.
    pub(crate) fn date(&mut self, danish: &str) -> Option<NaiveDate> {
        let cell = self.cell(danish)?;
        let day = cell.date();
        if day.is_none() {
            let given = self.given(danish, cell);
            self.fault(danish, Wrong::Date { given });
        }
        day
    }

    /// A day that may not be before the one under another heading.
    pub(crate) fn date_from(
        &mut self,
        danish: &str,
        beginning: (&'static str, Option<NaiveDate>),
    ) -> Option<NaiveDate> {
        let day = self.date(danish)?;
        if beginning.1.is_some_and(|beginning| day < beginning) {
            self.fault(danish, Wrong::EndsBeforeBeginning { beginning: beginning.0 });
            return None;
        }
        Some(day)
    }

    /// A whole number in a range.
    pub(crate) fn number(&mut self, danish: &str, from: u32, to: u32) -> Option<u32> {
        let cell = self.cell(danish)?;
        let number = cell.number(from, to);
        if number.is_none() {
            let given = self.given(danish, cell);
            self.fault(danish, Wrong::Number { given, from, to });
        }
        number
    }

    /// A CPR number, as ten digits.
    pub(crate) fn cpr(&mut self, danish: &str) -> Option<Personal<String>> {
        let cpr = self.cell(danish)?.cpr();
        if cpr.is_none() {
            self.fault(danish, Wrong::Cpr);
        }
        cpr.map(Personal::new)
    }

    /// One of the codes of a list in [`domain::code`].
    pub(crate) fn code<T>(&mut self, danish: &str, parse: fn(&str) -> Result<T, UnknownCode>) -> Option<T> {
        let cell = self.cell(danish)?;
        match parse(&folded(&cell.text())) {
            Ok(value) => Some(value),
            Err(unknown) => {
                self.fault(danish, Wrong::Code { allowed: unknown.allowed });
                None
            }
        }
    }

    /// Several codes with commas between them, each kept once.
    pub(crate) fn codes<T: Ord>(&mut self, danish: &str, parse: fn(&str) -> Result<T, UnknownCode>) -> Vec<T> {
        let Some(cell) = self.cell(danish) else { return Vec::new() };
        let text = cell.text();
        let parts = text.split([',', ';', '\n']).filter(|part| !part.trim().is_empty());
        match parts.map(|part| parse(&folded(part))).collect::<Result<Vec<_>, _>>() {
            Ok(mut values) => {
                values.sort();
                values.dedup();
                values
            }
            Err(unknown) => {
                self.fault(danish, Wrong::Code { allowed: unknown.allowed });
                Vec::new()
            }
        }
    }

    /// `ja` or `nej`.
    pub(crate) fn yes_no(&mut self, danish: &str) -> Option<bool> {
        let cell = self.cell(danish)?;
        match folded(&cell.text()).as_ref() {
            "ja" | "yes" | "sand" | "true" => Some(true),
            "nej" | "no" | "falsk" | "false" => Some(false),
            _ => {
                self.fault(danish, Wrong::Code { allowed: "ja, nej".to_owned() });
                None
            }
        }
    }

    /// A key out of those given.
    pub(crate) fn key<'k>(&mut self, danish: &str, keys: impl Iterator<Item = &'k str> + Clone) -> Option<String> {
        let cell = self.cell(danish)?;
        let wanted = folded(&cell.text()).into_owned();
        let key = keys.clone().find(|key| folded(key) == wanted);
        if key.is_none() {
            self.fault(danish, Wrong::Code { allowed: keys.collect::<Vec<_>>().join(", ") });
        }
        key.map(str::to_owned)
    }
}
