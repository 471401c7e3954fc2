//! A button of a page that did nothing: refused, or somebody changed the same meanwhile. The page is shown again and says which.

use app::Error;
use axum::http::StatusCode;
use render::words;

use crate::fault::Fault;
use crate::reader::Reader;

/// Why nothing was done.
#[derive(Debug, Default)]
pub(crate) struct Stopped {
    /// What is to be done otherwise, in words; none where somebody changed the same meanwhile.
    pub(crate) refusals: Vec<String>,
}

impl Stopped {
    /// From what went wrong.
    ///
    /// # Errors
    ///
    /// What is neither a refusal nor a change by somebody else.
    pub(crate) fn by(error: Error, reader: &Reader) -> Result<Self, Fault> {
        let refusals = match error {
            Error::Stale => Vec::new(),
            Error::Refusal(refusal) => vec![refusal],
            Error::Refusals(refusals) => refusals,
            error => return Err(reader.fault(error)),
        };
        let t = words(reader.locale);
        let text = |refusal: &domain::refusal::Refusal| format!("{}.", t.code("refusal", refusal.code.code()));
        Ok(Self { refusals: refusals.iter().map(text).collect() })
    }

    /// The answer's status.
    pub(crate) const fn status(&self) -> StatusCode {
        if self.refusals.is_empty() { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY }
    }
}
