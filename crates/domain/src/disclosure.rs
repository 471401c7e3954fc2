//! Disclosure control of figures that leave the team (R19, R20). `docs/disclosure.md` says what it promises and what it assumes.
//!
//! Put all that leaves together into [`Figures`]: counts, tables, and what is a sum of what. [`Figures::release`] judges them beside the
//! audience's [`Ledger`] of earlier releases. Every count from 1 to below the programme's bound is withheld, and as many more as
//! it takes that for each of those some table with 0 in its place, and some table with the bound or more, agrees with all that is told.
//! Withholding the 3 alone of 16 + 3 = 19 withholds nothing: 19 - 16 is 3.
//!
//! `figures` and `table` say what hangs together, `joined` puts it behind what was told before (`span` says of what time), `withhold` chooses, `ways` proves
//! (with the help of `simplex` and `branch`, which are not believed), `explain` says what a cell would give away.

mod branch;
mod explain;
mod figures;
mod joined;
mod ledger;
mod release;
mod share;
mod simplex;
mod span;
mod table;
mod ways;
mod withhold;

pub use explain::{GivesAway, Term};
pub use figures::{Fault, Figures};
pub use ledger::{Ledger, Line, Sum, Told};
pub use release::{Agreement, Because, Release, Shown};
pub use share::{FEWEST_FOR_A_SHARE, may_be_told, percentage};
pub use span::is_within;
pub use table::Entry;

#[cfg(test)]
mod tests;
