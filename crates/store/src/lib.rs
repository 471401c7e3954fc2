//! Keeps the facts: one SQL statement a question, on encrypted SQLite and on PostgreSQL.
//!
//! ```ignore
//! let store = Store::open_sqlite(folder, &master).await?;
//! let mut reader = store.read(&grant).await?;             // statements that ask are methods of Reader
//! let courses = reader.courses(programme).await?;
//! store.look(&grant, entry, now).await?;                  // the log row is on the disk: the bytes may leave
//!
//! let mut work = store.begin(grant).await?;               // statements that tell are methods of Work
//! work.add_contact(&contact).await?;
//! work.commit(entry, now).await?;                         // the log row and the facts, or neither
//! ```
//!
//! To ask the database something new: one method in the concept's file, one test in `tests/it` that runs on both databases.
//! A new column: a migration in both folders (`migration.rs`), the row struct, its line in `personal.rs`.

mod connect;
mod draft;
mod error;
mod line;
mod log_writer;
mod packed;
mod postgres;
mod sqlite;
mod values;
mod work;

pub mod assessment;
pub mod assignment;
pub mod attachment;
pub mod audit;
pub mod block;
pub mod caseload;
pub mod citizen;
pub mod clarification;
pub mod closing;
pub mod consent;
pub mod contact;
pub mod deputy;
pub mod desk;
pub mod digest;
pub mod documentation;
pub mod enquiry;
pub mod exception;
pub mod facts;
pub mod feed;
pub mod filling;
pub mod follow_up;
pub mod identity;
pub mod job;
pub mod key;
pub mod merge;
pub mod migration;
pub mod network;
pub mod offer;
pub mod once;
pub mod organisation;
pub mod own_task;
pub mod paper;
pub mod partner;
pub mod partnership;
pub mod personal;
pub mod phase;
pub mod plan;
pub mod programme;
pub mod quotation;
pub mod reading;
pub mod record;
pub mod referral;
pub mod referred;
pub mod relation;
pub mod release;
pub mod request;
pub mod research;
pub mod retention;
pub mod row;
pub mod search;
pub mod session;
pub mod sight;
pub mod token;
pub mod unsent;
pub mod user;

pub use connect::Store;
pub use error::{Error, Result};
pub use key::Keys;
pub use packed::bytes;
pub use work::{Reader, Work};
