-- Words of citizens for reports, each sealed under the citizen's own key: who is erased takes them along. `heeded` is the sum of what the author was
-- warned of and has answered.
CREATE TABLE quotation (
    programme_id UUID NOT NULL,
    citizen_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    said_on DATE NOT NULL,
    state TEXT NOT NULL,
    author_id UUID NOT NULL,
    heeded TEXT,
    words_sealed BYTEA NOT NULL,
    confirmed_sealed BYTEA,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, citizen_id, id, version)
);

-- Which version of which quotation stands in which report. It is kept here alone: neither the report nor its files say it. A second version says on
-- which day it was noted that who has the report knows that the words were taken back.
CREATE TABLE release_quotation (
    programme_id UUID NOT NULL,
    release_id UUID NOT NULL,
    quotation_id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    quotation_version BIGINT NOT NULL CHECK (quotation_version >= 1),
    told_on DATE,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, release_id, quotation_id, version)
);
