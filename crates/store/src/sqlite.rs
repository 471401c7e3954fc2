//! The embedded database: three files encrypted by SQLCipher under three keys (data, key store, log) in one folder of their own.
//!
//! The key store is attached to every connection as `keystore`, so that `SELECT … FROM keystore.subject_key` is the same text
//! as on PostgreSQL; the log is attached as `log`. The log has a file of its own because a connection's decrypted pages of a file
//! are void once another connection has written to that file: every page that is shown adds to the log, and would make every
//! reader decrypt the facts anew.
//!
//! **Commits are not atomic over attached files in WAL mode**: each file's commit is, but a power cut between two can keep one
//! without the other. So a person's key is committed by itself, before the first fact that is sealed under it
//! ([`crate::Store::add_keys`]): a key without facts is harmless; a fact without its key would be lost. And a change keeps its
//! log row beside the facts too, from where it is written to the log again (`audit/change.rs`).

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, SqliteConnection, SqlitePool};
use vault::MasterKey;
use zeroize::Zeroizing;

use crate::error::{Error, Result};
use crate::line::Pools;
use crate::migration;

/// Readers beside the writer at most. More than there are cores would only wake each other, and share the cache's room.
const READERS: u32 = 8;
/// Pages of the facts that all readers keep decrypted, together, in KiB: a quarter of the 100 MB of the whole process.
const CACHE_KIB: u32 = 24 * 1024;
/// The same for the writer, which needs the pages that it is changing.
const WRITER_CACHE_KIB: u32 = 6 * 1024;
/// An import holds the only writer for seconds; others wait.
const WRITER_PATIENCE: Duration = Duration::from_secs(60);

/// The names of the files in the folder.
const DATA: &str = "data.db";
const KEYS: &str = "keys.db";
const LOG: &str = "log.db";
const LOCK: &str = "store.lock";

/// Opens the files in the folder, or makes them. The file in the answer holds the folder's lock until it is dropped.
pub(crate) async fn open(folder: &Path, master: &MasterKey, make: bool) -> Result<(Pools, File)> {
    // Before SQLCipher uses it for the first time: else OpenSSL would tidy up when the process ends (ADR 13).
    openssl_sys::init();
    let files =
        Files { data: folder.join(DATA), keys: folder.join(KEYS), log: folder.join(LOG), master: master.clone() };
    if make {
        std::fs::create_dir_all(folder).map_err(|fault| file_fault(folder, &fault))?;
    } else if !files.data.exists() {
        return Err(Error::NoStore(folder.into()));
    }
    let lock = lock(folder)?;
    if make && files.data.exists() {
        return Err(Error::StorePresent(folder.display().to_string()));
    }
    if !make {
        if !files.keys.exists() {
            return Err(Error::NoKeyStore(files.keys));
        }
        if !files.log.exists() {
            return Err(Error::NoLog(files.log));
        }
        files.try_key().await?;
    }
    let writer = files.pool(1, make).await?;
    migration::run_sqlite(&mut *writer.acquire().await?).await?;
    let readers = files.pool(readers(), false).await?;
    Ok((Pools::Sqlite { readers, writer }, lock))
}

/// One reader a core, two at least, and one more: a figure over a whole programme, which takes two, must not stop every page.
fn readers() -> u32 {
    let cores = std::thread::available_parallelism().map_or(2, |cores| u32::try_from(cores.get()).unwrap_or(READERS));
    cores.clamp(2, READERS) + 1
}

/// One process at a time: SQLite would cope, but a second process would not see the first one's changes of the keys.
fn lock(folder: &Path) -> Result<File> {
    let path = folder.join(LOCK);
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(|fault| file_fault(&path, &fault))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Error::InUse(folder.into())),
        Err(TryLockError::Error(fault)) => Err(file_fault(&path, &fault)),
    }
}

fn file_fault(path: &Path, fault: &std::io::Error) -> Error {
    Error::File(path.into(), fault.to_string())
}

#[derive(Clone)]
struct Files {
    data: PathBuf,
    keys: PathBuf,
    log: PathBuf,
    master: MasterKey,
}

