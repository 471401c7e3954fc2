//! The facts of a whole programme, as the figures take them.
//!
//! A figure over twenty thousand courses costs what its rows cost to fetch (about 4 µs each on SQLite, where a row goes from
//! thread to thread), so courses and readings come packed into one text and are taken apart here.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::id::{OrganisationId, ProgrammeId};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::line::{all, one, row};
use crate::work::Reader;

/// Letters of an id in the packed texts.
const HEX: usize = 32;

row! {
    /// A course.
    pub struct CourseRow {
        /// Its id.
        pub id: Uuid,
        /// The citizen.
        pub citizen: Uuid,
        /// First day of clarification.
        pub clarification_began_on: NaiveDate,
        /// The day it ended without an enrolment.
        pub clarification_ended_on: Option<NaiveDate>,
        /// The day it was closed.
        pub closed_on: Option<NaiveDate>,
        /// The code of the closing reason.
        pub closing_reason: Option<String>,
    }
}

row! {
    /// What a course is called in the team's register.
    pub struct CourseName {
        /// Its id.
        pub id: Uuid,
        /// The register's id.
        pub register_id: Option<String>,
    }
}

row! {
    /// The readings of one course with one instrument.
    pub struct PackedReadings {
        /// The course.
        pub course: Uuid,
        /// The readings, oldest first: `day version answers`, with `;` between.
        pub packed: String,
    }
}

row! {
    /// An answer to a follow-up that is no reading.
    pub struct ReplyRow {
        /// The course.
        pub course: Uuid,
        /// The due day it answers.
        pub due_on: NaiveDate,
        /// The day it was given.
        pub replied_on: NaiveDate,
        /// Its code.
        pub reply: String,
    }
}

row! {
    /// A dated mark.
    pub struct MarkRow {
        /// The course.
        pub course: Uuid,
        /// Its code.
        pub kind: String,
        /// Its day.
        pub marked_on: NaiveDate,
        /// The phase.
        pub phase: Option<i64>,
        /// The area's key.
        pub area: Option<String>,
    }
}

row! {
    /// Who works with a course.
    pub struct AssignmentRow {
        /// The course.
        pub course: Uuid,
        /// The worker.
        pub worker: Uuid,
        /// The first day.
        pub from_day: NaiveDate,
        /// The last day.
        pub to_day: Option<NaiveDate>,
    }
}

row! {
    /// A first contact.
    pub struct EnquiryRow {
        /// Its id.
        pub id: Uuid,
        /// The citizen, where known.
        pub citizen: Option<Uuid>,
        /// The day.
        pub received_on: NaiveDate,
        /// The channel's code.
        pub channel: Option<String>,
        /// The referrer's name.
        pub referrer: Option<String>,
    }
}

row! {
    /// A contact, without its words.
    pub struct ContactRow {
        /// The course.
        pub course: Uuid,
        /// The day.
        pub happened_on: NaiveDate,
        /// Its code.
        pub kind: Option<String>,
        /// The place's code.
        pub place: Option<String>,
        /// The code of whom it was with.
        pub with_whom: Option<String>,
        /// Minutes.
        pub minutes: Option<i64>,
    }
}

row! {
    /// A goal, without its words.
    pub struct GoalRow {
        /// The course.
        pub course: Uuid,
        /// The day it was made.
        pub created_on: NaiveDate,
        /// The goal area's key.
        pub area: Option<String>,
        /// The code of its state.
        pub state: String,
        /// Since when.
        pub state_on: NaiveDate,
        /// Its id.
        pub id: Uuid,
        /// The day from which the version holds; none: from the beginning.
        pub from_day: Option<NaiveDate>,
    }
}

row! {
    /// A state that a goal or a referral had before the present version.
    pub struct EarlierState {
        /// The goal's or the referral's id.
        pub id: Uuid,
        /// The code of the state.
        pub state: String,
        /// Since when.
        pub state_on: Option<NaiveDate>,
        /// The day from which the version holds; none: from the beginning.
        pub from_day: Option<NaiveDate>,
    }
}

row! {
    /// A referral.
    pub struct ReferralRow {
        /// The day it was sent.
        pub sent_on: NaiveDate,
        /// The partner's name.
        pub partner: String,
        /// The goal area's key.
        pub area: Option<String>,
        /// The code of its state.
        pub state: String,
        /// Since when.
        pub state_on: Option<NaiveDate>,
        /// Its id.
        pub id: Uuid,
        /// The day from which the version holds; none: it is all that is known.
        pub from_day: Option<NaiveDate>,
    }
}

row! {
    /// Two records of one person.
    pub struct MergeRow {
        /// The record that is not used any more.
        pub from: Uuid,
        /// The record that stands for the person.
        pub into: Uuid,
    }
}

