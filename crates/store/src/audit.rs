//! The log: a chain of hashes, written in the transaction of what it tells, checked offline.

pub(crate) mod change;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Grant;
use domain::id::{CitizenId, ProgrammeId};
use uuid::Uuid;
use vault::ChainKey;
use vault::chain::{self, Broken, Check, Checkpoint, EntryBytes, Link};

use crate::connect::Store;
use crate::draft::Draft;
use crate::error::Result;
use crate::line::{Line, On, all, execute, maybe, one, row};
use crate::values;
use crate::work::Reader;

/// A question to the log: the columns, how "contains these bytes" is said, what comes after.
macro_rules! audit_sql {
    ($columns:literal, $contains:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM audit_event
             WHERE ($1 IS NULL OR programme_id = $1)
               AND ($2 IS NULL OR actor = $2)
               AND ($4 IS NULL OR event = $4)
               AND ($5 IS NULL OR at < $5)
               AND ($6 IS NULL OR seq < $6)
               AND ($9 IS NULL OR at >= $9)
               AND ($8 IS NULL OR citizen_id = $8 OR ",
            $contains,
            " > 0) ",
            $rest
        )
    };
}

/// A question in both databases' words.
macro_rules! audit_query {
    ($reader:ident, $columns:literal, $rest:literal) => {
        match $reader.on() {
            On::Sqlite(_) => audit_sql!($columns, "INSTR(subjects, $3)", $rest),
            On::Postgres(_) => audit_sql!($columns, "POSITION($3 IN subjects)", $rest),
        }
    };
}

/// Entries counted at most: a page says "more than".
const COUNTED: i64 = 10_000;

/// Rows checked at a time: memory stays small however long the log is.
const AT_A_TIME: i64 = 2000;

row! {
    /// One row of the log.
    pub struct AuditRow {
        /// Its number, from 1 without gap.
        pub seq: i64,
        /// When.
        pub at: DateTime<Utc>,
        /// Who: a user's id, `operator:<name>`, `token:<id>` of a program, or `visitor`.
        pub actor: String,
        /// In which role: a role's code, `operator` or `visitor`.
        pub role: String,
        /// Being what to the citizen: a relation's code.
        pub relation: String,
        /// What was permitted: an action's code.
        pub action: String,
        /// What happened: an event's code.
        pub event: String,
        /// In which programme.
        pub programme: Option<Uuid>,
        /// To which citizen, where it is one.
        pub citizen: Option<Uuid>,
        /// To which citizens, where they are several: 16 bytes each.
        pub subjects: Option<Vec<u8>>,
        /// The event as JSON.
        pub detail: String,
        /// The hash of the row before.
        pub previous_hash: Vec<u8>,
        /// Its hash.
        pub hash: Vec<u8>,
    }
}

/// Which rows of the log to list; an absent filter leaves nothing out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// In this programme.
    pub programme: Option<ProgrammeId>,
    /// By this actor, as [`AuditRow::actor`].
    pub actor: Option<String>,
    /// About this citizen, alone or in a list.
    pub citizen: Option<CitizenId>,
    /// Of this event's code.
    pub event: Option<String>,
    /// From this day on (UTC).
    pub from: Option<NaiveDate>,
    /// Not after this day (UTC).
    pub until: Option<NaiveDate>,
    /// Before this number: the last of the page before.
    pub before: Option<i64>,
}

impl AuditFilter {
    /// The days as moments: from the first's beginning to the last's end.
    fn moments(&self) -> [Option<DateTime<Utc>>; 2] {
        let begins = |day: NaiveDate| day.and_time(chrono::NaiveTime::MIN).and_utc();
        [self.from.map(begins), self.until.and_then(|day| day.succ_opt()).map(begins)]
    }
}

impl AuditRow {
    /// The citizens of a list, in its order.
    pub fn subjects(&self) -> Vec<CitizenId> {
        let (ids, _) = self.subjects.as_deref().unwrap_or_default().as_chunks::<16>();
        ids.iter().map(|id| CitizenId(Uuid::from_bytes(*id))).collect()
    }

