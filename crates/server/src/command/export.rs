//! `brobygger export`: what may leave the team as rows.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use app::research::{Wish, fetch, make, page, unpacked};
use app::view::research::{Given, ResearchPage};
use app::{App, Cx, Error};
use domain::personal::Personal;
use domain::refusal::{Code, Refusal};
use render::table::{Cell, Column, Table};
use render::words;
use serde_json::{Value, json};

use super::serve::PRINTER;
use crate::cli::{Export, Research};
use crate::clock::Clock;
use crate::open::operator;
use crate::say;

/// Exports.
pub(crate) async fn run(asked: Export) -> Result<ExitCode> {
    let Export::Research(asked) = asked;
    let app = asked.place.open().await?;
    let done = research(&app, &asked).await;
    app.close().await;
    let (text, document) = done?;
    say::either(asked.format, &text, &document)?;
    Ok(ExitCode::SUCCESS)
}

async fn research(app: &App, asked: &Research) -> Result<(String, Value)> {
    let cx = app.operator_cx(&operator(&Clock::Real), &asked.programme, say::locale()).await?;
    let (Some(to), Some(purpose), Some(out)) = (&asked.to, &asked.purpose, &asked.out) else {
        return Ok(listed(&page(app, &cx).await?));
    };
    // Before anything is made: a package that is kept and cannot be written was given to nobody.
    let is_zip = out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
    can_be_written(out, is_zip)?;
    let (recipient, purpose) = (Personal::new(to.clone()), Personal::new(purpose.clone()));
    let wish = Wish { recipient, purpose, as_of: Ok(asked.as_of) };
    let once = cx.form_key()?;
    let id = match make(app, &cx, &wish, PRINTER, once).await {
        Err(Error::Refusals(refusals)) => return Err(refused(app, &cx, &refusals).await?),
        made => made?,
    };
    let zip = fetch(app, &cx, id).await?.into_revealed();
    let files = unpacked(&zip)?;
    if is_zip {
        std::fs::write(out, &zip).with_context(|| format!("{} cannot be written", out.display()))?;
    } else {
        std::fs::create_dir_all(out).with_context(|| format!("the folder {}", out.display()))?;
        for file in &files {
            let path = out.join(&file.name);
            std::fs::write(&path, &file.bytes).with_context(|| format!("{} cannot be written", path.display()))?;
        }
    }
    let page = page(app, &cx).await?;
    let one = page.packages.iter().find(|one| one.id == id).context("the package is not in the list")?;
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let text = format!(
        "{} rows, {} left out because too few look like them; written to {}: {}.\nSHA-256 of the package: {}\n",
        one.persons,
        one.suppressed,
        out.display(),
        names.join(", "),
        one.hash
    );
    Ok((text, json!({ "package": shown(one), "files": names, "out": out.display().to_string() })))
}

fn can_be_written(out: &Path, is_zip: bool) -> Result<()> {
    if is_zip && out.exists() {
        bail!("{} is there already; choose another name", out.display());
    }
    let is_filled = !is_zip && out.read_dir().is_ok_and(|mut entries| entries.next().is_some());
    if is_filled || (!is_zip && out.is_file()) {
        bail!("{} is not an empty folder; choose another", out.display());
    }
    Ok(())
}

/// Why there is no package, in one line, with the numbers where it is for the numbers.
async fn refused(app: &App, cx: &Cx, refusals: &[Refusal]) -> Result<anyhow::Error> {
    let t = words(cx.locale);
    let option = |field: &str| match field {
        "modtager" => "--to: ",
        "formaal" => "--purpose: ",
        "dag" => "--as-of: ",
        _ => "",
    };
    let mut lines: Vec<String> = refusals
        .iter()
        .map(|refusal| format!("{}{}", option(refusal.field), t.code("refusal", refusal.code.code())))
        .collect();
    if refusals.iter().any(|refusal| refusal.code == Code::TooFewForResearch) {
        let page = page(app, cx).await?;
        let ready = t.say_with("research-ready", &[("n", page.agreed.into())]);
        lines.push(format!("{ready} {}", t.say_with("research-needed", &[("n", page.needed.into())])));
    }
    Ok(anyhow!("{}", lines.join(". ")))
}

fn listed(page: &ResearchPage) -> (String, Value) {
    let table = Table {
        title: String::new(),
        columns: vec![
            Column::words("made"),
            Column::words("as of"),
            Column::words("recipient"),
            Column::words("purpose"),
            Column::numbers("persons"),
            Column::words("to be deleted"),
        ],
        rows: page.packages.iter().map(row).collect(),
    };
    let text = if page.packages.is_empty() { "No package has been made.\n".to_owned() } else { table.text() };
    let packages: Vec<Value> = page.packages.iter().map(shown).collect();
    (text, json!({ "agreed": page.agreed, "needed": page.needed, "packages": packages }))
}

fn row(one: &Given) -> Vec<Cell> {
    vec![
        one.at.format("%Y-%m-%d %H:%M").to_string().into(),
        one.as_of.to_string().into(),
        one.recipient.reveal().as_str().into(),
        one.purpose.reveal().as_str().into(),
        Cell::number(u32::try_from(one.persons).unwrap_or(u32::MAX)),
        one.recalled.join(" ").into(),
    ]
}

fn shown(one: &Given) -> Value {
    json!({
        "id": one.id,
        "made": one.at.format("%Y-%m-%dT%H:%M").to_string(),
        "as_of": one.as_of,
        "by": one.by.reveal(),
        "recipient": one.recipient.reveal(),
        "purpose": one.purpose.reveal(),
        "persons": one.persons,
        "suppressed": one.suppressed,
        "sha256": one.hash,
        "to_be_deleted": one.recalled,
        "told": one.told.map(|(persons, on)| json!({ "persons": persons, "on": on })),
    })
}
