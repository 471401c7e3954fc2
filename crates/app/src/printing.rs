//! Documents are made one at a time, on a thread of their own: setting one takes a processor and some memory, and no page waits for it.

use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use crate::Result;

static PRINTING: Semaphore = Semaphore::const_new(1);

/// What `make` gives, when its turn has come. The turn is over when it is made, also where whoever asked has gone meanwhile. What is made here asks for
/// nothing else to be.
///
/// # Errors
///
/// A fault where making it ended in a panic.
pub async fn made<T: Send + 'static>(make: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let turn = PRINTING.acquire().await.map_err(|_| crate::facts::impossible("document"))?;
    let making = move || {
        let made = make();
        drop(turn);
        made
    };
    spawn_blocking(making).await.map_err(|_| crate::facts::impossible("document"))
}
