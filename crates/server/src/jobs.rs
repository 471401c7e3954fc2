//! The loop that does what has its moment: looks, does it, and sleeps until it looks again.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use app::App;
use app::job::{Post, Runner, run_due};
use chrono::TimeDelta;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::clock::Clock;
use crate::command::PRINTER;

/// Seconds without a sign of life after which a server has lost what it was at.
pub(crate) const LEASE: u32 = 120;
/// The loop looks so often.
const EVERY: Duration = Duration::from_secs(20);
/// What the loop is at when the stop comes has this long.
const STOP_TIMEOUT: Duration = Duration::from_secs(10);

/// What a server brings along to its jobs.
pub(crate) fn runner(clock: &Clock, post: Option<Arc<dyn Post>>, public: String, lease: u32) -> Runner {
    let clock = clock.clone();
    Runner {
        clock: Arc::new(move || clock.now()),
        post,
        printer: PRINTER,
        public,
        lease: TimeDelta::seconds(i64::from(lease.max(1))),
        stopping: Arc::new(AtomicBool::new(false)),
    }
}

/// The loop, going on beside the pages.
pub(crate) struct Jobs {
    task: JoinHandle<()>,
    stop: watch::Sender<bool>,
    stopping: Arc<AtomicBool>,
}

impl Jobs {
    /// Begins the loop.
    pub(crate) fn begin(app: App, runner: Runner) -> Self {
        let stopping = Arc::clone(&runner.stopping);
        let (stop, asked) = watch::channel(false);
        Self { task: tokio::spawn(go_on(app, runner, asked)), stop, stopping }
    }

    /// Ends the loop: what it is at is brought to an end, or, where that takes too long, left for another server.
    pub(crate) async fn end(mut self) {
        self.stopping.store(true, Ordering::Relaxed);
        let _ = self.stop.send(true);
        if tokio::time::timeout(STOP_TIMEOUT, &mut self.task).await.is_err() {
            tracing::warn!("a planned run was left in the middle; it is taken up again");
            self.task.abort();
            let _ = self.task.await;
        }
    }
}

async fn go_on(app: App, runner: Runner, mut stop: watch::Receiver<bool>) {
    loop {
        match run_due(&app, &runner).await {
            Ok(ran) if ran.done + ran.failed > 0 => {
                tracing::info!(done = ran.done, failed = ran.failed, "planned runs")
            }
            Ok(_) => {}
            Err(fault) => tracing::error!(%fault, "planned runs could not be looked for"),
        }
        let sleep = EVERY.min(runner.lease.to_std().unwrap_or(EVERY));
        tokio::select! {
            () = tokio::time::sleep(sleep) => {}
            _ = stop.wait_for(|asked| *asked) => return,
        }
    }
}
