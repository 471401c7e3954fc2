//! The forecast as the desk and its own page show it: the sentence, the picture, the table.

use app::view::forecast::{ForecastPage, MonthRow};
use render::chart::forecast::{Month, MonthsAhead, draw};
use render::{Words, day, number};

use crate::part::Picture;

/// Everything that the shared template shows.
pub(crate) struct ForecastHtml {
    pub(in crate::pages) people: Option<String>,
    pub(in crate::pages) between: String,
    pub(in crate::pages) basis: String,
    pub(in crate::pages) none: &'static str,
    pub(in crate::pages) has_months: bool,
    pub(in crate::pages) picture: Picture,
    pub(in crate::pages) rows: Vec<RowHtml>,
    pub(in crate::pages) clarification: String,
}

/// One month in the table.
pub(in crate::pages) struct RowHtml {
    pub(in crate::pages) month: String,
    /// Known, expected, total, interval, room.
    pub(in crate::pages) cells: [String; 5],
}

impl ForecastHtml {
    pub(crate) fn new(t: &'static Words, page: &ForecastPage) -> Self {
        let count = |n: u32| number::count(t.locale(), n);
        let figure = page.ahead.as_ref();
        let expected = figure.and_then(|figure| Some((figure, figure.expected?, figure.interval_80?)));
        let period = |from, to| day::period(t, domain::programme::Period { from, to });
        let people = expected.as_ref().map(|(figure, expected, _)| {
            let (n, when) = (number::median(t.locale(), *expected), period(figure.from, figure.to));
            t.say_with("forecast-people", &[("n", (&n).into()), ("period", (&when).into())])
        });
        let between = expected.as_ref().map(|(_, _, [low, high])| {
            t.say_with("forecast-between", &[("low", (*low).into()), ("high", (*high).into())])
        });
        let basis = figure.or(page.whole.as_ref()).map(|figure| {
            let average = figure.average_a_month.map_or_else(|| "–".to_owned(), |n| number::decimal(t.locale(), n, 1));
            let when = period(figure.history_from, figure.history_to);
            t.say_with(
                "forecast-basis",
                &[("n", figure.observed.into()), ("period", (&when).into()), ("average", (&average).into())],
            )
        });
        let row = |row: &MonthRow| {
            let load = &row.ahead.load;
            let [low, high] = row.ahead.between;
            let some = |text: String| if row.is_forecast { text } else { "–".to_owned() };
            RowHtml {
                month: day::month(t, row.ahead.month.from),
                cells: [
                    count(load.known),
                    some(number::median(t.locale(), load.expected)),
                    count(row.ahead.citizens()),
                    some(format!("{}–{}", count(low), count(high))),
                    count(row.ahead.room),
                ],
            }
        };
        Self {
            none: if figure.is_none() { t.say("forecast-closed") } else { t.say("forecast-too-little") },
            people,
            between: between.unwrap_or_default(),
            basis: basis.unwrap_or_default(),
            has_months: !page.months.is_empty(),
            picture: picture(t, page),
            rows: page.months.iter().map(row).collect(),
            clarification: t.say_with("forecast-clarification-too", &[("n", page.in_clarification.into())]),
        }
    }
}

fn picture(t: &Words, page: &ForecastPage) -> Picture {
    let month = |row: &MonthRow| Month {
        first_day: row.ahead.month.from,
        known: row.ahead.load.known,
        expected: row.ahead.load.expected,
        between: row.is_forecast.then_some(row.ahead.between),
        room: row.ahead.room,
    };
    let months: Vec<Month> = page.months.iter().map(month).collect();
    let name = |row: Option<&MonthRow>| row.map(|row| day::month(t, row.ahead.month.from)).unwrap_or_default();
    let (from, to) = (name(page.months.first()), name(page.months.last()));
    let title = t.say_with("forecast-picture", &[("from", (&from).into()), ("to", (&to).into())]);
    Picture(draw(t, &MonthsAhead { title: &title, months: &months }))
}
