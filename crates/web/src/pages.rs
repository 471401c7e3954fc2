//! The pages, one file each.

pub(crate) mod caseload;
pub(crate) mod citizen;
pub(crate) mod figures;
pub(crate) mod front;
pub(crate) mod health;
pub(crate) mod hide;
pub(crate) mod language;
pub(crate) mod lock;
pub(crate) mod log;
#[cfg(test)]
pub(crate) mod sample;
pub(crate) mod sign_in;
pub(crate) mod unsent;
