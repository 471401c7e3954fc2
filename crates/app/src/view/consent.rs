//! *Samtykker*: what the citizen said to sharing, to research and to being quoted.

use domain::consent::{Consent, Worth};
use domain::id::ConsentId;
use domain::personal::Personal;

use super::About;

/// The page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentPage {
    /// Whom it is about.
    pub about: About,
    /// The consents: those that end soon first, then by their day, the latest first.
    pub consents: Vec<Consented>,
}

/// A consent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consented {
    /// The fact.
    pub id: ConsentId,
    /// Its version.
    pub version: i64,
    /// What was said last.
    pub said: Consent,
    /// What that is worth today.
    pub worth: Worth,
    /// With whom: the partner's neutral short name, or the recipient in words.
    pub recipient: Personal<String>,
    /// What for.
    pub purpose: Personal<String>,
    /// The version of the wording, for research and quotations.
    pub wording: Option<String>,
    /// What was said before, the latest first.
    pub before: Vec<Consent>,
}
