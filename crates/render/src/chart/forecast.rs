//! The months ahead: known courses, expected newcomers on top of them, the 80 % interval and the workers' room (R12, R22).

use chrono::{Datelike, NaiveDate};

use crate::svg::{At, Pen};
use crate::{Words, day, number};

/// One month.
#[derive(Clone, Copy, Debug)]
pub struct Month {
    /// Its first day.
    pub first_day: NaiveDate,
    /// Known courses.
    pub known: u32,
    /// Expected newcomers.
    pub expected: f64,
    /// The ends of the interval, where somebody new is expected.
    pub between: Option<[u32; 2]>,
    /// How many the workers have room for.
    pub room: u32,
}

/// Months to draw.
#[derive(Clone, Copy, Debug)]
pub struct MonthsAhead<'a> {
    /// What the picture shows, in words.
    pub title: &'a str,
    /// The months, in order.
    pub months: &'a [Month],
}

const LEFT: f64 = 38.0;
const RIGHT: f64 = 556.0;
const TOP: f64 = 40.0;
const BOTTOM: f64 = 236.0;

/// Draws the months.
pub fn draw(words: &Words, drawn: &MonthsAhead<'_>) -> String {
    let highest = |month: &Month| {
        let all = f64::from(month.known) + month.expected;
        month.between.map_or(all, |[_, high]| all.max(f64::from(high))).max(f64::from(month.room))
    };
    let most = drawn.months.iter().map(highest).fold(1.0, f64::max);
    let step = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1_000.0, 5_000.0, 50_000.0]
        .into_iter()
        .find(|step| most / step <= 5.0)
        .unwrap_or(most);
    let top = (most / step).ceil() * step;
    let down = |count: f64| BOTTOM - count / top * (BOTTOM - TOP);
    let mut pen = Pen::begin("chart chart-13", 560, 308, "forecast-title", drawn.title);
    let mut line = 0.0;
    while line <= top {
        pen.line("c-grid", At(LEFT, down(line)), At(RIGHT, down(line)));
        pen.label("t-end", At(30.0, down(line) + 4.0), &number::decimal(words.locale(), line, 0));
        line += step;
    }
    let slot = (RIGHT - LEFT) / drawn.months.len().max(1) as f64;
    let bar = (slot * 0.72).min(44.0);
    for (position, month) in drawn.months.iter().enumerate() {
        let middle = slot.mul_add(position as f64 + 0.5, LEFT);
        let (known, all) = (down(f64::from(month.known)), down(f64::from(month.known) + month.expected));
        pen.bar("c-bar", At(middle - bar / 2.0, known), bar, BOTTOM - known);
        if month.expected > 0.0 {
            pen.bar("c-guess", At(middle - bar / 2.0 + 0.5, all), bar - 1.0, (known - all - 1.5).max(0.5));
        }
        if let Some([low, high]) = month.between {
            let (low, high) = (down(f64::from(low)), down(f64::from(high)));
            pen.line("c-span", At(middle, low), At(middle, high));
            for end in [low, high] {
                pen.line("c-span", At(middle - 4.0, end), At(middle + 4.0, end));
            }
        }
        // The room is a stair: a worker may come or go.
        let room = down(f64::from(month.room));
        pen.line("c-limit", At(middle - slot / 2.0, room), At(middle + slot / 2.0, room));
        pen.label("t-mid", At(middle, 257.0), day::short_month(words, month.first_day));
        let total = (f64::from(month.known) + month.expected).ceil();
        pen.label("t-mid t-strong", At(middle, 279.0), &number::decimal(words.locale(), total, 0));
        if position == 0 || month.first_day.month() == 1 {
            pen.label("t-mid", At(middle, 301.0), &month.first_day.year().to_string());
        }
    }
    pen.line("c-axis", At(LEFT, BOTTOM), At(RIGHT, BOTTOM));
    pen.end()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Locale, words};

    fn month(number: u32, known: u32, expected: f64, between: Option<[u32; 2]>) -> Month {
        let first_day = NaiveDate::from_ymd_opt(2016, number, 1).unwrap();
        Month { first_day, known, expected, between, room: 20 }
    }

    #[test]
    fn a_month_has_its_known_its_expected_its_interval_and_the_room() {
        let months = [month(1, 14, 2.0, Some([14, 18])), month(5, 8, 0.0, None)];
        let svg = draw(words(Locale::Da), &MonthsAhead { title: "Ventet", months: &months });
        assert_eq!((svg.matches("c-bar").count(), svg.matches("c-guess").count()), (2, 1));
        assert_eq!((svg.matches("c-span").count(), svg.matches("c-limit").count()), (3, 2));
        assert!(svg.contains(">16</text>") && svg.contains(">8</text>") && svg.contains(">2016</text>"), "{svg}");
    }

    #[test]
    fn no_month_and_nobody_are_drawn_too() {
        for months in [vec![], vec![month(1, 0, 0.0, None)]] {
            let svg = draw(words(Locale::Da), &MonthsAhead { title: "Ventet", months: &months });
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        }
    }
}
