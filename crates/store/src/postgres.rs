//! The big installation: one PostgreSQL database, facts in schema `facts`, keys in schema `keystore`.
//!
//! Two schemas, so that data and keys are dumped apart (`pg_dump --schema=facts`).

use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions, Connection, PgConnection};
use vault::{EpochKey, MasterKey};

use crate::error::{Error, Result};
use crate::line::Pools;
use crate::migration;

/// More would not do more on a few cores, only take turns: a page would wait for many others instead of for those before it.
const CONNECTIONS: u32 = 5;

/// How a transaction that may write begins and is committed.
///
/// Every change takes the log's head, which the next one waits for. Were it held until the disk has the commit, changes would go
/// to disk one by one. So the transaction itself commits without waiting, which lets the next one in, and a message into the
/// write-ahead log behind it waits for the disk (and for a standby, where one is to confirm): nothing is answered before that, and
/// whoever waits at the same time shares one disk sync. What is lost in a crash was answered to nobody, and what was read of it
/// neither, for a read's log row lies further on in the same log.
///
/// The last `BEGIN` is for sqlx, which commits a transaction that it knows of.
pub(crate) const BEGIN: &str = "BEGIN; SET LOCAL synchronous_commit TO off";
pub(crate) const COMMIT: &str = "COMMIT; SELECT pg_logical_emit_message(true, 'brobygger', ''); BEGIN";

const PAUSE: Duration = Duration::from_secs(5);
/// One program at a time changes the layout; the number is arbitrary and fixed.
const LAYOUT_LOCK: i64 = 0x6272_6f62_7967;

/// Opens the database, makes the schemas in an empty one, and brings the layout up to date.
pub(crate) async fn open(url: &str, master: &MasterKey) -> Result<Pools> {
    // The parser's own message quotes the address, and with it the password.
    let options = PgConnectOptions::from_str(url)
        .map_err(|_| Error::Database("the address is none of a PostgreSQL database".to_owned()))?
        // Days are packed into text by statements that run on both databases: they must look as SQLite keeps them.
        .options([("search_path", "facts"), ("datestyle", "ISO")])
        .application_name("brobygger")
        .statement_cache_capacity(256)
        .disable_statement_logging();
    let pool = PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(Duration::from_secs(60))
        .test_before_acquire(false)
        // A ping costs a page a round trip; after a pause it is worth it, for the server may have been restarted.
        .before_acquire(|line, meta| {
            Box::pin(async move {
                if meta.idle_for > PAUSE {
                    line.ping().await?;
                }
                Ok(true)
            })
        })
        .connect_with(options)
        .await?;
    let mut line = pool.acquire().await?;
    sqlx::query("SELECT pg_advisory_lock($1)").bind(LAYOUT_LOCK).execute(&mut *line).await?;
    let ready = prepare(&mut line, master).await;
    sqlx::query("SELECT pg_advisory_unlock($1)").bind(LAYOUT_LOCK).execute(&mut *line).await?;
    ready?;
    drop(line);
    Ok(Pools::Postgres(pool))
}

/// The key is tried before anything is changed: here the database itself is not encrypted under it and would not object.
async fn prepare(line: &mut PgConnection, master: &MasterKey) -> Result<()> {
    if has(line, "keystore.key_epoch").await? {
        let newest: Option<(i64, Vec<u8>)> =
            sqlx::query_as("SELECT epoch, wrapped FROM keystore.key_epoch ORDER BY epoch DESC LIMIT 1")
                .fetch_optional(&mut *line)
                .await?;
        if let Some((epoch, wrapped)) = newest {
            EpochKey::unwrap(master, epoch, &wrapped).map_err(|_| Error::WrongKey)?;
        }
    }
    if has(line, "facts._sqlx_migrations").await? {
        let (layout,): (Option<i64>,) =
            sqlx::query_as("SELECT MAX(version) FROM facts._sqlx_migrations").fetch_one(&mut *line).await?;
        migration::known(layout.unwrap_or(0))?;
    }
    sqlx::raw_sql("CREATE SCHEMA IF NOT EXISTS facts; CREATE SCHEMA IF NOT EXISTS keystore;")
        .execute(&mut *line)
        .await?;
    migration::run_postgres(line).await
}

async fn has(line: &mut PgConnection, table: &str) -> Result<bool> {
    let (found,): (bool,) =
        sqlx::query_as("SELECT to_regclass($1) IS NOT NULL").bind(table).fetch_one(&mut *line).await?;
    Ok(found)
}
