//! The courses of a whole programme with their readings, and its enquiries.
//!
//! Two lines ask at once, where there are two, for some courses' readings at a time; what comes is unpacked while they ask on. So
//! both cores have work, and no long text lies in memory beside the facts that come of it.

mod beside;
mod readings;

use std::sync::Mutex;
use std::vec::IntoIter;

use domain::code::{Channel, ClosingReason};
use domain::facts::{Closing, Course, Enquiry};
use domain::id::{CitizenId, CourseId};
use domain::instrument::Instrument;
use store::Reader;
use store::facts::{CourseRow, Courses, Enquiries, EnquiryRow, Lines};
use tokio::sync::mpsc::{self, Sender};

use self::beside::{assignments, marks};
use self::readings::Unpacking;
use super::maybe_code;
use crate::{Cx, Error, Result};

/// Courses whose readings, or contacts, are fetched together.
pub(super) const TOGETHER: usize = 1_000;
/// Parts that may wait to be unpacked.
const WAITING: usize = 4;

/// The courses from the first id to the last.
pub(super) type Part = (CourseId, CourseId);

/// Which readings of the courses are loaded.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Readings<'a> {
    /// The one that enrols each course (R1), where it is told by nothing else.
    Enrolling(&'a Instrument),
    /// All of these instruments, withdrawn ones left out.
    Of(&'a [String]),
}

/// Which facts of the courses are loaded; what is left out stands empty.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted<'a> {
    /// The readings.
    pub(crate) readings: Readings<'a>,
    /// Who works with them.
    pub(crate) assignments: bool,
    /// Replies and marks.
    pub(crate) marks: bool,
}

impl<'a> Wanted<'a> {
    /// These readings, and nothing else beside the courses.
    pub(crate) const fn only(readings: Readings<'a>) -> Self {
        Self { readings, assignments: false, marks: false }
    }

    /// Everything that belongs to the courses, with these readings.
    pub(crate) const fn whole(readings: Readings<'a>) -> Self {
        Self { readings, assignments: true, marks: true }
    }
}

/// The courses of the programme with the facts wanted, in the order of their ids.
pub(crate) async fn courses(lines: &mut Lines, cx: &Cx, wanted: Wanted<'_>) -> Result<Vec<Course>> {
    courses_over(&mut lines.one, lines.other.as_mut(), cx, wanted).await
}

/// The same over one line, such as a transaction's own.
pub(crate) async fn courses_of_line(reader: &mut Reader, cx: &Cx, wanted: Wanted<'_>) -> Result<Vec<Course>> {
    courses_over(reader, None, cx, wanted).await
}

async fn courses_over(
    one: &mut Reader,
    other: Option<&mut Reader>,
    cx: &Cx,
    wanted: Wanted<'_>,
) -> Result<Vec<Course>> {
    let packed = one.courses(cx.programme_id).await?;
    with_facts(one, other, cx, wanted, &packed, || Ok(())).await.map(|(courses, ())| courses)
}

/// The courses and the enquiries, which are fetched at once.
pub(crate) async fn courses_and_enquiries(
    lines: &mut Lines,
    cx: &Cx,
    wanted: Wanted<'_>,
) -> Result<(Vec<Course>, Vec<Enquiry>)> {
    let (one, programme) = (&mut lines.one, cx.programme_id);
    let (courses, enquiries) = match &mut lines.other {
        Some(other) => tokio::try_join!(one.courses(programme), other.enquiries(programme))?,
        None => (one.courses(programme).await?, one.enquiries(programme).await?),
    };
    let other = lines.other.as_mut();
    with_facts(&mut lines.one, other, cx, wanted, &courses, || unpacked_enquiries(&enquiries)).await
}

/// The courses, and of the enquiries no more than whose they are and when they came.
pub(crate) async fn courses_and_enquiry_days(
    lines: &mut Lines,
    cx: &Cx,
    wanted: Wanted<'_>,
) -> Result<(Vec<Course>, Vec<Enquiry>)> {
    let (one, programme) = (&mut lines.one, cx.programme_id);
    let (courses, enquiries) = match &mut lines.other {
        Some(other) => tokio::try_join!(one.courses(programme), other.enquiry_days(programme))?,
        None => (one.courses(programme).await?, one.enquiry_days(programme).await?),
    };
    let other = lines.other.as_mut();
    with_facts(&mut lines.one, other, cx, wanted, &courses, || unpacked_enquiries(&enquiries)).await
}

