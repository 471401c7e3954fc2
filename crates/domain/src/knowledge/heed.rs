//! What in a text may tell on a person: numbers, addresses, ages, and what is said of few. No text is sure to tell on nobody because
//! nothing is found here; a second person reads every note.
//!
//! To add something to be heeded: a variant of [`Kind`], its search, its words in `locales/`. What stands in digits is in `heed/numbers.rs`.

mod numbers;

use std::ops::Range;

use chrono::NaiveDate;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A CPR number.
    Cpr,
    /// A telephone number.
    Phone,
    /// A citizen's name or alias.
    Name,
    /// A word that is a citizen's name or alias too, written as a word.
    NameLike,
    /// An e-mail address.
    Email,
    /// A street or a place with its postal code.
    Address,
    /// A day of birth.
    Birth,
    /// An age.
    Age,
    /// A nationality.
    Origin,
    /// "The only one who".
    OnlyOne,
    /// A number below five of people.
    Few,
    /// A description that fits fewer than five citizens.
    Fits,
}

impl Kind {
    /// Its code, as its words are named (`heed-<code>`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cpr => "cpr",
            Self::Phone => "phone",
            Self::Name => "name",
            Self::NameLike => "name-like",
            Self::Email => "email",
            Self::Address => "address",
            Self::Birth => "birth",
            Self::Age => "age",
            Self::Origin => "origin",
            Self::OnlyOne => "only-one",
            Self::Few => "few",
            Self::Fits => "fits",
        }
    }

    /// Whether nothing is kept until it is changed. The others can be confirmed with a reason.
    pub const fn refuses(self) -> bool {
        matches!(self, Self::Cpr | Self::Phone | Self::Name)
    }
}

/// A passage to be heeded: its bytes in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What it is.
    pub kind: Kind,
    /// Where it stands.
    pub at: Range<usize>,
}

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// Where it stands.
    pub at: Range<usize>,
    /// As it is written.
    pub text: &'a str,
}

/// The words of a text: letters and digits, with hyphens and apostrophes inside.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut begun: Option<usize> = None;
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        let inside = letter.is_alphanumeric() || (begun.is_some() && matches!(letter, '-' | '\'' | '’'));
        match (inside, begun) {
            (true, None) => begun = Some(at),
            (false, Some(from)) => {
                words.extend(text.get(from..end).map(|word| Word { at: from..end, text: word }));
                begun = None;
            }
            _ => {}
        }
        if letter.is_alphanumeric() {
            end = at + letter.len_utf8();
        }
    }
    if let Some(from) = begun {
        words.extend(text.get(from..end).map(|word| Word { at: from..end, text: word }));
    }
    words
}

/// Everything that can be found without knowing anybody, in the order of the text.
pub fn heed(text: &str, today: NaiveDate) -> Vec<Warning> {
    let mut found = numbers::numbers(text, today);
    found.extend(emails(text));
    let words = words(text);
    found.extend(in_words(&words));
    found.extend(phrases(text));
    found.sort_by_key(|warning| (warning.at.start, warning.kind));
    found
}

/// Names among the words: `is_name` says of a word whether it is somebody's. Written with a capital it is a name; without, it may be a word.
pub fn names(text: &str, is_name: impl Fn(&str) -> bool) -> Vec<Warning> {
    let is_capital = |word: &Word<'_>| word.text.chars().next().is_some_and(char::is_uppercase);
    let named =
        |word: &Word<'_>| is_name(word.text) || word.text.split('-').any(|part| part.len() > 1 && is_name(part));
    let found = words(text).into_iter().filter(named);
    found
        .map(|word| Warning { kind: if is_capital(&word) { Kind::Name } else { Kind::NameLike }, at: word.at })
        .collect()
}

