//! *Vikarer*: who stands in for a worker, from when to when. `case.rs` makes the worker's citizens the deputy's own; *Mine borgere* shows
//! them with the worker's name.

use domain::access::{Action, Actor, Grant, Relation};
use domain::event::Event;
use domain::id::UserId;
use domain::personal::Personal;
use domain::refusal::{Code, Refusal};
use uuid::Uuid;

use crate::block::staff;
use crate::once::{Begun, Once, begin, begin_change};
use crate::people::members;
use crate::view::deputy::{DeputiesPage, Deputy};
use crate::{App, Cx, Error, Result};

/// What a form says of a deputy; none where it says nothing that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Naming {
    /// The worker.
    pub worker: Option<UserId>,
    /// Who stands in.
    pub deputy: Option<UserId>,
    /// The first day.
    pub from: Option<chrono::NaiveDate>,
    /// The last day.
    pub to: Option<chrono::NaiveDate>,
}

/// The page. It names no citizen.
///
/// # Errors
///
/// [`Error::Denied`].
pub async fn page(app: &App, cx: &Cx) -> Result<DeputiesPage> {
    let grant = cx.may_at_all(Action::NameDeputy)?;
    let mut reader = app.store().read(&grant).await?;
    let rows = reader.deputies(cx.programme_id, cx.today).await?;
    let names = members(app, &mut reader, cx).await?;
    let staff = staff(&mut reader, cx).await?;
    drop(reader);
    let called = |user: UserId| names.get(&user).cloned().unwrap_or_default();
    let mut staff: Vec<(UserId, Personal<String>)> = staff.into_iter().map(|user| (user, called(user))).collect();
    staff.sort_by(|(_, one), (_, other)| render::order::danish(one.reveal(), other.reveal()));
    let deputies = rows.iter().map(|row| Deputy {
        id: row.id,
        worker: called(UserId(row.worker)),
        deputy: called(UserId(row.deputy)),
        from: row.from,
        to: row.to,
        is_mine: permitted(cx, UserId(row.worker)).is_ok(),
    });
    Ok(DeputiesPage {
        day: cx.today,
        deputies: deputies.collect(),
        workers: staff.iter().filter(|(user, _)| permitted(cx, *user).is_ok()).cloned().collect(),
        staff,
    })
}

/// The grant to name a worker's deputy: one's own, or as a coordinator anybody's.
fn permitted(cx: &Cx, worker: UserId) -> Result<Grant> {
    let is_me = matches!(&cx.actor, Actor::User { id, .. } if *id == worker);
    cx.may(Action::NameDeputy, if is_me { Relation::Own } else { Relation::Programme }, None)
}

/// Names a deputy.
///
/// # Errors
///
/// Every refusal at once: nobody of the team chosen, oneself, days missing, over or the wrong way round. [`Error::Denied`].
pub async fn name(app: &App, cx: &Cx, naming: Naming, once: Once) -> Result<Uuid> {
    let asking = cx.may_at_all(Action::NameDeputy)?;
    let staff = staff(&mut app.store().read(&asking).await?, cx).await?;
    let mut refused = Vec::new();
    let worker = naming.worker.filter(|user| staff.contains(user));
    let deputy = naming.deputy.filter(|user| staff.contains(user));
    for (field, user) in [("for", worker), ("vikar", deputy)] {
        if user.is_none() {
            refused.push(Refusal::new(field, Code::NotAColleague));
        }
    }
    for (field, day) in [("fra", naming.from), ("til", naming.to)] {
        if day.is_none() {
            refused.push(Refusal::new(field, Code::DayNeeded));
        }
    }
    if naming.to.is_some_and(|to| to < cx.today) {
        refused.push(Refusal::new("til", Code::InThePast));
    }
    let (Some(worker), Some(deputy), Some(from), Some(to), true) =
        (worker, deputy, naming.from, naming.to, refused.is_empty())
    else {
        return Err(refused.into());
    };
    let grant = permitted(cx, worker)?;
    let named = domain::deputy::name(worker, deputy, from, to)?;
    let id = cx.new_id()?;
    let mut work = match begin(app, cx, grant, once, Some(id)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(made),
    };
    work.add_deputy(cx.programme_id, id, &named, cx.now).await?;
    work.commit(cx.entry(Event::DeputyNamed { worker, deputy }, Vec::new()), cx.now).await?;
    Ok(id)
}

/// Takes a deputy away, from now on.
///
/// # Errors
///
/// [`Error::NotFound`] where there is none such; [`Error::Denied`] where it is another worker's; [`Error::Stale`].
pub async fn take_away(app: &App, cx: &Cx, id: Uuid, once: Once) -> Result<()> {
    let asking = cx.may_at_all(Action::NameDeputy)?;
    let row = app.store().read(&asking).await?.deputy(cx.programme_id, id).await?;
    let grant = match &row {
        Some(row) => permitted(cx, UserId(row.worker))?,
        None => asking,
    };
    // Pressed a second time there is no such deputy any more, and the key tells that it was this form.
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
    let row = row.ok_or(Error::NotFound)?;
    work.withdraw_deputy(cx.programme_id, &row, cx.now).await?;
    let event = Event::FactWithdrawn { fact: "deputy".to_owned(), row: id };
    work.commit(cx.entry(event, Vec::new()), cx.now).await?;
    Ok(())
}
