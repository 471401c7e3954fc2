//! Programmes, instruments and templates of reports as files: read once at the edge, every fault named with its line and what would be right.
//!
//! To add a key: take it in `file/programme.rs`, `file/instrument.rs` or `file/template.rs`.

pub mod instrument;
pub mod programme;
mod section;
pub mod template;

use std::cell::RefCell;
use std::fmt;

use toml::de::DeTable;

use self::section::Section;

/// One thing wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileFault {
    /// The file's name, as given.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, and what would be right.
    pub message: String,
}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// Reads a file by way of `read`, which may refuse by noting faults.
fn parse<T>(file: &str, text: &str, read: impl FnOnce(&mut Section<'_>) -> Option<T>) -> Result<T, Vec<FileFault>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let source = Source { file, text, faults: RefCell::default() };
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        for error in errors {
            source.fault(error.span().map_or(0, |span| span.start), format!("not valid TOML: {}", error.message()));
        }
        return Err(source.into_faults());
    }
    let mut root = Section { source: &source, name: "the file", start: 0, table: table.get_ref(), taken: Vec::new() };
    let value = read(&mut root);
    root.finish();
    match value {
        Some(value) if source.faults.borrow().is_empty() => Ok(value),
        _ => Err(source.into_faults()),
    }
}

/// The text of a file, and what was found wrong in it so far.
struct Source<'t> {
    file: &'t str,
    text: &'t str,
    faults: RefCell<Vec<FileFault>>,
}

impl Source<'_> {
    fn fault(&self, at: usize, message: String) {
        let before = self.text.as_bytes().get(..at).unwrap_or(self.text.as_bytes());
        let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
        self.faults.borrow_mut().push(FileFault { file: self.file.to_owned(), line, message });
    }

    fn into_faults(self) -> Vec<FileFault> {
        let mut faults = self.faults.into_inner();
        faults.sort();
        faults.dedup();
        faults
    }
}
