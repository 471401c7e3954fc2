//! The courses of a whole programme with their readings, and its enquiries.
//!
//! Two lines read at once, where there are two. The readings are fetched some courses at a time, so that no long text lies in memory
//! beside the facts that come of it.

use std::slice::ChunksMut;
use std::sync::Mutex;

use domain::code::{Channel, ClosingReason, FollowUpReply, MarkKind};
use domain::facts::{Assignment, Closing, Course, Enquiry, Mark, Reply};
use domain::id::{CitizenId, CourseId, EnquiryId, UserId};
use domain::shared::Shared;
use store::Reader;
use store::facts::{CourseRow, Courses, Enquiries, EnquiryRow, Lines, Readings};
use uuid::Uuid;

use super::{code, maybe_code, read};
use crate::{Cx, Result};

/// Courses whose readings are fetched together.
const TOGETHER: usize = 1_500;

/// Which facts of the courses are loaded; what is left out stands empty.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Wanted<'a> {
    /// The instruments whose readings are loaded.
    pub(crate) instruments: &'a [String],
    /// Who works with them.
    pub(crate) assignments: bool,
    /// Replies and marks.
    pub(crate) marks: bool,
}

/// The courses of the programme with the facts wanted.
pub(crate) async fn courses(lines: &mut Lines, cx: &Cx, wanted: Wanted<'_>) -> Result<Vec<Course>> {
    let courses = without_facts(&lines.one.courses(cx.programme_id).await?)?;
    with_facts(lines, cx, wanted, courses).await
}

/// The courses and the enquiries, which are fetched at once.
pub(crate) async fn courses_and_enquiries(
    lines: &mut Lines,
    cx: &Cx,
    wanted: Wanted<'_>,
) -> Result<(Vec<Course>, Vec<Enquiry>)> {
    let Some(other) = &mut lines.other else {
        let enquiries = enquiries(&mut lines.one, cx).await?;
        return Ok((courses(lines, cx, wanted).await?, enquiries));
    };
    let (courses, enquiries) = tokio::try_join!(lines.one.courses(cx.programme_id), other.enquiries(cx.programme_id))?;
    let courses = with_facts(lines, cx, wanted, without_facts(&courses)?).await?;
    Ok((courses, of_rows(&enquiries)?))
}

/// The enquiries of the programme.
pub(crate) async fn enquiries(reader: &mut Reader, cx: &Cx) -> Result<Vec<Enquiry>> {
    of_rows(&reader.enquiries(cx.programme_id).await?)
}

fn of_rows(enquiries: &Enquiries) -> Result<Vec<Enquiry>> {
    let enquiry = |row: EnquiryRow<'_>| {
        Ok(Enquiry {
            id: EnquiryId(row.id),
            citizen: row.citizen.map(CitizenId),
            received_on: row.received_on,
            channel: maybe_code(Channel::parse, row.channel)?,
            referrer: row.referrer.map(str::to_owned),
        })
    };
    enquiries.rows().map(|row| enquiry(row?)).collect()
}

/// The courses in the order of their ids, in which their readings come too.
fn without_facts(rows: &Courses) -> Result<Vec<Course>> {
    let course = |row: CourseRow<'_>| {
        let reason = maybe_code(ClosingReason::parse, row.closing_reason)?;
        Ok(Course {
            id: CourseId(row.id),
            citizen: CitizenId(row.citizen),
            clarification_began_on: row.clarification_began_on,
            clarification_ended_on: row.clarification_ended_on,
            closing: row.closed_on.map(|on| Closing { on, reason }),
            readings: Vec::new(),
            replies: Vec::new(),
            marks: Vec::new(),
            assignments: Vec::new(),
        })
    };
    let mut courses = rows.rows().map(|row| course(row?)).collect::<Result<Vec<_>>>()?;
    courses.sort_by_key(|course| course.id);
    Ok(courses)
}

async fn with_facts(lines: &mut Lines, cx: &Cx, wanted: Wanted<'_>, mut courses: Vec<Course>) -> Result<Vec<Course>> {
    let parts = Mutex::new(courses.chunks_mut(TOGETHER));
    match &mut lines.other {
        Some(other) => {
            tokio::try_join!(
                readings(&mut lines.one, cx, wanted.instruments, &parts),
                readings(other, cx, wanted.instruments, &parts)
            )?;
        }
        None => readings(&mut lines.one, cx, wanted.instruments, &parts).await?,
    }
    if wanted.assignments {
        assignments(&mut lines.one, cx, &mut courses).await?;
    }
    if wanted.marks {
        marks(&mut lines.one, cx, &mut courses).await?;
    }
    Ok(courses)
}

/// Fetches the readings of one part after the other, until none is left for this line to take.
async fn readings(
    reader: &mut Reader,
    cx: &Cx,
    instruments: &[String],
    parts: &Mutex<ChunksMut<'_, Course>>,
) -> Result<()> {
    let next = || parts.lock().ok().and_then(|mut parts| parts.next());
    while let Some(part) = next() {
        let (Some(first), Some(last)) = (part.first(), part.last()) else { continue };
        let (first, last) = (first.id, last.id);
        for instrument in instruments {
            let readings = reader.readings(cx.programme_id, instrument, first, last).await?;
            give_out(&readings, &instrument.into(), part)?;
        }
    }
    Ok(())
}

/// Gives each course its readings. Both are in the order of the courses' ids.
fn give_out(readings: &Readings, instrument: &Shared, courses: &mut [Course]) -> Result<()> {
    let mut courses = courses.iter_mut().peekable();
    let mut version: Shared = "".into();
    for row in readings.rows() {
        let row = row?;
        let course = CourseId(row.course);
        while courses.next_if(|next| next.id < course).is_some() {}
        let Some(course) = courses.peek_mut().filter(|next| next.id == course) else { continue };
        if *version != *row.version {
            version = row.version.into();
        }
        let place = course.readings.len() as u128;
        course.readings.push(read(place, instrument.clone(), version.clone(), row.made_on, row.answers)?);
    }
    Ok(())
}

/// The course with this id, among courses in the order of their ids.
fn of_id(courses: &mut [Course], id: Uuid) -> Option<&mut Course> {
    courses.binary_search_by_key(&CourseId(id), |course| course.id).ok().and_then(|at| courses.get_mut(at))
}

async fn assignments(reader: &mut Reader, cx: &Cx, courses: &mut [Course]) -> Result<()> {
    for row in reader.assignments(cx.programme_id).await? {
        if let Some(course) = of_id(courses, row.course) {
            course.assignments.push(Assignment { worker: UserId(row.worker), from: row.from_day, to: row.to_day });
        }
    }
    Ok(())
}

async fn marks(reader: &mut Reader, cx: &Cx, courses: &mut [Course]) -> Result<()> {
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
