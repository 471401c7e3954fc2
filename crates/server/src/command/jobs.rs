//! `brobygger jobs`: do what has its moment, or list its runs.

use std::process::ExitCode;

use anyhow::Result;
use app::job::{run_due, runs};
use app::view::job::{KindLine, RunLine};
use render::table::{Cell, Column, Table};
use render::{Words, words};
use serde_json::{Value, json};

use crate::cli::Jobs;
use crate::clock::Clock;
use crate::open::operator;
use crate::say;

/// Runs or lists.
pub(crate) async fn run(asked: Jobs) -> Result<ExitCode> {
    match asked {
        Jobs::Run { mail, place, format } => {
            let runner = mail.runner(&Clock::Real)?;
            let app = place.open().await?;
            let ran = run_due(&app, &runner).await;
            app.close().await;
            let ran = ran?;
            let text = format!("{} done, {} failed; `jobs list` shows them.\n", ran.done, ran.failed);
            say::either(format, &text, &json!({ "done": ran.done, "failed": ran.failed }))?;
            Ok(if ran.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Jobs::List { programme, place, format } => {
            let app = place.open().await?;
            let kinds = async {
                let cx = app.operator_cx(&operator(&Clock::Real), &programme, say::locale()).await?;
                runs(&app, &cx).await
            }
            .await;
            app.close().await;
            let kinds = kinds?;
            let t = words(say::locale());
            let lines = kinds.iter().flat_map(|kind| kind.runs.iter().map(move |run| (kind, run)));
            let table = Table {
                title: String::new(),
                columns: vec![
                    Column::words("job"),
                    Column::words("due"),
                    Column::words("state"),
                    Column::numbers("tries"),
                    Column::numbers("count"),
                ],
                rows: lines.clone().map(|(kind, run)| row(t, kind, run)).collect(),
            };
            let document: Vec<Value> = lines.map(|(kind, run)| shown(kind, run)).collect();
            say::either(format, &table.text(), &json!({ "runs": document }))?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn row(t: &Words, kind: &KindLine, run: &RunLine) -> Vec<Cell> {
    let mut state = t.code("job-state", run.state.code()).to_owned();
    if let Some(reason) = run.reason.filter(|_| run.state != domain::code::JobState::Done) {
        state.push_str(&format!(": {}", t.code("job-reason", reason.code())));
    }
    vec![
        t.code("job-kind", kind.kind.code()).into(),
        run.due.format("%Y-%m-%d %H:%M").to_string().into(),
        state.into(),
        Cell::from(run.tries.to_string()),
        Cell::from(run.came_to.to_string()),
    ]
}

fn shown(kind: &KindLine, run: &RunLine) -> Value {
    json!({
        "kind": kind.kind,
        "due": run.due.format("%Y-%m-%dT%H:%M").to_string(),
        "state": run.state,
        "tries": run.tries,
        "reason": run.reason,
        "count": run.came_to,
    })
}
