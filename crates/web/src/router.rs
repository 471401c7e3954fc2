//! Every address, in the order a person meets them.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use memory_serve::CacheControl;
use tower_http::catch_panic::CatchPanicLayer;

use crate::pages::{caseload, citizen, figures, front, health, hide, language, lock, log, sign_in, unsent};
use crate::{Site, dress};

/// The largest form that is read, in bytes: a text of 100,000 letters, each written as up to twelve in a form.
const FORM: usize = 2 * 1024 * 1024;

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
        .route("/kladde", post(unsent::keep))
        .route("/kladde/kasser", post(unsent::throw_away))
        // Away from it
        .route("/skjul", get(hide::hide))
        .route("/log-ud", post(sign_in::sign_out))
        .route("/her", get(lock::here))
        .route("/laast", get(lock::form).post(lock::unlock))
        .fallback(front::nowhere)
        .layer(from_fn_with_state(site.clone(), lock::rescue))
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
