-- What the program does by itself: each moment of each kind once, whoever of the servers comes first. State, not fact.
CREATE TABLE job_run (
    programme_id UUID NOT NULL,
    kind TEXT NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    state TEXT NOT NULL,
    tries BIGINT NOT NULL,
    claim UUID NOT NULL,
    lease_until TIMESTAMPTZ NOT NULL,
    next_try_at TIMESTAMPTZ,
    began_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ,
    reason TEXT,
    came_to BIGINT NOT NULL,
    PRIMARY KEY (programme_id, kind, due_at)
);

-- Who wants the mail, how often and where to. The person's own choice, changed in place.
CREATE TABLE digest (
    user_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    version BIGINT NOT NULL,
    rhythm TEXT NOT NULL,
    locale TEXT NOT NULL,
    address_sealed BYTEA NOT NULL,
    kept_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (user_id, programme_id)
);

-- The mails that were sent, so that a run that is tried again sends none twice.
CREATE TABLE digest_sent (
    programme_id UUID NOT NULL,
    kind TEXT NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    user_id UUID NOT NULL,
    sent_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (programme_id, kind, due_at, user_id)
);
