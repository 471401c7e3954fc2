//! Every address, in the order a person meets them.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use memory_serve::CacheControl;
use tower_http::catch_panic::CatchPanicLayer;

use crate::pages::{caseload, citizen, figures, front, health, hide, language, log, sign_in};
use crate::{Site, dress};

/// The largest form that is read, in bytes; no form here is longer than a few lines.
const FORM: usize = 64 * 1024;

/// The pages.
pub fn router(site: Site) -> Router {
    Router::new()
        // Before somebody has signed in
        .route("/log-ind", get(sign_in::form).post(sign_in::sign_in))
        .route("/sprog", post(language::switch))
        .route("/sundhed", get(health::health))
        .nest("/assets", assets())
        // The work
        .route("/", get(front::front))
        .route("/mine-borgere", get(caseload::own))
        .route("/borgere", get(caseload::programme))
        .route("/borger/{citizen}", get(citizen::citizen))
        .route("/borger/{citizen}/forseglet", post(citizen::open_sealed))
        .route("/noegletal", get(figures::figures))
        .route("/log", get(log::log))
        // Away from it
        .route("/skjul", get(hide::hide))
        .route("/log-ud", post(sign_in::sign_out))
        .fallback(front::nowhere)
        .layer(CatchPanicLayer::custom(dress::panicked))
        .layer(DefaultBodyLimit::max(FORM))
        .layer(from_fn_with_state(site.clone(), dress::dress))
        .with_state(site)
}

/// Style sheets, fonts and symbols: the same for everybody, kept by the browser and asked after by their tag.
fn assets() -> Router<Site> {
    memory_serve::load!()
        .index_file(None)
        .cache_control(CacheControl::Custom("public, max-age=3600"))
        .into_router()
        .fallback(front::no_asset)
}
