//! People's keys: wrapped in the key store, opened by the organisation's [`Keys`].

use std::collections::HashMap;
use std::fmt;

use domain::id::{OrganisationId, SubjectId};
use uuid::Uuid;
use vault::{BlindKey, ContentKey, DataKey, EpochKey, MasterKey, Owner};

use crate::audit;
use crate::error::{Error, Result};
use crate::line::{Line, Pools, all, execute, row};
use crate::values;
use crate::work::Reader;

/// People whose keys are fetched in one statement: below both databases' limits of values, and one text for all full chunks.
const TOGETHER: usize = 256;

row! {
    /// A person's key as the key store keeps it.
    pub struct WrappedKey {
        /// The person.
        pub subject: Uuid,
        /// The organisation.
        pub organisation: Uuid,
        /// The epoch whose key it is wrapped under.
        pub epoch: i64,
        /// The wrapped key.
        pub wrapped: Vec<u8>,
    }
}

/// The organisation's keys in memory: what seals, opens and hashes. Never prints.
pub struct Keys {
    blind: BlindKey,
    content: ContentKey,
    current: EpochKey,
    epochs: HashMap<i64, EpochKey>,
}

impl Keys {
    /// The key of the blind index.
    pub const fn blind(&self) -> &BlindKey {
        &self.blind
    }

    /// The key of the register's identities and contents.
    pub const fn content(&self) -> &ContentKey {
        &self.content
    }

    /// A new person's key, and how the key store keeps it.
    ///
    /// # Errors
    ///
    /// [`Error::NoChance`] where the system gives no random bytes.
    pub fn new_key(&self, organisation: OrganisationId, subject: SubjectId) -> Result<(DataKey, WrappedKey)> {
        let key = DataKey::generate()?;
        let wrapped = self.current.wrap(Owner { organisation, subject }, &key)?;
        let row = WrappedKey { subject: subject.0, organisation: organisation.0, epoch: self.current.epoch(), wrapped };
        Ok((key, row))
    }

    /// Opens a person's key.
    ///
    /// # Errors
    ///
    /// [`Error::NoDataKey`] where it is another organisation's or person's, or was changed.
    pub fn open(&self, key: &WrappedKey) -> Result<DataKey> {
        let owner = Owner { organisation: OrganisationId(key.organisation), subject: SubjectId(key.subject) };
        let epoch = self.epochs.get(&key.epoch).ok_or(Error::NoDataKey(key.subject))?;
        epoch.open(owner, &key.wrapped).map_err(|_| Error::NoDataKey(key.subject))
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys(•••)")
    }
}

impl Reader {
    /// The wrapped keys of people; who has none (any more) is left out.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn wrapped_keys(&mut self, subjects: &[SubjectId]) -> Result<Vec<WrappedKey>> {
        let mut keys = Vec::with_capacity(subjects.len());
        for chunk in subjects.chunks(TOGETHER) {
            let ids = chunk.iter().map(|subject| subject.0);
            keys.extend(values::select_in::<WrappedKey>(&mut self.line, SELECT, TOGETHER, ids).await?);
        }
        Ok(keys)
    }
}

const SELECT: &str =
    "SELECT subject_id, organisation_id, epoch, wrapped FROM keystore.subject_key WHERE subject_id IN ";

pub(crate) async fn insert(line: &mut Line, keys: &[WrappedKey]) -> Result<()> {
    let insert = "INSERT INTO keystore.subject_key (subject_id, organisation_id, epoch, wrapped)";
    values::insert(line, insert, keys, |values, key| {
        values.push(key.subject).push(key.organisation).push(key.epoch).push(&key.wrapped);
    })
    .await
}

/// Opens the epochs' keys; a new store gets its first epoch, and the log its beginning.
pub(crate) async fn load(pools: &Pools, master: &MasterKey) -> Result<Keys> {
    let mut line = pools.write().await?;
    let kept: Vec<(i64, Vec<u8>)> = all!(line, "SELECT epoch, wrapped FROM keystore.key_epoch ORDER BY epoch")?;
    let mut epochs = HashMap::new();
    let mut current = None;
    for (epoch, wrapped) in kept {
        let key = EpochKey::unwrap(master, epoch, &wrapped).map_err(|_| Error::WrongKey)?;
        epochs.insert(epoch, key.clone());
        current = Some(key);
    }
    let current = match current {
        Some(key) => key,
        None => {
            let key = EpochKey::generate(1)?;
            let wrapped = key.wrapped(master)?;
            execute!(line, "INSERT INTO keystore.key_epoch (epoch, wrapped) VALUES ($1, $2)", key.epoch(), wrapped)?;
            epochs.insert(key.epoch(), key.clone());
            key
        }
    };
    begin_log(&mut line, master).await?;
    // A log that lacks more opens too: it has to be looked at, and it takes no new rows.
    match audit::change::catch_up(&mut line, &master.chain_key()).await {
        Err(Error::Broken(broken)) => tracing::error!(entry = broken.entry, "the log is not whole"),
        caught_up => caught_up?,
    }
    line.commit().await?;
    Ok(Keys { blind: master.blind_key(), content: master.content_key(), current, epochs })
}

/// The head of an empty log. A log with entries and no head is left so: `verify` tells.
async fn begin_log(line: &mut Line, master: &MasterKey) -> Result<()> {
    let beginning = vault::chain::Checkpoint::new(&master.chain_key(), 0, vault::chain::BEGINNING);
    execute!(
        line,
        "INSERT INTO audit_head (one, seq, hash, tag)
         SELECT 1, 0, $1, $2 WHERE NOT EXISTS (SELECT 1 FROM audit_head) AND NOT EXISTS (SELECT 1 FROM audit_event)",
        &beginning.hash[..],
        &beginning.tag[..]
    )?;
    Ok(())
}
