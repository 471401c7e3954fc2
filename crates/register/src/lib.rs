//! Reads a team's register (CSV folder or workbook) into rows and a list of every fault.
//!
//! No database and no clock: bytes in, [`Register`] or [`ReadError`] out. The format is described in `docs/register.md`;
//! its headings are in `list.rs`.

mod cell;
mod counts;
mod csv;
mod error;
pub mod fault;
pub mod list;
mod lists;
pub mod note;
mod readings;
mod record;
mod register;
mod report;
pub mod row;
mod sheets;
mod source;
mod table;
mod workbook;

pub use counts::{Counts, CountsError};
pub use error::ReadError;
pub use register::{Progress, Register, Rules};
pub use source::Source;

/// Bytes of the largest file that is read.
pub const LARGEST_FILE: u64 = 200 << 20;

/// Bytes of the largest workbook, unpacked.
pub const LARGEST_UNPACKED: u64 = 1 << 30;
