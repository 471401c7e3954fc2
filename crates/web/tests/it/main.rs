//! The pages from outside: what is true of them all.

mod texts;
