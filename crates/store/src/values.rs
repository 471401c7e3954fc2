//! Many rows in few statements: `INSERT … VALUES (…), (…), …` in chunks, the same text on both databases.

use std::fmt::Write;
use std::sync::Arc;

use sqlx::postgres::{PgArguments, PgRow};
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{Arguments, AssertSqlSafe, Encode, FromRow, Postgres, Sqlite, Type, query_as_with};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::line::{Line, On};

/// Rows in a full statement; what is left goes in halves of it, so that a table has few texts and each is prepared once.
const TOGETHER: usize = 128;
/// So few rows go in one statement as they are: the log's, of the pages that are shown at a time.
const FEW: usize = 16;

/// The values of a statement's `$1, $2, …`, for whichever database it is.
#[derive(Debug)]
pub(crate) struct Values {
    arguments: Kind,
    fault: Option<String>,
}

#[derive(Debug)]
enum Kind {
    Sqlite(SqliteArguments),
    Postgres(PgArguments),
}

impl Values {
    fn new(line: &Line, values: usize) -> Self {
        let arguments = match line {
            Line::SqliteRead(_) | Line::SqliteWork(_) => {
                let mut arguments = SqliteArguments::default();
                arguments.reserve(values, values * 24);
                Kind::Sqlite(arguments)
            }
            Line::PostgresRead(_) | Line::PostgresWork(_) => {
                let mut arguments = PgArguments::default();
                arguments.reserve(values, values * 24);
                Kind::Postgres(arguments)
            }
        };
        Self { arguments, fault: None }
    }

    /// Adds the next value; returns itself, so that a row reads as a chain.
    pub(crate) fn push<'t, T>(&mut self, value: T) -> &mut Self
    where
        T: Encode<'t, Sqlite> + Type<Sqlite> + Encode<'t, Postgres> + Type<Postgres>,
    {
        let added = match &mut self.arguments {
            Kind::Sqlite(arguments) => arguments.add(value),
            Kind::Postgres(arguments) => arguments.add(value),
        };
        if let Err(fault) = added {
            self.fault = Some(fault.to_string());
        }
        self
    }
}

/// Inserts rows: `insert` is the text up to `VALUES`, such as `INSERT INTO step (id, version)`; `bind` pushes one row's values in
/// the order of its columns.
pub(crate) async fn insert<R>(
    line: &mut Line,
    insert: &str,
    rows: &[R],
    mut bind: impl FnMut(&mut Values, &R),
) -> Result<()> {
    let columns = insert.matches(',').count() + 1;
    let mut left = rows;
    let mut size = TOGETHER;
    while !left.is_empty() {
        while size > left.len() {
            size = if left.len() <= FEW { left.len() } else { size / 2 };
        }
        let text: Arc<str> = text(insert, columns, size, mark(line)).into();
        while left.len() >= size {
            let (now, later) = left.split_at(size);
            let mut values = Values::new(line, columns * size);
            for row in now {
                bind(&mut values, row);
            }
            run(line, Arc::clone(&text), values).await?;
            left = later;
        }
    }
    Ok(())
}

/// How a value's place is written. SQLite finds the name of a numbered place by going through all names before it, for each
/// value again: with 1,500 values that took most of the time. A bare `?` has no name; PostgreSQL knows numbers only.
#[derive(Clone, Copy)]
enum Mark {
    Bare,
    Numbered,
}

fn mark(line: &mut Line) -> Mark {
    match line.on() {
        On::Sqlite(_) => Mark::Bare,
        On::Postgres(_) => Mark::Numbered,
    }
}

fn text(insert: &str, columns: usize, rows: usize, mark: Mark) -> String {
    let mut text = String::with_capacity(insert.len() + 8 + rows * (columns * 7 + 4));
    text.push_str(insert);
    text.push_str(" VALUES ");
    for row in 0..rows {
        if row > 0 {
            text.push_str(", ");
        }
        tuple(&mut text, row * columns, columns, mark);
    }
    text
}

/// `(?, ?)`, or `($5, $6)` after four values before.
fn tuple(text: &mut String, before: usize, values: usize, mark: Mark) {
    for value in 1..=values {
        text.push_str(if value == 1 { "(" } else { ", " });
        let _ = match mark {
            Mark::Bare => write!(text, "?"),
            Mark::Numbered => write!(text, "${}", before + value),
        };
    }
    text.push(')');
}

/// Every row of `select` (which ends in `IN`) for the ids. The list is filled up to `room` by repeating the last id, so that the
/// statement has one text.
pub(crate) async fn select_in<R>(
    line: &mut Line,
    select: &str,
    room: usize,
    ids: impl Iterator<Item = Uuid>,
) -> Result<Vec<R>>
where
    R: Send + Unpin + for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow>,
{
    let mut values = Values::new(line, room);
    let (mut count, mut last) = (0, None);
    for id in ids {
        values.push(id);
        (count, last) = (count + 1, Some(id));
    }
    let Some(last) = last else { return Ok(Vec::new()) };
    let room = if count == 1 { 1 } else { room.max(count) };
    for _ in count..room {
        values.push(last);
    }
    if let Some(fault) = values.fault {
        return Err(Error::Database(fault));
    }
    let mut text = select.to_owned();
    tuple(&mut text, 0, room, mark(line));
    let text: Arc<str> = text.into();
    Ok(match (line.on(), values.arguments) {
        (On::Sqlite(line), Kind::Sqlite(values)) => query_as_with(AssertSqlSafe(text), values).fetch_all(line).await?,
        (On::Postgres(line), Kind::Postgres(values)) => {
            query_as_with(AssertSqlSafe(text), values).fetch_all(line).await?
        }
        _ => return Err(other()),
    })
}

fn other() -> Error {
    Error::Database("values of the other database".to_owned())
}

/// Runs a text of ours with its values.
pub(crate) async fn run(line: &mut Line, text: Arc<str>, values: Values) -> Result<()> {
    if let Some(fault) = values.fault {
        return Err(Error::Database(fault));
    }
    match (line.on(), values.arguments) {
        (On::Sqlite(line), Kind::Sqlite(arguments)) => {
            sqlx::query_with(AssertSqlSafe(text), arguments).execute(line).await?;
        }
        (On::Postgres(line), Kind::Postgres(arguments)) => {
            sqlx::query_with(AssertSqlSafe(text), arguments).execute(line).await?;
        }
        _ => return Err(other()),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_numbers_its_values_row_by_row() {
        let insert = "INSERT INTO t (a, b)";
        assert_eq!(text(insert, 2, 2, Mark::Numbered), "INSERT INTO t (a, b) VALUES ($1, $2), ($3, $4)");
        assert_eq!(text(insert, 2, 2, Mark::Bare), "INSERT INTO t (a, b) VALUES (?, ?), (?, ?)");
    }
}
