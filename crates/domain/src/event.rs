//! What happened, for the log. Events name fields, rows and counts, never a value.

use serde::{Deserialize, Serialize};

use crate::id::{CitizenId, ProgrammeId, UserId};

/// One kind of entry in the log. Its code is stored; its words are in `locales/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// A store was made.
    StoreMade,
    /// A programme was added or replaced by a new version.
    ProgrammeKept {
        /// The programme's key.
        key: String,
        /// Its version from now on.
        version: i64,
    },
    /// An account was made.
    UserAdded {
        /// The account.
        user: UserId,
    },
    /// An account was disabled.
    UserDisabled {
        /// The account.
        user: UserId,
    },
    /// Somebody signed in.
    SignedIn,
    /// A sign-in was refused; the name tried is not kept.
    SignInRefused,
    /// Somebody signed out.
    SignedOut,
    /// A register was imported: rows added and changed by list.
    RegisterImported {
        /// Records added.
        added: u64,
        /// Records changed.
        changed: u64,
    },
    /// Invented people were made, for trials and measurements.
    Seeded {
        /// How many citizens.
        citizens: u64,
    },
    /// Figures were seen or exported.
    FiguresSeen {
        /// The report's name.
        report: String,
    },
    /// A list of citizens was seen; the log row names each of them.
    CitizensListed {
        /// Which list.
        list: String,
    },
    /// A citizen's course was seen.
    CitizenSeen,
    /// A sealed text was opened.
    SealedOpened {
        /// The table.
        table: String,
        /// The column.
        column: String,
        /// The row.
        row: String,
    },
    /// The log was seen.
    LogSeen,
    /// The log's chain was checked.
    LogVerified {
        /// Entries checked.
        entries: u64,
    },
    /// A checkpoint of the log was written.
    CheckpointWritten {
        /// Its last entry.
        entry: i64,
    },
}

impl Event {
    /// The event's code, as stored and translated (`event-<code>`).
    pub const fn code(&self) -> &'static str {
        match self {
            Self::StoreMade => "store_made",
            Self::ProgrammeKept { .. } => "programme_kept",
            Self::UserAdded { .. } => "user_added",
            Self::UserDisabled { .. } => "user_disabled",
            Self::SignedIn => "signed_in",
            Self::SignInRefused => "sign_in_refused",
            Self::SignedOut => "signed_out",
            Self::RegisterImported { .. } => "register_imported",
            Self::Seeded { .. } => "seeded",
            Self::FiguresSeen { .. } => "figures_seen",
            Self::CitizensListed { .. } => "citizens_listed",
            Self::CitizenSeen => "citizen_seen",
            Self::SealedOpened { .. } => "sealed_opened",
            Self::LogSeen => "log_seen",
            Self::LogVerified { .. } => "log_verified",
            Self::CheckpointWritten { .. } => "checkpoint_written",
        }
    }
}

/// An event with whom it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The programme it happened in.
    pub programme: Option<ProgrammeId>,
    /// The citizens concerned: one for a page, several for a list.
    pub citizens: Vec<CitizenId>,
    /// What happened.
    pub event: Event,
}
