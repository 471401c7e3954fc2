//! The layouts of the store, in order: one file for each database, same number and name.
//!
//! To add one: a file in `migrations/sqlite` and in `migrations/postgres`, a line here, and each new column's line in
//! `personal.rs`. A migration that has been released is never edited.

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{PgConnection, SqlSafeStr, SqliteConnection};

use crate::error::{Error, Result};

macro_rules! layouts {
    ($($number:literal $name:literal),+ $(,)?) => {
        /// Number, name, SQLite's text, PostgreSQL's text.
        const LAYOUTS: &[(i64, &str, &str, &str)] = &[$((
            $number,
            $name,
            include_str!(concat!("../migrations/sqlite/", $name, ".sql")),
            include_str!(concat!("../migrations/postgres/", $name, ".sql")),
        )),+];
    };
}

layouts! {
    1 "0001_facts",
    2 "0002_working_day",
    3 "0003_desk",
    4 "0004_partner",
    5 "0005_record",
    6 "0006_job",
    7 "0007_setup",
    8 "0008_release",
    9 "0009_research",
    10 "0010_api",
    11 "0011_figures",
    12 "0012_quotation",
}

/// The newest layout this program knows.
pub(crate) fn newest() -> i64 {
    LAYOUTS.iter().map(|layout| layout.0).max().unwrap_or(0)
}

/// The names of the layouts' files, for the test that compares them with the folders.
pub fn names() -> Vec<String> {
    LAYOUTS.iter().map(|layout| format!("{}.sql", layout.1)).collect()
}

pub(crate) async fn run_sqlite(line: &mut SqliteConnection) -> Result<()> {
    Ok(migrator(|layout| layout.2).run(line).await?)
}

pub(crate) async fn run_postgres(line: &mut PgConnection) -> Result<()> {
    Ok(migrator(|layout| layout.3).run(line).await?)
}

/// Refuses a store that a newer program has written.
pub(crate) fn known(found: i64) -> Result<()> {
    let known = newest();
    if found > known { Err(Error::Newer { found, known }) } else { Ok(()) }
}

fn migrator(text: impl Fn(&(i64, &'static str, &'static str, &'static str)) -> &'static str) -> Migrator {
    let layouts = LAYOUTS.iter().map(|layout| {
        Migration::new(layout.0, layout.1.into(), MigrationType::Simple, text(layout).into_sql_str(), false)
    });
    Migrator::with_migrations(layouts.collect())
}
