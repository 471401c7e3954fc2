//! What is wrong with a register, place by place, in words for the people who keep it.
//!
//! A message says what is wrong and what would be right. It never repeats a cell of a personal column, and of the others only
//! what looks like a date or a short number: a shifted row can bring a name or a CPR number into any column.

use std::fmt;

use serde::Serialize;
use serde::ser::SerializeStruct;

/// One thing wrong, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The sheet's or file's own name, trimmed, in small letters, without `.csv`.
    pub sheet: String,
    /// The row, counted as the file counts: a record is a row.
    pub row: u32,
    /// The file's own heading, trimmed, in small letters; the format's where the file has none.
    pub column: String,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A needed list is not there.
    ListMissing {
        /// Its Danish name.
        danish: &'static str,
        /// Its English name.
        english: &'static str,
    },
    /// Two sheets or files hold the same list.
    ListTwice {
        /// The name of the other one.
        other: String,
    },
    /// The list has not one row.
    ListEmpty,
    /// A needed column is not there.
    ColumnMissing {
        /// Its Danish heading.
        danish: &'static str,
        /// Its English heading.
        english: &'static str,
    },
    /// Two columns have headings that mean the same.
    ColumnTwice {
        /// The letter of the first, as a spreadsheet names it.
        first: String,
        /// The letter of the second.
        second: String,
    },
    /// A row is wider than the headings.
    TooManyCells {
        /// How many cells the row has.
        cells: usize,
        /// How many columns the headings make.
        columns: usize,
    },
    /// A quotation mark is never closed.
    QuoteLeftOpen,
    /// A needed value is not there.
    ValueMissing,
    /// The cell holds an error of the spreadsheet program, such as `#N/A`.
    SpreadsheetError,
    /// No date.
    Date {
        /// What stands there, where it may be repeated.
        given: Option<String>,
    },
    /// No whole number in the range.
    Number {
        /// What stands there, where it may be repeated.
        given: Option<String>,
        /// The lowest right number.
        from: u32,
        /// The highest right number.
        to: u32,
    },
    /// No CPR number.
    Cpr,
    /// None of the codes.
    Code {
        /// The codes, with commas.
        allowed: String,
    },
    /// An answer outside the instrument's scale.
    Scale {
        /// The answers of the scale, with commas.
        allowed: String,
    },
    /// The id stands in an earlier row.
    UsedTwice {
        /// That row.
        first: u32,
    },
    /// The item of the reading is answered in an earlier row.
    ItemTwice {
        /// That row.
        first: u32,
    },
    /// Rows of one reading say different things of it.
    ReadingDiffers {
        /// A row that says what most of its rows say.
        row: u32,
    },
    /// No row of the list has the id.
    PointsNowhere {
        /// The list's Danish name.
        list: &'static str,
    },
    /// An ending before its beginning.
    EndsBeforeBeginning {
        /// The heading of the beginning.
        beginning: &'static str,
    },
    /// A reading before the clarification of its course.
    BeforeClarification,
}

impl Fault {
    /// What is wrong and what would be right, in English.
    pub fn english(&self) -> String {
        self.wrong.to_string()
    }

    /// What is wrong and what would be right, in Danish.
    pub fn danish(&self) -> String {
        self.wrong.danish()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, row {}, {}: {}", self.sheet, self.row, self.column, self.wrong)
    }
}

/// As the command line prints it: sheet, row, column, message (in English).
impl Serialize for Fault {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fault = serializer.serialize_struct("Fault", 4)?;
        fault.serialize_field("sheet", &self.sheet)?;
        fault.serialize_field("row", &self.row)?;
        fault.serialize_field("column", &self.column)?;
        fault.serialize_field("message", &self.english())?;
        fault.end()
    }
}

