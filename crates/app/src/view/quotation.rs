//! *Citater*: words of a citizen's for reports.

use chrono::NaiveDate;
use domain::code::QuotationState;
use domain::id::QuotationId;
use domain::personal::Personal;

use super::About;

/// The page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotationPage {
    /// Whom it is about.
    pub about: About,
    /// Whether the citizen agrees to be quoted.
    pub has_consent: bool,
    /// The quotations: those that wait for a second person first, then by their day, the latest first.
    pub quotations: Vec<Quoted>,
}

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// The fact.
    pub id: QuotationId,
    /// Its version.
    pub version: i64,
    /// The day it was said.
    pub on: NaiveDate,
    /// Where it stands.
    pub state: QuotationState,
    /// Who wrote it down.
    pub author: Personal<String>,
    /// Whether that is the reader.
    pub is_own: bool,
    /// The words.
    pub words: Personal<String>,
    /// Why what the author was warned of tells on nobody; empty where there was no warning.
    pub confirmed: Personal<String>,
    /// Why it was turned down.
    pub reason: Personal<String>,
}
