//! What the pages are made over.

use std::sync::Arc;

use app::App;
use chrono::{DateTime, Utc};
use render::document::Printer;

/// Reads the moment. The server gives the real clock or the demo's; here it is read once a request.
pub type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// What the pages are made over.
#[derive(Clone)]
pub struct Site {
    /// The use cases.
    pub app: App,
    /// The clock.
    pub clock: Clock,
    /// Whether readers come over TLS, so that they are told to stay there (HSTS).
    pub is_behind_tls: bool,
    /// Makes PDFs and pictures; `None` in a program that was built without documents, whose pages then offer no PDF.
    pub printer: Option<Printer>,
    /// Whether mails go out.
    pub mail: Mail,
}

/// Whether mails go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mail {
    /// No mail server is named: nobody is offered a mail.
    None,
    /// A demonstration: it can be chosen, and none is sent.
    Demo,
    /// They are sent.
    Sent,
}

impl Site {
    /// The moment of this request.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        (self.clock)()
    }
}

impl std::fmt::Debug for Site {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Site").field("is_behind_tls", &self.is_behind_tls).finish_non_exhaustive()
    }
}
