//! *Planlagte kørsler*: what runs when, what came of it, and what failed let run again.

use domain::access::Action;
use domain::code::{JobKind, JobReason, JobState};
use domain::event::Event;
use domain::job::schedule;
use store::Reader;
use store::job::JobRow;

use super::moment;
use crate::facts::{code, maybe_code};
use crate::once::{Once, begin_change};
use crate::view::job::{JobsPage, KindLine, RunLine};
use crate::{App, Cx, Result};

/// Runs of a kind on the page.
const RUNS: i64 = 5;

/// The page. It names nobody.
///
/// # Errors
///
/// [`crate::Error::Denied`].
pub async fn page(app: &App, cx: &Cx) -> Result<JobsPage> {
    let kinds = runs(app, cx).await?;
    Ok(JobsPage { kinds, sees_citizens: cx.could_at_all(Action::ListAllCitizens) })
}

/// Each kind with its next moment and its last runs.
///
/// # Errors
///
/// [`crate::Error::Denied`].
pub async fn runs(app: &App, cx: &Cx) -> Result<Vec<KindLine>> {
    let grant = cx.may_at_all(Action::KeepJobs)?;
    let mut reader = app.store().read(&grant).await?;
    let mut kinds = Vec::with_capacity(JobKind::ALL.len());
    for kind in JobKind::ALL {
        kinds.push(line(cx, &mut reader, *kind).await?);
    }
    Ok(kinds)
}

async fn line(cx: &Cx, reader: &mut Reader, kind: JobKind) -> Result<KindLine> {
    let rows = reader.jobs_of(cx.programme_id, kind, RUNS).await?;
    let runs = rows.iter().enumerate().map(|(place, row)| run(cx, row, place == 0)).collect::<Result<_>>()?;
    let next = schedule(kind).next(cx.now, &cx.zone).map(|next| cx.local(next));
    Ok(KindLine { kind, next, runs })
}

fn run(cx: &Cx, row: &JobRow, is_latest: bool) -> Result<RunLine> {
    let state = code(JobState::parse, &row.state)?;
    Ok(RunLine {
        id: row.due_at.timestamp(),
        due: cx.local(row.due_at),
        state,
        tries: row.tries,
        reason: maybe_code(JobReason::parse, row.reason.as_deref())?,
        next_try: row.next_try_at.filter(|_| state == JobState::Failed).map(|next| cx.local(next)),
        came_to: row.came_to,
        may_run_again: is_latest && matches!(state, JobState::Failed | JobState::GivenUp),
    })
}

/// Lets a run that failed be tried again.
///
/// # Errors
///
/// [`crate::Error::Stale`] where it has not failed (any more), or a later one has taken its place.
pub async fn again(app: &App, cx: &Cx, (kind, id): (JobKind, i64), once: Once) -> Result<()> {
    let grant = cx.may_at_all(Action::KeepJobs)?;
    let moment = moment(cx.programme_id, kind, id)?;
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
    work.try_job_again(moment, cx.now).await?;
    let event = Event::JobAskedAgain { kind: kind.code().to_owned() };
    Ok(work.commit(cx.entry(event, Vec::new()), cx.now).await?)
}
