//! The layouts of both databases are one, and every column has its place on the list of personal columns.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use sqlx::{ConnectOptions, Connection, PgConnection};
use store::personal::{Why, columns};
use store::{Error, migration};
use testkit::database::{Kind, Opened, both_databases};

#[test]
fn every_migration_is_in_both_folders_and_in_the_list() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let names = |database: &str| -> BTreeSet<String> {
        let files = fs::read_dir(folder.join(database)).unwrap();
        files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect()
    };
    let listed: BTreeSet<String> = migration::names().into_iter().collect();
    assert_eq!(names("sqlite"), listed);
    assert_eq!(names("postgres"), listed);
}

#[tokio::test]
async fn both_databases_have_the_same_tables_columns_types_and_whether_they_may_be_empty() {
    let [sqlite, postgres] = layouts().await;
    assert!(sqlite.len() > 200, "the control: columns were found");
    assert_eq!(sqlite, postgres);
}

#[tokio::test]
async fn every_column_is_on_exactly_one_list_of_personal_columns() {
    let [sqlite, _] = layouts().await;
    let there: Vec<(String, String)> = sqlite.into_iter().map(|(table, column, ..)| (table, column)).collect();
    let mut listed: Vec<_> = columns().map(|(table, column, _)| (table.to_owned(), column.to_owned())).collect();
    listed.sort();
    assert_eq!(listed, there);
    for (table, column, why) in columns() {
        let key_store = ["key_epoch", "subject_key"].contains(&table);
        assert!(key_store || column.ends_with("_sealed") == (why == Why::Sealed), "{table}.{column}");
    }
}

#[tokio::test]
async fn a_store_of_a_newer_program_is_refused_and_left_as_it_is() {
    for opened in both_databases().await {
        let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
                     VALUES (9999, 'later', TRUE, '', 0)";
        let newer = if opened.database.kind == Kind::Sqlite { newer.replace("''", "x''") } else { newer.to_owned() };
        opened.database.tamper(&newer).await.unwrap();
        let Opened { store, database } = opened;
        store.close().await;
        let refused = database.try_open(&database.master).await.unwrap_err();
        assert!(matches!(refused, Error::Newer { found: 9999, .. }), "{refused}");
    }
}

/// A table, a column, its type in SQLite's words, and whether it may be empty.
type Column = (String, String, String, bool);

async fn layouts() -> [BTreeSet<Column>; 2] {
    let mut both = Vec::new();
    for opened in both_databases().await {
        both.push(match opened.database.kind {
            Kind::Sqlite => sqlite_columns(&opened).await,
            Kind::Postgres => postgres_columns(&opened).await,
        });
    }
    both.try_into().unwrap()
}

async fn sqlite_columns(opened: &Opened) -> BTreeSet<Column> {
    let mut line = opened.database.raw_sqlite().connect().await.unwrap();
    opened.database.attach(&mut line).await;
    let mut columns = BTreeSet::new();
    for schema in ["main", "keystore", "log"] {
        let rows: Vec<(String, String, String, bool)> = sqlx::query_as(
            "SELECT t.name, c.name, c.type, c.\"notnull\" = 0 FROM pragma_table_list t
             JOIN pragma_table_info(t.name, t.schema) c
             WHERE t.schema = $1 AND t.type = 'table' AND t.strict = 1",
        )
        .bind(schema)
        .fetch_all(&mut line)
        .await
        .unwrap();
        columns.extend(rows);
    }
    columns
}

async fn postgres_columns(opened: &Opened) -> BTreeSet<Column> {
    let mut line = PgConnection::connect(&opened.database.url).await.unwrap();
    let rows: Vec<Column> = sqlx::query_as(
        "SELECT table_name::text, column_name::text, CASE data_type
             WHEN 'uuid' THEN 'BLOB' WHEN 'bytea' THEN 'BLOB'
             WHEN 'bigint' THEN 'INTEGER' WHEN 'boolean' THEN 'INTEGER'
             WHEN 'text' THEN 'TEXT' WHEN 'date' THEN 'TEXT' WHEN 'timestamp with time zone' THEN 'TEXT'
             ELSE data_type END, is_nullable = 'YES'
         FROM information_schema.columns
         WHERE table_schema IN ('facts', 'keystore') AND table_name <> '_sqlx_migrations'",
    )
    .fetch_all(&mut line)
    .await
    .unwrap();
    rows.into_iter().collect()
}
