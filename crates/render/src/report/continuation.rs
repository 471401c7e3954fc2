//! `continuation` (M29): what is carried on and what ends, what is handed over, and the sums.

use domain::report::Report;
use domain::report::continuation::{ActivityLine, Continuation, HandingLine};

use super::Laid;
use super::writer::Writer;
use crate::table::{Cell, Table};

pub(super) fn lay_out(figure: &Continuation, writer: Writer) -> Laid {
    let or_none = |text: &Option<String>| text.clone().map_or_else(|| writer.nothing(), Cell::from);
    let activity = |one: &ActivityLine| {
        vec![
            one.activity.clone().into(),
            writer.code("afterwards", one.afterwards.code()).into(),
            or_none(&one.by),
            one.why.clone().into(),
        ]
    };
    let handing = |one: &HandingLine| {
        vec![
            one.title.clone().into(),
            writer.code("handing-kind", one.kind.code()).into(),
            writer.code("handing-state", one.state.code()).into(),
            one.by.clone().into(),
            or_none(&one.to),
            writer.on(one.due),
            writer.on_if(one.done_on),
        ]
    };
    let activities = Table {
        title: writer.say("report-table-activities"),
        columns: [
            "report-column-activity",
            "report-column-afterwards",
            "report-column-carried-by",
            "report-column-why",
        ]
        .map(|key| writer.words(key))
        .into(),
        rows: figure.activities.iter().map(activity).collect(),
    };
    let handover = Table {
        title: writer.say("report-table-handover"),
        columns: [
            "report-column-handing",
            "report-column-kind",
            "report-column-state",
            "report-column-by",
            "report-column-to",
            "report-column-due",
            "report-column-done-on",
        ]
        .map(|key| writer.words(key))
        .into(),
        rows: figure.handover.iter().map(handing).collect(),
    };
    let sums = [
        ("report-line-carried-on", figure.carried_on),
        ("report-line-ends", figure.ends),
        ("report-line-handed-over", figure.handed_over),
        ("report-line-overdue", figure.overdue),
    ];
    let mut sums: Vec<_> = sums.into_iter().map(|(key, count)| (key, Cell::number(count))).collect();
    let attached = writer.count(figure.citizens_attached, figure.attached_key());
    sums.push(("report-line-citizens-attached", attached));
    let basis =
        writer.say_with("report-basis-continuation", &[("n", figure.n.into()), ("missing", figure.missing.into())]);
    let tables = vec![activities, handover, writer.lines(&writer.say("report-table-sums"), sums)];
    writer.laid(Report::Continuation, writer.as_of(figure.as_of), basis, tables)
}
