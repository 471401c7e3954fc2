//! `referrals` (M20, M21): a row a partner, in and out.

use domain::report::Report;
use domain::report::leaving::referrals::path;
use domain::report::referrals::{In, Out, Referrals};

use super::Laid;
use super::writer::Writer;
use crate::table::Table;

pub(super) fn lay_out(figure: &Referrals, writer: Writer) -> Laid {
    let keys = figure.keys();
    let came =
        |line: &In| vec![line.partner.clone().into(), writer.count(line.n, keys.key(&path("in", &line.partner, "n")))];
    let into = Table {
        title: writer.say("report-referrals-in"),
        columns: vec![writer.words("report-column-partner"), writer.numbers("column-enquiries")],
        rows: figure.into.iter().map(came).collect(),
    };
    let row = |line: &Out| {
        let answered = keys.key(&path("out", &line.partner, "answered"));
        vec![
            line.partner.clone().into(),
            writer.count(line.n, keys.key(&path("out", &line.partner, "n"))),
            writer.count(line.answered, answered.clone()),
            writer.median_of_few(line.median_days_to_answer, answered),
        ]
    };
    let out = Table {
        title: writer.say("report-referrals-out"),
        columns: vec![
            writer.words("report-column-partner"),
            writer.numbers("report-column-sent"),
            writer.numbers("report-column-answered"),
            writer.numbers("report-column-days"),
        ],
        rows: figure.out.iter().map(row).collect(),
    };
    let basis =
        writer.say_with("report-basis-referrals", &[("n", figure.n.into()), ("missing", figure.missing.into())]);
    let laid = writer.laid(Report::Referrals, writer.period(figure.from, figure.to), basis, vec![into, out]);
    Laid { grounds: writer.grounds(&keys, figure.n, figure.missing), ..laid }
}
