//! A report as something to read: the same document for the screen's preview, PDF and DOCX.

use std::collections::BTreeSet;

use domain::code::ReleaseState;
use domain::release::{Frozen, differences};
use domain::report::Report;
use render::disclosure::{WITHHELD, note};
use render::document::Document;
use render::report::{picture, title};
use render::table::{Cell, Column, Table};
use render::{day, words};

use super::draft::Draft;
use super::draw::Drawn;

/// What a correction says: the number of the version that it corrects, what it held, and what is otherwise in words.
pub(super) struct Corrects<'a> {
    pub(super) number: u32,
    pub(super) before: &'a Frozen,
    pub(super) now: &'a Frozen,
    pub(super) what: &'a str,
}

/// The report as it leaves.
pub fn document(draft: &Draft, state: ReleaseState) -> Document {
    corrected(draft, state, None)
}

/// The report as it leaves, with what a correction changes at its beginning.
pub(super) fn corrected(draft: &Draft, state: ReleaseState, corrects: Option<&Corrects<'_>>) -> Document {
    let t = words(draft.locale);
    let mut document = Document::new(draft.locale, draft.locale.of(&draft.template.title), draft.asked.as_of)
        .under(draft.logo.clone());
    document.text(&t.say_with(
        "release-lead",
        &[
            ("day", (&day::long(t, draft.asked.as_of)).into()),
            ("period", (&day::period(t, draft.asked.period())).into()),
            ("for", t.code("addressee", draft.asked.addressee.code()).into()),
        ],
    ));
    document.text(&t.say_with("release-version", &[("n", draft.number.into())]));
    if state != ReleaseState::Locked {
        document.note(t.say("release-draft-note"));
    }
    if let Some(corrects) = corrects {
        change(&mut document, draft, corrects);
    }
    for section in &draft.sections {
        document.heading(1, draft.locale.of(&section.section.title));
        document.text(section.text());
        for quotation in &section.quotations {
            document.quote(quotation.words.reveal(), t.say("quotation-by"));
        }
        for drawn in &section.drawn {
            show(&mut document, drawn, draft);
        }
        if section.drawn.is_empty() && section.text().is_empty() && section.quotations.is_empty() {
            document.note(t.say("release-nothing"));
        }
    }
    document.heading(1, t.say("release-withheld-title"));
    let said = note(&draft.judged, draft.locale);
    document.text(if said.is_empty() { t.say("release-withheld-none") } else { &said });
    document.text(t.say("release-withheld-why"));
    let references: BTreeSet<&str> = draft.judged.agreed().iter().map(|(_, reference)| reference.as_str()).collect();
    for reference in references {
        document.note(&t.say_with("release-agreed", &[("reference", reference.into())]));
    }
    document
}

fn show(document: &mut Document, drawn: &Drawn, draft: &Draft) {
    let t = words(draft.locale);
    match drawn {
        Drawn::Facts(table) => {
            document.table(table);
        }
        Drawn::Picture { svg, says, table } => {
            document.picture(svg, says).table(table);
        }
        Drawn::Figure { out, .. } => {
            document.heading(2, &out.title).note(&out.asked);
            for table in out.tables.iter().filter(|table| !table.rows.is_empty()) {
                if table.is_mostly_withheld() {
                    let title = if table.title.is_empty() { out.title.as_str() } else { table.title.as_str() };
                    document.note(&t.say_with("release-table-left-out", &[("title", title.into())]));
                } else {
                    document.table(table);
                    if let Some((svg, says)) = picture(out, table, draft.locale) {
                        document.picture(&svg, &says);
                    }
                }
            }
            document.note(&out.definition).note(&out.basis);
        }
    }
}

/// What is otherwise than in the version before, in words and as a table.
fn change(document: &mut Document, draft: &Draft, corrects: &Corrects<'_>) {
    let t = words(draft.locale);
    document.heading(1, &t.say_with("release-corrects", &[("n", corrects.number.into())])).text(corrects.what);
    let count = |count: Option<Option<u32>>| match count {
        Some(Some(count)) => Cell::number(count),
        Some(None) => WITHHELD.into(),
        None => "–".into(),
    };
    let now = |name: &str| corrects.now.definitions.get(name).map(String::as_str);
    // A figure that stands in one of the two alone is no change of what is counted.
    for (name, then) in corrects.before.redefined(now).into_iter().filter(|(name, _)| now(name).is_some()) {
        let called = Report::named(name).map_or(name, |report| title(report, draft.locale));
        document.note(&t.say_with("release-redefined-line", &[("title", called.into()), ("then", then.into())]));
    }
    let rows: Vec<Vec<Cell>> = differences(corrects.before, corrects.now)
        .into_iter()
        .map(|(called, before, now)| {
            vec![called.into(), count(before.map(|one| one.shown)), count(now.map(|one| one.shown))]
        })
        .collect();
    if rows.is_empty() {
        document.note(t.say("release-corrects-no-count"));
        return;
    }
    document.table(&Table {
        title: t.say("release-corrects-table").to_owned(),
        columns: vec![
            Column::words(t.say("report-column-what")),
            Column::numbers(t.say("release-before")),
            Column::numbers(t.say("release-now")),
        ],
        rows,
    });
}
