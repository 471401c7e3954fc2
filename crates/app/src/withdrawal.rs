//! Taking out a fact that was entered by mistake: its last version is stamped, and why stands sealed on the record. Putting it back adds
//! the next version with the same words.

use domain::event::Event;
use domain::id::CourseId;
use domain::personal::Personal;
use domain::refusal::{Code, Refusal};
use store::Work;
use store::record::Fact;
use uuid::Uuid;

use crate::case::Case;
use crate::once::{Once, begin_change};
use crate::sealing::Cell;
use crate::{App, Cx, Error, Result};

/// What is taken out.
#[derive(Clone, Copy)]
pub(crate) struct Which {
    /// As the store finds it.
    pub(crate) fact: Fact,
    /// Its table, which is its name in the log.
    pub(crate) table: &'static str,
    /// The course it belongs to; nil where it belongs to none.
    pub(crate) course: CourseId,
    /// Its id.
    pub(crate) row: Uuid,
}

/// Takes a fact out, with a reason.
///
/// # Errors
///
/// A refusal without a reason; [`Error::Stale`] where the version is not the current one any more.
pub(crate) async fn withdraw(
    app: &App,
    cx: &Cx,
    case: &Case,
    once: Once,
    (which, version): (Which, i64),
    reason: &Personal<String>,
) -> Result<()> {
    if reason.reveal().trim().is_empty() {
        return Err(vec![Refusal::new("grund", Code::ReasonNeeded)].into());
    }
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    take_out(cx, case, &mut work, (which, version), Some(reason)).await?;
    let event = Event::FactWithdrawn { fact: which.table.to_owned(), row: which.row };
    Ok(work.commit(cx.entry(event, vec![case.id()]), cx.now).await?)
}

/// Takes a fact out within a work that does more.
pub(crate) async fn take_out(
    cx: &Cx,
    case: &Case,
    work: &mut Work,
    (which, version): (Which, i64),
    reason: Option<&Personal<String>>,
) -> Result<()> {
    work.correct(which.fact, version, cx.now).await?;
    let cell = Cell { table: "withdrawal", column: "reason", row: which.row, version };
    let reason = reason.map(|reason| case.sealed(cell, reason)).transpose()?.flatten();
    let row = (which.table, which.row, version);
    Ok(work.note_withdrawal((cx.programme_id, which.course), row, reason.as_deref(), cx.now).await?)
}

/// Says that a fact was put back, and keeps it.
///
/// # Errors
///
/// [`Error::Stale`] where it was put back before.
pub(crate) async fn put_back(cx: &Cx, case: &Case, work: Work, which: (&'static str, Uuid)) -> Result<()> {
    let event = Event::WithdrawalUndone { fact: which.0.to_owned(), row: which.1 };
    Ok(work.commit(cx.entry(event, vec![case.id()]), cx.now).await?)
}

/// The answer where a version was there already: somebody else put the fact back first.
pub(crate) fn stale(fault: store::Error) -> Error {
    match fault {
        store::Error::Taken(_) => Error::Stale,
        other => other.into(),
    }
}
