//! What the program does by itself: each kind at its moments (`domain/src/job.rs`), once however many servers there are.
//!
//! [`run_due`] does what has its moment and is called again and again by the server. A try is claimed in the store for a while; a
//! server that stops in the middle loses its claim, and another goes on. To add a kind: its arm in [`perform`].

mod page;
mod post;

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use domain::access::{Action, Actor, Grant, Relation, decide};
use domain::code::{DigestRhythm, JobKind, JobReason, JobState};
use domain::event::Event;
use domain::id::ProgrammeId;
use domain::job::{FURTHEST_DAYS, TRIES, pause_after, schedule, sends_mail};
use render::Locale;
use render::document::Printer;
use store::job::{Claim, Ending, JobRow, Moment};

use crate::cx::new_id;
use crate::release;
use crate::{App, Cx, Error, Result, digest, retention};

pub use page::{again, page, runs};
pub use post::{Letter, Post, PostFault, Sending};

/// Runs and the mails they sent are remembered this long.
const RUNS_KEPT: TimeDelta = TimeDelta::days(90);
/// Links and screens that were given to citizens are remembered this long after they ended.
const TASKS_KEPT: TimeDelta = TimeDelta::days(30);
/// Form keys are remembered this long, as at a sign-in.
const FORMS_KEPT: TimeDelta = TimeDelta::days(3);

/// What a server brings along.
#[derive(Clone)]
pub struct Runner {
    /// Reads the moment.
    pub clock: Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>,
    /// The way to the mail server, where one is named.
    pub post: Option<Arc<dyn Post>>,
    /// What sets a report as PDF, where the program was built with it.
    pub printer: Option<Printer>,
    /// The address that mails lead to.
    pub public: String,
    /// How long a claim holds without a sign of life.
    pub lease: TimeDelta,
    /// Set when the server is asked to stop.
    pub stopping: Arc<AtomicBool>,
}

impl Runner {
    /// The moment.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        (self.clock)()
    }

    /// Whether the server is asked to stop.
    pub(crate) fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Relaxed)
    }
}

impl fmt::Debug for Runner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Runner").field("mails", &self.post.is_some()).finish_non_exhaustive()
    }
}

/// What came of the jobs that had their moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ran {
    /// Runs that are done.
    pub done: u32,
    /// Runs that failed.
    pub failed: u32,
}

/// A try that this server has claimed.
pub(crate) struct At<'a> {
    pub(crate) cx: &'a Cx,
    pub(crate) grant: &'a Grant,
    pub(crate) runner: &'a Runner,
    pub(crate) claim: Claim,
}

impl At<'_> {
    /// Keeps the claim for another while.
    ///
    /// # Errors
    ///
    /// [`Error::Stale`] where another server has taken over.
    pub(crate) async fn keep(&self, app: &App) -> Result<()> {
        let until = self.runner.now() + self.runner.lease;
        if app.store().keep_claim(self.grant, &self.claim, until).await? { Ok(()) } else { Err(Error::Stale) }
    }
}

/// Does what has its moment, in every programme.
///
/// # Errors
///
/// A fault of the store before a run was claimed; what goes wrong in a run is kept with the run.
pub async fn run_due(app: &App, runner: &Runner) -> Result<Ran> {
    let grant = decide(&Actor::Job, Action::RunJobs, Relation::NoCitizen, None)?;
    let mut reader = app.store().read(&grant).await?;
    let programmes = reader.programmes().await?;
    let known = reader.jobs_since(runner.now() - TimeDelta::days(i64::from(FURTHEST_DAYS))).await?;
    drop(reader);
    let mut ran = Ran::default();
    for row in &programmes {
        let cx = match app.cx_of(Actor::Job, row, runner.now(), Locale::default()) {
            Ok(cx) => cx,
            Err(fault) => {
                tracing::error!(%fault, "a programme's jobs cannot be run");
                continue;
            }
        };
        for kind in JobKind::ALL {
            if runner.is_stopping() {
                return Ok(ran);
            }
            if sends_mail(*kind) && runner.post.is_none() {
                continue;
            }
            let Some(claim) = claimed(app, &cx, &grant, runner, &known, *kind).await? else { continue };
            let at = At { cx: &cx, grant: &grant, runner, claim };
            match run(app, &at).await {
                Ok(JobState::Done) => ran.done += 1,
                Ok(_) => ran.failed += 1,
                Err(Error::Stale) => tracing::warn!("a run was taken over by another server"),
                Err(fault) => {
                    tracing::error!(%fault, "how a run ended could not be kept");
                    ran.failed += 1;
                }
            }
        }
    }
    Ok(ran)
}

