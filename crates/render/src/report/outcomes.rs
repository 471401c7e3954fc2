//! `outcomes` (R14 to R16): WHO-5, the star area by area, the purpose in its own words. Before and after, nothing more (R20).

use std::collections::BTreeMap;

use domain::report::Report;
use domain::report::leaving::Keys;
use domain::report::outcomes::{Area, Outcomes, Purposes, Star, Who5};

use super::writer::Writer;
use super::{Laid, between};
use crate::table::Table;

pub(super) fn lay_out(figure: &Outcomes, writer: Writer) -> Laid {
    let keys = figure.keys();
    let mut tables = Vec::new();
    if let Some(who5) = &figure.who5 {
        tables.extend([score(who5, &keys, writer), between::zones(who5, &keys, writer)]);
    }
    if let Some(areas) = &figure.star {
        tables.extend([star(areas, &keys, writer), readings(areas, &keys, writer)]);
    }
    if let Some(purposes) = &figure.purpose {
        tables.extend([
            choices(purposes, &keys, writer),
            between::changes(purposes, &keys, writer),
            answers(purposes, &keys, writer),
        ]);
    }
    let mut basis = writer.say_with("report-basis-outcomes", &[("n", figure.n.into())]);
    if figure.star.as_ref().is_some_and(|star| star.stages.is_empty()) {
        basis = format!("{basis} {}", writer.say("report-outcomes-no-stages"));
    }
    let laid = writer.laid(Report::Outcomes, writer.period(figure.from, figure.to), basis, tables);
    Laid { grounds: vec![vec![writer.say("report-row-n").into(), writer.count(figure.n, keys.key("n"))]], ..laid }
}

fn score(who5: &Who5, keys: &Keys, writer: Writer) -> Table {
    let count = |count, path: &str| writer.count(count, keys.key(&format!("who5.{path}")));
    let rows = vec![
        ("report-row-two-readings", count(who5.n, "n")),
        ("report-row-fewer-readings", count(who5.missing, "missing")),
        ("report-row-incomplete", count(who5.incomplete, "incomplete")),
        ("report-row-other-versions", count(who5.other_versions, "other_versions")),
        ("report-row-risk-first", count(who5.risk_zone_first, "risk_zone_first")),
        ("report-row-risk-latest", count(who5.risk_zone_latest, "risk_zone_latest")),
        ("row-improved", count(who5.improved, "improved")),
        ("row-same", count(who5.same, "same")),
        ("row-worsened", count(who5.worsened, "worsened")),
        ("column-median-first", writer.median(who5.median_first, who5.n, keys.key("who5.n"))),
        ("column-median-latest", writer.median(who5.median_latest, who5.n, keys.key("who5.n"))),
    ];
    writer.lines(&writer.say("report-outcomes-score"), rows)
}

fn star(star: &Star, keys: &Keys, writer: Writer) -> Table {
    let stage = |count, key| if star.stages.is_empty() { writer.nothing() } else { writer.count(count, key) };
    let row = |area: &Area| {
        let key = |path: &str| keys.key(&format!("star.{}.{path}", area.area));
        vec![
            writer.of(&area.name).into(),
            writer.count(area.n, key("n")),
            writer.count(area.missing, key("missing")),
            writer.median(area.median_first, area.n, key("n")),
            writer.median(area.median_latest, area.n, key("n")),
            writer.count(area.up, key("up")),
            writer.count(area.same, key("same")),
            writer.count(area.down, key("down")),
            stage(area.stage_up, key("stage_up")),
            stage(area.stage_down, key("stage_down")),
        ]
    };
    Table {
        title: writer.say("report-outcomes-star"),
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

/// What is not in the rows above.
fn readings(star: &Star, keys: &Keys, writer: Writer) -> Table {
    let rows = vec![
        ("report-row-incomplete-stars", writer.count(star.incomplete, keys.key("star.incomplete"))),
        ("report-row-other-versions", writer.count(star.other_versions, keys.key("star.other_versions"))),
    ];
    writer.lines(&writer.say("report-outcomes-star-readings"), rows)
}

/// By the words of the answers, never by their codes, which say what the programme is about.
fn choices(purposes: &Purposes, keys: &Keys, writer: Writer) -> Table {
    let rows = purposes.choices.iter().map(|choice| {
        let count = |of: &BTreeMap<String, u32>, when: &str| {
            let count = of.get(&choice.key).copied().unwrap_or(0);
            writer.count(count, keys.key(&format!("purpose.{when}.{}", choice.key)))
        };
        vec![writer.of(&choice.text).into(), count(&purposes.first, "first"), count(&purposes.latest, "latest")]
    });
    Table {
        title: writer.say("report-outcomes-purpose"),
        columns: vec![writer.words("column-purpose"), writer.numbers("column-first"), writer.numbers("column-latest")],
        rows: rows.collect(),
    }
}

fn answers(purposes: &Purposes, keys: &Keys, writer: Writer) -> Table {
    let rows = vec![
        ("report-row-answered", writer.count(purposes.n, keys.key("purpose.n"))),
        ("report-row-unanswered", writer.count(purposes.missing, keys.key("purpose.missing"))),
        ("report-row-changed", writer.count(purposes.changed, keys.key("purpose.changed"))),
        ("report-row-other-versions", writer.count(purposes.other_versions, keys.key("purpose.other_versions"))),
    ];
    writer.lines(&writer.say("report-outcomes-answers"), rows)
}
