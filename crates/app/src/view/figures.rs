//! *Nøgletal*: the programme's figures as of a day and over a period.

use chrono::NaiveDate;
use domain::code::Channel;
use domain::personal::Personal;
use domain::programme::{Period, Text};
use domain::report::situation::Situation;

/// Which figures are asked for; what is left out is chosen by the use case (today; the last twelve whole months).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct FiguresAsk {
    /// The day of the status.
    pub day: Option<NaiveDate>,
    /// The first day of the period.
    pub from: Option<NaiveDate>,
    /// The last day of the period.
    pub to: Option<NaiveDate>,
}

/// The programme's figures.
#[derive(Clone, Debug, PartialEq)]
pub struct FiguresPage {
    /// The programme's neutral title.
    pub programme: Text,
    /// The day of status and caseload.
    pub day: NaiveDate,
    /// The period of intake and outcomes.
    pub period: Period,
    /// The counts of the day (R2, R3).
    pub status: Status,
    /// The intake in the period (R5).
    pub intake: Intake,
    /// The workers' caseloads on the day (R12), by name.
    pub caseload: Caseload,
    /// What is expected (R22); `None` where no month was observed.
    pub forecast: Option<Forecast>,
    /// The before-and-after figures of the period (R14 to R16).
    pub outcomes: Outcomes,
    /// What is assessed on the day, and contact with the ordinary services (M31).
    pub situation: Situation,
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

/// The intake in a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Intake {
    /// Enrolments in the period.
    pub enrolments: u64,
    /// Whole calendar months of the period.
    pub months: u32,
    /// Enrolments a month; `None` where the period has no whole month.
    pub average_a_month: Option<f64>,
    /// Month by month, in order.
    pub by_month: Vec<Month>,
    /// The enquiries in the period by channel, most first; `None` where the channel is not known.
    pub by_channel: Vec<(Option<Channel>, u64)>,
}

/// One calendar month of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub first_day: NaiveDate,
    /// Enquiries.
    pub enquiries: u64,
    /// Clarifications begun.
    pub clarifications: u64,
    /// Enrolments.
    pub enrolments: u64,
    /// Courses closed.
    pub closings: u64,
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

/// The before-and-after figures of a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcomes {
    /// Instruments that are added up.
    pub who5: ScoreOutcome,
    /// The star, area by area, in the instrument's order.
    pub star: Vec<AreaOutcome>,
    /// The purpose.
    pub purpose: PurposeOutcome,
}

/// First and latest score, over persons with two complete readings or more.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct ScoreOutcome {
    /// Persons.
    pub n: u64,
    /// Persons with fewer readings.
    pub missing: u64,
    /// Readings without a score.
    pub incomplete: u64,
    /// Persons whose first score lies in the risk zone.
    pub risk_zone_first: u64,
    /// Persons whose latest score lies in the risk zone.
    pub risk_zone_latest: u64,
    /// Persons whose score rose by what counts.
    pub improved: u64,
    /// Persons with a smaller change.
    pub same: u64,
    /// Persons whose score fell by what counts.
    pub worsened: u64,
    /// The median of the first scores.
    pub median_first: Option<f64>,
    /// The median of the latest scores.
    pub median_latest: Option<f64>,
}

/// First and latest step in one area of the star.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaOutcome {
    /// The area's name.
    pub name: Text,
    /// Persons.
    pub n: u64,
    /// Persons with fewer readings of the area.
    pub missing: u64,
    /// Persons higher than first.
    pub up: u64,
    /// Persons unchanged.
    pub same: u64,
    /// Persons lower than first.
    pub down: u64,
    /// The median first step.
    pub median_first: Option<f64>,
    /// The median latest step.
    pub median_latest: Option<f64>,
}

/// First and latest answer about the purpose.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PurposeOutcome {
    /// Persons with an answer.
    pub n: u64,
    /// Persons without.
    pub missing: u64,
    /// Each choice: its text, persons at first, persons at latest.
    pub choices: Vec<(Text, u64, u64)>,
    /// Persons whose latest answer differs from the first.
    pub changed: u64,
}
