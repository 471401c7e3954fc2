-- The facts, who recorded them and when. Same tables and columns for both databases; a test compares them.
--
-- Every fact has an id and versions from 1: a correction is version + 1, and the one before is stamped superseded_at. Nothing
-- else is updated. Columns ending in _sealed hold ciphertext under the person's own key. Moments are UTC.

-- The key store: its own file, so that data and keys are never in one backup.

CREATE TABLE IF NOT EXISTS keystore.key_epoch (
    epoch INTEGER NOT NULL,
    wrapped BLOB NOT NULL,
    PRIMARY KEY (epoch)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS keystore.subject_key (
    subject_id BLOB NOT NULL,
    organisation_id BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    wrapped BLOB NOT NULL,
    PRIMARY KEY (subject_id)
) STRICT, WITHOUT ROWID;

-- The organisation: the boundary that nothing crosses.
CREATE TABLE organisation (
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    cvr TEXT,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT, WITHOUT ROWID;

-- A programme's rules as data; a change is a new version.
CREATE TABLE programme (
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    key TEXT NOT NULL,
    toml TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX programme_current_key ON programme (organisation_id, key) WHERE superseded_at IS NULL;

-- An instrument as data; versions are never pooled silently (R17), so each stays.
CREATE TABLE instrument (
    key TEXT NOT NULL,
    version TEXT NOT NULL,
    toml TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (key, version)
) STRICT, WITHOUT ROWID;

-- Who signs in.
CREATE TABLE user_account (
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    user_name TEXT NOT NULL,
    name_sealed BLOB,
    password_hash TEXT,
    disabled_at TEXT,
    expires_on TEXT,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX user_account_current_name ON user_account (user_name) WHERE superseded_at IS NULL;

-- What signing in has come to; state, not fact, so it is updated in place.
CREATE TABLE user_login (
    user_id BLOB NOT NULL,
    failed_attempts INTEGER NOT NULL,
    locked_until TEXT,
    signed_in_at TEXT,
    PRIMARY KEY (user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE membership (
    user_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    role TEXT NOT NULL,
    partner_id BLOB,
    from_day TEXT NOT NULL,
    to_day TEXT,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (user_id, programme_id, id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_programme ON membership (programme_id, user_id) WHERE superseded_at IS NULL;

-- Only a hash of the cookie is kept.
CREATE TABLE session (
    token_hash BLOB NOT NULL,
    user_id BLOB NOT NULL,
    programme_id BLOB,
    made_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    locale TEXT NOT NULL,
    PRIMARY KEY (token_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_user ON session (user_id);

CREATE TABLE citizen (
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    gender TEXT,
    birth_year INTEGER,
    protected_address INTEGER NOT NULL,
    safe_contact TEXT NOT NULL,
    alias_sealed BLOB,
    name_sealed BLOB,
    cpr_sealed BLOB,
    phone_sealed BLOB,
    register_id_sealed BLOB,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

-- Two records of one person (R4); undoing supersedes it with a version that says when.
CREATE TABLE citizen_merge (
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    from_citizen BLOB NOT NULL,
    into_citizen BLOB NOT NULL,
    undone_at TEXT,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (organisation_id, id, version)
) STRICT, WITHOUT ROWID;

-- Keyed hashes of folded values: search and duplicates without the values.
CREATE TABLE blind_index (
    organisation_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    hash BLOB NOT NULL,
    subject_id BLOB NOT NULL,
    PRIMARY KEY (organisation_id, kind, hash, subject_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX blind_index_subject ON blind_index (subject_id);

CREATE TABLE partner (
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    name TEXT NOT NULL,
    short_name TEXT,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (organisation_id, id, version)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX partner_current_name ON partner (organisation_id, name) WHERE superseded_at IS NULL;

CREATE TABLE enquiry (
    programme_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    citizen_id BLOB,
    received_on TEXT NOT NULL,
    channel TEXT,
    referrer_id BLOB,
    wants_course INTEGER,
    research_consent INTEGER,
    referred_to_id BLOB,
    note_sealed BLOB,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX enquiry_citizen ON enquiry (citizen_id) WHERE citizen_id IS NOT NULL;
CREATE INDEX enquiry_figures ON enquiry (programme_id, id, citizen_id, received_on, channel, referrer_id, superseded_at)
    WHERE superseded_at IS NULL;

CREATE TABLE course (
    programme_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    citizen_id BLOB NOT NULL,
    register_id TEXT,
    clarification_began_on TEXT NOT NULL,
    clarification_ended_on TEXT,
    clarification_end_sealed BLOB,
    closed_on TEXT,
    closing_reason TEXT,
    closing_sealed BLOB,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX course_citizen ON course (citizen_id);
-- What a figure over the programme takes, so that it reads no more than that; `_figures` below are the same. SQLite goes by such an index
-- alone only where the columns of its WHERE are in it too.
CREATE INDEX course_figures ON course
    (programme_id, id, citizen_id, clarification_began_on, clarification_ended_on, closed_on, closing_reason, superseded_at)
    WHERE superseded_at IS NULL;

CREATE TABLE assignment (
    programme_id BLOB NOT NULL,
    course_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    worker_id BLOB NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, course_id, id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX assignment_worker ON assignment (worker_id, programme_id, course_id, from_day, to_day, superseded_at)
    WHERE superseded_at IS NULL;

-- From here: what belongs to a course, clustered by course and day, so that one course is one short run of pages.
CREATE TABLE reading (
    programme_id BLOB NOT NULL,
    course_id BLOB NOT NULL,
    instrument TEXT NOT NULL,
    made_on TEXT NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    instrument_version TEXT NOT NULL,
    filled_by TEXT,
    answers TEXT NOT NULL,
    worker_answers TEXT,
    notes_sealed BLOB,
    withdrawn INTEGER NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, course_id, instrument, made_on, id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX reading_figures ON reading
    (programme_id, instrument, course_id, made_on, id, instrument_version, answers, withdrawn, superseded_at)
    WHERE superseded_at IS NULL AND withdrawn = FALSE;

CREATE TABLE contact (
    programme_id BLOB NOT NULL,
    course_id BLOB NOT NULL,
    happened_on TEXT NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    kind TEXT,
    place TEXT,
    with_whom TEXT,
    minutes INTEGER,
    text_sealed BLOB,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, course_id, happened_on, id, version)
) STRICT, WITHOUT ROWID;
-- The last contact and the last attempt, for lists: without the notes a course's contacts are a third of the pages. An index answers
-- alone, without the table, only where it holds every column that is asked about: so superseded_at stands in it too.
CREATE INDEX contact_last ON contact (programme_id, course_id, happened_on, kind, superseded_at) WHERE superseded_at IS NULL;

-- A goal's states are its versions.
CREATE TABLE goal (
    programme_id BLOB NOT NULL,
    course_id BLOB NOT NULL,
    created_on TEXT NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    area TEXT,
    text_sealed BLOB,
    state TEXT NOT NULL,
    state_on TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, course_id, created_on, id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE step (
    programme_id BLOB NOT NULL,
    course_id BLOB NOT NULL,
    created_on TEXT NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    due_on TEXT,
    doer TEXT,
    text_sealed BLOB,
    done_on TEXT,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, course_id, created_on, id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE mark (
    programme_id BLOB NOT NULL,
    course_id BLOB NOT NULL,
    marked_on TEXT NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    kind TEXT NOT NULL,
    phase INTEGER,
    area TEXT,
    note_sealed BLOB,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, course_id, marked_on, id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE reply (
    programme_id BLOB NOT NULL,
    course_id BLOB NOT NULL,
    due_on TEXT NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    replied_on TEXT NOT NULL,
    reply TEXT NOT NULL,
    note_sealed BLOB,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, course_id, due_on, id, version)
) STRICT, WITHOUT ROWID;

-- A referral's states are its versions.
CREATE TABLE referral (
    programme_id BLOB NOT NULL,
    course_id BLOB NOT NULL,
    sent_on TEXT NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    partner_id BLOB NOT NULL,
    area TEXT,
    consent INTEGER,
    state TEXT NOT NULL,
    state_on TEXT,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, course_id, sent_on, id, version)
) STRICT, WITHOUT ROWID;

-- What an imported row became, and a keyed hash of what it said: the identity that makes importing twice change nothing.
CREATE TABLE register_row (
    programme_id BLOB NOT NULL,
    sheet TEXT NOT NULL,
    key_hash BLOB NOT NULL,
    row_id BLOB NOT NULL,
    course_id BLOB,
    content_hash BLOB NOT NULL,
    PRIMARY KEY (programme_id, sheet, key_hash)
) STRICT, WITHOUT ROWID;

-- The log: a chain of hashes, added to and never changed. Without indexes: it is read from its end, and each would cost every page
-- that is shown another page or more to encrypt and write. A file of its own: see sqlite.rs.
CREATE TABLE IF NOT EXISTS log.audit_event (
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    relation TEXT NOT NULL,
    action TEXT NOT NULL,
    event TEXT NOT NULL,
    programme_id BLOB,
    citizen_id BLOB,
    subjects BLOB,
    detail TEXT NOT NULL,
    previous_hash BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (seq)
) STRICT, WITHOUT ROWID;

-- The log's last entry; updating it first is the lock of everybody who adds to the log. The tag is keyed: see vault's chain.
CREATE TABLE IF NOT EXISTS log.audit_head (
    one INTEGER NOT NULL CHECK (one = 1),
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL,
    tag BLOB NOT NULL,
    PRIMARY KEY (one)
) STRICT, WITHOUT ROWID;

-- The last change's rows of the log, kept in the transaction of the change: see audit/change.rs.
CREATE TABLE audit_change (
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    relation TEXT NOT NULL,
    action TEXT NOT NULL,
    event TEXT NOT NULL,
    programme_id BLOB,
    citizen_id BLOB,
    subjects BLOB,
    detail TEXT NOT NULL,
    previous_hash BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER IF NOT EXISTS log.audit_event_stays BEFORE UPDATE ON audit_event BEGIN
    SELECT RAISE(ABORT, 'the log is only added to');
END;
CREATE TRIGGER IF NOT EXISTS log.audit_event_is_not_emptied BEFORE DELETE ON audit_event BEGIN
    SELECT RAISE(ABORT, 'the log is only added to');
END;

-- SQLite knows no numbers of its own, would take indexes for equally good that are not, and would read a whole programme to find
-- one citizen. These are the numbers that ANALYZE finds in a large store (500 programmes of 2,000 citizens): rows, then rows that are
-- alike in the first column of the index, in the first two, and so on. ANALYZE itself, of a store that is empty yet, would say 0.
ANALYZE main;
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('programme', 'programme', '500 1 1'),
    ('programme', 'programme_current_key', '500 500 1'),
    ('user_account', 'user_account', '50000 1 1'),
    ('user_account', 'user_account_current_name', '50000 1'),
    ('membership', 'membership', '50000 1 1 1 1'),
    ('membership', 'membership_programme', '50000 100 1'),
    ('session', 'session', '5000 1'),
    ('session', 'session_by_user', '5000 2'),
    ('citizen', 'citizen', '1000000 1 1'),
    ('enquiry', 'enquiry', '1000000 2000 1 1'),
    ('enquiry', 'enquiry_citizen', '1000000 1'),
    ('enquiry', 'enquiry_figures', '1000000 2000 1 1 1 1 1 1'),
    ('course', 'course', '1000000 2000 1 1'),
    ('course', 'course_citizen', '1000000 1'),
    ('course', 'course_figures', '1000000 2000 1 1 1 1 1 1 1'),
    ('assignment', 'assignment', '1000000 2000 1 1 1'),
    ('assignment', 'assignment_worker', '1000000 20 20 1 1 1 1'),
    ('reading', 'reading', '7000000 14000 7 3 1 1 1'),
    ('reading', 'reading_figures', '7000000 14000 6000 3 2 1 1 1 1 1'),
    ('contact', 'contact', '24000000 48000 24 1 1 1'),
    ('contact', 'contact_last', '24000000 48000 24 1 1 1'),
    ('goal', 'goal', '3000000 6000 3 1 1 1'),
    ('step', 'step', '1000000 2000 1 1 1 1'),
    ('mark', 'mark', '7000000 14000 7 2 1 1'),
    ('reply', 'reply', '2000000 4000 2 1 1 1'),
    ('referral', 'referral', '2000000 4000 2 1 1 1'),
    ('blind_index', 'blind_index', '6000000 6000000 1000000 2 1'),
    ('blind_index', 'blind_index_subject', '6000000 6');
ANALYZE sqlite_schema;
