//! Recording facts: many rows in few statements, each with who recorded it and when.
//!
//! Here: people, enquiries, courses, and what a correction needs. What belongs to a course is in `record/of_course.rs`, what belongs to
//! its plan in `record/of_plan.rs`.

mod of_course;
mod of_plan;

use chrono::{DateTime, Utc};
use domain::id::{AgreementId, CourseId, EnquiryId, OrganisationId, PartnerId, ProgrammeId, SubjectId};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::line::{execute, maybe};
use crate::row::{Assignment, Blind, Citizen, Course, Enquiry, Imported, Version};
use crate::values::insert;
use crate::work::{Work, kept};

impl Work {
    /// Adds versions of citizens.
    ///
    /// # Errors
    ///
    /// [`Error::Taken`] where a version is there already, as for every function here.
    pub async fn add_citizens(
        &mut self,
        organisation: OrganisationId,
        rows: &[Version<Citizen>],
        at: DateTime<Utc>,
    ) -> Result<()> {
        let (by, at) = (self.recorded_by(), kept(at));
        insert(
            &mut self.line,
            "INSERT INTO citizen (id, version, organisation_id, gender, birth_year, protected_address, \
             safe_contact, alias_sealed, name_sealed, cpr_sealed, phone_sealed, register_id_sealed, \
             recorded_by, recorded_at)",
            rows,
            |values, Version { number, fact }| {
                values
                    .push(fact.id.0)
                    .push(*number)
                    .push(organisation.0)
                    .push(fact.gender.map(|gender| gender.code()))
                    .push(fact.birth_year)
                    .push(fact.protected_address)
                    .push(fact.safe_contact.as_str())
                    .push(fact.alias.as_deref())
                    .push(fact.name.as_deref())
                    .push(fact.cpr.as_deref())
                    .push(fact.phone.as_deref())
                    .push(fact.register_id.as_deref())
                    .push(by.as_str())
                    .push(at);
            },
        )
        .await
    }

    /// Adds versions of enquiries.
    pub async fn add_enquiries(
        &mut self,
        programme: ProgrammeId,
        rows: &[Version<Enquiry>],
        at: DateTime<Utc>,
    ) -> Result<()> {
        let (by, at) = (self.recorded_by(), kept(at));
        insert(
            &mut self.line,
            "INSERT INTO enquiry (programme_id, id, version, citizen_id, received_on, channel, referrer_id, \
             wants_course, research_consent, referred_to_id, note_sealed, outcome, answered_on, has_background, \
             is_willing, words_sealed, recorded_by, recorded_at)",
            rows,
            |values, Version { number, fact }| {
                values
                    .push(programme.0)
                    .push(fact.id.0)
                    .push(*number)
                    .push(fact.citizen.map(|citizen| citizen.0))
                    .push(fact.received_on)
                    .push(fact.channel.map(|channel| channel.code()))
                    .push(fact.referrer.map(|partner| partner.0))
                    .push(fact.wants_course)
                    .push(fact.research_consent)
                    .push(fact.referred_to.map(|partner| partner.0))
                    .push(fact.note.as_deref())
                    .push(fact.outcome.map(|outcome| outcome.code()))
                    .push(fact.answered_on)
                    .push(fact.has_background)
                    .push(fact.is_willing)
                    .push(fact.words.as_deref())
                    .push(by.as_str())
                    .push(at);
            },
        )
        .await
    }

    /// Adds versions of courses.
    pub async fn add_courses(
        &mut self,
        programme: ProgrammeId,
        rows: &[Version<Course>],
        at: DateTime<Utc>,
    ) -> Result<()> {
        let (by, at) = (self.recorded_by(), kept(at));
        insert(
            &mut self.line,
            "INSERT INTO course (programme_id, id, version, citizen_id, register_id, clarification_began_on, \
             clarification_ended_on, clarification_end_sealed, clarification_outcome, closed_on, closing_reason, \
             closing_sealed, enquiry_id, recorded_by, recorded_at)",
            rows,
            |values, Version { number, fact }| {
                values
                    .push(programme.0)
                    .push(fact.id.0)
                    .push(*number)
                    .push(fact.citizen.0)
                    .push(fact.register_id.as_deref())
                    .push(fact.clarification_began_on)
                    .push(fact.clarification_ended_on)
                    .push(fact.clarification_end.as_deref())
                    .push(fact.clarification_outcome.map(|outcome| outcome.code()))
                    .push(fact.closed_on)
                    .push(fact.closing_reason.map(|reason| reason.code()))
                    .push(fact.closing.as_deref())
                    .push(fact.enquiry.map(|enquiry| enquiry.0))
                    .push(by.as_str())
                    .push(at);
            },
        )
        .await
    }

