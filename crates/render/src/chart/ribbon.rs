//! The purpose ribbon: which purpose the citizen gave, from when to when (R16).

use chrono::NaiveDate;

use super::share;
use crate::svg::Pen;

/// Draws the answers, oldest first, as a strip from the first of them to `until`.
///
/// Each answer is its day and the position of its choice, from 0; equal choices look alike. `label` tells the same in words.
pub fn draw(answers: &[(NaiveDate, usize)], until: NaiveDate, label: &str) -> String {
    let mut pen = Pen::begin_strip("ribbon", label);
    let Some((first, _)) = answers.first() else { return pen.end() };
    let ends = answers.iter().skip(1).map(|(on, _)| *on).chain([until]);
    for ((on, choice), end) in answers.iter().zip(ends) {
        let left = share(*on, *first, until) * 100.0;
        let right = (share(end, *first, until) * 100.0).max(left);
        pen.strip_bar(if *choice == 0 { "rb-0" } else { "rb-1" }, left, right - left, 5.0, 10.0);
    }
    for (on, _) in answers {
        pen.strip_dot("rb-dot", share(*on, *first, until) * 100.0, 10, 3.5);
    }
    pen.end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_mind_and_back_is_three_parts() {
        let day = |month| NaiveDate::from_ymd_opt(2015, month, 1).unwrap();
        let svg = draw(&[(day(1), 0), (day(3), 1), (day(5), 0)], day(7), "formål");
        assert_eq!(svg.matches("rb-0").count(), 2);
        assert_eq!(svg.matches("rb-1").count(), 1);
        assert_eq!(svg.matches("rb-dot").count(), 3);
    }

    #[test]
    fn one_answer_today_draws_no_negative_width() {
        let day = NaiveDate::from_ymd_opt(2015, 1, 1).unwrap();
        assert!(!draw(&[(day, 0)], day, "formål").contains("\"-"));
    }
}
