-- The facts, who recorded them and when. Same tables and columns for both databases; a test compares them.
--
-- Every fact has an id and versions from 1: a correction is version + 1, and the one before is stamped superseded_at. Nothing
-- else is updated. Columns ending in _sealed hold ciphertext under the person's own key. Moments are UTC.

-- The key store: its own schema, so that data and keys are never in one backup.

CREATE TABLE IF NOT EXISTS keystore.key_epoch (
    epoch BIGINT NOT NULL,
    wrapped BYTEA NOT NULL,
    PRIMARY KEY (epoch)
);
CREATE TABLE IF NOT EXISTS keystore.subject_key (
    subject_id UUID NOT NULL,
    organisation_id UUID NOT NULL,
    epoch BIGINT NOT NULL,
    wrapped BYTEA NOT NULL,
    PRIMARY KEY (subject_id)
);

-- The organisation: the boundary that nothing crosses.
CREATE TABLE organisation (
    id UUID NOT NULL,
    name TEXT NOT NULL,
    cvr TEXT,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (id)
);

-- A programme's rules as data; a change is a new version.
CREATE TABLE programme (
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    key TEXT NOT NULL,
    toml TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (id, version)
);
CREATE UNIQUE INDEX programme_current_key ON programme (organisation_id, key) WHERE superseded_at IS NULL;

-- An instrument as data; versions are never pooled silently (R17), so each stays.
CREATE TABLE instrument (
    key TEXT NOT NULL,
    version TEXT NOT NULL,
    toml TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (key, version)
);

-- Who signs in.
CREATE TABLE user_account (
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    user_name TEXT NOT NULL,
    name_sealed BYTEA,
    password_hash TEXT,
    disabled_at TIMESTAMPTZ,
    expires_on DATE,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (id, version)
);
CREATE UNIQUE INDEX user_account_current_name ON user_account (user_name) WHERE superseded_at IS NULL;

-- What signing in has come to; state, not fact, so it is updated in place.
CREATE TABLE user_login (
    user_id UUID NOT NULL,
    failed_attempts BIGINT NOT NULL,
    locked_until TIMESTAMPTZ,
    signed_in_at TIMESTAMPTZ,
    PRIMARY KEY (user_id)
);

CREATE TABLE membership (
    user_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    role TEXT NOT NULL,
    partner_id UUID,
    from_day DATE NOT NULL,
    to_day DATE,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (user_id, programme_id, id, version)
);
CREATE INDEX membership_programme ON membership (programme_id, user_id) WHERE superseded_at IS NULL;

-- Only a hash of the cookie is kept.
CREATE TABLE session (
    token_hash BYTEA NOT NULL,
    user_id UUID NOT NULL,
    programme_id UUID,
    made_at TIMESTAMPTZ NOT NULL,
    seen_at TIMESTAMPTZ NOT NULL,
    ends_at TIMESTAMPTZ NOT NULL,
    locale TEXT NOT NULL,
    PRIMARY KEY (token_hash)
);
CREATE INDEX session_by_user ON session (user_id);

CREATE TABLE citizen (
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    gender TEXT,
    birth_year BIGINT,
    protected_address BOOLEAN NOT NULL,
    safe_contact TEXT NOT NULL,
    alias_sealed BYTEA,
    name_sealed BYTEA,
    cpr_sealed BYTEA,
    phone_sealed BYTEA,
    register_id_sealed BYTEA,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (id, version)
);

-- Two records of one person (R4); undoing supersedes it with a version that says when.
CREATE TABLE citizen_merge (
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    from_citizen UUID NOT NULL,
    into_citizen UUID NOT NULL,
    undone_at TIMESTAMPTZ,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (organisation_id, id, version)
);

-- Keyed hashes of folded values: search and duplicates without the values.
CREATE TABLE blind_index (
    organisation_id UUID NOT NULL,
    kind TEXT NOT NULL,
    hash BYTEA NOT NULL,
    subject_id UUID NOT NULL,
    PRIMARY KEY (organisation_id, kind, hash, subject_id)
);
CREATE INDEX blind_index_subject ON blind_index (subject_id);

CREATE TABLE partner (
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    name TEXT NOT NULL,
    short_name TEXT,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (organisation_id, id, version)
);
CREATE UNIQUE INDEX partner_current_name ON partner (organisation_id, name) WHERE superseded_at IS NULL;

CREATE TABLE enquiry (
    programme_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    citizen_id UUID,
    received_on DATE NOT NULL,
    channel TEXT,
    referrer_id UUID,
    wants_course BOOLEAN,
    research_consent BOOLEAN,
    referred_to_id UUID,
    note_sealed BYTEA,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, id, version)
);
CREATE INDEX enquiry_citizen ON enquiry (citizen_id) WHERE citizen_id IS NOT NULL;
CREATE INDEX enquiry_figures ON enquiry (programme_id, id, citizen_id, received_on, channel, referrer_id, superseded_at)
    WHERE superseded_at IS NULL;

CREATE TABLE course (
    programme_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    citizen_id UUID NOT NULL,
    register_id TEXT,
    clarification_began_on DATE NOT NULL,
    clarification_ended_on DATE,
    clarification_end_sealed BYTEA,
    closed_on DATE,
    closing_reason TEXT,
    closing_sealed BYTEA,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, id, version)
);
CREATE INDEX course_citizen ON course (citizen_id);
-- What a figure over the programme takes, so that it reads no more than that; `_figures` below are the same. SQLite goes by such an index
-- alone only where the columns of its WHERE are in it too.
CREATE INDEX course_figures ON course
    (programme_id, id, citizen_id, clarification_began_on, clarification_ended_on, closed_on, closing_reason, superseded_at)
    WHERE superseded_at IS NULL;