impl Files {
    /// Reads every file with its key before anything may write: a wrong key or a newer store leaves every byte as it was.
    async fn try_key(&self) -> Result<()> {
        for (path, key) in [
            (&self.data, self.master.data_file_key()),
            (&self.keys, self.master.key_file_key()),
            (&self.log, self.master.log_file_key()),
        ] {
            let mut line = options(path, &key).read_only(true).connect().await?;
            let read: Result<(i64,)> =
                sqlx::query_as("SELECT COUNT(*) FROM sqlite_schema").fetch_one(&mut line).await.map_err(Error::from);
            let layout = match (&read, path == &self.data) {
                (Ok(_), true) => layout(&mut line).await,
                _ => Ok(0),
            };
            line.close().await?;
            read?;
            migration::known(layout?)?;
        }
        Ok(())
    }

    async fn pool(&self, connections: u32, make: bool) -> Result<SqlitePool> {
        let files = self.clone();
        let is_writer = connections == 1;
        SqlitePoolOptions::new()
            .max_connections(connections)
            .min_connections(connections)
            .acquire_timeout(WRITER_PATIENCE)
            .idle_timeout(None)
            .max_lifetime(None)
            .test_before_acquire(false)
            .after_connect(move |line, _| {
                let files = files.clone();
                Box::pin(async move { files.prepare(line, is_writer).await })
            })
            .connect_with(options(&self.data, &self.master.data_file_key()).create_if_missing(make))
            .await
            .map_err(Error::from)
    }

    async fn prepare(&self, line: &mut SqliteConnection, is_writer: bool) -> sqlx::Result<()> {
        for (attach, path, key) in [
            ("ATTACH DATABASE $1 AS keystore KEY $2", &self.keys, self.master.key_file_key()),
            ("ATTACH DATABASE $1 AS log KEY $2", &self.log, self.master.log_file_key()),
        ] {
            sqlx::query(attach)
                .bind(path.to_string_lossy().into_owned())
                .bind(key.as_str())
                .execute(&mut *line)
                .await?;
        }
        // FULL, because NORMAL loses commits that were acknowledged when the power goes.
        sqlx::raw_sql(
            "PRAGMA journal_mode = WAL; PRAGMA keystore.journal_mode = WAL; PRAGMA log.journal_mode = WAL;
             PRAGMA synchronous = FULL; PRAGMA keystore.synchronous = FULL; PRAGMA log.synchronous = FULL;
             PRAGMA keystore.cache_size = -1024; PRAGMA log.cache_size = -1024; PRAGMA temp_store = MEMORY;",
        )
        .execute(&mut *line)
        .await?;
        let (room, rule) = if is_writer { (WRITER_CACHE_KIB, "OFF") } else { (CACHE_KIB / readers(), "ON") };
        let own = format!("PRAGMA cache_size = -{room}; PRAGMA query_only = {rule};");
        sqlx::raw_sql(AssertSqlSafe(own)).execute(&mut *line).await?;
        Ok(())
    }
}

/// The key goes first, then how pages are authenticated; nothing here reads the file yet. The page HMAC is SHA-256: as strong
/// for this as SQLCipher's SHA-512, and quicker where the processor knows it. The default is for the attached file.
fn options(path: &Path, key: &Zeroizing<String>) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .pragma("key", format!("\"{}\"", key.as_str()))
        .pragma("cipher_hmac_algorithm", "HMAC_SHA256")
        .pragma("cipher_default_hmac_algorithm", "HMAC_SHA256")
        // SQLCipher would write its own lines to standard error, past the program's log.
        .pragma("cipher_log_level", "NONE")
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(10))
        .statement_cache_capacity(256)
        .row_buffer_size(1024)
        .disable_statement_logging()
}

/// The newest layout in the file; 0 where it has none yet.
async fn layout(line: &mut SqliteConnection) -> Result<i64> {
    let table: Option<(String,)> = sqlx::query_as("SELECT name FROM sqlite_schema WHERE name = '_sqlx_migrations'")
        .fetch_optional(&mut *line)
        .await?;
    if table.is_none() {
        return Ok(0);
    }
    let (layout,): (Option<i64>,) =
        sqlx::query_as("SELECT MAX(version) FROM _sqlx_migrations").fetch_one(&mut *line).await?;
    Ok(layout.unwrap_or(0))
}
