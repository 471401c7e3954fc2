//! What a proposed report says, on its page: who decides reads all of it there.

use std::collections::HashMap;

use app::release::Shown;
use render::Words;

use crate::pages::paper::laid::{Cell, Grid, Section};

/// The report's parts as parts of the page.
pub(super) fn sections(t: &'static Words, says: Option<&[Shown]>) -> Vec<Section> {
    let first = Section::new("indhold-0", t.say("release-preview"));
    let Some(says) = says else { return vec![first.note(t.say("release-preview-none"))] };
    let mut all = Vec::new();
    let mut now = first;
    for part in says {
        now = match part {
            Shown::Heading(_, heading) => {
                let heading = if is_bare(&now) { format!("{} · {heading}", now.heading) } else { heading.clone() };
                next(&mut all, now, &heading)
            }
            Shown::Text(text) if now.grid.is_none() => now.said(text),
            Shown::Text(text) | Shown::Note(text) | Shown::Picture(text) => now.note(text.as_str()),
            Shown::Quote(Some(words)) => {
                let quoted = t.say_of("quotation-quoted", "words", words);
                now.said(&format!("{quoted} · {}", t.say("quotation-by")))
            }
            Shown::Quote(None) => now.said(t.say("release-preview-quote-hidden")),
            Shown::Table { title, columns, rows } => {
                let mut now = now;
                if now.grid.is_some() {
                    let heading = if title.is_empty() { now.heading.clone() } else { title.clone() };
                    now = next(&mut all, now, &heading);
                } else if *title != now.heading {
                    now = now.said(title);
                }
                let caption = if title.is_empty() { now.heading.clone() } else { title.clone() };
                now.rows(grid(t, caption, columns, rows), "")
            }
        };
    }
    all.push(now);
    told_apart(&mut all);
    all
}

/// Parts with the same heading are numbered, so that whoever goes from one to the next by their names can tell which is which.
fn told_apart(all: &mut [Section]) {
    let mut known: HashMap<String, u32> = HashMap::new();
    for section in all {
        let number = known.entry(section.heading.clone()).or_default();
        *number += 1;
        if *number > 1 {
            section.heading = format!("{} ({number})", section.heading);
        }
    }
}

/// Whether there is a heading and nothing below it.
fn is_bare(section: &Section) -> bool {
    section.texts.is_empty() && section.notes.is_empty() && section.grid.is_none()
}

/// Begins the next part of the page. One that has a heading alone gives way.
fn next(all: &mut Vec<Section>, now: Section, heading: &str) -> Section {
    let id = now.id.clone();
    if is_bare(&now) {
        return Section::new(id, heading);
    }
    all.push(now);
    Section::new(format!("indhold-{}", all.len()), heading)
}

fn grid(t: &Words, caption: String, columns: &[(String, bool)], rows: &[Vec<String>]) -> Grid {
    let heading = |(at, (heading, is_number)): (usize, &(String, bool))| {
        let usual = t.say(if at == 0 { "report-column-what" } else { "release-column-says" });
        (if heading.is_empty() { usual.to_owned() } else { heading.clone() }, *is_number)
    };
    Grid {
        caption,
        columns: columns.iter().enumerate().map(heading).collect(),
        rows: rows.iter().map(|row| row.iter().map(|cell| Cell::text(cell.as_str())).collect()).collect(),
    }
}
