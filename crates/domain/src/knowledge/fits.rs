//! Whom a description fits: the coded facts that a sentence names, and how many persons have them all.
//!
//! A sentence that names two facts or more and fits one to four persons may tell on one of them (R19's limit), even without a name.

use std::ops::Range;

use super::heed::same_length;

/// A coded fact that a sentence can name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Coded {
    /// A gender's code.
    Gender(&'static str),
    /// How they came: a channel's code.
    Channel(&'static str),
    /// A goal in an area: its key.
    Area(String),
    /// The phase they are in.
    Phase(u32),
    /// What the citizen says the purpose is: the choice's key.
    Purpose(String),
    /// The course is closed.
    Closed,
}

/// Words that name a coded fact, in lower case. A single word is the beginning of one: `kvinde` is found in `kvinder`.
#[derive(Clone, Debug)]
pub struct Term {
    /// The words.
    pub words: String,
    /// What they name.
    pub names: Coded,
}

/// The coded facts of a person.
#[derive(Clone, Debug, Default)]
pub struct Person(pub Vec<Coded>);

/// A sentence that names coded facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    /// Where it stands.
    pub at: Range<usize>,
    /// What it names, each once.
    pub names: Vec<Coded>,
}

/// The sentences of a text that name two coded facts or more.
pub fn descriptions(text: &str, terms: &[Term]) -> Vec<Description> {
    let lower = same_length(text);
    let mut found = Vec::new();
    let mut from = 0;
    for (end, letter) in lower.char_indices().chain([(lower.len(), '.')]) {
        if !matches!(letter, '.' | '!' | '?' | '\n') {
            continue;
        }
        if let Some(sentence) = lower.get(from..end) {
            let mut names: Vec<Coded> =
                terms.iter().filter(|term| holds(sentence, &term.words)).map(|term| term.names.clone()).collect();
            names.sort();
            names.dedup();
            if names.len() > 1 {
                let blank = sentence.len() - sentence.trim_start().len();
                found.push(Description { at: from + blank..from + sentence.trim_end().len(), names });
            }
        }
        from = end + letter.len_utf8();
    }
    found
}

/// Whether the words stand in a sentence, beginning at a word.
fn holds(sentence: &str, words: &str) -> bool {
    !words.is_empty()
        && sentence.match_indices(words).any(|(at, _)| {
            let before = sentence.get(..at).and_then(|before| before.chars().next_back());
            before.is_none_or(|letter| !letter.is_alphanumeric())
        })
}

/// How many persons have every fact.
pub fn fits(persons: &[Person], names: &[Coded]) -> usize {
    persons.iter().filter(|person| names.iter().all(|name| person.0.contains(name))).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms() -> Vec<Term> {
        let term = |words: &str, names| Term { words: words.to_owned(), names };
        vec![
            term("kvinde", Coded::Gender("kvinde")),
            term("bolig", Coded::Area("bolig".to_owned())),
            term("fase 2", Coded::Phase(2)),
        ]
    }

    #[test]
    fn a_sentence_with_two_facts_is_a_description_and_one_alone_is_not() {
        let text = "Bolig er svært. En Kvinde i fase 2 fik bolig! Kvinderne ved det.";
        let found = descriptions(text, &terms());
        assert_eq!(found.len(), 1);
        assert_eq!(&text[found[0].at.clone()], "En Kvinde i fase 2 fik bolig");
        assert_eq!(found[0].names.len(), 3);
        assert_eq!(descriptions("Boligkvinden og ekvinde", &terms()), []);
    }

    #[test]
    fn it_fits_whoever_has_every_fact() {
        let person = |facts: &[Coded]| Person(facts.to_vec());
        let (woman, home) = (Coded::Gender("kvinde"), Coded::Area("bolig".to_owned()));
        let persons = [
            person(&[woman.clone(), home.clone()]),
            person(std::slice::from_ref(&woman)),
            person(std::slice::from_ref(&home)),
        ];
        assert_eq!(fits(&persons, &[woman.clone(), home]), 1);
        assert_eq!(fits(&persons, &[woman]), 2);
    }
}
