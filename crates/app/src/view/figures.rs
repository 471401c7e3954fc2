//! *Nøgletal*: the programme's figures as of a day and over a period, beside those of another period where one is chosen.

use chrono::NaiveDate;
use domain::code::Channel;
use domain::id::{CitizenId, UserId};
use domain::personal::Personal;
use domain::programme::{Period, Text};
use domain::report::Figure;
use domain::report::effort::Effort;
use domain::report::goals::Goals;
use domain::report::intake::Intake;
use domain::report::outcomes::Outcomes;
use domain::report::periods::Against;
use domain::report::referrals::Referrals;
use domain::report::situation::Situation;

/// Which figures are asked for; what is left out is chosen by the use case (today; the last twelve whole months; no other period).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct FiguresAsk {
    /// The day of the status.
    pub day: Option<NaiveDate>,
    /// The first day of the period.
    pub from: Option<NaiveDate>,
    /// The last day of the period.
    pub to: Option<NaiveDate>,
    /// The period that its figures are held against.
    pub against: Against,
}

/// The programme's figures.
#[derive(Clone, Debug, PartialEq)]
pub struct FiguresPage {
    /// The programme's neutral title.
    pub programme: Text,
    /// The programme's funding, whose years can be chosen.
    pub funding: Period,
    /// The day of status and caseload.
    pub day: NaiveDate,
    /// The day of the page.
    pub today: NaiveDate,
    /// The counts of the day (R2, R3).
    pub status: Status,
    /// The workers' caseloads on the day (R12), by name.
    pub caseload: Caseload,
    /// What is expected (R22); `None` where no month was observed.
    pub forecast: Option<Forecast>,
    /// What is assessed on the day, and contact with the ordinary services (M31).
    pub situation: Situation,
    /// The figures of the period.
    pub now: OfPeriod,
    /// The figures of the period that it is held against.
    pub other: Option<OfPeriod>,
    /// Whether the reader works with citizens: then single persons' steps are shown, without names.
    pub shows_steps: bool,
}

/// The figures of one period.
#[derive(Clone, Debug, PartialEq)]
pub struct OfPeriod {
    /// The period.
    pub period: Period,
    /// The intake (R5).
    pub intake: Intake,
    /// The before-and-after figures (R14 to R16).
    pub outcomes: Outcomes,
    /// Goals by area (M15, M16).
    pub goals: Goals,
    /// Referrals in and out (M20, M21).
    pub referrals: Referrals,
    /// The team's time beside what was reached (M32).
    pub effort: Effort,
}

/// The counts of a day; persons (R4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Status {
    /// Enrolled.
    pub enrolled: u64,
    /// In clarification.
    pub in_clarification: u64,
    /// Enrolled and in clarification.
    pub attached: u64,
    /// Closed.
    pub closed: u64,
    /// Enrolled, in clarification and closed.
    pub different_users: u64,
    /// Left in clarification.
    pub left_in_clarification: u64,
    /// Only an enquiry.
    pub enquiry_only: u64,
}

/// The caseloads of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caseload {
    /// The most citizens a worker can have.
    pub cap: u32,
    /// Each worker.
    pub workers: Vec<Load>,
}

/// One worker's caseload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Load {
    /// Who the worker is.
    pub id: UserId,
    /// The worker's name.
    pub worker: Personal<String>,
    /// Enrolled citizens.
    pub enrolled: u64,
    /// Citizens in clarification.
    pub in_clarification: u64,
}

/// The expected intake (R22).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Forecast {
    /// The period forecast.
    pub period: Period,
    /// The period observed.
    pub observed_period: Period,
    /// Enrolments observed.
    pub observed: u64,
    /// Months observed.
    pub observed_months: u32,
    /// Enrolments a month.
    pub average_a_month: f64,
    /// Enrolments expected.
    pub expected: f64,
    /// The ends of the 80 % interval.
    pub interval_80: (u64, u64),
}

/// Who is behind a number.
#[derive(Clone, Debug)]
pub struct Behind {
    /// The day of what is counted on a day.
    pub day: NaiveDate,
    /// The period of what is counted over one.
    pub period: Period,
    /// The figure that the number stands in.
    pub figure: Figure,
    /// The number's key in it.
    pub key: String,
    /// Whose caseload the number is of, where it is of one.
    pub worker: Option<Personal<String>>,
    /// The number.
    pub total: u32,
    /// Everybody who counts in it, by name; then enquiries by somebody not known, by day.
    pub rows: Vec<BehindRow>,
    /// Rows that there are beside these.
    pub not_shown: usize,
    /// What citizens count for of whom the reader may know nothing.
    pub hidden: u32,
}

/// Somebody behind a number.
#[derive(Clone, Debug, PartialEq)]
pub struct BehindRow {
    /// The citizen; `None` of an enquiry by somebody not known.
    pub citizen: Option<CitizenId>,
    /// What the citizen is called.
    pub name: Personal<String>,
    /// The day and the channel of an enquiry by somebody not known.
    pub enquiry: Option<(NaiveDate, Option<Channel>)>,
    /// What they count for.
    pub part: u32,
}
