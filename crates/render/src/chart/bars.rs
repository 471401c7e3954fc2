//! The rows of a table as bars: a name, and a bar for each chosen column. What is withheld has no bar, and says so.

use crate::svg::{At, Pen};
use crate::table::{Column, Table, Value};

const NAMES: f64 = 250.0;
const RIGHT: f64 = 640.0;
const TOP: f64 = 44.0;
const BAR: f64 = 15.0;
const GAP: f64 = 13.0;
/// The letters of a name that have room in one line.
const LETTERS: usize = 34;
/// The looks of the bars, by column.
const LOOKS: [&str; 3] = ["c-light", "c-bar", "c-mid"];

/// Draws the columns, which are given by their places. None where no number of theirs is shown.
pub fn draw(title: &str, table: &Table, columns: &[usize]) -> Option<String> {
    let shown =
        |row: &Vec<crate::table::Cell>| columns.iter().filter_map(|at| row.get(*at)?.as_number()).fold(0.0, f64::max);
    let most = table.rows.iter().map(shown).fold(0.0, f64::max);
    if most <= 0.0 {
        return None;
    }
    let each = columns.len() as f64 * BAR + GAP;
    let height = (table.rows.len() as f64).mul_add(each, TOP + 8.0);
    let mut pen = Pen::begin("chart", 680, height.ceil() as u32, "bars-title", title);
    legend(&mut pen, &table.columns, columns);
    pen.line("c-axis", At(NAMES, TOP - 6.0), At(NAMES, height - 6.0));
    for (line, row) in table.rows.iter().enumerate() {
        let top = (line as f64).mul_add(each, TOP);
        let name = row.first().map(|cell| shortened(&cell.text)).unwrap_or_default();
        pen.label("t-end", At(NAMES - 10.0, top + (each - GAP) / 2.0 + 5.0), &name);
        for (number, at) in columns.iter().enumerate() {
            let Some(cell) = row.get(*at) else { continue };
            let down = (number as f64).mul_add(BAR, top);
            let width = cell.as_number().unwrap_or(0.0) / most * (RIGHT - NAMES);
            if width > 0.0 {
                pen.bar(look(number, columns.len()), At(NAMES, down), width, BAR - 2.0);
            }
            let class = if cell.value == Value::Withheld { "t-ring" } else { "t-ring t-strong" };
            pen.label(class, At(NAMES + width + 6.0, down + BAR - 4.0), &cell.text);
        }
    }
    Some(pen.end())
}

/// One column alone is dark; of several the last is.
fn look(number: usize, of: usize) -> &'static str {
    LOOKS.get(number + usize::from(of == 1)).copied().unwrap_or("c-bar")
}

fn legend(pen: &mut Pen, all: &[Column], columns: &[usize]) {
    let mut left = NAMES;
    for (number, at) in columns.iter().enumerate() {
        let Some(column) = all.get(*at) else { continue };
        pen.bar(look(number, columns.len()), At(left, 8.0), 14.0, 14.0);
        pen.label("", At(left + 20.0, 20.0), &column.heading);
        left += (column.heading.chars().count() as f64).mul_add(8.0, 52.0);
    }
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= LETTERS {
        return name.to_owned();
    }
    let cut: String = name.chars().take(LETTERS - 1).collect();
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Cell;

    fn table(numbers: [Cell; 2]) -> Table {
        let [first, latest] = numbers;
        Table {
            title: "Bolig".to_owned(),
            columns: vec![Column::words("Område"), Column::numbers("Første"), Column::numbers("Seneste")],
            rows: vec![
                vec!["Bolig".into(), Cell::number(3), Cell::number(6)],
                vec!["<b>Et navn, der er for langt til én linje".into(), first, latest],
            ],
        }
    }

    fn withheld() -> Cell {
        Cell { text: "..".to_owned(), value: Value::Withheld }
    }

    #[test]
    fn each_number_has_its_bar_and_its_number() {
        let svg = draw("Stjernen", &table([Cell::number(4), Cell::number(0)]), &[1, 2]).unwrap();
        assert_eq!(svg.matches("<rect").count(), 2 + 3, "a bar for each number above none, and the legend: {svg}");
        assert!(svg.contains(">6</text>") && svg.contains(">0</text>") && svg.contains("Første"), "{svg}");
        assert!(svg.contains("&lt;b&gt;Et navn") && svg.contains('…') && !svg.contains("NaN"), "{svg}");
    }

    #[test]
    fn what_is_withheld_has_no_bar_and_says_so() {
        let svg = draw("Stjernen", &table([Cell::number(4), withheld()]), &[1, 2]).unwrap();
        assert_eq!(svg.matches("<rect").count(), 2 + 3, "{svg}");
        assert!(svg.contains(">..</text>"), "{svg}");
    }

    #[test]
    fn where_nothing_is_shown_there_is_no_picture() {
        let mut all = table([withheld(), withheld()]);
        all.rows.remove(0);
        assert_eq!(draw("Stjernen", &all, &[1, 2]), None);
    }
}
