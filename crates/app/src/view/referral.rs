//! *Henvisning*: a citizen pointed to a partner from a goal.

use chrono::NaiveDate;
use domain::code::{ReferralState, Shared};
use domain::id::{CitizenId, GoalId, ReferralId};
use domain::personal::Personal;
use domain::programme::Text;

use super::Heed;
use super::offer::OfferCard;

/// The referrals of a course, and what a new one can go to.
#[derive(Clone, Debug)]
pub struct ReferralPage {
    /// Whose.
    pub id: CitizenId,
    /// The alias, else initials.
    pub name: Personal<String>,
    /// What to heed before contact.
    pub heed: Heed,
    /// Today.
    pub today: NaiveDate,
    /// The goal that the referral starts from.
    pub goal: Option<ReferralGoal>,
    /// The offers that serve the goal's area; all where no goal is chosen.
    pub offers: Vec<OfferCard>,
    /// The goals worked on, to start from.
    pub goals: Vec<ReferralGoal>,
    /// What there is to share, with what it says: only what is known of the citizen.
    pub sharable: Vec<(Shared, Option<Personal<String>>)>,
    /// The referrals sent, the latest first.
    pub sent: Vec<ReferralCard>,
    /// Whether the course is closed.
    pub is_closed: bool,
}

/// A goal to start from.
#[derive(Clone, Debug)]
pub struct ReferralGoal {
    /// Its id.
    pub id: GoalId,
    /// In the citizen's words.
    pub words: Personal<String>,
    /// The area's name.
    pub area: Option<Text>,
}

/// A referral with its answers.
#[derive(Clone, Debug)]
pub struct ReferralCard {
    /// Its id.
    pub id: ReferralId,
    /// Its version.
    pub version: i64,
    /// The partner's neutral short name.
    pub partner: String,
    /// The goal area's name.
    pub area: Option<Text>,
    /// The day it was sent.
    pub sent_on: NaiveDate,
    /// What is shared.
    pub shared: Vec<Shared>,
    /// Each state with its day, in order.
    pub states: Vec<(NaiveDate, ReferralState)>,
    /// The states that may follow.
    pub next: &'static [ReferralState],
    /// The message.
    pub message: Option<Personal<String>>,
    /// What the partner answered.
    pub answer: Option<Personal<String>>,
}
