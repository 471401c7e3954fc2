//! What of each figure disclosure control judges before it leaves the team (R19): its counts, and which are sums of which.
//!
//! A count is one cell under one key, wherever it stands: `intake.enrolments 2015-01-01..2015-01-31` is the same in a month's report and
//! in a year's. To add a figure: a file in `leaving/` that names every count of it, and a line in [`Figure::leave`].

mod between;
mod continuation;
pub mod effort;
mod fidelity;
pub mod forecast;
mod goals;
pub mod intake;
mod outcomes;
pub mod referrals;
mod situation;
mod status;

use chrono::NaiveDate;

use super::{Figure, Report};
use crate::disclosure::{Fault, Figures};

/// Names the counts of a figure.
#[derive(Clone, Debug)]
pub struct Keys {
    report: Report,
    when: String,
}

impl Keys {
    /// Of what is counted on a day.
    pub(crate) fn on(report: Report, day: NaiveDate) -> Self {
        Self { report, when: day.to_string() }
    }

    /// Of what is counted over a period.
    pub(crate) fn over(report: Report, from: NaiveDate, to: NaiveDate) -> Self {
        Self { report, when: format!("{from}..{to}") }
    }

    /// The key of the count at a path of the figure's JSON, as near as can be: `by_channel.selv`.
    pub fn key(&self, path: &str) -> String {
        format!("{}.{path} {}", self.report.name(), self.when)
    }

    /// The keys of several counts.
    pub fn all<const N: usize>(&self, paths: [&str; N]) -> [String; N] {
        paths.map(|path| self.key(path))
    }
}

/// Adds the counts of one figure.
struct Leaving<'a> {
    all: &'a mut Figures,
    keys: Keys,
}

impl Leaving<'_> {
    /// A count that is printed.
    fn print(&mut self, path: &str, count: u32) -> Result<(), Fault> {
        self.all.print(self.keys.key(path), count)
    }

    /// A count that is printed and can only grow with the time it is counted over.
    fn grows(&mut self, path: &str, count: u32) -> Result<(), Fault> {
        self.print(path, count)?;
        self.all.grows(&self.keys.key(path), self.series(path))
    }

    /// A count that is printed, of what happened in the period: over periods beside one another it adds up.
    fn adds_up(&mut self, path: &str, count: u32) -> Result<(), Fault> {
        self.print(path, count)?;
        self.all.adds_up(&self.keys.key(path), self.series(path))
    }

    fn series(&self, path: &str) -> String {
        format!("{}.{path}", self.keys.report.name())
    }

    /// A count that is not printed.
    fn imply(&mut self, path: &str, count: u32) -> Result<(), Fault> {
        self.all.imply(self.keys.key(path), count)
    }

    /// A count that is the sum of others of the figure.
    fn sum(&mut self, total: &str, parts: &[&str]) -> Result<(), Fault> {
        let parts: Vec<String> = parts.iter().map(|part| self.keys.key(part)).collect();
        self.all.sum(&self.keys.key(total), &parts.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// A count that is a part of another: the rest is guarded too.
    fn part(&mut self, whole: &str, part: &str) -> Result<(), Fault> {
        let rest = self.keys.key(&format!("{whole}-{part}"));
        self.all.complement(&self.keys.key(whole), &self.keys.key(part), rest)
    }
}

/// Adds the counts of all the figures of a report, and how those of one hang together with those of another.
///
/// # Errors
///
/// As [`Figure::leave`].
pub fn leave_together(figures: &[Figure], all: &mut Figures) -> Result<(), Fault> {
    figures.iter().try_for_each(|figure| figure.leave(all))?;
    figures.iter().try_for_each(|one| figures.iter().try_for_each(|other| between::tie(one, other, all)))
}

impl Figure {
    /// Whether the figure can leave the team at all. What lists courses, citizens or workers cannot, nor does what is a sum about nobody.
    pub const fn may_leave(&self) -> bool {
        !matches!(self, Self::Courses(_) | Self::Caseload(_) | Self::WindDown(_) | Self::Staffing(_))
    }

    /// Adds the figure's counts to all that leaves together; nothing of a figure that cannot leave.
    ///
    /// # Errors
    ///
    /// A [`Fault`] where the figure contradicts itself or one that is there already.
    pub fn leave(&self, all: &mut Figures) -> Result<(), Fault> {
        match self {
            Self::Status(figure) => figure.leave(all),
            Self::Intake(figure) => figure.leave(all),
            Self::Outcomes(figure) => figure.leave(all),
            Self::Forecast(figure) => figure.leave(all),
            Self::Fidelity(figure) => figure.leave(all),
            Self::Goals(figure) => figure.leave(all),
            Self::Referrals(figure) => figure.leave(all),
            Self::Situation(figure) => figure.leave(all),
            Self::Continuation(figure) => figure.leave(all),
            Self::Effort(figure) => figure.leave(all),
            Self::Courses(_) | Self::Caseload(_) | Self::WindDown(_) | Self::Staffing(_) => Ok(()),
        }
    }
}