row! {
    /// A row of a register and what it became.
    pub struct ImportedRow {
        /// The list.
        pub sheet: String,
        /// The keyed hash of its id in the register.
        pub key: Vec<u8>,
        /// The row it became.
        pub row: Uuid,
        /// The course that row belongs to.
        pub course: Option<Uuid>,
        /// The keyed hash of its content.
        pub content: Vec<u8>,
    }
}

impl Reader {
    /// The rows of registers imported into a programme.
    pub async fn imported(&mut self, programme: ProgrammeId) -> Result<Vec<ImportedRow>> {
        all!(
            self,
            "SELECT sheet, key_hash, row_id, course_id, content_hash FROM register_row WHERE programme_id = $1",
            programme.0
        )
    }

    /// Every course of a programme.
    ///
    /// # Errors
    ///
    /// A fault of the database, as for every function here.
    pub async fn courses(&mut self, programme: ProgrammeId) -> Result<Vec<CourseRow>> {
        let (packed,): (Option<String>,) = one!(
            self,
            "SELECT string_agg(hex(id) || ' ' || hex(citizen_id) || ' ' || clarification_began_on || ' ' || \
             COALESCE(CAST(clarification_ended_on AS TEXT), '-') || ' ' || COALESCE(CAST(closed_on AS TEXT), '-') || ' ' || \
             COALESCE(closing_reason, '-'), ';') \
             FROM course WHERE programme_id = $1 AND superseded_at IS NULL",
            programme.0
        )?;
        unpacked(packed.as_deref(), ';', "course", programme, |row| {
            let [id, citizen, began, ended, closed, reason] = row.split(' ').collect::<Vec<_>>().try_into().ok()?;
            Some(CourseRow {
                id: id.parse().ok()?,
                citizen: citizen.parse().ok()?,
                clarification_began_on: began.parse().ok()?,
                clarification_ended_on: absent(ended).map(str::parse).transpose().ok()?,
                closed_on: absent(closed).map(str::parse).transpose().ok()?,
                closing_reason: absent(reason).map(str::to_owned),
            })
        })
    }

    /// What the courses of a programme are called in the team's register.
    pub async fn course_names(&mut self, programme: ProgrammeId) -> Result<Vec<CourseName>> {
        all!(self, "SELECT id, register_id FROM course WHERE programme_id = $1 AND superseded_at IS NULL", programme.0)
    }

    /// The readings of one instrument that are not withdrawn, course by course.
    pub async fn packed_readings(&mut self, programme: ProgrammeId, instrument: &str) -> Result<Vec<PackedReadings>> {
        // In the order of the primary key, so that nothing is sorted; and not grouped, which would sort once more.
        let (packed,): (Option<String>,) = one!(
            self,
            "SELECT string_agg(hex(course_id) || made_on || ' ' || instrument_version || ' ' || answers, ';') \
             FROM (SELECT course_id, made_on, instrument_version, answers FROM reading \
             WHERE programme_id = $1 AND instrument = $2 AND superseded_at IS NULL AND withdrawn = FALSE \
             ORDER BY course_id, instrument, made_on, id) AS ordered",
            programme.0,
            instrument
        )?;
        let mut courses: Vec<PackedReadings> = Vec::new();
        let mut before = "";
        for row in packed.as_deref().unwrap_or_default().split(';').filter(|row| !row.is_empty()) {
            let fault = || Error::Impossible { table: "reading", column: "packed text", row: programme.0 };
            let (course, reading) = row.split_at_checked(HEX).ok_or_else(fault)?;
            match courses.last_mut().filter(|_| course == before) {
                Some(same) => {
                    same.packed.push(';');
                    same.packed.push_str(reading);
                }
                None => courses
                    .push(PackedReadings { course: course.parse().map_err(|_| fault())?, packed: reading.to_owned() }),
            }
            before = course;
        }
        Ok(courses)
    }

    /// The answers to follow-ups that are no readings.
    pub async fn replies(&mut self, programme: ProgrammeId) -> Result<Vec<ReplyRow>> {
        all!(
            self,
            "SELECT course_id, due_on, replied_on, reply FROM reply WHERE programme_id = $1 AND superseded_at IS NULL",
            programme.0
        )
    }

    /// The dated marks.
    pub async fn marks(&mut self, programme: ProgrammeId) -> Result<Vec<MarkRow>> {
        all!(
            self,
            "SELECT course_id, kind, marked_on, phase, area FROM mark WHERE programme_id = $1 AND superseded_at IS NULL",
            programme.0
        )
    }

    /// Who works with which course.
    pub async fn assignments(&mut self, programme: ProgrammeId) -> Result<Vec<AssignmentRow>> {
        all!(
            self,
            "SELECT course_id, worker_id, from_day, to_day FROM assignment \
             WHERE programme_id = $1 AND superseded_at IS NULL",
            programme.0
        )
    }

