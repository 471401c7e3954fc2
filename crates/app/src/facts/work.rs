//! What was done with the courses: contacts and goals (R18), as both lines ask for them (`facts/courses.rs`).

use std::collections::HashMap;
use std::sync::Mutex;
use std::vec::IntoIter;

use domain::code::{ContactKind, Place, With};
use domain::facts::{Contact, Course, CourseWork};
use domain::id::CourseId;
use store::Reader;
use store::facts::{ContactRow, Lines};

use super::courses::{Part, TOGETHER, of};
use super::{goals, maybe_code};
use crate::{Cx, Result};

/// Contacts and goals, course by course, of courses that stand in the order of their ids.
pub(crate) async fn work(lines: &mut Lines, cx: &Cx, courses: &[Course]) -> Result<HashMap<CourseId, CourseWork>> {
    let part = |courses: &[Course]| Some((courses.first()?.id, courses.last()?.id));
    let parts = Mutex::new(courses.chunks(TOGETHER).filter_map(part).collect::<Vec<_>>().into_iter());
    let mut found = match &mut lines.other {
        Some(other) => {
            let one = contacts(&mut lines.one, cx, || of(&parts, IntoIter::next));
            let (mut one, other) = tokio::try_join!(one, contacts(other, cx, || of(&parts, IntoIter::next_back)))?;
            one.extend(other);
            one
        }
        None => contacts(&mut lines.one, cx, || of(&parts, IntoIter::next)).await?,
    };
    for (course, goal) in goals(&mut lines.one, cx).await? {
        found.entry(course).or_default().goals.push(goal);
    }
    Ok(found)
}

/// The contacts of one part after the other, until there is none left for this line.
async fn contacts(
    reader: &mut Reader,
    cx: &Cx,
    next: impl Fn() -> Option<Part>,
) -> Result<HashMap<CourseId, CourseWork>> {
    let mut found: HashMap<CourseId, CourseWork> = HashMap::new();
    while let Some((first, last)) = next() {
        for row in reader.contacts(cx.programme_id, first, last).await?.rows() {
            let row = row?;
            found.entry(CourseId(row.course)).or_default().contacts.push(contact(row)?);
        }
    }
    Ok(found)
}

fn contact(row: ContactRow<'_>) -> Result<Contact> {
    Ok(Contact {
        on: row.happened_on,
        kind: maybe_code(ContactKind::parse, row.kind)?,
        place: maybe_code(Place::parse, row.place)?,
        with: maybe_code(With::parse, row.with_whom)?,
        minutes: row.minutes,
    })
}
