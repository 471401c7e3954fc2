//! `brobygger organisation`: add and list organisations.

use std::process::ExitCode;

use anyhow::Result;
use app::setup::{add_organisation, organisations};
use serde_json::json;

use crate::cli::Organisation;
use crate::clock::Clock;
use crate::open::operator;
use crate::say;

/// Adds or lists.
pub(crate) async fn run(asked: Organisation) -> Result<ExitCode> {
    let operator = operator(&Clock::Real);
    match asked {
        Organisation::Add { name, place, format } => {
            let app = place.open().await?;
            let added = add_organisation(&app, &operator, &name).await;
            app.close().await;
            added?;
            let text = format!(
                "The organisation {name} is made. Next: brobygger programme add FILE.toml --organisation \"{name}\"\n"
            );
            say::either(format, &text, &json!({ "name": name }))?;
        }
        Organisation::List { place, format } => {
            let app = place.open().await?;
            let names = organisations(&app, &operator).await;
            app.close().await;
            let names = names?;
            let text: String = names.iter().map(|name| format!("{name}\n")).collect();
            say::either(format, &text, &json!({ "organisations": names }))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
