//! The pages from outside, over a real store: who comes in, what every answer carries, what no page lacks.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a preparation that fails is the test failing"
)]

mod api;
mod around;
mod by_hand;
mod contact;
mod desk;
mod doors;
mod enquiry;
mod figures;
mod filling;
mod headers;
mod house;
mod jobs;
mod meeting;
mod own;
mod partner;
mod person;
mod plan;
mod record;
mod report;
mod research;
mod setup;
mod texts;
mod unsent;
mod worlds;
