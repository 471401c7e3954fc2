//! A small register without fault, to change one thing in.

use register::fault::Fault;
use register::{ReadError, Register, Source};

use crate::rules::read;

/// Lists as rows of cells, the headings first.
#[derive(Clone)]
pub(crate) struct Team(pub(crate) Vec<(&'static str, Vec<Vec<String>>)>);

fn rows(text: &str) -> Vec<Vec<String>> {
    text.trim().lines().map(|line| line.trim().split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

/// Two citizens with a course each.
pub(crate) fn team() -> Team {
    Team(vec![
        (
            "borgere",
            rows(
                "borger_id | alias | navn | cpr | koen | foedselsaar | telefon | adressebeskyttelse | sikker_kontakt
                 B1 | Ask | Signe Holm | 010285-1234 | kvinde | 1985 | 20 30 40 50 | ja | ingen_sms, ikke_hjemme
                 B2 | | | | | | | |",
            ),
        ),
        (
            "henvendelser",
            rows(
                "henvendelse_id | dato | kanal | henviser | borger_id | oensker_forloeb | forskning_samtykke | viderehenvist_til | note
                 H1 | 2015-01-02 | samarbejdspartner | Reden | B1 | ja | nej | | Ringede selv
                 H2 | 2015-01-03 | | | | | | LivaRehab |",
            ),
        ),
        (
            "forloeb",
            rows(
                "forloeb_id | borger_id | afklaring_start | afklaring_slut | afklaring_aarsag | afsluttet | afslutningsaarsag | medarbejder
                 F1 | B1 | 05-01-2015 | | | 05/01-16 | Planmæssig | mette
                 F2 | B2 | 05.02.2015 | 2015-03-01 | Ville ikke | | |",
            ),
        ),
        (
            "maalinger",
            rows(
                "maaling_id | forloeb_id | instrument | dato | punkt | svar | udfyldt_af | note
                 M1 | F1 | stjerne | 2015-02-01 | tryghed | ikke_relevant | sammen |
                 M2 | F1 | who-5 | 2015-02-01 | 1 | 0 | borger |
                 M1 | F1 | stjerne | 2015-02-01 | bolig | 10 | sammen | Egen lejlighed
                 M3 | F1 | formaal | 2015-02-01 | formaal | bedre_livssituation | |
                 M2 | F1 | who-5 | 2015-02-01 | 5 | | borger |",
            ),
        ),
        (
            "maal",
            rows(
                "maal_id | forloeb_id | oprettet | omraade | tekst | status | status_dato
                 G1 | F1 | 2015-02-02 | bolig | Egen bolig | naaet | 2015-06-01
                 G2 | F1 | 2015-02-02 | | | |",
            ),
        ),
        (
            "kontakter",
            rows(
                "forloeb_id | dato | type | sted | med | minutter | tekst
                 F1 | 2015-02-03 | moede | ude | borger | 45 | Gik en tur",
            ),
        ),
        (
            "henvisninger",
            rows(
                "forloeb_id | dato | partner | omraade | samtykke | status | status_dato
                 F1 | 2015-02-04 | Gældsrådgivningen | oekonomi | ja | i_gang | 2015-02-20",
            ),
        ),
        ("medarbejdere", rows("brugernavn | navn | fra | til\n mette | Mette Lund | 2013-01-01 | 2017-01-31")),
        (
            "skridt",
            rows(
                "forloeb_id | oprettet | tekst | dato | hvem | gjort
                 F1 | 2015-02-03 | Ringe til udlejer | 2015-02-10 | sammen | 2015-02-09",
            ),
        ),
        (
            "begivenheder",
            rows(
                "forloeb_id | dato | type | fase | omraade | note
                 F1 | 2015-06-01 | faseskift | 2 | |
                 F1 | 2015-06-01 | fokusomraade | 2 | tryghed | Aftalt",
            ),
        ),
        (
            "opfoelgninger",
            rows(
                "forloeb_id | forfald | dato | svar | note
                 F1 | 2015-04-01 | 2015-04-02 | udsat | Syg",
            ),
        ),
    ])
}

impl Team {
    /// The same with another text in a cell; the heading is row 1.
    pub(crate) fn with(mut self, sheet: &str, row: usize, column: &str, text: &str) -> Self {
        let list = self.0.iter_mut().find(|(name, _)| *name == sheet).unwrap();
        let place = list.1[0].iter().position(|heading| heading == column).unwrap();
        text.clone_into(&mut list.1[row - 1][place]);
        self
    }

    /// The same without a list.
    pub(crate) fn without(mut self, sheet: &str) -> Self {
        self.0.retain(|(name, _)| *name != sheet);
        self
    }

    /// The same without a column.
    pub(crate) fn without_column(mut self, sheet: &str, column: &str) -> Self {
        let list = self.0.iter_mut().find(|(name, _)| *name == sheet).unwrap();
        let place = list.1[0].iter().position(|heading| heading == column).unwrap();
        for row in &mut list.1 {
            row.remove(place);
        }
        self
    }

    /// As a folder of CSV files.
    pub(crate) fn folder(&self) -> Source {
        self.folder_with(";", "\r\n")
    }

    /// As a folder with this separator and these line ends.
    pub(crate) fn folder_with(&self, separator: &str, line_end: &str) -> Source {
        let file = |(name, rows): &(&str, Vec<Vec<String>>)| (format!("{name}.csv"), csv(rows, separator, line_end));
        Source::Folder(self.0.iter().map(file).collect())
    }

    /// As a workbook, every cell a text.
    pub(crate) fn workbook(&self) -> rust_xlsxwriter::Workbook {
        let mut book = rust_xlsxwriter::Workbook::new();
        for (name, rows) in &self.0 {
            let sheet = book.add_worksheet().set_name(*name).unwrap();
            for (row, cells) in (0..).zip(rows) {
                for (column, cell) in (0..).zip(cells) {
                    sheet.write(row, column, cell).unwrap();
                }
            }
        }
        book
    }
}

fn csv(rows: &[Vec<String>], separator: &str, line_end: &str) -> Vec<u8> {
    let cell = |cell: &String| {
        if cell.contains(['"', ';', ',', '\t', '\n']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(separator) + line_end;
    rows.iter().map(line).collect::<String>().into_bytes()
}

/// The register, which has no fault.
pub(crate) fn whole(source: &Source) -> Register {
    match read(source) {
        Ok(register) => register,
        Err(ReadError::Faults(faults)) => panic!("{faults:#?}"),
        Err(error) => panic!("{error}"),
    }
}

/// Every fault of a register.
pub(crate) fn faults(source: &Source) -> Vec<Fault> {
    match read(source) {
        Err(ReadError::Faults(faults)) => faults,
        Err(error) => panic!("{error}"),
        Ok(_) => Vec::new(),
    }
}

/// The places of every fault.
pub(crate) fn places(source: &Source) -> Vec<(String, u32, String)> {
    faults(source).into_iter().map(|fault| (fault.sheet, fault.row, fault.column)).collect()
}

/// A place as [`places`] gives it.
pub(crate) fn at(sheet: &str, row: u32, column: &str) -> (String, u32, String) {
    (sheet.to_owned(), row, column.to_owned())
}
