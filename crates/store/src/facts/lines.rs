//! Two lines at once: what a whole programme holds is read in two halves, for one figure at a time.

use std::sync::Arc;

use domain::access::Grant;
use sqlx::{Database, Pool};
use tokio::sync::OwnedSemaphorePermit;

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
    _turn: Option<OwnedSemaphorePermit>,
}

impl Store {
    /// Lines for a figure over a programme; the next figure waits until they are dropped. It would not be quicker beside this one,
    /// for this one keeps both cores busy, and all the programme's facts lie in memory meanwhile. What the lines give may leave the
    /// program only after [`Store::look`].
    ///
    /// # Errors
    ///
    /// Where no connection came free in time.
    pub async fn read_programme(&self, grant: &Grant) -> Result<Lines> {
        // Before any line is held, so that whoever waits keeps none from the pages. It is never closed, and would then keep nobody.
        let turn = Arc::clone(self.figures()).acquire_owned().await.ok();
        let one = self.read(grant).await?;
        // Nor does anybody wait for a second line who holds one.
        let other = match self.pools() {
            Pools::Sqlite { readers, .. } => readers.try_acquire().map(Line::SqliteRead),
            Pools::Postgres(pool) => spare(pool).await.map(Line::PostgresRead),
        };
        Ok(Lines { one, other: other.map(|line| Reader { line }), _turn: turn })
    }
}

/// A connection that is idle, or a new one where there may be more.
async fn spare<D: Database>(pool: &Pool<D>) -> Option<sqlx::pool::PoolConnection<D>> {
    match pool.try_acquire() {
        None if pool.size() < pool.options().get_max_connections() => pool.acquire().await.ok(),
        idle => idle,
    }
}
