//! Which citizens of a list the reader may see, and under which record each is seen: for every list, whoever makes it.
//!
//! ```ignore
//! let sight = Sight::of(&mut reader, cx).await?;
//! rows.retain(|row| !sight.hides(row.citizen));                        // blocked staff see nothing
//! let person = sight.person(row.citizen);                              // merged records are one person (R4)
//! ```

use std::collections::HashSet;

use domain::access::Actor;
use domain::id::CitizenId;
use domain::status::Persons;
use store::Reader;

use crate::{Cx, Result, facts};

/// Who is hidden from a reader, and which record stands for a person.
pub(crate) struct Sight {
    blocked: HashSet<CitizenId>,
    persons: Persons,
}

impl Sight {
    /// What the reader may see today.
    pub(crate) async fn of(reader: &mut Reader, cx: &Cx) -> Result<Self> {
        let blocked = match &cx.actor {
            Actor::User { id, .. } => reader.blocked_records(*id, cx.today).await?,
            Actor::Citizen { .. } | Actor::Visitor | Actor::Operator { .. } => HashSet::new(),
        };
        Ok(Self { blocked, persons: Persons::new(&facts::merges(reader, cx).await?) })
    }

    /// Whether the reader may know nothing of the citizen.
    pub(crate) fn hides(&self, citizen: CitizenId) -> bool {
        self.blocked.contains(&citizen)
    }

    /// The record that stands for the citizen.
    pub(crate) fn person(&self, citizen: CitizenId) -> CitizenId {
        self.persons.of(citizen)
    }
}
