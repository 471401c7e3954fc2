//! One newtype for each kind of id, and the maker of ids from an injected moment and injected chance.

use std::collections::HashMap;
use std::fmt;
use std::hash::{BuildHasherDefault, Hasher};

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
    /// An action towards a goal.
    ActionId,
    /// A need that somebody carries after the course.
    NeedId,
    /// What a partner can give.
    OfferId,
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
    /// What a citizen said to sharing, research or being quoted.
    ConsentId,
    /// Words of a citizen's for reports.
    QuotationId,
    /// A file about a citizen.
    AttachmentId,
    /// A person at a partner.
    PartnerPersonId,
    /// An agreement with a partner.
    AgreementId,
    /// What a program signs in with.
    TokenId,
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

impl From<PartnerPersonId> for SubjectId {
    fn from(id: PartnerPersonId) -> Self {
        Self(id.0)
    }
}

impl From<AgreementId> for SubjectId {
    fn from(id: AgreementId) -> Self {
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

/// A map by id, for tens of thousands of them.
pub type ById<I, T> = HashMap<I, T, BuildHasherDefault<IdHasher>>;

/// Two numbers without a pattern: the digits of pi.
const SEED: u64 = 0x243f_6a88_85a3_08d3;
const TURN: u64 = 0x1319_8a2e_0370_7345;

/// Hashes an id by the chance that is in it already: the store's ids are not made by whoever could wish them to collide.
#[derive(Clone, Copy, Debug, Default)]
pub struct IdHasher(u64);

impl Hasher for IdHasher {
    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.rchunks(8) {
            let number = part.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
            // Both halves of the product, for the map looks at the high bits and at the low ones.
            let [low, high] = halves(u128::from(self.0 ^ number ^ SEED) * u128::from(TURN));
            self.0 = low ^ high;
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

fn halves(product: u128) -> [u64; 2] {
    let [a, b, c, d, e, f, g, h, low @ ..] = product.to_be_bytes();
    [u64::from_be_bytes(low), u64::from_be_bytes([a, b, c, d, e, f, g, h])]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_that_differ_in_one_place_only_hash_apart_in_their_low_and_in_their_high_bits() {
        let hash = |id: u128| {
            let mut hasher = IdHasher::default();
            hasher.write(&id.to_be_bytes());
            hasher.finish()
        };
        for place in 0..16 {
            let hashes: Vec<u64> = (0..256u128).map(|byte| hash(byte << (8 * place))).collect();
            let distinct = |of: fn(&u64) -> u64| hashes.iter().map(of).collect::<std::collections::HashSet<_>>().len();
            assert!(distinct(|hash| hash & 0xffff) > 240, "low bits, place {place}");
            assert!(distinct(|hash| hash >> 57) > 80, "high bits, place {place}");
        }
    }
}
