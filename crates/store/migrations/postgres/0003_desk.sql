-- What a coordinator asks a citizen's worker for from the desk, and the answer. Same tables and columns for both databases.

CREATE TABLE request (
    programme_id UUID NOT NULL,
    course_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    need TEXT NOT NULL,
    due_on DATE,
    phase BIGINT,
    asked_on DATE NOT NULL,
    asked_by UUID NOT NULL,
    state TEXT NOT NULL,
    answered_on DATE,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    words_sealed BYTEA,
    answer_sealed BYTEA,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, course_id, id, version)
);
