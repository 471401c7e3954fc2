//! The phase bar: a segment a phase, with a mark for today (R7).

use chrono::NaiveDate;
use domain::programme::Period;

use crate::Words;
use crate::svg::Pen;

/// A course to draw.
#[derive(Clone, Copy, Debug)]
pub struct Course<'a> {
    /// The phases in order, without gap or overlap.
    pub phases: &'a [Period],
    /// The phase of the day, from 1.
    pub phase: u32,
    /// The day of the mark.
    pub day: NaiveDate,
}

/// Room between two segments, in percent of the bar.
const GAP: f64 = 0.7;

impl Course<'_> {
    fn ends(&self) -> Option<(NaiveDate, NaiveDate)> {
        Some((self.phases.first()?.from, self.phases.last()?.to))
    }

    /// The day's number in the course and the course's length, both counted from 1.
    pub fn day_of(&self) -> (i64, i64) {
        let Some((from, to)) = self.ends() else { return (0, 0) };
        ((self.day - from).num_days() + 1, (to - from).num_days() + 1)
    }

    /// "Fase 2 af 3, dag 218 af 366".
    fn label(&self, words: &Words) -> String {
        let (day, days) = self.day_of();
        words.say_with(
            "phase-bar-label",
            &[
                ("phase", self.phase.into()),
                ("phases", self.phases.len().into()),
                ("day", day.into()),
                ("days", days.into()),
            ],
        )
    }
}

/// Draws the phase bar of a course.
pub fn draw(words: &Words, course: Course<'_>) -> String {
    let mut pen = Pen::begin_strip("phasebar", &course.label(words));
    let Some((from, to)) = course.ends() else { return pen.end() };
    let days = ((to - from).num_days() + 1) as f64;
    let across = |day: NaiveDate| ((day - from).num_days() as f64 / days * 100.0).clamp(0.0, 100.0);
    // Today's mark stands in the middle of the day, and inside the bar also on its last day and after it.
    let now = (across(course.day) + 50.0 / days).min(99.2);
    for (number, phase) in (1_u32..).zip(course.phases) {
        let left = across(phase.from);
        let right = across(phase.to) + 100.0 / days;
        let is_last = number as usize == course.phases.len();
        let width = right - left - if is_last { 0.0 } else { GAP };
        if number < course.phase {
            pen.strip_bar("pb-done", left, width, 6.0, 8.0);
            continue;
        }
        pen.strip_bar("pb-rest", left, width, 6.5, 7.0);
        if number == course.phase && now > left {
            pen.strip_bar("pb-now", left, (now - left).min(width), 6.0, 8.0);
        }
    }
    pen.strip_mark("pb-mark", now - 0.4);
    pen.end()
}

/// Draws the empty bar of a citizen in clarification.
pub fn draw_clarification(words: &Words) -> String {
    let mut pen = Pen::begin_strip("phasebar", words.say("phase-bar-none"));
    pen.strip_bar("pb-none", 0.3, 99.0, 6.0, 8.0);
    pen.end()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Locale, words};

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn thirds() -> [Period; 3] {
        [
            Period { from: date(2015, 4, 20), to: date(2015, 8, 19) },
            Period { from: date(2015, 8, 20), to: date(2015, 12, 19) },
            Period { from: date(2015, 12, 20), to: date(2016, 4, 19) },
        ]
    }

    #[test]
    fn a_course_in_its_second_phase_has_one_done_one_begun_and_one_left() {
        let phases = thirds();
        let svg = draw(words(Locale::Da), Course { phases: &phases, phase: 2, day: date(2015, 11, 23) });
        assert!(svg.contains("aria-label=\"Fase 2 af 3, dag 218 af 366\""), "{svg}");
        assert_eq!(svg.matches("pb-done").count(), 1);
        assert_eq!(svg.matches("pb-rest").count(), 2);
        assert_eq!(svg.matches("pb-now").count(), 1);
        assert!(svg.contains("pb-mark\" x=\"59.0%\""), "{svg}");
        assert!(!svg.contains("style"));
    }

    #[test]
    fn the_mark_stays_on_the_bar_after_the_planned_end() {
        let phases = thirds();
        let svg = draw(words(Locale::Da), Course { phases: &phases, phase: 3, day: date(2017, 1, 1) });
        assert!(svg.contains("pb-mark\" x=\"98.8%\""), "{svg}");
    }

    #[test]
    fn the_same_course_gives_the_same_bytes() {
        let phases = thirds();
        let course = Course { phases: &phases, phase: 1, day: date(2015, 4, 20) };
        assert_eq!(draw(words(Locale::En), course), draw(words(Locale::En), course));
    }
}
