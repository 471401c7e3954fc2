//! Which citizens of a list the reader may see, and under which record each is seen: for every list, whoever makes it.
//!
//! ```ignore
//! let sight = Sight::of(&mut reader, cx).await?;
//! rows.retain(|row| !sight.hides(row.citizen));                        // blocked staff see nothing
//! let person = sight.person(row.citizen);                              // merged records are one person (R4)
//! ```

use std::collections::HashSet;

use domain::access::Actor;
use domain::id::{CitizenId, UserId};
use domain::status::Persons;
use store::Reader;

use crate::{Cx, Result, facts};

/// Who is hidden from a reader, and which record stands for a person.
pub(crate) struct Sight {
    blocked: HashSet<CitizenId>,
    persons: Persons,
    deputised: Vec<UserId>,
}

impl Sight {
    /// What the reader may see today.
    pub(crate) async fn of(reader: &mut Reader, cx: &Cx) -> Result<Self> {
        let Actor::User { id, .. } = &cx.actor else {
            let persons = Persons::new(&facts::merges(reader, cx).await?);
            return Ok(Self { blocked: HashSet::new(), persons, deputised: Vec::new() });
        };
        let known = reader.sight(cx.programme_id, cx.organisation, *id, cx.today).await?;
        Ok(Self {
            blocked: known.blocked.into_iter().map(CitizenId).collect(),
            persons: Persons::new(&facts::standing(known.merges)),
            deputised: known.deputised.into_iter().map(UserId).collect(),
        })
    }

    /// Whether the reader may know nothing of the citizen.
    pub(crate) fn hides(&self, citizen: CitizenId) -> bool {
        self.blocked.contains(&citizen)
    }

    /// Every record that the reader may know nothing of, in order.
    pub(crate) fn blocked(&self) -> Vec<CitizenId> {
        let mut blocked: Vec<CitizenId> = self.blocked.iter().copied().collect();
        blocked.sort_unstable();
        blocked
    }

    /// The workers whom the reader stands in for today.
    pub(crate) fn deputised(&self) -> &[UserId] {
        &self.deputised
    }

    /// The record that stands for the citizen.
    pub(crate) fn person(&self, citizen: CitizenId) -> CitizenId {
        self.persons.of(citizen)
    }
}
