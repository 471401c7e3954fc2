//! A time plan: each line planned (an outline) against happened (a filled bar below it), months across, today down through all.
//!
//! It reads without colour and on paper: planned is hollow, happened is filled, a milestone is a diamond. As a file of its own it
//! carries its style with it, because no page does.

use chrono::{Datelike, Months, NaiveDate};
use domain::day::{add_days, first_of_month, last_of_month};
use domain::programme::Period;

use crate::svg::{At, Pen, alone, wrapped};
use crate::{Words, chart, day};

/// A line to draw.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// What it is called.
    pub title: &'a str,
    /// The planned day, or the first one.
    pub from: NaiveDate,
    /// The last planned day of a period.
    pub to: Option<NaiveDate>,
    /// The day it happened, or began.
    pub happened_from: Option<NaiveDate>,
    /// The day it ended.
    pub happened_to: Option<NaiveDate>,
}

const NAMES: f64 = 250.0;
const WIDTH: u32 = 1080;
const RIGHT: f64 = 1064.0;
const TOP: f64 = 62.0;
const ROW: f64 = 46.0;

/// The months that the lines and today lie in, whole.
pub fn span(lines: &[Line<'_>], today: NaiveDate) -> Period {
    let days = lines
        .iter()
        .flat_map(|line| [Some(line.from), line.to, line.happened_from, line.happened_to].into_iter().flatten());
    let days: Vec<NaiveDate> = days.chain([today]).collect();
    let first = days.iter().min().copied().unwrap_or(today);
    let last = days.iter().max().copied().unwrap_or(today);
    Period { from: first_of_month(first), to: last_of_month(last) }
}

/// Draws the plan as a part of a page.
pub fn draw(words: &Words, title: &str, lines: &[Line<'_>], today: NaiveDate) -> String {
    let height = TOP + ROW * lines.len() as f64 + 10.0;
    let mut pen = Pen::begin("chart gantt", WIDTH, height.ceil() as u32, "gantt-title", title);
    let span = span(lines, today);
    draw_months(&mut pen, words, span, height);
    for (position, line) in lines.iter().enumerate() {
        draw_line(&mut pen, line, span, ROW.mul_add(position as f64, TOP), today);
    }
    let now = across(today, span);
    pen.line("c-limit", At(now, 18.0), At(now, height - 6.0));
    let at_edge = now > RIGHT - 40.0;
    pen.label(if at_edge { "t-end t-strong" } else { "t-mid t-strong" }, At(now, 13.0), words.say("gantt-today"));
    pen.end()
}

/// Draws the plan as a file of its own.
pub fn file(words: &Words, title: &str, lines: &[Line<'_>], today: NaiveDate) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", alone(&draw(words, title, lines, today)))
}

fn across(day: NaiveDate, span: Period) -> f64 {
    chart::share(day, span.from, add_days(span.to, 1)).mul_add(RIGHT - NAMES, NAMES)
}

fn draw_months(pen: &mut Pen, words: &Words, span: Period, height: f64) {
    let months: Vec<Period> = span.months().collect();
    // So that names have room: each month, each third, or each year.
    let step = match months.len() {
        0..=18 => 1,
        19..=54 => 3,
        _ => 12,
    };
    for (position, month) in months.iter().enumerate() {
        let left = across(month.from, span);
        let is_first = month.from.month() == 1 || position == 0;
        pen.line(if month.from.month() == 1 { "c-axis" } else { "c-grid" }, At(left, 58.0), At(left, height - 6.0));
        // A name that the next one would run into is left out.
        let room = |months: u32| {
            let next = month.from.checked_add_months(Months::new(months - month.from.month0() % months));
            next.map_or(RIGHT, |next| across(next.min(add_days(span.to, 1)), span)) - left
        };
        if is_first && room(12) > 40.0 {
            pen.label("t-strong", At(left + 3.0, 34.0), &month.from.year().to_string());
        }
        if (month.from.month0() % step == 0 || position == 0) && room(step) > 32.0 {
            pen.label("t-name", At(left + 3.0, 52.0), day::short_month(words, month.from));
        }
    }
    pen.line("c-axis", At(NAMES, 58.0), At(RIGHT, 58.0));
}

fn draw_line(pen: &mut Pen, line: &Line<'_>, span: Period, top: f64, today: NaiveDate) {
    let names: Vec<&str> = wrapped(line.title, 32).into_iter().take(2).collect();
    let first = if names.len() > 1 { 18.0 } else { 26.0 };
    pen.labels("t-name", At(4.0, top + first), &names);
    pen.line("c-grid", At(0.0, top + ROW), At(RIGHT, top + ROW));
    match line.to {
        Some(to) => {
            let (left, right) = (across(line.from, span), across(add_days(to, 1), span));
            pen.bar("g-plan", At(left, top + 8.0), (right - left).max(3.0), 13.0);
            if let Some(from) = line.happened_from {
                let until = line.happened_to.unwrap_or_else(|| today.max(from));
                let (left, right) = (across(from, span), across(add_days(until, 1), span));
                let class = if line.happened_to.is_some() { "g-done" } else { "g-open" };
                pen.bar(class, At(left, top + 24.0), (right - left).max(3.0), 13.0);
            }
        }
        None => {
            diamond(pen, "g-plan", At(across(line.from, span), top + 15.0));
            if let Some(on) = line.happened_from {
                diamond(pen, "g-done", At(across(on, span), top + 31.0));
            }
        }
    }
}

fn diamond(pen: &mut Pen, class: &str, At(x, y): At) {
    let points = [At(x, y - 7.5), At(x + 7.5, y), At(x, y + 7.5), At(x - 7.5, y), At(x, y - 7.5)];
    pen.path(class, &points, true);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Locale, words};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn lines() -> Vec<Line<'static>> {
        let line = |title, from: &str, to: Option<&str>, began: Option<&str>, ended: Option<&str>| Line {
            title,
            from: day(from),
            to: to.map(day),
            happened_from: began.map(day),
            happened_to: ended.map(day),
        };
        vec![
            line("Rekruttering", "2016-01-01", Some("2016-03-31"), None, None),
            line("Kursus <1>", "2015-09-01", None, Some("2015-09-08"), None),
            line("Forberedelse", "2015-10-01", Some("2015-11-30"), Some("2015-10-05"), None),
        ]
    }

    #[test]
    fn planned_is_hollow_happened_is_filled_and_today_goes_through_all() {
        let svg = draw(words(Locale::Da), "Tidsplan", &lines(), day("2015-11-23"));
        assert_eq!(svg.matches("class=\"g-plan\"").count(), 3);
        assert_eq!((svg.matches("class=\"g-done\"").count(), svg.matches("class=\"g-open\"").count()), (1, 1));
        assert_eq!(svg.matches("class=\"c-limit\"").count(), 1);
        assert!(svg.contains("I dag") && svg.contains("Kursus &lt;1&gt;") && !svg.contains("style"));
    }

    #[test]
    fn the_file_stands_alone_and_is_the_same_each_time() {
        let file = |day_| file(words(Locale::En), "Plan", &lines(), day(day_));
        assert!(file("2015-11-23").starts_with("<?xml") && file("2015-11-23").contains("xmlns="));
        assert!(file("2015-11-23").contains("<style>") && file("2015-11-23").contains("Today"));
        assert_eq!(file("2015-11-23"), file("2015-11-23"));
        assert_ne!(file("2015-11-23"), file("2015-11-30"));
    }

    #[test]
    fn the_months_hold_every_day_and_nothing_at_all_is_drawn_too() {
        assert_eq!(span(&lines(), day("2015-11-23")), Period { from: day("2015-09-01"), to: day("2016-03-31") });
        assert!(draw(words(Locale::Da), "Tidsplan", &[], day("2015-11-23")).ends_with("</svg>"));
    }
}