    fn link(&self) -> std::result::Result<Link<'_>, Broken> {
        let hash = |bytes: &[u8]| bytes.try_into().map_err(|_| Broken { entry: self.seq });
        let entry = EntryBytes {
            seq: self.seq,
            at_micros: self.at.timestamp_micros(),
            actor: &self.actor,
            role: &self.role,
            relation: &self.relation,
            action: &self.action,
            event: &self.event,
            programme: self.programme.map(ProgrammeId),
            citizen: self.citizen.map(CitizenId),
            subjects: self.subjects.as_deref(),
            detail: &self.detail,
        };
        Ok(Link { entry, previous: hash(&self.previous_hash)?, hash: hash(&self.hash)? })
    }
}

impl Reader {
    /// A page of the log, the latest first.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn audit_rows(&mut self, filter: &AuditFilter, rows: i64) -> Result<Vec<AuditRow>> {
        // Neither database knows the other's word for "contains these bytes"; the rest is one text.
        let sql = audit_query!(
            self,
            "seq, at, actor, role, relation, action, event, programme_id, citizen_id, subjects, detail, previous_hash, hash",
            "ORDER BY seq DESC LIMIT $7"
        );
        let [from, until] = filter.moments();
        let citizen = filter.citizen.map(|citizen| citizen.0.as_bytes().to_vec());
        all!(
            self,
            sql,
            filter.programme.map(|programme| programme.0),
            filter.actor.as_deref(),
            citizen.as_deref(),
            filter.event.as_deref(),
            until,
            filter.before,
            rows,
            filter.citizen.map(|citizen| citizen.0),
            from
        )
    }

    /// How many rows of the log match, up to 10,000.
    ///
    /// # Errors
    ///
    /// Where the database fails.
    pub async fn audit_count(&mut self, filter: &AuditFilter) -> Result<i64> {
        let sql = audit_query!(self, "COUNT(*) FROM (SELECT 1", "LIMIT $7) AS counted");
        let [from, until] = filter.moments();
        let citizen = filter.citizen.map(|citizen| citizen.0.as_bytes().to_vec());
        let (count,): (i64,) = one!(
            self,
            sql,
            filter.programme.map(|programme| programme.0),
            filter.actor.as_deref(),
            citizen.as_deref(),
            filter.event.as_deref(),
            until,
            filter.before,
            COUNTED,
            filter.citizen.map(|citizen| citizen.0),
            from
        )?;
        Ok(count)
    }

    async fn audit_rows_after(&mut self, seq: i64) -> Result<Vec<AuditRow>> {
        all!(
            self,
            "SELECT seq, at, actor, role, relation, action, event, programme_id, citizen_id, subjects, detail, previous_hash, hash
             FROM audit_event WHERE seq > $1 ORDER BY seq LIMIT $2",
            seq,
            AT_A_TIME
        )
    }

    async fn checkpoint(&mut self, key: &ChainKey) -> Result<Checkpoint> {
        let head: Option<(i64, Vec<u8>, Vec<u8>)> =
            maybe!(self, "SELECT seq, hash, tag FROM audit_head WHERE one = 1")?;
        // An empty log has a head too.
        let (entry, hash, tag) = head.ok_or(Broken { entry: 1 })?;
        let broken = Broken { entry };
        let checkpoint =
            Checkpoint { entry, hash: hash.try_into().map_err(|_| broken)?, tag: tag.try_into().map_err(|_| broken)? };
        if checkpoint.is_genuine(key) { Ok(checkpoint) } else { Err(broken.into()) }
    }
}

impl Store {
    /// Checks the whole log: every hash, the head's tag, what the facts know of it, and the checkpoint where one is given. Gives the head as a checkpoint.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Broken`] with the first entry that is not what was written; where entries at the end are missing, the first of these.
    pub async fn verify_log(&self, grant: &Grant, checkpoint: Option<&Checkpoint>) -> Result<Checkpoint> {
        let change = change::kept(&mut self.pools().write().await?).await?;
        let mut reader = self.read(grant).await?;
        let mut check = Check::new();
        // From below the first number: a row that was slipped in there is found too.
        let mut rows = reader.audit_rows_after(i64::MIN).await?;
        loop {
            for row in &rows {
                check.next(&row.link()?)?;
                if let Some(known) = checkpoint.filter(|known| known.entry == check.entries())
                    && (known.hash != check.hash() || !known.is_genuine(self.chain()))
                {
                    return Err(Broken { entry: known.entry }.into());
                }
                if change.as_ref().is_some_and(|(seq, hash)| *seq == check.entries() && *hash != check.hash()) {
                    return Err(Broken { entry: check.entries() }.into());
                }
            }
            rows = reader.audit_rows_after(check.entries()).await?;
            if !rows.is_empty() {
                continue;
            }
            // Read after the rows: where it is ahead of them, rows have come meanwhile, or rows are missing.
            let head = reader.checkpoint(self.chain()).await?;
            if head.entry > check.entries() {
                rows = reader.audit_rows_after(check.entries()).await?;
                if rows.is_empty() {
                    return Err(Broken { entry: check.entries() + 1 }.into());
                }
            } else if head.entry == check.entries() && head.hash != check.hash() {
                return Err(Broken { entry: head.entry }.into());
            } else if head.entry < check.entries()
                || checkpoint.is_some_and(|known| known.entry > head.entry)
                || change.as_ref().is_some_and(|(seq, _)| *seq > head.entry)
            {
                return Err(Broken { entry: head.entry + 1 }.into());
            } else {
                return Ok(head);
            }
        }
    }