/// What stands there in quotation marks, or the word for "this".
fn quoted(given: Option<&str>, this: &str) -> String {
    given.map_or_else(|| this.to_owned(), |given| format!("“{given}”"))
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ListMissing { danish, english } => {
                write!(f, "the list is missing: add a sheet or file named {danish} (or {english})")
            }
            Self::ListTwice { other } => write!(f, "this and {other} hold the same list: keep one of them"),
            Self::ListEmpty => f.write_str("the list is empty: write at least its headings"),
            Self::ColumnMissing { danish, english } => {
                write!(f, "the column is missing: add one headed {danish} (or {english})")
            }
            Self::ColumnTwice { first, second } => {
                write!(f, "columns {first} and {second} have the same heading: keep one of them")
            }
            Self::TooManyCells { cells, columns } => write!(
                f,
                "the row has {cells} cells but there are {columns} headings: put a text that holds the separator in quotation marks"
            ),
            Self::QuoteLeftOpen => f.write_str(
                "a quotation mark opens here and is never closed: close it, and write a quotation mark inside a text twice",
            ),
            Self::ValueMissing => f.write_str("a value is needed here: fill the cell in"),
            Self::SpreadsheetError => {
                f.write_str("the cell holds a spreadsheet error: correct the formula or write the value")
            }
            Self::Date { given } => {
                write!(f, "{} cannot be read as a date: write it like 2015-11-23 or 23-11-2015", quoted(given.as_deref(), "this"))
            }
            Self::Number { given, from, to } => {
                write!(f, "{} is no whole number from {from} to {to}: write one in digits", quoted(given.as_deref(), "this"))
            }
            Self::Cpr => f.write_str(
                "this is no CPR number: write ten digits that begin with a date (DDMMYY), with or without the hyphen",
            ),
            Self::Code { allowed } => write!(f, "the code is not known: write one of {allowed}"),
            Self::Scale { allowed } => write!(f, "the answer is outside the scale: write one of {allowed}"),
            Self::UsedTwice { first } => write!(f, "the id stands in row {first} already: give each row its own"),
            Self::ItemTwice { first } => {
                write!(f, "row {first} answers the same item of the same reading: keep one of the two")
            }
            Self::ReadingDiffers { row } => write!(
                f,
                "row {row} says otherwise of the same reading: give its rows one course, instrument, date and filler, or another id"
            ),
            Self::PointsNowhere { list } => write!(f, "no row of {list} has this id: correct it or add the row"),
            Self::EndsBeforeBeginning { beginning } => {
                write!(f, "this day is before the one in {beginning}: correct one of them")
            }
            Self::BeforeClarification => f.write_str(
                "the reading is dated before its course's clarification began: correct this day or afklaring_start of the course",
            ),
        }
    }
}

impl Wrong {
    /// The same in Danish.
    pub fn danish(&self) -> String {
        match self {
            Self::ListMissing { danish, .. } => {
                format!("listen mangler: tilføj et ark eller en fil med navnet {danish}")
            }
            Self::ListTwice { other } => format!("dette og {other} er den samme liste: behold den ene"),
            Self::ListEmpty => "listen er tom: skriv mindst dens overskrifter".to_owned(),
            Self::ColumnMissing { danish, .. } => format!("kolonnen mangler: tilføj en med overskriften {danish}"),
            Self::ColumnTwice { first, second } => {
                format!("kolonne {first} og {second} har samme overskrift: behold den ene")
            }
            Self::TooManyCells { cells, columns } => format!(
                "rækken har {cells} celler, men der er {columns} overskrifter: sæt en tekst, der rummer skilletegnet, i anførselstegn"
            ),
            Self::QuoteLeftOpen => {
                "et anførselstegn begynder her og slutter aldrig: luk det, og skriv et anførselstegn inde i en tekst to gange"
                    .to_owned()
            }
            Self::ValueMissing => "her skal stå noget: udfyld cellen".to_owned(),
            Self::SpreadsheetError => "cellen viser en regnearksfejl: ret formlen, eller skriv værdien".to_owned(),
            Self::Date { given } => format!(
                "{} kan ikke læses som en dato: skriv den som 2015-11-23 eller 23-11-2015",
                quoted(given.as_deref(), "dette")
            ),
            Self::Number { given, from, to } => {
                format!("{} er ikke et helt tal fra {from} til {to}: skriv et med cifre", quoted(given.as_deref(), "dette"))
            }
            Self::Cpr => {
                "det er ikke et cpr-nummer: skriv ti cifre, der begynder med en dato (DDMMÅÅ), med eller uden bindestreg"
                    .to_owned()
            }
            Self::Code { allowed } => format!("koden er ikke kendt: skriv en af {allowed}"),
            Self::Scale { allowed } => format!("svaret er uden for skalaen: skriv et af {allowed}"),
            Self::UsedTwice { first } => format!("id'et står allerede i række {first}: giv hver række sit eget"),
            Self::ItemTwice { first } => {
                format!("række {first} besvarer det samme punkt i den samme måling: behold den ene")
            }
            Self::ReadingDiffers { row } => format!(
                "række {row} siger noget andet om den samme måling: giv dens rækker samme forløb, instrument, dato og udfylder, eller et andet id"
            ),
            Self::PointsNowhere { list } => {
                format!("ingen række i {list} har dette id: ret det, eller tilføj rækken")
            }
            Self::EndsBeforeBeginning { beginning } => {
                format!("dagen ligger før den i {beginning}: ret den ene af dem")
            }
            Self::BeforeClarification => {
                "målingen er dateret før forløbets afklaring begyndte: ret dagen her eller forløbets afklaring_start"
                    .to_owned()
            }
        }
    }
}
