//! Why a register was not read.

use std::io;

use crate::fault::Fault;

/// Why there is no register. No message repeats a cell.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The file or folder cannot be opened.
    #[error("the register cannot be opened: {0}")]
    Io(#[from] io::Error),
    /// Neither a workbook nor a folder.
    #[error("the register must be an .xlsx workbook or a folder of CSV files")]
    NotARegister,
    /// A folder without CSV files and without a workbook.
    #[error("the folder holds neither CSV files nor an .xlsx workbook")]
    EmptyFolder,
    /// A folder with several workbooks, or with CSV files and a workbook.
    #[error("the folder holds more than one register: leave one workbook, or only CSV files")]
    SeveralRegisters,
    /// A workbook with a password.
    #[error("the workbook is locked with a password: save it without one")]
    PasswordProtected,
    /// A workbook of Excel 97-2003.
    #[error("the workbook is in the old .xls format: save it as .xlsx")]
    OldWorkbook,
    /// A workbook that cannot be read.
    #[error("the workbook is damaged or is no .xlsx file: open it in Excel and save it again")]
    BrokenWorkbook,
    /// Unpacked larger than any register.
    #[error("the file is too large for a register: at most {} MiB, or {} MiB unpacked", crate::LARGEST_FILE >> 20, crate::LARGEST_UNPACKED >> 20)]
    TooLarge,
    /// Every fault of the register, by list and row.
    #[error("the register has {} faults", .0.len())]
    Faults(Vec<Fault>),
}

impl ReadError {
    /// The message in Danish.
    pub fn danish(&self) -> String {
        match self {
            Self::Io(_) => "registret kan ikke åbnes".to_owned(),
            Self::NotARegister => "registret skal være en .xlsx-projektmappe eller en mappe med CSV-filer".to_owned(),
            Self::EmptyFolder => "mappen rummer hverken CSV-filer eller en .xlsx-projektmappe".to_owned(),
            Self::SeveralRegisters => {
                "mappen rummer mere end ét register: lad én projektmappe stå, eller kun CSV-filer".to_owned()
            }
            Self::PasswordProtected => "projektmappen er låst med en adgangskode: gem den uden".to_owned(),
            Self::OldWorkbook => "projektmappen er i det gamle .xls-format: gem den som .xlsx".to_owned(),
            Self::BrokenWorkbook => {
                "projektmappen er beskadiget eller er ikke en .xlsx-fil: åbn den i Excel, og gem den igen".to_owned()
            }
            Self::TooLarge => format!(
                "filen er for stor til at være et register: højst {} MiB, eller {} MiB udpakket",
                crate::LARGEST_FILE >> 20,
                crate::LARGEST_UNPACKED >> 20
            ),
            Self::Faults(faults) => format!("registret har {} fejl", faults.len()),
        }
    }
}
