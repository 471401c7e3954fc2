//! `brobygger seed`: synthetic data of any size.

use std::process::ExitCode;

use anyhow::Result;

use crate::cli::Seed;

/// Seeds the store.
pub(crate) async fn run(_asked: Seed) -> Result<ExitCode> {
    anyhow::bail!("not yet")
}
