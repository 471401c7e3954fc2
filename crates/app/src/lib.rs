//! Use cases: authorise, load facts, ask the domain, save, say what happened.
//!
//! A use case is one function here, called by page, command line and import alike. Each takes a [`Cx`]: who asks, when, and in which
//! programme; each gets its permission from `domain::access::decide` through it, so that every surface has the same rules.

pub mod audit;
mod case;
pub mod caseload;
pub mod citizen;
mod cx;
pub mod demo;
mod error;
mod facts;
pub mod figures;
pub mod import;
pub mod instruments;
pub mod log;
pub mod once;
pub mod password;
mod people;
pub mod report;
mod sealing;
pub mod seed;
pub mod setup;
pub mod sign_in;
mod standing;
pub mod unsent;
pub mod view;

pub use cx::{App, Cx};
pub use error::{Error, Result};
