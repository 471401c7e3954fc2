//! Hints at a person who is in the records already: the same telephone number, CPR number, name, or alias with year of birth.
//!
//! A hint shows no more than the asker may see: of somebody who is not for the asker it says what is the same, and no more.

use std::collections::BTreeMap;

use domain::access::Action;
use domain::id::CitizenId;
use domain::identity::Identity;

use super::relation;
use crate::blind::{self, Named};
use crate::people::{called, hold};
use crate::sealing::Keys;
use crate::search::look;
use crate::view::enquiry::{Alike, Known};
use crate::view::search::By;
use crate::{App, Cx, Result};

/// Who may be the same person; logged as a search.
///
/// # Errors
///
/// [`crate::Error::Denied`] where the asker may record no enquiry.
pub async fn known(app: &App, cx: &Cx, identity: &Identity) -> Result<Known> {
    let grant = cx.may_at_all(Action::RecordEnquiry)?;
    let me = cx.user()?;
    let named = Named::of(identity, None);
    let hashes = blind::whole(app.store().keys().blind(), &named);
    let mut known = Known::default();
    let mut alike: BTreeMap<CitizenId, Alike> = BTreeMap::new();
    let mut reader = app.store().read(&grant).await?;
    for (kind, hash) in &hashes {
        let Some(by) = by(kind) else { continue };
        let at = (cx.organisation, cx.programme_id);
        for row in reader.found_by(at, (me, cx.today), (kind, *hash)).await? {
            let citizen = CitizenId(row.citizen);
            let relation = relation(row.has_worker, row.is_own, row.is_blocked);
            let may = row.is_here && cx.may(Action::SeeEnquiries, relation, Some(citizen)).is_ok();
            if !may {
                known.hidden.push(by);
                continue;
            }
            if let Some(same) = alike.get_mut(&citizen) {
                same.by.push(by);
                continue;
            }
            let mut keys = Keys::new(cx.organisation);
            hold(app, &mut keys, row.citizen, row.epoch, row.wrapped.as_ref())?;
            let name = called(&keys, citizen, row.version, row.alias.as_deref(), row.name.as_deref())?;
            alike.insert(citizen, Alike { citizen, name, by: vec![by] });
        }
    }
    drop(reader);
    known.hidden.sort_unstable();
    known.hidden.dedup();
    known.alike = alike.into_values().collect();
    if !hashes.is_empty() {
        let texts = [named.alias, named.name, named.cpr, named.phone];
        let terms = texts.into_iter().flatten().collect::<Vec<_>>().join(" | ");
        let shown = known.alike.iter().map(|alike| alike.citizen).collect();
        look(app, cx, &grant, &terms, shown).await?;
    }
    Ok(known)
}

fn by(kind: &str) -> Option<By> {
    Some(match kind {
        "cpr" => By::Cpr,
        "phone" => By::Phone,
        "name" => By::Name,
        "alias_birth_year" => By::AliasAndYear,
        _ => return None,
    })
}
