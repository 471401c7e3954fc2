//! *Tilbud*: what partners can give.

use chrono::NaiveDate;
use domain::id::{OfferId, PartnerId};
use domain::programme::GoalArea;

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfferAsk {
    /// A goal area's key.
    pub area: Option<String>,
    /// Words that all stand somewhere in the offer.
    pub words: String,
}

/// The offers found.
#[derive(Clone, Debug)]
pub struct OfferPage {
    /// What was asked for.
    pub ask: OfferAsk,
    /// Today.
    pub today: NaiveDate,
    /// The goal areas to choose from.
    pub areas: Vec<GoalArea>,
    /// The offers found, by partner and title. Those that have ended are there for who keeps them only.
    pub offers: Vec<OfferCard>,
    /// How many there are altogether.
    pub total: usize,
    /// The partners.
    pub partners: Vec<PartnerLine>,
    /// Whether the reader keeps the offers.
    pub may_keep: bool,
}

/// An offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferCard {
    /// Its id.
    pub id: OfferId,
    /// Its version.
    pub version: i64,
    /// The partner.
    pub partner: PartnerId,
    /// The partner's name.
    pub partner_name: String,
    /// What it is called.
    pub title: String,
    /// The goal areas it serves.
    pub areas: Vec<GoalArea>,
    /// When it is open.
    pub hours: Option<String>,
    /// Whom it is for, and what it takes.
    pub conditions: Option<String>,
    /// What it is.
    pub words: Option<String>,
    /// Its last day, where it has ended.
    pub ended_on: Option<NaiveDate>,
}

/// A partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartnerLine {
    /// Its id.
    pub id: PartnerId,
    /// Its version.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// The neutral short name of lists and timelines.
    pub short_name: Option<String>,
}
