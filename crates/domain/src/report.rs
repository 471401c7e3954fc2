//! The figures: one file each, a definition and a function of facts and a day or a period.
//!
//! Screens, exports, pages and the command line all show the same ones. To add a figure: a file, a line in [`Report::ALL`],
//! its words in `locales/`.

pub mod caseload;
pub mod continuation;
pub mod courses;
pub mod effort;
pub mod fidelity;
mod figure;
pub mod forecast;
pub mod goals;
pub mod intake;
pub mod leaving;
mod median;
pub mod outcomes;
pub mod periods;
pub mod referrals;
pub mod situation;
pub mod staffing;
pub mod status;
pub mod wind_down;

pub use figure::Figure;

use crate::id::{CitizenId, CourseId};

/// What courses and citizens are called in a figure that lists them: the register's ids where imported.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    /// The name of a course.
    pub course: &'a dyn Fn(CourseId) -> String,
    /// The name of a citizen's record.
    pub citizen: &'a dyn Fn(CitizenId) -> String,
}

/// The reports that can be asked for by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Report {
    /// How many are enrolled, in clarification, closed (R2, R3).
    Status,
    /// Enrolments of a period, by month and channel (R5).
    Intake,
    /// Every course with its phases and follow-ups (R6 to R9).
    Courses,
    /// Citizens per worker (R12).
    Caseload,
    /// Readings first and latest (R14 to R16).
    Outcomes,
    /// Expected intake and load (R22).
    Forecast,
    /// How every course ends within the funding (R9, R10).
    WindDown,
    /// Workers needed (R13).
    Staffing,
    /// The method's local indicators (R18).
    Fidelity,
    /// Goals by area (M15, M16).
    Goals,
    /// Referrals in and out by partner (M20, M21).
    Referrals,
    /// What is assessed, and contact with ordinary services (M31).
    Situation,
    /// What is carried on after the grant, and what is handed over (M29).
    Continuation,
    /// The team's time beside the goals reached (M32).
    Effort,
}

/// What a report is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// One day: `--as-of`.
    Day,
    /// A period: `--from` and `--to`.
    Period,
}

impl Report {
    /// Every report, in the order of the command line's help.
    pub const ALL: &'static [Self] = &[
        Self::Status,
        Self::Intake,
        Self::Courses,
        Self::Caseload,
        Self::Outcomes,
        Self::Forecast,
        Self::WindDown,
        Self::Staffing,
        Self::Fidelity,
        Self::Goals,
        Self::Referrals,
        Self::Situation,
        Self::Continuation,
        Self::Effort,
    ];

    /// The name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Intake => "intake",
            Self::Courses => "courses",
            Self::Caseload => "caseload",
            Self::Outcomes => "outcomes",
            Self::Forecast => "forecast",
            Self::WindDown => "wind-down",
            Self::Staffing => "staffing",
            Self::Fidelity => "fidelity",
            Self::Goals => "goals",
            Self::Referrals => "referrals",
            Self::Situation => "situation",
            Self::Continuation => "continuation",
            Self::Effort => "effort",
        }
    }

    /// The report of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|report| report.name() == name)
    }

    /// Whether it says what is to come, and so can be asked as of a day that has not been.
    pub const fn looks_ahead(self) -> bool {
        matches!(self, Self::Forecast | Self::WindDown | Self::Staffing)
    }

    /// Whether it lists persons, course by course: such a report is for the team alone.
    pub const fn lists_persons(self) -> bool {
        matches!(self, Self::Courses | Self::WindDown)
    }

    /// Whether it is asked for a day or a period.
    pub const fn span(self) -> Span {
        match self {
            Self::Status
            | Self::Courses
            | Self::Caseload
            | Self::WindDown
            | Self::Staffing
            | Self::Fidelity
            | Self::Situation => Span::Day,
            Self::Continuation => Span::Day,
            Self::Intake | Self::Outcomes | Self::Forecast | Self::Goals | Self::Referrals | Self::Effort => {
                Span::Period
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_report_is_found_by_its_name() {
        for report in Report::ALL {
            assert_eq!(Report::named(report.name()), Some(*report));
        }
        assert_eq!(Report::named("everything"), None);
    }
}
