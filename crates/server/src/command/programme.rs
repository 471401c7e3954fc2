//! `brobygger programme`: add, list and show programmes.

use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};
use app::setup::{KeptProgramme, keep_programme, programmes};
use render::table::{Column, Table};
use serde_json::{Value, json};

use crate::cli::Programme;
use crate::clock::Clock;
use crate::open::operator;
use crate::say;

/// Adds, lists or shows.
pub(crate) async fn run(asked: Programme) -> Result<ExitCode> {
    let operator = operator(&Clock::Real);
    match asked {
        Programme::Add { file, place, format } => {
            let text = std::fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
            let app = place.open().await?;
            let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let kept = keep_programme(&app, &operator, &name, &text).await;
            app.close().await;
            let kept = kept?;
            let text = format!("The programme {} is kept, version {}.\n", kept.rules.key, kept.version);
            say::either(format, &text, &shown(&kept))?;
        }
        Programme::List { place, format } => {
            let app = place.open().await?;
            let kept = programmes(&app, &operator).await;
            app.close().await;
            let kept = kept?;
            let row = |kept: &KeptProgramme| {
                vec![kept.rules.key.clone(), say::locale().of(&kept.rules.title).to_owned(), kept.version.to_string()]
            };
            let table = Table {
                title: String::new(),
                columns: vec![Column::words("id"), Column::words("title"), Column::numbers("version")],
                rows: kept.iter().map(row).collect(),
            };
            say::either(format, &table.text(), &json!({ "programmes": kept.iter().map(shown).collect::<Vec<_>>() }))?;
        }
        Programme::Show { id, place, format } => {
            let app = place.open().await?;
            let kept = programmes(&app, &operator).await;
            app.close().await;
            let kept = kept?.into_iter().find(|kept| kept.rules.key == id);
            let kept =
                kept.ok_or_else(|| anyhow!("there is no programme \"{id}\"; `programme list` shows those there are"))?;
            say::either(format, &kept.toml, &shown(&kept))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn shown(kept: &KeptProgramme) -> Value {
    json!({ "id": kept.rules.key, "version": kept.version, "rules": kept.rules })
}
