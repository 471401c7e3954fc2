//! From the first answers to the latest: how many kept to each and how many went over to another (R16).

use crate::svg::{At, Pen, wrapped};
use crate::{Words, number};

/// Answers to draw.
#[derive(Clone, Copy, Debug)]
pub struct Flow<'a> {
    /// What the picture shows, in words.
    pub title: &'a str,
    /// The answers, in their order, in the reader's words.
    pub answers: &'a [&'a str],
    /// Persons from each answer to each, by the answers' places: `(first, latest, persons)`.
    pub ways: &'a [(usize, usize, u32)],
}

const FIRST: (f64, f64) = (132.0, 144.0);
const LATEST: (f64, f64) = (336.0, 348.0);
const TOP: f64 = 34.0;
const HEIGHT: f64 = 190.0;
const GAP: f64 = 16.0;

/// Draws the answers: at the left the first ones, at the right the latest, between them a band for each way.
pub fn draw(words: &Words, flow: &Flow<'_>) -> String {
    let mut pen = Pen::begin("chart", 480, 240, "flow-title", flow.title);
    pen.label("t-end t-strong", At(FIRST.1, 18.0), words.say("column-first"));
    pen.label("t-begin t-strong", At(LATEST.0, 18.0), words.say("column-latest"));
    let all: u32 = flow.ways.iter().map(|(.., persons)| persons).sum();
    if all == 0 {
        return pen.end();
    }
    let free = HEIGHT - GAP * flow.answers.len().saturating_sub(1) as f64;
    let tall = |persons: u32| f64::from(persons) / f64::from(all) * free;
    let of = |is: &dyn Fn(&(usize, usize, u32)) -> bool| {
        flow.ways.iter().filter(|way| is(way)).map(|way| way.2).sum::<u32>()
    };
    let first: Vec<u32> = (0..flow.answers.len()).map(|at| of(&|way| way.0 == at)).collect();
    let latest: Vec<u32> = (0..flow.answers.len()).map(|at| of(&|way| way.1 == at)).collect();
    let tops = |counts: &[u32]| {
        let mut top = TOP;
        let mut found = Vec::with_capacity(counts.len());
        for count in counts {
            found.push(top);
            top += tall(*count) + GAP;
        }
        found
    };
    let (mut left, mut right) = (tops(&first), tops(&latest));
    side(&mut pen, words, flow.answers, &first, &left, tall, true);
    side(&mut pen, words, flow.answers, &latest, &right, tall, false);
    let mut numbers = Vec::new();
    for (from, to, persons) in flow.ways.iter().filter(|(.., persons)| *persons > 0) {
        let (Some(a), Some(b)) = (left.get_mut(*from), right.get_mut(*to)) else { continue };
        let (height, kept) = (tall(*persons), from == to);
        let corners = [At(FIRST.1, *a), At(LATEST.0, *b), At(LATEST.0, *b + height), At(FIRST.1, *a + height)];
        pen.path(if kept { "c-light" } else { "c-other" }, &corners, true);
        // Nearer the beginning than the middle: there bands cross, and two numbers would lie on each other.
        let (x, y) = ((LATEST.0 - FIRST.1).mul_add(0.22, FIRST.1), (*b - *a).mul_add(0.22, *a) + height / 2.0 + 5.0);
        numbers.push((At(x, y), *persons));
        (*a, *b) = (*a + height, *b + height);
    }
    for (at, persons) in numbers {
        pen.label("t-mid t-strong", at, &number::count(words.locale(), persons));
    }
    pen.end()
}

/// The bars of one side with their words and numbers.
fn side(
    pen: &mut Pen,
    words: &Words,
    answers: &[&str],
    counts: &[u32],
    tops: &[f64],
    tall: impl Fn(u32) -> f64,
    is_first: bool,
) {
    let ((x, _), class, text) =
        if is_first { (FIRST, "t-end", FIRST.0 - 10.0) } else { (LATEST, "t-begin", LATEST.1 + 10.0) };
    for ((answer, count), top) in answers.iter().zip(counts).zip(tops) {
        pen.bar("c-bar", At(x, *top), FIRST.1 - FIRST.0, tall(*count));
        let says = format!("{answer}: {}", number::count(words.locale(), *count));
        let lines = wrapped(&says, 15);
        let middle = *top + tall(*count) / 2.0 + 5.0 - 8.0 * lines.len().saturating_sub(1) as f64;
        pen.labels(class, At(text, middle.max(TOP + 8.0)), &lines);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Locale, words};

    fn drawn(ways: &[(usize, usize, u32)]) -> String {
        let answers = ["At stoppe", "Bedre livssituation"];
        draw(words(Locale::Da), &Flow { title: "Formål", answers: &answers, ways })
    }

    #[test]
    fn who_kept_to_an_answer_and_who_went_over_look_different_and_every_band_has_its_number() {
        let svg = drawn(&[(0, 0, 12), (0, 1, 5), (1, 0, 2), (1, 1, 7)]);
        assert_eq!((svg.matches("c-light").count(), svg.matches("c-other").count()), (2, 2));
        for says in [">12<", ">5<", ">2<", ">7<", "At stoppe: 17", "At stoppe: 14"] {
            assert!(svg.contains(says), "{says} {svg}");
        }
    }

    #[test]
    fn a_way_that_nobody_went_is_not_drawn_and_nobody_at_all_is_no_fault() {
        assert_eq!(drawn(&[(0, 0, 3), (0, 1, 0)]).matches("<path").count(), 1);
        assert!(!drawn(&[(0, 0, 0)]).contains("NaN"));
    }
}
