//! The shape of the whole: what may use what, and what must stay in step.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a preparation that fails is the test failing")]

mod directions;
mod permissions;
