//! Intake by month: a bar a month, and the average as a line (R5).

use chrono::NaiveDate;

use crate::svg::{At, Pen};
use crate::{Words, day};

/// Months to draw.
#[derive(Clone, Copy, Debug)]
pub struct Intake<'a> {
    /// What the picture shows, in words.
    pub title: &'a str,
    /// Each month's first day and its enrolments, in order.
    pub months: &'a [(NaiveDate, u64)],
    /// The average a month.
    pub average: Option<f64>,
}

const LEFT: f64 = 28.0;
const RIGHT: f64 = 672.0;
const TOP: f64 = 22.0;
const BOTTOM: f64 = 190.0;

/// The step between two lines of the scale: 1, 2, 5, 10, 20 …, so that there are no more than five.
fn step(most: u64) -> u64 {
    let mut step = 1;
    for factor in [2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000, 100_000] {
        if most.div_ceil(step) <= 5 {
            break;
        }
        step = factor;
    }
    step
}

/// Draws the months.
pub fn draw(words: &Words, intake: &Intake<'_>) -> String {
    let most = intake.months.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let step = step(most);
    // One line above the highest bar, where its number stands.
    let top = (most / step + 1) * step;
    let mut pen = Pen::begin("chart chart-12", 680, 262, "intake-title", intake.title);
    let down = |count: f64| BOTTOM - count / top as f64 * (BOTTOM - TOP);
    for line in (0..=top).step_by(usize::try_from(step).unwrap_or(1)) {
        pen.line("c-grid", At(LEFT, down(line as f64)), At(RIGHT, down(line as f64)));
        pen.label("t-end", At(20.0, down(line as f64) + 4.0), &line.to_string());
    }
    let slot = (RIGHT - LEFT) / intake.months.len().max(1) as f64;
    let bar = (slot * 0.56).min(48.0);
    let middle = |position: usize| slot.mul_add(position as f64 + 0.5, LEFT);
    // With many months each third has its name.
    let named = if intake.months.len() > 14 { 3 } else { 1 };
    for (position, (first_day, count)) in intake.months.iter().enumerate() {
        let top = down(*count as f64);
        pen.bar("c-bar", At(middle(position) - bar / 2.0, top), bar, BOTTOM - top);
        if intake.months.len() <= 24 {
            pen.label("t-mid t-strong", At(middle(position), top - 7.0), &count.to_string());
        }
        if position % named == 0 {
            pen.label("t-mid", At(middle(position), BOTTOM + 23.0), day::short_month(words, *first_day));
        }
    }
    if intake.months.len() == 12 {
        draw_quarters(&mut pen, words, intake.months, slot);
    }
    if let Some(average) = intake.average {
        pen.line("c-limit", At(LEFT, down(average)), At(RIGHT, down(average)));
    }
    pen.end()
}

fn draw_quarters(pen: &mut Pen, words: &Words, months: &[(NaiveDate, u64)], slot: f64) {
    for (position, quarter) in months.chunks(3).enumerate() {
        let (Some((first, _)), Some((last, _))) = (quarter.first(), quarter.last()) else { continue };
        let left = (slot * 3.0).mul_add(position as f64, LEFT) + 8.0;
        let right = slot.mul_add(3.0, left) - 16.0;
        let (up, down) = (BOTTOM + 33.0, BOTTOM + 39.0);
        pen.path("c-axis", &[At(left, up), At(left, down), At(right, down), At(right, up)], false);
        let sum: u64 = quarter.iter().map(|(_, count)| count).sum();
        let text = format!("{}–{}: {sum}", day::short_month(words, *first), day::short_month(words, *last));
        pen.label("t-mid", At(f64::midpoint(left, right), BOTTOM + 60.0), &text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Locale, words};

    fn months(counts: &[u64]) -> Vec<(NaiveDate, u64)> {
        let month = |number: usize| NaiveDate::from_ymd_opt(2015, u32::try_from(number % 12).unwrap() + 1, 1).unwrap();
        counts.iter().enumerate().map(|(number, count)| (month(number), *count)).collect()
    }

    #[test]
    fn a_year_has_twelve_bars_four_quarters_and_the_average() {
        let months = months(&[2, 1, 3, 2, 2, 3, 1, 2, 2, 3, 2, 1]);
        let svg = draw(words(Locale::Da), &Intake { title: "Tilgang", months: &months, average: Some(2.0) });
        assert_eq!(svg.matches("class=\"c-bar\"").count(), 12);
        assert!(svg.contains("jan–mar: 6"), "{svg}");
        assert!(svg.contains("<line class=\"c-limit\" x1=\"28.0\" y1=\"106.0\""), "{svg}");
    }

    #[test]
    fn no_enrolment_at_all_is_drawn_too() {
        let svg = draw(words(Locale::Da), &Intake { title: "Tilgang", months: &months(&[0, 0]), average: None });
        assert!(svg.contains("height=\"0.0\"") && !svg.contains("NaN"), "{svg}");
    }

    #[test]
    fn a_big_programme_has_a_scale_of_few_lines() {
        assert_eq!([step(4), step(9), step(22), step(1600)], [1, 2, 5, 500]);
    }
}
