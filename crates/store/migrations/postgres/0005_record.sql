-- The programme's own papers: time plan, organisation, meetings, knowledge, continuation. About the effort, not about a citizen.
-- What a paper says is one sealed text: under the programme's key, an outside person's under that person's own.
CREATE TABLE paper (
    programme_id UUID NOT NULL,
    kind TEXT NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    subject_id UUID NOT NULL,
    ended BOOLEAN NOT NULL,
    body_sealed BYTEA NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, kind, id, version)
);
