//! *Prognose*: who is expected, what the workers have room for, and how many are needed.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::forecast::MonthAhead;
use domain::programme::Period;
use domain::report::forecast::Forecast;
use domain::staffing::Share;

/// What is asked of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ForecastAsk {
    /// The day; today where none.
    pub day: Option<NaiveDate>,
    /// The first day observed.
    pub from: Option<NaiveDate>,
    /// The last day observed.
    pub to: Option<NaiveDate>,
    /// The share of one worker that anchoring takes, by month (`2016-01`).
    pub shares: BTreeMap<String, Share>,
}

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct ForecastPage {
    /// The day.
    pub day: NaiveDate,
    /// What was observed.
    pub history: Period,
    /// The months ahead in which somebody may be enrolled; none where no window is open any more.
    pub ahead: Option<Forecast>,
    /// From the first of them to the funding's end: what the months' load is of. None after it.
    pub whole: Option<Forecast>,
    /// Each month to the funding's end, the day's month first.
    pub months: Vec<MonthRow>,
    /// The most citizens a worker can have.
    pub cap: u32,
    /// Open clarifications.
    pub in_clarification: u32,
}

/// One month.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthRow {
    /// Who is expected and who has room.
    pub ahead: MonthAhead,
    /// Whether somebody new may come by then.
    pub is_forecast: bool,
    /// The share that anchoring takes.
    pub share: Share,
    /// Workers needed (R13).
    pub workers: u64,
    /// Workers needed where the upper end of the interval comes.
    pub workers_at_most: u64,
    /// The workers there are on the month's last day.
    pub has: u32,
}