    /// The enquiries, with the referrer's name.
    pub async fn enquiries(&mut self, programme: ProgrammeId) -> Result<Vec<EnquiryRow>> {
        // SQLite's `hex` of nothing is an empty text, PostgreSQL's is nothing.
        let (packed,): (Option<String>,) = one!(
            self,
            "SELECT string_agg(hex(id) || ' ' || COALESCE(NULLIF(hex(citizen_id), ''), '-') || ' ' || received_on || ' ' || \
             COALESCE(channel, '-') || ' ' || COALESCE(NULLIF(hex(referrer_id), ''), '-'), ';') \
             FROM enquiry WHERE programme_id = $1 AND superseded_at IS NULL",
            programme.0
        )?;
        let partners: Vec<(Uuid, String)> = all!(
            self,
            "SELECT p.id, p.name FROM partner p JOIN programme g ON g.organisation_id = p.organisation_id \
             WHERE g.id = $1 AND g.superseded_at IS NULL AND p.superseded_at IS NULL",
            programme.0
        )?;
        let partners: HashMap<Uuid, String> = partners.into_iter().collect();
        unpacked(packed.as_deref(), ';', "enquiry", programme, |row| {
            let mut words = row.split(' ');
            Some(EnquiryRow {
                id: words.next()?.parse().ok()?,
                citizen: absent(words.next()?).map(str::parse).transpose().ok()?,
                received_on: words.next()?.parse().ok()?,
                channel: absent(words.next()?).map(str::to_owned),
                referrer: absent(words.next()?)
                    .map(str::parse)
                    .transpose()
                    .ok()?
                    .and_then(|partner: Uuid| partners.get(&partner).cloned()),
            })
        })
    }

    /// The contacts, without their words.
    pub async fn contacts(&mut self, programme: ProgrammeId) -> Result<Vec<ContactRow>> {
        all!(
            self,
            "SELECT course_id, happened_on, kind, place, with_whom, minutes FROM contact \
             WHERE programme_id = $1 AND superseded_at IS NULL",
            programme.0
        )
    }

    /// The goals, without their words.
    pub async fn goals(&mut self, programme: ProgrammeId) -> Result<Vec<GoalRow>> {
        all!(
            self,
            "SELECT course_id, created_on, area, state, state_on, id, from_day FROM goal \
             WHERE programme_id = $1 AND superseded_at IS NULL",
            programme.0
        )
    }

    /// The earlier versions of the goals that still stand, in the order in which they were recorded.
    pub async fn earlier_goals(&mut self, programme: ProgrammeId) -> Result<Vec<EarlierState>> {
        all!(
            self,
            "SELECT e.id, e.state, e.state_on, e.from_day FROM goal e \
             JOIN goal g ON g.programme_id = e.programme_id AND g.course_id = e.course_id AND g.id = e.id \
             AND g.superseded_at IS NULL \
             WHERE e.programme_id = $1 AND e.superseded_at IS NOT NULL ORDER BY e.id, e.version",
            programme.0
        )
    }

    /// The earlier versions of the referrals that still stand, in the order in which they were recorded.
    pub async fn earlier_referrals(&mut self, programme: ProgrammeId) -> Result<Vec<EarlierState>> {
        all!(
            self,
            "SELECT e.id, e.state, e.state_on, e.from_day FROM referral e \
             JOIN referral r ON r.programme_id = e.programme_id AND r.course_id = e.course_id AND r.id = e.id \
             AND r.superseded_at IS NULL \
             WHERE e.programme_id = $1 AND e.superseded_at IS NOT NULL ORDER BY e.id, e.version",
            programme.0
        )
    }

    /// The referrals, with the partner's name.
    pub async fn referrals(&mut self, programme: ProgrammeId) -> Result<Vec<ReferralRow>> {
        all!(
            self,
            "SELECT r.sent_on, p.name, r.area, r.state, r.state_on, r.id, r.from_day \
             FROM referral r \
             JOIN programme g ON g.id = r.programme_id AND g.superseded_at IS NULL \
             JOIN partner p ON p.organisation_id = g.organisation_id AND p.id = r.partner_id AND p.superseded_at IS NULL \
             WHERE r.programme_id = $1 AND r.superseded_at IS NULL",
            programme.0
        )
    }

    /// The merges of an organisation that stand.
    pub async fn merges(&mut self, organisation: OrganisationId) -> Result<Vec<MergeRow>> {
        all!(
            self,
            "SELECT from_citizen, into_citizen FROM citizen_merge \
             WHERE organisation_id = $1 AND superseded_at IS NULL AND undone_at IS NULL",
            organisation.0
        )
    }
}

/// The rows of a text that a statement packed.
fn unpacked<R>(
    packed: Option<&str>,
    between: char,
    table: &'static str,
    programme: ProgrammeId,
    row: impl Fn(&str) -> Option<R>,
) -> Result<Vec<R>> {
    let rows = packed.unwrap_or_default().split(between).filter(|text| !text.is_empty());
    rows.map(row).collect::<Option<_>>().ok_or(Error::Impossible { table, column: "packed text", row: programme.0 })
}

fn absent(word: &str) -> Option<&str> {
    (word != "-").then_some(word)
}
