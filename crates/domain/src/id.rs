//! One newtype for each kind of id, and the maker of ids from an injected moment and injected chance.

use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::{Builder, Uuid};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )+};
}

ids! {
    /// The municipality or NGO that runs programmes.
    OrganisationId,
    /// One funded effort.
    ProgrammeId,
    /// A person who is helped.
    CitizenId,
    /// Whoever a data key belongs to: a citizen, an anonymous enquiry or a user.
    SubjectId,
    /// A first contact, by anyone.
    EnquiryId,
    /// The time-limited course of one citizen.
    CourseId,
    /// One filled-in instrument on one day.
    ReadingId,
    /// A goal of the activity plan.
    GoalId,
    /// Something that happened with or about the citizen.
    ContactId,
    /// The agreed next step of a course.
    StepId,
    /// A dated mark on a course, such as a phase shift.
    MarkId,
    /// A citizen pointed to a partner.
    ReferralId,
    /// An outside organisation.
    PartnerId,
    /// A person who signs in.
    UserId,
    /// Who works with a course, from when to when.
    AssignmentId,
    /// What is assessed of one area of a course.
    AssessmentId,
    /// Somebody or something around a citizen.
    NetworkId,
    /// What a citizen said to sharing or research.
    ConsentId,
    /// A file about a citizen.
    AttachmentId,
}

impl From<CitizenId> for SubjectId {
    fn from(id: CitizenId) -> Self {
        Self(id.0)
    }
}

impl From<EnquiryId> for SubjectId {
    fn from(id: EnquiryId) -> Self {
        Self(id.0)
    }
}

impl From<UserId> for SubjectId {
    fn from(id: UserId) -> Self {
        Self(id.0)
    }
}

/// A new id (UUID version 7) from the moment it is made and ten random bytes.
///
/// # Examples
///
/// ```ignore
/// let id: CourseId = id::new(cx.now, chance).into();
/// ```
pub fn new(now: DateTime<Utc>, chance: [u8; 10]) -> Uuid {
    let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0);
    Builder::from_unix_timestamp_millis(millis, &chance).into_uuid()
}
