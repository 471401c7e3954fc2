//! The lists of the register format: their names, their columns and which of these are needed.
//!
//! This is the one home of the headings. To add a column: one line here, its field in `row.rs`, its reading in `lists.rs`,
//! its line in `docs/register.md`.

use std::borrow::Cow;

/// One column of a list.
#[derive(Debug, PartialEq, Eq)]
pub struct Column {
    /// The Danish heading: the format.
    pub danish: &'static str,
    /// The English heading, accepted too.
    pub english: &'static str,
    /// Whether the column and a value in every row are needed.
    pub is_needed: bool,
    /// Whether its values tell on a person, so that no message may repeat one.
    pub is_personal: bool,
}

/// One list: a sheet of the workbook or a file of the folder.
#[derive(Debug, PartialEq, Eq)]
pub struct List {
    /// The Danish name: the format, and the key in counts.
    pub danish: &'static str,
    /// The English name, accepted too.
    pub english: &'static str,
    /// Whether a register without the list is a fault.
    pub is_needed: bool,
    /// Its columns, the id or the course first.
    pub columns: &'static [Column],
}

const fn needed(danish: &'static str, english: &'static str) -> Column {
    Column { danish, english, is_needed: true, is_personal: false }
}

const fn free(danish: &'static str, english: &'static str) -> Column {
    Column { danish, english, is_needed: false, is_personal: false }
}

const fn personal(danish: &'static str, english: &'static str) -> Column {
    Column { danish, english, is_needed: false, is_personal: true }
}

/// `borgere`.
pub static CITIZENS: List = List {
    danish: "borgere",
    english: "citizens",
    is_needed: true,
    columns: &[
        needed("borger_id", "citizen_id"),
        personal("alias", "alias"),
        personal("navn", "name"),
        personal("cpr", "cpr"),
        personal("koen", "gender"),
        personal("foedselsaar", "birth_year"),
        personal("telefon", "phone"),
        personal("adressebeskyttelse", "protected_address"),
        personal("sikker_kontakt", "safe_contact"),
    ],
};

/// `henvendelser`.
pub static ENQUIRIES: List = List {
    danish: "henvendelser",
    english: "enquiries",
    is_needed: false,
    columns: &[
        needed("henvendelse_id", "enquiry_id"),
        needed("dato", "date"),
        free("kanal", "channel"),
        free("henviser", "referrer"),
        free("borger_id", "citizen_id"),
        free("oensker_forloeb", "wants_course"),
        free("forskning_samtykke", "research_consent"),
        free("viderehenvist_til", "referred_to"),
        personal("note", "note"),
    ],
};

/// `forloeb`.
pub static COURSES: List = List {
    danish: "forloeb",
    english: "courses",
    is_needed: true,
    columns: &[
        needed("forloeb_id", "course_id"),
        needed("borger_id", "citizen_id"),
        needed("afklaring_start", "clarification_start"),
        free("afklaring_slut", "clarification_end"),
        personal("afklaring_aarsag", "clarification_reason"),
        free("afsluttet", "closed"),
        personal("afslutningsaarsag", "closing_reason"),
        free("medarbejder", "worker"),
    ],
};

/// `maalinger`.
pub static READINGS: List = List {
    danish: "maalinger",
    english: "readings",
    is_needed: false,
    columns: &[
        needed("maaling_id", "reading_id"),
        needed("forloeb_id", "course_id"),
        needed("instrument", "instrument"),
        needed("dato", "date"),
        needed("punkt", "item"),
        free("svar", "answer"),
        free("udfyldt_af", "filled_by"),
        personal("note", "note"),
    ],
};

/// `maal`.
pub static GOALS: List = List {
    danish: "maal",
    english: "goals",
    is_needed: false,
    columns: &[
        needed("maal_id", "goal_id"),
        needed("forloeb_id", "course_id"),
        needed("oprettet", "created"),
        free("omraade", "area"),
        personal("tekst", "text"),
        free("status", "status"),
        free("status_dato", "status_date"),
    ],
};

/// `kontakter`.
pub static CONTACTS: List = List {
    danish: "kontakter",
    english: "contacts",
    is_needed: false,
    columns: &[
        needed("forloeb_id", "course_id"),
        needed("dato", "date"),
        free("type", "type"),
        free("sted", "place"),
        free("med", "with"),
        free("minutter", "minutes"),
        personal("tekst", "text"),
    ],
};

/// `henvisninger`.
pub static REFERRALS: List = List {
    danish: "henvisninger",
    english: "referrals",
    is_needed: false,
    columns: &[
        needed("forloeb_id", "course_id"),
        needed("dato", "date"),
        needed("partner", "partner"),
        free("omraade", "area"),
        free("samtykke", "consent"),
        free("status", "status"),
        free("status_dato", "status_date"),
    ],
};

