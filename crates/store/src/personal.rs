//! What tells on a person, column by column: sealed, or in the clear with the reason why it may be.
//!
//! Every column of every table is here once, under its reason; a test fails for a column on no list or on two, and for a
//! sealed column whose name does not end in `_sealed`. To add a column: put it under the reason that is true of it. Where none
//! is, seal it.

/// Why a column may stand in the clear inside the encrypted store. After a person's key is destroyed, what stands in the clear is
/// anonymous statistics under a random id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Ciphertext under a person's own key, or a key wrapped under another.
    Sealed,
    /// A random id, a number in a sequence, or a key of our own making: says nothing by itself.
    Id,
    /// A day or a moment on which something happened.
    When,
    /// One of a fixed list of words, a number on a scale, or yes and no.
    Code,
    /// The organisation's, a partner's or the programme's own data: about no citizen.
    NotAPerson,
    /// An account of the staff: needed before any key is at hand.
    Account,
    /// A keyed hash, or a hash in the chain of the log: compares, and gives nothing back.
    Hash,
    /// The team's own running number of a course, which its reports are read by.
    RegisterNumber,
    /// Names of fields, ids and counts in the log: never a value.
    Log,
}

/// The columns that every fact has.
pub const EVERY_FACT: &[(Why, &str)] = &[
    (Why::Id, "version"),
    (Why::Account, "recorded_by"),
    (Why::When, "recorded_at superseded_at"),
    (Why::Sealed, "reason_sealed"),
];

