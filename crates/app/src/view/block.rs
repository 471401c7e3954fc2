//! *Spærringer*: who of the staff may see nothing of a citizen.

use chrono::NaiveDate;
use domain::id::UserId;
use domain::personal::Personal;
use uuid::Uuid;

use super::About;

/// The blocks on a citizen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlocksPage {
    /// Whom the page is about.
    pub about: About,
    /// The blocks, the first to begin first.
    pub blocks: Vec<Block>,
    /// Who can be blocked, by name.
    pub staff: Vec<(UserId, Personal<String>)>,
}

/// One block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its id.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// Who is blocked.
    pub name: Personal<String>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day; none while it lasts.
    pub to: Option<NaiveDate>,
    /// Why.
    pub reason: Personal<String>,
    /// Whether the blocked one is the citizen's worker today.
    pub is_worker: bool,
}
