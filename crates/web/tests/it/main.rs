//! The pages from outside, over a real store: who comes in, what every answer carries, what no page lacks.

#![expect(clippy::unwrap_used, reason = "a preparation that fails is the test failing")]

mod doors;
mod enquiry;
mod filling;
mod headers;
mod house;
mod own;
mod person;
mod texts;
mod unsent;
