//! `intake`: by month, by quarter, by channel.

use chrono::NaiveDate;

use super::{Fault, Figures, Keys, Leaving};
use crate::programme::Period;
use crate::report::Report;
use crate::report::intake::{Intake, Month};

/// A column of the table by month: its path and its count.
pub type Column = (&'static str, fn(&Month) -> u32);

/// The columns of the table by month.
pub const COLUMNS: [Column; 4] = [
    ("enquiries", |month| month.enquiries),
    ("clarifications", |month| month.clarifications),
    ("enrolments", |month| month.enrolments),
    ("closings", |month| month.closings),
];

/// Months of one line of the intake's table by quarter, counted from the period's first month.
const QUARTER: usize = 3;

impl Intake {
    /// The keys of its counts over the whole period.
    pub fn keys(&self) -> Keys {
        keys(self.from, self.to)
    }

    /// Each month of the period, cut to it, with its counts and their keys.
    pub fn months_and_keys(&self) -> impl Iterator<Item = (&Month, Keys)> {
        let cut = Period { from: self.from, to: self.to };
        self.by_month.iter().zip(cut.months()).map(|(month, cut)| (month, keys(cut.from, cut.to)))
    }

    /// Each three months from the period's first, with the counts' sums and their keys; none where the period has no more than three.
    pub fn quarters(&self) -> Vec<(Period, [u32; 4], Keys)> {
        if self.by_month.len() <= QUARTER {
            return Vec::new();
        }
        let cut: Vec<Period> = Period { from: self.from, to: self.to }.months().collect();
        let quarter = |(months, cut): (&[Month], &[Period])| {
            let (from, to) = (cut.first()?.from, cut.last()?.to);
            let sums = COLUMNS.map(|(_, count)| months.iter().map(count).sum());
            Some((Period { from, to }, sums, keys(from, to)))
        };
        self.by_month.chunks(QUARTER).zip(cut.chunks(QUARTER)).filter_map(quarter).collect()
    }

    pub(super) fn leave(&self, all: &mut Figures) -> Result<(), Fault> {
        for (column, count) in COLUMNS {
            self.leave_column(all, column, count)?;
        }
        let mut to = Leaving { all, keys: self.keys() };
        to.grows("persons", self.persons)?;
        to.part("enrolments", "persons")?;
        let mut channels = vec!["missing".to_owned()];
        to.adds_up("missing", self.missing)?;
        for (channel, count) in &self.by_channel {
            let path = format!("by_channel.{}", channel.code());
            to.adds_up(&path, *count)?;
            channels.push(path);
        }
        to.sum("enquiries", &channels.iter().map(String::as_str).collect::<Vec<_>>())?;
        to.adds_up("n", self.n)?;
        to.sum("n", &["enquiries", "enrolments"])
    }

    /// A column by month, by quarter and as a whole.
    fn leave_column(&self, all: &mut Figures, column: &str, count: fn(&Month) -> u32) -> Result<(), Fault> {
        let mut months = Vec::new();
        for (month, keys) in self.months_and_keys() {
            all.print(keys.key(column), count(month))?;
            months.push(keys.key(column));
        }
        let whole = self.keys().key(column);
        all.print(whole.clone(), self.by_month.iter().map(count).sum())?;
        let names: Vec<&str> = months.iter().map(String::as_str).collect();
        let is_one = names == [whole.as_str()];
        if !is_one {
            all.sum(&whole, &names)?;
        }
        for ((period, sums, keys), parts) in self.quarters().into_iter().zip(names.chunks(QUARTER)) {
            let at = COLUMNS.iter().position(|(name, _)| *name == column).unwrap_or(0);
            let key = keys.key(column);
            all.print(key.clone(), sums.get(at).copied().unwrap_or(0))?;
            if period.months().count() > 1 {
                all.sum(&key, parts)?;
            }
        }
        Ok(())
    }
}

/// The keys of what is counted by its day, whichever report it stands in.
pub(super) fn keys(from: NaiveDate, to: NaiveDate) -> Keys {
    Keys::over(Report::Intake, from, to)
}
