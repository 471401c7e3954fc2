//! `courses` (R6 to R9): a row a course.

use domain::follow_up::State;
use domain::report::Report;
use domain::report::courses::{CourseLine, CoursesFigure};
use domain::status::Status;

use super::Laid;
use super::writer::Writer;
use crate::table::{Cell, Table};

pub(super) fn lay_out(figure: &CoursesFigure, writer: Writer) -> Laid {
    let table = Table {
        title: String::new(),
        columns: vec![
            writer.words("column-course"),
            writer.words("column-citizen"),
            writer.words("report-column-enrolled-on"),
            writer.words("report-column-planned-end"),
            writer.numbers("report-column-months-lost"),
            writer.words("report-column-status"),
            writer.words("report-column-closed-on"),
            writer.numbers("report-column-phase"),
            writer.words("report-column-phase-from"),
            writer.words("report-column-phase-to"),
            writer.numbers("report-column-follow-ups"),
            writer.numbers("report-column-done"),
            writer.numbers("report-column-overdue"),
            writer.numbers("report-column-postponed"),
            writer.numbers("report-column-missed"),
            writer.words("report-column-next"),
        ],
        rows: figure.courses.iter().map(|line| row(line, figure.as_of, writer)).collect(),
    };
    let basis = writer.say_with("report-basis-courses", &[("n", figure.n.into()), ("missing", figure.missing.into())]);
    writer.laid(Report::Courses, writer.as_of(figure.as_of), basis, vec![table])
}

fn row(line: &CourseLine, as_of: chrono::NaiveDate, writer: Writer) -> Vec<Cell> {
    let open = |phase: &&domain::report::courses::PhaseLine| phase.from <= as_of && as_of <= phase.to;
    let phase = line.phases.iter().find(open).filter(|_| line.closed_on.is_none());
    let count = |states: &[State]| line.follow_ups.iter().filter(|one| states.contains(&one.state)).count();
    let count = |states: &[State]| writer.inner(count(states));
    let is_over = |state: State| matches!(state, State::Done | State::Declined | State::Missed);
    let next = line.follow_ups.iter().find(|one| !is_over(one.state)).map(|one| one.due);
    vec![
        line.course.clone().into(),
        line.citizen.clone().into(),
        writer.on(line.enrolled_on),
        writer.on_if(line.planned_end),
        Cell::number(line.months_lost),
        writer.say(status(line.status)).into(),
        writer.on_if(line.closed_on),
        phase.map_or_else(|| "".into(), |phase| Cell::number(phase.phase)),
        phase.map_or_else(|| "".into(), |phase| writer.on(phase.from)),
        phase.map_or_else(|| "".into(), |phase| writer.on(phase.to)),
        writer.inner(line.follow_ups.len()),
        count(&[State::Done, State::Declined]),
        count(&[State::Overdue]),
        count(&[State::Postponed]),
        count(&[State::Missed]),
        writer.on_if(next),
    ]
}

const fn status(status: Status) -> &'static str {
    match status {
        Status::Enrolled => "report-status-enrolled",
        Status::InClarification => "report-status-in-clarification",
        Status::Closed => "report-status-closed",
        Status::LeftInClarification => "report-status-left",
        Status::EnquiryOnly => "report-status-enquiry",
        Status::NotKnown => "report-status-not-known",
    }
}
