//! The code book for people.

use chrono::NaiveDate;
use domain::programme::Text;
use domain::research::ladder::LADDER;
use domain::research::{ALIKE, DIFFERENT, Package};

use super::{PERSON, Used, code_label, label, made, missing};
use crate::disclosure::WITHHELD;
use crate::document::Document;
use crate::table::{Cell, Column, Table};
use crate::{Locale, words};

/// The code book in a language. The document is of no day: the package tells none.
pub fn document(package: &Package, title: &Text, instruments: &[Used], locale: Locale) -> Document {
    let t = words(locale);
    let mut document = Document::new(locale, t.say("research-book-title"), NaiveDate::default());
    document.text(locale.of(title)).text(t.say("research-lead-book"));
    document.heading(1, t.say("research-book-who")).text(t.say("research-universe")).text(t.say("research-unit"));
    let numbers = [
        ("research-book-agreed", package.agreed_told()),
        ("research-book-left-out", package.left_out_told()),
        ("research-book-rows", Some(package.rows.len())),
    ];
    document.table(&table(
        [(t.say("research-book-number"), false), (t.say("research-book-persons"), true)],
        numbers.iter().map(|(key, n)| vec![t.say(key).into(), n.map_or_else(|| WITHHELD.into(), count)]).collect(),
    ));
    if package.left_out_told().is_none() {
        document.text(&t.say_with("research-book-few", &[("sign", WITHHELD.into()), ("k", ALIKE.into())]));
    }
    document.heading(1, t.say("research-book-made")).text(&t.say_with(
        "research-book-alike",
        &[
            ("k", ALIKE.into()),
            ("l", DIFFERENT.into()),
            ("smallest", package.smallest.into()),
            ("rung", (package.rung + 1).into()),
            ("rungs", LADDER.len().into()),
        ],
    ));
    document.text(&match package.level.days {
        Some(step) => t.say_with("research-made-days", &[("n", u32::from(step).into())]),
        None => t.say("research-made-days-none").to_owned(),
    });
    if !package.left_out.is_empty() {
        document.text(t.say("research-book-columns-out"));
        for column in &package.left_out {
            document.bullet(&format!("{}: {}", column.name, label(t, column)));
        }
    }
    document.heading(1, t.say("research-book-use")).text(t.say("research-use"));
    document.heading(1, t.say("research-book-variables"));
    document.table(&variables(package, locale));
    document.heading(1, t.say("research-book-values")).table(&values(package, locale));
    document.heading(1, t.say("research-book-how"));
    let mut told: Vec<String> = Vec::new();
    for column in &package.columns {
        let how = made(t, column, &package.level);
        if !told.contains(&how) {
            document.bullet(&format!("{}: {how}", label(t, column)));
            told.push(how);
        }
    }
    document.heading(1, t.say("research-book-instruments"));
    for one in instruments {
        document.bullet(&format!("{}, version {}: {}", locale.of(&one.title), one.version, one.licence));
    }
    document
}

fn variables(package: &Package, locale: Locale) -> Table {
    let t = words(locale);
    let mut rows = vec![vec![PERSON.into(), t.say("research-label-person").into(), "".into(), count(0)]];
    rows.extend(package.columns.iter().enumerate().map(|(at, column)| {
        let part = t.code("research-part", column.part().code());
        vec![column.name.as_str().into(), label(t, column).into(), part.into(), count(missing(package, at))]
    }));
    table(
        [
            (t.say("research-book-name"), false),
            (t.say("research-book-label"), false),
            (t.say("research-book-part"), false),
            (t.say("research-book-missing"), true),
        ],
        rows,
    )
}

fn values(package: &Package, locale: Locale) -> Table {
    let t = words(locale);
    let mut rows = Vec::new();
    for column in &package.columns {
        let codes = column.codes(&package.level).into_iter();
        rows.extend(codes.map(|code| row(column.name.clone(), code.clone(), code_label(t, column, &code))));
        let bounds = column.bounds.map(|(least, most)| format!("{least}–{most}"));
        rows.extend(bounds.map(|bounds| row(column.name.clone(), bounds, label(t, column))));
    }
    table(
        [
            (t.say("research-book-name"), false),
            (t.say("research-book-value"), false),
            (t.say("research-book-label"), false),
        ],
        rows,
    )
}

fn row(name: String, value: String, meaning: String) -> Vec<Cell> {
    vec![name.into(), value.into(), meaning.into()]
}

/// A number of rows: all that is told of them is in the file beside.
fn count(n: usize) -> Cell {
    Cell::number(u32::try_from(n).unwrap_or(u32::MAX))
}

fn table<const N: usize>(columns: [(&str, bool); N], rows: Vec<Vec<Cell>>) -> Table {
    let column = |(heading, numeric): (&str, bool)| Column { heading: heading.to_owned(), numeric };
    Table { title: String::new(), columns: columns.map(column).into(), rows }
}
