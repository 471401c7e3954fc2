//! What can go wrong with the store. No text here holds a value of a row.

use std::path::PathBuf;

use uuid::Uuid;

/// A fault of the store. Its text names files, tables and codes, never a value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// There is no store in the folder.
    #[error("there is no store in {0}")]
    NoStore(PathBuf),
    /// There is a store already.
    #[error("there is a store in {0} already")]
    StorePresent(String),
    /// The key store's file is missing beside the data.
    #[error("the key store {0} is missing; without it no sealed text can be opened")]
    NoKeyStore(PathBuf),
    /// The log's file is missing beside the data.
    #[error("the log {0} is missing; without it nobody can say who has seen what")]
    NoLog(PathBuf),
    /// Another process has the store open.
    #[error("another process uses the store in {0}; end it first")]
    InUse(PathBuf),
    /// The organisation's key is not the store's.
    #[error("the key does not open the store; nothing was changed")]
    WrongKey,
    /// A newer program has written the store.
    #[error("the store was written by a newer program (layout {found}); this program knows layouts up to {known}")]
    Newer {
        /// The store's layout.
        found: i64,
        /// The newest layout this program knows.
        known: i64,
    },
    /// A file or folder cannot be used.
    #[error("{0} cannot be used: {1}")]
    File(PathBuf, String),
    /// Somebody else recorded the same row or version first, or a name is taken.
    #[error("the row is there already: {0}")]
    Taken(String),
    /// The row that a new version was to follow is not there.
    #[error("the row to be changed is not there any more")]
    Gone,
    /// The row was changed by somebody else since the version that the new one was made from.
    #[error("the row was changed meanwhile")]
    Stale,
    /// The disk is full; nothing was half done.
    #[error("the disk is full; nothing was changed")]
    Full,
    /// A row that this program cannot have written.
    #[error("the row {row} of {table} has an impossible {column}")]
    Impossible {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The row.
        row: Uuid,
    },
    /// A person's key is missing or does not open.
    #[error("the key of {0} is missing or does not open")]
    NoDataKey(Uuid),
    /// A sealed text does not open at its place.
    #[error(transparent)]
    NotOpened(#[from] vault::NotOpened),
    /// The system gives no random bytes.
    #[error(transparent)]
    NoChance(#[from] vault::NoChance),
    /// The log is not what was written.
    #[error(transparent)]
    Broken(#[from] vault::chain::Broken),
    /// The database refused or failed.
    #[error("the database: {0}")]
    Database(String),
}

/// What the store's functions give.
pub type Result<T> = std::result::Result<T, Error>;

/// SQLite's "database or disk is full" and "file is not a database", PostgreSQL's `disk_full`.
const SQLITE_FULL: &str = "13";
const SQLITE_NOT_A_DATABASE: &str = "26";
const POSTGRES_DISK_FULL: &str = "53100";

impl From<sqlx::Error> for Error {
    /// Keeps the message and the code. PostgreSQL's `DETAIL` (which quotes values) is left behind, also for `Debug`.
    fn from(fault: sqlx::Error) -> Self {
        let sqlx::Error::Database(refusal) = &fault else { return Self::Database(fault.to_string()) };
        match refusal.code().as_deref() {
            Some(SQLITE_FULL | POSTGRES_DISK_FULL) => Self::Full,
            Some(SQLITE_NOT_A_DATABASE) => Self::WrongKey,
            _ if refusal.is_unique_violation() => Self::Taken(refusal.message().to_owned()),
            _ => Self::Database(refusal.message().to_owned()),
        }
    }
}

impl From<sqlx::migrate::MigrateError> for Error {
    fn from(fault: sqlx::migrate::MigrateError) -> Self {
        match fault {
            sqlx::migrate::MigrateError::Execute(fault) | sqlx::migrate::MigrateError::ExecuteMigration(fault, _) => {
                fault.into()
            }
            fault => Self::Database(fault.to_string()),
        }
    }
}
