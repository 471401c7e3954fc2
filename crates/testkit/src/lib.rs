//! Invented people, a fixed clock and both databases, for tests.

#![expect(clippy::expect_used, clippy::panic, reason = "a test's preparation that fails is the test failing")]

pub mod clock;
pub mod database;
pub mod past;
pub mod register;
pub mod team;
