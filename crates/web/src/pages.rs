//! The pages, one file each.

mod about;
mod around;
pub(crate) mod assessment;
pub(crate) mod assignment;
pub(crate) mod attachment;
pub(crate) mod block;
pub(crate) mod caseload;
pub(crate) mod citizen;
pub(crate) mod closing;
pub(crate) mod consent;
pub(crate) mod contact;
pub(crate) mod deputy;
pub(crate) mod documentation;
pub(crate) mod figures;
pub(crate) mod front;
pub(crate) mod health;
pub(crate) mod hide;
pub(crate) mod identity;
pub(crate) mod language;
pub(crate) mod lock;
pub(crate) mod log;
pub(crate) mod merge;
pub(crate) mod network;
pub(crate) mod phase;
#[cfg(test)]
pub(crate) mod sample;
pub(crate) mod sign_in;
pub(crate) mod step;
pub(crate) mod unsent;
pub(crate) mod who;
