-- The working day: what workers, coordinators and citizens record on screen. Same tables and columns for both databases.
--
-- Facts have versions as in 0001; tables that are not facts say so.

ALTER TABLE session ADD COLUMN locked_at TEXT;
ALTER TABLE enquiry ADD COLUMN outcome TEXT;
ALTER TABLE enquiry ADD COLUMN answered_on TEXT;
ALTER TABLE enquiry ADD COLUMN has_background INTEGER;
ALTER TABLE enquiry ADD COLUMN is_willing INTEGER;
ALTER TABLE enquiry ADD COLUMN words_sealed BLOB;
ALTER TABLE course ADD COLUMN enquiry_id BLOB;
ALTER TABLE course ADD COLUMN clarification_outcome TEXT;
ALTER TABLE citizen_merge ADD COLUMN into_version INTEGER;
ALTER TABLE assignment ADD COLUMN note_sealed BLOB;
ALTER TABLE goal ADD COLUMN proposed_by TEXT;
ALTER TABLE goal ADD COLUMN is_outside INTEGER;
ALTER TABLE goal ADD COLUMN outside_sealed BLOB;
ALTER TABLE goal ADD COLUMN from_day TEXT;
ALTER TABLE mark ADD COLUMN until_day TEXT;
ALTER TABLE referral ADD COLUMN goal_id BLOB;
ALTER TABLE referral ADD COLUMN offer_id BLOB;
ALTER TABLE referral ADD COLUMN consent_id BLOB;
ALTER TABLE referral ADD COLUMN shared TEXT;
ALTER TABLE referral ADD COLUMN message_sealed BLOB;
ALTER TABLE referral ADD COLUMN answer_sealed BLOB;
ALTER TABLE referral ADD COLUMN from_day TEXT;

-- A person's records are found from either; into_version is the version of the record that stands with the fields chosen at the merge.
CREATE INDEX citizen_merge_into ON citizen_merge (into_citizen) WHERE superseded_at IS NULL;
CREATE INDEX citizen_merge_from ON citizen_merge (from_citizen) WHERE superseded_at IS NULL;

-- A coordinator's exception to R10 or R12 for one citizen, granted beforehand, with a reason.
CREATE TABLE exception (
    programme_id BLOB NOT NULL,
    citizen_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    rule TEXT NOT NULL,
    granted_on TEXT NOT NULL,
    worker_id BLOB,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, citizen_id, id, version)
) STRICT, WITHOUT ROWID;

-- Who stands in for a worker, from when to when: the deputy is to the worker's citizens what the worker is.
CREATE TABLE deputy (
    programme_id BLOB NOT NULL,
    worker_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    deputy_id BLOB NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, worker_id, id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX deputy_deputy ON deputy (deputy_id, programme_id) WHERE superseded_at IS NULL;

-- A member of staff who knows the citizen and must not see anything about the citizen.
CREATE TABLE block (
    organisation_id BLOB NOT NULL,
    citizen_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    user_id BLOB NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (organisation_id, citizen_id, id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX block_user ON block (user_id, citizen_id) WHERE superseded_at IS NULL;

-- A consent: to share with a recipient for a purpose until a day, or to research. The subject is a citizen or an anonymous enquiry.
CREATE TABLE consent (
    organisation_id BLOB NOT NULL,
    subject_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    programme_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    state_on TEXT NOT NULL,
    until_day TEXT,
    partner_id BLOB,
    fields TEXT,
    wording TEXT,
    recipient_sealed BLOB,
    purpose_sealed BLOB,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (organisation_id, subject_id, id, version)
) STRICT, WITHOUT ROWID;

-- What of a citizen's situation is assessed, area by area (M31).
CREATE TABLE assessment (
    programme_id BLOB NOT NULL,
    course_id BLOB NOT NULL,
    area TEXT NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    state TEXT NOT NULL,
    assessed_on TEXT NOT NULL,
    note_sealed BLOB,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, course_id, area, id, version)
) STRICT, WITHOUT ROWID;

-- The people and services around a citizen; for an ordinary service, since when and whether contact was (re)established (M31).
CREATE TABLE network (
    programme_id BLOB NOT NULL,
    course_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    kind TEXT NOT NULL,
    role TEXT,
    service TEXT,
    since_day TEXT,
    until_day TEXT,
    contact TEXT,
    contact_on TEXT,
    name_sealed BLOB,
    phone_sealed BLOB,
    note_sealed BLOB,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, course_id, id, version)
) STRICT, WITHOUT ROWID;

-- A file about a citizen, sealed whole.
CREATE TABLE attachment (
    programme_id BLOB NOT NULL,
    course_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    added_on TEXT NOT NULL,
    media TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    name_sealed BLOB,
    body_sealed BLOB,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, course_id, id, version)
) STRICT, WITHOUT ROWID;

