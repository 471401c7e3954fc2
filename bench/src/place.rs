//! The store to measure, and the watch to measure with.

use std::path::Path;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use anyhow::Result;
use store::Store;
use vault::MasterKey;

/// Opens the store at a folder or a PostgreSQL address.
pub(crate) async fn open(place: &str, key: &str) -> Result<Store> {
    let master = MasterKey::read(Path::new(key))?;
    Ok(match place.starts_with("postgres") {
        true => Store::open_postgres(place, &master).await?,
        false => Store::open_sqlite(Path::new(place), &master).await?,
    })
}

/// The moment.
#[expect(clippy::disallowed_methods, reason = "a measurement reads the clock")]
pub(crate) fn now() -> Instant {
    Instant::now()
}

/// Nanoseconds since 1970.
#[expect(clippy::disallowed_methods, reason = "a measurement reads the clock")]
pub(crate) fn nanos() -> u128 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |passed| passed.as_nanos())
}

/// How long since.
pub(crate) fn since(start: Instant) -> Duration {
    now().duration_since(start)
}
