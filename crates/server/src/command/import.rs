//! `brobygger import`: a team's register into a programme.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use anyhow::Result;
use app::import::{ImportFault, Imported, RegisterBreak, import};
use register::fault::Fault;
use register::{Progress, ReadError, Source};
use render::Locale;
use serde_json::{Value, json};

use crate::cli::{Import, Plain};
use crate::clock::Clock;
use crate::open::operator;
use crate::say;

/// Imports, or says every fault.
pub(crate) async fn run(asked: Import) -> Result<ExitCode> {
    let locale = say::locale();
    let app = asked.place.open().await?;
    let done = import_into(&app, &asked, locale).await;
    app.close().await;
    match done {
        Ok(imported) => {
            say::either(asked.format, &told(&imported, locale), &document(&imported, locale))?;
            Ok(ExitCode::SUCCESS)
        }
        Err(ImportFault::Register(ReadError::Faults(faults))) => {
            faulty(&asked, &faults, locale)?;
            Ok(ExitCode::FAILURE)
        }
        Err(ImportFault::Register(fault)) => {
            let why = match locale {
                Locale::Da => fault.danish(),
                Locale::En => fault.to_string(),
            };
            anyhow::bail!("{}: {why}", asked.path.display())
        }
        Err(ImportFault::Other(fault)) => Err(fault.into()),
    }
}

async fn import_into(app: &app::App, asked: &Import, locale: Locale) -> Result<Imported, ImportFault> {
    let cx = app.operator_cx(&operator(&Clock::Real), &asked.programme, locale).await?;
    let source = Source::load(&asked.path)?;
    let shows = asked.format == Plain::Text && std::io::stderr().is_terminal();
    let mut progress = |progress: Progress| {
        if shows {
            let _ = write!(std::io::stderr(), "\r{}: {}\x1b[K", progress.list, progress.rows);
        }
    };
    let imported = import(app, &cx, &source, asked.dry_run, &mut progress).await;
    if shows {
        let _ = write!(std::io::stderr(), "\r\x1b[K");
    }
    imported
}

fn faulty(asked: &Import, faults: &[Fault], locale: Locale) -> Result<()> {
    if asked.format == Plain::Json {
        let faults: Vec<Value> = faults.iter().map(|fault| fault_document(fault, locale)).collect();
        return say::json(&json!({ "imported": false, "rows": {}, "faults": faults, "breaks": [] }));
    }
    let line = |fault: &Fault| match locale {
        Locale::Da => format!("{}, række {}, {}: {}\n", fault.sheet, fault.row, fault.column, fault.danish()),
        Locale::En => format!("{}, row {}, {}: {}\n", fault.sheet, fault.row, fault.column, fault.english()),
    };
    let all: String = faults.iter().map(line).collect();
    let end = match locale {
        Locale::Da => format!("{} fejl; intet er ændret. Ret dem i registret, og kør importen igen.", faults.len()),
        Locale::En => {
            format!("{} faults; nothing was changed. Mend them in the register and import again.", faults.len())
        }
    };
    say::print(&all)?;
    eprintln!("brobygger: {end}");
    Ok(())
}

fn fault_document(fault: &Fault, locale: Locale) -> Value {
    let message = match locale {
        Locale::Da => fault.danish(),
        Locale::En => fault.english(),
    };
    json!({ "sheet": fault.sheet, "row": fault.row, "column": fault.column, "message": message })
}

fn break_message(broken: &RegisterBreak, locale: Locale) -> String {
    let (rule, course, day) = (broken.what.rule.number(), &broken.course, broken.what.on);
    match (&broken.worker, locale) {
        (None, Locale::Da) => format!("bryder {rule}: {course} er indskrevet {day}, uden for rekrutteringsperioden"),
        (None, Locale::En) => format!("breaks {rule}: {course} was enrolled on {day}, outside the recruitment window"),
        (Some(worker), Locale::Da) => format!("bryder {rule}: {course} gav {worker} flere borgere end loftet {day}"),
        (Some(worker), Locale::En) => {
            format!("breaks {rule}: {course} gave {worker} more citizens than the cap on {day}")
        }
    }
}

fn document(imported: &Imported, locale: Locale) -> Value {
    let broken = |broken: &RegisterBreak| {
        let message = break_message(broken, locale);
        json!({ "rule": broken.what.rule.number(), "course": broken.course, "message": message })
    };
    json!({
        "imported": imported.imported,
        "rows": imported.rows,
        "added": imported.added,
        "changed": imported.changed,
        "faults": [],
        "breaks": imported.breaks.iter().map(broken).collect::<Vec<_>>(),
        "notes": imported.notes.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

fn told(imported: &Imported, locale: Locale) -> String {
    let mut text = String::new();
    for note in &imported.notes {
        text.push_str(&match locale {
            Locale::Da => format!("{}: {}\n", note.sheet, note.danish()),
            Locale::En => format!("{note}\n"),
        });
    }
    for broken in &imported.breaks {
        text.push_str(&format!("{}\n", break_message(broken, locale)));
    }
    let rows: u64 = imported.rows.values().sum();
    let (added, changed) = (imported.added, imported.changed);
    text.push_str(&match (imported.imported, locale) {
        (true, Locale::Da) => format!("{rows} rækker læst; {added} poster tilføjet, {changed} ændret.\n"),
        (true, Locale::En) => format!("{rows} rows read; {added} records added, {changed} changed.\n"),
        (false, Locale::Da) => format!(
            "{rows} rækker læst uden fejl; {added} poster ville blive tilføjet, {changed} ændret. Intet er gemt.\n"
        ),
        (false, Locale::En) => format!(
            "{rows} rows read without fault; {added} records would be added, {changed} changed. Nothing was kept.\n"
        ),
    });
    text
}
