//! A figure as a tabular Data Package: a CSV file for each table, with numbers and days as programs read them, and `datapackage.json`, which says what
//! each column holds.

use serde_json::{Value as Json, json};

use super::Laid;
use crate::disclosure::WITHHELD;
use crate::pack::packed;
use crate::table::{Cell, Table, Value, csv_cell};

/// What stands for nothing to show, and for a number that is withheld.
const MISSING: [&str; 2] = ["", WITHHELD];

/// The package as one file.
///
/// # Errors
///
/// Where the file cannot be put together.
pub fn package(laid: &Laid) -> std::io::Result<Vec<u8>> {
    let name = |at: usize| format!("{}-{}.csv", laid.report.name(), at + 1);
    let tables = || laid.tables.iter().filter(|table| !table.rows.is_empty()).enumerate();
    let mut files: Vec<(String, Vec<u8>)> = tables().map(|(at, table)| (name(at), csv(table).into_bytes())).collect();
    let resources: Vec<Json> =
        tables().zip(&files).map(|((_, table), (name, bytes))| resource(laid, table, name, bytes.len())).collect();
    let about = json!({
        "profile": "tabular-data-package",
        "name": laid.report.name(),
        "title": format!("{}, {}", laid.title, laid.asked),
        "description": format!("{}\n\n{}", laid.definition, laid.basis),
        "resources": resources,
    });
    files.insert(0, ("datapackage.json".to_owned(), format!("{about:#}\n").into_bytes()));
    packed(files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())))
}

fn resource(laid: &Laid, table: &Table, path: &str, bytes: usize) -> Json {
    let fields: Vec<Json> = names(table)
        .into_iter()
        .enumerate()
        .map(|(at, name)| json!({ "name": name, "type": kind(table, at) }))
        .collect();
    json!({
        "profile": "tabular-data-resource",
        "name": path.trim_end_matches(".csv"),
        "title": if table.title.is_empty() { &laid.title } else { &table.title },
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": bytes,
        "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true },
        "schema": { "fields": fields, "missingValues": MISSING },
    })
}

/// The headings, each once: a second one of the same words has its number.
fn names(table: &Table) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (at, column) in table.columns.iter().enumerate() {
        let is_taken = column.heading.is_empty() || names.contains(&column.heading);
        names.push(if is_taken { format!("{}{}", column.heading, at + 1) } else { column.heading.clone() });
    }
    names
}

/// What a column holds: whole numbers, numbers, days, or words where it holds of several kinds.
fn kind(table: &Table, at: usize) -> &'static str {
    let cells = || table.rows.iter().filter_map(|row| row.get(at)).filter(|cell| !is_missing(cell));
    let all = |is: fn(&Cell) -> bool| cells().next().is_some() && cells().all(is);
    if all(|cell| cell.as_number().is_some_and(|number| number.fract() == 0.0)) {
        "integer"
    } else if all(|cell| cell.as_number().is_some()) {
        "number"
    } else if all(|cell| matches!(cell.value, Value::Day(_))) {
        "date"
    } else {
        "string"
    }
}

const fn is_missing(cell: &Cell) -> bool {
    matches!(cell.value, Value::Nothing | Value::Withheld)
}

fn csv(table: &Table) -> String {
    let heading: Vec<String> = names(table).iter().map(|name| csv_cell(name, ',', false)).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(written).collect());
    std::iter::once(heading).chain(rows).map(|cells: Vec<String>| format!("{}\r\n", cells.join(","))).collect()
}

fn written(cell: &Cell) -> String {
    match cell.value {
        Value::Words => csv_cell(&cell.text, ',', false),
        Value::Day(day) => day.to_string(),
        Value::Count { count, .. } => count.to_string(),
        Value::Number { number, .. } | Value::Median { number, .. } => number.to_string(),
        Value::Nothing => String::new(),
        Value::Withheld => WITHHELD.to_owned(),
    }
}
