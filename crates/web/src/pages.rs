//! The pages, one file each.

mod around;
pub(crate) mod assessment;
pub(crate) mod attachment;
pub(crate) mod caseload;
pub(crate) mod citizen;
pub(crate) mod closing;
pub(crate) mod consent;
pub(crate) mod contact;
pub(crate) mod documentation;
pub(crate) mod figures;
pub(crate) mod front;
pub(crate) mod health;
pub(crate) mod hide;
pub(crate) mod language;
pub(crate) mod lock;
pub(crate) mod log;
pub(crate) mod network;
pub(crate) mod phase;
#[cfg(test)]
pub(crate) mod sample;
pub(crate) mod sign_in;
pub(crate) mod step;
pub(crate) mod unsent;
pub(crate) mod who;
