-- The bytes of a frozen report's files, sealed under the programme's key. The report itself is a paper (0005); a file is never changed.

CREATE TABLE release_file (
    programme_id BLOB NOT NULL,
    release_id BLOB NOT NULL,
    format TEXT NOT NULL,
    body_sealed BLOB NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (programme_id, release_id, format)
) STRICT, WITHOUT ROWID;
