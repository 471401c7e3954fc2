//! The wind-down: a line a course with its phases, today and the funding's end; below it what a clarification would still become (R9).
//!
//! Nothing rests on colour: phases stand in their order with room between them, what is supposed is hatched, what is lost is dashed.

use chrono::{Datelike, Months, NaiveDate};
use domain::programme::Period;

use crate::svg::{At, Pen};
use crate::{Words, day};

/// A course to draw.
#[derive(Clone, Copy, Debug)]
pub struct Course<'a> {
    /// What the citizen is called.
    pub name: &'a str,
    /// The phases.
    pub phases: &'a [Period],
}

/// A course that a clarification would still become.
#[derive(Clone, Copy, Debug)]
pub struct Supposed<'a> {
    /// What the citizen is called.
    pub name: &'a str,
    /// Its days.
    pub days: Period,
    /// The end that it would have without the funding's.
    pub full_end: NaiveDate,
    /// Whole months that it loses.
    pub months_lost: u32,
}

/// What is drawn.
#[derive(Clone, Copy, Debug)]
pub struct WindDown<'a> {
    /// What the picture shows, in words.
    pub title: &'a str,
    /// The courses, the first to end first.
    pub courses: &'a [Course<'a>],
    /// What the clarifications would still become.
    pub supposed: &'a [Supposed<'a>],
    /// The day asked about, with its words.
    pub day: (NaiveDate, &'a str),
    /// The last funded day.
    pub funding_end: NaiveDate,
}

const LEFT: f64 = 90.0;
const RIGHT: f64 = 1_124.0;
const TOP: f64 = 28.0;
const ROW: f64 = 17.0;
const BAR: f64 = 10.0;

/// Letters of a name that fit beside the picture.
const NAME: usize = 11;

struct Scale {
    from: NaiveDate,
    days: f64,
}

impl Scale {
    fn of(drawn: &WindDown<'_>) -> Self {
        let starts = drawn.courses.iter().filter_map(|course| course.phases.first()).map(|phase| phase.from);
        let first = starts.chain([drawn.day.0]).min().unwrap_or(drawn.day.0);
        let ends = drawn.courses.iter().filter_map(|course| course.phases.last()).map(|phase| phase.to);
        let lost = drawn.supposed.iter().map(|one| one.full_end);
        let last = ends.chain(lost).chain([drawn.day.0, drawn.funding_end]).max().unwrap_or(drawn.day.0);
        let from = domain::day::first_of_month(first);
        let to = domain::day::last_of_month(last).checked_add_months(Months::new(1)).unwrap_or(last);
        Self { from, days: (to - from).num_days().max(1) as f64 }
    }

    fn across(&self, day: NaiveDate) -> f64 {
        ((day - self.from).num_days() as f64 / self.days).mul_add(RIGHT - LEFT, LEFT)
    }

    /// From the first day's morning to the last day's evening.
    fn run(&self, days: Period) -> (f64, f64) {
        let from = self.across(days.from);
        (from, (self.across(domain::day::add_days(days.to, 1)) - from - 1.5).max(1.0))
    }
}

