//! Pointing a citizen to a partner (M22): only what the citizen says yes to is told, and only where the citizen says yes.

use chrono::NaiveDate;

use crate::code::{ReferralState, Shared};
use crate::refusal::{Code, Refusal};

/// What is asked for when a citizen is to be referred.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish<'a> {
    /// The day.
    pub on: NaiveDate,
    /// Whether the citizen consents to what is shared.
    pub consents: bool,
    /// Until when the consent holds.
    pub until: Option<NaiveDate>,
    /// What is shared.
    pub shared: &'a [Shared],
    /// The message to the partner.
    pub message: &'a str,
}

/// Whether the citizen may be referred as wished.
///
/// # Errors
///
/// Every refusal at once: no consent, a consent that ends before it begins, nothing to share, a message that is shared and not
/// written or written and not shared, a day in the future.
pub fn send(wish: &Wish<'_>, today: NaiveDate) -> Result<(), Vec<Refusal>> {
    let refused = |applies: bool, field, code| applies.then_some(Refusal::new(field, code));
    let has_message = !wish.message.trim().is_empty();
    let tells_message = wish.shared.contains(&Shared::Message);
    let refusals: Vec<Refusal> = [
        refused(!wish.consents, "consents", Code::ConsentNeeded),
        refused(wish.consents && wish.until.is_none(), "until", Code::DayNeeded),
        refused(wish.until.is_some_and(|until| until < wish.on), "until", Code::EndsBeforeItBegins),
        refused(wish.shared.is_empty(), "shared", Code::NothingShared),
        refused(tells_message && !has_message, "message", Code::Missing),
        refused(has_message && !tells_message, "message", Code::MessageNotShared),
        refused(wish.on > today, "on", Code::InTheFuture),
    ]
    .into_iter()
    .flatten()
    .collect();
    if refusals.is_empty() { Ok(()) } else { Err(refusals) }
}

/// The states that may follow a state: an answer goes forward, and an end may turn out to have been none.
pub const fn next(state: ReferralState) -> &'static [ReferralState] {
    match state {
        ReferralState::Sent => {
            &[ReferralState::Received, ReferralState::UnderWay, ReferralState::Finished, ReferralState::Declined]
        }
        ReferralState::Received => &[ReferralState::UnderWay, ReferralState::Finished, ReferralState::Declined],
        ReferralState::UnderWay => &[ReferralState::Finished, ReferralState::Declined],
        ReferralState::Finished | ReferralState::Declined => &[ReferralState::UnderWay],
    }
}

/// Whether the partner is to be written to on a day: it has not answered for longer than the programme waits, nor has it been written to
/// in that time. `times` are the day it was sent and the day of the last reminder.
pub fn is_late(state: ReferralState, times: (NaiveDate, Option<NaiveDate>), days: u32, day: NaiveDate) -> bool {
    let (sent_on, reminded_on) = times;
    let since = reminded_on.map_or(sent_on, |on| on.max(sent_on));
    state == ReferralState::Sent && crate::day::days_between(since, day) > i64::from(days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::day;

    fn codes(wish: &Wish<'_>) -> Vec<Code> {
        let refusals = send(wish, day("2015-11-23")).err().unwrap_or_default();
        refusals.iter().map(|refusal| refusal.code).collect()
    }

    fn wish<'a>(shared: &'a [Shared], message: &'a str) -> Wish<'a> {
        Wish { on: day("2015-11-23"), consents: true, until: Some(day("2016-02-23")), shared, message }
    }

    #[test]
    fn a_citizen_who_says_yes_to_what_is_shared_is_referred() {
        assert_eq!(codes(&wish(&[Shared::Alias, Shared::Phone], "")), []);
        assert_eq!(codes(&wish(&[Shared::Alias, Shared::Message], "Ring efter kl. 10")), []);
    }

    #[test]
    fn without_consent_nobody_is_referred_and_every_refusal_comes_at_once() {
        let refused = Wish { consents: false, until: None, on: day("2015-11-24"), ..wish(&[], "") };
        assert_eq!(codes(&refused), [Code::ConsentNeeded, Code::NothingShared, Code::InTheFuture]);
    }

    #[test]
    fn a_message_is_neither_forgotten_nor_sent_without_being_ticked() {
        assert_eq!(codes(&wish(&[Shared::Message], " ")), [Code::Missing]);
        assert_eq!(codes(&wish(&[Shared::Alias], "Ring")), [Code::MessageNotShared]);
    }

    #[test]
    fn a_consent_ends_on_a_day_and_not_before_it_begins() {
        let shared = [Shared::Alias];
        assert_eq!(codes(&Wish { until: None, ..wish(&shared, "") }), [Code::DayNeeded]);
        assert_eq!(codes(&Wish { until: Some(day("2015-11-22")), ..wish(&shared, "") }), [Code::EndsBeforeItBegins]);
    }

    #[test]
    fn a_partner_is_written_to_when_the_programme_has_waited_long_enough_and_then_waited_for_anew() {
        let late =
            |state, sent, reminded: Option<&str>| is_late(state, (day(sent), reminded.map(day)), 14, day("2015-11-23"));
        assert!(!late(ReferralState::Sent, "2015-11-09", None), "the fourteenth day is early enough");
        assert!(late(ReferralState::Sent, "2015-11-08", None));
        assert!(!late(ReferralState::Received, "2015-01-01", None), "it has answered");
        assert!(!late(ReferralState::Sent, "2015-01-01", Some("2015-11-09")));
        assert!(late(ReferralState::Sent, "2015-01-01", Some("2015-11-08")));
    }

    #[test]
    fn every_state_leads_on_and_none_to_itself_or_back_to_sent() {
        for state in ReferralState::ALL {
            assert!(!next(*state).is_empty());
            assert!(!next(*state).contains(state) && !next(*state).contains(&ReferralState::Sent));
        }
    }
}
