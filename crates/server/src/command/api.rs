//! `brobygger api`: the OpenAPI description of the interface for programs.

use std::process::ExitCode;

use anyhow::Result;

use crate::say;

/// Prints it in the language of the locale.
pub(crate) fn run() -> Result<ExitCode> {
    say::print(&web::api::description(say::locale()))?;
    Ok(ExitCode::SUCCESS)
}
