//! The facts of a programme, as the rules and figures take them: rows of the store as values of the domain.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::code::{
    Channel, ClosingReason, ContactKind, FollowUpReply, GoalState, MarkKind, Place, ReferralState, With,
};
use domain::facts::{Assignment, Closing, Contact, Course, CourseWork, Enquiry, Goal, Mark, Merge, Referral, Reply};
use domain::id::{CitizenId, CourseId, EnquiryId, ReadingId, UserId};
use domain::plan::history;
use domain::reading::{Answers, Reading};
use store::Reader;
use store::facts::{EarlierState, GoalRow, ReferralRow};
use uuid::Uuid;

use crate::{Cx, Error, Result};

/// Which facts of the courses are loaded; what is left out stands empty.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Wanted<'a> {
    /// The instruments whose readings are loaded.
    pub(crate) instruments: &'a [String],
    /// Replies, marks and assignments.
    pub(crate) beside: bool,
}

/// A code of the store as a value: the store holds none that this program did not write.
pub(crate) fn code<T, E>(parse: impl Fn(&str) -> std::result::Result<T, E>, text: &str) -> Result<T> {
    parse(text).map_err(|_| impossible("code"))
}

/// An optional code.
pub(crate) fn maybe_code<T, E>(
    parse: impl Fn(&str) -> std::result::Result<T, E>,
    text: Option<&str>,
) -> Result<Option<T>> {
    text.map(|text| code(&parse, text)).transpose()
}

pub(crate) fn impossible(what: &str) -> Error {
    Error::Refused(format!(
        "the store holds a {what} that this program cannot have written; check it with `audit verify`"
    ))
}

/// The words of a packed list: entries with `;` between, words with a space between.
pub(crate) fn packed(text: &str) -> impl Iterator<Item = std::str::Split<'_, char>> {
    text.split(';').filter(|entry| !entry.is_empty()).map(|entry| entry.split(' '))
}

/// The next word of an entry as a day.
pub(crate) fn day<'a>(words: &mut impl Iterator<Item = &'a str>) -> Result<NaiveDate> {
    let word = words.next().ok_or_else(|| impossible("day"))?.as_bytes();
    let number = |from: usize, to: usize| {
        let digits = word.get(from..to)?;
        digits.iter().try_fold(0u32, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
    };
    let read = || NaiveDate::from_ymd_opt(i32::try_from(number(0, 4)?).ok()?, number(5, 7)?, number(8, 10)?);
    read().ok_or_else(|| impossible("day"))
}

/// A reading from its packed words: day, version, answers. Its id is its place, which keeps the order within a day.
pub(crate) fn reading<'a>(instrument: &str, words: &mut impl Iterator<Item = &'a str>, place: u128) -> Result<Reading> {
    let made_on = day(words)?;
    let version = words.next().ok_or_else(|| impossible("reading"))?.to_owned();
    let answers = words.next().and_then(Answers::unpacked).ok_or_else(|| impossible("reading"))?;
    Ok(Reading {
        id: ReadingId(Uuid::from_u128(place)),
        instrument: instrument.to_owned(),
        version,
        made_on,
        filled_by: None,
        answers,
        worker_answers: None,
        withdrawn: false,
    })
}

/// The courses of the programme with the facts wanted.
pub(crate) async fn courses(reader: &mut Reader, cx: &Cx, wanted: Wanted<'_>) -> Result<Vec<Course>> {
    let rows = reader.courses(cx.programme_id).await?;
    let mut places = HashMap::with_capacity(rows.len());
    let mut courses = Vec::with_capacity(rows.len());
    for (at, row) in rows.into_iter().enumerate() {
        places.insert(row.id, at);
        let reason = maybe_code(ClosingReason::parse, row.closing_reason.as_deref())?;
        courses.push(Course {
            id: CourseId(row.id),
            citizen: CitizenId(row.citizen),
            clarification_began_on: row.clarification_began_on,
            clarification_ended_on: row.clarification_ended_on,
            closing: row.closed_on.map(|on| Closing { on, reason }),
            readings: Vec::new(),
            replies: Vec::new(),
            marks: Vec::new(),
            assignments: Vec::new(),
        });
    }
    let mut place = 0;
    for instrument in wanted.instruments {
        for row in reader.packed_readings(cx.programme_id, instrument).await? {
            let Some(course) = places.get(&row.course).and_then(|at| courses.get_mut(*at)) else { continue };
            for mut words in packed(&row.packed) {
                place += 1;
                course.readings.push(reading(instrument, &mut words, place)?);
            }
        }
    }
    if wanted.beside {
        beside(reader, cx, &places, &mut courses).await?;
    }
    Ok(courses)
}

async fn beside(reader: &mut Reader, cx: &Cx, places: &HashMap<Uuid, usize>, courses: &mut [Course]) -> Result<()> {
    for row in reader.replies(cx.programme_id).await? {
        if let Some(course) = places.get(&row.course).and_then(|at| courses.get_mut(*at)) {
            let reply = code(FollowUpReply::parse, &row.reply)?;
            course.replies.push(Reply { due: row.due_on, on: row.replied_on, reply });
        }
    }
    for row in reader.marks(cx.programme_id).await? {
        if let Some(course) = places.get(&row.course).and_then(|at| courses.get_mut(*at)) {
            let kind = code(MarkKind::parse, &row.kind)?;
            let phase = row.phase.and_then(|phase| u32::try_from(phase).ok());
            course.marks.push(Mark { kind, on: row.marked_on, phase, area: row.area });
        }
    }
    for row in reader.assignments(cx.programme_id).await? {
        if let Some(course) = places.get(&row.course).and_then(|at| courses.get_mut(*at)) {
            course.assignments.push(Assignment { worker: UserId(row.worker), from: row.from_day, to: row.to_day });
        }
    }
    for course in courses {
        course.marks.sort_by_key(|mark| mark.on);
        course.replies.sort_by_key(|reply| reply.on);
    }
    Ok(())
}

