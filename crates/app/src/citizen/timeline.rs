//! Everything that happened with a citizen in the programme, newest first.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::code::{Channel, ContactKind, FilledBy, FollowUpReply, GoalState, MarkKind, Place, ReferralState, With};
use domain::facts::Course;
use domain::id::{ContactId, EnquiryId, MarkId, ReadingId, UserId};
use domain::personal::Personal;
use domain::plan::history;
use domain::reading::Reading;
use domain::score::{choice, sum_score};
use uuid::Uuid;

use super::Known;
use super::joined::joined;
use crate::facts::{code, maybe_code};
use crate::view::citizen::{Entry, ReadInstrument, SealedRef, What};
use crate::{Cx, Result};

/// Entries by the day of the page. Within a day what was recorded later stands higher.
pub(super) fn timeline(cx: &Cx, known: &Known, courses: &[Course]) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    enquiries(known, &mut entries)?;
    for (row, course) in known.of_courses.courses.iter().zip(courses) {
        course_ends(cx, known, course, row.has_clarification_end, &mut entries);
        readings(known, course, &mut entries);
    }
    assignments(known, &mut entries);
    contacts(known, &mut entries)?;
    goals(cx, known, &mut entries)?;
    beside(cx, known, &mut entries)?;
    entries.retain(|entry| entry.on <= cx.today);
    // Stable: entries of one day keep the order above, which is the order of a course.
    entries.sort_by_key(|entry| entry.on);
    let mut entries = joined(entries);
    entries.reverse();
    Ok(entries)
}

fn entry(on: NaiveDate, what: What, sealed: Option<SealedRef>) -> Entry {
    Entry { on, what, by: None, sealed }
}

fn enquiries(known: &Known, entries: &mut Vec<Entry>) -> Result<()> {
    for row in &known.enquiries {
        let channel = maybe_code(Channel::parse, row.channel.as_deref())?;
        let what = What::Enquiry { channel, referrer: row.referrer.clone() };
        entries.push(entry(row.received_on, what, row.has_note.then_some(SealedRef::EnquiryNote(EnquiryId(row.id)))));
    }
    Ok(())
}

fn course_ends(cx: &Cx, known: &Known, course: &Course, has_reason: bool, entries: &mut Vec<Entry>) {
    entries.push(entry(course.clarification_began_on, What::ClarificationBegan, None));
    let enrolling = cx.programme.enrolling(&known.instruments);
    if let Some(on) = enrolling.and_then(|enrolling| course.enrolled_on(enrolling)) {
        entries.push(entry(on, What::Enrolled { filled_by: None, instruments: Vec::new() }, None));
    }
    if let Some(on) = course.clarification_ended_on {
        let sealed = has_reason.then_some(SealedRef::ClarificationReason(course.id));
        entries.push(entry(on, What::ClarificationEnded, sealed));
    }
    if let Some(closing) = &course.closing {
        entries.push(entry(closing.on, What::Closed { reason: closing.reason }, None));
    }
}

/// The readings of one day by one filler stand as one entry: a follow-up is one event to whoever was there.
fn readings(known: &Known, course: &Course, entries: &mut Vec<Entry>) {
    let mut rounds: BTreeMap<(NaiveDate, Option<FilledBy>), Vec<&Reading>> = BTreeMap::new();
    for reading in &course.readings {
        rounds.entry((reading.made_on, reading.filled_by)).or_default().push(reading);
    }
    for ((on, filled_by), mut made) in rounds {
        made.sort_by_key(|reading| known.instruments.iter().position(|pack| pack.key == reading.instrument));
        let instruments = made.iter().filter_map(|reading| read(known, reading)).collect();
        let has_notes = |id: ReadingId| known.of_courses.readings.iter().any(|row| row.id == id.0 && row.has_notes);
        let sealed = made.iter().map(|reading| reading.id).find(|id| has_notes(*id)).map(SealedRef::ReadingNote);
        entries.push(entry(on, What::Readings { filled_by, instruments }, sealed));
    }
}

