//! Judges figures that come as lines of JSON: what `proofs/disclosure` attacks.
//!
//! In: `{"below", "cells": [[key, count]], "sums": [[total, [part]]], "grows": [[key, series]], "adds_up": [[key, series]], "audience"?, "forget"?}`; releases to the
//! same audience follow each other until one says `forget`. Out: `{"shown": [count or null], "narrowed": [key], "is_unproven",
//! "milliseconds"}`; the time is the processor's, so that what else the machine does is not counted.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};

use domain::disclosure::{Figures, Ledger};
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
struct Asked {
    below: u32,
    cells: Vec<(String, u32)>,
    sums: Vec<(String, Vec<String>)>,
    #[serde(default)]
    grows: Vec<(String, String)>,
    #[serde(default)]
    adds_up: Vec<(String, String)>,
    #[serde(default)]
    audience: String,
    #[serde(default)]
    forget: bool,
}

/// Seconds that this thread has had of a processor, as Linux tells.
fn processor() -> Result<f64, Box<dyn std::error::Error>> {
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat")?;
    let nanoseconds: f64 = spent.split(' ').next().unwrap_or_default().parse()?;
    Ok(nanoseconds / 1e9)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut ledgers: BTreeMap<String, Ledger> = BTreeMap::new();
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let asked: Asked = serde_json::from_str(&line?)?;
        let mut figures = Figures::new();
        for (key, count) in &asked.cells {
            figures.print(key, *count)?;
        }
        for (total, parts) in &asked.sums {
            figures.sum(total, &parts.iter().map(String::as_str).collect::<Vec<_>>())?;
        }
        for (key, series) in &asked.grows {
            figures.grows(key, series)?;
        }
        for (key, series) in &asked.adds_up {
            figures.adds_up(key, series)?;
        }
        if asked.forget {
            ledgers.clear();
        }
        let ledger = ledgers.entry(asked.audience.clone()).or_insert_with(|| Ledger::of(asked.audience));
        let begun = processor()?;
        let release = figures.release(asked.below, ledger, &[]);
        let milliseconds = (processor()? - begun) * 1e3;
        let shown: Vec<Option<u32>> = release.cells().iter().map(|cell| cell.count).collect();
        let told = json!({
            "shown": shown,
            "narrowed": release.narrowed(),
            "is_unproven": release.is_unproven(),
            "milliseconds": milliseconds,
        });
        *ledger = release.ledger().clone();
        writeln!(out, "{told}")?;
        out.flush()?;
    }
    Ok(())
}
