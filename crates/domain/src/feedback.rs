//! What a partner is told of somebody it referred (M21): that it arrived, and no more than the citizen has agreed to.

use chrono::NaiveDate;

use crate::code::{ConsentState, EnquiryOutcome};
use crate::consent::worth;
use crate::plan::{GivenDay, WORDS};
use crate::refusal::{Code, Refusal};

/// The words that stand in a consent's fields where it is to tell a partner what came of its referral.
pub const FIELD: &str = "tilbagemelding";

/// What is asked for when a partner is to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish<'a> {
    /// Whether the citizen has agreed.
    pub consents: bool,
    /// Until when that holds.
    pub until: GivenDay,
    /// The day it is told.
    pub on: NaiveDate,
    /// Whether what came of the enquiry is told.
    pub tells_outcome: bool,
    /// What came of it; none where nobody has answered yet.
    pub outcome: Option<EnquiryOutcome>,
    /// In words.
    pub words: &'a str,
}

/// Decides whether the partner may be told; gives the last day of the consent.
///
/// # Errors
///
/// Every refusal at once: no consent, a consent without a last day or one that is over, an outcome that there is not yet, nothing to tell.
pub fn tell(wish: &Wish<'_>) -> Result<NaiveDate, Vec<Refusal>> {
    let refused = |applies: bool, field, code| applies.then_some(Refusal::new(field, code));
    let until = wish.until.day();
    let is_empty = !wish.tells_outcome && wish.words.trim().is_empty();
    let refusals: Vec<Refusal> = [
        refused(!wish.consents, "consents", Code::TellingNeedsConsent),
        refused(until.is_none(), "until", Code::DayNeeded),
        refused(until.is_some_and(|until| until < wish.on), "until", Code::EndsBeforeItBegins),
        refused(wish.tells_outcome && wish.outcome.is_none(), "outcome", Code::NotGiven),
        refused(is_empty, "words", Code::NothingShared),
        refused(wish.words.chars().count() > WORDS, "words", Code::TooLong),
    ]
    .into_iter()
    .flatten()
    .collect();
    until.filter(|_| refusals.is_empty()).ok_or(refusals)
}

/// What the partner sees of a referral.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told<T> {
    /// That it arrived. The same for everybody of whom there is nothing that may be told, whatever the reason.
    Received,
    /// What was told.
    Came(T),
}

/// What the partner may see on a day: `told` only where the consent it rests on holds.
pub fn seen<T>(consent: Option<(ConsentState, Option<NaiveDate>)>, told: Option<T>, day: NaiveDate) -> Told<T> {
    let holds = consent.is_some_and(|(state, until)| worth(state, until, day).is_valid());
    match told {
        Some(told) if holds => Told::Came(told),
        _ => Told::Received,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::day;

    const fn wish(words: &str) -> Wish<'_> {
        Wish {
            consents: true,
            until: GivenDay::Nothing,
            on: NaiveDate::MIN,
            tells_outcome: false,
            outcome: None,
            words,
        }
    }

    fn codes(wish: &Wish<'_>) -> Vec<Code> {
        tell(wish).err().unwrap_or_default().iter().map(|refusal| refusal.code).collect()
    }

    #[test]
    fn a_partner_is_told_something_the_citizen_agreed_to_until_a_day() {
        let until = GivenDay::On(day("2016-02-23"));
        let asked = Wish { until, on: day("2015-11-23"), ..wish("Hun kommer på tirsdag") };
        assert_eq!(tell(&asked), Ok(day("2016-02-23")));
        assert_eq!(codes(&Wish { consents: false, ..asked }), [Code::TellingNeedsConsent]);
        assert_eq!(codes(&Wish { until: GivenDay::Nothing, ..asked }), [Code::DayNeeded]);
        assert_eq!(codes(&Wish { on: day("2016-02-24"), ..asked }), [Code::EndsBeforeItBegins]);
        assert_eq!(codes(&Wish { words: " ", ..asked }), [Code::NothingShared]);
        assert_eq!(codes(&Wish { tells_outcome: true, ..asked }), [Code::NotGiven], "nobody has answered yet");
        let outcome = Some(EnquiryOutcome::Advice);
        assert_eq!(codes(&Wish { tells_outcome: true, outcome, words: "", ..asked }), []);
    }

    #[test]
    fn without_a_consent_that_holds_a_partner_sees_that_it_arrived_and_nothing_else() {
        let today = day("2015-11-23");
        let until = |text| Some(day(text));
        assert_eq!(seen(Some((ConsentState::Given, until("2015-11-23"))), Some(1), today), Told::Came(1));
        for consent in [
            None,
            Some((ConsentState::Given, until("2015-11-22"))),
            Some((ConsentState::Withdrawn, until("2016-11-22"))),
            Some((ConsentState::Refused, None)),
            Some((ConsentState::Asked, None)),
        ] {
            assert_eq!(seen(consent, Some(1), today), Told::Received, "{consent:?}");
        }
        assert_eq!(seen(Some((ConsentState::Given, until("2016-11-22"))), None::<u8>, today), Told::Received);
    }
}
