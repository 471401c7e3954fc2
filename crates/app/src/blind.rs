//! The one place that says what finds a citizen again: keyed hashes of folded values, for duplicates, and of the beginnings of every
//! word, for searching in a programme.

use std::collections::BTreeSet;

use domain::id::{CitizenId, ProgrammeId};
use domain::identity::Identity;
use domain::personal::Personal;
use store::row::Blind;
use vault::{BlindKey, fold};

/// The longest beginning that is kept, in letters.
const LONGEST: usize = 12;
/// The shortest beginning; a shorter word is kept whole.
const SHORTEST: usize = 3;
/// The kind of the entries for searching.
pub(crate) const PREFIX: &str = "prefix";

/// What a citizen can be found by.
#[derive(Clone, Copy, Default)]
pub(crate) struct Named<'a> {
    /// The alias.
    pub(crate) alias: Option<&'a str>,
    /// The name.
    pub(crate) name: Option<&'a str>,
    /// The CPR number.
    pub(crate) cpr: Option<&'a str>,
    /// The telephone number.
    pub(crate) phone: Option<&'a str>,
    /// The year of birth.
    pub(crate) birth_year: Option<i64>,
    /// The id in the team's register.
    pub(crate) register_id: Option<&'a str>,
}

impl<'a> Named<'a> {
    /// What an identity and the register's id say.
    pub(crate) fn of(identity: &'a Identity, register_id: Option<&'a str>) -> Self {
        let text = |text: &'a Option<Personal<String>>| text.as_ref().map(|text| text.reveal().as_str());
        Self {
            alias: text(&identity.alias),
            name: text(&identity.name),
            cpr: text(&identity.cpr),
            phone: text(&identity.phone),
            birth_year: identity.birth_year,
            register_id,
        }
    }

    /// The folded words that a search looks among.
    pub(crate) fn words(&self) -> BTreeSet<String> {
        let texts = [self.alias, self.name, self.register_id].into_iter().flatten();
        let mut words: BTreeSet<String> =
            texts.flat_map(|text| fold::name(text).split(' ').map(str::to_owned).collect::<Vec<_>>()).collect();
        words.extend(self.phone.map(fold::phone));
        words.remove("");
        words
    }
}

/// Values that find a whole citizen, each under its kind: the same in two records is a hint that they are one person.
pub(crate) fn whole(key: &BlindKey, named: &Named<'_>) -> Vec<(&'static str, [u8; 16])> {
    let alias = named.alias.map(fold::name);
    let with_year = alias.as_ref().zip(named.birth_year).map(|(alias, year)| format!("{alias} {year}"));
    let folded = [
        ("cpr", named.cpr.map(fold::cpr)),
        ("phone", named.phone.map(fold::phone)),
        ("name", named.name.map(fold::name)),
        ("alias", alias),
        ("alias_birth_year", with_year),
        ("register_id", named.register_id.map(str::to_lowercase)),
    ];
    let hashed = folded.into_iter().filter_map(|(kind, folded)| Some((kind, folded.filter(|text| !text.is_empty())?)));
    hashed.map(|(kind, folded)| (kind, key.hash(kind, &folded))).collect()
}

/// Everything that finds a citizen in a programme.
pub(crate) fn entries(key: &BlindKey, programme: ProgrammeId, citizen: CitizenId, named: &Named<'_>) -> Vec<Blind> {
    let beginnings: BTreeSet<String> = named.words().iter().flat_map(|word| beginnings(word)).collect();
    let beginnings = beginnings.iter().map(|text| (PREFIX, beginning(key, programme, text)));
    let all = whole(key, named).into_iter().chain(beginnings);
    all.map(|(kind, hash)| Blind { kind, hash, subject: citizen.into() }).collect()
}

/// The beginnings of a word that are kept.
fn beginnings(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let lengths = SHORTEST.min(letters.len())..=LONGEST.min(letters.len());
    lengths.map(|length| letters.iter().take(length).collect()).collect()
}

/// The hash of the beginning of a word in a programme. It begins with a part of the programme's id, so that a programme's entries lie
/// together: written in one run and found in few pages.
pub(crate) fn beginning(key: &BlindKey, programme: ProgrammeId, word: &str) -> [u8; 16] {
    let cut: String = word.chars().take(LONGEST).collect();
    let mut hash = key.hash(PREFIX, &format!("{programme} {cut}"));
    let ours = programme.0.as_bytes().iter().rev().take(4);
    for (to, from) in hash.iter_mut().zip(ours) {
        *to = *from;
    }
    hash
}

/// The folded words of a search. A number may be written with its separators, as a telephone number is.
pub(crate) fn asked(terms: &str) -> Vec<String> {
    let is_number = |letter: char| letter.is_ascii_digit() || letter.is_whitespace() || "+-".contains(letter);
    if terms.chars().all(is_number) {
        let number = fold::phone(terms);
        return if number.is_empty() { Vec::new() } else { vec![number] };
    }
    let mut words: Vec<String> = fold::name(terms).split_whitespace().map(str::to_owned).collect();
    // The longest finds the fewest.
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    words.dedup();
    words
}

/// Whether every word of a search begins a word of the citizen's.
pub(crate) fn finds(asked: &[String], words: &BTreeSet<String>) -> bool {
    asked.iter().all(|wanted| words.iter().any(|word| word.starts_with(wanted.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_from_three_letters_on_and_a_shorter_one_whole() {
        assert_eq!(beginnings("svale"), ["sva", "sval", "svale"]);
        assert_eq!(beginnings("bo"), ["bo"]);
        assert_eq!(beginnings("abcdefghijklmnop").last().map(String::as_str), Some("abcdefghijkl"));
    }

    #[test]
    fn a_telephone_number_is_one_word_however_it_is_written() {
        assert_eq!(asked("+45 20 30 40 50"), ["20304050"]);
        assert_eq!(asked("Bo Ærø"), ["ærø", "bo"]);
        assert_eq!(asked(" - "), Vec::<String>::new());
        let named = Named { phone: Some("20 30 40 50"), name: Some("Bo Ærø"), ..Named::default() };
        assert!(finds(&asked("2030"), &named.words()) && finds(&asked("ærø bo"), &named.words()));
        assert!(!finds(&asked("bo holm"), &named.words()));
    }
}
