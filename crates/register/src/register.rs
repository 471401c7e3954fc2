//! The register: every list's rows, or every fault.

use std::collections::BTreeMap;
use std::path::Path;

use domain::instrument::Instrument;
use domain::programme::Programme;

use crate::error::ReadError;
use crate::fault::Fault;
use crate::list::{self, List};
use crate::lists::{self, CourseIds};
use crate::note::{Note, Remark};
use crate::readings::Readings;
use crate::record::{Ids, Record};
use crate::report::Report;
use crate::row::{Citizen, Contact, Course, Enquiry, Goal, Mark, Reading, Referral, Reply, Step, Worker};
use crate::sheets::{Sheet, Sheets};
use crate::source::Source;
use crate::table::Headings;

/// What the codes of a register are checked against.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// Gives the goal areas, the number of phases and the latest year of birth.
    pub programme: &'a Programme,
    /// The instruments that readings may be of, with their items and scales.
    pub instruments: &'a [Instrument],
}

/// How far the reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The Danish name of the list that is read.
    pub list: &'static str,
    /// Its rows read until now, without the heading and empty ones.
    pub rows: u64,
}

/// A register without fault: the rows of every list in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Register {
    /// `borgere`.
    pub citizens: Vec<Citizen>,
    /// `henvendelser`.
    pub enquiries: Vec<Enquiry>,
    /// `forloeb`.
    pub courses: Vec<Course>,
    /// `maalinger`, in the order of their first rows.
    pub readings: Vec<Reading>,
    /// `maal`.
    pub goals: Vec<Goal>,
    /// `kontakter`.
    pub contacts: Vec<Contact>,
    /// `henvisninger`.
    pub referrals: Vec<Referral>,
    /// `medarbejdere`.
    pub workers: Vec<Worker>,
    /// `skridt`.
    pub steps: Vec<Step>,
    /// `begivenheder`.
    pub marks: Vec<Mark>,
    /// `opfoelgninger`.
    pub replies: Vec<Reply>,
    /// What was left out or not found without being a fault.
    pub notes: Vec<Note>,
    /// The rows of each list that is there, by its Danish name, without headings and empty rows.
    pub rows: BTreeMap<&'static str, u64>,
}

impl Register {
    /// Reads the register at a path: a workbook, a folder of CSV files, or a folder with one workbook.
    ///
    /// # Errors
    ///
    /// [`ReadError::Faults`] with every fault, by list and row, or the reason why nothing could be read at all.
    pub fn read(path: &Path, rules: &Rules<'_>, progress: &mut dyn FnMut(Progress)) -> Result<Self, ReadError> {
        Self::read_source(&Source::load(path)?, rules, progress)
    }

    /// Reads a register from bytes.
    ///
    /// # Errors
    ///
    /// As [`Register::read`].
    pub fn read_source(
        source: &Source,
        rules: &Rules<'_>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Self, ReadError> {
        let mut report = Report::new(progress);
        let mut known = Known::new();
        let mut register = Self::default();
        let mut sheets = Sheets::open(source, &mut report)?;
        for list in list::ALL {
            let found = sheets.named(list);
            report.sheet = found.as_ref().map_or_else(|| list.danish.to_owned(), |sheet| sheet.shown.clone());
            match found {
                Some(sheet) => register.read_list(list, &mut sheets, &sheet, &mut known, rules, &mut report)?,
                None if list.is_needed => report.list_missing(list),
                None if list::USUAL.contains(&list) => report.note(Remark::ListAbsent),
                None => {}
            }
        }
        if known.workers.is_missed && sheets.named(&list::WORKERS).is_none() {
            report.sheet = list::WORKERS.danish.to_owned();
            report.list_missing(&list::WORKERS);
        }
        if report.faults.is_empty() {
            register.notes = report.notes;
            register.rows = report.rows;
            return Ok(register);
        }
        Err(ReadError::Faults(in_order(report.faults, &sheets)))
    }

