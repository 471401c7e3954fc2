//! *Forskning*: what is ready, and who got what.

use chrono::{NaiveDate, NaiveDateTime};
use domain::personal::Personal;
use uuid::Uuid;

/// The page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResearchPage {
    /// The day.
    pub today: NaiveDate,
    /// Persons who agreed and have a course.
    pub agreed: usize,
    /// How many it takes.
    pub needed: usize,
    /// The packages, the newest first.
    pub packages: Vec<Given>,
}

impl ResearchPage {
    /// Whether enough agreed for a package to be tried.
    pub const fn is_enough(&self) -> bool {
        self.agreed >= self.needed
    }

    /// Persons who have to be taken out of packages, and nobody was told yet.
    pub fn recalled(&self) -> usize {
        self.packages.iter().map(|package| package.recalled.len()).sum()
    }
}

/// A package that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Its id.
    pub id: Uuid,
    /// The day it is of.
    pub as_of: NaiveDate,
    /// When it was made, in the programme's zone.
    pub at: NaiveDateTime,
    /// Who made it; empty where it was the command line.
    pub by: Personal<String>,
    /// Who got it.
    pub recipient: Personal<String>,
    /// What for.
    pub purpose: Personal<String>,
    /// Persons in it.
    pub persons: u64,
    /// Persons left out because too few look like them.
    pub suppressed: u64,
    /// SHA-256 of its file.
    pub hash: String,
    /// The pseudonyms that the recipient has to be told to take out.
    pub recalled: Vec<String>,
    /// How many the recipient was told of before, and on which day last.
    pub told: Option<(usize, NaiveDate)>,
}

impl Given {
    /// Whether its file may be fetched: not once anybody in it has to be, or was, taken out.
    pub fn can_be_fetched(&self) -> bool {
        self.recalled.is_empty() && self.told.is_none()
    }
}
