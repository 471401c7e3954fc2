-- What the program does by itself: each moment of each kind once, whoever of the servers comes first. State, not fact.
CREATE TABLE job_run (
    programme_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    due_at TEXT NOT NULL,
    state TEXT NOT NULL,
    tries INTEGER NOT NULL,
    claim BLOB NOT NULL,
    lease_until TEXT NOT NULL,
    next_try_at TEXT,
    began_at TEXT NOT NULL,
    ended_at TEXT,
    reason TEXT,
    came_to INTEGER NOT NULL,
    PRIMARY KEY (programme_id, kind, due_at)
) STRICT, WITHOUT ROWID;

-- Who wants the mail, how often and where to. The person's own choice, changed in place.
CREATE TABLE digest (
    user_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    rhythm TEXT NOT NULL,
    locale TEXT NOT NULL,
    address_sealed BLOB NOT NULL,
    kept_at TEXT NOT NULL,
    PRIMARY KEY (user_id, programme_id)
) STRICT, WITHOUT ROWID;

-- The mails that were sent, so that a run that is tried again sends none twice.
CREATE TABLE digest_sent (
    programme_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    due_at TEXT NOT NULL,
    user_id BLOB NOT NULL,
    sent_at TEXT NOT NULL,
    PRIMARY KEY (programme_id, kind, due_at, user_id)
) STRICT, WITHOUT ROWID;
