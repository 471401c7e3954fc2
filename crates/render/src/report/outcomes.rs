//! `outcomes` (R14 to R16): WHO-5, the star area by area, the purpose in its own words. Before and after, nothing more (R20).

use domain::report::Report;
use domain::report::outcomes::{Area, Outcomes, Purposes, Star, Who5};

use super::Laid;
use super::writer::Writer;
use crate::table::Table;

pub(super) fn lay_out(figure: &Outcomes, writer: Writer) -> Laid {
    let mut tables = Vec::new();
    tables.extend(figure.who5.as_ref().map(|who5| score(who5, writer)));
    tables.extend(figure.star.as_ref().map(|areas| star(areas, writer)));
    if let Some(purposes) = &figure.purpose {
        tables.extend([choices(purposes, writer), answers(purposes, writer)]);
    }
    let basis = writer.say_with("report-basis-outcomes", &[("n", figure.n.into())]);
    writer.laid(Report::Outcomes, writer.period(figure.from, figure.to), basis, tables)
}

fn score(who5: &Who5, writer: Writer) -> Table {
    let rows = vec![
        ("report-row-two-readings", who5.n.to_string()),
        ("report-row-fewer-readings", who5.missing.to_string()),
        ("report-row-incomplete", who5.incomplete.to_string()),
        ("report-row-other-versions", who5.other_versions.to_string()),
        ("report-row-risk-first", who5.risk_zone_first.to_string()),
        ("report-row-risk-latest", who5.risk_zone_latest.to_string()),
        ("row-improved", who5.improved.to_string()),
        ("row-same", who5.same.to_string()),
        ("row-worsened", who5.worsened.to_string()),
        ("column-median-first", writer.median(who5.median_first, who5.n)),
        ("column-median-latest", writer.median(who5.median_latest, who5.n)),
    ];
    writer.lines(&writer.say("report-outcomes-score"), rows)
}

fn star(star: &Star, writer: Writer) -> Table {
    let row = |area: &Area| {
        vec![
            writer.of(&area.name),
            area.n.to_string(),
            area.missing.to_string(),
            writer.median(area.median_first, area.n),
            writer.median(area.median_latest, area.n),
            area.up.to_string(),
            area.same.to_string(),
            area.down.to_string(),
            area.stage_up.to_string(),
            area.stage_down.to_string(),
        ]
    };
    Table {
        title: writer.say_with(
            "report-outcomes-star",
            &[("incomplete", star.incomplete.into()), ("others", star.other_versions.into())],
        ),
        columns: vec![
            writer.words("report-column-area"),
            writer.numbers("column-n"),
            writer.numbers("report-column-missing"),
            writer.numbers("column-median-first"),
            writer.numbers("column-median-latest"),
            writer.numbers("column-up"),
            writer.numbers("column-same"),
            writer.numbers("column-down"),
            writer.numbers("report-column-stage-up"),
            writer.numbers("report-column-stage-down"),
        ],
        rows: star.areas.iter().map(row).collect(),
    }
}

/// By the words of the answers, never by their codes, which say what the programme is about.
fn choices(purposes: &Purposes, writer: Writer) -> Table {
    let rows = purposes.choices.iter().map(|choice| {
        let count =
            |of: &std::collections::BTreeMap<String, u32>| of.get(&choice.key).copied().unwrap_or(0).to_string();
        vec![writer.of(&choice.text), count(&purposes.first), count(&purposes.latest)]
    });
    Table {
        title: writer.say("report-outcomes-purpose"),
        columns: vec![writer.words("column-purpose"), writer.numbers("column-first"), writer.numbers("column-latest")],
        rows: rows.collect(),
    }
}

fn answers(purposes: &Purposes, writer: Writer) -> Table {
    let rows = vec![
        ("report-row-answered", purposes.n.to_string()),
        ("report-row-unanswered", purposes.missing.to_string()),
        ("report-row-changed", purposes.changed.to_string()),
        ("report-row-other-versions", purposes.other_versions.to_string()),
    ];
    writer.lines(&writer.say("report-outcomes-answers"), rows)
}
