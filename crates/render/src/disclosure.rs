//! What is printed with a table that leaves: the one sign for what is withheld, how many cells it is, and the rule (R19).

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

/// What a withheld cell would give away, a line for the coordinator.
pub fn explained(gives: &GivesAway, locale: Locale) -> String {
    let words = words(locale);
    let sum = gives.sum().unwrap_or_default();
    let key = if sum.is_empty() { "disclosure-gives-away" } else { "disclosure-gives-away-by" };
    words.say_with(key, &[("cell", (&gives.cell).into()), ("small", (&gives.small).into()), ("sum", (&sum).into())])
}
