//! Any of the figures.

use serde::Serialize;

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
}
