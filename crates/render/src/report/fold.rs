//! Tables and paragraphs made to fit a line.

use crate::table::Table;

/// The table cut between columns so that no line is longer than `line`; every part begins with the first column.
///
/// The last part is filled first: what belongs together stands to the right in the figures that are too wide.
pub(super) fn columns(table: &Table, line: usize) -> Vec<Table> {
    let mut parts = Vec::new();
    let mut end = table.columns.len();
    loop {
        let from = (1..end).find(|from| widest(&only(table, *from, end)) <= line).unwrap_or(end.saturating_sub(1));
        let mut part = only(table, from, end);
        if from > 1 {
            part.title.clear();
        }
        parts.push(part);
        if from <= 1 {
            break;
        }
        end = from;
    }
    parts.reverse();
    parts
}

/// The first column and those from one place up to another.
fn only(table: &Table, from: usize, end: usize) -> Table {
    fn pick<T: Clone>(all: &[T], from: usize, end: usize) -> Vec<T> {
        let rest = all.iter().take(end).skip(from.max(1));
        all.iter().take(1).chain(rest).cloned().collect()
    }
    Table {
        title: table.title.clone(),
        columns: pick(&table.columns, from, end),
        rows: table.rows.iter().map(|row| pick(row, from, end)).collect(),
    }
}

/// The title does not count: it is not cut by cutting columns.
fn widest(table: &Table) -> usize {
    Table { title: String::new(), ..table.clone() }.text().lines().map(|line| line.chars().count()).max().unwrap_or(0)
}

/// The paragraph broken at spaces so that no line is longer than `line`, but for a word that alone is; ends in a line break.
pub(super) fn words(paragraph: &str, line: usize) -> String {
    let mut text = String::with_capacity(paragraph.len() + 1);
    let mut used = 0;
    // Only at the plain space: a no-break space holds a number and its sign together.
    for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
        let width = word.chars().count();
        if used > 0 && used + 1 + width > line {
            text.push('\n');
            used = 0;
        } else if used > 0 {
            text.push(' ');
            used += 1;
        }
        text.push_str(word);
        used += width;
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Cell, Column};

    #[test]
    fn a_table_too_wide_for_the_line_goes_on_below_with_its_first_column() {
        let table = Table {
            title: "Forløb".to_owned(),
            columns: ["Navn", "Et", "To", "Tre"].map(Column::words).to_vec(),
            rows: vec![["F1", "aaaa", "bbbb", "cccc"].map(Cell::from).to_vec()],
        };
        assert_eq!(columns(&table, 100), std::slice::from_ref(&table));
        let parts: Vec<String> = columns(&table, 16).iter().map(Table::text).collect();
        assert_eq!(parts, ["Forløb\nNavn  Et\nF1    aaaa\n", "Navn  To    Tre\nF1    bbbb  cccc\n"]);
    }

    #[test]
    fn a_cell_wider_than_the_line_still_stands_beside_the_first_column() {
        let table = Table {
            title: String::new(),
            columns: ["Navn", "Et"].map(Column::words).to_vec(),
            rows: vec![["F1", "aaaaaaaaaaaa"].map(Cell::from).to_vec()],
        };
        assert_eq!(columns(&table, 10), std::slice::from_ref(&table));
    }

    #[test]
    fn a_paragraph_breaks_at_spaces_and_never_inside_a_number() {
        assert_eq!(words("en to tre", 5), "en to\ntre\n");
        assert_eq!(words("op 80\u{a0}% nu", 6), "op\n80\u{a0}%\nnu\n");
        assert_eq!(words("", 10), "\n");
    }
}
