//! The people and services around a citizen.

use chrono::{DateTime, NaiveDate, Utc};
use domain::id::{CitizenId, CourseId, NetworkId, ProgrammeId};
use domain::network::Around;
use uuid::Uuid;

use crate::error::Result;
use crate::line::{all, maybe, row};
use crate::merge::records;
use crate::row::{Sealed, Version};
use crate::values::insert;
use crate::work::{Reader, Work, kept};

/// Somebody or something around a citizen.
#[derive(Clone, Debug)]
pub struct Network {
    /// Its id.
    pub id: NetworkId,
    /// The course.
    pub course: CourseId,
    /// What it is, and since when.
    pub around: Around,
    /// The name.
    pub name: Sealed,
    /// The telephone number.
    pub phone: Sealed,
    /// A note.
    pub note: Sealed,
}

row! {
    /// Somebody or something around a citizen.
    pub struct NetworkRow {
        /// Its id.
        pub id: Uuid,
        /// The course.
        pub course: Uuid,
        /// Its version.
        pub version: i64,
        /// A person or a service: a code.
        pub kind: String,
        /// What a person is: a code.
        pub role: Option<String>,
        /// Which service: a code.
        pub service: Option<String>,
        /// Since when.
        pub since: Option<NaiveDate>,
        /// Until when.
        pub until: Option<NaiveDate>,
        /// Whether there is contact: a code.
        pub contact: Option<String>,
        /// The day contact was (re)established.
        pub contact_on: Option<NaiveDate>,
        /// The name, sealed.
        pub name: Option<Vec<u8>>,
        /// The telephone number, sealed.
        pub phone: Option<Vec<u8>>,
        /// The note, sealed.
        pub note: Option<Vec<u8>>,
        /// Whether it is the current version.
        pub is_current: bool,
    }
}

row! {
    /// An ordinary service around a citizen, without its name and note.
    pub struct ServiceRow {
        /// The course.
        pub course: Uuid,
        /// Which service: a code.
        pub service: String,
        /// Since when.
        pub since: Option<NaiveDate>,
        /// Until when.
        pub until: Option<NaiveDate>,
        /// Whether there is contact: a code.
        pub contact: Option<String>,
        /// The day contact was (re)established.
        pub contact_on: Option<NaiveDate>,
    }
}

impl Reader {
    /// The ordinary services around the programme's citizens, course by course.
    ///
    /// # Errors
    ///
    /// Where the database fails, as for every function here.
    pub async fn services(&mut self, programme: ProgrammeId) -> Result<Vec<ServiceRow>> {
        all!(
            self,
            "SELECT course_id, service, since_day, until_day, contact, contact_on FROM network \
             WHERE programme_id = $1 AND superseded_at IS NULL AND service IS NOT NULL",
            programme.0
        )
    }

    /// The people and services around the citizen, in the order of recording.
    pub async fn citizens_network(&mut self, programme: ProgrammeId, citizen: CitizenId) -> Result<Vec<NetworkRow>> {
        all!(
            self,
            concat!(
                "SELECT x.id, x.course_id, x.version, x.kind, x.role, x.service, x.since_day, x.until_day, x.contact, x.contact_on, \
             x.name_sealed, x.phone_sealed, x.note_sealed, x.superseded_at IS NULL \
             FROM course c JOIN network x ON x.programme_id = c.programme_id AND x.course_id = c.id AND x.superseded_at IS NULL \
             WHERE c.citizen_id IN ",
                records!(),
                " AND COALESCE(c.programme_id, c.id) = $1 AND c.superseded_at IS NULL ORDER BY x.id"
            ),
            programme.0,
            citizen.0
        )
    }

    /// The last version of one of them, current or not.
    pub async fn last_network(
        &mut self,
        programme: ProgrammeId,
        citizen: CitizenId,
        id: NetworkId,
    ) -> Result<Option<NetworkRow>> {
        maybe!(
            self,
            concat!(
                "SELECT x.id, x.course_id, x.version, x.kind, x.role, x.service, x.since_day, x.until_day, x.contact, x.contact_on, \
             x.name_sealed, x.phone_sealed, x.note_sealed, x.superseded_at IS NULL \
             FROM course c JOIN network x ON x.programme_id = c.programme_id AND x.course_id = c.id \
             WHERE c.citizen_id IN ",
                records!(),
                " AND COALESCE(c.programme_id, c.id) = $1 AND c.superseded_at IS NULL AND x.id = $3 \
             ORDER BY x.version DESC LIMIT 1"
            ),
            programme.0,
            citizen.0,
            id.0
        )
    }
}

impl Work {
    /// Adds versions.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Taken`] where a version is there already.
    pub async fn add_network(
        &mut self,
        programme: ProgrammeId,
        rows: &[Version<Network>],
        at: DateTime<Utc>,
    ) -> Result<()> {
        let (by, at) = (self.recorded_by(), kept(at));
        insert(
            &mut self.line,
            "INSERT INTO network (programme_id, course_id, id, version, kind, role, service, since_day, until_day, contact, \
             contact_on, name_sealed, phone_sealed, note_sealed, recorded_by, recorded_at)",
            rows,
            |values, Version { number, fact }| {
                let around = &fact.around;
                values
                    .push(programme.0)
                    .push(fact.course.0)
                    .push(fact.id.0)
                    .push(*number)
                    .push(around.kind.code())
                    .push(around.role.map(|role| role.code()))
                    .push(around.service.map(|service| service.code()))
                    .push(around.since)
                    .push(around.until)
                    .push(around.contact.map(|contact| contact.code()))
                    .push(around.contact_on)
                    .push(fact.name.as_deref())
                    .push(fact.phone.as_deref())
                    .push(fact.note.as_deref())
                    .push(by.as_str())
                    .push(at);
            },
        )
        .await
    }
}
