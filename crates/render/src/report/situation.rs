//! `situation` (M31): a row a goal area, and a row an ordinary service.

use domain::report::Report;
use domain::report::situation::{AreaLine, ServiceLine, Situation};

use super::Laid;
use super::writer::Writer;
use crate::catalogue::capital;
use crate::table::Table;

pub(super) fn lay_out(figure: &Situation, writer: Writer) -> Laid {
    let area = |line: &AreaLine| {
        let counts = [line.assessed, line.under_way, line.not_begun, line.not_relevant];
        std::iter::once(writer.of(&line.name)).chain(counts.map(|count| count.to_string())).collect()
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
        let counts = [line.before, line.established, line.reestablished];
        let name = capital(&writer.code("service", line.service.code()));
        std::iter::once(name).chain(counts.map(|count| count.to_string())).collect()
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
        ("report-row-all-assessed", figure.all_assessed.to_string()),
        ("report-row-newly-in-contact", figure.newly_in_contact.to_string()),
    ];
    let basis = writer.say_with(
        "report-basis-situation",
        &[("n", figure.n.into()), ("missing", figure.missing.into()), ("services", figure.missing_services.into())],
    );
    let tables = vec![areas, services, writer.lines(&writer.say("report-situation-sum"), sum)];
    writer.laid(Report::Situation, writer.as_of(figure.as_of), basis, tables)
}