    /// The log's head, vouched for: for the data protection officer to keep elsewhere.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Broken`] where the head in the database is not one that this organisation's key vouched for.
    pub async fn checkpoint(&self, grant: &Grant) -> Result<Checkpoint> {
        self.read(grant).await?.checkpoint(self.chain()).await
    }
}

/// Adds rows to the log in the line's transaction. The head's row is updated first: that is the lock.
pub(crate) async fn append(line: &mut Line, key: &ChainKey, drafts: &[Draft]) -> Result<()> {
    let count = i64::try_from(drafts.len()).unwrap_or(i64::MAX);
    let (mut last, mut hash, change) = lock(line, count).await?;
    if change.is_some_and(|change| change > last - count) {
        execute!(line, "UPDATE audit_head SET seq = seq - $1 WHERE one = 1", count)?;
        change::catch_up(line, key).await?;
        (last, hash, _) = lock(line, count).await?;
    }
    let mut previous: [u8; 32] = hash.try_into().map_err(|_| Broken { entry: last - count })?;
    let mut rows = Vec::with_capacity(drafts.len());
    for (seq, draft) in (last - count + 1..).zip(drafts) {
        let hash = chain::next(&previous, &bytes(seq, draft));
        rows.push((seq, draft, previous, hash));
        previous = hash;
    }
    values::insert(line, INSERT, &rows, |values, (seq, draft, previous, hash)| {
        values
            .push(*seq)
            .push(draft.at)
            .push(&draft.actor)
            .push(draft.role)
            .push(draft.relation)
            .push(draft.action)
            .push(draft.event)
            .push(draft.programme.map(|id| id.0))
            .push(draft.citizen.map(|id| id.0))
            .push(draft.subjects.as_deref())
            .push(&draft.detail)
            .push(&previous[..])
            .push(&hash[..]);
    })
    .await?;
    let tag = Checkpoint::new(key, last, previous).tag;
    execute!(line, "UPDATE audit_head SET hash = $1, tag = $2 WHERE one = 1", &previous[..], &tag[..])?;
    Ok(())
}

/// Takes the head's lock before there is anything to add. SQLite has one writer at a time as it is.
pub(crate) async fn hold(line: &mut Line) -> Result<()> {
    if let On::Postgres(line) = line.on() {
        sqlx::query("SELECT seq FROM audit_head WHERE one = 1 FOR UPDATE").execute(line).await?;
    }
    Ok(())
}

/// Takes the next numbers: the last of them, the hash before the first, and the last change's number.
async fn lock(line: &mut Line, count: i64) -> Result<(i64, Vec<u8>, Option<i64>)> {
    one!(
        line,
        "UPDATE audit_head SET seq = seq + $1 WHERE one = 1
         RETURNING seq, hash, (SELECT MAX(c.seq) FROM audit_change c)",
        count
    )
}

const INSERT: &str = "INSERT INTO audit_event (seq, at, actor, role, relation, action, event, programme_id, citizen_id, subjects, \
                      detail, previous_hash, hash)";

const fn bytes(seq: i64, draft: &Draft) -> EntryBytes<'_> {
    EntryBytes {
        seq,
        at_micros: draft.at.timestamp_micros(),
        actor: draft.actor.as_str(),
        role: draft.role,
        relation: draft.relation,
        action: draft.action,
        event: draft.event,
        programme: draft.programme,
        citizen: draft.citizen,
        subjects: match &draft.subjects {
            Some(subjects) => Some(subjects.as_slice()),
            None => None,
        },
        detail: draft.detail.as_str(),
    }
}