    /// Adds versions of assignments.
    pub async fn add_assignments(
        &mut self,
        programme: ProgrammeId,
        rows: &[Version<Assignment>],
        at: DateTime<Utc>,
    ) -> Result<()> {
        let (by, at) = (self.recorded_by(), kept(at));
        insert(
            &mut self.line,
            "INSERT INTO assignment (programme_id, course_id, id, version, worker_id, from_day, to_day, \
             recorded_by, recorded_at)",
            rows,
            |values, Version { number, fact }| {
                values
                    .push(programme.0)
                    .push(fact.course.0)
                    .push(fact.id.0)
                    .push(*number)
                    .push(fact.worker.0)
                    .push(fact.from)
                    .push(fact.to)
                    .push(by.as_str())
                    .push(at);
            },
        )
        .await
    }

    /// Adds entries of the blind index; those of `superseded` subjects are taken out first.
    pub async fn replace_blind(
        &mut self,
        organisation: OrganisationId,
        superseded: &[Uuid],
        entries: &[Blind],
    ) -> Result<()> {
        for subject in superseded {
            execute!(self, "DELETE FROM blind_index WHERE subject_id = $1", *subject)?;
        }
        insert(
            &mut self.line,
            "INSERT INTO blind_index (organisation_id, kind, hash, subject_id)",
            entries,
            |values, entry| {
                values.push(organisation.0).push(entry.kind).push(entry.hash.to_vec()).push(entry.subject.0);
            },
        )
        .await
    }

    /// Notes which rows of a register became which rows here.
    pub async fn note_imported(&mut self, programme: ProgrammeId, rows: &[Imported]) -> Result<()> {
        insert(
            &mut self.line,
            "INSERT INTO register_row (programme_id, sheet, key_hash, row_id, course_id, content_hash)",
            rows,
            |values, row| {
                values
                    .push(programme.0)
                    .push(row.sheet.as_str())
                    .push(row.key.to_vec())
                    .push(row.row)
                    .push(row.course.map(|course| course.0))
                    .push(row.content.to_vec());
            },
        )
        .await
    }

    /// Forgets what a row of a register said, before it is noted anew.
    pub async fn forget_imported(&mut self, programme: ProgrammeId, sheet: &str, key: &[u8; 16]) -> Result<()> {
        execute!(
            self,
            "DELETE FROM register_row WHERE programme_id = $1 AND sheet = $2 AND key_hash = $3",
            programme.0,
            sheet,
            &key[..]
        )?;
        Ok(())
    }

