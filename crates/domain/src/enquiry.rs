//! Enquiries (M3, M4): who may be turned away, what an answer needs, and which enquiries nobody has answered.
//!
//! The only conditions are a background and the willingness to talk about it, and the recruitment window. Whoever is turned away
//! outside them is turned away with a reason, and it shows.

use chrono::NaiveDate;
use serde::Serialize;

use crate::code::EnquiryOutcome;
use crate::programme::Programme;
use crate::refusal::{Code, Refusal};
use crate::window;

/// What the rules need to know of an enquiry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The day it came.
    pub received_on: NaiveDate,
    /// Whether a course is wished for; `None` where not said.
    pub wants_course: Option<bool>,
    /// Whether there is a background; `None` where not asked.
    pub has_background: Option<bool>,
    /// Whether there is a willingness to talk about it; `None` where not asked.
    pub is_willing: Option<bool>,
    /// Whether there is an alias or a name to find the person by.
    pub is_named: bool,
}

/// An answer that somebody wants to give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What comes of the enquiry.
    pub outcome: EnquiryOutcome,
    /// The day.
    pub on: NaiveDate,
    /// Whether a partner is named.
    pub has_partner: bool,
    /// Whether there are words.
    pub has_words: bool,
}

/// Why somebody may be turned away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// There is no background.
    NoBackground,
    /// There is no willingness to talk.
    NotWilling,
    /// The recruitment window is closed.
    WindowClosed,
}

/// An answer that may be given. Only [`answer`] makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answered {
    outcome: EnquiryOutcome,
    on: NaiveDate,
}

impl Answered {
    /// What comes of the enquiry.
    pub const fn outcome(&self) -> EnquiryOutcome {
        self.outcome
    }

    /// The day.
    pub const fn on(&self) -> NaiveDate {
        self.on
    }
}

/// The ground on which somebody may be turned away on the day; `None` where there is none.
pub fn ground(asked: &Asked, programme: &Programme, on: NaiveDate) -> Option<Ground> {
    match (asked.has_background, asked.is_willing) {
        (Some(false), _) => Some(Ground::NoBackground),
        (_, Some(false)) => Some(Ground::NotWilling),
        _ => (!window::is_open(programme, on)).then_some(Ground::WindowClosed),
    }
}

/// Decides about an answer.
///
/// # Errors
///
/// Every refusal at once.
pub fn answer(
    asked: &Asked,
    answer: Answer,
    programme: &Programme,
    today: NaiveDate,
) -> Result<Answered, Vec<Refusal>> {
    let Answer { outcome, on, has_partner, has_words } = answer;
    let refused = |applies: bool, field, code| applies.then_some(Refusal::new(field, code));
    let begins = outcome == EnquiryOutcome::Clarification;
    let without_ground = outcome == EnquiryOutcome::TurnedAway && ground(asked, programme, on).is_none();
    let refusals: Vec<Refusal> = [
        refused(on > today, "answered_on", Code::InTheFuture),
        refused(on < asked.received_on, "answered_on", Code::EndsBeforeItBegins),
        refused(begins && !asked.is_named, "alias", Code::AliasNeeded),
        refused(begins && asked.wants_course == Some(false), "outcome", Code::NoCourseWished),
        refused(outcome == EnquiryOutcome::Referred && !has_partner && !has_words, "referred_to", Code::PartnerOrWords),
        refused(without_ground && !has_words, "words", Code::ReasonNeeded),
    ]
    .into_iter()
    .flatten()
    .collect();
    if refusals.is_empty() { Ok(Answered { outcome, on }) } else { Err(refusals) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{day, programme};

    const fn asked(received_on: NaiveDate) -> Asked {
        Asked { received_on, wants_course: Some(true), has_background: None, is_willing: None, is_named: true }
    }

    fn reply(outcome: EnquiryOutcome, on: &str) -> Answer {
        Answer { outcome, on: day(on), has_partner: false, has_words: false }
    }

    fn codes(asked: &Asked, reply: Answer) -> Vec<Code> {
        let decision = answer(asked, reply, &programme(), day("2016-06-01"));
        decision.map_or_else(|refusals| refusals.iter().map(|refusal| refusal.code).collect(), |_| Vec::new())
    }

    #[test]
    fn nobody_is_turned_away_without_a_reason_but_for_the_two_questions_and_the_window() {
        let open = asked(day("2015-11-20"));
        assert_eq!(codes(&open, reply(EnquiryOutcome::TurnedAway, "2015-11-23")), [Code::ReasonNeeded]);
        for grounded in [Asked { has_background: Some(false), ..open }, Asked { is_willing: Some(false), ..open }] {
            assert_eq!(codes(&grounded, reply(EnquiryOutcome::TurnedAway, "2015-11-23")), []);
        }
        assert_eq!(codes(&open, reply(EnquiryOutcome::TurnedAway, "2016-04-01")), [], "the window has closed");
        let said_yes = Asked { has_background: Some(true), is_willing: Some(true), ..open };
        assert_eq!(codes(&said_yes, reply(EnquiryOutcome::TurnedAway, "2015-11-23")), [Code::ReasonNeeded]);
        let with_reason = Answer { has_words: true, ..reply(EnquiryOutcome::TurnedAway, "2015-11-23") };
        assert_eq!(codes(&open, with_reason), []);
    }

    #[test]
    fn the_ground_is_named_the_two_questions_before_the_window() {
        let came = asked(day("2015-11-20"));
        assert_eq!(ground(&came, &programme(), day("2015-11-23")), None);
        assert_eq!(ground(&came, &programme(), day("2016-04-01")), Some(Ground::WindowClosed));
        let neither = Asked { has_background: Some(false), is_willing: Some(false), ..came };
        assert_eq!(ground(&neither, &programme(), day("2016-04-01")), Some(Ground::NoBackground));
    }

    #[test]
    fn a_clarification_begins_for_somebody_with_an_alias_who_did_not_say_no() {
        let came = asked(day("2015-11-20"));
        assert_eq!(codes(&came, reply(EnquiryOutcome::Clarification, "2015-11-20")), []);
        let nameless = Asked { is_named: false, wants_course: Some(false), ..came };
        let refused = codes(&nameless, reply(EnquiryOutcome::Clarification, "2015-11-20"));
        assert_eq!(refused, [Code::AliasNeeded, Code::NoCourseWished]);
        let not_said = Asked { wants_course: None, ..came };
        assert_eq!(codes(&not_said, reply(EnquiryOutcome::Clarification, "2015-11-20")), []);
    }

    #[test]
    fn a_referral_says_where_to_and_advice_needs_nothing() {
        let came = asked(day("2015-11-20"));
        assert_eq!(codes(&came, reply(EnquiryOutcome::Referred, "2015-11-20")), [Code::PartnerOrWords]);
        let named = Answer { has_partner: true, ..reply(EnquiryOutcome::Referred, "2015-11-20") };
        assert_eq!(codes(&came, named), []);
        assert_eq!(codes(&came, reply(EnquiryOutcome::Advice, "2015-11-20")), []);
    }

    #[test]
    fn an_answer_lies_between_the_enquiry_and_today() {
        let came = asked(day("2015-11-20"));
        assert_eq!(codes(&came, reply(EnquiryOutcome::Advice, "2015-11-19")), [Code::EndsBeforeItBegins]);
        assert_eq!(codes(&came, reply(EnquiryOutcome::Advice, "2016-06-02")), [Code::InTheFuture]);
    }
}
