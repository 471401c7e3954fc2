//! A figure as it leaves the team (R19, R20): what disclosure control withholds is replaced by one sign, and so is every number that it
//! has not judged.

use domain::disclosure::Release;

use super::Laid;
use crate::disclosure::WITHHELD;
use crate::table::{Cell, Column, Table, Value};
use crate::{Locale, words};

/// A cell that a release withholds: where it stands in words, and the key it was judged under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withheld {
    /// Row and column: `I afklaring`, `juni 2015, Indskrivninger`.
    pub called: String,
    /// The key; none where it rests on another that is withheld.
    pub key: Option<String>,
}

/// The figure with its numbers as the release shows them, and what it withholds of them, in reading order.
///
/// n and what is missing are counts like the others, so they stand in a table of their own instead of in a sentence.
pub fn released(laid: Laid, release: &Release, locale: Locale) -> (Laid, Vec<Withheld>) {
    let mut all = Vec::new();
    let t = words(locale);
    let grounds = (!laid.grounds.is_empty()).then(|| Table {
        title: t.say("report-grounds").to_owned(),
        columns: vec![Column::words(t.say("report-column-what")), Column::numbers(t.say("report-column-number"))],
        rows: laid.grounds.clone(),
    });
    let basis = if grounds.is_some() { String::new() } else { laid.basis.clone() };
    let tables = laid.tables.iter().cloned().chain(grounds).map(|table| cut(table, release, &mut all)).collect();
    (Laid { tables, basis, grounds: Vec::new(), ..laid }, all)
}

fn cut(mut table: Table, release: &Release, all: &mut Vec<Withheld>) -> Table {
    let columns = table.columns.clone();
    for row in &mut table.rows {
        let first = row.first().map(|cell| cell.text.clone()).unwrap_or_default();
        for (cell, column) in row.iter_mut().zip(&columns) {
            if may_leave(cell, release) {
                continue;
            }
            let is_lone = columns.iter().filter(|column| column.numeric).count() < 2;
            let called = if is_lone || column.heading.is_empty() {
                first.clone()
            } else {
                format!("{first}, {}", column.heading)
            };
            let key = match &cell.value {
                Value::Count { key, .. } => key.clone(),
                _ => None,
            };
            all.push(Withheld { called, key });
            *cell = Cell { text: WITHHELD.to_owned(), value: Value::Withheld };
        }
    }
    table
}

fn may_leave(cell: &Cell, release: &Release) -> bool {
    match &cell.value {
        Value::Words | Value::Day(_) | Value::Nothing | Value::Withheld => true,
        Value::Count { count, key } => {
            key.as_ref().and_then(|key| release.count(key)).is_some_and(|shown| u64::from(shown) == *count)
        }
        Value::Number { rests_on, .. } => rests_on.iter().all(|key| release.count(key).is_some()),
        Value::Median { of, .. } => release.may_summarise(of),
    }
}
