//! The pages, one file each.

mod about;
pub(crate) mod assignment;
pub(crate) mod block;
pub(crate) mod caseload;
pub(crate) mod citizen;
pub(crate) mod deputy;
pub(crate) mod figures;
pub(crate) mod front;
pub(crate) mod health;
pub(crate) mod hide;
pub(crate) mod identity;
pub(crate) mod language;
pub(crate) mod lock;
pub(crate) mod log;
pub(crate) mod merge;
#[cfg(test)]
pub(crate) mod sample;
pub(crate) mod sign_in;
pub(crate) mod unsent;
