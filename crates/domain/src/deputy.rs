//! Who stands in for a worker, from when to when: the deputy is to the worker's citizens what the worker is.

use chrono::NaiveDate;

use crate::id::UserId;
use crate::refusal::{Code, Refusal};

/// A deputy named. Only [`name`] makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deputy {
    worker: UserId,
    deputy: UserId,
    from: NaiveDate,
    to: NaiveDate,
}

/// Names a deputy, from the first day to the last, both included.
///
/// # Errors
///
/// [`Code::NotOneself`] where the two are one; [`Code::EndsBeforeItBegins`].
pub fn name(worker: UserId, deputy: UserId, from: NaiveDate, to: NaiveDate) -> Result<Deputy, Vec<Refusal>> {
    let mut refused = Vec::new();
    if worker == deputy {
        refused.push(Refusal::new("vikar", Code::NotOneself));
    }
    if to < from {
        refused.push(Refusal::new("til", Code::EndsBeforeItBegins));
    }
    if refused.is_empty() { Ok(Deputy { worker, deputy, from, to }) } else { Err(refused) }
}

impl Deputy {
    /// Whom the deputy stands in for.
    pub const fn worker(&self) -> UserId {
        self.worker
    }

    /// Who stands in.
    pub const fn deputy(&self) -> UserId {
        self.deputy
    }

    /// The first day.
    pub const fn from(&self) -> NaiveDate {
        self.from
    }

    /// The last day.
    pub const fn to(&self) -> NaiveDate {
        self.to
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{day, worker};

    #[test]
    fn a_deputy_is_another_and_the_days_have_an_order() {
        let (from, to) = (day("2015-12-21"), day("2016-01-03"));
        let named = name(worker(7), worker(8), from, to).unwrap();
        assert_eq!((named.worker(), named.deputy(), named.from(), named.to()), (worker(7), worker(8), from, to));
        assert!(name(worker(7), worker(8), from, from).is_ok(), "one day is enough");
        let refused = name(worker(7), worker(7), to, from).unwrap_err();
        assert_eq!(refused.iter().map(|refusal| refusal.field).collect::<Vec<_>>(), ["vikar", "til"]);
    }
}
