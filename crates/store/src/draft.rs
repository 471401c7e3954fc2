//! A log row before its place in the chain is known.

use chrono::{DateTime, Utc};
use domain::access::{Actor, Grant};
use domain::event::Entry;
use domain::id::{CitizenId, ProgrammeId};

use crate::work::kept;

/// What a log row says, except its number and hashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    pub(crate) at: DateTime<Utc>,
    pub(crate) actor: String,
    pub(crate) role: &'static str,
    pub(crate) relation: &'static str,
    pub(crate) action: &'static str,
    pub(crate) event: &'static str,
    pub(crate) programme: Option<ProgrammeId>,
    pub(crate) citizen: Option<CitizenId>,
    pub(crate) subjects: Option<Vec<u8>>,
    pub(crate) detail: String,
}

impl Draft {
    pub(crate) fn new(grant: &Grant, entry: &Entry, now: DateTime<Utc>) -> Self {
        let (citizen, subjects) = match entry.citizens.as_slice() {
            [] => (grant.citizen(), None),
            [one] => (Some(*one), None),
            several => (None, Some(several.iter().flat_map(|citizen| *citizen.0.as_bytes()).collect())),
        };
        let role = match grant.actor() {
            Actor::User { role, .. } => role.code(),
            Actor::Visitor => "visitor",
            Actor::Job => "job",
            Actor::Operator { .. } => "operator",
            Actor::Citizen { .. } => "citizen",
            Actor::Program { role, .. } => role.code(),
        };
        Self {
            at: kept(now),
            actor: actor(grant),
            role,
            relation: grant.relation().code(),
            action: grant.action().code(),
            event: entry.event.code(),
            programme: entry.programme,
            citizen,
            subjects,
            // An event is made of names and numbers; there is none that cannot be written as JSON.
            detail: serde_json::to_string(&entry.event).unwrap_or_default(),
        }
    }
}

/// Who, as the log and the facts name them: a user's id, the operating system's user, the citizen concerned, a program's token, or nobody yet.
pub(crate) fn actor(grant: &Grant) -> String {
    match grant.actor() {
        Actor::User { id, .. } => id.to_string(),
        Actor::Visitor => "visitor".to_owned(),
        Actor::Job => "job".to_owned(),
        Actor::Operator { name } => format!("operator:{name}"),
        Actor::Citizen { .. } => "citizen".to_owned(),
        Actor::Program { token, .. } => format!("token:{token}"),
    }
}
