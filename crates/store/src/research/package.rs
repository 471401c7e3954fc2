//! Research packages: what they are made from, who got them and who is in them.

use chrono::{DateTime, NaiveDate, Utc};
use domain::code::ConsentKind;
use domain::id::{CitizenId, OrganisationId, ProgrammeId};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::line::{all, execute, maybe, row};
use crate::values::insert;
use crate::work::{Reader, Work, kept};

row! {
    /// What is known of a record beside its courses.
    pub struct TraitsRow {
        /// The record.
        pub citizen: Uuid,
        /// The code of the gender.
        pub gender: Option<String>,
        /// The year of birth.
        pub birth_year: Option<i64>,
        /// Whether the person's key is there still.
        pub has_key: bool,
    }
}

row! {
    /// An answer to research.
    pub struct AnswerRow {
        /// The record it was noted on.
        pub citizen: Uuid,
        /// The code of the answer.
        pub state: String,
        /// When.
        pub on: NaiveDate,
    }
}

row! {
    /// A package, without its file.
    pub struct PackageRow {
        /// Its id.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// The day it is of.
        pub as_of: NaiveDate,
        /// Persons in it.
        pub persons: i64,
        /// Persons who had agreed.
        pub agreed: i64,
        /// Persons left out because too few look like them.
        pub suppressed: i64,
        /// SHA-256 of the file.
        pub hash: String,
        /// The recipient, sealed.
        pub recipient: Vec<u8>,
        /// What it is for, sealed.
        pub purpose: Vec<u8>,
        /// Who made it.
        pub by: String,
        /// When.
        pub at: DateTime<Utc>,
    }
}

row! {
    /// A person in a package.
    pub struct PersonRow {
        /// The package.
        pub package: Uuid,
        /// The person's record.
        pub citizen: Uuid,
        /// Its version.
        pub version: i64,
        /// The pseudonym.
        pub pseudonym: String,
        /// The day on which the recipient was told to take the person out.
        pub told_on: Option<NaiveDate>,
    }
}

/// A package to be kept.
#[derive(Clone, Debug)]
pub struct NewPackage {
    /// Its id.
    pub id: Uuid,
    /// The day it is of.
    pub as_of: NaiveDate,
    /// Persons who had agreed.
    pub agreed: i64,
    /// Persons left out.
    pub suppressed: i64,
    /// SHA-256 of the file.
    pub hash: String,
    /// The recipient, sealed.
    pub recipient: Vec<u8>,
    /// What it is for, sealed.
    pub purpose: Vec<u8>,
    /// The file, sealed.
    pub file: Vec<u8>,
    /// Who is in it, each with the pseudonym.
    pub persons: Vec<(CitizenId, String)>,
}

impl Reader {
    /// What is known of every record with a course in the programme, and of those merged with any.
    ///
    /// # Errors
    ///
    /// A fault of the database, as for every function here.
    pub async fn research_traits(
        &mut self,
        programme: ProgrammeId,
        organisation: OrganisationId,
    ) -> Result<Vec<TraitsRow>> {
        all!(
            self,
            "SELECT z.id, z.gender, z.birth_year, k.subject_id IS NOT NULL FROM citizen z \
             LEFT JOIN keystore.subject_key k ON k.subject_id = z.id \
             WHERE z.organisation_id = $2 AND z.superseded_at IS NULL AND (EXISTS (SELECT 1 FROM course c \
             WHERE c.citizen_id = z.id AND c.programme_id = $1 AND c.superseded_at IS NULL) \
             OR EXISTS (SELECT 1 FROM citizen_merge m WHERE m.into_citizen = z.id AND m.superseded_at IS NULL \
             AND m.undone_at IS NULL) OR EXISTS (SELECT 1 FROM citizen_merge m WHERE m.from_citizen = z.id \
             AND m.superseded_at IS NULL AND m.undone_at IS NULL)) ORDER BY z.id",
            programme.0,
            organisation.0
        )
    }

