//! Whose the actions of a phase were, as one bar: the citizen's, the worker's, others' (M17).

use crate::svg::Pen;

/// Draws the three counts as parts of one bar; nothing where there are none. `label` tells the same in words.
pub fn draw(citizen: u32, worker: u32, others: u32, label: &str) -> String {
    let mut pen = Pen::begin_strip("stackbar", label);
    let all = f64::from(citizen) + f64::from(worker) + f64::from(others);
    let mut left = 0.0;
    for (class, count) in [("c-bar", citizen), ("c-light", worker), ("c-other", others)] {
        let width = if all > 0.0 { f64::from(count) / all * 100.0 } else { 0.0 };
        if count > 0 {
            pen.strip_bar(class, left, (width - 0.5).max(0.0), 0.0, 16.0);
        }
        left += width;
    }
    pen.end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_follow_one_another_and_fill_the_bar() {
        let svg = draw(5, 2, 3, "Fase 2");
        assert!(svg.contains("class=\"c-bar\" x=\"0.0%\"") && svg.contains("width=\"49.5%\""), "{svg}");
        assert!(
            svg.contains("class=\"c-light\" x=\"50.0%\"") && svg.contains("class=\"c-other\" x=\"70.0%\""),
            "{svg}"
        );
    }

    #[test]
    fn who_has_none_has_no_part_and_nobody_divides_by_nothing() {
        assert_eq!(draw(0, 0, 0, "Fase 1").matches("<rect").count(), 0);
        assert_eq!(draw(0, 3, 0, "Fase 1").matches("<rect").count(), 1);
    }
}
