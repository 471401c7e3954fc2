//! Moments, actors and entries.

use chrono::{DateTime, Duration, Utc};
use domain::access::{Action, Actor, Grant, Relation, decide};
use domain::code::Role;
use domain::event::{Entry, Event};
use domain::id::{CitizenId, OrganisationId, ProgrammeId, UserId};
use uuid::Uuid;

pub(crate) const ORGANISATION: OrganisationId = OrganisationId(Uuid::from_u128(0xA));
pub(crate) const PROGRAMME: ProgrammeId = ProgrammeId(Uuid::from_u128(0xB));
pub(crate) const WORKER: UserId = UserId(Uuid::from_u128(0xC));

pub(crate) fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_448_280_000, 123_456_789).unwrap()
}

pub(crate) fn later(seconds: i64) -> DateTime<Utc> {
    now() + Duration::seconds(seconds)
}

pub(crate) fn operator(action: Action) -> Grant {
    decide(&Actor::Operator { name: "root".to_owned() }, action, Relation::NoCitizen, None).unwrap()
}

pub(crate) fn worker_sees(citizen: CitizenId) -> Grant {
    let worker = Actor::User { id: WORKER, organisation: ORGANISATION, programme: PROGRAMME, role: Role::Worker };
    decide(&worker, Action::SeeCitizen, Relation::Own, Some(citizen)).unwrap()
}

pub(crate) fn citizen(number: u128) -> CitizenId {
    CitizenId(Uuid::from_u128(number))
}

pub(crate) fn entry(event: Event) -> Entry {
    Entry { programme: Some(PROGRAMME), citizens: vec![], event }
}

pub(crate) fn seen(citizen: CitizenId) -> Entry {
    Entry { programme: Some(PROGRAMME), citizens: vec![citizen], event: Event::CitizenSeen }
}
