//! `brobygger release`: the reports that were frozen, and whether their bytes are whole. `brobygger template`: what reports are made of.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};
use app::release::{Checked, Part, ReleaseLine, file, one, overview, verify};
use app::{App, Cx};
use render::table::{Cell, Column, Table};
use render::{Words, words};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::cli::{Place, Release, Template};
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
            let all: Vec<Value> = page.releases.iter().map(shown).collect();
            say::either(format, &table.text(), &json!({ "releases": all }))?;
        }
        Release::Show { id, programme, place, format } => {
            let page =
                with(&place, &programme, async |app, cx| Ok(one(app, cx, found(app, cx, &id).await?).await?)).await?;
            let mut document = shown(&page.line);
            let counts: Vec<Value> = page
                .frozen
                .says()
                .counts
                .iter()
                .map(|(key, count)| json!({ "key": key, "called": count.called, "count": count.shown }))
                .collect();
            if let Some(fields) = document.as_object_mut() {
                fields.insert("counts".to_owned(), counts.into());
                fields.insert("texts".to_owned(), json!(page.frozen.says().texts));
                fields.insert("definitions".to_owned(), json!(page.frozen.says().definitions));
                let changed =
                    page.redefined.iter().map(|one| json!({ "figure": one.title, "then": one.then, "now": one.now }));
                fields.insert("definitions_changed_since".to_owned(), changed.collect());
                fields.insert("template_changed_since".to_owned(), json!(page.has_other_template));
            }
            say::either(format, &told(words(say::locale()), &page), &document)?;
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
            say::either(format, &text, &json!({ "files": files, "parts": parts, "broken": broken }))?;
            return Ok(if broken == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        Release::Reproduce { id, programme, out, place } => {
            let names = with(&place, &programme, async |app, cx| write_out(app, cx, &id, &out).await).await?;
            say::print(&names.iter().map(|name| format!("{name}\n")).collect::<String>())?;
        }
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
            return json!({ "release": release, "file": format!("{name}.{format}"), "sha256": sha256, "whole": is_whole });
        }
        Part::Release => "release",
        Part::Held => "held",
        Part::Told => "told",
    };
    json!({ "release": release, "name": name, "part": part, "whole": is_whole, "missing": is_missing })
}

/// The fault in one line, a refusal in words.
fn told_why(fault: app::Error) -> anyhow::Error {
    match fault {
        app::Error::Refusal(refusal) => anyhow!("{}", words(say::locale()).code("refusal", refusal.code.code())),
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

fn shown(line: &ReleaseLine) -> Value {
    let says = line.kept.says();
    json!({
        "id": line.kept.id,
        "template": says.asked.template,
        "number": says.number,
        "for": says.asked.addressee,
        "as_of": says.asked.as_of,
        "from": says.asked.from,
        "to": says.asked.to,
        "state": says.state,
        "withheld": says.withheld,
        "corrects": says.corrects.as_ref().map(|(id, what)| json!({ "id": id, "what": what })),
        "files": says.files,
        "sent": says.sent,
    })
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
