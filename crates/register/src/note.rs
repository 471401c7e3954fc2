//! What was left out or not found without being a fault.

use std::fmt;

use serde::Serialize;

/// One remark, with the sheet it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// The sheet's or file's own name, trimmed, in small letters; the format's where there is none.
    pub sheet: String,
    /// What is remarked.
    pub remark: Remark,
}

/// What can be remarked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Remark {
    /// A sheet or file that is none of the lists was left out.
    UnknownSheet,
    /// A column of the team's own was left out.
    UnknownColumn {
        /// Its heading, trimmed, in small letters, at most 60 characters.
        heading: String,
    },
    /// Cells in a column without heading were left out.
    ColumnWithoutHeading {
        /// Its letter, as a spreadsheet names it.
        letter: String,
    },
    /// Empty rows between others were skipped.
    EmptyRows {
        /// How many.
        count: u32,
    },
    /// Rows above the headings were skipped.
    RowsAboveHeadings {
        /// How many.
        count: u32,
    },
    /// A list that may be absent is.
    ListAbsent,
}

impl Note {
    /// The remark in Danish.
    pub fn danish(&self) -> String {
        match &self.remark {
            Remark::UnknownSheet => "er ingen af registrets lister og er udeladt".to_owned(),
            Remark::UnknownColumn { heading } => format!("kolonnen \"{heading}\" er ikke kendt og er udeladt"),
            Remark::ColumnWithoutHeading { letter } => format!("kolonne {letter} har ingen overskrift og er udeladt"),
            Remark::EmptyRows { count } => format!("{count} tomme rækker er sprunget over"),
            Remark::RowsAboveHeadings { count } => format!("{count} rækker over overskrifterne er sprunget over"),
            Remark::ListAbsent => "listen er ikke med".to_owned(),
        }
    }
}

/// In English, after the sheet's name.
impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.sheet)?;
        match &self.remark {
            Remark::UnknownSheet => f.write_str("is none of the register's lists and was left out"),
            Remark::UnknownColumn { heading } => write!(f, "column \"{heading}\" is not known and was left out"),
            Remark::ColumnWithoutHeading { letter } => write!(f, "column {letter} has no heading and was left out"),
            Remark::EmptyRows { count } => write!(f, "{count} empty rows were skipped"),
            Remark::RowsAboveHeadings { count } => write!(f, "{count} rows above the headings were skipped"),
            Remark::ListAbsent => f.write_str("the list is not there"),
        }
    }
}
