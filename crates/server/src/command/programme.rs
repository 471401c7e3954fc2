//! `brobygger programme`: add, list and show programmes.

use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use app::setup::{KeptProgramme, change_programme, offer_programme, programmes};
use chrono::NaiveDate;
use domain::personal::Personal;
use domain::programme::moves::Moves;
use render::table::{Cell, Column, Table};
use serde_json::{Value, json};

use crate::cli::Programme;
use crate::clock::Clock;
use crate::open::operator;
use crate::say;

/// Adds, lists or shows.
pub(crate) async fn run(asked: Programme) -> Result<ExitCode> {
    let operator = operator(&Clock::Real);
    match asked {
        Programme::Add { file, yes, reason, organisation, place, format } => {
            let text = std::fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
            let app = place.open().await?;
            let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let file = (name.as_str(), text.as_str());
            let reason = Personal::new(reason);
            let kept = async {
                let moved = offer_programme(&app, &operator, organisation.as_deref(), file).await?;
                let moves = moved.map(|preview| preview.moves).unwrap_or_default();
                if !moves.is_empty() && !yes {
                    return Ok(Err(moves));
                }
                let kept = change_programme(&app, &operator, organisation.as_deref(), file, &reason);
                kept.await.map(|kept| Ok((kept, moves)))
            }
            .await;
            app.close().await;
            match kept? {
                Ok((kept, moves)) => {
                    let text = format!("The programme {} is kept, version {}.\n", kept.rules.key, kept.version);
                    say::either(format, &format!("{}{text}", told(&moves)), &shown_with(&kept, &moves))?;
                }
                Err(moves) => {
                    bail!(
                        "{}nothing is saved: this moves what is told above; repeat with --yes to save it",
                        told(&moves)
                    )
                }
            }
        }
        Programme::List { place, format } => {
            let app = place.open().await?;
            let kept = programmes(&app, &operator).await;
            app.close().await;
            let kept = kept?;
            let row = |kept: &KeptProgramme| {
                vec![
                    kept.rules.key.clone().into(),
                    say::locale().of(&kept.rules.title).into(),
                    Cell::from(kept.version.to_string()),
                ]
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

/// What moves, a line each.
fn told(moves: &Moves) -> String {
    let day = |day: Option<NaiveDate>| day.map_or_else(|| "none".to_owned(), |day| day.to_string());
    let mut lines = Vec::new();
    for moved in &moves.courses {
        if let Some(end) = moved.end {
            let days = end.days().map(|days| format!(" ({days:+} days)")).unwrap_or_default();
            lines.push(format!("a course's planned end moves from {} to {}{days}", day(end.from), day(end.to)));
        }
    }
    let others = moves.courses.iter().filter(|moved| moved.end.is_none()).count();
    let counts = [
        (others, "courses get other phases, follow-ups or an enrolment on another day"),
        (moves.outside.len(), "enrolments fall outside every recruitment window"),
        (moves.clarifications.len(), "open clarifications get another last day"),
        (moves.over_cap.len(), "workers have more citizens than the cap"),
        (moves.retired.len(), "retired goal areas have active goals"),
    ];
    lines.extend(counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")));
    lines.into_iter().map(|line| format!("{line}\n")).collect()
}

fn shown_with(kept: &KeptProgramme, moves: &Moves) -> Value {
    let ends = moves.courses.iter().filter_map(|moved| moved.end);
    let mut document = shown(kept);
    if let Some(document) = document.as_object_mut() {
        let moved = json!({
            "planned_ends": ends.map(|end| json!({ "from": end.from, "to": end.to, "days": end.days() })).collect::<Vec<_>>(),
            "courses": moves.courses.len(),
            "outside_window": moves.outside.len(),
            "clarifications": moves.clarifications.len(),
            "over_cap": moves.over_cap.len(),
            "retired_areas": moves.retired.len(),
        });
        document.insert("moved".to_owned(), moved);
    }
    document
}

fn shown(kept: &KeptProgramme) -> Value {
    json!({ "id": kept.rules.key, "version": kept.version, "rules": kept.rules })
}
