//! *Koordinatorens bord*: what is missing, due and waiting in the whole programme.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::code::{Addressee, Channel, NotYet};
use domain::desk::{Due, Severity};
use domain::id::{CitizenId, EnquiryId, UserId};
use domain::personal::Personal;
use domain::programme::Text;
use domain::report::fidelity::FidelityFigure;
use domain::report::status::StatusFigure;
use uuid::Uuid;

use super::forecast::ForecastPage;
use super::request::Asked;
use super::wind_down::{WaitingRow, WindDown};

/// What is asked of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DeskAsk {
    /// The day; today where none.
    pub day: Option<NaiveDate>,
    /// What matters so much only.
    pub severity: Option<Severity>,
    /// One worker's citizens only.
    pub worker: Option<UserId>,
    /// Whether long lists are shown whole.
    pub shows_all: bool,
}

/// The page.
#[derive(Clone, Debug)]
pub struct DeskPage {
    /// What was asked.
    pub ask: DeskAsk,
    /// The day shown.
    pub day: NaiveDate,
    /// Today.
    pub today: NaiveDate,
    /// The programme's neutral title.
    pub programme: Text,
    /// The status figure of the day.
    pub status: StatusFigure,
    /// How many things are missing or due, by severity.
    pub counts: [usize; 3],
    /// How many fit what is asked.
    pub matching: usize,
    /// The first of them.
    pub due: Vec<DueRow>,
    /// Goals in none of the areas about which nobody has said why, and of how many citizens; of how many goals.
    pub unlinked: (usize, usize, u32),
    /// The most citizens a worker can have.
    pub cap: u32,
    /// The workers' caseloads, by name.
    pub loads: Vec<LoadRow>,
    /// How many workers there are.
    pub loads_total: usize,
    /// Clarifications that wait, the longest first.
    pub waiting: Vec<WaitingRow>,
    /// How the open courses end.
    pub wind_down: WindDown,
    /// What is expected.
    pub forecast: Arc<ForecastPage>,
    /// Referrals without an answer, the oldest first.
    pub referrals: Vec<ReferralRow>,
    /// How many there are.
    pub referrals_total: usize,
    /// Of them, how many for more than ten days; and the oldest.
    pub referrals_late: (usize, Option<NaiveDate>),
    /// Exceptions granted, the latest first.
    pub exceptions: Vec<ExceptionRow>,
    /// How many there are.
    pub exceptions_total: usize,
    /// Enquiries nobody has answered, the newest first.
    pub enquiries: Vec<(EnquiryId, NaiveDate, Option<Channel>)>,
    /// How many there are.
    pub enquiries_total: usize,
    /// The method's indicators of the team.
    pub fidelity: Arc<FidelityFigure>,
    /// Reports that wait for the reader, or for something that they lack.
    pub reports: Vec<ReportRow>,
    /// Citizens of whom a quotation waits to be approved by the reader.
    pub quotations: Vec<(CitizenId, Personal<String>)>,
    /// Persons who have to be deleted by whoever got a research package, and nobody was told yet.
    pub recalls: usize,
}

/// A report that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRow {
    /// What it waits for.
    pub for_what: ReportWaits,
    /// What it is called; none where its template is gone.
    pub title: Option<Text>,
    /// For whom.
    pub addressee: Addressee,
}

/// What a report waits for: it and its version, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportWaits {
    /// To be locked by the reader.
    Lock(Uuid, u32),
    /// What a regular one lacks.
    NotYet(NotYet),
    /// That whoever has it is told that a quotation in it was taken back.
    TakenBack(Uuid, u32),
}

/// Something missing or due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueRow {
    /// Whose.
    pub citizen: CitizenId,
    /// The alias, else initials.
    pub name: Personal<String>,
    /// The worker.
    pub worker: Option<Personal<String>>,
    /// What.
    pub due: Due,
    /// The planned end of the course.
    pub ends: Option<NaiveDate>,
    /// The last request about it.
    pub asked: Option<Asked>,
}

/// A worker's caseload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadRow {
    /// The worker.
    pub worker: UserId,
    /// The name.
    pub name: Personal<String>,
    /// Enrolled citizens.
    pub enrolled: usize,
    /// Citizens in clarification.
    pub in_clarification: usize,
}

/// A referral without an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferralRow {
    /// Whose.
    pub citizen: CitizenId,
    /// The alias, else initials.
    pub name: Personal<String>,
    /// The partner's neutral short name.
    pub partner: String,
    /// The day it was sent.
    pub sent_on: NaiveDate,
}

/// An exception granted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExceptionRow {
    /// Whose.
    pub citizen: CitizenId,
    /// The alias, else initials.
    pub name: Personal<String>,
    /// `R10` or `R12`.
    pub rule: String,
    /// The day.
    pub on: NaiveDate,
    /// The worker it is for.
    pub worker: Option<Personal<String>>,
    /// Who granted it.
    pub by: Personal<String>,
    /// Why.
    pub reason: Personal<String>,
}
