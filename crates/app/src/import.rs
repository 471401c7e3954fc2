//! Importing a team's register: all of it, or nothing.
//!
//! The register is read and checked as a whole before anything is touched. Then every row is a new fact, the next version of one, or nothing
//! new; all are written in one transaction with one entry in the log. The persons' keys are committed before the facts sealed under them.

mod history;
mod identity;
mod plan;
mod write;

use std::collections::BTreeMap;
use std::path::Path;

use domain::access::{Action, Relation};
use domain::event::{Entry, Event};
use register::{Note, Progress, ReadError, Register, Rules};

pub use history::RegisterBreak;

use crate::{App, Cx, Error, Result};

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

/// Imports the register at `path` (a workbook or a folder) into the programme of `cx`.
///
/// # Errors
///
/// [`ImportFault`]; nothing is changed then.
pub async fn import(
    app: &App,
    cx: &Cx,
    path: &Path,
    dry_run: bool,
    progress: &mut dyn FnMut(Progress),
) -> std::result::Result<Imported, ImportFault> {
    let grant = cx.may(Action::ImportRegister, Relation::NoCitizen, None)?;
    let rules = Rules { programme: &cx.programme.rules, instruments: app.instruments().all() };
    let register = Register::read(path, &rules, progress)?;
    let breaks = history::of_register(&register, app.instruments().enrolling(&cx.programme.rules)?, &cx.programme.rules);
    let plan = plan::plan(app, cx, &register).await?;
    let (added, changed) = (plan.added, plan.changed);
    if !dry_run && added + changed > 0 {
        plan.write(app, cx, grant).await?;
    }
    Ok(Imported { imported: !dry_run, rows: register.rows, added, changed, notes: register.notes, breaks })
}

/// The log's entry for an import.
fn entry(cx: &Cx, added: u64, changed: u64) -> Entry {
    Entry { programme: Some(cx.programme.id), citizens: Vec::new(), event: Event::RegisterImported { added, changed } }
}

/// A register that was checked may still meet a store that somebody changed by hand.
fn lost(what: &str) -> Error {
    Error::Refused(format!("the {what} that a row belongs to is not in the store; check the store with `audit verify`"))
}