fn emails(text: &str) -> Vec<Warning> {
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | '+');
    let mut found = Vec::new();
    for (at, _) in text.match_indices('@') {
        let (Some(before), Some(after)) = (text.get(..at), text.get(at + 1..)) else { continue };
        let name: usize = before.chars().rev().take_while(|letter| is_part(*letter)).map(char::len_utf8).sum();
        let host: String = after.chars().take_while(|letter| is_part(*letter)).collect();
        if name > 0 && host.trim_end_matches('.').contains('.') {
            found.push(Warning { kind: Kind::Email, at: at - name..at + 1 + host.trim_end_matches('.').len() });
        }
    }
    found
}

const STREETS: [&str; 9] = ["vej", "gade", "allé", "stræde", "boulevard", "plads", "torv", "vænget", "street"];
const ORIGINS: [&str; 22] = [
    "rumænsk",
    "bulgarsk",
    "polsk",
    "ungarsk",
    "litauisk",
    "lettisk",
    "russisk",
    "ukrainsk",
    "nigeriansk",
    "ghanesisk",
    "thailandsk",
    "thai",
    "romanian",
    "bulgarian",
    "polish",
    "hungarian",
    "lithuanian",
    "latvian",
    "russian",
    "ukrainian",
    "nigerian",
    "ghanaian",
];
const PEOPLE: [&str; 16] = [
    "borger",
    "borgere",
    "kvinde",
    "kvinder",
    "mand",
    "mænd",
    "person",
    "personer",
    "deltager",
    "deltagere",
    "citizen",
    "citizens",
    "woman",
    "women",
    "men",
    "people",
];
const FEW: [&str; 10] = ["1", "2", "3", "4", "én", "to", "tre", "fire", "two", "three"];

