//! A research package as files: the rows as CSV, a Data Package that describes them, and the code book for programs and for people.
//!
//! Nothing here knows who anybody is; no file tells a day of a calendar.

mod codebook;
mod datapackage;
mod document;

use domain::programme::Text;
use domain::research::Package;
use domain::research::columns::{Column, End, Meaning, Value};
use domain::research::ladder::Level;

pub use self::codebook::codebook;
pub use self::datapackage::{Written, datapackage};
pub use self::document::document;
use crate::Words;

/// The name of the file of rows.
pub const DATA: &str = "data.csv";
/// The name of the description of the package.
pub const DATAPACKAGE: &str = "datapackage.json";
/// The name of the code book for programs.
pub const CODEBOOK: &str = "codebook.json";
/// The name of the code book for people, without its ending.
pub const READABLE: &str = "codebook";
/// The column of the pseudonyms.
pub const PERSON: &str = "person";

/// An instrument that the package tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Used {
    /// Its title.
    pub title: Text,
    /// Its version (R17).
    pub version: String,
    /// Who wrote it and under which licence (R17).
    pub licence: String,
}

/// The rows: UTF-8, commas, a line an entry; a text that a spreadsheet would run is defused.
pub fn csv(package: &Package) -> String {
    let names = package.columns.iter().map(|column| column.name.clone());
    let mut text = std::iter::once(PERSON.to_owned()).chain(names).collect::<Vec<_>>().join(",");
    text.push_str("\r\n");
    for row in &package.rows {
        text.push_str(&row.person);
        for value in &row.values {
            text.push(',');
            text.push_str(&cell(value));
        }
        text.push_str("\r\n");
    }
    text
}

fn cell(value: &Value) -> String {
    match value {
        Value::Nothing => String::new(),
        Value::Number(number) => number.to_string(),
        Value::Code(code) => crate::table::csv_cell(code, ',', false),
    }
}

/// The key of a column's texts, without its beginning.
const fn key(meaning: &Meaning) -> &'static str {
    match meaning {
        Meaning::Gender => "gender",
        Meaning::Age => "age",
        Meaning::Channel => "channel",
        Meaning::Ending => "ending",
        Meaning::Ended => "ended",
        Meaning::Shift(_) => "shift",
        Meaning::Score(End::First) => "score-first",
        Meaning::Score(End::Latest) => "score-latest",
        Meaning::ScoreDay(End::First) => "score-first-day",
        Meaning::ScoreDay(End::Latest) => "score-latest-day",
        Meaning::Step(_, End::First) => "step-first",
        Meaning::Step(_, End::Latest) => "step-latest",
        Meaning::StarDay => "star-day",
        Meaning::Purpose(End::First) => "purpose-first",
        Meaning::Purpose(End::Latest) => "purpose-latest",
        Meaning::PurposeDay => "purpose-day",
        Meaning::Contacts => "contacts",
        Meaning::Minutes => "minutes",
        Meaning::Reached(Some(_)) => "reached",
        Meaning::Reached(None) => "reached-other",
    }
}

/// The key of how a column's values are made.
const fn made_key(meaning: &Meaning) -> &'static str {
    match meaning {
        Meaning::Score(_) => "score",
        Meaning::Step(..) => "step",
        Meaning::Purpose(_) => "purpose",
        Meaning::Ended | Meaning::Shift(_) | Meaning::ScoreDay(_) | Meaning::StarDay | Meaning::PurposeDay => "days",
        Meaning::Reached(_) => "reached",
        other => key(other),
    }
}

/// What a column is called in words.
fn label(t: &Words, column: &Column) -> String {
    let of = column.of.as_ref().map_or("", |name| t.locale().of(name));
    let phase = match column.meaning {
        Meaning::Shift(phase) => phase,
        _ => 0,
    };
    t.say_with(&format!("research-label-{}", key(&column.meaning)), &[("of", of.into()), ("n", phase.into())])
}

/// How a column's values are made.
fn made(t: &Words, column: &Column, level: &Level) -> String {
    match (made_key(&column.meaning), level.days) {
        ("days", Some(step)) => t.say_with("research-made-days", &[("n", u32::from(step).into())]),
        ("days", None) => t.say("research-made-days-none").to_owned(),
        (key, _) => t.code("research-made", key).to_owned(),
    }
}

/// What a code stands for.
fn code_label(t: &Words, column: &Column, code: &str) -> String {
    let own = column.choices.iter().find(|(choice, _)| choice == code);
    match (own, code.split_once('-')) {
        (Some((_, text)), _) => t.locale().of(text).to_owned(),
        (None, Some((from, to))) => t.say_of("research-ages-band", "band", &format!("{from}–{to}")),
        (None, None) => t.code("research-value", code).to_owned(),
    }
}

/// In how many rows a column holds nothing.
fn missing(package: &Package, at: usize) -> usize {
    package.rows.iter().filter(|row| row.values.get(at).is_none_or(|value| *value == Value::Nothing)).count()
}

#[cfg(test)]
mod tests;
