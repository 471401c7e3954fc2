-- Research packages: who got what and when, and who is in them. The link between a person and a pseudonym is nowhere else.

CREATE TABLE research_package (
    programme_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    as_of TEXT NOT NULL,
    persons INTEGER NOT NULL,
    agreed INTEGER NOT NULL,
    suppressed INTEGER NOT NULL,
    file_hash TEXT NOT NULL,
    recipient_sealed BLOB NOT NULL,
    purpose_sealed BLOB NOT NULL,
    file_sealed BLOB NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, id, version)
) STRICT, WITHOUT ROWID;

-- A second version says on which day the recipient was told to take the person out.
CREATE TABLE research_person (
    programme_id BLOB NOT NULL,
    package_id BLOB NOT NULL,
    citizen_id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    pseudonym TEXT NOT NULL,
    told_on TEXT,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, package_id, citizen_id, version)
) STRICT, WITHOUT ROWID;
