//! What can go wrong in a use case.

use domain::access::Denied;
use domain::refusal::Refusal;

/// Why a use case ended without its answer.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or its existence is not for this reader: the two look alike on purpose.
    #[error("not found")]
    NotFound,
    /// The reader may not do this.
    #[error("not permitted")]
    Denied,
    /// What was asked goes against a rule; the code's words are in `locales/`, for the page to put beside the field.
    #[error("refused: {}", .0.code.code())]
    Refusal(Refusal),
    /// What was asked goes against rules: every refusal at once, each beside its field.
    #[error("refused")]
    Refusals(Vec<Refusal>),
    /// Somebody changed it meanwhile; nothing was saved, and the page shows both versions.
    #[error("changed meanwhile")]
    Stale,
    /// What was asked cannot be done, in a sentence for the operator that says what to do and holds no personal value.
    #[error("{0}")]
    Refused(String),
    /// The store or a key failed.
    #[error(transparent)]
    Store(store::Error),
}

impl From<store::Error> for Error {
    fn from(fault: store::Error) -> Self {
        match fault {
            store::Error::Stale | store::Error::Gone => Self::Stale,
            fault => Self::Store(fault),
        }
    }
}

impl From<Vec<Refusal>> for Error {
    fn from(refusals: Vec<Refusal>) -> Self {
        Self::Refusals(refusals)
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refusal(refusal)
    }
}

/// What a use case gives.
pub type Result<T> = std::result::Result<T, Error>;

impl From<Denied> for Error {
    fn from(_: Denied) -> Self {
        Self::Denied
    }
}
