//! The score line: an instrument that is added up, over time, with worded bands; up is better (R14).

use chrono::NaiveDate;

use super::share;
use crate::svg::{At, Pen, wrapped};
use crate::{Words, day};

/// A history of scores to draw.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// What the picture shows, in words; also makes its id.
    pub title: &'a str,
    /// The only one on the page.
    pub id: &'a str,
    /// The highest score; the lowest is 0.
    pub max: u32,
    /// The bands low to high: the highest score of each, and its words.
    pub bands: &'a [(u32, String)],
    /// The scores, oldest first.
    pub points: &'a [(NaiveDate, u32)],
    /// The day of the page, for the years of the days.
    pub today: NaiveDate,
}

const LEFT: f64 = 40.0;
const RIGHT: f64 = 470.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 216.0;
/// Points lie between these, so that the bands' words at the right stay free.
const POINTS: (f64, f64) = (52.0, 330.0);
/// Days closer than this are not both written.
const DAY_WIDTH: f64 = 50.0;

/// Draws a history of scores.
pub fn draw(words: &Words, line: &Line<'_>) -> String {
    let mut pen = Pen::begin("chart", 480, 264, line.id, line.title);
    let down = |score: f64| BOTTOM - score / f64::from(line.max.max(1)) * (BOTTOM - TOP);
    draw_bands(&mut pen, line, &down);
    for score in [0, line.max / 2, line.max] {
        pen.label("t-end", At(32.0, down(f64::from(score)) + 4.0), &score.to_string());
    }
    pen.line("c-axis", At(LEFT, BOTTOM), At(RIGHT, BOTTOM));
    let Some(((first, _), (last, _))) = line.points.first().zip(line.points.last()) else { return pen.end() };
    let at = |(on, score): &(NaiveDate, u32)| {
        At((POINTS.1 - POINTS.0).mul_add(share(*on, *first, *last), POINTS.0), down(f64::from(*score)))
    };
    let points: Vec<At> = line.points.iter().map(at).collect();
    if points.len() > 1 {
        pen.path("c-latest", &points, false);
    }
    let end = points.last().map_or(0.0, |point| point.0);
    let mut written = f64::NEG_INFINITY;
    for (position, (point, (on, score))) in points.iter().zip(line.points).enumerate() {
        let is_last = position + 1 == points.len();
        pen.dot(if position == 0 { "d-first" } else { "d-latest" }, *point, if position == 0 { 5.0 } else { 6.0 });
        pen.label("t-mid t-strong", At(point.0, point.1 - 12.0), &score.to_string());
        let has_room = point.0 - written >= DAY_WIDTH && (is_last || end - point.0 >= DAY_WIDTH);
        if position == 0 || is_last || has_room {
            pen.label("t-mid", At(point.0, BOTTOM + 18.0), &day::brief(words, *on, line.today));
            written = point.0;
        }
    }
    pen.label("t-begin", At(LEFT, BOTTOM + 42.0), words.say("up-is-better"));
    pen.path("c-span", &[At(26.0, BOTTOM + 42.0), At(26.0, BOTTOM + 30.0)], false);
    pen.path("c-span", &[At(22.0, BOTTOM + 34.0), At(26.0, BOTTOM + 30.0), At(30.0, BOTTOM + 34.0)], false);
    pen.end()
}

fn draw_bands(pen: &mut Pen, line: &Line<'_>, down: &impl Fn(f64) -> f64) {
    let mut below = 0.0;
    for (position, (to, text)) in line.bands.iter().enumerate() {
        let is_last = position + 1 == line.bands.len();
        // Scores are whole: a band ends halfway to the next one's first score.
        let above = if is_last { f64::from(line.max) } else { f64::from(*to) + 0.5 };
        let class = match (is_last, position) {
            (true, _) => "c-band-c",
            (false, 0) => "c-band-a",
            (false, _) => "c-band-b",
        };
        pen.bar(class, At(LEFT, down(above)), RIGHT - LEFT, down(below) - down(above));
        if !is_last {
            pen.line("c-grid c-edge", At(LEFT, down(above)), At(RIGHT, down(above)));
        }
        let lines = wrapped(text, 18);
        let middle = f64::midpoint(down(above), down(below)) + 4.0 - 8.0 * (lines.len().saturating_sub(1)) as f64;
        pen.labels("t-end", At(460.0, middle), &lines);
        below = above;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Locale, words};

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn line(points: &[(NaiveDate, u32)]) -> String {
        let bands = [
            (35, "0–35: stor risiko".to_owned()),
            (50, "36–50: risiko".to_owned()),
            (100, "51–100: ikke umiddelbart risiko".to_owned()),
        ];
        draw(
            words(Locale::Da),
            &Line { title: "WHO-5", id: "w", max: 100, bands: &bands, points, today: date(2015, 11, 23) },
        )
    }

    #[test]
    fn the_first_reading_is_hollow_and_the_bands_have_words() {
        let svg = line(&[(date(2015, 4, 20), 32), (date(2015, 10, 21), 52)]);
        assert_eq!(svg.matches("d-first").count(), 1);
        assert_eq!(svg.matches("d-latest").count(), 1);
        assert!(svg.contains("0–35: stor risiko") && svg.contains("Op er bedre"), "{svg}");
        assert!(svg.contains("y=\"115.0\"") && svg.contains("y=\"145.0\""), "bands end between whole scores: {svg}");
    }

    #[test]
    fn one_reading_is_a_point_and_no_line() {
        let svg = line(&[(date(2015, 4, 20), 32)]);
        assert!(svg.contains("d-first") && !svg.contains("c-latest"), "{svg}");
    }

    #[test]
    fn days_that_would_lie_on_each_other_are_not_all_written() {
        let svg = line(&[(date(2015, 4, 20), 32), (date(2015, 4, 21), 36), (date(2015, 10, 21), 52)]);
        assert!(!svg.contains("21.4."), "{svg}");
    }
}
