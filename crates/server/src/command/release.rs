//! `brobygger release`: the reports that were frozen, and whether their bytes are whole. `brobygger template`: what reports are made of.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};
use app::release::{Checked, Part, ReleaseLine, document, file, json, one, overview, printed, propose, verify};
use app::{App, Cx};
use clap::builder::PossibleValuesParser;
use domain::code::{Addressee, ReleaseState};
use domain::refusal::Refusal;
use domain::release::Asked;
use domain::report::forecast::project_year;
use render::table::{Cell, Column, Table};
use render::{Words, words};
use serde_json::{Value, json as object};
use uuid::Uuid;

use super::report::is_shown;
use super::serve::PRINTER;
use crate::cli::{DraftFormat, Drafted, Place, Release, Template};
use crate::clock::Clock;
use crate::open::operator;
use crate::say;

/// Lists, shows, checks or writes out.
pub(crate) async fn run(asked: Release) -> Result<ExitCode> {
    match asked {
        Release::List { programme, place, format } => {
            let page = with(&place, &programme, async |app, cx| Ok(overview(app, cx).await?)).await?;
            let t = words(say::locale());
            let table = Table {
                title: String::new(),
                columns: ["id", "report", "for", "as of", "state"].map(Column::words).to_vec(),
                rows: page.releases.iter().map(|line| row(t, line)).collect(),
            };
            say::either(format, &table.text(), &json::of_lines(page.releases.iter()))?;
        }
        Release::Show { id, programme, place, format } => {
            let page =
                with(&place, &programme, async |app, cx| Ok(one(app, cx, found(app, cx, &id).await?).await?)).await?;
            say::either(format, &told(words(say::locale()), &page), &json::of_page(&page))?;
        }
        Release::Draft { asked, out, place, format } => return draft(&asked, out.as_deref(), &place, format).await,
        Release::Propose { asked, corrects, corrected, place } => {
            let id = with(&place, &asked.programme, async |app, cx| {
                let corrects = match corrects {
                    Some(id) => Some((found(app, cx, &id).await?, corrected.unwrap_or_default())),
                    None => None,
                };
                let how = (say::locale(), PRINTER);
                has_template(app, cx, &asked.template).await?;
                propose(app, cx, of_day(&asked, cx)?, corrects, how, cx.form_key()?).await.map_err(told_why)
            });
            say::print(&format!("{}\n", id.await?))?;
        }
        Release::Verify { programme, place, format } => {
            let checked = with(&place, &programme, async |app, cx| Ok(verify(app, cx).await?)).await?;
            let broken = checked.iter().filter(|one| !one.is_whole).count();
            let (files, parts): (Vec<&Checked>, Vec<&Checked>) =
                checked.iter().partition(|one| matches!(one.part, Part::File(..)));
            let count = |all: &[&Checked]| (all.len(), all.iter().filter(|one| !one.is_whole).count());
            let mut text: String = checked.iter().filter(|one| !one.is_whole).map(not_whole).collect();
            let (all, wrong) = count(&files);
            text.push_str(&format!("{all} files checked, {wrong} not whole.\n"));
            let (all, wrong) = count(&parts);
            text.push_str(&format!("{all} other parts checked, {wrong} not whole.\n"));
            let (files, parts): (Vec<Value>, Vec<Value>) =
                (files.into_iter().map(checked_json).collect(), parts.into_iter().map(checked_json).collect());
            say::either(format, &text, &object!({ "files": files, "parts": parts, "broken": broken }))?;
            return Ok(if broken == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        Release::Reproduce { id, programme, out, place } => {
            let names = with(&place, &programme, async |app, cx| write_out(app, cx, &id, &out).await).await?;
            say::print(&names.iter().map(|name| format!("{name}\n")).collect::<String>())?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Whom a report can be for.
pub(crate) fn addressee() -> PossibleValuesParser {
    PossibleValuesParser::new(Addressee::ALL.iter().map(|one| one.code()))
}

/// What was asked for, with what was left out: today, and the project year that ends with the day's month.
fn of_day(asked: &Drafted, cx: &Cx) -> Result<Asked> {
    let as_of = asked.as_of.unwrap_or(cx.today);
    let usual = project_year(as_of);
    Ok(Asked {
        template: asked.template.clone(),
        // The parser takes no other code.
        addressee: Addressee::parse(&asked.addressee).ok().context("there is no such recipient")?,
        as_of,
        from: asked.from.unwrap_or(usual.from),
        to: asked.to.unwrap_or(usual.to),
    })
}

/// Refuses a template that is none, and says which there are.
async fn has_template(app: &App, cx: &Cx, key: &str) -> Result<()> {
    let all: Vec<String> = overview(app, cx).await?.templates.into_iter().map(|one| one.key).collect();
    anyhow::ensure!(all.iter().any(|one| one == key), "there is no template \"{key}\"; there are {}", all.join(", "));
    Ok(())
}

/// Prints a draft, or writes it to a file.
async fn draft(asked: &Drafted, out: Option<&Path>, place: &Place, format: DraftFormat) -> Result<ExitCode> {
    let why = match format {
        DraftFormat::Pdf if PRINTER.is_none() => {
            Some("this program was built without documents: ask for docx, json or text")
        }
        DraftFormat::Pdf | DraftFormat::Docx if out.is_none() && is_shown() => {
            Some("this is a file and not for a terminal: name it with --out FILE")
        }
        _ => None,
    };
    if let Some(why) = why {
        eprintln!("brobygger: {why}");
        return Ok(ExitCode::from(super::report::WRONG_USE));
    }
    let draft = with(place, &asked.programme, async |app, cx| {
        has_template(app, cx, &asked.template).await?;
        printed(app, cx, of_day(asked, cx)?, say::locale()).await.map_err(told_why)
    })
    .await?;
    let laid = || document(&draft, ReleaseState::Proposed);
    let bytes = match format {
        DraftFormat::Text => laid().plain().into_bytes(),
        DraftFormat::Json => format!("{:#}\n", json::of_draft(&draft)?).into_bytes(),
        DraftFormat::Docx => render::docx::docx(&laid(), PRINTER)?,
        DraftFormat::Pdf => {
            let printer = PRINTER.context("this program was built without documents")?;
            (printer.pdf)(&laid()).map_err(anyhow::Error::msg)?
        }
    };
    match out {
        Some(file) => std::fs::write(file, bytes).with_context(|| format!("{} cannot be written", file.display()))?,
        None => say::bytes(&bytes)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Adds a template.
pub(crate) async fn template(asked: Template) -> Result<ExitCode> {
    let Template::Add { file, programme, place } = asked;
    let text = std::fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let added =
        with(&place, &programme, async |app, cx| Ok(app::template::add(app, cx, &name, &text, cx.form_key()?).await?))
            .await?;
    say::print(&format!("{}: {} sections\n", added.key, added.sections.len()))?;
    Ok(ExitCode::SUCCESS)
}

/// Does something with an opened store and closes it.
async fn with<T>(place: &Place, programme: &str, does: impl AsyncFnOnce(&App, &Cx) -> Result<T>) -> Result<T> {
    let app = place.open().await?;
    let done = async {
        let cx = app.operator_cx(&operator(&Clock::Real), programme, say::locale()).await?;
        does(&app, &cx).await
    }
    .await;
    app.close().await;
    done
}

/// The report whose id begins so.
async fn found(app: &App, cx: &Cx, id: &str) -> Result<Uuid> {
    let page = overview(app, cx).await?;
    let mut fitting = page.releases.iter().map(|line| line.kept.id).filter(|known| known.to_string().starts_with(id));
    match (fitting.next(), fitting.next()) {
        (Some(known), None) => Ok(known),
        (None, _) => Err(anyhow!("there is no report \"{id}\"; `release list` shows those there are")),
        _ => Err(anyhow!("several reports begin with \"{id}\"; write more of the id")),
    }
}

async fn write_out(app: &App, cx: &Cx, id: &str, out: &Path) -> Result<Vec<String>> {
    let id = found(app, cx, id).await?;
    let mut files = Vec::new();
    for sum in &one(app, cx, id).await?.line.kept.says().files {
        files.push(file(app, cx, id, &sum.format).await.map_err(told_why)?);
    }
    std::fs::create_dir_all(out).with_context(|| format!("{} cannot be made", out.display()))?;
    let mut names = Vec::new();
    for (name, bytes) in files {
        let to = out.join(&name);
        std::fs::write(&to, bytes).with_context(|| format!("{} cannot be written", to.display()))?;
        names.push(name);
    }
    Ok(names)
}

/// A part that is not what it was, in a line.
fn not_whole(one: &Checked) -> String {
    let Checked { release, name, .. } = one;
    match (&one.part, one.is_missing) {
        (Part::File(format, _), _) => format!("{name}.{format} is not what was frozen (release {release})\n"),
        (Part::Release, true) => format!("{name} was locked and is missing (release {release})\n"),
        (Part::Release, false) => format!("{name}: what is said of it is not what was locked (release {release})\n"),
        (Part::Held, true) => format!("{name}: its figures, words and counts are missing (release {release})\n"),
        (Part::Held, false) => {
            format!("{name}: its figures, words and counts are not what was frozen (release {release})\n")
        }
        (Part::Told, true) => format!("{name}: what its recipient has been told is missing (release {release})\n"),
        (Part::Told, false) => {
            format!("{name}: what its recipient has been told is not what it was (release {release})\n")
        }
    }
}

fn checked_json(one: &Checked) -> Value {
    let Checked { release, name, is_whole, is_missing, .. } = one;
    let part = match &one.part {
        Part::File(format, sha256) => {
            return object!({ "release": release, "file": format!("{name}.{format}"), "sha256": sha256, "whole": is_whole });
        }
        Part::Release => "release",
        Part::Held => "held",
        Part::Told => "told",
    };
    object!({ "release": release, "name": name, "part": part, "whole": is_whole, "missing": is_missing })
}

/// The fault in one line, refusals in words.
fn told_why(fault: app::Error) -> anyhow::Error {
    let say = |refusal: &Refusal| words(say::locale()).code("refusal", refusal.code.code());
    match fault {
        app::Error::Refusal(refusal) => anyhow!("{}", say(&refusal)),
        app::Error::Refusals(all) => anyhow!("{}", all.iter().map(say).collect::<Vec<_>>().join(". ")),
        other => other.into(),
    }
}

fn row(t: &Words, line: &ReleaseLine) -> Vec<Cell> {
    let says = line.kept.says();
    vec![
        line.kept.id.to_string().into(),
        called(t, line).into(),
        t.code("addressee", says.asked.addressee.code()).into(),
        says.asked.as_of.to_string().into(),
        t.code("release-state", says.state.code()).into(),
    ]
}

fn called(t: &Words, line: &ReleaseLine) -> String {
    let says = line.kept.says();
    let title = line.template.as_ref().map_or(says.asked.template.as_str(), |one| t.locale().of(&one.title));
    t.say_with("release-name", &[("title", title.into()), ("n", says.number.into())])
}

fn told(t: &Words, page: &app::release::ReleasePage) -> String {
    let line = &page.line;
    let files = line
        .kept
        .says()
        .files
        .iter()
        .map(|sum| vec![sum.format.as_str().into(), Cell::from(sum.bytes.to_string()), sum.sha256.as_str().into()]);
    let files = Table {
        title: String::new(),
        columns: vec![Column::words("file"), Column::numbers("bytes"), Column::words("sha-256")],
        rows: files.collect(),
    };
    let sign = |shown: Option<u32>| shown.map_or_else(|| render::disclosure::WITHHELD.into(), Cell::number);
    let counts = page.frozen.says().counts.values();
    let counts = Table {
        title: String::new(),
        columns: vec![Column::words("count"), Column::numbers("shown")],
        rows: counts.map(|count| vec![count.called.as_str().into(), sign(count.shown)]).collect(),
    };
    let state = t.code("release-state", line.kept.says().state.code());
    let mut text = format!("{} ({state})\n\n{}\n{}", called(t, line), files.text(), counts.text());
    let dash = "–".to_owned();
    for one in &page.redefined {
        let now = one.now.unwrap_or(&dash);
        text.push_str(&format!("\n{}: {}\n- {}\n- {now}\n", t.say("release-redefined"), one.title, one.then));
    }
    if page.has_other_template {
        text.push_str(&format!("\n{}\n", t.say("release-other-template")));
    }
    text
}
