//! The locked reports for programs: which there are, what each told its recipient, and its files, the same to the byte (R21). What waits to be
//! locked or was turned down is for nobody outside.

use app::release::{self, json};
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{Uri, header};
use axum::response::{IntoResponse, Response};
use domain::code::ReleaseState;
use uuid::Uuid;

use super::problem::Problem;
use super::{Program, answer, ask};
use crate::Site;
use crate::printed::media;

/// Where the locked reports are.
pub(super) const RELEASES: &str = "/api/v1/releases";

/// The locked reports, the latest first.
pub(super) async fn list(program: Program, State(site): State<Site>, uri: Uri) -> Result<Response, Problem> {
    ask::nothing(&uri).map_err(Problem::Refused)?;
    let page = release::overview(&site.app, &program.cx).await?;
    let locked = page.releases.iter().filter(|line| line.kept.says().state == ReleaseState::Locked);
    Ok(answer(format!("{:#}\n", json::of_lines(locked))))
}

/// A locked report.
pub(super) async fn one(
    program: Program,
    State(site): State<Site>,
    id: Result<Path<String>, PathRejection>,
    uri: Uri,
) -> Result<Response, Problem> {
    ask::nothing(&uri).map_err(Problem::Refused)?;
    let Path(id) = id.map_err(|_| Problem::NotFound)?;
    let page = release::one(&site.app, &program.cx, known(&id)?).await?;
    match page.line.kept.says().state {
        ReleaseState::Locked => Ok(answer(format!("{:#}\n", json::of_page(&page)))),
        ReleaseState::Proposed | ReleaseState::TurnedDown => Err(Problem::NotFound),
    }
}

/// A file of a locked report.
pub(super) async fn file(
    program: Program,
    State(site): State<Site>,
    path: Result<Path<(String, String)>, PathRejection>,
    uri: Uri,
) -> Result<Response, Problem> {
    ask::nothing(&uri).map_err(Problem::Refused)?;
    let Path((id, format)) = path.map_err(|_| Problem::NotFound)?;
    let (_, bytes) =
        release::file(&site.app, &program.cx, known(&id)?, &format).await.map_err(|error| match error {
            // It is not locked, so there is nothing to have.
            app::Error::Refusal(_) => Problem::NotFound,
            other => other.into(),
        })?;
    Ok(([(header::CONTENT_TYPE, media(&format))], bytes).into_response())
}

fn known(id: &str) -> Result<Uuid, Problem> {
    id.parse().map_err(|_| Problem::NotFound)
}
