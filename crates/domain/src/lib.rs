//! The rules and words of a programme: dated facts in, a decision or a figure out.
//!
//! Nothing here reads a clock, a file or a database; time and chance come in as arguments. A concept has one file, and the
//! same file name in the layers above. The rules are numbered R1 to R22 as in `docs/rules.md`.

pub mod access;
pub mod assessment;
pub mod attachment;
pub mod caseload;
pub mod clarification;
pub mod closing;
pub mod code;
pub mod completeness;
pub mod consent;
pub mod contact;
pub mod course;
pub mod cvr;
pub mod day;
pub mod demand;
pub mod deputy;
pub mod disclosure;
pub mod enquiry;
pub mod enrolment;
pub mod event;
#[cfg(test)]
mod example;
pub mod exception;
pub mod facts;
pub mod fidelity;
pub mod file;
pub mod filling;
pub mod follow_up;
pub mod forecast;
pub mod handover;
pub mod history;
pub mod id;
pub mod identity;
pub mod instrument;
pub mod marking;
pub mod network;
pub mod holder;
pub mod personal;
pub mod phase;
pub mod plan;
pub mod programme;
pub mod purpose;
pub mod reading;
pub mod referral;
pub mod refusal;
pub mod report;
pub mod score;
pub mod shared;
pub mod staff;
pub mod staffing;
pub mod status;
pub mod step;
pub mod window;
