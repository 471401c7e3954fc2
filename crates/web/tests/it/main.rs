//! The pages from outside, over a real store: who comes in, what every answer carries, what no page lacks.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a preparation that fails is the test failing"
)]

mod around;
mod by_hand;
mod contact;
mod doors;
mod enquiry;
mod filling;
mod headers;
mod house;
mod own;
mod person;
mod plan;
mod setup;
mod texts;
mod unsent;
