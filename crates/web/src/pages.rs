//! The pages, one file each.

mod about;
pub(crate) mod assignment;
pub(crate) mod block;
pub(crate) mod caseload;
pub(crate) mod citizen;
pub(crate) mod clarification;
pub(crate) mod closing;
pub(crate) mod deputy;
pub(crate) mod documentation;
pub(crate) mod enquiries;
pub(crate) mod enquiry;
pub(crate) mod feed;
pub(crate) mod figures;
pub(crate) mod filling;
pub(crate) mod follow_up;
pub(crate) mod front;
pub(crate) mod health;
pub(crate) mod hide;
pub(crate) mod identity;
pub(crate) mod language;
pub(crate) mod lock;
pub(crate) mod log;
pub(crate) mod merge;
pub(crate) mod own;
pub(crate) mod phase;
pub(crate) mod progress;
pub(crate) mod reading;
#[cfg(test)]
pub(crate) mod sample;
pub(crate) mod search;
pub(crate) mod sign_in;
pub(crate) mod unsent;
pub(crate) mod who;
