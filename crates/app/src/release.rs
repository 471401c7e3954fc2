//! Reports that leave the team (M28, R19 to R21): drafted from a template, proposed, locked by a second person, sent, corrected.
//!
//! `draw` takes what a section draws from the record, `choose` which quotations stand in it, `draft` puts a report together and has it judged,
//! `document` makes it something to read, `propose` freezes it, `preview` shows who decides what they lock, `decide` is what becomes of it, `read` shows what there is, `verify` whether it is whole, `json` tells programs of it,
//! `regular` is what the program prepares by itself.

mod choose;
mod decide;
mod document;
mod draft;
mod draw;
pub mod json;
mod preview;
mod propose;
mod read;
mod regular;
mod verify;

pub use self::choose::{Choices, Place, choices, choose};
pub use self::decide::{decide, note_sending, note_taken_back};
pub use self::document::document;
pub use self::draft::{Draft, DraftSection, Kept, draft, printed};
pub use self::draw::{Drawn, Lack};
pub use self::preview::Shown;
pub use self::propose::propose;
pub use self::read::{Redefined, ReleaseLine, ReleasePage, ReleasesPage, TakenBack, agreements, file, one, overview};
pub use self::regular::{LastPrepared, RegularLine};
pub(crate) use self::regular::{Waits, WaitsFor, prepare, waits};
pub use self::verify::{Checked, Part, verify};

use domain::code::Addressee;
use domain::id::ProgrammeId;
use uuid::Uuid;

/// The id of what is kept under a name: the same name gives the same id, so that two who keep it at once meet.
pub(crate) fn id_of(programme: ProgrammeId, parts: &[&str]) -> Uuid {
    let name = std::iter::once(programme.0.to_string()).chain(parts.iter().map(|part| (*part).to_owned()));
    let digest = vault::digest(name.collect::<Vec<_>>().join("\n").as_bytes());
    Uuid::from_u128(digest.iter().take(16).fold(0, |id, byte| id << 8 | u128::from(*byte)))
}

/// The id of what an audience has been told.
fn told_id(programme: ProgrammeId, addressee: Addressee) -> Uuid {
    id_of(programme, &["told", addressee.code()])
}

/// Bytes in hexadecimal digits.
fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