    /// Every answer to research that stands in the programme: consents, and what was said at enquiries of somebody known.
    pub async fn research_answers(
        &mut self,
        programme: ProgrammeId,
        organisation: OrganisationId,
    ) -> Result<Vec<AnswerRow>> {
        all!(
            self,
            "SELECT subject_id, state, state_on FROM consent WHERE organisation_id = $2 AND programme_id = $1 \
             AND kind = $3 AND superseded_at IS NULL UNION ALL \
             SELECT citizen_id, CASE WHEN research_consent THEN 'givet' ELSE 'afslaaet' END, received_on FROM enquiry \
             WHERE programme_id = $1 AND citizen_id IS NOT NULL AND research_consent IS NOT NULL AND superseded_at IS NULL",
            programme.0,
            organisation.0,
            ConsentKind::Research.code()
        )
    }

    /// The packages of a programme, the newest first.
    pub async fn research_packages(&mut self, programme: ProgrammeId) -> Result<Vec<PackageRow>> {
        all!(
            self,
            "SELECT id, version, as_of, persons, agreed, suppressed, file_hash, recipient_sealed, purpose_sealed, \
             recorded_by, recorded_at FROM research_package WHERE programme_id = $1 AND superseded_at IS NULL \
             ORDER BY recorded_at DESC, id DESC",
            programme.0
        )
    }

    /// The sealed file of a package, with the package's version.
    pub async fn research_file(&mut self, programme: ProgrammeId, id: Uuid) -> Result<Option<(i64, Vec<u8>)>> {
        maybe!(
            self,
            "SELECT version, file_sealed FROM research_package WHERE programme_id = $1 AND id = $2 AND superseded_at IS NULL",
            programme.0,
            id
        )
    }

    /// Everybody who is in a package of the programme, in the order of the pseudonyms.
    pub async fn research_persons(&mut self, programme: ProgrammeId) -> Result<Vec<PersonRow>> {
        all!(
            self,
            "SELECT package_id, citizen_id, version, pseudonym, told_on FROM research_person \
             WHERE programme_id = $1 AND superseded_at IS NULL ORDER BY package_id, pseudonym",
            programme.0
        )
    }
}

impl Work {
    /// Keeps a package with who is in it.
    ///
    /// # Errors
    ///
    /// [`Error::Taken`] where it is there already.
    pub async fn add_research_package(
        &mut self,
        programme: ProgrammeId,
        new: &NewPackage,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let (by, at) = (self.recorded_by(), kept(at));
        execute!(
            self,
            "INSERT INTO research_package (programme_id, id, version, as_of, persons, agreed, suppressed, file_hash, \
             recipient_sealed, purpose_sealed, file_sealed, recorded_by, recorded_at) \
             VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            programme.0,
            new.id,
            new.as_of,
            i64::try_from(new.persons.len()).unwrap_or(i64::MAX),
            new.agreed,
            new.suppressed,
            new.hash.as_str(),
            new.recipient.as_slice(),
            new.purpose.as_slice(),
            new.file.as_slice(),
            &by,
            at
        )?;
        insert(
            &mut self.line,
            "INSERT INTO research_person (programme_id, package_id, citizen_id, version, pseudonym, recorded_by, recorded_at)",
            &new.persons,
            |values, (citizen, pseudonym)| {
                values
                    .push(programme.0)
                    .push(new.id)
                    .push(citizen.0)
                    .push(1i64)
                    .push(pseudonym.as_str())
                    .push(by.as_str())
                    .push(at);
            },
        )
        .await
    }

    /// Notes that the recipient of a package was told on the day to take a person out.
    ///
    /// # Errors
    ///
    /// [`Error::Stale`] where it was noted before.
    pub async fn tell_recipient(
        &mut self,
        programme: ProgrammeId,
        person: &PersonRow,
        on: NaiveDate,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let (by, at) = (self.recorded_by(), kept(at));
        let stamped = execute!(
            self,
            "UPDATE research_person SET superseded_at = $5 WHERE programme_id = $1 AND package_id = $2 AND citizen_id = $3 \
             AND version = $4 AND superseded_at IS NULL",
            programme.0,
            person.package,
            person.citizen,
            person.version,
            at
        )?;
        if stamped == 0 {
            return Err(Error::Stale);
        }
        execute!(
            self,
            "INSERT INTO research_person (programme_id, package_id, citizen_id, version, pseudonym, told_on, recorded_by, \
             recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            programme.0,
            person.package,
            person.citizen,
            person.version + 1,
            person.pseudonym.as_str(),
            on,
            &by,
            at
        )?;
        Ok(())
    }
}