    /// Stamps the current version of a fact as superseded and gives the number of the next version.
    ///
    /// # Errors
    ///
    /// [`Error::Gone`] where there is no current version.
    pub async fn supersede(&mut self, fact: Fact, at: DateTime<Utc>) -> Result<i64> {
        let at = kept(at);
        let found: Option<(i64,)> = match fact {
            Fact::Citizen(id) => maybe!(
                self,
                "UPDATE citizen SET superseded_at = $2 WHERE id = $1 AND superseded_at IS NULL RETURNING version",
                id,
                at
            )?,
            Fact::Enquiry(programme, id) => maybe!(
                self,
                "UPDATE enquiry SET superseded_at = $3 \
                 WHERE programme_id = $1 AND id = $2 AND superseded_at IS NULL RETURNING version",
                programme.0,
                id,
                at
            )?,
            Fact::Course(programme, id) => maybe!(
                self,
                "UPDATE course SET superseded_at = $3 \
                 WHERE programme_id = $1 AND id = $2 AND superseded_at IS NULL RETURNING version",
                programme.0,
                id,
                at
            )?,
            Fact::Reading(programme, course, id) => maybe!(
                self,
                "UPDATE reading SET superseded_at = $4 \
                 WHERE programme_id = $1 AND course_id = $2 AND id = $3 AND superseded_at IS NULL RETURNING version",
                programme.0,
                course.0,
                id,
                at
            )?,
            Fact::Contact(programme, course, id) => maybe!(
                self,
                "UPDATE contact SET superseded_at = $4 \
                 WHERE programme_id = $1 AND course_id = $2 AND id = $3 AND superseded_at IS NULL RETURNING version",
                programme.0,
                course.0,
                id,
                at
            )?,
            Fact::Goal(programme, course, id) => maybe!(
                self,
                "UPDATE goal SET superseded_at = $4 \
                 WHERE programme_id = $1 AND course_id = $2 AND id = $3 AND superseded_at IS NULL RETURNING version",
                programme.0,
                course.0,
                id,
                at
            )?,
            Fact::Step(programme, course, id) => maybe!(
                self,
                "UPDATE step SET superseded_at = $4 \
                 WHERE programme_id = $1 AND course_id = $2 AND id = $3 AND superseded_at IS NULL RETURNING version",
                programme.0,
                course.0,
                id,
                at
            )?,
            Fact::Mark(programme, course, id) => maybe!(
                self,
                "UPDATE mark SET superseded_at = $4 \
                 WHERE programme_id = $1 AND course_id = $2 AND id = $3 AND superseded_at IS NULL RETURNING version",
                programme.0,
                course.0,
                id,
                at
            )?,
            Fact::Reply(programme, course, id) => maybe!(
                self,
                "UPDATE reply SET superseded_at = $4 \
                 WHERE programme_id = $1 AND course_id = $2 AND id = $3 AND superseded_at IS NULL RETURNING version",
                programme.0,
                course.0,
                id,
                at
            )?,
            Fact::Referral(programme, course, id) => maybe!(
                self,
                "UPDATE referral SET superseded_at = $4 \
                 WHERE programme_id = $1 AND course_id = $2 AND id = $3 AND superseded_at IS NULL RETURNING version",
                programme.0,
                course.0,
                id,
                at
            )?,
            Fact::Action(programme, course, id) => maybe!(
                self,
                "UPDATE action SET superseded_at = $4 \
                 WHERE programme_id = $1 AND course_id = $2 AND id = $3 AND superseded_at IS NULL RETURNING version",
                programme.0,
                course.0,
                id,
                at
            )?,
            Fact::Need(programme, course, id) => maybe!(
                self,
                "UPDATE handover SET superseded_at = $4 \
                 WHERE programme_id = $1 AND course_id = $2 AND id = $3 AND superseded_at IS NULL RETURNING version",
                programme.0,
                course.0,
                id,
                at
            )?,
            Fact::Assessment(programme, course, id) => maybe!(
                self,
                "UPDATE assessment SET superseded_at = $4 \
                 WHERE programme_id = $1 AND course_id = $2 AND id = $3 AND superseded_at IS NULL RETURNING version",
                programme.0,
                course.0,
                id,
                at
            )?,
            Fact::Network(programme, course, id) => maybe!(
                self,
                "UPDATE network SET superseded_at = $4 \
                 WHERE programme_id = $1 AND course_id = $2 AND id = $3 AND superseded_at IS NULL RETURNING version",
                programme.0,
                course.0,
                id,
                at
            )?,
            Fact::Attachment(programme, course, id) => maybe!(
                self,
                "UPDATE attachment SET superseded_at = $4 \
                 WHERE programme_id = $1 AND course_id = $2 AND id = $3 AND superseded_at IS NULL RETURNING version",
                programme.0,
                course.0,
                id,
                at
            )?,
            Fact::Offer(organisation, id) => maybe!(
                self,
                "UPDATE offer SET superseded_at = $3 \
                 WHERE organisation_id = $1 AND id = $2 AND superseded_at IS NULL RETURNING version",
                organisation.0,
                id,
                at
            )?,
            Fact::Consent(organisation, subject, id) => maybe!(
                self,
                "UPDATE consent SET superseded_at = $4 \
                 WHERE organisation_id = $1 AND subject_id = $2 AND id = $3 AND superseded_at IS NULL RETURNING version",
                organisation.0,
                subject.0,
                id,
                at
            )?,
            Fact::Quotation(programme, citizen, id) => maybe!(
                self,
                "UPDATE quotation SET superseded_at = $4 \
                 WHERE programme_id = $1 AND citizen_id = $2 AND id = $3 AND superseded_at IS NULL RETURNING version",
                programme.0,
                citizen.0,
                id,
                at
            )?,
            Fact::PartnerPerson(organisation, partner, id) => maybe!(
                self,
                "UPDATE partner_person SET superseded_at = $4 \
                 WHERE organisation_id = $1 AND partner_id = $2 AND id = $3 AND superseded_at IS NULL RETURNING version",
                organisation.0,
                partner.0,
                id,
                at
            )?,
            Fact::Agreement(organisation, partner, id) => maybe!(
                self,
                "UPDATE agreement SET superseded_at = $4 \
                 WHERE organisation_id = $1 AND partner_id = $2 AND id = $3 AND superseded_at IS NULL RETURNING version",
                organisation.0,
                partner.0,
                id,
                at
            )?,
            Fact::DutyNote(organisation, agreement, id) => maybe!(
                self,
                "UPDATE duty_note SET superseded_at = $4 \
                 WHERE organisation_id = $1 AND agreement_id = $2 AND id = $3 AND superseded_at IS NULL RETURNING version",
                organisation.0,
                agreement.0,
                id,
                at
            )?,
            Fact::Feedback(programme, enquiry, id) => maybe!(
                self,
                "UPDATE feedback SET superseded_at = $4 \
                 WHERE programme_id = $1 AND enquiry_id = $2 AND id = $3 AND superseded_at IS NULL RETURNING version",
                programme.0,
                enquiry.0,
                id,
                at
            )?,
        };
        found.map(|(version,)| version + 1).ok_or(Error::Gone)
    }

