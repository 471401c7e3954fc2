//! A partner's own pages: what it has referred, its offers and its agreement. Nothing on them depends on anything that is not the
//! partner's own or that it was not told.

use chrono::NaiveDate;
use domain::code::EnquiryOutcome;
use domain::feedback::Told;
use domain::personal::Personal;
use domain::programme::Period;

use super::offer::OfferCard;

/// What the partner has referred.
#[derive(Clone, Debug)]
pub struct OwnReferrals {
    /// Today.
    pub day: NaiveDate,
    /// The partner's name.
    pub partner: String,
    /// The referrals, the latest first.
    pub referrals: Vec<OwnReferral>,
}

/// A referral as the partner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnReferral {
    /// The day.
    pub sent_on: NaiveDate,
    /// What the partner called the person.
    pub called: Personal<String>,
    /// That it arrived, or what came of it.
    pub told: Told<Came>,
}

/// What a partner was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Came {
    /// The day it was told.
    pub on: NaiveDate,
    /// What came of it.
    pub outcome: Option<EnquiryOutcome>,
    /// In words.
    pub words: Option<Personal<String>>,
}

/// The partner's offers and agreement.
#[derive(Clone, Debug)]
pub struct OwnOffers {
    /// Today.
    pub day: NaiveDate,
    /// The partner's name.
    pub partner: String,
    /// Its offers that there are.
    pub offers: Vec<OfferCard>,
    /// The agreement that holds, else the next, with the day it was signed.
    pub agreement: Option<(Period, NaiveDate)>,
}
