//! Invented people, a fixed clock and both databases, for tests.

pub mod clock;
