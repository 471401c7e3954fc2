//! What an audience has been told already, and what had to be kept from it.
//!
//! A ledger is one audience's. It holds the true count of what was withheld too, because only so can the next release be judged; it
//! never leaves the team.

use serde::{Deserialize, Serialize};

/// What the audience was told of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// Its count.
    Shown,
    /// That it is withheld.
    Withheld,
    /// Nothing: it is not printed, but follows from others.
    Implied,
}

/// A cell of an earlier release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The release, from 1.
    pub release: u32,
    /// The cell's key; with another count than before it is another cell.
    pub key: String,
    /// The series of what can only grow that it belongs to.
    pub series: Option<String>,
    /// Its true count.
    pub count: u32,
    /// What was told of it.
    pub told: Told,
}

/// A cell that is the sum of others, by their places among the lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sum {
    /// The release that made it known, from 1.
    pub release: u32,
    /// The total.
    pub total: usize,
    /// Its parts.
    pub parts: Vec<usize>,
}

/// All earlier releases to one audience.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    /// Who has been told.
    pub audience: String,
    /// Every cell, in the order told.
    pub lines: Vec<Line>,
    /// How they hang together.
    pub sums: Vec<Sum>,
}

impl Ledger {
    /// The ledger of an audience that has been told nothing.
    pub fn of(audience: impl Into<String>) -> Self {
        Self { audience: audience.into(), ..Self::default() }
    }

    /// Number of releases.
    pub fn releases(&self) -> u32 {
        self.lines.iter().map(|line| line.release).max().unwrap_or(0)
    }

    /// The place of a cell with this key and count. Another count under an old key is a correction, and another cell.
    pub(super) fn place(&self, key: &str, count: u32) -> Option<usize> {
        self.lines.iter().rposition(|line| line.key == key && line.count == count)
    }

    /// The place of the series' last cell.
    pub(super) fn last_of(&self, series: &str) -> Option<usize> {
        self.lines.iter().rposition(|line| line.series.as_deref() == Some(series))
    }
}