/// The tables of facts: they have [`EVERY_FACT`] beside their own columns.
pub const FACTS: &[(&str, &[(Why, &str)])] = &[
    ("programme", &[(Why::Id, "id organisation_id key"), (Why::NotAPerson, "toml")]),
    (
        "organisation_detail",
        &[(Why::Id, "organisation_id"), (Why::Code, "kind"), (Why::NotAPerson, "name municipality cvr")],
    ),
    ("responsible", &[(Why::Id, "programme_id id"), (Why::Sealed, "name_sealed contact_sealed cpr_sealed")]),
    (
        "user_account",
        &[
            (Why::Id, "id organisation_id"),
            (Why::Account, "user_name password_hash"),
            (Why::Sealed, "name_sealed"),
            (Why::When, "disabled_at expires_on"),
        ],
    ),
    (
        "membership",
        &[(Why::Id, "user_id programme_id id partner_id"), (Why::Code, "role"), (Why::When, "from_day to_day")],
    ),
    (
        "citizen",
        &[
            (Why::Id, "id organisation_id"),
            (Why::Code, "gender birth_year protected_address safe_contact"),
            (Why::Sealed, "alias_sealed name_sealed cpr_sealed phone_sealed register_id_sealed"),
        ],
    ),
    (
        "citizen_merge",
        &[(Why::Id, "organisation_id id from_citizen into_citizen into_version"), (Why::When, "undone_at")],
    ),
    ("partner", &[(Why::Id, "organisation_id id"), (Why::NotAPerson, "name short_name")]),
    (
        "enquiry",
        &[
            (Why::Sealed, "words_sealed"),
            (Why::When, "answered_on"),
            (Why::Code, "outcome has_background is_willing"),
            (Why::Id, "programme_id id citizen_id referrer_id referred_to_id"),
            (Why::When, "received_on"),
            (Why::Code, "channel wants_course research_consent"),
            (Why::Sealed, "note_sealed"),
        ],
    ),
    (
        "course",
        &[
            (Why::Code, "clarification_outcome"),
            (Why::Id, "enquiry_id"),
            (Why::Id, "programme_id id citizen_id"),
            (Why::RegisterNumber, "register_id"),
            (Why::When, "clarification_began_on clarification_ended_on closed_on"),
            (Why::Code, "closing_reason"),
            (Why::Sealed, "clarification_end_sealed closing_sealed"),
        ],
    ),
    (
        "assignment",
        &[
            (Why::Sealed, "note_sealed"),
            (Why::Id, "programme_id course_id id worker_id"),
            (Why::When, "from_day to_day"),
        ],
    ),
    (
        "reading",
        &[
            (Why::Id, "programme_id course_id instrument id instrument_version"),
            (Why::When, "made_on"),
            (Why::Code, "filled_by answers worker_answers withdrawn"),
            (Why::Sealed, "notes_sealed"),
        ],
    ),
    (
        "contact",
        &[
            (Why::Id, "programme_id course_id id"),
            (Why::When, "happened_on"),
            (Why::Code, "kind place with_whom minutes"),
            (Why::Sealed, "text_sealed"),
        ],
    ),
    (
        "goal",
        &[
            (Why::Sealed, "outside_sealed"),
            (Why::Code, "proposed_by is_outside"),
            (Why::Id, "programme_id course_id id"),
            (Why::When, "created_on state_on from_day"),
            (Why::Code, "area state"),
            (Why::Sealed, "text_sealed"),
        ],
    ),
    (
        "step",
        &[
            (Why::Id, "programme_id course_id id"),
            (Why::When, "created_on due_on done_on"),
            (Why::Code, "doer"),
            (Why::Sealed, "text_sealed"),
        ],
    ),
    (
        "mark",
        &[
            (Why::Id, "programme_id course_id id"),
            (Why::When, "marked_on until_day"),
            (Why::Code, "kind phase area"),
            (Why::Sealed, "note_sealed"),
        ],
    ),
    (
        "reply",
        &[
            (Why::Id, "programme_id course_id id"),
            (Why::When, "due_on replied_on"),
            (Why::Code, "reply"),
            (Why::Sealed, "note_sealed"),
        ],
    ),
    (
        "referral",
        &[
            (Why::Sealed, "message_sealed answer_sealed"),
            (Why::Code, "shared"),
            (Why::Id, "goal_id offer_id consent_id"),
            (Why::Id, "programme_id course_id id partner_id"),
            (Why::When, "sent_on state_on from_day"),
            (Why::Code, "area consent state"),
        ],
    ),
    ("exception", &[(Why::Id, "programme_id citizen_id id worker_id"), (Why::Code, "rule"), (Why::When, "granted_on")]),
    (
        "request",
        &[
            (Why::Id, "programme_id course_id id asked_by"),
            (Why::Code, "need state phase"),
            (Why::When, "due_on asked_on answered_on"),
            (Why::Sealed, "words_sealed answer_sealed"),
        ],
    ),
    ("deputy", &[(Why::Id, "programme_id worker_id id deputy_id"), (Why::When, "from_day to_day")]),
    ("block", &[(Why::Id, "organisation_id citizen_id id user_id"), (Why::When, "from_day to_day")]),
    (
        "partner_person",
        &[
            (Why::Id, "organisation_id partner_id id"),
            (Why::Sealed, "name_sealed role_sealed phone_sealed mail_sealed"),
        ],
    ),
    (
        "agreement",
        &[
            (Why::Id, "organisation_id partner_id id"),
            (Why::When, "from_day to_day signed_on"),
            (Why::Sealed, "signers_sealed"),
        ],
    ),
    (
        "duty_note",
        &[
            (Why::Id, "organisation_id agreement_id id"),
            (Why::Code, "duty kept"),
            (Why::When, "noted_on next_on"),
            (Why::Sealed, "words_sealed"),
        ],
    ),
    (
        "referral_in",
        &[
            (Why::Id, "organisation_id partner_id id programme_id enquiry_id subject_id"),
            (Why::When, "sent_on"),
            (Why::Sealed, "called_sealed contact_sealed wish_sealed"),
        ],
    ),
    (
        "feedback",
        &[
            (Why::Id, "programme_id enquiry_id id partner_id subject_id consent_id"),
            (Why::When, "told_on"),
            (Why::Code, "outcome"),
            (Why::Sealed, "words_sealed"),
        ],
    ),
    ("reminder", &[(Why::Id, "programme_id referral_id id"), (Why::When, "reminded_on")]),
    (
        "consent",
        &[
            (Why::Id, "organisation_id subject_id id programme_id partner_id"),
            (Why::Code, "kind state fields wording"),
            (Why::When, "state_on until_day"),
            (Why::Sealed, "recipient_sealed purpose_sealed"),
        ],
    ),
    (
        "quotation",
        &[
            (Why::Id, "programme_id citizen_id id author_id"),
            (Why::Code, "state"),
            (Why::Hash, "heeded"),
            (Why::When, "said_on"),
            (Why::Sealed, "words_sealed confirmed_sealed"),
        ],
    ),
    (
        "release_quotation",
        &[(Why::Id, "programme_id release_id quotation_id quotation_version"), (Why::When, "told_on")],
    ),
    (
        "assessment",
        &[
            (Why::Id, "programme_id course_id id"),
            (Why::Code, "area state"),
            (Why::When, "assessed_on"),
            (Why::Sealed, "note_sealed"),
        ],
    ),
    (
        "network",
        &[
            (Why::Id, "programme_id course_id id"),
            (Why::Code, "kind role service contact"),
            (Why::When, "since_day until_day contact_on"),
            (Why::Sealed, "name_sealed phone_sealed note_sealed"),
        ],
    ),
    (
        "attachment",
        &[
            (Why::Id, "programme_id course_id id"),
            (Why::When, "added_on"),
            (Why::Code, "media bytes"),
            (Why::Sealed, "name_sealed body_sealed"),
        ],
    ),
    (
        "offer",
        &[
            (Why::Id, "organisation_id partner_id id"),
            (Why::NotAPerson, "title areas hours conditions words"),
            (Why::When, "from_day to_day"),
        ],
    ),
    (
        "research_package",
        &[
            (Why::Id, "programme_id id"),
            (Why::When, "as_of"),
            (Why::Code, "persons agreed suppressed"),
            (Why::Hash, "file_hash"),
            (Why::Sealed, "recipient_sealed purpose_sealed file_sealed"),
        ],
    ),
    ("research_person", &[(Why::Id, "programme_id package_id citizen_id pseudonym"), (Why::When, "told_on")]),
    ("paper", &[(Why::Id, "programme_id id subject_id"), (Why::Code, "kind ended"), (Why::Sealed, "body_sealed")]),
    (
        "action",
        &[
            (Why::Id, "programme_id course_id goal_id id"),
            (Why::When, "created_on due_on state_on from_day"),
            (Why::Code, "doer state"),
            (Why::Sealed, "text_sealed doer_name_sealed"),
        ],
    ),
    (
        "handover",
        &[
            (Why::Id, "programme_id course_id id goal_id"),
            (Why::Code, "area carrier"),
            (Why::When, "agreed_on warm_planned_on warm_on"),
            (Why::Sealed, "need_sealed carrier_name_sealed contact_sealed"),
        ],
    ),
];

