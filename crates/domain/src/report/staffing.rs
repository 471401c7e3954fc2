//! `staffing`: workers needed for a number of citizens (R13).

use serde::Serialize;

use crate::programme::Programme;
use crate::staffing::{Share, workers_needed};

/// The figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct StaffingFigure {
    /// Which definition in `locales/` says what is counted.
    pub definition: &'static str,
    /// The number of citizens.
    pub citizens: u32,
    /// The most citizens a worker can have.
    pub cap: u32,
    /// The share of one full-time worker that anchoring takes.
    pub anchoring: Share,
    /// Workers needed.
    pub workers: u64,
    /// The citizens that the figure rests on.
    pub n: u32,
    /// Nothing can be missing: both numbers are given.
    pub missing: u32,
}

/// Calculates the workers needed under the programme's cap.
pub fn staffing(citizens: u32, anchoring: Share, programme: &Programme) -> StaffingFigure {
    let cap = programme.caseload_cap;
    let workers = workers_needed(citizens, cap, anchoring);
    StaffingFigure { definition: "staffing", citizens, cap, anchoring, workers, n: citizens, missing: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::programme;

    #[test]
    fn twenty_citizens_and_half_a_worker_of_anchoring_need_three() {
        let figure = staffing(20, Share::parse("0.5").unwrap(), &programme());
        let expected = serde_json::json!({"definition": "staffing", "citizens": 20, "cap": 10, "anchoring": 0.5,
            "workers": 3, "n": 20, "missing": 0});
        assert_eq!(serde_json::to_value(figure).unwrap(), expected);
    }
}
