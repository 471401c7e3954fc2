//! *Hurtig kontakt*: what happened and the next step, in one.

use chrono::NaiveDate;
use domain::code::{ContactKind, Doer, Place, With};
use domain::id::{ContactId, StepId};
use domain::personal::Personal;

use super::About;

/// The form for a new contact, or for one that is corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactPage {
    /// Whom it is about.
    pub about: About,
    /// The next step agreed before, which a new contact closes.
    pub old_step: Option<OldStep>,
    /// The contact that is corrected; `None` for a new one.
    pub written: Option<WrittenContact>,
}

/// A next step that is not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OldStep {
    /// Its id.
    pub id: StepId,
    /// Its version.
    pub version: i64,
    /// What is to happen.
    pub words: Personal<String>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Who does it.
    pub doer: Option<Doer>,
}

/// A contact as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenContact {
    /// Its id.
    pub id: ContactId,
    /// Its version.
    pub version: i64,
    /// The day.
    pub on: NaiveDate,
    /// What kind.
    pub kind: Option<ContactKind>,
    /// Where.
    pub place: Option<Place>,
    /// With whom.
    pub with: Option<With>,
    /// Minutes.
    pub minutes: Option<u32>,
    /// What happened.
    pub words: Personal<String>,
}
