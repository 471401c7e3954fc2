//! Every function of the store, on both databases.

#![expect(clippy::unwrap_used, reason = "a preparation that fails is the test failing")]

mod around;
mod audit;
mod closing;
mod common;
mod desk;
mod enquiry;
mod facts;
mod follow_up;
mod job;
mod key;
mod layout;
mod opening;
mod paper;
mod partner;
mod person;
mod programme;
mod quotation;
mod research;
mod setup;
mod token;
mod user;
