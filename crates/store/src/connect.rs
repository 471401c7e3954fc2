//! An open store.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::access::Grant;
use domain::event::Entry;
use tokio::sync::Semaphore;
use vault::{ChainKey, MasterKey};

use crate::draft::Draft;
use crate::error::Result;
use crate::key::Keys;
use crate::line::Pools;
use crate::log_writer::LogWriter;
use crate::work::{Reader, Work};
use crate::{key, postgres, sqlite};

/// An open store on either database. Share it in an `Arc`; end it with [`Store::close`].
#[derive(Debug)]
pub struct Store {
    pools: Pools,
    keys: Keys,
    chain: ChainKey,
    log: LogWriter,
    figures: Arc<Semaphore>,
    /// Holds the folder against a second process for as long as the store lives.
    _lock: Option<File>,
}

impl Store {
    /// Makes a new encrypted store in a folder.
    ///
    /// # Errors
    ///
    /// [`crate::Error::StorePresent`] where there is one; [`crate::Error::File`] where the folder cannot be written.
    pub async fn create_sqlite(folder: &Path, master: &MasterKey) -> Result<Self> {
        let (pools, lock) = sqlite::open(folder, master, true).await?;
        Self::ready(pools, master, Some(lock)).await
    }

    /// Opens the store in a folder and brings its layout up to date.
    ///
    /// # Errors
    ///
    /// [`crate::Error::NoStore`], [`crate::Error::NoKeyStore`], [`crate::Error::InUse`], [`crate::Error::WrongKey`],
    /// [`crate::Error::Newer`]: in each case every file is as it was.
    pub async fn open_sqlite(folder: &Path, master: &MasterKey) -> Result<Self> {
        let (pools, lock) = sqlite::open(folder, master, false).await?;
        Self::ready(pools, master, Some(lock)).await
    }

    /// Opens the store in a PostgreSQL database, making it in an empty one, and brings its layout up to date.
    ///
    /// # Errors
    ///
    /// [`crate::Error::WrongKey`] and [`crate::Error::Newer`], before anything is changed; [`crate::Error::Database`] where the
    /// server cannot be reached.
    pub async fn open_postgres(url: &str, master: &MasterKey) -> Result<Self> {
        Self::ready(postgres::open(url, master).await?, master, None).await
    }

    async fn ready(pools: Pools, master: &MasterKey, lock: Option<File>) -> Result<Self> {
        let keys = key::load(&pools, master).await?;
        let chain = master.chain_key();
        let log = LogWriter::start(pools.clone(), chain.clone());
        Ok(Self { pools, keys, chain, log, figures: Arc::new(Semaphore::new(1)), _lock: lock })
    }

    /// The organisation's keys: sealing, opening, hashing.
    pub const fn keys(&self) -> &Keys {
        &self.keys
    }

    pub(crate) const fn pools(&self) -> &Pools {
        &self.pools
    }

    /// Whose turn it is to read a whole programme.
    pub(crate) const fn figures(&self) -> &Arc<Semaphore> {
        &self.figures
    }

    pub(crate) const fn chain(&self) -> &ChainKey {
        &self.chain
    }

    /// A line for statements that ask. What it gives may leave the program only after [`Store::look`].
    ///
    /// # Errors
    ///
    /// Where no connection came free in time.
    pub async fn read(&self, _grant: &Grant) -> Result<Reader> {
        Ok(Reader { line: self.pools.read().await? })
    }

    /// Begins to write. On SQLite there is one writer: everybody else's writes and log rows wait until this is committed or dropped.
    ///
    /// # Errors
    ///
    /// Where no connection came free in time.
    pub async fn begin(&self, grant: Grant) -> Result<Work> {
        Ok(Work::new(self.pools.write().await?, grant, self.chain.clone()))
    }

    /// Logs that something was seen, and returns when the log row is on the disk.
    ///
    /// Rows of many readers are committed together, so that each costs a share of one disk sync.
    ///
    /// # Errors
    ///
    /// Where the row could not be written; what was read must not be shown then.
    pub async fn look(&self, grant: &Grant, entry: Entry, now: DateTime<Utc>) -> Result<()> {
        self.log.append(vec![Draft::new(grant, &entry, now)]).await
    }

    /// Logs several things seen at once, in order.
    ///
    /// # Errors
    ///
    /// As [`Store::look`].
    pub async fn look_many(&self, grant: &Grant, entries: &[Entry], now: DateTime<Utc>) -> Result<()> {
        self.log.append(entries.iter().map(|entry| Draft::new(grant, entry, now)).collect()).await
    }

    /// Keeps new people's wrapped keys, committed by themselves, before the first fact that is sealed under them: see
    /// `sqlite.rs` for why. No event: a key that nothing is sealed under yet is no fact. Not while a [`Work`] of the same task is open.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Taken`] where a person has a key already.
    pub async fn add_keys(&self, _grant: &Grant, keys: &[key::WrappedKey]) -> Result<()> {
        let mut line = self.pools.write().await?;
        key::insert(&mut line, keys).await?;
        line.commit().await
    }

    /// Ends the store: waiting log rows are written, connections closed, the folder freed.
    pub async fn close(self) {
        self.log.stop().await;
        self.pools.close().await;
    }
}