/// The enquiries of the programme.
pub(crate) async fn enquiries(reader: &mut Reader, cx: &Cx) -> Result<Vec<Enquiry>> {
    let rows = reader.enquiries(cx.programme_id).await?;
    let enquiry = |row: store::facts::EnquiryRow| {
        Ok(Enquiry {
            id: EnquiryId(row.id),
            citizen: row.citizen.map(CitizenId),
            received_on: row.received_on,
            channel: maybe_code(Channel::parse, row.channel.as_deref())?,
            referrer: row.referrer,
        })
    };
    rows.into_iter().map(enquiry).collect()
}

/// The merges that stand.
pub(crate) async fn merges(reader: &mut Reader, cx: &Cx) -> Result<Vec<Merge>> {
    let rows = reader.merges(cx.organisation).await?;
    Ok(rows.into_iter().map(|row| Merge { from: CitizenId(row.from), into: CitizenId(row.into) }).collect())
}

/// The states that versions had before the present one, by goal or referral.
fn by_row(rows: Vec<EarlierState>) -> HashMap<Uuid, Vec<EarlierState>> {
    let mut found: HashMap<Uuid, Vec<EarlierState>> = HashMap::new();
    for row in rows {
        found.entry(row.id).or_default().push(row);
    }
    found
}

/// The goals, each with its course and the history of its state.
pub(crate) async fn goals(reader: &mut Reader, cx: &Cx) -> Result<Vec<(CourseId, Goal)>> {
    let rows = reader.goals(cx.programme_id).await?;
    let mut earlier = by_row(reader.earlier_goals(cx.programme_id).await?);
    let goal = |row: GoalRow| {
        let made = row.created_on;
        let version = |from: Option<NaiveDate>, on: NaiveDate, state: &str| {
            Ok((from.unwrap_or(made), (on, code(GoalState::parse, state)?)))
        };
        let before = earlier.remove(&row.id).unwrap_or_default();
        let before = before.iter().map(|row| version(row.from_day, row.state_on.unwrap_or(made), &row.state));
        let versions = before.chain([version(row.from_day, row.state_on, &row.state)]).collect::<Result<Vec<_>>>()?;
        let states = history(versions).into_iter().map(|(_, state)| state).collect();
        Ok((CourseId(row.course), Goal { created_on: row.created_on, area: row.area, states }))
    };
    rows.into_iter().map(goal).collect()
}

/// The referrals to partners, each with the history of its state.
pub(crate) async fn referrals(reader: &mut Reader, cx: &Cx) -> Result<Vec<Referral>> {
    let rows = reader.referrals(cx.programme_id).await?;
    let mut earlier = by_row(reader.earlier_referrals(cx.programme_id).await?);
    rows.into_iter().map(|row| referral(earlier.remove(&row.id).unwrap_or_default(), row)).collect()
}

fn referral(before: Vec<EarlierState>, row: ReferralRow) -> Result<Referral> {
    let sent = row.sent_on;
    // An answer without a day is known to have come, but not when: it counts from the day it was sent.
    let version = |from: Option<NaiveDate>, on: Option<NaiveDate>, state: &str| {
        Ok((from.unwrap_or(sent), (on.unwrap_or(sent), code(ReferralState::parse, state)?)))
    };
    let before = before.iter().map(|row| version(row.from_day, row.state_on, &row.state));
    let versions = before.chain([version(row.from_day, row.state_on, &row.state)]).collect::<Result<Vec<_>>>()?;
    let answers = history(versions).into_iter().map(|(_, answer)| answer);
    let answers = answers.filter(|(_, state)| *state != ReferralState::Sent);
    let states = [(sent, ReferralState::Sent)].into_iter().chain(answers).collect();
    Ok(Referral { sent_on: sent, partner: row.partner, area: row.area, states })
}

/// Contacts and goals, course by course (R18).
pub(crate) async fn work(reader: &mut Reader, cx: &Cx) -> Result<HashMap<CourseId, CourseWork>> {
    let mut work: HashMap<CourseId, CourseWork> = HashMap::new();
    for row in reader.contacts(cx.programme_id).await? {
        let contact = Contact {
            on: row.happened_on,
            kind: maybe_code(ContactKind::parse, row.kind.as_deref())?,
            place: maybe_code(Place::parse, row.place.as_deref())?,
            with: maybe_code(With::parse, row.with_whom.as_deref())?,
            minutes: row.minutes.and_then(|minutes| u32::try_from(minutes).ok()),
        };
        work.entry(CourseId(row.course)).or_default().contacts.push(contact);
    }
    for (course, goal) in goals(reader, cx).await? {
        work.entry(course).or_default().goals.push(goal);
    }
    Ok(work)
}
