//! A coordinator's exception: to the recruitment window (R10) or to the caseload's cap (R12), for one citizen, with a reason.

use chrono::NaiveDate;

use crate::id::{CitizenId, UserId};
use crate::refusal::{Code, Refusal};

/// A permission beforehand to do once, for one citizen, what a rule refuses. [`grant`] makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exception {
    citizen: CitizenId,
    granted_by: UserId,
    granted_on: NaiveDate,
}

/// Grants an exception. The reason's words are kept sealed elsewhere; here it counts that there are some.
///
/// # Errors
///
/// [`Code::ReasonNeeded`] where the reason is blank.
pub fn grant(
    citizen: CitizenId,
    granted_by: UserId,
    granted_on: NaiveDate,
    reason: &str,
) -> Result<Exception, Refusal> {
    if reason.trim().is_empty() {
        return Err(Refusal::new("grund", Code::ReasonNeeded));
    }
    Ok(Exception { citizen, granted_by, granted_on })
}

impl Exception {
    /// An exception as the store kept it: it was granted with its reason then.
    pub const fn kept(citizen: CitizenId, granted_by: UserId, granted_on: NaiveDate) -> Self {
        Self { citizen, granted_by, granted_on }
    }

    /// Whether the exception is this citizen's and was granted by the day: one granted afterwards excuses nothing.
    pub fn covers(&self, citizen: CitizenId, day: NaiveDate) -> bool {
        self.citizen == citizen && self.granted_on <= day
    }

    /// The coordinator who answers for it.
    pub const fn granted_by(&self) -> UserId {
        self.granted_by
    }

    /// The day it was granted.
    pub const fn granted_on(&self) -> NaiveDate {
        self.granted_on
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{citizen, day, worker};

    #[test]
    fn an_exception_needs_a_reason() {
        let refused = grant(citizen(1), worker(9), day("2016-04-01"), " \n");
        assert_eq!(refused, Err(Refusal::new("grund", Code::ReasonNeeded)));
    }

    #[test]
    fn an_exception_holds_from_its_day_for_its_citizen_alone() {
        let exception = grant(citizen(1), worker(9), day("2016-04-01"), "Kom i marts").unwrap();
        assert!(exception.covers(citizen(1), day("2016-04-01")));
        assert!(!exception.covers(citizen(1), day("2016-03-31")));
        assert!(!exception.covers(citizen(2), day("2016-04-01")));
    }
}
