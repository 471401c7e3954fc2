//! `/opsaetning`: the organisation, the programme's rules with their versions, the staff, and the programs that read figures.

pub(crate) mod file;
pub(crate) mod history;
pub(crate) mod holder;
pub(crate) mod logo;
pub(crate) mod preview;
pub(crate) mod rules;
pub(crate) mod staff;
pub(crate) mod token;
mod told;

use domain::access::Action;

use crate::frame::may;
use crate::part::Chip;
use crate::reader::Reader;

/// The page of the organisation.
const HOLDER: &str = "/opsaetning";
/// The page of the rules.
const RULES: &str = "/opsaetning/indsats";
/// The page of the rules as a file.
const FILE: &str = "/opsaetning/fil";
/// The page of the versions.
const HISTORY: &str = "/opsaetning/historik";
/// The page of the logo.
const LOGO: &str = "/opsaetning/logo";
/// The page of the staff.
const STAFF: &str = "/opsaetning/medarbejdere";

/// The page of the programs that read figures.
const TOKENS: &str = "/opsaetning/programmer";

/// The links between the pages; the reader's own only.
fn ways(reader: &Reader, here: &str) -> Vec<Chip> {
    let t = render::words(reader.locale);
    let all = [
        (RULES, "setup-rules", Action::SeeRules),
        (HISTORY, "setup-history", Action::SeeRules),
        (FILE, "setup-file", Action::KeepProgrammes),
        (HOLDER, "setup-holder", Action::SeeRules),
        (LOGO, "setup-logo", Action::SeeRules),
        (STAFF, "setup-staff", Action::KeepStaff),
        (TOKENS, "token-title", Action::KeepTokens),
    ];
    let own = all.into_iter().filter(|(.., action)| may(reader, *action));
    own.map(|(href, text, _)| Chip { href: href.to_owned(), text: t.say(text).to_owned(), is_current: href == here })
        .collect()
}

/// A fact in two columns: what, and how it stands.
struct Fact {
    what: String,
    is: Vec<String>,
}
