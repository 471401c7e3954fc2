//! A figure's tables on the page, and beside each number that of another period with the difference.

use std::collections::HashSet;

use render::catalogue::capital;
use render::report::Laid;
use render::table::{Cell, Column, Table};
use render::{Locale, Words, number};

use super::behind::Behind;
use crate::part::Picture;

/// One figure: its tables, what it counts, and its files.
pub(super) struct Panel {
    /// The only one on the page.
    pub(super) id: &'static str,
    pub(super) title: String,
    pub(super) definition: String,
    pub(super) basis: String,
    /// What the numbers below the numbers are; empty where there are none.
    pub(super) beside: String,
    pub(super) tables: Vec<TableHtml>,
    /// The figure as files: address, text.
    pub(super) files: Vec<(String, String)>,
}

/// A table on the page.
pub(super) struct TableHtml {
    pub(super) title: String,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<CellHtml>>,
    /// The sums of its counts, where they are asked for.
    pub(super) total: Vec<CellHtml>,
    /// What the table shows, as a picture.
    pub(super) picture: Option<Picture>,
    /// Whether it is shown only to who opens it.
    pub(super) is_folded: bool,
}

/// A cell, and below it the same number of the other period with the difference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct CellHtml {
    pub(super) text: String,
    pub(super) beside: String,
    /// Where it leads to, for who may see who is behind it.
    pub(super) href: Option<String>,
}

impl Panel {
    /// The figure as it is laid out, held against the same figure of another period.
    pub(super) fn new(t: &Words, id: &'static str, now: Laid, other: Option<Laid>, behind: Option<&Behind>) -> Self {
        let beside = other.as_ref().map(|other| t.say_of("compare-beside", "period", &other.asked)).unwrap_or_default();
        let mut others = other.map(|other| other.tables.into_iter());
        let tables = now.tables.into_iter().map(|table| {
            let other = others.as_mut().and_then(Iterator::next);
            TableHtml::new(t, table, other.as_ref(), behind)
        });
        Self {
            id,
            title: now.title,
            definition: now.definition,
            basis: now.basis,
            beside,
            tables: tables.collect(),
            files: Vec::new(),
        }
    }

    /// The table of that title.
    pub(super) fn table(&mut self, title: &str) -> Option<&mut TableHtml> {
        self.tables.iter_mut().find(|table| table.title == title)
    }

    /// Folds the tables of these titles.
    pub(super) fn folding<const N: usize>(mut self, t: &Words, titles: [&str; N]) -> Self {
        for table in &mut self.tables {
            table.is_folded = titles.iter().any(|title| t.say(title) == table.title);
        }
        self
    }

    /// Takes a table out, to stand somewhere else on the page.
    pub(super) fn take(&mut self, title: &str) -> Option<TableHtml> {
        let at = self.tables.iter().position(|table| table.title == title)?;
        Some(self.tables.remove(at))
    }
}

impl TableHtml {
    fn new(t: &Words, table: Table, other: Option<&Table>, behind: Option<&Behind>) -> Self {
        let mut rows: Vec<Vec<CellHtml>> = match other {
            Some(other) => compared(t, &table, other),
            None => table.rows.iter().map(|row| row.iter().map(alone).collect()).collect(),
        };
        // What only the other period has comes last, and is behind no number of this one.
        if let Some(behind) = behind {
            let cells = rows.iter_mut().zip(&table.rows).flat_map(|(row, cells)| row.iter_mut().zip(cells));
            cells.for_each(|(html, cell)| html.href = behind.of(cell));
        }
        for first in rows.iter_mut().filter_map(|row| row.first_mut()) {
            first.text = capital(&first.text);
        }
        Self { title: table.title, columns: table.columns, rows, total: Vec::new(), picture: None, is_folded: false }
    }

    /// Adds a last row with the sums of the counts; `now` and `other` are the tables it was made of.
    pub(super) fn add_total(&mut self, t: &Words, now: &[Vec<Cell>], other: Option<&[Vec<Cell>]>) {
        let sum = |rows: &[Vec<Cell>], at: usize| rows.iter().filter_map(|row| row.get(at)?.as_number()).sum::<f64>();
        let cell = |at| {
            let sums = (sum(now, at), other.map(|rows| sum(rows, at)));
            CellHtml {
                text: whole(sums.0),
                beside: sums.1.map(|other| below(t.locale(), &whole(other), Some(sums.0 - other))).unwrap_or_default(),
                href: None,
            }
        };
        self.total = (1..self.columns.len()).map(cell).collect();
    }
}

fn alone(cell: &Cell) -> CellHtml {
    CellHtml { text: cell.text.clone(), ..CellHtml::default() }
}

