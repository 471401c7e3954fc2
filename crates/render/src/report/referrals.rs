//! `referrals` (M20, M21): a row a partner, in and out.

use domain::report::Report;
use domain::report::referrals::{Out, Referrals};

use super::Laid;
use super::writer::Writer;
use crate::table::Table;

pub(super) fn lay_out(figure: &Referrals, writer: Writer) -> Laid {
    let into = Table {
        title: writer.say("report-referrals-in"),
        columns: vec![writer.words("report-column-partner"), writer.numbers("column-enquiries")],
        rows: figure.into.iter().map(|line| vec![line.partner.clone(), line.n.to_string()]).collect(),
    };
    // The days are the partner's and tell of no person, so the median stands from the first answer on.
    let row = |line: &Out| {
        vec![
            line.partner.clone(),
            line.n.to_string(),
            line.answered.to_string(),
            writer.decimal_if(line.median_days_to_answer),
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
    writer.laid(Report::Referrals, writer.period(figure.from, figure.to), basis, vec![into, out])
}
