//! `datapackage.json`: a tabular Data Package, which says what the rows hold so that a program can check them.

use domain::research::Package;
use domain::research::columns::{Column, Part};
use serde_json::{Value, json};

use super::{CODEBOOK, DATA, PERSON, code_label, label, made};
use crate::{Locale, words};

/// The file of rows, as it was written.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    /// Its length.
    pub bytes: usize,
    /// SHA-256 of it, in small hexadecimal letters.
    pub sha256: &'a str,
}

/// The description. It is in English, as the names of the columns are; both languages stand in the code book.
pub fn datapackage(package: &Package, written: Written<'_>) -> Value {
    let mut fields = vec![json!({
        "name": PERSON,
        "type": "string",
        "title": words(Locale::En).say("research-label-person"),
        "description": words(Locale::En).say("research-made-person"),
        "constraints": { "required": true, "unique": true, "pattern": "p[0-9a-f]{24}" },
    })];
    fields.extend(package.columns.iter().map(|column| field(package, column)));
    json!({
        "profile": "tabular-data-package",
        "name": "research-package",
        "title": words(Locale::En).say("research-package-title"),
        "description": words(Locale::En).say("research-universe"),
        "codebook": CODEBOOK,
        "resources": [{
            "profile": "tabular-data-resource",
            "name": "data",
            "path": DATA,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": written.bytes,
            "hash": format!("sha256:{}", written.sha256),
            "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true },
            "schema": { "fields": fields, "primaryKey": [PERSON], "missingValues": [""] },
        }],
    })
}

fn field(package: &Package, column: &Column) -> Value {
    let t = words(Locale::En);
    let codes = column.codes(&package.level);
    let mut field = json!({
        "name": column.name,
        "type": if codes.is_empty() { "integer" } else { "string" },
        "title": label(t, column),
        "description": made(t, column, &package.level),
        "role": column.part().code(),
    });
    let mut constraints = serde_json::Map::new();
    if !codes.is_empty() {
        constraints.insert("enum".to_owned(), json!(codes));
        let meanings: serde_json::Map<String, Value> =
            codes.iter().map(|code| (code.clone(), json!(code_label(t, column, code)))).collect();
        insert(&mut field, "meanings", Value::Object(meanings));
    }
    if let Some((least, most)) = column.bounds {
        constraints.insert("minimum".to_owned(), json!(least));
        constraints.insert("maximum".to_owned(), json!(most));
    }
    // What somebody outside may know is always told in some way; only a course that is open has not ended.
    let is_required = column.part() == Part::Quasi && !codes.is_empty();
    constraints.insert("required".to_owned(), json!(is_required));
    insert(&mut field, "constraints", Value::Object(constraints));
    field
}

fn insert(object: &mut Value, key: &str, value: Value) {
    if let Value::Object(map) = object {
        map.insert(key.to_owned(), value);
    }
}
