//! *Oplysninger*: who a citizen is.

use domain::identity::Identity;
use domain::personal::Personal;

use super::About;

/// Who a citizen is, to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdentityPage {
    /// Whom the page is about.
    pub about: About,
    /// The version shown; a change is made from it.
    pub version: i64,
    /// Who the citizen is.
    pub identity: Identity,
    /// The id in the team's register.
    pub register_id: Option<Personal<String>>,
}
