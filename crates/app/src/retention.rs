//! *Gemt længe nok?*: who may have been kept long enough. A proposal for a person to look at; nothing is taken away here.

use chrono::NaiveDate;
use domain::access::{Action, Grant};
use domain::event::Event;
use domain::id::CitizenId;
use domain::retention::{Ended, proposed};

use crate::people::{called, hold};
use crate::sealing::Keys;
use crate::sight::Sight;
use crate::view::job::{Kept, RetentionPage};
use crate::{App, Cx, Result};

/// Citizens on the page.
const SHOWN: usize = 50;

/// The page, logged with every citizen it names.
///
/// # Errors
///
/// [`crate::Error::Denied`] where the reader may not see all citizens.
pub async fn page(app: &App, cx: &Cx) -> Result<RetentionPage> {
    let grant = cx.may_at_all(Action::ListAllCitizens)?;
    let all = proposals(app, cx, &grant).await?;
    let ids: Vec<CitizenId> = all.iter().take(SHOWN).map(|(citizen, _)| *citizen).collect();
    let rows = app.store().read(&grant).await?.citizens_called(&ids).await?;
    let mut keys = Keys::new(cx.organisation);
    let mut citizens = Vec::with_capacity(ids.len());
    for (citizen, ended_on) in all.iter().take(SHOWN).copied() {
        let Some(row) = rows.iter().find(|row| row.id == citizen.0) else { continue };
        hold(app, &mut keys, row.id, row.epoch, row.wrapped.as_ref())?;
        let name = called(&keys, citizen, row.version, row.alias.as_deref(), row.name.as_deref())?;
        citizens.push(Kept { citizen, name, ended_on });
    }
    let event = Event::CitizensListed { list: "retention".to_owned() };
    app.store().look(&grant, cx.entry(event, ids), cx.now).await?;
    let more = all.len().saturating_sub(SHOWN) as u64;
    Ok(RetentionPage { months: cx.programme.retention_months, citizens, more })
}

/// Who may have been kept long enough, without those hidden from whoever asks.
pub(crate) async fn proposals(app: &App, cx: &Cx, grant: &Grant) -> Result<Vec<(CitizenId, NaiveDate)>> {
    let mut reader = app.store().read(grant).await?;
    let sight = Sight::of(&mut reader, cx).await?;
    let rows = reader.endings(cx.programme_id).await?;
    drop(reader);
    let ended: Vec<Ended> = rows
        .iter()
        .filter(|row| !sight.hides(CitizenId(row.citizen)))
        .map(|row| Ended { person: sight.person(CitizenId(row.citizen)), on: row.on })
        .collect();
    Ok(proposed(&ended, cx.programme.retention_months, cx.today))
}
