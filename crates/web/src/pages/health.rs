//! `/sundhed`: whether the program answers. It holds no data and needs no session.

use axum::http::StatusCode;

/// Answers.
pub(crate) async fn health() -> StatusCode {
    StatusCode::NO_CONTENT
}
