//! The sheets of a workbook or the files of a folder, by the list that each holds.

use crate::csv::{Records, decoded};
use crate::error::ReadError;
use crate::fault::Wrong;
use crate::list::List;
use crate::note::Remark;
use crate::record::Record;
use crate::report::Report;
use crate::source::Source;
use crate::table::{self, Headings, Rows, RowsError};
use crate::workbook::Workbook;

/// The sheets or files that hold lists.
pub(crate) struct Sheets<'s> {
    tables: Tables<'s>,
    pub(crate) found: Vec<Sheet>,
}

enum Tables<'s> {
    Folder(&'s [(String, Vec<u8>)]),
    Workbook(Box<Workbook<'s>>),
}

/// One sheet or file that holds a list.
#[derive(Clone)]
pub(crate) struct Sheet {
    pub(crate) list: &'static List,
    /// The name as written.
    name: String,
    /// The name as faults show it.
    pub(crate) shown: String,
}

impl<'s> Sheets<'s> {
    pub(crate) fn open(source: &'s Source, report: &mut Report<'_>) -> Result<Self, ReadError> {
        let (tables, names) = match source {
            Source::Folder(files) => {
                (Tables::Folder(files), files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>())
            }
            Source::Workbook(bytes) => {
                let workbook = Workbook::open(bytes)?;
                let names = workbook.sheets();
                (Tables::Workbook(Box::new(workbook)), names)
            }
        };
        let mut found: Vec<Sheet> = Vec::new();
        for name in names {
            let stem = match source {
                Source::Folder(_) => name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem),
                Source::Workbook(_) => name.as_str(),
            };
            let shown = stem.trim().to_lowercase();
            report.sheet.clone_from(&shown);
            match List::named(stem) {
                None => report.note(Remark::UnknownSheet),
                Some(list) => match found.iter().find(|other| std::ptr::eq(other.list, list)) {
                    Some(other) => {
                        let column = list.columns.first().map_or("", |column| column.danish);
                        report.add(1, column.to_owned(), Wrong::ListTwice { other: other.shown.clone() });
                    }
                    None => found.push(Sheet { list, name: name.clone(), shown }),
                },
            }
        }
        Ok(Self { tables, found })
    }

    pub(crate) fn named(&self, list: &'static List) -> Option<Sheet> {
        self.found.iter().find(|sheet| std::ptr::eq(sheet.list, list)).cloned()
    }

    pub(crate) fn read(
        &mut self,
        sheet: &Sheet,
        list: &'static List,
        report: &mut Report<'_>,
        take: &mut dyn FnMut(&mut Record<'_, '_, '_>),
    ) -> Result<Option<Headings>, ReadError> {
        match &mut self.tables {
            Tables::Folder(files) => {
                let bytes = files.iter().find(|(name, _)| *name == sheet.name).map_or(&[][..], |(_, bytes)| bytes);
                let text = decoded(bytes);
                read_rows(&mut Records::new(&text, list), list, report, take)
            }
            Tables::Workbook(workbook) => read_rows(&mut workbook.rows(&sheet.name)?, list, report, take),
        }
    }
}

fn read_rows<'a>(
    rows: &mut dyn Rows<'a>,
    list: &'static List,
    report: &mut Report<'_>,
    take: &mut dyn FnMut(&mut Record<'_, '_, '_>),
) -> Result<Option<Headings>, ReadError> {
    match table::read(rows, list, report, take) {
        Ok(headings) => Ok(headings),
        Err(RowsError::Broken) => Err(ReadError::BrokenWorkbook),
        Err(RowsError::QuoteLeftOpen { row }) => {
            report.add(row, list.columns.first().map_or("", |column| column.danish).to_owned(), Wrong::QuoteLeftOpen);
            Ok(None)
        }
    }
}