    fn read_list(
        &mut self,
        list: &'static List,
        sheets: &mut Sheets<'_>,
        sheet: &Sheet,
        known: &mut Known,
        rules: &Rules<'_>,
        report: &mut Report<'_>,
    ) -> Result<(), ReadError> {
        let mut readings = Readings::new(rules);
        let is = |other: &'static List| std::ptr::eq(list, other);
        let mut take = |record: &mut Record<'_, '_, '_>| {
            if is(&list::READINGS) {
                readings.take(record, &mut known.courses);
            } else if is(&list::CONTACTS) {
                self.contacts.extend(lists::contact(record, &mut known.courses));
            } else if is(&list::CITIZENS) {
                self.citizens.extend(lists::citizen(record, &mut known.citizens, rules));
            } else if is(&list::ENQUIRIES) {
                self.enquiries.extend(lists::enquiry(record, &mut known.enquiries, &mut known.citizens));
            } else if is(&list::COURSES) {
                let Known { courses, citizens, workers, .. } = &mut *known;
                self.courses.extend(lists::course(record, courses, citizens, workers));
            } else if is(&list::GOALS) {
                self.goals.extend(lists::goal(record, &mut known.goals, &mut known.courses, rules));
            } else if is(&list::REFERRALS) {
                self.referrals.extend(lists::referral(record, &mut known.courses, rules));
            } else if is(&list::WORKERS) {
                self.workers.extend(lists::worker(record, &mut known.workers));
            } else if is(&list::STEPS) {
                self.steps.extend(lists::step(record, &mut known.courses));
            } else if is(&list::MARKS) {
                self.marks.extend(lists::mark(record, &mut known.courses, rules));
            } else {
                self.replies.extend(lists::reply(record, &mut known.courses));
            }
        };
        let headings = sheets.read(sheet, list, report, &mut take)?;
        match headings {
            Some(headings) if is(&list::READINGS) => self.readings = readings.finish(&headings, report),
            Some(headings) => known.settle(&headings),
            None => known.forget(list),
        }
        Ok(())
    }
}

/// The ids met until now.
struct Known {
    workers: Ids<()>,
    citizens: Ids<()>,
    enquiries: Ids<()>,
    courses: CourseIds,
    goals: Ids<()>,
}

impl Known {
    const fn new() -> Self {
        Self {
            workers: Ids::new(list::WORKERS.danish),
            citizens: Ids::new(list::CITIZENS.danish),
            enquiries: Ids::new(list::ENQUIRIES.danish),
            courses: Ids::new(list::COURSES.danish),
            goals: Ids::new(list::GOALS.danish),
        }
    }

    /// A list that is there with its id column but without a row has no id, which is something to know.
    fn settle(&mut self, headings: &Headings) {
        if headings.place(0).is_none() {
            return;
        }
        match headings.list.danish {
            "medarbejdere" => {
                self.workers.known.get_or_insert_default();
            }
            "borgere" => {
                self.citizens.known.get_or_insert_default();
            }
            "forloeb" => {
                self.courses.known.get_or_insert_default();
            }
            _ => {}
        }
    }

    /// A list that could not be read to its end knows none of its ids: a fault of its own, and enough.
    fn forget(&mut self, list: &List) {
        match list.danish {
            "medarbejdere" => self.workers.known = None,
            "borgere" => self.citizens.known = None,
            "forloeb" => self.courses.known = None,
            _ => {}
        }
    }
}

/// By list and row; a place is told of once, with what was found there first.
fn in_order(mut faults: Vec<Fault>, sheets: &Sheets<'_>) -> Vec<Fault> {
    let place = |sheet: &str| {
        let list = sheets.found.iter().find(|found| found.shown == sheet).map(|found| found.list.danish);
        list::ALL.iter().position(|known| list.unwrap_or(sheet) == known.danish)
    };
    faults.sort_by(|a, b| {
        (place(&a.sheet), &a.sheet, a.row, &a.column).cmp(&(place(&b.sheet), &b.sheet, b.row, &b.column))
    });
    faults
        .dedup_by(|later, first| later.sheet == first.sheet && later.row == first.row && later.column == first.column);
    faults
}
