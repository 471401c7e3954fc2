//! *Sammenlægning*: two records of one person, side by side.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::id::CitizenId;
use domain::identity::{Field, Identity};
use domain::personal::Personal;
use uuid::Uuid;

use super::About;

/// What is asked for: who else, by words that find somebody whole or by the record itself.
#[derive(Clone, Debug, Default)]
pub struct MergeAsk {
    /// An alias, a name, a telephone number, a CPR number or an id.
    pub terms: Option<Personal<String>>,
    /// The other record.
    pub other: Option<CitizenId>,
}

/// A citizen's page of merging.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergePage {
    /// Whom the page is about.
    pub about: About,
    /// Records that may be the same person.
    pub candidates: Vec<Candidate>,
    /// Whether somebody was searched for.
    pub has_searched: bool,
    /// The two records side by side, where another is chosen.
    pub pair: Option<Pair>,
    /// The merges of this person, the latest first.
    pub merges: Vec<Merged>,
}

/// A record that may be the same person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The record.
    pub id: CitizenId,
    /// The alias, else initials.
    pub name: Personal<String>,
    /// What both have: `cpr`, `phone`, `name`, `alias_birth_year`; nothing where it was searched for.
    pub shares: Vec<String>,
}

/// Two records side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The other record.
    pub other: CitizenId,
    /// What the other is called.
    pub name: Personal<String>,
    /// The version of this record.
    pub version: i64,
    /// The version of the other.
    pub other_version: i64,
    /// Who this record says it is.
    pub here: Identity,
    /// Who the other says it is.
    pub there: Identity,
    /// The fields in which the other's is proposed: where this one is silent, and where the other is the more careful.
    pub proposed: BTreeSet<Field>,
}

/// A merge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// Its id.
    pub id: Uuid,
    /// What the record merged into this one is called.
    pub name: Personal<String>,
    /// The day of this state.
    pub on: NaiveDate,
    /// Who recorded it.
    pub by: Personal<String>,
    /// Why they were merged.
    pub reason: Personal<String>,
    /// Whether it was undone.
    pub is_undone: bool,
}
