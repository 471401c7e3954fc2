//! One statement for two databases: the open line to either, and the macros that run a statement on whichever it is.
//!
//! A statement is written once, with `$1` placeholders, and run by one of five macros:
//!
//! ```ignore
//! let rows: Vec<CourseRow> = all!(self, "SELECT id, citizen_id FROM course WHERE programme_id = $1", programme.0)?;
//! let row: Option<(i64,)> = maybe!(self, "SELECT seq FROM audit_head")?;
//! let changed: u64 = execute!(work, "UPDATE session SET seen_at = $2 WHERE token_hash = $1", &hash[..], now)?;
//! ```
//!
//! What differs between the two is a `match` on [`On`] with its reason beside it.

use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, PgPool, Postgres, Sqlite, SqliteConnection, SqlitePool, Transaction};

use crate::error::Result;
use crate::postgres;

/// The pools of an open store.
#[derive(Clone, Debug)]
pub(crate) enum Pools {
    /// Several readers and the one writer that SQLite allows.
    Sqlite {
        readers: SqlitePool,
        writer: SqlitePool,
    },
    Postgres(PgPool),
}

/// An open line to the database, in a transaction or not.
pub(crate) enum Line {
    SqliteRead(PoolConnection<Sqlite>),
    SqliteWork(Transaction<'static, Sqlite>),
    PostgresRead(PoolConnection<Postgres>),
    PostgresWork(Transaction<'static, Postgres>),
}

/// Whichever database it is.
pub(crate) enum On<'a> {
    Sqlite(&'a mut SqliteConnection),
    Postgres(&'a mut PgConnection),
}

impl Pools {
    pub(crate) async fn read(&self) -> Result<Line> {
        Ok(match self {
            Self::Sqlite { readers, .. } => Line::SqliteRead(readers.acquire().await?),
            Self::Postgres(pool) => Line::PostgresRead(pool.acquire().await?),
        })
    }

    /// Begins a transaction that may write. SQLite takes the writer's lock at once: a transaction that reads first and writes
    /// later could be refused half way.
    pub(crate) async fn write(&self) -> Result<Line> {
        Ok(match self {
            Self::Sqlite { writer, .. } => Line::SqliteWork(writer.begin_with("BEGIN IMMEDIATE").await?),
            Self::Postgres(pool) => Line::PostgresWork(pool.begin_with(postgres::BEGIN).await?),
        })
    }

    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite { readers, writer } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

impl Line {
    pub(crate) fn on(&mut self) -> On<'_> {
        match self {
            Self::SqliteRead(line) => On::Sqlite(line),
            Self::SqliteWork(line) => On::Sqlite(line),
            Self::PostgresRead(line) => On::Postgres(line),
            Self::PostgresWork(line) => On::Postgres(line),
        }
    }

    /// Commits where it is a transaction.
    pub(crate) async fn commit(self) -> Result<()> {
        match self {
            Self::SqliteWork(line) => line.commit().await?,
            Self::PostgresWork(mut line) => {
                sqlx::raw_sql(postgres::COMMIT).execute(&mut *line).await?;
                line.commit().await?;
            }
            Self::SqliteRead(_) | Self::PostgresRead(_) => {}
        }
        Ok(())
    }
}

/// Runs `$run` on the query, whichever database the line leads to.
macro_rules! run {
    ($make:ident, $run:ident, $at:expr, $sql:expr $(, $bind:expr)*) => {
        match $at.on() {
            $crate::line::On::Sqlite(line) => sqlx::$make($sql)$(.bind($bind))*.$run(line).await.map_err($crate::Error::from),
            $crate::line::On::Postgres(line) => sqlx::$make($sql)$(.bind($bind))*.$run(line).await.map_err($crate::Error::from),
        }
    };
}

/// Every row.
macro_rules! all {
    ($($part:expr),+ $(,)?) => { $crate::line::run!(query_as, fetch_all, $($part),+) };
}

/// The row, where there is one.
macro_rules! maybe {
    ($($part:expr),+ $(,)?) => { $crate::line::run!(query_as, fetch_optional, $($part),+) };
}

/// The one row; none is a fault.
macro_rules! one {
    ($($part:expr),+ $(,)?) => { $crate::line::run!(query_as, fetch_one, $($part),+) };
}

/// No rows; gives how many were changed.
macro_rules! execute {
    ($at:expr, $($part:expr),+ $(,)?) => {
        match $at.on() {
            $crate::line::On::Sqlite(line) => $crate::line::changed!(line, $($part),+),
            $crate::line::On::Postgres(line) => $crate::line::changed!(line, $($part),+),
        }
    };
}

macro_rules! changed {
    ($line:ident, $sql:expr $(, $bind:expr)*) => {
        sqlx::query($sql)$(.bind($bind))*.execute($line).await.map(|done| done.rows_affected()).map_err($crate::Error::from)
    };
}

/// A row struct whose fields stand in the order of the statement's columns.
///
/// By position, because looking twenty thousand rows' columns up by name costs more than reading them; every statement has a
/// test on both databases that would find two columns exchanged.
macro_rules! row {
    ($(#[$doc:meta])* pub struct $name:ident { $($(#[$field_doc:meta])* pub $field:ident: $type:ty),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type),+ }

        $crate::line::row!(@from sqlx::sqlite::SqliteRow, $name { $($field),+ });
        $crate::line::row!(@from sqlx::postgres::PgRow, $name { $($field),+ });
    };
    (@from $row:ty, $name:ident { $first:ident $(, $field:ident)* }) => {
        impl sqlx::FromRow<'_, $row> for $name {
            fn from_row(row: &$row) -> sqlx::Result<Self> {
                use sqlx::Row as _;
                let mut columns = 0..;
                let mut next = || columns.next().unwrap_or_default();
                Ok(Self { $first: row.try_get(next())?, $($field: row.try_get(next())?),* })
            }
        }
    };
}

pub(crate) use {all, changed, execute, maybe, one, row, run};
