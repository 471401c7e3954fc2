//! Invented people, a fixed clock and both databases, for tests.

pub mod clock;
#![expect(clippy::expect_used, clippy::panic, reason = "a test's preparation that fails is the test failing")]

pub mod database;