-- What a partner can give, by goal area.
CREATE TABLE offer (
    organisation_id BLOB NOT NULL,
    partner_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    title TEXT NOT NULL,
    areas TEXT NOT NULL,
    hours TEXT,
    conditions TEXT,
    words TEXT,
    from_day TEXT,
    to_day TEXT,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (organisation_id, partner_id, id, version)
) STRICT, WITHOUT ROWID;

-- An action towards a goal; its states are its versions.
CREATE TABLE action (
    programme_id BLOB NOT NULL,
    course_id BLOB NOT NULL,
    goal_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    created_on TEXT NOT NULL,
    due_on TEXT,
    doer TEXT,
    state TEXT NOT NULL,
    state_on TEXT NOT NULL,
    from_day TEXT NOT NULL,
    text_sealed BLOB,
    doer_name_sealed BLOB,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, course_id, goal_id, id, version)
) STRICT, WITHOUT ROWID;

-- A need and who carries it after the course.
CREATE TABLE handover (
    programme_id BLOB NOT NULL,
    course_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    goal_id BLOB,
    area TEXT,
    carrier TEXT,
    agreed_on TEXT,
    warm_planned_on TEXT,
    warm_on TEXT,
    need_sealed BLOB,
    carrier_name_sealed BLOB,
    contact_sealed BLOB,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, course_id, id, version)
) STRICT, WITHOUT ROWID;

-- A fact entered by mistake, taken out with a reason: its last version is stamped superseded_at and none follows. The reason is sealed under the citizen's key.
CREATE TABLE withdrawal (
    programme_id BLOB NOT NULL,
    course_id BLOB NOT NULL,
    fact TEXT NOT NULL,
    row_id BLOB NOT NULL,
    row_version INTEGER NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, course_id, row_id, row_version)
) STRICT, WITHOUT ROWID;

-- What a form has done: pressed twice, done once. Forgotten after some days.
CREATE TABLE once (
    actor TEXT NOT NULL,
    form_key BLOB NOT NULL,
    outcome BLOB,
    made_at TEXT NOT NULL,
    PRIMARY KEY (actor, form_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX once_made ON once (made_at);

-- What somebody was typing, sealed under the key of whom it is about, or the writer's own.
CREATE TABLE unsent (
    user_id BLOB NOT NULL,
    place TEXT NOT NULL,
    subject_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    body_sealed BLOB NOT NULL,
    PRIMARY KEY (user_id, place)
) STRICT, WITHOUT ROWID;

-- Instruments being filled in, not yet readings: each answer as it is given. State, not fact; gone when it becomes readings.
CREATE TABLE filling (
    programme_id BLOB NOT NULL,
    course_id BLOB NOT NULL,
    id BLOB NOT NULL,
    citizen_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    due_on TEXT,
    made_on TEXT NOT NULL,
    filled_by TEXT NOT NULL,
    answers TEXT NOT NULL,
    worker_answers TEXT,
    begun_by TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    notes_sealed BLOB,
    PRIMARY KEY (programme_id, course_id, id)
) STRICT, WITHOUT ROWID;

-- A filling in the citizen's own hands, on a tablet or over a link used once. Only a hash of the cookie or link is kept.
CREATE TABLE own_task (
    token_hash BLOB NOT NULL,
    filling_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    course_id BLOB NOT NULL,
    citizen_id BLOB NOT NULL,
    user_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    pin_hash TEXT,
    failed_attempts INTEGER NOT NULL,
    locale TEXT NOT NULL,
    made_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    opened_at TEXT,
    ended_at TEXT,
    PRIMARY KEY (token_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX own_task_filling ON own_task (filling_id);

-- A calendar address of somebody's; only its hash is kept.
CREATE TABLE feed (
    token_hash BLOB NOT NULL,
    user_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (token_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX feed_user ON feed (user_id);
