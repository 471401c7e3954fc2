//! The one JSON document of each report that leaves, as the command line prints it and a program reads it.

use serde_json::{Value, json};

use super::draft::Draft;
use super::read::{ReleaseLine, ReleasePage};
use crate::Result;

/// A report in a list: what it is, for whom, its state and its files with their sums.
pub fn of_line(line: &ReleaseLine) -> Value {
    let says = line.kept.says();
    json!({
        "id": line.kept.id,
        "template": says.asked.template,
        "number": says.number,
        "for": says.asked.addressee,
        "as_of": says.asked.as_of,
        "from": says.asked.from,
        "to": says.asked.to,
        "state": says.state,
        "withheld": says.withheld,
        "corrects": says.corrects.as_ref().map(|(id, what)| json!({ "id": id, "what": what })),
        "files": says.files,
        "sent": says.sent,
    })
}

/// The reports of a list.
pub fn of_lines<'a>(lines: impl Iterator<Item = &'a ReleaseLine>) -> Value {
    json!({ "releases": lines.map(of_line).collect::<Vec<_>>() })
}

/// A report with what it held: its counts as they were told (`null` where one was withheld), its words, what each figure counted, and what is otherwise by now.
pub fn of_page(page: &ReleasePage) -> Value {
    let frozen = page.frozen.says();
    let counts = frozen.counts.iter().map(|(key, count)| count_of(key, &count.called, count.shown));
    let changed = page.redefined.iter().map(|one| json!({ "figure": one.title, "then": one.then, "now": one.now }));
    let mut document = of_line(&page.line);
    if let Some(fields) = document.as_object_mut() {
        fields.insert("counts".to_owned(), counts.collect());
        fields.insert("texts".to_owned(), json!(frozen.texts));
        fields.insert("definitions".to_owned(), json!(frozen.definitions));
        fields.insert("definitions_changed_since".to_owned(), changed.collect());
        fields.insert("template_changed_since".to_owned(), json!(page.has_other_template));
    }
    document
}

/// A report that is not frozen, with its counts as they may leave.
///
/// # Errors
///
/// Those of freezing it.
pub fn of_draft(draft: &Draft) -> Result<Value> {
    let (frozen, asked) = (draft.frozen()?, &draft.asked);
    let counts = frozen.counts.iter().map(|(key, count)| count_of(key, &count.called, count.shown));
    let mut missing: Vec<String> = draft.missing().into_iter().map(str::to_owned).collect();
    missing.extend(draft.lacking().into_iter().map(|lack| render::words(draft.locale).say(lack.name()).to_owned()));
    Ok(json!({
        "template": asked.template,
        "number": draft.number,
        "for": asked.addressee,
        "as_of": asked.as_of,
        "from": asked.from,
        "to": asked.to,
        "missing": missing,
        "withheld": draft.judged.withheld(),
        "counts": counts.collect::<Vec<_>>(),
        "texts": frozen.texts,
        "definitions": frozen.definitions,
    }))
}

fn count_of(key: &str, called: &str, shown: Option<u32>) -> Value {
    json!({ "key": key, "called": called, "count": shown })
}
