//! Method fidelity (R18): our own local indicators of whether a course was run as the method says.
//!
//! Each indicator gives each course one [`Verdict`]. A verdict is *met* or *not met* only once nothing that may still happen
//! could turn it; until then it is too early. To add an indicator: a variant, its function in `fidelity/`, its words in `locales/`.

mod caseloads;
pub(crate) mod contacts;
mod ending;
pub(crate) mod phases;

pub use caseloads::{OverCap, over_cap};

use chrono::NaiveDate;
use serde::Serialize;

use crate::course::Plan;
use crate::facts::{Course, CourseWork};
use crate::phase::Phase;
use crate::programme::{Period, Programme};

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Indicator {
    /// Each phase shift was made within 14 days of its planned day.
    PhaseShiftsOnTime,
    /// A plan was present in each phase: a goal worked on, or the plan gone through.
    PlanInEachPhase,
    /// Each phase had one to three focus areas.
    FocusAreas,
    /// Two contacts or more in the first month.
    ContactsInFirstMonth,
    /// Three meetings or more with the citizen outside the office in phase 1.
    OutsideMeetings,
    /// Two contacts or more with network or providers in phase 1.
    NetworkContacts,
    /// Contacts a month fall from phase to phase.
    ContactsFalling,
    /// Continued support was agreed a month or more before the planned end.
    SupportAgreed,
    /// A closing meeting was held.
    ClosingMeeting,
    /// The programme did not stop the course early.
    NoEarlyStop,
    /// The worker's caseload kept within the cap all through.
    CaseloadWithinCap,
    /// The team had supervision every week.
    WeeklySupervision,
}

impl Indicator {
    /// Every indicator, in R18's order.
    pub const ALL: &'static [Self] = &[
        Self::PhaseShiftsOnTime,
        Self::PlanInEachPhase,
        Self::FocusAreas,
        Self::ContactsInFirstMonth,
        Self::OutsideMeetings,
        Self::NetworkContacts,
        Self::ContactsFalling,
        Self::SupportAgreed,
        Self::ClosingMeeting,
        Self::NoEarlyStop,
        Self::CaseloadWithinCap,
        Self::WeeklySupervision,
    ];

    /// The indicator's code, as its words are named (`report-indicator-<code>`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::PhaseShiftsOnTime => "phase-shifts",
            Self::PlanInEachPhase => "plan",
            Self::FocusAreas => "focus-areas",
            Self::ContactsInFirstMonth => "first-month",
            Self::OutsideMeetings => "outside",
            Self::NetworkContacts => "network",
            Self::ContactsFalling => "falling",
            Self::SupportAgreed => "support",
            Self::ClosingMeeting => "closing-meeting",
            Self::NoEarlyStop => "no-early-stop",
            Self::CaseloadWithinCap => "caseload",
            Self::WeeklySupervision => "supervision",
        }
    }
}

/// Why an indicator does not concern a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The course was closed before it came to that.
    ClosedBefore,
    /// The citizen died or contact was lost.
    CitizenOutOfReach,
    /// The reason for closing, or the worker, is not known.
    NotKnown,
    /// The register holds no fact that could tell.
    NoFactTells,
}

impl Why {
    /// Every reason, in the order of the figure's columns.
    pub const ALL: [Self; 4] = [Self::ClosedBefore, Self::CitizenOutOfReach, Self::NotKnown, Self::NoFactTells];

    /// The code in the figure.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ClosedBefore => "closed_before",
            Self::CitizenOutOfReach => "citizen_out_of_reach",
            Self::NotKnown => "not_known",
            Self::NoFactTells => "no_fact_tells",
        }
    }
}

/// What an indicator says of a course on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// As the method says.
    Met,
    /// Not as the method says.
    NotMet,
    /// Not decided yet.
    TooEarly,
    /// It does not concern the course.
    NotRelevant(Why),
}

