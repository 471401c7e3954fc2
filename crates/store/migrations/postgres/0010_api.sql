-- The programs that read a programme's figures: each has a token, of which only the hash is kept. A token is never changed, but for when it
-- was last used and that it ended.
CREATE TABLE api_token (
    id UUID PRIMARY KEY,
    token_hash BYTEA NOT NULL UNIQUE,
    programme_id UUID NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    made_by UUID NOT NULL,
    made_at TIMESTAMPTZ NOT NULL,
    ends_on DATE NOT NULL,
    used_at TIMESTAMPTZ,
    ended_at TIMESTAMPTZ
);

CREATE INDEX api_token_of_programme ON api_token (programme_id);
