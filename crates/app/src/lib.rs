//! Use cases: authorise, load facts, ask the domain, save, say what happened.
//!
//! A use case is one function here, called by page, command line and import alike. Each takes a [`Cx`]: who asks, when, and in which
//! programme; each gets its permission from `domain::access::decide` through [`Cx::may`], so that every surface has the same rules.

mod cx;
mod error;
pub mod password;
pub mod view;

pub use error::{Error, Result};
