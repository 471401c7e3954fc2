//! The star: first measurement hollow and dashed, latest solid; no filled areas, because an area exaggerates (R15).

use crate::Words;
use crate::svg::{At, Pen, wrapped};

/// A star to draw.
#[derive(Clone, Copy, Debug)]
pub struct Star<'a> {
    /// The lowest step.
    pub min: u8,
    /// The highest step.
    pub max: u8,
    /// The steps that a ring is drawn for.
    pub rings: &'a [u8],
    /// The areas in their fixed order, the first on top, then clockwise.
    pub axes: &'a [Axis<'a>],
    /// What the picture shows, in words.
    pub title: &'a str,
}

/// One area.
#[derive(Clone, Copy, Debug)]
pub struct Axis<'a> {
    /// Its name.
    pub name: &'a str,
    /// The first step; `None` breaks the line.
    pub first: Option<u8>,
    /// The latest step; `None` (not relevant) breaks the line.
    pub latest: Option<u8>,
}

const CENTRE: At = At(240.0, 212.0);
/// Radius of the lowest and of the highest step.
const RADIUS: (f64, f64) = (18.0, 152.0);

fn along(star: &Star<'_>, step: u8) -> f64 {
    let span = f64::from(star.max.saturating_sub(star.min).max(1));
    f64::from(step.saturating_sub(star.min)) / span
}

fn point(star: &Star<'_>, position: usize, radius: f64) -> At {
    let turn = std::f64::consts::TAU * position as f64 / star.axes.len().max(1) as f64;
    At(turn.sin().mul_add(radius, CENTRE.0), (-turn.cos()).mul_add(radius, CENTRE.1))
}

fn at_step(star: &Star<'_>, position: usize, step: u8) -> At {
    point(star, position, (RADIUS.1 - RADIUS.0).mul_add(along(star, step), RADIUS.0))
}

/// Draws a star. A star of one reading has `first` equal to `latest` everywhere.
pub fn draw(words: &Words, star: &Star<'_>) -> String {
    let mut pen = Pen::begin("chart star", 480, 424, "star-title", star.title);
    for ring in star.rings {
        let points: Vec<At> = (0..star.axes.len()).map(|position| at_step(star, position, *ring)).collect();
        pen.path("c-grid", &points, true);
    }
    for (position, axis) in star.axes.iter().enumerate() {
        let is_off = axis.first.is_none() && axis.latest.is_none() || axis.latest.is_none();
        let class = if is_off { "c-off" } else { "c-grid" };
        pen.line(class, point(star, position, RADIUS.0), point(star, position, RADIUS.1));
    }
    draw_line(&mut pen, star, "c-first", |axis| axis.first);
    draw_line(&mut pen, star, "c-latest", |axis| axis.latest);
    draw_ring_numbers(&mut pen, star);
    for (position, axis) in star.axes.iter().enumerate() {
        if let Some(step) = axis.first.filter(|first| Some(*first) != axis.latest) {
            pen.dot("d-first", at_step(star, position, step), 4.5);
        }
        if let Some(step) = axis.latest {
            pen.dot("d-latest", at_step(star, position, step), 5.5);
            if axis.first == Some(step) {
                pen.dot("d-same", at_step(star, position, step), 8.5);
            }
        }
        draw_name(&mut pen, words, star, position, axis);
    }
    pen.end()
}

/// Room between a ring's number and a line, in the picture's units.
const NUMBER_ROOM: f64 = 10.0;

/// The rings' numbers, between two axes where no dot can cover them: the first two where the lines leave room, else where
/// they leave most.
fn draw_ring_numbers(pen: &mut Pen, star: &Star<'_>) {
    let half = std::f64::consts::PI / star.axes.len().max(2) as f64;
    let radius = |step: u8| (RADIUS.1 - RADIUS.0).mul_add(along(star, step), RADIUS.0);
    let ring = |step: u8| radius(step) * half.cos();
    // Where a line from one axis to the next crosses the middle between them.
    let crossing = |from: Option<u8>, to: Option<u8>| {
        let (from, to) = (radius(from?), radius(to?));
        Some(2.0 * from * to * half.cos() / (from + to))
    };
    let room = |position: usize| {
        let next = (position + 1) % star.axes.len().max(1);
        let Some((here, next)) = star.axes.get(position).zip(star.axes.get(next)) else { return f64::INFINITY };
        let lines = [crossing(here.first, next.first), crossing(here.latest, next.latest)];
        let gaps =
            lines.iter().flatten().flat_map(|line| star.rings.iter().map(move |step| (line - ring(*step)).abs()));
        gaps.fold(f64::INFINITY, f64::min).min(NUMBER_ROOM)
    };
    let widest = (0..star.axes.len()).fold((0, f64::NEG_INFINITY), |best: (usize, f64), position| {
        let room = room(position);
        if room > best.1 { (position, room) } else { best }
    });
    let turn = half.mul_add(2.0 * widest.0 as f64, half);
    for step in star.rings {
        let at = At(turn.sin().mul_add(ring(*step), CENTRE.0), (-turn.cos()).mul_add(ring(*step), CENTRE.1 + 4.5));
        pen.label("t-mid t-ring", at, &step.to_string());
    }
}