impl Verdict {
    /// Met or not, where the question is decided.
    const fn decided(met: bool) -> Self {
        if met { Self::Met } else { Self::NotMet }
    }

    /// One verdict of several parts: not met if one is not, else too early if one is, else met if one is.
    fn of_all(parts: impl IntoIterator<Item = Self>) -> Self {
        let rank = |verdict: &Self| match verdict {
            Self::NotMet => 0,
            Self::TooEarly => 1,
            Self::Met => 2,
            Self::NotRelevant(_) => 3,
        };
        parts.into_iter().min_by_key(rank).unwrap_or(Self::NotRelevant(Why::ClosedBefore))
    }
}

/// One course, as it is judged on a day.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The course; its replies, readings and later facts are not looked at.
    pub course: &'a Course,
    /// Its contacts and goals.
    pub work: &'a CourseWork,
    /// Its plan.
    pub plan: &'a Plan,
    /// Its phases.
    pub phases: &'a [Phase],
    /// The programme.
    pub programme: &'a Programme,
    /// When each worker had more citizens than the cap.
    pub over_cap: &'a OverCap,
    /// The day asked about; what came after it is not known.
    pub day: NaiveDate,
}

/// What has become of a run of days by the day asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// The course was closed before it, or it holds no day.
    Never,
    /// It lies ahead.
    Ahead,
    /// It has begun, and more may happen in it.
    Running(Period),
    /// It is over, by its last day or by the closing.
    Over(Period),
}

impl Case<'_> {
    /// Judges the course by one indicator.
    pub fn judge(&self, indicator: Indicator) -> Verdict {
        match indicator {
            Indicator::PhaseShiftsOnTime => phases::shifts_on_time(self),
            Indicator::PlanInEachPhase => phases::plan_in_each(self),
            Indicator::FocusAreas => phases::focus_areas(self),
            Indicator::ContactsInFirstMonth => contacts::in_first_month(self),
            Indicator::OutsideMeetings => contacts::outside_meetings(self),
            Indicator::NetworkContacts => contacts::with_support(self),
            Indicator::ContactsFalling => contacts::falling(self),
            Indicator::SupportAgreed => ending::support_agreed(self),
            Indicator::ClosingMeeting => ending::closing_meeting(self),
            Indicator::NoEarlyStop => ending::no_early_stop(self),
            Indicator::CaseloadWithinCap => caseloads::within_cap(self),
            // Supervision is the team's, and no list of the register holds it.
            Indicator::WeeklySupervision => Verdict::NotRelevant(Why::NoFactTells),
        }
    }

    fn closed_on(&self) -> Option<NaiveDate> {
        self.course.closed_by(self.day)
    }

    fn reach(&self, days: Period) -> Reach {
        let closed_on = self.closed_on();
        let lived = Period { from: days.from, to: closed_on.map_or(days.to, |on| on.min(days.to)) };
        if lived.is_empty() {
            Reach::Never
        } else if self.day < lived.from {
            Reach::Ahead
        } else if lived.to < self.day || closed_on.is_some() {
            Reach::Over(lived)
        } else {
            Reach::Running(Period { from: lived.from, to: self.day })
        }
    }

    /// Judges a number of things to happen within some days: met as soon as there are enough.
    fn at_least(&self, needed: usize, days: Period, count: impl Fn(Period) -> usize) -> Verdict {
        match self.reach(days) {
            Reach::Never => Verdict::NotRelevant(Why::ClosedBefore),
            Reach::Ahead => Verdict::TooEarly,
            Reach::Running(lived) if count(lived) < needed => Verdict::TooEarly,
            // Cut off by the closing, the days were too few to tell.
            Reach::Over(lived) if count(lived) < needed && lived.to < days.to => {
                Verdict::NotRelevant(Why::ClosedBefore)
            }
            Reach::Running(lived) | Reach::Over(lived) => Verdict::decided(count(lived) >= needed),
        }
    }
}

#[cfg(test)]
mod tests;
