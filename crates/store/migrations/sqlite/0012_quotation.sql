-- Words of citizens for reports, each sealed under the citizen's own key: who is erased takes them along. `heeded` is the sum of what the author was
-- warned of and has answered.
CREATE TABLE quotation (
    programme_id BLOB NOT NULL,
    citizen_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    said_on TEXT NOT NULL,
    state TEXT NOT NULL,
    author_id BLOB NOT NULL,
    heeded TEXT,
    words_sealed BLOB NOT NULL,
    confirmed_sealed BLOB,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, citizen_id, id, version)
) STRICT, WITHOUT ROWID;

-- Which version of which quotation stands in which report. It is kept here alone: neither the report nor its files say it. A second version says on
-- which day it was noted that who has the report knows that the words were taken back.
CREATE TABLE release_quotation (
    programme_id BLOB NOT NULL,
    release_id BLOB NOT NULL,
    quotation_id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    quotation_version INTEGER NOT NULL CHECK (quotation_version >= 1),
    told_on TEXT,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, release_id, quotation_id, version)
) STRICT, WITHOUT ROWID;
