//! *Samarbejdspartnere*: the register, and one partner with its people, offers, agreements and how the duties are kept.

use chrono::{NaiveDate, NaiveDateTime};
use domain::code::Duty;
use domain::id::{AgreementId, PartnerId, PartnerPersonId};
use domain::partnership::Looked;
use domain::personal::Personal;
use domain::programme::Period;
use uuid::Uuid;

use super::offer::OfferCard;

/// The register.
#[derive(Clone, Debug)]
pub struct PartnersPage {
    /// Today.
    pub day: NaiveDate,
    /// The partners, by name.
    pub partners: Vec<PartnerSummary>,
    /// Whether the reader keeps them.
    pub may_keep: bool,
}

/// A partner in the register.
#[derive(Clone, Debug)]
pub struct PartnerSummary {
    /// Its id.
    pub id: PartnerId,
    /// Its name.
    pub name: String,
    /// The offers that there are.
    pub offers: usize,
    /// The agreement that holds today, else the one that begins next, else the last.
    pub agreement: Option<Period>,
    /// The duties that should have been looked at again.
    pub overdue: usize,
    /// The next day on which a duty is to be looked at.
    pub next: Option<NaiveDate>,
}

/// One partner.
#[derive(Clone, Debug)]
pub struct PartnerPage {
    /// Today.
    pub day: NaiveDate,
    /// Its id.
    pub id: PartnerId,
    /// Its name.
    pub name: String,
    /// The neutral short name of lists.
    pub short_name: Option<String>,
    /// Its people.
    pub people: Vec<PartnerPerson>,
    /// Its offers that there are, by title.
    pub offers: Vec<OfferCard>,
    /// Its agreements, the latest first.
    pub agreements: Vec<Agreement>,
    /// Whether the reader keeps all this.
    pub may_keep: bool,
}

/// A person at a partner.
#[derive(Clone, Debug)]
pub struct PartnerPerson {
    /// The person.
    pub id: PartnerPersonId,
    /// The version.
    pub version: i64,
    /// The name.
    pub name: Personal<String>,
    /// What the person does there.
    pub role: Personal<String>,
    /// The telephone number.
    pub phone: Personal<String>,
    /// The mail address.
    pub mail: Personal<String>,
}

/// An agreement.
#[derive(Clone, Debug)]
pub struct Agreement {
    /// Its id.
    pub id: AgreementId,
    /// Its version.
    pub version: i64,
    /// Its first and last day.
    pub period: Period,
    /// The day it was signed.
    pub signed_on: NaiveDate,
    /// Who signed.
    pub signers: Personal<String>,
    /// What stood there before, the latest first.
    pub before: Vec<AgreementBefore>,
    /// The four duties.
    pub duties: Vec<DutyKeeping>,
}

/// What stood in an agreement before, and why it was changed.
#[derive(Clone, Debug)]
pub struct AgreementBefore {
    /// The first and last day that stood.
    pub period: Period,
    /// The day that stood as signed.
    pub signed_on: NaiveDate,
    /// Who stood as having signed.
    pub signers: Personal<String>,
    /// When it was changed, in the programme's zone.
    pub changed_at: NaiveDateTime,
    /// Who changed it.
    pub by: Personal<String>,
    /// Why.
    pub reason: Personal<String>,
}

/// A duty of an agreement with what was noted of it.
#[derive(Clone, Debug)]
pub struct DutyKeeping {
    /// Which.
    pub duty: Duty,
    /// The notes, the latest first.
    pub notes: Vec<DutyNote>,
    /// Whether it should have been looked at again.
    pub is_overdue: bool,
}

/// A note on a duty.
#[derive(Clone, Debug)]
pub struct DutyNote {
    /// Its id.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// What was seen.
    pub looked: Looked,
    /// In words.
    pub words: Personal<String>,
}
