//! Partnership agreements (M21): from when to when, the four duties, and how each is followed up.

use chrono::NaiveDate;

use crate::code::{Duty, DutyKept};
use crate::plan::{GivenDay, WORDS};
use crate::programme::Period;
use crate::refusal::{Code, Refusal};

/// What is asked for when an agreement is recorded or corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish<'a> {
    /// Whether it is with a partner that is there.
    pub has_partner: bool,
    /// The first day.
    pub from: GivenDay,
    /// The last day.
    pub to: GivenDay,
    /// The day it was signed.
    pub signed_on: GivenDay,
    /// Who signed.
    pub signers: &'a str,
}

/// An agreement that may be recorded. Only [`agree`] makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreed {
    period: Period,
    signed_on: NaiveDate,
}

impl Agreed {
    /// From its first to its last day.
    pub const fn period(&self) -> Period {
        self.period
    }

    /// The day it was signed.
    pub const fn signed_on(&self) -> NaiveDate {
        self.signed_on
    }
}

/// Decides about an agreement; `others` are the periods of the partner's other agreements.
///
/// # Errors
///
/// Every refusal at once: no partner, a day missing, an end before the start, a signature in the future, nobody who signed, days on
/// which another agreement holds.
pub fn agree(wish: &Wish<'_>, others: &[Period], today: NaiveDate) -> Result<Agreed, Vec<Refusal>> {
    let refused = |applies: bool, field, code| applies.then_some(Refusal::new(field, code));
    let (from, to, signed_on) = (wish.from.day(), wish.to.day(), wish.signed_on.day());
    let period = from.zip(to).map(|(from, to)| Period { from, to });
    let is_backwards = period.is_some_and(|period| period.to < period.from);
    let meets = |other: &Period| period.is_some_and(|period| period.from <= other.to && other.from <= period.to);
    let refusals: Vec<Refusal> = [
        refused(!wish.has_partner, "partner", Code::ChoiceNeeded),
        refused(from.is_none(), "from", Code::DayNeeded),
        refused(to.is_none(), "to", Code::DayNeeded),
        refused(is_backwards, "to", Code::EndsBeforeItBegins),
        refused(!is_backwards && others.iter().any(meets), "from", Code::AgreementsOverlap),
        refused(signed_on.is_none(), "signed_on", Code::DayNeeded),
        refused(signed_on.is_some_and(|on| on > today), "signed_on", Code::InTheFuture),
        refused(wish.signers.trim().is_empty(), "signers", Code::Missing),
        refused(wish.signers.chars().count() > WORDS, "signers", Code::TooLong),
    ]
    .into_iter()
    .flatten()
    .collect();
    match (period, signed_on) {
        (Some(period), Some(signed_on)) if refusals.is_empty() => Ok(Agreed { period, signed_on }),
        _ => Err(refusals),
    }
}

/// What is noted of a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look<'a> {
    /// Which.
    pub duty: Option<Duty>,
    /// How it was kept.
    pub kept: Option<DutyKept>,
    /// The day.
    pub on: GivenDay,
    /// When to look again.
    pub next: GivenDay,
    /// In words.
    pub words: &'a str,
}

/// A note on a duty that may be recorded. Only [`look`] makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looked {
    /// Which duty.
    pub duty: Duty,
    /// How it was kept.
    pub kept: DutyKept,
    /// The day.
    pub on: NaiveDate,
    /// When to look again; none where that is not agreed.
    pub next: Option<NaiveDate>,
}

/// Decides about a note on a duty of an agreement.
///
/// # Errors
///
/// Every refusal at once: no duty or no verdict chosen, a day that is none, lies before the agreement or in the future, a next look
/// that is none or not after this one, a text too long, or a verdict short of "kept" without words.
pub fn look(seen: &Look<'_>, agreement: Period, today: NaiveDate) -> Result<Looked, Vec<Refusal>> {
    let refused = |applies: bool, field, code| applies.then_some(Refusal::new(field, code));
    let (on, next) = (seen.on.day(), seen.next.day());
    let needs_words = seen.kept.is_some_and(|kept| kept != DutyKept::Kept);
    let refusals: Vec<Refusal> = [
        refused(seen.duty.is_none(), "duty", Code::ChoiceNeeded),
        refused(seen.kept.is_none(), "kept", Code::ChoiceNeeded),
        refused(on.is_none(), "on", Code::DayNeeded),
        refused(on.is_some_and(|on| on > today), "on", Code::InTheFuture),
        refused(on.is_some_and(|on| on < agreement.from), "on", Code::BeforeItWasMade),
        seen.next.refusal("next"),
        refused(next.zip(on).is_some_and(|(next, on)| next <= on), "next", Code::EndsBeforeItBegins),
        refused(needs_words && seen.words.trim().is_empty(), "words", Code::Missing),
        refused(seen.words.chars().count() > WORDS, "words", Code::TooLong),
    ]
    .into_iter()
    .flatten()
    .collect();
    match (seen.duty, seen.kept, on) {
        (Some(duty), Some(kept), Some(on)) if refusals.is_empty() => Ok(Looked { duty, kept, on, next }),
        _ => Err(refusals),
    }
}

