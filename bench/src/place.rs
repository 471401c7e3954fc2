//! The store to measure, and the watch to measure with.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Result;
use app::App;
use store::Store;
use vault::MasterKey;

/// Opens the store at a folder or a PostgreSQL address, or makes it there; today is the day the seeded lives are told on.
pub(crate) async fn open(place: &str, key: &str, make: bool) -> Result<App> {
    let key = Path::new(key);
    if make && !key.exists() {
        MasterKey::generate()?.write(key)?;
    }
    let master = MasterKey::read(key)?;
    let store = match (place.starts_with("postgres"), make) {
        (true, _) => Store::open_postgres(place, &master).await?,
        (false, true) => Store::create_sqlite(Path::new(place), &master).await?,
        (false, false) => Store::open_sqlite(Path::new(place), &master).await?,
    };
    Ok(App::new(store, Some(app::seed::life::told_on()))?)
}

/// The moment.
#[expect(clippy::disallowed_methods, reason = "a measurement reads the clock")]
pub(crate) fn now() -> Instant {
    Instant::now()
}

/// How long since.
pub(crate) fn since(start: Instant) -> Duration {
    now().duration_since(start)
}
