-- Partners: their people, the agreements and how they are kept, what they refer, and what they are told of it.
--
-- Facts have versions as in 0001.

-- A person at a partner, each sealed under a key of their own.
CREATE TABLE partner_person (
    organisation_id UUID NOT NULL,
    partner_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    name_sealed BYTEA,
    role_sealed BYTEA,
    phone_sealed BYTEA,
    mail_sealed BYTEA,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (organisation_id, partner_id, id, version)
);

-- A partnership agreement (M21); who signed is sealed under the agreement's own key, and so is why a version takes another's place.
CREATE TABLE agreement (
    organisation_id UUID NOT NULL,
    partner_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    from_day DATE NOT NULL,
    to_day DATE NOT NULL,
    signed_on DATE NOT NULL,
    signers_sealed BYTEA,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (organisation_id, partner_id, id, version)
);

-- How a duty of an agreement was kept, as seen on a day, and when to look again. Sealed under the agreement's key.
CREATE TABLE duty_note (
    organisation_id UUID NOT NULL,
    agreement_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    duty TEXT NOT NULL,
    noted_on DATE NOT NULL,
    kept TEXT NOT NULL,
    next_on DATE,
    words_sealed BYTEA,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (organisation_id, agreement_id, id, version)
);

-- Somebody referred by a partner who has signed in: in the partner's own words, sealed under the key of whoever it is about. The partner
-- reads this row and what it was told, and nothing of the enquiry.
CREATE TABLE referral_in (
    organisation_id UUID NOT NULL,
    partner_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    programme_id UUID NOT NULL,
    enquiry_id UUID NOT NULL,
    subject_id UUID NOT NULL,
    sent_on DATE NOT NULL,
    called_sealed BYTEA,
    contact_sealed BYTEA,
    wish_sealed BYTEA,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (organisation_id, partner_id, id, version)
);
CREATE INDEX referral_in_enquiry ON referral_in (programme_id, enquiry_id) WHERE superseded_at IS NULL;

-- What a partner is told of somebody it referred, on the consent that is named.
CREATE TABLE feedback (
    programme_id UUID NOT NULL,
    enquiry_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    partner_id UUID NOT NULL,
    subject_id UUID NOT NULL,
    consent_id UUID NOT NULL,
    told_on DATE NOT NULL,
    outcome TEXT,
    words_sealed BYTEA,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, enquiry_id, id, version)
);

-- A partner was written to because a referral is not answered.
CREATE TABLE reminder (
    programme_id UUID NOT NULL,
    referral_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    reminded_on DATE NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    reason_sealed BYTEA,
    PRIMARY KEY (programme_id, referral_id, id, version)
);
