//! Importing a team's register: all of it, or nothing.
//!
//! The register is read and checked as a whole before anything is touched. Then every row is a new fact, the next version of one, or nothing
//! new; all are written in one transaction with one entry in the log. The persons' keys are committed before the facts sealed under them.

mod history;
mod identity;
mod keep;
mod plan;
pub(crate) mod write;

use std::collections::BTreeMap;

use domain::access::Action;
use register::note::Note;
use register::{Progress, ReadError, Register, Rules, Source};

pub use history::RegisterBreak;

use crate::{App, Cx, Error};

/// What an import did, or with `dry_run` would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Whether anything was kept: `false` for a dry run.
    pub imported: bool,
    /// Rows read, by list.
    pub rows: BTreeMap<&'static str, u64>,
    /// Records added.
    pub added: u64,
    /// Records changed.
    pub changed: u64,
    /// What was left out, such as unknown columns.
    pub notes: Vec<Note>,
    /// Rules that the history breaks.
    pub breaks: Vec<RegisterBreak>,
}

/// Why an import changed nothing.
#[derive(Debug, thiserror::Error)]
pub enum ImportFault {
    /// The register cannot be read, or has faults: every one of them is named.
    #[error(transparent)]
    Register(#[from] ReadError),
    /// Not permitted, or the store failed.
    #[error(transparent)]
    Other(#[from] Error),
}

/// Imports a register into the programme of `cx`.
///
/// # Errors
///
/// [`ImportFault`]; nothing is changed then.
pub async fn import(
    app: &App,
    cx: &Cx,
    source: &Source,
    dry_run: bool,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> std::result::Result<Imported, ImportFault> {
    let grant = cx.may_at_all(Action::ImportRegister)?;
    let instruments = app.instruments().of(&cx.programme);
    let rules = Rules { programme: &cx.programme, instruments: &instruments };
    let register = Register::read_source(source, &rules, progress)?;
    let breaks = history::of_register(&register, app.instruments().enrolling(&cx.programme)?, &cx.programme);
    let plan = plan::plan(app, cx, &grant, &register).await?;
    let (added, changed) = (plan.added, plan.changed);
    if !dry_run && added + changed > 0 {
        keep::keep(app, cx, grant, plan).await?;
    }
    let rows = register.rows.iter().map(|(list, rows)| (*list, *rows)).collect();
    Ok(Imported { imported: !dry_run, rows, added, changed, notes: register.notes, breaks })
}
