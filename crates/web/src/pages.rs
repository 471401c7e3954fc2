//! The pages, one file each.

pub(crate) mod caseload;
pub(crate) mod citizen;
pub(crate) mod clarification;
pub(crate) mod closing;
pub(crate) mod documentation;
pub(crate) mod enquiries;
pub(crate) mod enquiry;
pub(crate) mod figures;
pub(crate) mod front;
pub(crate) mod health;
pub(crate) mod hide;
pub(crate) mod language;
pub(crate) mod lock;
pub(crate) mod log;
pub(crate) mod phase;
#[cfg(test)]
pub(crate) mod sample;
pub(crate) mod search;
pub(crate) mod sign_in;
pub(crate) mod unsent;
pub(crate) mod who;