fn in_words(words: &[Word<'_>]) -> Vec<Warning> {
    let lower: Vec<String> = words.iter().map(|word| word.text.to_lowercase()).collect();
    let is_english = lower.iter().any(|word| word == "the");
    let at = |position: usize| lower.get(position).map_or("", String::as_str);
    let span = |from: usize, to: usize| {
        let end = words.get(to).or(words.last()).map_or(0, |word| word.at.end);
        words.get(from).map_or(0..0, |word| word.at.start..end)
    };
    let mut found = Vec::new();
    for (position, word) in words.iter().enumerate() {
        let (text, next, then) = (at(position), at(position + 1), at(position + 2));
        let number: Option<u32> = text.parse().ok();
        let is_age = number.is_some_and(|years| (1..=110).contains(&years));
        let is_capital = word.text.chars().next().is_some_and(char::is_uppercase);
        if is_capital && STREETS.iter().any(|end| text.len() > end.len() && text.ends_with(end)) {
            let to = if next.starts_with(|letter: char| letter.is_ascii_digit()) { position + 1 } else { position };
            found.push(Warning { kind: Kind::Address, at: span(position, to) });
        }
        let is_postal = number.is_some_and(|code| (1000..=9990).contains(&code) && !(1901..=2099).contains(&code));
        let named =
            words.get(position + 1).is_some_and(|word| word.text.chars().next().is_some_and(char::is_uppercase));
        if is_postal && text.len() == 4 && named {
            found.push(Warning { kind: Kind::Address, at: span(position, position + 1) });
        }
        let said_so = is_age && next == "år" && (then == "gammel" || (position > 0 && at(position - 1) == "på"));
        let in_english = is_age && next == "years" && then == "old";
        let in_one = |end: &str| {
            text.split_once('-').is_some_and(|(years, rest)| years.parse::<u32>().is_ok() && rest.starts_with(end))
        };
        if said_so || in_english || in_one("årig") || in_one("year") {
            let to = if said_so || in_english {
                position + 2 - usize::from(then != "gammel" && !in_english)
            } else {
                position
            };
            found.push(Warning { kind: Kind::Age, at: span(position, to) });
        }
        let stem = text.trim_end_matches(['e', 't']);
        if ORIGINS.contains(&text) || ORIGINS.contains(&stem) {
            found.push(Warning { kind: Kind::Origin, at: span(position, position) });
        }
        let is_few = FEW.contains(&text) && !(text == "to" && is_english);
        if is_few && PEOPLE.contains(&next) {
            found.push(Warning { kind: Kind::Few, at: span(position, position + 1) });
        }
    }
    found
}

const ONLY: [&str; 5] = ["den eneste", "de eneste", "det eneste menneske", "the only", "som den første"];

fn phrases(text: &str) -> Vec<Warning> {
    let lower = same_length(text);
    let found = ONLY.iter().flat_map(|phrase| lower.match_indices(phrase).map(|(at, hit)| at..at + hit.len()));
    found.map(|at| Warning { kind: Kind::OnlyOne, at }).collect()
}

/// In lower case, letter for letter, so that a place in it is a place in the text.
pub(super) fn same_length(text: &str) -> String {
    let fold = |letter: char| {
        let mut lower = letter.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(one), None) if one.len_utf8() == letter.len_utf8() => one,
            _ => letter,
        }
    };
    text.chars().map(fold).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::example::day;

    fn found(text: &str) -> Vec<(Kind, &str)> {
        heed(text, day("2015-11-23")).into_iter().map(|one| (one.kind, &text[one.at])).collect()
    }

    #[test]
    fn addresses_days_of_birth_ages_and_mail_are_warned_of() {
        assert_eq!(found("Hun bor på Istedgade 12"), [(Kind::Address, "Istedgade 12")]);
        assert_eq!(found("i 2200 København"), [(Kind::Address, "2200 København")]);
        assert_eq!(found("født 3.4.02"), [(Kind::Birth, "3.4.02")]);
        assert_eq!(found("d. 3.4.1985 var"), [(Kind::Birth, "3.4.1985")]);
        assert_eq!(found("en 38-årig, der"), [(Kind::Age, "38-årig")]);
        assert_eq!(found("en kvinde på 38 år"), [(Kind::Age, "38 år")]);
        assert_eq!(found("She is 38 years old now"), [(Kind::Age, "38 years old")]);
        assert_eq!(found("skriv til a.b@c.dk."), [(Kind::Email, "a.b@c.dk")]);
        for fine in ["et forløb varer 12 måneder", "i 2 år", "I 2015 København", "vejen frem", "@ kontoret"] {
            assert_eq!(found(fine), [], "{fine}");
        }
    }

    #[test]
    fn what_is_said_of_few_is_warned_of() {
        assert_eq!(found("Hun er den eneste, der"), [(Kind::OnlyOne, "den eneste")]);
        assert_eq!(found("Tre kvinder fik bolig"), [(Kind::Few, "Tre kvinder")]);
        assert_eq!(found("en rumænsk kvinde"), [(Kind::Origin, "rumænsk")]);
        assert_eq!(found("rumænske"), [(Kind::Origin, "rumænske")]);
        for fine in ["17 kvinder", "en borger kan", "it is open to women in the evening", "Kvinderne valgte selv"] {
            assert_eq!(found(fine), [], "{fine}");
        }
    }

    #[test]
    fn a_name_with_a_capital_is_a_name_and_without_it_may_be_a_word() {
        let is_name = |word: &str| ["svale", "bo"].contains(&word.to_lowercase().as_str());
        let told = |text: &'static str| -> Vec<_> {
            names(text, is_name).into_iter().map(|one| (one.kind, &text[one.at])).collect()
        };
        assert_eq!(told("Da Svale flyttede"), [(Kind::Name, "Svale")]);
        assert_eq!(told("et sted at bo"), [(Kind::NameLike, "bo")]);
        assert_eq!(told("Svale-Marie"), [(Kind::Name, "Svale-Marie")]);
        assert_eq!(told("Svaler flyver"), []);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_stumble_and_every_passage_is_of_the_text(text in "[ -~æøåÆØÅ@0-9\\.\\-/ \n🙂İ]{0,80}") {
            for warning in heed(&text, day("2015-11-23")).into_iter().chain(names(&text, |word| word.len() > 3)) {
                prop_assert!(text.get(warning.at.clone()).is_some_and(|passage| !passage.is_empty()), "{warning:?}");
            }
        }
    }
}
