//! `situation` (M31): a row a goal area, and a row an ordinary service.

use domain::report::Report;
use domain::report::situation::{AreaLine, ServiceLine, Situation};

use super::Laid;
use super::writer::Writer;
use crate::catalogue::capital;
use crate::table::Table;

pub(super) fn lay_out(figure: &Situation, writer: Writer) -> Laid {
    let keys = figure.keys();
    let area = |line: &AreaLine| {
        let counts = [
            ("assessed", line.assessed),
            ("under_way", line.under_way),
            ("not_begun", line.not_begun),
            ("not_relevant", line.not_relevant),
        ];
        let cell = |(state, count)| writer.count(count, keys.key(&format!("areas.{}.{state}", line.area)));
        std::iter::once(writer.of(&line.name).into()).chain(counts.map(cell)).collect()
    };
    let areas = Table {
        title: writer.say("report-situation-areas"),
        columns: vec![
            writer.words("report-column-goal-area"),
            writer.numbers("report-column-assessed"),
            writer.numbers("report-column-under-way"),
            writer.numbers("report-column-not-begun"),
            writer.numbers("report-column-not-relevant"),
        ],
        rows: figure.areas.iter().map(area).collect(),
    };
    let service = |line: &ServiceLine| {
        let counts =
            [("before", line.before), ("established", line.established), ("reestablished", line.reestablished)];
        let cell = |(when, count)| writer.count(count, keys.key(&format!("services.{}.{when}", line.service.code())));
        let name = capital(&writer.code("service", line.service.code()));
        std::iter::once(name.into()).chain(counts.map(cell)).collect()
    };
    let services = Table {
        title: writer.say("report-situation-services"),
        columns: vec![
            writer.words("report-column-service"),
            writer.numbers("report-column-before"),
            writer.numbers("report-column-established"),
            writer.numbers("report-column-reestablished"),
        ],
        rows: figure.services.iter().map(service).collect(),
    };
    let sum = vec![
        ("report-row-all-assessed", writer.count(figure.all_assessed, keys.key("all_assessed"))),
        ("report-row-newly-in-contact", writer.count(figure.newly_in_contact, keys.key("newly_in_contact"))),
    ];
    let basis = writer.say_with(
        "report-basis-situation",
        &[("n", figure.n.into()), ("missing", figure.missing.into()), ("services", figure.missing_services.into())],
    );
    let tables = vec![areas, services, writer.lines(&writer.say("report-situation-sum"), sum)];
    let laid = writer.laid(Report::Situation, writer.as_of(figure.as_of), basis, tables);
    let mut grounds = writer.grounds(&keys, figure.n, figure.missing);
    let services = writer.count(figure.missing_services, keys.key("missing_services"));
    grounds.push(vec![writer.say("report-row-missing-services").into(), services]);
    Laid { grounds, ..laid }
}
