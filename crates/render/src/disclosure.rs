//! What is printed with a table that leaves: the one sign for what is withheld, how many cells it is, and the rule (R19).

use std::collections::BTreeMap;

use domain::disclosure::{GivesAway, Release};

use crate::{Locale, words};

/// Stands in place of a count that is withheld, for whichever reason. Statistics Denmark's sign.
pub const WITHHELD: &str = "..";

/// What is printed below the table; empty where nothing is withheld.
pub fn note(release: &Release, locale: Locale) -> String {
    match release.withheld() {
        0 => String::new(),
        withheld => words(locale).say_with(
            "disclosure-note",
            &[("sign", WITHHELD.into()), ("withheld", withheld.into()), ("below", release.below().into())],
        ),
    }
}

/// Why a withheld cell is, in the words of the report: with it another count could be worked out, and how.
pub fn why(gives: &GivesAway, called: &BTreeMap<&str, &str>, locale: Locale) -> String {
    let words = words(locale);
    // What grew since the last report, and what is left of a whole, stand nowhere and have no name of their own.
    let grown = |key: &str| {
        let name = called.get(key.strip_suffix(" +")?)?;
        Some(words.say_with("disclosure-growth", &[("name", (*name).into())]))
    };
    let name = |key: &str| {
        let known = called.get(key).map(|name| (*name).to_owned());
        known.or_else(|| grown(key)).unwrap_or_else(|| words.say("disclosure-other").to_owned())
    };
    let mut sum = String::new();
    for (at, term) in gives.terms.iter().enumerate() {
        let sign = match (at, term.times < 0) {
            (0, false) => "",
            (0, true) => "−",
            (_, false) => " + ",
            (_, true) => " − ",
        };
        let times = if term.times.abs() == 1 { String::new() } else { format!("{} × ", term.times.abs()) };
        sum.push_str(&format!("{sign}{times}{}", term.count));
    }
    let small = name(&gives.small);
    match sum.is_empty() {
        true => words.say_with("disclosure-why", &[("small", (&small).into())]),
        false => words.say_with("disclosure-why-by", &[("small", (&small).into()), ("sum", (&sum).into())]),
    }
}

/// What a withheld cell would give away, a line for the coordinator.
pub fn explained(gives: &GivesAway, locale: Locale) -> String {
    let words = words(locale);
    let sum = gives.sum().unwrap_or_default();
    let key = if sum.is_empty() { "disclosure-gives-away" } else { "disclosure-gives-away-by" };
    words.say_with(key, &[("cell", (&gives.cell).into()), ("small", (&gives.small).into()), ("sum", (&sum).into())])
}
