-- The bytes of a frozen report's files, sealed under the programme's key. The report itself is a paper (0005); a file is never changed.

CREATE TABLE release_file (
    programme_id UUID NOT NULL,
    release_id UUID NOT NULL,
    format TEXT NOT NULL,
    body_sealed BYTEA NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (programme_id, release_id, format)
);
