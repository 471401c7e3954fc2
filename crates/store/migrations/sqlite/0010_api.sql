-- The programs that read a programme's figures: each has a token, of which only the hash is kept. A token is never changed, but for when it
-- was last used and that it ended.
CREATE TABLE api_token (
    id BLOB PRIMARY KEY NOT NULL,
    token_hash BLOB NOT NULL UNIQUE,
    programme_id BLOB NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    made_by BLOB NOT NULL,
    made_at TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    used_at TEXT,
    ended_at TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX api_token_of_programme ON api_token (programme_id);
