//! *Henvisninger*: what goes out to partners and what comes in from them, on one page.

use chrono::NaiveDate;
use domain::code::{Channel, ReferralState, Shared};
use domain::consent::Worth;
use domain::id::{CitizenId, ReferralId};
use domain::personal::Personal;
use domain::programme::{Period, Text};
use domain::report::referrals::Referrals;

use super::enquiry::Line;

/// Rows of each list on a page.
pub const PAGE: u32 = 10;

/// What is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReferralsAsk {
    /// Only those not answered.
    pub is_waiting: bool,
    /// The page of the list out, from 0.
    pub out_page: u32,
    /// The page of the list in, from 0.
    pub in_page: u32,
}

/// The page.
#[derive(Clone, Debug)]
pub struct ReferralsPage {
    /// What was asked for.
    pub ask: ReferralsAsk,
    /// Today.
    pub day: NaiveDate,
    /// Days without an answer after which the partner is to be written to.
    pub reminder_days: u32,
    /// Referrals out.
    pub out: Vec<OutLine>,
    /// How many the list out has.
    pub out_count: u64,
    /// How many are not answered.
    pub waiting: u64,
    /// Referrals in.
    pub into: Vec<InLine>,
    /// How many the list in has.
    pub in_count: u64,
    /// The period that is counted.
    pub period: Period,
    /// The figure of the command line, for the same period.
    pub counts: Referrals,
    /// Enquiries of the period by channel, as the figure of intake has them.
    pub channels: Vec<(Channel, u32)>,
}

/// A referral out.
#[derive(Clone, Debug)]
pub struct OutLine {
    /// Its id.
    pub id: ReferralId,
    /// The citizen.
    pub citizen: CitizenId,
    /// What the citizen is called.
    pub name: Personal<String>,
    /// The partner.
    pub partner: String,
    /// The goal area's name.
    pub area: Option<Text>,
    /// The day it was sent.
    pub sent_on: NaiveDate,
    /// What is shared.
    pub shared: Vec<Shared>,
    /// Whether the citizen said yes; `None` where the register did not say.
    pub consent: Option<bool>,
    /// What the consent it rests on is worth today, where one is named.
    pub worth: Option<Worth>,
    /// Its state.
    pub state: ReferralState,
    /// Since when.
    pub state_on: NaiveDate,
    /// The last time the partner was reminded, and how often.
    pub reminded: Option<(NaiveDate, u64)>,
    /// Whether the partner is to be written to.
    pub is_late: bool,
}

/// A referral in.
#[derive(Clone, Debug)]
pub struct InLine {
    /// The enquiry it became, or was noted as.
    pub enquiry: Line,
    /// Where it came by the partner's sign-in.
    pub sent: Option<SentIn>,
}

/// What a partner sent from its sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentIn {
    /// The day the partner said that the person agreed.
    pub agreed_on: NaiveDate,
    /// Whether a way to come in touch was told.
    pub has_contact: bool,
    /// Whether a wish was told.
    pub has_wish: bool,
    /// The day the partner was told what came of it, and what the consent to that is worth.
    pub told: Option<(NaiveDate, Worth)>,
}
