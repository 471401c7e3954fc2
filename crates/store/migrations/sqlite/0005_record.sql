-- The programme's own papers: time plan, organisation, meetings, knowledge, continuation. About the effort, not about a citizen.
-- What a paper says is one sealed text: under the programme's key, an outside person's under that person's own.
CREATE TABLE paper (
    programme_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    subject_id BLOB NOT NULL,
    ended INTEGER NOT NULL,
    body_sealed BLOB NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, kind, id, version)
) STRICT, WITHOUT ROWID;
