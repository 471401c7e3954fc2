//! `/` leads each reader to their first page; every address that is none ends here too.

use axum::response::{IntoResponse, Response};

use crate::fault::Fault;
use crate::frame;
use crate::reader::{SignedIn, see_other};

/// Leads to the reader's first page.
pub(crate) async fn front(SignedIn { reader, .. }: SignedIn) -> Response {
    frame::home(&reader).map_or_else(|| Fault::NoPages(reader.role).into_response(), see_other)
}

/// An address that is no page. Who has not signed in is not even told that.
pub(crate) async fn nowhere(_: SignedIn) -> Fault {
    Fault::NotFound
}

/// A file that is none. The files are the same for everybody, so this tells nothing.
pub(crate) async fn no_asset() -> Fault {
    Fault::NotFound
}
