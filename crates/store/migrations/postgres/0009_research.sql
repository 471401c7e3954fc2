-- Research packages: who got what and when, and who is in them. The link between a person and a pseudonym is nowhere else.

CREATE TABLE research_package (
    programme_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    as_of DATE NOT NULL,
    persons BIGINT NOT NULL,
    agreed BIGINT NOT NULL,
    suppressed BIGINT NOT NULL,
    file_hash TEXT NOT NULL,
    recipient_sealed BYTEA NOT NULL,
    purpose_sealed BYTEA NOT NULL,
    file_sealed BYTEA NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, id, version)
);

-- A second version says on which day the recipient was told to take the person out.
CREATE TABLE research_person (
    programme_id UUID NOT NULL,
    package_id UUID NOT NULL,
    citizen_id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    pseudonym TEXT NOT NULL,
    told_on DATE,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, package_id, citizen_id, version)
);
