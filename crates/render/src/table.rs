//! A table as text for a terminal, or as CSV for a spreadsheet.
//!
//! CSV is what leaves the program, so a cell that a spreadsheet would take for a formula is defused here, for every table.

/// One column: its heading, and whether its cells are numbers (set to the right).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The heading, in the reader's language.
    pub heading: String,
    /// Whether the cells are numbers.
    pub numeric: bool,
}

impl Column {
    /// A column of words.
    pub fn words(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), numeric: false }
    }

    /// A column of numbers.
    pub fn numbers(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), numeric: true }
    }
}

/// Rows of cells under headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What the table shows; empty where it stands alone.
    pub title: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with a cell a column.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// Whether any column has a heading: a table of names and numbers has none.
    pub fn has_headings(&self) -> bool {
        self.columns.iter().any(|column| !column.heading.is_empty())
    }

    /// The table with aligned columns, two spaces between them, ending in a line break.
    pub fn text(&self) -> String {
        let widths: Vec<usize> = self
            .columns
            .iter()
            .enumerate()
            .map(|(at, column)| {
                let cells = self.rows.iter().filter_map(|row| row.get(at)).map(|cell| width(cell));
                cells.chain([width(&column.heading)]).max().unwrap_or(0)
            })
            .collect();
        let mut text = String::new();
        if !self.title.is_empty() {
            text.push_str(&self.title);
            text.push('\n');
        }
        let headings: Vec<String> = self.columns.iter().map(|column| column.heading.clone()).collect();
        for row in std::iter::once(&headings).chain(&self.rows) {
            let mut line = String::new();
            for ((cell, column), room) in row.iter().zip(&self.columns).zip(&widths) {
                let gap = " ".repeat(room.saturating_sub(width(cell)));
                let (before, after) = if column.numeric { (gap.as_str(), "") } else { ("", gap.as_str()) };
                line.push_str(&format!("{before}{cell}{after}  "));
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }

    /// The table as CSV: UTF-8, semicolons, quoted where needed, with formulas defused.
    pub fn csv(&self) -> String {
        let headings: Vec<String> = self.columns.iter().map(|column| column.heading.clone()).collect();
        let mut text = String::new();
        for row in std::iter::once(&headings).chain(&self.rows) {
            let cells: Vec<String> = row
                .iter()
                .enumerate()
                .map(|(at, cell)| csv_cell(cell, self.columns.get(at).is_some_and(|column| column.numeric)))
                .collect();
            text.push_str(&cells.join(";"));
            text.push_str("\r\n");
        }
        text
    }
}

fn width(cell: &str) -> usize {
    cell.chars().count()
}

/// A cell as CSV writes it. A text that begins as a formula does gets an apostrophe before it; a number keeps its sign.
fn csv_cell(cell: &str, numeric: bool) -> String {
    let is_number = numeric && !cell.is_empty() && cell.chars().all(|c| c.is_ascii_digit() || ",.-".contains(c));
    let defused = if !is_number && cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    };
    if defused.contains([';', '"', '\n', '\r']) { format!("\"{}\"", defused.replace('"', "\"\"")) } else { defused }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn channels() -> Table {
        Table {
            title: "Henvendelser".to_owned(),
            columns: vec![Column::words("Kanal"), Column::numbers("Antal")],
            rows: vec![vec!["netværk".to_owned(), "9".to_owned()], vec!["selv".to_owned(), "12".to_owned()]],
        }
    }

    #[test]
    fn numbers_stand_to_the_right_and_words_to_the_left() {
        assert_eq!(channels().text(), "Henvendelser\nKanal    Antal\nnetværk      9\nselv        12\n");
    }

    #[test]
    fn a_cell_that_a_spreadsheet_would_run_is_defused() {
        let mut table = channels();
        table.rows =
            vec![vec!["=HYPERLINK(\"x\")".to_owned(), "-3".to_owned()], vec!["@a;b".to_owned(), "=1".to_owned()]];
        assert_eq!(table.csv(), "Kanal;Antal\r\n\"'=HYPERLINK(\"\"x\"\")\";-3\r\n\"'@a;b\";'=1\r\n");
    }
}
