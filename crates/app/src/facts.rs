//! The facts of a programme, as the rules and figures take them: rows of the store as values of the domain.
//!
//! The courses with their readings and the contacts are the many, and have files of their own: `facts/courses.rs`, `facts/work.rs`.

mod courses;
mod work;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::assessment::Assessment;
use domain::code::{AssessmentState, GoalState, NetworkKind, ReferralState, Service, ServiceContact};
use domain::facts::{Goal, Merge, Referral};
use domain::id::{CitizenId, CourseId, ReadingId};
use domain::network::Around;
use domain::plan::history;
use domain::reading::{Answers, Reading};
use domain::report::situation::Recorded;
use domain::shared::Shared;
use store::Reader;
use store::facts::{EarlierState, GoalRow, MergeRow, ReferralRow};
use uuid::Uuid;

pub(crate) use self::courses::{
    Readings, Wanted, courses, courses_and_enquiries, courses_and_enquiry_days, courses_of_line, enquiries,
};
pub(crate) use self::work::work;
use crate::{Cx, Error, Result};

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
    words.next().and_then(store::facts::day).ok_or_else(|| impossible("day"))
}

/// A reading from its packed words: day, version, answers. Its id is its place, which keeps the order within a day.
pub(crate) fn reading<'a>(instrument: &str, words: &mut impl Iterator<Item = &'a str>, place: u128) -> Result<Reading> {
    let made_on = day(words)?;
    let version = words.next().ok_or_else(|| impossible("reading"))?;
    let answers = words.next().ok_or_else(|| impossible("reading"))?;
    let id = ReadingId(Uuid::from_u128(place));
    counting(id, instrument.into(), version.into(), made_on, answers)
}

/// A reading that is not withdrawn, with what the figures need of it.
pub(crate) fn counting(
    id: ReadingId,
    instrument: Shared,
    version: Shared,
    made_on: NaiveDate,
    answers: &str,
) -> Result<Reading> {
    Ok(Reading {
        id,
        instrument,
        version,
        made_on,
        filled_by: None,
        answers: Answers::unpacked(answers).ok_or_else(|| impossible("reading"))?,
        worker_answers: None,
        withdrawn: false,
    })
}

/// The merges that stand.
pub(crate) async fn merges(reader: &mut Reader, cx: &Cx) -> Result<Vec<Merge>> {
    Ok(standing(reader.merges(cx.organisation).await?))
}

/// The merges that stand, from their rows.
pub(crate) fn standing(rows: Vec<MergeRow>) -> Vec<Merge> {
    rows.into_iter().map(|row| Merge { from: CitizenId(row.from), into: CitizenId(row.into) }).collect()
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
    let packed = reader.goals(cx.programme_id).await?;
    let mut earlier = by_row(reader.earlier_goals(cx.programme_id).await?);
    let mut goal = |row: GoalRow<'_>| {
        let made = row.created_on;
        let version = |from: Option<NaiveDate>, on: NaiveDate, state: &str| {
            Ok((from.unwrap_or(made), (on, code(GoalState::parse, state)?)))
        };
        let before = earlier.remove(&row.id).unwrap_or_default();
        let before = before.iter().map(|row| version(row.from_day, row.state_on.unwrap_or(made), &row.state));
        let versions = before.chain([version(row.from_day, row.state_on, row.state)]).collect::<Result<Vec<_>>>()?;
        let states = history(versions).into_iter().map(|(_, state)| state).collect();
        Ok((CourseId(row.course), Goal { created_on: row.created_on, area: row.area.map(str::to_owned), states }))
    };
    packed.rows().map(|row| goal(row?)).collect()
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
    Ok(Referral { course: CourseId(row.course), sent_on: sent, partner: row.partner, area: row.area, states })
}

/// How far the courses' areas are assessed and the services around their citizens, course by course (M31).
pub(crate) async fn situations(reader: &mut Reader, cx: &Cx) -> Result<HashMap<CourseId, Recorded>> {
    let mut found: HashMap<CourseId, Recorded> = HashMap::new();
    for row in reader.area_states(cx.programme_id).await? {
        let state = code(AssessmentState::parse, &row.state)?;
        let assessment = Assessment { area: row.area, state, on: row.on };
        found.entry(CourseId(row.course)).or_default().assessments.push(assessment);
    }
    for row in reader.services(cx.programme_id).await? {
        let around = Around {
            kind: NetworkKind::Service,
            role: None,
            service: Some(code(Service::parse, &row.service)?),
            since: row.since,
            until: row.until,
            contact: maybe_code(ServiceContact::parse, row.contact.as_deref())?,
            contact_on: row.contact_on,
        };
        found.entry(CourseId(row.course)).or_default().around.push(around);
    }
    Ok(found)
}