/// Draws the wind-down.
pub fn draw(words: &Words, drawn: &WindDown<'_>) -> String {
    let scale = Scale::of(drawn);
    let below = if drawn.supposed.is_empty() { 0 } else { drawn.supposed.len() + 2 };
    let bottom = ROW.mul_add((drawn.courses.len() + below) as f64, TOP + 14.0);
    let mut pen = Pen::begin("chart chart-wind-down", 1_140, bottom as u32 + 24, "wind-down-title", drawn.title);
    quarters(&mut pen, words, &scale, bottom);
    let mut down = TOP + 9.0;
    for course in drawn.courses {
        pen.label("t-end", At(LEFT - 10.0, down + 9.0), &short(course.name));
        for (phase, look) in course.phases.iter().zip(["c-bar", "c-mid", "c-light"].iter().cycle()) {
            if !phase.is_empty() {
                let (from, width) = scale.run(*phase);
                pen.bar(look, At(from, down), width, BAR);
            }
        }
        down += ROW;
    }
    if !drawn.supposed.is_empty() {
        pen.label("t-strong", At(LEFT - 80.0, down + ROW + 4.0), words.say("wind-down-supposed"));
        down += ROW * 2.0 - 3.0;
    }
    for one in drawn.supposed {
        pen.label("t-end", At(LEFT - 10.0, down + 9.0), &short(one.name));
        let (from, width) = scale.run(one.days);
        pen.bar("c-guess", At(from, down), width, BAR);
        if one.days.to < one.full_end {
            let (lost, end) = (from + width + 3.0, scale.across(one.full_end));
            pen.line("c-first", At(lost, down + 5.0), At(end.max(lost), down + 5.0));
            let text = words.say_with("wind-down-lost", &[("n", one.months_lost.into())]);
            if one.months_lost > 0 {
                pen.label("t-end", At(from - 6.0, down + 9.0), &text);
            }
        }
        down += ROW;
    }
    let end = scale.across(domain::day::add_days(drawn.funding_end, 1));
    pen.line("c-limit", At(end, TOP), At(end, bottom));
    let now = scale.across(drawn.day.0);
    pen.line("c-span", At(now, TOP), At(now, bottom));
    // Each beside its line, where there is room to its right, else to its left.
    let beside = |at: f64| if at > RIGHT - 160.0 { ("t-end t-strong", at - 6.0) } else { ("t-strong", at + 6.0) };
    let (look, at) = beside(end);
    let ends = words.say_with("wind-down-funding", &[("day", (&day::numeric(words, drawn.funding_end)).into())]);
    pen.label(look, At(at, bottom + 16.0), &ends);
    let (look, at) = if (end - now).abs() < 230.0 { ("t-end t-strong", now - 6.0) } else { beside(now) };
    pen.label(look, At(at, bottom + 16.0), drawn.day.1);
    pen.end()
}

fn quarters(pen: &mut Pen, words: &Words, scale: &Scale, bottom: f64) {
    let mut month = scale.from;
    while scale.across(month) < RIGHT - 30.0 {
        if month.month0().is_multiple_of(3) {
            let at = scale.across(month);
            pen.line("c-grid", At(at, TOP), At(at, bottom));
            if month.month() == 1 {
                pen.label(
                    "t-strong",
                    At(at, TOP - 6.0),
                    &format!("{} {}", day::short_month(words, month), month.year()),
                );
            } else {
                pen.label("", At(at, TOP - 6.0), day::short_month(words, month));
            }
        }
        let Some(next) = month.checked_add_months(Months::new(1)) else { return };
        month = next;
    }
}

/// A name that fits beside the picture; the whole of it stands in the table.
fn short(name: &str) -> String {
    if name.chars().count() <= NAME {
        return name.to_owned();
    }
    name.chars().take(NAME - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Locale, words};

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn svg(name: &str) -> String {
        let phases = [
            Period { from: date(2015, 4, 20), to: date(2015, 8, 19) },
            Period { from: date(2015, 8, 20), to: date(2015, 12, 19) },
            Period { from: date(2015, 12, 20), to: date(2016, 4, 19) },
        ];
        let supposed = Supposed {
            name: "Vinter",
            days: Period { from: date(2016, 3, 31), to: date(2016, 12, 31) },
            full_end: date(2017, 3, 30),
            months_lost: 2,
        };
        let drawn = WindDown {
            title: "Afviklingsplan",
            courses: &[Course { name, phases: &phases }],
            supposed: &[supposed],
            day: (date(2015, 11, 23), "I dag"),
            funding_end: date(2016, 12, 31),
        };
        draw(words(Locale::Da), &drawn)
    }

    #[test]
    fn a_course_has_its_phases_and_a_clarification_what_it_would_lose() {
        let svg = svg("Lærke");
        for look in ["c-bar", "c-mid", "c-light", "c-guess", "c-first", "c-limit", "c-span"] {
            assert_eq!(svg.matches(&format!("class=\"{look}\"")).count(), 1, "{look}");
        }
        assert!(svg.contains(">Lærke</text>") && svg.contains("−2 md.") && svg.contains("31.12.2016"), "{svg}");
        assert!(!svg.contains("NaN") && !svg.contains("style"));
    }

    #[test]
    fn a_long_name_is_cut_in_the_picture_and_nobody_at_all_is_drawn_too() {
        assert!(svg("Alexandrine-Marie").contains(">Alexandrin…</text>"));
        let drawn = WindDown {
            title: "Afviklingsplan",
            courses: &[],
            supposed: &[],
            day: (date(2017, 1, 1), "I dag"),
            funding_end: date(2016, 12, 31),
        };
        assert!(!draw(words(Locale::Da), &drawn).contains("NaN"));
    }
}
