//! Two lines at once: what a whole programme holds is read in two halves.

use domain::access::Grant;
use sqlx::{Database, Pool};

use crate::connect::Store;
use crate::error::Result;
use crate::line::{Line, Pools};
use crate::work::Reader;

/// A line for statements that ask, and a second one where one was free.
#[derive(Debug)]
pub struct Lines {
    /// Always there.
    pub one: Reader,
    /// Not there while everybody is reading.
    pub other: Option<Reader>,
}

impl Store {
    /// Lines for a figure over a programme. What they give may leave the program only after [`Store::look`].
    ///
    /// # Errors
    ///
    /// Where no connection came free in time.
    pub async fn read_programme(&self, grant: &Grant) -> Result<Lines> {
        let one = self.read(grant).await?;
        // Whoever holds one line does not wait for another: several who did could wait for each other.
        let other = match self.pools() {
            Pools::Sqlite { readers, .. } => readers.try_acquire().map(Line::SqliteRead),
            Pools::Postgres(pool) => spare(pool).await.map(Line::PostgresRead),
        };
        Ok(Lines { one, other: other.map(|line| Reader { line }) })
    }
}

/// A connection that is idle, or a new one where there may be more.
async fn spare<D: Database>(pool: &Pool<D>) -> Option<sqlx::pool::PoolConnection<D>> {
    match pool.try_acquire() {
        None if pool.size() < pool.options().get_max_connections() => pool.acquire().await.ok(),
        idle => idle,
    }
}
