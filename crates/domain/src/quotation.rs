//! Words of a citizen's in reports (M24, M28): written down by one, approved by another, shown with the citizen's consent and never with a name.
//!
//! The consent is a kind of `consent.rs`; whose it is and holds is asked of `research::agreed`. Which quotations stand in a section is a paper,
//! [`SectionQuotations`].

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::code::PaperKind;
use crate::id::UserId;
use crate::paper::Paper;
use crate::refusal::{Code, Gathered, Refusal, Typed};

/// The most letters of a quotation.
pub const LONGEST: usize = 400;

/// Decides whether words can be written down as said on a day.
///
/// # Errors
///
/// Every refusal at once.
pub fn offer(words: &str, on: Typed<NaiveDate>, today: NaiveDate) -> Result<NaiveDate, Vec<Refusal>> {
    let mut gathered = Gathered::default();
    gathered.refuse(words.trim().is_empty(), "citat", Code::Missing);
    gathered.refuse(words.trim().chars().count() > LONGEST, "citat", Code::TooLong);
    let on = gathered.take("dato", on);
    gathered.refuse(on.is_some_and(|on| on > today), "dato", Code::InTheFuture);
    gathered.unless_refused(|| on)
}

/// Whether somebody may approve or turn down what another wrote down.
///
/// # Errors
///
/// [`Code::OwnQuotation`] for whoever wrote it.
pub fn may_decide(author: UserId, by: UserId) -> Result<(), Refusal> {
    if author == by { Err(Refusal::new("", Code::OwnQuotation)) } else { Ok(()) }
}

/// How a version of a quotation stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whether it is the current version, and approved.
    pub is_approved: bool,
    /// Whether the quotation was not taken out.
    pub is_kept: bool,
    /// Whether the person is not erased.
    pub is_readable: bool,
    /// Whether the citizen agrees to be quoted.
    pub has_consent: bool,
}

impl Standing {
    /// Whether it may stand in a report that leaves.
    pub const fn may_leave(self) -> bool {
        self.is_approved && !self.is_taken_back()
    }

    /// Whether it was taken back from a report that has it. That it was put right since is no such thing.
    pub const fn is_taken_back(self) -> bool {
        !(self.is_kept && self.is_readable && self.has_consent)
    }
}

/// Which quotations stand in a section of a report of a year, in their order: ids alone, never whose they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionQuotations {
    /// The template's key.
    pub template: String,
    /// The section's key.
    pub section: String,
    /// The calendar year.
    pub year: i32,
    /// The quotations.
    pub quotations: Vec<Uuid>,
}

impl Paper for SectionQuotations {
    const KIND: PaperKind = PaperKind::SectionQuotations;

    fn check(&self, _: NaiveDate) -> Vec<Refusal> {
        Vec::new()
    }
}

/// The order that is chosen: each with its place, none where it is left out. `shown` is what could be chosen; what was chosen before and could not be
/// seen keeps its place before the others. Of one place the one shown first comes first.
pub fn chosen(before: &[Uuid], shown: &[(Uuid, Option<u32>)]) -> Vec<Uuid> {
    let is_shown = |id: &Uuid| shown.iter().any(|(known, _)| known == id);
    let mut placed: Vec<(u32, Uuid)> = shown.iter().filter_map(|(id, place)| Some(((*place)?, *id))).collect();
    placed.sort_by_key(|(place, _)| *place);
    let unseen = before.iter().filter(|id| !is_shown(id)).copied();
    unseen.chain(placed.into_iter().map(|(_, id)| id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{day, worker};

    fn refused(words: &str, on: &str) -> Vec<(&'static str, Code)> {
        let all = offer(words, Ok(day(on)), day("2015-11-23")).unwrap_err();
        all.into_iter().map(|one| (one.field, one.code)).collect()
    }

    #[test]
    fn a_quotation_has_words_of_a_few_lines_and_a_day_that_has_been() {
        assert_eq!(offer("Jeg tør åbne min post.", Ok(day("2015-11-23")), day("2015-11-23")), Ok(day("2015-11-23")));
        assert_eq!(refused(" ", "2015-11-24"), [("citat", Code::Missing), ("dato", Code::InTheFuture)]);
        assert_eq!(refused(&"å".repeat(LONGEST + 1), "2015-11-01"), [("citat", Code::TooLong)]);
        assert!(offer(&"å".repeat(LONGEST), Ok(day("2015-11-01")), day("2015-11-23")).is_ok());
    }

    #[test]
    fn nobody_approves_what_they_wrote_down_themselves() {
        assert_eq!(may_decide(worker(1), worker(1)), Err(Refusal::new("", Code::OwnQuotation)));
        assert_eq!(may_decide(worker(1), worker(2)), Ok(()));
    }

    #[test]
    fn it_leaves_only_where_all_is_well_and_is_taken_back_by_whose_it_is_not_by_a_correction() {
        let well = Standing { is_approved: true, is_kept: true, is_readable: true, has_consent: true };
        assert!(well.may_leave() && !well.is_taken_back());
        let corrected = Standing { is_approved: false, ..well };
        assert!(!corrected.may_leave() && !corrected.is_taken_back());
        let gone = [
            Standing { is_kept: false, ..well },
            Standing { is_readable: false, ..well },
            Standing { has_consent: false, ..well },
        ];
        assert!(gone.iter().all(|one| !one.may_leave() && one.is_taken_back()));
    }

    #[test]
    fn the_order_is_the_one_that_is_chosen_and_what_cannot_be_seen_is_not_lost() {
        let [one, two, three, unseen] = [1, 2, 3, 4].map(Uuid::from_u128);
        let shown = [(one, Some(2)), (two, None), (three, Some(1))];
        assert_eq!(chosen(&[one, unseen, two], &shown), [unseen, three, one]);
        assert_eq!(chosen(&[], &[(one, Some(1)), (two, Some(1))]), [one, two]);
    }
}
