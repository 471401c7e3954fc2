//! The clock: the only place of the program that reads one.

use std::time::Instant;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

/// Where "now" and "today" come from.
#[derive(Clone)]
pub(crate) enum Clock {
    /// The machine's.
    Real,
    /// A fixed day (the demo's): the hours go on, the day does not.
    Fixed { began: DateTime<Utc>, at: Instant },
}

impl Clock {
    /// A clock that stays on `day`, from eight in the morning (UTC) on.
    #[expect(clippy::disallowed_methods, reason = "the edge, where the clock is read")]
    pub(crate) fn fixed(day: NaiveDate) -> Self {
        let eight = NaiveTime::from_hms_opt(8, 0, 0).unwrap_or_default();
        Self::Fixed { began: day.and_time(eight).and_utc(), at: Instant::now() }
    }

    /// The moment.
    #[expect(clippy::disallowed_methods, reason = "the edge, where the clock is read")]
    pub(crate) fn now(&self) -> DateTime<Utc> {
        match self {
            Self::Real => DateTime::<Utc>::from(std::time::SystemTime::now()),
            Self::Fixed { began, at } => {
                *began + TimeDelta::from_std(at.elapsed()).unwrap_or_else(|_| TimeDelta::zero())
            }
        }
    }
}
