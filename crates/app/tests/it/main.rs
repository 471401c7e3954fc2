//! Every use case, on both databases.

// Each module says that it is a test, so that clippy lets its helpers unwrap, too.
#[cfg(test)]
mod access;
#[cfg(test)]
mod around;
#[cfg(test)]
mod assignment;
#[cfg(test)]
mod block;
#[cfg(test)]
mod canaries;
#[cfg(test)]
mod changed;
#[cfg(test)]
mod clarification;
#[cfg(test)]
mod closing;
#[cfg(test)]
mod common;
#[cfg(test)]
mod contact;
#[cfg(test)]
mod cumulative;
#[cfg(test)]
mod demo;
#[cfg(test)]
mod deputy;
#[cfg(test)]
mod desk;
#[cfg(test)]
mod enquiry;
#[cfg(test)]
mod figures;
#[cfg(test)]
mod filling;
#[cfg(test)]
mod follow_up;
#[cfg(test)]
mod identity;
#[cfg(test)]
mod imported;
#[cfg(test)]
mod job;
#[cfg(test)]
mod last_place;
#[cfg(test)]
mod log;
#[cfg(test)]
mod logo;
#[cfg(test)]
mod merge;
#[cfg(test)]
mod own;
#[cfg(test)]
mod partner;
#[cfg(test)]
mod phase;
#[cfg(test)]
mod plan;
#[cfg(test)]
mod quotation;
#[cfg(test)]
mod record;
#[cfg(test)]
mod referral;
#[cfg(test)]
mod regular;
#[cfg(test)]
mod release;
#[cfg(test)]
mod request;
#[cfg(test)]
mod research;
#[cfg(test)]
mod returning;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod search;
#[cfg(test)]
mod session;
#[cfg(test)]
mod setup;
#[cfg(test)]
mod steering;
#[cfg(test)]
mod token;
#[cfg(test)]
mod unsent;
