//! Past the program: what somebody with the file's key, or the server's administrator, can see and do.

use std::fs;
use std::path::Path;
use std::process::Command;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgConnection, SqliteConnection};
use store::personal::{FACTS, OTHERS};
use uuid::Uuid;

use crate::database::{Database, Kind};

/// A row of the log as it lies in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogRow {
    /// Its number.
    pub seq: i64,
    /// Who: a user's id, `operator:<name>` or `visitor`.
    pub actor: String,
    /// In which role: a role's code, `operator` or `visitor`.
    pub role: String,
    /// Being what to the citizen.
    pub relation: String,
    /// What was permitted.
    pub action: String,
    /// What happened: an event's code.
    pub event: String,
    /// The event as JSON.
    pub detail: String,
    /// Whom it concerns, in order.
    pub citizens: Vec<Uuid>,
}

/// The log's columns as they are asked for.
type Columns = (i64, String, String, String, String, String, String, Option<Uuid>, Option<Vec<u8>>);

impl From<Columns> for LogRow {
    fn from((seq, actor, role, relation, action, event, detail, citizen, subjects): Columns) -> Self {
        let (several, _) = subjects.as_deref().unwrap_or_default().as_chunks::<16>();
        let citizens = citizen.into_iter().chain(several.iter().map(|id| Uuid::from_bytes(*id))).collect();
        Self { seq, actor, role, relation, action, event, detail, citizens }
    }
}

/// A line past the program.
enum Line {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

/// The rows of a statement that is the same on both databases.
macro_rules! rows {
    ($database:expr, $sql:expr) => {
        match $database.line().await {
            Line::Sqlite(mut line) => sqlx::query_as(AssertSqlSafe($sql)).fetch_all(&mut line).await,
            Line::Postgres(mut line) => sqlx::query_as(AssertSqlSafe($sql)).fetch_all(&mut line).await,
        }
        .expect("the database answers")
    };
}

impl Database {
    /// Does something to the facts.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn tamper(&self, statement: &str) -> sqlx::Result<()> {
        let statement = sqlx::raw_sql(AssertSqlSafe(statement));
        match self.line().await {
            Line::Postgres(mut line) => statement.execute(&mut line).await.map(drop),
            Line::Sqlite(mut line) => statement.execute(&mut line).await.map(drop),
        }
    }

    /// Blocks somebody of the staff from a citizen, as the coordinator's page does.
    pub async fn blocks(&self, citizen: Uuid, user: Uuid) {
        let id = |id: Uuid| match self.kind {
            Kind::Postgres => format!("'{id}'"),
            Kind::Sqlite => format!("X'{}'", id.simple()),
        };
        let text = match self.kind {
            Kind::Postgres => "DATE '2000-01-01', 'test', TIMESTAMPTZ '2000-01-01 00:00:00+00'",
            Kind::Sqlite => "'2000-01-01', 'test', '2000-01-01 00:00:00'",
        };
        let sql = format!(
            "INSERT INTO block (organisation_id, citizen_id, id, version, user_id, from_day, recorded_by, recorded_at) \
             SELECT organisation_id, id, {user}, 1, {user}, {text} FROM citizen WHERE id = {citizen} AND superseded_at IS NULL",
            user = id(user),
            citizen = id(citizen),
        );
        self.tamper(&sql).await.expect("the block is kept");
    }

    /// The log, oldest first.
    pub async fn log(&self) -> Vec<LogRow> {
        let rows: Vec<Columns> = rows!(
            self,
            "SELECT seq, actor, role, relation, action, event, detail, citizen_id, subjects FROM audit_event ORDER BY seq"
        );
        rows.into_iter().map(LogRow::from).collect()
    }

    /// The latest row of the log.
    pub async fn last_logged(&self) -> LogRow {
        self.log().await.pop().expect("something was logged")
    }

    /// A column of texts.
    pub async fn texts(&self, sql: &str) -> Vec<String> {
        let rows: Vec<(String,)> = rows!(self, sql.to_owned());
        rows.into_iter().map(|(text,)| text).collect()
    }

    /// A number.
    pub async fn number(&self, sql: &str) -> i64 {
        let rows: Vec<(i64,)> = rows!(self, sql.to_owned());
        rows.first().map(|(number,)| *number).expect("a row")
    }

    /// How many rows each table has.
    pub async fn row_counts(&self) -> Vec<(&'static str, i64)> {
        let mut counts = Vec::new();
        for table in FACTS.iter().chain(OTHERS).map(|(table, _)| *table) {
            let schema = if ["key_epoch", "subject_key"].contains(&table) { "keystore." } else { "" };
            counts.push((table, self.number(&format!("SELECT COUNT(*) FROM {schema}{table}")).await));
        }
        counts
    }

