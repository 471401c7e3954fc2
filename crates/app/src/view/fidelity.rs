//! *Metodefidelitet*: the method's local indicators (R18).

use chrono::NaiveDate;
use domain::fidelity::{Indicator, Verdict};
use domain::id::CitizenId;
use domain::personal::Personal;
use domain::report::fidelity::FidelityFigure;

/// Whose courses the figures are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The team's.
    Team,
    /// The reader's own.
    Own,
}

/// The page.
#[derive(Clone, Debug)]
pub struct FidelityPage {
    /// The day.
    pub day: NaiveDate,
    /// Whose.
    pub whose: Whose,
    /// The figure.
    pub figure: FidelityFigure,
    /// Whether the courses behind an indicator may be seen.
    pub sees_rows: bool,
    /// The indicator whose courses are shown.
    pub of: Option<Indicator>,
    /// The courses behind it, those that are not as the method says first; the first of them where they are many.
    pub rows: Vec<CourseRow>,
    /// How many there are.
    pub total: usize,
}

/// A course behind an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseRow {
    /// Whose; none where the reader no more works with the citizen.
    pub citizen: Option<CitizenId>,
    /// The alias, else initials.
    pub name: Personal<String>,
    /// The first day.
    pub enrolled_on: NaiveDate,
    /// What the indicator says of it.
    pub verdict: Verdict,
}
