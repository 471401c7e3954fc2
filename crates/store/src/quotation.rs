//! Words of citizens for reports, each sealed under the key of the record that it was noted on; and which stand in which report.

use chrono::{DateTime, NaiveDate, Utc};
use domain::code::{ConsentKind, QuotationState};
use domain::id::{CitizenId, OrganisationId, ProgrammeId, QuotationId, UserId};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::line::{all, execute, row};
use crate::merge::records;
use crate::research::AnswerRow;
use crate::row::{Sealed, Version};
use crate::values::insert;
use crate::work::{Reader, Work, kept};

/// A quotation.
#[derive(Clone, Debug)]
pub struct Quotation {
    /// Its id.
    pub id: QuotationId,
    /// The record that it is noted on.
    pub citizen: CitizenId,
    /// The day it was said.
    pub on: NaiveDate,
    /// Where it stands.
    pub state: QuotationState,
    /// Who wrote it down.
    pub author: UserId,
    /// The sum of what the author was warned of.
    pub heeded: Option<String>,
    /// The words.
    pub words: Vec<u8>,
    /// Why what the author was warned of tells on nobody.
    pub confirmed: Sealed,
    /// Why it was turned down.
    pub reason: Sealed,
}

row! {
    /// One version of a quotation.
    pub struct QuotationRow {
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// The record that it is noted on.
        pub citizen: Uuid,
        /// The day it was said.
        pub on: NaiveDate,
        /// Where it stands: a code.
        pub state: String,
        /// Who wrote it down.
        pub author: Uuid,
        /// The sum of what the author was warned of.
        pub heeded: Option<String>,
        /// The words, sealed.
        pub words: Vec<u8>,
        /// Why what the author was warned of tells on nobody, sealed.
        pub confirmed: Option<Vec<u8>>,
        /// Why it was turned down, sealed.
        pub reason: Option<Vec<u8>>,
        /// Whether it is the current version.
        pub is_current: bool,
        /// Whether it was taken out as entered by mistake.
        pub is_withdrawn: bool,
    }
}

row! {
    /// A quotation that is not taken out, whoever's it is.
    pub struct CurrentQuotation {
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// The record that it is noted on.
        pub citizen: Uuid,
        /// Where it stands: a code.
        pub state: String,
        /// Who wrote it down.
        pub author: Uuid,
        /// The words, sealed.
        pub words: Vec<u8>,
        /// Whether the person is not erased.
        pub is_readable: bool,
        /// The epoch of the record's key; none where it is shredded.
        pub epoch: Option<i64>,
        /// The wrapped key.
        pub wrapped: Option<Vec<u8>>,
    }
}

row! {
    /// A quotation in a report.
    pub struct ReleasedQuotation {
        /// The report.
        pub release: Uuid,
        /// The quotation.
        pub quotation: Uuid,
        /// The version of this row.
        pub version: i64,
        /// The version of the quotation that stands in the report.
        pub of: i64,
        /// The day on which it was noted that who has the report knows that it was taken back.
        pub told_on: Option<NaiveDate>,
        /// The record that it is noted on.
        pub citizen: Uuid,
        /// Whether the version is the current one, and approved.
        pub is_approved: bool,
        /// Whether the quotation was not taken out.
        pub is_kept: bool,
        /// Whether the person is not erased.
        pub is_readable: bool,
        /// The words of the version, sealed.
        pub words: Vec<u8>,
        /// The epoch of the record's key; none where it is shredded.
        pub epoch: Option<i64>,
        /// The wrapped key.
        pub wrapped: Option<Vec<u8>>,
    }
}

/// Whether the person whose record a quotation `q` is noted on is not erased, with its key `k`: neither that record nor the one that stands for it.
macro_rules! readable {
    () => {
        "k.subject_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM citizen_merge g WHERE g.from_citizen = q.citizen_id \
         AND g.superseded_at IS NULL AND g.undone_at IS NULL \
         AND NOT EXISTS (SELECT 1 FROM keystore.subject_key p WHERE p.subject_id = g.into_citizen))"
    };
}

impl Reader {
    /// Every version of every quotation of a person in a programme, on whichever of the person's records.
    ///
    /// # Errors
    ///
    /// Where the database fails, as for every function here.
    pub async fn citizens_quotations(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
    ) -> Result<Vec<QuotationRow>> {
        all!(
            self,
            concat!(
                "SELECT q.id, q.version, q.citizen_id, q.said_on, q.state, q.author_id, q.heeded, q.words_sealed, \
                 q.confirmed_sealed, q.reason_sealed, q.superseded_at IS NULL, \
                 EXISTS (SELECT 1 FROM withdrawal w WHERE w.programme_id = q.programme_id AND w.fact = 'quotation' \
                 AND w.row_id = q.id AND w.row_version = q.version) \
                 FROM quotation q WHERE q.programme_id = $1 AND q.citizen_id IN ",
                records!(),
                " ORDER BY q.id, q.version"
            ),
            programme.0,
            citizen.0
        )
    }

