//! Where a register comes from: a folder of CSV files or a workbook, as bytes.

use std::fs;
use std::path::Path;

use crate::LARGEST_FILE;
use crate::error::ReadError;

/// The bytes of a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// File names (with their ending) and contents.
    Folder(Vec<(String, Vec<u8>)>),
    /// A workbook.
    Workbook(Vec<u8>),
}

impl Source {
    /// Loads a workbook, a folder of CSV files, or a folder with one workbook in it.
    ///
    /// # Errors
    ///
    /// Every variant of [`ReadError`] but the faults.
    pub fn load(path: &Path) -> Result<Self, ReadError> {
        if !path.is_dir() {
            return if fs::metadata(path)?.len() == 0 || is_workbook(&name(path)) || is_old_workbook(&name(path)) {
                Ok(Self::Workbook(bytes(path)?))
            } else {
                Err(ReadError::NotARegister)
            };
        }
        let mut files = Vec::new();
        for entry in fs::read_dir(path)? {
            let file = entry?.path();
            // Excel keeps a hidden `~$…` file beside an open workbook.
            if file.is_file() && !name(&file).starts_with(['.', '~']) {
                files.push(file);
            }
        }
        files.sort();
        let workbooks: Vec<_> = files.iter().filter(|file| is_workbook(&name(file))).collect();
        let tables: Vec<_> = files.iter().filter(|file| is_table(&name(file))).collect();
        match (workbooks.as_slice(), tables.is_empty()) {
            ([workbook], true) => Ok(Self::Workbook(bytes(workbook)?)),
            ([], true) => Err(ReadError::EmptyFolder),
            ([], false) => {
                let read = |file: &std::path::PathBuf| Ok((name(file), bytes(file)?));
                tables.into_iter().map(read).collect::<Result<_, ReadError>>().map(Self::Folder)
            }
            _ => Err(ReadError::SeveralRegisters),
        }
    }
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn has_ending(name: &str, endings: &[&str]) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| endings.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

fn is_workbook(name: &str) -> bool {
    has_ending(name, &["xlsx", "xlsm"])
}

fn is_old_workbook(name: &str) -> bool {
    has_ending(name, &["xls"])
}

/// Whether a file of this name is read as CSV.
fn is_table(name: &str) -> bool {
    has_ending(name, &["csv", "tsv"])
}

fn bytes(path: &Path) -> Result<Vec<u8>, ReadError> {
    if fs::metadata(path)?.len() > LARGEST_FILE {
        return Err(ReadError::TooLarge);
    }
    Ok(fs::read(path)?)
}
