//! Both databases, fresh for each test and gone after it.

use std::env;
use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{AssertSqlSafe, Connection, PgConnection};
use store::Store;
use tempfile::TempDir;
use vault::MasterKey;

/// Where tests find a PostgreSQL server on which databases may be made.
pub const POSTGRES: &str = "BROBYGGER_TEST_POSTGRES";

/// Which database a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Encrypted SQLite in a temporary folder.
    Sqlite,
    /// A PostgreSQL database of its own.
    Postgres,
}

impl Kind {
    /// Both, for a loop.
    pub const BOTH: [Self; 2] = [Self::Sqlite, Self::Postgres];
}

/// An empty place for a store; gone when dropped.
#[derive(Debug)]
pub struct Database {
    /// Which database.
    pub kind: Kind,
    /// The organisation's key.
    pub master: MasterKey,
    /// Where SQLite's files lie (empty for PostgreSQL).
    pub folder: TempDir,
    /// PostgreSQL's address (empty for SQLite).
    pub url: String,
    name: String,
}

/// An open store and its place.
#[derive(Debug)]
pub struct Opened {
    /// The store.
    pub store: Store,
    /// Its place.
    pub database: Database,
}

/// A new store on each database.
///
/// # Panics
///
/// Where there is no PostgreSQL: a test of the store never skips half of what it says.
pub async fn both_databases() -> Vec<Opened> {
    let mut both = Vec::new();
    for kind in Kind::BOTH {
        both.push(Database::new(kind).await.open().await);
    }
    both
}

/// A new store on SQLite, for tests of what lies above the store.
pub async fn sqlite() -> Opened {
    Database::new(Kind::Sqlite).await.open().await
}

impl Database {
    /// An empty place.
    pub async fn new(kind: Kind) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("brobygger_test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let mut url = String::new();
        if kind == Kind::Postgres {
            run_on_server(&[&format!("DROP DATABASE IF EXISTS {name}"), &format!("CREATE DATABASE {name}")]).await;
            let server = server();
            let (start, _) = server.rsplit_once('/').unwrap_or((&server, ""));
            url = format!("{start}/{name}");
        }
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self { kind, master: MasterKey::from_bytes([7; 32]), folder, url, name }
    }

    /// Opens the store at this place, making it where there is none.
    pub async fn open(self) -> Opened {
        let store = self.try_open(&self.master).await.expect("the store opens");
        Opened { store, database: self }
    }

    /// Tries to open the store at this place with a key, making it where there is none.
    ///
    /// # Errors
    ///
    /// Those of the store.
    pub async fn try_open(&self, master: &MasterKey) -> store::Result<Store> {
        match self.kind {
            Kind::Postgres => Store::open_postgres(&self.url, master).await,
            Kind::Sqlite if self.folder.path().join("data.db").exists() => {
                Store::open_sqlite(self.folder.path(), master).await
            }
            Kind::Sqlite => Store::create_sqlite(self.folder.path(), master).await,
        }
    }
}

impl Opened {
    /// Closes the store and opens it again.
    pub async fn reopen(self) -> Self {
        self.store.close().await;
        self.database.open().await
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if self.kind == Kind::Postgres {
            let drop = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
            // A runtime of its own, because a test's runtime cannot be waited on from inside it.
            let dropped = std::thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
                runtime.expect("a runtime").block_on(run_on_server(&[&drop]));
            });
            let _ = dropped.join();
        }
    }
}

async fn run_on_server(statements: &[&str]) {
    let mut line = PgConnection::connect(&server()).await.expect("PostgreSQL answers; run `./test store`");
    for statement in statements {
        sqlx::raw_sql(AssertSqlSafe(*statement)).execute(&mut line).await.expect("a database is made or dropped");
    }
}

fn server() -> String {
    env::var(POSTGRES)
        .unwrap_or_else(|_| panic!("no PostgreSQL to test on ({POSTGRES} is not set): run `./test store`"))
}
