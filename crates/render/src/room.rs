//! How the columns of a table share the width of a page, counted in letters: both kinds of documents go by it.

use crate::table::{Column, Table};

/// The letters that have room side by side on a page.
pub const LETTERS: usize = 92;

/// The room of a table's columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// The share of the width that each column takes; 0 for one of numbers, which is as wide as it must be.
    pub shares: Vec<usize>,
    /// Whether all of them together, each as wide as it must be, would leave no room for the words: then the headings of the numbers are broken, and
    /// each column has its share.
    pub is_crowded: bool,
}

impl Room {
    /// The room that a table's columns have.
    pub fn of(table: &Table) -> Self {
        let is_crowded = columns(table).map(|(at, column)| needed(table, at, column)).sum::<usize>() > LETTERS;
        let share = |(at, column): (usize, &Column)| match (column.numeric, is_crowded) {
            (true, false) => 0,
            (false, false) => longest(table, at).clamp(8, 48) / 8,
            (true, true) => word(&column.heading).clamp(4, 9).max(longest(table, at)) + 2,
            (false, true) => longest(table, at).max(word(&column.heading).min(9)).clamp(4, 30) + 2,
        };
        Self { shares: columns(table).map(share).collect(), is_crowded }
    }

    /// How much smaller the letters have to be so that the columns fit: 1 where they do, 0.57 at the least.
    pub fn scale(&self) -> f64 {
        let needed: usize = self.shares.iter().sum();
        if self.is_crowded && needed > LETTERS { (LETTERS as f64 / needed as f64).max(0.57) } else { 1.0 }
    }

    /// The width of each column of a table where all of them together are `whole` wide, in the unit of `whole`. Columns of numbers take up to a third more
    /// than they need where the words leave it, for a typeface that runs wider than the one meant.
    pub fn widths(&self, table: &Table, whole: usize) -> Vec<usize> {
        let of_numbers = |(_, column): &(usize, &Column)| column.numeric && !self.is_crowded;
        let need = |numbers: bool| {
            let chosen = columns(table).filter(move |one| of_numbers(one) == numbers);
            chosen.map(|(at, column)| needed(table, at, column)).sum::<usize>()
        };
        let (numbers, shares) = (need(true), self.shares.iter().sum::<usize>());
        // Numbers alone share what there is.
        let taken =
            if shares == 0 { LETTERS } else { (numbers * 4 / 3).min(LETTERS.saturating_sub(need(false))).max(numbers) };
        let width = |((at, column), share): ((usize, &Column), &usize)| match share {
            0 => needed(table, at, column) * taken * whole / (numbers * LETTERS).max(1),
            share => share * (LETTERS - taken.min(LETTERS)) * whole / (shares * LETTERS),
        };
        columns(table).zip(&self.shares).map(width).collect()
    }
}

fn columns(table: &Table) -> impl Iterator<Item = (usize, &Column)> {
    table.columns.iter().enumerate()
}

/// The letters that a column needs so that nothing of it is broken that should not be.
fn needed(table: &Table, at: usize, column: &Column) -> usize {
    match column.numeric {
        true => letters(&column.heading).max(longest(table, at)) + 3,
        false => longest(table, at).clamp(12, 30),
    }
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

fn longest(table: &Table, at: usize) -> usize {
    table.rows.iter().filter_map(|row| row.get(at)).map(|cell| letters(&cell.text)).max().unwrap_or(0)
}

fn word(text: &str) -> usize {
    text.split_whitespace().map(letters).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Cell;

    fn table(columns: Vec<Column>) -> Table {
        let row = columns.iter().map(|column| match column.numeric {
            true => Cell::number(12),
            false => "Psykisk helbred og trivsel".into(),
        });
        Table { title: String::new(), rows: vec![row.collect()], columns }
    }

    #[test]
    fn numbers_are_as_wide_as_they_must_be_and_the_words_have_the_rest() {
        let table = table(vec![Column::words("Område"), Column::numbers("Antal"), Column::numbers("Mangler")]);
        let room = Room::of(&table);
        assert_eq!((room.shares.as_slice(), room.is_crowded, room.scale()), ([3, 0, 0].as_slice(), false, 1.0));
        assert_eq!(room.widths(&table, 920), [680, 106, 133]);
    }

    #[test]
    fn a_crowded_table_gives_each_column_its_share_and_is_set_smaller() {
        let numbers = (0..12).map(|_| Column::numbers("Flyttet til højere stadie"));
        let table = table([Column::words("Område")].into_iter().chain(numbers).collect());
        let room = Room::of(&table);
        let widths = room.widths(&table, 9638);
        assert!(room.is_crowded && room.scale() < 1.0 && room.scale() >= 0.57, "{room:?}");
        assert!(widths[0] > 2 * widths[1] && widths.iter().sum::<usize>() <= 9638, "{widths:?}");
    }

    #[test]
    fn numbers_alone_fill_the_width() {
        let table = table(vec![Column::numbers("Antal"), Column::numbers("Mangler")]);
        let widths = Room::of(&table).widths(&table, 9638);
        assert!(widths.iter().sum::<usize>() > 9600, "{widths:?}");
    }
}
