//! Recording what belongs to a course: readings, contacts, goals, steps, marks, replies, referrals.

use chrono::{DateTime, Utc};
use domain::id::ProgrammeId;

use crate::error::Result;
use crate::row::{Contact, Goal, Mark, Reading, Referral, Reply, Step, Version};
use crate::values::insert;
use crate::work::{Work, kept};

impl Work {
    /// Adds versions of readings.
    pub async fn add_readings(
        &mut self,
        programme: ProgrammeId,
        rows: &[Version<Reading>],
        at: DateTime<Utc>,
    ) -> Result<()> {
        let (by, at) = (self.recorded_by(), kept(at));
        insert(
            &mut self.line,
            "INSERT INTO reading (programme_id, course_id, instrument, made_on, id, version, \
             instrument_version, filled_by, answers, worker_answers, notes_sealed, withdrawn, recorded_by, \
             recorded_at)",
            rows,
            |values, Version { number, fact }| {
                values
                    .push(programme.0)
                    .push(fact.course.0)
                    .push(fact.instrument.as_str())
                    .push(fact.made_on)
                    .push(fact.id.0)
                    .push(*number)
                    .push(fact.instrument_version.as_str())
                    .push(fact.filled_by.map(|by| by.code()))
                    .push(fact.answers.as_str())
                    .push(fact.worker_answers.as_deref())
                    .push(fact.notes.as_deref())
                    .push(fact.withdrawn)
                    .push(by.as_str())
                    .push(at);
            },
        )
        .await
    }

    /// Adds versions of contacts.
    pub async fn add_contacts(
        &mut self,
        programme: ProgrammeId,
        rows: &[Version<Contact>],
        at: DateTime<Utc>,
    ) -> Result<()> {
        let (by, at) = (self.recorded_by(), kept(at));
        insert(
            &mut self.line,
            "INSERT INTO contact (programme_id, course_id, happened_on, id, version, kind, place, with_whom, \
             minutes, text_sealed, recorded_by, recorded_at)",
            rows,
            |values, Version { number, fact }| {
                values
                    .push(programme.0)
                    .push(fact.course.0)
                    .push(fact.on)
                    .push(fact.id.0)
                    .push(*number)
                    .push(fact.kind.map(|kind| kind.code()))
                    .push(fact.place.map(|place| place.code()))
                    .push(fact.with.map(|with| with.code()))
                    .push(fact.minutes)
                    .push(fact.text.as_deref())
                    .push(by.as_str())
                    .push(at);
            },
        )
        .await
    }

    /// Adds versions of goals.
    pub async fn add_goals(&mut self, programme: ProgrammeId, rows: &[Version<Goal>], at: DateTime<Utc>) -> Result<()> {
        let (by, at) = (self.recorded_by(), kept(at));
        insert(
            &mut self.line,
            "INSERT INTO goal (programme_id, course_id, created_on, id, version, area, text_sealed, state, \
             state_on, from_day, proposed_by, is_outside, outside_sealed, recorded_by, recorded_at)",
            rows,
            |values, Version { number, fact }| {
                values
                    .push(programme.0)
                    .push(fact.course.0)
                    .push(fact.created_on)
                    .push(fact.id.0)
                    .push(*number)
                    .push(fact.area.as_deref())
                    .push(fact.text.as_deref())
                    .push(fact.state.code())
                    .push(fact.state_on)
                    .push(fact.from)
                    .push(fact.proposed_by.map(|by| by.code()))
                    .push(fact.is_outside)
                    .push(fact.outside.as_deref())
                    .push(by.as_str())
                    .push(at);
            },
        )
        .await
    }

    /// Adds versions of next steps.
    pub async fn add_steps(&mut self, programme: ProgrammeId, rows: &[Version<Step>], at: DateTime<Utc>) -> Result<()> {
        let (by, at) = (self.recorded_by(), kept(at));
        insert(
            &mut self.line,
            "INSERT INTO step (programme_id, course_id, created_on, id, version, due_on, doer, text_sealed, \
             done_on, recorded_by, recorded_at)",
            rows,
            |values, Version { number, fact }| {
                values
                    .push(programme.0)
                    .push(fact.course.0)
                    .push(fact.created_on)
                    .push(fact.id.0)
                    .push(*number)
                    .push(fact.due_on)
                    .push(fact.doer.map(|doer| doer.code()))
                    .push(fact.text.as_deref())
                    .push(fact.done_on)
                    .push(by.as_str())
                    .push(at);
            },
        )
        .await
    }

    /// Adds versions of marks.
    pub async fn add_marks(&mut self, programme: ProgrammeId, rows: &[Version<Mark>], at: DateTime<Utc>) -> Result<()> {
        let (by, at) = (self.recorded_by(), kept(at));
        insert(
            &mut self.line,
            "INSERT INTO mark (programme_id, course_id, marked_on, id, version, kind, phase, area, \
             note_sealed, recorded_by, recorded_at)",
            rows,
            |values, Version { number, fact }| {
                values
                    .push(programme.0)
                    .push(fact.course.0)
                    .push(fact.on)
                    .push(fact.id.0)
                    .push(*number)
                    .push(fact.kind.code())
                    .push(fact.phase)
                    .push(fact.area.as_deref())
                    .push(fact.note.as_deref())
                    .push(by.as_str())
                    .push(at);
            },
        )
        .await
    }

    /// Adds versions of answers to follow-ups.
    pub async fn add_replies(
        &mut self,
        programme: ProgrammeId,
        rows: &[Version<Reply>],
        at: DateTime<Utc>,
    ) -> Result<()> {
        let (by, at) = (self.recorded_by(), kept(at));
        insert(
            &mut self.line,
            "INSERT INTO reply (programme_id, course_id, due_on, id, version, replied_on, reply, \
             note_sealed, recorded_by, recorded_at)",
            rows,
            |values, Version { number, fact }| {
                values
                    .push(programme.0)
                    .push(fact.course.0)
                    .push(fact.due)
                    .push(fact.id)
                    .push(*number)
                    .push(fact.on)
                    .push(fact.reply.code())
                    .push(fact.note.as_deref())
                    .push(by.as_str())
                    .push(at);
            },
        )
        .await
    }

    /// Adds versions of referrals.
    pub async fn add_referrals(
        &mut self,
        programme: ProgrammeId,
        rows: &[Version<Referral>],
        at: DateTime<Utc>,
    ) -> Result<()> {
        let (by, at) = (self.recorded_by(), kept(at));
        insert(
            &mut self.line,
            "INSERT INTO referral (programme_id, course_id, sent_on, id, version, partner_id, area, consent, \
             state, state_on, from_day, goal_id, offer_id, consent_id, shared, message_sealed, answer_sealed, \
             recorded_by, recorded_at)",
            rows,
            |values, Version { number, fact }| {
                values
                    .push(programme.0)
                    .push(fact.course.0)
                    .push(fact.sent_on)
                    .push(fact.id.0)
                    .push(*number)
                    .push(fact.partner.0)
                    .push(fact.area.as_deref())
                    .push(fact.consent)
                    .push(fact.state.code())
                    .push(fact.state_on)
                    .push(fact.from)
                    .push(fact.goal.map(|goal| goal.0))
                    .push(fact.offer.map(|offer| offer.0))
                    .push(fact.consent_id)
                    .push(fact.shared.as_deref())
                    .push(fact.message.as_deref())
                    .push(fact.answer.as_deref())
                    .push(by.as_str())
                    .push(at);
            },
        )
        .await
    }
}
