//! Who asks, when, and in which programme; and the open application.

use std::collections::HashMap;
use std::sync::{Arc, RwLock};

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Tz;
use domain::access::{Action, Actor, Grant, Relation, decide};
use domain::event::{Entry, Event};
use domain::id::{CitizenId, OrganisationId, PartnerId, ProgrammeId, UserId};
use domain::programme::Programme;
use render::Locale;
use store::Store;
use uuid::Uuid;

use crate::desk::Kept;
use crate::instruments::Instruments;
use crate::token::Paces;
use crate::{Error, Result};

/// The open application: the store, and what does not change while it runs. Cheap to clone.
#[derive(Clone, Debug)]
pub struct App(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    store: Store,
    instruments: Instruments,
    fixed_day: Option<NaiveDate>,
    /// Each programme's rules by version: what a version says never changes.
    programmes: RwLock<HashMap<ProgrammeId, (i64, Arc<Programme>)>>,
    desks: Kept,
    paces: Paces,
}

impl App {
    /// An application over an open store. `fixed_day` stands for today, whatever the clock says (the demo).
    pub fn new(store: Store, fixed_day: Option<NaiveDate>) -> Result<Self> {
        let instruments = Instruments::shipped()?;
        Ok(Self(Arc::new(Inner {
            store,
            instruments,
            fixed_day,
            programmes: RwLock::default(),
            desks: Kept::default(),
            paces: Paces::default(),
        })))
    }

    /// The store.
    pub(crate) fn store(&self) -> &Store {
        &self.0.store
    }

    /// The instruments that readings may be of.
    pub fn instruments(&self) -> &Instruments {
        &self.0.instruments
    }

    /// What was derived for the coordinators' desks.
    pub(crate) fn desks(&self) -> &Kept {
        &self.0.desks
    }

    /// How often programs have asked of late.
    pub(crate) fn paces(&self) -> &Paces {
        &self.0.paces
    }

    /// The day in a time zone, or the fixed one.
    pub(crate) fn today(&self, now: DateTime<Utc>, zone: Tz) -> NaiveDate {
        self.0.fixed_day.unwrap_or_else(|| now.with_timezone(&zone).date_naive())
    }

    /// The rules of a version of a programme, where they were read before.
    pub(crate) fn known_rules(&self, id: ProgrammeId, version: i64) -> Option<Arc<Programme>> {
        let known = self.0.programmes.read().ok()?;
        known.get(&id).filter(|(known, _)| *known == version).map(|(_, rules)| Arc::clone(rules))
    }

    /// The rules of a version of a programme, read once.
    pub(crate) fn rules(
        &self,
        id: ProgrammeId,
        version: i64,
        read: impl FnOnce() -> Result<Programme>,
    ) -> Result<Arc<Programme>> {
        if let Some(rules) = self.known_rules(id, version) {
            return Ok(rules);
        }
        let rules = Arc::new(read()?);
        if let Ok(mut known) = self.0.programmes.write() {
            known.insert(id, (version, Arc::clone(&rules)));
        }
        Ok(rules)
    }

    /// Ends the application: what waits to be logged is written, the store closed. Only the last holder ends it.
    pub async fn close(self) {
        if let Some(inner) = Arc::into_inner(self.0) {
            inner.store.close().await;
        }
    }
}

/// Who asks, when, and in which programme.
#[derive(Clone, Debug)]
pub struct Cx {
    /// The moment, read once at the edge.
    pub now: DateTime<Utc>,
    /// The day, in the programme's zone.
    pub today: NaiveDate,
    /// Who.
    pub actor: Actor,
    /// The organisation; nothing crosses it.
    pub organisation: OrganisationId,
    /// The programme.
    pub programme_id: ProgrammeId,
    /// The programme's rules.
    pub programme: Arc<Programme>,
    /// The reader's language.
    pub locale: Locale,
    /// The partner that the actor signs in for.
    pub partner: Option<PartnerId>,
    pub(crate) zone: Tz,
}

impl Cx {
    /// The moment, in the programme's zone.
    pub fn local_now(&self) -> NaiveDateTime {
        self.local(self.now)
    }

    /// A moment in the programme's zone.
    pub(crate) fn local(&self, moment: DateTime<Utc>) -> NaiveDateTime {
        moment.with_timezone(&self.zone).naive_local()
    }

    /// The permission to do something, from the one decision of `domain::access`.
    ///
    /// # Errors
    ///
    /// [`Error::Denied`].
    pub(crate) fn may(&self, action: Action, relation: Relation, citizen: Option<CitizenId>) -> Result<Grant> {
        Ok(decide(&self.actor, action, relation, citizen)?)
    }

    /// The permission to do something that concerns no single citizen.
    pub(crate) fn may_at_all(&self, action: Action) -> Result<Grant> {
        self.may(action, Relation::NoCitizen, None)
    }

    /// Whether a page should offer something: what the permission would be. Whoever does it is asked again.
    pub(crate) fn could(&self, action: Action, relation: Relation) -> bool {
        self.may(action, relation, None).is_ok()
    }

    /// As [`Cx::could`], of what concerns no single citizen.
    pub(crate) fn could_at_all(&self, action: Action) -> bool {
        self.could(action, Relation::NoCitizen)
    }

    /// Who has signed in.
    ///
    /// # Errors
    ///
    /// [`Error::Denied`] where nobody has: a citizen with a task in hand, a program, a visitor, a job, the command line.
    pub(crate) fn user(&self) -> Result<UserId> {
        self.signed_in().ok_or(Error::Denied)
    }

    /// Whether it is this person who has signed in.
    pub fn is_user(&self, user: UserId) -> bool {
        self.signed_in() == Some(user)
    }

    const fn signed_in(&self) -> Option<UserId> {
        match &self.actor {
            Actor::User { id, .. } => Some(*id),
            Actor::Citizen { .. } | Actor::Program { .. } | Actor::Visitor | Actor::Job | Actor::Operator { .. } => {
                None
            }
        }
    }

    /// The permission to do something for the partner that the actor signs in for, and which that is.
    ///
    /// # Errors
    ///
    /// [`Error::Denied`] also where the account is tied to no partner.
    pub(crate) fn may_for_partner(&self, action: Action) -> Result<(Grant, PartnerId)> {
        let grant = self.may_at_all(action)?;
        Ok((grant, self.partner.ok_or(Error::Denied)?))
    }

    /// An entry of the log in this programme.
    pub(crate) fn entry(&self, event: Event, citizens: Vec<CitizenId>) -> Entry {
        Entry { programme: Some(self.programme_id), citizens, event }
    }

    /// A new id.
    pub(crate) fn new_id(&self) -> Result<Uuid> {
        new_id(self.now)
    }
}

/// A new id of the moment.
pub(crate) fn new_id(now: DateTime<Utc>) -> Result<Uuid> {
    Ok(domain::id::new(now, vault::bytes().map_err(store::Error::from)?))
}

/// The time zone of a programme.
pub(crate) fn zone(programme: &Programme) -> Result<Tz> {
    programme.time_zone.parse().map_err(|_| {
        Error::Refused(format!(
            "\"{}\" is no time zone; write one as in \"Europe/Copenhagen\" in the programme's file",
            programme.time_zone
        ))
    })
}
