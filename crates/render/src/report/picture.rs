//! What is drawn of a figure in a document: some of its tables as bars, from the cells that the document shows and no others.

use domain::report::Report;

use super::Laid;
use crate::chart::bars;
use crate::svg::alone;
use crate::table::Table;
use crate::{Locale, words};

/// Which tables, by the keys of their titles, and which of their columns.
const DRAWN: &[(Report, &str, &[usize])] = &[
    (Report::Intake, "report-intake-quarters", &[1, 3]),
    (Report::Outcomes, "report-outcomes-zones", &[1, 2]),
    (Report::Outcomes, "report-outcomes-star", &[3, 4]),
    (Report::Outcomes, "report-outcomes-purpose", &[1, 2]),
    (Report::Goals, "report-goals-areas", &[3]),
    (Report::Situation, "report-situation-areas", &[1]),
];

/// A table's picture as a file of its own, and what it shows in words; none where the table is not one that is drawn, or shows no number.
pub fn picture(laid: &Laid, table: &Table, locale: Locale) -> Option<(String, String)> {
    let t = words(locale);
    let is_it = |(report, title, _): &&(Report, &str, &[usize])| *report == laid.report && t.say(title) == table.title;
    let (_, _, columns) = DRAWN.iter().find(is_it)?;
    let headings: Vec<&str> =
        columns.iter().filter_map(|at| table.columns.get(*at)).map(|column| column.heading.as_str()).collect();
    let says = t.say_with(
        "document-bars",
        &[("title", table.title.as_str().into()), ("columns", headings.join(", ").as_str().into())],
    );
    Some((alone(&bars::draw(&says, table, columns)?), says))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{examples, lay_out};

    #[test]
    fn each_table_that_is_named_is_there_with_its_numbers_and_is_drawn_where_it_has_any() {
        for locale in [Locale::Da, Locale::En] {
            let mut drawn = 0;
            for (report, title, columns) in DRAWN {
                let laid = lay_out(&examples::of(*report), locale);
                let Some(table) = laid.tables.iter().find(|table| table.title == words(locale).say(title)) else {
                    assert_eq!(*title, "report-intake-quarters", "only a short period has no quarters");
                    continue;
                };
                assert!(columns.iter().all(|at| table.columns[*at].numeric), "{title}");
                let cells = table.rows.iter().flat_map(|row| columns.iter().map(|at| &row[*at]));
                let has_any = cells.filter_map(crate::table::Cell::as_number).any(|number| number > 0.0);
                let picture = picture(&laid, table, locale);
                assert_eq!(picture.is_some(), has_any, "{title}");
                drawn += usize::from(
                    picture.is_some_and(|(svg, says)| svg.contains("<style>") && says.contains(&table.title)),
                );
            }
            assert!(drawn >= 4, "{locale:?}: {drawn}");
        }
    }
}
