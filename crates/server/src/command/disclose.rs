//! `brobygger disclose`: a table through the disclosure control. Needs no store.

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use domain::disclosure::{Figures, Ledger, Release};
use register::Counts;
use render::disclosure::{WITHHELD, explained, note};
use render::table::{Cell, Column, Table};
use render::words;
use serde_json::json;

use crate::cli::{Disclose, Format};
use crate::say;

/// Labels that most often name a total.
const USUAL: [&str; 6] = ["i alt", "ialt", "total", "sum", "alle", "all"];

/// Prints the table as it may leave.
pub(crate) fn run(asked: &Disclose) -> Result<ExitCode> {
    let name = asked.table.display();
    let bytes = std::fs::read(&asked.table).with_context(|| format!("{name} cannot be read"))?;
    let counts = Counts::read(&bytes).with_context(|| name.to_string())?;
    let totals = Totals::of(&counts, asked).with_context(|| name.to_string())?;
    let figures = figures(&counts, &totals).with_context(|| name.to_string())?;
    let release = figures.release(asked.below, &Ledger::default(), &[]);
    if release.is_unproven() {
        eprintln!("{}", words(say::locale()).say("disclosure-unproven"));
    }
    if asked.explain {
        for gives in release.explain() {
            eprintln!("{}", explained(&gives, say::locale()));
        }
    }
    say::print(&written(&counts, &release, asked.format))?;
    Ok(ExitCode::SUCCESS)
}

/// Which row and which column hold totals.
struct Totals {
    row: Option<usize>,
    column: Option<usize>,
}

impl Totals {
    fn of(counts: &Counts, asked: &Disclose) -> Result<Self> {
        let rows: Vec<&str> = counts.rows.iter().map(|(label, _)| label.as_str()).collect();
        let columns: Vec<&str> = counts.columns.iter().map(String::as_str).collect();
        if asked.no_totals {
            return Ok(Self { row: None, column: None });
        }
        if asked.totals.is_empty() {
            if let Some(label) = looks_like_a_total(counts, &rows, &columns) {
                bail!("“{label}” looks like a total: name it with --total \"{label}\", or say --no-totals");
            }
            return Ok(Self { row: None, column: None });
        }
        for label in &asked.totals {
            if !rows.iter().chain(&columns).any(|own| is_same(own, label)) {
                bail!("no row or column is labelled “{label}”");
            }
        }
        let one = |labels: &[&str]| -> Result<Option<usize>> {
            let is_total = |label: &str| asked.totals.iter().any(|total| is_same(label, total));
            let mut found = labels.iter().enumerate().filter(|(_, label)| is_total(label)).map(|(at, _)| at);
            let first = found.next();
            if found.next().is_some() {
                bail!("several rows, or several columns, are named as totals: one of each can be");
            }
            Ok(first)
        };
        Ok(Self { row: one(&rows)?, column: one(&columns)? })
    }
}

fn is_same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// A total that is not named would leave its parts unguarded.
fn looks_like_a_total(counts: &Counts, rows: &[&str], columns: &[&str]) -> Option<String> {
    let is_usual = |label: &&&str| USUAL.iter().any(|usual| is_same(label, usual));
    if let Some(label) = rows.iter().chain(columns).find(is_usual) {
        return Some((*label).to_owned());
    }
    let by_row: Vec<Vec<u32>> = counts.rows.iter().map(|(_, counts)| counts.clone()).collect();
    let by_column: Vec<Vec<u32>> =
        (0..columns.len()).map(|at| by_row.iter().filter_map(|row| row.get(at).copied()).collect()).collect();
    let found = sum_of_the_others(&by_row).and_then(|at| rows.get(at));
    found.or_else(|| sum_of_the_others(&by_column).and_then(|at| columns.get(at))).map(|label| (*label).to_owned())
}

/// The line that is in every place the sum of all the others.
fn sum_of_the_others(lines: &[Vec<u32>]) -> Option<usize> {
    let adds_up = |at: &usize| {
        let line = lines.get(*at).map_or(&[][..], Vec::as_slice);
        line.iter().enumerate().all(|(place, count)| {
            let others =
                lines.iter().enumerate().filter(|(other, _)| other != at).filter_map(|(_, line)| line.get(place));
            others.map(|count| u64::from(*count)).sum::<u64>() == u64::from(*count)
        }) && line.iter().any(|count| *count > 0)
    };
    (0..lines.len()).find(|at| lines.len() > 2 && adds_up(at))
}

fn key(row: &str, column: &str) -> String {
    format!("{row} × {column}")
}

fn figures(counts: &Counts, totals: &Totals) -> Result<Figures> {
    let mut figures = Figures::new();
    for (row, cells) in &counts.rows {
        for (column, count) in counts.columns.iter().zip(cells) {
            figures.print(key(row, column), *count)?;
        }
    }
    let rows: Vec<&String> = counts.rows.iter().map(|(label, _)| label).collect();
    let columns: Vec<&String> = counts.columns.iter().collect();
    if let Some(total) = totals.column {
        for row in &rows {
            add_sum(&mut figures, &columns, total, |column| key(row, column))?;
        }
    }
    if let Some(total) = totals.row {
        for column in &columns {
            add_sum(&mut figures, &rows, total, |row| key(row, column))?;
        }
    }
    Ok(figures)
}

fn add_sum(figures: &mut Figures, labels: &[&String], total: usize, key: impl Fn(&str) -> String) -> Result<()> {
    let keys: Vec<String> = labels.iter().map(|label| key(label)).collect();
    let parts: Vec<&str> =
        keys.iter().enumerate().filter(|(at, _)| *at != total).map(|(_, key)| key.as_str()).collect();
    let whole = keys.get(total).map_or("", String::as_str);
    Ok(figures.sum(whole, &parts)?)
}

fn written(counts: &Counts, release: &Release, format: Format) -> String {
    let note = note(release, say::locale());
    let shown = |row: &str, column: &str| release.count(&key(row, column));
    let cells = |row: &str| counts.columns.iter().map(|column| shown(row, column)).collect::<Vec<_>>();
    if format == Format::Json {
        let rows: Vec<_> = counts.rows.iter().map(|(row, _)| json!({"label": row, "counts": cells(row)})).collect();
        let told = json!({
            "columns": counts.columns,
            "rows": rows,
            "withheld": release.withheld(),
            "below": release.below(),
            "rule": "R19",
            "note": note,
        });
        return format!("{told:#}\n");
    }
    let sign = |count: Option<u32>| count.map_or_else(|| WITHHELD.into(), Cell::number);
    let mut columns = vec![Column::words(counts.corner.clone())];
    columns.extend(counts.columns.iter().map(Column::numbers));
    let row =
        |label: &String| std::iter::once(label.clone().into()).chain(cells(label).into_iter().map(sign)).collect();
    let mut rows: Vec<Vec<Cell>> = counts.rows.iter().map(|(label, _)| row(label)).collect();
    if format == Format::Csv {
        if !note.is_empty() {
            let empty = counts.columns.iter().map(|_| Cell::from(""));
            rows.push(std::iter::once(note.into()).chain(empty).collect());
        }
        return Table { title: String::new(), columns, rows }.csv();
    }
    let table = Table { title: String::new(), columns, rows }.text();
    if note.is_empty() { table } else { format!("{table}\n{note}\n") }
}