/// The tables that are not versioned facts: they have these columns only.
pub const OTHERS: &[(&str, &[(Why, &str)])] = &[
    ("organisation", &[(Why::Id, "id"), (Why::Account, "recorded_by"), (Why::When, "recorded_at")]),
    (
        "instrument",
        &[
            (Why::Id, "key version"),
            (Why::NotAPerson, "toml"),
            (Why::Account, "recorded_by"),
            (Why::When, "recorded_at"),
        ],
    ),
    ("user_login", &[(Why::Id, "user_id"), (Why::Code, "failed_attempts"), (Why::When, "locked_until signed_in_at")]),
    (
        "session",
        &[
            (Why::When, "locked_at"),
            (Why::Hash, "token_hash"),
            (Why::Id, "user_id programme_id"),
            (Why::When, "made_at seen_at ends_at"),
            (Why::Code, "locale"),
        ],
    ),
    ("blind_index", &[(Why::Id, "organisation_id subject_id"), (Why::Code, "kind"), (Why::Hash, "hash")]),
    (
        "register_row",
        &[(Why::Id, "programme_id row_id course_id"), (Why::Code, "sheet"), (Why::Hash, "key_hash content_hash")],
    ),
    (
        "audit_event",
        &[
            (Why::Id, "seq programme_id citizen_id subjects"),
            (Why::When, "at"),
            (Why::Account, "actor"),
            (Why::Code, "role relation action event"),
            (Why::Log, "detail"),
            (Why::Hash, "previous_hash hash"),
        ],
    ),
    (
        "audit_change",
        &[
            (Why::Id, "seq programme_id citizen_id subjects"),
            (Why::When, "at"),
            (Why::Account, "actor"),
            (Why::Code, "role relation action event"),
            (Why::Log, "detail"),
            (Why::Hash, "previous_hash hash"),
        ],
    ),
    ("audit_head", &[(Why::Id, "one seq"), (Why::Hash, "hash tag")]),
    (
        "withdrawal",
        &[
            (Why::Id, "programme_id course_id row_id row_version"),
            (Why::Code, "fact"),
            (Why::Account, "recorded_by"),
            (Why::When, "recorded_at"),
            (Why::Sealed, "reason_sealed"),
        ],
    ),
    (
        "release_file",
        &[
            (Why::Id, "programme_id release_id"),
            (Why::Code, "format"),
            (Why::Account, "recorded_by"),
            (Why::When, "recorded_at"),
            (Why::Sealed, "body_sealed"),
        ],
    ),
    ("once", &[(Why::Account, "actor"), (Why::Id, "form_key outcome"), (Why::When, "made_at")]),
    ("unsent", &[(Why::Id, "user_id place subject_id version"), (Why::When, "saved_at"), (Why::Sealed, "body_sealed")]),
    (
        "filling",
        &[
            (Why::Id, "programme_id course_id id citizen_id version"),
            (Why::When, "due_on made_on begun_at saved_at"),
            (Why::Code, "filled_by answers worker_answers"),
            (Why::Account, "begun_by"),
            (Why::Sealed, "notes_sealed"),
        ],
    ),
    (
        "own_task",
        &[
            (Why::Hash, "token_hash pin_hash"),
            (Why::Id, "filling_id programme_id course_id citizen_id user_id"),
            (Why::Code, "kind failed_attempts locale"),
            (Why::When, "made_at ends_at opened_at ended_at"),
        ],
    ),
    ("feed", &[(Why::Hash, "token_hash"), (Why::Id, "user_id programme_id"), (Why::When, "made_at")]),
    (
        "job_run",
        &[
            (Why::Id, "programme_id claim"),
            (Why::Code, "kind state tries reason came_to"),
            (Why::When, "due_at lease_until next_try_at began_at ended_at"),
        ],
    ),
    (
        "digest",
        &[
            (Why::Id, "user_id programme_id version"),
            (Why::Code, "rhythm locale"),
            (Why::Sealed, "address_sealed"),
            (Why::When, "kept_at"),
        ],
    ),
    (
        "api_token",
        &[
            (Why::Hash, "token_hash"),
            (Why::Id, "id programme_id"),
            (Why::NotAPerson, "name"),
            (Why::Code, "role"),
            (Why::Account, "made_by"),
            (Why::When, "made_at ends_on used_at ended_at"),
        ],
    ),
    ("digest_sent", &[(Why::Id, "programme_id user_id"), (Why::Code, "kind"), (Why::When, "due_at sent_at")]),
    // The key store: names without `_sealed`, because nothing in it is anything else.
    ("key_epoch", &[(Why::Id, "epoch"), (Why::Sealed, "wrapped")]),
    ("subject_key", &[(Why::Id, "subject_id organisation_id epoch"), (Why::Sealed, "wrapped")]),
];

/// Every column with its table and its reason.
pub fn columns() -> impl Iterator<Item = (&'static str, &'static str, Why)> {
    let facts = FACTS.iter().map(|(table, columns)| (*table, EVERY_FACT.iter().chain(columns.iter())));
    let others = OTHERS.iter().map(|(table, columns)| (*table, [].iter().chain(columns.iter())));
    facts.chain(others).flat_map(|(table, columns)| {
        columns.flat_map(move |(why, names)| names.split(' ').map(move |name| (table, name, *why)))
    })
}