/// Whether a duty should have been looked at again: the next look of its latest note lies before the day, or, never looked at, the
/// agreement has run for longer than [`FIRST_LOOK_DAYS`]. An agreement that has ended asks for nothing more.
pub fn is_overdue(latest: Option<&Looked>, agreement: Period, day: NaiveDate) -> bool {
    let due = match latest {
        Some(latest) => latest.next,
        None => Some(crate::day::add_days(agreement.from, FIRST_LOOK_DAYS)),
    };
    agreement.contains(day) && due.is_some_and(|due| due < day)
}

/// Days after an agreement's first day by which each duty should have been looked at once.
pub const FIRST_LOOK_DAYS: i64 = 90;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::day;

    fn wish<'a>(from: &str, to: &str) -> Wish<'a> {
        let on = |text: &str| if text.is_empty() { GivenDay::Nothing } else { GivenDay::On(day(text)) };
        Wish {
            has_partner: true,
            from: on(from),
            to: on(to),
            signed_on: GivenDay::On(day("2015-01-05")),
            signers: "Anne og Lone",
        }
    }

    fn codes<T>(decision: Result<T, Vec<Refusal>>) -> Vec<Code> {
        decision.map_or_else(|refusals| refusals.iter().map(|refusal| refusal.code).collect(), |_| Vec::new())
    }

    fn period(from: &str, to: &str) -> Period {
        Period { from: day(from), to: day(to) }
    }

    fn today() -> NaiveDate {
        day("2015-11-23")
    }

    #[test]
    fn an_agreement_has_a_partner_two_days_and_somebody_who_signed() {
        assert_eq!(codes(agree(&wish("2015-01-01", "2016-12-31"), &[], today())), []);
        let nothing = Wish { has_partner: false, signed_on: GivenDay::Nothing, signers: " ", ..wish("", "") };
        let all = [Code::ChoiceNeeded, Code::DayNeeded, Code::DayNeeded, Code::DayNeeded, Code::Missing];
        assert_eq!(codes(agree(&nothing, &[], today())), all);
        assert_eq!(codes(agree(&wish("2015-02-01", "2015-01-31"), &[], today())), [Code::EndsBeforeItBegins]);
        let ahead = Wish { signed_on: GivenDay::On(day("2015-11-24")), ..wish("2016-01-01", "2016-12-31") };
        assert_eq!(codes(agree(&ahead, &[], today())), [Code::InTheFuture]);
    }

    #[test]
    fn two_agreements_never_hold_on_one_day_and_may_follow_on_the_next() {
        let others = [period("2015-01-01", "2015-06-30")];
        assert_eq!(codes(agree(&wish("2015-06-30", "2016-06-29"), &others, today())), [Code::AgreementsOverlap]);
        assert_eq!(codes(agree(&wish("2014-01-01", "2015-01-01"), &others, today())), [Code::AgreementsOverlap]);
        assert_eq!(codes(agree(&wish("2014-01-01", "2016-01-01"), &others, today())), [Code::AgreementsOverlap]);
        assert_eq!(codes(agree(&wish("2015-07-01", "2016-06-30"), &others, today())), []);
        assert_eq!(codes(agree(&wish("2014-01-01", "2014-12-31"), &others, today())), []);
    }

    fn seen<'a>(kept: DutyKept, words: &'a str, on: &str, next: &str) -> Look<'a> {
        let (on, next) = (GivenDay::On(day(on)), GivenDay::On(day(next)));
        Look { duty: Some(Duty::Refer), kept: Some(kept), on, next, words }
    }

    #[test]
    fn a_duty_that_was_not_wholly_kept_is_told_in_words() {
        let agreement = period("2015-01-01", "2016-12-31");
        let decided = |seen: Look<'_>| codes(look(&seen, agreement, today()));
        assert_eq!(decided(seen(DutyKept::Kept, "", "2015-11-23", "2016-02-01")), []);
        assert_eq!(decided(seen(DutyKept::Partly, " ", "2015-11-23", "2016-02-01")), [Code::Missing]);
        assert_eq!(decided(seen(DutyKept::Not, "Ingen kom", "2015-11-23", "2015-11-23")), [Code::EndsBeforeItBegins]);
        assert_eq!(decided(seen(DutyKept::Kept, "", "2014-12-31", "2016-02-01")), [Code::BeforeItWasMade]);
        assert_eq!(decided(seen(DutyKept::Kept, "", "2015-11-24", "2016-02-01")), [Code::InTheFuture]);
        let nothing = Look { duty: None, kept: None, on: GivenDay::Nothing, next: GivenDay::Unreadable, words: "" };
        let all = [Code::ChoiceNeeded, Code::ChoiceNeeded, Code::DayNeeded, Code::DayNeeded];
        assert_eq!(decided(nothing), all);
    }

    #[test]
    fn a_duty_is_overdue_the_day_after_it_was_to_be_looked_at_while_the_agreement_holds() {
        let agreement = period("2015-01-01", "2015-12-31");
        let looked =
            |next| Looked { duty: Duty::Refer, kept: DutyKept::Kept, on: day("2015-02-01"), next: Some(day(next)) };
        assert!(!is_overdue(Some(&looked("2015-11-23")), agreement, today()));
        assert!(is_overdue(Some(&looked("2015-11-22")), agreement, today()));
        assert!(!is_overdue(Some(&Looked { next: None, ..looked("2015-11-22") }), agreement, today()));
        assert!(!is_overdue(Some(&looked("2015-11-22")), agreement, day("2016-01-01")), "it has ended");
        assert!(!is_overdue(None, agreement, day("2015-04-01")), "the ninetieth day is early enough");
        assert!(is_overdue(None, agreement, day("2015-04-02")));
    }
}
