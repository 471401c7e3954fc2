//! `codebook.json`: the code book for programs, in the parts that DDI Codebook has, both languages side by side.

use domain::research::columns::Column;
use domain::research::ladder::LADDER;
use domain::research::{ALIKE, DIFFERENT, NEEDED, Package};
use serde_json::{Value, json};

use super::{DATA, PERSON, Used, code_label, label, made, missing};
use crate::{Locale, Words, words};

/// The code book.
pub fn codebook(package: &Package, title: &domain::programme::Text, instruments: &[Used]) -> Value {
    let mut variables = vec![json!({
        "name": PERSON,
        "labl": both(|t| t.say("research-label-person").to_owned()),
        "txt": both(|t| t.say("research-made-person").to_owned()),
        "varFormat": "character",
        "role": "identifier",
        "missing": 0,
    })];
    variables.extend(package.columns.iter().enumerate().map(|(at, column)| variable(package, at, column)));
    json!({ "codeBook": {
        "stdyDscr": {
            "titl": { "da": title.da, "en": title.en },
            "abstract": both(|t| t.say("research-lead-book").to_owned()),
            "universe": both(|t| t.say("research-universe").to_owned()),
            "anlyUnit": "person",
            "method": both(|t| t.say("research-unit").to_owned()),
            "notes": both(|t| t.say("research-use").to_owned()),
            "instruments": instruments.iter().map(|one| json!({
                "titl": { "da": one.title.da, "en": one.title.en },
                "version": one.version,
                "licence": one.licence,
            })).collect::<Vec<_>>(),
        },
        "fileDscr": {
            "fileName": DATA,
            "fileType": "text/csv; charset=utf-8; header=present",
            "dimensns": { "caseQnty": package.rows.len(), "varQnty": package.columns.len() + 1 },
        },
        "disclosure": {
            "agreed": package.agreed_told(),
            "leftOut": package.left_out_told(),
            "leftOutToldFrom": ALIKE,
            "rows": package.rows.len(),
            "needed": NEEDED,
            "k": { "needed": ALIKE, "reached": package.smallest },
            "l": { "needed": DIFFERENT },
            "rung": package.rung + 1,
            "rungs": LADDER.len(),
            "daysRoundedDownTo": package.level.days,
            "columnsLeftOut": package.left_out.iter().map(|column| json!({
                "name": column.name,
                "labl": both(|t| label(t, column)),
            })).collect::<Vec<_>>(),
        },
        "dataDscr": { "var": variables },
    }})
}

fn variable(package: &Package, at: usize, column: &Column) -> Value {
    let codes = column.codes(&package.level);
    json!({
        "name": column.name,
        "labl": both(|t| label(t, column)),
        "txt": both(|t| made(t, column, &package.level)),
        "varFormat": if codes.is_empty() { "numeric" } else { "character" },
        "role": column.part().code(),
        "valrng": column.bounds.map(|(least, most)| json!({ "min": least, "max": most })),
        "catgry": codes.iter().map(|code| json!({
            "catValu": code,
            "labl": both(|t| code_label(t, column, code)),
        })).collect::<Vec<_>>(),
        "missing": missing(package, at),
    })
}

fn both(say: impl Fn(&'static Words) -> String) -> Value {
    json!({ "da": say(words(Locale::Da)), "en": say(words(Locale::En)) })
}
