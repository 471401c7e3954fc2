//! Asking and telling: [`Reader`] for statements that ask, [`Work`] for a transaction that tells and ends in an event.

use std::fmt;
use std::ops::{Deref, DerefMut};

use chrono::{DateTime, SubsecRound, Utc};
use domain::access::Grant;
use domain::event::Entry;
use vault::ChainKey;

use crate::audit;
use crate::draft::{Draft, actor};
use crate::error::Result;
use crate::line::{Line, On};

/// A line for statements that ask; each concept's file adds its own.
pub struct Reader {
    pub(crate) line: Line,
}

/// An open transaction. It asks like a [`Reader`]; each concept's file adds what it can record. Dropped, it leaves nothing behind;
/// [`Work::commit`] is the only way to keep it.
#[must_use = "what is not committed is not kept"]
pub struct Work {
    reader: Reader,
    grant: Grant,
    chain: ChainKey,
}

impl Reader {
    pub(crate) fn on(&mut self) -> On<'_> {
        self.line.on()
    }
}

impl Work {
    pub(crate) const fn new(line: Line, grant: Grant, chain: ChainKey) -> Self {
        Self { reader: Reader { line }, grant, chain }
    }

    /// What it was begun with.
    pub const fn grant(&self) -> &Grant {
        &self.grant
    }

    /// Who records: the text of every fact's `recorded_by`.
    pub fn recorded_by(&self) -> String {
        actor(&self.grant)
    }

    /// Waits until every other change is kept or gone, and lets none be kept before this one: for what is read in the same breath as it is
    /// decided on. Called first, right after the form's key was claimed.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn alone(&mut self) -> Result<()> {
        audit::hold(&mut self.reader.line).await
    }

    /// Writes the log row and keeps everything, or neither.
    ///
    /// # Errors
    ///
    /// Where the database refuses; nothing was kept then.
    pub async fn commit(self, entry: Entry, now: DateTime<Utc>) -> Result<()> {
        self.commit_all(&[entry], now).await
    }

    /// As [`Work::commit`], where one act is several events.
    ///
    /// # Errors
    ///
    /// As [`Work::commit`].
    pub async fn commit_all(self, entries: &[Entry], now: DateTime<Utc>) -> Result<()> {
        let drafts: Vec<Draft> = entries.iter().map(|entry| Draft::new(&self.grant, entry, now)).collect();
        let mut line = self.reader.line;
        audit::append(&mut line, &self.chain, &drafts).await?;
        audit::change::keep(&mut line, drafts.len()).await?;
        line.commit().await
    }
}

impl Deref for Work {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        &self.reader
    }
}

impl DerefMut for Work {
    fn deref_mut(&mut self) -> &mut Reader {
        &mut self.reader
    }
}

impl fmt::Debug for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reader")
    }
}

impl fmt::Debug for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Work").field("grant", &self.grant).finish_non_exhaustive()
    }
}

/// A moment as both databases keep it: PostgreSQL knows microseconds.
pub(crate) fn kept(moment: DateTime<Utc>) -> DateTime<Utc> {
    moment.trunc_subsecs(6)
}