/// The rows of both tables: months by their places, for January is held against January; everything else by name, and what only the
/// other period has comes last.
fn compared(t: &Words, now: &Table, other: &Table) -> Vec<Vec<CellHtml>> {
    let locale = t.locale();
    let is_by_month = now.columns.first().is_some_and(|column| column.heading == t.say("column-month"));
    if is_by_month && now.rows.len() == other.rows.len() {
        return now.rows.iter().zip(&other.rows).map(|(now, other)| row(locale, now, Some(other), true)).collect();
    }
    let name = |row: &[Cell]| row.first().map(|cell| cell.text.clone()).unwrap_or_default();
    let names: HashSet<String> = now.rows.iter().map(|row| name(row)).collect();
    let both = now.rows.iter().map(|one| {
        let same = other.rows.iter().find(|row| name(row) == name(one));
        row(locale, one, same.map(Vec::as_slice), false)
    });
    let left = other.rows.iter().filter(|row| !names.contains(&name(row))).map(|row| only_then(locale, row));
    both.chain(left).collect()
}

fn row(locale: Locale, now: &[Cell], other: Option<&[Cell]>, by_place: bool) -> Vec<CellHtml> {
    let cell = |(at, cell): (usize, &Cell)| {
        let then = other.and_then(|row| row.get(at));
        let beside = match (at, then) {
            (0, Some(then)) if by_place => then.text.clone(),
            (0, _) => String::new(),
            (_, Some(then)) => below(locale, &then.text, cell.as_number().zip(then.as_number()).map(|(a, b)| a - b)),
            // Who is in no row of the other period was counted there nought times.
            (_, None) => cell.as_count().map(|n| below(locale, "0", Some(n as f64))).unwrap_or_default(),
        };
        CellHtml { text: cell.text.clone(), beside, href: None }
    };
    now.iter().enumerate().map(cell).collect()
}

/// A row of the other period that this one has none of.
fn only_then(locale: Locale, other: &[Cell]) -> Vec<CellHtml> {
    let cell = |(at, cell): (usize, &Cell)| match (at, cell.as_count()) {
        (0, _) => alone(cell),
        (_, Some(n)) => {
            CellHtml { text: "0".to_owned(), beside: below(locale, &cell.text, Some(-(n as f64))), href: None }
        }
        (_, None) => CellHtml { text: "–".to_owned(), beside: below(locale, &cell.text, None), href: None },
    };
    other.iter().enumerate().map(cell).collect()
}

/// The other number, and how far this one lies from it: `10 · +2`.
fn below(locale: Locale, other: &str, difference: Option<f64>) -> String {
    match difference {
        Some(difference) => format!("{other} · {}", number::difference(locale, difference)),
        None => other.to_owned(),
    }
}

/// A sum of counts, written as the counts are.
fn whole(number: f64) -> String {
    format!("{number:.0}")
}

#[cfg(test)]
mod tests {
    use render::table::Value;
    use render::words;

    use super::*;

    fn table(heading: &str, rows: &[(&str, u32)]) -> Table {
        Table {
            title: "Fra partnere".to_owned(),
            columns: vec![Column::words(heading), Column::numbers("Antal")],
            rows: rows.iter().map(|(name, n)| vec![(*name).into(), Cell::number(*n)]).collect(),
        }
    }

    fn texts(rows: &[Vec<CellHtml>]) -> Vec<(&str, &str, &str)> {
        rows.iter().map(|row| (row[0].text.as_str(), row[1].text.as_str(), row[1].beside.as_str())).collect()
    }

    #[test]
    fn a_row_is_held_against_the_row_of_its_name_whatever_the_order() {
        let t = words(Locale::Da);
        let (now, other) = ([("Reden", 3), ("Liva", 4)], [("Liva", 6), ("Reden", 3)]);
        let rows = compared(t, &table("Partner", &now), &table("Partner", &other));
        assert_eq!(texts(&rows), [("Reden", "3", "3 · 0"), ("Liva", "4", "6 · \u{2212}2")]);
    }

    #[test]
    fn months_are_held_against_the_month_at_their_place_which_is_named() {
        let t = words(Locale::Da);
        let (now, other) = (table("Måned", &[("december 2014", 3)]), table("Måned", &[("december 2013", 1)]));
        let rows = compared(t, &now, &other);
        assert_eq!((rows[0][0].beside.as_str(), rows[0][1].beside.as_str()), ("december 2013", "1 · +2"));
    }

    #[test]
    fn who_is_in_one_of_the_periods_only_is_lost_in_neither() {
        let t = words(Locale::Da);
        let count = |count: u64| Cell { text: count.to_string(), value: Value::Count { count, key: None } };
        let of = |name: &str, n| Table { rows: vec![vec![name.into(), count(n)]], ..table("Partner", &[]) };
        let rows = compared(t, &of("Reden", 3), &of("Liva", 2));
        assert_eq!(texts(&rows), [("Reden", "3", "0 · +3"), ("Liva", "0", "2 · \u{2212}2")]);
    }
}