/// The line through one measurement: closed where every area has a step, else in runs that are broken at the gaps.
fn draw_line(pen: &mut Pen, star: &Star<'_>, class: &str, step: impl Fn(&Axis<'_>) -> Option<u8>) {
    let points: Vec<Option<At>> = star
        .axes
        .iter()
        .enumerate()
        .map(|(position, axis)| step(axis).map(|step| at_step(star, position, step)))
        .collect();
    let Some(gap) = points.iter().position(Option::is_none) else {
        let points: Vec<At> = points.into_iter().flatten().collect();
        pen.path(class, &points, true);
        return;
    };
    let round = points.iter().cycle().skip(gap + 1).take(points.len());
    let mut run: Vec<At> = Vec::new();
    for point in round {
        match point {
            Some(point) => run.push(*point),
            None => {
                if run.len() > 1 {
                    pen.path(class, &run, false);
                }
                run.clear();
            }
        }
    }
}

fn draw_name(pen: &mut Pen, words: &Words, star: &Star<'_>, position: usize, axis: &Axis<'_>) {
    let at = point(star, position, RADIUS.1 + 16.0);
    let not_relevant = format!("({})", words.say("not-relevant"));
    let mut lines = wrapped(axis.name, 13);
    if axis.latest.is_none() {
        lines.push(&not_relevant);
    }
    let class = match at.0 - CENTRE.0 {
        side if side > 12.0 => "t-begin",
        side if side < -12.0 => "t-end",
        _ => "t-mid",
    };
    let over = 16.0 * (lines.len().saturating_sub(1)) as f64;
    // Names above the middle grow upwards, names below it downwards.
    let down = if at.1 < CENTRE.1 - 100.0 {
        at.1 - over
    } else if at.1 > CENTRE.1 + 100.0 {
        at.1 + 10.0
    } else {
        at.1 + 4.0 - over / 2.0
    };
    pen.labels(class, At(at.0, down), &lines);
}

/// Draws one area as a strip: `first ○──● latest`.
pub fn draw_strip(min: u8, max: u8, first: Option<u8>, latest: Option<u8>) -> String {
    let mut pen = Pen::begin_hidden();
    let across =
        |step: u8| f64::from(step.saturating_sub(min)) / f64::from(max.saturating_sub(min).max(1)) * 92.0 + 4.0;
    pen.strip_line(if latest.is_some() { "c-grid" } else { "c-off" }, 4.0, 96.0, 11);
    match (first, latest) {
        (Some(first), Some(latest)) if first == latest => {
            pen.strip_dot("d-latest", across(latest), 11, 5.5);
            pen.strip_dot("d-same", across(latest), 11, 8.5);
        }
        (first, latest) => {
            if let (Some(first), Some(latest)) = (first, latest) {
                pen.strip_line("c-latest", across(first), across(latest), 11);
            }
            if let Some(first) = first {
                pen.strip_dot("d-first", across(first), 11, 4.5);
            }
            if let Some(latest) = latest {
                pen.strip_dot("d-latest", across(latest), 11, 5.5);
            }
        }
    }
    pen.end()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Locale, words};

    fn star(axes: &[Axis<'_>]) -> String {
        draw(words(Locale::Da), &Star { min: 1, max: 10, rings: &[1, 4, 7, 10], axes, title: "Stjerne" })
    }

    const fn axis(first: Option<u8>, latest: Option<u8>) -> Axis<'static> {
        Axis { name: "Bolig", first, latest }
    }

    #[test]
    fn a_whole_star_is_a_closed_line_and_fills_nothing() {
        let svg = star(&[axis(Some(1), Some(3)), axis(Some(2), Some(4)), axis(Some(3), Some(3))]);
        assert_eq!(svg.matches("class=\"c-first\"").count(), 1);
        assert!(svg.contains("Z\"/><path class=\"c-latest\""), "{svg}");
        assert!(!svg.contains("fill=") && !svg.contains("style"), "{svg}");
    }

    #[test]
    fn an_area_that_is_not_relevant_breaks_the_line_and_says_so() {
        let svg = star(&[axis(Some(1), Some(3)), axis(None, None), axis(Some(3), Some(5)), axis(Some(2), Some(2))]);
        let latest = svg.split("class=\"c-latest\" d=\"").nth(1).unwrap().split('"').next().unwrap();
        assert!(!latest.ends_with('Z'), "{latest}");
        assert_eq!(latest.matches('L').count(), 2);
        assert!(svg.contains("c-off") && svg.contains("(ikke relevant)"), "{svg}");
    }

    #[test]
    fn the_numbers_of_the_rings_stand_where_the_lines_leave_room() {
        let at =
            |svg: &str| svg.split("t-ring\" x=\"").nth(1).unwrap().split('"').next().unwrap().parse::<f64>().unwrap();
        let free =
            star(&[axis(Some(3), Some(6)), axis(Some(3), Some(6)), axis(Some(3), Some(6)), axis(Some(3), Some(6))]);
        assert!(at(&free) > CENTRE.0, "between the first two axes: {free}");
        // Steps 4 and 7 are rings: a line along one of them would cross its number.
        let taken = star(&[axis(Some(4), Some(7)), axis(Some(4), Some(7)), axis(Some(2), Some(9)), axis(None, None)]);
        assert!(at(&taken) < CENTRE.0, "on the side without lines: {taken}");
    }

    #[test]
    fn first_equal_to_latest_has_a_ring() {
        assert_eq!(
            star(&[axis(Some(3), Some(3)), axis(Some(2), Some(4)), axis(Some(3), Some(1))]).matches("d-same").count(),
            1
        );
        assert_eq!(draw_strip(1, 10, Some(3), Some(3)).matches("d-same").count(), 1);
        assert!(draw_strip(1, 10, None, None).contains("c-off"));
    }
}