/// The enquiries of the programme.
pub(crate) async fn enquiries(reader: &mut Reader, cx: &Cx) -> Result<Vec<Enquiry>> {
    unpacked_enquiries(&reader.enquiries(cx.programme_id).await?)
}

fn unpacked_enquiries(packed: &Enquiries) -> Result<Vec<Enquiry>> {
    let enquiry = |row: EnquiryRow<'_>| {
        Ok(Enquiry {
            citizen: row.citizen.map(CitizenId),
            received_on: row.received_on,
            channel: maybe_code(Channel::parse, row.channel)?,
            referrer: row.referrer.map(str::to_owned),
        })
    };
    packed.rows().map(|row| enquiry(row?)).collect()
}

fn unpacked(packed: &Courses) -> Result<Vec<Course>> {
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
    let mut courses = packed.rows().map(|row| course(row?)).collect::<Result<Vec<_>>>()?;
    courses.sort_unstable_by_key(|course| course.id);
    Ok(courses)
}

/// The courses with the facts wanted; `meanwhile` is what else there is to unpack while the lines ask.
async fn with_facts<T>(
    one: &mut Reader,
    other: Option<&mut Reader>,
    cx: &Cx,
    wanted: Wanted<'_>,
    packed: &Courses,
    meanwhile: impl FnOnce() -> Result<T>,
) -> Result<(Vec<Course>, T)> {
    let parts = Mutex::new(packed.parts(TOGETHER).into_iter());
    let (give, mut take) = mpsc::channel(WAITING);
    let unpack = async {
        let mut unpacking = Unpacking::new(unpacked(packed)?, wanted.readings);
        let meanwhile = meanwhile()?;
        while let Some((instrument, readings)) = take.recv().await {
            unpacking.take(instrument, &readings)?;
        }
        Ok::<_, Error>((unpacking.courses(), meanwhile))
    };
    let asked = ask(one, cx, wanted.readings, || of(&parts, IntoIter::next), give.clone());
    let ((mut courses, meanwhile), ..) = match other {
        Some(other) => {
            // From the other end, so that each line finds in its cache what it read for the figure before.
            let other = ask(other, cx, wanted.readings, || of(&parts, IntoIter::next_back), give);
            tokio::try_join!(unpack, asked, other)?
        }
        None => {
            drop(give);
            tokio::try_join!(unpack, asked, async { Ok(()) })?
        }
    };
    if wanted.assignments {
        assignments(one, cx, &mut courses).await?;
    }
    if wanted.marks {
        marks(one, cx, &mut courses).await?;
    }
    Ok((courses, meanwhile))
}

/// The next part from this end, which is nobody else's then.
pub(super) fn of(parts: &Mutex<IntoIter<Part>>, end: fn(&mut IntoIter<Part>) -> Option<Part>) -> Option<Part> {
    parts.lock().ok().and_then(|mut parts| end(&mut parts))
}

/// Asks for the readings of one part after the other, until there is none left for this line.
async fn ask<'a>(
    reader: &mut Reader,
    cx: &Cx,
    wanted: Readings<'a>,
    next: impl Fn() -> Option<Part>,
    give: Sender<(&'a str, store::facts::Readings)>,
) -> Result<()> {
    let programme = cx.programme_id;
    let instruments = match wanted {
        Readings::Enrolling(instrument) => std::slice::from_ref(&instrument.key),
        Readings::Of(instruments) => instruments,
    };
    while let Some((first, last)) = next() {
        for instrument in instruments {
            let readings = match wanted {
                Readings::Enrolling(_) => reader.readings_without_ids(programme, instrument, first, last).await?,
                Readings::Of(_) => reader.readings(programme, instrument, first, last).await?,
            };
            // Nobody takes any more where the unpacking found a fault, which is what is told then.
            if give.send((instrument.as_str(), readings)).await.is_err() {
                return Ok(());
            }
        }
    }
    Ok(())
}
