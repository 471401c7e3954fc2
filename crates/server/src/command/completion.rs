//! `brobygger completion`: a completion script for a shell.

use std::process::ExitCode;

use anyhow::Result;
use clap::CommandFactory;
use clap_complete::{Shell, generate};

use crate::cli::Cli;
use crate::say;

/// Prints the script.
pub(crate) fn run(shell: Shell) -> Result<ExitCode> {
    let mut script = Vec::new();
    generate(shell, &mut Cli::command(), "brobygger", &mut script);
    say::print(&String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}
