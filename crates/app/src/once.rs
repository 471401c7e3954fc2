//! Pressed twice, done once: how every use case that a form can send begins to write.
//!
//! ```ignore
//! let id = cx.new_id()?;                                    // what is made
//! let mut work = match begin(app, cx, grant, once, Some(id)).await? {
//!     Begun::Fresh(work) => work,
//!     Begun::Before(made) => return Ok(made.into()),        // the same answer as the first time
//! };
//! work.add_contacts(…).await?;
//! work.commit(cx.entry(…), cx.now).await?;
//! ```

use domain::access::Grant;
use store::Work;
use uuid::Uuid;

use crate::{App, Cx, Result};

/// The key that a form carries: made when the page is, sent with the form, good for one effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Once(pub Uuid);

/// A transaction begun for a form.
pub(crate) enum Begun {
    /// The form is sent for the first time.
    Fresh(Work),
    /// The form was sent before, and this is the id of what it made (nil where it made none).
    Before(Uuid),
}

/// Begins to write for a form that will make `outcome`.
///
/// # Errors
///
/// A fault of the store.
pub(crate) async fn begin(app: &App, cx: &Cx, grant: Grant, once: Once, outcome: Option<Uuid>) -> Result<Begun> {
    let mut work = app.store().begin(grant).await?;
    Ok(match work.claim(once.0, outcome, cx.now).await? {
        None => Begun::Fresh(work),
        Some(made) => Begun::Before(made.unwrap_or(Uuid::nil())),
    })
}

/// As [`begin`], for use cases that make nothing with an id: `None` where the form was sent before.
///
/// # Errors
///
/// A fault of the store.
pub(crate) async fn begin_change(app: &App, cx: &Cx, grant: Grant, once: Once) -> Result<Option<Work>> {
    Ok(match begin(app, cx, grant, once, None).await? {
        Begun::Fresh(work) => Some(work),
        Begun::Before(_) => None,
    })
}

impl Cx {
    /// A key for a form that is being laid out.
    ///
    /// # Errors
    ///
    /// Where the system gives no random bytes.
    pub fn form_key(&self) -> Result<Once> {
        self.new_id().map(Once)
    }
}
