//! What lies between first and latest in `outcomes`: the zones of the score, and the ways from one purpose to another.

use domain::report::leaving::Keys;
use domain::report::outcomes::{Change, Purposes, Who5, Zone};

use super::writer::Writer;
use crate::table::Table;

/// Who is in each zone, at first and at the latest (R14).
pub(super) fn zones(who5: &Who5, keys: &Keys, writer: Writer) -> Table {
    let row = |zone: &Zone| {
        let key = |when: &str| keys.key(&format!("who5.zones.{}.{when}", zone.band.from));
        let name = writer.say_with(
            "report-zone",
            &[
                ("from", zone.band.from.into()),
                ("to", zone.band.to.into()),
                ("text", (&writer.of(&zone.band.text)).into()),
            ],
        );
        vec![name.into(), writer.count(zone.first, key("first")), writer.count(zone.latest, key("latest"))]
    };
    Table {
        title: writer.say("report-outcomes-zones"),
        columns: vec![
            writer.words("report-column-zone"),
            writer.numbers("column-first"),
            writer.numbers("column-latest"),
        ],
        rows: who5.zones.iter().map(row).collect(),
    }
}

/// From each answer to each, in the words of the answers (R16).
pub(super) fn changes(purposes: &Purposes, keys: &Keys, writer: Writer) -> Table {
    let words = |key: &str| {
        let choice = purposes.choices.iter().find(|choice| choice.key == key);
        choice.map(|choice| writer.of(&choice.text)).unwrap_or_default()
    };
    let row = |way: &Change| {
        let name =
            writer.say_with("report-change", &[("from", (&words(&way.from)).into()), ("to", (&words(&way.to)).into())]);
        let key = keys.key(&format!("purpose.changes.{}.{}", way.from, way.to));
        vec![name.into(), writer.count(way.n, key)]
    };
    Table {
        title: writer.say("report-outcomes-changes"),
        columns: vec![writer.words("report-column-change"), writer.numbers("report-column-persons")],
        rows: purposes.changes.iter().map(row).collect(),
    }
}
