//! Searching: a programme's citizens by keyed hashes of the beginnings of their words, and a person's own citizens and notes to open.

use chrono::NaiveDate;
use domain::id::{OrganisationId, ProgrammeId, UserId};
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, row};
use crate::work::Reader;

row! {
    /// A citizen that a search may find, with what opens the sealed columns.
    pub struct SearchRow {
        /// Its id.
        pub id: Uuid,
        /// The version of the row.
        pub version: i64,
        /// The alias, sealed.
        pub alias: Option<Vec<u8>>,
        /// The name, sealed.
        pub name: Option<Vec<u8>>,
        /// The telephone number, sealed.
        pub phone: Option<Vec<u8>>,
        /// The register's id, sealed.
        pub register_id: Option<Vec<u8>>,
        /// The epoch of the key.
        pub epoch: Option<i64>,
        /// The wrapped key.
        pub wrapped: Option<Vec<u8>>,
    }
}

row! {
    /// A contact's note.
    pub struct NoteRow {
        /// The contact.
        pub id: Uuid,
        /// Its version.
        pub version: i64,
        /// The citizen.
        pub citizen: Uuid,
        /// The day.
        pub happened_on: NaiveDate,
        /// The kind's code.
        pub kind: Option<String>,
        /// The note, sealed.
        pub text: Option<Vec<u8>>,
    }
}

/// The courses of the citizens that are the reader's own (`$2`) in a programme (`$1`) on a day (`$3`): as worker, or as deputy of one.
macro_rules! own_courses {
    ($column:literal) => {
        concat!(
            "SELECT c.",
            $column,
            " FROM assignment a JOIN course c ON c.programme_id = a.programme_id AND c.id = a.course_id AND c.superseded_at IS NULL \
             WHERE COALESCE(a.programme_id, a.course_id) = $1 AND a.worker_id = $2 AND a.superseded_at IS NULL \
             AND a.from_day <= $3 AND (a.to_day IS NULL OR a.to_day >= $3) \
             UNION SELECT c.",
            $column,
            " FROM deputy d JOIN assignment a ON a.worker_id = d.worker_id AND a.superseded_at IS NULL \
             AND COALESCE(a.programme_id, a.course_id) = $1 AND a.from_day <= $3 AND (a.to_day IS NULL OR a.to_day >= $3) \
             JOIN course c ON c.programme_id = a.programme_id AND c.id = a.course_id AND c.superseded_at IS NULL \
             WHERE d.deputy_id = $2 AND d.programme_id = $1 AND d.superseded_at IS NULL AND d.from_day <= $3 AND d.to_day >= $3"
        )
    };
}

impl Reader {
    /// Every record of the reader's own citizens, blocked or not.
    ///
    /// # Errors
    ///
    /// A fault of the database, as for every function here.
    pub async fn own_citizens(
        &mut self,
        programme: ProgrammeId,
        reader: UserId,
        day: NaiveDate,
    ) -> Result<Vec<SearchRow>> {
        all!(
            self,
            concat!(
                "WITH own AS (",
                own_courses!("citizen_id"),
                ") SELECT z.id, z.version, z.alias_sealed, z.name_sealed, z.phone_sealed, z.register_id_sealed, k.epoch, k.wrapped \
                 FROM citizen z LEFT JOIN keystore.subject_key k ON k.subject_id = z.id \
                 WHERE z.superseded_at IS NULL AND z.id IN (SELECT citizen_id FROM own \
                 UNION SELECT g.into_citizen FROM citizen_merge g JOIN own ON own.citizen_id = g.from_citizen \
                 WHERE g.superseded_at IS NULL AND g.undone_at IS NULL \
                 UNION SELECT g.from_citizen FROM citizen_merge g JOIN own ON own.citizen_id = g.into_citizen \
                 WHERE g.superseded_at IS NULL AND g.undone_at IS NULL)"
            ),
            programme.0,
            reader.0,
            day
        )
    }

    /// The records that every one of the beginnings finds, at most `rows`, blocked or not; a search with fewer words repeats one.
    pub async fn citizens_beginning(
        &mut self,
        organisation: OrganisationId,
        [first, second, third]: [[u8; 16]; 3],
        rows: i64,
    ) -> Result<Vec<SearchRow>> {
        all!(
            self,
            "SELECT z.id, z.version, z.alias_sealed, z.name_sealed, z.phone_sealed, z.register_id_sealed, k.epoch, k.wrapped \
                 FROM blind_index i JOIN citizen z ON z.id = i.subject_id AND z.superseded_at IS NULL \
                 LEFT JOIN keystore.subject_key k ON k.subject_id = z.id \
                 WHERE i.organisation_id = $1 AND i.kind = 'prefix' AND i.hash = $2 \
                 AND EXISTS (SELECT 1 FROM blind_index j WHERE j.organisation_id = $1 AND j.kind = 'prefix' AND j.hash = $3 \
                 AND j.subject_id = i.subject_id) \
                 AND EXISTS (SELECT 1 FROM blind_index j WHERE j.organisation_id = $1 AND j.kind = 'prefix' AND j.hash = $4 \
                 AND j.subject_id = i.subject_id) LIMIT $5",
            organisation.0,
            first.to_vec(),
            second.to_vec(),
            third.to_vec(),
            rows
        )
    }

    /// The notes of the contacts with the reader's own citizens, blocked or not, the newest first.
    pub async fn own_notes(
        &mut self,
        programme: ProgrammeId,
        reader: UserId,
        day: NaiveDate,
        rows: i64,
    ) -> Result<Vec<NoteRow>> {
        all!(
            self,
            concat!(
                "SELECT t.id, t.version, o.citizen_id, t.happened_on, t.kind, t.text_sealed FROM contact t \
                 JOIN course o ON o.programme_id = t.programme_id AND o.id = t.course_id AND o.superseded_at IS NULL \
                 WHERE t.programme_id = $1 AND t.superseded_at IS NULL AND t.text_sealed IS NOT NULL AND t.course_id IN (",
                own_courses!("id"),
                ") ORDER BY t.happened_on DESC, t.id DESC LIMIT $4"
            ),
            programme.0,
            reader.0,
            day,
            rows
        )
    }
}
