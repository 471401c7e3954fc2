//! Any of the figures.

use serde::Serialize;

use super::Report;

/// A figure; its JSON is the document of `docs/reports.md`.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "each variant is the figure of its name")]
pub enum Figure {
    Status(super::status::StatusFigure),
    Intake(super::intake::Intake),
    Courses(super::courses::CoursesFigure),
    Caseload(super::caseload::CaseloadFigure),
    Outcomes(super::outcomes::Outcomes),
    Forecast(super::forecast::Forecast),
    WindDown(super::wind_down::WindDownFigure),
    Staffing(super::staffing::StaffingFigure),
    Fidelity(super::fidelity::FidelityFigure),
    Goals(super::goals::Goals),
    Referrals(super::referrals::Referrals),
    Situation(super::situation::Situation),
    Continuation(super::continuation::Continuation),
    Effort(super::effort::Effort),
}

impl Figure {
    /// Which report it is.
    pub const fn report(&self) -> Report {
        match self {
            Self::Status(_) => Report::Status,
            Self::Intake(_) => Report::Intake,
            Self::Courses(_) => Report::Courses,
            Self::Caseload(_) => Report::Caseload,
            Self::Outcomes(_) => Report::Outcomes,
            Self::Forecast(_) => Report::Forecast,
            Self::WindDown(_) => Report::WindDown,
            Self::Staffing(_) => Report::Staffing,
            Self::Fidelity(_) => Report::Fidelity,
            Self::Goals(_) => Report::Goals,
            Self::Referrals(_) => Report::Referrals,
            Self::Situation(_) => Report::Situation,
            Self::Continuation(_) => Report::Continuation,
            Self::Effort(_) => Report::Effort,
        }
    }
}
