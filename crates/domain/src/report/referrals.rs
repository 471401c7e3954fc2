//! Referrals (M20, M21): enquiries that a partner sent, and citizens referred to a partner, in a period.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::median::median;
use crate::code::{Channel, ReferralState};
use crate::day::days_between;
use crate::facts::{Enquiry, Referral};
use crate::programme::Period;

/// The figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Referrals {
    /// Which definition in `locales/` says what is counted.
    pub definition: &'static str,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Enquiries of the period with a referrer, by partner.
    #[serde(rename = "in")]
    pub into: Vec<In>,
    /// Referrals sent in the period, by partner.
    pub out: Vec<Out>,
    /// Enquiries with a referrer and referrals, together.
    pub n: u32,
    /// Enquiries that came by a partner whose name is not known.
    pub missing: u32,
}

/// Enquiries that one partner sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct In {
    /// The partner's name.
    pub partner: String,
    /// Enquiries.
    pub n: u32,
}

/// Referrals to one partner.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Out {
    /// The partner's name.
    pub partner: String,
    /// Referrals sent.
    pub n: u32,
    /// Of these, answered by the period's end.
    pub answered: u32,
    /// The median of days from sending to the first answer, over those answered.
    pub median_days_to_answer: Option<f64>,
}

impl Referral {
    /// The day the partner first answered, in whatever way.
    pub fn answered_on(&self) -> Option<NaiveDate> {
        self.states.iter().filter(|(_, state)| *state != ReferralState::Sent).map(|(on, _)| *on).min()
    }
}

/// Counts the referrals of a period, partners in the order of their names.
pub fn referrals(enquiries: &[Enquiry], sent: &[Referral], period: Period) -> Referrals {
    let mut into: BTreeMap<&str, u32> = BTreeMap::new();
    let mut missing = 0;
    for enquiry in enquiries.iter().filter(|enquiry| period.contains(enquiry.received_on)) {
        match &enquiry.referrer {
            Some(partner) => *into.entry(partner).or_default() += 1,
            None => missing += u32::from(enquiry.channel == Some(Channel::Partner)),
        }
    }
    let mut out: BTreeMap<&str, (u32, Vec<i32>)> = BTreeMap::new();
    for referral in sent.iter().filter(|referral| period.contains(referral.sent_on)) {
        let (n, days) = out.entry(&referral.partner).or_default();
        *n += 1;
        if let Some(on) = referral.answered_on().filter(|on| *on <= period.to) {
            days.push(i32::try_from(days_between(referral.sent_on, on)).unwrap_or(i32::MAX));
        }
    }
    let n = into.values().sum::<u32>() + out.values().map(|(n, _)| n).sum::<u32>();
    let into = into.into_iter().map(|(partner, n)| In { partner: partner.to_owned(), n }).collect();
    let out = out.into_iter().map(|(partner, (n, days))| Out {
        partner: partner.to_owned(),
        n,
        answered: u32::try_from(days.len()).unwrap_or(u32::MAX),
        median_days_to_answer: median(days),
    });
    Referrals { definition: "referrals", from: period.from, to: period.to, into, out: out.collect(), n, missing }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{day, enquiry};

    fn referral(sent: &str, states: &[(&str, ReferralState)]) -> Referral {
        let states = states.iter().map(|(on, state)| (day(on), *state)).collect();
        Referral {
            course: crate::id::CourseId(uuid::Uuid::from_u128(1)),
            sent_on: day(sent),
            partner: "Reden".to_owned(),
            area: None,
            states,
        }
    }

    fn january() -> Period {
        Period { from: day("2015-01-01"), to: day("2015-01-31") }
    }

    #[test]
    fn a_referral_is_answered_by_its_first_state_but_sent() {
        let states = [
            ("2015-01-02", ReferralState::Sent),
            ("2015-01-12", ReferralState::Received),
            ("2015-01-20", ReferralState::Finished),
        ];
        let out = &referrals(&[], &[referral("2015-01-02", &states)], january()).out[0];
        assert_eq!((out.n, out.answered, out.median_days_to_answer), (1, 1, Some(10.0)));
    }

    #[test]
    fn an_answer_after_the_period_is_no_answer_in_it() {
        let late = referral("2015-01-31", &[("2015-02-01", ReferralState::Declined)]);
        let out = &referrals(&[], &[late], january()).out[0];
        assert_eq!((out.n, out.answered, out.median_days_to_answer), (1, 0, None));
    }

    #[test]
    fn an_enquiry_by_a_partner_without_a_name_is_missing() {
        let mut known = enquiry(1, "2015-01-01");
        known.referrer = Some("Reden".to_owned());
        let mut unknown = enquiry(2, "2015-01-31");
        unknown.channel = Some(Channel::Partner);
        let figure = referrals(&[known, unknown], &[], january());
        assert_eq!((figure.into[0].n, figure.n, figure.missing), (1, 1, 1));
        assert_eq!(serde_json::to_value(&figure).unwrap()["in"][0]["partner"], "Reden");
    }
}
