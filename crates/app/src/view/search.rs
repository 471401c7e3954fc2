//! *Søg*: citizens by alias, name, register id or telephone number, and notes by their words.

use chrono::NaiveDate;
use domain::code::ContactKind;
use domain::id::{CitizenId, ContactId};
use domain::personal::Personal;

/// From how many letters on there is an answer.
pub const FROM_LETTERS: usize = 3;
/// How many citizens, and how many notes, an answer shows.
pub const SHOWN: usize = 20;

/// What somebody was found by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum By {
    /// The alias.
    Alias,
    /// The name.
    Name,
    /// The CPR number.
    Cpr,
    /// The telephone number.
    Phone,
    /// The id in the team's register.
    RegisterId,
    /// Alias and year of birth together.
    AliasAndYear,
}

impl By {
    /// The code, as its text is named.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Alias => "alias",
            Self::Name => "name",
            Self::Cpr => "cpr",
            Self::Phone => "phone",
            Self::RegisterId => "register-id",
            Self::AliasAndYear => "alias-birth-year",
        }
    }
}

/// A citizen that was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The citizen.
    pub citizen: CitizenId,
    /// What the citizen is called in lists.
    pub name: Personal<String>,
    /// What the words were found in.
    pub by: Vec<By>,
}

/// A note that holds the words.
#[derive(Clone, Debug)]
pub struct FoundNote {
    /// The contact.
    pub contact: ContactId,
    /// The citizen.
    pub citizen: CitizenId,
    /// What the citizen is called in lists.
    pub name: Personal<String>,
    /// The day.
    pub on: NaiveDate,
    /// What kind of contact it was.
    pub kind: Option<ContactKind>,
    /// What stands before the words, the words as they stand, and what comes after.
    pub excerpt: Personal<(String, String, String)>,
}

/// The page.
#[derive(Clone, Debug)]
pub struct SearchPage {
    /// What was searched for.
    pub terms: Personal<String>,
    /// Whether there were letters enough.
    pub is_long_enough: bool,
    /// Whether all citizens of the programme were searched, or the reader's own.
    pub is_programme: bool,
    /// The citizens.
    pub found: Vec<Found>,
    /// Whether there are more than are shown.
    pub has_more: bool,
    /// The notes; `None` where none were searched.
    pub notes: Option<Vec<FoundNote>>,
}