    /// Stamps the version that a correction was made from, and gives the number of the next.
    ///
    /// # Errors
    ///
    /// [`Error::Stale`] where that is not the current version any more, [`Error::Gone`] where there is none. Drop the work then.
    pub async fn correct(&mut self, fact: Fact, from: i64, at: DateTime<Utc>) -> Result<i64> {
        let next = self.supersede(fact, at).await?;
        if next == from + 1 { Ok(next) } else { Err(Error::Stale) }
    }

    /// Notes that a fact was entered by mistake, after its last version was stamped. The reason is sealed under the citizen's key
    /// (table `withdrawal`, column `reason`, the fact's id and version).
    ///
    /// # Errors
    ///
    /// [`Error::Taken`] where that version was withdrawn before.
    pub async fn note_withdrawal(
        &mut self,
        (programme, course): (ProgrammeId, CourseId),
        (fact, row, version): (&'static str, Uuid, i64),
        reason: Option<&[u8]>,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let by = self.recorded_by();
        execute!(
            self,
            "INSERT INTO withdrawal (programme_id, course_id, fact, row_id, row_version, recorded_by, recorded_at, reason_sealed)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            programme.0,
            course.0,
            fact,
            row,
            version,
            &by,
            kept(at),
            reason
        )?;
        Ok(())
    }

    /// Stamps every current assignment of a course as superseded.
    pub async fn supersede_assignments(
        &mut self,
        programme: ProgrammeId,
        course: CourseId,
        at: DateTime<Utc>,
    ) -> Result<()> {
        execute!(
            self,
            "UPDATE assignment SET superseded_at = $3 \
             WHERE programme_id = $1 AND course_id = $2 AND superseded_at IS NULL",
            programme.0,
            course.0,
            kept(at)
        )?;
        Ok(())
    }
}

/// Which fact a new version is of. What belongs to a course is found by its course.
#[derive(Clone, Copy, Debug)]
pub enum Fact {
    /// A citizen.
    Citizen(Uuid),
    /// An enquiry.
    Enquiry(ProgrammeId, Uuid),
    /// A course.
    Course(ProgrammeId, Uuid),
    /// A reading.
    Reading(ProgrammeId, CourseId, Uuid),
    /// A contact.
    Contact(ProgrammeId, CourseId, Uuid),
    /// A goal.
    Goal(ProgrammeId, CourseId, Uuid),
    /// A next step.
    Step(ProgrammeId, CourseId, Uuid),
    /// A mark.
    Mark(ProgrammeId, CourseId, Uuid),
    /// An answer to a follow-up.
    Reply(ProgrammeId, CourseId, Uuid),
    /// A referral.
    Referral(ProgrammeId, CourseId, Uuid),
    /// An action of the plan.
    Action(ProgrammeId, CourseId, Uuid),
    /// A need and who carries it.
    Need(ProgrammeId, CourseId, Uuid),
    /// A partner's offer.
    Offer(OrganisationId, Uuid),
    /// What is assessed of an area.
    Assessment(ProgrammeId, CourseId, Uuid),
    /// Somebody or something around a citizen.
    Network(ProgrammeId, CourseId, Uuid),
    /// A file.
    Attachment(ProgrammeId, CourseId, Uuid),
    /// A consent of a person.
    Consent(OrganisationId, SubjectId, Uuid),
    /// Words of a person's for reports.
    Quotation(ProgrammeId, SubjectId, Uuid),
    /// A person at a partner.
    PartnerPerson(OrganisationId, PartnerId, Uuid),
    /// An agreement with a partner.
    Agreement(OrganisationId, PartnerId, Uuid),
    /// A note on a duty of an agreement.
    DutyNote(OrganisationId, AgreementId, Uuid),
    /// What a partner is told of an enquiry.
    Feedback(ProgrammeId, EnquiryId, Uuid),
}
