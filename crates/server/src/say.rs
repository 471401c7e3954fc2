//! What a command says: lines for people, or one JSON document.

use std::io::{self, Write};

use anyhow::{Context, Result};
use render::Locale;
use serde_json::Value;

use crate::cli::Plain;

/// Writes to standard output. A reader that has gone (such as `head`) is no failure.
pub(crate) fn print(text: &str) -> Result<()> {
    bytes(text.as_bytes())
}

/// Writes a file's bytes to standard output.
pub(crate) fn bytes(bytes: &[u8]) -> Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(fault) if fault.kind() != io::ErrorKind::BrokenPipe => Err(fault).context("standard output"),
        _ => Ok(()),
    }
}

/// One JSON document.
pub(crate) fn json(value: &Value) -> Result<()> {
    print(&format!("{value:#}\n"))
}

/// Either, as asked.
pub(crate) fn either(format: Plain, text: &str, value: &Value) -> Result<()> {
    match format {
        Plain::Text => print(text),
        Plain::Json => json(value),
    }
}

/// The language of the locale: Danish where it is Danish, else English.
pub(crate) fn locale() -> Locale {
    let set =
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    match set {
        Some(locale) if locale.to_lowercase().starts_with("da") => Locale::Da,
        _ => Locale::En,
    }
}
