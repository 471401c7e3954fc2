//! Documents that leave as files.

use app::Cx;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use render::document::Document;

use crate::Site;
use crate::fault::Fault;
use crate::reader::Reader;

/// The document as a PDF to keep. `name` is the file's, neutral and without its ending.
///
/// # Errors
///
/// [`Fault::NotFound`] where the program was built without documents; a fault where the typesetter fails.
pub(crate) async fn pdf(site: &Site, document: Document, name: &str) -> Result<Response, Fault> {
    let printer = site.printer.ok_or(Fault::NotFound)?;
    let bytes = made(move || (printer.pdf)(&document)).await?;
    Ok(file("application/pdf", &format!("{name}.pdf"), bytes))
}

/// One of the programme's own papers, under its logo.
///
/// # Errors
///
/// A fault of the store.
pub(crate) async fn under_logo(site: &Site, (cx, reader): (&Cx, &Reader), paper: Document) -> Result<Document, Fault> {
    let logo = app::logo::on_papers(&site.app, cx).await.map_err(|error| reader.fault(error))?;
    Ok(paper.under(logo))
}

/// The document for a word processor.
///
/// # Errors
///
/// A fault where it cannot be written.
pub(crate) async fn docx(site: &Site, document: Document, name: &str) -> Result<Response, Fault> {
    let printer = site.printer;
    let writing = move || render::docx::docx(&document, printer).map_err(|fault| fault.to_string());
    let bytes = made(writing).await?;
    Ok(file(render::docx::MEDIA, &format!("{name}.docx"), bytes))
}

/// Makes a file when it is its turn.
async fn made(make: impl FnOnce() -> Result<Vec<u8>, String> + Send + 'static) -> Result<Vec<u8>, Fault> {
    let made = app::printing::made(make).await.unwrap_or_else(|_| Err("it stopped".to_owned()));
    made.map_err(|why| {
        tracing::error!(why, "a document could not be made");
        Fault::Store
    })
}

/// The media type of a report's file, by its ending.
pub(crate) fn media(format: &str) -> &'static str {
    match format {
        "pdf" => "application/pdf",
        "docx" => render::docx::MEDIA,
        "xlsx" => render::xlsx::MEDIA,
        _ => "text/csv; charset=utf-8",
    }
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
