//! Use cases: authorise, load facts, ask the domain, save, say what happened.
//!
//! A use case is one function here, called by page, command line and import alike. Each takes a [`Cx`]: who asks, when, and in which
//! programme; each gets its permission from `domain::access::decide` through it, so that every surface has the same rules.

pub mod assessment;
pub mod assignment;
pub mod attachment;
pub mod audit;
mod blind;
pub mod block;
mod case;
pub mod caseload;
pub mod choose;
pub mod citizen;
pub mod clarification;
pub mod closing;
pub mod consent;
pub mod contact;
mod cx;
pub mod demo;
pub mod deputy;
pub mod documentation;
pub mod enquiry;
mod error;
mod facts;
pub mod feed;
pub mod figures;
pub mod filling;
pub mod follow_up;
pub mod identity;
pub mod import;
pub mod instruments;
pub mod log;
pub mod merge;
pub mod network;
pub mod offer;
pub mod once;
pub mod holder;
pub mod own;
pub mod password;
mod people;
pub mod phase;
pub mod plan;
pub mod progress;
pub mod reading;
pub mod referral;
pub mod report;
pub mod rules;
mod sealing;
pub mod search;
pub mod seed;
pub mod setup;
mod sight;
pub mod sign_in;
pub mod staff;
mod standing;
pub mod step;
pub mod unsent;
pub mod view;
mod withdrawal;

pub use cx::{App, Cx};
pub use error::{Error, Result};
