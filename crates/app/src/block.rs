//! *Spærringer*: staff who know a citizen see nothing about the citizen on any surface. `case.rs` and `sight.rs` heed it.

use std::collections::BTreeSet;

use domain::access::{Action, Actor};
use domain::event::Event;
use domain::id::{CitizenId, UserId};
use domain::personal::Personal;
use domain::refusal::{Code, Refusal};
use store::Reader;
use store::block::BlockRow;
use uuid::Uuid;

use crate::case::Case;
use crate::once::{Once, begin_change};
use crate::people::members;
use crate::sealing::Cell;
use crate::view::block::{Block, BlocksPage};
use crate::{App, Cx, Error, Result};

/// The page, logged before it is given.
///
/// # Errors
///
/// [`Error::NotFound`] where there is no such citizen for the reader.
pub async fn page(app: &App, cx: &Cx, id: CitizenId) -> Result<BlocksPage> {
    let case = Case::open(app, cx, Action::BlockStaff, id).await?;
    let mut reader = app.store().read(&case.grant).await?;
    let rows = reader.blocks(cx.organisation, case.id()).await?;
    let names = members(app, &mut reader, cx).await?;
    let staff = staff(&mut reader, cx).await?;
    drop(reader);
    let worker = case.course(cx.today).and_then(|course| {
        course.assignments.iter().find(|assignment| assignment.holds_on(cx.today)).map(|assignment| assignment.worker)
    });
    let mut blocks = Vec::with_capacity(rows.len());
    for row in &rows {
        let lasts = row.to.is_none_or(|to| cx.today <= to);
        blocks.push(Block {
            id: row.id,
            version: row.version,
            name: names.get(&UserId(row.user)).cloned().unwrap_or_default(),
            from: row.from,
            to: row.to,
            reason: case.words(cell(row.id, row.version), row.reason.as_deref())?,
            is_worker: lasts && worker == Some(UserId(row.user)),
        });
    }
    let blocked: BTreeSet<Uuid> = rows.iter().filter(|row| row.to.is_none()).map(|row| row.user).collect();
    let mut others: Vec<(UserId, Personal<String>)> = staff
        .into_iter()
        .filter(|user| !blocked.contains(&user.0) && !is_me(cx, *user))
        .filter_map(|user| Some((user, names.get(&user)?.clone())))
        .collect();
    others.sort_by(|(_, one), (_, other)| render::order::danish(one.reveal(), other.reveal()));
    let page = BlocksPage { about: case.about(cx)?, blocks, staff: others };
    case.seen(app, cx).await?;
    Ok(page)
}

/// Blocks a member of staff from a citizen, from today on. The reason is sealed.
///
/// # Errors
///
/// Every refusal at once: nobody of the team chosen, oneself, no reason, blocked already. [`Error::NotFound`].
pub async fn block(
    app: &App,
    cx: &Cx,
    id: CitizenId,
    user: Option<UserId>,
    reason: &Personal<String>,
    once: Once,
) -> Result<()> {
    let case = Case::open(app, cx, Action::BlockStaff, id).await?;
    let mut reader = app.store().read(&case.grant).await?;
    let staff = staff(&mut reader, cx).await?;
    drop(reader);
    let user = user.filter(|user| staff.contains(user));
    let mut refused = Vec::new();
    match user {
        None => refused.push(Refusal::new("medarbejder", Code::NotAColleague)),
        Some(user) if is_me(cx, user) => refused.push(Refusal::new("medarbejder", Code::NotOneself)),
        Some(_) => {}
    }
    if reason.reveal().trim().is_empty() {
        refused.push(Refusal::new("grund", Code::ReasonNeeded));
    }
    let (Some(user), true) = (user, refused.is_empty()) else { return Err(refused.into()) };
    let row_id = cx.new_id()?;
    let row = BlockRow {
        id: row_id,
        version: 1,
        citizen: case.id().0,
        user: user.0,
        from: cx.today,
        to: None,
        reason: case.sealed(cell(row_id, 1), reason)?,
    };
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    let standing = work.blocks(cx.organisation, case.id()).await?;
    if standing.iter().any(|block| block.user == user.0 && block.to.is_none()) {
        return Err(Refusal::new("medarbejder", Code::BlockedAlready).into());
    }
    work.put_block(cx.organisation, &row, cx.now).await?;
    work.commit(cx.entry(Event::StaffBlocked { user }, vec![case.id()]), cx.now).await?;
    Ok(())
}

/// Ends a block: its last day was yesterday.
///
/// # Errors
///
/// [`Error::Stale`] where it was ended meanwhile; [`Error::NotFound`].
pub async fn unblock(app: &App, cx: &Cx, id: CitizenId, block: Uuid, once: Once) -> Result<()> {
    let case = Case::open(app, cx, Action::BlockStaff, id).await?;
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    let rows = work.blocks(cx.organisation, case.id()).await?;
    let row = rows.into_iter().find(|row| row.id == block).ok_or(Error::NotFound)?;
    if row.to.is_some() {
        return Err(Error::Stale);
    }
    let reason = case.words(cell(row.id, row.version), row.reason.as_deref())?;
    let version = row.version + 1;
    let ended =
        BlockRow { version, to: cx.today.pred_opt(), reason: case.sealed(cell(row.id, version), &reason)?, ..row };
    work.put_block(cx.organisation, &ended, cx.now).await?;
    work.commit(cx.entry(Event::StaffUnblocked { user: UserId(ended.user) }, vec![case.id()]), cx.now).await?;
    Ok(())
}

const fn cell(row: Uuid, version: i64) -> Cell {
    Cell { table: "block", column: "reason", row, version }
}

fn is_me(cx: &Cx, user: UserId) -> bool {
    matches!(&cx.actor, Actor::User { id, .. } if *id == user)
}

/// Who works with citizens in the programme today: workers and coordinators.
pub(crate) async fn staff(reader: &mut Reader, cx: &Cx) -> Result<BTreeSet<UserId>> {
    let members = reader.members(cx.programme_id).await?.into_iter();
    let now = members.filter(|row| row.works_with_citizens() && row.holds_on(cx.today));
    Ok(now.map(|row| UserId(row.user)).collect())
}
