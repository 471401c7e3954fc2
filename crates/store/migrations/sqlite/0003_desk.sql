-- What a coordinator asks a citizen's worker for from the desk, and the answer. Same tables and columns for both databases.

CREATE TABLE request (
    programme_id BLOB NOT NULL,
    course_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    need TEXT NOT NULL,
    due_on TEXT,
    phase INTEGER,
    asked_on TEXT NOT NULL,
    asked_by BLOB NOT NULL,
    state TEXT NOT NULL,
    answered_on TEXT,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    words_sealed BLOB,
    answer_sealed BLOB,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, course_id, id, version)
) STRICT, WITHOUT ROWID;
