//! Every use case, on both databases.

// Each module says that it is a test, so that clippy lets its helpers unwrap, too.
#[cfg(test)]
mod access;
#[cfg(test)]
mod canaries;
#[cfg(test)]
mod changed;
#[cfg(test)]
mod common;
#[cfg(test)]
mod demo;
#[cfg(test)]
mod imported;
#[cfg(test)]
mod log;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod session;
mod unsent;