fn read(known: &Known, reading: &Reading) -> Option<ReadInstrument> {
    let instrument = known.instrument(&reading.instrument)?;
    let complete = reading.complete(instrument);
    Some(ReadInstrument {
        title: instrument.title.clone(),
        score: complete.and_then(sum_score).map(|score| score.points),
        choice: complete.and_then(choice).map(|choice| choice.text.clone()),
        is_complete: complete.is_some(),
    })
}

/// A change of worker; the first assignment goes without saying.
fn assignments(known: &Known, entries: &mut Vec<Entry>) {
    for (at, row) in known.of_courses.workers.iter().enumerate() {
        let before = known.of_courses.workers.iter().take(at).rev().find(|before| before.course == row.course);
        if before.is_some_and(|before| before.worker != row.worker)
            && let Some(worker) = known.names.get(&UserId(row.worker))
        {
            entries.push(entry(row.from_day, What::Assigned { worker: worker.clone() }, None));
        }
    }
}

fn contacts(known: &Known, entries: &mut Vec<Entry>) -> Result<()> {
    for row in &known.contacts {
        let what = What::Contact {
            id: ContactId(row.id),
            kind: maybe_code(ContactKind::parse, row.kind.as_deref())?,
            place: maybe_code(Place::parse, row.place.as_deref())?,
            with: maybe_code(With::parse, row.with_whom.as_deref())?,
            minutes: row.minutes.and_then(|minutes| u32::try_from(minutes).ok()),
        };
        let sealed = row.has_text.then_some(SealedRef::ContactText(ContactId(row.id)));
        entries.push(Entry { by: recorder(known, &row.recorded_by), ..entry(row.happened_on, what, sealed) });
    }
    Ok(())
}

/// Who recorded it, where that was a colleague: an import is nobody's word.
fn recorder(known: &Known, recorded_by: &str) -> Option<Personal<String>> {
    known.names.get(&UserId(recorded_by.parse::<Uuid>().ok()?)).cloned()
}

fn goals(cx: &Cx, known: &Known, entries: &mut Vec<Entry>) -> Result<()> {
    for row in &known.goals {
        let area = known.area(&cx.programme, row.area.as_deref());
        // The goal's words stand beside the timeline, already opened.
        entries.push(entry(row.created_on, What::GoalSet { area: area.clone() }, None));
        let to = code(GoalState::parse, &row.state)?;
        if to != GoalState::Active {
            entries.push(entry(row.state_on, What::GoalMoved { area, to }, None));
        }
    }
    Ok(())
}

fn beside(cx: &Cx, known: &Known, entries: &mut Vec<Entry>) -> Result<()> {
    for row in &known.of_courses.marks {
        let kind = code(MarkKind::parse, &row.kind)?;
        let phase = row.phase.and_then(|phase| u32::try_from(phase).ok());
        let what = match (kind, phase) {
            (MarkKind::PhaseShift, Some(to)) => What::PhaseShift { to, focus: Vec::new() },
            _ => What::Mark { kind, phase, area: known.area(&cx.programme, row.area.as_deref()) },
        };
        entries.push(entry(row.marked_on, what, row.has_note.then_some(SealedRef::MarkReason(MarkId(row.id)))));
    }
    for row in &known.of_courses.replies {
        let what = What::Reply { due: row.due_on, reply: code(FollowUpReply::parse, &row.reply)? };
        entries.push(entry(row.replied_on, what, None));
    }
    for versions in known.referrals.chunk_by(|one, other| one.id == other.id) {
        let Some(row) = versions.last() else { continue };
        let area = known.area(&cx.programme, row.area.as_deref());
        let sent = |state| What::Referral { partner: row.partner.clone(), area: area.clone(), state };
        entries.push(entry(row.sent_on, sent(ReferralState::Sent), None));
        let said = versions.iter().map(|row| {
            Ok((row.from_day.unwrap_or(row.sent_on), (row.state_on, code(ReferralState::parse, &row.state)?)))
        });
        for (_, answer) in history(said.collect::<Result<Vec<_>>>()?) {
            if let (Some(on), true) = (answer.0, answer.1 != ReferralState::Sent) {
                entries.push(entry(on, sent(answer.1), None));
            }
        }
    }
    Ok(())
}
