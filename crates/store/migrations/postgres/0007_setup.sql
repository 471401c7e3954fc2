-- Who runs a programme: the organisation's master data with their versions, and who is responsible for a programme's grant.

CREATE TABLE organisation_detail (
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    version BIGINT NOT NULL CHECK (version >= 1),
    name TEXT NOT NULL,
    kind TEXT,
    municipality TEXT,
    cvr TEXT,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (organisation_id, version)
);
INSERT INTO organisation_detail (organisation_id, version, name, cvr, recorded_by, recorded_at)
    SELECT id, 1, name, cvr, recorded_by, recorded_at FROM organisation;
ALTER TABLE organisation DROP COLUMN name;
ALTER TABLE organisation DROP COLUMN cvr;

-- The id is the person's: what is sealed here is sealed under the person's own key.
CREATE TABLE responsible (
    programme_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    name_sealed BYTEA,
    contact_sealed BYTEA,
    cpr_sealed BYTEA,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, id, version)
);
CREATE UNIQUE INDEX responsible_current ON responsible (programme_id) WHERE superseded_at IS NULL;
