//! What becomes of a proposed report: locked by a second person, turned down, sent, corrected.

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::{PaperKind, ReleaseState};
use domain::event::{Event, LockedSums};
use domain::refusal::{Code, Refusal};
use domain::release::{Frozen, Release, Sending, Told, may_lock};
use uuid::Uuid;

use super::{hexadecimal, told_id};
use crate::once::{Once, begin_change};
use crate::paper::{Next, find, sealed};
use crate::quotation::released;
use crate::{App, Cx, Error, Result};

/// Locks a proposed report, or turns it down with the reason why.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::NotFound`]; the refusals of [`may_lock`]; [`Code::QuotationGone`] where a quotation in it may not be used any more; a
/// missing reason; [`Error::Stale`] where somebody decided meanwhile.
pub async fn decide(
    app: &App,
    cx: &Cx,
    (id, version): (Uuid, i64),
    (locks, why): (bool, &str),
    once: Once,
) -> Result<()> {
    let grant = cx.may_at_all(Action::LockReports)?;
    let by = cx.user()?;
    let mut reader = app.store().read(&grant).await?;
    let before = find::<Release>(app, cx, &mut reader, id).await?;
    let told_id = told_id(cx.programme_id, before.says().asked.addressee);
    let told = match find::<Told>(app, cx, &mut reader, told_id).await {
        Ok(told) => told.version,
        Err(Error::NotFound) => 0,
        Err(fault) => return Err(fault),
    };
    let frozen = find::<Frozen>(app, cx, &mut reader, id).await?;
    drop(reader);
    if locks {
        may_lock(before.says(), by, told).map_err(|refusal| Error::Refusals(vec![refusal]))?;
    } else if before.says().state != ReleaseState::Proposed {
        return Err(Error::Refusals(vec![Refusal::new("", Code::DecidedAlready)]));
    } else if why.trim().is_empty() {
        return Err(Error::Refusals(vec![Refusal::new("hvorfor", Code::ReasonNeeded)]));
    }
    let state = if locks { ReleaseState::Locked } else { ReleaseState::TurnedDown };
    let decided = Release { state, decided: Some((by, cx.today)), why: why.trim().to_owned(), ..before.says().clone() };
    let row = sealed(app, cx, &grant, &next(id, version, &decided)).await?;
    let ledger = Told { addressee: decided.asked.addressee, ledger: frozen.says().told.clone() };
    let ledger = sealed(app, cx, &grant, &next(told_id, told, &ledger)).await?;
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
    // What was taken back a moment ago does not leave, and what is taken back in this very moment waits until it has left.
    work.alone().await?;
    if locks && released(cx, &mut work).await?.iter().any(|(row, now)| row.release == id && !now.may_leave()) {
        return Err(Error::Refusals(vec![Refusal::new("", Code::QuotationGone)]));
    }
    work.put_paper(cx.programme_id, &row, cx.now).await?;
    let event = if locks {
        work.put_paper(cx.programme_id, &ledger, cx.now).await?;
        let sums: Vec<&str> = decided.files.iter().map(|file| file.sha256.as_str()).collect();
        let digest = hexadecimal(&vault::digest(sums.join("\n").as_bytes()));
        let sum = |sealed: &[u8]| hexadecimal(&vault::digest(sealed));
        let held = work.paper_versions(cx.programme_id, PaperKind::Frozen, id).await?.pop().ok_or(Error::NotFound)?;
        let kept =
            LockedSums { release: sum(&row.body), frozen: sum(&held.body), told_row: told_id, told: sum(&ledger.body) };
        Event::ReportLocked { row: id, number: decided.number, digest, kept: Some(kept) }
    } else {
        Event::ReportTurnedDown { row: id, number: decided.number }
    };
    Ok(work.commit(cx.entry(event, Vec::new()), cx.now).await?)
}

fn next<T>(id: Uuid, version: i64, paper: &T) -> Next<'_, T> {
    Next { id, version: version + 1, is_ended: false, paper, reason: "" }
}

/// Notes to whom a locked report was sent, and when.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::NotFound`]; every refusal at once; [`Error::Stale`].
pub async fn note_sending(
    app: &App,
    cx: &Cx,
    (id, version): (Uuid, i64),
    (to, on): (&str, Option<NaiveDate>),
    once: Once,
) -> Result<()> {
    let grant = cx.may_at_all(Action::KeepReports)?;
    let before = find::<Release>(app, cx, &mut app.store().read(&grant).await?, id).await?;
    let mut faults = domain::paper::Faults::default();
    faults.line("til", to).refuse(on.is_none(), "den", Code::DayNeeded).past("den", on, cx.today);
    faults.refuse(before.says().state != ReleaseState::Locked, "til", Code::NotLocked);
    let Some(on) = on.filter(|_| faults.0.is_empty()) else { return Err(Error::Refusals(faults.0)) };
    let mut sent = before.says().clone();
    sent.sent.push(Sending { to: to.trim().to_owned(), on });
    let row = sealed(app, cx, &grant, &next(id, version, &sent)).await?;
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
    work.put_paper(cx.programme_id, &row, cx.now).await?;
    Ok(work.commit(cx.entry(Event::ReportSent { row: id }, Vec::new()), cx.now).await?)
}

/// Notes that whoever has a locked report knows that the quotations in it that were taken back are not to be used any more.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::NotFound`] where none of the report was taken back that is not noted; [`Error::Stale`] where it was noted meanwhile.
pub async fn note_taken_back(app: &App, cx: &Cx, id: Uuid, once: Once) -> Result<()> {
    let grant = cx.may_at_all(Action::KeepReports)?;
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
    let mut all = released(cx, &mut work).await?;
    all.retain(|(row, now)| row.release == id && now.is_taken_back() && row.told_on.is_none());
    if all.is_empty() {
        return Err(Error::NotFound);
    }
    for (row, _) in &all {
        work.tell_of_quotation(cx.programme_id, row, cx.today, cx.now).await?;
    }
    let event = Event::QuotationsTakenBack { row: id, count: all.len() as u64 };
    Ok(work.commit(cx.entry(event, Vec::new()), cx.now).await?)
}
