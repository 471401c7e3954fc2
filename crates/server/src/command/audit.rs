//! `brobygger audit`: check the log, or write a checkpoint of it.

use std::process::ExitCode;

use anyhow::{Context, Result};
use serde_json::json;

use crate::cli::Audit;
use crate::clock::Clock;
use crate::open::operator;
use crate::say;

/// Checks or writes.
pub(crate) async fn run(asked: Audit) -> Result<ExitCode> {
    let operator = operator(&Clock::Real);
    match asked {
        Audit::Verify { checkpoint, place, format } => {
            let known = checkpoint.map(|file| {
                std::fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))
            });
            let known = known.transpose()?;
            let app = place.open().await?;
            let checked = app::audit::verify(&app, &operator, known.as_deref()).await;
            app.close().await;
            let whole = checked?;
            let text = format!("The log is whole: {} entries, each fits the one before it.\n", whole.entries);
            say::either(format, &text, &json!({ "whole": true, "entries": whole.entries }))?;
        }
        Audit::Checkpoint { out, place, format } => {
            let app = place.open().await?;
            let written = app::audit::checkpoint(&app, &operator).await;
            app.close().await;
            let (entry, text) = written?;
            std::fs::write(&out, text).with_context(|| format!("{} cannot be written", out.display()))?;
            let text =
                format!("A checkpoint of entry {entry} is in {}; keep it apart from the store.\n", out.display());
            say::either(format, &text, &json!({ "entry": entry, "file": out }))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