    /// Everything the database holds, as its dump: for SQLite its files without their encryption.
    pub async fn dump(&self) -> Vec<u8> {
        match self.line().await {
            Line::Postgres(_) => {
                let dump = Command::new("pg_dump").arg(&self.url).output().expect("pg_dump starts");
                assert!(dump.status.success(), "pg_dump: {}", String::from_utf8_lossy(&dump.stderr));
                dump.stdout
            }
            Line::Sqlite(mut line) => {
                let folder = tempfile::tempdir().expect("a temporary folder");
                let mut plain = Vec::new();
                for schema in ["main", "keystore", "log"] {
                    let file = folder.path().join(schema);
                    let attach = format!("ATTACH DATABASE '{}' AS plain KEY ''", file.display());
                    let export = format!("SELECT sqlcipher_export('plain', '{schema}')");
                    for statement in [attach, export, "DETACH DATABASE plain".to_owned()] {
                        sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut line).await.expect("it is exported");
                    }
                    plain.extend(fs::read(file).expect("the exported file"));
                }
                plain
            }
        }
    }

    /// How to open SQLite's data file.
    pub fn raw_sqlite(&self) -> SqliteConnectOptions {
        SqliteConnectOptions::new()
            .filename(self.folder.path().join("data.db"))
            .pragma("key", format!("\"{}\"", self.master.data_file_key().as_str()))
            .pragma("cipher_hmac_algorithm", "HMAC_SHA256")
            .pragma("cipher_default_hmac_algorithm", "HMAC_SHA256")
    }

    /// Attaches SQLite's other files to its data file.
    pub async fn attach(&self, line: &mut SqliteConnection) {
        for (attach, file, key) in [
            ("ATTACH DATABASE $1 AS keystore KEY $2", "keys.db", self.master.key_file_key()),
            ("ATTACH DATABASE $1 AS log KEY $2", "log.db", self.master.log_file_key()),
        ] {
            let path = self.folder.path().join(file).to_string_lossy().into_owned();
            sqlx::query(attach).bind(path).bind(key.as_str()).execute(&mut *line).await.expect("the file opens");
        }
    }

    async fn line(&self) -> Line {
        match self.kind {
            Kind::Postgres => {
                let mut line = PgConnection::connect(&self.url).await.expect("PostgreSQL answers");
                sqlx::raw_sql("SET search_path = facts").execute(&mut line).await.expect("the schema is there");
                Line::Postgres(line)
            }
            Kind::Sqlite => {
                let mut line = self.raw_sqlite().create_if_missing(true).connect().await.expect("the data file opens");
                self.attach(&mut line).await;
                Line::Sqlite(line)
            }
        }
    }
}

/// The names of the files in a folder that hold one of the texts.
pub fn files_with(folder: &Path, texts: &[&str]) -> Vec<String> {
    let files = fs::read_dir(folder).expect("the folder").map(|file| file.expect("a file").path());
    let holding = files.filter(|file| !found(&fs::read(file).expect("a readable file"), texts).is_empty());
    holding.map(|file| file.display().to_string()).collect()
}

/// Those of the texts that the bytes hold: as UTF-8, as UTF-16, or written as hexadecimal digits, as a dump writes bytes.
pub fn found<'t>(bytes: &[u8], texts: &[&'t str]) -> Vec<&'t str> {
    // A character a byte: the search of texts is the quick one.
    let as_text = |bytes: &[u8]| bytes.iter().copied().map(char::from).collect::<String>();
    let wide = |text: &str, turn: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(turn).collect::<Vec<u8>>();
    let hay = as_text(bytes);
    let is_there = |text: &&&str| {
        let hexadecimal: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
        hay.contains(&as_text(text.as_bytes()))
            || hay.contains(&as_text(&wide(text, u16::to_le_bytes)))
            || hay.contains(&as_text(&wide(text, u16::to_be_bytes)))
            || hay.contains(&hexadecimal)
    };
    texts.iter().filter(is_there).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_in_every_form_it_can_lie_in() {
        let text = "Sødlig æble";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let hexadecimal: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
        for bytes in [text.as_bytes(), &little, &big, hexadecimal.as_bytes()] {
            assert_eq!(found(&[b"\xff\x00", bytes, b"\xff"].concat(), &[text, "andet"]), [text]);
        }
        assert!(found("Sødlig aeble".as_bytes(), &[text]).is_empty());
    }
}
