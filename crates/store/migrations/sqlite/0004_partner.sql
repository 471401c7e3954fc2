-- Partners: their people, the agreements and how they are kept, what they refer, and what they are told of it.
--
-- Facts have versions as in 0001.

-- A person at a partner, each sealed under a key of their own.
CREATE TABLE partner_person (
    organisation_id BLOB NOT NULL,
    partner_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    name_sealed BLOB,
    role_sealed BLOB,
    phone_sealed BLOB,
    mail_sealed BLOB,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (organisation_id, partner_id, id, version)
) STRICT, WITHOUT ROWID;

-- A partnership agreement (M21); who signed is sealed under the agreement's own key, and so is why a version takes another's place.
CREATE TABLE agreement (
    organisation_id BLOB NOT NULL,
    partner_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    signed_on TEXT NOT NULL,
    signers_sealed BLOB,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (organisation_id, partner_id, id, version)
) STRICT, WITHOUT ROWID;

-- How a duty of an agreement was kept, as seen on a day, and when to look again. Sealed under the agreement's key.
CREATE TABLE duty_note (
    organisation_id BLOB NOT NULL,
    agreement_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    duty TEXT NOT NULL,
    noted_on TEXT NOT NULL,
    kept TEXT NOT NULL,
    next_on TEXT,
    words_sealed BLOB,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (organisation_id, agreement_id, id, version)
) STRICT, WITHOUT ROWID;

-- Somebody referred by a partner who has signed in: in the partner's own words, sealed under the key of whoever it is about. The partner
-- reads this row and what it was told, and nothing of the enquiry.
CREATE TABLE referral_in (
    organisation_id BLOB NOT NULL,
    partner_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    programme_id BLOB NOT NULL,
    enquiry_id BLOB NOT NULL,
    subject_id BLOB NOT NULL,
    sent_on TEXT NOT NULL,
    called_sealed BLOB,
    contact_sealed BLOB,
    wish_sealed BLOB,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (organisation_id, partner_id, id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX referral_in_enquiry ON referral_in (programme_id, enquiry_id) WHERE superseded_at IS NULL;

-- What a partner is told of somebody it referred, on the consent that is named.
CREATE TABLE feedback (
    programme_id BLOB NOT NULL,
    enquiry_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    partner_id BLOB NOT NULL,
    subject_id BLOB NOT NULL,
    consent_id BLOB NOT NULL,
    told_on TEXT NOT NULL,
    outcome TEXT,
    words_sealed BLOB,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, enquiry_id, id, version)
) STRICT, WITHOUT ROWID;

-- A partner was written to because a referral is not answered.
CREATE TABLE reminder (
    programme_id BLOB NOT NULL,
    referral_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    reminded_on TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    superseded_at TEXT,
    reason_sealed BLOB,
    PRIMARY KEY (programme_id, referral_id, id, version)
) STRICT, WITHOUT ROWID;
