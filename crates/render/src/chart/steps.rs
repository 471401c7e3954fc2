//! First and latest step of single persons in one area of the star: a line each, without a name (R15).
//!
//! Persons with the same two steps share a line, which is the wider the more they are. The picture is the team's own: it leaves the team
//! in nothing.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::Words;
use crate::svg::{At, Pen};

/// One area to draw.
#[derive(Clone, Copy, Debug)]
pub struct Steps<'a> {
    /// What the picture shows, in words.
    pub title: &'a str,
    /// The only one on the page.
    pub id: &'a str,
    /// The lowest step.
    pub min: u8,
    /// The highest step.
    pub max: u8,
    /// Each person's first and latest step.
    pub steps: &'a [(u8, u8)],
}

const FIRST: f64 = 50.0;
const LATEST: f64 = 250.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 206.0;

/// The persons by their first and latest step, in order: the rows of the table beside the picture.
pub fn alike(steps: &[(u8, u8)]) -> BTreeMap<(u8, u8), u32> {
    let mut alike = BTreeMap::new();
    for pair in steps {
        *alike.entry(*pair).or_default() += 1;
    }
    alike
}

/// Draws one area.
pub fn draw(words: &Words, area: &Steps<'_>) -> String {
    let mut pen = Pen::begin("chart chart-steps", 300, 240, area.id, area.title);
    let whole = f64::from(area.max.saturating_sub(area.min).max(1));
    let down = |step: u8| BOTTOM - f64::from(step.saturating_sub(area.min)) / whole * (BOTTOM - TOP);
    for step in area.min..=area.max {
        pen.line("c-grid", At(FIRST, down(step)), At(LATEST, down(step)));
    }
    for step in [area.min, area.max] {
        pen.label("t-end", At(FIRST - 12.0, down(step) + 5.0), &step.to_string());
    }
    for (x, key) in [(FIRST, "column-first"), (LATEST, "column-latest")] {
        pen.line("c-axis", At(x, TOP), At(x, BOTTOM));
        pen.label("t-mid", At(x, BOTTOM + 26.0), words.say(key));
    }
    for ((first, latest), persons) in alike(area.steps) {
        let way = match latest.cmp(&first) {
            Ordering::Greater => "c-up",
            Ordering::Equal => "c-same",
            Ordering::Less => "c-down",
        };
        let (from, to) = (At(FIRST, down(first)), At(LATEST, down(latest)));
        pen.line(&format!("{way} {}", width(persons)), from, to);
        pen.dot("d-latest", to, 4.0);
        pen.dot("d-first", from, 4.0);
    }
    pen.end()
}

/// How wide a line of so many persons is.
const fn width(persons: u32) -> &'static str {
    match persons {
        0 | 1 => "w-1",
        2 => "w-2",
        3 | 4 => "w-3",
        _ => "w-4",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Locale, words};

    #[test]
    fn persons_with_the_same_steps_share_a_wider_line_and_each_way_has_its_own_look() {
        let steps = [(2, 5), (2, 5), (2, 5), (4, 4), (6, 3)];
        let area = Steps { title: "Bolig", id: "s", min: 1, max: 10, steps: &steps };
        let svg = draw(words(Locale::Da), &area);
        for line in ["c-up w-3", "c-same w-1", "c-down w-1"] {
            assert_eq!(svg.matches(line).count(), 1, "{line} {svg}");
        }
        assert_eq!(alike(&steps), [((2, 5), 3), ((4, 4), 1), ((6, 3), 1)].into());
    }

    #[test]
    fn nobody_is_drawn_as_an_empty_scale() {
        let svg = draw(words(Locale::Da), &Steps { title: "Bolig", id: "s", min: 1, max: 1, steps: &[] });
        assert!(!svg.contains("c-up") && !svg.contains("NaN"), "{svg}");
    }
}
