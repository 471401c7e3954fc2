//! Use cases: authorise, load facts, ask the domain, save, say what happened.

pub mod view;
