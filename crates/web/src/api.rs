//! `/api/v1`: the figures for programs, as the JSON that `brobygger report` prints. Who reads comes in with a token (`Authorization:
//! Bearer …`) that the coordinator made under *Adgang for programmer*; there is no cookie, and what goes wrong is an RFC 9457 problem.
//!
//! `releases.rs` gives the locked reports, `problem.rs` is what went wrong, `ask.rs` what the address asks for, `document.rs` the OpenAPI description over the shapes in `shape.rs`.
//! A new figure needs its shape; a test fails where it has none or another.

mod ask;
mod document;
pub(crate) mod problem;
mod releases;
mod shape;

use app::token::program::{self, Turned};
use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::request::Parts;
use axum::http::{Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::report::{Report, Span};
use render::Locale;
use serde_json::{Value, json};

pub use self::document::description;
use self::problem::{Problem, spoken};
use crate::Site;

/// Where the reports are.
const REPORTS: &str = "/api/v1/reports";

/// The addresses, below `/api`.
pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route("/v1/reports", get(reports))
        .route("/v1/reports/{name}", get(report))
        .route("/v1/releases", get(releases::list))
        .route("/v1/releases/{id}", get(releases::one))
        .route("/v1/releases/{id}/{format}", get(releases::file))
        .route("/v1/openapi.json", get(openapi))
        .fallback(nowhere)
}

/// Whether an address is one for programs.
pub(crate) fn is_for_programs(path: &str) -> bool {
    path.strip_prefix("/api").is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The reports that are for programs: those that list nobody.
pub(crate) fn open_reports() -> impl Iterator<Item = Report> {
    Report::ALL.iter().copied().filter(|report| !report.lists_persons())
}

/// The parameters of a report's address.
pub(crate) const fn parameters(report: Report) -> &'static [&'static str] {
    match report.span() {
        Span::Day => &["as_of"],
        Span::Period => &["as_of", "from", "to"],
    }
}

/// A program that has come in.
struct Program {
    cx: app::Cx,
}

impl FromRequestParts<Site> for Program {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Problem> {
        if parts.uri.path_and_query().is_some_and(|address| address.as_str().len() > ask::LONGEST) {
            return Err(Problem::TooLong);
        }
        let sent = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let (scheme, token) = sent.and_then(|sent| sent.trim().split_once(' ')).ok_or(Problem::NoToken)?;
        if !scheme.eq_ignore_ascii_case("bearer") {
            return Err(Problem::NoToken);
        }
        match program::come_in(&site.app, site.now(), token.trim(), spoken(&parts.headers)).await? {
            Ok(cx) => Ok(Self { cx }),
            Err(Turned::Unknown) => Err(Problem::WrongToken),
            Err(Turned::TooOften(seconds)) => Err(Problem::TooOften(seconds)),
        }
    }
}

/// The reports that the program may read, with what each counts.
async fn reports(Program { cx }: Program, uri: Uri) -> Result<Response, Problem> {
    ask::nothing(&uri).map_err(Problem::Refused)?;
    let reports: Vec<Value> = open_reports()
        .filter(|report| app::report::may_read(&cx, *report))
        .map(|report| told(report, cx.locale))
        .collect();
    let list = json!({
        "programme": cx.locale.of(&cx.programme.title),
        "today": cx.today,
        "reports": reports,
    });
    Ok(answer(format!("{list:#}\n")))
}

fn told(report: Report, locale: Locale) -> Value {
    json!({
        "name": report.name(),
        "title": render::report::title(report, locale),
        "summary": render::report::one_line(report, locale),
        "definition": render::report::definition(report, locale),
        "parameters": parameters(report),
        "address": format!("{REPORTS}/{}", report.name()),
    })
}

/// A report.
async fn report(
    Program { cx }: Program,
    State(site): State<Site>,
    name: Result<Path<String>, PathRejection>,
    uri: Uri,
) -> Result<Response, Problem> {
    let name = name.map_err(|_| Problem::NotFound)?;
    let report = Report::named(&name).ok_or(Problem::NotFound)?;
    if report.lists_persons() {
        return Err(Problem::Persons);
    }
    let ask = ask::read(report, &uri).map_err(Problem::Refused)?;
    let figure = app::report::report(&site.app, &cx, report, ask).await?;
    Ok(answer(app::report::json(&figure)))
}

/// The OpenAPI description.
async fn openapi(Program { cx }: Program, uri: Uri) -> Result<Response, Problem> {
    ask::nothing(&uri).map_err(Problem::Refused)?;
    Ok(answer(description(cx.locale)))
}

/// An address that is none. Who has not come in is not even told that.
async fn nowhere(_: Program) -> Problem {
    Problem::NotFound
}

fn answer(text: String) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], text).into_response()
}