/// `medarbejdere`.
pub static WORKERS: List = List {
    danish: "medarbejdere",
    english: "workers",
    is_needed: false,
    columns: &[
        needed("brugernavn", "user_name"),
        personal("navn", "name"),
        free("fra", "from"),
        free("til", "to"),
        free("samarbejdspartner", "partner"),
    ],
};

/// `skridt`, a list of our own.
pub static STEPS: List = List {
    danish: "skridt",
    english: "steps",
    is_needed: false,
    columns: &[
        needed("forloeb_id", "course_id"),
        needed("oprettet", "created"),
        Column { danish: "tekst", english: "text", is_needed: true, is_personal: true },
        free("dato", "date"),
        free("hvem", "who"),
        free("gjort", "done"),
    ],
};

/// `begivenheder`, a list of our own.
pub static MARKS: List = List {
    danish: "begivenheder",
    english: "marks",
    is_needed: false,
    columns: &[
        needed("forloeb_id", "course_id"),
        needed("dato", "date"),
        needed("type", "type"),
        free("fase", "phase"),
        free("omraade", "area"),
        personal("note", "note"),
    ],
};

/// `opfoelgninger`, a list of our own.
pub static REPLIES: List = List {
    danish: "opfoelgninger",
    english: "replies",
    is_needed: false,
    columns: &[
        needed("forloeb_id", "course_id"),
        needed("forfald", "due"),
        needed("dato", "date"),
        needed("svar", "answer"),
        personal("note", "note"),
    ],
};

/// Every list, in the order in which they are read: what is pointed to comes before what points to it.
pub static ALL: [&List; 11] =
    [&WORKERS, &CITIZENS, &ENQUIRIES, &COURSES, &READINGS, &GOALS, &CONTACTS, &REFERRALS, &STEPS, &MARKS, &REPLIES];

/// The lists of the format itself; a register without one of them is told so.
pub static USUAL: [&List; 8] = [&CITIZENS, &ENQUIRIES, &COURSES, &READINGS, &GOALS, &CONTACTS, &REFERRALS, &WORKERS];

impl List {
    /// The list that a sheet or file of this name holds.
    pub fn named(name: &str) -> Option<&'static Self> {
        let name = folded(name);
        ALL.into_iter().find(|list| list.danish == name || list.english == name)
    }

    /// The place of the column with this heading among the list's columns.
    pub fn column_headed(&self, heading: &str) -> Option<usize> {
        let heading = folded(heading);
        self.columns.iter().position(|column| column.danish == heading || column.english == heading)
    }
}

/// Whether the character is one that nobody sees: writing direction marks, joiners, a byte order mark, NUL.
pub fn is_invisible(character: char) -> bool {
    matches!(character, '\0' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A heading, name or code as it is compared: small letters, `æøå` as `ae oe aa`, space and hyphen as `_`, nothing invisible.
///
/// ```text
/// " Fødselsår "  ->  "foedselsaar"
/// "Who-5"        ->  "who_5"
/// ```
pub fn folded(text: &str) -> Cow<'_, str> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
    if text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 4);
    for character in text.chars().flat_map(char::to_lowercase) {
        match character {
            'æ' => out.push_str("ae"),
            'ø' => out.push_str("oe"),
            'å' => out.push_str("aa"),
            '\u{30a}' if out.ends_with('a') => out.push('a'),
            c if is_invisible(c) => {}
            c if c.is_whitespace() || c == '-' => {
                if !out.ends_with('_') {
                    out.push('_');
                }
            }
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_may_be_written_as_danes_write_it() {
        assert_eq!(folded(" Fødselsår\u{a0}"), "foedselsaar");
        assert_eq!(folded("\u{200e}Borger-ID"), "borger_id");
        assert_eq!(folded("Ma\u{30a}l"), "maal");
        assert_eq!(List::named("Måling"), None);
        assert_eq!(List::named(" MÅLINGER "), Some(&READINGS));
        assert_eq!(CITIZENS.column_headed("Køn"), Some(4));
    }

    #[test]
    fn no_heading_stands_for_two_columns() {
        for list in ALL {
            let mut headings: Vec<_> = list.columns.iter().map(|column| column.danish).collect();
            headings.extend(list.columns.iter().filter(|c| c.english != c.danish).map(|column| column.english));
            let all = headings.len();
            headings.sort_unstable();
            headings.dedup();
            assert_eq!(headings.len(), all, "{}", list.danish);
        }
    }
}
