//! `brobygger seed`: synthetic data of any size.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use anyhow::Result;
use app::seed::seed;
use serde_json::json;

use crate::cli::{Plain, Seed};
use crate::clock::Clock;
use crate::open::operator;
use crate::say;

/// Seeds the store.
pub(crate) async fn run(asked: Seed) -> Result<ExitCode> {
    let app = asked.place.open().await?;
    let shows = asked.format == Plain::Text && std::io::stderr().is_terminal();
    let mut progress = |made: u64| {
        if shows {
            let _ = write!(std::io::stderr(), "\r{made} of {}\x1b[K", asked.citizens);
        }
    };
    let operator = operator(&Clock::Real);
    let made = seed(&app, &operator, asked.citizens, asked.seed, asked.programmes, &mut progress).await;
    app.close().await;
    let made = made?;
    let text = format!(
        "\n{} invented citizens in {} programmes, with {} workers.\nThe password of their accounts, such as {}: {}\n",
        asked.citizens,
        made.programmes.len(),
        made.workers.len(),
        made.workers.first().map_or("-", String::as_str),
        made.password.reveal()
    );
    let document = json!({
        "citizens": asked.citizens,
        "programmes": made.programmes,
        "workers": made.workers,
        "coordinators": made.coordinators,
        "password": made.password.reveal(),
    });
    say::either(asked.format, &text, &document)?;
    Ok(ExitCode::SUCCESS)
}
