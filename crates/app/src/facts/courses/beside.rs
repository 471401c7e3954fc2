//! What belongs to the courses beside their readings: who works with them, replies and marks.

use domain::code::{FollowUpReply, MarkKind};
use domain::facts::{Assignment, Course, Mark, Reply};
use domain::id::{CourseId, UserId};
use store::Reader;
use uuid::Uuid;

use crate::facts::code;
use crate::{Cx, Result};

/// The course with this id, among courses in the order of their ids.
fn of_id(courses: &mut [Course], id: Uuid) -> Option<&mut Course> {
    courses.binary_search_by_key(&CourseId(id), |course| course.id).ok().and_then(|at| courses.get_mut(at))
}

/// Gives each course who works with it.
pub(super) async fn assignments(reader: &mut Reader, cx: &Cx, courses: &mut [Course]) -> Result<()> {
    for row in reader.assignments(cx.programme_id).await? {
        if let Some(course) = of_id(courses, row.course) {
            course.assignments.push(Assignment { worker: UserId(row.worker), from: row.from_day, to: row.to_day });
        }
    }
    Ok(())
}

/// Gives each course its replies and its marks, by day.
pub(super) async fn marks(reader: &mut Reader, cx: &Cx, courses: &mut [Course]) -> Result<()> {
    for row in reader.replies(cx.programme_id).await? {
        if let Some(course) = of_id(courses, row.course) {
            let reply = code(FollowUpReply::parse, &row.reply)?;
            course.replies.push(Reply { due: row.due_on, on: row.replied_on, reply });
        }
    }
    for row in reader.marks(cx.programme_id).await? {
        if let Some(course) = of_id(courses, row.course) {
            let kind = code(MarkKind::parse, &row.kind)?;
            let phase = row.phase.and_then(|phase| u32::try_from(phase).ok());
            course.marks.push(Mark { kind, on: row.marked_on, phase, area: row.area });
        }
    }
    for course in courses {
        course.marks.sort_by_key(|mark| mark.on);
        course.replies.sort_by_key(|reply| reply.on);
    }
    Ok(())
}
