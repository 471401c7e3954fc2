-- The working day: what workers, coordinators and citizens record on screen. Same tables and columns for both databases.
--
-- Facts have versions as in 0001; tables that are not facts say so.

ALTER TABLE session ADD COLUMN locked_at TIMESTAMPTZ;
ALTER TABLE enquiry ADD COLUMN outcome TEXT;
ALTER TABLE enquiry ADD COLUMN answered_on DATE;
ALTER TABLE enquiry ADD COLUMN has_background BOOLEAN;
ALTER TABLE enquiry ADD COLUMN is_willing BOOLEAN;
ALTER TABLE enquiry ADD COLUMN words_sealed BYTEA;
ALTER TABLE course ADD COLUMN enquiry_id UUID;
ALTER TABLE course ADD COLUMN clarification_outcome TEXT;
ALTER TABLE citizen_merge ADD COLUMN into_version BIGINT;
ALTER TABLE assignment ADD COLUMN note_sealed BYTEA;
ALTER TABLE goal ADD COLUMN proposed_by TEXT;
ALTER TABLE goal ADD COLUMN is_outside BOOLEAN;
ALTER TABLE goal ADD COLUMN outside_sealed BYTEA;
ALTER TABLE goal ADD COLUMN from_day DATE;
ALTER TABLE mark ADD COLUMN until_day DATE;
ALTER TABLE referral ADD COLUMN goal_id UUID;
ALTER TABLE referral ADD COLUMN offer_id UUID;
ALTER TABLE referral ADD COLUMN consent_id UUID;
ALTER TABLE referral ADD COLUMN shared TEXT;
ALTER TABLE referral ADD COLUMN message_sealed BYTEA;
ALTER TABLE referral ADD COLUMN answer_sealed BYTEA;
ALTER TABLE referral ADD COLUMN from_day DATE;

-- A person's records are found from either; into_version is the version of the record that stands with the fields chosen at the merge.
CREATE INDEX citizen_merge_into ON citizen_merge (into_citizen) WHERE superseded_at IS NULL;
CREATE INDEX citizen_merge_from ON citizen_merge (from_citizen) WHERE superseded_at IS NULL;

-- A coordinator's exception to R10 or R12 for one citizen, granted beforehand, with a reason.
CREATE TABLE exception (
    programme_id UUID NOT NULL,
    citizen_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    rule TEXT NOT NULL,
    granted_on DATE NOT NULL,
    worker_id UUID,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, citizen_id, id, version)
);

-- Who stands in for a worker, from when to when: the deputy is to the worker's citizens what the worker is.
CREATE TABLE deputy (
    programme_id UUID NOT NULL,
    worker_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    deputy_id UUID NOT NULL,
    from_day DATE NOT NULL,
    to_day DATE NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, worker_id, id, version)
);
CREATE INDEX deputy_deputy ON deputy (deputy_id, programme_id) WHERE superseded_at IS NULL;

-- A member of staff who knows the citizen and must not see anything about the citizen.
CREATE TABLE block (
    organisation_id UUID NOT NULL,
    citizen_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    user_id UUID NOT NULL,
    from_day DATE NOT NULL,
    to_day DATE,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (organisation_id, citizen_id, id, version)
);
CREATE INDEX block_user ON block (user_id, citizen_id) WHERE superseded_at IS NULL;

-- A consent: to share with a recipient for a purpose until a day, or to research. The subject is a citizen or an anonymous enquiry.
CREATE TABLE consent (
    organisation_id UUID NOT NULL,
    subject_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    programme_id UUID NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    state_on DATE NOT NULL,
    until_day DATE,
    partner_id UUID,
    fields TEXT,
    wording TEXT,
    recipient_sealed BYTEA,
    purpose_sealed BYTEA,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (organisation_id, subject_id, id, version)
);

-- What of a citizen's situation is assessed, area by area (M31).
CREATE TABLE assessment (
    programme_id UUID NOT NULL,
    course_id UUID NOT NULL,
    area TEXT NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    state TEXT NOT NULL,
    assessed_on DATE NOT NULL,
    note_sealed BYTEA,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, course_id, area, id, version)
);

-- The people and services around a citizen; for an ordinary service, since when and whether contact was (re)established (M31).
CREATE TABLE network (
    programme_id UUID NOT NULL,
    course_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    kind TEXT NOT NULL,
    role TEXT,
    service TEXT,
    since_day DATE,
    until_day DATE,
    contact TEXT,
    contact_on DATE,
    name_sealed BYTEA,
    phone_sealed BYTEA,
    note_sealed BYTEA,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, course_id, id, version)
);

