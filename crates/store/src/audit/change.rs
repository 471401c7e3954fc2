//! The last change's rows of the log, kept beside the facts too.
//!
//! On SQLite the log is a file of its own (see `sqlite.rs`), and a power cut, or a full disk, between the two commits of one change
//! can keep the facts and lose their log rows. So the rows stand in `audit_change` as well, in the facts' own transaction, and
//! whoever next adds to the log writes them there first. The last change's are enough: nothing is ever added to a log that lacks one.
//!
//! It also tells when the log's file was exchanged for an older one: then it lacks what the facts know of.

use vault::ChainKey;
use vault::chain::{self, Broken, Checkpoint};

use super::AuditRow;
use crate::error::{Error, Result};
use crate::line::{Line, all, execute, maybe, one};

/// The last change's place in the log and its hash.
pub(super) type Kept = Option<(i64, Vec<u8>)>;

/// Keeps the rows that were just added to the log, in the same transaction.
pub(crate) async fn keep(line: &mut Line, rows: usize) -> Result<()> {
    execute!(line, "DELETE FROM audit_change")?;
    execute!(
        line,
        "INSERT INTO audit_change (seq, at, actor, role, relation, action, event, programme_id, citizen_id, subjects, detail, \
         previous_hash, hash) \
         SELECT seq, at, actor, role, relation, action, event, programme_id, citizen_id, subjects, detail, previous_hash, hash \
         FROM audit_event WHERE seq > (SELECT seq FROM audit_head WHERE one = 1) - $1",
        i64::try_from(rows).unwrap_or(i64::MAX)
    )?;
    Ok(())
}

/// Reads what was kept, in a transaction that may write: beside an open one the facts could be ahead of the log for a moment.
pub(super) async fn kept(line: &mut Line) -> Result<Kept> {
    maybe!(line, "SELECT seq, hash FROM audit_change ORDER BY seq DESC LIMIT 1")
}

/// Adds the last change's rows to the log where they are not there.
///
/// # Errors
///
/// [`Error::Broken`] where the log lacks more than the last change, or a row does not follow the one before.
pub(crate) async fn catch_up(line: &mut Line, key: &ChainKey) -> Result<()> {
    let rows: Vec<AuditRow> = all!(
        line,
        "SELECT seq, at, actor, role, relation, action, event, programme_id, citizen_id, subjects, detail, previous_hash, hash \
         FROM audit_change WHERE seq > (SELECT seq FROM audit_head WHERE one = 1) ORDER BY seq"
    )?;
    for row in &rows {
        add(line, key, row).await?;
    }
    Ok(())
}

async fn add(line: &mut Line, key: &ChainKey, row: &AuditRow) -> Result<()> {
    let (last, hash): (i64, Vec<u8>) = one!(line, "SELECT seq, hash FROM audit_head WHERE one = 1")?;
    let broken = Broken { entry: last + 1 };
    let previous: [u8; 32] = hash.try_into().map_err(|_| broken)?;
    let link = row.link()?;
    let hash = chain::next(&previous, &link.entry);
    if row.seq != last + 1 || link.previous != previous || link.hash != hash {
        return Err(Error::Broken(broken));
    }
    execute!(
        line,
        "INSERT INTO audit_event (seq, at, actor, role, relation, action, event, programme_id, citizen_id, subjects, detail, \
         previous_hash, hash) \
         SELECT seq, at, actor, role, relation, action, event, programme_id, citizen_id, subjects, detail, previous_hash, hash \
         FROM audit_change WHERE seq = $1",
        row.seq
    )?;
    let tag = Checkpoint::new(key, row.seq, hash).tag;
    execute!(line, "UPDATE audit_head SET seq = $1, hash = $2, tag = $3 WHERE one = 1", row.seq, &hash[..], &tag[..])?;
    tracing::warn!(entry = row.seq, "the log lacked an entry of the last change and has it now");
    Ok(())
}
