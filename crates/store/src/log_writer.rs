//! The one writer of reads' log rows: collects what waits and commits it together.
//!
//! While one commit waits for the disk, the next readers' rows gather; so under load a page costs a share of one disk sync,
//! and when idle a page waits for one.

use std::fmt;

use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;
use vault::ChainKey;

use crate::audit;
use crate::draft::Draft;
use crate::error::{Error, Result};
use crate::line::Pools;

/// The most readers whose rows are committed together.
const TOGETHER: usize = 64;

pub(crate) struct LogWriter {
    waiting: mpsc::Sender<Waiting>,
    task: JoinHandle<()>,
}

struct Waiting {
    drafts: Vec<Draft>,
    done: oneshot::Sender<Result<()>>,
}

impl LogWriter {
    pub(crate) fn start(pools: Pools, chain: ChainKey) -> Self {
        let (waiting, queue) = mpsc::channel(TOGETHER * 4);
        Self { waiting, task: tokio::spawn(write(pools, chain, queue)) }
    }

    pub(crate) async fn append(&self, drafts: Vec<Draft>) -> Result<()> {
        let stopped = || Error::Database("the log's writer has stopped".to_owned());
        let (done, answer) = oneshot::channel();
        self.waiting.send(Waiting { drafts, done }).await.map_err(|_| stopped())?;
        answer.await.map_err(|_| stopped())?
    }

    /// Writes what waits and ends.
    pub(crate) async fn stop(self) {
        drop(self.waiting);
        if let Err(fault) = self.task.await {
            tracing::error!(%fault, "the log's writer ended badly");
        }
    }
}

async fn write(pools: Pools, chain: ChainKey, mut queue: mpsc::Receiver<Waiting>) {
    let mut batch = Vec::with_capacity(TOGETHER);
    while queue.recv_many(&mut batch, TOGETHER).await > 0 {
        let mut drafts = Vec::with_capacity(batch.len());
        let mut answers = Vec::with_capacity(batch.len());
        for waiting in batch.drain(..) {
            drafts.extend(waiting.drafts);
            answers.push(waiting.done);
        }
        let written = commit(&pools, &chain, &drafts).await;
        if let Err(fault) = &written {
            tracing::error!(%fault, "the log could not be written");
        }
        for answer in answers {
            // A reader that has gone away needs no answer; its row stays.
            let _ = answer.send(written.clone());
        }
    }
}

async fn commit(pools: &Pools, chain: &ChainKey, drafts: &[Draft]) -> Result<()> {
    let mut line = pools.write().await?;
    audit::append(&mut line, chain, drafts).await?;
    line.commit().await
}

impl fmt::Debug for LogWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LogWriter")
    }
}