    /// The quotations of a programme that are not taken out.
    pub async fn current_quotations(&mut self, programme: ProgrammeId) -> Result<Vec<CurrentQuotation>> {
        all!(
            self,
            concat!(
                "SELECT q.id, q.version, q.citizen_id, q.state, q.author_id, q.words_sealed, ",
                readable!(),
                ", k.epoch, k.wrapped FROM quotation q LEFT JOIN keystore.subject_key k ON k.subject_id = q.citizen_id \
                 WHERE q.programme_id = $1 AND q.superseded_at IS NULL ORDER BY q.id"
            ),
            programme.0
        )
    }

    /// Every answer to being quoted that stands in a programme.
    pub async fn quotation_answers(
        &mut self,
        programme: ProgrammeId,
        organisation: OrganisationId,
    ) -> Result<Vec<AnswerRow>> {
        all!(
            self,
            "SELECT subject_id, state, state_on FROM consent WHERE organisation_id = $2 AND programme_id = $1 \
             AND kind = $3 AND superseded_at IS NULL",
            programme.0,
            organisation.0,
            ConsentKind::Quotation.code()
        )
    }

    /// Which quotations stand in the reports of a programme.
    pub async fn released_quotations(&mut self, programme: ProgrammeId) -> Result<Vec<ReleasedQuotation>> {
        all!(
            self,
            concat!(
                "SELECT r.release_id, r.quotation_id, r.version, r.quotation_version, r.told_on, q.citizen_id, \
                 q.superseded_at IS NULL AND q.state = $2, \
                 EXISTS (SELECT 1 FROM quotation n WHERE n.programme_id = q.programme_id AND n.citizen_id = q.citizen_id \
                 AND n.id = q.id AND n.superseded_at IS NULL), ",
                readable!(),
                ", q.words_sealed, k.epoch, k.wrapped FROM release_quotation r \
                 JOIN quotation q ON q.programme_id = r.programme_id AND q.id = r.quotation_id \
                 AND q.version = r.quotation_version \
                 LEFT JOIN keystore.subject_key k ON k.subject_id = q.citizen_id \
                 WHERE r.programme_id = $1 AND r.superseded_at IS NULL ORDER BY r.release_id, r.quotation_id"
            ),
            programme.0,
            QuotationState::Approved.code()
        )
    }
}

impl Work {
    /// Adds versions of quotations.
    ///
    /// # Errors
    ///
    /// [`Error::Taken`] where a version is there already.
    pub async fn add_quotations(
        &mut self,
        programme: ProgrammeId,
        rows: &[Version<Quotation>],
        at: DateTime<Utc>,
    ) -> Result<()> {
        let (by, at) = (self.recorded_by(), kept(at));
        insert(
            &mut self.line,
            "INSERT INTO quotation (programme_id, citizen_id, id, version, said_on, state, author_id, heeded, words_sealed, \
             confirmed_sealed, reason_sealed, recorded_by, recorded_at)",
            rows,
            |values, Version { number, fact }| {
                values
                    .push(programme.0)
                    .push(fact.citizen.0)
                    .push(fact.id.0)
                    .push(*number)
                    .push(fact.on)
                    .push(fact.state.code())
                    .push(fact.author.0)
                    .push(fact.heeded.as_deref())
                    .push(fact.words.as_slice())
                    .push(fact.confirmed.as_deref())
                    .push(fact.reason.as_deref())
                    .push(by.as_str())
                    .push(at);
            },
        )
        .await
    }

    /// Keeps which quotations, each in which version, stand in a report.
    ///
    /// # Errors
    ///
    /// [`Error::Taken`] where it is kept already.
    pub async fn add_released_quotations(
        &mut self,
        programme: ProgrammeId,
        release: Uuid,
        quotations: &[(Uuid, i64)],
        at: DateTime<Utc>,
    ) -> Result<()> {
        let (by, at) = (self.recorded_by(), kept(at));
        insert(
            &mut self.line,
            "INSERT INTO release_quotation (programme_id, release_id, quotation_id, version, quotation_version, \
             recorded_by, recorded_at)",
            quotations,
            |values, (quotation, version)| {
                values
                    .push(programme.0)
                    .push(release)
                    .push(*quotation)
                    .push(1i64)
                    .push(*version)
                    .push(by.as_str())
                    .push(at);
            },
        )
        .await
    }

    /// Notes that who has a report knows on the day that a quotation in it was taken back.
    ///
    /// # Errors
    ///
    /// [`Error::Stale`] where it was noted before.
    pub async fn tell_of_quotation(
        &mut self,
        programme: ProgrammeId,
        row: &ReleasedQuotation,
        on: NaiveDate,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let (by, at) = (self.recorded_by(), kept(at));
        let stamped = execute!(
            self,
            "UPDATE release_quotation SET superseded_at = $5 WHERE programme_id = $1 AND release_id = $2 \
             AND quotation_id = $3 AND version = $4 AND superseded_at IS NULL",
            programme.0,
            row.release,
            row.quotation,
            row.version,
            at
        )?;
        if stamped == 0 {
            return Err(Error::Stale);
        }
        execute!(
            self,
            "INSERT INTO release_quotation (programme_id, release_id, quotation_id, version, quotation_version, told_on, \
             recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            programme.0,
            row.release,
            row.quotation,
            row.version + 1,
            row.of,
            on,
            &by,
            at
        )?;
        Ok(())
    }
}
