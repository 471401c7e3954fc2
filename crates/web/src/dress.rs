//! What every answer carries, and what every request must pass.
//!
//! The headers stand on pages, errors, redirects and assets alike, so that none can be forgotten on a new page.

use std::any::Any;
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use render::Locale;

use crate::api::problem::{self, Problem};
use crate::fault::Fault;
use crate::{Site, reader};

/// Nothing but our own files, no inline script or style, no frame, no form to elsewhere.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
     connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

/// The headers that are the same on every answer.
const ALWAYS: [(HeaderName, HeaderValue); 7] = [
    (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static(
            "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
             magnetometer=(), microphone=(), midi=(), payment=(), usb=(), xr-spatial-tracking=()",
        ),
    ),
];

/// Guards the request, answers it, and dresses the answer.
pub(crate) async fn dress(State(site): State<Site>, request: Request, next: Next) -> Response {
    let locale = reader::chosen(request.headers()).unwrap_or_default();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let is_asset = request.uri().path().starts_with("/assets/");
    let number = Number::next(&site);

    // A program sends its token itself and no cookie: nobody can send a form in its name.
    let program = crate::api::is_for_programs(request.uri().path()).then(|| problem::spoken(request.headers()));

    let mut answer = if program.is_some() || is_from_here(&method, request.headers()) {
        next.run(request).await
    } else {
        Fault::Origin.into_response()
    };
    if answer.status().is_client_error() || answer.status().is_server_error() {
        answer = match program {
            Some(locale) => told(answer, locale, number),
            None => explained(answer, locale, number),
        };
    }
    let status = answer.status().as_u16();
    tracing::debug!(request = %number, %method, route = route.as_ref().map_or("-", MatchedPath::as_str), status);

    let headers = answer.headers_mut();
    for (name, value) in &ALWAYS {
        // A file that is handed out has a stricter policy of its own.
        headers.entry(name).or_insert_with(|| value.clone());
    }
    if !is_asset || status >= 400 {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if site.is_behind_tls {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    answer
}

/// The page for an answer that went wrong; an answer that already has a page keeps it.
fn explained(answer: Response, locale: Locale, number: Number) -> Response {
    let is_page =
        answer.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let fault = answer.extensions().get::<Fault>().cloned();
    if is_page && fault.is_none() {
        return answer;
    }
    let fault = fault.unwrap_or_else(|| Fault::behind(answer.status()));
    if matches!(fault, Fault::Store) {
        tracing::error!(request = %number, "a request failed");
    }
    let status = answer.status();
    let mut explained = (status, Html(fault.page(locale, &number.to_string()))).into_response();
    if let Some(allow) = answer.headers().get(header::ALLOW) {
        explained.headers_mut().insert(header::ALLOW, allow.clone());
    }
    if status == StatusCode::SERVICE_UNAVAILABLE {
        explained.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    }
    explained
}

/// The problem for an answer to a program that went wrong.
fn told(answer: Response, locale: Locale, number: Number) -> Response {
    let problem = answer.extensions().get::<Problem>().cloned().unwrap_or_else(|| Problem::behind(answer.status()));
    if matches!(problem, Problem::Fault) {
        tracing::error!(request = %number, "a request failed");
    }
    let mut told = problem.told(locale, &number.to_string());
    if let Some(allow) = answer.headers().get(header::ALLOW) {
        told.headers_mut().insert(header::ALLOW, allow.clone());
    }
    told
}

/// A number for a request: the moment and a count, nothing about who. It is written out only where it is told.
#[derive(Clone, Copy, Debug)]
struct Number {
    at: i64,
    count: u64,
}

impl Number {
    fn next(site: &Site) -> Self {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        Self { at: site.now().timestamp_millis(), count: COUNT.fetch_add(1, Ordering::Relaxed) }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}-{:x}", self.at, self.count)
    }
}

/// Whether a request that can change something was sent by a page of ours.
///
/// Browsers say so in `Sec-Fetch-Site`; where they do not (no TLS, old), `Origin` must name this host. Our own
/// `Referrer-Policy: no-referrer` makes `Origin` "null" on forms, so `Sec-Fetch-Site` is asked first.
fn is_from_here(method: &Method, headers: &HeaderMap) -> bool {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return true;
    }
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin";
    }
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let host = text(header::HOST);
    let origin = text(header::ORIGIN).and_then(|origin| origin.split_once("://")).map(|(_, host)| host);
    host.is_some() && origin == host
}

/// A page that panicked: a fault like any other, told without the panic's words, which could hold a value.
pub(crate) fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    Fault::Store.into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn a_form_from_another_site_is_stopped() {
        let post = |pairs| is_from_here(&Method::POST, &headers(pairs));
        assert!(post(&[("sec-fetch-site", "same-origin")]));
        for other in ["cross-site", "same-site", "none", ""] {
            let told = [("sec-fetch-site", other), ("host", "a"), ("origin", "http://a")];
            assert!(!is_from_here(&Method::POST, &headers(&told)), "{other}");
        }
    }

    #[test]
    fn a_browser_that_does_not_say_is_judged_by_its_origin() {
        let post = |pairs| is_from_here(&Method::POST, &headers(pairs));
        assert!(post(&[("host", "a:8080"), ("origin", "http://a:8080")]));
        assert!(!post(&[("host", "a:8080"), ("origin", "http://b:8080")]));
        assert!(!post(&[("host", "a"), ("origin", "null")]));
        assert!(!post(&[("host", "a")]));
        assert!(!post(&[]));
    }
}
