//! Documents that leave as files: made on threads of their own, one at a time, so that no page waits for one.

use std::sync::LazyLock;

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use render::document::Document;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::task::spawn_blocking;

use crate::Site;
use crate::fault::Fault;

/// One PDF at a time: setting one takes a processor and some memory.
static PRINTING: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(1));

/// The document as a PDF to keep. `name` is the file's, neutral and without its ending.
///
/// # Errors
///
/// [`Fault::NotFound`] where the program was built without documents; a fault where the typesetter fails.
pub(crate) async fn pdf(site: &Site, document: Document, name: &str) -> Result<Response, Fault> {
    let printer = site.printer.ok_or(Fault::NotFound)?;
    let turn = turn().await?;
    let printed = spawn_blocking(move || printer(&document)).await.unwrap_or_else(|_| Err("it stopped".to_owned()));
    drop(turn);
    let bytes = printed.map_err(|why| {
        tracing::error!(why, "a document could not be set");
        Fault::Store
    })?;
    Ok(file("application/pdf", &format!("{name}.pdf"), bytes))
}

/// One's turn to print, for a use case that prints by itself.
///
/// # Errors
///
/// [`Fault::NotFound`] where nothing is printed any more.
pub(crate) async fn turn() -> Result<SemaphorePermit<'static>, Fault> {
    PRINTING.acquire().await.map_err(|_| Fault::NotFound)
}

/// The document for a word processor.
///
/// # Errors
///
/// A fault where it cannot be written.
pub(crate) fn docx(document: &Document, name: &str) -> Result<Response, Fault> {
    let bytes = render::docx::docx(document).map_err(|fault| {
        tracing::error!(%fault, "a document could not be written");
        Fault::Store
    })?;
    Ok(file(render::docx::MEDIA, &format!("{name}.docx"), bytes))
}

/// A file with a neutral name.
pub(crate) fn file(media: &'static str, name: &str, body: impl Into<axum::body::Bytes>) -> Response {
    let named = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(media)),
        (header::CONTENT_DISPOSITION, named.unwrap_or(HeaderValue::from_static("attachment"))),
    ];
    (headers, body.into()).into_response()
}