-- A file about a citizen, sealed whole.
CREATE TABLE attachment (
    programme_id UUID NOT NULL,
    course_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    added_on DATE NOT NULL,
    media TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    name_sealed BYTEA,
    body_sealed BYTEA,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, course_id, id, version)
);

-- What a partner can give, by goal area.
CREATE TABLE offer (
    organisation_id UUID NOT NULL,
    partner_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    title TEXT NOT NULL,
    areas TEXT NOT NULL,
    hours TEXT,
    conditions TEXT,
    words TEXT,
    from_day DATE,
    to_day DATE,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (organisation_id, partner_id, id, version)
);

-- An action towards a goal; its states are its versions.
CREATE TABLE action (
    programme_id UUID NOT NULL,
    course_id UUID NOT NULL,
    goal_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    created_on DATE NOT NULL,
    due_on DATE,
    doer TEXT,
    state TEXT NOT NULL,
    state_on DATE NOT NULL,
    from_day DATE NOT NULL,
    text_sealed BYTEA,
    doer_name_sealed BYTEA,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, course_id, goal_id, id, version)
);

-- A need and who carries it after the course.
CREATE TABLE handover (
    programme_id UUID NOT NULL,
    course_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    goal_id UUID,
    area TEXT,
    carrier TEXT,
    agreed_on DATE,
    warm_planned_on DATE,
    warm_on DATE,
    need_sealed BYTEA,
    carrier_name_sealed BYTEA,
    contact_sealed BYTEA,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, course_id, id, version)
);

-- A fact entered by mistake, taken out with a reason: its last version is stamped superseded_at and none follows. The reason is sealed under the citizen's key.
CREATE TABLE withdrawal (
    programme_id UUID NOT NULL,
    course_id UUID NOT NULL,
    fact TEXT NOT NULL,
    row_id UUID NOT NULL,
    row_version BIGINT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, course_id, row_id, row_version)
);

-- What a form has done: pressed twice, done once. Forgotten after some days.
CREATE TABLE once (
    actor TEXT NOT NULL,
    form_key UUID NOT NULL,
    outcome UUID,
    made_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (actor, form_key)
);
CREATE INDEX once_made ON once (made_at);

-- What somebody was typing, sealed under the key of whom it is about, or the writer's own.
CREATE TABLE unsent (
    user_id UUID NOT NULL,
    place TEXT NOT NULL,
    subject_id UUID NOT NULL,
    version BIGINT NOT NULL,
    saved_at TIMESTAMPTZ NOT NULL,
    body_sealed BYTEA NOT NULL,
    PRIMARY KEY (user_id, place)
);

-- Instruments being filled in, not yet readings: each answer as it is given. State, not fact; gone when it becomes readings.
CREATE TABLE filling (
    programme_id UUID NOT NULL,
    course_id UUID NOT NULL,
    id UUID NOT NULL,
    citizen_id UUID NOT NULL,
    version BIGINT NOT NULL,
    due_on DATE,
    made_on DATE NOT NULL,
    filled_by TEXT NOT NULL,
    answers TEXT NOT NULL,
    worker_answers TEXT,
    begun_by TEXT NOT NULL,
    begun_at TIMESTAMPTZ NOT NULL,
    saved_at TIMESTAMPTZ NOT NULL,
    notes_sealed BYTEA,
    PRIMARY KEY (programme_id, course_id, id)
);

-- A filling in the citizen's own hands, on a tablet or over a link used once. Only a hash of the cookie or link is kept.
CREATE TABLE own_task (
    token_hash BYTEA NOT NULL,
    filling_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    course_id UUID NOT NULL,
    citizen_id UUID NOT NULL,
    user_id UUID NOT NULL,
    kind TEXT NOT NULL,
    pin_hash TEXT,
    failed_attempts BIGINT NOT NULL,
    locale TEXT NOT NULL,
    made_at TIMESTAMPTZ NOT NULL,
    ends_at TIMESTAMPTZ NOT NULL,
    opened_at TIMESTAMPTZ,
    ended_at TIMESTAMPTZ,
    PRIMARY KEY (token_hash)
);
CREATE INDEX own_task_filling ON own_task (filling_id);

-- A calendar address of somebody's; only its hash is kept.
CREATE TABLE feed (
    token_hash BYTEA NOT NULL,
    user_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    made_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (token_hash)
);
CREATE INDEX feed_user ON feed (user_id);