/// The kind's last moment, where this server gets it.
async fn claimed(
    app: &App,
    cx: &Cx,
    grant: &Grant,
    runner: &Runner,
    known: &[JobRow],
    kind: JobKind,
) -> Result<Option<Claim>> {
    let now = runner.now();
    let Some(due) = schedule(kind).last(now, &cx.zone) else { return Ok(None) };
    let moment = Moment { programme: cx.programme_id, kind, due };
    let is_this = |row: &&JobRow| row.programme == cx.programme_id.0 && row.kind == kind.code() && row.due_at == due;
    if known.iter().find(is_this).is_some_and(|row| !row.is_free(now)) {
        return Ok(None);
    }
    Ok(app.store().claim_job(grant, moment, new_id(now)?, (now, now + runner.lease)).await?)
}

/// Tries a run and keeps how it ended.
async fn run(app: &App, at: &At<'_>) -> Result<JobState> {
    let kind = at.claim.moment.kind;
    // A server that stops in the middle each time must not be let do so for ever.
    let outcome = if at.claim.tries > TRIES { Ok((0, Some(JobReason::Interrupted))) } else { perform(app, at).await };
    let (came_to, reason) = match outcome {
        Ok(outcome) => outcome,
        Err(Error::Stale) => return Err(Error::Stale),
        Err(fault) => {
            tracing::error!(%fault, kind = kind.code(), "a run failed");
            (0, Some(JobReason::Fault))
        }
    };
    let now = at.runner.now();
    let next_try = reason.and_then(|_| pause_after(at.claim.tries)).map(|pause| now + pause);
    let state = match (reason, next_try) {
        (None, _) => JobState::Done,
        (Some(_), Some(_)) => JobState::Failed,
        (Some(_), None) => JobState::GivenUp,
    };
    let mut work = app.store().begin(at.grant.clone()).await?;
    work.end_job(&at.claim, &Ending { state, reason, next_try, came_to }, now).await?;
    let event = Event::JobRan { kind: kind.code().to_owned(), state: state.code().to_owned(), count: came_to };
    work.commit(at.cx.entry(event, Vec::new()), now).await?;
    Ok(state)
}

/// Does what the kind is; gives what it came to, and why it is not done where it is not.
async fn perform(app: &App, at: &At<'_>) -> Result<(i64, Option<JobReason>)> {
    match at.claim.moment.kind {
        JobKind::DailyDigest => digest::send(app, at, DigestRhythm::Daily).await,
        JobKind::WeeklyDigest => digest::send(app, at, DigestRhythm::Weekly).await,
        JobKind::Retention => {
            let proposed = retention::proposals(app, at.cx, at.grant).await?.len();
            Ok((i64::try_from(proposed).unwrap_or(i64::MAX), None))
        }
        JobKind::Tidy => tidy(app, at).await,
        JobKind::Reports => release::prepare(app, at).await,
    }
}

/// Forgets what has ended: of every programme, for it belongs to none.
async fn tidy(app: &App, at: &At<'_>) -> Result<(i64, Option<JobReason>)> {
    let now = at.runner.now();
    let mut work = app.store().begin(at.grant.clone()).await?;
    let gone = work.forget_ended_sessions(now).await?
        + work.forget_claims(now - FORMS_KEPT).await?
        + work.forget_own_tasks(now - TASKS_KEPT).await?
        + work.forget_jobs(now - RUNS_KEPT).await?;
    let count = i64::try_from(gone).unwrap_or(i64::MAX);
    let event = Event::Tidied { rows: count };
    work.commit(at.cx.entry(event, Vec::new()), now).await?;
    Ok((count, None))
}

/// A moment from what a form says of it.
pub(crate) fn moment(programme: ProgrammeId, kind: JobKind, seconds: i64) -> Result<Moment> {
    Ok(Moment { programme, kind, due: DateTime::from_timestamp(seconds, 0).ok_or(Error::NotFound)? })
}