CREATE TABLE assignment (
    programme_id UUID NOT NULL,
    course_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    worker_id UUID NOT NULL,
    from_day DATE NOT NULL,
    to_day DATE,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, course_id, id, version)
);
CREATE INDEX assignment_worker ON assignment (worker_id, programme_id, course_id, from_day, to_day, superseded_at)
    WHERE superseded_at IS NULL;

-- From here: what belongs to a course, clustered by course and day, so that one course is one short run of pages.
CREATE TABLE reading (
    programme_id UUID NOT NULL,
    course_id UUID NOT NULL,
    instrument TEXT NOT NULL,
    made_on DATE NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    instrument_version TEXT NOT NULL,
    filled_by TEXT,
    answers TEXT NOT NULL,
    worker_answers TEXT,
    notes_sealed BYTEA,
    withdrawn BOOLEAN NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, course_id, instrument, made_on, id, version)
);
CREATE INDEX reading_figures ON reading
    (programme_id, instrument, course_id, made_on, id, instrument_version, answers, withdrawn, superseded_at)
    WHERE superseded_at IS NULL AND withdrawn = FALSE;

CREATE TABLE contact (
    programme_id UUID NOT NULL,
    course_id UUID NOT NULL,
    happened_on DATE NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    kind TEXT,
    place TEXT,
    with_whom TEXT,
    minutes BIGINT,
    text_sealed BYTEA,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, course_id, happened_on, id, version)
);
-- The last contact and the last attempt, for lists: without the notes a course's contacts are a third of the pages. An index answers
-- alone, without the table, only where it holds every column that is asked about: so superseded_at stands in it too.
CREATE INDEX contact_last ON contact (programme_id, course_id, happened_on, kind, superseded_at) WHERE superseded_at IS NULL;

-- A goal's states are its versions.
CREATE TABLE goal (
    programme_id UUID NOT NULL,
    course_id UUID NOT NULL,
    created_on DATE NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    area TEXT,
    text_sealed BYTEA,
    state TEXT NOT NULL,
    state_on DATE NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, course_id, created_on, id, version)
);

CREATE TABLE step (
    programme_id UUID NOT NULL,
    course_id UUID NOT NULL,
    created_on DATE NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    due_on DATE,
    doer TEXT,
    text_sealed BYTEA,
    done_on DATE,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, course_id, created_on, id, version)
);

CREATE TABLE mark (
    programme_id UUID NOT NULL,
    course_id UUID NOT NULL,
    marked_on DATE NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    kind TEXT NOT NULL,
    phase BIGINT,
    area TEXT,
    note_sealed BYTEA,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, course_id, marked_on, id, version)
);

CREATE TABLE reply (
    programme_id UUID NOT NULL,
    course_id UUID NOT NULL,
    due_on DATE NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    replied_on DATE NOT NULL,
    reply TEXT NOT NULL,
    note_sealed BYTEA,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, course_id, due_on, id, version)
);

-- A referral's states are its versions.
CREATE TABLE referral (
    programme_id UUID NOT NULL,
    course_id UUID NOT NULL,
    sent_on DATE NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    partner_id UUID NOT NULL,
    area TEXT,
    consent BOOLEAN,
    state TEXT NOT NULL,
    state_on DATE,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, course_id, sent_on, id, version)
);

-- What an imported row became, and a keyed hash of what it said: the identity that makes importing twice change nothing.
CREATE TABLE register_row (
    programme_id UUID NOT NULL,
    sheet TEXT NOT NULL,
    key_hash BYTEA NOT NULL,
    row_id UUID NOT NULL,
    course_id UUID,
    content_hash BYTEA NOT NULL,
    PRIMARY KEY (programme_id, sheet, key_hash)
);

-- The log: a chain of hashes, added to and never changed. Without indexes: it is read from its end, and each would cost every page
-- that is shown another page or more to encrypt and write.
CREATE TABLE audit_event (
    seq BIGINT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    relation TEXT NOT NULL,
    action TEXT NOT NULL,
    event TEXT NOT NULL,
    programme_id UUID,
    citizen_id UUID,
    subjects BYTEA,
    detail TEXT NOT NULL,
    previous_hash BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (seq)
);

-- The log's last entry; updating it first is the lock of everybody who adds to the log. The tag is keyed: see vault's chain.
CREATE TABLE audit_head (
    one BIGINT NOT NULL CHECK (one = 1),
    seq BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    tag BYTEA NOT NULL,
    PRIMARY KEY (one)
);

-- The last change's rows of the log, kept in the transaction of the change: see audit/change.rs.
CREATE TABLE audit_change (
    seq BIGINT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    relation TEXT NOT NULL,
    action TEXT NOT NULL,
    event TEXT NOT NULL,
    programme_id UUID,
    citizen_id UUID,
    subjects BYTEA,
    detail TEXT NOT NULL,
    previous_hash BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (seq)
);

-- SQLite's hex: ids and sealed texts inside packed text are then said with one word on both.
CREATE FUNCTION hex(id UUID) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
SELECT encode(uuid_send(id), 'hex')
$$;
CREATE FUNCTION hex(bytes BYTEA) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
SELECT encode(bytes, 'hex')
$$;

-- SQLite's `likely` gives back what it is given, and BLOB is its word for bytes: a column of ids is then packed with one text on both.
CREATE FUNCTION likely(id UUID) RETURNS BYTEA LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
SELECT uuid_send(id)
$$;
CREATE DOMAIN blob AS BYTEA;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the log is only added to';
END
$$;
CREATE TRIGGER audit_event_stays BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_is_not_emptied BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
